/**
 * @module Income and expenditure by year, a chart an entity, drawn as SVG; the same figures as a table below each.
 */
import type { Total, Totals } from '../answers.js';
import { type Bar, barChart } from './bar-chart.js';
import { getLines, h, language, messageOf, place, t } from './dom.js';
import { append, greatest } from '../../pipeline/domain/extremes.js';

const AT_ONCE = 24;
const app = place();
const all: Totals[] = [];
const wanted = { entity: '', kind: '', limit: AT_ONCE };
const collator = new Intl.Collator(language === 'zh' ? 'zh' : 'en');

/** Largest of which the figures are not all below one. */
const YUAN = ['unit.yuan', 1] as const;
const UNITS = [['unit.yi', 1e8], ['unit.wan', 1e4], YUAN] as const;

/** An entity's years, of budgets or of final accounts. */
type Group = Pick<Totals, 'entity' | 'kind'> & { years: Totals[] };

const search = h('input', {
  type: 'search',
  'aria-label': t('charts.show'),
  placeholder: t('charts.show'),
  oninput: () => {
    wanted.entity = search.value.trim();
    wanted.limit = AT_ONCE;
    show();
  },
});
const kind = h(
  'select',
  {
    'aria-label': t('charts.kind'),
    onchange: () => {
      wanted.kind = kind.value;
      show();
    },
  },
  [
    ['', t('list.all_kinds')],
    ['final_accounts', t('kind.final_accounts')],
    ['budget', t('kind.budget')],
  ].map(([value, text]) => h('option', { value }, text)),
);
const grid = h('div.charts');
const count = h('p.muted.count', { role: 'status' }, t('list.loading'));
const more = h('button.quiet', {
  type: 'button',
  hidden: true,
  onclick: () => {
    wanted.limit += AT_ONCE;
    show();
  },
});
app.append(
  h('form.filters', { role: 'search', onsubmit: (event) => event.preventDefault() }, search, kind),
  count,
  grid,
  more,
);

function figure({ entity, kind: of, years }: Group): HTMLElement {
  const largest = greatest(
    years.flatMap((year) => [Number(year.income?.amount_yuan ?? 0), Number(year.expenditure?.amount_yuan ?? 0)]),
  );
  const [unit, factor] = UNITS.find(([, size]) => largest >= size) ?? YUAN;
  const print = (total: Total | null): string =>
    total
      ? (Number(total.amount_yuan) / factor).toLocaleString(language === 'zh' ? 'zh-CN' : 'en', {
          maximumFractionDigits: 2,
        })
      : '—';
  const cell = (year: Totals, total: Total | null): HTMLElement =>
    h(
      'td.figure',
      { class: total?.grade ?? '' },
      total ? h('a', { href: `/documents/${year.id}#page=${total.page}&cell=${total.fact_id}` }, print(total)) : '—',
    );
  const bar = (name: string, total: Total | null): Bar => ({
    name,
    value: total ? Number(total.amount_yuan) / factor : null,
    text: print(total),
    doubtful: total?.grade === 'doubtful',
  });
  const said = years.map(({ fiscal_year, income, expenditure }) => {
    const both = [`${t('charts.income')} ${print(income)}`, `${t('charts.expenditure')} ${print(expenditure)}`];
    return `${fiscal_year} ${both.join(', ')}`;
  });
  return h(
    'figure.chart',
    {},
    h(
      'figcaption',
      {},
      h('b', {}, entity),
      h('span.muted', {}, ` ${t(`kind.${of}`)} · ${t('charts.unit', { unit: t(unit) })}`),
    ),
    barChart({
      label: `${entity} ${t(`kind.${of}`)}: ${said.join('; ')}`,
      largest: largest / factor,
      groups: years.map((year) => ({
        name: String(year.fiscal_year),
        bars: [bar('income', year.income), bar('expenditure', year.expenditure)],
      })),
    }),
    h(
      'details',
      {},
      h('summary', {}, t('charts.table')),
      h(
        'table.statement',
        {},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            (['field.year', 'charts.income', 'charts.expenditure'] as const).map((word) =>
              h('th.column_header', { scope: 'col' }, t(word)),
            ),
          ),
        ),
        h(
          'tbody',
          {},
          years.map((year) =>
            h(
              'tr',
              {},
              h('th.row_header', { scope: 'row' }, String(year.fiscal_year)),
              cell(year, year.income),
              cell(year, year.expenditure),
            ),
          ),
        ),
      ),
    ),
  );
}

function show(): void {
  const groups = new Map<string, Group>();
  for (const each of all) {
    if ((wanted.kind !== '' && each.kind !== wanted.kind) || !each.entity.includes(wanted.entity)) continue;
    const key = `${each.entity}\n${each.kind}`;
    const group = groups.get(key) ?? { entity: each.entity, kind: each.kind, years: [] };
    groups.set(key, group);
    group.years.push(each);
  }
  const found = [...groups.values()].sort((a, b) => collator.compare(a.entity, b.entity));
  for (const { years } of found) years.sort((a, b) => a.fiscal_year - b.fiscal_year);
  grid.replaceChildren(...found.slice(0, wanted.limit).map(figure));
  more.hidden = found.length <= wanted.limit;
  more.textContent = t('list.more', { count: Math.min(AT_ONCE, found.length - wanted.limit) });
  count.textContent = found.length === 0 ? t('charts.empty') : '';
  legend.hidden = found.length === 0;
}

const legend = h(
  'p.legend',
  { hidden: true },
  h('span.swatch.income'),
  t('charts.income'),
  h('span.swatch.expenditure'),
  t('charts.expenditure'),
  h('span.swatch.doubtful'),
  t('grade.doubtful'),
);
grid.before(legend);
try {
  for await (const lot of getLines<Totals>('/api/totals'))
    append(
      all,
      lot.filter((each) => 'id' in each),
    );
  show();
} catch (error) {
  count.textContent = t('list.failed', { why: messageOf(error) });
}
