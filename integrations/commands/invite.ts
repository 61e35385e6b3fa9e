import { invite as inviteTo, linkAddress } from '../../src/server/access.ts';
import { Refusal } from '../refusal.ts';
import type { Invited } from '../store/access.ts';
import { openAccess, typedMailbox, withAccess, type OpenAccess } from './access-desk.ts';
import { readArguments } from './arguments.ts';

const HELP = `npm run invite -- <email>                  lets a person see /reach/, and prints their sign-in link
npm run invite -- <email> --name "A. Name"  with the name that the pages show
npm run invite -- --list                   who may see it

The link works once, within seven days, and takes the place of an earlier one. Send it to the person alone. Where signing
in with Google is set up, an invited person can do that instead. “npm run revoke -- <email>” takes it all back.`;

/** `npm run invite`: who may see the dashboard. */
export async function invite(args: string[], open: OpenAccess = openAccess, print: (line: string) => void = (line) => console.log(line)): Promise<number> {
  const { values, positionals } = readArguments(args, { help: HELP, words: true, options: { list: { type: 'boolean' }, name: { type: 'string', default: '' } } });
  if (values.help) {
    print(HELP);
    return 0;
  }
  if (values.list) {
    if (positionals.length > 0) throw new Refusal(`Write either --list or an address.\n\n${HELP}`, 2);
    return withAccess(open, async ({ book, now }) => {
      const people = await book.people(now());
      print(people.length === 0 ? 'Nobody is invited yet. “npm run invite -- <email>” lets somebody in.' : people.map(lineOf).join('\n'));
      return 0;
    });
  }
  const mailbox = typedMailbox(positionals, HELP);
  return withAccess(open, async (desk) => {
    const token = await inviteTo(desk, { mailbox, name: nameIn(values.name) });
    print(`${mailbox} may see ${desk.root}/reach/. Send this link to the person; it works once, within seven days:\n\n  ${linkAddress(desk.root, token)}\n`);
    if (desk.unsure !== undefined) print(desk.unsure);
    return 0;
  });
}

/** On one line, without signs that could change how the list reads. */
const nameIn = (typed: string): string => typed.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 100);

function lineOf({ mailbox, name, invitedAt, linkEnds, sessions }: Invited): string {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  return [mailbox, name, `invited ${day(invitedAt)}`, sessions > 0 ? `signed in on ${sessions} ${sessions === 1 ? 'device' : 'devices'}` : '', linkEnds === undefined ? '' : `link waits until ${day(linkEnds)}`].filter(Boolean).join(' · ');
}
