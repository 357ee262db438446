/** @module Income and expenditure by year, a chart an entity, drawn as SVG; the same figures as a table below each. */
import { getLines, h, language, t } from './dom.js';
import { barChart } from './bar-chart.js';

const AT_ONCE = 24;
const app = document.getElementById('app');
const all = [];
const wanted = { entity: '', kind: '', limit: AT_ONCE };
const collator = new Intl.Collator(language === 'zh' ? 'zh' : 'en');

/** Largest of which the figures are not all below one. */
const UNITS = [
  ['unit.yi', 1e8],
  ['unit.wan', 1e4],
  ['unit.yuan', 1],
];

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

function figure({ entity, kind: of, years }) {
  const largest = Math.max(
    ...years.flatMap((year) => [Number(year.income?.amount_yuan ?? 0), Number(year.expenditure?.amount_yuan ?? 0)]),
  );
  const [unit, factor] = UNITS.find(([, size]) => largest >= size) ?? UNITS[2];
  const print = (total) =>
    total
      ? (Number(total.amount_yuan) / factor).toLocaleString(language === 'zh' ? 'zh-CN' : 'en', {
          maximumFractionDigits: 2,
        })
      : '—';
  const cell = (year, total) =>
    h(
      'td.figure',
      { class: total?.grade ?? '' },
      total ? h('a', { href: `/documents/${year.id}#page=${total.page}&cell=${total.fact_id}` }, print(total)) : '—',
    );
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
      label: `${entity} ${t(`kind.${of}`)}: ${years.map((year) => `${year.fiscal_year} ${t('charts.income')} ${print(year.income)}, ${t('charts.expenditure')} ${print(year.expenditure)}`).join('; ')}`,
      largest: largest / factor,
      groups: years.map((year) => ({
        name: String(year.fiscal_year),
        bars: ['income', 'expenditure'].map((name) => ({
          name,
          value: year[name] ? Number(year[name].amount_yuan) / factor : null,
          text: print(year[name]),
          doubtful: year[name]?.grade === 'doubtful',
        })),
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
            ['field.year', 'charts.income', 'charts.expenditure'].map((word) =>
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

function show() {
  const groups = new Map();
  for (const each of all) {
    if ((wanted.kind !== '' && each.kind !== wanted.kind) || !each.entity.includes(wanted.entity)) continue;
    const key = `${each.entity}\n${each.kind}`;
    if (!groups.has(key)) groups.set(key, { entity: each.entity, kind: each.kind, years: [] });
    groups.get(key).years.push(each);
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
  for await (const lot of getLines('/api/totals')) all.push(...lot.filter((each) => each.id));
  show();
} catch (error) {
  count.textContent = t('list.failed', { why: error.message });
}
