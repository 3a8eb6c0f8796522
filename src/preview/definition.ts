/** The revision that a run would deploy, and how it differs from what production runs. */
import { renderAppSpec } from '../appspec/render.ts';
import { textOf, type Json } from '../json.ts';
import { type KnownPlan } from '../plan.ts';
import { type DescribedTaskDefinition } from '../ports/aws/aws.ts';
import { imagesOf } from '../planned-image.ts';
import { knownRevisions } from '../revision.ts';
import { OUTPUT_ONLY } from '../task-definition/clean.ts';
import { type RenderedDefinition } from '../task-definition/definition.ts';
import { differenceBetween, tagDifference } from '../task-definition/difference.ts';
import { revisionName } from '../task-definition/load.ts';
import { equalRevision } from '../task-definition/register.ts';
import { renderDefinition } from '../task-definition/render.ts';
import { mergeTags } from '../task-definition/tags.ts';
import { type PlannedAppSpec, type PlannedDefinition } from './output.ts';

export interface ForeseenRevision {
  readonly planned: PlannedDefinition;
  readonly rendered: RenderedDefinition;
  /** Of a new one, with `web:<new>`. */
  readonly arn: string;
}

/** null where what production runs, or what the inputs start from, is not known. */
export function foreseeRevision(
  { draft, builtFor }: KnownPlan,
  live: DescribedTaskDefinition | undefined,
  reference: string | null,
  earlier: DescribedTaskDefinition | null,
): ForeseenRevision | null {
  if (draft === null || live === undefined) return null;
  const images = imagesOf({ draft, builtFor }, reference === null ? null : { reference });
  const rendered = renderDefinition(draft, images);
  const equal = equalRevision(rendered, knownRevisions({ target: { live }, draft }, earlier, []));
  const arn =
    equal?.arn ?? `${live.arn.slice(0, live.arn.lastIndexOf('/') + 1)}${textOf(rendered.body['family'])}:<new>`;
  const { changes, more } = differenceBetween(live.definition, rendered.body);
  const planned = {
    from: revisionName(live.arn),
    to: revisionName(arn),
    revision: equal === null ? ('registered' as const) : ('reused' as const),
    startsFrom: draft.loaded.origin,
    changes: [...changes, ...tagDifference(tagsOf(live), rendered.body['tags'])],
    moreChanges: more,
    // What every registered revision has beside its definition surprises nobody.
    leftOut: [...rendered.leftOut.filter((name) => !OUTPUT_ONLY.has(name)), ...rendered.dropped],
  };
  return { planned, rendered, arn };
}

function tagsOf({ tags }: DescribedTaskDefinition): Json {
  return mergeTags(tags).map(({ key, value }) => ({ key, value }));
}

export function plannedAppSpec({ appspec }: KnownPlan, { arn }: ForeseenRevision): PlannedAppSpec | null {
  if (appspec === null) return null;
  const from = appspec.kind === 'file' ? appspec.path : 'live service';
  return { from, content: renderAppSpec(appspec, arn).content };
}
