/** @module The invented department of the sample in the form of Guangdong: units, projects, amounts. */
import { Random } from '../random.js';
import { YEAR } from '../tables/school.js';
import type { Cube } from './cube.js';
import { department, type Unit } from './departments.js';

export const ENTITY = '广州市样例事务局';
const SERVICE = '广州市样例事务服务中心';
export const UNITS: readonly Unit[] = [
  {
    name: `${ENTITY}（本级）`,
    administration: true,
    running: '2010301',
    scale: 40_000,
    projects: [
      { name: '样例事务管理专项', function: '2010302', items: ['30227', '30212', '31002'], carried: 12 },
      { name: '公务用车更新', function: '2010302', items: ['31013'] },
      { name: '样例设施征收补偿', function: '2120899', items: ['31011'], fund: 'government_fund' },
    ],
  },
  {
    name: SERVICE,
    administration: false,
    running: '2010350',
    scale: 9000,
    projects: [
      { name: '便民服务窗口运行', function: '2010399', items: ['30201', '30226'] },
      { name: '样例培训', function: '2010399', items: ['30216'], fund: 'fiscal_special_account' },
      { name: '场地出租维护', function: '2010399', items: ['30213'], fund: 'other' },
    ],
  },
];

export function guangdongCube(): Cube {
  return department(new Random(440_101), YEAR, UNITS);
}
