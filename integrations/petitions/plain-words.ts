/** A title or heading as it is compared: small letters without marks, hyphens and apostrophes, words parted by one blank. */
export function plainWords(text: string): string {
  // Titles are short; whoever writes a book there gets its first page read.
  return text.slice(0, 300).normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD').replace(/ı/g, 'i').replace(/\p{M}|[ʼ’'`‘ـ\u200c\u200d-]/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
