/**
 * @module Flags, environment, config file -> one value a setting. Precedence, everywhere the same: flag, then
 * GONGKAI_* variable, then config file, then default. Every setting is one line of SETTINGS.
 */
import { Option, type Command } from 'commander';
import { UsageError } from './errors.js';

export interface Setting<T> {
  /** As commander writes it: "-j, --jobs <n>". */
  flag: string;
  help: string;
  kind: 'text' | 'integer' | 'choice' | 'boolean' | 'list';
  /** What holds when nobody says anything; shown in the help unless `shown` says it better. */
  default: T;
  shown?: string;
  choices?: readonly string[];
  min?: number;
  max?: number;
}

const text = (flag: string, help: string, value: string, shown?: string): Setting<string> => ({
  kind: 'text',
  flag,
  help,
  default: value,
  ...(shown === undefined ? {} : { shown }),
});
const integer = (
  flag: string,
  help: string,
  value: number | null,
  min: number,
  max: number,
  shown?: string,
): Setting<number | null> => ({
  kind: 'integer',
  flag,
  help,
  default: value,
  min,
  max,
  ...(shown === undefined ? {} : { shown }),
});
const choice = <const C extends string>(
  flag: string,
  help: string,
  choices: readonly C[],
  value: NoInfer<C>,
): Setting<C> => ({ kind: 'choice', flag, help, default: value, choices });
const flag = (name: string, help: string): Setting<boolean> => ({
  kind: 'boolean',
  flag: name,
  help,
  default: false,
});
const list = (name: string, help: string): Setting<readonly string[]> => ({
  kind: 'list',
  flag: name,
  help,
  default: [],
});

/** Key: the name in the config file; upper-cased after GONGKAI_ the variable's; with "-" for "_" the flag's. */
export const SETTINGS = {
  out: text('-o, --out <place>', 'folder or s3://bucket/prefix?endpoint=…&region=… that results go to', 'out'),
  jobs: integer(
    '-j, --jobs <n>',
    'documents read at the same time, each in a process of its own',
    null,
    1,
    256,
    'one a processor',
  ),
  resume: flag(
    '--resume',
    'leave out documents that this version has already written with the same options; failed ones are tried again',
  ),
  reader: choice('--reader <name>', 'PDF reader', ['auto', 'pdfium', 'pdfjs'], 'auto'),
  ocr: choice('--ocr <when>', 'recognise scanned pages', ['auto', 'never', 'always'], 'auto'),
  ocr_engine: choice('--ocr-engine <name>', 'recogniser', ['auto', 'ppocr', 'tesseract'], 'auto'),
  vocabulary: text(
    '--vocabulary <file>',
    'YAML file of words, table titles and names of codes that a place prints (docs/vocabulary.md)',
    '',
    'none',
  ),
  deadline: integer(
    '--deadline <seconds>',
    'time for one document, whatever its size',
    null,
    1,
    86_400,
    'by size: 60 s of CPU, 6 s more a page; 60 s for any page',
  ),
  max_memory: integer('--max-memory <MB>', 'memory for one document', 1024, 64, 65_536),
  max_pages: integer('--max-pages <n>', 'refuse documents with more pages', 3000, 1, 1_000_000),
  max_bytes: integer('--max-bytes <n>', 'refuse files and downloads that are larger', 209_715_200, 1, 2_000_000_000),
  allow_hosts: list(
    '--allow-hosts <names>',
    'hosts that URLs may lead to although their addresses are private, separated by commas',
  ),
  user_agent: text('--user-agent <text>', 'what downloads say they are', 'gongkai'),
  queue: text('--queue <url>', 'redis:// address of the job queue', '', 'none'),
  only: list('--only <kinds>', 'take only jobs of these kinds: crawl, download, recognise, extract, publish'),
  fetches: integer('--fetches <n>', 'requests under way at the same time, never two to one host', 16, 1, 1024),
  grace: integer('--grace <seconds>', 'on SIGTERM, time for what is at work before it is put back', 25, 0, 86_400),
  lock: integer('--lock <seconds>', 'a worker silent for so long is taken for dead', 30, 1, 3600),
  listen: text('--listen <host:port>', 'serve /healthz, /readyz and /metrics there', '', 'nowhere'),
  telemetry: flag('--telemetry', "hand the queue's spans and metrics to OpenTelemetry"),
  quiet: flag('-q, --quiet', 'say nothing but failures'),
  json: flag('--json', 'print a machine-readable summary on standard output'),
  lang: choice('--lang <language>', 'language of messages', ['auto', 'zh', 'en'], 'auto'),
} as const satisfies Record<string, Setting<unknown>>;

export type SettingName = keyof typeof SETTINGS;
type ValueOf<S> = S extends Setting<infer T> ? T : never;
export type Settings = { [K in SettingName]: ValueOf<(typeof SETTINGS)[K]> };

export const environmentName = (name: SettingName): string => `GONGKAI_${name.toUpperCase()}`;

/** Adds the settings' flags, and --config, to a command. */
export function addSettings(command: Command, names: readonly SettingName[]): Command {
  for (const name of names) {
    const setting: Setting<unknown> = SETTINGS[name];
    const fallback =
      setting.shown ?? (setting.kind === 'boolean' || setting.kind === 'list' ? null : String(setting.default));
    const option = new Option(
      setting.flag,
      fallback === null ? setting.help : `${setting.help} (default: ${fallback})`,
    );
    if (setting.choices) option.choices([...setting.choices]);
    command.addOption(option);
  }
  return command.option('--config <file>', 'settings file (default: gongkai.config.yaml, where there is one)');
}

export interface SettingSources {
  /** As commander gives them: camelCase, strings. */
  flags: Readonly<Record<string, unknown>>;
  env: NodeJS.ProcessEnv;
  /** Checked already by the config file's reader. */
  file: Partial<Settings>;
}

/** @throws UsageError naming where the wrong value stands */
export function resolveSettings({ flags, env, file }: SettingSources): Settings {
  const entries = (Object.keys(SETTINGS) as SettingName[]).map((name) => {
    const setting: Setting<unknown> = SETTINGS[name];
    const fromFlag = flags[camelCase(name)];
    if (fromFlag !== undefined)
      return [name, typeof fromFlag === 'string' ? parse(setting, fromFlag, longFlag(setting)) : fromFlag];
    const fromEnv = env[environmentName(name)];
    if (fromEnv !== undefined && fromEnv !== '') return [name, parse(setting, fromEnv, environmentName(name))];
    return [name, file[name] ?? setting.default];
  });
  return Object.fromEntries(entries) as Settings;
}

function parse(setting: Setting<unknown>, value: string, where: string): unknown {
  const wrong = (expected: string) => new UsageError(`${where}: "${value}" is not ${expected}`);
  switch (setting.kind) {
    case 'text':
      return value;
    case 'list':
      return value
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean);
    case 'boolean':
      if (/^(1|true|yes)$/i.test(value)) return true;
      if (/^(0|false|no)$/i.test(value)) return false;
      throw wrong('true or false');
    case 'choice':
      if (setting.choices?.includes(value)) return value;
      throw wrong(`one of ${setting.choices?.join(', ')}`);
    case 'integer': {
      const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
      const { min = 0, max = Number.MAX_SAFE_INTEGER } = setting;
      if (number >= min && number <= max) return number;
      throw wrong(`a whole number from ${min} to ${max}`);
    }
  }
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function longFlag(setting: Setting<unknown>): string {
  return /--[a-z-]+/.exec(setting.flag)?.[0] ?? setting.flag;
}
