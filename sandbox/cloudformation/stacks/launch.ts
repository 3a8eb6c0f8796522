/** Reads what a stack is to be launched or updated with, and refuses what CloudFormation refuses at once. */
import { type Parameter, type Tag } from '@aws-sdk/client-cloudformation';
import { type Sandbox } from '../../operation.ts';
import { type Launch } from '../../world/cloudformation.ts';
import { readParameters } from '../template/parameters.ts';
import { readTemplate } from '../template/read.ts';
import { checkRules } from '../template/rules.ts';
import { type ParameterValues, type Template } from '../template/template.ts';
import { checkCapabilities } from './capabilities.ts';
import { Exports } from './exports.ts';
import { validationError } from './find.ts';
import { parameterText } from './secrets.ts';
import { type Place, surroundingsOf } from './surroundings.ts';

export interface TemplateGiven {
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
  readonly UsePreviousTemplate?: boolean | undefined;
}

export interface LaunchGiven extends TemplateGiven {
  readonly Parameters?: readonly Parameter[] | undefined;
  readonly Capabilities?: readonly string[] | undefined;
  readonly Tags?: readonly Tag[] | undefined;
  readonly NotificationARNs?: readonly string[] | undefined;
  readonly RoleARN?: string | undefined;
}

/** `previous`: of a stack that is updated; its tags, notifications and role stay where none are given. */
export function readLaunch(sandbox: Sandbox, place: Place, given: LaunchGiven, previous: Launch | null): Launch {
  const { template, templateBody } = templateOf(given, previous);
  const values = givenValues(given.Parameters ?? [], previous?.parameters);
  const surroundings = surroundingsOf(sandbox, place, new Exports(sandbox.world));
  const parameters = readParameters(template, values, surroundings);
  checkRules(template, parameters, surroundings);
  const capabilities = given.Capabilities ?? [];
  checkCapabilities(template, capabilities);
  return {
    template,
    templateBody,
    parameters,
    capabilities,
    tags: given.Tags ? readTags(given.Tags) : (previous?.tags ?? new Map()),
    notificationArns: given.NotificationARNs ?? previous?.notificationArns ?? [],
    roleArn: given.RoleARN ?? previous?.roleArn ?? null,
  };
}

/** CloudFormation quotas: the size of a template in a request. */
const LONGEST_BODY = 51_200;

/** The template that a request gives or keeps. Throws a `ValidationError`. */
export function templateOf(
  { TemplateBody: body, TemplateURL: url, UsePreviousTemplate: keeps = false }: TemplateGiven,
  previous: Pick<Launch, 'template' | 'templateBody'> | null,
): Pick<Launch, 'template' | 'templateBody'> {
  if (url !== undefined) {
    throw validationError(
      `The sandbox does not emulate S3, so it cannot read TemplateURL ${url.slice(0, 200)}: give the template itself, ` +
        'as TemplateBody (--template-body file://…).',
    );
  }
  if (keeps && body !== undefined) {
    throw validationError('Either Template URL or Template Body must be specified, or UsePreviousTemplate, not both.');
  }
  if (keeps && previous) return previous;
  if (body === undefined || body === '') {
    throw validationError('Either Template URL or Template Body must be specified.');
  }
  if (Buffer.byteLength(body) > LONGEST_BODY) {
    throw validationError(
      "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: " +
        `Member must have length less than or equal to ${LONGEST_BODY}`,
    );
  }
  const template = readTemplate(body);
  refuseNotRun(template);
  return { template, templateBody: body };
}

/** Types behind which there is more than a service: to record them would be to claim that it ran. */
function refuseNotRun({ resources }: Template): void {
  const found = [...resources].filter(
    ([, { type }]) =>
      type.startsWith('Custom::') || /^AWS::CloudFormation::(Stack|CustomResource|WaitCondition)$/.test(type),
  );
  if (found.length === 0) return;
  const named = found.map(([id, { type }]) => `${id} (${type})`).join(', ');
  throw validationError(
    `The sandbox runs no nested stacks, custom resources and wait conditions; the template has ${named}.`,
  );
}

function givenValues(given: readonly Parameter[], previous: ParameterValues | undefined): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { ParameterKey: key = '', ParameterValue: value, UsePreviousValue: keeps = false } of given) {
    if (values.has(key)) throw validationError(`Parameter ${key} is given more than once.`);
    const wrong = `Invalid input for parameter key ${key}. Cannot specify usePreviousValue as true`;
    if (!keeps) values.set(key, value ?? '');
    else if (value !== undefined && value !== '') throw validationError(`${wrong} and non empty value for a parameter`);
    else {
      const kept = previous?.get(key);
      if (kept === undefined) throw validationError(`${wrong} for a parameter key not in the previous template`);
      values.set(key, parameterText(kept));
    }
  }
  return values;
}

/** CloudFormation API: Tags, 50 at most; Tag: Key 1 to 128 characters, `aws:` reserved, Value up to 256. */
function readTags(given: readonly Tag[]): ReadonlyMap<string, string> {
  const tags = new Map(given.map(({ Key = '', Value = '' }) => [Key, Value]));
  if (tags.size < given.length)
    throw validationError('Duplicate tag keys found. Please note that Tag keys are case insensitive.');
  if (tags.size > 50) throw validationError('Stack tags: 50 at most.');
  for (const [key, value] of tags) {
    if (key.startsWith('aws:'))
      throw validationError(`aws: prefixed tag key names are not allowed for external use: ${key}`);
    if (key === '' || key.length > 128 || value.length > 256) {
      throw validationError(
        `Stack tags: a key has 1 to 128 characters, a value 256 at most; received ${key.slice(0, 150)}.`,
      );
    }
  }
  return tags;
}
