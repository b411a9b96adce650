/** The sentence with which every note of a pre-check ends (STP-05): whoever reads it is promised nothing. */
export const noAssurance = '※この確認は、提案が審査の基準に適合することを保証するものではありません。';
