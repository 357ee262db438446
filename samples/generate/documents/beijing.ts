/**
 * @module The tables of a budget as Beijing's departments publish them in a file of their own, invented figures in
 * 万元 with six decimals: no cover, the entity in the captions alone, three classifications a row, codes in labels.
 */
import { ENTITY, beijingCube } from '../figures/beijing.js';
import type { SampleDocument, TableSpec } from '../model.js';
import { beijingSketches } from '../tables/beijing.js';
import { YEAR } from '../tables/school.js';
import { draw, onPages, type Plant, type School, schoolDocument } from './schools.js';

export function beijingTables(plant?: Plant): TableSpec[] {
  const cube = beijingCube();
  const school: School = {
    cube,
    places: 6,
    nothing: '',
    unitLine: '金额单位：万元',
    entityLine: `部门名称：${ENTITY}`,
    yearLine: `${YEAR}年度`,
    plant,
  };
  return beijingSketches(cube).map((sketch) => draw(school, sketch));
}
export function beijingDocument(): SampleDocument {
  const [, ...blocks] = onPages(beijingTables(), 6);
  return schoolDocument({ name: 'beijing-office-budget-tables-2026', entity: ENTITY, blocks, footer: null });
}
