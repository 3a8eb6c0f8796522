import { DescribeTaskDefinition$, type DescribeTaskDefinitionRequest } from '@aws-sdk/client-ecs';
import { describeTaskDefinition as describe, findTaskDefinition } from '../../ecs/task-definitions.ts';
import { AwsError, operation, RawAnswer } from '../../operation.ts';

/** `tags` stand beside the definition, and only when they are asked for (ECS API: DescribeTaskDefinition). */
export const describeTaskDefinition = operation<DescribeTaskDefinitionRequest, RawAnswer>(
  DescribeTaskDefinition$,
  (input, { world }) => {
    const definition = findTaskDefinition(world, input.taskDefinition ?? '');
    if (!definition) throw new AwsError('ClientException', 'Unable to describe task definition.');
    const taskDefinition = describe(world, definition);
    const wantsTags = input.include?.includes('TAGS') === true;
    return new RawAnswer(
      wantsTags ? { taskDefinition, tags: definition.tags.map((tag) => ({ ...tag })) } : { taskDefinition },
    );
  },
);
