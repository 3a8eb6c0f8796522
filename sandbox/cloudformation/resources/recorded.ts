import { type ResourceHandler } from './handler.ts';
export const recordedHandler = (type: string): ResourceHandler => ({
  create: (_properties, context) => {
    const physicalId = `${context.stackName}-${context.logicalId}-ABCDEFGHIJKL`;
    return { physicalId, ref: physicalId, attributes: { Arn: `arn:aws:x:${type}:${physicalId}` } };
  },
});
