import { describe, expect, test } from 'vitest';
import { draftOf } from '../../integrations/commands/new-draft.ts';
import { KINDS } from '../../src/domain/story.ts';
import { fieldsOf, proofread, written } from '../desk.ts';

const withField = (line: string, body?: string) => proofread('press', written(fieldsOf('press', ['place:', `${line}\nplace:`]), body));

describe('a change of a text', () => {
  test.each([
    ['updated: 2026-12-01 09:00', 'line 5, updated\n  This moment has not come yet.'],
    ['updated: 2026-11-16 09:00', 'line 5, updated\n  The text was changed before it was published. Mend “updated” or “published”, or take “updated” out.'],
    ['corrections: [{ at: 2026-12-01 09:00, text: Een dag. }]', 'line 5, corrections.1.at\n  This moment has not come yet.'],
    ['withdrawn: { at: 2026-12-01 09:00, text: Een dag. }', 'line 5, withdrawn.at\n  This moment has not come yet.'],
    ['corrections: [{ at: 2026-11-18 09:00, text: Een. }, { at: 2026-11-18T09:00:00+01:00, text: Twee. }]', 'line 5, corrections.2.at\n  Two corrections stand at the same moment. Write them as one, or give this one its own time.'],
    ['embargo:', 'line 5, embargo\n  This is empty. Write a text after the colon, or take the line out.'],
    ['draft:', 'line 5, draft\n  This is empty. Write true or false after the colon, or take the line out.'],
  ])('%s is refused', async (line, sentence) => {
    const { draft, told } = await withField(line);
    expect([draft, told.split('. Write the moment')[0]]).toEqual([undefined, `content/press/x/index.nl.md, ${sentence.replace(/\.$/, told.includes('Write the moment') ? '' : '.')}`]);
  });

  test('after publication and before now is fine', async () => {
    expect((await withField('updated: 2026-11-18 09:00\ncorrections: [{ at: 2026-11-18 09:00, text: Een. }, { at: 2026-11-19 09:00, text: Twee. }]')).told).toBe('');
  });
});

describe('fields inside each other', () => {
  test('ten thousand deep are told in a sentence', async () => {
    expect((await withField(`topics: ${'['.repeat(10_000)}`)).told).toBe('content/press/x/index.nl.md, line 5\n  Lists or groups stand inside each other far too deep. Take the many [, { or - signs out.');
  });
});

describe('a text that was taken back', () => {
  const back = 'withdrawn: { at: 2026-11-18 09:00, text: Onze bron trok zich terug. }';

  test('is only its address, its title and the reason; nobody has to mend the rest', async () => {
    const { draft, told } = await withField(`${back}\nimage: nowhere.jpg\nnotes: ["[x](posters/)"]`, '![](nowhere.jpg)\n\n[dit](/nl/press/nothing/)\n');
    expect(told).toBe('');
    expect(draft).toMatchObject({ links: [], pictures: [], version: { title: 'Gratis internet', summary: 'Onze bron trok zich terug.', html: '', text: '', notes: [], quotes: [], media: [], corrections: [] } });
  });

  test('says nothing of its claim, verdict or evidence', async () => {
    const { draft } = await proofread('fact-check', written(fieldsOf('fact-check', ['verdict:', `${back}\nverdict:`])));
    expect(JSON.stringify(draft!.version)).not.toMatch(/uit één land|inspreker|Solano|untrue|veel landen/);
    expect(draft!.version).toMatchObject({ verdict: 'withdrawn', finding: '', evidence: [], claim: { text: '', appearances: [] } });
  });

  test('says nothing of where and with whom the event was', async () => {
    const { draft } = await proofread('event', written(fieldsOf('event', ['where:', `${back}\nonline: https://talk.example\nguests: [{ name: Hanneke Vos }]\nwhere:`])));
    expect(JSON.stringify(draft!.version)).not.toMatch(/Bibliotheek|talk\.example|Hanneke/);
  });
});

describe('a new file from the template', () => {
  const fileOf = (kind: (typeof KINDS)[number]) => draftOf(kind, 'nl', true, '2026-11-20T09:00:00.000Z', 'Europe/Amsterdam');

  test.each(KINDS)('of the kind %s is a sound draft', async (kind) => {
    const { draft, told } = await proofread(kind, fileOf(kind));
    expect([told, draft!.version.draft]).toEqual(['', true]);
  });

  test.each([
    ['press', ['title', 'summary', 'place'], 1], ['event', ['title', 'summary', 'where'], 1],
    ['fact-check', ['title', 'summary', 'claim.text', 'claim.by', 'claim.place', 'claim.appearances.1.url', 'claim.appearances.1.archived', 'finding', 'evidence.1.title', 'evidence.1.publisher', 'evidence.1.url', 'evidence.1.archived'], 1],
  ] as const)('of the kind %s is refused once it is no draft any more', async (kind, fields, bodies) => {
    const { draft, faults } = await proofread(kind, fileOf(kind).replace(/draft: true.*\n/, ''));
    expect(draft).toBeUndefined();
    const own = faults.filter(({ wrong }) => wrong.includes('template'));
    expect(own.flatMap(({ field }) => field ?? []).sort()).toEqual([...fields].sort());
    expect(own.filter(({ field }) => field === undefined)).toHaveLength(bodies);
  });
});

