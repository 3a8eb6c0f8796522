import { type InputFault } from '../errors.ts';
import { isInputName } from './names.ts';
import { type Environment, variableOf } from './reading.ts';
import { RENDER_INPUTS } from './peer-render.ts';
import { shown } from './shown.ts';

export type Verdict = 'honoured' | 'honoured differently' | 'not needed' | 'refused';

/** An input of an action that people come from, and what this step makes of it. */
export interface PeerInput {
  readonly name: string;
  readonly verdict: Verdict;
  /** A sentence or two for someone who moves over; for a refused input also what to do instead. */
  readonly why: string;
  /** For a refused input: values, in lower case, that ask for nothing. An empty value never does. */
  readonly harmless?: readonly string[];
}

/** Inputs of aws-actions/amazon-ecs-deploy-task-definition, version 2.6, and the one that came after it. */
export const DEPLOY_INPUTS: readonly PeerInput[] = [
  {
    name: 'task-definition',
    verdict: 'honoured differently',
    why: 'A value with a path separator or with the ending `.json`, `.yml` or `.yaml` is a file, as there. Anything else is a family, family:revision or ARN; a file in the top folder with another ending, or none, is written as `./taskdef`. May be left out: then the definition that production runs is taken.',
  },
  {
    name: 'task-definition-arn',
    verdict: 'refused',
    why: 'Give the ARN, or its account-free form family:revision, as `task-definition`: a revision that exists is deployed without being registered again.',
  },
  {
    name: 'desired-count',
    verdict: 'refused',
    why: 'CodeDeploy starts as many replacement tasks as the service has, and there the input has no effect on a CodeDeploy service either. Change the count with `aws ecs update-service --desired-count` or with service auto scaling.',
  },
  {
    name: 'service',
    verdict: 'honoured differently',
    why: 'Required: this step does not stop after registering a definition.',
  },
  { name: 'cluster', verdict: 'honoured', why: '`default` when empty.' },
  {
    name: 'wait-for-service-stability',
    verdict: 'honoured differently',
    why: '`true` is `wait-for: completed`, `false` is `wait-for: none`. When neither is given, the step waits until production traffic is on the new tasks. Any other word is a fault, not `false`.',
  },
  {
    name: 'wait-for-minutes',
    verdict: 'honoured differently',
    why: 'Added to the waits of the deployment group, and to the time that its traffic shift takes, which is not counted there. Not capped at 360. `0` adds nothing instead of meaning 30, and what is no whole number is a fault.',
  },
  {
    name: 'wait-max-delay-seconds',
    verdict: 'honoured differently',
    why: 'The longest pause between two looks at the deployment; 30 when empty. Looks are closer together where a change is due.',
  },
  {
    name: 'codedeploy-appspec',
    verdict: 'honoured differently',
    why: 'Optional. When empty, `appspec.yaml` or `appspec.yml` is used if it is there; otherwise the AppSpec is made from the running service.',
  },
  {
    name: 'codedeploy-application',
    verdict: 'honoured differently',
    why: 'When empty, the application that last deployed the service is found; the names that the ECS console gives (`AppECS-…`, `DgpECS-…`) are tried after that, cut as the console cuts them.',
  },
  {
    name: 'codedeploy-deployment-group',
    verdict: 'honoured differently',
    why: 'Found as the application is. A group that does not deploy this service is refused before anything is written.',
  },
  {
    name: 'codedeploy-deployment-description',
    verdict: 'honoured differently',
    why: 'Follows a first part that names the run, the revisions, the commit and the actor, by which a re-run finds its own deployment. Your text is what is cut at the limit.',
  },
  { name: 'codedeploy-deployment-config', verdict: 'honoured', why: 'The one of the deployment group when empty.' },
  {
    name: 'force-new-deployment',
    verdict: 'honoured differently',
    why: 'Deploys although nothing differs from what runs. There it has no effect on a CodeDeploy service, which is deployed each time.',
  },
  {
    name: 'max-retries',
    verdict: 'honoured differently',
    why: 'Retries of each AWS call that can be repeated safely. Starting the deployment is not repeated blindly: after a lost answer the step looks whether the deployment is there.',
  },
  {
    name: 'keep-null-value-keys',
    verdict: 'not needed',
    why: 'Empty texts, lists and maps are always kept as written. Only members that are null are left out, and the log names them.',
  },
  {
    name: 'enable-ecs-managed-tags',
    verdict: 'refused',
    why: 'A setting of the service that a CodeDeploy deployment cannot change; there it has no effect on a CodeDeploy service. Set it once with `aws ecs update-service --enable-ecs-managed-tags`.',
    harmless: ['false'],
  },
  {
    name: 'propagate-tags',
    verdict: 'refused',
    why: 'A setting of the service that a CodeDeploy deployment cannot change; there it has no effect on a CodeDeploy service. Set it once with `aws ecs update-service --propagate-tags`.',
    harmless: ['none'],
  },
  {
    name: 'service-managed-ebs-volume-name',
    verdict: 'refused',
    why: 'Belongs to the rolling update of a service; a CodeDeploy deployment has no place for it. Leave it out.',
  },
  {
    name: 'service-managed-ebs-volume',
    verdict: 'refused',
    why: 'Belongs to the rolling update of a service; a CodeDeploy deployment has no place for it. Leave it out.',
    harmless: ['{}'],
  },
  {
    name: 'run-task',
    verdict: 'honoured differently',
    why: 'Runs before the deployment, and is always waited for: where the task fails, nothing is deployed. Its log is shown. There the deployment starts beside it unless `wait-for-task-stopped` is set.',
  },
  {
    name: 'run-task-container-overrides',
    verdict: 'honoured differently',
    why: 'A name that is no container of the definition is refused before anything is built.',
  },
  {
    name: 'run-task-security-groups',
    verdict: 'honoured differently',
    why: 'When empty, those of the service; there none.',
  },
  { name: 'run-task-subnets', verdict: 'honoured differently', why: 'When empty, those of the service; there none.' },
  {
    name: 'run-task-assign-public-IP',
    verdict: 'honoured differently',
    why: 'When empty, as the service has it; there `DISABLED`.',
  },
  {
    name: 'run-task-capacity-provider-strategy',
    verdict: 'honoured differently',
    why: 'When empty, and no launch type is given, that of the service.',
  },
  {
    name: 'run-task-launch-type',
    verdict: 'honoured differently',
    why: 'When empty, as the service has it; there `FARGATE`. Both this and a strategy is a fault; there the launch type is dropped.',
  },
  {
    name: 'run-task-started-by',
    verdict: 'honoured differently',
    why: '`ecs-blue-green` when empty; there `GitHub-Actions`.',
  },
  { name: 'run-task-tags', verdict: 'honoured', why: 'A JSON array of `key` and `value`.' },
  {
    name: 'run-task-managed-ebs-volume-name',
    verdict: 'honoured differently',
    why: 'A name without the settings of the volume, or these without a name, is a fault.',
  },
  { name: 'run-task-managed-ebs-volume', verdict: 'honoured', why: 'A JSON object, as ECS takes it.' },
  {
    name: 'wait-for-task-stopped',
    verdict: 'honoured differently',
    why: 'The task is always waited for, with `false` too: what runs before the deployment has to be over before it.',
  },
];

const ALL: readonly PeerInput[] = [...DEPLOY_INPUTS, ...RENDER_INPUTS];

export function isPeerInput(name: string): boolean {
  return ALL.some((each) => variableOf(each.name) === variableOf(name));
}

/** Faults for inputs of those actions that ask for what this step does not do. */
export function refusedPeerInputs(env: Environment): readonly InputFault[] {
  const refused = new Map(
    ALL.filter((each) => each.verdict === 'refused' && !isInputName(each.name)).map((each) => [each.name, each]),
  );
  return [...refused.values()].flatMap(({ name, why, harmless = [] }) => {
    const value = (env[variableOf(name)] ?? '').trim();
    const asks = value !== '' && !harmless.includes(value.toLowerCase());
    return asks ? [{ input: name, received: shown(value), allowed: `no value. ${why.replaceAll('`', "'")}` }] : [];
  });
}
