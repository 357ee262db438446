/** @module What only the automatic reader does: fall back, ask for a second opinion, say so; and what only PDFium does: pixels. */
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { PageContent } from '../../pipeline/model.js';
import { type Bitmap, agree, openPdf } from '../../pipeline/read/index.js';
import { makePdf, mappedFont } from './make-pdf.js';

const text = (page: PageContent): string => page.glyphs.map((glyph) => glyph.text).join('');

/** Codes named by a Type 3 font's encoding: pdf.js reads the names, PDFium does not. */
const NAMED_BY_ENCODING = makePdf({
  pages: [{ content: 'BT /T3 10 Tf 100 700 Td (ab) Tj ET' }, { content: 'BT /F1 10 Tf 100 700 Td (plain) Tj ET' }],
  fonts: {
    T3: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 97 /LastChar 98 /Widths [1000 500] /Encoding << /Type /Encoding /Differences [97 /one /two] >> /CharProcs << /one @glyph /two @glyph >> /Resources << >> >>',
  },
  extra: { glyph: { dictionary: '<< >>', stream: '1000 0 0 0 750 750 d1 0 0 750 750 re f' } },
});

describe('the automatic reader', () => {
  it('follows the second reader where it finds the Unicode that the first lacks, and says why', async () => {
    const file = await openPdf(NAMED_BY_ENCODING, { reader: 'auto' });
    const page = await file.readPage(1);
    expect(text(page)).toBe('12');
    expect(page.reason).toBe('text layer; PDFium: 2 of 2 glyphs without Unicode; read by pdfjs');
    expect((await file.readPage(2)).reason).toBe('text layer');
    await file.close();
  });

  it('stays with the first reader where the second knows no more', async () => {
    const file = await openPdf(
      makePdf({ pages: [{ content: 'BT /F2 10 Tf 100 700 Td (ABA) Tj ET' }], ...mappedFont(['1', '\ue123']) }),
      { reader: 'auto' },
    );
    const page = await file.readPage(1);
    expect(text(page)).toBe('1\ufffd1');
    expect(page.reason).toBe('text layer; PDFium: 1 of 3 glyphs without Unicode; pdfjs finds no more');
    await file.close();
  });

  it('asks about an empty page, but not about a scan', async () => {
    const file = await openPdf(
      makePdf({
        pages: [{ content: '1 w 100 700 m 300 700 l S' }, { content: 'q 600 0 0 800 0 0 cm /Scan Do Q' }],
        xobjects: ['Scan'],
        extra: {
          Scan: {
            dictionary:
              '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 >>',
            stream: new Uint8Array([200]),
          },
        },
      }),
      { reader: 'auto' },
    );
    expect((await file.readPage(1)).reason).toBe('PDFium: no text on the page; pdfjs finds no more');
    expect((await file.readPage(2)).reason).toBeNull();
    await file.close();
  });

  it('opens with the second reader what the first cannot open, and says so on every page', async () => {
    // Without its header PDFium refuses a file.
    const bytes = makePdf({ pages: [{ content: 'BT /F1 10 Tf 100 700 Td (12) Tj ET' }] }).slice();
    bytes.fill(0x25, 0, 8);
    await expect(openPdf(bytes, { reader: 'pdfium' })).rejects.toMatchObject({ name: 'ReadError' });
    const file = await openPdf(bytes, { reader: 'auto' });
    expect(file.readerName).toBe('pdfjs');
    const page = await file.readPage(1);
    expect(text(page)).toBe('12');
    expect(page.reason).toMatch(/^text layer; read by pdfjs: PDFium cannot open the file: /);
    await expect(file.render(1, { dpi: 72 })).rejects.toMatchObject({ code: 'unsupported', page: 1 });
    await file.close();
  });

  it('gives a second opinion on demand, which agrees on an ordinary page', async () => {
    const file = await openPdf(NAMED_BY_ENCODING, { reader: 'auto' });
    const [first, second] = [await file.readPage(2), await file.secondOpinion!(2)];
    expect(agree(first, second!)).toBe(true);
    expect(agree(first, { ...second!, glyphs: second!.glyphs.slice(1) })).toBe(false);
    expect(await file.secondOpinion!(9)).toBeNull();
    await file.close();
  });

  it('names both readers’ complaints when neither opens a file', async () => {
    await expect(
      openPdf(Buffer.from('%PDF-1.7\nnothing\nstartxref\n0\n%%EOF\n'), { reader: 'auto' }),
    ).rejects.toThrow(/damaged|cannot be opened/);
  });
});

