/**
 * @module A table's printed title in; what it says of the table's coordinates, and whether every word of it is understood, out. Numbers
 * of the form (预算01表, 附表2), years and the publisher's own name are no words of it.
 */
import { fold, labelKey } from '../domain/labels.js';
import { looksLikeInstitution } from '../domain/lexicon/axes.js';
import type { Words, Phrase } from '../domain/lexicon/phrase.js';

const FORM_NUMBER = [
  /^(?:附件|附表|附|表|公开|预算|决算|部门预算|部门决算|预算公开|决算公开|财决公开|批复|预公开|决公开|区级|样表|预决算公开)*(?:表)?[\d]{1,2}(?:[-—－]\d{1,2}){0,2}(?:表)?[:、.]?(?=[^\d年])/,
  /^(?:附件|附表|表)[一二三四五六七八九十]{1,3}[:、.]?/,
  /[(【[](?:(?:预算|决算|公开|附|部门|预决算)*表?(?:\d{1,2}(?:[-—]\d{1,2})?|[一二三四五六七八九十]{1,2})表?|续表?\d*|[一二三四五六七八九十]|含汇总|汇总|样表|空表|本表为空)[)】\]]/g,
  /(?:续表|\(续\)|续)\d*$/,
];
const NOISE = /["'“”„‟‘’「」『』《》。.,，·|`~^*_:;!?]/g;

export interface TitlePhrase extends Phrase {
  /** The words that say what the table is of, the publisher's name taken out. */
  words: string;
  /** Understood from end to end. */
  explained: boolean;
}

/** @param entity the publisher's name where it is known: its words say nothing of the table */
export function readTitle(lexicon: Words, title: string, entity: string | null): TitlePhrase {
  let text = labelKey(fold(title)).replace(/^[一二三四五六七八九十]{1,3}[、.]/, '');
  for (const pattern of FORM_NUMBER) text = text.replace(pattern, '');
  text = text.replace(/(?:19|20)\d\d(?:年度?|(?=[\u3400-\u9fff]))/g, '').replace(NOISE, '');
  if (entity !== null) {
    const names = [
      fold(entity).replace(NOISE, ''),
      fold(entity)
        .replace(/\(.*\)$/, '')
        .replace(NOISE, ''),
    ];
    for (const name of names) if (name.length >= 4) text = text.replace(name, '');
  }
  let phrase = lexicon.parse(text);
  // 某某市某局部门收支预算总表: a name that the cover prints in other words stands before what the title says.
  if (phrase.unknown.length > 0) {
    const end = text.lastIndexOf(phrase.unknown.at(-1)!) + phrase.unknown.at(-1)!.length;
    for (const cut of [end, end + 1, end + 2]) {
      const head = text.slice(0, cut).replace(/(?:部门|单位|本级|\(本级\))$/, '');
      if (!looksLikeInstitution(head) && !/(?:部门|单位|本级)$/.test(text.slice(0, cut))) continue;
      const rest = lexicon.parse(text.slice(cut));
      if (rest.unknown.length > 0) continue;
      phrase = rest;
      text = text.slice(cut);
      break;
    }
  }
  return { ...phrase, words: text, explained: phrase.unknown.length === 0 && text !== '' };
}
