/** @module A line as recognised -> the same with its signs as numbers and numberings print them. */
import type { Recognition } from './engine.js';
import type { Segment } from './image/segments.js';
import { isNumberLike, numericSign } from './numeric.js';

/** Signs of numbers as numbers print them; a lone stroke is the dash that tables print for nothing. */
export function settle(recognition: Recognition, segment: Segment): Recognition {
  const characters = recognition.characters.filter((c) => c.text.trim() !== '');
  const text = characters.map((c) => c.text).join('');
  const flat =
    segment.y1 - segment.y0 < segment.em * 0.3 && segment.x1 - segment.x0 > (segment.y1 - segment.y0) * 1.5;
  if (flat && characters.length === 1 && /^[-—–－一_~.]$/.test(text)) {
    return {
      text: '-',
      characters: [{ ...characters[0]!, text: '-', probability: Math.max(characters[0]!.probability, 0.9) }],
    };
  }
  const numbered = numbering(characters);
  if (numbered) return { text: numbered.map((c) => c.text).join(''), characters: numbered };
  // 3、 is a numbering.
  if (!isNumberLike(text) || text.endsWith('、')) return { text, characters };
  const plain = characters.map((c) => ({ ...c, text: numericSign(c.text) }));
  return { text: plain.map((c) => c.text).join(''), characters: plain };
}

/**
 * Before the numbering comma a lying stroke is the number one and a cross the number ten: 一、, 二十一、; recognisers take
 * them for dashes and plus signs.
 */
function numbering(characters: Recognition['characters']): Recognition['characters'] | null {
  const text = characters.map((c) => c.text).join('');
  const number =
    /^[一二三四五六七八九]?[十+]?[-—–－ー−‐|lI_^一二三四五六七八九]?(?=[、，,.．][\u4e00-\u9fff])/.exec(text)?.[0] ??
    '';
  if (!/[^一二三四五六七八九十]/.test(number)) return null;
  return characters.map((c, i) => {
    if (i === number.length) return { ...c, text: '、' };
    if (i > number.length || /[一二三四五六七八九十]/.test(c.text)) return c;
    return { ...c, text: c.text === '+' ? '十' : '一', probability: Math.min(c.probability, 0.8) };
  });
}
