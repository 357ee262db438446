/**
 * @module The documents of a folder or bucket, one after the other, in; what they show that is not understood out: titles and words by
 * frequency, holes and collisions (of which there must be none), documents without institution or year.
 */
import { isGovernment } from '../../pipeline/domain/ids.js';
import { LEXICON, type Lexicon } from '../../pipeline/domain/lexicon/phrase.js';
import type { Fact, GongkaiDocument } from '../../schemas/index.js';
import { DOCUMENTS, documentKey, hashOfDocument } from '../../stores/layout.js';
import type { ObjectStore } from '../../stores/object-store.js';
import { type Counted, type Example, Tally } from './tally.js';
import { blamedWords, looksStatutory, titleWord, unknownHeaders } from './words.js';

export type { Counted } from './tally.js';

export interface CoverageOptions {
  /** Words listed of each sort. @default 20 */
  top?: number;
  /** With a user's words: what remains with them. @default ours */
  lexicon?: Lexicon;
  onDocument?: (done: number) => void;
}

export interface Coverage {
  documents: { total: number; by_kind: Record<string, number>; unreadable: string[] };
  identity: { entity_missing: Listed; year_missing: Listed };
  tables: { total: number; with_kind: number; statutory_without_kind: Listed };
  values: { total: number; by_grade: Record<string, number>; column_id_missing: Listed };
  dimensions: { null: number; columns: Listed; rows: Listed; titles: Listed; together: Listed };
  /** Header words of statutory tables without kind. */
  headers: Listed;
  /** Printed but unread, and nobody told: there must be none. */
  silent_holes: Listed;
  /** One key, several values: there must be none. */
  colliding_keys: Listed;
  checks: { passed: number; failed: number; not_applicable: number; not_evaluable: number };
}

export interface Listed {
  /** Of all that were found. */
  count: number;
  /** Different ones; with those let go, at least so many. */
  words: number;
  /** Rare ones were let go to fit into memory: small counts may be too low. */
  pruned: boolean;
  top: Counted[];
}

const PERFORMANCE = new Set(['department_performance', 'project_performance']);

/** Reads one document at a time: a corpus of any size passes through. @throws ObjectStoreError */
export async function coverageOf(store: ObjectStore, options: CoverageOptions = {}): Promise<Coverage> {
  const { top = 20, lexicon = LEXICON } = options;
  const survey = new Survey(lexicon);
  for await (const { key } of store.list(DOCUMENTS)) {
    const sha256 = hashOfDocument(key);
    if (sha256 === null) continue;
    const bytes = await store.get(documentKey(sha256));
    const document = bytes === null ? null : parse(bytes);
    if (document === null) survey.unreadable.push(sha256);
    else survey.add(document);
    options.onDocument?.(survey.documents + survey.unreadable.length);
  }
  return survey.result(top);
}

function parse(bytes: Uint8Array): GongkaiDocument | null {
  try {
    const document = JSON.parse(new TextDecoder().decode(bytes)) as GongkaiDocument | null;
    return Array.isArray(document?.tables) && Array.isArray(document.facts) ? document : null;
  } catch {
    return null;
  }
}

class Listing {
  count = 0;
  readonly tally = new Tally();

  add(word: string, example: Example): void {
    this.count++;
    this.tally.add(word, example);
  }

  listed(top: number): Listed {
    return { count: this.count, words: this.tally.words, pruned: this.tally.pruned, top: this.tally.top(top) };
  }
}

class Survey {
  documents = 0;
  readonly unreadable: string[] = [];
  private readonly kinds = new Map<string, number>();
  private readonly grades = new Map<string, number>();
  private tables = 0;
  private withKind = 0;
  private values = 0;
  private withoutDimensions = 0;
  private readonly checks = { passed: 0, failed: 0, not_applicable: 0, not_evaluable: 0 };
  private readonly lists = {
    entities: new Listing(),
    years: new Listing(),
    titles: new Listing(),
    headers: new Listing(),
    columnIds: new Listing(),
    holes: new Listing(),
    collisions: new Listing(),
    column: new Listing(),
    row: new Listing(),
    title: new Listing(),
    together: new Listing(),
  };

  constructor(private readonly lexicon: Lexicon) {}

