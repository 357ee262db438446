/**
 * @module One error planted in the prose of a document that was read: a marked span in, the changed input and what
 * the error says out.
 */
import type { CheckInput } from '../../../pipeline/check/types.js';
import type { Paragraph } from '../../../pipeline/model.js';
import { proseOf } from '../../../pipeline/narrative/index.js';
import { slip } from '../mutate.js';
import type { Place } from './places.js';
import type { MarkKind } from './voice.js';

export interface Planted {
  kind: MarkKind;
  from: string;
  to: string;
  page: number;
  /** The words around the planted error, as changed. */
  around: string;
  input: CheckInput;
}

const OPPOSITE: Record<string, string> = {
  增加: '减少',
  减少: '增加',
  增长: '下降',
  上升: '下降',
  下降: '增长',
  降低: '增长',
  大于: '小于',
  小于: '大于',
  高于: '低于',
  超过: '低于',
  低于: '高于',
};

/** The wrong text for a mark; null where no slip of it would show (a rate of 0). */
function wrong({ mark }: Place, turn: number): string | null {
  switch (mark.kind) {
    case 'amount':
    case 'rate':
    case 'change': {
      const [whole = ''] = mark.text.split('.');
      return /[1-9]/.test(whole) ? slip(mark.text, turn) : null;
    }
    case 'direction':
      return OPPOSITE[mark.text] ?? null;
    case 'year':
      return String(Number(mark.text) - 1);
    case 'count':
      return String(Number(mark.text) + 1);
    case 'item':
      return turn % 2 === 0 ? '样例业务管理' : mark.text === '行政运行' ? '机关服务' : '一般行政管理事务';
    case 'unit':
      return mark.text === '万元' ? '元' : '万元';
    case 'entity':
      return null;
  }
}

export function plant(input: CheckInput, place: Place, turn: number): Planted | null {
  const to = wrong(place, turn);
  if (to === null || to === place.mark.text) return null;
  const paragraph = input.prose.paragraphs[place.paragraph]!;
  const changed = replaced(paragraph, place.from, place.to, to);
  const paragraphs = input.prose.paragraphs.map((p, i) => (i === place.paragraph ? changed : p));
  return {
    kind: place.mark.kind,
    from: place.mark.text,
    to,
    page: paragraph.pages[place.from]!,
    around: changed.text.slice(Math.max(0, place.from - 30), place.from + to.length + 16),
    input: { ...input, prose: proseOf(paragraphs, input.identity) },
  };
}

function replaced(p: Paragraph, from: number, to: number, text: string): Paragraph {
  const splice = <T>(list: T[]): T[] => [
    ...list.slice(0, from),
    ...Array.from(text, () => list[from]!),
    ...list.slice(to),
  ];
  return { text: p.text.slice(0, from) + text + p.text.slice(to), glyphs: splice(p.glyphs), pages: splice(p.pages) };
}
