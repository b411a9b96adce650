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
  /** Words in the header: Japanese ones anywhere, Latin ones as whole words. The word that ends last decides, then the longest. */
  readonly words: readonly string[];
  /** Shapes that its values have. */
  readonly shapes?: readonly ShapeName[];
  /** Confidence when most values have such a shape and the header says nothing; without it, the header has to. */
  readonly byValues?: number;
  /** What an official should know besides. */
  readonly remark?: string;
}

const list = (words: string): readonly string[] => words.split('、').map((word) => word.trim());
const sensitiveRemark = '要配慮個人情報に当たり得ます。';
const codeRemark = '桁の形だけでは、ほかの番号と区別できません。';

/** In order of caution: of two kinds that fit as well, the first is taken. */
export const kinds: readonly Kind[] = [
  {
    label: '個人番号',
    role: 'identificationCode',
    words: list(
      '個人番号、マイナンバー、個人ナンバー、my number、mynumber、my no、individual number、kojin bango、kojinbango',
    ),
    shapes: ['individualNumber', 'checkedIndividualNumber'],
    byValues: 0.7,
    remark: '検査用数字が合わなくても、個人番号でないとは言えません。',
  },
  {
    label: '住民票コード',
    role: 'identificationCode',
    words: list('住民票コード、住基コード、住民コード、住基番号、juki code'),
    shapes: ['elevenDigits'],
    byValues: 0.5,
    remark: codeRemark,
  },
  {
    label: '基礎年金番号',
    role: 'identificationCode',
    words: list('基礎年金番号、年金番号、年金手帳、年金コード、pension number、pension no'),
    shapes: ['pensionNumber', 'tenDigits'],
  },
  { label: '基礎年金番号', role: 'identificationCode', words: [], shapes: ['pensionNumber'], byValues: 0.7 },
  {
    label: '雇用保険被保険者番号',
    role: 'identificationCode',
    words: list('雇用保険番号、雇用保険被保険者番号'),
    shapes: ['employmentNumber'],
    byValues: 0.7,
  },
  {
    label: '免許証番号',
    role: 'identificationCode',
    words: list(
      '免許証番号、免許番号、運転免許、運転免許証、driver license、drivers license、license number、license no',
    ),
    shapes: ['individualNumber'],
  },
  {
    label: '旅券番号',
    role: 'identificationCode',
    words: list('旅券番号、旅券、パスポート、パスポート番号、passport、passport no、passport number'),
    shapes: ['passportNumber'],
    byValues: 0.6,
  },
  {
    label: '被保険者番号',
    role: 'identificationCode',
    words: list(
      '被保険者番号、被保険者証、被保険者証番号、被保険者記号、被保険者記号番号、被保険者証記号、保険証番号、保険証記号、保険証、記号番号、記号・番号、介護保険番号、国保番号、後期高齢者番号、受給者番号、受給者証番号、手帳番号、insured number、insurance number、insurance no',
    ),
    shapes: ['digits', 'code', 'insuredCode'],
  },
  {
    label: '在留カード番号',
    role: 'identificationCode',
    words: list('在留カード、在留カード番号、特別永住者証明書、residence card'),
    shapes: ['residenceCard'],
    byValues: 0.8,
  },
  {
    label: '生体情報',
    role: 'identificationCode',
    words: list(
      '指紋、顔特徴、顔特徴量、顔認証、虹彩、声紋、静脈、掌紋、歩容、生体認証、dna、塩基配列、ゲノム、fingerprint、biometric',
    ),
  },
  {
    label: 'カナ氏名',
    role: 'identifying',
    words: list(
      'カナ、カナ氏名、氏名カナ、かな氏名、氏名かな、フリガナ、ふりがな、読み仮名、ヨミガナ、よみがな、シメイ、セイ、メイ、ヨミ、kana、furigana、shimei kana',
    ),
    shapes: ['kanaName'],
    byValues: 0.7,
  },
  {
    label: '氏名',
    role: 'identifying',
    words: list(
      '氏名、姓名、名前、お名前、氏、姓、名、旧姓、旧氏、通称、通称名、患者名、世帯主、世帯主名、保護者、保護者名、申請者、申請者名、申込者、届出人、請求者、請求者名、代表者、代表者名、本人名、宛名、対象者名、利用者名、受給者名、会員名、児童名、生徒名、契約者、契約者名、名義人、口座名義、口座名義人、名義、親権者、後見人、担当者、担当者名、氏名漢字、漢字氏名、ローマ字氏名、name、fullname、full name、first name、last name、given name、family name、surname、shimei、namae、user name、patient name、customer name',
    ),
    shapes: ['personName', 'latinName', 'kanaName'],
  },
  {
    label: '氏名',
    role: 'identifying',
    words: [],
    shapes: ['personName'],
    byValues: 0.6,
  },
  { label: '姓', role: 'identifying', words: [], shapes: ['surname'], byValues: 0.5 },
  { label: '名', role: 'identifying', words: [], shapes: ['givenName'], byValues: 0.5 },
  { label: '氏名（ローマ字）', role: 'identifying', words: [], shapes: ['latinName'], byValues: 0.6 },
  {
    label: 'メールアドレス',
    role: 'identifying',
    words: list(
      'メール、メールアドレス、eメール、電子メール、mail、email、e-mail、mailaddress、mail address、email address',
    ),
    shapes: ['mail'],
    byValues: 0.95,
  },
  {
    label: '電話番号',
    role: 'identifying',
    words: list(
      '電話、電話番号、携帯、携帯番号、携帯電話、tel、fax、fax番号、ファクス、ファックス、ファクシミリ、phone、phone number、telephone、mobile、連絡先、緊急連絡先、denwa',
    ),
    shapes: ['phone'],
    byValues: 0.8,
  },
  {
    label: '住所',
    role: 'identifying',
    words: list(
      '住所、現住所、居所、住居、所在地、番地、方書、本籍、本籍地、居住地住所、転出先、転入前住所、送付先、所番地、建物名、部屋番号、address、street、jusho、juusho、jyusho',
    ),
    shapes: ['address'],
    byValues: 0.7,
    remark: '町丁や市区町村までに一般化すれば、準識別子（5号）として残せます。',
  },
  {
    label: '口座番号',
    role: 'identifying',
    words: list('口座番号、口座、振込先、振込口座、通帳番号、通帳記号、account number、bank account、account no、iban'),
    shapes: ['bankAccount', 'sevenDigits', 'digits'],
  },
  { label: '口座番号', role: 'identifying', words: [], shapes: ['bankAccount'], byValues: 0.7 },
  {
    label: 'クレジットカード番号',
    role: 'identifying',
    words: list('クレジットカード、クレジットカード番号、カード番号、card number、credit card'),
    shapes: ['cardNumber', 'digits'],
  },
  { label: 'クレジットカード番号', role: 'identifying', words: [], shapes: ['cardNumber'], byValues: 0.8 },
  {
    label: '緯度・経度',
    role: 'identifying',
    words: list('緯度、経度、緯度経度、位置情報、位置、座標、latitude、longitude、lat、lon、lng、gps、geometry'),
    shapes: ['coordinate'],
    byValues: 0.6,
    remark: '住居や勤務先の位置は、それだけで個人を識別し得ます。',
  },
  {
    label: '自動車の登録番号',
    role: 'identifying',
    words: list('車両番号、車両ナンバー、登録番号標、自動車登録番号、ナンバープレート、車番、license plate'),
    shapes: ['vehicle'],
    byValues: 0.7,
  },
  {
    label: 'SNSなどの利用者名',
    role: 'identifying',
    words: list('アカウント、アカウント名、sns、ユーザー名、ユーザ名、ニックネーム、line id、twitter、username'),
    shapes: ['account'],
    byValues: 0.6,
  },
  {
    label: '写真・画像',
    role: 'identifying',
    words: list('写真、顔写真、顔画像、画像、photo、image'),
  },
  {
    label: '個人を結び付ける符号',
    role: 'linkingCode',
    words: list(
      '個人コード、個人id、個人識別id、住民番号、宛名番号、宛名コード、世帯番号、世帯コード、世帯id、職員番号、職員コード、社員番号、社員コード、従業員番号、学籍番号、生徒番号、児童番号、受験番号、患者番号、患者id、患者コード、カルテ番号、診察券番号、利用者カード番号、会員カード番号、図書館カード番号、貸出カード番号、職員カード番号、会員番号、会員id、利用者番号、利用者id、利用者コード、登録者番号、対象者番号、対象者id、被験者番号、被験者id、顧客番号、顧客コード、顧客id、整理番号、管理番号、受付番号、識別番号、識別コード、識別子、申請番号、申請者番号、台帳番号、ケース番号、案件番号、通知書番号、証番号、レセプト番号、検体番号、通し番号、連番、個人キー、名寄せキー、結合キー、ハッシュ値、端末id、cookie、id、no、user id、person id、patient id、uuid、guid、key、record id、member id、customer id、employee id、kojin code、kojin id、code no',
    ),
    shapes: ['code', 'digits', 'uuid'],
  },
  { label: '個人を結び付ける符号', role: 'linkingCode', words: [], shapes: ['uuid'], byValues: 0.9 },
  {
    label: '端末や通信の番号',
    role: 'linkingCode',
    words: list('ipアドレス、macアドレス、ip address、mac address、imei'),
    shapes: ['network'],
    byValues: 0.8,
  },
  {
    label: '生年月日',
    role: 'quasi',
    words: list(
      '生年月日、誕生日、生年、生年月、出生日、出生年月日、生まれ、birth、birthday、birthdate、birth date、date of birth、birth year、dob、seinengappi',
    ),
    shapes: ['westernDate', 'eraDate', 'eraCode', 'yearMonth'],
  },
  {
    label: '生年月日（元号の番号の付いた7桁）',
    role: 'quasi',
    words: [],
    shapes: ['eraCode'],
    byValues: 0.7,
  },
  {
    label: '死亡・異動などの日付',
    role: 'quasi',
    words: list(
      '年月日、日付、日時、死亡日、異動日、受診日、初診日、診察日、入院日、退院日、認定日、申請日、届出日、受付日、登録日、交付日、発行日、転入日、転出日、開始日、終了日、支給日、検査日、接種日、発症日、取得日、喪失日、来所日、相談日、利用日、基準日、変更日、更新日、date、timestamp、datetime',
    ),
    shapes: ['westernDate', 'eraDate', 'yearMonth'],
    byValues: 0.6,
  },
  {
    label: '郵便番号',
    role: 'quasi',
    words: list('郵便番号、郵便、〒、postal code、postcode、postal、zip、zipcode、zip code、yubin'),
    shapes: ['postalCode', 'sevenDigits'],
  },
  { label: '郵便番号', role: 'quasi', words: [], shapes: ['postalCode'], byValues: 0.8 },
  {
    label: '年齢',
    role: 'quasi',
    words: list('年齢、年令、満年齢、月齢、年齢区分、年代、年齢階級、age、nenrei'),
    shapes: ['age', 'ageBand', 'integer'],
  },
  { label: '年齢', role: 'quasi', words: [], shapes: ['age', 'ageBand'], byValues: 0.8 },
  {
    label: '性別',
    role: 'quasi',
    words: list('性別、男女、男女別、性別コード、sex、gender、seibetsu'),
    shapes: ['sex', 'integer'],
  },
  { label: '性別', role: 'quasi', words: [], shapes: ['sex'], byValues: 0.8 },
  {
    label: '地域',
    role: 'quasi',
    words: list(
      '都道府県、都道府県名、市区町村、市区町村名、市町村、市町村名、区市町村、町名、町丁、町丁目、町丁名、大字、字名、地区、地域、学区、校区、行政区、住所コード、居住区、居住市、出生地、出身地、出身、市町村コード、市区町村コード、団体コード、自治体コード、都道府県コード、地区コード、町字コード、地域メッシュ、メッシュコード、県名、市名、prefecture、pref、city、municipality、town、region、country、native country、state、area、city name、town name、prefecture name',
    ),
    shapes: ['municipalityName', 'prefectureName', 'place', 'municipalityCode', 'country'],
  },
  {
    label: '地域',
    role: 'quasi',
    words: [],
    shapes: ['prefectureName', 'municipalityName', 'place'],
    byValues: 0.7,
  },
  { label: '団体コード', role: 'quasi', words: [], shapes: ['municipalityCode'], byValues: 0.7 },
  {
    label: '国籍',
    role: 'quasi',
    words: list('国籍、国籍・地域、国籍地域、国名、nationality、citizenship、kokuseki'),
    shapes: ['country'],
    byValues: 0.7,
  },
  { label: '在留資格', role: 'quasi', words: list('在留資格、在留期間、visa') },
  {
    label: '人種',
    role: 'sensitive',
    words: list('人種、民族、race、ethnicity'),
    remark: sensitiveRemark,
  },
  {
    label: '法人番号',
    role: 'quasi',
    words: list('法人番号、適格請求書発行事業者登録番号、インボイス番号、corporate number'),
    shapes: ['corporateNumber'],
    byValues: 0.8,
    remark: '法人の番号で、個人識別符号ではありません。勤務先などを示します。',
  },
  {
    label: '職業・勤務先',
    role: 'quasi',
    words: list(
      '職業、職種、職名、職位、役職、勤務先、勤務先名、会社、会社名、所属、所属名、業種、雇用、雇用形態、就業、就労、事業所、事業所名、店舗名、支店名、施設名、病院名、医療機関、医療機関名、団体名、組織名、部署、部署名、occupation、job、job title、employer、workclass、company、company name、profession、department、department name、hospital name、facility name、organization、shokugyo',
    ),
    shapes: ['occupation', 'organization'],
  },
  { label: '職業', role: 'quasi', words: [], shapes: ['occupation'], byValues: 0.75 },
  { label: '会社・学校など', role: 'quasi', words: [], shapes: ['organization'], byValues: 0.65 },
  {
    label: '学歴・学校',
    role: 'quasi',
    words: list(
      '学歴、学校、学校名、出身校、在籍校、学年、学部、学科、専攻、最終学歴、学級、クラス、保育所名、保育園名、education、school、school name、degree、grade、gakureki',
    ),
    shapes: ['education', 'organization'],
  },
  { label: '学歴', role: 'quasi', words: [], shapes: ['education'], byValues: 0.7 },
  {
    label: '家族・世帯',
    role: 'quasi',
    words: list(
      '続柄、続き柄、婚姻、婚姻歴、婚姻状況、配偶者、配偶関係、世帯人数、世帯人員、世帯構成、世帯類型、家族構成、家族、世帯員数、子の数、子どもの数、扶養、扶養人数、marital status、marital、household、household size、relationship、family size、zokugara',
    ),
    shapes: ['relation', 'marital'],
  },
  { label: '続柄', role: 'quasi', words: [], shapes: ['relation'], byValues: 0.75 },
  { label: '婚姻の状態', role: 'quasi', words: [], shapes: ['marital'], byValues: 0.75 },
  {
    label: '身体',
    role: 'quasi',
    words: list('身長、体重、血液型、height、weight、blood type、bmi'),
    shapes: ['bloodType', 'decimal'],
  },
  { label: '血液型', role: 'quasi', words: [], shapes: ['bloodType'], byValues: 0.7 },
  {
    label: '病歴・健康',
    role: 'sensitive',
    words: list(
      '病名、傷病、傷病名、疾病、疾病名、疾患、疾患名、診断、診断名、診療、診療科、診療内容、病歴、既往、既往歴、既往症、現病歴、症状、主訴、保健指導、健診、健診結果、健康診断、健康状態、検査結果、検査値、服薬、服薬状況、処方、処方薬、薬剤、薬剤名、投薬、手術、術式、治療、障害、障害区分、障害種別、障害等級、障害支援区分、要介護、要介護度、要介護認定、要介護状態区分、介護度、介護認定、血圧、収縮期血圧、拡張期血圧、血糖、血糖値、hba1c、コレステロール、妊娠、死因、アレルギー、感染、感染症、予防接種、ワクチン、喫煙、飲酒、医療費、disease、disease name、diagnosis、disability、medication、drug name、symptom、symptoms、treatment、icd、icd10、blood pressure、byomei',
    ),
    shapes: ['illness', 'diseaseCode', 'careLevel'],
    remark: sensitiveRemark,
  },
  { label: '病歴・健康', role: 'sensitive', words: [], shapes: ['illness'], byValues: 0.75, remark: sensitiveRemark },
  { label: '薬', role: 'sensitive', words: [], shapes: ['medicine'], byValues: 0.7, remark: sensitiveRemark },
  {
    label: '国際疾病分類の符号',
    role: 'sensitive',
    words: [],
    shapes: ['diseaseCode'],
    byValues: 0.65,
    remark: sensitiveRemark,
  },
  {
    label: '要介護度・障害の等級',
    role: 'sensitive',
    words: [],
    shapes: ['careLevel'],
    byValues: 0.8,
    remark: sensitiveRemark,
  },
  {
    label: '犯罪・被害',
    role: 'sensitive',
    words: list(
      '犯罪、犯罪歴、前科、前歴、犯歴、逮捕、罪名、罪種、被害、被害内容、被害状況、違反、違反歴、保護処分、刑罰、虐待、dv、いじめ、crime、conviction、victim、arrest、offense',
    ),
    shapes: ['crime'],
    byValues: 0.75,
    remark: sensitiveRemark,
  },
  {
    label: '信条・社会的身分',
    role: 'sensitive',
    words: list(
      '信条、宗教、信仰、思想、支持政党、政党、社会的身分、門地、労働組合、組合、性的指向、性自認、religion、belief',
    ),
    shapes: ['religion'],
    byValues: 0.75,
    remark: sensitiveRemark,
  },
  {
    label: '所得・給付',
    role: 'sensitive',
    words: list(
      '年収、世帯年収、所得、所得額、総所得、収入、収入額、給与、給与額、月収、報酬、税額、課税、課税額、課税所得、課税区分、非課税、滞納、滞納額、未納、未納額、資産、資産額、預金、預貯金、残高、借入、借入額、債務、負債、生活保護、保護費、扶助、扶助費、扶助額、手当、手当額、給付、給付額、支給額、年金額、保険料、保険料額、income、annual income、salary、salary class、wage、tax、balance、debt、nenshu',
    ),
    shapes: ['money', 'integer'],
  },
  {
    label: '金額',
    role: 'sensitive',
    words: [],
    shapes: ['money'],
    byValues: 0.5,
    remark: '所得や給付の額かどうか確かめてください。',
  },
  {
    label: '成績・評価',
    role: 'sensitive',
    words: list('成績、評定、偏差値、得点、点数、懲戒、処分歴、人事評価、score、gpa'),
    shapes: ['integer', 'decimal'],
  },
  {
    label: '自由記述',
    role: 'free',
    words: list(
      '備考、備考欄、特記、特記事項、摘要、自由記述、自由記載、自由回答、所見、メモ、コメント、記事、内容、相談内容、申請内容、理由、事由詳細、経過、経過記録、記録、支援経過、相談、意見、要望、申し送り、申送り、連絡事項、詳細、その他、ご意見、感想、質問、回答内容、comment、comments、note、notes、remark、remarks、memo、description、free text、freetext、text、message body、bikou、biko',
    ),
  },
  {
    label: 'ウェブの番地',
    role: 'other',
    words: list('url、uri、リンク先、リンク'),
    shapes: ['url'],
    byValues: 0.5,
    remark: '個人のページや、個人ごとの番号の入った番地でないか確かめてください。',
  },
  { label: '週・四半期', role: 'other', words: list('週、四半期'), shapes: ['period'], byValues: 0.5 },
  {
    label: '品物の符号',
    role: 'other',
    words: list(
      '品番、品目コード、商品コード、商品番号、製品コード、製品番号、図書コード、janコード、jan code、jan、isbn、issn、バーコード、ロット番号、lot no、barcode、product code、item code、sku',
    ),
    shapes: ['articleNumber', 'code', 'digits'],
  },
  { label: '品物の符号', role: 'other', words: [], shapes: ['articleNumber'], byValues: 0.7 },
  {
    label: '料金・金額',
    role: 'other',
    words: list('金額、単価、料金、使用料、利用料、手数料、合計、合計額、amount、price、fee'),
    shapes: ['money', 'integer', 'decimal'],
  },
  {
    label: '業務の項目',
    role: 'other',
    words: list(
      '年度、年次、件数、回数、数量、個数、人数、曜日、時刻、時間帯、所要時間、品名、商品名、製品名、型番、規格、件名、フラグ、ステータス、処理区分、更新区分、帳票名、イベント名、講座名、系統、路線、気温、product name、item name、file name、event name、course name、count、quantity、flag、status',
    ),
  },
];
