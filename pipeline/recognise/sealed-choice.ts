/**
 * @module One cell as several renderings of a page show it -> the lines that are taken: a number that most renderings
 * read, or the words that
 * read most surely. A sign that one rendering shows is kept; what renderings dispute is doubtful.
 */
import { isFigure, isPlainNumber } from '../domain/number-shapes.js';
import type { Rendering } from './image/renderings.js';
import { type Line, leastOf, meanOf } from './lines.js';
import { type Read, respelt } from './opinions.js';
import { least } from '../domain/extremes.js';

/**
 * Renderings that agree make a number no surer than this; one alone, with nothing against it, than this; with others
 * against it, than this.
 */
const AGREED = 0.95,
  ALONE = 0.75,
  DISPUTED = 0.5;
/** A reading less sure than this, in its least sure letter, is no vote. */
const VOTE = 0.5;
/** What reads as a number only where a number is expected is a vote from here on, and doubtful. */
const GUESS = 0.3;
/** Words less sure than this on average are letters of the seal, or its ring. */
const WORDS = 0.6;
/**
 * Words that read as surely as this where the seal was divided out are the print's alone; elsewhere the seal's
 * letters read as well.
 */
const CLEAN = 0.93;
const CLEANED: readonly Rendering[] = ['its strokes divided out', 'red and its fringes taken out'];

/** A cell as one rendering shows it. */
export interface Shown {
  name: Rendering;
  lines: Line[];
  /** What its lines say as numbers. */
  votes: Vote[];
  read: Read[];
  /** Is there any ink? */
  inked: boolean;
}

/** A first rendering that reads as surely as this, letter by letter, needs no other. */
const SURE = 0.9,
  SURE_WORDS = 0.8;

/** The lines of a rendering in which nothing is left to doubt, or null. */
export function sureLines({ lines }: Shown, numeric: boolean): Line[] | null {
  if (lines.length === 0) return null;
  const leastSure = least(lines.map((l) => leastOf(l.recognition)));
  // One sign alone may be a piece of the ring.
  if (lines.every((l) => l.recognition.characters.length < 2)) return null;
  if (numeric)
    return lines.length === 1 && isPlainNumber(lines[0]!.recognition.text) && leastSure >= SURE ? lines : null;
  // Digits that make no number are a number of which something is hidden.
  const words = lines.every(
    ({ recognition: { characters, text } }) => characters.length > 1 && (isPlainNumber(text) || !isFigure(text)),
  );
  return leastSure >= SURE_WORDS && words ? lines : null;
}

/** One rendering's reading of a number. */
export interface Vote {
  text: string;
  /** Of the least sure letter. */
  least: number;
  by: Rendering;
  line: Line;
}

/** What a piece says as a number: as it was read, or as it reads when only a number is expected. */
export function votesOf(line: Line, by: Rendering, readings: readonly Read[]): Vote[] {
  const { text } = line.recognition;
  const vote = (said: string, least: number): Vote[] =>
    isPlainNumber(said) && least >= VOTE ? [{ text: said, least, by, line }] : [];
  if (isPlainNumber(text)) return vote(text, leastOf(line.recognition));
  const [top] = readings;
  return top && isPlainNumber(top.text) && top.probability >= GUESS
    ? [{ text: top.text, least: Math.min(top.probability, DISPUTED), by, line }]
    : [];
}

/** Two ideographs side by side, read surely: a label, unless more than one rendering reads a number. */
export function saysWords(shown: readonly Shown[]): boolean {
  const words = shown.some((s) =>
    s.lines.some((l) => /[\u4e00-\u9fff]{2}/.test(l.recognition.text) && meanOf(l.recognition) > CLEAN),
  );
  return words && shown.filter((s) => s.votes.length > 0).length < 2;
}

/** The number that most renderings read; of equals the longer one, then the surer one: pieces of a ring are short. */
export function chooseNumber(votes: readonly Vote[], names: readonly Rendering[]): Line | null {
  const groups = new Map<string, { best: Vote; by: Set<Rendering> }>();
  for (const vote of votes) {
    const known = groups.get(vote.text);
    if (!known) groups.set(vote.text, { best: vote, by: new Set([vote.by]) });
    else {
      known.by.add(vote.by);
      if (vote.least > known.best.least) known.best = vote;
    }
  }
  const ranked = [...groups.values()].sort(
    (a, b) => b.by.size - a.by.size || b.best.text.length - a.best.text.length || b.best.least - a.best.least,
  );
  const [first] = ranked;
  if (!first) return null;
  // Pieces of a ring read as a digit.
  const rivals = ranked.slice(1).filter((g) => g.best.text.length > 1 || first.best.text.length < 3);
  const digits = (g: { best: Vote }): string => g.best.text.replace(/\D/g, '');
  const fuller = rivals.find((g) => digits(g) === digits(first) && g.best.text.length > first.best.text.length);
  if (fuller) return asSaid(fuller.best, DISPUTED);
  if (rivals.length > 0) return asSaid(first.best, DISPUTED);
  return asSaid(first.best, first.by.size < 2 ? ALONE : first.by.size === names.length ? 1 : AGREED);
}

/** The pieces of the rendering that has most surely read letters. */
export function chooseWords(shown: readonly Shown[]): Line[] {
  const divided = shown.find((s) => CLEANED.includes(s.name))?.lines ?? [];
  const characters = divided.flatMap((l) => l.recognition.characters);
  if (characters.length > 1 && meanOf({ text: '', characters }) >= CLEAN) return divided;
  const ways = shown
    .map(({ lines }) => lines.filter((l) => meanOf(l.recognition) >= WORDS))
    .map((lines) => {
      const all = lines.flatMap((l) => l.recognition.characters);
      return { lines, sure: all.reduce((sum, c) => sum + c.probability - WORDS, 0) };
    });
  const chosen = ways.sort((a, b) => b.sure - a.sure)[0]?.lines ?? [];
  return chosen.map((line) => (isFigure(line.recognition.text) ? limited(line, DISPUTED) : line));
}

/** The line as the vote has it. */
function asSaid({ text, least, line }: Vote, most: number): Line {
  if (text === line.recognition.text) return limited(line, most);
  return { ...line, overruled: true, recognition: respelt(line.recognition, text, Math.min(least, most)) };
}

export function limited(line: Line, most: number): Line {
  const characters = line.recognition.characters.map((c) => ({ ...c, probability: Math.min(c.probability, most) }));
  return { ...line, recognition: { ...line.recognition, characters } };
}

/**
 * One sign alone is a piece of the ring unless other renderings show it too: a stroke, a bow, a digit that a bow
 * looks like.
 */
export function isStray(lines: readonly Line[], shown: readonly Shown[]): boolean {
  const text = lines.map((l) => l.recognition.text).join('');
  if ([...text].length !== 1) return false;
  const alike = shown.filter((s) => s.lines.some((l) => l.recognition.text === text)).length;
  return !/[\d\u4e00-\u9fff]/.test(text) || alike < 2;
}
