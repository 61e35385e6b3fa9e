import { describe, expect, test } from 'vitest';
import { relayRound } from '../../integrations/petitions/relay-round.ts';
import { relay } from '../../integrations/petitions/relay.ts';
import type { PublicAnswer } from '../../integrations/google/public-form.ts';
import { sync } from '../../integrations/petitions/sync.ts';
import type { FaultKind } from '../../integrations/google/stand-in/fault-box.ts';
import { formDesk, signature } from './form-desk.ts';

const never = new AbortController().signal;

async function deskWith(signatures: number) {
  const desk = await formDesk();
  const signed = Array.from({ length: signatures }, (_, number) => signature(number, desk.hashes));
  for (const one of signed) await desk.ledger.sign(one);
  const round = () => relayRound(desk.relayDesk, never, desk.clock);
  const forMinutes = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute++) {
      await round();
      desk.clock.pass(60_000);
    }
  };
  return { ...desk, signed, round, forMinutes, relayed: async () => (await desk.ledger.counts('open-library')).relay };
}

const TAKEN: PublicAnswer = { status: 200, location: undefined, wait: undefined, body: 'OK-7f3a9c21' };
const REFUSED: PublicAnswer = { ...TAKEN, status: 400, body: '' };
const CLOSED: PublicAnswer = { ...TAKEN, status: 302, location: 'https://docs.google.com/forms/closedform', body: '' };

/** Lets the form answer by the number of the signer; gives the signers that it was asked about, in this order. */
function formAnswers({ relayDesk }: Pick<Awaited<ReturnType<typeof deskWith>>, 'relayDesk'>, answer: (signer: number) => PublicAnswer): number[] {
  const asked: number[] = [];
  relayDesk.forms = {
    ...relayDesk.forms,
    async submit(_, entries) {
      const signer = Number(/signer(\d+)/.exec(entries.toString())![1]);
      asked.push(signer);
      return answer(signer);
    },
  };
  return asked;
}

describe('a signature goes from the ledger to the form', () => {
  test('with every answer under its question, as a code', async () => {
    const { round, relayed, entry, petition, signed } = await deskWith(1);
    await round();
    expect(await relayed()).toMatchObject({ sent: 1, waiting: 0 });
    const answers = Object.fromEntries(Object.entries(petition.form.questions).map(([name, id]) => [name, entry.rows[0]!.answers![id]?.textAnswers?.answers?.[0]?.value]));
    expect(answers).toEqual({ name: signed[0]!.name, email: 'signer0@mail.example', place: 'Havenstad', country: 'NL', comment: undefined, consent: 'yes', updates: 'yes', language: 'nl', source: 'whatsapp', bucket: 'b', ref: signed[0]!.ref, version: '0a1b2c3d' });
  });

  test('each once, however many wait', async () => {
    const { round, entry, signed } = await deskWith(40);
    while (await round());
    const refs = entry.rows.flatMap((row) => Object.values(row.answers!).map(({ textAnswers }) => textAnswers!.answers![0]!.value!)).filter((value) => /^[\da-f-]{36}$/.test(value));
    expect(refs.sort()).toEqual(signed.map(({ ref }) => ref).sort());
  });

  test('not faster than twice a second at first', async () => {
    const { round, clock } = await deskWith(10);
    const started = clock.now();
    await round();
    expect(clock.now() - started).toBeGreaterThan(3_500);
  });
});

describe('nothing but the form’s own confirmation counts as delivered', () => {
  test.each<[FaultKind, RegExp]>([
    ['form-again', /came back with its questions/], ['refused', /refuses this signature/], ['closed', /takes no answers/], ['login', /sign in/], ['outage', /pause/], ['too-many', /pause/], ['too-many-wait', /pause/],
    ['sorry', /pause/], ['drop-before', /did not answer/], ['drop-after', /did not answer/], ['page-instead' as FaultKind, /token/],
  ])('%s leaves the signature waiting, with a reason that staff understand', async (fault, reason) => {
    const { round, relayed, google, relayDesk } = await deskWith(1);
    google.faults.rules = [{ at: 'submit', fault }];
    const outcomes: { to: string; reason?: string }[] = [];
    const { passed } = relayDesk.ledger;
    relayDesk.ledger = { ...relayDesk.ledger, passed: (id, owner, outcome) => (outcomes.push(outcome), passed(id, owner, outcome)) };
    await round();
    expect(await relayed()).toMatchObject({ sent: 0, confirmed: 0, waiting: 1 });
    expect(outcomes).toMatchObject([{ to: 'waiting', reason: expect.stringMatching(reason) as string }]);
  });

  test('a confirmation without our token is none, and the form is left alone for a while', async () => {
    const { round, relayed, entry, clock } = await deskWith(30);
    entry.confirmation = 'Thanks!';
    await round();
    expect(await relayed()).toMatchObject({ sent: 0, waiting: 30 });
    expect(entry.rows.length).toBeLessThan(10);
    expect(clock.lines.join('\n')).toMatch(/confirmation token/);
  });
});

