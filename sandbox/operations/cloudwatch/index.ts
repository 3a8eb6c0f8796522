import { type Operation } from '../../operation.ts';

export const cloudwatchOperations: Readonly<Record<string, Operation>> = {
};
