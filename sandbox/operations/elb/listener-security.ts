import { type CreateListenerInput } from '@aws-sdk/client-elastic-load-balancing-v2';

import { AwsError } from '../../operation.ts';
import { type Listener } from '../../world/elb.ts';

type Security = Pick<Listener, 'certificate' | 'sslPolicy'>;
type Given = Pick<CreateListenerInput, 'Certificates' | 'SslPolicy'>;

/** Elastic Load Balancing user guide: what holds where the call names none. */
const DEFAULT_POLICY = 'ELBSecurityPolicy-2016-08';

/**
 * Certificate and policy of a listener, those of the call over those that it has. Nothing is done with them: the sandbox
 * ends no TLS. The texts are AWS's, as terraform-aws-nexus issue 42 and fargatecli issue 104 quote them. Throws ValidationError.
 */
export function readSecurity(protocol: string, given: Given, before: Security = {}): Security {
  const [first, ...more] = given.Certificates ?? [];
  const isSecure = protocol === 'HTTPS' || protocol === 'TLS';
  if (!isSecure) {
    if (first === undefined) return { certificate: undefined, sslPolicy: undefined };
    throw new AwsError('ValidationError', `A certificate cannot be specified for ${protocol} listeners`);
  }
  if (more.length > 0) throw new AwsError('ValidationError', 'A listener takes one default certificate');
  const certificate = first?.CertificateArn ?? before.certificate;
  if (certificate === undefined) {
    throw new AwsError('ValidationError', `A certificate must be specified for ${protocol} listeners`);
  }
  return { certificate, sslPolicy: given.SslPolicy ?? before.sslPolicy ?? DEFAULT_POLICY };
}
