import { describe, expect, it } from 'vitest';
import { pdfjs } from './library.js';
import { keepingNatives } from './natives.js';

describe('keepingNatives', () => {
  it('puts back what was replaced, keeps what was added, and answers what was loaded', async () => {
    const { push } = Array.prototype;
    const { stringify } = JSON;
    const global = Math as unknown as Record<string, unknown>;
    const answer = await keepingNatives(async () => {
      Array.prototype.push = function replaced(): number {
        return 0;
      };
      JSON.stringify = (() => '') as typeof stringify;
      global.addedByTest = 1;
      return 'loaded';
    });
    expect(answer).toBe('loaded');
    expect(Array.prototype.push).toBe(push);
    expect(Object.keys(Object.getOwnPropertyDescriptor(Array.prototype, 'push') ?? {})).toContain('value');
    expect(Object.getOwnPropertyDescriptor(Array.prototype, 'push')?.enumerable).toBe(false);
    expect(JSON.stringify).toBe(stringify);
    expect(global.addedByTest).toBe(1);
    delete global.addedByTest;
  });

  it('puts back also where loading fails', async () => {
    const { parse } = JSON;
    await expect(
      keepingNatives(async () => {
        JSON.parse = (() => null) as typeof parse;
        throw new Error('not there');
      }),
    ).rejects.toThrow('not there');
    expect(JSON.parse).toBe(parse);
  });
});

describe('pdf.js', () => {
  it('leaves the process as it was: native methods, no drawing library', async () => {
    const before = {
      push: Array.prototype.push,
      parse: JSON.parse,
      stringify: JSON.stringify,
      toString: Function.prototype.toString,
    };
    const { module } = await pdfjs();
    expect(module.getDocument).toBeTypeOf('function');
    expect({
      push: Array.prototype.push,
      parse: JSON.parse,
      stringify: JSON.stringify,
      toString: Function.prototype.toString,
    }).toEqual(before);
    expect(String(Array.prototype.push)).toContain('[native code]');
    expect(globalThis).not.toHaveProperty('DOMMatrix');
    const libraries = (process.report.getReport() as unknown as { sharedObjects: string[] }).sharedObjects;
    expect(libraries.filter((path) => path.includes('skia') || path.includes('canvas'))).toEqual([]);
  });
});
