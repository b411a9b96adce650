import type { ShapeName } from './shapes.ts';

/** Role that a column may have in a recipe. */
export type SuggestedRole =
  | 'identifying'
  | 'identificationCode'
  | 'linkingCode'
  | 'quasi'
  | 'sensitive'
  | 'free'
  | 'other';

/** A kind of column that an administrative file can have. */
export interface Kind {
  /** What an official calls it. */
  readonly label: string;
  readonly role: SuggestedRole;
  /** Words in the header: Japanese ones anywhere, Latin ones as whole words. The longest word of all kinds decides. */
  readonly words: readonly string[];
  /** Shapes that its values have. */
  readonly shapes?: readonly ShapeName[];
  /** Confidence when most values have such a shape and the header says nothing; without it, the header has to. */
  readonly byValues?: number;
  /** What an official should know besides. */
  readonly remark?: string;
}

const sensitiveRemark = '要配慮個人情報に当たり得ます。';

/** In order of caution: of two kinds that fit as well, the first is taken. */
export const kinds: readonly Kind[] = [
  {
    label: '個人番号',
    role: 'identificationCode',
    words: ['個人番号', 'マイナンバー', '個人ナンバー', 'my number', 'mynumber', 'individual number'],
    shapes: ['individualNumber', 'checkedIndividualNumber'],
    byValues: 0.7,
    remark: '検査用数字が合わなくても、個人番号でないとは言えません。',
  },
  {
    label: '住民票コード',
    role: 'identificationCode',
    words: ['住民票コード', '住基コード', '住民コード'],
    shapes: ['elevenDigits'],
    byValues: 0.5,
  },
  {
    label: '基礎年金番号',
    role: 'identificationCode',
    words: ['基礎年金番号', '年金番号', '年金手帳', 'pension number'],
    shapes: ['pensionNumber', 'tenDigits'],
  },
  { label: '基礎年金番号', role: 'identificationCode', words: [], shapes: ['pensionNumber'], byValues: 0.7 },
  {
    label: '免許証番号',
    role: 'identificationCode',
    words: ['免許証番号', '免許番号', '運転免許', 'driver license', 'license number'],
    shapes: ['individualNumber'],
  },
  {
    label: '旅券番号',
    role: 'identificationCode',
    words: ['旅券番号', '旅券', 'パスポート', 'passport'],
    shapes: ['passportNumber'],
    byValues: 0.6,
  },
  {
    label: '被保険者番号',
    role: 'identificationCode',
    words: [
      '被保険者番号',
      '被保険者証',
      '被保険者記号',
      '保険証番号',
      '保険証記号',
      '介護保険番号',
      '国保番号',
      '受給者番号',
    ],
    shapes: ['digits', 'code'],
  },
  {
    label: '在留カード番号',
    role: 'identificationCode',
    words: ['在留カード', '特別永住者証明書'],
  },
  {
    label: '生体情報',
    role: 'identificationCode',
    words: ['指紋', '顔特徴', '顔認証', '虹彩', '声紋', '静脈', '掌紋', 'dna', '塩基配列', 'fingerprint', 'biometric'],
  },
  {
    label: 'カナ氏名',
    role: 'identifying',
    words: ['カナ', 'かな氏名', 'フリガナ', 'ふりがな', '読み仮名', 'kana'],
    shapes: ['kanaName'],
    byValues: 0.7,
  },
  {
    label: '氏名',
    role: 'identifying',
    words: [
      ...['氏名', '姓名', '名前', '氏', '姓', '患者名', '世帯主', '保護者名', '申請者名', '代表者名', '本人名', '宛名'],
      ...['name', 'fullname', 'full name', 'first name', 'last name', 'given name', 'family name', 'surname'],
    ],
    shapes: ['personName'],
    byValues: 0.6,
  },
  {
    label: 'メールアドレス',
    role: 'identifying',
    words: ['メール', 'メールアドレス', 'eメール', 'email', 'e-mail', 'mail'],
    shapes: ['mail'],
    byValues: 0.95,
  },
  {
    label: '電話番号',
    role: 'identifying',
    words: [
      '電話',
      '電話番号',
      '携帯',
      'tel',
      'fax',
      'ファクス',
      'ファックス',
      'phone',
      'telephone',
      'mobile',
      '連絡先',
    ],
    shapes: ['phone'],
    byValues: 0.8,
  },
  {
    label: '住所',
    role: 'identifying',
    words: ['住所', '居所', '住居', '所在地', '番地', '方書', '本籍', 'address', 'street'],
    shapes: ['address'],
    byValues: 0.7,
    remark: '町丁や市区町村までに一般化すれば、準識別子（5号）として残せます。',
  },
  {
    label: '口座番号',
    role: 'identifying',
    words: ['口座番号', '口座', '通帳番号', 'account number', 'bank account', 'iban'],
    shapes: ['sevenDigits', 'digits'],
  },
  {
    label: 'クレジットカード番号',
    role: 'identifying',
    words: ['クレジットカード', 'カード番号', 'card number', 'credit card'],
    shapes: ['digits'],
  },
  {
    label: '緯度・経度',
    role: 'identifying',
    words: ['緯度', '経度', '位置情報', '座標', 'latitude', 'longitude', 'lat', 'lon', 'lng'],
    shapes: ['coordinate'],
    byValues: 0.6,
    remark: '住居や勤務先の位置は、それだけで個人を識別し得ます。',
  },
  {
    label: '写真・画像',
    role: 'identifying',
    words: ['写真', '顔画像', '画像', 'photo', 'image'],
  },
  {
    label: '個人を結び付ける符号',
    role: 'linkingCode',
    words: [
      ...[
        '個人コード',
        '個人id',
        '住民番号',
        '宛名番号',
        '宛名コード',
        '世帯番号',
        '世帯コード',
        '職員番号',
        '社員番号',
      ],
      ...['学籍番号', '生徒番号', '受験番号', '患者番号', '患者id', 'カルテ番号', '診察券番号', '会員番号', '会員id'],
      ...[
        '利用者番号',
        '利用者id',
        '顧客番号',
        '整理番号',
        '管理番号',
        '受付番号',
        '識別番号',
        '識別コード',
        '申請番号',
      ],
      ...['通知書番号', '証番号', 'id', 'user id', 'person id', 'patient id', 'uuid', 'key', 'record id', 'member id'],
    ],
    shapes: ['code', 'digits'],
  },
  {
    label: '生年月日',
    role: 'quasi',
    words: ['生年月日', '誕生日', '生年', '生年月', '出生日', 'birth', 'birthday', 'birthdate', 'birth date', 'dob'],
    shapes: ['westernDate', 'eraDate'],
  },
  {
    label: '死亡・異動などの日付',
    role: 'quasi',
    words: ['年月日', '日付', '死亡日', '異動日', '受診日', '入院日', '退院日', '認定日', '申請日', '届出日', 'date'],
    shapes: ['westernDate', 'eraDate'],
    byValues: 0.6,
  },
  {
    label: '郵便番号',
    role: 'quasi',
    words: ['郵便番号', '郵便', '〒', 'postal code', 'postcode', 'zip', 'zipcode', 'zip code'],
    shapes: ['postalCode', 'sevenDigits'],
  },
  { label: '郵便番号', role: 'quasi', words: [], shapes: ['postalCode'], byValues: 0.8 },
  { label: '年齢', role: 'quasi', words: ['年齢', '年令', '満年齢', 'age'], shapes: ['age', 'integer'] },
  { label: '年齢', role: 'quasi', words: [], shapes: ['age'], byValues: 0.8 },
  { label: '性別', role: 'quasi', words: ['性別', '男女', 'sex', 'gender'], shapes: ['sex'], byValues: 0.8 },
  {
    label: '地域',
    role: 'quasi',
    words: [
      ...[
        '都道府県',
        '市区町村',
        '市町村',
        '区市町村',
        '町名',
        '町丁',
        '大字',
        '地区',
        '学区',
        '居住地',
        '出生地',
        '出身地',
      ],
      ...[
        '市町村コード',
        '団体コード',
        '自治体コード',
        'prefecture',
        'city',
        'municipality',
        'town',
        'region',
        'country',
      ],
      ...['native country', 'state'],
    ],
  },
  {
    label: '国籍',
    role: 'quasi',
    words: ['国籍', 'nationality', 'citizenship'],
  },
  {
    label: '人種',
    role: 'quasi',
    words: ['人種', '民族', 'race', 'ethnicity'],
    remark: sensitiveRemark,
  },
  {
    label: '職業・勤務先',
    role: 'quasi',
    words: [
      ...['職業', '職種', '職名', '役職', '勤務先', '会社名', '所属', '業種', '雇用', 'occupation', 'job', 'employer'],
      ...['workclass', 'company', 'profession'],
    ],
  },
  {
    label: '学歴・学校',
    role: 'quasi',
    words: ['学歴', '学校', '学校名', '学年', '学部', '学科', '最終学歴', 'education', 'school', 'degree', 'grade'],
  },
  {
    label: '家族・世帯',
    role: 'quasi',
    words: [
      ...['続柄', '婚姻', '配偶者', '世帯人数', '世帯構成', '家族構成', '世帯員数', '子の数', '扶養', 'marital status'],
      ...['marital', 'household', 'relationship', 'family size'],
    ],
  },
  {
    label: '身体',
    role: 'quasi',
    words: ['身長', '体重', '血液型', 'height', 'weight', 'blood type', 'bmi'],
  },
  {
    label: '病歴・健康',
    role: 'sensitive',
    words: [
      ...[
        '病名',
        '傷病',
        '疾病',
        '疾患',
        '診断',
        '診療',
        '病歴',
        '既往',
        '症状',
        '健診',
        '健康診断',
        '検査結果',
        '検査値',
      ],
      ...[
        '服薬',
        '処方',
        '投薬',
        '手術',
        '治療',
        '障害',
        '要介護',
        '介護度',
        '血圧',
        '血糖',
        '妊娠',
        '死因',
        'disease',
      ],
      ...['diagnosis', 'disability', 'medication', 'symptom', 'treatment', 'icd'],
    ],
    remark: sensitiveRemark,
  },
  {
    label: '犯罪・被害',
    role: 'sensitive',
    words: [
      '犯罪',
      '前科',
      '犯歴',
      '逮捕',
      '罪名',
      '被害',
      '違反',
      '保護処分',
      'crime',
      'conviction',
      'victim',
      'arrest',
    ],
    remark: sensitiveRemark,
  },
  {
    label: '信条・社会的身分',
    role: 'sensitive',
    words: ['信条', '宗教', '思想', '支持政党', '社会的身分', '組合', 'religion', 'belief'],
    remark: sensitiveRemark,
  },
  {
    label: '所得・給付',
    role: 'sensitive',
    words: [
      ...['年収', '所得', '収入', '給与', '税額', '課税', '滞納', '資産', '残高', '生活保護', '扶助', '手当', '給付'],
      ...['income', 'salary', 'salary class', 'wage', 'tax', 'balance'],
    ],
  },
  {
    label: '自由記述',
    role: 'free',
    words: [
      ...[
        '備考',
        '特記',
        '摘要',
        '自由記述',
        '所見',
        'メモ',
        'コメント',
        '記事',
        '内容',
        '理由',
        '経過',
        '相談',
        '意見',
      ],
      ...['comment', 'comments', 'note', 'notes', 'remarks', 'memo', 'description', 'free text'],
    ],
  },
];
