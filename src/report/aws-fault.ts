import { type Fault } from '../errors.ts';
import { type AwsCallError } from '../ports/aws/error.ts';
import { permissionFor } from './permission.ts';
import { plain } from './plain.ts';

/** A failed call that no step explains better: what was called, on what, why it failed, and how to repair it. */
export function awsFault(error: AwsCallError): Fault {
  const action = `${error.call.service}:${error.call.operation}`;
  const head = `${action} (${error.call.on}): `;
  const why = plain(error.message.startsWith(head) ? error.message.slice(head.length) : error.message);
  return { tried: `call ${action}`, on: plain(error.call.on), why, repair: repairOf(error) };
}

function repairOf(error: AwsCallError): string {
  switch (error.kind) {
    case 'denied':
      return permissionFor(error);
    case 'credentials':
      return (
        'The credentials are missing, wrong or have expired: put aws-actions/configure-aws-credentials right before ' +
        'this step, and ask for a longer session (`role-duration-seconds`) where a build takes long.'
      );
    case 'throttled':
    case 'server':
      return "Run the job again; input 'max-retries' makes the step more patient.";
    case 'network':
      return 'Run the job again. If it repeats, check the way from the runner to AWS (proxy, VPC endpoints, AWS_ENDPOINT_URL) and that the region is right.';
    case 'missing':
      return 'Check that it exists in this account and region.';
    case 'other':
      return 'Repair what the message names, and run the job again.';
  }
}
