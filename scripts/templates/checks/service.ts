/** The ECS service: made after its listeners, in Fargate, without what auto scaling decides. */
import { type ResourceDeclaration } from '../../../sandbox/cloudformation/template/template.ts';
import { type Fault } from '../finding.ts';
import { namesIn } from '../references.ts';
import { type Subject, resourcesOf } from '../subject.ts';
import { alternatives, at } from '../values.ts';

const ROUTES = ['AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancingV2::ListenerRule'];

export function* services(subject: Subject): Generator<Fault> {
  for (const [place, service] of resourcesOf(subject, 'AWS::ECS::Service')) {
    yield* controller(place, service);
    yield* order(subject, place, service);
    if (service.properties['DesiredCount'] !== undefined && resourcesOf(subject, SCALABLE).length > 0) {
      const what = 'DesiredCount sets back what auto scaling did, with every update of the service.';
      yield { place, what, repair: 'Leave it out; MinCapacity of the scalable target lifts it.' };
    }
    const addresses = at(service.properties, 'NetworkConfiguration', 'AwsvpcConfiguration', 'AssignPublicIp');
    if (alternatives(addresses).includes(undefined)) {
      yield { place, what: 'AssignPublicIp is left out.', repair: 'Say ENABLED or DISABLED.' };
    }
  }
}

const SCALABLE = 'AWS::ApplicationAutoScaling::ScalableTarget';

function* controller(place: string, { properties }: ResourceDeclaration): Generator<Fault> {
  if (at(properties, 'DeploymentController', 'Type') !== 'CODE_DEPLOY') {
    yield { place, what: 'Its deployment controller is not CODE_DEPLOY.', repair: 'Set DeploymentController.Type.' };
  }
  for (const name of ['DeploymentCircuitBreaker', 'Alarms', 'Strategy', 'LifecycleHooks']) {
    if (at(properties, 'DeploymentConfiguration', name) === undefined) continue;
    const what = `DeploymentConfiguration.${name} is for the ECS controller.`;
    yield { place, what, repair: 'Remove it; the deployment group decides.' };
  }
  if (properties['LaunchType'] !== 'FARGATE' && properties['CapacityProviderStrategy'] === undefined) {
    yield { place, what: 'It does not run in Fargate.', repair: 'Set LaunchType: FARGATE.' };
  }
}

/** A target group that no listener leads to is refused: "does not have an associated load balancer". */
function* order(subject: Subject, place: string, service: ResourceDeclaration): Generator<Fault> {
  const groups = namesIn(service.properties['LoadBalancers']);
  const before = dependenciesOf(subject, place);
  for (const [id, { properties }] of resourcesOf(subject, ...ROUTES)) {
    const leads = [...namesIn(properties)].some((name) => groups.has(name));
    if (!leads || before.has(id)) continue;
    yield {
      place,
      what: `It may be made before ${id}, which leads to it.`,
      repair: `Add ${id} to DependsOn, or what refers to it.`,
    };
  }
}

/** Everything that is made before a resource: by DependsOn and reference, and of these again. */
function dependenciesOf(
  { template }: Pick<Subject, 'template'>,
  id: string,
  found: Set<string> = new Set<string>(),
): ReadonlySet<string> {
  const resource = template.resources.get(id);
  for (const next of resource ? [...resource.dependsOn, ...namesIn(resource.properties)] : []) {
    if (found.has(next) || !template.resources.has(next)) continue;
    found.add(next);
    dependenciesOf({ template }, next, found);
  }
  return found;
}
