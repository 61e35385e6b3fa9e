import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayIn, dayStart, monthsAfter } from '../../src/domain/instant.ts';
import { openPetitions, petitionsInOrder, petitionState } from '../../src/domain/newsroom.ts';
import { entryOf, milestoneFor, offlineCount, signingTimes, stateOf, type PetitionTerms } from '../../src/domain/petition.ts';
import { anonymisationDay, countOf, factsOf, takesSignatures } from '../../src/domain/petition-facts.ts';
import { newsroom, organisation, petition } from '../specimens.ts';

const terms: PetitionTerms = { ...petition().terms, opens: '2026-03-01', closes: '2026-03-29' };
const answer = { at: '2026-04-10T09:00:00.000Z', by: 'De raad', text: 'Ja.' };

describe('a petition stands', () => {
  test.each([
    ['is not open the day before it opens', {}, '2026-02-28', 'draft'],
    ['is open on its first day', {}, '2026-03-01', 'open'],
    ['is open on its last day', {}, '2026-03-29', 'open'],
    ['is closed the day after', {}, '2026-03-30', 'closed'],
    ['rests while it is paused', { paused: true }, '2026-03-15', 'paused'],
    ['is closed, not paused, once its time is over', { paused: true }, '2026-03-30', 'closed'],
    ['is delivered from that day on, though it could have been signed longer', { delivered: '2026-03-20' }, '2026-03-20', 'delivered'],
    ['is open until the day of delivery', { delivered: '2026-03-20' }, '2026-03-19', 'open'],
  ] as const)('it %s', (_, own, today, state) => expect(stateOf({ draft: false, terms: { ...terms, ...own } }, today)).toBe(state));

  test('an answer that comes while people sign does not end the signing; afterwards it is answered', () => {
    expect(stateOf({ draft: false, answer, terms }, '2026-03-20')).toBe('open');
    expect(stateOf({ draft: false, answer, terms }, '2026-04-11')).toBe('answered');
    expect(stateOf({ draft: false, answer, terms: { ...terms, delivered: '2026-04-01' } }, '2026-04-11')).toBe('answered');
  });

  test('a draft is one on every day', () => expect(stateOf({ draft: true, answer, terms: { ...terms, delivered: '2026-04-01' } }, '2026-05-01')).toBe('draft'));

  test('days are those of the organisation: at 23:30 in Amsterdam its last day is not over, in Auckland it is', () => {
    const room = { ...newsroom([]), now: '2026-03-29T21:30:00.000Z' };
    expect(petitionState(room, petition({ terms }), 'Europe/Amsterdam')).toBe('open');
    expect(petitionState(room, petition({ terms }), 'Pacific/Auckland')).toBe('closed');
  });

  test('whoever writes a draft sees it as it will be', () => {
    expect(petitionState({ ...newsroom([]), now: '2026-03-10T10:00:00.000Z' }, petition({ terms, draft: true }), 'Europe/Amsterdam')).toBe('open');
  });
});

describe('signing', () => {
  test('goes from the first midnight to the last, also on the day on which the clocks go forward', () => {
    expect(signingTimes(terms, 'Europe/Amsterdam')).toEqual({ opensAt: '2026-02-28T23:00:00.000Z', closesAt: '2026-03-29T22:00:00.000Z' });
    expect(signingTimes({ ...terms, delivered: '2026-03-20' }, 'Europe/Amsterdam').closesAt).toBe('2026-03-19T23:00:00.000Z');
  });

  test('is possible exactly while the page says that the petition is open', () => {
    const zones = fc.constantFrom('Europe/Amsterdam', 'Europe/Istanbul', 'Pacific/Auckland', 'America/Havana', 'UTC');
    const around = fc.date({ min: new Date('2026-02-25'), max: new Date('2026-04-05'), noInvalidDate: true }).map((date) => date.toISOString());
    fc.assert(fc.property(zones, around, fc.boolean(), fc.option(fc.constantFrom('2026-03-20', '2026-04-02'), { nil: undefined }), (timeZone, now, paused, delivered) => {
      const own = { ...terms, paused, delivered };
      expect(takesSignatures({ ...signingTimes(own, timeZone), terms: own }, now)).toBe(stateOf({ draft: false, terms: own }, dayIn(timeZone, now)) === 'open');
    }));
  });
});

