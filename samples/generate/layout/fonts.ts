/** @module Character widths from the font files themselves, so that the layout wraps where the producer would. */
import * as fontkit from 'fontkit';
import type { FontChoice, FontFace } from '../model.js';

type Metrics = fontkit.Font;
const open = new Map<string, Metrics>();

function face(f: FontFace): Metrics {
  const key = `${f.path}|${f.name ?? ''}`;
  let found = open.get(key);
  if (!found) {
    found = fontkit.openSync(f.path, f.name);
    open.set(key, found);
  }
  return found;
}

export type Measure = (s: string, size: number, bold?: boolean) => number;

export function measure(fonts: FontChoice): Measure {
  const caches = [new Map<string, number>(), new Map<string, number>()];
  return (s, size, bold = false) => {
    const cache = caches[bold ? 1 : 0] as Map<string, number>;
    let w = 0;
    for (const ch of s) {
      let a = cache.get(ch);
      if (a === undefined) {
        const m = face(bold ? fonts.bold : fonts.regular);
        const glyph = m.glyphForCodePoint(ch.codePointAt(0) ?? 0);
        if (glyph.id === 0) throw new Error(`font ${fonts.regular.path} has no glyph for "${ch}" in "${s}"`);
        a = glyph.advanceWidth / m.unitsPerEm;
        cache.set(ch, a);
      }
      w += a;
    }
    return w * size;
  };
}

const DIR = '/usr/share/fonts';
/**
 * Fonts with free licences, as Debian packages install them (fonts-arphic-gbsn00lp, fonts-arphic-ukai,
 * fonts-wqy-zenhei, fonts-noto-cjk).
 */
const FONTS = {
  song: { path: `${DIR}/truetype/arphic-gbsn00lp/gbsn00lp.ttf` },
  kai: { path: `${DIR}/truetype/arphic/ukai.ttc`, name: 'UKaiCN' },
  hei: { path: `${DIR}/truetype/wqy/wqy-zenhei.ttc`, name: 'WenQuanYiZenHei' },
  serif: { path: `${DIR}/opentype/noto/NotoSerifCJK-Regular.ttc`, name: 'NotoSerifCJKsc-Regular' },
  serifBold: { path: `${DIR}/opentype/noto/NotoSerifCJK-Bold.ttc`, name: 'NotoSerifCJKsc-Bold' },
  sans: { path: `${DIR}/opentype/noto/NotoSansCJK-Regular.ttc`, name: 'NotoSansCJKsc-Regular' },
  sansBold: { path: `${DIR}/opentype/noto/NotoSansCJK-Bold.ttc`, name: 'NotoSansCJKsc-Bold' },
} as const satisfies Record<string, FontFace>;

const ZENHEI = 'font-family:"WenQuanYi Zen Hei"';
const heavy = (family: string) => `font-family:"${family}";font-weight:bold`;

/** WenQuanYi stands only for bold: PDFKit takes half a minute to lay out a document set in it. */
export const PAIRS: Record<'song' | 'kai' | 'serif' | 'sans', FontChoice> = {
  song: { regular: FONTS.song, bold: FONTS.hei, css: 'font-family:"AR PL SungtiL GB"', cssBold: ZENHEI },
  kai: { regular: FONTS.kai, bold: FONTS.hei, css: 'font-family:"AR PL UKai CN"', cssBold: ZENHEI },
  serif: {
    regular: FONTS.serif,
    bold: FONTS.serifBold,
    css: 'font-family:"Noto Serif CJK SC"',
    cssBold: heavy('Noto Serif CJK SC'),
  },
  sans: {
    regular: FONTS.sans,
    bold: FONTS.sansBold,
    css: 'font-family:"Noto Sans CJK SC"',
    cssBold: heavy('Noto Sans CJK SC'),
  },
};
