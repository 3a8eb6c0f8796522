/** One container name and port, in the task definition, in the service and in the outputs. */
import { type Json, type JsonObject } from '../../../sandbox/json.ts';
import { type Fault } from '../finding.ts';
import { type Subject, resourcesOf } from '../subject.ts';
import { at, possible, same } from '../values.ts';

export function* containers(subject: Subject): Generator<Fault> {
  const [definition] = resourcesOf(subject, 'AWS::ECS::TaskDefinition');
  for (const [place, { properties }] of resourcesOf(subject, 'AWS::ECS::Service')) {
    const wires = possible(properties['LoadBalancers']);
    if (wires.length === 0) yield { place, what: 'It is behind no load balancer.', repair: 'Add LoadBalancers.' };
    for (const wire of wires) {
      const [name, port] = [at(wire, 'ContainerName'), at(wire, 'ContainerPort')];
      if (definition)
        yield* inDefinition(place, definition[0], definition[1].properties['ContainerDefinitions'], name, port);
      yield* inOutput(subject, 'ContainerName', name);
      yield* inOutput(subject, 'ContainerPort', port);
    }
  }
  if (definition) yield* awsvpc(definition[0], definition[1].properties);
}

function* inDefinition(
  place: string,
  definition: string,
  list: Json | undefined,
  name: Json | undefined,
  port: Json | undefined,
): Generator<Fault> {
  const container = possible(list).find((each) => same(at(each, 'Name'), name));
  if (container === undefined) {
    const what = `ContainerName ${JSON.stringify(name)} is no container of ${definition}.`;
    yield { place, what, repair: 'Write both names alike.' };
    return;
  }
  if (possible(at(container, 'PortMappings')).some((mapping) => same(at(mapping, 'ContainerPort'), port))) return;
  const what = `ContainerPort ${JSON.stringify(port)} is not mapped by the container in ${definition}.`;
  yield { place, what, repair: 'Write both ports alike.' };
}

function* inOutput(subject: Subject, name: string, value: Json | undefined): Generator<Fault> {
  const output = subject.template.outputs.get(name);
  if (!output || text(output.value) === text(value)) return;
  const what = `It is ${JSON.stringify(output.value)}; the service has ${JSON.stringify(value)}.`;
  yield { place: `Outputs.${name}`, what, repair: 'Write both alike.' };
}

/** An output is a text, so a number in it may be quoted; `!Sub ${X}` is `!Ref X`. */
function text(value: Json | undefined): string {
  const sub = at(value, 'Fn::Sub');
  const alone = typeof sub === 'string' ? /^\$\{(\w+)\}$/.exec(sub)?.[1] : undefined;
  return JSON.stringify(alone !== undefined ? { Ref: alone } : typeof value === 'number' ? String(value) : value);
}

function* awsvpc(place: string, properties: JsonObject): Generator<Fault> {
  if (properties['NetworkMode'] !== 'awsvpc') {
    yield { place, what: 'NetworkMode is not awsvpc, which Fargate asks for.', repair: 'Set it.' };
  }
  for (const container of possible(properties['ContainerDefinitions'])) {
    if (at(container, 'LogConfiguration') === undefined) {
      yield { place, what: 'A container writes no log.', repair: 'Add LogConfiguration with awslogs.' };
    }
    for (const mapping of possible(at(container, 'PortMappings'))) {
      const host = at(mapping, 'HostPort');
      if (host === undefined || same(host, at(mapping, 'ContainerPort'))) continue;
      yield { place, what: 'HostPort is not ContainerPort.', repair: 'Leave HostPort out.' };
    }
  }
}
