import { type TaskSet } from '@aws-sdk/client-ecs';
import { type AppSpecSource } from '../appspec/appspec.ts';
import { capacityWarning } from '../appspec/compare.ts';
import { serviceFromTaskSet } from '../appspec/live.ts';
import { RefusalError, type Fault } from '../errors.ts';
import { type DeployInputs } from '../inputs/types.ts';
import { type Age, ageOf } from '../older.ts';
import { type KnownPlan, type Plan, type Waiting } from '../plan.ts';
import { configFaults, groupFaults, pairFaults, waitFaults } from './check-group.ts';
import { listenerFaults } from './check-listener.ts';
import { existingIn, imageRefusals } from './check-image.ts';
import { destinationOf, foreignRepository } from './check-repository.ts';
import { serviceFaults, serviceWarnings } from './check-service.ts';
import { draftOf, type Drafted } from './draft.ts';
import { valueOf } from './fact.ts';
import { primaryOf, type Facts } from './facts.ts';
import { deniedRepair, faultsOf } from './faults.ts';
import { anotherOf } from './earlier.ts';
import { runningFault } from './running.ts';
import { targetOf } from './target-of.ts';
import { testUrlWarnings } from './test-url.ts';
import { waitingOf, waitingWarnings } from './waiting.ts';

/** What was found out, and everything that speaks against the deployment. */
export interface Judgement {
  readonly refusals: readonly Fault[];
  readonly known: KnownPlan;
}

/**
 * Judges what was read. Throws a `RefusalError` with everything that speaks against the deployment, each with its
 * repair; nothing has been built or written by then. `others` is what was found elsewhere (the build). `marker` is this
 * run's. A deployment in progress that an earlier attempt of it started is gone on with, and any other one is a refusal
 * only where the inputs say so. `liveBefore`: the deployment that had made the PRIMARY task set when this run looked first.
 * Anything thrown that is no refusal is a mistake in this program.
 */
export function preflight(...of: Parameters<typeof judge>): Plan {
  const { refusals, known } = judge(...of);
  if (refusals.length > 0) throw new RefusalError(refusals);
  const { target, draft: definition, appspec, waiting } = known;
  if (target === null || definition === null || appspec === null || waiting === null) {
    throw new Error('a fact is missing, and nothing says why');
  }
  return { ...known, target, draft: definition, appspec, waiting, previous: target.live.arn };
}

/** The same without throwing: the refusals, beside all that could be found out. */
export function judge(
  inputs: DeployInputs,
  facts: Facts,
  others: readonly Fault[] = [],
  marker: string | null = null,
  liveBefore?: string,
): Judgement {
  const service = valueOf(facts.service);
  const own = service === undefined ? [] : serviceFaults(service, facts.place);
  const primary = own.length === 0 ? primaryOf(service) : undefined;
  const appspec = appspecOf(facts, primary);
  const drafted = draft(inputs, facts, appspec);
  const age = ageIn(inputs, facts, marker, liveBefore);
  const refusals = [
    ...unread(inputs, facts),
    ...own,
    ...groupRefusals(inputs, facts, primary, marker),
    ...imageRefusals(inputs, facts),
    ...(drafted?.faults ?? []),
    ...others,
    ...age.faults,
  ];
  const known = {
    target: primary === undefined ? null : targetOf(facts),
    draft: drafted?.draft ?? null,
    builtFor: drafted?.builtFor ?? [],
    destination: destinationOf(inputs, valueOf(facts.repository)),
    existing: existingIn(facts),
    appspec: appspec ?? null,
    waiting: waitingIn(inputs, facts),
  };
  return { refusals, known: { ...known, warnings: warnings(inputs, facts, known, age) } };
}

function waitingIn(inputs: DeployInputs, facts: Facts): Waiting | null {
  const info = valueOf(facts.group)?.info;
  const config = valueOf(facts.config);
  return info === undefined || config === undefined ? null : waitingOf(inputs.waiting, { info, config });
}

