import { type Operation } from '../../operation.ts';
import { getCallerIdentity } from './GetCallerIdentity.ts';

export const stsOperations: Readonly<Record<string, Operation>> = { GetCallerIdentity: getCallerIdentity };
