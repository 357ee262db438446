/**
 * @module A budget in the form of central departments, invented figures in 万元: tables 1 to 9, last year's execution
 * beside this year's budget with the change and its rate, funds side by side, 三公 of two years.
 */
import { ENTITY, centralCube, UNITS } from '../figures/central.js';
import { cover, part } from '../front.js';
import type { Coordinates } from '../meaning.js';
import type { SampleDocument, TableSpec } from '../model.js';
import { centralSketches } from '../tables/central.js';
import { BUDGET, YEAR } from '../tables/school.js';
import { draw, money, onPages, type Plant, type School, schoolDocument, text } from './schools.js';

export function centralTables(plant?: Plant): TableSpec[] {
  const cube = centralCube();
  const school: School = {
    cube,
    places: 2,
    nothing: '',
    unitLine: '单位：万元',
    entityLine: `部门：${ENTITY}`,
    plant,
  };
  return centralSketches(cube).map((sketch) => draw(school, sketch));
}
export function centralDocument(): SampleDocument {
  const cube = centralCube();
  const say = (c: Coordinates): string => money({ cube, places: 2, nothing: '', unitLine: '' }, { ...BUDGET, ...c });
  const general: Coordinates = { fund: 'general_public_budget' };
  const before: Coordinates = { ...general, year: YEAR - 1 };
  const change = say({ ...general, measure: 'change' });
  const moved = change.startsWith('-') ? `减少${change.slice(1)}` : `增加${change}`;
  return schoolDocument({
    name: 'central-administration-budget-2026',
    entity: ENTITY,
    blocks: [
      ...cover([ENTITY, `${YEAR}年部门预算`]),
      ...part('第一部分 部门概况'),
      text(`${ENTITY}负责全国样例事务的管理工作。`),
      text(`纳入${ENTITY}${YEAR}年部门预算编制范围的单位包括${UNITS.map((u) => u.name).join('、')}。`),
      ...part(`第二部分 ${YEAR}年部门预算表`),
      ...onPages(centralTables(), 8),
      { t: 'page' },
      ...part(`第三部分 ${YEAR}年部门预算情况说明`),
      text(`${ENTITY}${YEAR}年收支总预算${say({})}万元。`),
      text(
        `${ENTITY}${YEAR}年一般公共预算支出${say(general)}万元，比${YEAR - 1}年执行数${moved}万元。` +
          `其中：基本支出${say({ ...general, type: 'basic' })}万元，项目支出${say({ ...general, type: 'project' })}万元。`,
      ),
      text(
        `${YEAR}年“三公”经费预算${say({ ...general, item: 'three_public' })}万元，${YEAR - 1}年“三公”经费预算` +
          `${say({ ...before, item: 'three_public' })}万元。`,
      ),
    ],
  });
}
