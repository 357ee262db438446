/**
 * @module Typeset pages through PDFKit: embedded subset fonts, rulings as the style says, rotated pages, one date for
 * all.
 */
import PDFDocument from 'pdfkit';
import type { FontFace } from '../model.js';
import type { Laid, Op } from '../layout/pages.js';

/**
 * Ideographs that some producers' fonts map back to radicals in ToUnicode. NFKC folds the Kangxi ones, not those of
 * the supplement (车, 见, 长).
 */
export const RADICALS: Record<string, number> = {
  一: 0x2f00,
  人: 0x2f08,
  入: 0x2f0a,
  工: 0x2f2f,
  车: 0x2ecb,
  金: 0x2fa6,
  生: 0x2f63,
  行: 0x2f8f,
  用: 0x2f64,
  支: 0x2f40,
  见: 0x2ec5,
  长: 0x2ed3,
};

export const FIXED_DATE = new Date(Date.UTC(2024, 8, 2, 1, 0, 0));

export async function writePdfkit(laid: Laid): Promise<Uint8Array> {
  const { doc: d } = laid;
  const pdf = new PDFDocument({
    autoFirstPage: false,
    info: {
      Title: d.name,
      CreationDate: FIXED_DATE,
      ModDate: FIXED_DATE,
      Producer: 'PDFKit',
      Creator: 'gongkai samples',
    },
  });
  const parts: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  pdf.on('data', (b: Buffer) => parts.push(b));
  const register = (name: string, f: FontFace) => pdf.registerFont(name, f.path, f.name as string);
  register('regular', d.fonts.regular);
  register('bold', d.fonts.bold);
  for (const page of laid.pages) {
    const size: [number, number] = page.rotate ? [page.height, page.width] : [page.width, page.height];
    pdf.addPage({ size, margin: 0 });
    if (page.rotate) {
      (pdf.page.dictionary as unknown as { data: Record<string, unknown> }).data.Rotate = 90;
      pdf.transform(0, -1, 1, 0, 0, page.width);
    }
    for (const op of page.ops) draw(pdf, op);
  }
  if (d.radicals) misname(pdf);
  pdf.end();
  await done;
  return Buffer.concat(parts);
}

function draw(pdf: PDFKit.PDFDocument, op: Op): void {
  const r = (n: number) => Math.round(n * 100) / 100;
  if (op.op === 'text') {
    const at = (dx: number) =>
      pdf
        .font(op.bold ? 'bold' : 'regular')
        .fontSize(op.size)
        .fillColor('black')
        .text(op.s, r(op.x + dx), r(op.y), { lineBreak: false, baseline: 'alphabetic' });
    at(0);
    if (op.twice) at(0.3);
  } else if (op.op === 'line') {
    if (op.dash) pdf.dash(op.dash[0], { space: op.dash[1] });
    pdf
      .lineWidth(op.w)
      .moveTo(r(op.x0), r(op.y0))
      .lineTo(r(op.x1), r(op.y1))
      .stroke(op.color ?? 'black');
    if (op.dash) pdf.undash();
  } else if (op.op === 'fill') pdf.rect(r(op.x), r(op.y), r(op.w), r(op.h)).fill(op.color);
  else pdf.lineWidth(op.lw).rect(r(op.x), r(op.y), r(op.w), r(op.h)).stroke('black');
}

/** PDFKit keeps each subset's Unicode beside its glyphs until the end: swap some for their radical look-alikes. */
function misname(pdf: PDFKit.PDFDocument): void {
  const families = (pdf as unknown as { _fontFamilies: Record<string, { unicode?: number[][] }> })._fontFamilies;
  for (const font of Object.values(families)) {
    font.unicode?.forEach((codes, i, all) => {
      const radical = codes.length === 1 ? RADICALS[String.fromCodePoint(codes[0] as number)] : undefined;
      if (radical !== undefined) all[i] = [radical];
    });
  }
}
