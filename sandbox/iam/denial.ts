/** How AWS says no (IAM User Guide, "Troubleshoot access denied error messages"). */
import { AwsError } from '../operation.ts';

/** What was missing, or stood against it. */
export type Why = 'identity' | 'boundary' | 'session' | 'trust' | `explicit-${'identity' | 'boundary' | 'session'}`;

export interface Denial {
  /** ARN of who asked. */
  readonly who: string;
  readonly action: string;
  readonly resource: string;
  readonly why: Why;
}

const reasons: Readonly<Record<Why, (action: string) => string>> = {
  identity: (action) => ` because no identity-based policy allows the ${action} action`,
  'explicit-identity': () => ' with an explicit deny in an identity-based policy',
  'explicit-boundary': () => ' with an explicit deny in a permissions boundary',
  'explicit-session': () => ' with an explicit deny in a session policy',
  boundary: (action) => ` because no permissions boundary allows the ${action} action`,
  session: (action) => ` because no session policy allows the ${action} action`,
  // Trust policies are spoken of without a reason.
  trust: () => '',
};

export const denialText = ({ who, action, resource, why }: Denial): string =>
  `User: ${who} is not authorized to perform: ${action} on resource: ${resource}${reasons[why](action)}`;

/** Whether a statement stood against it, and not only none for it. */
export const isExplicit = ({ why }: Denial): boolean => why.startsWith('explicit-');

interface Spoken {
  readonly protocol: 'json' | 'query' | 'query-compatible';
}

/** In the code and with the status of the service's protocol. */
export const accessDenied = ({ protocol }: Spoken, text: string): AwsError =>
  protocol === 'query' ? new AwsError('AccessDenied', text, 403) : new AwsError('AccessDeniedException', text);

export function expiredToken({ protocol }: Spoken): AwsError {
  const text = 'The security token included in the request is expired';
  return protocol === 'query' ? new AwsError('ExpiredToken', text, 403) : new AwsError('ExpiredTokenException', text);
}
