import { type Operation } from '../../operation.ts';

export const cloudformationOperations: Readonly<Record<string, Operation>> = {};
