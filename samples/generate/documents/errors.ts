/**
 * @module An invented district unit in the Shaanxi shape with planted errors: figures, shares, growth, direction,
 * year, placeholder.
 */
import { PAIRS } from '../layout/fonts.js';
import { cover, glossary, overview, part } from '../front.js';
import { inventAccounts } from '../invented-accounts.js';
import type { Block, SampleDocument } from '../model.js';
import { finalProse } from '../narrative.js';
import { Big } from 'big.js';
import { share } from '../numbers.js';
import { Planter } from '../plant.js';
import { Random } from '../random.js';
import { shaanxiForm, shaanxiTables } from './shaanxi-bureau.js';

const ENTITY = '西安市莲湖区样例事务中心';

export function errorsDocument(): SampleDocument {
  const { accounts: a, prose } = inventAccounts(new Random(314), {
    entity: ENTITY,
    scope: '单位',
    year: 2023,
    kinds: 3,
    scale: 40_000,
    zero: '',
  });
  const p = new Planter([
    ...finalProse({ ...prose, grouped: false }),
    { t: 'page' },
    ...part('第三部分 2023年度部门决算表'),
    ...shaanxiTables(a, shaanxiForm(ENTITY)),
  ]);
  plant(p, a.year);
  const blocks: Block[] = [
    ...cover([ENTITY, '2023年度单位决算']),
    { t: 'toc', title: '目录' },
    { t: 'page' },
    ...overview(
      '第一部分 单位概况',
      ENTITY,
      ['承担样例事务的受理和办理工作。', '完成主管部门交办的其他任务。'],
      [ENTITY],
    ),
    { t: 'page' },
    ...part('第二部分 2023年度单位决算情况说明'),
    ...p.blocks,
    ...glossary('第四部分 专业名词解释'),
  ];
  return {
    name: 'shaanxi-errors-2023',
    entity: ENTITY,
    fiscalYear: 2023,
    documentKind: '单位决算',
    unit: '万元',
    setup: { width: 595.28, height: 841.89, left: 60, right: 60, top: 64, bottom: 60 },
    body: { size: 12, leading: 1.65 },
    table: {
      size: 8,
      padX: 2.5,
      padY: 2,
      rowMin: 15.5,
      ruling: 'stroke',
      lineWidth: 0.75,
      repeatHeader: false,
      cutRows: false,
      closeAtBreak: true,
      headerFill: '#eeeeee',
      boldHeader: false,
      valign: 'middle',
    },
    fonts: PAIRS.song,
    footer: (n) => String(n),
    header: null,
    anomalies: p.anomalies,
    blocks,
  };
}

