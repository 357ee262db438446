/** @module What every driver of the reader port must do; run against each of them on PDFs made here. */
import PDFDocument from 'pdfkit';
import { afterAll, describe, expect, it } from 'vitest';
import type { Glyph, PageContent, Ruling } from '../../pipeline/model.js';
import type { PdfFile, PdfReader, ReadErrorCode } from '../../pipeline/read/index.js';
import { type PageSpec, type PdfSpec, makePdf, mappedFont } from '../read/make-pdf.js';

export function pdfReaderConformance(name: string, load: () => Promise<Pick<PdfReader, 'open'>>): void {
  describe(`reader ${name}`, () => {
    const opened: PdfFile[] = [];
    afterAll(async () => {
      for (const file of opened) await file.close();
    });

    const open = async (bytes: Uint8Array): Promise<PdfFile> => {
      const file = await (await load()).open(bytes);
      opened.push(file);
      return file;
    };
    const read = async (page: PageSpec | string, rest: Omit<PdfSpec, 'pages'> = {}): Promise<PageContent> =>
      (await open(makePdf({ ...rest, pages: [typeof page === 'string' ? { content: page } : page] }))).readPage(1);
    const text = (page: PageContent): string => page.glyphs.map((glyph) => glyph.text).join('');
    const code = async (bytes: Uint8Array): Promise<ReadErrorCode | 'opens'> =>
      open(bytes).then(
        () => 'opens' as const,
        (error: { code: ReadErrorCode }) => error.code,
      );

    describe('glyphs', () => {
      it('stand where they are printed, with one em box for all of a line', async () => {
        const page = await read('BT /F1 10 Tf 100 700 Td (Agi) Tj ET');
        const [A, g, i] = page.glyphs as [Glyph, Glyph, Glyph];
        expect(A).toMatchObject({
          text: 'A',
          raw: 'A',
          x0: 100,
          x1: 106.7,
          y0: 91.2,
          y1: 101.2,
          baseline: 100,
          size: 10,
          direction: 0,
          font: 'Helvetica',
          source: 'text_layer',
          confidence: 1,
        });
        expect(g).toMatchObject({ x0: 106.7, x1: 112.2, y0: 91.2, y1: 101.2, baseline: 100 });
        expect(i.x1).toBe(114.5);
        expect(A.order).toBeLessThan(g.order);
        expect(page).toMatchObject({
          number: 1,
          width: 600,
          height: 800,
          rotation: 0,
          textSource: 'text_layer',
          reason: 'text layer',
          unmappedGlyphs: 0,
          hiddenGlyphs: 0,
        });
      });

      it('follow the text matrix, spacing, scaling, rise and kerning', async () => {
        const page = await read(
          'BT /F1 1 Tf 12 0 0 12 50 600 Tm (A) Tj ET BT /F1 10 Tf 2 Tc 50 Tz 5 Ts 100 500 Td [(g) -1000 (g)] TJ ET',
        );
        expect(page.glyphs[0]).toMatchObject({ x0: 50, size: 12, baseline: 200 });
        expect(page.glyphs[1]).toMatchObject({ x0: 100, x1: 102.8, baseline: 295 });
        // half of (5.56 advance + 2 spacing + 10 kern)
        expect(page.glyphs[2]!.x0).toBe(108.8);
      });

      it('keep content order, whatever their place on the page', async () => {
        expect(
          text(
            await read(
              'BT /F1 10 Tf 300 700 Td (second) Tj ET BT /F1 10 Tf 100 700 Td (first)' +
                ' Tj ET BT /F1 10 Tf 100 750 Td (top) Tj ET',
            ),
          ),
        ).toBe('secondfirsttop');
      });

      it('leave out white space', async () => {
        expect(text(await read('BT /F1 10 Tf 100 700 Td (a b  c ) Tj ET'))).toBe('abc');
      });

      it.each([
        [0, 600, 800, { x0: 100, baseline: 100, direction: 0 }],
        [90, 800, 600, { y0: 100, baseline: 700, direction: 90 }],
        [180, 600, 800, { x1: 500, baseline: 700, direction: 180 }],
        [270, 800, 600, { y1: 500, baseline: 100, direction: 270 }],
      ])('of a page turned by %i degrees stand as displayed', async (rotate, width, height, expected) => {
        const page = await read({ content: 'BT /F1 10 Tf 100 700 Td (A) Tj ET', rotate });
        expect(page).toMatchObject({ width, height, rotation: rotate });
        expect(page.glyphs[0]).toMatchObject(expected);
      });

      it('are upright on a landscape page made of turned content', async () => {
        const page = await read({ content: 'BT /F1 10 Tf 0 1 -1 0 100 200 Tm (AB) Tj ET', rotate: 90 });
        expect(page.glyphs[0]).toMatchObject({ direction: 0, x0: 200, baseline: 100, size: 10 });
        expect(page.glyphs[1]!.x0).toBe(206.7);
      });

      it('count from the crop box, wherever its origin lies', async () => {
        const page = await read({
          content: 'BT /F1 10 Tf 100 700 Td (A) Tj ET',
          mediaBox: [-50, -20, 600, 800],
          cropBox: [20, 30, 520, 730],
        });
        expect(page).toMatchObject({ width: 500, height: 700 });
        expect(page.glyphs[0]).toMatchObject({ x0: 80, baseline: 30 });
      });

      it('inside form XObjects follow the forms’ matrices', async () => {
        const page = await read('q 2 0 0 2 10 20 cm /Outer Do Q', {
          xobjects: ['Outer'],
          extra: {
            Outer: {
              dictionary:
                '<< /Type /XObject /Subtype /Form /BBox [0 0 300 300] /Matrix [1 0 0 1 5 5] /Resources << ' +
                '/XObject << /Inner @Inner >> >> >>',
              stream: 'q 1 0 0 1 10 10 cm /Inner Do Q',
            },
            Inner: {
              dictionary: '<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources @resources >>',
              stream: 'BT /F1 10 Tf 20 20 Td (A) Tj ET 0 0 50 .4 re f',
            },
          },
        });
        expect(page.glyphs[0]).toMatchObject({ text: 'A', x0: 80, baseline: 710, size: 20 });
        expect(page.rulings[0]).toMatchObject({
          orientation: 'horizontal',
          from: 40,
          to: 140,
          kind: 'fill',
          hidden: null,
        });
      });

      it('of Type 3 fonts are glyphs, not the shapes they are made of', async () => {
        const mapped = mappedFont(['1', '2']);
        const page = await read('BT /T3 10 Tf 100 700 Td (AB) Tj ET', {
          fonts: {
            T3:
              '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] ' +
              '/FirstChar 65 /LastChar 66 /Widths [1000 500] /Encoding << /Type /Encoding /Differences [65 ' +
              '/x1 /x2] >> /CharProcs << /x1 @glyph /x2 @glyph >> /Resources << >> /ToUnicode @toUnicode >>',
          },
          extra: {
            ...mapped.extra,
            glyph: { dictionary: '<< >>', stream: '1000 0 0 0 750 750 d1 0 0 750 750 re f' },
          },
        });
        expect(text(page)).toBe('12');
        expect(page.glyphs[0]).toMatchObject({ x0: 100, x1: 110, size: 10 });
        expect(page.areas).toEqual([]);
      });
    });

    describe('Unicode', () => {
      it('folds radicals and compatibility ideographs in text, and keeps them in raw', async () => {
        const printed = ['\u2f00', '\u2eda', '\uf9d1', '\ufa0a', '（', '１', '，', '财'];
        const page = await read('BT /F2 10 Tf 100 700 Td (ABCDEFGH) Tj ET', mappedFont(printed));
        expect(text(page)).toBe('一页六見（１，财');
        expect(page.glyphs.map((glyph) => glyph.raw)).toEqual(printed);
      });

      it('keeps several characters of one glyph together', async () => {
        const page = await read('BT /F2 10 Tf 100 700 Td (AB) Tj ET', mappedFont(['公开', 'x']));
        expect(page.glyphs.map((glyph) => glyph.text)).toEqual(['公开', 'x']);
      });

      it('marks and counts a glyph without Unicode, so that no number loses a digit', async () => {
        const page = await read('BT /F2 10 Tf 100 700 Td (ABC) Tj ET', mappedFont(['1', '\ue123', '3']));
        expect(page.glyphs.map((glyph) => glyph.text)).toEqual(['1', '\ufffd', '3']);
        expect(page.unmappedGlyphs).toBe(1);
      });

      it('has no text on a page whose glyphs all lack Unicode', async () => {
        const page = await read('BT /F2 10 Tf 100 700 Td (AB) Tj ET', mappedFont(['\ue123', '\ue124']));
        expect(page).toMatchObject({ glyphs: [], unmappedGlyphs: 2, textSource: 'none' });
      });

      it('does not take the codes of a composite font without any map for Unicode', async () => {
        const page = await read('BT /F3 10 Tf 100 700 Td <00410042> Tj ET', {
          fonts: {
            F3:
              '<< /Type /Font /Subtype /Type0 /BaseFont /Nowhere /Encoding /Identity-H /DescendantFonts ' +
              '[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Nowhere /CIDSystemInfo << /Registry ' +
              '(Adobe) /Ordering (Identity) /Supplement 0 >>' +
              ' /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Nowhere /Flags 4 /FontBBox [0 ' +
              '0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >>',
          },
        });
        expect(text(page)).not.toMatch(/[AB]/);
      });

      it('reads fonts that are not embedded by their predefined CMap', async () => {
        const page = await read('BT /F4 10 Tf 100 700 Td <b2c6d5fe> Tj ET', {
          fonts: {
            F4:
              '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H ' +
              '/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light ' +
              '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>' +
              ' /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 ' +
              '/FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 ' +
              '/StemV 93 >> >>] >>',
          },
        });
        expect(text(page)).toBe('财政');
        expect(page.glyphs[1]).toMatchObject({ x0: 110, x1: 120 });
      });

      it('gives what is printed, not its ActualText', async () => {
        expect(text(await read('/Span << /ActualText (999) >> BDC BT /F1 10 Tf 100 700 Td (12) Tj ET EMC'))).toBe(
          '12',
        );
      });
    });

    describe('text that nobody sees', () => {
      it.each([
        ['of rendering mode 3', 'q BT 3 Tr /F1 10 Tf 100 700 Td (no) Tj ET Q'],
        ['clipped away', 'q 0 0 50 50 re W n BT /F1 10 Tf 100 700 Td (no) Tj ET Q'],
        ['off the page', 'BT /F1 10 Tf 700 700 Td (no) Tj ET'],
        ['white on white', 'q 1 1 1 rg BT /F1 10 Tf 100 700 Td (no) Tj ET Q'],
        ['painted over', 'BT /F1 10 Tf 100 700 Td (no) Tj ET q 1 1 1 rg 90 690 100 30 re f Q'],
        ['wholly transparent', 'q /Clear gs BT /F1 10 Tf 100 700 Td (no) Tj ET Q'],
        ['slanted across the page, a watermark', 'BT /F1 10 Tf .7 .7 -.7 .7 100 700 Tm (no) Tj ET'],
      ])('%s is dropped and counted', async (_, content) => {
        const page = await read(`${content} BT /F1 10 Tf 100 500 Td (yes) Tj ET`, {
          graphicsStates: '/Clear << /ca 0 /CA 0 >>',
        });
        expect(text(page)).toBe('yes');
        expect(page.hiddenGlyphs).toBe(2);
      });

      it('is not white text on a dark header, nor text under a transparent marker', async () => {
        const page = await read(
          `q 0 0 .5 rg 90 690 100 30 re f Q q 1 1 1 rg BT /F1 10 Tf 100 700 Td (head) Tj ET Q
          BT /F1 10 Tf 100 600 Td (marked) Tj ET q /Half gs 1 1 0 rg 90 590 100 30 re f Q`,
          { graphicsStates: '/Half << /ca .5 >>' },
        );
        expect(text(page)).toBe('headmarked');
      });

      it('is not text that a clip shaves at its edge', async () => {
        expect(text(await read('q 100 699 20 6 re W n BT /F1 10 Tf 100 700 Td (11) Tj ET Q'))).toBe('11');
      });

      it('is not text painted again over what covered it', async () => {
        const twelve = 'BT /F1 10 Tf 100 700 Td (12) Tj ET';
        expect(text(await read(`${twelve} q 1 1 1 rg 90 690 100 30 re f Q ${twelve}`))).toBe('12');
      });

      it('drawn twice is kept once, neighbours of the same character are kept', async () => {
        const page = await read('BT /F1 10 Tf 100 700 Td (1100) Tj ET BT /F1 10 Tf 100.3 700 Td (1100) Tj ET');
        expect(text(page)).toBe('1100');
      });

      it.each([
        ['a white', 'q 1 1 1 rg BT /F1 10 Tf 100 700 Td (A) Tj ET Q'],
        ['an invisible', 'q BT 3 Tr /F1 10 Tf 100 700 Td (A) Tj ET Q'],
        ['a clipped', 'q 0 0 50 50 re W n BT /F1 10 Tf 100 700 Td (A) Tj ET Q'],
      ])('does not take the place of what is seen: %s copy', async (_, copy) => {
        const seen = 'BT /F1 10 Tf 100.2 700 Td (A) Tj ET';
        expect(text(await read(`${copy} ${seen}`))).toBe('A');
        expect(text(await read(`${seen} ${copy}`))).toBe('A');
      });
    });

    describe('rulings', () => {
      const only = (page: PageContent): Ruling => {
        expect(page.rulings).toHaveLength(1);
        return page.rulings[0]!;
      };

      it.each([
        [
          'a stroked line',
          '1 w 100 700 m 300 700 l S',
          { orientation: 'horizontal', at: 100, from: 100, to: 300, width: 1, kind: 'stroke' },
        ],
        [
          'a dashed line',
          '.5 w [3 2] 0 d 100 700 m 100 600 l S',
          { orientation: 'vertical', at: 100, from: 100, to: 200, width: 0.5, kind: 'stroke' },
        ],
        ['a hairline of width 0', '0 w 100 700 m 300 700 l S', { orientation: 'horizontal', at: 100, width: 0.1 }],
        [
          'a thin filled rectangle',
          '100 700 200 .48 re f',
          { orientation: 'horizontal', at: 99.76, from: 100, to: 300, width: 0.48, kind: 'fill' },
        ],
        [
          'a filled rectangle without height',
          '100 700 200 0 re f',
          { orientation: 'horizontal', at: 100, from: 100, to: 300, kind: 'fill' },
        ],
        [
          'a scaled stroke',
          'q .5 0 0 .5 0 0 cm 2 w 200 1400 m 600 1400 l S Q',
          { at: 100, from: 100, to: 300, width: 1 },
        ],
        [
          'a stroke as wide as a line is long',
          '200 w 200 700.25 m 200 699.75 l S',
          { orientation: 'horizontal', at: 100, from: 100, to: 300, width: 0.5 },
        ],
        ['a line drawn twice', '1 w 100 700 m 300 700 l S 100 700 m 300 700 l S', { at: 100 }],
        [
          'a line cut by a clip',
          'q 0 0 250 800 re W n 1 w 100 700 m 300 700 l S Q',
          { from: 100, to: 250, hidden: null },
        ],
        ['a slightly skewed line', '1 w 100 700 m 300 700.2 l S', { at: 99.9, orientation: 'horizontal' }],
      ])('%s is one ruling', async (_, content, expected) => {
        expect(only(await read(content))).toMatchObject({ hidden: null, ...expected });
      });

      it('are the four sides of a stroked rectangle', async () => {
        const page = await read('1 w 100 600 200 100 re S');
        expect(page.rulings.map(({ orientation, at, kind }) => `${orientation[0]}${at} ${kind}`).sort()).toEqual([
          'h100 outline',
          'h200 outline',
          'v100 outline',
          'v300 outline',
        ]);
        expect(page.areas).toEqual([]);
      });

      it('are the four sides of a border filled as a frame', async () => {
        const page = await read('100 600 200 100 re 101 601 198 98 re f*');
        expect(page.rulings).toHaveLength(4);
        expect(page.areas).toEqual([]);
      });

      it('reach over the small squares painted where borders meet', async () => {
        const page = await read('100 700 1 1 re f 101 700 98 1 re f 199 700 1 1 re f 199 601 1 99 re f');
        expect(page.rulings).toMatchObject([
          { at: 99.5, from: 100, to: 200 },
          { at: 199.5, from: 99, to: 199 },
        ]);
        expect(page.areas).toEqual([]);
      });

      it('can be thin images', async () => {
        expect(
          only(
            await read('q 200 0 0 1 100 700 cm /Dot Do Q', {
              xobjects: ['Dot'],
              extra: {
                Dot: {
                  dictionary:
                    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray ' +
                    '/BitsPerComponent 8 >>',
                  stream: new Uint8Array([0]),
                },
              },
            }),
          ),
        ).toMatchObject({ orientation: 'horizontal', at: 99.5, from: 100, to: 300, width: 1 });
      });

      it.each([
        ['white', '1 1 1 RG 1 w 100 700 m 300 700 l S'],
        ['clipped', 'q 0 0 50 50 re W n 1 w 100 700 m 300 700 l S Q'],
        ['off_page', '1 w 100 900 m 300 900 l S'],
        ['transparent', '/Clear gs 1 w 100 700 m 300 700 l S'],
        ['covered', '1 w 100 700 m 300 700 l S 1 1 1 rg 90 690 300 20 re f'],
      ])('that nobody sees say so: %s', async (hidden, content) => {
        expect(only(await read(content, { graphicsStates: '/Clear << /ca 0 /CA 0 >>' })).hidden).toBe(hidden);
      });

      it('in white over a shaded surface are seen', async () => {
        const page = await read('.8 .8 .8 rg 90 600 300 200 re f 1 1 1 RG 1 w 100 700 m 300 700 l S');
        expect(only(page).hidden).toBeNull();
      });

      it('are turned with the page', async () => {
        const page = await read({ content: '1 w 100 700 m 300 700 l S', rotate: 90 });
        expect(only(page)).toMatchObject({ orientation: 'vertical', at: 700, from: 100, to: 300 });
      });
    });

    describe('areas', () => {
      it('in white between surfaces shaded one by one are seen; beside nothing they are not', async () => {
        const { rulings } = await read(
          '0.8 g 100 690 98 20 re f 200 690 98 20 re f 1 1 1 RG 1 w 199 690 m 199 710 l S 400 690 m 400 710 l S',
        );
        expect(rulings.filter((r) => r.orientation === 'vertical').map((r) => [r.at, r.hidden])).toEqual([
          [199, null],
          [400, 'white'],
        ]);
      });

      it('are shaded surfaces and images, cut to the page; white surfaces are none', async () => {
        const page = await read('.9 g 100 600 200 50 re f 1 g 100 400 200 50 re f q 100 0 0 100 550 0 cm /Dot Do Q', {
          xobjects: ['Dot'],
          extra: {
            Dot: {
              dictionary:
                '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 >>',
              stream: new Uint8Array([0]),
            },
          },
        });
        expect(page.areas).toEqual([
          { kind: 'fill', box: [100, 150, 300, 200] },
          { kind: 'image', box: [550, 700, 600, 800] },
        ]);
        expect(page.textSource).toBe('none');
      });

      it('can be painted with one very wide stroke', async () => {
        expect((await read('.9 G 20 w 100 700 m 300 700 l S')).areas).toEqual([
          { kind: 'fill', box: [100, 90, 300, 110] },
        ]);
      });
    });

    describe('files', () => {
      const plain = makePdf({
        pages: [{ content: 'BT /F1 10 Tf 100 700 Td (A) Tj ET' }, { content: '' }],
        info: '<< /Title (Report) /Producer <FEFF5E9C> >>',
      });

      it('tell their pages and information', async () => {
        const file = await open(plain);
        expect(file.pageCount).toBe(2);
        expect(file.info).toEqual({ Title: 'Report', Producer: '府' });
        expect(await file.readPage(2)).toMatchObject({
          number: 2,
          glyphs: [],
          rulings: [],
          areas: [],
          textSource: 'none',
        });
      });

      it('keep the caller’s bytes as they were', async () => {
        const bytes = plain.slice();
        await (await open(bytes)).readPage(1);
        expect(Buffer.compare(bytes, plain)).toBe(0);
      });

      it('give the same page twice, and pages in any order', async () => {
        const file = await open(plain);
        const again = await file.readPage(1);
        await file.readPage(2);
        expect(await file.readPage(1)).toEqual(again);
      });

      it('refuse a page that is not there', async () => {
        await expect((await open(plain)).readPage(3)).rejects.toMatchObject({
          name: 'ReadError',
          code: 'page_failed',
          page: 3,
        });
      });

      it('say why they cannot be opened', async () => {
        expect(await code(new Uint8Array(0))).toBe('empty');
        expect(await code(Buffer.from('<html><body>404</body></html>'))).toBe('not_a_pdf');
        expect(await code(Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pa'))).toBe('truncated');
        expect(await code(Buffer.from('%PDF-1.7\nnothing\nstartxref\n0\n%%EOF\n'))).toBe('damaged');
      });

      it('open with an empty user password, and ask for another one', async () => {
        expect(await code(await encrypted(''))).toBe('opens');
        expect(await code(await encrypted('secret'))).toBe('encrypted');
        expect(text(await (await open(await encrypted(''))).readPage(1))).toBe('locked');
      });

      it('open with the password given, in letters of any script, and never repeat a wrong one', async () => {
        // RC4, AES-128 and AES-256: the older two know Latin letters alone.
        for (const [version, password] of [
          ['1.4', 'secret'],
          ['1.7', 'secret'],
          ['1.7ext3', '密码 é 1'],
        ] as const) {
          const bytes = await encrypted(password, version);
          const file = await (await load()).open(bytes, password);
          expect(text(await file.readPage(1))).toBe('locked');
          await file.close();
          const refused = await (await load()).open(bytes, 'geheim').catch((error: unknown) => error);
          expect(refused).toMatchObject({ code: 'encrypted', message: expect.stringContaining('does not open') });
          expect(String((refused as Error).stack)).not.toContain('geheim');
        }
      });
    });
  });
}

function encrypted(userPassword: string, pdfVersion: '1.4' | '1.7' | '1.7ext3' = '1.7'): Promise<Uint8Array> {
  const document = new PDFDocument({ userPassword, ownerPassword: 'owner', pdfVersion });
  const parts: Buffer[] = [];
  return new Promise((resolve) => {
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    document.text('locked', 100, 100);
    document.end();
  });
}
