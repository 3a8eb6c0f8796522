import { AwsError } from '../../operation.ts';

/** What CloudFormation answers to a template or to values that it does not take. */
export const validationError = (message: string): AwsError => new AwsError('ValidationError', message);

export const formatError = (message: string): AwsError => validationError(`Template format error: ${message}`);

export const templateError = (message: string): AwsError => validationError(`Template error: ${message}`);

/** For what CloudFormation can do and this sandbox cannot. */
export const notEmulated = (what: string): AwsError => validationError(`${what} is not emulated by this sandbox.`);