function plant(p: Planter, year: number): void {
  const plus = (v: string, d: string) => new Big(v).plus(d).toFixed(2);
  const general = '一般公共预算财政拨款支出决算表';
  const g = p.tables().find((t) => t.title === general);
  const item = g?.cells.find(
    (c) => c.fact?.code?.length === 7 && c.fact.column === '本年支出/项目支出' && c.text !== '' && c.text !== '0.00',
  );
  if (!item?.fact) throw new Error('no project item');
  p.figure(
    general,
    item.fact.row,
    item.fact.code,
    '本年支出/项目支出',
    plus(item.text, '10.00'),
    'plain',
    'row_sum',
    '公开05表 项目支出',
  );

  const economic = '一般公共预算财政拨款基本支出决算表';
  const wages = p.cell(economic, '工资福利支出', '301', '决算数').cell.text;
  p.figure(economic, '工资福利支出', '301', '决算数', plus(wages, '1.80'), 'plain', 'hierarchy', '公开06表 301');

  const summary = '收入支出决算总表';
  const total = p.cell(summary, '总计', null, '收入/决算数').cell.text;
  p.figure(summary, '总计', null, '收入/决算数', plus(total, '100.00'), 'plain', 'balance', '公开01表 总计');

  const three = '财政拨款“三公”经费及会议费、培训费支出决算表';
  const running = p.cell(three, '决算数', null, '财政拨款“三公”经费/公务用车购置及运行维护费/公务用车运行维护费').cell
    .text;
  if (running !== '')
    p.figure(
      three,
      '决算数',
      null,
      '财政拨款“三公”经费/公务用车购置及运行维护费/公务用车运行维护费',
      plus(running, '0.90'),
      'plain',
      'three_public',
      '公开09表 决算数',
    );

  const text = (start: string) => {
    const b = p.blocks.find((x) => x.t === 'text' && x.text.includes(start));
    return b?.t === 'text' ? b.text : '';
  };
  const spent = text('年度本年支出合计');
  const basicShare = /基本支出[\d.]+万元，占([\d.]+)%/.exec(spent);
  if (basicShare)
    p.phrase(
      basicShare[0],
      basicShare[0].replace(`占${basicShare[1]}%`, `占${plus(basicShare[1] as string, '7.30')}%`),
      'share',
      '第二部分 三',
      `占${basicShare[1]}%`,
      ['支出决算表'],
    );
  const growth = /(增加|减少)([\d.]+)万元，(增长|下降)([\d.]+)%/.exec(text('收入总计'));
  if (growth)
    p.phrase(
      growth[0],
      growth[0].replace(`${growth[3]}${growth[4]}%`, `${growth[3]}${plus(growth[4] as string, '11.11')}%`),
      'growth',
      '第二部分 一',
      growth[0],
    );
  const income = /本年收入合计([\d.]+)万元/.exec(text('年度本年收入合计'));
  if (income)
    p.phrase(income[0], `本年收入合计${swap(income[1] as string)}万元`, 'table_vs_text', '第二部分 二', income[0], [
      '收入决算表',
      '收入支出决算总表',
    ]);
  const less = text('决算数小于年初预算数');
  const which = /年初预算([\d.]+)万元，支出决算([\d.]+)万元，完成年初预算的([\d.]+)%，决算数小于年初预算数/.exec(
    less,
  );
  if (which) p.phrase(which[0], which[0].replace('小于', '大于'), 'direction', '第二部分 五', '决算数小于年初预算数');
  const more = p.blocks.find(
    (x) => x.t === 'text' && /完成年初预算的[\d.]+%，决算数大于年初预算数的主要原因是年中/.test(x.text),
  );
  const rate =
    more?.t === 'text' ? /年初预算([\d.]+)万元，支出决算([\d.]+)万元，完成年初预算的([\d.]+)%/.exec(more.text) : null;
  if (rate)
    p.phrase(
      rate[0],
      rate[0].replace(`${rate[3]}%`, `${plus(share(rate[2] as string, rate[1] as string), '20.00')}%`),
      'completion',
      '第二部分 五',
      `完成年初预算的${rate[3]}%`,
    );
  p.phrase(
    `无国有资本经营预算财政拨款收支`,
    '无国有资本经营预算财政拨款收支（XX局）',
    'placeholder',
    '第二部分 八',
    '删去XX局',
  );
  p.phrase(
    `本单位${year}年度无政府性基金预算财政拨款收支`,
    `本单位${year - 1}年度无政府性基金预算财政拨款收支`,
    'wrong_year',
    '第二部分 七',
    `${year}年度`,
  );
  const bought = /政府采购支出总额([\d.]+)万元/.exec(text('政府采购支出总额'));
  if (bought)
    p.phrase(
      bought[0],
      `政府采购支出总额${plus(bought[1] as string, '3.33')}万元`,
      'sum_in_text',
      '第二部分 十',
      bought[0],
    );
}

/** Two neighbouring digits of the whole part change places, as typing errors do. */
function swap(v: string): string {
  for (let i = 0; i + 1 < v.indexOf('.'); i++)
    if (v[i] !== v[i + 1]) return v.slice(0, i) + v[i + 1] + v[i] + v.slice(i + 2);
  return new Big(v).plus(1).toFixed(2);
}
