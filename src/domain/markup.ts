/** Characters that no text needs and XML 1.0 forbids: feeds that hold one cannot be read at all. */
export const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/;

/** Explicit direction overrides and embeddings (Unicode TR 9): they can make a text read other than it is. */
export const OVERRIDES = /[\u202A-\u202E]/;

/** Text made safe between tags and inside quoted attributes, for HTML and XML alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Our own, sanitised HTML as plain text: paragraphs apart, lists with a dash, links followed by their address. */
export function plainText(html: string): string {
  return html
    .replace(/>\n+</g, '><')
    .replace(/<figure[\s\S]*?<\/figure>/g, '')
    .replace(/<a href="(https?:[^"]*)"[^>]*>([\s\S]*?)<\/a>/g, (_, url: string, words: string) => (url.replace(/^https?:\/\//, '') === words.replace(/^https?:\/\//, '') ? url : `${words} (${url})`))
    .replace(/<li>\s*(<p>)?/g, '– ')
    .replace(/<\/(td|th)>\s*<t[dh][^>]*>/g, ' | ')
    .replace(/<\/(p|h[2-6]|ul|ol|blockquote|table|pre|section)>/g, '\n\n')
    .replace(/<\/(li|tr)>|<br\s*\/?>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#x27;|&#39;/g, "'").replace(/&amp;/g, '&')
    // From the first blank only: a long row of them would be tried from each.
    .replace(/(?<![ \t])[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
