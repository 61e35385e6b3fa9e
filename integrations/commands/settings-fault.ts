/** Files that are read for the settings alone; `src/site.ts` asks for the `default` of `content/site.ts`. */
const SETTINGS = /content[/\\]site\.ts/;
const SETTINGS_LINE = /content[/\\]site\.ts:(\d+)/;

/**
 * The sentence for a `content/site.ts` that cannot be read, with its line where it is known; undefined for any other
 * error. Faults of single settings are told by `src/site.ts`.
 */
export function settingsFault(error: unknown): string | undefined {
  if (!(error instanceof Error) || error.name === 'Refusal') return undefined;
  const { message, stack = '' } = error;
  const [code, reason] = ['code' in error ? String(error.code) : '', message.split('\n')[0]!.replace(/\.$/, '')];
  const at = (line?: string) => `content/site.ts${line ? `, line ${line}` : ''}: `;
  if (error.name === 'SyntaxError') {
    if (SETTINGS.test(message) && message.includes('export named')) return `${at()}it does not hand its settings on. Begin them with “export default {” as before.`;
    // Node writes the place above the error's own words.
    const line = SETTINGS_LINE.exec(stack.slice(0, stack.indexOf('SyntaxError')))?.[1];
    return line && `${at(line)}something is written wrong here or in the line before (${reason}). Look for a missing comma, quotation mark or bracket.`;
  }
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'ERR_UNSUPPORTED_DIR_IMPORT') {
    if (/Cannot find module '[^']*content[/\\]site\.ts'/.test(message)) return `${at()}the file is missing. Bring it back, or take it from the sample newsroom.`;
    return /imported from .*content[/\\]site\.ts$/.test(message) ? `${at()}it asks for a file that is not there (${reason}).` : undefined;
  }
  const line = SETTINGS_LINE.exec(stack.slice(stack.indexOf('\n    at ')).split('\n')[1] ?? '')?.[1];
  return line && `${at(line)}the settings cannot be read (${reason}).`;
}
