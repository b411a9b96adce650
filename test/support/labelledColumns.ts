import type { ProfiledColumn } from '../../src/engine/index.ts';
import { municipalityCheckDigit } from '../../src/japan/municipalityCheckDigit.ts';

/** A column of fictitious values, and what an official says that it is. */
export interface LabelledColumn {
  readonly header: string;
  readonly role: ProfiledColumn['role'];
  readonly values: readonly string[];
}

/** `tuning`: looked at while the detection was made. `measured`: only ever counted. */
export const parts = ['tuning', 'measured'] as const;
export type Part = (typeof parts)[number];

const rows = 120;

/** Draws of one column: the same in every run. */
interface Draws {
  /** A whole number from `low` to `high`. */
  number(low: number, high: number): number;
  digits(length: number): string;
  of<Item>(items: readonly Item[]): Item;
  chance(percent: number): boolean;
}

function drawsOf(seed: string): Draws {
  let state = [...seed].reduce(
    (sum, one) => Math.imul(sum ^ (one.codePointAt(0) ?? 0), 16_777_619) >>> 0,
    2_166_136_261,
  );
  const number = (low: number, high: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return low + (((mixed ^ (mixed >>> 14)) >>> 0) % (high - low + 1));
  };
  return {
    number,
    digits: (length) => Array.from({ length }, () => number(0, 9)).join(''),
    of: <Item>(items: readonly Item[]) => items[number(0, items.length - 1)] as Item,
    chance: (percent) => number(1, 100) <= percent,
  };
}

type Make = (draw: Draws, row: number) => string;

const words = (text: string) => text.trim().split(/\s+/);
const wide = (text: string) => text.replaceAll(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
const pad = (value: number, length: number) => String(value).padStart(length, '0');

const surnames = words(
  '佐藤 鈴木 高橋 田中 渡辺 伊藤 山本 中村 小林 加藤 架空 見本 例示 仮名 日下部 鵜飼 真壁 御手洗 東雲 氷室 髙橋 渡邊 齋藤 長谷川 五十嵐',
);
const given = words('太郎 次郎 花子 一郎 美咲 健太 由美子 誠 さくら 翔 陽菜 和子 正 恵 浩二 千代 雅彦 優 結衣 清');
const kana = words(
  'サトウ スズキ タカハシ タナカ ワタナベ カクウ ミホン レイジ クサカベ ウカイ マカベ ヒムロ ハセガワ イガラシ',
);
const givenKana = words('タロウ ジロウ ハナコ イチロウ ミサキ ケンタ ユミコ マコト サクラ ショウ ヒナ カズコ');
const cities = words(
  '千葉県市川市 東京都府中市 神奈川県横浜市中区 北海道余市郡余市町 大阪府堺市堺区 市川市 町田市 横浜市港北区 熊本県熊本市 札幌市中央区',
);
const towns = words('見本町 例示 八幡 本町 中央 架空台 南見本');
const illnesses = words(
  '高血圧症 2型糖尿病 胃潰瘍 肺炎 大腿骨骨折 うつ病 気管支喘息 乳がん 脂質異常症 急性上気道炎 白内障 狭心症 腰痛症 認知症',
);
const jobs = words('会社員 公務員 自営業 農業 パート 主婦 学生 無職 会社役員 団体職員 看護師 教員');
const notes = words(
  '窓口で説明した。 書類の不足なし。 次回は家族と来る予定。 体調は良いとのこと。 電話で確認済み。 特に問題なし。 再度の案内を希望。 手続は完了。',
);

const person: Make = (draw) => `${draw.of(surnames)}${draw.of(given)}`;
const fullAddress: Make = (draw) =>
  `${draw.of(cities)}${draw.of(towns)}${draw.number(1, 9)}丁目${draw.number(1, 30)}番${draw.number(1, 20)}号`;
const shortAddress: Make = (draw) =>
  `${draw.of(cities)}${draw.of(towns)}${draw.number(1, 9)}-${draw.number(1, 30)}-${draw.number(1, 20)}`;
const western: Make = (draw) =>
  `${draw.number(1930, 2015)}-${pad(draw.number(1, 12), 2)}-${pad(draw.number(1, 28), 2)}`;
const era: Make = (draw) =>
  `${draw.of(['昭和', '平成'])}${draw.number(2, 30)}年${draw.number(1, 12)}月${draw.number(1, 28)}日`;
const eraCode: Make = (draw) =>
  `${draw.of(['3', '4'])}${pad(draw.number(2, 30), 2)}${pad(draw.number(1, 12), 2)}${pad(draw.number(1, 28), 2)}`;
const mobile: Make = (draw) => `0${draw.of(['7', '8', '9'])}0-0000-${draw.digits(4)}`;
const sentence: Make = (draw) => `${draw.of(notes)}${draw.of(notes)}`;
const rarely =
  (percent: number, make: Make, otherwise: string): Make =>
  (draw, row) =>
    draw.chance(percent) ? make(draw, row) : otherwise;

function individual(draw: Draws): string {
  const digits = draw.digits(11);
  const sum =
    [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2].reduce((total, weight, place) => total + weight * Number(digits[place]), 0) % 11;
  return digits + (sum <= 1 ? 0 : 11 - sum);
}

function corporate(draw: Draws): string {
  const digits = draw.digits(12);
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 2 : 1), 0);
  return `${9 - (sum % 9)}${digits}`;
}