function warnings(
  inputs: DeployInputs,
  facts: Facts,
  { target, appspec, waiting }: Omit<KnownPlan, 'warnings'>,
  age: Age,
): readonly string[] {
  const capacity = target === null || appspec === null ? null : capacityWarning(appspec.service, target.primary);
  return [
    ...(target === null ? [] : serviceWarnings(target.service, valueOf(facts.running) !== null)),
    ...(waiting === null ? [] : waitingWarnings(waiting, inputs.smokeTest !== null)),
    ...testUrlWarnings(facts),
    ...deniedWarnings(facts),
    ...age.warnings,
    ...(capacity === null ? [] : [capacity]),
  ];
}

/** What could not be read. A repository of another registry is not missed in ECR. */
function unread(inputs: DeployInputs, facts: Facts): readonly Fault[] {
  const foreign = foreignRepository(inputs, valueOf(facts.repository)).length > 0;
  const { place, repository, ...others } = facts;
  const all = foreign ? Object.values(others) : [...Object.values(others), repository];
  const errors = all.flatMap((read) => (read.state === 'failed' ? [read.error] : []));
  const group = valueOf(facts.group);
  return faultsOf(errors, place, group && `${group.application}/${group.name}`);
}

function groupRefusals(
  inputs: DeployInputs,
  facts: Facts,
  primary: TaskSet | undefined,
  marker: string | null,
): readonly Fault[] {
  const group = valueOf(facts.group);
  if (group === undefined) return [];
  const own = groupFaults(group, facts.place);
  // Another service's group: what is wrong with it, or runs in it, is not this run's business.
  if (own.length > 0) return own;
  const config = valueOf(facts.config);
  const running = valueOf(facts.running) ?? null;
  const another = inputs.ifInProgress === 'fail' ? anotherOf(running, marker) : null;
  const pair = primary === undefined ? [] : pairFaults(group, primary);
  return [
    ...pair,
    // In the middle of a shift the listener is where the shift has brought it.
    ...(pair.length === 0 && primary !== undefined && running === null ? productionFaults(facts, primary) : []),
    ...waitFaults(group, { until: inputs.waiting.until, smokeTest: inputs.smokeTest !== null }),
    ...(config === undefined ? [] : configFaults(group, config)),
    ...(another === null ? [] : [runningFault(another, another.deploymentId === primary?.externalId, facts.place)]),
  ];
}

function ageIn(inputs: DeployInputs, facts: Facts, marker: string | null, before: string | undefined): Age {
  const { cluster, service } = facts.place;
  const live = valueOf(facts.maker) ?? null;
  return ageOf({ live, before, marker, allowed: inputs.allowOlder, on: `${cluster}/${service}` });
}

function productionFaults(facts: Facts, primary: TaskSet): readonly Fault[] {
  const listener = valueOf(facts.listener);
  const arn = primary.loadBalancers?.[0]?.targetGroupArn;
  if (listener === undefined || arn === undefined) return [];
  return listenerFaults(listener, arn, valueOf(facts.targetGroups) ?? [], facts.place);
}

/** A file that cannot be used is a refusal already; the rest is judged as if there were none. */
function appspecOf(facts: Facts, primary: TaskSet | undefined): AppSpecSource | undefined {
  const file = valueOf(facts.appspec);
  if (file) return file;
  return primary === undefined ? undefined : { kind: 'live', service: serviceFromTaskSet(primary) };
}

function draft(inputs: DeployInputs, facts: Facts, appspec: AppSpecSource | undefined): Drafted | null {
  const loaded = valueOf(facts.definition);
  return loaded === undefined || appspec === undefined ? null : draftOf(inputs, loaded, appspec);
}

function deniedWarnings(facts: Facts): readonly string[] {
  const group = valueOf(facts.group);
  if (!group?.denied) return [];
  const repair = deniedRepair(group.denied, facts.place, `${group.application}/${group.name}`);
  return [`The step may not read deployments (${group.denied.call.on}), and the wait needs that. ${repair}`];
}
