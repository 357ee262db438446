/** @module Paragraphs -> headings, and which paragraphs are the table of contents. */
import type { Paragraph } from '../model.js';
import { plainOf } from './normal.js';
import { NUMBER } from './paragraphs.js';

export interface Heading {
  /** Index of the paragraph. */
  paragraph: number;
  /** 0: 第一部分, 1: 一、, 2: （一）, 3: 1. or 1、, 4: （1）, 5: no number. */
  level: number;
  /** 1-based, as printed; null without number. */
  ordinal: number | null;
  /** The number as printed, "" without. */
  label: string;
  /** Matching form without number, leaders and page number. */
  title: string;
}

export interface Outline {
  /** Entries of the table of contents. */
  contents: Heading[];
  /** Headings of the body, in order. */
  body: Heading[];
  /** Headings that the text follows in the same paragraph: （二）政府采购支出情况。2023年度…. */
  runIns: Heading[];
  /** Paragraphs [from, to) that are the table of contents; null when there is none. */
  contentsRange: [number, number] | null;
}

const LEADERS = /(?:[.…·•。．\-_]{3,}|…+)[.…·•。．\-_ ]*\d{0,3}$|(?<=[^\d])\d{1,3}$/;
const HAN_DIGITS = '零一二三四五六七八九';
/** Titles that stand without a number and open a part of the document. */
const BARE_TITLE =
  /(?:名词解释|情况说明|编制说明|主要职能|主要职责|机构设置|项目经费情况说明|决算表|预算表|总表|附件|概况)$/;

export function hanNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return null;
  const tens = match[2] ? (match[1] ? HAN_DIGITS.indexOf(match[1]) : 1) : 0;
  const ones = match[3] ? HAN_DIGITS.indexOf(match[3]) : 0;
  return tens * 10 + ones;
}

/** The number that opens a paragraph, or null. */
export function numberOf(text: string): { level: number; ordinal: number; label: string } | null {
  const label = NUMBER.exec(text)?.[0];
  if (!label) return null;
  const ordinal = hanNumber(label.replace(/[第部分章节、（）.]/g, ''));
  if (ordinal === null) return null;
  const level = label.startsWith('第')
    ? 0
    : /^[一二三四五六七八九十]/.test(label)
      ? 1
      : /^（\d/.test(label)
        ? 4
        : label.startsWith('（')
          ? 2
          : 3;
  return { level, ordinal, label };
}

function headingOf(paragraph: Paragraph, index: number): Heading | null {
  if (paragraph.text.length > 240) return null;
  const text = plainOf(paragraph).replace(LEADERS, '');
  if (text.length > 70) return null;
  const number = numberOf(text);
  const title = clean(number ? text.slice(number.label.length) : text);
  if (title === '' || title.length > 50) return null;
  if (!number)
    return BARE_TITLE.test(title) && !/[，。；：]/.test(title)
      ? { paragraph: index, level: 5, ordinal: null, label: '', title }
      : null;
  // What says something (a figure, a full sentence) is a numbered paragraph, not a heading.
  if (/[，；。：]/.test(title) || /\d(?:万元|%)/.test(title)) return null;
  return { paragraph: index, ...number, title };
}

/** A numbered first sentence that only names what the paragraph is about. */
const RUN_IN = /^([^，；。：\d]{2,30}(?:情况|说明|事项|结果|安排))[。：]./;

function runInOf(paragraph: Paragraph, index: number): Heading | null {
  const text = plainOf(paragraph).slice(0, 60);
  const number = numberOf(text);
  const title = number && RUN_IN.exec(text.slice(number.label.length))?.[1];
  return number && title ? { paragraph: index, ...number, title } : null;
}

function clean(text: string): string {
  return text
    .replace(LEADERS, '')
    .replace(/[ 。：]+$/, '')
    .replaceAll(' ', '')
    .trim();
}

export function outlineOf(paragraphs: Paragraph[]): Outline {
  const range = contentsRange(paragraphs);
  const contents: Heading[] = [];
  const body: Heading[] = [];
  const runIns: Heading[] = [];
  paragraphs.forEach((paragraph, index) => {
    const inside = range !== null && index >= range[0] && index < range[1];
    const heading = headingOf(paragraph, index);
    if (heading) (inside ? contents : body).push(heading);
    const runIn = heading || inside ? null : runInOf(paragraph, index);
    if (runIn) runIns.push(runIn);
  });
  return { contents, body, runIns, contentsRange: range };
}

/** From 目录 to the first heading that comes a second time, or the first paragraph that is a sentence. */
function contentsRange(paragraphs: Paragraph[]): [number, number] | null {
  const start = paragraphs.findIndex((paragraph) => /^目录$/.test(plainOf(paragraph).replaceAll(' ', '')));
  if (start < 0) return leaderRange(paragraphs);
  const seen = new Set<string>();
  let to = start + 1;
  for (; to < paragraphs.length; to++) {
    const text = plainOf(paragraphs[to]!);
    const heading = headingOf(paragraphs[to]!, to);
    if (!heading && text.length > 40 && /[。；，]/.test(text.slice(-80).replace(LEADERS, ''))) break;
    const key = heading ? (heading.level === 0 ? heading.label : heading.label + heading.title) : clean(text);
    if (seen.has(key) && (!heading || heading.level <= 1)) break;
    seen.add(key);
    // A table of contents runs over three pages at the most.
    if (paragraphs[to]!.pages[0]! - paragraphs[start]!.pages[0]! > 3) break;
  }
  return [start, to];
}

/** Without the word 目录: the paragraphs that end in leaders and a page number. */
function leaderRange(paragraphs: Paragraph[]): [number, number] | null {
  const isEntry = (paragraph: Paragraph): boolean => /(?:\.{4,}|…{2,}|·{4,})/.test(plainOf(paragraph));
  const from = paragraphs.findIndex(isEntry);
  if (from < 0) return null;
  let to = from;
  for (let i = from; i < Math.min(paragraphs.length, from + 120); i++) if (isEntry(paragraphs[i]!)) to = i + 1;
  return to - from >= 3 ? [from, to] : null;
}
