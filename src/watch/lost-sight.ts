import { StepError } from '../errors.ts';
import { type AwsCallError } from '../ports/aws/error.ts';
import { permissionFor } from '../report/permission.ts';

/** The deployment cannot be followed any more; it goes on by itself, and the reader has to know that first. */
export function lostSight(error: AwsCallError, id: string): StepError {
  return new StepError(
    {
      tried: 'follow the deployment',
      on: id,
      why: error.message,
      repair: `Deployment ${id} goes on without being watched: how it ends is not known here; a step with 'mode: wait' and this id follows it. ${repairOf(error)}`,
    },
    { cause: error },
  );
}

function repairOf(error: AwsCallError): string {
  switch (error.kind) {
    case 'denied':
      return permissionFor(error);
    case 'credentials':
      return (
        'The credentials are wrong or have expired: ask for a longer session (`role-duration-seconds` of ' +
        "aws-actions/configure-aws-credentials, up to the role's own maximum), or wait for less with `wait-for`."
      );
    case 'missing':
      return 'Check that the credentials and the region are those that started it.';
    case 'throttled':
    case 'server':
    case 'network':
    case 'other':
      return 'Look at it in the CodeDeploy console.';
  }
}
