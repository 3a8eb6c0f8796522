import { type AwsCallError } from '../ports/aws/error.ts';

/** The IAM statement that a denied call needs, as an instruction. The resource is the one that AWS's message names. */
export function permissionFor(error: AwsCallError): string {
  const { action, resource } = deniedIn(error);
  const statement = JSON.stringify({ Effect: 'Allow', Action: action, Resource: resource });
  const explicit = /explicit deny/i.test(error.message)
    ? ' An explicit deny stands in a policy of the account or organisation: it has to go first.'
    : '';
  return `Add this statement to the policy of the role that the workflow uses: ${statement}${explicit}`;
}

/** IAM's message: `User: … is not authorized to perform: codedeploy:GetDeployment on resource: arn:aws:…`. */
function deniedIn(error: AwsCallError): { action: string; resource: string } {
  const match = /perform: ([a-z0-9-]+:[A-Za-z]+)(?: on resource: (arn:[^\s"'<>]+))?/.exec(error.message);
  const resource = match?.[2]?.replace(/[.,;]+$/, '') ?? '*';
  return { action: match?.[1] ?? `${error.call.service}:${error.call.operation}`, resource };
}
