import { readTemplate } from '../../../sandbox/cloudformation/template/read.ts';
import { type Made, type Surroundings, type Template } from '../../../sandbox/cloudformation/template/template.ts';
import { AwsError } from '../../../sandbox/operation.ts';

export const surroundings: Surroundings = {
  account: '123456789012',
  region: 'eu-west-1',
  partition: 'aws',
  stackName: 'shop',
  stackId: 'arn:aws:cloudformation:eu-west-1:123456789012:stack/shop/1',
  exports: new Map([['network-VpcId', 'vpc-12345678']]),
};

export const network = {
  vpcs: ['vpc-11111111', 'vpc-22222222'],
  subnets: new Map([
    ['subnet-aaaaaaaa', 'vpc-11111111'],
    ['subnet-bbbbbbbb', 'vpc-11111111'],
    ['subnet-cccccccc', 'vpc-22222222'],
  ]),
};

/** A template of sections and one topic, to have a resource. */
export const withTopic = (sections: string): string => `${sections}
Resources:
  Topic:
    Type: AWS::SNS::Topic
`;

/** A template whose topic's display name is `value`. */
export const withValue = (value: string, sections = ''): Template =>
  readTemplate(`${sections}
Resources:
  Other:
    Type: AWS::ECS::Cluster
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: ${value}
`);

/** Every resource became something that tells where it comes from. */
export const made = (logicalId: string): Made => ({
  physicalId: `${logicalId}-id`,
  ref: `${logicalId}-id`,
  attributes: { Arn: `arn:aws:x:${logicalId}`, TopicArn: `arn:aws:sns:eu-west-1:1:${logicalId}` },
});

/** The message of the ValidationError that `act` throws; fails where it throws none or another error. */
export function refusal(act: () => unknown): string {
  try {
    act();
  } catch (cause) {
    if (cause instanceof AwsError && cause.code === 'ValidationError') return cause.message;
    throw cause;
  }
  throw new Error('expected a ValidationError');
}
