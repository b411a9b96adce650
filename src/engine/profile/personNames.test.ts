import { expect, test } from 'vitest';
import { isArticleNumber, isCardNumber, isCorporateNumber } from './checkDigits.ts';
import { isGivenName, isKanaName, isPersonName, isSurname, namesPerson } from './personNames.ts';

test.each([
  [['佐藤太郎', '佐々木花子', '長谷川 誠', '架空花子', '髙橋一', '渡邊美咲', '小鳥遊翔太', '林 優'], true],
  [
    [
      '会社員',
      '市川市',
      '高血圧症',
      '山田製作所',
      '中村病院',
      '大久保地区',
      '骨折',
      '公務員',
      '千葉県',
      '新規',
      '特になし',
      'A',
    ],
    false,
  ],
])('%j are names of persons: %s', (values, expected) => {
  expect(values.filter((value) => isPersonName(value) !== expected)).toEqual([]);
});

test.each([
  [
    [
      'サトウ ハナコ',
      'さとうはなこ',
      'カクウ　タロウ'.normalize('NFKC'),
      'タカハシイチロウ',
      'ジョン・スミス',
      'みほんはなこ',
    ],
    true,
  ],
  [['センター', 'アルバイト', 'パート', 'カナ', 'ノート', 'コンピューター'], false],
])('%j are names in kana: %s', (values, expected) => {
  expect(values.filter((value) => isKanaName(value) !== expected)).toEqual([]);
});

test.each([
  [['担当は鈴木花子です', '見本さんへ連絡', '長女の佐藤美咲と来所', '山本様より電話', '窓口:田中一郎'], true],
  [
    [
      '石川県から転入',
      '皆さんへ案内',
      '患者様の希望',
      '大野町内の施設',
      '中村部長が説明',
      '特になし',
      '福島市内で受診',
    ],
    false,
  ],
])('%j name a person: %s', (texts, expected) => {
  expect(texts.filter((text) => namesPerson(text) !== expected)).toEqual([]);
});

test.each([
  ['姓', isSurname, ['佐藤', '髙橋', 'サトウ', 'さとう'], ['佐藤花子', '架空', '市']],
  ['名', isGivenName, ['花子', '健', 'さくら', '大樹'], ['中野', '佐藤花子', '可', '有無']],
  [
    '姓名',
    isPersonName,
    ['佐藤 花子（サトウ ハナコ）'.normalize('NFKC'), '鈴木一郎 様', '架空花子殿'],
    ['高校（コウコウ）'.normalize('NFKC')],
  ],
])('half a name, and what stands behind one: %s', (_, fits, names, others) => {
  expect([names.filter((value) => !fits(value)), others.filter((value) => fits(value))]).toEqual([[], []]);
});

test('one last digit in ten makes an article number, and only with the digits of Japan or of a book in front', () => {
  const article = [...'0123456789'].filter((last) => isArticleNumber(`490123456789${last}`));
  expect(article).toEqual(['4']);
  expect([isArticleNumber('9784000000000'), isArticleNumber('1234567890128')]).toEqual([true, false]);
});

test('one first digit in nine makes twelve digits a corporate number, and one last digit in ten a card number', () => {
  const corporate = [...'123456789'].filter((first) => isCorporateNumber(`${first}000012050002`));
  expect(corporate).toEqual(['7']);
  const card = [...'0123456789'].filter((last) => isCardNumber(`411111111111111${last}`));
  expect(card).toEqual(['1']);
  expect([isCorporateNumber('123456789012'), isCardNumber('123456789012')]).toEqual([false, false]);
});
