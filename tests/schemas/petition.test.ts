import { describe, expect, test } from 'vitest';
import { fieldsOf, proofread, written } from '../desk.ts';

const told = async (...changes: (readonly [string, string])[]) => (await proofread('petition', written(fieldsOf('petition', ...changes)))).told;

describe('a petition', () => {
  test('with news and an answer is read, the newest news first', async () => {
    const more = 'updates:\n  - { at: 2026-11-18 10:00, text: "Een *begin*." }\n  - { at: 2026-11-20 10:00, text: "Meer op [onze site](https://haven.example)." }\nanswer: { at: 2026-11-22 09:00, by: De raad, text: Wij denken na., url: "https://raad.example/besluit" }\nask:';
    const { draft, told } = await proofread('petition', written(fieldsOf('petition', ['ask:', more])));
    expect(told).toBe('');
    expect(draft!.version).toMatchObject({
      kind: 'petition', ask: 'Maak een open netwerk op vier plekken.',
      updates: [{ at: '2026-11-20T09:00:00.000Z' }, { at: '2026-11-18T09:00:00.000Z', text: expect.stringContaining('<em>begin</em>') }],
      answer: { by: 'De raad', url: 'https://raad.example/besluit' },
    });
    expect(draft!.links.map(({ url }) => url)).toEqual(['https://haven.example']);
  });

  test('that was taken back keeps its address and its terms, and nothing that it asked', async () => {
    const { draft } = await proofread('petition', written(fieldsOf('petition', ['ask:', 'withdrawn: { at: 2026-11-20 10:00, text: Wij zaten ernaast. }\nask:'])));
    expect(draft!.version).toMatchObject({ ask: '', updates: [], html: '', summary: 'Wij zaten ernaast.', terms: { target: 'Het college van Havenstad' } });
  });

  test('says what it asks, in few words, and when what happened', async () => {
    const all = [
      await told(['ask: Maak een open netwerk op vier plekken.', 'asks: Maak een open netwerk.']),
      await told(['Maak een open netwerk op vier plekken.', 'Maak een open netwerk. '.repeat(20)]),
      await told(['ask:', 'updates: [{ at: 2026-11-30 10:00, text: Later. }]\nask:']),
      await told(['ask:', 'updates: [{ at: 2026-11-20 10:00, text: Eén. }, { at: 2026-11-20 10:00, text: Twee. }]\nask:']),
      await told(['ask:', 'answer: { at: 2026-12-30 10:00, by: De raad, text: Ja. }\nask:']),
      await told(['ask:', 'answer: { at: 2026-11-20 10:00, text: Ja. }\nask:']),
    ];
    expect(all.join('\n')).toMatchInlineSnapshot(`
      "content/petitions/x/index.nl.md, line 1, ask
        This field is missing. Add it; it needs a text.
      content/petitions/x/index.nl.md, line 5, asks
        “asks” is not a field. Did you mean “ask”?
      content/petitions/x/index.nl.md, line 5, ask
        This has 459 characters; there is room for 280. Make it 179 characters shorter.
      content/petitions/x/index.nl.md, line 5, updates.1.at
        This moment has not come yet. Write the moment at which you changed the text; check day, month and year.
      content/petitions/x/index.nl.md, line 5, updates.2.at
        Two updates stand at the same moment. Write them as one, or give this one its own time.
      content/petitions/x/index.nl.md, line 5, answer.at
        This moment has not come yet. Write the moment at which you changed the text; check day, month and year.
      content/petitions/x/index.nl.md, line 5, answer.by
        This field is missing. Add it; it needs a text."
    `);
  });
});
