/**
 * @module In: what was read of one document. Out: the same with what rules ask of it (facts by place, prose as one
 * text, figures by subject), each made at the first question and once: every rule gets the one context, and nothing
 * is remembered elsewhere.
 */
import type { Fact } from '../../schemas/index.js';
import type { Dimensions } from '../domain/dimensions.js';
import { type Structure, structureOf } from '../narrative/index.js';
import { Captions } from './captions.js';
import { FactIndex } from './fact-index.js';
import type { CheckInput } from './input.js';
import { OwnUnits } from './narrative/own-units.js';
import { type OwnName, ownNameOf } from './narrative/entity-names.js';
import { StatedFigures } from './narrative/figures.js';
import { StatementGroups } from './narrative/groups.js';
import { Lookup } from './narrative/lookup.js';
import { Names } from './narrative/names.js';
import { ProseText } from './narrative/prose-text.js';
import { Solution } from './solver/solution.js';

export class CheckContext implements CheckInput {
  readonly identity: CheckInput['identity'];
  readonly tables: CheckInput['tables'];
  readonly facts: CheckInput['facts'];
  readonly prose: CheckInput['prose'];
  readonly layouts: CheckInput['layouts'];
  /** Where tables, layouts and prose are those of another context, what was made of them is taken from there. */
  private readonly before: CheckContext | null;

  constructor(input: CheckInput, before: CheckContext | null = null) {
    this.identity = input.identity;
    this.tables = input.tables;
    this.facts = input.facts;
    this.prose = input.prose;
    this.layouts = input.layouts;
    this.before = before;
  }

  /** The same document with other readings of some of its facts. */
  withFacts(facts: CheckInput['facts']): CheckContext {
    return new CheckContext({ ...this.input(), facts }, this.before ?? this);
  }

  private input(): CheckInput {
    const { identity, tables, facts, prose, layouts } = this;
    return { identity, tables, facts, prose, layouts };
  }

  /** Facts by table, row and column. */
  get index(): FactIndex {
    return (this.madeIndex ??= new FactIndex(this));
  }
  private madeIndex: FactIndex | undefined;

  /** What follows from coordinates: identities, and the figures that print given ones. */
  get solution(): Solution {
    return (this.madeSolution ??= new Solution(this.tables, this.facts));
  }
  private madeSolution: Solution | undefined;

  /** Facts that print exactly these coordinates (keys that are not there: not broken down by them). */
  byCoordinates(dimensions: Dimensions): readonly Fact[] {
    return this.solution.factsAt(dimensions);
  }

  /** Facts that print what the prose states. */
  get lookup(): Lookup {
    return (this.madeLookup ??= new Lookup(this.index, this.structure, this.names, this.identity, this.prose));
  }
  private madeLookup: Lookup | undefined;

  /** What the prose says of one subject, and the values that may stand behind it. */
  get groups(): StatementGroups {
    return (this.madeGroups ??= new StatementGroups(this.prose, this.stated, this.lookup, this.index));
  }
  private madeGroups: StatementGroups | undefined;

  /** Stated figures as intervals. */
  get stated(): StatedFigures {
    return this.before?.stated ?? (this.madeStated ??= new StatedFigures(this.prose));
  }
  private madeStated: StatedFigures | undefined;

  /** Headings and scopes of the prose. */
  get structure(): Structure {
    return structureOf(this.prose);
  }

  /** All paragraphs as one text. */
  get text(): ProseText {
    return this.before?.text ?? (this.madeText ??= new ProseText(this.prose, this.structure));
  }
  private madeText: ProseText | undefined;

  /** Lines above tables. */
  get captions(): Captions {
    return this.before?.captions ?? (this.madeCaptions ??= new Captions(this.tables, this.layouts));
  }
  private madeCaptions: Captions | undefined;

  /** Labels in the form that names are compared by. */
  get names(): Names {
    return this.before?.names ?? (this.madeNames ??= new Names());
  }
  private madeNames: Names | undefined;

  /** The entity's name in its parts; null where it is not known, or too short to be told from a word. */
  get ownName(): OwnName | null {
    if (this.madeOwnName === undefined) this.madeOwnName = ownNameOf(this.identity.entity.name);
    return this.madeOwnName;
  }
  private madeOwnName: OwnName | null | undefined;

  /** Units that the document lists as its own. */
  get ownUnits(): OwnUnits {
    return this.before?.ownUnits ?? (this.madeOwnUnits ??= new OwnUnits(this.tables, this.prose, this.structure));
  }
  private madeOwnUnits: OwnUnits | undefined;
}
