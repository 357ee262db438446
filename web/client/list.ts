/** @module The list of documents: streamed in, then searched, filtered and sorted in the browser. */
import type { ListedDocument } from '../answers.js';
import { chip, getLines, h, language, messageOf, place, t } from './dom.js';
import { append } from '../../pipeline/domain/extremes.js';

const AT_ONCE = 200;
const SEVERITIES = ['error', 'warning', 'info'] as const;
const app = place();
const documents: ListedDocument[] = [];

interface Column {
  key: 'entity' | 'year' | 'kind' | 'division' | 'status' | 'findings';
  value(d: ListedDocument): string | number;
  number?: true;
}
/** What is chosen by name: "" for everything. */
type Filter = 'year' | 'kind' | 'status' | 'findings';
const wanted: Record<Filter | 'search', string> & { sort: Column['key']; descending: boolean; limit: number } = {
  search: '',
  year: '',
  kind: '',
  status: '',
  findings: '',
  sort: 'findings',
  descending: true,
  limit: AT_ONCE,
};
const collator = new Intl.Collator(language === 'zh' ? 'zh' : 'en', { numeric: true });

const COLUMNS: readonly Column[] = [
  { key: 'entity', value: (d) => d.entity ?? d.title ?? d.file_name },
  { key: 'year', value: (d) => d.fiscal_year ?? 0, number: true },
  { key: 'kind', value: (d) => t(`kind.${d.kind}`) },
  { key: 'division', value: (d) => d.division ?? '' },
  { key: 'status', value: (d) => t(`status.${d.status}`) },
  {
    key: 'findings',
    value: (d) => d.findings.error * 1e8 + d.findings.warning * 1e4 + d.findings.info,
    number: true,
  },
];

const FINDINGS: Readonly<Record<string, (d: ListedDocument) => boolean>> = {
  error: (d) => d.findings.error > 0,
  warning: (d) => d.findings.warning > 0,
  none: (d) => d.findings.error + d.findings.warning === 0,
};

function select(name: Filter, label: string, options: readonly (readonly [string, string])[]): HTMLSelectElement {
  const change = (): void => {
    wanted[name] = element.value;
    wanted.limit = AT_ONCE;
    show();
  };
  const element = h(
    'select',
    { id: `filter-${name}`, 'aria-label': label, onchange: change },
    options.map(([value, text]) => h('option', { value }, text)),
  );
  return element;
}

const search = h('input', {
  type: 'search',
  id: 'search',
  placeholder: t('list.search'),
  'aria-label': t('list.search'),
  autocomplete: 'off',
  spellcheck: false,
  oninput: () => {
    wanted.search = search.value.trim().toLowerCase();
    wanted.limit = AT_ONCE;
    show();
  },
});
const year = select('year', t('field.year'), [['', t('list.all_years')]]);
const filters = h(
  'form.filters',
  { role: 'search', onsubmit: (event) => event.preventDefault() },
  search,
  year,
  select('kind', t('field.kind'), [
    ['', t('list.all_kinds')],
    ...(
      [
        'final_accounts',
        'budget',
        'performance_evaluation',
        'government_budget',
        'government_accounts',
        'other',
      ] as const
    ).map((kind) => [kind, t(`kind.${kind}`)] as const),
  ]),
  select('status', t('field.status'), [
    ['', t('list.all_status')],
    ['complete', t('status.complete')],
    ['partial', t('status.partial')],
  ]),
  select('findings', t('field.findings'), [
    ['', t('list.all_findings')],
    ['error', t('list.with_errors')],
    ['warning', t('list.with_warnings')],
    ['none', t('list.without')],
  ]),
);
const count = h('p.muted.count', { role: 'status' }, t('list.loading'));
const body = h('tbody');
const headings = COLUMNS.map(({ key, number }) =>
  h(
    'th',
    { scope: 'col', class: number ? 'end' : '' },
    h(
      'button',
      {
        type: 'button',
        onclick: () => {
          wanted.descending = wanted.sort === key ? !wanted.descending : number === true;
          wanted.sort = key;
          show();
        },
      },
      t(`field.${key}`),
    ),
  ),
);
const table = h('table.documents', {}, h('thead', {}, h('tr', {}, headings)), body);
const more = h('button.quiet', {
  type: 'button',
  hidden: true,
  onclick: () => {
    wanted.limit += AT_ONCE;
    show();
  },
});
const note = h('div.note', { hidden: true });
app.append(filters, count, h('div.scroll', {}, table), more, note);

