/** @module Entries of the table of contents against the headings of the body. */
import { plain } from '../../../narrative/normal.js';
import type { Heading } from '../../../narrative/outline.js';
import { merged } from '../../narrative/text-rule.js';
import { fails, PASS, words } from '../../narrative/say.js';
import { plainOf } from '../../../narrative/normal.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

export const rule: Rule = {
  id: 'text-contents-headings',
  severity: 'warning',
  title: { zh: '目录与正文标题不一致', en: 'An entry of the table of contents differs from the heading of the body' },
  evaluate: (ctx) => merged(entries(ctx), true),
};

function* entries(ctx: CheckContext): Iterable<Outcome> {
  const { outline } = ctx.structure;
  if (outline.contents.length < 3) return;
  const printed = printedTitles(ctx, outline.contentsRange![1]);
  const parts = partsOf(outline.body);
  let part: string | null = null;
  for (const entry of outline.contents) {
    if (entry.level === 0) part = entry.label;
    if (entry.level > 1) continue;
    yield compare(ctx, entry, part, parts, printed);
  }
}

/** Body headings by the part (第一部分 …) that they stand in. */
function partsOf(body: Heading[]): Map<string | null, Heading[]> {
  const parts = new Map<string | null, Heading[]>();
  let part: string | null = null;
  for (const heading of body) {
    if (heading.level === 0) part = heading.label;
    const list = parts.get(part) ?? [];
    parts.set(part, list);
    list.push(heading);
  }
  return parts;
}

/** Everything that may be the heading in print without its number: short paragraphs of the body, titles of tables. */
function printedTitles(ctx: CheckContext, from: number): Set<string> {
  const titles = new Set<string>();
  for (const paragraph of ctx.prose.paragraphs.slice(from)) {
    const text = plainOf(paragraph).replaceAll(' ', '');
    if (text.length <= 60) titles.add(bare(text));
  }
  for (const table of ctx.tables) if (table.title) titles.add(bare(table.title));
  return titles;
}

/** Without the number, the year and the quotes: a table's title is printed with or without them. */
function bare(title: string): string {
  return title
    .replace(/^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|\d+[、.])/, '')
    .replace(/20\d\d年度?|["“”（）() ]/g, '');
}

/** The second line of a heading is not longer than this. */
const LONGEST_REST = 30;

/** A part's title may be set over this many lines: 第二部分 / 2026年度 / 示例局 / 部门预算表. */
const LINES = 4;

/** Titles that begin with a part's number in the body, with one, two … of the short lines below it. */
function bodyLines(ctx: CheckContext, label: string): string[] {
  const lines = ctx.prose.paragraphs
    .slice(ctx.structure.outline.contentsRange![1])
    .map((paragraph) => plainOf(paragraph).replaceAll(' ', ''));
  return lines.flatMap((line, i) => {
    if (!line.startsWith(label) || line.length > 60) return [];
    const titles = [line.slice(label.length)];
    for (const below of lines.slice(i + 1, i + LINES)) {
      if (below.length > LONGEST_REST) break;
      titles.push(`${titles.at(-1)}${below}`);
    }
    return titles;
  });
}

/** Share of two-character runs in common from which two titles are one title in two wordings. */
const SAME_HEADING = 0.6;

function likeness(a: string, b: string): number {
  const runs = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
  const left = runs(bare(a)),
    right = new Set(runs(bare(b)));
  return left.length + right.size === 0
    ? 0
    : (2 * left.filter((run) => right.has(run)).length) / (left.length + right.size);
}

function compare(
  ctx: CheckContext,
  entry: Heading,
  part: string | null,
  parts: Map<string | null, Heading[]>,
  printed: Set<string>,
): Outcome {
  const { paragraphs } = ctx.prose;
  const rest = paragraphs[entry.paragraph]!.text.slice(entry.label.length);
  const said = `${entry.label}${rest.replace(/[.…·\s]*\d{0,3}$/, '')}`;
  const candidates = (
    entry.level === 0 ? [...parts.values()].flat() : (parts.get(part) ?? [...parts.values()].flat())
  ).filter((heading) => heading.level === entry.level);
  const same = candidates.find((heading) => heading.title === entry.title);
  if (same && same.label === entry.label) return PASS;
  // 第二部分 示例局2023年度部门决算情况说明 over 第二部分 2023年度部门决算情况说明: the entity's name may be left out.
  const name = ctx.identity.entity.name,
    nameless = (title: string): string =>
      bare(name ? title.replace(bare(plain(name)), '').replace(plain(name), '') : title);
  if (
    candidates.some((heading) => heading.label === entry.label && nameless(heading.title) === nameless(entry.title))
  )
    return PASS;
  if (entry.level > 0 && printed.has(bare(entry.title))) return PASS;
  // A heading, or an entry, that stands on two lines: its rest is the next paragraph.
  const tail = (index: number): string => {
    const next = paragraphs[index + 1];
    return next && next.text.length <= LONGEST_REST
      ? plainOf(next)
          .replaceAll(' ', '')
          .replace(/[.…·]+\d*$/, '')
      : '';
  };
  const wholes = [entry.title, `${entry.title}${tail(entry.paragraph)}`].map(nameless);
  if (
    candidates.some(
      (heading) =>
        heading.label === entry.label &&
        (wholes.includes(nameless(`${heading.title}${tail(heading.paragraph)}`)) ||
          wholes.includes(nameless(heading.title))),
    ) ||
    (entry.level === 0 && bodyLines(ctx, entry.label).some((line) => wholes.includes(nameless(line))))
  )
    return PASS;
  // The same number over other words is another list; over nearly the same words it is the same heading gone astray.
  const alike = candidates.filter(
    // 十二、政府采购预算情况表 names a table, 五、政府采购情况 a section.
    ({ title }) => /表$/.test(title) === /表$/.test(entry.title) && likeness(title, entry.title) >= SAME_HEADING,
  );
  const numbered = alike.find(({ label }) => label === entry.label) ?? (entry.level > 0 ? alike[0] : undefined);
  const page = words(paragraphs[entry.paragraph]!, 0, paragraphs[entry.paragraph]!.text.length);
  if (same ?? numbered) {
    const other = (same ?? numbered)!;
    const body = paragraphs[other.paragraph]!;
    return fails({
      severity: 'warning',
      reported: said,
      computed: body.text,
      zh: `目录“${said}”与正文标题“${body.text}”不一致。`,
      en: `The contents say “${said}”, the body says “${body.text}”.`,
      evidence: [page, words(body, 0, body.text.length)],
    });
  }
  // Documents without parts head their sections freely; only a part that is announced must come.
  if (entry.level > 0 || candidates.length === 0)
    return { outcome: 'not_evaluable', why: `no heading of the body is like ${said}` };
  const unnumbered = entry.level === 0 && printed.has(bare(entry.title));
  return fails({
    severity: 'warning',
    reported: said,
    zh: `目录“${said}”在正文中没有对应的标题${unnumbered ? `（正文标题无“${entry.label}”）` : ''}。`,
    en:
      `The entry “${said}” of the table of contents has no such heading in the ` +
      `body${unnumbered ? ' (the heading has no number)' : ''}.`,
    evidence: [page],
  });
}
