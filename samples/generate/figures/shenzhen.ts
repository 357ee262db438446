/** @module The invented department of the sample in the form of Shenzhen: units, projects, amounts. */
import { Random } from '../random.js';
import { YEAR } from '../tables/school.js';
import type { Cube } from './cube.js';
import { department, type Unit, withYearBefore } from './departments.js';

export const ENTITY = '深圳市样例协调局';
export const SMALL = '预留给中小企业';
export const SMALLEST = '预留给小型、微型企业';
const BOUGHT = ['procurement'];
export const UNITS: readonly Unit[] = [
  {
    name: `${ENTITY}（本级）`,
    administration: true,
    running: '2010301',
    scale: 52_000,
    projects: [
      { name: '样例协调专项', function: '2010302', items: ['30227', '30212'], carried: 20 },
      { name: '办公设备更新', function: '2010302', items: ['31002'], also: [...BOUGHT, SMALL, SMALLEST] },
      { name: '物业服务', function: '2010302', items: ['30209'], also: [...BOUGHT, SMALL] },
    ],
  },
  {
    name: '深圳市样例信息中心',
    administration: false,
    running: '2010350',
    scale: 11_000,
    projects: [
      { name: '信息系统运维', function: '2010399', items: ['30213'], carried: 10, also: BOUGHT },
      { name: '对外协作', function: '2010399', items: ['30227'], fund: 'business' },
    ],
  },
];

export function shenzhenCube(): Cube {
  return withYearBefore(new Random(440_302), department(new Random(440_301), YEAR, UNITS));
}