function row(d: ListedDocument): HTMLElement {
  const name = h('a', { href: `/documents/${d.id}` }, d.entity ?? d.title ?? d.file_name);
  const findings = SEVERITIES.filter((severity) => d.findings[severity] > 0).map((severity) =>
    chip(
      severity,
      h('b', {}, String(d.findings[severity])),
      t(`severity.${severity}${language === 'en' && d.findings[severity] !== 1 ? 's' : ''}`).toLowerCase(),
    ),
  );
  return h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      name,
      h('span.muted.sub', {}, d.file_name, d.reviewed > 0 ? ` · ${t('doc.reviewed')} ${d.reviewed}` : ''),
    ),
    h('td.end.number', {}, d.fiscal_year === null ? '—' : String(d.fiscal_year)),
    h('td', {}, t(`kind.${d.kind}`), d.scope ? h('span.muted', {}, ` · ${t(`scope.${d.scope}`)}`) : null),
    h('td', {}, d.division ?? '—'),
    h(
      'td',
      {},
      d.status === 'partial' ? chip('partial', t('status.partial')) : h('span.muted', {}, t('status.complete')),
    ),
    h('td.end', {}, findings.length > 0 ? h('span.chips.end', {}, findings) : h('span.muted', {}, '—')),
  );
}

function matches(d: ListedDocument): boolean {
  if (wanted.year !== '' && String(d.fiscal_year) !== wanted.year) return false;
  if (wanted.kind !== '' && d.kind !== wanted.kind) return false;
  if (wanted.status !== '' && d.status !== wanted.status) return false;
  if (wanted.findings !== '' && !FINDINGS[wanted.findings]?.(d)) return false;
  if (wanted.search === '') return true;
  const text = `${d.entity ?? ''} ${d.title ?? ''} ${d.file_name} ${d.division ?? ''} ${d.id}`.toLowerCase();
  return wanted.search.split(/\s+/).every((word) => text.includes(word));
}

function show(done = true): void {
  const { value } = COLUMNS.find(({ key }) => key === wanted.sort) as Column;
  const sign = wanted.descending ? -1 : 1;
  const found = documents.filter(matches).sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    return (
      (typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y))) * sign ||
      collator.compare(a.file_name, b.file_name)
    );
  });
  body.replaceChildren(...found.slice(0, wanted.limit).map(row));
  headings.forEach((heading, i) => {
    if (COLUMNS[i]?.key === wanted.sort)
      heading.setAttribute('aria-sort', wanted.descending ? 'descending' : 'ascending');
    else heading.removeAttribute('aria-sort');
  });
  more.hidden = found.length <= wanted.limit;
  more.textContent = t('list.more', { count: Math.min(AT_ONCE, found.length - wanted.limit) });
  table.hidden = documents.length === 0;
  note.hidden = found.length > 0 || !done;
  note.replaceChildren(
    ...(documents.length === 0
      ? [h('p', {}, t('list.empty')), h('pre', {}, 'npx gongkai extract samples/*.pdf --out out')]
      : [h('p', {}, t('list.none_match'))]),
  );
  count.textContent = done
    ? t('list.shown', { shown: found.length, all: documents.length })
    : `${t('list.loading')} ${documents.length}`;
}

/** Years there are; what is chosen stays chosen. */
function showYears(): void {
  const known = documents.flatMap((d) => d.fiscal_year || []);
  const years = [...new Set(known)].sort((a, b) => b - a);
  year.replaceChildren(
    h('option', { value: '' }, t('list.all_years')),
    ...years.map((each) => h('option', { value: String(each) }, String(each))),
  );
  year.value = wanted.year;
}

document.addEventListener('keydown', (event) => {
  if (event.key === '/' && !(event.target instanceof HTMLInputElement)) {
    event.preventDefault();
    search.focus();
  }
});

let failure: string | null = null;
let shownAt = 0;
try {
  for await (const lot of getLines<ListedDocument>('/api/documents')) {
    failure ??= lot.find((each) => 'error' in each)?.error ?? null;
    append(
      documents,
      lot.filter((each) => 'id' in each),
    );
    // A bucket of thousands: drawing the table again for every lot would be most of the work.
    if (performance.now() - shownAt > 300) {
      showYears();
      show(false);
      shownAt = performance.now();
    }
  }
} catch (error) {
  failure = messageOf(error);
}
showYears();
show();
if (failure !== null) count.textContent = t('list.failed', { why: failure });
