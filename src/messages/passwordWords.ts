/** Words of the pages on which a person sets the own password. */
export const passwordWords = {
  title: 'パスワードの変更',
  lead: '今のパスワードを確かめてから、新しいパスワードに変えます。変えると、ほかの端末やブラウザーでのログインはすべて終わります。',
  current: '今のパスワード',
  next: '新しいパスワード',
  same: '今のパスワードと同じです。別のものにしてください。',
  submit: 'パスワードを変更する',
  back: '変更せずに戻る',
  invalid: '変更していません：入力を確かめてください。パスワードは入力し直してください',
  done: 'パスワードを変更しました',
  doneNext: 'このログインは続いています。ほかの端末やブラウザーでのログインは終わりました。',
  linkTitle: '新しいパスワードの設定',
  linkLead: (login: string) =>
    `ログインID「${login}」の新しいパスワードを決めてください。決めると、この画面は使えなくなり、これまでのログインはすべて終わります。`,
  linkInvalid: '設定していません：入力を確かめてください',
  linkUsed: 'このアドレスは使えません',
  linkUsedNext:
    'すでに使われたか、発行から24時間が過ぎたか、新しいアドレスが発行されています。機関の管理者に、もう一度発行を依頼してください。',
  linkDone: '新しいパスワードを設定しました',
  linkDoneNext: 'ログインIDと新しいパスワードでログインしてください。',
} as const;
