/** What every engine can hold: PostgreSQL refuses the character zero, and halves of surrogate pairs are no text. */
export const cleanText = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '') : text).toWellFormed();
