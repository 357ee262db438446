import { describe, expect, it } from 'vitest';
import type { Glyph } from '../model.js';
import { noWords, shows } from './words.js';

function glyphsOf(lines: readonly string[]): Glyph[] {
  return lines.flatMap((line, y) =>
    [...line].map((text, x) => ({
      text,
      raw: text,
      x0: 60 + x * 12,
      x1: 72 + x * 12,
      y0: y * 20,
      y1: y * 20 + 12,
      baseline: y * 20 + 10,
      size: 12,
      font: 'SimSun',
      direction: 0 as const,
      order: y * 100 + x,
      source: 'text_layer' as const,
      confidence: 1,
    })),
  );
}

const FORM = [
  '收入支出决算总表',
  '一、一般公共预算财政拨款收入12.30',
  '二、政府性基金预算财政拨款收入0.00',
  '三、国有资本经营预算财政拨款收入',
  '四、上级补助收入',
  '五、事业收入',
  '本年收入合计12.30',
];
/** Every ideograph is another common one; figures stay. */
const lying = FORM.map((line) =>
  line.replace(/[\u4e00-\u9fff]/g, (c) =>
    String.fromCodePoint(0x4e00 + ((c.codePointAt(0)! - 0x4e00 + 1237) % 5000)),
  ),
);

describe('letters that make no words', () => {
  it('are seen where a font gives others than are printed', () => {
    expect(noWords(glyphsOf(lying))).toMatch(/^letters that make no words: \d+ of \d+ pairs/);
    expect(noWords(glyphsOf(FORM))).toBeNull();
  });

  it('are not seen in prose of another matter, in English, or in figures', () => {
    const prose = [
      '本单位认真贯彻落实党中央决策部署，坚持稳中求进工作总基调，',
      '统筹推进各项工作，加强内部管理，提高资金使用效益，保障重点支出。',
    ];
    expect(noWords(glyphsOf(prose))).toBeNull();
    expect(
      noWords(glyphsOf(['The Ministry of Finance publishes', 'general government revenue and', 'expenditure'])),
    ).toBeNull();
    expect(noWords(glyphsOf(['12,300.00 45.10 0.00', '2080505 30101']))).toBeNull();
  });

  it('are seen where labels are Latin nonsense', () =>
    expect(
      noWords(glyphsOf(['XqZ KJhR TTxw PPqz 12.30', 'QwRt ZzKp MnBv LkJh 0.00', 'GfDs XcVb', 'PlKq WxRt BvCx HhJk'])),
    ).toMatch(/letters$/));

  it('are what is printed where the picture shows them', () => {
    expect(shows(glyphsOf(FORM), glyphsOf(FORM))).toBe(true);
    expect(shows(glyphsOf(FORM), glyphsOf(lying))).toBe(false);
  });
});
