import { personCount } from '../../core/proposal/personCount.ts';
import { personsField, readFields } from './field.ts';
import { citationOf, notConfigured, type Rule } from './outcome.ts';

/** CRI-2 */
export const personCountRule: Rule = {
  members: ['requested', 'filePersons'],
  answer(rules, input) {
    const { minPersons } = rules.review;
    if (!minPersons) return notConfigured(rules, 'review.minPersons', '本人の数の下限');
    const read = readFields(input, { requested: personsField, filePersons: personsField });
    if ('problem' in read) return read;
    const { requested, filePersons } = read.values;
    const { conforming, derivation } = personCount(requested, filePersons, minPersons.value);
    return { output: { conforming }, citation: citationOf(minPersons), derivation };
  },
};