describe('pixels', () => {
  const pixel = ({ data, width, channels }: Bitmap, x: number, y: number): number[] => [
    ...data.subarray((y * width + x) * channels, (y * width + x) * channels + channels),
  ];
  /** Red at the top left, green top right, blue bottom left, black bottom right; two pixels wide and high. */
  const CORNERS = new Uint8Array([255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0]);
  const image = (dictionary: string, stream: Uint8Array) => ({
    xobjects: ['Scan'],
    extra: { Scan: { dictionary: `<< /Type /XObject /Subtype /Image ${dictionary} >>`, stream } },
  });
  const rgb = image('/Width 2 /Height 2 /ColorSpace /DeviceRGB /BitsPerComponent 8', CORNERS);
  const [RED, GREEN, BLUE, BLACK] = [
    [255, 0, 0, 255],
    [0, 255, 0, 255],
    [0, 0, 255, 255],
    [0, 0, 0, 255],
  ];

  it('show the page as displayed, turned and cropped', async () => {
    const file = await openPdf(
      makePdf({
        pages: [
          { content: '1 0 0 rg 0 700 100 100 re f', rotate: 90 },
          { content: '1 0 0 rg 0 700 100 100 re f', cropBox: [50, 0, 600, 800] },
        ],
      }),
      { reader: 'auto' },
    );
    const turned = await file.render(1, { dpi: 36 });
    expect(turned).toMatchObject({ width: 400, height: 300, channels: 4, dpi: 36 });
    expect(pixel(turned, 399, 0)).toEqual(RED);
    expect(pixel(turned, 0, 0)).toEqual([255, 255, 255, 255]);
    const cropped = await file.render(2, { dpi: 72 });
    expect(cropped.width).toBe(550);
    expect(pixel(cropped, 40, 10)).toEqual(RED);
    expect(pixel(cropped, 60, 10)).toEqual([255, 255, 255, 255]);
    await file.close();
  });

  it('are fewer where the longest side would be exceeded', async () => {
    const file = await openPdf(makePdf({ pages: [{ content: '' }] }), { reader: 'auto' });
    expect(await file.render(1, { dpi: 300, maxSide: 400 })).toMatchObject({ width: 300, height: 400, dpi: 36 });
    await file.close();
  });

  it.each([
    ['upright', '600 0 0 800 0 0 cm', undefined, [RED, GREEN, BLUE, BLACK]],
    ['on a page turned by 90 degrees', '600 0 0 800 0 0 cm', 90, [BLUE, RED, BLACK, GREEN]],
    ['on a page turned by 180 degrees', '600 0 0 800 0 0 cm', 180, [BLACK, BLUE, GREEN, RED]],
    ['on a page turned by 270 degrees', '600 0 0 800 0 0 cm', 270, [GREEN, BLACK, RED, BLUE]],
    ['mirrored upside down', '600 0 0 -800 0 800 cm', undefined, [BLUE, BLACK, RED, GREEN]],
    ['turned by its own matrix', '0 800 -600 0 600 0 cm', undefined, [GREEN, BLACK, RED, BLUE]],
  ])('of the stored image stand as displayed: %s', async (_, matrix, rotate, [a, b, c, d]) => {
    const file = await openPdf(makePdf({ pages: [{ content: `q ${matrix} /Scan Do Q`, rotate }], ...rgb }), {
      reader: 'auto',
    });
    const stored = (await file.pageImage(1))!;
    expect(stored).toMatchObject({ bitsPerComponent: 8, coverage: 1 });
    expect([
      pixel(stored.bitmap, 0, 0),
      pixel(stored.bitmap, 1, 0),
      pixel(stored.bitmap, 0, 1),
      pixel(stored.bitmap, 1, 1),
    ]).toEqual([a, b, c, d]);
    // The rendered page is the judge of what "as displayed" means.
    const rendered = await file.render(1, { dpi: 18 });
    const corner = (x: number, y: number): number[] =>
      pixel(rendered, x ? rendered.width - 6 : 5, y ? rendered.height - 6 : 5);
    expect([corner(0, 0), corner(1, 0), corner(0, 1), corner(1, 1)]).toEqual([a, b, c, d]);
    await file.close();
  });

  it('of a grey image are grey, those of a one-bit image say so', async () => {
    const grey = await openPdf(
      makePdf({
        pages: [{ content: 'q 600 0 0 800 0 0 cm /Scan Do Q' }],
        ...image('/Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8', new Uint8Array([10, 200])),
      }),
      { reader: 'pdfium' },
    );
    const stored = (await grey.pageImage(1))!;
    expect(stored.bitmap).toMatchObject({ width: 2, height: 1, channels: 1, data: new Uint8Array([10, 200]) });
    expect(stored.bitmap.dpi).toBeCloseTo(0.24, 5);
    await grey.close();
    const bilevel = await openPdf(
      makePdf({
        pages: [{ content: 'q 600 0 0 800 0 0 cm /Scan Do Q' }],
        ...image(
          '/Width 8 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 1',
          new Uint8Array([0b10101010, 0b11110000]),
        ),
      }),
      { reader: 'pdfium' },
    );
    const scan = (await bilevel.pageImage(1))!;
    expect(scan.bitsPerComponent).toBe(1);
    const { data, channels } = scan.bitmap;
    expect(Array.from({ length: 16 }, (_, i) => (data[i * channels]! > 127 ? 1 : 0)).join('')).toBe(
      '1010101011110000',
    );
    await bilevel.close();
  });

  it('are the whole page where more is painted on it: only a rendering shows that', async () => {
    const scan = 'q 600 0 0 800 0 0 cm /Scan Do Q';
    const file = await openPdf(
      makePdf({
        pages: [
          { content: `${scan} q 40 0 0 40 100 100 cm /Scan Do Q` },
          { content: `${scan} 0 0 0 rg 100 100 50 2 re f` },
          { content: `q 300 0 0 800 0 0 cm /Scan Do Q q 300 0 0 800 300 0 cm /Scan Do Q` },
        ],
        ...rgb,
      }),
      { reader: 'auto' },
    );
    expect(await file.pageImage(1)).toBeNull();
    expect(await file.pageImage(2)).toBeNull();
    expect(await file.pageImage(3)).toBeNull();
    const [whole, stamp] = await file.storedImages(1);
    expect([whole!.coverage, whole!.bitsPerPixel]).toEqual([1, 24]);
    expect(whole!.dpi).toBeCloseTo(0.24, 5);
    expect(stamp!.dpi).toBeCloseTo(3.6, 5);
    await file.close();
  });

  it('are none where no image is the page', async () => {
    const file = await openPdf(
      makePdf({
        pages: [
          { content: 'q 300 0 0 300 0 0 cm /Scan Do Q' },
          { content: 'q 600 0 0 800 0 0 cm /Scan Do /Scan Do Q' },
          { content: '' },
        ],
        ...rgb,
      }),
      { reader: 'auto' },
    );
    expect(await file.pageImage(1)).toBeNull();
    expect(await file.pageImage(2)).toBeNull();
    expect(await file.pageImage(3)).toBeNull();
    await file.close();
  });

  it('encode to a PNG that opens', async () => {
    const file = await openPdf(makePdf({ pages: [{ content: '1 0 0 rg 0 0 600 800 re f' }] }), { reader: 'auto' });
    const { width, height, data } = await file.render(1, { dpi: 18 });
    const png = new PNG({ width, height });
    png.data = Buffer.from(data);
    expect(PNG.sync.read(PNG.sync.write(png)).data.subarray(0, 4)).toEqual(Buffer.from([255, 0, 0, 255]));
    await file.close();
  });
});
