/**
 * @module Headings -> which part of the narrative a paragraph stands in: the same words mean other accounts
 * elsewhere.
 */
import type { Paragraph } from '../model.js';
import type { Outline } from './outline.js';

/**
 * all: whole income and expenditure · fiscal: appropriations of all funds · general: general public budget · basic: its
 * basic expenditure · fund, capital: the two other funds · three_public, operating, procurement, assets, performance:
 * the notes that carry these names · other: further notes · none: duties, glossary, attachments, where figures are
 * about something else.
 */
export type Scope =
  | 'all'
  | 'fiscal'
  | 'general'
  | 'basic'
  | 'fund'
  | 'capital'
  | 'three_public'
  | 'operating'
  | 'procurement'
  | 'assets'
  | 'performance'
  | 'other'
  | 'none';

/** First match wins; written for titles in matching form without number. */
const TITLES: [RegExp, Scope][] = [
  [/名词解释|附件|主要职[责能]|机构设置|单位构成|人员情况|概况|项目经费情况|项目概况|评价报告|填报说明/, 'none'],
  [/绩效/, 'performance'],
  [/三公|因公出国|公务用车|公务接待|培训费|会议费/, 'three_public'],
  [/机关运行经费/, 'operating'],
  [/政府采购/, 'procurement'],
  [/国有资产|资产占[有用]|车辆/, 'assets'],
  [/基本支出/, 'basic'],
  [/一般公共预算/, 'general'],
  [/政府性基金/, 'fund'],
  [/国有资本/, 'capital'],
  [/财政拨款/, 'fiscal'],
  [/其他(?:重要|相关|需要)/, 'other'],
  [/收入|支出|收支|情况说明|编制说明/, 'all'],
];

function scopeOfTitle(title: string): Scope | null {
  for (const [pattern, scope] of TITLES) if (pattern.test(title)) return scope;
  return null;
}

/** The scope of every paragraph: that of the nearest heading above that names one, at its level or an outer one. */
export function scopesOf(paragraphs: Paragraph[], outline: Outline): Scope[] {
  const scopes: Scope[] = [];
  const open: { level: number; scope: Scope }[] = [];
  const headings = [...outline.body, ...outline.runIns].sort((a, b) => a.paragraph - b.paragraph);
  let next = 0;
  for (let i = 0; i < paragraphs.length; i++) {
    while (next < headings.length && headings[next]!.paragraph === i) {
      const heading = headings[next++]!;
      // A title without number opens a part, like 第一部分.
      const level = heading.level === 5 ? 0 : heading.level;
      while (open.length > 0 && open[open.length - 1]!.level >= level) open.pop();
      const outer = open[open.length - 1]?.scope ?? 'all';
      const own = scopeOfTitle(heading.title);
      open.push({
        level,
        scope:
          outer === 'none' || (outer === 'performance' && level > 1) ? outer : (own ?? (level <= 1 ? 'all' : outer)),
      });
    }
    const inContents =
      outline.contentsRange !== null && i >= outline.contentsRange[0] && i < outline.contentsRange[1];
    scopes.push(inContents ? 'none' : (open[open.length - 1]?.scope ?? 'all'));
  }
  return scopes;
}
