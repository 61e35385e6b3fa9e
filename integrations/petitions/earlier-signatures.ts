import { hasStore, openLedger } from '../store/open-ledger.ts';
import { StoreFault, type Ledger } from '../store/ledger.ts';

/**
 * What becomes of signatures that were given before the page named a form, in a sentence; undefined when there are none.
 *
 * They are never passed on later: whoever gave them was not told of Google, so the explicit consent (GDPR, Article
 * 9(2)(a)) does not reach that far, and the duty to name who receives the data (Article 13(1)(e) and (f)) was not met for
 * it. Nor is there a need that could justify it (Article 5(1)(c)): the count, the receipts and the delivery come from the ledger.
 */
export async function tellEarlier(slug: string, root: string, env: Readonly<Record<string, string | undefined>>): Promise<string | undefined> {
  if (!hasStore(env, root)) return undefined;
  const ledger = await openLedger(env, root);
  try {
    const count = await countedWithoutForm(ledger, slug);
    if (count === 0) return undefined;
    const [signatures, they, them, their] = count === 1 ? ['One earlier signature is', 'It counts', 'it', 'Whoever gave it was'] : [`${count.toLocaleString('en')} earlier signatures are`, 'They count', 'them', 'Those who gave them were'];
    return `${signatures} not at the form and will not be passed on to it. ${their} not told that Google keeps signatures too, which the page says only from now on. ${they} all the same; “npm run petition -- export ${slug} <file.csv>” writes ${them} with all others.`;
  } catch (error) {
    // The form is there all the same.
    if (error instanceof StoreFault) return `Whether there are earlier signatures cannot be seen now. ${error.message} They count, but are not passed on to the form.`;
    throw error;
  } finally {
    await ledger.close();
  }
}

async function countedWithoutForm(ledger: Pick<Ledger, 'rows'>, slug: string): Promise<number> {
  let count = 0;
  for await (const { relay } of ledger.rows(slug)) if (relay === 'none') count++;
  return count;
}
