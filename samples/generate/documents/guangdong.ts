/**
 * @module A budget in the form of Guangdong's cities, invented figures in 万元: tables 1 to 12, sources with what was
 * carried over beside them, codes in brackets before names, basic and project expenditure by the units that use it.
 */
import { ENTITY, guangdongCube, UNITS } from '../figures/guangdong.js';
import { cover, part } from '../front.js';
import type { Coordinates } from '../meaning.js';
import type { SampleDocument, TableSpec } from '../model.js';
import { guangdongSketches } from '../tables/guangdong.js';
import { BUDGET, CARRIED, CURRENT, YEAR } from '../tables/school.js';
import { draw, money, onPages, type Plant, type School, schoolDocument, text } from './schools.js';

export function guangdongTables(plant?: Plant): TableSpec[] {
  const cube = guangdongCube();
  const school: School = { cube, places: 2, nothing: '0.00', unitLine: '单位：万元', plant };
  return guangdongSketches(cube).map((sketch) => draw(school, sketch));
}
export function guangdongDocument(): SampleDocument {
  const cube = guangdongCube();
  const say = (c: Coordinates): string => money({ cube, places: 2, nothing: '', unitLine: '' }, { ...BUDGET, ...c });
  return schoolDocument({
    name: 'guangdong-bureau-budget-2026',
    entity: ENTITY,
    blocks: [
      ...cover([`${YEAR}年${ENTITY}部门预算`]),
      ...part('第一部分 部门概况'),
      text('负责本市样例事务的组织、管理和服务工作。'),
      text(`本部门预算包括${UNITS.map((u) => u.name).join('、')}的预算。`),
      { t: 'page' },
      ...part(`第二部分 ${YEAR}年部门预算表`),
      ...onPages(guangdongTables()),
      { t: 'page' },
      ...part(`第三部分 ${YEAR}年部门预算情况说明`),
      text(
        `${YEAR}年本部门收入总计${say({})}万元，其中本年收入合计${say(CURRENT)}万元，上年结转结余${say(CARRIED)}万元。` +
          `${YEAR}年本部门支出总计${say({})}万元，其中基本支出${say({ type: 'basic' })}万元，项目支出${say({ type: 'project' })}万元。`,
      ),
      text(
        `财政拨款安排的“三公”经费预算${say({ fund: 'fiscal_appropriation', item: 'three_public' })}万元，` +
          `其中公务接待费${say({ fund: 'fiscal_appropriation', item: 'reception' })}万元。`,
      ),
    ],
  });
}
