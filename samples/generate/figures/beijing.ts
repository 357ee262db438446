/** @module The invented department of the sample in the form of Beijing: units, projects, amounts. */
import { Random } from '../random.js';
import { YEAR } from '../tables/school.js';
import type { Cube } from './cube.js';
import { department, type Unit } from './departments.js';

export const ENTITY = '北京市样例事务办公室';
export const LESS_CAPITAL = '扣除基建项目后';
const UNITS: readonly Unit[] = [
  {
    name: ENTITY,
    administration: true,
    running: '2010301',
    scale: 612_345_678,
    projects: [
      {
        name: '样例业务管理',
        function: '2010302',
        items: ['30227', '30212', '30213', '31002'],
        carried: 3,
        also: [LESS_CAPITAL],
      },
      { name: '业务用房改造', function: '2010302', items: ['31006'] },
      { name: '样例培训', function: '2050803', items: ['30216'], also: [LESS_CAPITAL] },
    ],
  },
];

export function beijingCube(): Cube {
  return department(new Random(110_101), YEAR, UNITS);
}