describe('milestones', () => {
  test.each([[0, 100], [99, 100], [100, 200], [312, 500], [4967, 5000], [5000, 10_000], [2_000_000, 5_000_000], [6_103_056, 10_000_000]])('after %i signatures the next is %i', (count, goal) => expect(milestoneFor(count)).toBe(goal));

  test('are the petition’s own first, and go on by themselves above the last of them', () => {
    expect([0, 999, 1000, 39_999, 40_000, 40_001].map((count) => milestoneFor(count, [1000, 5000, 40_000]))).toEqual([1000, 1000, 5000, 40_000, 50_000, 50_000]);
  });

  test('are always above the count, and never go down while it grows', () => {
    const own = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 6 }).map((some) => some.sort((a, b) => a - b));
    fc.assert(fc.property(fc.nat(100_000_000), fc.nat(1000), own, (count, more, milestones) => {
      expect(milestoneFor(count, milestones)).toBeGreaterThan(count);
      expect(milestoneFor(count + more, milestones)).toBeGreaterThanOrEqual(milestoneFor(count, milestones));
    }));
  });
});

test('the public number of a question is its hexadecimal id in decimal', () => {
  expect([entryOf('1a2b3c4d'), entryOf('0000000a')]).toEqual(['entry.439041101', 'entry.10']);
});

test('signatures on paper count from the day that is written beside them', () => {
  const offline = [{ date: '2026-03-02', count: 212, note: 'Street stall' }, { date: '2026-03-09', count: 8, note: 'Library' }];
  expect(['2026-03-01', '2026-03-02', '2026-03-09'].map((today) => offlineCount({ ...terms, offline }, today))).toEqual([0, 212, 220]);
  expect(countOf(petition({ terms: { ...terms, offline } }), 30, '2026-03-08T23:30:00.000Z', '2026-03-09')).toEqual({ petition: 'open-network', online: 30, offline: 220, count: 250, asOf: '2026-03-08T23:30:00.000Z' });
});

test('names are removed some months after the last day, also from the end of a long month', () => {
  expect([anonymisationDay({ closes: '2026-08-31', retention: 6 }), anonymisationDay({ closes: '2026-06-14', retention: 0 })]).toEqual(['2027-02-28', '2026-06-14']);
  expect([monthsAfter('2024-01-31', 1), monthsAfter('2026-11-30', 14), monthsAfter('2026-03-31', 12)]).toEqual(['2024-02-29', '2028-01-30', '2027-03-31']);
  expect(dayStart('America/Havana', '2026-03-08')).toBe('2026-03-08T05:00:00.000Z');
});

describe('those who take signatures', () => {
  const room = newsroom([petition(), petition({ lang: 'en', title: 'Free internet', ask: 'Make it open.', version: 'ffffffff', terms: { ...petition().terms, target: 'The town' }, translation: { origin: 'human' } })]);

  test('know the text that each page shows, and what a signature on it is given to', () => {
    const { texts, mail, organisation: name, anonymisedOn } = factsOf(room, room.stories[0]!, organisation);
    expect(Object.keys(texts)).toEqual(['nl', 'en', 'tr', 'ar']);
    expect(texts['ar']).toEqual({ lang: 'en', title: 'Free internet', ask: 'Make it open.', target: 'The town', version: 'ffffffff' });
    expect(texts['nl']).toMatchObject({ lang: 'nl', version: '0a1b2c3d', target: 'Het college van Havenstad' });
    expect([mail, name, anonymisedOn]).toEqual(['pers@havenlicht.example', 'Havenlicht', '2027-09-30']);
  });

  test('take none for a petition that was taken back', () => {
    const gone = newsroom([petition({ withdrawn: { at: '2026-11-10T09:00:00.000Z', text: 'Een fout.' } })]);
    const facts = factsOf(gone, gone.stories[0]!, organisation);
    expect([takesSignatures(facts, '2026-11-10T08:59:59.000Z'), takesSignatures(facts, '2026-11-10T09:00:00.000Z')]).toEqual([true, false]);
  });
});

test('petitions that can be signed come first', () => {
  const done = petition({ slug: 'done', published: '2026-11-20T09:00:00.000Z', terms: { ...petition().terms, closes: '2026-11-22' } });
  const gone = petition({ slug: 'gone', withdrawn: { at: '2026-11-02T09:00:00.000Z', text: 'x' } });
  const room = newsroom([done, gone, petition()]);
  expect(petitionsInOrder(room, 'Europe/Amsterdam').map(({ slug }) => slug)).toEqual(['open-network', 'done', 'gone']);
  expect(openPetitions(room, 'Europe/Amsterdam').map(({ slug }) => slug)).toEqual(['open-network']);
});