describe('a form that takes nothing', () => {
  test('is tried less and less often, and takes everything once it is open again', async () => {
    const { round, relayed, google, entry, clock } = await deskWith(30);
    const asked = () => google.asked.filter((line) => line.startsWith('POST /forms')).length;
    entry.form.publishSettings = { publishState: { isPublished: true, isAcceptingResponses: false } };
    for (let minute = 0; minute < 240; minute++) {
      await round();
      clock.pass(60_000);
    }
    expect(asked()).toBeLessThan(60);
    entry.form.publishSettings = { publishState: { isPublished: true, isAcceptingResponses: true } };
    for (let hour = 0; hour < 10; hour++) {
      await round();
      clock.pass(3_600_000);
    }
    expect(await relayed()).toMatchObject({ sent: 30, waiting: 0, rejected: 0 });
  });

  test('what a form refuses again and again while it takes others is kept for a person, with the reason', async () => {
    const desk = await deskWith(2);
    formAnswers(desk, (signer) => (signer === 0 ? REFUSED : TAKEN));
    await desk.forMinutes(30);
    expect(await desk.relayed()).toMatchObject({ sent: 1, rejected: 1 });
    expect(await desk.ledger.rejected('open-library')).toMatchObject([{ reason: expect.stringMatching(/refuses this signature/) as string, attempts: 5 }]);
  });

  test('what somebody sends once more is not given up at its first refusal', async () => {
    const desk = await deskWith(2);
    const asked = formAnswers(desk, (signer) => (signer === 0 ? REFUSED : TAKEN));
    await desk.forMinutes(30);
    await desk.ledger.retryRejected('open-library', desk.clock.now());
    asked.length = 0;
    await desk.round();
    expect([asked, (await desk.relayed()).rejected]).toEqual([[0], 0]);
  });

  test('what was only given back untried is not given up at its first refusal', async () => {
    const { round, relayed, google, clock } = await deskWith(1);
    for (const fault of ['too-many', 'outage', 'drop-before', 'refused'] as const) {
      google.faults.rules = [{ at: 'submit', fault, times: 1 }];
      await round();
      clock.pass(7 * 3_600_000);
    }
    expect(await relayed()).toMatchObject({ waiting: 1, rejected: 0 });
  });

  test.each([1, 4, 50])('nobody is given up by a form that refuses everything, when %i wait, and all are sent once it is mended', async (people) => {
    const desk = await deskWith(people);
    let answer = REFUSED;
    const asked = formAnswers(desk, () => answer);
    await desk.forMinutes(1440);
    expect(await desk.relayed()).toMatchObject({ rejected: 0, waiting: people });
    if (people > 4) {
      expect(asked.length).toBeLessThan(200);
      expect(desk.clock.lines.join('\n')).toMatch(/form itself seems to have changed/);
    }
    answer = TAKEN;
    await desk.forMinutes(90);
    expect(await desk.relayed()).toMatchObject({ rejected: 0, sent: people });
  });

  test('after each pause another signature finds out whether it takes any', async () => {
    const desk = await deskWith(12);
    const asked = formAnswers(desk, () => REFUSED);
    await desk.forMinutes(60);
    expect(new Set(asked.slice(0, 12)).size).toBe(12);
  });

  test.each([['a few', 5, 10, 60], ['many, although it was thought to be at fault', 30, 120, 600]])('%s that it never takes keep no other from it, and are given up alone', async (_, never, minutes, more) => {
    const desk = await deskWith(never + 10);
    formAnswers(desk, (signer) => (signer < never ? REFUSED : TAKEN));
    await desk.forMinutes(minutes);
    expect((await desk.relayed()).sent).toBe(10);
    await desk.forMinutes(more);
    expect(await desk.relayed()).toMatchObject({ sent: 10, waiting: 0, rejected: never });
  });
});

test('whoever was unlucky many times is tried again every quarter of an hour, while others are taken at once', async () => {
  const desk = await deskWith(2);
  const tries: number[] = [];
  formAnswers(desk, (signer) => {
    if (signer === 0 && tries.push(desk.clock.now()) < 12) throw new Error('The line broke.');
    return TAKEN;
  });
  await desk.forMinutes(180);
  expect(await desk.relayed()).toMatchObject({ sent: 2 });
  expect(tries).toHaveLength(12);
  const waits = tries.slice(1).map((at, index) => (at - tries[index]!) / 60_000);
  expect(Math.max(...waits)).toBeLessThan(21);
  expect(Math.min(...waits.slice(5))).toBeGreaterThan(14);
});

describe('a form that takes signatures and does not list them yet', () => {
  test('gets each again, although it was closed for a day before and they were held up time and again', async () => {
    const desk = await deskWith(15);
    let answer = CLOSED;
    const asked = formAnswers(desk, () => answer);
    await desk.forMinutes(1440);
    answer = TAKEN;
    await desk.forMinutes(120);
    expect((await desk.relayed()).sent).toBe(15);
    asked.length = 0;
    desk.clock.pass(7 * 3_600_000);
    await sync(desk.syncDesk, desk.petition, {}, desk.clock.now);
    await desk.forMinutes(10);
    expect(await desk.relayed()).toMatchObject({ rejected: 0, sent: 15 });
    expect(asked).toHaveLength(15);
  });
});

