/** @module What a corpus shows that is not understood -> the table that a person reads, what must not be first. */
import type { Counted, Coverage, Listed } from '../../warehouse/coverage/index.js';
import type { Colours, Language } from '../terminal.js';
import { printable } from './printable.js';

interface Words {
  documents(n: number, place: string): string;
  tables(n: number, kinds: number): string;
  values(n: number): string;
  checks(coverage: Coverage['checks']): string;
  unreadable: string;
  holes: string;
  collisions: string;
  entities: string;
  years: string;
  titles: string;
  headers: string;
  columns: string;
  rows: string;
  untitled: string;
  together: string;
  columnIds: string;
  none: string;
  page(n: number): string;
  inDocuments(n: number): string;
  more(n: number): string;
  untitledTable: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    documents: (n, place) => `${n} ${n === 1 ? 'document' : 'documents'} in ${place}`,
    tables: (n, kinds) => `${n} tables, ${kinds} of them of a known kind`,
    values: (n) => `${n} values`,
    checks: ({ passed, failed, not_evaluable }) =>
      `checks: ${passed} passed, ${failed} failed, ${not_evaluable} not evaluable for what is not understood`,
    unreadable: 'documents that cannot be read',
    holes: 'silent holes: figures printed and not read, and nobody told (there must be none)',
    collisions: 'colliding keys: several values under one (there must be none)',
    entities: 'documents without institution',
    years: 'documents without year',
    titles: 'titles that look statutory, without kind',
    headers: 'header words of those tables that are not understood',
    columns: 'figures without dimensions for words of their column',
    rows: 'figures without dimensions for words of their row',
    untitled: 'figures without dimensions because their table has no title',
    together: 'figures without dimensions although each word is understood (row | column)',
    columnIds: 'columns without an id of ours',
    none: 'none',
    page: (n) => `p. ${n}`,
    inDocuments: (n) => `in ${n} ${n === 1 ? 'document' : 'documents'}`,
    more: (n) => `… and ${n} more`,
    untitledTable: '(no title)',
  },
  zh: {
    documents: (n, place) => `${place} 中共 ${n} 份文件`,
    tables: (n, kinds) => `${n} 张表，其中 ${kinds} 张已识别表种`,
    values: (n) => `${n} 个数值`,
    checks: ({ passed, failed, not_evaluable }) =>
      `校验：通过 ${passed} 项，不通过 ${failed} 项，因内容未能理解而无法评估 ${not_evaluable} 项`,
    unreadable: '无法读取的文件',
    holes: '静默缺口：有印刷数字但未读出且未标注（应为零）',
    collisions: '键冲突：同一键下有多个数值（应为零）',
    entities: '未识别出单位的文件',
    years: '未识别出年度的文件',
    titles: '形似法定报表但未识别表种的标题',
    headers: '上述表格中未能理解的表头用语',
    columns: '因列名用语未能理解而无维度的数值',
    rows: '因行名用语未能理解而无维度的数值',
    untitled: '因表格无标题而无维度的数值',
    together: '用语均可理解但仍无维度的数值（行 | 列）',
    columnIds: '没有规范编号的列',
    none: '无',
    page: (n) => `第 ${n} 页`,
    inDocuments: (n) => `见于 ${n} 份文件`,
    more: (n) => `……另有 ${n} 项`,
    untitledTable: '（无标题）',
  },
};

export function coverageReport(coverage: Coverage, place: string, language: Language, colours: Colours): string {
  const words = WORDS[language];
  const { bold, green, red, yellow } = colours;
  const { documents, identity, tables, values, dimensions, headers, silent_holes, colliding_keys } = coverage;
  const must = (list: Listed) => (list.count === 0 ? green : red);
  const share = (n: number): string => (values.total === 0 ? '' : ` (${((100 * n) / values.total).toFixed(1)} %)`);
  const grades = Object.entries(values.by_grade).map(([grade, n]) => `${grade} ${n}${share(n)}`);
  const kinds = Object.entries(documents.by_kind).map(([kind, n]) => `${kind} ${n}`);
  const sections = [
    [
      bold(`${words.documents(documents.total, place)}${kinds.length > 0 ? `: ${kinds.join(', ')}` : ''}`),
      words.tables(tables.total, tables.with_kind),
      `${words.values(values.total)}${grades.length > 0 ? `: ${grades.join(', ')}` : ''}`,
      words.checks(coverage.checks),
      ...(documents.unreadable.length > 0 ? [red(`${words.unreadable}: ${documents.unreadable.join(' ')}`)] : []),
    ].join('\n'),
    section(words.holes, silent_holes, words, must(silent_holes)),
    section(words.collisions, colliding_keys, words, must(colliding_keys)),
    section(words.entities, identity.entity_missing, words, yellow),
    section(words.years, identity.year_missing, words, yellow),
    section(words.titles, tables.statutory_without_kind, words, yellow),
    section(words.headers, headers, words, yellow),
    section(words.columns, dimensions.columns, words, yellow),
    section(words.rows, dimensions.rows, words, yellow),
    section(words.untitled, dimensions.titles, words, yellow),
    section(words.together, dimensions.together, words, yellow),
    section(words.columnIds, values.column_id_missing, words, yellow),
  ];
  return `${sections.join('\n\n')}\n`;
}

function section(
  title: string,
  { count, words: different, top }: Listed,
  words: Words,
  paint: (text: string) => string,
): string {
  if (count === 0) return `${title}: ${words.none}`;
  const lines = top.map((word) => line(word, words));
  const rest = different > top.length ? [`    ${words.more(different - top.length)}`] : [];
  return [paint(`${title}: ${count}`), ...lines, ...rest].join('\n');
}

function line({ word, count, documents, examples }: Counted, words: Words): string {
  const [first] = examples;
  const where = first === undefined ? '' : `${printable(first.file_name)} ${words.page(first.page)}`;
  const name = word === '' ? words.untitledTable : printable(word);
  return `  ${String(count).padStart(6)}  ${name}  ·  ${words.inDocuments(documents)}  ·  ${where}`;
}
