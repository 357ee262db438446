import { expect, test } from 'vitest';
import {
  decimalsOf,
  isAmount,
  isDivided,
  isNonZeroAmount,
  isFigure,
  isNonZero,
  isNumber,
  isWellFormed,
} from './number-shapes.js';

test.each(['1,234.50', '－１，２３４．５０', '△12.30', '(1,200)', '0.00', '−3.5'])('%j is an amount', (text) => {
  expect([isFigure(text), isNumber(text), isWellFormed(text), isAmount(text)]).toEqual([true, true, true, true]);
});

test.each(['2024', '2080505', '12', '-7', '95%', '12.5%'])('%j is a number, no amount', (text) => {
  expect([isFigure(text), isNumber(text), isWellFormed(text), isAmount(text)]).toEqual([true, true, true, false]);
});

test.each(['120258,600', '12,34.56'])('%j is a number whose grouping is wrong', (text) => {
  expect([isFigure(text), isNumber(text), isWellFormed(text), isAmount(text)]).toEqual([true, true, false, false]);
});

test.each(['1.673.99', '12.303.40', '12..3'])('%j holds the signs of figures only', (text) => {
  expect([isFigure(text), isNumber(text), isWellFormed(text), isAmount(text)]).toEqual([true, false, false, false]);
});

test.each(['', '-', '—', '1a', '3=1+2', '12万元', '2024年', '一、'])('%j is none of them', (text) => {
  expect([isFigure(text), isNumber(text), isWellFormed(text), isAmount(text)]).toEqual([false, false, false, false]);
});

test('decimals and zero', () => {
  expect(['1,234.50', '1234', '-12.3%', '(0.005)'].map(decimalsOf)).toEqual([2, 0, 1, 3]);
  expect(['0.00', '-0', '0.01', null].map(isNonZero)).toEqual([false, false, true, false]);
});

test('grouped or with decimals', () => {
  expect(['1,234', '△12.50', '(1,234.50)', '12', '2080505', '12.5%', '12,34'].map(isDivided)).toEqual([
    ...[true, true, true],
    ...[false, false, false, false],
  ]);
});

test('an amount other than zero', () => {
  expect(['1,234', '-12.50', '0.05', '0.00', '12', '2080505', '12.5%'].map(isNonZeroAmount)).toEqual([
    ...[true, true, true],
    ...[false, false, false, false],
  ]);
});
