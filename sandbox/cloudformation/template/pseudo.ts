import { type Json } from '../../json.ts';
import { type Surroundings } from './template.ts';

/** Pseudo parameters other than AWS::NoValue. The sandbox sends no notifications of stacks. */
export const pseudoParameters: ReadonlyMap<string, (surroundings: Surroundings) => Json> = new Map<
  string,
  (surroundings: Surroundings) => Json
>([
  ['AWS::AccountId', ({ account }) => account],
  ['AWS::NotificationARNs', () => []],
  ['AWS::Partition', ({ partition }) => partition],
  ['AWS::Region', ({ region }) => region],
  ['AWS::StackId', ({ stackId }) => stackId],
  ['AWS::StackName', ({ stackName }) => stackName],
  ['AWS::URLSuffix', ({ partition }) => (partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com')],
]);

export const NO_VALUE = 'AWS::NoValue';

export const isPseudo = (name: string): boolean => name === NO_VALUE || pseudoParameters.has(name);
