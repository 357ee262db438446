/** @module The invented department of the sample in the form of central departments: units, projects, amounts. */
import { Random } from '../random.js';
import { YEAR } from '../tables/school.js';
import type { Cube } from './cube.js';
import { department, type Unit, withYearBefore } from './departments.js';

export const ENTITY = '国家样例事务管理局';
export const UNITS: readonly Unit[] = [
  {
    name: `${ENTITY}本级`,
    administration: true,
    running: '2010301',
    scale: 180_000,
    projects: [
      { name: '样例监测', function: '2010302', items: ['30227', '30212', '31002'], carried: 15 },
      { name: '样例标准研究', function: '2060302', items: ['30226'] },
      { name: '彩票公益活动', function: '2296002', items: ['30299'], fund: 'government_fund' },
    ],
  },
  {
    name: '国家样例研究院',
    administration: false,
    running: '2010350',
    scale: 60_000,
    projects: [
      { name: '委托研究', function: '2060302', items: ['30227'], fund: 'business', carried: 8 },
      { name: '出版', function: '2060302', items: ['30202'], fund: 'other' },
    ],
  },
];

export function centralCube(): Cube {
  return withYearBefore(new Random(102), department(new Random(101), YEAR, UNITS));
}
