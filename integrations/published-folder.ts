import { relative, resolve, sep } from 'node:path';

/** Folders of the project that are published, or that git keeps for good: nothing about people may be written there. */
const PUBLISHED: readonly string[] = ['dist', '.releases', 'public', 'content', 'src'];

/** Which of these folders a path leads into; undefined for none. */
export function publishedAbove(path: string, root: string): string | undefined {
  const top = relative(resolve(root), resolve(path)).split(sep)[0]!;
  return PUBLISHED.includes(top) ? top : undefined;
}
