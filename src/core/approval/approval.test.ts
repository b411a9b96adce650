import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { organ } from '../../../test/support/contracts.ts';
import { play } from '../../../test/support/play.ts';
import { circumstances } from '../../../test/support/shippedRules.ts';
import { permissionsOf } from '../../app/aggregates.ts';
import { commandFields } from '../../app/fields/commandFields.ts';
import { shapeOf } from '../../app/fields/fieldShape.ts';
import { rebuild } from '../aggregate.ts';
import type { ComplaintCommand } from '../complaint/commands.ts';
import { complaint } from '../complaint/complaint.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { otherProvision } from '../otherProvision/otherProvision.ts';
import type { ApprovalCommand } from './commands.ts';
import { type OutgoingAct, outgoing, outgoingActIds } from './outgoingActs.ts';

const kumamoto = organ('kumamoto');
type Step = readonly [person: string, command: ComplaintCommand | ApprovalCommand, day?: string];

const playOn = (rules: RuleSet, ...steps: readonly Step[]) =>
  play(
    complaint,
    rules,
    steps.map(
      ([person, command, day = '2026-02-20']) =>
        [command, circumstances(`${day}T10:00`, 'centralDesk', person)] as const,
    ),
  );
const codes = (rules: RuleSet, ...steps: readonly Step[]) => playOn(rules, ...steps).refusals.map(({ code }) => code);

const received: Step = [
  '一',
  { do: 'receiveComplaint', receivedOn: '2026-02-16', unit: '法制課', subject: null, complainant: null, text: '苦情' },
];
const answer = (on: string): Step => ['一', { do: 'settleComplaint', on, result: '説明した。', improvement: null }];
const act = 'complaintAnswer';
const draft: Step = ['一', { do: 'draftAct', act, note: '', files: [], documentNumber: '架第7号' }];
const approve = (person: string, day: string): Step => [
  person,
  { do: 'approveDraft', act, way: 'approval', post: '課長', reason: null },
  day,
];
const returned: Step = ['二', { do: 'returnDraft', act, reason: '直す。' }];
const routing = (...acts: readonly OutgoingAct[]): RuleSet => ({
  ...kumamoto,
  letters: { ...kumamoto.letters, routedActs: { value: acts, text: '架空の規程', source: '設定' } },
});

describe('起案・決裁・施行', () => {
  test('what was drafted goes out after its approval by another person, not before that day, and is kept with day and number', () => {
    expect(codes(kumamoto, received, draft, answer('2026-02-20'))).toEqual(['notApproved']);
    expect(codes(kumamoto, received, draft, approve('一', '2026-02-20'))).toEqual(['approverIsDrafter']);
    const approved = [received, draft, approve('二', '2026-02-19')];
    expect(codes(kumamoto, ...approved, answer('2026-02-18'))).toEqual(['issuedBeforeApproval']);
    const { state } = playOn(kumamoto, ...approved, answer('2026-02-20'));
    expect(state).toMatchObject({ stage: 'settled', drafts: [] });
    expect(state?.issues).toEqual([
      {
        act,
        on: '2026-02-20',
        documentNumber: '架第7号',
        draftedOn: '2026-02-20',
        approval: { way: 'approval', post: '課長', on: '2026-02-19', reason: null },
      },
    ]);
  });

  test('where the organ routes an act here it never goes out without an approval; elsewhere all is only recorded', () => {
    expect(codes(kumamoto, received, answer('2026-02-20'))).toEqual([]);
    expect(codes(routing('provision'), received, answer('2026-02-20'))).toEqual([]);
    const routed = routing('complaintAnswer');
    expect(codes(routed, received, answer('2026-02-20'))).toEqual(['approvalMissing']);
    expect(codes(routed, received, draft, approve('二', '2026-02-20'), answer('2026-02-20'))).toEqual([]);
    const onPaper: Step = [
      '一',
      {
        do: 'recordApproval',
        act,
        draftedOn: '2026-02-17',
        on: '2026-02-18',
        way: 'delegatedApproval',
        post: '課長',
        reason: null,
        note: '',
      },
    ];
    expect(codes(routed, received, onPaper, answer('2026-02-20'))).toEqual([]);
  });

  test('an act of another kind of case, an approval without a draft and a 代決 without its absence are refused', () => {
    const other: Step = ['一', { do: 'draftAct', act: 'provision', note: '', files: [] }];
    const substitute: Step = ['二', { do: 'approveDraft', act, way: 'substituteApproval', post: '係長', reason: ' ' }];
    expect(codes(kumamoto, received, other)).toEqual(['actOfOtherCase']);
    expect(codes(kumamoto, received, approve('二', '2026-02-20'))).toEqual(['draftMissing']);
    expect(codes(kumamoto, received, draft, substitute)).toEqual(['absenceMissing']);
    expect(codes(kumamoto, received, draft, draft)).toEqual(['alreadyDrafted']);
  });

  test('any sequence: nothing routed goes out unapproved, nobody approves an own draft, events rebuild the state', () => {
    const steps = [draft, returned, answer('2026-02-20'), answer('2026-02-18')];
    const drawn = fc.array(
      fc.oneof(
        fc.constantFrom(...steps),
        fc
          .tuple(fc.constantFrom('一', '二'), fc.constantFrom('2026-02-17', '2026-02-20'))
          .map(([person, day]) => approve(person, day)),
      ),
      { maxLength: 8 },
    );
    const reached = new Set<string>();
    fc.assert(
      fc.property(drawn, (sequence) => {
        const { state, events } = playOn(routing('complaintAnswer'), received, ...sequence);
        expect(rebuild(complaint.evolve, events)).toEqual(state);
        reached.add(state?.stage ?? '');
        const drafters = events.flatMap((event) => (event.type === 'actDrafted' ? [event.data.by] : []));
        for (const event of events) if (event.type === 'draftApproved') expect(drafters).not.toContain(event.data.by);
        if (state?.stage !== 'settled') return;
        const [issued] = state.issues;
        expect(issued && issued.on >= issued.approval.on).toBe(true);
        expect(state.settledOn).toBe(issued?.on);
      }),
      { seed: 20260220, numRuns: 1500 },
    );
    expect(reached).toEqual(new Set(['taken', 'settled']));
  });
});

