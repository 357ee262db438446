/**
 * @module A figure whose signs of grouping are odd, and the decimals that its column prints, in; the one number that it can mean there out, or
 * null where it leaves its magnitude open: 1.673.99 among figures of two decimals, 12 34.56 where paper stands between its digits.
 */
export interface Settled {
  text: string;
  why: string;
}

/** @param decimals that the column's other figures print @returns null where the print leaves its magnitude open */
export function settle(raw: string, decimals: number): Settled | null {
  const sign = /^\s*[-－−(（]/.test(raw) ? '-' : '';
  const signs = raw
    .trim()
    .replace(/^[-－−(（]+|[)）]+$/g, '')
    .trim()
    .replace(/，/g, ',')
    .replace(/[．。·]/g, '.');
  // Paper beside a sign is the sign's own; between two digits it may part two figures.
  const pieces = signs.replace(/\s*([.,])\s*/g, '$1').split(/\s+/);
  const text = pieces.join('');
  if (!/^\d[\d.,]*\d$/.test(text)) return null;
  const [, whole, last] = /^(.*?)(?:[.,](\d+))?$/.exec(text) as unknown as [string, string, string | undefined];
  if (decimals > 0) {
    // Grouping and point were read alike; the last sign stands where the column's point stands, and before it whole groups of three.
    if (last?.length !== decimals) return null;
    const apart = pieces.length > 1;
    if (apart && !joins(pieces)) return null;
    if (!/^(\d+|\d{1,3}([.,]\d{3})+)$/.test(whole)) return null;
    return {
      text: `${sign}${whole.replace(/[.,]/g, '')}.${last}`,
      why: `${apart ? 'paper stands between its digits' : 'its signs of grouping and point are mixed up'}; read with ${decimals} decimals as the other figures of its column`,
    };
  }
  // Whole numbers: only points where grouping should be.
  if (pieces.length === 1 && /^\d{1,3}(\.\d{3}){2,}$/.test(text))
    return {
      text: sign + text.replaceAll('.', ''),
      why: 'points stand where its grouping is; read as a whole number as the other figures of its column',
    };
  return null;
}

/** Pieces before the last are no figures of such a column by themselves: they have no decimals. */
function joins(pieces: readonly string[]): boolean {
  return pieces.length === 2 && /^\d{1,3}([.,]\d{3})*$/.test(pieces[0]!) && !/^0/.test(pieces[0]!);
}
