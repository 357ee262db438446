/** @module Elements, words and requests: what every page's script needs. Text is only ever set as text. */
import words from './words.js';

export const language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';

/** t('field.page', { page: 3 }) */
export function t(key, values = {}) {
  const text = words[key][language === 'zh' ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

const SVG = 'http://www.w3.org/2000/svg';
const SVG_TAGS = new Set(['svg', 'rect', 'line', 'text', 'g', 'title', 'path']);

/** h('button.primary', { type: 'button', onclick: f }, 'Save'): children are nodes, text, or lists of such; null is left out. */
export function h(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const element = SVG_TAGS.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  if (classes.length > 0) element.classList.add(...classes);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'class') element.classList.add(...value.split(' ').filter(Boolean));
    else if (key in element && !SVG_TAGS.has(tag) && typeof value !== 'string') element[key] = value;
    else element.setAttribute(key, value === true ? '' : value);
  }
  return fill(element, ...children);
}

/** Puts these in place of what is there; as with h(), null is left out (the browser's own replaceChildren would print "null"). */
export function fill(element, ...children) {
  element.replaceChildren(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

export const chip = (kind, ...children) => h('span.chip', { class: kind }, ...children);

/** @throws Error with the server's words */
export async function getJson(path) {
  const answer = await fetch(path, { headers: { accept: 'application/json' } });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(body.error ?? `HTTP ${answer.status}`);
  return body;
}

/** @returns { status, body }: also a conflict is an answer */
export async function postJson(path, value) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
  return { status: answer.status, body: await answer.json().catch(() => ({})) };
}

/** JSON lines as they arrive, in lots. */
export async function* getLines(path) {
  const answer = await fetch(path);
  if (!answer.ok || !answer.body) throw new Error(`HTTP ${answer.status}`);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop();
    if (lines.length > 0) yield lines.map((line) => JSON.parse(line));
  }
}

/** Keeps the place within the page when the language changes. */
document.querySelector('a.language')?.addEventListener('click', (event) => {
  event.currentTarget.hash = location.hash;
});
