import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { japaneseAreas } from '../adapters/areas/japaneseAreas.ts';
import { type Address, addressLevels, addressReader } from './addressReader.ts';

const tables = japaneseAreas();
const read = addressReader(tables);

const seen = (text: string, reader = read): string => {
  const address = reader(text);
  return 'unreadable' in address ? address.unreadable : partsOf(address);
};

/** 都道府県 市区町村 行政区 町 丁目, as a person would set them under each other. */
function partsOf({ prefecture, municipality, ward, town, chome }: Address): string {
  const steps = [prefecture, municipality, ward, town, chome];
  return steps
    .map((label, index) => (index === 0 ? label : label.slice(steps[index - 1]?.length)))
    .map((part) => part || '-')
    .join(' ');
}

describe('addressReader', () => {
  /** Worked by hand: 都道府県 市区町村 行政区 町 丁目; - = the address says nothing more. */
  test.each([
    // The notations of one place.
    ['市川市市川3-4-6', '千葉県 市川市 - 市川 3丁目'],
    ['市川市八幡1-2-3', '千葉県 市川市 - 八幡 1丁目'],
    ['千葉県市川市八幡１丁目２番３号', '千葉県 市川市 - 八幡 1丁目'],
    ['千葉県市川市八幡一丁目二番三号', '千葉県 市川市 - 八幡 1丁目'],
    ['市川市八幡１－２－３', '千葉県 市川市 - 八幡 1丁目'],
    ['市川市八幡1‐2‐3', '千葉県 市川市 - 八幡 1丁目'],
    ['市川市八幡1−2−3', '千葉県 市川市 - 八幡 1丁目'],
    ['市川市八幡1–2—3', '千葉県 市川市 - 八幡 1丁目'],
    ['市川市八幡１ー２ー３', '千葉県 市川市 - 八幡 1丁目'],
    ['市川市八幡1―2―3', '千葉県 市川市 - 八幡 1丁目'],
    ['市川市八幡一ー二ー三', '千葉県 市川市 - 八幡 1丁目'],
    ['市川市八幡一の二の三', '千葉県 市川市 - 八幡 1丁目'],
    ['千葉県　市川市　八幡　１－２－３', '千葉県 市川市 - 八幡 1丁目'],
    ['〒272-0021 千葉県市川市八幡1丁目2番3号', '千葉県 市川市 - 八幡 1丁目'],
    ['〒２７２００２１千葉県市川市八幡十二丁目', '千葉県 市川市 - 八幡 12丁目'],
    ['市川市八幡1-2', '千葉県 市川市 - 八幡 -'],
    ['市川市八幡', '千葉県 市川市 - 八幡 -'],
    ['市川市', '千葉県 市川市 - - -'],
    ['千葉県', '千葉県 - - - -'],
    ['市川市市川南1-2-3', '千葉県 市川市 - 市川南 1丁目'],
    // Names that hold 市, 町, 村, 区 or 郡 inside.
    ['四日市市諏訪町1-5', '三重県 四日市市 - 諏訪町 -'],
    ['三重県四日市市諏訪町１番５号', '三重県 四日市市 - 諏訪町 -'],
    ['廿日市市下平良一丁目11番1号', '広島県 廿日市市 - 下平良 1丁目'],
    ['野々市市三納一丁目1番地', '石川県 野々市市 - 三納 1丁目'],
    ['十日町市千歳町3丁目3番地', '新潟県 十日町市 - 千歳町 3丁目'],
    ['町田市森野2-2-22', '東京都 町田市 - 森野 2丁目'],
    ['長野県大町市大町3887', '長野県 大町市 - 大町 -'],
    ['佐賀県杵島郡大町町大字大町5017', '佐賀県 杵島郡大町町 - 大町 -'],
    ['北海道余市郡余市町朝日町26', '北海道 余市郡余市町 - 朝日町 -'],
    ['余市町朝日町26番地', '北海道 余市郡余市町 - 朝日町 -'],
    ['郡山市朝日1丁目23-7', '福島県 郡山市 - 朝日 1丁目'],
    ['奈良県大和郡山市北郡山町248-4', '奈良県 大和郡山市 - 北郡山町 -'],
    ['岐阜県郡上市八幡町島谷228', '岐阜県 郡上市 - 八幡町島谷 -'],
    ['蒲郡市旭町17-1', '愛知県 蒲郡市 - 旭町 -'],
    ['武蔵村山市本町一丁目1番地の1', '東京都 武蔵村山市 - 本町 1丁目'],
    ['東村山市本町1-2-3', '東京都 東村山市 - 本町 1丁目'],
    ['山形県村山市中央1-3-6', '山形県 村山市 - 中央 1丁目'],
    ['羽村市緑ヶ丘5-2-1', '東京都 羽村市 - 緑ケ丘 5丁目'],
    ['大村市玖島1丁目25番地', '長崎県 大村市 - 玖島 1丁目'],
    ['市川三郷町市川大門1790-3', '山梨県 西八代郡市川三郷町 - 市川大門 -'],
    ['兵庫県神崎郡市川町西川辺165-3', '兵庫県 神崎郡市川町 - 西川辺 -'],
    ['富山県中新川郡上市町法音寺1', '富山県 中新川郡上市町 - 法音寺 -'],
    ['千葉県千葉市中央区千葉港1-1', '千葉県 千葉市 中央区 千葉港 -'],
    ['東京都京都市', '市区町村の表（東京都）に「京都市」に当たる名前がありません'],
    // Wards of designated cities, the 23 special wards.
    ['横浜市中区本町6-50-10', '神奈川県 横浜市 中区 本町 6丁目'],
    ['横浜市保土ヶ谷区川辺町2番地9', '神奈川県 横浜市 保土ケ谷区 川辺町 -'],
    ['堺市堺区南瓦町3-1', '大阪府 堺市 堺区 南瓦町 -'],
    ['さいたま市浦和区常盤六丁目4番4号', '埼玉県 さいたま市 浦和区 常盤 6丁目'],
    ['名古屋市中区三の丸三丁目1番2号', '愛知県 名古屋市 中区 三の丸 3丁目'],
    ['静岡県浜松市中央区元城町103-2', '静岡県 浜松市 中央区 元城町 -'],
    ['浜松市浜北区貴布祢3000', '静岡県 浜松市 浜北区 貴布祢 -'],
    ['千代田区霞が関2-1-2', '東京都 千代田区 - 霞が関 2丁目'],
    ['東京都北区王子本町1-15-22', '東京都 北区 - 王子本町 1丁目'],
    ['千代田区三番町5-1', '東京都 千代田区 - 三番町 -'],
    ['千代田区九段南一丁目2番1号', '東京都 千代田区 - 九段南 1丁目'],
    [
      '港区六本木六丁目10-1',
      '東京都港区、愛知県名古屋市港区、大阪府大阪市港区のどれか分かりません（within で都道府県か市区町村を示せます）',
    ],
    ['東京都港区麻布十番２丁目３', '東京都 港区 - 麻布十番 2丁目'],
    // Numbers in names of towns.
    ['札幌市中央区北1条西2丁目', '北海道 札幌市 中央区 北一条西 2丁目'],
    ['札幌市中央区北一条西二丁目1番地', '北海道 札幌市 中央区 北一条西 2丁目'],
    ['札幌市中央区南二十条西１０丁目', '北海道 札幌市 中央区 南二十条西 10丁目'],
    ['旭川市６条通９丁目46番地', '北海道 旭川市 - 6条通 9丁目'],
    ['和歌山市七番丁23番地', '和歌山県 和歌山市 - 七番丁 -'],
    ['新潟市中央区学校町通一番町602番地1', '新潟県 新潟市 中央区 学校町通1番町 -'],
    ['愛媛県松山市二番町四丁目7-2', '愛媛県 松山市 - 二番町 4丁目'],
    ['岩手県九戸郡軽米町大字軽米第10地割85', '岩手県 九戸郡軽米町 - 軽米 -'],
    // 大字 and 字, lots without number, letters of 小字.
    ['群馬県北群馬郡榛東村大字新井790-1', '群馬県 北群馬郡榛東村 - 新井 -'],
    ['北海道古宇郡泊村大字茅沼村711-3', '北海道 古宇郡泊村 - 茅沼村 -'],
    ['福島県伊達市保原町字舟橋180', '福島県 伊達市 - 保原町 -'],
    ['青森県八戸市大字新井田字見本沢1', '青森県 八戸市 - 新井田 -'],
    ['石川県七尾市袖ケ江町イ部25', '石川県 七尾市 - 袖ケ江町 -'],
    // Kyoto.
    ['京都市中京区寺町通御池上る上本能寺前町488', '京都府 京都市 中京区 上本能寺前町 -'],
    ['京都府京都市中京区 烏丸通御池下る 虎屋町566-1', '京都府 京都市 中京区 虎屋町 -'],
    ['京都市上京区今出川通烏丸東入相国寺門前町701', '京都府 京都市 上京区 相国寺門前町 -'],
    // Buildings never become part of a town.
    ['市川市八幡1-2-3 見本マンション201号室', '千葉県 市川市 - 八幡 1丁目'],
    ['市川市八幡見本マンション201', '千葉県 市川市 - 八幡 -'],
    ['市川市八幡　見本荘', '千葉県 市川市 - 八幡 -'],
    ['市川市見本町ハイツ見本101', '千葉県 市川市 - 見本町 -'],
    ['市川市見本マンション201', '千葉県 市川市 - - -'],
    ['市川市八幡（見本様方）', '千葉県 市川市 - 八幡 -'],
    ['市川市八幡1-2-3-405', '千葉県 市川市 - 八幡 1丁目'],
    // Variants of characters; islands; names that two prefectures have.
    ['鎌ヶ谷市新鎌ヶ谷2-6-1', '千葉県 鎌ケ谷市 - 新鎌ケ谷 2丁目'],
    ['茨城県竜ヶ崎市3710', '茨城県 龍ケ崎市 - - -'],
    ['檮原町梼原1444-1', '高知県 高岡郡梼原町 - 梼原 -'],
    ['福岡県糟屋郡須惠町大字須惠771', '福岡県 糟屋郡須恵町 - 須惠 -'],
    ['三宅島三宅村阿古497', '東京都 三宅村 - 阿古 -'],
    ['東京都八丈町大賀郷2551-2', '東京都 八丈町 - 大賀郷 -'],
    ['東京都府中市宮西町2-24', '東京都 府中市 - 宮西町 -'],
    ['広島県府中市府川町315', '広島県 府中市 - 府川町 -'],
    ['府中市宮西町2-24', '東京都府中市、広島県府中市のどれか分かりません（within で都道府県か市区町村を示せます）'],
    ['伊達市鹿島町20-1', '北海道伊達市、福島県伊達市のどれか分かりません（within で都道府県か市区町村を示せます）'],
    [
      '青葉区市ケ尾町31-4',
      '宮城県仙台市青葉区、神奈川県横浜市青葉区のどれか分かりません（within で都道府県か市区町村を示せます）',
    ],
    // What is no address of the tables is named, never guessed.
    ['千葉県横浜市中区本町1', '市区町村の表（千葉県）に「横浜市中区本町1」に当たる名前がありません'],
    ['千葉県見本市例町1-2-3', '市区町村の表（千葉県）に「見本市例町1-2…」に当たる名前がありません'],
    ['国外', '市区町村の表（全国）に「国外」に当たる名前がありません'],
    ['八幡1-2-3', '市区町村の表（全国）に「八幡1-2-3」に当たる名前がありません'],
    ['', '空です'],
  ])('%s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });

  test('within says where the addresses lie that name no prefecture or no municipality', () => {
    const inIchikawa = addressReader(tables, '千葉県市川市');
    expect(seen('八幡1-2-3', inIchikawa)).toBe('千葉県 市川市 - 八幡 1丁目');
    expect(seen('市川市八幡1-2-3', inIchikawa)).toBe('千葉県 市川市 - 八幡 1丁目');
    expect(seen('高浜町1-2', inIchikawa)).toBe('千葉県 市川市 - 高浜町 -');
    expect(seen('大町市大町3887', inIchikawa)).toBe('長野県 大町市 - 大町 -');
    expect(seen('船橋市本町1-2-3', inIchikawa)).toBe('千葉県 船橋市 - 本町 1丁目');
    expect(seen('東京都港区芝公園1', inIchikawa)).toBe('東京都 港区 - 芝公園 -');
    const inSapporo = addressReader(tables, '北海道札幌市');
    expect(seen('北区北8条西5丁目', inSapporo)).toBe('北海道 札幌市 北区 北八条西 5丁目');
    expect(seen('北区中之島1-2-3', addressReader(tables, '大阪府大阪市'))).toBe('大阪府 大阪市 北区 中之島 1丁目');
    expect(seen('府中市宮西町2-24', addressReader(tables, '東京都'))).toBe('東京都 府中市 - 宮西町 -');
  });

  const named = tables.areas.flatMap((area) => (tables.towns.get(area.code) ?? []).map((town) => ({ area, town })));
  const place = fc.nat({ max: named.length - 1 }).map((index) => named[index] as (typeof named)[number]);
  const number = fc.integer({ min: 1, max: 40 });
  const kanji = (value: number) => {
    const digits = '〇一二三四五六七八九';
    const [tens, ones] = [Math.floor(value / 10), value % 10];
    return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
  };
  const wide = (text: string) => text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const lot = fc
    .tuple(number, number, number, fc.constantFrom('-', '‐', '－', '−', 'ー', '―'))
    .chain(([one, two, three, hyphen]) =>
      fc.constantFrom(
        ['', null] as const,
        [`${one}-${two}`.replaceAll('-', hyphen), null] as const,
        [`${one}-${two}-${three}`.replaceAll('-', hyphen), one] as const,
        [`${one}丁目${two}番${three}号`, one] as const,
        [wide(`${one}丁目${two}番地の${three}`), one] as const,
        [`${kanji(one)}丁目${kanji(two)}番${kanji(three)}号`, one] as const,
        [`${one}丁目${two}-${three} 見本マンション101`, one] as const,
      ),
    );

  test('every town of the tables is found again in every notation, and each level lies in the next', () => {
    const parents = new Map<string, string>();
    const check = ({ area, town }: (typeof named)[number], [behind]: readonly [string, number | null]) => {
      const { prefecture, county, municipality, ward } = area;
      const address = read(`${prefecture}${county ?? ''}${municipality}${ward ?? ''}${town}${behind}`);
      if ('unreadable' in address) throw new Error(address.unreadable);
      expect(address.ward).toBe(`${prefecture}${county ?? ''}${municipality}${ward ?? ''}`);
      expect(address.town.startsWith(address.ward)).toBe(true);
      const labels = addressLevels.map((level) => address[level]);
      labels.slice(0, -1).forEach((label, level) => {
        const key = `${level} ${label}`;
        expect(parents.get(key) ?? labels[level + 1]).toBe(labels[level + 1]);
        parents.set(key, labels[level + 1] ?? '');
      });
      return address.town === `${address.ward}${town}`;
    };
    let exact = 0;
    const runs = 4000;
    fc.assert(
      fc.property(place, lot, (where, written) => {
        if (check(where, written)) exact += 1;
      }),
      { seed: 2720021, numRuns: runs },
    );
    expect(exact / runs).toBeGreaterThan(0.99);
  });
});
