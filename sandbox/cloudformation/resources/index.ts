import { type ResourceHandler } from './handler.ts';

/** Types that become live. Every other type of CloudFormation is checked and recorded: see `recorded.ts`. */
export const handlers: ReadonlyMap<string, ResourceHandler> = new Map();
