/** @module A run and its findings -> the summary a person reads, worst first, and the one a program reads. */
import type { Run, RunFailure, Severity } from '../../schemas/index.js';
import type { Colours, Language } from '../terminal.js';
import type { Collected, CollectedFinding } from './collect.js';
import { nextStep } from './next-steps.js';
import { printable } from './printable.js';
import { WORDS, type Words } from './text.js';
import { documentKey, runKey } from '../../stores/layout.js';

export interface SummaryInput {
  run: Run;
  collected: Collected;
  /** As the caller wrote it. */
  place: string;
  seconds: number;
  language: Language;
}

/** Lines of one kind shown before "and N more". */
const SHOWN = { failures: 20, errors: 20, warnings: 8 };

export function humanSummary(input: SummaryInput, colours: Colours): string {
  const { run, collected, language } = input;
  const words = WORDS[language];
  const failed = run.failures.filter((failure) => failure.page === null || !isWritten(run, failure));
  const pages = run.failures.filter((failure) => !failed.includes(failure));
  const sections = [
    failures(failed, words, language, colours.red, words.failed(failed.length)),
    failures(pages, words, language, colours.yellow, words.partial(pages.length)),
    findings('error', collected, input, colours.red, words.errors(run.counts.errors), SHOWN.errors),
    findings(
      'warning',
      collected,
      input,
      colours.yellow,
      `${words.warnings(run.counts.warnings)}${byRule(collected, 'warning')}`,
      SHOWN.warnings,
    ),
    run.counts.infos > 0 ? `${colours.dim(`${words.rounding(run.counts.infos)}${byRule(collected, 'info')}`)}\n` : '',
    collected.doubtfulFacts > 0 ? `${colours.yellow(words.doubtful(collected.doubtfulFacts))}\n` : '',
    run.counts.written > 0 && run.counts.errors + run.counts.warnings === 0 && failed.length === 0
      ? `${colours.green(words.clean)}\n`
      : '',
  ];
  return `${sections.filter(Boolean).join('\n')}${sections.some(Boolean) ? '\n' : ''}${totals(input, words, colours)}`;
}

function totals({ run, place, seconds, collected }: SummaryInput, words: Words, { bold, dim }: Colours): string {
  const { counts } = run;
  const rate = seconds > 0 ? (counts.pages / seconds).toFixed(1) : '–';
  const parts = [words.written(counts.written, place)];
  if (counts.skipped > 0) parts.push(words.skipped(counts.skipped));
  const timing = counts.pages > 0 ? ` (${words.pages(counts.pages, seconds.toFixed(1), rate)})` : '';
  const explain = collected.findings.length > 0 ? `\n${dim(words.explain)}` : '';
  return `${bold(parts.join(', '))}${timing}\n${dim(`${words.record}: ${join(place, runKey(run.run_id))}`)}${explain}\n`;
}

function failures(
  list: readonly RunFailure[],
  words: Words,
  language: Language,
  paint: (text: string) => string,
  title: string,
): string {
  if (list.length === 0) return '';
  const lines = list
    .slice(0, SHOWN.failures)
    .map(
      ({ uri, code, message, page }) =>
        `  ${printable(uri)}${page === null ? '' : ` · ${words.page(page)}`}\n    ${code}: ${printable(withoutName(message, uri))}\n    ${words.next}: ${nextStep(code, language)}\n`,
    );
  return `${paint(title)}\n${lines.join('')}${rest(list.length - lines.length, words)}`;
}

/**
 * By input, in the order the inputs were named: documents finish in any order, the summary reads the same every time.
 */
function findings(
  severity: Severity,
  { findings: all, byRule: counts }: Collected,
  { language, run }: SummaryInput,
  paint: (text: string) => string,
  title: string,
  shown: number,
): string {
  const total = [...counts[severity].values()].reduce((sum, n) => sum + n, 0);
  if (total === 0) return '';
  const words = WORDS[language];
  const place = new Map(run.documents.map((document, i) => [document.uri, i]));
  const chosen = all
    .filter((finding) => finding.severity === severity)
    .sort((a, b) => (place.get(a.name) ?? 0) - (place.get(b.name) ?? 0))
    .slice(0, shown);
  const lines = [...groupByName(chosen)].map(
    ([name, list]) =>
      `  ${printable(name)}\n${list
        .map(
          (finding) =>
            `    ${words.page(finding.page)} · ${printable(finding.message[language])} [${finding.rule}]\n`,
        )
        .join('')}`,
  );
  return `${paint(title)}\n${lines.join('')}${rest(total - chosen.length, words)}`;
}

/** Map.groupBy came with Node 21. */
function groupByName(list: readonly CollectedFinding[]): Map<string, CollectedFinding[]> {
  const groups = new Map<string, CollectedFinding[]>();
  for (const finding of list) groups.set(finding.name, [...(groups.get(finding.name) ?? []), finding]);
  return groups;
}

function rest(n: number, words: Words): string {
  return n > 0 ? `  ${words.more(n)}\n` : '';
}

function byRule({ byRule: counts }: Collected, severity: Severity): string {
  const list = [...counts[severity]].sort((a, b) => b[1] - a[1]).map(([rule, n]) => `${rule} ${n}`);
  return list.length > 0 ? ` (${list.join(', ')})` : '';
}

function isWritten(run: Run, { sha256, uri }: RunFailure): boolean {
  return run.documents.some((document) => document.sha256 === sha256 && document.uri === uri);
}

/** The line above has the name already. */
function withoutName(message: string, name: string): string {
  const short = name.split('/').at(-1) ?? name;
  for (const prefix of [name, short])
    if (message.startsWith(prefix)) return message.slice(prefix.length).replace(/^:? /, '');
  return message;
}

/** What --json prints: the run record, where things are, the findings, a next step for every failure. */
export function machineSummary({ run, collected, place, seconds, language }: SummaryInput, exitCode: number): object {
  return {
    exit_code: exitCode,
    place,
    run_record: runKey(run.run_id),
    seconds: Number(seconds.toFixed(3)),
    ...run,
    documents: run.documents.map((document) => ({ ...document, key: documentKey(document.sha256) })),
    failures: run.failures.map((failure) => ({ ...failure, next_step: nextStep(failure.code, language) })),
    doubtful_facts: collected.doubtfulFacts,
    findings: collected.findings.map(({ name, message, ...finding }) => ({
      uri: name,
      ...finding,
      message: message[language],
    })),
  };
}

function join(place: string, key: string): string {
  const [base = ''] = place.split('?');
  return `${base.replace(/\/$/, '')}/${key}`;
}
