/** @module Failure code -> what a person can do about it. docs/errors.md explains the same codes at length. */
import type { AcquireErrorCode } from '../../pipeline/acquire/index.js';
import type { FailureCode } from '../../pool/index.js';
import type { Language } from '../terminal.js';

export type ReasonCode = AcquireErrorCode | FailureCode | 'store';

export const NEXT_STEPS: Readonly<Record<ReasonCode, Readonly<Record<Language, string>>>> = {
  not_found: { en: 'check the path', zh: '请检查路径' },
  no_pdf: { en: 'name a folder that holds PDFs', zh: '请指定包含 PDF 的文件夹' },
  unreadable: { en: 'check the permissions of the file', zh: '请检查文件权限' },
  empty: { en: 'download it again', zh: '请重新下载' },
  not_a_pdf: {
    en: 'open it to see what it is; a web page means the address needs a login or has moved',
    zh: '请打开查看其内容；若为网页，说明网址需登录或已变更',
  },
  too_large: { en: 'raise --max-bytes if it is worth it', zh: '确有需要时调大 --max-bytes' },
  url_invalid: { en: 'give an http or https address', zh: '请使用 http 或 https 网址' },
  address_refused: {
    en: 'allow the host with --allow-hosts if it is yours',
    zh: '若为自有主机，用 --allow-hosts 放行',
  },
  dns: { en: 'check the host name and the network', zh: '请检查域名与网络' },
  network: { en: 'run again with --resume once the site answers', zh: '网站恢复后加 --resume 重新运行' },
  timeout: { en: 'run again with --resume', zh: '加 --resume 重新运行' },
  too_many_redirects: {
    en: 'open the address in a browser and take the final one',
    zh: '请在浏览器中打开并使用最终网址',
  },
  http_status: { en: 'open the address in a browser', zh: '请在浏览器中打开该网址' },
  cancelled: { en: 'run again with --resume', zh: '加 --resume 重新运行' },
  changed: { en: 'run again when nobody writes to the file', zh: '文件不再变动后重新运行' },
  truncated: { en: 'the end of the file is missing: download it again', zh: '文件不完整，请重新下载' },
  encrypted: {
    en: 'ask the publisher for a file without a password, or save one with qpdf --decrypt; gongkai tables takes --password',
    zh: '请索取无密码文件，或用 qpdf --decrypt 另存；gongkai tables 可用 --password',
  },
  damaged: {
    en: 'download it again; if it stays so, try --reader pdfjs',
    zh: '请重新下载；若仍失败，可试 --reader pdfjs',
  },
  page_failed: {
    en: 'the other pages are written; try --reader pdfjs, or --ocr always',
    zh: '其余各页已写出；可试 --reader pdfjs 或 --ocr always',
  },
  too_many_pages: { en: 'raise --max-pages if it is worth it', zh: '确有需要时调大 --max-pages' },
  unsupported: { en: 'try --reader pdfjs', zh: '可试 --reader pdfjs' },
  deadline: { en: 'raise --deadline if the file is worth it', zh: '确有需要时调大 --deadline' },
  memory: { en: 'raise --max-memory if the file is worth it', zh: '确有需要时调大 --max-memory' },
  crash: {
    en: 'run again with --resume; if it stays so, try --reader pdfjs',
    zh: '加 --resume 重新运行；若仍失败，可试 --reader pdfjs',
  },
  internal: { en: 'a fault of gongkai: please report it with the file', zh: '程序缺陷，请附文件报告' },
  store: {
    en: 'check that the place of --out can be written to, then run again with --resume',
    zh: '请检查 --out 位置可写，再加 --resume 运行',
  },
};

export function nextStep(code: string, language: Language): string {
  return (
    (NEXT_STEPS as Readonly<Record<string, Readonly<Record<Language, string>>>>)[code]?.[language] ??
    NEXT_STEPS.internal[language]
  );
}
