import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { play as playOn } from '../../../test/support/play.ts';
import { circumstances, rulesOf } from '../../../test/support/shippedRules.ts';
import { rebuild } from '../aggregate.ts';
import type { Role } from '../role.ts';
import type { RecordProvision, ReleaseCommand } from './commands.ts';
import type { ReleaseFacts } from './facts.ts';
import { release } from './release.ts';
import type { Creation } from './state.ts';

const rules = rulesOf('kumamoto');
const file = (name: string) => ({ name, digest: 'a'.repeat(64), bytes: 10 });
const facts: ReleaseFacts = {
  package: { file: file('p-1.zip'), manifest: file('manifest.json') },
  isKept: true,
  derived: { recipe: file('recipe.json'), open: [] },
  chosen: { medium: 'CD-R', delivery: 'counter' },
  isOutsourced: false,
  standards: { processingStandard: null, securityStandard: null },
  source: null,
};
const creationOf = (passed: boolean): Creation => ({
  output: file('output.csv'),
  report: file('report.json'),
  reportPage: file('report.html'),
  publicReport: file('public-report.json'),
  publicReportPage: file('public-report.html'),
  rows: 2000,
  outputRows: 1995,
  suppressedRecords: 5,
  persons: 1995,
  items: ['住所', '年齢'],
  check: { passed, items: { '1': true, '2': true, '3': true, '4': true, '5': passed }, smallestClass: 3, classes: 97 },
  engineVersion: '0.1.0',
});

const plan: ReleaseCommand = {
  do: 'planRelease',
  proposal: 'p-1',
  entry: 'e-1',
  fileName: '学童保育システム',
  responsibleOrganization: '架空課',
  wantedPersons: 2000,
  provisionDeadline: null,
};
const source: ReleaseCommand = { do: 'handInSource', source: file('source.csv') };
const recipe: ReleaseCommand = { do: 'setRecipe', recipe: file('recipe.json') };
const start: ReleaseCommand = { do: 'startCreation' };
const created: ReleaseCommand = { do: 'recordCreation', creation: creationOf(true) };
const createdBadly: ReleaseCommand = { do: 'recordCreation', creation: creationOf(false) };
const failure: ReleaseCommand = {
  do: 'recordCreationFailure',
  place: '列「年齢」',
  message: '階層にない値があります。',
};
const sign: ReleaseCommand = { do: 'signVerification', note: '確認した。' };
const reject: ReleaseCommand = { do: 'rejectCreation', reason: '組が小さい。' };
const cancel: ReleaseCommand = { do: 'cancelCreation' };
const giveUp: ReleaseCommand = { do: 'proposeKeyDestruction', reason: '利用の期間が終わり、保存を要しない。' };
const destroy: ReleaseCommand = { do: 'destroyReleaseKey' };
const pack: ReleaseCommand = { do: 'packRelease', name: '架空の情報' };
const provision: RecordProvision = {
  do: 'recordProvision',
  providedOn: '2026-02-20',
  medium: 'CD-R',
  delivery: 'counter',
  mediumNumber: 'K-1',
  measures: '封かん',
  receivedBy: '秘受領者',
};

/** Commands, each by a person: `二` verifies, `一` does everything else. */
type By = readonly [ReleaseCommand, string];
const by = (person: string, ...commands: ReleaseCommand[]): By[] => commands.map((command) => [command, person]);

const play = (commands: readonly By[], known: ReleaseFacts = facts) =>
  playOn(
    release,
    rules,
    commands.map(
      ([command, person]) =>
        [command, { ...known, ...circumstances('2026-02-20T10:00', 'creator' as Role, person) }] as const,
    ),
  );
const codes = (commands: readonly By[], known?: ReleaseFacts) => play(commands, known).refusals.map(({ code }) => code);

const made = by('一', plan, source, recipe, start, created);

