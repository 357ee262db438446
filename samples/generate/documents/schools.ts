/**
 * @module What the documents of the schools of form have in common: the page, and the way a cube's figures are printed.
 */
import type { Cube } from '../figures/cube.js';
import type { Coordinates } from '../meaning.js';
import type { Block, SampleDocument, TableSpec, TableStyle } from '../model.js';
import { PAIRS } from '../layout/fonts.js';
import { print } from '../numbers.js';
import { Random } from '../random.js';
import { drawn, type Sketch, type SketchForm } from '../stress/forms/sketch.js';
import { YEAR } from '../tables/school.js';

/** Puts a wrong figure where a right one would stand: null leaves it. */
export type Plant = (table: string, at: Coordinates, right: string) => string | null;

export interface School {
  cube: Cube;
  places: number;
  /** What a place without money prints. */
  nothing: string;
  unitLine: string;
  entityLine?: string | null;
  yearLine?: string | null;
  plant?: Plant | undefined;
}

/** Draws a sketch with the figures of the school's cube. */
export function draw(school: School, sketch: Sketch): TableSpec {
  const form: SketchForm = {
    numbers: 'grouped',
    nothing: school.nothing,
    figure: (c) => {
      const right = amount(school, c);
      return school.plant?.(sketch.title, c, right) ?? right;
    },
  };
  return drawn(
    {
      unitLine: school.unitLine,
      entityLine: school.entityLine ?? null,
      yearLine: school.yearLine ?? null,
      ...sketch,
    },
    form,
    new Random(1),
  );
}

/** A figure as it stands in a table. */
function amount({ cube, places, nothing }: School, c: Coordinates): string {
  const value = cube.figure(c, places);
  return value === null || Number(value) === 0 ? nothing : print(value, 'grouped');
}

/** A figure as it stands in prose. */
export function money({ cube, places }: School, c: Coordinates): string {
  return cube.figure(c, places) ?? '0';
}

const STYLE: TableStyle = {
  size: 8.5,
  padX: 2.5,
  padY: 2,
  rowMin: 16,
  ruling: 'long',
  lineWidth: 0.5,
  repeatHeader: true,
  cutRows: false,
  closeAtBreak: true,
  headerFill: null,
  boldHeader: false,
  valign: 'middle',
};

export interface SchoolDocument {
  name: string;
  entity: string;
  blocks: Block[];
  anomalies?: SampleDocument['anomalies'];
  fonts?: SampleDocument['fonts'];
  footer?: SampleDocument['footer'];
  table?: Partial<TableStyle>;
}

export function schoolDocument(o: SchoolDocument): SampleDocument {
  return {
    name: o.name,
    entity: o.entity,
    fiscalYear: YEAR,
    documentKind: '部门预算',
    unit: '万元',
    setup: { width: 595.28, height: 841.89, left: 56, right: 56, top: 56, bottom: 54 },
    body: { size: 11, leading: 1.6 },
    table: { ...STYLE, ...o.table },
    fonts: o.fonts ?? PAIRS.song,
    footer: o.footer === undefined ? (n) => `- ${n} -` : o.footer,
    header: null,
    anomalies: o.anomalies ?? [],
    blocks: o.blocks,
  };
}

/** Tables one after another, each on a page of its own; wide ones lie. */
export function onPages(specs: readonly TableSpec[], wide = 7): Block[] {
  return specs.flatMap((spec): Block[] => [
    { t: 'page', landscape: spec.columns > wide },
    { t: 'table', spec, ...(spec.columns > 11 ? { style: { size: 6.5, padX: 1.5 } } : {}) },
  ]);
}

export const text = (t: string): Block => ({ t: 'text', text: t, indent: 2 });
