/**
 * @module A recogniser's table of probabilities (time × symbol) -> characters, or the likeliest whole readings over a
 * small alphabet.
 */
import type { Reading, RecognisedCharacter } from './engine.js';

/** Probabilities of one line, row by row; symbol 0 is "nothing new". */
export interface Lattice {
  data: Float32Array;
  steps: number;
  symbols: number;
}

const BLANK = 0;
/** A character that got more than this where nothing won may have been lost. */
const HIDDEN = 0.12;

interface Peak {
  symbol: number;
  probability: number;
  step: number;
}

/**
 * Best path: the likeliest symbol a step, repeats joined. A space is paper like the blank: it is never given.
 * @param dictionary text of symbol i at index i; the last one is the space
 * @param width share of the steps that the line fills; the rest is padding
 */
export function bestPath(lattice: Lattice, dictionary: readonly string[], width: number): RecognisedCharacter[] {
  const { data, steps, symbols } = lattice;
  const space = symbols - 1;
  const peaks: Peak[] = [];
  const hidden: { symbol: number; probability: number; step: number }[] = [];
  let previous = BLANK;
  for (let t = 0; t < steps; t++) {
    const row = t * symbols;
    let symbol = BLANK,
      best = data[row]! + data[row + space]!,
      rival = -1,
      second = 0;
    for (let s = 1; s < space; s++) {
      const v = data[row + s]!;
      if (v <= second) continue;
      second = v;
      rival = s;
    }
    if (second > best) {
      symbol = rival;
      best = second;
    }
    if (symbol === BLANK) {
      if (second > HIDDEN) hidden.push({ symbol: rival, probability: second, step: t });
    } else if (symbol === previous) {
      const peak = peaks[peaks.length - 1]!;
      if (best > peak.probability) {
        peak.probability = best;
        peak.step = t;
      }
    } else peaks.push({ symbol, probability: best, step: t });
    previous = symbol;
  }
  // What nearly was a character makes its neighbours unsure, unless it is a neighbour's own shoulder.
  const sure = peaks.map((p) => p.probability);
  for (const h of hidden) {
    const after = peaks.findIndex((p) => p.step > h.step),
      next = after < 0 ? peaks.length : after;
    const near = [next - 1, next].filter((i) => i >= 0 && i < peaks.length);
    if (near.some((i) => peaks[i]!.symbol === h.symbol && Math.abs(peaks[i]!.step - h.step) <= 3)) continue;
    for (const i of near) if (Math.abs(peaks[i]!.step - h.step) <= 3) sure[i] = Math.min(sure[i]!, 1 - h.probability);
  }
  const end = steps * width;
  return peaks.map((peak, i) => {
    const before = i > 0 ? (peaks[i - 1]!.step + peak.step + 1) / 2 : Math.max(0, peak.step - 1);
    const after = i + 1 < peaks.length ? (peaks[i + 1]!.step + peak.step + 1) / 2 : Math.min(end, peak.step + 2);
    return {
      text: dictionary[peak.symbol]!,
      probability: sure[i]!,
      from: Math.min(1, before / end),
      to: Math.min(1, Math.max(before + 0.5, after) / end),
    };
  });
}

interface Beam {
  text: string;
  last: number;
  blank: number;
  symbol: number;
}

/** Prefixes kept a step. */
const BEAM = 12;

/**
 * Likeliest strings over an alphabet (prefix beam search); probabilities are shares of the whole table's mass, so
 * what speaks for a letter
 * outside the alphabet speaks against all of them.
 */
export function likeliest(
  lattice: Lattice,
  dictionary: readonly string[],
  alphabet: readonly number[],
  count: number,
): Reading[] {
  const { data, steps, symbols } = lattice;
  let beams = new Map<string, Beam>([['', { text: '', last: -1, blank: 1, symbol: 0 }]]);
  for (let t = 0; t < steps; t++) {
    const row = t * symbols,
      nothing = data[row]! + data[row + symbols - 1]!;
    const next = new Map<string, Beam>();
    const at = (text: string, last: number): Beam => {
      let beam = next.get(text);
      if (!beam) {
        beam = { text, last, blank: 0, symbol: 0 };
        next.set(text, beam);
      }
      return beam;
    };
    for (const beam of beams.values()) {
      const total = beam.blank + beam.symbol;
      at(beam.text, beam.last).blank += total * nothing;
      for (const s of alphabet) {
        const p = data[row + s]!;
        if (p < 1e-5) continue;
        if (s === beam.last) {
          at(beam.text, beam.last).symbol += beam.symbol * p;
          if (beam.blank > 0) at(beam.text + dictionary[s]!, s).symbol += beam.blank * p;
        } else at(beam.text + dictionary[s]!, s).symbol += total * p;
      }
    }
    beams = new Map(
      [...next.entries()].sort((a, b) => b[1].blank + b[1].symbol - a[1].blank - a[1].symbol).slice(0, BEAM),
    );
  }
  const readings = [...beams.values()].map((b) => ({ text: b.text, probability: b.blank + b.symbol }));
  // Where nothing at all is the likeliest, the rest are shapes seen in paper.
  if (readings[0]?.text === '') return [];
  return readings.filter((r) => r.text !== '' && r.probability > 1e-6).slice(0, count);
}
