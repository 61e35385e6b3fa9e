/** The API's id of a public form's question: eight hex digits of its `entry.` number. Known from practice, not promised by Google. */
export const questionOf = (entry: number): string => entry.toString(16).padStart(8, '0');
