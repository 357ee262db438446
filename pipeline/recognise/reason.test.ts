import { describe, expect, it } from 'vitest';
import type { Area, Glyph, PageContent } from '../model.js';
import { recognitionReason } from './reason.js';

function glyphsOf(text: string, font = 'SimSun', y = 300): Glyph[] {
  return [...text].map((c, i) => ({
    text: c,
    raw: c,
    x0: 60 + (i % 40) * 12,
    x1: 72 + (i % 40) * 12,
    y0: y,
    y1: y + 12,
    baseline: y + 10,
    size: 12,
    font,
    direction: 0,
    order: i,
    source: 'text_layer',
    confidence: 1,
  }));
}
function page(over: Partial<PageContent>): PageContent {
  return {
    number: 1,
    width: 600,
    height: 800,
    rotation: 0,
    glyphs: [],
    rulings: [],
    areas: [],
    unmappedGlyphs: 0,
    hiddenGlyphs: 0,
    textSource: 'text_layer',
    reason: null,
    ...over,
  };
}
const image = (x0: number, y0: number, x1: number, y1: number): Area => ({ kind: 'image', box: [x0, y0, x1, y1] });
const whole = image(0, 0, 600, 800);
const prose =
  '本单位2024年度收入总计9746.50万元，其中一般公共预算财政拨款收入9746.50万元，占百分之一百；与上年相比增加12.34万元，主要原因是人员经费增加。';

describe('why a page is recognised', () => {
  it.each([
    ['one image and no text', page({ areas: [whole] }), /^no text: the page is one image/],
    [
      'an image in strips',
      page({ areas: [0, 1, 2, 3].map((i) => image(0, i * 200, 600, (i + 1) * 200)) }),
      /^no text: the page is one image/,
    ],
    ['an invisible text layer under the image', page({ areas: [whole], hiddenGlyphs: 420 }), /^invisible text layer/],
    [
      'an old OCR layer by its font',
      page({ areas: [whole], glyphs: glyphsOf(prose, 'GlyphLessFont') }),
      /^old OCR layer/,
    ],
    [
      'a stamped page number on a scan',
      page({ areas: [whole], glyphs: glyphsOf('-3-', 'SimSun', 780) }),
      /^only 3 glyphs beside/,
    ],
    ['glyphs without Unicode', page({ glyphs: glyphsOf(prose), unmappedGlyphs: 20 }), /% of glyphs without Unicode/],
    ['no glyph with Unicode', page({ unmappedGlyphs: 300 }), /^no glyph of 300/],
    [
      'GBK bytes read as Latin-1',
      page({ glyphs: glyphsOf('²¿ÃÅÔ¤Ëã±íÊÕÈëÖ§³ö×Ü±íµ¥Î»ÍòÔªÏîÄ¿½ð¶îºÏ¼Æ') }),
      /accented/,
    ],
    [
      'UTF-8 bytes read as GBK',
      page({ glyphs: glyphsOf('閮ㄩ棬棰勭畻鏀跺叆鏀嚭鎬昏〃鍗曚綅涓囧厓椤圭洰閲戦鍚堣鏈勾鏀跺叆鍚堣鏈勾鏀嚭鍚堣') }),
      /common/,
    ],
    ['private use characters', page({ glyphs: glyphsOf('\ue012\ue034\ue0a1\ue0b2'.repeat(10)) }), /without meaning/],
  ])('%s', (_, content, why) => expect(recognitionReason(content)).toMatch(why));

  it.each([
    ['a page of text', page({ glyphs: glyphsOf(prose) })],
    ['a page of text with a small picture', page({ glyphs: glyphsOf(prose), areas: [image(50, 50, 200, 150)] })],
    ['text on a full-page background', page({ glyphs: glyphsOf(prose), areas: [whole] })],
    ['a blank page', page({})],
    ['a blank page with a logo', page({ areas: [image(250, 40, 350, 90)] })],
    [
      'an English page',
      page({ glyphs: glyphsOf('Final accounts of the department for the year 2024 in ten thousand yuan') }),
    ],
    ['a few bullets without Unicode', page({ glyphs: glyphsOf(prose), unmappedGlyphs: 3 })],
    ['a table of numbers', page({ glyphs: glyphsOf('1,234.56 78.90 0.00 12.00 208 20805 2080501 100.00% 3.14') })],
  ])('not: %s', (_, content) => expect(recognitionReason(content)).toBeNull());
});
