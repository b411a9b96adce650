/** What a page or an answer of the API says when it cannot do what was asked. */
export interface FailureWords {
  readonly title: string;
  readonly explanation: string;
  /** What to do next. */
  readonly next: string;
}

export type FailureCode =
  | 'badRequest'
  | 'signInNeeded'
  | 'forbidden'
  | 'crossSite'
  | 'notFound'
  | 'methodNotAllowed'
  | 'notAcceptable'
  | 'conflict'
  | 'tooLarge'
  | 'unsupportedMediaType'
  | 'failed'
  | 'unavailable';

export const failureWords: Record<FailureCode, FailureWords> = {
  badRequest: {
    title: '送信された内容を読み取れませんでした',
    explanation: '内容の形式が正しくないため、処理を行っていません。',
    next: '前の画面に戻り、入力内容を確かめてから、もう一度送信してください。',
  },
  signInNeeded: {
    title: 'ログインが必要です',
    explanation: 'このページは、ログインした人だけが利用できます。',
    next: 'ログインしてから、もう一度開いてください。',
  },
  forbidden: {
    title: 'このページを利用する権限がありません',
    explanation: 'ログイン中の役割では、このページを見ることや操作することができません。',
    next: '必要な場合は、機関の管理者に役割の設定を確認してください。',
  },
  crossSite: {
    title: '送信を受け付けられませんでした',
    explanation: 'このシステムの画面以外から送信されたため、安全のために処理を行っていません。',
    next: 'このシステムの画面を開き直し、その画面から送信してください。',
  },
  notFound: {
    title: 'ページが見つかりません',
    explanation: 'アドレスが間違っているか、ページがなくなった可能性があります。',
    next: 'アドレスを確かめるか、トップページから探してください。',
  },
  methodNotAllowed: {
    title: 'この方法では利用できません',
    explanation: 'このアドレスでは、要求された操作を受け付けていません。',
    next: '画面のリンクやボタンから操作してください。',
  },
  notAcceptable: {
    title: '求められた形式では提供していません',
    explanation: '提供している形式は JSON（json）と CSV（csv）です。',
    next: '形式の指定を json か csv に変えてください。',
  },
  conflict: {
    title: '先に別の変更が行われています',
    explanation: 'この画面を開いた後に内容が変わったため、今回の変更は保存していません。',
    next: '最新の内容を確かめてから、もう一度入力してください。',
  },
  tooLarge: {
    title: '送信された内容が大きすぎます',
    explanation: '受け付けられる大きさを超えているため、処理を行っていません。',
    next: '入力の量を減らして、もう一度送信してください。',
  },
  unsupportedMediaType: {
    title: '送信された形式には対応していません',
    explanation: '画面のフォームとは異なる形式で送信されたため、処理を行っていません。',
    next: '画面のフォームから送信してください。',
  },
  failed: {
    title: 'システムの不具合により処理できませんでした',
    explanation: '入力の誤りではありません。途中までの変更は保存されていません。',
    next: '時間をおいてもう一度試してください。続く場合は、表示の日時を添えて機関の管理者に連絡してください。',
  },
  unavailable: {
    title: 'ただいま利用できません',
    explanation: 'システムの一部が動作していないため、処理を行っていません。',
    next: '時間をおいて、同じ操作をもう一度行ってください。二重に処理されることはありません。',
  },
};

/** A parameter that cannot be read. */
export const failureDetail = (name: string): string =>
  `「${name}」の値は使えません。/api/openapi.json にある範囲で指定してください。`;
