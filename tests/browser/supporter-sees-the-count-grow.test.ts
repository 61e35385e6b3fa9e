import { describe, expect, test } from 'vitest';
import { openReader } from './reader.ts';
import { fillIn, sign, SLUG, state, useSigning } from './signing-server.ts';

const desk = useSigning();

describe('A supporter who has signed', () => {
  test('never reads an older number beside “counted”, however long ago the page was drawn or the number was asked for', async () => {
    const { context, complaints } = await openReader(desk.browser);
    const page = await context.newPage();
    const shown = page.locator('.progress-count strong');
    const counted = async () => {
      const { count } = (await (await fetch(`${desk.server.address}/petitions/${SLUG}/count.json`)).json()) as { count: number };
      return new Intl.NumberFormat('en').format(count);
    };
    for (const person of ['first', 'second']) {
      await page.goto(`${desk.server.address}/en/petitions/${SLUG}/`);
      const before = await counted();
      if (person === 'second') await expect.poll(() => shown.textContent(), { timeout: 15_000 }).toBe(before);
      await fillIn(page, `${person}@example.org`);
      await sign(page);
      await page.waitForURL('**/thanks/');
      await state(page).getByText('counted').waitFor();
      // For up to a second, everybody gets the same answer.
      await expect.poll(() => shown.textContent(), { timeout: 15_000 }).toBe(person === 'first' ? '1' : '2');
      expect(await counted()).toBe(person === 'first' ? '1' : '2');
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});
