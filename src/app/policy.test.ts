import { describe, expect, test } from 'vitest';
import { callStages } from '../core/call/state.ts';
import { complaintStages } from '../core/complaint/state.ts';
import { leakStages } from '../core/leak/state.ts';
import { officeStages } from '../core/office/state.ts';
import { otherProvisionStages } from '../core/otherProvision/state.ts';
import { papersStages } from '../core/papers/state.ts';
import { proposalStages } from '../core/proposal/state.ts';
import { registerStages } from '../core/register/state.ts';
import { releaseStages } from '../core/release/state.ts';
import { type Actor, type OrganId, type Role, roles } from '../core/role.ts';
import { settingsStages } from '../core/settings/state.ts';
import { type AggregateKind, aggregateKinds, type CommandName, knows } from './aggregates.ts';
import { commandFields } from './fields/commandFields.ts';
import { policy } from './policy.ts';

/** Written from the people's side, not from the tables: what each role does in a case's life. */
const workOf: Partial<Record<Role, string>> = {
  centralDesk: `registerFile correctEntry countPersons omitParts withholdEntry exemptFile publishEntry deleteEntry recordPreCheck
    draftCall reviseCall admitShortWindow setGuideline publishCall openCall replaceSnapshot withdrawCall
    receiveProposal receiveCreatedProposal forwardProposal recordContact proposeTypingCorrection
    confirmTypingCorrection dropTypingCorrection joinDuplicate checkIdentity receiveAttachment confirmCompleteness
    requestCorrection receiveCorrection
    extendDeadlines receiveContractApplication confirmPayment concludeContract lapseProposal withdrawProposal
    destroyReleaseKey
    draftAct approveDraft returnDraft recordApproval settleFeeDifference refundFee forwardApplication
    reportHandlers reportHandlerChange judgeHandlerChange receiveChangeNotice adviseNewProposal
    recordBreach reportToCommission intendCancellation agreeToCancellation dropCancellation
    briefStaff requestPublication confirmPublication recordEvaluation assignCase handOverWork nameSubstitute changeService
    logOutOfPurposeUse discoverLeak reportLeak tellPrincipals endLeak
    receiveComplaint handleComplaint referComplaint settleComplaint
    prepareOtherProvision announceOtherProvision handOverOther
    cancelContract recordGround dismissGround reviewEligibility
    notifyThirdParties recordWrittenOpinion concludeThirdPartyProcedure recordMergeConsent substituteCharacter correctPaper`,
  responsibleDivision: `registerFile correctEntry countPersons omitParts withholdEntry exemptFile publishEntry deleteEntry recordPreCheck
    testForSolicitation flagForSolicitation unflagForSolicitation recordCreatedData replaceSnapshot
    recordContact proposeTypingCorrection confirmTypingCorrection dropTypingCorrection
    requestCorrection recordFinding determineFee issueConformingNotice issueNonConformingNotice extendDeadlines
    handInSource packRelease recordProvision proposeKeyDestruction destroyReleaseKey
    draftAct approveDraft returnDraft recordApproval correctNotifiedFee reportHandlers reportHandlerChange
    judgeHandlerChange recordActualEffort recordBreach intendCancellation agreeToCancellation dropCancellation
    briefStaff recordContractor recordInquiry announceDelay recordEvaluation assignCase discoverLeak tellPrincipals
    receiveComplaint handleComplaint referComplaint settleComplaint
    prepareOtherProvision announceOtherProvision handOverOther
    cancelContract recordGround dismissGround reviewEligibility
    recordConsultation notifyThirdParties recordWrittenOpinion concludeThirdPartyProcedure
    offerMerge recordMergeConsent concludeMerge estimateEffort recordOutsourcingQuote recordOutsourcingContract
    substituteCharacter correctPaper`,
  head: `admitShortWindow requestCorrection recordFinding issueConformingNotice issueNonConformingNotice
    draftAct approveDraft returnDraft recordApproval correctNotifiedFee refundFee
    intendCancellation agreeToCancellation dropCancellation imposeFine logOutOfPurposeUse discoverLeak
    receiveComplaint handleComplaint referComplaint settleComplaint
    prepareOtherProvision announceOtherProvision handOverOther consultCouncil recordCouncilOpinion setStandards
    cancelContract referToCommittee notifyThirdParties recordWrittenOpinion concludeThirdPartyProcedure`,
  council: `recordCouncilOpinion`,
  committee: `recordFinding fileCommitteeReport`,
  proposer: `submitProposal submitCreatedProposal submitCorrection withdrawProposal`,
  agent: `submitProposal submitCreatedProposal submitCorrection withdrawProposal`,
  creator: `handInSource setRecipe deriveRecipe startCreation cancelCreation packRelease proposeKeyDestruction`,
  verifier: `signVerification rejectCreation`,
  administrator: `assignCase handOverWork nameSubstitute changeService changeDivisions addClosedDay withdrawClosedDay setRuleValue correctCitation withdrawSetting`,
  system: `moveEntry moveProposal moveRelease joinMerge openCall closeCall recordCreatedData planRelease planReprovision recordCreation recordCreationFailure keepPapers`,
};

