/** @module The name of an institution or a title in; the administrative division it belongs to out, null where names alone do not decide. */
import { readFileSync } from 'node:fs';

export interface Division {
  code: string;
  name: string;
}

interface Gazetteer {
  provinces: Map<string, Division>;
  cities: Map<string, Division[]>;
  counties: Map<string, Division[]>;
  /** Lengths that county names have, longest first. */
  lengths: number[];
}

let loaded: Gazetteer | null = null;

function gazetteer(): Gazetteer {
  if (loaded) return loaded;
  const book: Gazetteer = { provinces: new Map(), cities: new Map(), counties: new Map(), lengths: [] };
  const lengths = new Set<number>();
  for (const line of readFileSync(new URL('./data/divisions.txt', import.meta.url), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const division = { code: line.slice(0, 6), name: line.slice(7) };
    lengths.add(division.name.length);
    if (division.code.endsWith('0000')) book.provinces.set(division.name, division);
    else {
      const book2 = division.code.endsWith('00') ? book.cities : book.counties;
      const same = book2.get(division.name);
      if (same) same.push(division);
      else book2.set(division.name, [division]);
    }
  }
  book.lengths = [...lengths].sort((a, b) => b - a);
  loaded = book;
  return book;
}

function longest<T>(text: string, at: number, names: Map<string, T>): { name: string; found: T } | null {
  for (const length of gazetteer().lengths) {
    const name = text.slice(at, at + length);
    const found = name.length === length ? names.get(name) : undefined;
    if (found !== undefined) return { name, found };
  }
  return null;
}

interface Match {
  start: number;
  end: number;
  candidates: Division[];
}

/** Names of province, city and county that follow one another from a place in the text. */
function chain(text: string, start: number): Match | null {
  const book = gazetteer();
  let at = start;
  let candidates: Division[] | null = null;
  let prefix = '';
  const province = longest(text, at, book.provinces);
  if (province) {
    at += province.name.length;
    prefix = province.found.code.slice(0, 2);
    candidates = [province.found];
  }
  const city = longest(text, at, book.cities);
  const cities = city?.found.filter((division) => division.code.startsWith(prefix)) ?? [];
  if (city && cities.length > 0) {
    at += city.name.length;
    prefix = cities.length === 1 ? cities[0]!.code.slice(0, 4) : prefix;
    candidates = cities;
  }
  const county = longest(text, at, book.counties);
  const counties = county?.found.filter((division) => division.code.startsWith(prefix)) ?? [];
  // 城区, 郊区, 矿区 name a division only behind its city.
  if (
    county &&
    counties.length > 0 &&
    (candidates !== null || county.name.length > 2 || !county.name.endsWith('区'))
  ) {
    at += county.name.length;
    candidates = counties;
  }
  return candidates ? { start, end: at, candidates } : null;
}

/** How far into a name the division may begin: 中共, 中国共产党, 共青团 and the like stand before it. */
const LATEST_START = 10;

/** 某市某某区 of which the table knows the city alone: the institution is the unknown district's, not the city's. */
const UNKNOWN_BELOW =
  /^[\u3400-\u9fff]{1,4}?(?<!社|地|园|景|辖|片|灾|山|老|校|军|小|库|林|牧|新|发|保税|城|市|自治|合作|示范|旅游|功能|集聚|产业|控制)(?:区|县|旗)(?!域|划|块)/;

/** Candidate divisions of the longest run of division names near the beginning of the text. */
function divisionsIn(text: string): Division[] {
  let best: Match | null = null;
  for (let start = 0; start <= Math.min(LATEST_START, text.length); start++) {
    const match = chain(text, start);
    if (match && (best === null || match.end - match.start > best.end - best.start)) best = match;
    if (best && start >= best.start && best.start === 0) break;
  }
  return best === null || UNKNOWN_BELOW.test(text.slice(best.end)) ? [] : best.candidates;
}

/**
 * The division of an institution; context (titles, other lines that name it) decides between divisions of one name.
 * @param names the institution's name first, then what else names it
 */
export function findDivision(names: readonly string[], context: readonly string[] = []): Division | null {
  for (const name of names) {
    const candidates = divisionsIn(name);
    if (candidates.length === 1) return candidates[0]!;
    if (candidates.length > 1) {
      const codes = new Set(candidates.map((division) => division.code));
      const votes = new Map<string, number>();
      for (const text of [...names, ...context]) {
        const named = divisionsIn(text);
        if (named.length === 1 && codes.has(named[0]!.code))
          votes.set(named[0]!.code, (votes.get(named[0]!.code) ?? 0) + 1);
      }
      if (votes.size === 1) return candidates.find((division) => votes.has(division.code))!;
      return null;
    }
  }
  return null;
}
