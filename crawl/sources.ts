/** @module sources.yaml -> validated sources; what is wrong is said with file, line and column. */
import { readFile } from 'node:fs/promises';
import { LineCounter, type Node, isMap, isNode, isPair, parseDocument } from 'yaml';
import { z } from 'zod';
import { DocumentKind } from '../schemas/index.js';

/** A regular expression as text; compiled where it is used, checked here. */
const Pattern = z
  .string()
  .min(1)
  .superRefine((text, context) => {
    try {
      new RegExp(text, 'u');
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
    }
  })
  .describe('JavaScript regular expression (u flag)');

const HttpUrl = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'not an http or https URL');

const Politeness = z.strictObject({
  delay_seconds: z
    .number()
    .min(0)
    .max(3600)
    .default(2)
    .describe(
      'pause between the end of a request and the next one to the same host; ' +
        'robots.txt may ask for more; under 1 only for hosts in allow_hosts',
    ),
  timeout_seconds: z.number().min(1).max(3600).default(120).describe('for one request, body included'),
  max_megabytes: z.number().positive().max(2048).default(200).describe('larger answers are cut off and refused'),
  max_redirects: z.int().min(0).max(20).default(5),
  recheck_hours: z
    .number()
    .min(0)
    .default(0)
    .describe('a PDF asked about more recently than this is not asked about again; 0: every run'),
});

const Links = z.strictObject({
  selector: z.string().min(1).default('a[href]').describe('CSS selector of the elements whose href is looked at'),
  include: z.array(Pattern).default(['\\.pdf($|[?#])']).describe('URLs of PDFs match one of these (case ignored)'),
  exclude: z.array(Pattern).default([]).describe('URLs that match one of these are left out, PDFs and pages alike'),
  text: z
    .array(Pattern)
    .default([])
    .describe('the text of a link to a PDF matches one of these; none given: any text'),
  follow: z.array(Pattern).default([]).describe('URLs of article pages between the listing and its PDFs'),
  follow_depth: z.int().min(0).max(5).default(1).describe('article pages are followed this deep'),
});

const Paging = z
  .strictObject({
    next: z.string().min(1).optional().describe('CSS selector of the link to the next page'),
    template: z
      .string()
      .includes('{page}')
      .optional()
      .describe('URL of page n relative to the listing page, with {page}'),
    first: z.int().min(0).default(2).describe('number of the first page that the template makes'),
    max_pages: z.int().min(1).max(10_000).default(100).describe('listing pages read at most, the first included'),
  })
  .refine(
    (paging) => (paging.next === undefined) !== (paging.template === undefined),
    'give either next or template',
  );

export const CrawlSource = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/)
    .max(60)
    .describe('stable, a-z 0-9 and -'),
  name: z.string().min(1).describe('who publishes'),
  division: z
    .strictObject({ code: z.string().regex(/^\d{6}(\d{3}|\d{6})?$/), name: z.string().min(1) })
    .optional()
    .describe('administrative division'),
  document_kind: DocumentKind.optional().describe('what is expected there'),
  listing: z.array(HttpUrl).min(1).describe('pages on which links to PDFs stand'),
  links: Links.default(() => Links.parse({})),
  paging: Paging.optional(),
  schedule: z
    .string()
    .regex(/^(\S+\s+){4,5}\S+$/, 'not a cron expression of five or six fields')
    .optional()
    .describe('cron expression, Asia/Shanghai'),
  politeness: Politeness.default(() => Politeness.parse({})),
  allow_hosts: z
    .array(z.string().min(1))
    .default([])
    .describe('host names (with or without port) that may be private addresses'),
});

export const Sources = z.strictObject({
  contact: z
    .string()
    .refine(
      (text) => /^mailto:\S+@\S+$/.test(text) || (URL.canParse(text) && /^https?:/.test(text)),
      'not a mailto: address or an http(s) URL',
    )
    .describe('how the operators of a site reach you; part of the user agent'),
  sources: z
    .array(CrawlSource)
    .min(1)
    .refine((list) => new Set(list.map((source) => source.id)).size === list.length, 'two sources have the same id'),
});

export type CrawlSource = z.infer<typeof CrawlSource>;
export type Sources = z.infer<typeof Sources>;
export interface SourceProblem {
  line: number;
  column: number;
  path: string;
  message: string;
}

export class SourcesError extends Error {
  constructor(
    readonly file: string,
    readonly problems: SourceProblem[],
  ) {
    super(
      problems
        .map(
          (problem) =>
            `${file}:${problem.line}:${problem.column}: ${problem.path ? `${problem.path}: ` : ''}${problem.message}`,
        )
        .join('\n'),
    );
    this.name = 'SourcesError';
  }
}

/** @throws SourcesError */
export async function loadSources(file: string): Promise<Sources> {
  return parseSources(await readFile(file, 'utf8'), file);
}

/** @throws SourcesError with every problem found */
export function parseSources(text: string, file: string): Sources {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, strict: true, uniqueKeys: true });
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) {
    throw new SourcesError(
      file,
      broken.map((error) => ({
        ...at(error.pos[0]),
        path: '',
        message: error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, ''),
      })),
    );
  }
  // maxAliasCount bounds what aliases may blow a small file up to.
  const result = Sources.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return keys.map(
      (path): SourceProblem => ({
        ...at(offsetOf(document.contents, path)),
        path: path.map(String).join('.'),
        message: issue.code === 'unrecognized_keys' ? 'there is no such setting' : issue.message,
      }),
    );
  });
  throw new SourcesError(
    file,
    problems.sort((a, b) => a.line - b.line || a.column - b.column),
  );
}

/** Where the value at the path starts; for a missing value its nearest parent, for a pair its key. */
function offsetOf(root: Node | null, path: PropertyKey[]): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && String((item.key as { value?: unknown })?.value) === String(key),
      );
      if (!pair) return offset;
      if (isNode(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else {
      const item: unknown = (node as { items?: unknown[] } | null)?.items?.[Number(key)];
      if (!isNode(item)) return offset;
      if (item.range) offset = item.range[0];
      node = item;
    }
  }
  return offset;
}
