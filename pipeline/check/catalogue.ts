/**
 * @module In: a rule id. Out: what the rule is, and its page from docs/rules; what `gongkai rules` and `gongkai
 * explain` print.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from './rules/index.js';
import type { Rule } from './types.js';

export interface RuleInfo {
  id: string;
  severity: Rule['severity'];
  title: Rule['title'];
}

/** Every rule, by id. */
export function listRules(): RuleInfo[] {
  return rules.map(({ id, severity, title }) => ({ id, severity, title })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The rule with its doc page (Markdown), or null where no rule has this id. */
export function explainRule(id: string): (RuleInfo & { page: string }) | null {
  const rule = rules.find((r) => r.id === id);
  if (!rule) return null;
  const file = join(packageRoot(), 'docs', 'rules', `${rule.id}.md`);
  if (!existsSync(file))
    throw new Error(
      `The page of rule ${rule.id} is missing: docs/rules/${rule.id}.md should be part of the package. ` +
        'Reinstall gongkai.',
    );
  return { id: rule.id, severity: rule.severity, title: rule.title, page: readFileSync(file, 'utf8') };
}

/** The nearest folder above this file with the package's own package.json: the same from source and from dist. */
function packageRoot(): string {
  for (let dir = dirname(fileURLToPath(import.meta.url)); ; dir = dirname(dir)) {
    const manifest = join(dir, 'package.json');
    if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'gongkai')
      return dir;
    if (dir === dirname(dir))
      throw new Error('The folder of the gongkai package was not found above its own code. Reinstall gongkai.');
  }
}
