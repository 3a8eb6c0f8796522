import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { type Repository } from '@aws-sdk/client-ecr';
import { type Service } from '@aws-sdk/client-ecs';
import { loadAppSpec } from '../appspec/load.ts';
import { messageOf } from '../errors.ts';
import { ecrOf } from '../image/ecr-of.ts';
import { parseReference } from '../image/reference.ts';
import { type DeployInputs, type ServiceInputs } from '../inputs/types.ts';
import { type Aws, type CodeDeployPort, type DescribedTaskDefinition } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { type ReadFile } from '../ports/files.ts';
import { type Log } from '../ports/log.ts';
import { type LoadedDefinition } from '../task-definition/definition.ts';
import { fromDescribed, loadDefinition } from '../task-definition/load.ts';
import { DEFAULT_CONFIG, readConfig } from './config.ts';
import { after, fact, known, UNKNOWN, type Fact } from './fact.ts';
import { isDeployable, pairOf, primaryOf, productionListener, type Facts, type ServiceFacts } from './facts.ts';
import { findGroup, type FoundGroup } from './find-group.ts';
import { readListener } from './listener.ts';
import { placeOf, type Place } from './place.ts';
import { readRunning } from './running.ts';
import { type DeploymentConfig } from './target.ts';
import { readTestEntrance } from './test-url.ts';

export interface ReadPorts {
  readonly aws: Aws;
  readonly readFile: ReadFile;
  /** Absolute path of the checked-out repository. */
  readonly workspace: string;
}

/**
 * Every read that can refuse, each begun as soon as what it needs is there. Never rejects for what AWS or a file
 * says: that becomes part of its fact, so that `preflight` can report all of it at once. `repository` is handed in where
 * others wait for it too.
 */
export async function readTarget(
  inputs: DeployInputs,
  ports: ReadPorts,
  log: Log,
  repository = readRepository(inputs, ports.aws),
): Promise<Facts> {
  const begun = beginService(inputs, ports.aws, inputs.smokeTest !== null);
  const facts = await settled({
    ...begun,
    definition: readDefinition(inputs, ports, begun.live),
    appspec: fact(loadAppSpec(inputs.codedeploy.appspec, ports.workspace, ports.readFile)),
    repository,
  });
  tell(facts, log);
  tellAppSpec(inputs, facts, log);
  return { ...facts, place: placeNow(inputs, ports.aws, facts) };
}

/** The same for a mode that builds and registers nothing: the service, its group and what goes on there. */
export async function readService(inputs: ServiceInputs, aws: Aws, log: Log): Promise<ServiceFacts> {
  const facts = await settled(beginService(inputs, aws, false));
  tell(facts, log);
  return { ...facts, place: placeNow(inputs, aws, facts) };
}

type Begun<T> = { readonly [K in keyof T]: Promise<T[K]> };

function beginService(inputs: ServiceInputs, aws: Aws, isTested: boolean): Begun<Omit<ServiceFacts, 'place'>> {
  const place = placeOf(aws.region, inputs.cluster, inputs.service);
  const getDeployment = remember(aws.codedeploy);
  const service = fact(aws.ecs.describeService(inputs.cluster, inputs.service));
  const group = readGroup(inputs, place, service, aws.codedeploy, getDeployment);
  return {
    service,
    live: after(service, (found) => readLive(found, aws)),
    group,
    config: readConfiguration(inputs, group, aws.codedeploy),
    listener: after(group, (found) => {
      const arn = productionListener(found);
      return arn === undefined ? null : readListener(arn, aws.elb, inputs.waiting.until !== 'none');
    }),
    targetGroups: after(group, (found) => {
      const names = pairOf(found);
      return names.length === 0 ? null : aws.elb.describeTargetGroups(names);
    }),
    running: after(group, (found) => readRunning(found, getDeployment)),
    ...(isTested || inputs.waiting.until === 'test-ready'
      ? { test: after(group, (found) => readTestEntrance(found, aws.elb)) }
      : {}),
    maker: readMaker(service, getDeployment),
  };
}

/** With the account, which the service tells. */
function placeNow(inputs: ServiceInputs, aws: Aws, { service }: Pick<ServiceFacts, 'service'>): Place {
  const found = service.state === 'known' ? service.value : null;
  return placeOf(aws.region, inputs.cluster, inputs.service, found);
}

type Settled<T> = { readonly [K in keyof T]: Awaited<T[K]> };

