/** What the step does under each role, mode by mode. Together they use all that the roles may do. */
import { type ActionResult } from '../../scripts/runner/run-action.ts';
import { type Stage, type Who } from './roles-stage.ts';

export interface Scenario {
  readonly name: string;
  /** Under which role it ends; what comes before may be under another. */
  readonly who: Who;
  readonly play: (stage: Stage) => Promise<ActionResult>;
  /** Of a play in which nothing is denied. */
  readonly exitCode?: number;
}

const idOf = ({ outputs }: ActionResult): string => outputs['codedeploy-deployment-id'] ?? 'none';
const repository = 'shop';
const built = { repository, 'wait-for': 'completed' };
const whole = {
  ...built,
  'task-definition': 'taskdef.json',
  'codedeploy-appspec': 'appspec.json',
  'fail-on-severity': 'critical',
  'run-task': 'true',
  'run-task-tags': '[{"key": "team", "value": "shop"}]',
};

/** A deployment that waits to be promoted; its id. */
async function waiting(stage: Stage): Promise<string> {
  await stage.ready(60);
  return idOf(await stage.run('deploy', { repository, 'wait-for': 'test-ready' }));
}

const once = (name: string, who: Who, inputs: Readonly<Record<string, string>>): Scenario => ({
  name,
  who,
  play: (stage) => stage.run(who, inputs),
});

/** As a person who presses `Cancel workflow`, while the task runs. */
function cancelledInTask(stage: Stage): Promise<ActionResult> {
  stage.settings({ runTaskCourses: { '*': { afterMs: 60 * 60_000 } } });
  const tasks = () =>
    [...stage.sandbox.world.ecs.tasks.values()].filter(
      ({ serviceArn, status }) => serviceArn === null && status === 'RUNNING',
    );
  return stage.run('deploy', whole, {
    post: true,
    onStart: (child) => {
      const look = setInterval(() => {
        if (tasks().length === 0) return;
        clearInterval(look);
        child.kill('SIGINT');
      }, 20);
      child.on('exit', () => {
        clearInterval(look);
      });
    },
  });
}

const crashing = { crashingImages: ['/shop'], installTimeoutMs: 120_000 };
/** A rollback to a revision that was live and is not. */
function back(stage: Stage, more: Readonly<Record<string, string>> = {}): Promise<ActionResult> {
  const { codedeploy, ecs } = stage.sandbox.world;
  const live = [...ecs.services.values()]
    .flatMap(({ taskSets }) => taskSets)
    .find(({ status }) => status === 'PRIMARY');
  const past = [...codedeploy.deployments.values()]
    .filter(({ status, creator }) => status === 'Succeeded' && creator === 'user')
    .map(({ revision }) => /shop:\d+/.exec(revision.content)?.[0] ?? '');
  const to = past.findLast((revision) => live?.taskDefinition.endsWith(revision) !== true) ?? 'previous';
  return stage.run('operator', { mode: 'rollback', 'rollback-to': to, 'wait-for': 'completed', ...more });
}

/** Those that others stand on come first; of two that need a right, the quicker one. */
export const scenarios: readonly Scenario[] = [
  once('plan of a build', 'plan', { mode: 'plan', repository }),
  once('deploy, with a task before it', 'deploy', whole),
  once('deploy again', 'deploy', built),
  {
    name: 'plan of an image that is there',
    who: 'plan',
    play: async (stage) =>
      stage.run('plan', { mode: 'plan', image: await stage.index(), 'fail-on-severity': 'critical' }),
  },
  once('plan of a rollback', 'plan', { mode: 'plan', 'rollback-to': 'previous' }),
  once("the operator's plan of a rollback", 'operator', { mode: 'plan', 'rollback-to': 'previous' }),
  { name: 'rollback', who: 'operator', play: back },
  { name: 'rollback past alarms', who: 'operator', play: (stage) => back(stage, { 'ignore-alarms': 'true' }) },
  {
    name: 'plan of a rollback of what is in progress',
    who: 'plan',
    play: async (stage) => {
      await waiting(stage);
      return stage.run('plan', { mode: 'plan', 'rollback-to': 'previous' });
    },
  },
  {
    name: 'promote',
    who: 'operator',
    play: async (stage) =>
      stage.run('operator', {
        mode: 'promote',
        'codedeploy-deployment-id': await waiting(stage),
        'wait-for': 'completed',
      }),
  },
  {
    name: 'rollback of what is in progress',
    who: 'operator',
    play: async (stage) => {
      await waiting(stage);
      return stage.run('operator', { mode: 'rollback' });
    },
  },
  {
    name: 'deploy in place of another',
    who: 'deploy',
    play: async (stage) => {
      await waiting(stage);
      await stage.ready(0);
      return stage.run('deploy', { ...built, 'if-deployment-in-progress': 'replace' });
    },
  },
  {
    name: 'deploy with a smoke test',
    who: 'deploy',
    play: async (stage) => {
      await stage.ready(60);
      return stage.run('deploy', { ...built, 'smoke-test': 'true' });
    },
  },
  {
    name: 'deploy whose start is not heard of',
    who: 'deploy',
    play: async (stage) => {
      await stage.fault({ operation: 'CreateDeployment', kind: 'lost', times: 1 });
      return stage.run('deploy', built);
    },
  },
  {
    name: 'wait',
    who: 'deploy',
    play: async (stage) => {
      const begun = await stage.run('deploy', { repository, 'wait-for': 'none' });
      return stage.run('deploy', {
        mode: 'wait',
        'codedeploy-deployment-id': idOf(begun),
        'wait-for': 'completed',
      });
    },
  },
  {
    name: 'wait for what has been replaced since',
    who: 'deploy',
    exitCode: 1,
    play: (stage) => {
      const [first] = stage.sandbox.world.codedeploy.deployments.keys();
      return stage.run('deploy', {
        mode: 'wait',
        'codedeploy-deployment-id': first ?? 'none',
        'wait-for': 'completed',
      });
    },
  },
  {
    name: 'deploy that is cancelled in the task before it',
    who: 'deploy',
    exitCode: 1,
    play: (stage) => cancelledInTask(stage),
  },
  {
    name: 'deploy that fails',
    who: 'deploy',
    exitCode: 1,
    play: (stage) => {
      stage.settings(crashing);
      return stage.run('deploy', { ...built, 'max-task-failures': '2' });
    },
  },
  {
    name: 'rollback that fails',
    who: 'operator',
    exitCode: 1,
    play: (stage) => {
      stage.settings(crashing);
      return back(stage);
    },
  },
];
