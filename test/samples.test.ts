/**
 * @module The committed samples agree with their truth files: bytes, spans that fill the grid, facts that stand in
 * their cells.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Cell {
  r: number;
  c: number;
  rowspan: number;
  colspan: number;
  text: string;
}
interface TableTruth {
  id: string;
  pages: number[];
  row_pages: number[];
  n_rows: number;
  n_cols: number;
  header_rows: number;
  cells: Cell[];
}
interface FactTruth {
  table_id: string;
  r: number;
  c: number;
  page: number;
  value: number | null;
  text: string;
}

const ROOT = join(import.meta.dirname, '..', 'samples');
const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

for (const folder of [ROOT, join(ROOT, 'scans')]) {
  const names = readdirSync(folder)
    .filter((f) => f.endsWith('.pdf'))
    .map((f) => f.slice(0, -4));
  describe.each(names)('%s', (name) => {
    const tables = read<{ sha256: string; tables: TableTruth[] }>(join(folder, 'truth', `${name}.json`));
    const facts = read<{ sha256: string; facts: FactTruth[] }>(join(folder, 'truth', `${name}.facts.json`));

    it('names the bytes of its PDF', () => {
      const sha = createHash('sha256')
        .update(readFileSync(join(folder, `${name}.pdf`)))
        .digest('hex');
      expect(tables.sha256).toBe(sha);
      expect(facts.sha256).toBe(sha);
      const anomalies = join(folder, 'truth', `${name}.anomalies.json`);
      if (existsSync(anomalies)) expect(read<{ sha256: string }>(anomalies).sha256).toBe(sha);
    });

    it('covers every place of every grid once', () => {
      for (const t of tables.tables) {
        const taken = new Map<string, number>();
        for (const c of t.cells)
          for (let r = c.r; r < c.r + c.rowspan; r++)
            for (let k = c.c; k < c.c + c.colspan; k++) taken.set(`${r},${k}`, (taken.get(`${r},${k}`) ?? 0) + 1);
        expect(
          [...taken.values()].every((n) => n === 1),
          t.id,
        ).toBe(true);
        expect(taken.size, t.id).toBe(t.n_rows * t.n_cols);
        expect(t.row_pages.length, t.id).toBe(t.n_rows);
      }
    });

    it('states each fact where its cell stands', () => {
      for (const f of facts.facts) {
        const t = tables.tables.find((x) => x.id === f.table_id);
        expect(t?.cells.find((c) => c.r === f.r && c.c === f.c)?.text).toBe(f.text);
        expect(t?.pages).toContain(f.page);
      }
    });
  });
}