/** Facts never reject: waiting for one after the other costs nothing, all of them run already. */
async function settled<T extends Readonly<Record<string, Promise<unknown>>>>(promises: T): Promise<Settled<T>> {
  const entries = Object.entries(promises).map(async ([name, promise]) => [name, await promise] as const);
  // The type of an object's entries forgets which name has which value.
  return Object.fromEntries(await Promise.all(entries)) as Settled<T>;
}

function tell(facts: Readonly<Record<string, Fact<unknown>>>, log: Log): void {
  for (const [name, read] of Object.entries(facts)) {
    if (read.state === 'failed') log.debug(`Reading ${name} failed: ${messageOf(read.error)}`);
  }
}

function tellAppSpec(inputs: DeployInputs, { appspec }: Pick<Facts, 'appspec'>, log: Log): void {
  const file = appspec.state === 'known' ? appspec.value : null;
  if (file !== null && inputs.codedeploy.appspec === null) {
    log.info(`AppSpec: ${file.path} is used, which is in the workspace (input 'codedeploy-appspec' is not set).`);
  }
}

/** One deployment can be asked for twice: as the one that made the PRIMARY task set, and as the last attempted. */
function remember(codedeploy: CodeDeployPort): (id: string) => Promise<DeploymentInfo> {
  const asked = new Map<string, Promise<DeploymentInfo>>();
  return (id) => {
    const answer = asked.get(id) ?? codedeploy.getDeployment(id);
    asked.set(id, answer);
    return answer;
  };
}

function readLive(service: Service | null, aws: Aws): Promise<DescribedTaskDefinition> | null {
  const arn = isDeployable(service) ? primaryOf(service)?.taskDefinition : undefined;
  return arn === undefined ? null : aws.ecs.describeTaskDefinition(arn);
}

async function readDefinition(
  inputs: DeployInputs,
  ports: ReadPorts,
  live: Promise<Fact<DescribedTaskDefinition>>,
): Promise<Fact<LoadedDefinition>> {
  const source = inputs.definition;
  if (source.kind !== 'live') return fact(loadDefinition(source, { ...ports, ecs: ports.aws.ecs }));
  return after(live, (described) => Promise.resolve(fromDescribed(described)));
}

async function readGroup(
  inputs: ServiceInputs,
  place: Place,
  service: Promise<Fact<Service | null>>,
  codedeploy: CodeDeployPort,
  getDeployment: (id: string) => Promise<DeploymentInfo>,
): Promise<Fact<FoundGroup>> {
  const given = inputs.codedeploy;
  const search = { given, place, codedeploy, getDeployment, madeBy: async () => madeBy(await service) };
  if (given.application !== null || given.group !== null) return fact(findGroup(search));
  const found = await service;
  // What is not there, or not CodeDeploy's, has no group; and half a search would refuse what a whole one finds.
  return found.state === 'known' && isDeployable(found.value) ? fact(findGroup(search)) : UNKNOWN;
}

/** Old deployments are removed, and a tight policy may not cover them. */
async function readMaker(
  service: Promise<Fact<Service | null>>,
  getDeployment: (id: string) => Promise<DeploymentInfo>,
): Promise<Fact<DeploymentInfo>> {
  const found = await service;
  const id = found.state === 'known' && isDeployable(found.value) ? madeBy(found) : null;
  const made = id === null ? UNKNOWN : await fact(getDeployment(id));
  if (made.state === 'known') return known({ ...made.value, deploymentId: id ?? '' });
  return made.state === 'failed' && !(made.error instanceof AwsCallError) ? made : UNKNOWN;
}

function madeBy(service: Fact<Service | null>): string | null {
  const id = service.state === 'known' ? primaryOf(service.value)?.externalId : undefined;
  return id === undefined || id === '' ? null : id;
}

async function readConfiguration(
  inputs: ServiceInputs,
  group: Promise<Fact<FoundGroup>>,
  codedeploy: CodeDeployPort,
): Promise<Fact<DeploymentConfig>> {
  const name = inputs.codedeploy.config;
  if (name !== null) return fact(readConfig(name, codedeploy));
  return after(group, ({ info }) => readConfig(info.deploymentConfigName ?? DEFAULT_CONFIG, codedeploy));
}

/** In the account and region that a full URI names. */
export async function readRepository(
  { source }: DeployInputs,
  { ecr }: Pick<Aws, 'ecr'>,
): Promise<Fact<Repository | null>> {
  if (source.kind !== 'build') return known(null);
  const name = parseReference(source.repository)?.repository ?? source.repository;
  return fact(ecrOf(source.repository, ecr).describeRepository(name));
}
