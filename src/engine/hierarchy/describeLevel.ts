import type { HierarchyChoice } from '../recipe/recipe.ts';
import { unreachable } from '../unreachable.ts';
import { levelsOfRule } from './labelTest.ts';
import { levelWord } from './levelWord.ts';

/** What a level of a hierarchy is called (10 刻み, 市区町村まで, 隠す); null for one that only a file knows. */
export function describeLevel(hierarchy: HierarchyChoice, level: number): string | null {
  if (level === 0) return 'そのまま';
  if (hierarchy.kind === 'none') return '隠す';
  if (hierarchy.kind === 'csv') return null;
  const top = levelsOfRule(hierarchy);
  if (top !== null && level > top) return '隠す';
  switch (hierarchy.kind) {
    case 'bands':
      return `${hierarchy.widths[level - 1]} 刻み`;
    case 'redact':
      return `末尾 ${level} 字を隠す`;
    case 'builtIn': {
      const { builtIn } = hierarchy;
      return builtIn.name === 'age'
        ? `${builtIn.widths[level - 1]}歳刻み`
        : `${levelWord(builtIn.levels[level - 1] ?? '')}まで`;
    }
    default:
      return unreachable(hierarchy);
  }
}
