/**
 * @module A budget in the form of Shenzhen's departments with several units, invented figures in 万元: a column 预算单位
 * above the codes of each unit, names without codes, procurement beside the expenditure, 三公 by year and its change.
 */
import { ENTITY, shenzhenCube, UNITS } from '../figures/shenzhen.js';
import { cover, part } from '../front.js';
import type { Coordinates } from '../meaning.js';
import type { SampleDocument, TableSpec } from '../model.js';
import { shenzhenSketches } from '../tables/shenzhen.js';
import { BUDGET, YEAR } from '../tables/school.js';
import { draw, money, onPages, type Plant, type School, schoolDocument, text } from './schools.js';

export function shenzhenTables(plant?: Plant): TableSpec[] {
  const cube = shenzhenCube();
  const school: School = { cube, places: 2, nothing: '0.00', unitLine: '单位：万元', plant };
  return shenzhenSketches(cube).map((sketch) => draw(school, sketch));
}
export function shenzhenDocument(): SampleDocument {
  const cube = shenzhenCube();
  const say = (c: Coordinates): string => money({ cube, places: 2, nothing: '', unitLine: '' }, { ...BUDGET, ...c });
  const units = UNITS.map((u) => u.name).join('、');
  const [first] = UNITS.map((u): Coordinates => ({ institution: u.name }));
  return schoolDocument({
    name: 'shenzhen-bureau-budget-2026',
    entity: ENTITY,
    blocks: [
      ...cover([`${YEAR}年${ENTITY}部门预算`]),
      ...part('第一部分 部门概况'),
      text('负责本市样例事务的协调工作。'),
      text(`${ENTITY}部门预算包括${units}的预算。`),
      ...part('第二部分 部门预算收支总体情况'),
      text(
        `${YEAR}年${ENTITY}部门预算收入${say({})}万元，部门预算支出${say({})}万元。其中：` +
          `基本支出${say({ type: 'basic' })}万元，项目支出${say({ type: 'project' })}万元。`,
      ),
      text(`${UNITS[0]?.name}预算${say(first ?? {})}万元，其中：基本支出${say({ ...first, type: 'basic' })}万元。`),
      { t: 'page' },
      ...part('第三部分 部门预算表'),
      ...onPages(shenzhenTables(), 9),
    ],
  });
}
