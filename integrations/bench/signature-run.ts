import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { googleForms } from '../google/google-forms.ts';
import type { FaultRule } from '../google/stand-in/fault-box.ts';
import { startStandIn } from '../google/stand-in/stand-in.ts';
import { createForm, openForm } from '../petitions/create-form.ts';
import { openLedger } from '../store/open-ledger.ts';
import { benchPetition, writeBenchSite } from './bench-site.ts';
import { cleanEnvironment } from './install-peers.ts';
import { quickClock } from './quick-clock.ts';
import { randomFrom } from '../random.ts';
import { herdOf } from './server-herd.ts';
import { audit, type Audit } from './signature-audit.ts';
import { stubbornSigners, type Met } from './stubborn-signer.ts';

/** How it went. */
export interface SignatureRun extends Audit {
  bench: 'signatures';
  store: 'sqlite' | 'postgres';
  signatures: number;
  killed: number;
  /** Counted at the end, how many of them the form has shown, and how many it refused again and again, which wait for a person with the reason. */
  valid: number;
  confirmed: number;
  rejected: number;
  faults: Met & { form: Record<string, number> };
  seconds: number;
}

// Twenty in a hundred answers of the form, and of its lists, go wrong.
const FAULTS: FaultRule[] = [
  ...(['outage', 'drop-before', 'drop-after', 'form-again', 'late', 'twice'] as const).map((fault) => ({ at: 'submit' as const, fault, percent: 3 })), { at: 'submit', fault: 'too-many', percent: 2 },
  ...(['outage', 'drop-after', 'shuffled', 'repeated', 'token-expired'] as const).map((fault) => ({ at: 'list' as const, fault, percent: 4 })),
];
/** Between two kills while people sign, and while the relay works on, which needs a moment to begin anew. Milliseconds. */
const [KILL, KILL_LATER] = [4_000, 8_000];
const ABREAST = 96;

/** Signs so many times while everything fails, passes all on to a stand-in for the form, and looks what became of each; gives up after `minutes`. */
export async function runSignatures(signatures: number, minutes: number, databaseUrl: string | undefined, say: (line: string) => void): Promise<SignatureRun> {
  const started = Date.now();
  const deadline = started + minutes * 60_000;
  const root = await mkdtemp(join(process.env['DATA_DIR'] ?? tmpdir(), 'rostrum-bench-'));
  const google = await startStandIn({ seed: 11, now: quickClock(started).now });
  const env = { ...cleanEnvironment(), DATA_DIR: join(root, 'data'), ...(databaseUrl && { DATABASE_URL: databaseUrl }), GOOGLE_ACCESS_TOKEN: 'a-token', GOOGLE_APIS_URL: google.apis, GOOGLE_FORMS_URL: google.forms };
  const api = googleForms(env, 'make');
  const form = await createForm(api, { title: 'The bridge', description: '', lang: 'en', fields: ['name', 'email', 'place'] }, 'OK-bench-11');
  await openForm(api, form.id);
  google.book.forms.get(form.id)!.confirmation = 'Thank you. OK-bench-11';
  google.faults.rules = FAULTS;
  const petition = benchPetition(form);
  await writeBenchSite(root, petition);
  const herd = herdOf(databaseUrl ? 2 : 1, 'fragile-server.ts', [root, String(started)], env);
  const met: Met = { cut: 0, doubled: 0, refused: 0 };
  const signers = stubbornSigners(herd, randomFrom(5), met);
  const acknowledged = new Set<string>();
  try {
    let next = 0;
    const killer = repeat(KILL, () => herd.killOne());
    await Promise.all(Array.from({ length: ABREAST }, async () => {
      while (next < signatures && Date.now() < deadline) {
        const number = next++;
        const ref = randomUUID();
        await signers.sign(number, ref);
        acknowledged.add(ref);
        if (acknowledged.size % 5_000 === 0) say(`${acknowledged.size} of ${signatures} stored, ${herd.killed()} servers killed …`);
      }
    }));
    await killer.end();
    const later = repeat(KILL_LATER, () => herd.killOne());
    const ledger = await openLedger(env, root);
    let confirmed = 0;
    for (let waited = 0; Date.now() < deadline; waited++) {
      const { relay } = await ledger.counts(petition.slug);
      confirmed = relay.confirmed;
      // What a form refused again and again waits for a person; nothing more will come of it here.
      if (confirmed + relay.rejected === acknowledged.size) break;
      if (waited % 10 === 0) say(`${confirmed} of ${acknowledged.size} seen at the form, ${relay.sent} sent, ${relay.waiting} wait …`);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    await later.end();
    const killed = herd.killed();
    await herd.end();
    const question = form.questions.ref;
    const seen = new Set(google.book.forms.get(form.id)!.rows.flatMap(({ answers }) => answers?.[question]?.textAnswers?.answers?.[0]?.value ?? []));
    const result = await audit(ledger, petition.slug, acknowledged, seen);
    const rejected = (await ledger.rejected(petition.slug)).filter(({ reason }) => reason !== '').length;
    await ledger.close();
    return { bench: 'signatures', store: databaseUrl ? 'postgres' : 'sqlite', signatures: acknowledged.size, killed, confirmed, rejected, ...result, faults: { ...met, form: Object.fromEntries(google.faults.struck) }, seconds: Math.round((Date.now() - started) / 1000) };
  } finally {
    signers.end();
    await herd.end();
    await google.close();
    await rm(root, { recursive: true, force: true });
  }
}

/** Does something again and again, each time so long after the last. */
function repeat(wait: number, work: () => Promise<void>): { end(): Promise<void> } {
  let stop = () => {};
  const stopped = new Promise<'stop'>((resolve) => (stop = () => resolve('stop')));
  const loop = (async () => {
    for (;;) {
      let timer: NodeJS.Timeout | undefined;
      const pause = new Promise<'on'>((resolve) => (timer = setTimeout(() => resolve('on'), wait)));
      if ((await Promise.race([pause, stopped])) === 'stop') return clearTimeout(timer);
      await work();
    }
  })();
  return {
    async end() {
      stop();
      await loop;
    },
  };
}

/** The same for people. */
export function signatureTableOf({ store, signatures, killed, valid, confirmed, rejected, lost, twice, difference, countedUnseen, faults, seconds }: SignatureRun): string {
  const { form, ...ours } = faults;
  return [
    `${signatures} signatures on ${store}, ${killed} servers killed, ${seconds} s. On the way to us: ${Object.entries(ours).map(([what, times]) => `${times} ${what}`).join(', ')}; at the form: ${Object.entries(form).map(([what, times]) => `${times} ${what}`).join(', ')}.`, '',
    `stored and lost              ${lost}`, `counted twice                ${twice}`, `counter less recount         ${difference}`, `“counted” without a receipt  ${countedUnseen}`, '',
    `${valid} are counted, ${confirmed} of ${signatures} were seen at the form, ${rejected} were refused by it again and again and wait for a person with the reason.`,
  ].join('\n');
}
