/** Why a resource changes, as change sets tell it (CloudFormation API: ResourceChangeDetail). */
import { isDeepStrictEqual } from 'node:util';
import { type ChangeDetail, type Launch, type Stack } from '../../world/cloudformation.ts';
import { typeFacts } from '../spec/check.ts';
import { type Effect, type PropertyChange } from '../spec/effects.ts';
import { referencesIn } from '../template/references.ts';
import { type ResourceDeclaration, type Template } from '../template/template.ts';

interface Changed {
  readonly stack: Stack;
  readonly launch: Launch;
  readonly logicalId: string;
  readonly changed: readonly PropertyChange[];
  /** Logical ids of what is new, or may be. */
  readonly renewed: ReadonlySet<string>;
}

type Source = Pick<ChangeDetail, 'evaluation' | 'source' | 'causingEntity'>;

export function changeDetails(given: Changed): readonly ChangeDetail[] {
  const { stack, launch, logicalId, changed } = given;
  const before = stack.template.resources.get(logicalId);
  const after = launch.template.resources.get(logicalId);
  const tagProperty = typeFacts(after?.type ?? '')?.tags?.property;
  const details = changed.flatMap(({ property, effect }) =>
    sourcesOf(given, property, before, after).map((source): ChangeDetail => {
      const attribute = property === tagProperty ? 'Tags' : 'Properties';
      return { attribute, name: property, requiresRecreation: recreation[effect], ...source };
    }),
  );
  return isDeepStrictEqual(before?.metadata, after?.metadata) ? details : [...details, METADATA];
}

const DIRECT = { source: 'DirectModification', causingEntity: null } as const;

const METADATA: ChangeDetail = {
  attribute: 'Metadata',
  name: null,
  requiresRecreation: 'Never',
  evaluation: 'Static',
  ...DIRECT,
};

const recreation: Readonly<Record<Effect, ChangeDetail['requiresRecreation']>> = {
  update: 'Never',
  conditional: 'Conditionally',
  replace: 'Always',
};

function sourcesOf(
  { stack, launch, renewed }: Changed,
  property: string,
  before: ResourceDeclaration | undefined,
  after: ResourceDeclaration | undefined,
): readonly Source[] {
  const written = after?.properties[property];
  const sources = referencesIn(written ?? null).flatMap((reference): Source[] => {
    const { name } = reference;
    if (reference.kind === 'condition') return [];
    if (reference.kind === 'ref' && parameterChanged(stack, launch, name)) {
      return [{ evaluation: 'Static', source: 'ParameterReference', causingEntity: name }];
    }
    if (!renewed.has(name)) return [];
    if (reference.kind === 'ref') return [{ evaluation: 'Dynamic', source: 'ResourceReference', causingEntity: name }];
    const causingEntity = `${name}.${reference.attribute ?? ''}`;
    return [{ evaluation: 'Dynamic', source: 'ResourceAttribute', causingEntity }];
  });
  const rewritten = !isDeepStrictEqual(before?.properties[property], written);
  return rewritten || sources.length === 0 ? [...sources, { evaluation: 'Static', ...DIRECT }] : sources;
}

function parameterChanged(stack: Stack, launch: Launch, name: string): boolean {
  const isParameter = (template: Template): boolean => template.parameters.has(name);
  return isParameter(launch.template) && !isDeepStrictEqual(stack.parameters.get(name), launch.parameters.get(name));
}
