import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { sheet } from '../frame/sheet.ts';
import { cited, under } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { type Clause, clauseBlocks } from './contractClauses.ts';

/** 委託契約に付ける特記事項 (SEC-5, STP-13). */
export interface OutsourcingClausesFacts {
  readonly date: string;
  /** 利用契約を締結する見込みの者; null = the use contract is concluded already, so nothing is conditional. */
  readonly conditionalOn: string | null;
}

/** 特記事項: what a contract on creation or handling must say, with the condition where the organ wants one. */
export function outsourcingClauses(rules: RuleSet, facts: OutsourcingClausesFacts): OfficialDocument {
  const { data } = organWords(rules);
  return sheet(rules, 'outsourcingClauses', {
    date: facts.date,
    required:
      rules.creation.conditionPrecedent?.value && facts.conditionalOn !== null
        ? { 停止条件に係る者: facts.conditionalOn }
        : {},
    blocks: [
      {
        type: 'paragraph',
        text: `委託者（以下「甲」という。）及び受託者（以下「乙」という。）は、${data}の作成等の委託に係る契約について、次の事項を定める。`,
      },
      ...clauseBlocks(rules, [
        ...condition(rules, facts),
        {
          heading: '加工の基準',
          texts: [`乙は、${under(rules, 'outsourcedCreation')}${standardWords(rules)}に従って加工しなければならない。`],
        },
        {
          heading: '識別行為の禁止',
          texts: [
            `乙は、法令に基づく場合を除き、${data}の作成に用いられた個人情報に係る本人を識別するために、${data}を他の情報と照合してはならない。`,
          ],
        },
        { heading: '適切な管理のための措置', texts: [securityText(rules)] },
        {
          heading: '秘密の保持',
          texts: [
            `乙、その従業者及びこれらの者であった者は、業務に関して知り得た${data}等の内容をみだりに他人に知らせ、又は不当な目的に利用してはならない。`,
          ],
        },
        ...subcontracting(rules),
        {
          heading: '返還及び消去',
          texts: [
            '乙は、委託に係る業務を終えたときは、甲から受け取った情報及び作成した情報を甲の指示に従って返還し、又は消去し、その旨を甲に報告する。',
          ],
        },
        {
          heading: '報告、助言及び指導',
          texts: [
            '甲は、乙に対し、業務の状況の報告を求め、必要な助言又は指導を行うことができる。',
            '乙は、漏えいその他の事故が生じ、又はそのおそれがあることを知ったときは、直ちに甲に報告し、その指示に従う。',
          ],
        },
      ]),
    ],
  });
}

/** 停止条件 (A 第９-1(4)ア): the use contract with the proposer. */
function condition(rules: RuleSet, { conditionalOn }: OutsourcingClausesFacts): readonly Clause[] {
  if (!rules.creation.conditionPrecedent?.value || conditionalOn === null) return [];
  return [
    {
      heading: '停止条件',
      texts: [
        `この契約は、甲と${conditionalOn}との間で${organWords(rules).data}の利用に関する契約が締結されることを停止条件として、その効力を生ずる。`,
      ],
    },
  ];
}

/** 加工の基準, as the organ's provision has it: in items of its own, or left to a rule. */
const standardWords = (rules: RuleSet): string =>
  `${cited(rules, 'processingStandard')}${rules.creation.councilOpinion ? 'の規則で定める基準' : '各号に掲げる基準'}`;

function securityText(rules: RuleSet): string {
  const standards = rules.creation.securityStandards
    .map(({ wording }) => (wording ?? '').replace(/。$/, ''))
    .join('、');
  const measures = standards === '' ? '' : `（${standards}）`;
  const basis = cited(rules, 'outsourcedHandling');
  return `乙は、${basis === '' ? '' : `${basis}の規定により、`}漏えいを防止するために必要な措置${measures}を講ずる。`;
}

/** 再委託: over several tiers only where the organ's text provides for it. */
const subcontracting = ({ creation }: RuleSet): readonly Clause[] => [
  {
    heading: '再委託',
    texts: creation.subOutsourcing?.value
      ? [
          '乙は、甲の書面による承諾を得なければ、業務の全部又は一部を再委託してはならない。',
          '乙は、再委託を受けた者（２以上の段階にわたる委託を受けた者を含む。）に、この特記事項に定める義務を負わせる。',
        ]
      : ['乙は、甲の書面による承諾を得なければ、業務の全部又は一部を再委託してはならない。'],
  },
];
