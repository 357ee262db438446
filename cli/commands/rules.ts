/** @module gongkai rules: every check with its id, severity and one sentence. */
import type { CommandModule } from '../command.js';
import { addSettings } from '../settings.js';
import { settingsOf } from '../command.js';
import { coloursFor, languageFor } from '../terminal.js';
import { greatest } from '../../pipeline/domain/extremes.js';

const command: CommandModule = {
  examples: [
    ['', 'list every check'],
    ['--lang zh', 'the same in Chinese'],
    ['--json', 'for programs'],
  ],
  configure(command) {
    addSettings(command, ['json', 'lang']).action(async (flags) => {
      const settings = await settingsOf(flags);
      const { listRules } = await import('../../pipeline/check/index.js');
      const rules = listRules();
      if (settings.json) {
        process.stdout.write(`${JSON.stringify(rules, null, 2)}\n`);
        return;
      }
      const language = languageFor(settings.lang);
      const colours = coloursFor(process.stdout);
      const paint = { error: colours.red, warning: colours.yellow, info: colours.dim };
      const width = greatest(rules.map((rule) => rule.id.length));
      for (const { id, severity, title } of rules) {
        process.stdout.write(`${id.padEnd(width)}  ${paint[severity](severity.padEnd(7))}  ${title[language]}\n`);
      }
    });
  },
};
export default command;
