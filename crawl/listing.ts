/** @module A listing page's HTML -> links to PDFs, article pages to follow, the next page. */
import { load } from 'cheerio';
import type { Link } from './records.js';
import type { CrawlSource } from './sources.js';

export interface Listing {
  pdfs: Link[];
  follow: Link[];
  next: string | null;
}

/** More links than this on one page are a trap, not a listing. */
const MAX_LINKS = 10_000;

export function readListing(
  html: Uint8Array,
  contentType: string | undefined,
  pageUrl: string,
  source: CrawlSource,
): Listing {
  const $ = load(decodeHtml(html, contentType));
  const base = $('base[href]').first().attr('href');
  const baseUrl = base !== undefined && URL.canParse(base, pageUrl) ? new URL(base, pageUrl).href : pageUrl;
  const { include, exclude, text, follow } = source.links;
  const pdfs = new Map<string, Link>();
  const pages = new Map<string, Link>();
  for (const element of $(source.links.selector).slice(0, MAX_LINKS)) {
    const url = absolute($(element).attr('href'), baseUrl);
    if (url === null || matches(exclude, url, 'iu')) continue;
    const link: Link = {
      url,
      text: ($(element).text() || $(element).attr('title') || '').replace(/\s+/g, ' ').trim().slice(0, 500),
    };
    if (matches(include, url, 'iu')) {
      if ((text.length === 0 || matches(text, link.text, 'u')) && !pdfs.has(url)) pdfs.set(url, link);
    } else if (url !== pageUrl && matches(follow, url, 'iu') && !pages.has(url)) {
      pages.set(url, link);
    }
  }
  const next = source.paging?.next ? absolute($(source.paging.next).first().attr('href'), baseUrl) : null;
  return { pdfs: [...pdfs.values()], follow: [...pages.values()], next };
}

/**
 * URL of the listing's page number `index` (1 is the listing itself) by the source's template; null when there is
 * none.
 */
export function templatePage(source: CrawlSource, listingUrl: string, index: number): string | null {
  const { paging } = source;
  if (!paging?.template || index > paging.max_pages) return null;
  return absolute(paging.template.replace('{page}', String(paging.first + index - 2)), listingUrl);
}

const compiled = new Map<string, RegExp>();
function matches(patterns: readonly string[], text: string, flags: string): boolean {
  return patterns.some((pattern) => {
    const id = `${flags}:${pattern}`;
    const expression = compiled.get(id) ?? new RegExp(pattern, flags);
    compiled.set(id, expression);
    return expression.test(text);
  });
}

/** Fragments name places inside a document: without them the same document has one URL. */
function absolute(href: string | undefined, base: string): string | null {
  if (href === undefined || !URL.canParse(href.trim(), base)) return null;
  const url = new URL(href.trim(), base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  return url.href;
}

/**
 * Many government sites still serve GB2312 or GBK, named in the header, in a meta element, or nowhere (then UTF-8).
 */
function decodeHtml(bytes: Uint8Array, contentType: string | undefined): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const named =
    /charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? '')?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ??
    'utf-8';
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(named);
  } catch {
    // A charset nobody knows: links are ASCII in nearly every encoding.
    decoder = new TextDecoder();
  }
  return decoder.decode(bytes);
}
