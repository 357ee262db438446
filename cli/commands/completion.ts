/**
 * @module gongkai completion SHELL: a script with every command, flag and choice, made from the commands themselves.
 */
import { Argument, type Command } from 'commander';
import type { CommandModule } from '../command.js';

type Shell = 'bash' | 'zsh' | 'fish';

interface Flag {
  long: string;
  help: string;
  choices: readonly string[];
  takesValue: boolean;
}
interface Described {
  name: string;
  summary: string;
  flags: Flag[];
  values: readonly string[];
}

const command: CommandModule = {
  examples: [
    ['bash >> ~/.bashrc', 'for bash'],
    ['zsh > ~/.zfunc/_gongkai', 'for zsh, in a folder of $fpath'],
    ['fish > ~/.config/fish/completions/gongkai.fish', 'for fish'],
  ],
  configure(command, everyCommand) {
    command.addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish'])).action(async (shell: Shell) => {
      process.stdout.write(SCRIPTS[shell](describe(await everyCommand())));
    });
  },
};
export default command;

function describe(program: Command): Described[] {
  return program.commands.map((each) => ({
    name: each.name(),
    summary: each.summary(),
    values: each.registeredArguments.flatMap((argument) => argument.argChoices ?? []),
    flags: each.options
      .filter((option) => option.long && !option.hidden)
      .map((option) => ({
        long: option.long ?? '',
        help: option.description,
        choices: option.argChoices ?? [],
        takesValue: option.required || option.optional,
      })),
  }));
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const SCRIPTS: Record<Shell, (commands: Described[]) => string> = {
  bash: (commands) => `# gongkai completion for bash
_gongkai() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  local words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${[...commands.map((each) => each.name), 'help', '--help', '--version'].join(' ')}"
  else
    case "$command:$previous" in
${commands
  .flatMap((each) =>
    each.flags
      .filter((flag) => flag.choices.length > 0)
      .map((flag) => `      ${each.name}:${flag.long}) words="${flag.choices.join(' ')}" ;;`),
  )
  .join('\n')}
      *) case "$command" in
${commands.map((each) => `        ${each.name}) words="${[...each.values, ...each.flags.map((flag) => flag.long), '--help'].join(' ')}" ;;`).join('\n')}
      esac ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _gongkai gongkai
`,
  zsh: (commands) => `#compdef gongkai
# gongkai completion for zsh
_gongkai() {
  local -a commands
  commands=(
${commands.map((each) => `    ${quote(`${each.name}:${each.summary}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  case "$words[2]" in
${commands
  .map(
    (each) =>
      `    ${each.name}) _arguments -s ${[
        ...each.flags.map((flag) =>
          quote(
            `${flag.long}[${flag.help.replace(/[[\]:]/g, ' ')}]${flag.takesValue ? `:value:${flag.choices.length > 0 ? `(${flag.choices.join(' ')})` : '_files'}` : ''}`,
          ),
        ),
        quote(each.values.length > 0 ? `*:value:(${each.values.join(' ')})` : '*:file:_files'),
      ].join(' ')} ;;`,
  )
  .join('\n')}
  esac
}
if [ "$funcstack[1]" = "_gongkai" ]; then _gongkai "$@"; else compdef _gongkai gongkai; fi
`,
  fish: (commands) => `# gongkai completion for fish
${commands
  .map((each) =>
    [
      `complete -c gongkai -n __fish_use_subcommand -a ${each.name} -d ${quote(each.summary)}`,
      ...each.values.map((value) => `complete -c gongkai -n '__fish_seen_subcommand_from ${each.name}' -a ${value}`),
      ...each.flags.map(
        (flag) =>
          `complete -c gongkai -n '__fish_seen_subcommand_from ${each.name}' -l ${flag.long.slice(2)} -d ${quote(flag.help)}${
            flag.choices.length > 0 ? ` -x -a ${quote(flag.choices.join(' '))}` : flag.takesValue ? ' -r' : ''
          }`,
      ),
    ].join('\n'),
  )
  .join('\n')}
`,
};
