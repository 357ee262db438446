/**
 * @module 部门决算公开相关信息统计表 (Shanxi, 公开10表): three sections, each with its own heading row; and the list of tables with
 * 是否空表 (Shaanxi).
 */
import { Grid } from '../grid.js';
import type { TableSpec } from '../model.js';
import { type Form, table, value } from './style.js';

export interface Disclosure {
  goods: string;
  works: string;
  services: string;
  total: string;
  administrative: string;
  supervised: string;
  /** Vehicles: total, then eight types in printed order. */
  vehicles: string[];
  equipment: string;
}

const TYPES = [
  '1.副部（省）级及以上领导用车',
  '2.主要负责人用车',
  '3.机要通信用车',
  '4.应急保障用车',
  '5.执法执勤用车',
  '6.特种专业技术用车',
  '7.离退休干部服务用车',
  '8.其他用车',
];

export function disclosure(form: Form, d: Disclosure, n: number, note: string): TableSpec {
  const grid = new Grid(3);
  const put = (label: string, line: string, v: string, indent = 0) => {
    grid.row([
      { t: label, a: indent < 0 ? 'center' : 'left', i: Math.max(0, indent) },
      line,
      value(form, v, { code: null, row: label, column: '统计数' }),
    ]);
  };
  const section = (t: string) => grid.row([{ t, cs: 3, a: 'left', b: true }]);
  section('一、政府采购情况');
  grid.row(['项目', '行次', '统计数']);
  put('合计', '1', d.total, -1);
  put('货物', '2', d.goods, 1);
  put('工程', '3', d.works, 1);
  put('服务', '4', d.services, 1);
  section('二、机关运行经费');
  grid.row(['项目', '', '统计数']);
  put('（一）行政单位', '5', d.administrative);
  put('（二）参照公务员法管理事业单位', '6', d.supervised);
  section('三、国有资产占用情况');
  put('（一）车辆数合计（辆）', '7', d.vehicles[0] ?? '');
  for (const [i, t] of TYPES.entries()) put(t, String(8 + i), d.vehicles[i + 1] ?? '', 1);
  put('（二）单价100万元（含）以上设备（不含车辆）', '17', d.equipment);
  return table(form, grid, 'disclosure_statistics', '部门决算公开相关信息统计表', n, 2, [5, 1, 2.4], note);
}

export function tableList(titles: [string, boolean][], reason: string): TableSpec {
  const grid = new Grid(4).row(['序号', '内容', '是否空表', '表格为空的理由']);
  for (const [i, [title, empty]] of titles.entries())
    grid.row([`表${i + 1}`, { t: title, a: 'left' }, empty ? '是' : '否', { t: empty ? reason : '', a: 'left' }]);
  return {
    kind: null,
    title: null,
    number: null,
    unit: null,
    unitLine: null,
    entityLine: null,
    yearLine: null,
    rows: grid.rows,
    columns: 4,
    headerRows: 1,
    widths: [1, 5, 1.3, 3],
    cells: grid.cells,
    notes: [],
  };
}
