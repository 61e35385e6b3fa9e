import type { Fault } from '../../src/domain/fault.ts';

/** The language in a text's name, `index.nl.md`; otherwise undefined, with a fault if it looks like a text at all. */
export function languageOfFile(path: string, languages: readonly string[], faults: Fault[]): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const lang = /^index\.(.+)\.md$/.exec(name)?.[1];
  if (lang && languages.includes(lang)) return lang;
  const meant = lang && languages.find((known) => known.toLowerCase() === lang.toLowerCase());
  if (meant) {
    faults.push({ file: path, stops: 'story', wrong: 'Two files would get the same address, or nearly so.', remedy: `Write the language like in content/site.ts, index.${meant}.md, and keep only one such file.` });
  } else if (lang) {
    faults.push({ file: path, stops: 'story', wrong: `“${lang}” is not a language of this site.`, remedy: `Name the file after one of ${languages.join(', ')}, or add the language to content/site.ts.` });
  } else if (/\.(md|mdx|markdown|txt|docx?)$/i.test(name)) {
    faults.push({ file: path, stops: 'story', wrong: 'The file’s name does not say its language.', remedy: `Name it index.${languages[0]}.md, or whichever language it is in.` });
  }
  return undefined;
}
