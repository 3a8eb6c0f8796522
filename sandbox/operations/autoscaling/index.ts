import { type Operation } from '../../operation.ts';

export const autoscalingOperations: Readonly<Record<string, Operation>> = {
};
