/** @module A code, its scheme and a year in; the names that were valid for it out, and the other way round. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { DEPARTMENT_ECONOMIC_NAMES } from './code-names/department-economic.js';
import { FUNCTION_NAMES } from './code-names/function.js';
import { GOVERNMENT_ECONOMIC_NAMES } from './code-names/government-economic.js';
import type { Scheme } from './codes.js';

export interface CodeName {
  name: string;
  /** First and last year in which it was valid; null: open. */
  from: number | null;
  to: number | null;
}

interface Entry {
  names: CodeName[];
  /** Printed so widely that a differing name is worth a remark. */
  usual: boolean;
}

export type NamedScheme = Exclude<Scheme, 'institution'>;

const SOURCES: Readonly<Record<NamedScheme, string>> = {
  function: FUNCTION_NAMES,
  department_economic: DEPARTMENT_ECONOMIC_NAMES,
  government_economic: GOVERNMENT_ECONOMIC_NAMES,
};

/** "+20805 行政事业单位养老支出@2020-|行政事业单位离退休@-2019" */
const LINE = /^(\+?)(\d{3,9}) (.+)$/;
const YEARS = /^(.+)@(\d{4})?-(\d{4})?$/;

function parse(source: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const line of source.split('\n')) {
    const match = LINE.exec(line);
    if (!match) continue;
    const names = match[3]!.split('|').map((text): CodeName => {
      const years = YEARS.exec(text);
      if (!years) return { name: text, from: null, to: null };
      return {
        name: years[1]!,
        from: years[2] === undefined ? null : Number(years[2]),
        to: years[3] === undefined ? null : Number(years[3]),
      };
    });
    entries.set(match[2]!, { names, usual: match[1] === '' });
  }
  return entries;
}

/** Names that a user's vocabulary adds: scheme -> code -> names. */
export type CodeNames = Readonly<Partial<Record<NamedScheme, Readonly<Record<string, readonly string[]>>>>>;

const NONE: CodeNames = {};
const added = new AsyncLocalStorage<CodeNames>();

/** Whatever work asks, it knows these names too: codes are asked from everywhere, a document has one vocabulary. */
export function withCodeNames<T>(names: CodeNames | null, work: () => T): T {
  return names === null ? work() : added.run(names, work);
}

/** The names in force, as a key for what is derived from them. */
export const codeNamesInForce = (): CodeNames => added.getStore() ?? NONE;

const parsed = new WeakMap<CodeNames, Map<NamedScheme, Map<string, Entry>>>();

function book(scheme: NamedScheme): Map<string, Entry> {
  const names = codeNamesInForce();
  const schemes = parsed.get(names) ?? new Map<NamedScheme, Map<string, Entry>>();
  parsed.set(names, schemes);
  let entries = schemes.get(scheme);
  if (!entries) {
    entries = parse(SOURCES[scheme]);
    for (const [code, further] of Object.entries(names[scheme] ?? {})) {
      const known = entries.get(code) ?? { names: [], usual: false };
      entries.set(code, {
        ...known,
        names: [...further.map((name) => ({ name, from: null, to: null })), ...known.names],
      });
    }
    schemes.set(scheme, entries);
  }
  return entries;
}

const holds = ({ from, to }: CodeName, year: number | null): boolean =>
  year === null || ((from === null || from <= year) && (to === null || year <= to));

/** Names of a code that were valid in a year (in any year without one), the commonest first; none where the code is not known. */
export function namesOf(scheme: NamedScheme, code: string, year: number | null = null): string[] {
  return (book(scheme).get(code)?.names ?? []).filter((name) => holds(name, year)).map(({ name }) => name);
}

/** As namesOf, for codes that are printed so widely that another name is worth a remark; undefined for all others. */
export function usualNamesOf(scheme: NamedScheme, code: string, year: number | null = null): string[] | undefined {
  return book(scheme).get(code)?.usual ? namesOf(scheme, code, year) : undefined;
}

/** Codes that bear a name in a year; one alone lets a row without code be resolved. Brackets in either width are the same. */
export function codesNamed(scheme: NamedScheme, name: string, year: number | null = null): string[] {
  const key = comparable(name);
  return [...book(scheme)]
    .filter(([, { names }]) => names.some((known) => holds(known, year) && comparable(known.name) === key))
    .map(([code]) => code);
}

const comparable = (name: string): string => name.replaceAll('（', '(').replaceAll('）', ')').replace(/\s+/g, '');

/** Every code of a scheme with every name it ever had, the commonest first. */
export function* allNames(scheme: NamedScheme): Iterable<{ code: string; names: readonly CodeName[] }> {
  for (const [code, { names }] of book(scheme)) yield { code, names };
}
