/** @module A figure, its role and its subject -> what the sentence says: kind, subject, value, unit, and the words that say it. */
import type { Figure } from '../domain/prose-figures.js';
import { type StatedPhase, type Subject as Stated, type SubjectPath, subjectOfPath } from '../domain/subjects.js';
import { subjectOf } from './phrases.js';
import type { Role } from './roles.js';
import type { Scope } from './scope.js';

/** A figure understood; quote, boxes and id are added by the caller. */
export interface Reading {
  kind: string;
  about: Stated;
  value: string | null;
  unit: string | null;
  base: string | null;
  names: string[];
  group: number;
  /** Span of the words that say it, from the name to the figure's end. */
  quoteFrom: number;
  quoteTo: number;
  at: number;
  end: number;
  /** Span of its sentence. */
  from: number;
  to: number;
}

/** What carries over from paragraph to paragraph: the total that a list below it divides. */
export interface Carry {
  head: SubjectPath | null;
  group: number;
}

/** What the document is, as far as figures depend on it. */
export interface Setting {
  phase: 'actual' | 'budget';
  fiscalYear: number | null;
}

/** priorYear: the sentence gives another year's figure on purpose (2022年一般公共预算财政拨款支出 …), not this year's. */
export interface Subject {
  path: SubjectPath;
  names: string[];
  group: number;
  from: number;
  to: number;
  priorYear: boolean;
}

/** Words that make a share's whole plain without naming it. */
const OWN_WHOLE = /^(?:其|全部|总额|合计|总计|)$/;

/** Words right before a figure that make it another year's: 2024年决算数为, 比上年决算数, 较去年. */
const OTHER_YEAR = /(?:(20\d\d)年(?:度)?|上一年度?|上年度?|去年)(?:当年|本年)?(?:支出|收入)?(?:预算(?=$))?$/;

export function understood(
  text: string,
  role: Role,
  subject: Subject,
  figure: Figure,
  sentence: { from: number; to: number },
  scope: Scope,
  { phase: documentPhase, fiscalYear }: Setting,
  carry: Carry,
  mark: number,
): Reading[] {
  const { names } = subject;
  const say = (kind: string, value: string, base: string | null, phase: StatedPhase): Reading =>
    reading(
      subject,
      kind,
      value,
      kind === 'growth_rate' ? '%' : figure.unit,
      base,
      figure.from,
      figure.to,
      sentence,
      names,
      phaseOf(subject, phase),
    );
  switch (role.kind) {
    case 'amount': {
      // A plain amount must stand by its name: inherited, it could be about anything.
      if (role.phase === null && subject.from < sentence.from) return [];
      // 增加基本支出 844.15 万元 is a change, not the expenditure.
      if (
        /(?:增加|减少|新增|压减|追加|核减|调增|调减)了?$/.test(
          text.slice(Math.max(0, subject.from - 3), subject.from),
        )
      )
        return [];
      if (role.phase === null && mark > subject.to && /\d/.test(text.slice(subject.to, mark))) return [];
      const other = OTHER_YEAR.exec(
        text.slice(Math.max(sentence.from, figure.from - role.lead - 12), figure.from - role.lead),
      );
      const isOther =
        other !== null && (other[1] === undefined || (fiscalYear !== null && Number(other[1]) !== fiscalYear));
      // Two years ago is neither this year nor the one compared with.
      if (isOther && other[1] !== undefined && fiscalYear !== null && Number(other[1]) !== fiscalYear - 1) return [];
      const unit = figure.unit ?? '万元';
      return [{ ...say('amount', figure.value, null, isOther ? 'prior_year' : (role.phase ?? documentPhase)), unit }];
    }
    case 'growth_amount':
    case 'growth_rate':
      return [say(role.kind, role.down ? negate(figure.value) : figure.value, null, documentPhase)];
    case 'completion_rate':
      return [say('completion_rate', figure.value, null, documentPhase)];
    case 'share': {
      const base = OWN_WHOLE.test(role.of)
        ? carry.head
        : (subjectOf(role.of, { scope, head: carry.head }) ?? 'unknown');
      return [
        say('share', figure.value, base === subject.path && OWN_WHOLE.test(role.of) ? null : base, documentPhase),
      ];
    }
    case 'count':
      return [{ ...say('count', figure.value, null, documentPhase), about: subjectOfPath(subject.path, null) }];
  }
}

export function phaseOf(subject: Subject, phase: StatedPhase): StatedPhase {
  return subject.priorYear ? 'prior_year' : phase;
}

function negate(value: string): string {
  return value.startsWith('-') ? value.slice(1) : `-${value}`;
}

export function reading(
  subject: Subject,
  kind: string,
  value: string,
  unit: string | null,
  base: string | null,
  at: number,
  end: number,
  sentence: { from: number; to: number },
  names: string[],
  phase: StatedPhase,
): Reading {
  const quoteFrom =
    subject.from >= sentence.from && end - subject.from <= 140 ? subject.from : Math.max(sentence.from, end - 140);
  return {
    kind,
    about: subjectOfPath(subject.path, phase),
    value,
    unit,
    base: base && base !== 'unknown' ? `${base}.${phase}` : base,
    names,
    group: subject.group,
    quoteFrom,
    quoteTo: end,
    at,
    end,
    from: sentence.from,
    to: sentence.to,
  };
}
