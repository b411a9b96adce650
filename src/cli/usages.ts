/** What each command does, and how it is called. */
export const usages = {
  anonymize: {
    summary: '手順書に従って匿名加工し、検査し、報告を作る',
    usage:
      '使い方: tokumei anonymize 手順書.json --out フォルダ [--replace] [--json]（書き出さずに結果を見るには --out の代わりに --plan）',
  },
  audit: {
    summary: '監査記録を書き出す、書き出したものを確かめる',
    usage: `使い方:
  tokumei audit export FILE [--organ 機関] [--json]（DATA_DIR か DATABASE_URL のデータベースから。システムが動いていても使えます）
  tokumei audit verify FILE [--since 控え|控えのファイル] [--key 指紋|公開鍵のファイル]… [--json]（FILE だけを読みます）`,
  },
  backup: {
    summary: 'すべての記録とファイルを、署名した一つのファイルに控える',
    usage: '使い方: tokumei backup ファイル [--keys 鍵の控え] [--json]（起動したままでも行えます）',
  },
  bundle: {
    summary: '網のない機械で動かすためのものを、すべて一つのファイルにまとめる',
    usage: '使い方: tokumei bundle ファイル [--json]（名前が .gz か .tgz で終わるときは圧縮します）',
  },
  hierarchy: {
    summary: '一般化の階層を作る、確かめる、表にする',
    usage: `使い方:
  tokumei hierarchy make  規則 (--data データ --column 列 | 値…) [--out 階層.csv] [--json]
  tokumei hierarchy check 階層.csv [--data データ] [--column 列] [--delimiter ,] [--encoding utf-8] [--json]
  tokumei hierarchy print (階層.csv | 規則 (--data データ --column 列 | 値…)) [--json]
規則: --built-in address|municipality|postalCode|date|age|phone [--levels town,municipality] [--widths 5,10] [--within 千葉県]、
      --bands 5,10,20 [--from 0]、--redact。読めない値の扱い: --unreadable refuse|keep|suppress`,
  },
  init: {
    summary: '本番用の空の環境を作り、管理者を登録するリンクを示す',
    usage: '使い方: tokumei init --production（本番用の空のデータを作り、管理者を登録するリンクを示します）',
  },
  package: {
    summary: '提供物が、作成した時のままであるかを確かめる',
    usage: '使い方: tokumei package verify FILE [--key 公開鍵のファイル|指紋] [--json]',
  },
  profile: {
    summary: '表の列に何があるかを調べ、役割の案と根拠を示す',
    usage: '使い方: tokumei profile データ [--json] [--encoding utf-8|utf-8-bom|cp932|utf-16] [--delimiter ,]',
  },
  restore: {
    summary: 'バックアップを、空の場所に戻し、元のままかを確かめる',
    usage:
      '使い方: tokumei restore ファイル [--keys 鍵の控え] [--json]（DATA_DIR か DATABASE_URL に、空の場所を指定します）/ tokumei restore ファイル --check [--keys 鍵の控え] [--json]（何も戻さずに、控えの全体を確かめます）',
  },
  rules: {
    summary: '期限・手数料・欠格などを、根拠と導出を付けて計算する',
    usage: '使い方: tokumei rules < 問い.jsonl（1行に1つの JSON を読み、1行に1つの JSON で答えます）',
  },
  scenario: {
    summary: '一つの案件を、ファイルに書いたとおりに動かし、期待と照らす',
    usage:
      '使い方: tokumei scenario run ファイル… [--documents フォルダ] [--json] / tokumei scenario commands [--json]',
  },
  start: {
    summary: 'システムを起動する',
    usage: '使い方: tokumei start（HOST、PORT、DATA_DIR、DATABASE_URL は環境変数で指定します）',
  },
  verify: {
    summary: '加工の結果を、信用せずに検査する',
    usage: '使い方: tokumei verify フォルダ [--source データ] [--recipe 手順書] [--json]',
  },
} as const satisfies Record<string, { readonly summary: string; readonly usage: string }>;

export type CommandName = keyof typeof usages;
