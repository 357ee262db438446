/** @module A unit's document that calls itself a department's in its titles, or the other way round. */
import type { CheckContext } from '../../context.js';
import { excerpt, fails, words } from '../../narrative/say.js';
import { textRule } from '../../narrative/text-rule.js';

const TITLE = /20\d\d年度?(部门|单位)(?=决算|预算)/g;

/** 是市级预算主管部门 in the glossary of a district's department: the city's text. */
const LEVEL = /(?<=是|与)(?:本)?市级(?=预算主管部门|财政有经费)/g;

/** 上海市示例区…: a city with districts, and a district in the name. */
function isDistrict({ identity: { entity } }: CheckContext): boolean {
  return /^[\u4e00-\u9fff]{2,4}市[\u4e00-\u9fff]{1,4}[区县]/.test(entity.name ?? '');
}

export const rule = textRule({
  id: 'text-scope-word',
  severity: 'warning',
  title: {
    zh: '“部门”“单位”口径用语混用',
    en: 'Titles speak of a department in a unit’s document, or of a unit in a department’s',
  },
  merge: true,
  where: new RegExp(`${TITLE.source}|${LEVEL.source}`, 'g'),
  *look({ paragraph, heading, text }, ctx) {
    if (isDistrict(ctx))
      for (const match of text.matchAll(LEVEL))
        yield fails({
          severity: 'warning',
          reported: '市级',
          computed: '区级',
          zh: `“${excerpt(paragraph.text, match.index, match.index + match[0].length, 12)}”：本部门为区县级，此处写作“市级”。`,
          en: 'The document is of a district; the definition speaks of the city.',
          evidence: [words(paragraph, match.index, match.index + match[0].length, 12)],
        });
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
