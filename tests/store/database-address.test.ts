import { expect, test } from 'vitest';
import { openLedger } from '../../integrations/store/open-ledger.ts';

test.each(['postgres://rostrum:s3cret@host:port/db', 'rostrum s3cret', 'mysql://rostrum:s3cret@host/db', 'host=db password=s3cret'])('“%s” as DATABASE_URL is refused in a sentence that does not repeat the password', async (address) => {
  const refused = await openLedger({ DATABASE_URL: address }).catch((error: Error) => error);
  expect(refused).toMatchObject({ name: 'Refusal', exitCode: 2, message: expect.stringContaining('DATABASE_URL is no address of a PostgreSQL database') as string });
  expect(String((refused as Error).stack)).not.toContain('s3cret');
});

test.each(['postgres://rostrum:s3cret@127.0.0.1:5432/rostrum', 'postgresql://rostrum@db.example/rostrum?sslmode=require', 'postgres://rostrum@/rostrum?host=/run/postgresql', 'postgres:///rostrum'])('“%s” is an address that a database can have', async (address) => {
  await expect((await openLedger({ DATABASE_URL: address })).close()).resolves.toBeUndefined();
});
