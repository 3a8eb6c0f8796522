import { type AwsCall } from './error.ts';

export function called(operation: string, on: string): AwsCall {
  return { service: 'codedeploy', operation, on };
}
