/**
 * The roles of the templates as they are, with IAM enforced: every mode runs, and there is no statement, and no action in
 * one, without which they would all end as they do.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { contextFrom } from '../../sandbox/iam/decide.ts';
import { evaluate } from '../../sandbox/iam/evaluate.ts';
import { type Entry } from '../../sandbox/iam/journal.ts';
import { readPolicy } from '../../sandbox/iam/policy.ts';
import { managedPolicy } from '../../sandbox/iam/roles.ts';
import { type JsonObject } from '../../sandbox/json.ts';
import { type ActionResult } from '../../scripts/runner/run-action.ts';
import { type Scenario, scenarios } from './roles-scenarios.ts';
import { launchRoles, type Stage } from './roles-stage.ts';

const LIMIT_MS = 180_000;
const names = ['PlanRole', 'DeployRole', 'OperatorRole', 'CodeDeployRole', 'ExecutionRole'] as const;

/**
 * What no run here asks for: the rules that CodeDeploy would move are those of a shared listener, or added by hand
 * (service-role.test.ts has one).
 */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  CodeDeployRole: ['elasticloadbalancing:ModifyRule'],
};

interface Played {
  readonly scenario: Scenario;
  readonly result: ActionResult;
  readonly asked: readonly Entry[];
  readonly ms: number;
}

let stage: Stage;
const played: Played[] = [];

beforeAll(async () => {
  stage = await launchRoles();
  stage.asked();
  for (const scenario of scenarios) {
    const started = performance.now();
    const result = await scenario.play(stage);
    played.push({ scenario, result, asked: stage.asked(), ms: performance.now() - started });
    await stage.calm();
  }
}, LIMIT_MS);
afterAll(() => stage.close());

/** A role's statements, inline and attached. */
function statementsOf(name: string): readonly JsonObject[] {
  const role = stage.role(name);
  const attached = role.managedPolicies.map((arn) => managedPolicy(stage.sandbox.world, arn) ?? {});
  return [...role.policies.values(), ...attached].flatMap((document) => [document['Statement']].flat() as JsonObject[]);
}

const actionsOf = (statement: JsonObject): readonly string[] => [statement['Action']].flat() as string[];

const allows = (statements: readonly JsonObject[], { action, resource, keys }: Entry): boolean =>
  statements.length > 0 &&
  evaluate([readPolicy({ Version: '2012-10-17', Statement: statements }, 'identity')], {
    action,
    resource,
    context: contextFrom(keys),
  }) === 'allowed';

/** What the role was asked in a play and would be refused with these statements alone. */
const refused = ({ asked }: Played, name: string, statements: readonly JsonObject[]): readonly Entry[] =>
  asked.filter((entry) => entry.role === stage.role(name).arn && !allows(statements, entry));

test.each(scenarios)('$name', ({ name, exitCode = 0 }) => {
  const found = played.find(({ scenario }) => scenario.name === name);
  expect(found?.asked.filter(({ allowed }) => !allowed)).toEqual([]);
  expect(found?.result.exitCode).toBe(exitCode);
});

describe('each action of each statement is needed', () => {
  test.each(names)('%s', (name) => {
    const statements = statementsOf(name);
    const idle = statements.flatMap((statement) =>
      actionsOf(statement).filter((action) => {
        const left = actionsOf(statement).filter((each) => each !== action);
        const others = statements.filter((each) => each !== statement);
        const without = left.length === 0 ? others : [...others, { ...statement, Action: left }];
        return !played.some((each) => refused(each, name, without).length > 0);
      }),
    );
    expect(idle.sort()).toEqual(elsewhere[name] ?? []);
  });
});

/** What a person sees of a play: its end, and what it says that it may not do. */
function seen({ exitCode, outputs, output }: ActionResult): string {
  const { notKnown = [], refusals = [] } = JSON.parse(outputs['plan'] ?? '{}') as Readonly<Record<string, unknown>>;
  const said = /not authorized|AccessDenied|could not be (?:read|asked)/i.test(output);
  return JSON.stringify([exitCode, outputs['result'], notKnown, refusals, said]);
}

/** Does `work` while the role has all its statements but this one. */
async function without<T>(name: string, statement: JsonObject, work: () => Promise<T>): Promise<T> {
  const role = stage.role(name);
  const { policies, managedPolicies } = role;
  const Statement = statementsOf(name).filter((each) => each !== statement);
  try {
    role.managedPolicies = [];
    role.policies = new Map(Statement.length > 0 ? [['left', { Version: '2012-10-17', Statement }]] : []);
    return await work();
  } finally {
    Object.assign(role, { policies, managedPolicies });
    await stage.calm();
  }
}

/** Whether one of the plays, the quickest first, is seen to end otherwise without the statement. */
async function anyDiffers(needing: readonly Played[], name: string, statement: JsonObject): Promise<boolean> {
  for (const { scenario, result } of needing.slice(0, MOST_PLAYS)) {
    const other = await without(name, statement, () => scenario.play(stage));
    if (seen(other) !== seen(result)) return true;
  }
  return false;
}
/** Some degrade in the quickest one without a word. */
const MOST_PLAYS = 2;

describe('without a statement some mode ends otherwise, or says what it could not do', () => {
  test.each(['PlanRole', 'DeployRole', 'OperatorRole'] as const)(
    '%s',
    async (name) => {
      const same: unknown[] = [];
      for (const statement of statementsOf(name)) {
        const left = statementsOf(name).filter((each) => each !== statement);
        const needing = played.filter((each) => refused(each, name, left).length > 0).sort((a, b) => a.ms - b.ms);
        if (!(await anyDiffers(needing, name, statement))) same.push([statement['Sid'], needing.length]);
      }
      expect(same).toEqual([]);
    },
    LIMIT_MS,
  );

  test.each(['CodeDeployRole', 'ExecutionRole'] as const)(
    '%s',
    async (name) => {
      stage.settings({ installTimeoutMs: 60_000 });
      expect((await stage.deployAgain()).status).toBe('Succeeded');
      for (const statement of statementsOf(name)) {
        const end = await without(name, statement, async () => {
          // Its tasks never start: no need to wait for an hour to see it.
          stage.settings({ installTimeoutMs: 60_000 });
          const { status, error } = await stage.deployAgain();
          return [statement['Sid'], status, error?.code];
        });
        expect(end).toEqual(endWithout(name, statement));
      }
    },
    LIMIT_MS,
  );
});

function endWithout(name: string, { Sid }: JsonObject): readonly unknown[] {
  // Nobody is told of a deployment, and there is no rule to move; it ends as it does.
  if (Sid === 'Notify' || Sid === 'MoveTraffic') return [Sid, 'Succeeded', undefined];
  return [Sid, 'Failed', name === 'ExecutionRole' ? 'TIMEOUT' : 'IAM_ROLE_PERMISSIONS'];
}
