/** @module Elements, words and requests: what every page's script needs. Text is only ever set as text. */
import type { ErrorAnswer } from '../answers.js';
import { type Language, say } from '../words.js';

export const language: Language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';

/** t('field.page', { page: 3 }) */
export const t = say(language);

const SVG = 'http://www.w3.org/2000/svg';

/** What is drawn with h() of SVG; every other name is HTML. */
interface SvgTags {
  svg: SVGSVGElement;
  rect: SVGRectElement;
  line: SVGLineElement;
  text: SVGTextElement;
  g: SVGGElement;
  title: SVGTitleElement;
  path: SVGPathElement;
}
const SVG_TAGS: Readonly<Record<keyof SvgTags, true>> = {
  svg: true,
  rect: true,
  line: true,
  text: true,
  g: true,
  title: true,
  path: true,
};
const isSvgTag = (tag: string): tag is keyof SvgTags => Object.hasOwn(SVG_TAGS, tag);

type Tag<Name extends string> = Name extends `${infer First}.${string}` ? First : Name;
type Elements = Omit<HTMLElementTagNameMap, keyof SvgTags> & SvgTags;
export type ElementOf<Name extends string> = Tag<Name> extends keyof Elements ? Elements[Tag<Name>] : HTMLElement;

export interface Attributes {
  onclick?: (event: MouseEvent) => void;
  oninput?: (event: Event) => void;
  onchange?: (event: Event) => void;
  onsubmit?: (event: SubmitEvent) => void;
  [name: string]: string | number | boolean | null | undefined | ((event: never) => void);
}

/** null, undefined and false are left out. */
export type Child = Node | string | null | undefined | false | readonly Child[];

/** h('button.primary', { type: 'button', onclick: f }, 'Save'): children are nodes, text, or lists of such. */
export function h<Name extends string>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): ElementOf<Name> {
  const [tag = '', ...classes] = name.split('.');
  const isSvg = isSvgTag(tag);
  const element = isSvg ? document.createElementNS(SVG, tag) : document.createElement(tag);
  if (classes.length > 0) element.classList.add(...classes);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(key.slice(2), value as EventListener);
    else if (key === 'class') element.classList.add(...String(value).split(' ').filter(Boolean));
    else if (key in element && !isSvg && typeof value !== 'string') Reflect.set(element, key, value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  return fill(element, ...children) as ElementOf<Name>;
}

/**
 * Puts these in place of what is there; as with h(), null is left out (the browser's own replaceChildren would print
 * "null").
 */
export function fill<E extends Element>(element: E, ...children: Child[]): E {
  element.replaceChildren(...nodes(children));
  return element;
}

function nodes(children: readonly Child[]): (Node | string)[] {
  return children.flatMap((child) => {
    if (child === null || child === undefined || child === false) return [];
    return typeof child === 'string' || child instanceof Node ? [child] : nodes(child);
  });
}

export const chip = (kind: string, ...children: Child[]): HTMLSpanElement =>
  h('span.chip', { class: kind }, ...children);

/** The place that the server's frame leaves to the page's script. */
export function place(): HTMLElement {
  const app = document.getElementById('app');
  if (!app) throw new Error('the page has no element #app; web/server/app.ts writes it');
  return app;
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** @throws Error with the server's words */
export async function getJson<T>(path: string): Promise<T> {
  const answer = await fetch(path, { headers: { accept: 'application/json' } });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(body.error ?? `HTTP ${answer.status}`);
  return body;
}

/** Also a conflict is an answer; what an answer lacks is undefined. */
export async function postJson<T>(
  path: string,
  value: object,
): Promise<{ status: number; body: Partial<T> & Partial<ErrorAnswer> }> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
  return { status: answer.status, body: await answer.json().catch(() => ({})) };
}

/** JSON lines as they arrive, in lots. */
export async function* getLines<T>(path: string): AsyncGenerator<(T | ErrorAnswer)[]> {
  const answer = await fetch(path);
  if (!answer.ok || !answer.body) throw new Error(`HTTP ${answer.status}`);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines.map((line): T | ErrorAnswer => JSON.parse(line));
  }
}

/** Keeps the place within the page when the language changes. */
document.querySelector<HTMLAnchorElement>('a.language')?.addEventListener('click', (event) => {
  (event.currentTarget as HTMLAnchorElement).hash = location.hash;
});
