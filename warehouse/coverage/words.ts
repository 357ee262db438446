/** @module A fact or a table in; the words of it that the lexicon does not understand out. */
import { fold, labelKey } from '../../pipeline/domain/labels.js';
import { axisOf, looksLikeInstitution } from '../../pipeline/domain/lexicon/axes.js';
import type { Lexicon, Phrase } from '../../pipeline/domain/lexicon/phrase.js';
import { codesNamed, schemeOf } from '../../pipeline/domain/schemes.js';
import type { Fact, Table } from '../../schemas/index.js';

export interface Blamed {
  word: string;
  where: 'column' | 'row' | 'title' | 'together';
}

/**
 * Why a fact has no dimensions, as far as its words alone tell: words that are not understood, or that are and have no name in the
 * vocabulary. Where each is understood, they contradict one another or the table does not say enough.
 */
export function blamedWords(lexicon: Lexicon, fact: Fact): Blamed[] {
  const blamed: Blamed[] = [];
  for (const part of fact.column_label.split('/'))
    if (isUnnamed(lexicon.parse(part))) blamed.push({ word: labelKey(part), where: 'column' });
  if (blamed.length === 0 && (fact.row_code === null || schemeOf(fact.row_code) === null))
    for (const part of [fact.row_label, ...fact.row_path])
      if (!namesItself(part) && isUnnamed(lexicon.parse(part))) blamed.push({ word: labelKey(part), where: 'row' });
  if (blamed.length > 0) return blamed.filter(({ word }) => word !== '');
  if (fact.table_title === null || fact.table_title === '') return [{ word: '', where: 'title' }];
  return [
    { word: [labelKey(fact.row_label), labelKey(fact.column_label)].filter(Boolean).join(' | '), where: 'together' },
  ];
}

/** Not understood from end to end, or understood and without a name. */
function isUnnamed(phrase: Phrase): boolean {
  return phrase.unknown.length > 0 || phrase.conflict !== null || Object.values(phrase.means).includes(null);
}

/** Codes, names of codes and institutions need no word of the lexicon. */
function namesItself(label: string): boolean {
  if (!/\p{L}/u.test(label) || looksLikeInstitution(label)) return true;
  return (['function', 'economic', 'government_economic'] as const).some(
    (scheme) => codesNamed(scheme, label).length === 1,
  );
}

/** Header cells of a table that is not understood, apart from those that head names and codes. */
export function unknownHeaders(lexicon: Lexicon, table: Table): { word: string; page: number }[] {
  return table.cells
    .filter(({ role, text }) => role === 'column_header' && text !== '' && !/^[\d=+*,.()（）-]+$/.test(fold(text)))
    .filter(({ text }) => axisOf([text]) === null && lexicon.parse(text).unknown.length > 0)
    .map(({ text, page }) => ({ word: labelKey(text), page }));
}

/** A title that words of statutory tables make up, so that it should have a kind. */
const STATUTORY = /(?:收支|收入|支出|三公|政府性基金|国有资本|一般公共预算|财政拨款|政府采购|购买服务|绩效).*表/;

export const looksStatutory = (title: string | null): boolean => title !== null && STATUTORY.test(fold(title));

/** Titles that differ in years and numbers alone are one. */
export function titleWord(title: string, entity: string | null): string {
  const text = labelKey(title).replace(/(?:19|20)\d\d年度?|\d+/g, '');
  return entity === null ? text : text.replace(fold(entity), '');
}
