import { type DefinitionChanges } from '../../src/inputs/types.ts';
import { type JsonObject } from '../../src/json.ts';
import { type DefinitionDraft, type LoadedDefinition, type Tag } from '../../src/task-definition/definition.ts';

export const ARN = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:12';

export function changes(some: Partial<DefinitionChanges> = {}): DefinitionChanges {
  return {
    containerName: null,
    images: new Map(),
    environment: new Map(),
    secrets: new Map(),
    dockerLabels: new Map(),
    command: null,
    logDriver: null,
    logOptions: new Map(),
    ...some,
  };
}

export function loaded(body: JsonObject, tags: readonly Tag[] = []): LoadedDefinition {
  return { body, tags, origin: 'web:12', arn: ARN };
}

/** A definition whose only container `web` has `members`. */
export function withContainer(members: JsonObject): JsonObject {
  return { family: 'web', containerDefinitions: [{ name: 'web', image: 'old', ...members }] };
}

export function draft(body: JsonObject, some: Partial<DefinitionChanges> = {}): DefinitionDraft {
  return { loaded: loaded(body), changes: changes(some), images: new Map(), container: 'web' };
}
