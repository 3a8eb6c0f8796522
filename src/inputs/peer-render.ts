import { type PeerInput } from './peer.ts';

/** Inputs of aws-actions/amazon-ecs-render-task-definition. */
export const RENDER_INPUTS: readonly PeerInput[] = [
  {
    name: 'task-definition',
    verdict: 'honoured differently',
    why: 'See above: the file is rendered and deployed in one step, and no rendered file is left behind.',
  },
  {
    name: 'task-definition-arn',
    verdict: 'refused',
    why: 'Give the ARN as `task-definition`.',
  },
  {
    name: 'task-definition-family',
    verdict: 'refused',
    why: 'Give the family as `task-definition`; without one, the definition that production runs is taken.',
  },
  {
    name: 'task-definition-revision',
    verdict: 'refused',
    why: 'Give family:revision as `task-definition`.',
  },
  {
    name: 'container-name',
    verdict: 'honoured differently',
    why: 'One name, and optional: the only container, or the one behind the load balancer. Several containers go into `images`.',
  },
  {
    name: 'image',
    verdict: 'honoured differently',
    why: 'Optional: with `repository` the step builds and pushes the image itself, and deploys it by digest.',
  },
  {
    name: 'environment-variables',
    verdict: 'honoured differently',
    why: 'Lines of NAME=value, and also YAML or JSON, for texts of several lines. Blanks around a value stay.',
  },
  {
    name: 'secrets',
    verdict: 'honoured differently',
    why: 'Lines, YAML or JSON. A name that is also in `environment-variables` is a fault.',
  },
  {
    name: 'docker-labels',
    verdict: 'honoured differently',
    why: 'Lines, YAML or JSON. Split at the first `=` only, so rules with a `=` in them stay whole.',
  },
  {
    name: 'command',
    verdict: 'honoured differently',
    why: "A JSON array, or words in which quotes are honoured: `sh -c 'a && b'` is three words.",
  },
  {
    name: 'log-configuration-log-driver',
    verdict: 'honoured',
    why: 'The definition keeps its own when empty.',
  },
  {
    name: 'log-configuration-options',
    verdict: 'honoured differently',
    why: 'Lines, YAML or JSON. Split at the first `=` only.',
  },
  {
    name: 'env-files',
    verdict: 'refused',
    why: 'Write `environmentFiles` into the task definition; it passes through unchanged.',
  },
  {
    name: 'task-role-arn',
    verdict: 'refused',
    why: 'Write `taskRoleArn` into the task definition; it passes through unchanged.',
  },
  {
    name: 'execution-role-arn',
    verdict: 'refused',
    why: 'Write `executionRoleArn` into the task definition; it passes through unchanged.',
  },
];
