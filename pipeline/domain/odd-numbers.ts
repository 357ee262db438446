/**
 * @module Printed figures that no rule of grouping allows, yet that can mean one number alone. In: the text of a cell without its sign
 * and unit. Out: that number and what is odd. The caller decides by the column and its sums whether to take it.
 */
export interface OddNumber {
  value: string;
  /** For the record of a repair. */
  why: string;
}

/** Each form with an example. A comma is never the decimal sign in these documents; where it could be (12,34), nothing is returned. */
const FORMS: readonly { example: string; form: RegExp; why: string }[] = [
  { example: '120258,600', form: /^\d{4,}(?:,\d{3})+(?:\.\d+)?$/, why: 'a grouping comma is missing' },
  { example: '12,34.56', form: /^\d+(?:,\d+)+\.\d+$/, why: 'its grouping commas stand in the wrong places' },
  { example: '1,,234.50', form: /^\d{1,3}(?:,+\d{3})+(?:\.\d+)?$/, why: 'a grouping comma is printed twice' },
];
/** Points where commas should be, then the decimals: 1.673.99. Of whole numbers two points at least, as 1.673 may be one with decimals. */
const POINTS = /^(\d{1,3}(?:\.\d{3})+)\.(\d{1,2})$/;
const POINTS_ONLY = /^\d{1,3}(?:\.\d{3}){2,}$/;
const TWO_POINTS = /^(\d+)\.\.(\d+)$/;

export function readOdd(plain: string): OddNumber | null {
  const points = POINTS.exec(plain);
  if (points)
    return { value: `${points[1]!.replaceAll('.', '')}.${points[2]}`, why: 'points stand where its grouping is' };
  if (POINTS_ONLY.test(plain)) return { value: plain.replaceAll('.', ''), why: 'points stand where its grouping is' };
  const twice = TWO_POINTS.exec(plain);
  if (twice) return { value: `${twice[1]}.${twice[2]}`, why: 'its point is printed twice' };
  const found = FORMS.find(({ form }) => form.test(plain));
  return found ? { value: plain.replaceAll(',', ''), why: found.why } : null;
}
