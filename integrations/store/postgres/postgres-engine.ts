import type { Engine } from '../engine.ts';
import { StoreFault } from '../ledger.ts';

export function postgresEngine(_url: string): Engine {
  throw new StoreFault('PostgreSQL is not supported yet. Leave DATABASE_URL out.');
}