/** What may happen to a proposal as long as it has not ended. */
const whileAlive = `moveProposal recordContact proposeTypingCorrection confirmTypingCorrection dropTypingCorrection`;

/** Beside a creation, as long as nothing was provided. */
const aside = `moveRelease briefStaff recordInquiry announceDelay`;
const publication = `requestPublication confirmPublication`;

/** What changes in the office at any time. */
const officeWork = `assignCase handOverWork nameSubstitute changeService changeDivisions addClosedDay logOutOfPurposeUse`;

/** 起案と決裁. */
const approvals = `draftAct approveDraft returnDraft recordApproval`;

/** Written from the case's side: what may happen to it in each stage. */
const possibleIn: Record<AggregateKind, Readonly<Record<string, string>>> = {
  register: {
    absent: `registerFile`,
    registered: `${approvals} moveEntry correctEntry countPersons omitParts withholdEntry exemptFile publishEntry testForSolicitation deleteEntry`,
    published: `${approvals} moveEntry correctEntry countPersons omitParts withholdEntry exemptFile testForSolicitation flagForSolicitation
      unflagForSolicitation recordCreatedData deleteEntry recordPreCheck`,
    withheld: `moveEntry correctEntry countPersons testForSolicitation`,
    exempt: `moveEntry correctEntry countPersons testForSolicitation`,
    deleted: ``,
    undone: ``,
  },
  call: {
    absent: `draftCall`,
    draft: `${approvals} reviseCall admitShortWindow setGuideline publishCall withdrawCall`,
    published: `${approvals} setGuideline publishCall openCall withdrawCall`,
    open: `setGuideline closeCall`,
    closed: `replaceSnapshot`,
    withdrawn: ``,
  },
  proposal: {
    absent: `receiveProposal submitProposal receiveCreatedProposal submitCreatedProposal`,
    received: `${approvals} ${whileAlive} forwardProposal joinDuplicate checkIdentity receiveAttachment confirmCompleteness requestCorrection withdrawProposal recordGround dismissGround reviewEligibility`,
    correctionRequested: `${whileAlive} forwardProposal joinDuplicate checkIdentity receiveCorrection submitCorrection withdrawProposal recordGround dismissGround reviewEligibility`,
    inReview: `${whileAlive} forwardProposal joinDuplicate checkIdentity requestCorrection recordFinding determineFee issueConformingNotice
      issueNonConformingNotice withdrawProposal recordGround dismissGround reviewEligibility
      referToCommittee fileCommitteeReport notifyThirdParties recordWrittenOpinion
      concludeThirdPartyProcedure recordConsultation offerMerge recordMergeConsent concludeMerge joinMerge estimateEffort
      recordOutsourcingQuote recordOutsourcingContract ${approvals}`,
    conforming: `${whileAlive} ${approvals} correctNotifiedFee settleFeeDifference extendDeadlines receiveContractApplication confirmPayment lapseProposal withdrawProposal recordGround dismissGround reviewEligibility recordOutsourcingContract`,
    nonConforming: ``,
    applied: `${whileAlive} ${approvals} correctNotifiedFee settleFeeDifference forwardApplication extendDeadlines confirmPayment concludeContract lapseProposal withdrawProposal recordGround dismissGround reviewEligibility recordOutsourcingContract`,
    contracted: `moveProposal recordContact cancelContract reviewEligibility ${approvals} correctNotifiedFee settleFeeDifference forwardApplication
      reportHandlers reportHandlerChange judgeHandlerChange receiveChangeNotice adviseNewProposal recordActualEffort
      recordBreach reportToCommission intendCancellation agreeToCancellation dropCancellation imposeFine`,
    cancelled: `${approvals} imposeFine settleFeeDifference refundFee recordActualEffort reportToCommission`,
    lapsed: ``,
    withdrawn: ``,
    joined: ``,
    merged: ``,
  },
  release: {
    absent: `planRelease planReprovision`,
    planned: `${approvals} ${aside} recordContractor handInSource setRecipe deriveRecipe startCreation proposeKeyDestruction destroyReleaseKey`,
    creating: `${approvals} ${aside} recordCreation recordCreationFailure cancelCreation`,
    created: `${approvals} ${aside} signVerification rejectCreation`,
    verified: `${approvals} ${aside} ${publication} packRelease`,
    packaged: `${approvals} ${aside} ${publication} recordProvision`,
    provided: `${approvals} moveRelease briefStaff ${publication} proposeKeyDestruction destroyReleaseKey`,
  },
  organ: {
    absent: `setRuleValue correctCitation`,
    set: `setRuleValue correctCitation withdrawSetting`,
  },
  office: {
    absent: `${approvals} consultCouncil setStandards recordEvaluation ${officeWork}`,
    kept: `${approvals} consultCouncil recordCouncilOpinion setStandards recordEvaluation withdrawClosedDay ${officeWork}`,
  },
  complaint: {
    absent: `receiveComplaint`,
    taken: `${approvals} handleComplaint referComplaint settleComplaint`,
    settled: ``,
  },
  leak: {
    absent: `discoverLeak`,
    known: `${approvals} reportLeak tellPrincipals endLeak`,
    preliminarilyReported: `${approvals} reportLeak tellPrincipals endLeak`,
    finallyReported: `${approvals} tellPrincipals endLeak`,
    ended: ``,
  },
  otherProvision: {
    absent: `prepareOtherProvision`,
    prepared: `${approvals} announceOtherProvision handOverOther`,
    announced: `${approvals} handOverOther`,
    handedOver: ``,
  },
  papers: {
    absent: `keepPapers`,
    filed: `keepPapers substituteCharacter correctPaper`,
  },
};