describe('文書番号', () => {
  const prepared = {
    do: 'prepareOtherProvision',
    name: '架空の情報',
    items: ['年齢'],
    way: '媒体の手渡し',
    byLaw: null,
    recipient: '架空大学',
  } as const;
  const announced = { do: 'announceOtherProvision', announcedOn: '2026-02-19', place: '掲示板' } as const;
  const handOver = { do: 'handOverOther', handedOverOn: '2026-02-20', statedBy: 'paper' } as const;
  const drafted = { do: 'draftAct', act: 'otherStatement', note: '', files: [], documentNumber: '架第7号' } as const;
  const signed = { do: 'approveDraft', act: 'otherStatement', way: 'approval', post: '課長', reason: null } as const;
  const issuedBy = (commands: readonly Parameters<typeof otherProvision.decide>[0][]) => {
    const steps = commands.map(
      (command, at) => [command, circumstances('2026-02-20T10:00', 'centralDesk', `人${at}`)] as const,
    );
    const { events, refusals } = play(otherProvision, organ('hokkaido-university'), steps);
    expect(refusals).toEqual([]);
    const given = events.find(({ type }) => type === 'otherHandedOver');
    expect(given?.data).not.toHaveProperty('documentNumber');
    return events.slice(events.indexOf(given as never) + 1).map(({ type, data }) => [type, data]);
  };

  test('what goes out without 起案 keeps the number that it was given, and none that it was not', () => {
    expect(issuedBy([prepared, announced, { ...handOver, documentNumber: '架第8号' }])).toEqual([
      ['actNumbered', { act: 'otherStatement', on: '2026-02-20', documentNumber: '架第8号' }],
    ]);
    for (const silent of [handOver, { ...handOver, documentNumber: null }])
      expect(issuedBy([prepared, announced, silent])).toEqual([]);
  });

  test('of what was drafted, the number at 施行 goes before the draft’s', () => {
    const begun = [prepared, announced, drafted, signed];
    const number = (...last: Parameters<typeof issuedBy>[0]) =>
      issuedBy([...begun, ...last]).map(([type, data]) => [type, (data as { documentNumber: string }).documentNumber]);
    expect(number({ ...handOver, documentNumber: '架第8号' })).toEqual([['actIssued', '架第8号']]);
    expect(number(handOver)).toEqual([['actIssued', '架第7号']]);
  });
});

describe('what goes out', () => {
  test('every act is of a command of its kind, names its day among the fields, and what it must say', () => {
    for (const act of outgoingActIds) {
      const { kind, command, day, where } = outgoing(act);
      const known: Readonly<Record<string, unknown>> = permissionsOf[kind as keyof typeof permissionsOf];
      expect([act, Object.hasOwn(known, command)]).toEqual([act, true]);
      const fields = shapeOf(command as keyof typeof commandFields).fields;
      if (day) expect([act, fields.find(({ name }) => name === day)?.kind]).toEqual([act, 'day']);
      const said = where && fields.find(({ name }) => name === where.field);
      if (where) expect(said?.kind === 'choice' && said.options).toContain(where.is);
    }
  });

  test('every command that takes a 文書番号 is such an act; a correction of a paper is a paper of its own', () => {
    const numbered = (Object.keys(commandFields) as (keyof typeof commandFields)[]).filter((command) =>
      shapeOf(command).fields.some(({ name }) => name === 'documentNumber'),
    );
    const acts = new Set(outgoingActIds.map((act) => outgoing(act).command));
    const others = numbered.filter((command) => !acts.has(command));
    expect(others.toSorted()).toEqual(['checkIdentity', 'correctPaper', 'draftAct', 'recordApproval']);
    expect(numbered.length).toBeGreaterThan(8);
    for (const act of outgoingActIds.map(outgoing))
      if (act.numbered) expect([act.command, numbered.includes(act.command as never)]).toEqual([act.command, true]);
  });
});
