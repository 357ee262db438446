/**
 * @module Unicode of one glyph as the font maps it -> the text we keep: radicals and compatibility ideographs folded,
 * width kept.
 */

/**
 * Radical, unified ideograph, radical, … of the block CJK Radicals Supplement, for which NFKC has (nearly) nothing.
 * Source: Unicode Character Database, property Equivalent_Unified_Ideograph.
 */
const RADICALS_SUPPLEMENT = [
  ...('⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌' +
    '⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓' +
    '⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝' +
    '⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐' +
    '⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'),
];

const SUPPLEMENT = new Map<number, string>();
for (let i = 0; i + 1 < RADICALS_SUPPLEMENT.length; i += 2) {
  SUPPLEMENT.set(RADICALS_SUPPLEMENT[i]!.codePointAt(0)!, RADICALS_SUPPLEMENT[i + 1]!);
}

/** Blocks whose characters stand for another one: Kangxi radicals, CJK compatibility ideographs, Latin ligatures. */
function isNfkcFolded(code: number): boolean {
  return (
    (code >= 0x2f00 && code <= 0x2fdf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x2f800 && code <= 0x2fa1f) ||
    (code >= 0xfb00 && code <= 0xfb06)
  );
}

/**
 * Full-width forms stay as printed: （1，234） is what stands on the page; reading it as a number is the mapping's
 * business.
 */
export function foldText(raw: string): string {
  if (raw.length === 1) {
    const code = raw.charCodeAt(0);
    if (code < 0x2e80 || (code > 0x2fdf && code < 0xd800)) return raw;
  }
  let folded = '';
  for (const character of raw) {
    const code = character.codePointAt(0)!;
    folded +=
      code >= 0x2e80 && code <= 0x2eff
        ? (SUPPLEMENT.get(code) ?? character)
        : isNfkcFolded(code)
          ? character.normalize('NFKC')
          : character;
  }
  return folded;
}

/** Latin ligatures as letters: PDFium gives them so, and `raw` must not depend on the reader. */
export function spellOut(raw: string): string {
  const code = raw.charCodeAt(0);
  return raw.length === 1 && code >= 0xfb00 && code <= 0xfb06 ? raw.normalize('NFKC') : raw;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what some fonts map a space to
const SPACE = /^[\s\u0000\u00ad\u180e\u200b-\u200f\u2028-\u202f\u205f-\u2064\u2800\u3164\ufeff]*$/u;

/** White space and characters without ink; "" is not space but a glyph without Unicode. */
export function isSpace(raw: string): boolean {
  const code = raw.charCodeAt(0);
  if (raw.length === 1 && ((code > 0x20 && code < 0x7f) || (code >= 0x3001 && code < 0xd800))) return false;
  return raw !== '' && SPACE.test(raw) && raw !== '\u0000';
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be found
const UNUSABLE = /[\u0000-\u001f\u007f-\u009f\ufffd\ufffe\uffff\ud800-\udfff]|\p{Co}|\p{Cn}/u;

/** False: no Unicode, control characters, private use, unassigned, replacement character. */
export function isUsable(raw: string): boolean {
  if (raw.length === 1) {
    const code = raw.charCodeAt(0);
    if ((code > 0x20 && code < 0x7f) || (code >= 0x3001 && code < 0xd800)) return true;
  }
  return raw !== '' && !UNUSABLE.test(raw);
}

/**
 * Stands in `text` for a glyph that is printed but has no Unicode: a number that holds one can never be taken for a
 * shorter number.
 */
export const UNREADABLE = '\ufffd';

const PRIVATE_USE = /^\p{Co}$/u;
const ORNAMENTS = /wingdings|webdings|dingbats|marlett/i;

/** Bullets and ticks of the picture fonts: private use by design, no text. */
export function isOrnament(raw: string, font: string): boolean {
  return PRIVATE_USE.test(raw) && ORNAMENTS.test(font);
}

/**
 * Symbol fonts place their characters at U+F000 + code; those that look like ASCII are it. @returns raw when nothing
 * is known
 */
export function fromSymbolFont(raw: string, font: string): string {
  if (raw.length !== 1 || !/symbol/i.test(font)) return raw;
  const code = raw.charCodeAt(0) - 0xf000;
  if (code === 0xb7) return '•';
  return (code >= 0x30 && code <= 0x3b) ||
    [0x21, 0x25, 0x28, 0x29, 0x2b, 0x2c, 0x2d, 0x2e, 0x2f, 0x3d, 0x5b, 0x5d].includes(code)
    ? String.fromCharCode(code)
    : raw;
}
