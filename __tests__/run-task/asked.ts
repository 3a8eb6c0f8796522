import { type RunTaskInputs } from '../../src/inputs/types.ts';

/** `run-task: true` and nothing else. */
export const asked: RunTaskInputs = {
  overrides: [],
  securityGroups: [],
  subnets: [],
  assignPublicIp: null,
  launchType: null,
  capacityProviderStrategy: [],
  startedBy: null,
  tags: [],
  volumeName: null,
  volume: null,
  minutes: 30,
};