const stages: Record<AggregateKind, readonly string[]> = {
  register: registerStages,
  call: callStages,
  proposal: proposalStages,
  release: releaseStages,
  organ: settingsStages,
  office: officeStages,
  complaint: complaintStages,
  leak: leakStages,
  otherProvision: otherProvisionStages,
  papers: papersStages,
};
const words = (text: string | undefined) => new Set((text ?? '').split(/\s+/).filter((word) => word !== ''));
const organ = 'kumamoto' as OrganId;
const commands = Object.keys(commandFields) as CommandName[];

describe('policy', () => {
  test('the two hand-written tables name every command and every stage', () => {
    expect(new Set(Object.values(workOf).flatMap((work) => [...words(work)]))).toEqual(new Set(commands));
    for (const kind of aggregateKinds) expect(Object.keys(possibleIn[kind])).toEqual(['absent', ...stages[kind]]);
  });

  test('every role × command × stage × division × organ: allowed exactly where role and stage allow it', () => {
    let asked = 0;
    const known = aggregateKinds.flatMap((kind) =>
      commands.filter((command) => knows(kind, command)).map((command) => ({ kind, command })),
    );
    for (const { kind, command } of known) {
      for (const stage of Object.keys(possibleIn[kind]))
        for (const role of roles)
          for (const [division, theirs, own] of [
            [undefined, '甲課', true],
            ['甲課', '甲課', true],
            ['乙課', '甲課', role !== 'responsibleDivision' || stage === 'absent' || kind === 'call'],
          ] as const)
            for (const actorOrgan of [organ, 'ichikawa' as OrganId]) {
              const actor: Actor = { person: 'p', role, organ: actorOrgan, ...(division ? { division } : {}) };
              const related =
                kind === 'register'
                  ? { contents: { responsibleOrganization: theirs } }
                  : { responsibleOrganization: theirs };
              const subject =
                stage === 'absent' ? null : { stage, parties: ['p'], ...(kind === 'call' ? {} : related) };
              const allowed =
                words(workOf[role]).has(command) &&
                words(possibleIn[kind][stage]).has(command) &&
                own &&
                actorOrgan === organ;
              asked += 1;
              expect([
                command,
                stage,
                role,
                division,
                actorOrgan,
                policy({ actor, organ, act: { command, kind }, subject }) === null,
              ]).toEqual([command, stage, role, division, actorOrgan, allowed]);
            }
    }
    expect(asked).toBeGreaterThan(20_000);
  });

  test('an outsider learns the same of another’s case as of one that does not exist', () => {
    const proposer: Actor = { person: 'proposer:1', role: 'proposer', organ };
    const look = (subject: object | null) =>
      policy({ actor: proposer, organ, act: { view: 'proposal' }, subject: subject as never });
    expect(look({ stage: 'inReview', parties: ['proposer:2'] })).toEqual(look(null));
    expect(look({ stage: 'inReview', parties: ['proposer:1'] })).toBeNull();
  });

  test('an outsider’s command on another’s case gets the same answer, to the letter, as on one that does not exist', () => {
    let refused = 0;
    for (const role of ['proposer', 'agent'] as const)
      for (const command of words(workOf[role])) {
        if (words(possibleIn.proposal.absent).has(command)) continue;
        const give = (subject: object | null) =>
          policy({
            actor: { person: 'p', role, organ },
            organ,
            act: { command: command as CommandName },
            subject: subject as never,
          });
        const none = give(null);
        expect(none?.code).toBe('notFound');
        for (const stage of proposalStages) {
          expect(give({ stage, parties: ['other'], responsibleOrganization: '甲課' })).toEqual(none);
          refused += 1;
        }
      }
    expect(refused).toBe(2 * 2 * proposalStages.length);
  });

  test('trust: who files from outside comes to no page of the staff', () => {
    const comes = (role: Role, view: 'office' | 'ownProposals') =>
      policy({ actor: { person: 'p', role, organ }, organ, act: { view } }) === null;
    expect(roles.filter((role) => comes(role, 'ownProposals'))).toEqual(['proposer', 'agent']);
    expect(roles.filter((role) => comes(role, 'ownProposals') && comes(role, 'office'))).toEqual([]);
  });

  test('ACT-04: the committee looks at what was referred to it, with its people, and at no other case', () => {
    const committee: Actor = { person: 'k', role: 'committee', organ };
    const answers = (referral: object | null) =>
      (['caseTimeline', 'proposalPersonal', 'proposal'] as const).map(
        (view) =>
          policy({
            actor: committee,
            organ,
            act: { view },
            subject: { stage: 'inReview', review: { referral } } as never,
          })?.code,
      );
    expect(answers(null)).toEqual(['notFound', 'notFound', 'notFound']);
    expect(answers({ referredOn: '2026-01-21' })).toEqual([undefined, undefined, undefined]);
    expect(policy({ actor: committee, organ, act: { view: 'release' }, subject: { stage: 'created' } })?.code).toBe(
      'notPermitted',
    );
  });

  test('the auditor reads everything but personal data and files, and gives no command', () => {
    const auditor: Actor = { person: 'a', role: 'auditor', organ };
    const sees = (view: Parameters<typeof policy>[0]['act']) =>
      policy({ actor: auditor, organ, act: view, subject: { stage: 'inReview' } }) === null;
    expect([sees({ view: 'proposal' }), sees({ view: 'register' }), sees({ view: 'release' })]).toEqual([
      true,
      true,
      true,
    ]);
    expect([sees({ view: 'proposalPersonal' }), sees({ view: 'releaseFiles' })]).toEqual([false, false]);
  });
});
