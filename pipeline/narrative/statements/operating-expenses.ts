/** @module Sentences on 机关运行经费: budget, actual, change. */
import type { StatementKind } from './phrase.js';

export const operatingExpenses: StatementKind = {
  id: 'operating-expenses',
  phrases: [
    {
      pattern: '机关运行经费',
      subject: ({ scope }) => (scope === 'none' || scope === 'performance' ? null : 'operating_expenses'),
      head: true,
    },
  ],
};
