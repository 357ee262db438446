/**
 * @module The classification schemes: which codes belong to which, and which code a printed name names. Functional codes have 3, 5 or 7
 * digits (类, 款, 项), economic ones 3, 5 or 7, each in a number range of its own.
 */
import { CLASS_LABELS } from './classes.js';
import { editDistance, fold, labelKey } from './labels.js';
import { type CodeNames, type NamedScheme, allNames, codeNamesInForce } from './names-of-codes.js';
import { least } from './extremes.js';

/** The keys of dimensions that hold codes. */
export const CODED = ['function', 'economic', 'government_economic'] as const;
export type Scheme = (typeof CODED)[number];

const FIRST_DIGIT: Readonly<Record<string, Scheme>> = { 2: 'function', 3: 'economic', 5: 'government_economic' };
const SOURCE: Readonly<Record<Scheme, NamedScheme>> = {
  function: 'function',
  economic: 'department_economic',
  government_economic: 'government_economic',
};
/** Names of economic classes that are printed beside the official ones. */
const ALSO_PRINTED: Readonly<Record<string, readonly string[]>> = {
  303: ['对个人和家庭补助'],
  309: ['资本性支出(基本建设)'],
  310: ['其他资本性支出'],
  503: ['机关资本性支出(一)'],
  504: ['机关资本性支出(二)'],
  509: ['对个人和家庭补助'],
};

interface Named {
  code: string;
  /** Years in which it had the name; null: open. */
  from: number | null;
  to: number | null;
}

interface Names {
  byName: Map<string, Named[]>;
  classes: Set<string>;
}

const loaded = new WeakMap<CodeNames, Map<Scheme, Names>>();

function book(scheme: Scheme): Names {
  const inForce = codeNamesInForce();
  const books = loaded.get(inForce) ?? new Map<Scheme, Names>();
  loaded.set(inForce, books);
  let names = books.get(scheme);
  if (names) return names;
  names = { byName: new Map(), classes: new Set() };
  const add = (code: string, name: string, from: number | null, to: number | null): void => {
    if (code.length === 3) names!.classes.add(code);
    const key = nameKey(name);
    const same = names!.byName.get(key);
    if (!same) names!.byName.set(key, [{ code, from, to }]);
    else if (!same.some((known) => known.code === code)) same.push({ code, from, to });
  };
  for (const { code, names: printed } of allNames(SOURCE[scheme]))
    for (const { name, from, to } of printed) add(code, name, from, to);
  const also = scheme === 'function' ? CLASS_LABELS : ALSO_PRINTED;
  for (const [code, printed] of Object.entries(also))
    if (FIRST_DIGIT[code[0]!] === scheme) for (const name of printed) add(code, name, null, null);
  books.set(scheme, names);
  return names;
}

/** A name as names are compared: without numbering, white space, quotation marks; brackets and enumeration marks of one kind. */
export function nameKey(name: string): string {
  return labelKey(name)
    .replace(/[、，]/g, ',')
    .replace(/^(?:其中|加|减):/, '');
}

/** The scheme whose number range a code lies in and whose 类 is known; null for what is no classification code. */
export function schemeOf(code: string): Scheme | null {
  if (!/^\d{3}(?:\d\d){0,2}$/.test(code)) return null;
  const scheme = FIRST_DIGIT[code[0]!];
  return scheme !== undefined && book(scheme).classes.has(code.slice(0, 3)) ? scheme : null;
}

export function isCodeOf(scheme: Scheme, code: string): boolean {
  return schemeOf(code) === scheme;
}

/** Codes that a name is printed for in a year (in any without one), in the order of the scheme. */
export function codesNamed(scheme: Scheme, name: string, year: number | null = null): readonly string[] {
  const named = book(scheme).byName.get(nameKey(name));
  if (named === undefined) return [];
  return named
    .filter(({ from, to }) => year === null || ((from === null || from <= year) && (to === null || year <= to)))
    .map(({ code }) => code);
}

const PRINTED_COPY = /^[[(【]?(\d{3}(?:\d\d){0,2})[\])】]?[-—－_]?(?=[\u3400-\u9fff(])/;

/** A code printed before the name in the label itself: [208]社会保障…, 30217-公务接待费, 2080505机关…. */
export function codeInLabel(label: string): { code: string; name: string } | null {
  const text = fold(label);
  const found = PRINTED_COPY.exec(text);
  if (!found || schemeOf(found[1]!) === null) return null;
  return { code: found[1]!, name: text.slice(found[0].length) };
}

/**
 * The code that a name without code means, given the codes above it: the one that extends the nearest of them.
 * @param above codes of the lines that the name may stand below, nearest first
 * @returns null where several codes have the name and nothing decides between them
 */
export function codeByName(
  scheme: Scheme,
  name: string,
  above: readonly string[],
  year: number | null = null,
): string | null {
  const candidates = codesNamed(scheme, name, year);
  if (candidates.length === 0) return null;
  for (const prefix of above) {
    const below = candidates.filter((code) => code.length > prefix.length && code.startsWith(prefix));
    if (below.length === 0) continue;
    // 其他教育支出 is the 款 20599 and its only 项 2059999: the level right below the line above is meant.
    const nearest = least(below.map((code) => code.length));
    const level = below.filter((code) => code.length === nearest);
    return level.length === 1 ? level[0]! : null;
  }
  if (candidates.length === 1) return candidates[0]!;
  const classes = candidates.filter((code) => code.length === 3);
  return classes.length === 1 ? classes[0]! : null;
}

/** The 类 whose name a recognised label is nearest to; null where it is near to none, or to several. */
export function classNear(scheme: Scheme, name: string): string | null {
  const key = nameKey(name);
  if (key.length < 5) return null;
  const limit = key.length >= 9 ? 2 : 1;
  let best = limit + 1;
  let found: string | null = null;
  for (const [known, codes] of book(scheme).byName) {
    const code = codes.find((each) => each.code.length === 3)?.code;
    if (code === undefined || known.length < 5) continue;
    const distance = editDistance(key, known, limit);
    if (distance > limit || distance > best) continue;
    found = distance < best ? code : found === code ? code : null;
    best = distance;
  }
  return found;
}

/** 301|2 lost the zero of 02: a 款 or 项 of one digit cannot be another code. */
export function padded(code: string): string {
  return /^\d{3}[1-9]$/.test(code) ? `${code.slice(0, 3)}0${code[3]}` : code;
}
