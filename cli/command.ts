/**
 * @module What a command module exports, and what it is given: adding a command is one such file and one line in
 * commands/list.ts.
 */
import type { Command } from 'commander';
import { readConfigFile } from './config-file.js';
import { resolveSettings, type Settings } from './settings.js';

export interface CommandModule {
  /** Argument lists that work as they stand, with what each does; printed under --help. */
  examples: readonly (readonly [call: string, what: string])[];
  /**
   * Adds arguments, options and the action. The action sets process.exitCode, or throws.
   * @param everyCommand the program with every command loaded, for those that describe it
   */
  configure(command: Command, everyCommand: () => Promise<Command>): void;
}

/** Flag, environment, file, default: one order for every command. */
export async function settingsOf(
  flags: Readonly<Record<string, unknown>>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Settings> {
  const named = typeof flags.config === 'string' ? flags.config : env.GONGKAI_CONFIG || null;
  return resolveSettings({ flags, env, file: await readConfigFile(named) });
}
