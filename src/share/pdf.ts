import { deflateSync } from 'node:zlib';

/** A page to print, lengths in points; what stands on it is painted by `content`. */
export interface PdfPage {
  width: number;
  height: number;
  lang: string;
  title: string;
  author: string;
  /** What somebody who does not see the page is told. */
  alt: string;
  /** Operators of a content stream (ISO 32000-1, 8), with `/I1 Do` for the first of the images. */
  content: string;
  /** Pictures in pixels, packed by deflate, three bytes a pixel. */
  images: { width: number; height: number; packed: Buffer }[];
  /** Areas that open an address when the page is read on a screen: left, bottom, right, top. */
  links: { area: readonly number[]; address: string }[];
}

/** One page as a PDF 1.7, tagged, so that readers say its language, title and description; the same input gives the same bytes. Source: ISO 32000-1:2008, 7 and 14. */
export function writePdf({ width, height, lang, title, author, alt, content, images, links }: PdfPage): Buffer {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer) => objects.push(Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1'));
  const [info, ofImages] = [7, 8];
  const ofLinks = ofImages + images.length;
  const names = images.map((_, index) => `/I${index + 1} ${ofImages + index} 0 R`).join(' ');
  const annotations = links.map((_, index) => `${ofLinks + index} 0 R`).join(' ');
  add(`<< /Type /Catalog /Pages 2 0 R /Lang ${text(lang)} /MarkInfo << /Marked true >> /StructTreeRoot 5 0 R /ViewerPreferences << /DisplayDocTitle true >> >>`);
  add('<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /StructParents 0 /Resources << /XObject << ${names} >> >> /Annots [${annotations}] >>`);
  add(stream('', deflateSync(`/Figure << /MCID 0 >> BDC\n${content}\nEMC`)));
  add('<< /Type /StructTreeRoot /K 6 0 R /ParentTree << /Nums [0 [6 0 R]] >> >>');
  add(`<< /Type /StructElem /S /Figure /P 5 0 R /Pg 3 0 R /K 0 /Alt ${text(alt)} /A << /O /Layout /BBox [0 0 ${width} ${height}] >> >>`);
  add(`<< /Title ${text(title)} /Author ${text(author)} >>`);
  for (const { width: wide, height: tall, packed } of images) add(stream(`/Type /XObject /Subtype /Image /Width ${wide} /Height ${tall} /ColorSpace /DeviceRGB /BitsPerComponent 8 `, packed));
  for (const { area, address } of links) add(`<< /Type /Annot /Subtype /Link /Rect [${area.join(' ')}] /Border [0 0 0] /F 4 /Contents ${text(address)} /A << /S /URI /URI (${address.replace(/[\\()]/g, '\\$&')}) >> >>`);
  return assemble(objects, info);
}

function stream(entries: string, packed: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`<< ${entries}/Filter /FlateDecode /Length ${packed.length} >>\nstream\n`, 'latin1'), packed, Buffer.from('\nendstream', 'latin1')]);
}

/** A text string in UTF-16, the one form that holds every script. */
function text(words: string): string {
  return `<FEFF${Buffer.from(words, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

function assemble(objects: readonly Buffer[], info: number): Buffer {
  // The second line tells programs that move files that this one is not text.
  const pieces = [Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n', 'latin1')];
  let length = pieces[0]!.length;
  const places = objects.map((body, index) => {
    const place = length;
    const piece = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`, 'latin1'), body, Buffer.from('\nendobj\n', 'latin1')]);
    pieces.push(piece);
    length += piece.length;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.concat([...pieces, Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${info} 0 R >>\nstartxref\n${length}\n%%EOF\n`, 'latin1')]);
}
