/** @module A PDF's bytes into the bytes of a PDF that holds one image a page: rendered, damaged as a scanner or copier would, compressed. Seeded. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PDFDocument } from 'pdf-lib';
import sharp, { type OverlayOptions } from 'sharp';
import { FIXED_DATE } from '../write/pdfkit.js';
import { Random } from '../random.js';

const run = promisify(execFile);

interface Recipe { skew: number; blur: number; noise: number; quality: number; seal: boolean; oneBit: boolean; shade: boolean }
const GOOD: Recipe = { skew: 0, blur: 0, noise: 0, quality: 85, seal: false, oneBit: false, shade: false };
/** What happens to a page; skew is the greatest angle in degrees, noise the standard deviation in grey levels. */
export const DAMAGES = {
  clean: GOOD,
  skew: { ...GOOD, skew: 1.3, blur: 0.5, noise: 6, quality: 70 },
  seal: { ...GOOD, skew: 0.6, blur: 0.4, noise: 4, quality: 75, seal: true },
  worn: { ...GOOD, skew: 0.8, blur: 0.9, noise: 12, quality: 50, shade: true },
  onebit: { ...GOOD, skew: 0.5, oneBit: true },
} as const satisfies Record<string, Recipe>;
export type Damage = keyof typeof DAMAGES;

export interface ScanOptions { dpi: number; damage: Damage; pages: number[] | null; seed: number }

export async function scan(source: Uint8Array, o: ScanOptions): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-scan-'));
  try {
    await writeFile(join(folder, 'a.pdf'), source);
    const only = o.pages ? ['-f', String(Math.min(...o.pages)), '-l', String(Math.max(...o.pages))] : [];
    await run('pdftoppm', ['-r', String(o.dpi), '-png', ...only, join(folder, 'a.pdf'), join(folder, 'p')], { maxBuffer: 1 << 26 });
    const files = (await readdir(folder)).filter((f) => f.endsWith('.png')).sort();
    const pdf = await PDFDocument.create({ updateMetadata: false });
    pdf.setCreationDate(FIXED_DATE);
    pdf.setModificationDate(FIXED_DATE);
    pdf.setProducer('gongkai samples: scan');
    for (const f of files) {
      const number = Number(/(\d+)\.png$/.exec(f)?.[1]);
      if (o.pages && !o.pages.includes(number)) continue;
      const { bytes, png, width, height } = await damagePage(await readFile(join(folder, f)), DAMAGES[o.damage], o.dpi, new Random(o.seed * 7919 + number));
      const image = png ? await pdf.embedPng(bytes) : await pdf.embedJpg(bytes);
      const page = pdf.addPage([(width * 72) / o.dpi, (height * 72) / o.dpi]);
      page.drawImage(image, { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() });
    }
    return await pdf.save();
  } finally { await rm(folder, { recursive: true, force: true }); }
}

async function damagePage(input: Buffer, d: Recipe, dpi: number, r: Random): Promise<{ bytes: Buffer; png: boolean; width: number; height: number }> {
  const { width = 0, height = 0 } = await sharp(input).metadata();
  const whole = { width, height, fit: 'cover' as const };
  let image = sharp(input).flatten({ background: '#ffffff' });
  if (d.skew > 0) {
    const angle = (r.next() * 2 - 1) * d.skew;
    const turned = await image.rotate(angle, { background: '#ffffff' }).png().toBuffer();
    const size = await sharp(turned).metadata();
    image = sharp(turned).extract({ left: Math.floor(((size.width ?? width) - width) / 2), top: Math.floor(((size.height ?? height) - height) / 2), width, height });
  }
  const layers: OverlayOptions[] = [];
  if (d.seal) layers.push(await seal(width, height, dpi, r));
  if (d.shade) layers.push({ input: Buffer.from(`<svg width="${width}" height="${height}"><defs><linearGradient id="g" x1="0" x2="1" y1="0" y2="0.3"><stop offset="0" stop-color="#000" stop-opacity="0.28"/><stop offset="0.25" stop-color="#000" stop-opacity="0.05"/><stop offset="1" stop-color="#000" stop-opacity="0.12"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/></svg>`), blend: 'multiply' });
  let bytes: Buffer = await image.composite(layers).png().toBuffer();
  if (d.blur > 0) bytes = await sharp(bytes).blur((d.blur * dpi) / 200 + 0.3).png().toBuffer();
  if (d.noise > 0) bytes = await noisy(bytes, d.noise, r);
  if (d.oneBit) return { bytes: await sharp(bytes).greyscale().threshold(150).png({ palette: true, colours: 2, compressionLevel: 9 }).toBuffer(), png: true, ...whole };
  const colour = d.seal ? sharp(bytes) : sharp(bytes).greyscale();
  return { bytes: await colour.jpeg({ quality: d.quality, mozjpeg: false }).toBuffer(), png: false, width, height };
}

/** Gaussian noise per pixel, the same in all channels. */
async function noisy(input: Buffer, deviation: number, r: Random): Promise<Buffer> {
  const { data, info } = await sharp(input).raw().toBuffer({ resolveWithObject: true });
  const table = Array.from({ length: 4096 }, () => Math.sqrt(-2 * Math.log(r.next() + 1e-9)) * Math.cos(2 * Math.PI * r.next()) * deviation);
  let at = r.int(0, 4095);
  for (let i = 0; i < data.length; i += info.channels) {
    at = (at * 1103515245 + 12345) & 0x7fffffff;
    const n = table[(at >> 8) & 4095] as number;
    for (let c = 0; c < Math.min(3, info.channels); c++) data[i + c] = Math.max(0, Math.min(255, (data[i + c] as number) + n));
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels as 1 | 2 | 3 | 4 } }).png().toBuffer();
}

/** A round red seal with a star, somewhere over the lower right of the page: over figures as often as not. */
async function seal(width: number, height: number, dpi: number, r: Random): Promise<OverlayOptions> {
  const d = Math.round((42 / 25.4) * dpi);
  const c = d / 2;
  const star = Array.from({ length: 10 }, (_, i) => { const a = (Math.PI / 5) * i - Math.PI / 2; const k = i % 2 ? 0.13 : 0.32; return `${(c + Math.cos(a) * d * k).toFixed(1)},${(c + Math.sin(a) * d * k).toFixed(1)}`; }).join(' ');
  const svg = `<svg width="${d}" height="${d}"><circle cx="${c}" cy="${c}" r="${c * 0.93}" fill="none" stroke="#d8202a" stroke-width="${d * 0.03}" stroke-opacity="0.8"/><polygon points="${star}" fill="#d8202a" fill-opacity="0.75"/></svg>`;
  return { input: Buffer.from(svg), left: Math.floor((width - d) * (0.35 + 0.55 * r.next())), top: Math.floor((height - d) * (0.15 + 0.5 * r.next())), blend: 'multiply' };
}