describe('作成と提供', () => {
  test('STP-18: creation needs the source and the recipe', () => {
    expect(codes(by('一', plan, recipe, start))).toEqual(['sourceMissing']);
    expect(codes(by('一', plan, source, start))).toEqual(['recipeMissing']);
  });

  test('scenario 79, trust: who set the recipe or started the creation can neither sign nor reject it', () => {
    expect(codes([...made, ...by('一', sign, reject)])).toEqual(['verifierIsCreator', 'verifierIsCreator']);
    const shared = [...by('一', plan, source, recipe), ...by('二', start, created, sign)];
    expect(codes(shared)).toEqual(['verifierIsCreator']);
    expect(play([...made, ...by('二', sign)]).state).toMatchObject({ stage: 'verified', verification: { by: '二' } });
  });

  test('CHK-OUT, 規則62条: what did not pass the check cannot be signed, and the item is named', () => {
    const { refusals } = play([...by('一', plan, source, recipe, start, createdBadly), ...by('二', sign)]);
    expect(refusals).toMatchObject([{ code: 'checkNotPassed', facts: { items: ['5'] } }]);
  });

  test('scenario 79, STP-19: nothing is packed or provided before it is verified', () => {
    expect(codes([...made, ...by('一', pack, provision)])).toEqual(['notInStage', 'notInStage']);
  });

  test('a failed creation says where and can be repeated', () => {
    const { state } = play(by('一', plan, source, recipe, start, failure));
    expect(state).toMatchObject({ stage: 'planned', failure: { place: '列「年齢」' } });
    expect(play([...by('一', plan, source, recipe, start, failure, recipe, start, created)]).state).toMatchObject({
      stage: 'created',
      failure: null,
    });
  });

  test('a creation that is cancelled can be begun again, and what its job still brings is not taken', () => {
    const cancelled = by('一', plan, source, recipe, start, cancel);
    expect(codes([...cancelled, ...by('系', created)])).toEqual(['notInStage']);
    expect(play([...cancelled, ...by('一', start, created)]).state?.stage).toBe('created');
  });

  test('SEC-4: only what is kept encrypted with the release is taken for its source or recipe', () => {
    expect(codes(by('一', plan, source, recipe), { ...facts, isKept: false })).toEqual(['fileNotKept', 'fileNotKept']);
  });

  test('規則62条: a derived recipe is set only when nothing is left open, and makes a creator of who derived it', () => {
    const derive: ReleaseCommand = { do: 'deriveRecipe', k: 5, suppressionPercent: 5, decisions: [] };
    const open = { recipe: file('recipe.json'), open: ['利用区分'] };
    expect(play(by('一', plan, source, derive), { ...facts, derived: open }).refusals).toMatchObject([
      { code: 'recipeUndecided', facts: { open: ['利用区分'] } },
    ]);
    expect(codes(by('一', plan, derive), { ...facts, derived: null })).toEqual(['sourceMissing']);
    expect(play(by('一', plan, source, derive)).state).toMatchObject({
      recipe: { name: 'recipe.json' },
      creators: ['一'],
    });
  });

  test('SEC-4, trust: a key is destroyed by two names, with a reason, and never while the release is on its way', () => {
    const provided = [...made, ...by('二', sign), ...by('一', pack, provision)];
    expect(codes([...provided, ...by('一', destroy, giveUp, destroy)])).toEqual([
      'destructionNotProposed',
      'destructionBySamePerson',
    ]);
    expect(codes([...provided, ...by('一', { ...giveUp, reason: ' ' } as ReleaseCommand)])).toEqual([
      'destructionReasonMissing',
    ]);
    expect(codes([...made, ...by('一', giveUp), ...by('二', destroy)])).toEqual(['notInStage', 'notInStage']);
    const done = play([...provided, ...by('一', giveUp), ...by('二', destroy, destroy)]);
    expect(done.state).toMatchObject({
      keyDestruction: { proposedBy: '一', approvedBy: '二', on: '2026-02-20' },
      destructionProposal: null,
    });
    expect(done.refusals.map(({ code }) => code)).toEqual(['keyDestroyed']);
    expect(codes([...by('一', plan, source, recipe, giveUp), ...by('二', destroy), ...by('一', start)])).toEqual([
      'keyDestroyed',
    ]);
  });

  test('REC-12: where the rules keep the records of a creation for years, the key stays until they are over', () => {
    const kept = {
      ...rules,
      retentionYears: { ...rules.retentionYears, creation: { value: 5, text: '例', source: '設計' } },
    };
    const at = (now: string, person: string, command: ReleaseCommand) =>
      [command, { ...facts, ...circumstances(now, 'creator' as Role, person) }] as const;
    const before = [...made, ...by('二', sign), ...by('一', pack, provision)].map(([command, person]) =>
      at('2026-02-20T10:00', person, command),
    );
    const asked = (now: string) => playOn(release, kept, [...before, at(now, '一', giveUp)]);
    expect(asked('2031-02-20T10:00').refusals).toMatchObject([
      { code: 'retentionNotOver', facts: { keptThrough: '2031-02-20' } },
    ]);
    expect(asked('2031-02-21T10:00').state?.destructionProposal).not.toBeNull();
  });

  test('scenario 83, STP-20, SEC-12: provided in the way that the proposal chose, with the measure noted', () => {
    const packed = [...made, ...by('二', sign), ...by('一', pack)];
    expect(codes([...packed, ...by('一', { ...provision, delivery: 'post' })])).toEqual(['mediumNotChosen']);
    expect(codes([...packed, ...by('一', { ...provision, measures: ' ' })])).toEqual(['releaseReasonMissing']);
    expect(play([...packed, ...by('一', provision)]).state).toMatchObject({
      stage: 'provided',
      provision: { mediumNumber: 'K-1' },
    });
  });
});

test('releases, any sequence of commands: what is provided was verified by someone who did not create it, and events rebuild the state', () => {
  const people = fc.constantFrom('一', '二', '三');
  const anyCommand = fc.constantFrom<ReleaseCommand>(
    source,
    recipe,
    start,
    created,
    createdBadly,
    failure,
    sign,
    reject,
    cancel,
    giveUp,
    destroy,
    pack,
    provision,
  );
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.nat(made.length), fc.array(fc.tuple(anyCommand, people), { maxLength: 14 }), (length, drawn) => {
      const { state, events } = play([...by('一', plan), ...made.slice(1, length), ...drawn]);
      expect(rebuild(release.evolve, events)).toEqual(state);
      reached.add(state?.stage ?? 'absent');
      if (state?.keyDestruction) expect(state.keyDestruction.approvedBy).not.toBe(state.keyDestruction.proposedBy);
      if (!state || !['verified', 'packaged', 'provided'].includes(state.stage)) return;
      expect(state.creators).not.toContain(state.verification?.by);
      expect(state.creation?.check.passed).toBe(true);
      expect(JSON.stringify(state)).not.toContain('秘受領者');
    }),
    { seed: 20260216, numRuns: 4000 },
  );
  expect(reached).toEqual(new Set(['planned', 'creating', 'created', 'verified', 'packaged', 'provided']));
});
