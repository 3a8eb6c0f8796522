import { describe, expect, test } from '@jest/globals';
import { operations } from '../../sandbox/operations/operations.ts';
import { operationShape } from '../../sandbox/protocol/schema.ts';

const all = Object.entries(operations).flatMap(([service, named]) =>
  Object.entries(named).map(([name, { schema }]) => ({ service, name, schema })),
);

/** The services' names in the SDK's schemas. */
const namespaces = new Map([
  ['autoscaling', 'com.amazonaws.applicationautoscaling'],
  ['cloudformation', 'com.amazonaws.cloudformation'],
  ['cloudwatch', 'com.amazonaws.cloudwatch'],
  ['codedeploy', 'com.amazonaws.codedeploy'],
  ['ecr', 'com.amazonaws.ecr'],
  ['ecs', 'com.amazonaws.ecs'],
  ['elb', 'com.amazonaws.elasticloadbalancingv2'],
  ['logs', 'com.amazonaws.cloudwatchlogs'],
  ['sts', 'com.amazonaws.sts'],
]);

describe('every operation stands under the name of its schema', () => {
  test.each(all)('$service $name', ({ service, name, schema }) => {
    expect(Array.isArray(schema) && schema.slice(0, 3)).toEqual([9, namespaces.get(service), name]);
    expect(operationShape(schema).input.isStructSchema() || operationShape(schema).input.isUnitSchema()).toBe(true);
  });

  test('what is no operation is refused', () => {
    expect(() => operationShape([3, 'a', 'b'])).toThrow('not the schema of an operation');
    expect(() => operationShape(undefined)).toThrow('not the schema of an operation');
  });
});
