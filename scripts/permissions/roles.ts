/** What each role of github-oidc.yml needs by the code, and where policy and code differ. */
import { endOf, type Modes, PLAN_OF_A_ROLLBACK } from './modes.ts';
import { actionOf, NEEDS, WITHHELD } from './needs.ts';

export const ROLES = ['PlanRole', 'DeployRole', 'OperatorRole'] as const;
export type Role = (typeof ROLES)[number];

/** The modes that run under a role. A plan keeps nothing that its end would act on, and so has none. */
export const MODES_OF: Readonly<Record<Role, readonly string[]>> = {
  PlanRole: ['plan'],
  DeployRole: ['deploy', 'wait'].flatMap((mode) => [mode, endOf(mode)]),
  OperatorRole: [PLAN_OF_A_ROLLBACK, ...['rollback', 'promote', 'wait'].flatMap((mode) => [mode, endOf(mode)])],
};

/** Those of the role that deploys where there is no operator. */
export const MODES_WITHOUT_OPERATOR: readonly string[] = [...MODES_OF.DeployRole, ...MODES_OF.OperatorRole];

/** Action to what asks for it, for messages. */
export type Needed = ReadonlyMap<string, string>;

export function neededBy(role: Role, modes: Modes, names = MODES_OF[role]): Needed {
  const needed = new Map<string, string>();
  for (const mode of names) {
    const reached = modes.get(mode);
    if (reached === undefined) throw new Error(`${role}: run.ts has no mode ${mode}.`);
    for (const call of reached.calls) {
      const action = actionOf(call);
      const why = `'${mode}' calls it: ${call.way.join(' > ')}`;
      if (!needed.has(action)) needed.set(action, why);
      for (const need of NEEDS.filter((one) => one.with === action)) {
        if (!needed.has(need.action)) needed.set(need.action, `${action} asks for it (${need.source}); ${why}`);
      }
    }
  }
  for (const held of WITHHELD) if (held.role === role) needed.delete(held.action);
  return needed;
}

/** `allowed`: action to the statement that allows it. Each line names the action and what to do about it. */
export function differences(role: string, needed: Needed, allowed: ReadonlyMap<string, string>): readonly string[] {
  const missing = [...needed]
    .filter(([action]) => !allowed.has(action))
    .map(([action, why]) => `${role} is not allowed ${action}. ${why}. Allow it in cloudformation/github-oidc.yml.`);
  const unused = [...allowed]
    .filter(([action]) => !needed.has(action))
    .map(([action, where]) => `${role} is allowed ${action} by ${where}, and no mode of it calls that. Take it away.`);
  return [...missing, ...unused];
}
