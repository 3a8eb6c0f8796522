/** Topics that do as they are told, by their logical ids: what stands behind a stack when nothing of AWS is in question. */
import { type JsonObject } from '../../../sandbox/json.ts';
import { AwsError } from '../../../sandbox/operation.ts';
import { type Progress, type ResourceHandler } from '../../../sandbox/cloudformation/resources/handler.ts';
import { handlers } from '../../../sandbox/cloudformation/resources/index.ts';
import { type Made } from '../../../sandbox/cloudformation/template/template.ts';

type Step = 'create' | 'update' | 'remove';

export interface Script {
  /** What the service throws, by logical id and step: `First create`. */
  readonly faults: Map<string, Error>;
  /** What it says of itself, for as long as it stands here: `First settled`, `First gone`. */
  readonly progress: Map<string, Progress>;
  /** Every call, with the display name: `update First "new" (was "old")`. */
  readonly calls: string[];
}

export const refused = (message: string, code = 'InvalidParameterException'): AwsError => new AwsError(code, message);

const displayed = (properties: JsonObject): string => JSON.stringify(properties['DisplayName'] ?? null);

/** Puts scripted topics in the place of real ones, for the test file's own copy of the sandbox. */
export function scriptTopics(): Script {
  const script: Script = { faults: new Map(), progress: new Map(), calls: [] };
  const step = async (name: Step, id: string, what: string): Promise<void> => {
    await Promise.resolve();
    script.calls.push(`${name} ${id} ${what}`.trim());
    const fault = script.faults.get(`${id} ${name}`);
    if (fault) throw fault;
  };
  let made = 0;
  const handler: ResourceHandler = {
    async create(properties, { logicalId }): Promise<Made> {
      await step('create', logicalId, displayed(properties));
      made += 1;
      const physicalId = `${logicalId}-${made}`;
      return {
        physicalId,
        ref: physicalId,
        attributes: { TopicName: `name-of-${physicalId}`, TopicArn: `arn:${physicalId}` },
      };
    },
    settled: (_made, { logicalId }) => script.progress.get(`${logicalId} settled`) ?? 'done',
    async update(was, properties, previous, { logicalId }) {
      await step('update', logicalId, `${displayed(properties)} (was ${displayed(previous)})`);
      return was;
    },
    async remove({ physicalId }, _properties, { logicalId }) {
      await step('remove', logicalId, physicalId);
    },
    gone: (_made, { logicalId }) => script.progress.get(`${logicalId} gone`) ?? 'done',
  };
  // Read-only for the sandbox; each test file has modules of its own.
  (handlers as Map<string, ResourceHandler>).set('AWS::SNS::Topic', handler);
  return script;
}

/** A topic of this display name; replaced where `TopicName` changes. */
export const topic = (DisplayName: unknown, rest: object = {}, more: object = {}): object => ({
  Type: 'AWS::SNS::Topic',
  Properties: { DisplayName, ...more },
  ...rest,
});
