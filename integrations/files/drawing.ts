/** Elements of plain SVG 1.1 and 2; none of them runs a program or brings in a page. */
const ELEMENTS = new Set(`svg g defs symbol use title desc metadata style switch view a path rect circle ellipse line polyline polygon text tspan textpath tref image
  lineargradient radialgradient stop clippath mask pattern marker filter animatetransform animatemotion mpath`.split(/\s+/));
/** What is foreign to SVG is only looked at by drawing programs, unless its name says otherwise. */
const NEVER = /^(script|foreignobject|handler|listener|iframe|frame|object|embed|html|body|link|meta|base|form|set|animate|animation|audio|video|canvas)$/;
const TAG = /<(?:!--[\s\S]*?-->|!\[CDATA\[([\s\S]*?)\]\]>|\?([\s\S]*?)\?>|!([\s\S]*?)>|\/[^>]*>|([\w.:-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>)/g;
const ATTRIBUTE = /([^\s=/]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/g;
const INLINE_PICTURE = /^data:image\/(png|jpeg|webp|gif);base64,/;

/** Why a drawing (SVG) must not be published as it is: it holds a program, or fetches something. Undefined for a plain one. */
export function drawingDanger(source: string): 'program' | 'fetches' | undefined {
  let rest = '';
  let last = 0;
  for (const match of source.matchAll(TAG)) {
    const [whole, cdata, instruction, declaration, name, attributes = ''] = match;
    rest += source.slice(last, match.index) + (cdata ?? '');
    last = match.index + whole.length;
    if (instruction !== undefined && !/^xml\s/.test(instruction)) return 'fetches';
    // Entities of its own can spell anything.
    if (declaration !== undefined && !/^DOCTYPE\s+svg(\s+PUBLIC\s+"[^"]*"\s+"[^"]*")?\s*$/i.test(declaration)) return 'program';
    const danger = name === undefined ? undefined : dangerOf(name, attributes);
    if (danger) return danger;
  }
  rest += source.slice(last);
  // A sign that opens a tag and never closes it is read differently by every browser.
  if (rest.includes('<')) return 'program';
  return styleFetches(rest) ? 'fetches' : undefined;
}

function dangerOf(name: string, attributes: string): ReturnType<typeof drawingDanger> {
  const [prefix, local] = split(name);
  if (NEVER.test(local)) return 'program';
  if ((prefix === '' || prefix === 'svg') && !ELEMENTS.has(local) && !/^fe[a-z]+$/.test(local)) return 'program';
  for (const [, key = '', quoted = ''] of attributes.matchAll(ATTRIBUTE)) {
    const [space, attribute] = split(key);
    const value = plain(quoted.replace(/^["']|["']$/g, ''));
    if (attribute.startsWith('on') && attribute !== 'only') return 'program';
    if (/(java|vb|live)script:/i.test(value)) return 'program';
    if (space === 'xmlns' || key === 'xmlns') continue;
    if (/^(href|src|base)$/.test(attribute) && !value.startsWith('#') && !INLINE_PICTURE.test(value)) return 'fetches';
    if (styleFetches(value)) return 'fetches';
  }
  return undefined;
}

const split = (name: string): [prefix: string, local: string] => {
  const at = name.lastIndexOf(':');
  return [name.slice(0, Math.max(0, at)).toLowerCase(), name.slice(at + 1).toLowerCase()];
};

/** A value as the browser takes it: entities read, signs that it skips taken out. */
function plain(value: string): string {
  const read = value.replace(/&#(?:x([0-9a-f]+)|(\d+));?/gi, (_, hex?: string, digits?: string) => {
    const code = hex ? parseInt(hex, 16) : Number(digits);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
  return read.replace(/&colon;/gi, ':').replace(/&(tab|newline);/gi, '').replace(/[\u0000-\u0020\u007F-\u00A0\u200B-\u200F\u2028-\u202E\uFEFF]/g, '');
}

/** Styles can fetch by url() and @import, also spelled with escapes. */
function styleFetches(style: string): boolean {
  const bare = plain(style).replace(/\/\*[\s\S]*?\*\//g, '');
  return /@import|\\[0-9a-f]/i.test(bare) || [...bare.matchAll(/url\(["']?([^"')]*)/gi)].some(([, target = '']) => !target.startsWith('#') && !INLINE_PICTURE.test(target));
}
