/** @module Page layouts -> the prose: paragraphs joined over line and page breaks, and every figure they state. */
import type { Identity } from '../map/types.js';
import { isGovernment } from '../domain/ids.js';
import { renderSubject } from '../domain/subjects.js';
import type { PageLayout, Paragraph } from '../model.js';
import { type Outline, outlineOf } from './outline.js';
import { paragraphsOf } from './paragraphs.js';
import { quoteOf } from './quote.js';
import { readParagraph } from './read.js';
import type { Carry, Setting } from './reading.js';
import { type Scope, scopesOf } from './scope.js';
import type { Prose, Statement } from './types.js';

export function readProse(layouts: PageLayout[], identity: Identity): Prose {
  return proseOf(paragraphsOf(layouts), identity);
}

/** The prose of paragraphs that are already joined. */
export function proseOf(paragraphs: Paragraph[], identity: Pick<Identity, 'kind' | 'fiscal_year'>): Prose {
  const outline = outlineOf(paragraphs);
  const scopes = scopesOf(paragraphs, outline);
  const breaks = new Set(
    outline.body.filter((heading) => heading.level <= 2 || heading.level === 5).map((heading) => heading.paragraph),
  );
  const setting: Setting = {
    phase: identity.kind === 'budget' ? 'budget' : 'actual',
    fiscalYear: identity.fiscal_year,
  };
  const statements: Statement[] = [];
  const carry: Carry = { head: null, group: 0 };
  let before: Scope = 'all';
  paragraphs.forEach((paragraph, index) => {
    const scope = scopes[index]!;
    if (breaks.has(index) || scope !== before) carry.head = null;
    before = scope;
    // The vocabulary of subjects is a department's: what a government says of its own money has no name in it.
    if (scope === 'none' || isGovernment(identity.kind)) return;
    for (const reading of readParagraph(paragraph, scope, setting, carry)) {
      const { quoteFrom, quoteTo, group, ...rest } = reading;
      statements.push({
        id: `n${String(statements.length + 1).padStart(4, '0')}`,
        kind: rest.kind,
        subject: renderSubject(rest.about),
        about: rest.about,
        value: rest.value,
        unit: rest.unit,
        ...quoteOf(paragraph, quoteFrom, quoteTo, rest.at),
        paragraph: index,
        from: rest.from,
        to: rest.to,
        at: rest.at,
        end: rest.end,
        base: rest.base,
        group: `g${group}`,
        names: rest.names,
      });
    }
  });
  const prose: Prose = { paragraphs, statements };
  known.set(prose, { outline, scopes });
  return prose;
}

export interface Structure {
  outline: Outline;
  scopes: Scope[];
}

const known = new WeakMap<Prose, Structure>();

/** Headings and scopes of a prose; worked out again for one that was put together by hand. */
export function structureOf(prose: Prose): Structure {
  let structure = known.get(prose);
  if (!structure) {
    const outline = outlineOf(prose.paragraphs);
    structure = { outline, scopes: scopesOf(prose.paragraphs, outline) };
    known.set(prose, structure);
  }
  return structure;
}
