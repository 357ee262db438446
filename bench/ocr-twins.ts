/**
 * @module A digital PDF -> an image-only twin of it, damaged as scanners and copiers damage paper: skew, blur, noise,
 * JPEG, a red seal, one bit a dot. Same seed, same bytes.
 */
import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import sharp from 'sharp';
import { openPdf } from '../pipeline/read/index.js';

export interface Damage {
  name: string;
  dpi: number;
  /** Largest lean in degrees; every page leans by another part of it. */
  skew: number;
  /** Sigma in pixels. */
  blur: number;
  /** Standard deviation of the added noise, of 255. */
  noise: number;
  /** JPEG quality. */
  quality: number;
  seal: boolean;
  bilevel: boolean;
}

const plain = { skew: 1.3, blur: 0.6, noise: 6, quality: 75, seal: false, bilevel: false };
export const DAMAGES: Damage[] = [
  { ...plain, name: 'scan-150', dpi: 150, blur: 0.4 },
  { ...plain, name: 'scan-200', dpi: 200 },
  { ...plain, name: 'scan-300', dpi: 300, blur: 0.9 },
  { ...plain, name: 'worn-200', dpi: 200, blur: 0.9, noise: 14, quality: 50 },
  { ...plain, name: 'seal-200', dpi: 200, seal: true },
  { ...plain, name: 'seal-300', dpi: 300, blur: 0.9, seal: true },
  { ...plain, name: 'bilevel-200', dpi: 200, bilevel: true },
];

/** mulberry32 */
function randomOf(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function sealSvg(width: number, height: number, dpi: number, random: () => number): Buffer {
  const r = dpi * 0.8,
    x = width * (0.25 + random() * 0.5),
    y = height * (0.3 + random() * 0.4);
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g fill="none" stroke="#d02020" stroke-opacity="0.85">
    <circle cx="${x}" cy="${y}" r="${r}" stroke-width="${dpi * 0.05}"/>
    <text x="${x}" y="${y + r * 0.15}" font-size="${r * 0.9}" text-anchor="middle" fill="#d02020" stroke="none" fill-opacity="0.85">★</text>
    <text x="${x}" y="${y + r * 0.7}" font-size="${r * 0.22}" text-anchor="middle" fill="#d02020" stroke="none" fill-opacity="0.85" font-family="sans-serif">财务专用章</text></g></svg>`);
}

/** @param pages the pages to picture; the others stay blank, so that page numbers are those of the truth */
export async function makeTwin(bytes: Uint8Array, damage: Damage, pages?: ReadonlySet<number>): Promise<Uint8Array> {
  const source = await openPdf(bytes, { reader: 'auto' });
  const out = await PDFDocument.create({ updateMetadata: false });
  try {
    for (let number = 1; number <= source.pageCount; number++) {
      const random = randomOf(number * 7919 + damage.dpi);
      const content = await source.readPage(number);
      const page = out.addPage([content.width, content.height]);
      if (pages && !pages.has(number)) continue;
      const bitmap = await source.render(number, { dpi: damage.dpi });
      const channels = bitmap.channels as 1 | 4;
      const { width, height } = bitmap;
      let image = sharp(Buffer.from(bitmap.data), { raw: { width, height, channels } })
        .flatten({ background: '#fff' })
        .toColourspace('srgb')
        .removeAlpha();
      if (damage.seal)
        image = sharp(
          await image
            .composite([{ input: sealSvg(width, height, damage.dpi, random), blend: 'multiply' }])
            .png()
            .toBuffer(),
        ).removeAlpha();
      const angle = (random() * 2 - 1) * damage.skew;
      // Lean about the centre, cut back to the sheet: what a scanner's glass does.
      const turned = await sharp(await image.png().toBuffer())
        .rotate(angle, { background: '#fff' })
        .raw()
        .toBuffer({ resolveWithObject: true });
      const left = Math.max(0, Math.round((turned.info.width - width) / 2)),
        top = Math.max(0, Math.round((turned.info.height - height) / 2));
      let flat = sharp(turned.data, { raw: turned.info }).extract({ left, top, width, height });
      if (damage.blur >= 0.3) flat = flat.blur(damage.blur);
      const { data, info } = await flat.raw().toBuffer({ resolveWithObject: true });
      for (let i = 0; i < data.length; i += info.channels) {
        // Sum of uniform numbers: near enough to a normal one.
        const n = (random() + random() + random() + random() - 2) * 1.73 * damage.noise;
        for (let c = 0; c < info.channels; c++) data[i + c] = Math.max(0, Math.min(255, data[i + c]! + n));
      }
      if (damage.bilevel) {
        const stride = Math.ceil(width / 8),
          bits = Buffer.alloc(stride * height);
        for (let y = 0; y < height; y++)
          for (let x = 0; x < width; x++) {
            const p = (y * width + x) * info.channels;
            if (data[p]! * 0.3 + data[p + 1]! * 0.59 + data[p + 2]! * 0.11 > 140)
              bits[y * stride + (x >> 3)]! |= 0x80 >> (x & 7);
          }
        const stream = PDFRawStream.of(
          out.context.obj({
            Type: 'XObject',
            Subtype: 'Image',
            Width: width,
            Height: height,
            ColorSpace: 'DeviceGray',
            BitsPerComponent: 1,
            Filter: 'FlateDecode',
          }) as never,
          deflateSync(bits),
        );
        const ref = out.context.register(stream);
        page.node.setXObject(PDFName.of('Scan'), ref);
        const body = `q ${content.width} 0 0 ${content.height} 0 0 cm /Scan Do Q`;
        page.node.set(PDFName.of('Contents'), out.context.register(out.context.flateStream(body)));
      } else {
        const jpeg = await sharp(data, { raw: info })
          .jpeg({ quality: damage.quality, chromaSubsampling: '4:2:0' })
          .toBuffer();
        page.drawImage(await out.embedJpg(jpeg), { x: 0, y: 0, width: content.width, height: content.height });
      }
    }
  } finally {
    await source.close();
  }
  return out.save({ addDefaultPage: false });
}
