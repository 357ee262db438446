/** @module Random looks: paper, margins, fonts, rulings, row heights, headers that repeat or not. */
import { PAIRS } from '../layout/fonts.js';
import type { NumberStyle } from '../numbers.js';
import type { SampleDocument, TableStyle } from '../model.js';
import type { Random } from '../random.js';

export type Look = Pick<
  SampleDocument,
  'setup' | 'body' | 'table' | 'fonts' | 'footer' | 'header' | 'doubleBold' | 'radicals'
> & { numbers: NumberStyle; landscape: boolean; rotate: boolean };

export function randomLook(r: Random, title: string): Look {
  const left = r.int(36, 80);
  const top = r.int(40, 80);
  const size = r.int(14, 22) / 2;
  const table: TableStyle = {
    size,
    padX: r.int(2, 8) / 2,
    padY: r.int(1, 6) / 2,
    rowMin: size * 1.22 + r.int(2, 14),
    ruling: r.pick(['stroke', 'stroke', 'long', 'fill', 'outline'] as const),
    lineWidth: r.pick([0.25, 0.48, 0.5, 0.75, 1]),
    repeatHeader: r.chance(0.5),
    cutRows: r.chance(0.25),
    closeAtBreak: r.chance(0.8),
    headerFill: r.chance(0.3) ? r.pick(['#d9d9d9', '#dbe5f1', '#fce4d6']) : null,
    boldHeader: r.chance(0.4),
    valign: r.chance(0.85) ? 'middle' : 'top',
  };
  const paper = r.chance(0.9) ? [595.28, 841.89] : [612, 792];
  const landscape = r.chance(0.4);
  return {
    setup: {
      width: paper[0] as number,
      height: paper[1] as number,
      left,
      right: r.int(36, 80),
      top,
      bottom: r.int(40, 80),
    },
    body: { size: r.int(20, 32) / 2, leading: r.int(14, 20) / 10 },
    table,
    fonts: r.pick([PAIRS.song, PAIRS.song, PAIRS.kai, PAIRS.sans, PAIRS.serif]),
    footer: r.pick([
      (n: number) => `— ${n} —`,
      (n: number) => String(n),
      (n: number, of: number) => `第 ${n} 页，共 ${of} 页`,
      null,
    ]),
    header: r.chance(0.3) ? title : null,
    doubleBold: r.chance(0.2),
    radicals: r.chance(0.15),
    numbers: r.pick(['plain', 'grouped', 'grouped', 'spaced', 'fullwidth'] as const),
    landscape,
    rotate: landscape && r.chance(0.3),
  };
}

const PLACES = [
  '浙江省杭州市',
  '河北省石家庄市',
  '四川省成都市',
  '湖北省武汉市',
  '广东省广州市',
  '甘肃省兰州市',
  '云南省昆明市',
  '江苏省南京市',
  '河南省郑州市',
  '吉林省长春市',
  '贵州省贵阳市',
  '福建省福州市',
];
const BODIES: readonly (readonly [string, '部门' | '单位'])[] = [
  ['样例局', '部门'],
  ['样例委员会', '部门'],
  ['样例服务中心', '单位'],
  ['样例管理处', '单位'],
  ['样例学校', '单位'],
  ['样例街道办事处', '部门'],
];

export function randomEntity(r: Random): { entity: string; scope: '部门' | '单位' } {
  const [body, scope] = r.pick(BODIES);
  return { entity: `${r.pick(PLACES)}${body}`, scope };
}
