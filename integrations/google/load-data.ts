/** Deepest nesting that is followed; real pages have ten levels. */
const DEEPEST = 200;

/**
 * The array that a public form's page hands to its script as `FB_PUBLIC_LOAD_DATA_`, from a page as Google sends it, as a browser
 * saved it, or as its source was copied; undefined when there is none that can be read. Never throws.
 */
export function loadData(html: string): unknown[] | undefined {
  for (const text of [html, unescaped(html)]) {
    for (let at = text.indexOf(NAME), tries = 0; at >= 0 && tries < 20; at = text.indexOf(NAME, at + 1), tries++) {
      const start = /^\s*['"\]]*\s*=\s*(?=\[)/.exec(text.slice(at + NAME.length, at + NAME.length + 100));
      const found = start && arrayAt(text, at + NAME.length + start[0].length);
      if (found) return found;
    }
  }
  return undefined;
}

const NAME = 'FB_PUBLIC_LOAD_DATA_';

/** The arrays in `data-params` attributes, one a question, in which Google repeats them; `%.@.` stands for an opening bracket. */
export function paramsData(html: string): unknown[][] {
  return [...html.matchAll(/data-params\s*=\s*(?:"([^"]{1,1000000})"|'([^']{1,1000000})')/g)].flatMap(([, double, single]) => {
    const text = unescaped(double ?? single!);
    const whole = arrayAt(text.startsWith('%.@.') ? `[${text.slice(4)}` : text, 0);
    return Array.isArray(whole?.[0]) ? [whole[0] as unknown[]] : [];
  });
}

/** Reads the array that begins at `start`: looks for its end first, since more script follows. */
function arrayAt(text: string, start: number): unknown[] | undefined {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const sign = text[i];
    if (sign === '"') {
      for (i++; i < text.length && text[i] !== '"'; i++) if (text[i] === '\\') i++;
    } else if (sign === '[' || sign === '{') {
      if (++depth > DEEPEST) return undefined;
    } else if ((sign === ']' || sign === '}') && --depth === 0) return parsed(text.slice(start, i + 1));
  }
  return undefined;
}

function parsed(text: string): unknown[] | undefined {
  // A script may write \x3c and leave places empty, JSON may not.
  for (const attempt of [text, text.replace(/\\x([\da-f]{2})/gi, '\\u00$1').replace(/,(?=\s*[,\]])|\[(?=\s*,)/g, '$&null')]) {
    try {
      const value: unknown = JSON.parse(attempt);
      return Array.isArray(value) ? value : undefined;
    } catch {
      // The other spelling, or none.
    }
  }
  return undefined;
}

const SIGNS: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" };

/** HTML's references for the few signs that pages must escape. */
function unescaped(html: string): string {
  return html.replace(/&(?:(quot|amp|lt|gt|apos)|#(\d{1,6})|#x([\da-f]{1,5}));/gi, (whole, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
    if (name) return SIGNS[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
  });
}
