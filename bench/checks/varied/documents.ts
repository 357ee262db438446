/** @module Whole documents without errors, in many wordings: a seed in, PDF bytes and the marks of its prose out. */
import { inventAccounts } from '../../../samples/generate/invented-accounts.js';
import { cover, part } from '../../../samples/generate/front.js';
import { compose } from '../../../samples/generate/layout/compose.js';
import type { Block, SampleDocument } from '../../../samples/generate/model.js';
import { Random } from '../../../samples/generate/random.js';
import { randomFinal } from '../../../samples/generate/stress/final.js';
import { writePdfkit } from '../../../samples/generate/write/pdfkit.js';
import { provinceBudgetDocument } from '../../../samples/generate/documents/province-budget.js';
import { randomLook } from '../../../samples/generate/stress/look.js';
import { budgetProse, figuresOf } from './budget-prose.js';
import { finalProse, type Line } from './final-prose.js';
import { closing, duties, GLOSSARY } from './noise.js';
import { type Mark, unmarked, Voice } from './voice.js';

export interface VariedDocument {
  name: string;
  bytes: Uint8Array;
  /** Paragraphs with marks, as printed without white space. */
  paragraphs: { text: string; marks: Mark[] }[];
}

const ENTITIES: [string, '部门' | '单位'][] = [
  ['浙江省杭州市西湖区样例街道办事处', '部门'],
  ['河北省石家庄市样例局', '部门'],
  ['中共湖北省武汉市委组织部', '部门'],
  ['甘肃省兰州市中级人民法院', '部门'],
  ['四川省成都市第十四中学校', '单位'],
  ['广东省广州市样例区第二人民医院', '单位'],
  ['云南省大理白族自治州样例县司法局', '部门'],
  ['江苏省南京市总工会', '部门'],
  ['吉林省长春市公安局交通警察支队', '单位'],
  ['贵州省贵阳市样例区实验幼儿园', '单位'],
  ['上海市样例区文化和旅游局', '部门'],
  ['共青团福建省福州市委员会', '部门'],
  ['中国人民政治协商会议河南省郑州市委员会办公室', '部门'],
  ['北京市样例区城市管理委员会', '部门'],
  ['重庆市样例县残疾人联合会', '部门'],
  ['内蒙古自治区呼和浩特市样例旗水务局', '部门'],
  ['山东省济南市样例区人民检察院', '部门'],
  ['天津市样例区疾病预防控制中心', '单位'],
];

/** A final account: tables of the sample generator, prose of this folder. */
async function variedFinal(seed: number): Promise<VariedDocument> {
  const r = new Random(seed * 7919 + 17);
  const [entity, scope] = ENTITIES[seed % ENTITIES.length]!;
  const year = r.int(2019, 2025);
  const { accounts, prose } = inventAccounts(r, {
    entity,
    scope,
    year,
    kinds: r.int(1, 9),
    scale: r.pick([20_000, 300_000, 4_000_000]),
    zero: r.chance(0.3) ? '0.00' : '',
  });
  const voice = new Voice(r, entity, year, scope);
  const lines = finalProse(voice, prose);
  const name = `varied-${seed}`;
  const base = randomFinal(new Random(seed), name, false, { accounts, prose });
  const own = body(voice, lines, scope);
  const tables = base.blocks.slice(base.blocks.findIndex((b) => b.t === 'text' && b.text.startsWith('第三部分')));
  return finish(
    {
      ...base,
      name,
      entity,
      fiscalYear: year,
      blocks: [
        ...cover([entity, `${year}年度${scope}决算`]),
        { t: 'toc', title: '目录' },
        { t: 'page' },
        ...own.blocks,
        { t: 'page' },
        ...tables,
      ],
    },
    own.paragraphs,
  );
}

function body(
  v: Voice,
  lines: Line[],
  scope: string,
  what = '决算',
): { blocks: Block[]; paragraphs: VariedDocument['paragraphs'] } {
  const paragraphs: VariedDocument['paragraphs'] = [];
  const said = (marked: string, heading = false): Block => {
    const { text, marks } = unmarked(marked);
    paragraphs.push({ text, marks });
    return heading
      ? {
          t: 'text',
          text,
          bold: true,
          before: 6,
          indent: 2,
          ...(/^[一二三四五六七八九十]+、/.test(text) ? { toc: 2 } : {}),
        }
      : { t: 'text', text, indent: 2 };
  };
  const numbered = (texts: string[]): Block[] =>
    texts.map((text, i) => said(`（${'一二三四五六七八九十'[i]}）${text}`));
  return {
    paragraphs,
    blocks: [
      ...part(`第一部分 ${v.entity}概况`),
      said('一、主要职责', true),
      ...numbered(duties(v)),
      said('二、机构设置', true),
      said(
        `纳入${v.entity}${v.year}年${scope}${what}编制范围的预算单位包括：${v.entity}（本级）` +
          `${v.r.chance(0.4) ? `、样例事业发展中心、样例综合服务中心` : ''}。`,
      ),
      ...part(`第二部分 ${v.year}年${what === '决算' ? '度' : ''}${scope}${what}情况说明`),
      ...lines.map((l) => said(l.text, l.heading)),
      ...closing(v).map((text) => said(text)),
      { t: 'page' },
      ...part('第四部分 名词解释').map((b) => ({ ...b, text: '附：名词解释' }) as Block),
      ...GLOSSARY.map((text, i) => said(`${i + 1}.${text}`)),
    ],
  };
}

async function finish(document: SampleDocument, paragraphs: VariedDocument['paragraphs']): Promise<VariedDocument> {
  return {
    name: document.name,
    bytes: await writePdfkit(compose(document)),
    paragraphs: paragraphs.map(({ text, marks }) => ({ text, marks })),
  };
}

/** A budget: tables of the sample generator, in 万元, with last year's column or without. */
async function variedBudget(seed: number): Promise<VariedDocument> {
  const r = new Random(seed * 7919 + 71);
  const [entity] = ENTITIES[seed % ENTITIES.length]!,
    scope = '部门';
  const year = r.int(2020, 2026),
    name = `varied-budget-${seed}`;
  const look = randomLook(r, `${entity}${year}年${scope}预算`);
  const base = provinceBudgetDocument({
    name,
    entity,
    seed: r.int(1, 1_000_000_000),
    kinds: r.int(1, 9),
    year,
    numbers: look.numbers,
    fonts: look.fonts,
    table: look.table,
    prior: r.chance(0.6),
  });
  const { numbers: _numbers, landscape: _landscape, rotate: _rotate, ...rest } = look;
  const tables = base.blocks.flatMap((b) => (b.t === 'table' ? [b.spec] : []));
  const voice = new Voice(r, entity, year, scope, true);
  const own = body(voice, budgetProse(voice, figuresOf(tables)), scope, '预算');
  const third = base.blocks.slice(base.blocks.findIndex((b) => b.t === 'text' && b.text.startsWith('第三部分')));
  return finish(
    {
      ...base,
      ...rest,
      blocks: [
        ...cover([entity, `${year}年${scope}预算`]),
        { t: 'toc', title: '目录' },
        { t: 'page' },
        ...own.blocks,
        { t: 'page' },
        ...third,
      ],
    },
    own.paragraphs,
  );
}

/** Two accounts, then a budget, and so on. */
export function variedDocument(seed: number): Promise<VariedDocument> {
  return seed % 3 === 2 ? variedBudget(seed) : variedFinal(seed);
}
