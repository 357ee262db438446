/** @module 三公 and its parts, meetings, training. */
import type { Term } from '../term.js';
import { withTails } from './tails.js';

export const ITEM_TERMS: readonly Term[] = [
  {
    words: ['三公经费', '三公', '三公经费支出', '三公经费合计', '三公经费小计', '三公经费总额', '三公经费支出合计'],
    means: { item: 'three_public' },
  },
  {
    words: withTails(
      ['因公出国(境)', '因公出国境', '因公出国', '因公出国(出境)', '出国(境)'],
      ['', '费', '费用', '经费', '支出', '费支出', '费用支出', '经费支出'],
    ),
    means: { item: 'abroad' },
  },
  {
    words: withTails(['公务接待'], ['', '费', '费用', '经费', '支出', '费支出', '费用支出']),
    means: { item: 'reception' },
  },
  {
    words: withTails(
      [
        '公务用车购置及运行维护',
        '公务用车购置及运行',
        '公务用车购置和运行',
        '公务用车购置和运行维护',
        '公务用车购置与运行维护',
        '公务用车购置、运行维护',
        '公车购置及运行',
        '公车购置及运行维护',
        '公务用车购置及运行(维护)',
        '公务用车购置及维护',
      ],
      ['', '费', '费用', '经费', '支出', '费支出', '费用支出'],
    ).concat(['公务用车费', '公务用车经费', '公务用车', '公务车购置及运行费']),
    means: { item: 'vehicles' },
  },
  {
    words: withTails(
      ['公务用车购置', '购置', '公车购置', '公务车购置'],
      ['', '费', '费用', '经费', '支出', '费支出', '费用支出'],
    ),
    means: { item: 'vehicles.purchase' },
  },
  {
    words: withTails(
      [
        '公务用车运行维护',
        '公务用车运行',
        '运行',
        '运行维护',
        '公车运行维护',
        '公车运行',
        '公务车运行',
        '公务用车维护',
        '公务用车运行(维护)',
      ],
      ['', '费', '费用', '经费', '支出', '费支出', '费用支出'],
    ),
    means: { item: 'vehicles.running' },
  },
  { words: ['会议费', '会议费支出', '会议费用'], means: { item: 'meetings' } },
  { words: ['培训费', '培训费支出', '培训费用'], means: { item: 'training' } },
];
