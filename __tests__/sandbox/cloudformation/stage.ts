/** A sandbox on a stepped clock with a CloudFormation client, and stacks' stories as lists of words. */
import { CloudFormation, type CreateStackCommandInput, type Parameter } from '@aws-sdk/client-cloudformation';
import { type SandboxOptions } from '../../../sandbox/server.ts';
import { type Account, clientConfig, startAccount } from '../account.ts';

export interface Stage extends Account {
  readonly cfn: CloudFormation;
  /** What the sandbox wrote to its log. */
  readonly logged: string[];
  /** Moves time on, real work included; ten minutes are enough for whatever does not wait. */
  pass(ms?: number): Promise<void>;
  /** Launches and waits. */
  launch(template: string, given?: Partial<CreateStackCommandInput>): Promise<string>;
  /** The stack's status now. */
  status(name?: string): Promise<string | undefined>;
  /** `Topic CREATE_COMPLETE`, oldest first; reasons behind a colon. */
  story(name?: string): Promise<string[]>;
}

export const STACK = 'shop';

export async function startStage(options: SandboxOptions = {}): Promise<Stage> {
  const logged: string[] = [];
  const account = await startAccount({ log: (line) => logged.push(line), ...options });
  const cfn = new CloudFormation(clientConfig(account.url));
  const pass = (ms = 600_000): Promise<void> => account.clock.advanceThrough(ms);
  return {
    ...account,
    cfn,
    logged,
    pass,
    async launch(template, given = {}) {
      const { StackId } = await cfn.createStack({ StackName: STACK, TemplateBody: template, ...given });
      await pass();
      return StackId ?? '';
    },
    async status(name = STACK) {
      return (await cfn.describeStacks({ StackName: name })).Stacks?.[0]?.StackStatus;
    },
    async story(name = STACK) {
      const { StackEvents = [] } = await cfn.describeStackEvents({ StackName: name });
      return StackEvents.reverse().map(({ LogicalResourceId, ResourceStatus, ResourceStatusReason: reason }) =>
        [`${LogicalResourceId ?? ''} ${ResourceStatus ?? ''}`, ...(reason ? [reason] : [])].join(': '),
      );
    },
  };
}

export const parameter = (ParameterKey: string, ParameterValue: string): Parameter => ({
  ParameterKey,
  ParameterValue,
});

/** A template of these resources, each on one line of JSON within the YAML. */
export const template = (resources: object, rest: object = {}): string =>
  JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', ...rest, Resources: resources });
