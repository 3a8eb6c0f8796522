import { DeregisterTaskDefinition$, type DeregisterTaskDefinitionRequest } from '@aws-sdk/client-ecs';
import { describeTaskDefinition, findTaskDefinition } from '../../ecs/task-definitions.ts';
import { AwsError, operation, RawAnswer } from '../../operation.ts';

/** Needs the revision (ECS API: DeregisterTaskDefinition). What runs it goes on; new services cannot use it. */
export const deregisterTaskDefinition = operation<DeregisterTaskDefinitionRequest, RawAnswer>(
  DeregisterTaskDefinition$,
  (input, { world, clock }) => {
    const reference = input.taskDefinition ?? '';
    const definition = /:\d+$/.test(reference) ? findTaskDefinition(world, reference) : undefined;
    if (!definition) throw new AwsError('ClientException', 'The specified task definition does not exist.');
    definition.status = 'INACTIVE';
    const taskDefinition = describeTaskDefinition(world, definition);
    return new RawAnswer({ taskDefinition: { ...taskDefinition, deregisteredAt: clock.now() / 1000 } });
  },
);
