/** @module gongkai explain RULE: the rule's page, as it stands in docs/rules. */
import { type CommandModule, settingsOf } from '../command.js';
import { UsageError } from '../errors.js';
import { addSettings } from '../settings.js';

const command: CommandModule = {
  examples: [
    ['row-sum', 'what the check compares, when it says nothing, and an example'],
    ['row-sum --json', 'for programs'],
  ],
  configure(command) {
    addSettings(command.argument('<rule>', 'id of a check, see gongkai rules'), ['json']).action(
      async (id: string, flags) => {
        const settings = await settingsOf(flags);
        const { explainRule, listRules } = await import('../../pipeline/check/index.js');
        const rule = explainRule(id);
        if (rule === null)
          throw new UsageError(
            `there is no check "${id}"${nearest(
              id,
              listRules().map((other) => other.id),
            )}; gongkai rules lists them`,
          );
        process.stdout.write(settings.json ? `${JSON.stringify(rule, null, 2)}\n` : `${rule.page.trimEnd()}\n`);
      },
    );
  },
};
export default command;

function nearest(id: string, all: readonly string[]): string {
  const words = new Set(
    id
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter(Boolean),
  );
  const close = all.filter((other) => other.split('-').some((word) => words.has(word))).slice(0, 4);
  return close.length > 0 ? ` (did you mean ${close.join(', ')}?)` : '';
}
