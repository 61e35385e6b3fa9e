import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consentHolds, idOf, isPublic, kindOf, nextChange } from '../../src/domain/story.ts';
import { isOutdated } from '../../src/domain/translation.ts';
import { NOW, press } from '../specimens.ts';

const BEFORE = '2026-11-23T09:59:59.999Z';
const AFTER = '2026-11-23T10:00:00.001Z';

describe('what the public may see', () => {
  test.each([
    ['published before now', { draft: false, published: BEFORE }, true],
    ['published this moment', { draft: false, published: NOW }, true],
    ['published a thousandth of a second from now', { draft: false, published: AFTER }, false],
    ['a draft', { draft: true, published: BEFORE }, false],
    ['embargo over', { draft: false, published: BEFORE, embargo: BEFORE }, true],
    ['embargo over this moment', { draft: false, published: BEFORE, embargo: NOW }, true],
    ['embargo still holding', { draft: false, published: BEFORE, embargo: AFTER }, false],
    ['embargo over, publication still to come', { draft: false, published: AFTER, embargo: BEFORE }, false],
    ['a draft whose embargo is over', { draft: true, published: BEFORE, embargo: BEFORE }, false],
  ])('%s: %j is %s', (_, version, answer) => expect(isPublic(version, NOW)).toBe(answer));

  const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map((date) => date.toISOString());
  const version = fc.record({ draft: fc.boolean(), published: moment, embargo: fc.option(moment, { nil: undefined }) });

  test('a story whose embargo lies in the future is never public', () => {
    fc.assert(fc.property(version, moment, fc.integer({ min: 1, max: 1e12 }), (story, now, later) => {
      const embargo = new Date(Date.parse(now) + later).toISOString();
      expect(isPublic({ ...story, embargo }, now)).toBe(false);
    }));
  });

  test('the next change is exactly the moment at which the answer turns', () => {
    fc.assert(fc.property(version, moment, (story, now) => {
      const change = nextChange(story, now);
      if (change === undefined) {
        expect(isPublic(story, now)).toBe(isPublic(story, '2099-01-01T00:00:00.000Z'));
      } else {
        expect([isPublic(story, now), isPublic(story, new Date(Date.parse(change) - 1).toISOString()), isPublic(story, change)]).toEqual([false, false, true]);
      }
    }));
  });
});

describe('a consent', () => {
  test.each([
    ['without an end holds', {}, true],
    ['holds on its last day', { expires: '2026-11-23' }, true],
    ['has ended the day after', { expires: '2026-11-22' }, false],
    ['holds until the day it is withdrawn', { withdrawn: '2026-11-24' }, true],
    ['has ended on the day it is withdrawn', { withdrawn: '2026-11-23' }, false],
    ['that is withdrawn does not come back by a late end', { withdrawn: '2026-01-01', expires: '2031-01-01' }, false],
  ])('%s', (_, dates, answer) => expect(consentHolds({ reference: 'HL-2026-001', ...dates }, '2026-11-23')).toBe(answer));
});

describe('a translation is outdated', () => {
  const original = press({ updated: '2026-11-10T09:00:00.000Z' });
  const translated = (own: Parameters<typeof press>[0] = {}) => press({ lang: 'en', translation: { origin: 'human' }, ...own });

  test('when the original changed after it was published', () => expect(isOutdated(translated(), original)).toBe(true));
  test('when the text it was made from is older', () => expect(isOutdated(translated({ translation: { origin: 'machine', of: '2026-11-09T09:00:00.000Z' } }), original)).toBe(true));
  test('but not when it was made from the latest text', () => expect(isOutdated(translated({ translation: { origin: 'machine', of: original.updated } }), original)).toBe(false));
  test('but not when it was updated afterwards', () => expect(isOutdated(translated({ updated: '2026-11-11T09:00:00.000Z' }), original)).toBe(false));
  test('but not when the original never changed', () => expect(isOutdated(translated(), press())).toBe(false));
  test('but an original never is', () => expect(isOutdated(press({ lang: 'en' }), original)).toBe(false));
});

test('a story’s name says its section, and a section its kind', () => {
  expect(idOf({ kind: 'fact-check', slug: 'six-countries' })).toBe('fact-checks/six-countries');
  expect([kindOf('press'), kindOf('fact-checks'), kindOf('events'), kindOf('petitions'), kindOf('constructor')]).toEqual(['press', 'fact-check', 'event', 'petition', undefined]);
});
