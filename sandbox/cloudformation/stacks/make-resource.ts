import { type StackResource } from '../../world/cloudformation.ts';
import { type Evaluation } from '../template/evaluate.ts';
import { type Made } from '../template/template.ts';
import { contextOf, resolvedProperties } from './context.ts';
import { isAlreadyThere, Refused } from './failure-reason.ts';
import { recordResource } from './events.ts';
import { handlerOf } from './handler-of.ts';
import { type Ending, Job } from './job.ts';
import { type Run } from './run.ts';

export interface Words {
  /** What the statuses begin with. */
  readonly verb: 'CREATE' | 'UPDATE';
  /** Why it begins. */
  readonly reason: string | null;
  /** The physical id of what it takes the place of. */
  readonly replaces?: string;
}

/** Makes what is not there yet. */
export function makeResource(
  run: Run,
  evaluation: Evaluation,
  resource: StackResource,
  words: Words,
  ended: (ending: Ending) => void,
): Job {
  const { logicalId, type } = resource;
  const { verb } = words;
  const handler = handlerOf(type);
  const context = contextOf(run, logicalId);
  const job = new Job(run, type, (ending) => {
    recordEnding(run, resource, verb, ending);
    ended(ending);
  });
  const make = () => {
    const begins = (): void => {
      recordResource(run.sandbox, run.stack, resource, `${verb}_IN_PROGRESS`, words.reason);
    };
    try {
      resource.properties = resolvedProperties(run, evaluation, resource);
    } finally {
      begins();
    }
    return words.replaces === undefined
      ? handler.create(resource.properties, context)
      : createBeside(words.replaces, () => handler.create(resource.properties, context));
  };
  job.call(make, (made) => {
    resource.made = made;
    recordResource(run.sandbox, run.stack, resource, `${verb}_IN_PROGRESS`, 'Resource creation Initiated');
    job.settle(
      () => handler.settled?.(made, context) ?? 'done',
      () => {
        job.done();
      },
    );
  });
  return job;
}

/** Old and new stand beside each other for a while, which one name does not allow. */
async function createBeside(old: string, create: () => Made | Promise<Made>): Promise<Made> {
  try {
    return await create();
  } catch (cause) {
    if (!isAlreadyThere(cause)) throw cause;
    throw new Refused(
      'CloudFormation cannot update a stack when a custom-named resource requires replacing. ' +
        `Rename ${old} and update the stack again.`,
    );
  }
}

const cancelled = { CREATE: 'Resource creation cancelled', UPDATE: 'Resource update cancelled' } as const;

/** The event with which a creation or an update ends. */
export function recordEnding(run: Run, resource: StackResource, verb: Words['verb'], ending: Ending): void {
  const { sandbox, stack } = run;
  if (ending.kind === 'done') recordResource(sandbox, stack, resource, `${verb}_COMPLETE`);
  else if (ending.kind === 'failed') recordResource(sandbox, stack, resource, `${verb}_FAILED`, ending.reason);
  else recordResource(sandbox, stack, resource, `${verb}_FAILED`, cancelled[verb]);
}
