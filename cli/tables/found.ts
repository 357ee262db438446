/** @module Tables of a document and the pages as they were taken apart -> how each table was found, and how sure that is. */
import { areaOf, type Box, holdsCentre } from '../../pipeline/geometry.js';
import type { PageLayout } from '../../pipeline/model.js';
import { displayedBox } from '../../pipeline/recognise/displayed.js';
import type { Cell, Table } from '../../schemas/index.js';
import type { Language } from '../terminal.js';

export interface Found {
  /** ruled: by drawn lines; aligned: by text that stands in columns; mixed: one on this page, the other on that. */
  method: 'ruled' | 'aligned' | 'mixed';
  /**
   * 0 to 1, of the least sure of its pages. Ruled: the share of row and column boundaries that are drawn. Aligned:
   * the rank of the finder among the finders, no measured probability.
   */
  score: number;
  /** What that rests on, for people. */
  evidence: string[];
}

/** As `gongkai tables --format json` prints it; found is null where no part of a page is known to have given it. */
export type FoundTable = Table & { found: Found | null };

/** What one page gave, on the page as displayed. */
export interface Origin {
  page: number;
  box: Box;
  method: 'ruled' | 'aligned';
  score: number;
  evidence: string[];
}

export function originsOf(layouts: readonly PageLayout[]): Origin[] {
  return layouts.flatMap(({ content: { upright }, tables }) =>
    tables.map(({ page, box, method, score, evidence }) => ({
      page,
      box: upright ? displayedBox(box, upright) : ([...box] as Box),
      method,
      score,
      evidence,
    })),
  );
}

/** A joined table has come from every part of a page in which its cells stand. */
export function withFound(tables: readonly Table[], origins: readonly Origin[]): FoundTable[] {
  return tables.map((table) => {
    const parts = new Set(table.cells.map((cell) => originOf(cell, origins)).filter((part) => part !== null));
    if (parts.size === 0) return { ...table, found: null };
    const methods = new Set([...parts].map((part) => part.method));
    const [only] = methods;
    return {
      ...table,
      found: {
        method: methods.size === 1 && only !== undefined ? only : 'mixed',
        score: Math.min(...[...parts].map((part) => part.score)),
        evidence: [...new Set([...parts].flatMap((part) => part.evidence))],
      },
    };
  });
}

/** The smallest that holds it: a grid inside a cell of another gives its own cells. */
function originOf({ page, boxes: [box] }: Cell, origins: readonly Origin[]): Origin | null {
  if (box === undefined) return null;
  return origins
    .filter((each) => each.page === page && holdsCentre(each.box, box) && areaOf(each.box) >= 0.9 * areaOf(box))
    .reduce<Origin | null>((least, each) => (least && areaOf(least.box) <= areaOf(each.box) ? least : each), null);
}

const WORDS = {
  en: { ruled: 'found by rulings', aligned: 'found by alignment', mixed: 'found by rulings and alignment' },
  zh: { ruled: '依框线识别', aligned: '依对齐识别', mixed: '依框线与对齐识别' },
} as const satisfies Record<Language, Record<Found['method'], string>>;

/** "found by rulings, score 1.00" */
export function foundWords(found: Found | null, language: Language): string {
  if (found === null) return language === 'zh' ? '识别方式不明' : 'not known how found';
  return language === 'zh'
    ? `${WORDS.zh[found.method]}，可信度 ${found.score.toFixed(2)}`
    : `${WORDS.en[found.method]}, score ${found.score.toFixed(2)}`;
}

/** "7 tables: 6 ruled, 1 aligned; least sure t07, score 0.60" */
export function summary(tables: readonly FoundTable[], to: string | undefined, language: Language): string {
  const counts = (['ruled', 'aligned', 'mixed'] as const)
    .map((method) => ({ method, n: tables.filter(({ found }) => found?.method === method).length }))
    .filter(({ n }) => n > 0);
  const least = tables.reduce<FoundTable | null>(
    (low, each) => (each.found && each.found.score < (low?.found?.score ?? 1) ? each : low),
    null,
  );
  if (language === 'zh') {
    const names = { ruled: '依框线', aligned: '依对齐', mixed: '兼依两者' };
    return (
      `${tables.length} 张表${to === undefined ? '' : `，已写入 ${to}`}` +
      `${counts.length === 0 ? '' : `：${counts.map(({ method, n }) => `${names[method]} ${n}`).join('，')}`}` +
      `${least?.found ? `；最不确定的是 ${least.id}，可信度 ${least.found.score.toFixed(2)}` : ''}`
    );
  }
  return (
    `${tables.length} tables${to === undefined ? '' : ` written to ${to}`}` +
    `${counts.length === 0 ? '' : `: ${counts.map(({ method, n }) => `${n} ${method}`).join(', ')}`}` +
    `${least?.found ? `; least sure ${least.id}, score ${least.found.score.toFixed(2)}` : ''}`
  );
}
