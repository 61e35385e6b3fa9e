import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describeFault } from '../../src/domain/fault.ts';
import type { Newsroom } from '../../src/domain/newsroom.ts';
import type { SigningWay } from '../../src/domain/signing.ts';
import { traces } from '../files/public-folder.ts';
import { Refusal } from '../refusal.ts';
import { allowancesFor } from './allowances.ts';
import { checkThere, checkWhole } from './check-pages.ts';
import { chooseEffort, isCompressible, writeCompressed } from './compress.ts';
import { pathOf, policyFor, withoutRepeats, withPolicy, type Policies } from './policy.ts';

/** Drawn by us, pixel by pixel; a thousand stories have eight thousand of them. */
const DRAWN = /^share\//;
const MAY_TELL = /\.(jpe?g|png|webp|avif|gif|tiff?|heic|heif|svg|mp4|mov|m4v)$/i;

/**
 * Takes every file of a drawn site into the hand once: pages are whole and get their policy, no picture tells more
 * than it shows, and every text gets its compressed copies. It works file by file without waiting, which costs a
 * fraction of the processor time that thousands of waiting reads and writes would. Files `copied` from `public/`, by
 * address, are the organisation's own: they are no pages of ours, and get the strictest policy.
 */
export function finishFiles(client: string, signing: SigningWay, newsroom: Newsroom, copied: ReadonlySet<string>): Policies {
  const files = filesBelow(client);
  const allowances = allowancesFor(newsroom, signing);
  checkThere(files.map((file) => `/${file}`), newsroom);
  const policies = new Map<string, string>();
  const effort = chooseEffort(files.filter((file) => file.endsWith('.html')).length);
  for (const file of files) {
    const page = file.endsWith('.html') && !copied.has(`/${file}`);
    if (DRAWN.test(file) || (!page && !MAY_TELL.test(file) && !isCompressible(file))) continue;
    const path = join(client, file);
    let bytes: Uint8Array = readFileSync(path);
    if (page) {
      const html = bytes.toString();
      checkWhole(file, html);
      const address = pathOf(file);
      const policy = policyFor(address, html, allowances.get(address) ?? {});
      policies.set(address, policy);
      // For static hosts the policy also stands in the page, since there it can come by no other way.
      if (signing.hosting === 'static') writeFileSync(path, (bytes = Buffer.from(withPolicy(html, policy))));
    } else if (MAY_TELL.test(file)) {
      const fault = traces(`/${file}`, bytes);
      if (fault) throw new Refusal(describeFault(fault));
    }
    if (isCompressible(file)) writeCompressed(path, bytes, page ? effort : 'quick');
  }
  return { byPath: withoutRepeats(policies) };
}

/** Paths of all files below a folder, with `/`, sorted. */
function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).split(sep).join('/')).sort();
}
