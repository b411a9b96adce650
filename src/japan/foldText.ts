/** 異体字 that names of people and places commonly carry, each with the character of the 常用漢字表 or the more common one. */
const variants: Readonly<Record<string, string>> = {
  髙: '高',
  﨑: '崎',
  嵜: '崎',
  碕: '崎',
  邊: '辺',
  邉: '辺',
  澤: '沢',
  濵: '浜',
  濱: '浜',
  齋: '斎',
  齊: '斉',
  櫻: '桜',
  廣: '広',
  國: '国',
  嶋: '島',
  嶌: '島',
  德: '徳',
  惠: '恵',
  冨: '富',
  𠮷: '吉',
  槇: '槙',
  瀨: '瀬',
  曻: '昇',
  會: '会',
  學: '学',
  龍: '竜',
  眞: '真',
  圓: '円',
  壽: '寿',
  應: '応',
};
const variantPattern = new RegExp(`[${Object.keys(variants).join('')}]`, 'gu');
const selectors = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
const dashes = /[\u2010-\u2015\u2212\u2500]/g;
const katakana = /[ァ-ヶ]/g;

/**
 * The form in which texts are compared in a search: width, case, ひらがな and カタカナ, 異体字 and their selectors, dashes and
 * blanks make no difference. Never stored in place of the text.
 */
export function foldText(text: string): string {
  return text
    .replaceAll(selectors, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(dashes, '-')
    .replaceAll(variantPattern, (character) => variants[character] ?? character)
    .replaceAll(katakana, (character) => String.fromCharCode(character.charCodeAt(0) - 0x60))
    .replaceAll(/\s+/g, ' ')
    .trim();
}
