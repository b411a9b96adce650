/** A municipality (市区町村) or a ward (行政区) of a designated city. */
export interface Area {
  /** The first five digits of its 全国地方公共団体コード; the sixth is a check digit. */
  readonly code: string;
  readonly prefecture: string;
  /** 郡; null where there is none. */
  readonly county: string | null;
  /** 市川市, 余市町, 千代田区. */
  readonly municipality: string;
  /** 中区 of 横浜市; null for a municipality itself. */
  readonly ward: string | null;
  /** The ways in which an address writes it: 余市郡余市町, 余市町; 横浜市中区, 中区; 三宅島三宅村. */
  readonly spellings: readonly string[];
}

/** Municipalities and towns as tables say them; whoever calls hands them in. */
export interface AreaTable {
  readonly areas: readonly Area[];
  /** Towns (町域) by the code of their area, without 大字; an area without any has no entry. */
  readonly towns: ReadonlyMap<string, readonly string[]>;
  /** Where the tables come from and which state of the country they show, for a reader. */
  readonly source: string;
}
