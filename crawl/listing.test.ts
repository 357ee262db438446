import { describe, expect, it } from 'vitest';
import { fileName } from './download.js';
import { readListing, templatePage } from './listing.js';
import { CrawlSource } from './sources.js';

const source = (more: object = {}) =>
  CrawlSource.parse({ id: 'a', name: 'a', listing: ['https://a.gov.cn/js/index.html'], ...more });
const read = (html: string | Uint8Array, more: object = {}, type = 'text/html; charset=utf-8') =>
  readListing(
    typeof html === 'string' ? new TextEncoder().encode(html) : html,
    type,
    'https://a.gov.cn/js/index.html',
    source(more),
  );

describe('readListing', () => {
  it('finds PDFs relative to the page or its base, once each, without fragments', () => {
    const html =
      '<a href="x.pdf#page=3"> 2024年\n 决算 </a><a href="/js/x.pdf">again</a><a href="//b.gov.cn/y.PDF?v=1">' +
      'y</a><a href="z.html">z</a>';
    expect(read(html).pdfs).toEqual([
      { url: 'https://a.gov.cn/js/x.pdf', text: '2024年 决算' },
      { url: 'https://b.gov.cn/y.PDF?v=1', text: 'y' },
    ]);
    expect(read(`<base href="https://c.gov.cn/d/">${html}`).pdfs[0]!.url).toBe('https://c.gov.cn/d/x.pdf');
  });

  it('leaves out what is excluded, has another text, or is no web address', () => {
    const html =
      '<a href="a.pdf">部门决算</a><a href="b.pdf">部门预算</a><a href="old/c.pdf">决算</a><a href="javascript:x.pdf">' +
      '决算</a><a href="mailto:x.pdf">决算</a><a>决算</a>';
    expect(read(html, { links: { text: ['决算'], exclude: ['/old/'] } }).pdfs.map((link) => link.url)).toEqual([
      'https://a.gov.cn/js/a.pdf',
    ]);
  });

  it('follows article pages and finds the next page', () => {
    const listing = read(
      '<a href="2024/t1.html">article</a><a href="about.html">about</a><a class="next" href="index_2.html">下一页</a>',
      { links: { follow: ['/\\d{4}/t\\d+\\.html$'] }, paging: { next: 'a.next' } },
    );
    expect(listing.follow.map((link) => link.url)).toEqual(['https://a.gov.cn/js/2024/t1.html']);
    expect(listing.next).toBe('https://a.gov.cn/js/index_2.html');
  });

  it('decodes GBK from header or meta element', () => {
    // 决算 in GBK.
    const gbk = Buffer.concat([
      Buffer.from('<meta charset="gb2312"><a href="a.pdf">'),
      Buffer.from([0xbe, 0xf6, 0xcb, 0xe3]),
      Buffer.from('</a>'),
    ]);
    expect(read(gbk, {}, 'text/html').pdfs[0]!.text).toBe('决算');
    expect(read(gbk, {}, 'text/html; charset=GBK').pdfs[0]!.text).toBe('决算');
  });

  it('survives broken and hostile markup', () => {
    expect(read('<a href="http://[">x</a><a href=a.pdf>y<a href=\'b.pdf\'>z').pdfs).toHaveLength(2);
    expect(read('<a href="a.pdf">'.repeat(5_000)).pdfs).toHaveLength(1);
  });
});

describe('templatePage', () => {
  it('counts from the first number and stops at the bound', () => {
    const paged = source({ paging: { template: 'index_{page}.html', first: 1, max_pages: 3 } });
    expect([2, 3, 4].map((page) => templatePage(paged, 'https://a.gov.cn/js/index.html', page))).toEqual([
      'https://a.gov.cn/js/index_1.html',
      'https://a.gov.cn/js/index_2.html',
      null,
    ]);
  });
});

describe('fileName', () => {
  it('takes what the server says, then the path; never a folder', () => {
    expect(fileName("attachment; filename*=UTF-8''%E5%86%B3%E7%AE%97.pdf; filename=x.pdf", 'https://a/y.pdf')).toBe(
      '决算.pdf',
    );
    expect(fileName('attachment; filename="../../etc/passwd"', 'https://a/y.pdf')).toBe('passwd');
    expect(fileName(undefined, 'https://a/b/%E5%86%B3%E7%AE%97.pdf?x=1')).toBe('决算.pdf');
    expect(fileName(undefined, 'https://a/b/%E5.pdf')).toBe('%E5.pdf');
    expect(fileName(undefined, 'https://a/')).toMatch(/^[0-9a-f]{16}\.pdf$/);
  });
});
