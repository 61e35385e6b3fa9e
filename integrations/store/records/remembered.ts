import { randomBytes } from 'node:crypto';
import type { Engine } from '../engine.ts';

export async function bookmark({ read }: Engine, name: string): Promise<string | undefined> {
  const [row] = await read.all<{ value: string }>('SELECT value FROM remembered WHERE name = ?', `bookmark ${name}`);
  return row?.value;
}

export async function setBookmark({ write }: Engine, name: string, value: string): Promise<void> {
  await write((session) => session.run('INSERT INTO remembered (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', `bookmark ${name}`, value));
}

/** The organisation's secret, 32 bytes; whoever comes first makes it, and everybody else finds it. */
export async function secret({ read, write }: Engine, random: (size: number) => Buffer = randomBytes): Promise<Buffer> {
  const find = async () => (await read.all<{ value: string }>(`SELECT value FROM remembered WHERE name = 'secret'`))[0];
  if (!(await find())) {
    const fresh = random(32).toString('hex');
    await write((session) => session.run(`INSERT INTO remembered (name, value) VALUES ('secret', ?) ON CONFLICT (name) DO NOTHING`, fresh));
  }
  return Buffer.from((await find())!.value, 'hex');
}
