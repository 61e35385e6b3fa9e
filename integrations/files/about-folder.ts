import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../src/domain/fault.ts';
import type { About } from '../../src/domain/newsroom.ts';
import { figureHtml } from '../../src/domain/picture.ts';
import { aboutSchema } from '../../src/schemas/about.ts';
import { readText } from './content-folder.ts';
import { faultsOf } from './field-faults.ts';
import { renderText } from './markdown.ts';
import type { Reading } from './story-file.ts';
import { readStoryFile } from './written-file.ts';

/** Reads `content/about/index.<lang>.md`; these pages carry the policies, so a faulty one stops the build. */
export async function readAbout(reading: Reading, languages: readonly string[], faults: Fault[]): Promise<About[]> {
  const pages: About[] = [];
  const schema = aboutSchema(reading.desk);
  for (const lang of languages) {
    const file = `content/about/index.${lang}.md`;
    if (!existsSync(join(reading.root, file))) continue;
    const own: Fault[] = [];
    const text = await readText(reading.root, file, own);
    const written = text ? readStoryFile(file, text.text) : [];
    if (Array.isArray(written)) own.push(...written);
    else {
      const parsed = schema.safeParse(written.fields);
      if (!parsed.success) own.push(...faultsOf(written, parsed.error, Object.keys(schema.shape), 'build'));
      else {
        const figure = (name: string, alt: string) => {
          const state = reading.media.find(name);
          return typeof state === 'object' ? figureHtml(state.picture, lang, alt) : undefined;
        };
        const body = renderText(written.body, { file, line: written.bodyLine, figure });
        own.push(...body.faults);
        if (!parsed.data.draft) pages.push({ ...parsed.data, lang, file, html: body.html, text: body.text });
      }
    }
    faults.push(...own.map((fault): Fault => (fault.stops === 'story' ? { ...fault, stops: 'build' } : fault)));
  }
  return pages;
}
