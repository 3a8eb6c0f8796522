/** Every check of the templates, by its name. */
import { alarms } from './checks/alarms.ts';
import { buildspecs } from './checks/buildspec.ts';
import { containers } from './checks/containers.ts';
import { deploymentGroups } from './checks/deployment-group.ts';
import { file } from './checks/file.ts';
import { firstLaunch } from './checks/first-launch.ts';
import { listeners } from './checks/listeners.ts';
import { literals } from './checks/literals.ts';
import { names } from './checks/names.ts';
import { outputs } from './checks/outputs.ts';
import { parameters } from './checks/parameters.ts';
import { pipelines } from './checks/pipeline.ts';
import { policies } from './checks/policies.ts';
import { retention } from './checks/retention.ts';
import { services } from './checks/service.ts';
import { tags } from './checks/tags.ts';
import { targetGroups } from './checks/target-groups.ts';
import { trust } from './checks/trust.ts';
import { type Check } from './finding.ts';
import { reasons } from './scan/suppressions.ts';

export const CHECKS = {
  alarms,
  buildspecs,
  containers,
  deploymentGroups,
  file,
  firstLaunch,
  listeners,
  literals,
  names,
  outputs,
  parameters,
  pipelines,
  policies,
  retention,
  services,
  suppressions: reasons,
  tags,
  targetGroups,
  trust,
} satisfies Readonly<Record<string, Check>>;
