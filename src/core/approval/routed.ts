import type { Aggregate, Circumstances, Permission } from '../aggregate.ts';
import type { Event, StreamKind } from '../event.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { decideApproval, issue, unnumbered } from './approval.ts';
import type { ApprovalCommand } from './commands.ts';
import type { ApprovalEvent } from './events.ts';
import { draftsAfter, evolveApproval, isApprovalEvent, undrafted } from './evolveApproval.ts';
import { actsOf, outgoing } from './outgoingActs.ts';
import { type ApprovalRefusal, approvalRefusals } from './refusals.ts';
import type { Approvable } from './state.ts';

type Permissions = Readonly<Record<string, Permission<string>>>;

const offices = ['responsibleDivision', 'centralDesk', 'head'] as const;

/** Who may draft and approve: the organ's offices, in every stage in which something of the case may go out. */
export function approvalPermissions(
  kind: StreamKind,
  own: Permissions,
): Record<ApprovalCommand['do'], Permission<string>> {
  const issuing = actsOf(kind).flatMap((act) => own[outgoing(act).command]?.stages ?? []);
  const permission = { roles: offices, stages: [...new Set(issuing)] };
  return { draftAct: permission, approveDraft: permission, returnDraft: permission, recordApproval: permission };
}

const isApproval = (command: { readonly do: string }): command is ApprovalCommand =>
  command.do === 'draftAct' ||
  command.do === 'approveDraft' ||
  command.do === 'returnDraft' ||
  command.do === 'recordApproval';

/**
 * An aggregate whose outgoing acts can be drafted and approved: the one place where 起案, 決裁 and 施行 are kept, for every
 * kind of case. What the aggregate itself refuses is refused first.
 * @param unbegun the state of a case that has no first event of its own
 */
export function routed<
  Command extends { readonly do: string },
  State extends { readonly stage: string },
  Happening extends Event<string, unknown, unknown>,
  Facts,
  Code extends string,
>(
  own: Aggregate<Command, State, Happening, Facts, Code>,
  unbegun: State | null = null,
): Aggregate<Command | ApprovalCommand, State & Approvable, Happening | ApprovalEvent, Facts, Code | ApprovalRefusal> {
  const decideOwn = (
    command: Command,
    state: (State & Approvable) | null,
    rules: RuleSet,
    facts: Facts & Circumstances,
  ) => {
    const decision = own.decide(unnumbered(own.kind, command), state, rules, facts);
    if ('refusal' in decision || decision.events.length === 0) return decision;
    const issued = issue(own.kind, command, state ?? undrafted, rules, facts);
    return 'refusal' in issued ? issued : { events: [...decision.events, ...issued.events] };
  };
  return {
    kind: own.kind,
    permissions: { ...own.permissions, ...approvalPermissions(own.kind, own.permissions) } as never,
    refusals: { ...own.refusals, ...approvalRefusals },
    decide: (command, state, rules, facts) =>
      isApproval(command)
        ? decideApproval(command, own.kind, state ?? undrafted, facts)
        : decideOwn(command, state, rules, facts),
    evolve(state, event) {
      const before: Approvable = state ?? undrafted;
      if (!isApprovalEvent(event)) return { ...own.evolve(state, event), ...draftsAfter(before, event.type) };
      const base = state ?? unbegun;
      if (base === null) throw new Error(`nothing can be drafted before a ${own.kind} begins`);
      return { ...base, ...evolveApproval(before, event) };
    },
  };
}
