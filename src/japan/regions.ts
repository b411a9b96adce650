/** The eight regions (地方) with their prefectures, in the order of the codes of the prefectures. */
const regions = {
  北海道地方: ['北海道'],
  東北地方: ['青森県', '岩手県', '宮城県', '秋田県', '山形県', '福島県'],
  関東地方: ['茨城県', '栃木県', '群馬県', '埼玉県', '千葉県', '東京都', '神奈川県'],
  中部地方: ['新潟県', '富山県', '石川県', '福井県', '山梨県', '長野県', '岐阜県', '静岡県', '愛知県'],
  近畿地方: ['三重県', '滋賀県', '京都府', '大阪府', '兵庫県', '奈良県', '和歌山県'],
  中国地方: ['鳥取県', '島根県', '岡山県', '広島県', '山口県'],
  四国地方: ['徳島県', '香川県', '愛媛県', '高知県'],
  '九州・沖縄地方': ['福岡県', '佐賀県', '長崎県', '熊本県', '大分県', '宮崎県', '鹿児島県', '沖縄県'],
} as const satisfies Record<string, readonly string[]>;

const regionOfPrefecture = new Map<string, string>(
  Object.entries(regions).flatMap(([region, names]) => names.map((name) => [name, region] as const)),
);

/** The 47 prefectures; place i has the code i + 1. */
export const prefectures: readonly string[] = [...regionOfPrefecture.keys()];

/** 千葉県 → 関東地方; undefined for what is no prefecture. */
export const regionOf = (prefecture: string): string | undefined => regionOfPrefecture.get(prefecture);
