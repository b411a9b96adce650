/** Words of what is kept for the whole organ. */
export const officeFactWords = {
  consultations: '審議会への諮問',
  consulted: '諮問の日',
  matter: '諮問した基準',
  answered: '答申の日',
  opinion: '答申の内容',
  evaluations: '取扱いの状況の評価',
  on: '評価の日',
  result: '評価',
  improvement: '改善',
} as const;
