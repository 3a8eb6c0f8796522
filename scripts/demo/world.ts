/** What the demo deploys to: the templates of `cloudformation/`, launched as a person would, and nothing beside them. */
import { parse } from 'yaml';
import { type Clients } from '../rehearsal/clients.ts';
import { assumeRole, tokenOf } from '../rehearsal/identity.ts';
import { launch, type Outputs, readTemplateFile } from '../rehearsal/launch.ts';
import { type LivePlace } from '../rehearsal/live.ts';
import { stepInputs } from '../rehearsal/workflow-step.ts';

export type Environment = Readonly<Record<string, string>>;

export interface DemoWorld extends LivePlace {
  readonly repository: string;
  /** Of the stacks of the service and of the roles. */
  readonly outputs: { readonly service: Outputs; readonly roles: Outputs };
  /** What the workflow in the stack's outputs gives to the step. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What a job in the environment has when it has taken the role. */
  readonly deployer: () => Promise<Environment>;
  readonly operator: () => Promise<Environment>;
}

/** Of the service, and all that has its name from it. */
export const DEMO_NAME = 'shop';
export const REPOSITORY = { repository: 'example/shop', ownerId: '1001', repositoryId: '2002' };
/** Beside what a trial needs: a shift that can be watched, and a wait that is over soon. */
const OPTIONS = {
  TrafficShift: 'Linear',
  ShiftPercent: '25',
  ShiftMinutes: '1',
  TerminationWaitMinutes: '1',
  MinTasks: '2',
};

/** Launches network, service and roles, by the account's clock. `say` gets a line for each stack. */
export async function launchWorld(
  { cloudformation }: Clients,
  { endpoint, now }: { readonly endpoint: string; readonly now: () => number },
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<DemoWorld> {
  const made = async (file: string, stackName: string, parameters: Outputs): Promise<Outputs> => {
    say(
      `cloudformation/${file} as ${stackName}: ${Object.entries(parameters)
        .map((pair) => pair.join('='))
        .join(' ')}`,
    );
    return launch(cloudformation, { stackName, parameters, signal, template: await readTemplateFile(file) });
  };
  const network = await made('network.yml', `${DEMO_NAME}-network`, { Name: DEMO_NAME });
  const subnets = { VpcId: output(network, 'VpcId'), Subnets: output(network, 'PublicSubnets') };
  const service = await made('service.yml', DEMO_NAME, { Name: DEMO_NAME, ...subnets, ...OPTIONS });
  const roles = await made('github-oidc.yml', `${DEMO_NAME}-roles`, {
    ServiceStack: DEMO_NAME,
    Repository: REPOSITORY.repository,
    OwnerId: REPOSITORY.ownerId,
    RepositoryId: REPOSITORY.repositoryId,
  });
  const job = (role: string, context: string) => () =>
    assumeRole(endpoint, {
      role: output(roles, role),
      token: tokenOf({ ...REPOSITORY, context, immutable: true }, now()),
    });
  return {
    ...placeOf(service),
    outputs: { service, roles },
    inputs: stepInputs(output(service, 'Workflow')),
    deployer: job('DeployRoleArn', 'environment:production'),
    operator: job('OperatorRoleArn', 'environment:production-operator'),
  };
}

const placeOf = (service: Outputs): LivePlace & Pick<DemoWorld, 'repository'> => ({
  cluster: output(service, 'Cluster'),
  service: output(service, 'Service'),
  repository: output(service, 'Repository'),
  targetGroups: [{ name: output(service, 'BlueTargetGroup') }, { name: output(service, 'GreenTargetGroup') }],
  productionListener: output(service, 'ProductionListenerArn'),
});

function output(outputs: Outputs, name: string): string {
  const value = outputs[name];
  if (value === undefined)
    throw new Error(`The stack has no output ${name}; it has ${Object.keys(outputs).join(', ')}.`);
  return value;
}

/** The public image that a launched service runs until something is deployed to it. */
export async function placeholderImage(): Promise<string> {
  const { Parameters } = parse(await readTemplateFile('service.yml'), { logLevel: 'error' }) as {
    readonly Parameters: { readonly BootstrapImage: { readonly Default: string } };
  };
  return Parameters.BootstrapImage.Default;
}