  add(document: GongkaiDocument): void {
    this.documents++;
    const { kind } = document.document;
    tick(this.kinds, kind);
    for (const key of Object.keys(this.checks) as (keyof typeof this.checks)[])
      this.checks[key] += document.checks[key];
    this.tables += document.tables.length;
    if (kind !== 'other') this.addIdentity(document);
    if (kind !== 'other' && !isGovernment(kind)) this.addTables(document);
    for (const fact of document.facts) this.addFact(document, fact);
    for (const facts of collisions(document.facts)) {
      const values = facts.map(({ value }) => value).join(' | ');
      this.lists.collisions.add(placeOf(facts[0]!), at(document, facts[1]!.page, values));
    }
  }

  private addIdentity(document: GongkaiDocument): void {
    const { kind, entity, fiscal_year, title } = document.document;
    const example = at(document, 1, title ?? '');
    if (entity.name === null) this.lists.entities.add(kind, example);
    if (fiscal_year === null) this.lists.years.add(kind, example);
  }

  private addTables(document: GongkaiDocument): void {
    const entity = document.document.entity.name;
    for (const table of document.tables) {
      if (table.kind !== null) this.withKind++;
      if (table.kind !== null || !looksStatutory(table.title)) continue;
      const page = table.pages[0] ?? 1;
      this.lists.titles.add(titleWord(table.title!, entity), at(document, page, table.title!));
      for (const header of unknownHeaders(this.lexicon, table))
        this.lists.headers.add(header.word, at(document, header.page, table.title!));
    }
  }

  private addFact(document: GongkaiDocument, fact: Fact): void {
    const said = [fact.row_label, fact.column_label, fact.raw_text].filter((text) => text !== '').join(' | ');
    const example = at(document, fact.page, said);
    if (fact.value === null) {
      if (fact.grade === 'unchecked' && /\d/.test(fact.raw_text)) this.lists.holes.add(fact.table_kind, example);
      return;
    }
    this.values++;
    tick(this.grades, fact.grade);
    if (fact.column_id === null) this.lists.columnIds.add(fact.column_label, example);
    // What a performance form prints is told by phase and indicator, not by coordinates of money.
    if (fact.dimensions !== null || PERFORMANCE.has(fact.table_kind)) return;
    this.withoutDimensions++;
    for (const { word, where } of blamedWords(this.lexicon, fact)) this.lists[where].add(word, example);
  }

  result(top: number): Coverage {
    const { lists } = this;
    return {
      documents: { total: this.documents, by_kind: sorted(this.kinds), unreadable: this.unreadable },
      identity: { entity_missing: lists.entities.listed(top), year_missing: lists.years.listed(top) },
      tables: { total: this.tables, with_kind: this.withKind, statutory_without_kind: lists.titles.listed(top) },
      values: { total: this.values, by_grade: sorted(this.grades), column_id_missing: lists.columnIds.listed(top) },
      dimensions: {
        null: this.withoutDimensions,
        columns: lists.column.listed(top),
        rows: lists.row.listed(top),
        titles: lists.title.listed(top),
        together: lists.together.listed(top),
      },
      headers: lists.headers.listed(top),
      silent_holes: lists.holes.listed(top),
      colliding_keys: lists.collisions.listed(top),
      checks: { ...this.checks },
    };
  }
}

function at(document: GongkaiDocument, page: number, text: string): Example {
  return { document: document.document.id, file_name: document.source.file_name, page, text };
}

function tick(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const sorted = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));

/** Facts that agree in everything that names a place and differ in value. */
function collisions(facts: readonly Fact[]): Fact[][] {
  const places = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (fact.value === null) continue;
    const key = JSON.stringify([
      fact.table_kind,
      fact.row_id,
      fact.row_code,
      fact.row_label,
      fact.row_path,
      fact.column_id,
      fact.phase,
      fact.dimensions,
    ]);
    const same = places.get(key);
    if (same === undefined) places.set(key, [fact]);
    else if (!same.some(({ value }) => value === fact.value)) same.push(fact);
  }
  return [...places.values()].filter((same) => same.length > 1);
}

/** Where a fact stands, for people. */
function placeOf({ table_kind, row_path, row_label, column_id, column_label, phase }: Fact): string {
  return [table_kind, [...row_path, row_label].join(' > '), column_id ?? column_label, phase].join(' · ');
}
