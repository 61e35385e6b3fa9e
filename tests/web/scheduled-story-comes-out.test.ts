import { describe, expect, test } from 'vitest';
import type { BuildOutcome } from '../../integrations/web/build-child.ts';
import { reasonIn } from '../../integrations/web/build-child.ts';
import { publishClock } from '../../integrations/web/publish-clock.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-23T10:00:00Z');

/** A clock that jumps from timer to timer, and builds that end as told. */
function stage(outcomes: BuildOutcome[] = []) {
  const stage = {
    time: START, waits: [] as number[], builds: [] as string[], log: [] as string[], stops: 0, jump: 0,
    timer: undefined as { at: number; call: () => void } | undefined,
    async runTo(moment: string) {
      while (stage.timer && stage.timer.at <= Date.parse(moment)) {
        const { at, call } = stage.timer;
        stage.timer = undefined;
        stage.time = at + stage.jump;
        stage.jump = 0;
        call();
        await new Promise(setImmediate);
      }
      stage.time = Math.max(stage.time, Date.parse(moment));
    },
  };
  const clock = publishClock({
    now: () => stage.time,
    after(wait, call) {
      stage.waits.push(wait);
      const timer = { at: stage.time + wait, call };
      stage.timer = timer;
      return () => void (stage.timer === timer && (stage.timer = undefined));
    },
    build() {
      stage.builds.push(new Date(stage.time).toISOString().slice(0, 16));
      return { outcome: Promise.resolve(outcomes.shift() ?? { ok: true }), stop: () => void stage.stops++ };
    },
    log: (line) => stage.log.push(line),
  });
  return Object.assign(stage, { clock });
}

const failed: BuildOutcome = { ok: false, reason: 'Nothing was built.' };

describe('a scheduled story', () => {
  test('comes out at its minute, without anybody there', async () => {
    const { clock, runTo, builds } = Object.assign(stage());
    clock.follow('2026-11-23T12:30:00.000Z');
    await runTo('2026-11-23T12:29:59Z');
    expect(builds).toEqual([]);
    await runTo('2026-11-23T12:30:00Z');
    expect(builds).toEqual(['2026-11-23T12:30']);
    clock.follow('2026-11-23T14:00:00.000Z');
    await runTo('2026-11-23T20:00:00Z');
    expect(builds).toEqual(['2026-11-23T12:30', '2026-11-23T14:00']);
  });

  test('comes out after two months just as well', async () => {
    const { clock, runTo, builds, waits } = stage();
    clock.follow('2027-01-23T10:00:00.000Z');
    await runTo('2027-02-01T00:00:00Z');
    expect(builds).toEqual(['2027-01-23T10:00']);
    expect(Math.max(...waits)).toBeLessThan(2 ** 31);
  });

  test('comes out when the clock of the machine is set right meanwhile', async () => {
    const one = stage();
    one.clock.follow('2026-11-24T10:00:00.000Z');
    one.jump = 24 * 60 * MINUTE;
    await one.runTo('2026-11-24T10:01:00Z');
    expect(one.builds).toEqual(['2026-11-24T10:01']);
  });

  test('that is late already comes out at once', async () => {
    const { clock, runTo, builds } = stage();
    clock.follow('2026-11-23T09:00:00.000Z');
    await runTo('2026-11-23T10:00:00Z');
    expect(builds).toEqual(['2026-11-23T10:00']);
  });

  test('does not make the site build without end when a build changes nothing', async () => {
    const { clock, runTo, builds } = stage();
    clock.follow('2026-11-23T10:05:00.000Z');
    await runTo('2026-11-23T10:05:00Z');
    clock.follow('2026-11-23T10:05:00.000Z');
    await runTo('2026-11-24T10:00:00Z');
    expect(builds).toHaveLength(1);
  });

  test('is tried again after 1, 5 and every 15 minutes when the build fails', async () => {
    const { clock, runTo, builds, log } = stage([failed, failed, failed, failed]);
    clock.follow('2026-11-23T10:10:00.000Z');
    await runTo('2026-11-23T10:10:30Z');
    expect(clock.failure()).toBe('Nothing was built.');
    expect(log).toEqual(['The build of 2026-11-23T10:10:00.000Z failed: Nothing was built. The site stays as it was; the next try is in 1 minute.']);
    await runTo('2026-11-23T12:00:00Z');
    expect(builds).toEqual(['2026-11-23T10:10', '2026-11-23T10:11', '2026-11-23T10:16', '2026-11-23T10:31', '2026-11-23T10:46']);
    expect(clock.failure()).toBeUndefined();
  });

  test('that somebody published by hand in the meantime is not built again', async () => {
    const { clock, runTo, builds } = stage([failed]);
    clock.follow('2026-11-23T10:10:00.000Z');
    await runTo('2026-11-23T10:10:00Z');
    clock.follow(null);
    await runTo('2026-11-24T10:00:00Z');
    expect(builds).toHaveLength(1);
    expect(clock.failure()).toBeUndefined();
  });

  test('is left alone once the server stops', async () => {
    const { clock, runTo, builds } = stage();
    clock.follow('2026-11-23T10:10:00.000Z');
    clock.stop();
    await runTo('2026-11-24T10:00:00Z');
    expect(builds).toEqual([]);
  });
});

describe('the reason why a build failed', () => {
  test.each([
    ['One thing to mend:\n\ncontent/x.md\n  Wrong.\n\nNothing was built; the site stays as it was.\n', 'Nothing was built; the site stays as it was.'],
    ['(node:12) ExperimentalWarning: x\n(Use `node --trace-warnings ...`)\nAnother build is running.\n', 'Another build is running.'],
    ['file:///x.ts:3\n  throw 1\n  ^\n\nTypeError: x is not a function\n    at x\n\nNode.js v24.21.0\n', 'TypeError: x is not a function'],
    ['Something is missing.\nShare kits: 35 of 91 …\n', 'Something is missing.'],
    ['\n', undefined],
  ])('is found in %j', (said, reason) => {
    expect(reasonIn(said)).toBe(reason);
  });
});
