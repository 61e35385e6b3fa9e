import { describe, expect, test } from 'vitest';
import { fieldsOf, proofread, written } from '../desk.ts';

describe('an event as it should be', () => {
  test('has no faults, its moments in one form', async () => {
    const fields = fieldsOf('event', ['starts:', 'ends: 2026-12-01T20:00:00+01:00\nonline: https://talk.example\nguests: [{ name: Hanneke Vos }]\nrecording: { url: https://video.example/w/1, minutes: 20 }\nstarts:']);
    const { draft, told } = await proofread('event', written(fields));
    expect(told).toBe('');
    expect(draft!.version).toMatchObject({ starts: '2026-12-01T18:30:00.000Z', ends: '2026-12-01T19:00:00.000Z', online: 'https://talk.example/', guests: [{ name: 'Hanneke Vos' }] });
  });
});

describe('a mistake in an event is told in a sentence', () => {
  test('no place, on the ground or on the net', async () => {
    expect((await proofread('event', written(fieldsOf('event', ['where: Bibliotheek', 'series: Lezingen'])))).told).toBe('content/events/x/index.nl.md, line 1, where\n  The event does not say where it is. Add “where:” with the place, “online:” with the web address, or both.');
  });
  test('an end before the start', async () => {
    expect((await proofread('event', written(fieldsOf('event', ['starts:', 'ends: 2026-12-01T19:00:00+01:00\nstarts:'])))).told).toMatchInlineSnapshot(`
      "content/events/x/index.nl.md, line 5, ends
        The event ends before it starts. Put “ends” after “starts”."
    `);
  });
  test('an end at the very start', async () => {
    expect((await proofread('event', written(fieldsOf('event', ['starts:', 'ends: 2026-12-01T19:30:00+01:00\nstarts:'])))).told).toMatchInlineSnapshot(`
      "content/events/x/index.nl.md, line 5, ends
        The event ends before it starts. Put “ends” after “starts”."
    `);
  });
  test('no start', async () => {
    expect((await proofread('event', written(fieldsOf('event', ['starts: 2026-12-01T19:30:00+01:00', 'series: Lezingen'])))).told).toMatchInlineSnapshot(`
      "content/events/x/index.nl.md, line 1, starts
        This field is missing. Add it; it needs a text."
    `);
  });
  test('a recording that is a program', async () => {
    expect((await proofread('event', written(fieldsOf('event', ['starts:', 'recording: { url: "javascript:alert(1)" }\nstarts:'])))).told).toMatchInlineSnapshot(`
      "content/events/x/index.nl.md, line 5, recording.url
        “javascript:alert(1)” is not a web address. Write the whole address, beginning with https://"
    `);
  });
  test('minutes in words', async () => {
    expect((await proofread('event', written(fieldsOf('event', ['starts:', 'recording: { url: https://video.example/, minutes: twintig }\nstarts:'])))).told).toMatchInlineSnapshot(`
      "content/events/x/index.nl.md, line 5, recording.minutes
        This needs a number, not “twintig”. Write a number."
    `);
  });
  test('no minutes at all', async () => {
    expect((await proofread('event', written(fieldsOf('event', ['starts:', 'recording: { url: https://video.example/, minutes: 0 }\nstarts:'])))).told).toMatchInlineSnapshot(`
      "content/events/x/index.nl.md, line 5, recording.minutes
        There is too little here. At least 1 is needed."
    `);
  });
  test('half a minute', async () => {
    expect((await proofread('event', written(fieldsOf('event', ['starts:', 'recording: { url: https://video.example/, minutes: 0.5 }\nstarts:'])))).told).toMatchInlineSnapshot(`
      "content/events/x/index.nl.md, line 5, recording.minutes
        This needs a whole number, not “0.5”. Write a whole number."
    `);
  });
  test('guests without names', async () => {
    expect((await proofread('event', written(fieldsOf('event', ['starts:', 'guests: [Hanneke Vos]\nstarts:'])))).told).toMatchInlineSnapshot(`
      "content/events/x/index.nl.md, line 5, guests.1
        This needs a group of lines (name: value), not “Hanneke Vos”. Write a group of lines (name: value)."
    `);
  });
});
