import { randomUUID } from 'node:crypto';
import { keyedHashes } from '../../src/server/keyed-hash.ts';
import { GoogleFault } from '../google/google-fault.ts';
import type { GoogleForms } from '../google/google-forms.ts';
import type { PatienceWorld } from '../google/patience.ts';
import type { PublicForms } from '../google/public-form.ts';
import type { Ledger } from '../store/ledger.ts';
import { brakeOf } from './brake.ts';
import { examine } from './doctor.ts';
import { every } from './every.ts';
import type { FormPetition } from './form-petition.ts';
import { paceOf, type Pace } from './pace.ts';
import { relay } from './relay.ts';
import { syncRound } from './sync-round.ts';
import { realDesk, type DeskWorld } from './waiting-time.ts';

/** What staying in touch with forms takes. */
export interface Touch {
  ledger: Ledger;
  /** Petitions with a form, as they are now. */
  petitions(): Promise<readonly FormPetition[]>;
  /** Throws a `GoogleFault` when there are no credentials: then signatures are passed on, but none is ever confirmed. */
  api(patience: PatienceWorld): GoogleForms;
  forms: PublicForms;
  pace?: Pace | undefined;
}

/** Relay and sync that run beside a server. */
export interface InTouch {
  /** Lets what is under way end, and settles then. The ledger is not closed. */
  stop(): Promise<void>;
}

const [SOON, MINUTE, HOUR] = [5_000, 60_000, 3_600_000];

/** Passes signatures on, asks every minute what arrived, compares all at night, and looks at each form once an hour. */
export function keepInTouch({ ledger, petitions, api: openApi, forms, pace = paceOf() }: Touch, world: DeskWorld = realDesk): InTouch {
  const end = new AbortController();
  const { signal } = end;
  const api = opened(() => openApi({
    random: world.random,
    async wait(milliseconds) {
      await world.wait(milliseconds, signal);
      if (signal.aborted) throw new GoogleFault('unreachable', 'We stop asking Google, since this process is to end.');
    },
  }));
  const desk = { ledger, forms, petitions, owner: randomUUID(), pace, brake: brakeOf(), told: new Set<string>() };
  const work = [relay(desk, signal, world), every(HOUR, () => lookAtForms(), signal, world)];
  if (api instanceof GoogleFault) work.push(somePetitions().then((found) => void (found.length > 0 && world.log(`Signatures are passed on, but whether they arrived cannot be seen. ${api.message}`))));
  else work.push(syncLoop(api));

  /** The petitions as soon as there are any: the first release may come out after us. None when we are told to stop before. */
  async function somePetitions(): Promise<readonly FormPetition[]> {
    while (!signal.aborted) {
      const found = await petitions().catch(() => []);
      if (found.length > 0) return found;
      await world.wait(SOON, signal);
    }
    return [];
  }

  async function syncLoop(google: GoogleForms): Promise<void> {
    const told = new Map<string, string>();
    await every(MINUTE, async () => syncRound({ ledger, forms: google, hashes: keyedHashes(await ledger.secret()) }, await petitions(), told, signal, world), signal, world);
  }

  const seen = new Map<string, string | undefined>();
  async function lookAtForms(): Promise<void> {
    for (const { slug, form, fields, open } of await somePetitions()) {
      if (!open || signal.aborted) continue;
      const questions = Object.fromEntries(Object.entries(form.questions).filter((entry): entry is [string, string] => entry[1] !== undefined));
      const found = await examine({ ...form, questions }, fields, { api, forms });
      const [first] = found.filter(({ wrong }) => !(api instanceof GoogleFault && api.message.startsWith(wrong)));
      const sentence = first && `${slug}: ${first.wrong} ${first.remedy}${found.length > 1 ? ` “npm run petition -- doctor ${slug}” tells the rest.` : ''}`;
      // What stays wrong was told already.
      if (sentence && seen.get(slug) !== sentence) world.log(sentence);
      seen.set(slug, sentence);
    }
  }

  return {
    async stop() {
      end.abort();
      await Promise.all(work);
    },
  };
}

function opened(open: () => GoogleForms): GoogleForms | GoogleFault {
  try {
    return open();
  } catch (error) {
    if (error instanceof GoogleFault) return error;
    throw error;
  }
}
