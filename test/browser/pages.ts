import type { Role } from '../../src/core/role.ts';

/** A page as a visitor meets it: where it is, who looks, and what state it is in. */
export interface PageState {
  readonly name: string;
  readonly path: string;
  /** Signed in to the organ of the address in this role; absent = nobody is signed in. */
  readonly as?: Role;
  readonly status?: number;
  /**
   * On the stage on which Kumamoto's first case was played up to its review, its notice or its creation, or on which a
   * call of Yokohama is open online.
   */
  readonly played?: 'review' | 'notice' | 'creation' | 'online';
}

const organ = '/organs/kumamoto';
const settings = `${organ}/staff/administration/settings`;

/** The form of a command on a case. */
const formState = (at: string, command: string, as: Role): PageState => ({
  name: `form-${command}`,
  path: `${organ}/staff/${at}/do/${command}`,
  as,
});

const filing = '/organs/yokohama';

/** A page of Yokohama's proposer. */
const own = (name: string, path: string, rest: Partial<PageState> = {}): PageState => ({
  name: `own-${name}`,
  path: `${filing}${path}`,
  as: 'proposer',
  played: 'online',
  ...rest,
});

/** Every page in every state that an address alone leads to. */
export const pageStates: readonly PageState[] = [
  { name: 'home', path: '/' },
  { name: 'organ', path: organ },
  { name: 'organ-aomori', path: '/organs/aomori-police' },
  { name: 'organ-ichikawa', path: '/organs/ichikawa' },
  { name: 'register', path: `${organ}/register` },
  { name: 'register-page-2', path: `${organ}/register?page=2` },
  { name: 'register-search', path: `${organ}/register?q=${encodeURIComponent('ｺｸﾐﾝけんこう')}&solicited=1` },
  { name: 'register-found', path: `${organ}/register?q=${encodeURIComponent('ほけん')}&sensitive=1` },
  { name: 'register-long', path: `${organ}/register?q=${'あ'.repeat(300)}`, status: 400 },
  { name: 'register-ichikawa', path: '/organs/ichikawa/register' },
  { name: 'register-units', path: '/organs/yokohama/register/units' },
  { name: 'register-unit', path: `/organs/yokohama/register/units?unit=${encodeURIComponent('見本局')}` },
  { name: 'register-units-none', path: `${organ}/register/units`, status: 404 },
  { name: 'entry', path: `${organ}/register/file-0001` },
  { name: 'entry-ichikawa', path: '/organs/ichikawa/register/file-0001' },
  { name: 'entry-missing', path: `${organ}/register/nothing`, status: 404 },
  { name: 'entry-staff', path: `${organ}/register/file-0001`, as: 'responsibleDivision' },
  { name: 'sign-in', path: `${organ}/sign-in` },
  { name: 'staff-nobody', path: `${organ}/staff`, status: 401 },
  { name: 'staff-division', path: `${organ}/staff`, as: 'responsibleDivision' },
  { name: 'staff-desk', path: `${organ}/staff`, as: 'centralDesk' },
  { name: 'staff-creator', path: `${organ}/staff`, as: 'creator' },
  { name: 'correct', path: `${organ}/staff/register/file-0001/correct`, as: 'responsibleDivision' },
  { name: 'correct-forbidden', path: `${organ}/staff/register/file-0001/correct`, as: 'auditor', status: 403 },
  { name: 'cases-none', path: `${organ}/staff/cases`, as: 'centralDesk' },
  { name: 'cases', path: `${organ}/staff/cases`, as: 'auditor', played: 'notice' },
  { name: 'case', path: `${organ}/staff/cases/p-1`, as: 'centralDesk', played: 'notice' },
  { name: 'case-missing', path: `${organ}/staff/cases/none`, as: 'centralDesk', status: 404 },
  { name: 'staff-search', path: `${organ}/staff?q=${encodeURIComponent('学童')}`, as: 'centralDesk', played: 'review' },
  { name: 'staff-search-none', path: `${organ}/staff?q=${encodeURIComponent('ない言葉')}`, as: 'auditor' },
  { name: 'staff-inbox', path: `${organ}/staff`, as: 'responsibleDivision', played: 'creation' },
  { name: 'staff-verifier', path: `${organ}/staff`, as: 'verifier', played: 'creation' },
  { name: 'staff-register', path: `${organ}/staff/register`, as: 'responsibleDivision' },
  { name: 'staff-register-none', path: `${organ}/staff/register?q=zzz`, as: 'auditor' },
  { name: 'staff-entry', path: `${organ}/staff/register/file-0001`, as: 'responsibleDivision' },
  { name: 'staff-entry-done', path: `${organ}/staff/register/file-1001?done=publishEntry`, as: 'centralDesk' },
  { name: 'import', path: `${organ}/staff/register/import`, as: 'centralDesk' },
  { name: 'calls', path: `${organ}/staff/calls`, as: 'centralDesk' },
  { name: 'calls-none', path: `${organ}/staff/calls?q=zzz`, as: 'head' },
  { name: 'call', path: `${organ}/staff/calls/call-1`, as: 'centralDesk' },
  { name: 'call-closed', path: `${organ}/staff/calls/r7`, as: 'responsibleDivision', played: 'notice' },
  { name: 'case-review', path: `${organ}/staff/cases/p-1`, as: 'responsibleDivision', played: 'review' },
  { name: 'case-auditor', path: `${organ}/staff/cases/p-1`, as: 'auditor', played: 'notice' },
  { name: 'case-contracted', path: `${organ}/staff/cases/p-1`, as: 'centralDesk', played: 'creation' },
  { name: 'findings', path: `${organ}/staff/cases/p-1/findings`, as: 'responsibleDivision', played: 'review' },
  { name: 'findings-blocked', path: `${organ}/staff/cases/p-1/findings`, as: 'head', played: 'notice', status: 409 },
  { name: 'releases-none', path: `${organ}/staff/releases`, as: 'creator' },
  { name: 'releases', path: `${organ}/staff/releases`, as: 'creator', played: 'creation' },
  { name: 'release', path: `${organ}/staff/releases/p-1`, as: 'verifier', played: 'creation' },
  ...(
    [
      ['register/new', 'registerFile', 'responsibleDivision'],
      ['register/file-0001', 'countPersons', 'centralDesk'],
      ['register/file-0001', 'omitParts', 'responsibleDivision'],
      ['register/file-0001', 'exemptFile', 'centralDesk'],
      ['register/file-0001', 'testForSolicitation', 'responsibleDivision'],
      ['register/file-0001', 'flagForSolicitation', 'responsibleDivision'],
      ['register/file-0001', 'recordCreatedData', 'responsibleDivision'],
      ['register/file-0001', 'deleteEntry', 'centralDesk'],
      ['calls/new', 'draftCall', 'centralDesk'],
      ['calls/call-1', 'setGuideline', 'centralDesk'],
      ['cases/new', 'receiveProposal', 'centralDesk'],
    ] as const
  ).map(([at, command, as]): PageState => formState(at, command, as)),
  ...(
    [
      ['cases/p-1', 'checkIdentity', 'centralDesk', 'review'],
      ['cases/p-1', 'requestCorrection', 'responsibleDivision', 'review'],
      ['cases/p-1', 'determineFee', 'responsibleDivision', 'review'],
      ['cases/p-1', 'issueConformingNotice', 'head', 'review'],
      ['cases/p-1', 'issueNonConformingNotice', 'head', 'review'],
      ['cases/p-1', 'withdrawProposal', 'centralDesk', 'review'],
      ['calls/r7', 'replaceSnapshot', 'centralDesk', 'notice'],
      ['cases/p-1', 'extendDeadlines', 'centralDesk', 'notice'],
      ['cases/p-1', 'receiveContractApplication', 'centralDesk', 'notice'],
      ['cases/p-1', 'confirmPayment', 'centralDesk', 'notice'],
      ['releases/p-1', 'signVerification', 'verifier', 'creation'],
      ['releases/p-1', 'rejectCreation', 'verifier', 'creation'],
    ] as const
  ).map(([at, command, as, played]): PageState => ({ ...formState(at, command, as), played })),
  {
    name: 'command-blocked',
    path: `${organ}/staff/releases/p-1/do/packRelease`,
    as: 'creator',
    played: 'creation',
    status: 409,
  },
  { name: 'forms', path: `${organ}/forms` },
  { name: 'form-missing', path: `${organ}/forms/nothing.pdf`, status: 404 },
  { name: 'paper', path: `${organ}/staff/cases/p-1/papers/18-0`, as: 'head', played: 'notice' },
  { name: 'paper-missing', path: `${organ}/staff/cases/p-1/papers/9-9`, as: 'head', played: 'notice', status: 404 },
  { name: 'call-paper-missing', path: `${organ}/staff/calls/r7/papers/9-9`, as: 'head', played: 'notice', status: 404 },
  { name: 'entry-paper-missing', path: `${organ}/staff/register/file-0001/papers/1-0`, as: 'head', status: 404 },
  { name: 'release-paper-missing', path: `${organ}/staff/releases/none/papers/1-0`, as: 'head', status: 404 },
  { name: 'file-missing', path: `${organ}/staff/cases/p-1/files/none`, as: 'head', played: 'notice', status: 404 },
  { name: 'call-file-missing', path: `${organ}/staff/calls/r7/files/none`, as: 'head', status: 404 },
  { name: 'entry-file-missing', path: `${organ}/staff/register/file-0001/files/none`, as: 'head', status: 404 },
  { name: 'release-file-missing', path: `${organ}/staff/releases/none/files/none`, as: 'head', status: 404 },
  { name: 'figures', path: `${organ}/staff/figures`, as: 'auditor' },
  { name: 'effort', path: `${organ}/staff/effort`, as: 'responsibleDivision' },
  { name: 'blank-form-missing', path: `${organ}/forms/none`, status: 404 },
  { name: 'complaints', path: `${organ}/staff/complaints`, as: 'centralDesk' },
  { name: 'complaint', path: `${organ}/staff/complaints/complaint-1`, as: 'centralDesk' },
  { name: 'complaint-auditor', path: `${organ}/staff/complaints/complaint-1`, as: 'auditor' },
  formState('complaints/new', 'receiveComplaint', 'centralDesk'),
  { name: 'leaks', path: `${organ}/staff/leaks`, as: 'responsibleDivision' },
  { name: 'leak', path: `${organ}/staff/leaks/leak-1`, as: 'responsibleDivision' },
  formState('leaks/new', 'discoverLeak', 'responsibleDivision'),
  { name: 'other-provisions-none', path: `${organ}/staff/other-provisions`, as: 'centralDesk' },
  { name: 'other-provision-missing', path: `${organ}/staff/other-provisions/none`, as: 'centralDesk', status: 404 },
  formState('other-provisions/new', 'prepareOtherProvision', 'centralDesk'),
  { name: 'office-records', path: `${organ}/staff/office`, as: 'administrator' },
  { name: 'office-record', path: `${organ}/staff/office/officework`, as: 'administrator' },
  formState('office/officework', 'addClosedDay', 'administrator'),
  ...['complaints/complaint-1', 'leaks/leak-1', 'other-provisions/none', 'office/officework'].flatMap(
    (at): PageState[] => [
      { name: `paper-none-${at.split('/')[0]}`, path: `${organ}/staff/${at}/papers/9-9`, as: 'head', status: 404 },
      { name: `file-none-${at.split('/')[0]}`, path: `${organ}/staff/${at}/files/none`, as: 'head', status: 404 },
    ],
  ),
  { name: 'audit', path: `${organ}/staff/audit`, as: 'auditor' },
  { name: 'audit-page-2', path: `${organ}/staff/audit?page=2`, as: 'auditor' },
  { name: 'audit-found', path: `${organ}/staff/audit?act=registerFile&person=responsibleDivision:1`, as: 'auditor' },
  { name: 'audit-none', path: `${organ}/staff/audit?case=none&from=2026-01-01&to=2026-01-02`, as: 'auditor' },
  { name: 'audit-wrong-day', path: `${organ}/staff/audit?from=2026-02-30`, as: 'auditor', status: 400 },
  { name: 'audit-forbidden', path: `${organ}/staff/audit`, as: 'centralDesk', status: 403 },
  { name: 'audit-export-forbidden', path: `${organ}/staff/audit/export`, as: 'administrator', status: 403 },
  { name: 'administration', path: `${organ}/staff/administration`, as: 'administrator' },
  { name: 'administration-failing', path: '/organs/ichikawa/staff/administration', as: 'administrator' },
  { name: 'administration-differs', path: '/organs/aomori-police/staff/administration', as: 'administrator' },
  { name: 'account-new', path: `${organ}/staff/administration/accounts/new`, as: 'administrator' },
  {
    name: 'administration-account-made',
    path: `${organ}/staff/administration?made=centraldesk`,
    as: 'administrator',
  },
  {
    name: 'account-new-forbidden',
    path: `${organ}/staff/administration/accounts/new`,
    as: 'centralDesk',
    status: 403,
  },
  ...(['change', 'close', 'link', 'none'] as const).map(
    (act): PageState => ({
      name: `account-${act}`,
      path: `${organ}/staff/administration/accounts/centraldesk/${act}`,
      as: 'administrator',
      ...(act === 'none' ? { status: 404 } : {}),
    }),
  ),
  ...(['change', 'reopen'] as const).map(
    (act): PageState => ({
      name: `account-closed-${act}`,
      path: `${organ}/staff/administration/accounts/closed/${act}`,
      as: 'administrator',
    }),
  ),
  { name: 'password', path: `${organ}/password`, as: 'centralDesk' },
  { name: 'password-done', path: `${organ}/password?done=1`, as: 'proposer' },
  { name: 'password-nobody', path: `${organ}/password`, status: 401 },
  { name: 'password-link-used', path: `${organ}/password/0000`, status: 410 },
  { name: 'settings-unset', path: `${settings}`, as: 'administrator' },
  { name: 'settings-all', path: `${settings}?show=all`, as: 'administrator' },
  { name: 'settings-area', path: `${settings}?show=all&area=${encodeURIComponent('審査')}`, as: 'administrator' },
  { name: 'settings-print', path: `${settings}?show=print`, as: 'administrator' },
  { name: 'settings-history', path: `${settings}/history`, as: 'administrator' },
  { name: 'setting-set', path: `${settings}/desk.fax`, as: 'administrator' },
  { name: 'setting-choices', path: `${settings}/intake.channels`, as: 'administrator' },
  { name: 'setting-variants', path: `${settings}/fee.newProposal`, as: 'administrator' },
  { name: 'setting-sections', path: `${settings}/guideline.sections`, as: 'administrator' },
  { name: 'setting-national', path: `${settings}/review.minPersons`, as: 'administrator' },
  { name: 'setting-print', path: `${settings}/review.criteria.CRI-2`, as: 'administrator' },
  { name: 'setting-unknown', path: `${settings}/none`, as: 'administrator', status: 404 },
  ...['yokohama', 'kumamoto', 'aomori-police', 'ichikawa', 'hokkaido-university'].map(
    (id): PageState => ({ name: `how-to-propose-${id}`, path: `/organs/${id}/how-to-propose` }),
  ),
  { name: 'how-to-propose-online', path: `${filing}/how-to-propose`, played: 'online' },
  { name: 'guideline-missing', path: `${organ}/calls/none/guideline.pdf`, status: 404 },
  { name: 'sign-in-online', path: `${filing}/sign-in`, played: 'online' },
  { name: 'own-nobody', path: `${filing}/proposals`, status: 401, played: 'online' },
  { name: 'own-home-none', path: `${organ}/proposals`, as: 'proposer' },
  own('home', '/proposals'),
  own('home-agent', '/proposals', { as: 'agent' }),
  own('staff', '/staff', { status: 403 }),
  own('draft', '/drafts/draft-1'),
  own('draft-saved', '/drafts/draft-2?saved=1'),
  own('draft-missing', '/drafts/none', { status: 404 }),
  ...[1, 2, 3, 4, 5, 6].map((part) => own(`draft-part-${part}`, `/drafts/draft-2/parts/${part}`)),
  ...[1, 2, 6].map((part) => own(`draft-part-look-${part}`, `/drafts/draft-1/parts/${part}?look=1`)),
  own('draft-check-wrong', '/drafts/draft-1/check'),
  own('draft-check-lacking', '/drafts/draft-2/check'),
  own('correction-draft', '/drafts/own-2-1'),
  own('correction-part', '/drafts/own-2-1/parts/1'),
  own('correction-check', '/drafts/own-2-1/check'),
  own('proposal', '/proposals/own-1?done=submitProposal'),
  own('proposal-correction', '/proposals/own-2'),
  own('proposal-missing', '/proposals/none', { status: 404 }),
  own('receipt', '/proposals/own-1/receipt'),
  own('paper-missing', '/proposals/own-1/papers/none', { status: 404 }),
  own('file-missing', '/proposals/own-1/files/none', { status: 404 }),
  own('withdraw', '/proposals/own-1/withdraw'),
  { name: 'setup', path: '/setup/0000' },
  { name: 'not-found', path: '/nowhere', status: 404 },
];
