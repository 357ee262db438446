/** @module Printed lines -> runs of lines that are tables because their figures stand in columns. */
import type { FormWords } from '../port.js';
import { isContents, isProse, type Found } from './found.js';
import { type Line, median, type Word } from './words.js';
import { greatest, least } from '../../domain/extremes.js';

/** Without any ruling only figures in columns are convincing: prose in two columns aligns as well. */
export function figureRuns(lines: readonly Line[], taken: ReadonlySet<Line>, forms: FormWords): Found[] {
  const found: Found[] = [];
  let run: Line[] = [];
  const close = (): void => {
    const multi = (l: Line): boolean => l.parts.length >= 2;
    while (run.length > 0 && !multi(run[run.length - 1]!)) run.pop();
    if (convincing(run)) {
      run = [...headingsOf(run, lines, taken, forms), ...run, ...tailOf(run, lines, taken)];
      found.push({
        lines: run,
        rules: [],
        partial: [],
        x0: least(run.flatMap((l) => l.words.map((w) => w.x0))) - 1,
        x1: greatest(run.flatMap((l) => l.words.map((w) => w.x1))) + 1,
        evidence: 'figures in columns',
        score: 0.6,
      });
    }
    run = [];
  };
  for (const line of lines) {
    const last = run[run.length - 1];
    if (taken.has(line)) {
      close();
      continue;
    }
    if (
      last &&
      line.y0 - last.y1 >= (figures(last) >= 3 && figures(line) >= 3 ? 2.6 : 1.6) * Math.max(last.size, line.size)
    )
      close();
    const several = line.parts.length >= 2;
    if (several) run.push(line);
    else if (run.length > 0) {
      const alone = run.slice(-2).every((l) => l.parts.length < 2);
      if (
        alone ||
        isProse(line, run) ||
        line.size > 1.3 * last!.size ||
        forms.isNote(line.words.map((w) => w.text).join(''))
      )
        close();
      else run.push(line);
    }
  }
  close();
  return found;
}

const figures = (line: Line): number => line.words.filter((w) => w.figure).length;

/**
 * Lines directly above a run that stand over its columns: headers over several of them, or beside an empty corner.
 */
function headingsOf(
  run: readonly Line[],
  lines: readonly Line[],
  taken: ReadonlySet<Line>,
  forms: FormWords,
): Line[] {
  const x0 = least(run.flatMap((l) => l.words.map((w) => w.x0)));
  const x1 = greatest(run.flatMap((l) => l.words.map((w) => w.x1)));
  const above: Line[] = [];
  let next = run[0]!;
  for (let i = lines.indexOf(next) - 1; i >= 0 && above.length < 3; i--) {
    const line = lines[i]!;
    const parts = line.parts;
    const over = parts.length >= 2 || parts[0]!.x0 > x0 + 3 * line.size;
    const inside = parts.every(
      (p) => p.x0 > x0 - line.size && p.x1 < x1 + line.size && p.x1 - p.x0 < 0.5 * (x1 - x0),
    );
    if (taken.has(line) || !over || !inside || next.y0 - line.y1 > 1.3 * line.size || line.size > 1.15 * next.size)
      break;
    if (line.words.some((w) => forms.isCaption(w.text))) break;
    above.unshift(line);
    next = line;
  }
  return above;
}

/** The second line of the last row's label. */
function tailOf(run: readonly Line[], lines: readonly Line[], taken: ReadonlySet<Line>): Line[] {
  const last = run[run.length - 1]!;
  const next = lines[lines.indexOf(last) + 1];
  const [only, ...others] = next ? next.parts : [];
  if (!next || !only || others.length > 0 || taken.has(next) || next.y0 - last.y1 > 0.5 * last.size) return [];
  const label = last.parts[0]!;
  return /^(\p{Ll}|[（(]\p{L})/u.test(only.text) &&
    only.x0 > label.x0 - last.size &&
    only.x1 < (last.words.find((w) => w.figure)?.x0 ?? 0)
    ? [next]
    : [];
}

function convincing(run: readonly Line[]): boolean {
  const rows = run.map((l) => l.parts);
  const multi = rows.filter((r) => r.length >= 3);
  if (isContents(run.map((l) => l.words))) return false;
  if (multi.length >= 4 && multi.length >= 0.6 * run.length) {
    const others = multi.flatMap((r) => r.slice(1));
    if (others.filter((s) => s.figure).length < 0.6 * others.length) return false;
    const counts = multi.map((r) => r.length);
    const usual = median(counts);
    return counts.filter((c) => Math.abs(c - usual) <= 1).length >= 0.7 * counts.length;
  }
  return labelsAndFigures(rows);
}

/** Rows of one label and one figure, whose edges agree. */
function labelsAndFigures(rows: readonly (readonly Word[])[]): boolean {
  const pairs = rows.filter((r) => r.length === 2 && r[1]!.figure && !/^(19|20)\d\d$/.test(r[1]!.text));
  if (pairs.length < 4 || pairs.length < 0.7 * rows.length) return false;
  const spread = (edge: (w: Word) => number): number => {
    const at = pairs.map((r) => edge(r[1]!));
    return greatest(at) - least(at);
  };
  const size = median(pairs.map((r) => r[1]!.size));
  return (
    Math.min(
      spread((w) => w.x0),
      spread((w) => w.x1),
    ) <
      0.4 * size &&
    pairs.every((r) => !/^\d{1,2}[.)、]?$/.test(r[0]!.text)) &&
    pairs.some((r) => /[.,%]/.test(r[1]!.text))
  );
}
