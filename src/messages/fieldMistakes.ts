/** The kinds of controls that a form has. */
type ControlKind =
  | 'text'
  | 'day'
  | 'writtenDay'
  | 'time'
  | 'number'
  | 'file'
  | 'flag'
  | 'choice'
  | 'choices'
  | 'group'
  | 'list';

/** What is said beside a control that cannot be read. */
export const fieldMistakes: Readonly<Record<ControlKind, (label: string) => string>> = {
  text: (label) => `「${label}」を入力してください。`,
  day: (label) => `「${label}」に実在する日付を入力してください。`,
  writtenDay: (label) => `「${label}」に日付を入力してください（例：令和7年12月1日、2025-12-01）。`,
  time: (label) => `「${label}」に時刻を入力してください（例：10:30）。`,
  number: (label) => `「${label}」に0以上の整数を入力してください。`,
  file: (label) => `「${label}」のファイルを選んでください。`,
  flag: (label) => `「${label}」のどちらかを選んでください。`,
  choice: (label) => `「${label}」を選んでください。`,
  choices: (label) => `「${label}」を一つ以上選んでください。`,
  group: (label) => `「${label}」を確かめてください。`,
  list: (label) => `「${label}」を一つ以上入力してください。`,
};
