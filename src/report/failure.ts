import { describeFault, InputError, RefusalError, StepError, describeInputFault, messageOf } from '../errors.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { type Log } from '../ports/log.ts';
import { Interruption } from '../ports/signals.ts';
import { awsFault } from './aws-fault.ts';

/** Tells why a run ended early: one annotation for each thing that has to be repaired. */
export function reportFailure(error: unknown, log: Log): void {
  for (const text of failureTexts(error)) log.error(text);
  if (error instanceof Error && error.stack !== undefined) log.debug(error.stack);
}

function failureTexts(error: unknown): readonly string[] {
  if (error instanceof InputError) return error.faults.map(describeInputFault);
  if (error instanceof RefusalError) return error.refusals.map(describeFault);
  if (error instanceof StepError) return [error.message];
  if (error instanceof Interruption) return [`Ended early: ${error.message}. No deployment was started.`];
  if (error instanceof AwsCallError) return [describeFault(awsFault(error))];
  return [messageOf(error)];
}
