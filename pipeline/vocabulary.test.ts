import { describe, expect, it } from 'vitest';
import { codesNamed } from './domain/schemes.js';
import { namesOf, withCodeNames } from './domain/names-of-codes.js';
import { understandingOf } from './domain/vocabulary.js';
import { parseVocabulary } from './vocabulary.js';

const read = (text: string) => parseVocabulary(text, 'words.yaml');
const refused = (text: string) =>
  read(text).then(
    () => 'taken',
    (error: Error) => `${error.name}: ${error.message}`,
  );

const SUNSHINE = `
words:
  - words: [阳光资金]
    means: { fund: other }
codes:
  function:
    2089901: [其他社保支出]
`;

describe('a vocabulary file', () => {
  it('adds words, which come before ours, and names of codes', async () => {
    const { lexicon, codes } = understandingOf(await read(`${SUNSHINE}kinds: []`));
    expect(lexicon.parse('阳光资金').means).toEqual({ fund: 'other' });
    expect(understandingOf(null).lexicon.parse('阳光资金').unknown).not.toEqual([]);
    withCodeNames(codes, () => {
      expect(namesOf('function', '2089901')[0]).toBe('其他社保支出');
      expect(codesNamed('function', '其他社保支出')).toEqual(['2089901']);
    });
    expect(codesNamed('function', '其他社保支出')).toEqual([]);
    const renamed = await read('words: [{ words: [项目支出], means: { type: basic } }]');
    expect(understandingOf(renamed).lexicon.parse('项目支出').means).toEqual({ type: 'basic' });
  });

  it('has the hash of what it says, not of how it is written', async () => {
    const one = await read(SUNSHINE);
    expect((await read(`# a remark\n${SUNSHINE.replaceAll('\n', '\r\n')}`)).sha256).toBe(one.sha256);
    expect((await read(SUNSHINE.replace('other', 'business'))).sha256).not.toBe(one.sha256);
  });

  it('is refused with file and line of every mistake', async () => {
    expect(await refused('words:\n  - words: [甲]\n    means: { fund: gold }\n')).toMatch(
      /^VocabularyError: words\.yaml:3: words\.0\.means\.fund: /,
    );
    expect(await refused('words: []\nterms: []\n')).toBe('VocabularyError: words.yaml:2: "terms" is not known here');
    expect(await refused('words:\n  - words: [甲, 乙]\n    marks: [total]\n  - words: [乙]\n    marks: []\n')).toBe(
      'VocabularyError: words.yaml:4: the word "乙" has its meaning already',
    );
    expect(await refused('words:\n  - words: [甲]\n')).toMatch(
      /^VocabularyError: words\.yaml:2: words without means/,
    );
    expect(await refused('kinds:\n  - id: tax_table\n    axes: [function]\n')).toMatch(
      /words\.yaml:2: kinds\.0\.id: /,
    );
    expect(await refused('codes:\n  function:\n    "301": [工资]\n')).toMatch(
      /words\.yaml:3: codes\.function\.301: a functional code/,
    );
    expect(await refused('words: [\n')).toMatch(/^VocabularyError: words\.yaml:\d: /);
  });
});
