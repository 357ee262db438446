/** @module A vocabulary file (--vocabulary): what a user adds to our words, kinds and names of codes. An input, checked strictly. */
import { z } from 'zod';
import { FLOWS, FUNDS, MEASURES, PHASES_OF_MONEY, TYPES, VINTAGES } from '../pipeline/domain/dimensions.js';
import { DIMENSION_KEYS } from '../pipeline/domain/dimensions.js';
import { TABLE_KINDS } from '../pipeline/domain/ids.js';
import { ROW_AXES } from '../pipeline/domain/kinds.js';
import { MARKS } from '../pipeline/domain/lexicon/term.js';

const Word = z.string().trim().min(1);
const functionCode = z
  .string()
  .regex(/^2\d{2}(?:\d\d){0,2}$/, 'a functional code has 3, 5 or 7 digits and begins with 2');
const economicCode = z
  .string()
  .regex(/^3\d{2}(?:\d\d){0,2}$/, 'an economic code has 3, 5 or 7 digits and begins with 3');
const governmentCode = z
  .string()
  .regex(/^5\d{2}(?:\d\d){0,2}$/, "a government's economic code has 3, 5 or 7 digits and begins with 5");

/** Coordinates that a word contributes; null: understood, but it has no name here, so that its figures have no dimensions. */
const Coordinates = z.strictObject({
  measure: z.enum(MEASURES).nullish(),
  flow: z.enum(FLOWS).nullish(),
  fund: z.enum(FUNDS).nullish(),
  vintage: z.enum(VINTAGES).nullish(),
  type: z.enum(TYPES).nullish(),
  type_detail: Word.nullish(),
  function: functionCode.nullish(),
  economic: economicCode.nullish(),
  government_economic: governmentCode.nullish(),
  item: Word.nullish(),
  phase: z.enum(PHASES_OF_MONEY).nullish(),
});

const Words = z
  .strictObject({
    words: z.array(Word).min(1),
    means: Coordinates.optional(),
    marks: z.array(z.enum(MARKS)).optional(),
  })
  .describe('words of headers, labels, captions and titles, and what they say');

const Kind = z
  .strictObject({
    id: z.enum(TABLE_KINDS),
    means: Coordinates.default({}).describe('coordinates that the title must state, and no others'),
    may: z.array(z.enum(DIMENSION_KEYS)).optional().describe('coordinates that it may state beside them'),
    marks: z.array(z.enum(MARKS)).optional(),
    without: z.array(z.enum(MARKS)).optional(),
    axes: z.array(z.enum(ROW_AXES)).min(1).describe('what its rows must show'),
    fixes: Coordinates.optional().describe('coordinates of every figure, although the title need not state them'),
    reader: z.enum(['grouped', 'performance']).optional(),
    amounts: z.literal(true).optional(),
  })
  .describe('a form that prints one of the kinds under another title');

const names = (code: z.ZodType<string>) =>
  z.record(z.string(), z.array(Word).min(1)).superRefine((codes, context) => {
    for (const key of Object.keys(codes)) {
      const checked = code.safeParse(key);
      if (!checked.success)
        context.addIssue({ code: 'custom', path: [key], message: checked.error.issues[0]!.message });
    }
  });

export const VocabularyFile = z.strictObject({
  words: z.array(Words).default([]),
  kinds: z.array(Kind).default([]),
  codes: z
    .strictObject({
      function: names(functionCode).optional(),
      department_economic: names(economicCode).optional(),
      government_economic: names(governmentCode).optional(),
    })
    .default({})
    .describe('names that a place prints for a code'),
});

export type VocabularyFile = z.infer<typeof VocabularyFile>;
