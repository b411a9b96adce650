import type { NewAccount } from '../ports/identity.ts';
import type { Seeder } from './seeder.ts';

/** Every account of the demonstration has this password; it is shown on the page on which one signs in. */
export const demonstrationPassword = 'tokumei-demo';

/** Plainly fictitious staff of every organ. */
const staff: readonly Omit<NewAccount, 'organ' | 'password'>[] = [
  { login: 'soumu', name: '見本 総務', roles: ['centralDesk'], division: null },
  { login: 'tantou', name: '見本 担当', roles: ['responsibleDivision'], division: null },
  { login: 'chou', name: '見本 長', roles: ['head'], division: null },
  { login: 'kakou', name: '見本 加工', roles: ['creator'], division: null },
  { login: 'kensa', name: '見本 検査', roles: ['verifier'], division: null },
  { login: 'kansa', name: '見本 監査', roles: ['auditor'], division: null },
  { login: 'kanri', name: '見本 管理', roles: ['administrator'], division: null },
];

/** The accounts with which the demonstration is looked at. */
export const accounts: Seeder = {
  name: 'accounts',
  async seed({ identity, rules }) {
    for (const organ of rules.organs)
      await Promise.all(staff.map((person) => identity.create({ ...person, organ, password: demonstrationPassword })));
  },
};

/** A member of the committee, where a committee reviews; they come to what was referred to it, and to nothing else. */
export const committee: Seeder = {
  name: 'committee',
  async seed({ identity, rules, clock }) {
    for (const organ of rules.organs) {
      if (rules.inForce(organ, clock.procedure().slice(0, 10))?.review.body?.value !== 'committee') continue;
      const person = { login: 'iinkai', name: '見本 委員会', roles: ['committee'] as const, division: null };
      await identity.create({ ...person, organ, password: demonstrationPassword });
    }
  },
};
