/**
 * @module Names that are nearly the entity's own (a character different, its district missing), and years' figures of
 * another unit.
 */
import { excerpt, fails, sure, words } from '../../narrative/say.js';
import { namesLike, nearNames, otherOwners } from '../../narrative/entity-names.js';
import { offsetsOf, textRule } from '../../narrative/text-rule.js';

/** Parts of the narrative that are about the entity and nobody else. */
const OWN_SCOPES = new Set<string>([
  'all',
  'fiscal',
  'general',
  'basic',
  'fund',
  'capital',
  'three_public',
  'operating',
  'procurement',
  'assets',
]);

/** 纳入示例局2024年部门决算编制范围: whose document it is. */
const COMPILED_FOR = /^20\d\d年(?:度)?(?:部门|单位)?(?:决算|预算)编制范围/;

export const rule = textRule({
  id: 'text-entity',
  severity: 'error',
  title: {
    zh: '单位名称有误或文字属于其他单位',
    en: 'The name of the entity is wrong, or the text is about another one',
  },
  contents: true,
  merge: true,
  where: ({ matching }, ctx) => {
    const own = ctx.ownName;
    return own && offsetsOf(matching, namesLike(own));
  },
  *look({ paragraph, index, text, scope }, ctx) {
    const own = ctx.ownName;
    if (own === null) {
      yield { outcome: 'not_evaluable', why: 'the entity is not known' };
      return;
    }
    const seen = new Set<number>();
    for (const { from, to, sure: certain } of nearNames(text, own)) {
      seen.add(from);
      const printed = paragraph.text.slice(from, to);
      yield fails({
        severity: certain ? sure(paragraph, from, to) : 'warning',
        reported: printed,
        computed: own.name,
        zh: `“${excerpt(paragraph.text, from, to, 10)}”：单位名称“${printed}”应为“${own.name}”。`,
        en: `The name “${printed}” should read “${own.name}”.`,
        evidence: [words(paragraph, from, to, 12)],
      });
    }
    for (const { from, to, name, certain } of otherOwners(ctx.ownUnits, index, text, own)) {
      if (seen.has(from)) continue;
      yield fails({
        // Sub-units report their own performance, and lists of duties name everybody.
        severity:
          certain && (OWN_SCOPES.has(scope) || text.length < 50 || COMPILED_FOR.test(text.slice(to)))
            ? sure(paragraph, from, to)
            : 'warning',
        reported: name,
        computed: own.name,
        zh: `“${excerpt(paragraph.text, from, to, 6)}”：此处说的是“${name}”，而文件属于“${own.name}”。`,
        en: `The text is about “${name}”, the document belongs to “${own.name}”.`,
        evidence: [words(paragraph, from, to)],
      });
    }
  },
});
