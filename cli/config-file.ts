/** @module gongkai.config.yaml -> settings, checked strictly; errors name file, line and what was expected. */
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { UsageError } from './errors.js';
import { SETTINGS, type Setting, type Settings } from './settings.js';

const DEFAULT_FILE = 'gongkai.config.yaml';

/**
 * @param file named by the caller, or null for the default file, which need not be there
 * @throws UsageError
 */
export async function readConfigFile(file: string | null): Promise<Partial<Settings>> {
  const path = file ?? DEFAULT_FILE;
  let source: string;
  try {
    source = await readFile(path, 'utf8');
  } catch (cause) {
    if (file === null && (cause as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new UsageError(`the settings file ${path} cannot be read: ${(cause as Error).message}`, { cause });
  }
  return parseConfig(source, path);
}

export async function parseConfig(source: string, path: string): Promise<Partial<Settings>> {
  // Loaded only where there is a file: most runs have none, and start the sooner.
  const [{ LineCounter, parseDocument, isNode }, { z: zod }] = await Promise.all([import('yaml'), import('zod')]);
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) throw new UsageError(`${path}:${lines.linePos(broken.pos[0]).line}: ${broken.message.split('\n')[0]}`);
  const result = configSchema(zod).safeParse(document.toJS() ?? {});
  if (result.success) return result.data as Partial<Settings>;
  const problems = result.error.issues.map((issue) => {
    const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : issue.path[0];
    const node = document.contents && typeof key === 'string' ? document.get(key, true) : null;
    const at = isNode(node) && node.range ? `:${lines.linePos(node.range[0]).line}` : '';
    const what =
      issue.code === 'unrecognized_keys'
        ? `"${issue.keys.join('", "')}" is not a setting; there are ${Object.keys(SETTINGS).join(', ')}`
        : `${issue.path.join('.') || 'file'}: ${issue.message}`;
    return `${path}${at}: ${what}`;
  });
  throw new UsageError(problems.join('\n'));
}

function configSchema(zod: typeof z): z.ZodType {
  const shape = Object.fromEntries(
    Object.entries(SETTINGS).map(([name, setting]) => [name, schemaOf(zod, setting).optional()]),
  );
  return zod.strictObject(shape);
}

function schemaOf(zod: typeof z, setting: Setting<unknown>): z.ZodType {
  switch (setting.kind) {
    case 'text':
      return zod.string().min(1);
    case 'boolean':
      return zod.boolean();
    case 'list':
      return zod.array(zod.string().min(1));
    case 'choice':
      return zod.enum(setting.choices as readonly [string, ...string[]]);
    case 'integer':
      return zod
        .int()
        .min(setting.min ?? 0)
        .max(setting.max ?? Number.MAX_SAFE_INTEGER);
  }
}
