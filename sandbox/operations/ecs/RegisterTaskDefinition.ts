import { RegisterTaskDefinition$, type RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs';
import { checkTaskDefinition } from '../../ecs/check-task-definition.ts';
import { tagsOf } from '../../ecs/tags.ts';
import { registeredBody } from '../../ecs/task-definition-body.ts';
import { describeTaskDefinition, revisions } from '../../ecs/task-definitions.ts';
import { arn } from '../../ids.ts';
import { operation, RawAnswer } from '../../operation.ts';
import { type TaskDefinition } from '../../world/ecs.ts';

/** Keeps the body as it was sent, with the members that this SDK has never heard of. */
export const registerTaskDefinition = operation<RegisterTaskDefinitionRequest, RawAnswer>(
  RegisterTaskDefinition$,
  (input, { world, clock }, raw) => {
    checkTaskDefinition(input);
    const family = input.family ?? '';
    const revision = (revisions(world, family).at(-1)?.revision ?? 0) + 1;
    const definition: TaskDefinition = {
      arn: arn(world, 'ecs', `task-definition/${family}:${revision}`),
      family,
      revision,
      body: registeredBody(raw),
      tags: tagsOf(input.tags),
      registeredAt: clock.now(),
      status: 'ACTIVE',
    };
    world.ecs.taskDefinitions.set(definition.arn, definition);
    return new RawAnswer({
      taskDefinition: describeTaskDefinition(world, definition),
      tags: definition.tags.map((tag) => ({ ...tag })),
    });
  },
);
