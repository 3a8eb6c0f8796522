import { type ResourceHandler } from '../resources/handler.ts';
import { handlers } from '../resources/index.ts';
import { recordedHandler } from '../resources/recorded.ts';

/** Who makes resources of this type: live, or only recorded. */
export const handlerOf = (type: string): ResourceHandler => handlers.get(type) ?? recordedHandler(type);

export const isLive = (type: string): boolean => handlers.has(type);