function article(draw: Draws): string {
  const digits = `49${draw.digits(10)}`;
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

function municipality(draw: Draws): string {
  const code = draw.of(['12203', '13101', '14104', '27141', '43101', '01408']);
  return code + municipalityCheckDigit(code);
}

type Entry = readonly [header: string, role: LabelledColumn['role'], make: Make];

const tuning: readonly Entry[] = [
  ['氏名', 'identifying', person],
  ['項目01', 'identifying', (draw) => `${draw.of(surnames)}　${draw.of(given)}`],
  ['項目02', 'identifying', person],
  ['フリガナ', 'identifying', (draw) => `${draw.of(kana)} ${draw.of(givenKana)}`],
  ['項目03', 'identifying', (draw) => `${draw.of(kana)} ${draw.of(givenKana)}`],
  ['担当者', 'identifying', (draw) => draw.of(surnames)],
  ['住所', 'identifying', fullAddress],
  ['項目04', 'identifying', shortAddress],
  ['項目05', 'identifying', (draw, row) => wide(shortAddress(draw, row))],
  ['電話番号', 'identifying', mobile],
  ['項目06', 'identifying', mobile],
  ['項目07', 'identifying', (draw) => `090${draw.digits(8)}`],
  ['連絡先', 'identifying', (draw) => `(047)000-${draw.digits(4)}`],
  ['メール', 'identifying', (_, row) => `mihon${row}@example.jp`],
  ['項目08', 'identifying', (draw, row) => `${draw.of(['a', 'b'])}${row}@example.co.jp`],
  ['口座番号', 'identifying', (draw) => draw.digits(7)],
  ['緯度', 'identifying', (draw) => `35.${draw.digits(6)}`],
  ['項目09', 'identifying', (draw) => `139.${draw.digits(6)}`],
  ['個人番号', 'identificationCode', individual],
  ['項目10', 'identificationCode', individual],
  ['項目11', 'identificationCode', (draw) => wide(draw.digits(12))],
  ['項目12', 'identificationCode', (draw) => `${draw.digits(4)}-${draw.digits(4)}-${draw.digits(4)}`],
  ['住民票コード', 'identificationCode', (draw) => `1${draw.digits(10)}`],
  ['基礎年金番号', 'identificationCode', (draw) => `${draw.digits(4)}-${draw.digits(6)}`],
  ['運転免許証番号', 'identificationCode', (draw) => `30${draw.digits(10)}`],
  ['旅券番号', 'identificationCode', (draw) => `TX${draw.digits(7)}`],
  ['被保険者証記号番号', 'identificationCode', (draw) => `${draw.digits(2)}-${draw.digits(6)}`],
  ['個人コード', 'linkingCode', (draw) => draw.digits(9)],
  ['宛名番号', 'linkingCode', (draw) => draw.digits(10)],
  ['項目13', 'linkingCode', (_, row) => `K-${pad(row * 7 + 1000, 6)}`],
  ['項目14', 'linkingCode', (draw) => `2${draw.digits(8)}`],
  ['生年月日', 'quasi', western],
  ['項目15', 'quasi', era],
  ['項目16', 'quasi', eraCode],
  ['年齢', 'quasi', (draw) => String(draw.number(0, 95))],
  ['項目17', 'quasi', (draw) => `${draw.number(18, 95)}歳`],
  ['性別', 'quasi', (draw) => String(draw.number(1, 2))],
  ['項目18', 'quasi', (draw) => draw.of(['男', '女', '男', '女', '不明'])],
  ['郵便番号', 'quasi', (draw) => `${draw.digits(3)}-${draw.digits(4)}`],
  ['項目19', 'quasi', (draw) => `〒${draw.digits(3)}-${draw.digits(4)}`],
  ['職業', 'quasi', (draw) => draw.of(jobs)],
  ['項目20', 'quasi', (draw) => draw.of(jobs)],
  ['国籍', 'quasi', (draw) => draw.of(['日本', '中国', 'ベトナム', 'ブラジル', '韓国'])],
  ['世帯主続柄', 'quasi', (draw) => draw.of(['本人', '妻', '長男', '長女', '母'])],
  ['項目21', 'quasi', (draw) => draw.of(['千葉県', '東京都', '神奈川県', '埼玉県'])],
  ['勤務先法人番号', 'quasi', corporate],
  ['病名', 'sensitive', (draw) => draw.of(illnesses)],
  ['項目22', 'sensitive', (draw) => draw.of(illnesses)],
  ['世帯年収', 'sensitive', (draw) => `${draw.number(100, 1500)}万円`],
  ['要介護状態区分', 'sensitive', (draw) => `要介護${draw.number(1, 5)}`],
  ['備考', 'free', rarely(20, sentence, '')],
  ['項目23', 'free', sentence],
  [
    '項目24',
    'free',
    rarely(5, (draw, row) => `${draw.of(['佐藤', '田中', '見本'])}様より${mobile(draw, row)}へ連絡希望`, 'なし'),
  ],
  ['対応内容', 'free', rarely(10, (draw, row) => `${person(draw, row)}が来所`, '対応済み')],
  ['件数', 'other', (draw) => String(draw.number(0, 20))],
  ['項目25', 'other', (draw) => draw.of(['甲', '乙', '丙'])],
  ['利用区分', 'other', (draw) => draw.of(['新規', '継続', '終了'])],
  ['年度', 'other', (draw) => String(draw.number(2018, 2025))],
  ['電話対応フラグ', 'other', (draw) => String(draw.number(0, 1))],
  ['項目26', 'other', (draw) => draw.of(['有', '無'])],
  ['項目27', 'identifying', (draw) => draw.of(surnames)],
  ['項目28', 'identifying', (draw) => draw.of(given)],
  ['項目29', 'identifying', (draw) => `${person(draw, 0)}（${draw.of(kana)} ${draw.of(givenKana)}）`],
  [
    '項目30',
    'identifying',
    (draw) => `${draw.of(towns)}${draw.of([...'一二三四'])}丁目${draw.of([...'五六七八'])}番地`,
  ],
  ['項目31', 'identifying', (draw) => `+81-${draw.of(['90', '80', '3'])}-0000-${draw.digits(4)}`],
  ['項目32', 'identifying', (draw) => `03-0000-${draw.digits(4)}（内線${draw.number(10, 999)}）`],
  [
    '項目33',
    'identifying',
    (draw) => `N35.${draw.number(10, 59)}.${draw.number(10, 59)},E139.${draw.number(10, 59)}.10`,
  ],
  ['項目34', 'identificationCode', (draw) => `個人番号:${individual(draw)}`],
  ['項目35', 'identificationCode', (draw) => `tk${draw.digits(7)}`],
  ['免許証No.', 'identificationCode', (draw) => `第${draw.digits(12)}号`],
  ['会員№', 'linkingCode', (draw) => draw.digits(7)],
  ['給与番号', 'linkingCode', (draw) => draw.digits(6)],
  ['項目36', 'linkingCode', (draw) => Array.from({ length: 8 }, () => draw.number(1, 65_535).toString(16)).join(':')],
  ['項目37', 'quasi', (draw, row) => `${western(draw, row).replaceAll('-', '/')}(${draw.of([...'月火水木金'])})`],
  ['項目38', 'quasi', (draw, row) => `${western(draw, row)}T0${draw.number(0, 9)}:15:00+09:00`],
  [
    '項目39',
    'quasi',
    (draw) => `${pad(draw.number(1, 12), 2)}/${pad(draw.number(1, 28), 2)}/${draw.number(1930, 2015)}`,
  ],
  ['項目40', 'quasi', (draw) => `昭和 ${draw.number(1, 63)}年 ${draw.number(1, 12)}月 ${draw.number(1, 28)}日`],
  ['項目41', 'quasi', (draw) => draw.of(['20代', '30代', '40代', '50代以上'])],
  ['項目42', 'sensitive', (draw) => draw.of(words('仮名錠5mg 見本カプセル100mg 例示点眼液0.1% 架空散50g'))],
  ['HbA1c(NGSP)', 'sensitive', (draw) => `${draw.number(5, 8)}.${draw.digits(1)}`],
  ['JANコード', 'other', article],
  ['項目43', 'other', article],
  ['品番', 'other', (draw) => `${draw.of(['A', 'B'])}-${draw.digits(5)}`],
  ['金額（円）', 'other', (draw) => draw.digits(5).replace(/^0/, '1')],
  ['項目44', 'other', (draw) => `${draw.number(2018, 2025)}-W${pad(draw.number(1, 52), 2)}`],
  ['分類コード', 'other', (draw) => draw.digits(3)],
  ['項目45', 'linkingCode', (draw) => (draw.chance(8) ? draw.of(['記載なし', '要確認']) : `U${draw.digits(7)}`)],
  ['項目46', 'other', (draw) => String(draw.number(1, 99_999) * 10)],
  ['リンク先', 'other', (draw) => `https://www.example.jp/pages/${draw.number(1, 90)}`],
];

const measured: readonly Entry[] = [
  ['申請者氏名', 'identifying', person],
  ['列1', 'identifying', (draw) => `${draw.of(words('吉田 松本 井上 木村 例田 仮山 佐々木 斎藤'))} ${draw.of(given)}`],
  [
    '列2',
    'identifying',
    (draw) =>
      `${draw.of(words('吉田 松本 井上 木村 山崎 阿部 森 池田 橋本 鬼塚 小鳥遊 百々'))}${draw.of(words('大輔 真理子 千尋 勇気 節子 義男 みどり 亮 英子 光男'))}`,
  ],
  ['カナ名', 'identifying', (draw) => draw.of(words('ﾖｼﾀﾞ ﾏﾂﾓﾄ ｲﾉｳｴ ｷﾑﾗ')) + draw.of(words('ﾀﾞｲｽｹ ﾏﾘｺ ﾁﾋﾛ'))],
  [
    '列3',
    'identifying',
    (draw) => `${draw.of(words('よしだ まつもと いのうえ きむら'))}　${draw.of(words('だいすけ まりこ ちひろ'))}`,
  ],
  [
    '列4',
    'identifying',
    (draw) => `${draw.of(words('YOSHIDA MATSUMOTO INOUE KIMURA'))} ${draw.of(words('DAISUKE MARIKO CHIHIRO'))}`,
  ],
  ['居住地', 'identifying', fullAddress],
  ['列5', 'identifying', (draw, row) => `${shortAddress(draw, row)} 見本ハイツ${draw.number(101, 305)}`],
  [
    '列6',
    'identifying',
    (draw) =>
      `${draw.of(cities)}${draw.of(towns)}${draw.of(words('一 二 三 四'))}丁目${draw.number(1, 20)}番地の${draw.number(1, 9)}`,
  ],
  ['TEL（自宅）', 'identifying', (draw) => `03-0000-${draw.digits(4)}`],
  ['列7', 'identifying', (draw) => `03 0000 ${draw.digits(4)}`],
  ['列8', 'identifying', (draw, row) => wide(mobile(draw, row))],
  ['e-mail', 'identifying', (_, row) => `user.${row}@example.com`],
  ['振込口座', 'identifying', (draw) => `普通 ${draw.digits(7)}`],
  ['位置情報', 'identifying', (draw) => `35.${draw.digits(5)}, 139.${draw.digits(5)}`],
  ['列9', 'identifying', (draw) => `習志野 500 あ ${draw.digits(2)}-${draw.digits(2)}`],
  ['メモ2', 'identifying', mobile],
  ['マイナンバー', 'identificationCode', (draw) => draw.digits(12)],
  ['列10', 'identificationCode', (draw) => individual(draw).replace(/^0/, '')],
  ['列11', 'identificationCode', (draw) => `${draw.digits(4)} ${draw.digits(4)} ${draw.digits(4)}`],
  ['整理コード', 'identificationCode', (draw) => wide(individual(draw))],
  ['住基コード', 'identificationCode', (draw) => `2${draw.digits(10)}`],
  ['年金番号', 'identificationCode', (draw) => draw.digits(10)],
  ['列12', 'identificationCode', (draw) => `${draw.digits(4)}－${draw.digits(6)}`],
  ['免許番号', 'identificationCode', (draw) => `43${draw.digits(10)}`],
  ['列13', 'identificationCode', (draw) => `MZ${draw.digits(7)}`],
  ['介護保険被保険者番号', 'identificationCode', (draw) => `00${draw.digits(8)}`],
  ['在留カード', 'identificationCode', (draw) => `AB${draw.digits(8)}CD`],
  ['世帯コード', 'linkingCode', (draw) => draw.digits(8)],
  ['customer_id', 'linkingCode', (_, row) => `C${pad(row + 1, 5)}`],
  [
    '列14',
    'linkingCode',
    (draw) =>
      `${draw.of(['a', 'b', 'c'])}${draw.digits(7)}-${draw.digits(4)}-4${draw.digits(3)}-8${draw.digits(3)}-${draw.digits(12)}`,
  ],
  ['カルテNo', 'linkingCode', (draw) => draw.digits(6)],
  ['列15', 'linkingCode', (draw) => `5${draw.digits(9)}`],
  ['birth_date', 'quasi', (draw, row) => western(draw, row).replaceAll('-', '/')],
  [
    '列16',
    'quasi',
    (draw) => `${draw.of(['S', 'H'])}${draw.number(2, 30)}.${draw.number(1, 12)}.${draw.number(1, 28)}`,
  ],
  ['生年月日（7桁）', 'quasi', eraCode],
  ['列17', 'quasi', (draw, row) => western(draw, row).replaceAll('-', '')],
  ['受診時年齢', 'quasi', (draw) => `${draw.number(0, 95)}才`],
  ['列18', 'quasi', (draw) => `${draw.number(1, 9)}0代`],
  ['SEX', 'quasi', (draw) => draw.of(['M', 'F'])],
  ['列19', 'quasi', (draw) => draw.of(['男性', '女性', '回答しない'])],
  ['〒', 'quasi', (draw) => draw.digits(7)],
  ['列20', 'quasi', (draw) => draw.of(['市川市', '船橋市', '松戸市', '柏市', '浦安市'])],
  ['市町村コード', 'quasi', municipality],
  ['列21', 'quasi', municipality],
  ['職種', 'quasi', (draw) => draw.of(words('営業 事務 製造 販売 介護 運転'))],
  ['列22', 'quasi', (draw) => draw.of(words('フィリピン 中国 ネパール ベトナム インドネシア 韓国'))],
  ['最終学歴', 'quasi', (draw) => draw.of(words('高校 大学 大学院 短大 専門学校'))],
  ['列23', 'quasi', (draw) => draw.of(words('未婚 既婚 離別 死別'))],
  ['列24', 'quasi', (draw) => draw.of(words('株式会社見本 例示工業株式会社 架空商事(有) 見本市立例示小学校 例示医院'))],
  ['取引先番号', 'quasi', corporate],
  ['傷病名', 'sensitive', (draw) => draw.of(illnesses)],
  [
    '列25',
    'sensitive',
    (draw) =>
      draw.of(
        words('急性胃腸炎 慢性腎臓病 変形性膝関節症 統合失調症 脳梗塞 虫垂炎 アトピー性皮膚炎 インフルエンザ 貧血'),
      ),
  ],
  ['列26', 'sensitive', (draw) => `${draw.of(['I', 'J', 'E', 'C', 'M'])}${draw.digits(2)}.${draw.digits(1)}`],
  ['課税所得額', 'sensitive', (draw) => String(draw.number(0, 9_000_000))],
  ['列27', 'sensitive', (draw) => `要支援${draw.number(1, 2)}`],
  ['障害者手帳等級', 'sensitive', (draw) => `${draw.number(1, 6)}級`],
  ['罪名', 'sensitive', (draw) => draw.of(words('窃盗 傷害 詐欺 横領'))],
  ['相談記録', 'free', sentence],
  ['列28', 'free', rarely(8, (draw, row) => `転居先は${shortAddress(draw, row)}とのこと`, '変更なし')],
  ['列29', 'free', rarely(4, (draw) => `番号${draw.digits(12)}を確認`, '')],
  ['その他特記', 'free', rarely(30, sentence, '')],
  ['列30', 'free', rarely(6, (_, row) => `連絡は user${row}@example.jp まで`, '不要')],
  ['列31', 'free', rarely(10, (draw, row) => `${person(draw, row)}さんが同席`, '単独')],
  ['利用回数', 'other', (draw) => String(draw.number(1, 12))],
  ['住所変更有無', 'other', (draw) => draw.of(['有', '無'])],
  ['列32', 'other', (draw) => draw.of(['A', 'B', 'C', 'D'])],
  ['曜日', 'other', (draw) => draw.of([...'月火水木金'])],
  ['列33', 'other', (draw) => `${draw.number(0, 40)}.${draw.digits(1)}`],
  ['処理結果', 'other', (draw) => draw.of(['正常', '保留', '差戻'])],
  ['列34', 'other', (draw) => String(draw.number(1, 500) * 100)],
  ['メール配信希望', 'other', (draw) => draw.of(['する', 'しない'])],
];

/** The labelled columns of a part, the same in every run. */
export const labelledColumns = (part: Part): LabelledColumn[] =>
  (part === 'tuning' ? tuning : measured).map(([header, role, make]) => {
    const draw = drawsOf(`${part}:${header}`);
    return { header, role, values: Array.from({ length: rows }, (_, row) => make(draw, row)) };
  });
