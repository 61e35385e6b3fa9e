import { expect, test } from 'vitest';
import { StoreFault, type NewSignature, type Signed } from '../../integrations/store/ledger.ts';
import { ELSEWHERE, groupCommit } from '../../integrations/store/records/group-commit.ts';
import { signatureOf } from './signatures.ts';

/** A store that keeps groups as they come, and fails where it is told to. */
function groups(fail: (group: readonly NewSignature[]) => Error | undefined = () => undefined) {
  const kept: string[][] = [];
  const sign = groupCommit(async (group) => {
    await new Promise(setImmediate);
    const fault = fail(group);
    if (fault) throw fault;
    kept.push(group.map(({ ref }) => ref));
    return group.map(({ ref }): Signed => ({ ref, state: 'valid', repeated: false }));
  });
  return { kept, sign: (ref: string) => sign(signatureOf({ ref })) };
}

test('whoever signs while a commit is under way shares the next one', async () => {
  const { kept, sign } = groups();
  const first = sign('a');
  await new Promise(setImmediate);
  await Promise.all([first, sign('b'), sign('c')]);
  expect(kept).toEqual([['a'], ['b', 'c']]);
});

test('everybody gets the answer to the own signature', async () => {
  const { sign } = groups();
  const refs = Array.from({ length: 2500 }, (_, n) => `r-${n}`);
  expect((await Promise.all(refs.map(sign))).map(({ ref }) => ref)).toEqual(refs);
});

test('when the store fails, nobody of the group is thanked, and the next one is', async () => {
  let broken = true;
  const { sign } = groups(() => (broken ? new StoreFault('full') : undefined));
  expect((await Promise.allSettled([sign('a'), sign('b')])).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  broken = false;
  await expect(sign('a')).resolves.toMatchObject({ ref: 'a' });
});

test('a signature that the store cannot hold does not take the others along', async () => {
  const { kept, sign } = groups((group) => (group.some(({ ref }) => ref === 'bad') ? new Error('refused a value') : undefined));
  expect((await Promise.allSettled(['a', 'bad', 'b'].map(sign))).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(kept).toEqual([['a'], ['b']]);
});

test.each([['here', undefined, ['stored a', 'answered a', 'stored b', 'answered b']], ['elsewhere', ELSEWHERE, ['stored a', 'stored b', 'answered a', 'answered b']]])('a store that works %s gets the next group in time', async (_, turns, order) => {
  const told: string[] = [];
  let meanwhile = () => {};
  const answered = (ref: string) => sign(signatureOf({ ref })).then(() => void told.push(`answered ${ref}`));
  const second = new Promise<void>((resolve) => (meanwhile = () => resolve(answered('b'))));
  const sign = groupCommit(async (group) => {
    told.push(`stored ${group[0]!.ref}`);
    // Somebody else comes while the first is written.
    if (group[0]!.ref === 'a') meanwhile();
    await new Promise(setImmediate);
    return group.map(({ ref }): Signed => ({ ref, state: 'valid', repeated: false }));
  }, turns);
  await Promise.all([answered('a'), second]);
  expect(told).toEqual(order);
});

test('a store that does not answer keeps nobody waiting for long, signs nobody who gave up, and serves the next once it is back', async () => {
  let answers = () => {};
  const silent = new Promise<void>((resolve) => (answers = resolve));
  const kept: string[] = [];
  const sign = groupCommit(async (group) => {
    await silent;
    kept.push(...group.map(({ ref }) => ref));
    return group.map(({ ref }): Signed => ({ ref, state: 'valid', repeated: false }));
  }, undefined, 30);
  const [underWay, next] = [sign(signatureOf({ ref: 'under way' })), new Promise(setImmediate).then(() => sign(signatureOf({ ref: 'next' })))];
  await expect(underWay).rejects.toThrow(StoreFault);
  await expect(next).rejects.toThrow('did not answer in time');
  answers();
  await expect(sign(signatureOf({ ref: 'later' }))).resolves.toMatchObject({ ref: 'later' });
  expect(kept).toEqual(['under way', 'later']);
});
