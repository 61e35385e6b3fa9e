/** Folders of the project that are published, or that git keeps for good: nothing about people may be written there. */
export const PUBLISHED: readonly string[] = ['dist', '.releases', 'public', 'content', 'src'];
