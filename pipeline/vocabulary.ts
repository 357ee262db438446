/** @module The text of a vocabulary file in; what it adds to the lexicon, checked, out. Mistakes name file and line. */
import { createHash } from 'node:crypto';
import { fold } from './domain/labels.js';
import type { Vocabulary } from './domain/vocabulary.js';

/** The file cannot be used: nothing is read before it is put right. The message has a line for each mistake. */
export class VocabularyError extends Error {
  override name = 'VocabularyError';
}

/** @throws VocabularyError */
export async function parseVocabulary(source: string, path: string): Promise<Vocabulary> {
  // Loaded only where there is a file: most runs have none, and start the sooner.
  const [{ LineCounter, parseDocument, isNode }, { VocabularyFile }] = await Promise.all([
    import('yaml'),
    import('../schemas/vocabulary.js'),
  ]);
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken)
    throw new VocabularyError(`${path}:${lines.linePos(broken.pos[0]).line}: ${broken.message.split('\n')[0]}`);
  const lineOf = (keys: readonly PropertyKey[]): number => {
    for (let length = keys.length; length > 0; length--) {
      const node = document.getIn(keys.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const result = VocabularyFile.safeParse(plain(document.toJS()) ?? {});
  if (!result.success)
    throw new VocabularyError(
      result.error.issues
        .map((issue) => {
          const keys = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path;
          const what =
            issue.code === 'unrecognized_keys'
              ? `"${issue.keys.join('", "')}" is not known here`
              : `${issue.path.join('.') || 'file'}: ${issue.message}`;
          return `${path}:${lineOf(keys)}: ${what}`;
        })
        .join('\n'),
    );
  const { words, kinds, codes } = result.data;
  const twice = repeatedWord(words);
  if (twice)
    throw new VocabularyError(`${path}:${lineOf(twice.at)}: the word "${twice.word}" has its meaning already`);
  const silent = words.findIndex((term) => term.means === undefined && term.marks === undefined);
  if (silent >= 0)
    throw new VocabularyError(
      `${path}:${lineOf(['words', silent])}: words without means and marks: say what they mean, or marks: [] where they mean nothing`,
    );
  const stated = { words, kinds, codes } as Omit<Vocabulary, 'sha256'>;
  return { sha256: createHash('sha256').update(JSON.stringify(stated)).digest('hex'), ...stated };
}

/** YAML reads 2080505 as a number, also as a key; codes and words are text. */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

function repeatedWord(
  words: readonly { words: readonly string[] }[],
): { word: string; at: (string | number)[] } | null {
  const known = new Set<string>();
  for (const [i, term] of words.entries())
    for (const [j, word] of term.words.entries()) {
      if (known.has(fold(word))) return { word, at: ['words', i, 'words', j] };
      known.add(fold(word));
    }
  return null;
}
