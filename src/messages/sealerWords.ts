/** Words about the chaining and signing of the audit log, for who looks after the machine and for the auditor. */
export const sealerWords = {
  lastSigned: '監査記録の最後の署名',
  differsTitle: '監査記録の連鎖を止めています',
  differs: (outside: number, number: number, file: string) =>
    `データベースの外に残した署名は ${outside} 番の記録のものですが、データベースの連鎖は ${number} 番までで、その記録と一致しません。データベースが古い写しから復元されたか、書き換えられています。新しい記録は残していますが、連鎖させていません。「${file}」を別の場所に写して保管し、監査担当者に知らせてください。復元が正当なものであれば、このファイルを別の場所に移してから起動し直すと、今の連鎖の後に続けます。`,
  failingTitle: '監査記録を連鎖させることができません',
  failing: (reason: string) =>
    `記録は残していますが、連鎖と署名ができていません。原因がなくなれば、自動的に続けます。原因：${reason}`,
} as const;
