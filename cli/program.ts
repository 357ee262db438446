/** @module Arguments -> a commander program with the wanted command loaded; the others are names in the help. */
import { Command } from 'commander';
import { PIPELINE_VERSION } from '../pipeline/versions.js';
import type { CommandModule } from './command.js';
import { COMMANDS } from './commands/list.js';

const ABOUT = 'Published Chinese government budgets and final accounts (PDF) into checked, traceable JSON.';

/** @param wanted names to load; null: all of them (completion, tests) */
export async function buildProgram(wanted: readonly string[] | null): Promise<Command> {
  const program = new Command('gongkai')
    .description(ABOUT)
    .version(PIPELINE_VERSION, '-V, --version')
    .helpCommand('help [command]', 'show the help of a command')
    .showHelpAfterError('(add --help for what it takes)')
    .exitOverride()
    .addHelpText(
      'after',
      '\nExamples:\n  gongkai extract samples --out out   read every PDF of a folder\n  gongkai help ' +
        'extract                everything extract can do\n\nExit codes: 0 all done, 1 some input failed,' +
        ' 2 the call was wrong',
    );
  for (const entry of COMMANDS) {
    const command = program.command(entry.name).summary(entry.summary).description(capital(entry.summary));
    if (wanted && !wanted.includes(entry.name)) continue;
    const { default: module } = await entry.load();
    command.showHelpAfterError('(add --help for what it takes)').exitOverride();
    module.configure(command, () => buildProgram(null));
    command.addHelpText('after', `\nExamples:\n${examples(entry.name, module)}`);
  }
  return program;
}

function examples(name: string, module: CommandModule): string {
  const width = Math.max(...module.examples.map(([call]) => call.length));
  return module.examples.map(([call, what]) => `  gongkai ${name} ${call.padEnd(width)}   ${what}`).join('\n');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
