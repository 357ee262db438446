/** @module Every command, in the order the help shows them. Modules are loaded when their command is called. */
import type { CommandModule } from '../command.js';

export interface CommandEntry {
  name: string;
  summary: string;
  load(): Promise<{ default: CommandModule }>;
}

export const COMMANDS: readonly CommandEntry[] = [
  { name: 'extract', summary: 'read PDFs into checked, traceable JSON', load: () => import('./extract.js') },
  { name: 'report', summary: 'write one self-contained page about a document', load: () => import('./report.js') },
  {
    name: 'serve',
    summary: 'look at documents, findings and page pictures in a browser; confirm or correct values',
    load: () => import('./serve.js'),
  },
  {
    name: 'export',
    summary: 'write facts and findings as Parquet, CSV, XLSX or JSON Lines',
    load: () => import('./export.js'),
  },
  {
    name: 'coverage',
    summary: 'show what a corpus prints that is not understood, by frequency',
    load: () => import('./coverage.js'),
  },
  {
    name: 'tables',
    summary: 'print just the tables of any PDF as CSV, JSON, HTML or XLSX',
    load: () => import('./tables.js'),
  },
  {
    name: 'inspect',
    summary: 'draw a page with the rulings, words and cells found on it',
    load: () => import('./inspect.js'),
  },
  {
    name: 'crawl',
    summary: 'fetch PDFs from the listing pages of sources.yaml and read them',
    load: () => import('./crawl.js'),
  },
  { name: 'worker', summary: 'take jobs from the queue', load: () => import('./worker.js') },
  { name: 'enqueue', summary: 'give PDFs to the workers', load: () => import('./enqueue.js') },
  { name: 'status', summary: 'show what waits, runs and has failed in the queue', load: () => import('./status.js') },
  { name: 'failed', summary: 'list failed jobs with their reasons', load: () => import('./failed.js') },
  { name: 'retry', summary: 'try failed jobs again', load: () => import('./retry.js') },
  { name: 'rules', summary: 'list the checks', load: () => import('./rules.js') },
  { name: 'explain', summary: 'explain a check', load: () => import('./explain.js') },
  { name: 'schema', summary: 'print the JSON Schema of what is written', load: () => import('./schema.js') },
  {
    name: 'completion',
    summary: 'print a completion script for bash, zsh or fish',
    load: () => import('./completion.js'),
  },
];
