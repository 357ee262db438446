import { describe, expect, it } from 'vitest';
import { SourcesError, loadSources, parseSources } from './sources.js';

const GOOD = `contact: mailto:data@example.org
sources:
  - id: putuo
    name: 普陀区财政局
    division: { code: "310107", name: 普陀区 }
    document_kind: final_accounts
    listing:
      - https://www.example.gov.cn/js/index.html
    paging:
      template: index_{page}.html
    schedule: "0 3 * * *"
`;

function problems(text: string): string[] {
  try {
    parseSources(text, 'sources.yaml');
  } catch (error) {
    if (error instanceof SourcesError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('parseSources', () => {
  it('takes the example', async () => {
    const { sources } = await loadSources(new URL('./sources.example.yaml', import.meta.url).pathname);
    expect(sources.map((source) => source.id)).toEqual(['district-finance-bureau', 'province-budget-office']);
  });

  it('fills in what is not said', () => {
    const {
      sources: [source],
    } = parseSources(GOOD, 'sources.yaml');
    expect(source!.politeness).toEqual({
      delay_seconds: 2,
      timeout_seconds: 120,
      max_megabytes: 200,
      max_redirects: 5,
      recheck_hours: 0,
    });
    expect(source!.links).toEqual({
      selector: 'a[href]',
      include: ['\\.pdf($|[?#])'],
      exclude: [],
      text: [],
      follow: [],
      follow_depth: 1,
    });
    expect(source!.paging).toEqual({ template: 'index_{page}.html', first: 2, max_pages: 100 });
  });

  it('names line and column of an unknown setting', () => {
    expect(problems(GOOD.replace('schedule:', 'shedule:'))).toEqual([
      'sources.yaml:11:5: sources.0.shedule: there is no such setting',
    ]);
  });

  it('names line and column of a wrong value, and of the place where one is missing', () => {
    expect(problems(GOOD.replace('"310107"', '"31"'))[0]).toMatch(
      /^sources\.yaml:5:17: sources\.0\.division\.code: /,
    );
    expect(problems(GOOD.replace('https://www', 'ftp://www'))).toEqual([
      'sources.yaml:8:9: sources.0.listing.0: not an http or https URL',
    ]);
    expect(problems(GOOD.replace('    name: 普陀区财政局\n', ''))[0]).toMatch(
      /^sources\.yaml:3:5: sources\.0\.name: /,
    );
    expect(problems(GOOD.replace('index_{page}.html', 'index.html'))[0]).toMatch(/^sources\.yaml:10:7: /);
  });

  it('says everything at once, in the order of the file', () => {
    const found = problems(
      GOOD.replace('mailto:data@example.org', 'me').replace('putuo', 'Putuo!').replace('"0 3 * * *"', '"daily"'),
    );
    expect(found.map((line) => line.split(':')[1])).toEqual(['1', '3', '11']);
  });

  it('says where YAML itself is broken', () => {
    expect(problems('contact: [\nsources:')[0]).toMatch(/^sources\.yaml:\d+:\d+: /);
    expect(problems(`${GOOD}contact: again\n`)[0]).toMatch(/^sources\.yaml:12:1: .*unique/);
  });

  it('refuses two sources of one id, broken patterns, and both ways of paging', () => {
    const second = GOOD.slice(GOOD.indexOf('  - id'));
    expect(problems(GOOD + second)[0]).toMatch(/two sources have the same id/);
    expect(problems(GOOD.replace('paging:', 'links: { include: ["("] }\n    paging:'))[0]).toMatch(
      /^sources\.yaml:9:24: .*Invalid regular expression/,
    );
    expect(
      problems(GOOD.replace('template: index_{page}.html', 'template: index_{page}.html\n      next: a.next'))[0],
    ).toMatch(/either next or template/);
  });
});
