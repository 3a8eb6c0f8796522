/** The pipeline of a template, as a launch with these parameters makes it; nothing is launched. */
import { evaluate } from '../../../sandbox/cloudformation/template/evaluate.ts';
import { readParameters } from '../../../sandbox/cloudformation/template/parameters.ts';
import { readTemplate } from '../../../sandbox/cloudformation/template/read.ts';
import { checkRules } from '../../../sandbox/cloudformation/template/rules.ts';
import { type Made, type Surroundings } from '../../../sandbox/cloudformation/template/template.ts';
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
  const made = new Map<string, Made>();
  const resources = new Map<string, Resource>();
  for (const logicalId of evaluation.order) {
    const properties = withoutUndefined(evaluation.properties(logicalId, (id) => made.get(id)));
    const type = template.resources.get(logicalId)?.type ?? '';
    resources.set(logicalId, { type, properties });
    made.set(logicalId, standIn(type, logicalId, properties, around));
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

const NAMES = ['Name', 'RepositoryName', 'LogGroupName', 'BucketName', 'RoleName', 'TopicName'];

/** What Ref and GetAtt yield: its name where it has one, a generated one where not. */
function standIn(type: string, logicalId: string, properties: JsonObject, around: Surroundings): Made {
  const given = NAMES.map((name) => properties[name]).find((value) => typeof value === 'string');
  const name = typeof given === 'string' ? given : `${around.stackName}-${logicalId}`.toLowerCase();
  const [, service = '', kind = ''] = type.toLowerCase().split('::');
  const place = service === 'iam' ? '' : around.region;
  const Arn = `arn:${around.partition}:${service}:${place}:${around.account}:${kind}/${name}`;
  const CloneUrlHttp = `https://git-codecommit.${around.region}.amazonaws.com/v1/repos/${name}`;
  return {
    physicalId: name,
    ref: type === 'AWS::SNS::Topic' ? Arn : name,
    attributes: { Arn, Name: name, CloneUrlHttp },
  };
}
