import type { AccessBook } from './access.ts';
import { begin, finish } from './access/elsewhere.ts';
import { invite, people, person, revoke, setConsoleLink } from './access/people.ts';
import { end, extend, hasLink, open, redeem, session } from './access/sessions.ts';
import type { Engine } from './engine.ts';

/** The book of who may look, on a database of either kind. */
export function accessOn(engine: Engine): AccessBook {
  return {
    invite: (one, link, now) => invite(engine, one, link, now),
    setConsoleLink: (link, now) => setConsoleLink(engine, link, now),
    people: (now) => people(engine, now),
    person: (mailbox) => person(engine, mailbox),
    revoke: (mailbox) => revoke(engine, mailbox),
    hasLink: (hash, now) => hasLink(engine, hash, now),
    redeem: (link, wanted, now) => redeem(engine, link, wanted, now),
    open: (mailbox, wanted, now) => open(engine, mailbox, wanted, now),
    session: (hash, now) => session(engine, hash, now),
    extend: (hash, ends, now) => extend(engine, hash, ends, now),
    end: (hash) => end(engine, hash),
    begin: (hash, ends, now) => begin(engine, hash, ends, now),
    finish: (hash, now) => finish(engine, hash, now),
  };
}