test('a form that lets people change their answers is told once', async () => {
  const { round, entry, clock } = await deskWith(6);
  entry.editable = true;
  await round();
  expect(clock.lines).toEqual(['open-library: the form lets people change what they sent. Switch “Allow response editing” off in its settings.']);
});

describe('when Google wants a pause', () => {
  test('the relay waits as long as it asks and goes half as fast', async () => {
    const { round, google, relayDesk, clock } = await deskWith(5);
    const before = relayDesk.pace.rate();
    google.faults.rules = [{ at: 'submit', fault: 'too-many-wait', times: 1 }];
    await round();
    expect(relayDesk.pace.rate()).toBeLessThanOrEqual(before / 2 + 0.3);
    expect(relayDesk.pace.rest(clock.now())).toBeGreaterThan(0);
    expect(relayDesk.pace.rest(clock.now())).toBeLessThanOrEqual(7_000);
  });
});

describe('a clock that is set back', () => {
  test('by a year, in the middle of a pause, does not keep the relay waiting for a year', async () => {
    const { round, relayed, google, clock } = await deskWith(10);
    google.faults.rules = [{ at: 'submit', fault: 'too-many-wait', times: 1 }];
    await round();
    clock.pass(-365 * 86_400_000);
    const started = clock.now();
    for (let hour = 0; hour < 3 && (await relayed()).sent < 10; hour++) {
      await round();
      clock.pass(3_600_000);
    }
    expect((await relayed()).sent).toBe(10);
    expect(clock.now() - started).toBeLessThan(4 * 3_600_000);
  });
});

describe('when the ledger cannot note how it went', () => {
  test('the relay pauses with one sentence instead of sending what would be sent again', async () => {
    const { relayDesk, clock, entry, relayed } = await deskWith(30);
    const stop = new AbortController();
    const { passed } = relayDesk.ledger;
    let full = true;
    relayDesk.ledger = { ...relayDesk.ledger, passed: (...outcome) => (full ? Promise.reject(new Error('The disk is full.')) : passed(...outcome)) };
    const { wait } = clock;
    const sentWhileFull: number[] = [];
    clock.wait = async (milliseconds, signal) => {
      if (milliseconds === 30_000 && full) {
        sentWhileFull.push(entry.rows.length);
        full = false;
      }
      if ((await relayed()).sent === 30) stop.abort();
      return wait(milliseconds, signal);
    };
    await relay(relayDesk, stop.signal, clock);
    expect(sentWhileFull[0]).toBeLessThan(10);
    expect(clock.lines).toEqual(['The relay pauses: The disk is full. Signatures wait safely in the ledger.', 'The relay works again.']);
  });
});

describe('a relay that is told to stop', () => {
  test('ends what is under way and gives the rest back', async () => {
    const { relayed, relayDesk, clock, entry } = await deskWith(20);
    const stop = new AbortController();
    const submit = relayDesk.forms.submit;
    relayDesk.forms = { ...relayDesk.forms, submit: (id, entries) => (entry.rows.length === 3 && stop.abort(), submit(id, entries)) };
    await relay(relayDesk, stop.signal, clock);
    const { sent, waiting, sending } = await relayed();
    expect(sending).toBe(0);
    expect(sent).toBe(entry.rows.length);
    expect(sent + waiting).toBe(20);
    expect(waiting).toBeGreaterThan(5);
  });

  test('leaves nothing behind when it is killed instead: the lease ends, and another sends it', async () => {
    const { ledger, relayed, clock, round } = await deskWith(3);
    await ledger.lease({ petitions: ['open-library'], owner: 'killed', most: 3, now: clock.now(), until: clock.now() + 300_000 });
    await round();
    expect(await relayed()).toMatchObject({ sending: 3 });
    clock.pass(300_001);
    await round();
    expect(await relayed()).toMatchObject({ sent: 3 });
  });

  test('goes on by itself after the store failed', async () => {
    const { relayDesk, relayed, clock } = await deskWith(2);
    const stop = new AbortController();
    const { alone, passed } = relayDesk.ledger;
    let failures = 2;
    relayDesk.ledger = {
      ...relayDesk.ledger,
      alone: (name, work) => (failures-- > 0 ? Promise.reject(new Error('The disk is full.')) : alone(name, work)),
      passed: async (...outcome) => {
        await passed(...outcome);
        if ((await relayed()).sent === 2) stop.abort();
      },
    };
    await relay(relayDesk, stop.signal, clock);
    expect(clock.lines).toEqual(['The relay pauses: The disk is full. Signatures wait safely in the ledger.', 'The relay works again.']);
  });
});
