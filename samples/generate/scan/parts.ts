/**
 * @module A damaged page's picture -> a page of a PDF that paints it in parts, as office scanners store what they
 * compress in layers or as it comes.
 */
import { deflateSync } from 'node:zlib';
import { type PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import sharp from 'sharp';

/** Strips of a page. */
const STRIPS = 5;
/** Dots an inch of a background. */
const BACKGROUND = 100;
/** Darker than this is print. */
const PRINT = 150;

export async function drawParts(
  pdf: PDFDocument,
  stored: 'layers' | 'strips',
  picture: Uint8Array,
  dpi: number,
): Promise<void> {
  const { width = 1, height = 1 } = await sharp(picture).metadata();
  const page = pdf.addPage([(width * 72) / dpi, (height * 72) / dpi]);
  const whole = { x: 0, width: page.getWidth() };
  if (stored === 'strips') {
    for (let i = 0; i < STRIPS; i++) {
      const top = Math.round((height * i) / STRIPS),
        rows = Math.round((height * (i + 1)) / STRIPS) - top;
      const strip = await sharp(picture)
        .extract({ left: 0, top, width, height: rows })
        .jpeg({ quality: 80 })
        .toBuffer();
      page.drawImage(await pdf.embedJpg(strip), {
        ...whole,
        y: page.getHeight() - ((top + rows) * 72) / dpi,
        height: (rows * 72) / dpi,
      });
    }
    return;
  }
  const paper = await sharp({
    create: {
      width: Math.round((width * BACKGROUND) / dpi),
      height: Math.round((height * BACKGROUND) / dpi),
      channels: 3,
      background: '#fbfaf6',
    },
  })
    .jpeg({ quality: 40 })
    .toBuffer();
  page.drawImage(await pdf.embedJpg(paper), { ...whole, y: 0, height: page.getHeight() });
  const { data } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  const stride = Math.ceil(width / 8),
    bits = Buffer.alloc(stride * height, 255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (data[y * width + x]! < PRINT) bits[y * stride + (x >> 3)]! &= ~(0x80 >> (x & 7));
  const mask = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ImageMask: true,
    BitsPerComponent: 1,
  };
  const stencil = PDFRawStream.of(pdf.context.obj({ ...mask, Filter: 'FlateDecode' }) as never, deflateSync(bits));
  page.node.setXObject(PDFName.of('Print'), pdf.context.register(stencil));
  const paint = pdf.context.flateStream(`q 0.1 g ${page.getWidth()} 0 0 ${page.getHeight()} 0 0 cm /Print Do Q`);
  page.node.addContentStream(pdf.context.register(paint));
}
