import { uuid } from '../ids.ts';
import { type Sandbox } from '../operation.ts';
import { type Service } from '../world/ecs.ts';

/** ECS keeps the newest hundred (ECS API: Service.events). */
const KEPT_EVENTS = 100;

/** Puts "(service NAME) <what happened>" on top of the service's events. */
export function recordEvent(sandbox: Sandbox, service: Service, happened: string, taskSetId?: string): void {
  const subject = taskSetId === undefined ? service.name : `${service.name}, taskSet ${taskSetId}`;
  service.events.unshift({
    id: uuid(sandbox.random),
    createdAt: sandbox.clock.now(),
    message: `(service ${subject}) ${happened}`,
  });
  service.events.length = Math.min(service.events.length, KEPT_EVENTS);
}
