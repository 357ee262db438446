/** @module A unit's document that calls itself a department's in its titles, or the other way round. */
import type { CheckContext } from '../../context.js';
import { excerpt, fails, words } from '../../narrative/say.js';
import { textRule } from '../../narrative/text-rule.js';

const TITLE = /20\d\d年度?(部门|单位)(?=决算|预算)/g;

export const rule = textRule({
  id: 'text-scope-word',
  severity: 'warning',
  title: {
    zh: '“部门”“单位”口径用语混用',
    en: 'Titles speak of a department in a unit’s document, or of a unit in a department’s',
  },
  merge: true,
  where: TITLE,
  *look({ paragraph, heading, text }, ctx) {
    const own = ownWord(ctx);
    if (own === null || !heading) return;
    for (const match of text.matchAll(TITLE)) {
      if (match[1] === own) continue;
      const from = match.index,
        to = from + match[0].length;
      yield fails({
        severity: 'warning',
        reported: match[1]!,
        computed: own,
        zh:
          `“${excerpt(paragraph.text, from, to, 12)}”：` +
          `本文件为${own}${ctx.identity.kind === 'budget' ? '预算' : '决算'}，此处写作“${match[1]}”。`,
        en: `This is the document of a ${own === '部门' ? 'department' : 'unit'}; the title says ${match[1]}.`,
        evidence: [words(paragraph, from, to, 12)],
      });
    }
  },
});

/** What the document's own title calls it: the first pages are the reference. */
function ownWord(ctx: CheckContext): '部门' | '单位' | null {
  const word = /(部门|单位)(?:决算|预算)/.exec(ctx.identity.title ?? '')?.[1];
  return (word as '部门' | '单位' | undefined) ?? null;
}
