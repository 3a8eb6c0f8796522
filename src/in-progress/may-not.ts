import { StepError } from '../errors.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { permissionFor } from '../report/permission.ts';

/** AWS did not let the deployment in the way be moved. Anything that is no answer of AWS is thrown as it is. */
export function mayNot(tried: string, id: string, error: unknown): never {
  if (!(error instanceof AwsCallError)) throw error;
  const otherwise = "Run the job again, or with 'if-deployment-in-progress: wait', which leaves that deployment alone.";
  const repair = error.kind === 'denied' ? permissionFor(error) : otherwise;
  throw new StepError({ tried, on: id, why: error.message, repair }, { cause: error });
}
