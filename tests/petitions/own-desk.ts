import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Desk, OpenDesk } from '../../integrations/commands/petition/desk.ts';
import type { ListedPetition } from '../../integrations/petitions/petition-list.ts';
import type { NewSignature } from '../../integrations/store/ledger.ts';
import { openLedger } from '../../integrations/store/open-ledger.ts';
import { keyedHashes } from '../../src/server/keyed-hash.ts';
import { NOW } from '../specimens.ts';

/** A desk of its own for each test: a new store on disk, two petitions, and all that was said. */
export interface OwnDesk {
  folder: string;
  said: string[];
  open: OpenDesk;
  /** Signs as the page does; each part replaces what the test is about. */
  sign(...own: Partial<NewSignature>[]): Promise<void>;
  /** Works on the ledger beside the task. */
  ledger<T>(work: (ledger: Desk['ledger']) => Promise<T>): Promise<T>;
  all(): string;
}

const PETITIONS: ListedPetition[] = [
  { slug: 'free-internet', fields: ['name', 'email', 'place'], opens: '2026-10-01', closes: '2027-03-31', retention: 6 },
  { slug: 'warm-homes', fields: ['name', 'email'], opens: '2025-10-01', closes: '2026-03-31', retention: 6 },
];

export function useOwnDesk(): OwnDesk {
  const desk = { said: [] as string[] } as OwnDesk;
  beforeEach(async () => {
    desk.folder = await mkdtemp(join(tmpdir(), 'rostrum-desk-'));
    desk.said.length = 0;
    for (const stream of ['log', 'error'] as const) vi.spyOn(console, stream).mockImplementation((line: string) => void desk.said.push(line));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(desk.folder, { recursive: true });
  });
  desk.open = async () => ({ ledger: await openLedger({ DATA_DIR: join(desk.folder, 'store') }), petitions: PETITIONS, faulty: ['half-written'], now: NOW, timeZone: 'Europe/Amsterdam', languages: ['nl', 'en', 'ar'], root: desk.folder });
  desk.ledger = async (work) => {
    const { ledger } = await desk.open();
    try {
      return await work(ledger);
    } finally {
      await ledger.close();
    }
  };
  desk.sign = (...signatures) => desk.ledger(async (ledger) => {
    const hashes = keyedHashes(await ledger.secret());
    await ledger.signAll(signatures.map((own): NewSignature => {
      const signature = { petition: 'free-internet', ref: randomUUID(), signedAt: Date.parse(NOW) - 36e5, name: 'Amina Osman', email: 'amina@kpnmail.nl', place: 'Utrecht', country: '', comment: '', updates: false, lang: 'nl', source: '', bucket: '', version: '0a1b2c3d', person: '', namesake: '', network: '', score: 0, reasons: [], origin: 'page' as const, relay: false, ...own };
      return { ...signature, person: hashes.person(signature.petition, signature.email), namesake: hashes.namesake(signature.petition, signature.name) };
    }));
  });
  desk.all = () => desk.said.join('\n');
  return desk;
}
