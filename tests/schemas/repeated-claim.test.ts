import { expect, test } from 'vitest';
import { VERDICTS } from '../../src/domain/story.ts';
import { fieldsOf, proofread, written } from '../desk.ts';

const CLAIM = 'Alle vluchtelingen komen uit één land';
const said = async (verdict: string, place: 'title' | 'summary' | 'finding' | 'text') => {
  const changes: Record<string, [string, string]> = { title: ['Onderzoekers noemen zes landen', CLAIM], summary: ['Zes landen staan samen in één zin.', CLAIM], finding: ['Mensen vluchtten uit veel landen.', CLAIM] };
  const fields = fieldsOf('fact-check', ['verdict: untrue', `verdict: ${verdict}`], ...(place === 'text' ? [] : [changes[place]!]));
  return (await proofread('fact-check', written(fields, place === 'text' ? `${CLAIM}.\n` : undefined))).told;
};

const allowed = ['correct', 'mostly-true'];
test.each(VERDICTS.flatMap((verdict) => (['title', 'summary', 'finding', 'text'] as const).map((place) => [verdict, place] as const)))('with the verdict %s, the %s is judged like every other place', async (verdict, place) => {
  expect((await said(verdict, place)).includes('repeats the claim')).toBe(!allowed.includes(verdict));
});
