import { type Operation } from '../../operation.ts';
import { assumeRole } from './AssumeRole.ts';
import { assumeRoleWithWebIdentity } from './AssumeRoleWithWebIdentity.ts';
import { getCallerIdentity } from './GetCallerIdentity.ts';

export const stsOperations: Readonly<Record<string, Operation>> = {
  AssumeRole: assumeRole,
  AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
  GetCallerIdentity: getCallerIdentity,
};
