import { InputError } from './errors.ts';
import { readSeverity } from './inputs/build.ts';
import { readChanges, readMap } from './inputs/changes.ts';
import { readControl, readInProgress, readSmokeTest } from './inputs/control.ts';
import { parseDefinitionSource } from './inputs/definition.ts';
import { readImageSource } from './inputs/image.ts';
import { readMode, refuseMisplaced } from './inputs/modes.ts';
import { nearMisses } from './inputs/near.ts';
import { refusedPeerInputs } from './inputs/peer.ts';
import { type Environment, Reading } from './inputs/reading.ts';
import { readDeploymentId, readRollbackTo } from './inputs/rollback.ts';
import { readRunTask } from './inputs/run-task.ts';
import { matching, yesOrNo } from './inputs/scalar.ts';
import {
  type CodeDeployInputs,
  type DefinitionSource,
  type DeployInputs,
  type Inputs,
  type Mode,
  type PromoteInputs,
  type RollbackInputs,
  type ServiceInputs,
} from './inputs/types.ts';
import { readWaiting } from './inputs/waiting.ts';

/**
 * Reads all inputs from the runner's variables (`INPUT_` and the name in upper case, dashes kept). The only reader of them.
 *
 * Account-free forms are taken wherever an output has one: `family:revision` as `task-definition`; `repository:tag` and
 * `repository@sha256:…` as `image`, to be resolved in the registry of the account that is deployed to.
 *
 * @throws {InputError} with every fault of every input.
 */
export async function readInputs(env: Environment): Promise<Inputs> {
  const reading = new Reading(env);
  const mode = readMode(reading);
  const inputs = await readByMode(reading, mode);
  const faults = [...nearMisses(env), ...reading.faults, ...refusedPeerInputs(env)];
  if (faults.length > 0) {
    throw new InputError(faults);
  }
  return inputs;
}

async function readByMode(reading: Reading, mode: Mode): Promise<Inputs> {
  const common: ServiceInputs = {
    ...readService(reading),
    codedeploy: readCodeDeploy(reading),
    waiting: readWaiting(reading),
    matrix: await readMatrix(reading),
  };
  const ofRollback = mode === 'rollback' || (mode === 'plan' && reading.asksFor('rollback-to'));
  // With a mode that is none, what belongs to it cannot be told.
  if (!reading.faults.some(({ input }) => input === 'mode')) refuseMisplaced(reading, mode, ofRollback);
  switch (mode) {
    case 'deploy':
      return readDeploy(reading, common);
    case 'rollback':
      return readRollback(reading, common);
    case 'plan':
      return { mode, of: ofRollback ? readRollback(reading, common) : await readDeploy(reading, common) };
    case 'promote':
      return readPromote(reading, common);
    case 'wait':
      return { ...common, mode, deploymentId: requiredDeploymentId(reading, mode) };
  }
}

async function readDeploy(reading: Reading, common: ServiceInputs): Promise<DeployInputs> {
  const changes = await readChanges(reading);
  return {
    ...common,
    mode: 'deploy',
    source: readImageSource(reading, await readMap(reading, 'build-args')),
    definition: readDefinition(reading),
    changes,
    forceNewDeployment: reading.parsed('force-new-deployment', false, yesOrNo),
    failOnSeverity: readSeverity(reading),
    control: readControl(reading),
    smokeTest: readSmokeTest(reading),
    ifInProgress: readInProgress(reading),
    allowOlder: reading.parsed('allow-older', false, yesOrNo),
    ignoreAlarms: reading.parsed('ignore-alarms', false, yesOrNo),
    runTask: readRunTask(reading),
  };
}

function readRollback(reading: Reading, common: ServiceInputs): RollbackInputs {
  const deploymentId = readDeploymentId(reading);
  if (deploymentId !== null && reading.asksFor('rollback-to')) {
    reading.fault('rollback-to', "no value together with 'codedeploy-deployment-id', which stops that deployment only");
  }
  if (common.waiting.until === 'test-ready') {
    reading.fault('wait-for', "none, traffic-shifted or completed with 'mode: rollback', which tests nothing first");
  }
  const ignoreAlarms = reading.parsed('ignore-alarms', false, yesOrNo);
  return { ...common, mode: 'rollback', to: readRollbackTo(reading), deploymentId, ignoreAlarms };
}

function readPromote(reading: Reading, common: ServiceInputs): PromoteInputs {
  const definition = readDefinition(reading);
  if (definition.kind === 'file') {
    reading.fault('task-definition', 'family:revision or the ARN that was approved');
  }
  if (reading.text('wait-for') === 'test-ready') {
    reading.fault('wait-for', "none, traffic-shifted or completed with 'mode: promote', which ends the time to test");
  }
  const approved = definition.kind === 'reference' ? definition.reference : null;
  const deploymentId = requiredDeploymentId(reading, 'promote');
  return { ...common, mode: 'promote', deploymentId, approved, control: readControl(reading) };
}

function requiredDeploymentId(reading: Reading, mode: Mode): string {
  if (!reading.asksFor('codedeploy-deployment-id')) {
    reading.fault(
      'codedeploy-deployment-id',
      `with 'mode: ${mode}' the id of the deployment, an output of the step that started it`,
    );
  }
  return readDeploymentId(reading) ?? '';
}

const CLUSTER = /^(?:arn:[^:\s]+:ecs:[^:\s]+:\d{12}:cluster\/)?([\w-]{1,255})$/;
const SERVICE = /^(?:arn:[^:\s]+:ecs:[^:\s]+:\d{12}:service\/(?:([\w-]{1,255})\/)?)?[\w-]{1,255}$/;

function readService(reading: Reading): Pick<ServiceInputs, 'cluster' | 'service'> {
  if (!reading.asksFor('service')) {
    reading.fault('service', 'the name or ARN of the ECS service to deploy to; without one nothing is done');
  }
  const cluster = reading.parsed('cluster', '', matching(CLUSTER, 'the name or ARN of an ECS cluster'));
  const service = reading.parsed('service', '', matching(SERVICE, 'the name or ARN of an ECS service'));
  const [named, ofService] = [CLUSTER.exec(cluster)?.[1], SERVICE.exec(service)?.[1]];
  if (named !== undefined && ofService !== undefined && named !== ofService) {
    reading.fault('cluster', `'${ofService}', the cluster that the ARN in 'service' names`);
  }
  return { cluster, service };
}

function readDefinition(reading: Reading): DefinitionSource {
  return reading.settled('task-definition', { kind: 'live' }, parseDefinitionSource(reading.text('task-definition')));
}

function readCodeDeploy(reading: Reading): CodeDeployInputs {
  return {
    appspec: reading.textOrNull('codedeploy-appspec'),
    application: reading.textOrNull('codedeploy-application'),
    group: reading.textOrNull('codedeploy-deployment-group'),
    config: reading.textOrNull('codedeploy-deployment-config'),
    description: reading.textOrNull('codedeploy-deployment-description'),
  };
}

// Enough to tell the jobs of one run apart, and short: it goes into the deployment's description.
async function readMatrix(reading: Reading): Promise<string> {
  const values = reading.text('matrix');
  if (values === '' || values === 'null' || values === '{}') {
    return '';
  }
  const { createHash } = await import('node:crypto');
  return createHash('sha256').update(values).digest('hex').slice(0, 8);
}
