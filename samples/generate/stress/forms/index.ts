/** @module A random document of sketched tables: one form of each kind, captions, borders and numbers in any manner. */
import { cover, glossary, part } from '../../front.js';
import type { Block, CaptionForm, GridCell, Ruling, SampleDocument, TableSpec } from '../../model.js';
import type { Random } from '../../random.js';
import { randomEntity, randomLook } from '../look.js';
import { BUDGET } from './budget.js';
import { FINAL } from './final.js';
import { drawn, type Sketch, type SketchForm } from './sketch.js';

const CAPTIONS: readonly CaptionForm[] = [
  'usual',
  'number_left',
  'number_above',
  'number_beside_unit',
  'title_in_two',
  'title_in_grid',
  'all_in_grid',
];
const RULINGS: readonly Ruling[] = [
  'stroke',
  'long',
  'fill',
  'outline',
  'gaps',
  'double',
  'dashed',
  'dotted',
  'open',
  'white',
];

export interface FormOptions {
  forms?: string[];
  caption?: CaptionForm;
  ruling?: Ruling;
}

export function randomForms(r: Random, name: string, only: FormOptions = {}): SampleDocument {
  const { entity, scope } = randomEntity(r);
  const final = only.forms ? only.forms.some((f) => f in FINAL) : r.chance(0.6);
  const year = r.int(2016, 2025);
  const look = randomLook(r, `${entity}${year}年${final ? `度${scope}决算` : '部门预算'}`);
  const yuan = r.chance(0.3);
  const unit = yuan ? '元' : '万元';
  const form: SketchForm = {
    numbers: look.numbers,
    nothing: r.pick(['', '', '0.00', '—']),
    negative: r.pick(['minus', 'triangle', 'brackets'] as const),
    places: yuan && r.chance(0.5) ? 0 : 2,
  };
  const captions = only.caption ?? r.pick(CAPTIONS);
  const unitLine = r.pick([
    `单位：${unit}`,
    `金额单位：${unit}`,
    `单位:${unit}`,
    `（单位：${unit}）`,
    `金额单位：人民币${unit}`,
    `单位： ${unit}`,
  ]);
  const entityLine = r.pick([`部门：${entity}`, `单位名称：${entity}`, `编制单位：${entity}`, null]);
  const specs = chosen(r, final ? FINAL : BUDGET, only.forms).map((make): TableSpec => {
    const sketch = make(r, year);
    const spec = drawn({ ...sketch, unit, unitLine, entityLine: sketch.entityLine ?? entityLine }, form, r);
    return captioned({ ...spec, caption: captions });
  });
  const ruling = only.ruling ?? r.pick(RULINGS);
  const flowing = r.chance(0.3);
  const { numbers: _n, landscape, rotate, ...rest } = look;
  const blocks: Block[] = [
    ...cover([entity, `${year}年${final ? `度${scope}决算` : '部门预算'}`]),
    { t: 'toc', title: '目录' },
    { t: 'page' },
    ...part('第一部分 概况'),
    { t: 'text', text: '负责样例事务。', indent: 2 },
    { t: 'page', landscape: flowing && landscape },
    ...part(`第二部分 ${final ? '决算' : '预算'}公开表`),
    ...specs.flatMap((spec): Block[] => [
      ...(flowing ? [] : [{ t: 'page', landscape: landscape || spec.columns > 9, rotate } as Block]),
      { t: 'table', spec, ...(spec.columns > 12 ? { style: { size: 6, padX: 1 } } : {}) },
    ]),
    { t: 'page' },
    ...glossary('第三部分 名词解释'),
  ];
  return {
    name,
    entity,
    fiscalYear: year,
    documentKind: final ? `${scope}决算` : '部门预算',
    unit,
    ...rest,
    table: { ...look.table, ruling, zebra: r.chance(0.15) },
    anomalies: [],
    blocks,
  };
}

type Makers = Record<string, (r: Random, year: number) => Sketch>;

/** One form of each kind, unless forms are named. */
function chosen(r: Random, makers: Makers, names: string[] | undefined): Makers[string][] {
  if (names) return names.filter((n) => n in makers).map((n) => makers[n] as Makers[string]);
  const kinds = new Map<string, Makers[string][]>();
  for (const make of Object.values(makers)) {
    const { kind, title } = make(r, 2020);
    const key = kind ?? title;
    kinds.set(key, [...(kinds.get(key) ?? []), make]);
  }
  return [...kinds.values()].map((list) => r.pick(list));
}

/** The caption's lines as the first rows of the grid, where they are printed inside it. */
function captioned(spec: TableSpec): TableSpec {
  if (spec.caption !== 'title_in_grid' && spec.caption !== 'all_in_grid') return spec;
  const rows: string[] = [spec.title ?? ''];
  if (spec.caption === 'all_in_grid')
    rows.push([spec.entityLine, spec.number, spec.unitLine].filter((t) => t !== null).join('    '));
  const wide = (text: string, r: number): GridCell => ({
    r,
    c: 0,
    rs: 1,
    cs: spec.columns,
    text,
    align: 'center',
    bold: r === 0,
    indent: 0,
  });
  return {
    ...spec,
    rows: spec.rows + rows.length,
    headerRows: spec.headerRows + rows.length,
    cells: [...rows.map(wide), ...spec.cells.map((c) => ({ ...c, r: c.r + rows.length }))],
  };
}
