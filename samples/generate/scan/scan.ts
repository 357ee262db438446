/**
 * @module A PDF's bytes into the bytes of a PDF that holds one image a page: rendered, damaged as a scanner or copier
 * would, compressed. Seeded.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PDFDocument, type PDFPage, StandardFonts } from 'pdf-lib';
import sharp, { type OutputInfo, type OverlayOptions, type Sharp } from 'sharp';
import { FIXED_DATE } from '../write/pdfkit.js';
import { Random } from '../random.js';
import { addNoise, bend, layersOf, type Pixels, reddenPrint, wearRulings } from './marks.js';
import { DAMAGES, type Damage, type Recipe } from './recipes.js';

import { drawParts } from './parts.js';

export { DAMAGES, type Damage } from './recipes.js';

const run = promisify(execFile);

export interface ScanOptions {
  dpi: number;
  damage: Damage;
  pages: number[] | null;
  seed: number;
}

export async function scan(source: Uint8Array, o: ScanOptions): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-scan-'));
  const recipe: Recipe = DAMAGES[o.damage];
  try {
    await writeFile(join(folder, 'a.pdf'), source);
    const only = o.pages ? ['-f', String(Math.min(...o.pages)), '-l', String(Math.max(...o.pages))] : [];
    await run('pdftoppm', ['-r', String(o.dpi), '-png', ...only, join(folder, 'a.pdf'), join(folder, 'p')], {
      maxBuffer: 1 << 26,
    });
    const files = (await readdir(folder)).filter((f) => f.endsWith('.png')).sort();
    const pdf = await PDFDocument.create({ updateMetadata: false });
    const digital = recipe.mixed ? await PDFDocument.load(source) : null;
    pdf.setCreationDate(FIXED_DATE);
    pdf.setModificationDate(FIXED_DATE);
    pdf.setProducer('gongkai samples: scan');
    for (const f of files) {
      const number = Number(/(\d+)\.png$/.exec(f)?.[1]);
      if (o.pages && !o.pages.includes(number)) continue;
      if (digital && number % 2 === 0) {
        const [page] = await pdf.copyPages(digital, [number - 1]);
        if (page) pdf.addPage(page);
        continue;
      }
      const { bytes, png, width, height } = await damagePage(
        await readFile(join(folder, f)),
        recipe,
        o.dpi,
        new Random(o.seed * 7919 + number),
      );
      if (recipe.stored !== 'image') {
        await drawParts(pdf, recipe.stored, bytes, o.dpi);
        continue;
      }
      const image = png ? await pdf.embedPng(bytes) : await pdf.embedJpg(bytes);
      const page = pdf.addPage([(width * 72) / o.dpi, (height * 72) / o.dpi]);
      if (recipe.oldText) await oldText(pdf, page, new Random(o.seed * 31 + number));
      page.drawImage(image, { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() });
    }
    return await pdf.save();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function damagePage(
  input: Buffer,
  d: Recipe,
  dpi: number,
  r: Random,
): Promise<{ bytes: Buffer; png: boolean; width: number; height: number }> {
  let { data, info }: { data: Buffer; info: OutputInfo } = await sharp(input)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  if (d.on.includes('broken-rulings') || d.on.includes('dotted-rulings'))
    wearRulings({ width, height, data }, dpi, d.on.includes('dotted-rulings'), r);
  if (d.on.includes('red-figures')) reddenPrint({ width, height, data }, dpi, r);
  const layers: OverlayOptions[] = d.on.flatMap((mark) => layersOf(mark, { width, height, dpi }, r));
  // The dark of an open lid stays where it is when the sheet leans.
  const lid = d.on.includes('margins');
  if (!lid && layers.length > 0)
    ({ data } = await raw(sharp(data, { raw: { width, height, channels: 3 } }).composite(layers)));
  if (d.skew > 0) {
    const angle = (r.next() * 2 - 1) * d.skew;
    const turned = await sharp(data, { raw: { width, height, channels: 3 } })
      .rotate(angle, { background: '#ffffff' })
      .png()
      .toBuffer();
    const size = await sharp(turned).metadata();
    ({ data } = await raw(
      sharp(turned).extract({
        left: Math.floor(((size.width ?? width) - width) / 2),
        top: Math.floor(((size.height ?? height) - height) / 2),
        width,
        height,
      }),
    ));
  }
  if (lid) ({ data } = await raw(sharp(data, { raw: { width, height, channels: 3 } }).composite(layers)));
  let sheet: Pixels = { width, height, data };
  if (d.keystone > 0 || d.curl > 0) sheet = bend(sheet, d.keystone, d.curl);
  if (d.ink > 0 || d.paper < 255)
    for (let i = 0; i < sheet.data.length; i++) sheet.data[i] = d.ink + (sheet.data[i]! * (d.paper - d.ink)) / 255;
  let image = sharp(sheet.data, { raw: { width, height, channels: 3 } });
  if (d.blur > 0)
    image = sharp((await raw(image.blur((d.blur * dpi) / 200 + 0.3))).data, { raw: { width, height, channels: 3 } });
  if (d.noise > 0) {
    ({ data } = await raw(image));
    addNoise({ width, height, data }, d.noise, r);
    image = sharp(data, { raw: { width, height, channels: 3 } });
  }
  if (d.turned > 0) image = sharp(await image.png().toBuffer()).rotate(d.turned * 90);
  const size = d.turned % 2 === 1 ? { width: height, height: width } : { width, height };
  if (d.oneBit)
    return {
      bytes: await image
        .greyscale()
        .threshold(150)
        .png({ palette: true, colours: 2, compressionLevel: 9 })
        .toBuffer(),
      png: true,
      ...size,
    };
  return {
    bytes: await (d.colour ? image : image.greyscale()).jpeg({ quality: d.quality, mozjpeg: false }).toBuffer(),
    png: false,
    ...size,
  };
}

async function raw(image: Sharp): Promise<{ data: Buffer }> {
  return image.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
}

/** Lines of figures and broken words below the picture, as a poor recogniser leaves them; seen by text readers only. */
async function oldText(pdf: PDFDocument, page: PDFPage, r: Random): Promise<void> {
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (let y = page.getHeight() - 60; y > 60; y -= 18) {
    for (let x = 60; x < page.getWidth() - 80; x += 90)
      page.drawText(r.pick([`${r.int(1, 9999)}.${r.int(10, 99)}`, 'l1I. O0', 'rn,iii', '~ _ .']), {
        x,
        y,
        size: 10,
        font,
      });
  }
}
