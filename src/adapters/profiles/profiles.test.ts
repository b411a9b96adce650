import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { ruleSetOn } from '../../core/organ/organProfile.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { loadProfiles, ProfileError, readRuleSet } from './loadProfiles.ts';
import { profileSchema } from './profileSchema.ts';

const root = join(import.meta.dirname, '../../..');
const shipped = join(root, 'profiles');
const profiles = loadProfiles(shipped);
const kumamoto = (): Record<string, Record<string, unknown>> =>
  JSON.parse(readFileSync(join(shipped, 'kumamoto/undated.json'), 'utf8'));

function rulesOf(organ: string): RuleSet {
  const profile = profiles.find((one) => one.organ === organ);
  const rules = profile && ruleSetOn(profile, null);
  if (!rules) throw new Error(`no rules of ${organ}`);
  return rules;
}

const scratch = mkdtempSync(join(tmpdir(), 'tokumei-profiles-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function folderWith(name: string, files: Record<string, unknown>): string {
  const folder = join(scratch, name);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

function mistakesIn(folder: string): readonly string[] {
  try {
    loadProfiles(folder);
    return [];
  } catch (error) {
    if (error instanceof ProfileError) return error.mistakes;
    throw error;
  }
}

/** Every sourced value, by its path. */
function sourcedIn(value: unknown, path = ''): { path: string; source: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'source' in value && 'text' in value ? [{ path, source: String(value.source) }] : [];
  return [...own, ...Object.entries(value).flatMap(([name, member]) => sourcedIn(member, `${path}.${name}`))];
}

describe('loading', () => {
  test('the five organs are there, in force from the days of their sources', () => {
    expect(profiles.map(({ organ, ruleSets }) => [organ, ruleSets.map(({ effectiveFrom }) => effectiveFrom)])).toEqual([
      ['aomori-police', ['2025-06-01']],
      ['hokkaido-university', ['2023-04-01']],
      ['ichikawa', ['2019-07-01']],
      ['kumamoto', [null]],
      ['yokohama', [null]],
    ]);
  });

  test('the JSON Schema of a profile is written down', async () => {
    const schema = JSON.stringify(z.toJSONSchema(profileSchema, { reused: 'ref', io: 'input' }), null, 2);
    await expect(`${schema}\n`).toMatchFileSnapshot(join(root, 'docs/reference/profile.schema.json'));
  });

  test('all mistakes are named at once, each with its path', () => {
    const broken = kumamoto();
    Object.assign(broken.review ?? {}, { minPersons: { value: '1000', text: '6②', source: 'K' } });
    Object.assign(broken.fee ?? {}, { newProposal: 21_000, discount: true });
    Object.assign(broken, { effectiveFrom: '2026-02-30' });
    delete broken.desk;
    const mistakes = mistakesIn(folderWith('broken', { 'kumamoto/undated.json': broken }));
    for (const path of ['review.minPersons.value', 'fee.newProposal', 'discount', 'effectiveFrom', 'desk'])
      expect(mistakes.join('\n')).toContain(path);
    expect(mistakes.every((mistake) => mistake.startsWith('kumamoto/undated.json: '))).toBe(true);
  });

  test('a value without its source is a mistake', () => {
    const reading = readRuleSet({ ...kumamoto(), ownership: { value: '市' } }, 'x');
    expect('mistakes' in reading && reading.mistakes.join()).toContain('ownership.source');
  });

  test('criteria out of order, twice or missing are a mistake', () => {
    const criteria = rulesOf('kumamoto').review.criteria;
    for (const wrong of [criteria.slice(1), criteria.toReversed(), [...criteria, criteria[0]]]) {
      const reading = readRuleSet({ ...kumamoto(), review: { ...rulesOf('kumamoto').review, criteria: wrong } }, 'x');
      expect('mistakes' in reading && reading.mistakes.join()).toContain('review.criteria');
    }
  });

  test('no JSON, a wrong file name and an empty folder are named', () => {
    const folder = folderWith('mixed', { 'kumamoto/undated.json': '{', 'kumamoto/2025-12-19.json': kumamoto() });
    const mistakes = mistakesIn(folder);
    expect(mistakes).toHaveLength(2);
    expect(mistakes.join('\n')).toMatch(/kumamoto\/2025-12-19\.json.*kumamoto\/undated\.json/);
    expect(mistakesIn(folderWith('empty', { 'readme.txt': '' }))).toHaveLength(1);
  });

  test('DDL-15: of several versions the one in force on the day answers, the newest without a day', () => {
    const files = Object.fromEntries(
      ['2026-04-01', null, '2025-04-01'].map((effectiveFrom) => [
        `kumamoto/${effectiveFrom ?? 'undated'}.json`,
        { ...kumamoto(), effectiveFrom },
      ]),
    );
    const [profile] = loadProfiles(folderWith('versions', files));
    const on = (day: string | null) => profile && ruleSetOn(profile, day as RuleSet['effectiveFrom'])?.effectiveFrom;
    expect([on('2025-03-31'), on('2025-04-01'), on('2026-03-31'), on('2026-04-01'), on(null)]).toEqual([
      null,
      '2025-04-01',
      '2025-04-01',
      '2026-04-01',
      '2026-04-01',
    ]);
  });
});

describe('what the profiles say', () => {
  test('every value stands in the organ’s own source or in a text that binds it; Ichikawa never in the Act', () => {
    const own: Record<string, readonly string[]> = {
      yokohama: ['Y', '法', '規則', '設計'],
      ichikawa: ['I', '設計'],
      'aomori-police': ['A', '法', '規則', '設計'],
      'hokkaido-university': ['H', '法', '規則', '設計'],
      kumamoto: ['K', '法', '規則', '設計'],
    };
    expect(profiles.map(({ organ }) => organ as string)).toEqual(Object.keys(own).sort());
    for (const [organ, allowed] of Object.entries(own)) {
      const values = sourcedIn(rulesOf(organ));
      expect(values.length).toBeGreaterThan(80);
      expect(values.filter(({ source }) => !allowed.includes(source))).toEqual([]);
    }
    expect(JSON.stringify(rulesOf('ichikawa'))).not.toMatch(/"law":|別記様式/);
  });

  test('1b-4: 欠格事由 in each one’s own words', () => {
    const items = (organ: string) => rulesOf(organ).disqualification.items;
    const count = (organ: string) => items(organ).length;
    expect(['ichikawa', 'hokkaido-university', 'aomori-police', 'kumamoto', 'yokohama'].map(count)).toEqual([
      8, 6, 6, 6, 6,
    ]);
    expect(items('ichikawa')[0]).toMatchObject({
      wording: '未成年者、成年被後見人又は被保佐人',
      ids: ['DQ-1', 'DQ-2'],
    });
    expect(items('ichikawa').filter(({ ids }) => ids.includes('DQ-5'))).toHaveLength(4);
    const sentence = (organ: string) =>
      items(organ)
        .find(({ ids }) => ids.includes('DQ-4'))
        ?.wording?.slice(0, 5);
    expect(['ichikawa', 'hokkaido-university', 'aomori-police', 'kumamoto'].map(sentence)).toEqual([
      '禁錮以上の',
      '禁錮以上の',
      '拘禁刑以上',
      '拘禁刑以上',
    ]);
    expect(items('aomori-police')[4]?.wording).toContain('以外の行政機関等から契約を解除された者を含む');
    expect(rulesOf('aomori-police').disqualification.officerDefinition?.value).toContain('執行役員');
  });

  test('scenario 33: 被保佐人 is named by Ichikawa alone', () => {
    const naming = profiles.filter(({ organ }) => JSON.stringify(rulesOf(organ).disqualification).includes('被保佐人'));
    expect(naming.map(({ organ }) => organ)).toEqual(['ichikawa']);
  });

  test('1c-41, 1b-1: the criteria print 事務 or 事務又は事業, 市民生活 or 国民生活, as each source does', () => {
    const wording = (organ: string, index: number) => rulesOf(organ).review.criteria[index]?.wording;
    expect(wording('kumamoto', 6)).toContain('当該行政機関等の事務に著しい支障');
    expect(wording('aomori-police', 6)).toContain('担当課等の事務又は事業の遂行に著しい支障');
    expect(wording('hokkaido-university', 6)).toContain('本学の事務又は事業の遂行に著しい支障');
    expect(wording('ichikawa', 3)).toContain('豊かな市民生活');
    expect(JSON.stringify(rulesOf('ichikawa'))).not.toContain('国民生活');
    expect(wording('yokohama', 0)).toBeNull();
  });

  test('1c-01, scenario 96: Aomori’s criterion names ⑴ to ⑹, never アからカ', () => {
    expect(rulesOf('aomori-police').review.criteria[0]?.wording).toContain('⑴から⑹まで');
    expect(JSON.stringify(rulesOf('aomori-police'))).not.toContain('アからカ');
  });

  test('scenario 22, CHK-ID: Hokkaido takes 被保険者証, Aomori 資格確認書', () => {
    const ids = (organ: string) => rulesOf(organ).identityCheck.individual.map(({ id }) => id);
    expect(ids('hokkaido-university')).toContain('healthInsuranceCard');
    expect(ids('hokkaido-university')).not.toContain('healthQualificationCertificate');
    expect(ids('aomori-police')).toContain('healthQualificationCertificate');
    expect(ids('aomori-police')).not.toContain('healthInsuranceCard');
  });

  test('1b-3: form numbers', () => {
    const numbers = (organ: string) => Object.values(rulesOf(organ).forms).map((form) => form?.number ?? null);
    const own = (organ: string) => numbers(organ).filter((number) => number !== null);
    expect(own('aomori-police')).toHaveLength(13);
    expect(own('hokkaido-university')).toHaveLength(8);
    expect([own('yokohama'), own('kumamoto'), own('ichikawa')]).toEqual([[], [], []]);
    expect(rulesOf('aomori-police').forms.changeNotice?.number).toBe('第９号様式');
    expect(rulesOf('yokohama').forms.createdNonConformingNotice?.nationalNumber).toBe('別記様式第14');
    expect(Object.values(rulesOf('ichikawa').forms).every((form) => form === null)).toBe(true);
  });

  test('1c-03, 1c-33, PUB-2, PPC: parties, gates and reports differ as the sources do', () => {
    const hokkaido = rulesOf('hokkaido-university');
    expect([hokkaido.notice.contractParty?.value, hokkaido.contract.party?.value]).toEqual(['本学', '総長']);
    expect(rulesOf('aomori-police').notice.contractParty?.value).toBe('知事');
    expect(rulesOf('kumamoto').publication.guideline?.value).toMatchObject({ published: 'onOrBeforeOpening' });
    expect(hokkaido.publication.guideline?.value).toMatchObject({ published: 'beforeOpening', otherwise: 'warn' });
    expect(rulesOf('aomori-police').publication.beforeOpening?.value).toMatchObject({ otherwise: 'block' });
    expect(rulesOf('aomori-police').commissionReports?.value).toHaveLength(3);
    expect(rulesOf('ichikawa').commissionReports?.value).toEqual([]);
    expect(hokkaido.commissionReports).toBeNull();
  });

  test('STP-29, 1c-21: what Ichikawa’s ordinance leaves to a rule is unset', () => {
    const { review, solicitation, thirdPartyProcedure, intake } = rulesOf('ichikawa');
    const left = [review.minPersons, review.maxUsePeriodMonths, review.criterion7Standard, solicitation.minDays];
    expect([...left, thirdPartyProcedure.opinionDays, intake.copies, intake.arrivalRule]).toEqual(Array(7).fill(null));
  });

  test('FRM-01: Ichikawa’s register has the 18 labels of its example, Hokkaido’s no 条例要配慮個人情報', () => {
    expect(rulesOf('ichikawa').registerFields).toHaveLength(18);
    expect(rulesOf('ichikawa').registerFields[0]?.label).toBe('作成年月日（修正した場合には、直近の修正年月日）');
    const ids = (organ: string) => rulesOf(organ).registerFields.map(({ id }) => id);
    expect(ids('ichikawa')).not.toContain('sensitiveInformation');
    expect(ids('kumamoto')).toContain('ordinanceSensitiveInformation');
    expect(ids('hokkaido-university')).not.toContain('ordinanceSensitiveInformation');
  });
});
