/** The pipeline of a template, as a launch with these parameters makes it; nothing is launched. */
import { steppedClock } from '../../../sandbox/clock.ts';
import { recorded } from '../../../sandbox/cloudformation/resources/recorded.ts';
import { evaluate } from '../../../sandbox/cloudformation/template/evaluate.ts';
import { readParameters } from '../../../sandbox/cloudformation/template/parameters.ts';
import { readTemplate } from '../../../sandbox/cloudformation/template/read.ts';
import { checkRules } from '../../../sandbox/cloudformation/template/rules.ts';
import { type Made, type Surroundings } from '../../../sandbox/cloudformation/template/template.ts';
import { seededRandom } from '../../../sandbox/ids.ts';
import { createSandbox } from '../../../sandbox/sandbox.ts';
import { createWorld } from '../../../sandbox/world/world.ts';
import { type JsonObject } from '../../../src/json.ts';
import { type Pipeline, PipelineFault } from './pipeline.ts';
import { readPipeline } from './read.ts';

export interface Resource {
  readonly type: string;
  readonly properties: JsonObject;
}

export const surroundings: Surroundings = {
  account: '123456789012',
  region: 'eu-west-1',
  partition: 'aws',
  stackName: 'shop-pipeline',
  stackId: 'arn:aws:cloudformation:eu-west-1:123456789012:stack/shop-pipeline/0f4f2a70-0000-4000-8000-000000000000',
  exports: new Map(),
};

/** Every resource that would be made, by logical id, resolved. Throws what CloudFormation refuses. */
export function resourcesOf(
  body: string,
  parameters: Readonly<Record<string, string>>,
  around: Surroundings = surroundings,
): ReadonlyMap<string, Resource> {
  const template = readTemplate(body);
  const values = readParameters(template, new Map(Object.entries(parameters)), around);
  checkRules(template, values, around);
  const evaluation = evaluate(template, values, around);
  const make = onPaper(around);
  const made = new Map<string, Made>();
  const resources = new Map<string, Resource>();
  for (const logicalId of evaluation.order) {
    const properties = withoutUndefined(evaluation.properties(logicalId, (id) => made.get(id)));
    const type = template.resources.get(logicalId)?.type ?? '';
    resources.set(logicalId, { type, properties });
    made.set(logicalId, make(type, logicalId, properties));
  }
  return resources;
}

/** The sandbox's JSON may hold undefined members; JSON itself cannot. */
const withoutUndefined = (properties: object): JsonObject => JSON.parse(JSON.stringify(properties)) as JsonObject;

/** @throws PipelineFault where the template has no pipeline, or what CodePipeline refuses. */
export function pipelineOf(resources: ReadonlyMap<string, Resource>): Pipeline {
  const all = (type: string): JsonObject[] =>
    [...resources.values()].filter((each) => each.type === type).map(({ properties }) => properties);
  const [pipeline] = all('AWS::CodePipeline::Pipeline');
  if (pipeline === undefined) throw new PipelineFault('The template has no pipeline.');
  return readPipeline(pipeline, all('AWS::CodeBuild::Project'));
}

/** What Ref and GetAtt yield, in the shapes of the services. */
function onPaper({ stackName, stackId, account, region }: Surroundings) {
  const sandbox = createSandbox({
    clock: steppedClock(),
    random: seededRandom(1),
    world: createWorld({ account, region }),
  });
  return (type: string, logicalId: string, properties: JsonObject): Made =>
    recorded(type, properties, { sandbox, stackName, stackId, logicalId, stackTags: new Map() });
}
