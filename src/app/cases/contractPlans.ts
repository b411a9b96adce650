import type { OfficeState } from '../../core/office/state.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { Handler } from '../../core/proposal/form.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import { dutiesOf } from '../../core/release/aside.ts';
import type { ReleaseState } from '../../core/release/state.ts';
import { formatEra } from '../../japan/formatEra.ts';
import { handlerWord } from '../../messages/handlerWord.ts';
import type { CommandName } from '../aggregates.ts';
import type { Choice, FormPlan } from './planning.ts';

/** What a form of the second half begins with: the case as it stands, the rules and today. */
interface Begun {
  readonly state: unknown;
  readonly rules: RuleSet;
  readonly today: string;
  /** 取扱従事者 by their number. */
  readonly handlers: ReadonlyMap<string, Handler>;
}

const proposalOf = ({ state }: Begun): ProposalState => state as ProposalState;
const itself = (value: string): Choice => ({ value, label: value });

const handlerChoices = (begun: Begun, stage: string): readonly Choice[] =>
  proposalOf(begun)
    .life.handlers.filter((one) => one.stage === stage)
    .map(({ handler }) => ({ value: handler, label: handlerWord(handler, begun.handlers.get(handler)) }));

const onToday =
  (...fields: readonly string[]) =>
  ({ today }: Begun): Partial<FormPlan> => ({ filled: Object.fromEntries(fields.map((field) => [field, today])) });

/** How the forms from the notice on begin. */
export const contractPlans: Partial<Record<CommandName, (begun: Begun) => Partial<FormPlan>>> = {
  correctNotifiedFee: ({ rules, today }) => ({
    filled: { correctedOn: today },
    hidden: rules.fee.newProposal === null ? [] : ['yen'],
  }),
  settleFeeDifference: (begun) => ({
    filled: { on: begun.today, yen: proposalOf(begun).life.feeDifference?.yen },
  }),
  refundFee: onToday('on'),
  forwardApplication: onToday('forwardedOn'),
  reportHandlers: ({ today }) => ({ filled: { receivedOn: today, toldOn: today, handlers: [{}] } }),
  reportHandlerChange: (begun) => ({
    filled: { receivedOn: begun.today, toldOn: begun.today },
    choices: { handler: handlerChoices(begun, 'active') },
  }),
  judgeHandlerChange: (begun) => ({ choices: { handler: handlerChoices(begun, 'pending') } }),
  receiveChangeNotice: ({ today }) => ({ filled: { receivedOn: today, changes: [{}] } }),
  adviseNewProposal: onToday('on'),
  recordActualEffort: (begun) => ({ filled: { tasks: proposalOf(begun).review.effort?.tasks ?? [{}] } }),
  recordBreach: onToday('foundOn', 'deskToldOn'),
  reportToCommission: onToday('reportedOn'),
  intendCancellation: ({ rules, today }) => ({
    filled: { on: today },
    hidden: rules.contract.cancellationConsultation?.value === true ? [] : ['consultation'],
  }),
  cancelContract: (begun) => {
    const { intent } = proposalOf(begun).life;
    return { filled: { cancelledOn: begun.today, ground: intent?.ground, reason: intent?.reason } };
  },
  imposeFine: onToday('on'),
  briefStaff: ({ today }) => ({ filled: { on: today, people: [''] } }),
  recordContractor: ({ state, rules, today }) => ({
    filled: { concludedOn: today, toldOn: today, duties: dutiesOf(rules, false) },
    choices: { engagedBy: (state as ReleaseState).contractors.map(({ contractor }) => itself(contractor)) },
    hidden: [
      ...(rules.creation.conditionPrecedent?.value === true ? [] : ['conditionPrecedent']),
      ...(rules.creation.reportsOutsourcingToDesk?.value === true ? [] : ['reportedToDeskOn']),
    ],
  }),
  recordInquiry: onToday('on'),
  announceDelay: onToday('announcedOn'),
  requestPublication: onToday('requestedOn'),
  confirmPublication: onToday('confirmedOn'),
  receiveComplaint: ({ rules, today }) => ({
    filled: { receivedOn: today, unit: rules.complaints.units?.value[0] },
    choices: rules.complaints.units === null ? {} : { unit: rules.complaints.units.value.map(itself) },
  }),
  handleComplaint: onToday('on'),
  referComplaint: onToday('on'),
  settleComplaint: onToday('on'),
  discoverLeak: onToday('knownOn'),
  reportLeak: onToday('reportedOn'),
  tellPrincipals: onToday('toldOn'),
  endLeak: onToday('endedOn'),
  prepareOtherProvision: () => ({ filled: { items: ['', ''] } }),
  announceOtherProvision: onToday('announcedOn'),
  handOverOther: onToday('handedOverOn'),
  consultCouncil: onToday('consultedOn'),
  recordCouncilOpinion: onToday('answeredOn'),
  setStandards: onToday('setOn'),
  recordEvaluation: onToday('on'),
  handOverWork: onToday('on'),
  nameSubstitute: onToday('from', 'to'),
  changeService: ({ today }) => ({ filled: { on: today, serves: false } }),
  addClosedDay: onToday('decidedOn'),
  withdrawClosedDay: ({ state, today }) => ({
    filled: { withdrawnOn: today },
    choices: {
      day: ((state as OfficeState | null)?.closedDays ?? [])
        .filter(({ withdrawnOn }) => withdrawnOn === null)
        .map(({ day, name }) => ({ value: day, label: `${formatEra(day)}　${name}` })),
    },
  }),
  logOutOfPurposeUse: onToday('on'),
};
