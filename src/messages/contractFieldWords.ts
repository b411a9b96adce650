import type { ContractLifeCommand } from '../core/proposal/contractCommands.ts';
import type { FieldWords } from './fieldWords.ts';

const reason: FieldWords = { isLong: true, isNeeded: true };
const toldOn: FieldWords = { hint: '総務課と担当課のうち、受けなかった方に伝えた日です。' };

/** Words of the fields of the commands from the notice on. */
export const contractFieldWords: Partial<Record<ContractLifeCommand['do'], Readonly<Record<string, FieldWords>>>> = {
  correctNotifiedFee: {
    yen: { hint: '算定式のない機関で、積算した額そのものが誤りのときだけ書きます。' },
    reason,
  },
  refundFee: { reason },
  forwardApplication: { copyKept: { yes: '保管した', no: '保管していない' } },
  reportHandlers: { handlers: { row: '取扱従事者', hint: '担当者だけが見られる記録に残します。' }, toldOn },
  reportHandlerChange: {
    handler: { hint: '追加のときは選びません。' },
    person: { hint: '離任のときは書きません。担当者だけが見られる記録に残します。' },
    reason,
    toldOn,
  },
  judgeHandlerChange: { proper: { label: '変更の理由は', yes: '適正である', no: '適正でない' }, reason },
  receiveChangeNotice: {
    changes: { row: '変更する事項' },
    'changes.before': { isLong: true, hint: '書かないときは、記録にある今の内容を書面に印刷します。' },
    'changes.text': { isLong: true, hint: '担当者だけが見られる記録に残します。' },
    reason,
    copyKept: { yes: '保管した', no: '保管していない' },
    beforeProvision: { yes: '提供の前', no: '提供の後' },
  },
  recordActualEffort: {
    tasks: { row: '作業' },
    outsourcingYen: { hint: '作成を委託したときに、実際に支払った額を書きます。' },
  },
  recordBreach: {
    isMaterial: { yes: '重大な違反である', no: '重大な違反ではない' },
    account: { isLong: true, isNeeded: true, hint: '担当者だけが見られる記録に残します。' },
  },
  intendCancellation: {
    reason,
    consultation: { isLong: true, hint: '委員会に諮問したときに、その答えを書きます。' },
  },
  imposeFine: { reason },
  dropCancellation: { reason },
};

/** Words of values that these commands offer for choice. */
export const contractOptionWords: Readonly<Record<string, string>> = {
  brought: '持参',
  added: '追加',
  replaced: '交代',
  renamed: '改姓など',
  left: '離任',
  name: '氏名・名称',
  address: '住所・所在地',
  representative: '代表者',
  section: '担当部署',
  contact: '連絡先',
  period: '利用期間',
  purpose: '利用の目的',
  method: '利用の方法',
  business: '事業の内容',
  violation: '違反',
  cancellationIntent: '解除の意思',
  cancelled: '解除',
  notAtFault: '相手方の責めによらない事由',
};
