import { PutScheduledAction$, type PutScheduledActionRequest } from '@aws-sdk/client-application-auto-scaling';
import { invalid, resourceIdOf, targetOf } from '../../autoscaling/targets.ts';
import { arn, uuid } from '../../ids.ts';
import { operation } from '../../operation.ts';

/** Recorded only: no schedule runs here. */
export const putScheduledAction = operation<PutScheduledActionRequest, object>(
  PutScheduledAction$,
  (input, sandbox) => {
    const { world, clock, random } = sandbox;
    const target = targetOf(sandbox, resourceIdOf(input));
    const { ScheduledActionName: name = '' } = input;
    const before = target.scheduled.get(name);
    const schedule = input.Schedule ?? before?.schedule ?? '';
    if (!/^(?:at|rate|cron)\(.+\)$/.test(schedule)) {
      throw invalid(`Schedule must be at(…), rate(…) or cron(…); received ${JSON.stringify(schedule.slice(0, 100))}.`);
    }
    const action = input.ScalableTargetAction ?? before?.action;
    if (action?.MinCapacity === undefined && action?.MaxCapacity === undefined) {
      throw invalid('ScalableTargetAction must have MinCapacity, MaxCapacity or both.');
    }
    const path = `${uuid(random)}:resource/ecs/${target.resourceId}:scheduledActionName/${name}`;
    target.scheduled.set(name, {
      arn: before?.arn ?? arn(world, 'autoscaling', `scheduledAction:${path}`),
      name,
      createdAt: before?.createdAt ?? clock.now(),
      schedule,
      timezone: input.Timezone ?? before?.timezone ?? null,
      startAt: input.StartTime?.getTime() ?? before?.startAt ?? null,
      endAt: input.EndTime?.getTime() ?? before?.endAt ?? null,
      action,
    });
    return {};
  },
);
