import { type Place } from './place.ts';

export interface GroupName {
  readonly application: string;
  readonly group: string;
}

/** What the ECS console keeps of each name (ECS developer guide, "Blue/Green deployment with CodeDeploy"). */
const CUT = 47;
/** CodeDeploy API: names of applications and groups have at most 100 characters. */
const LONGEST = 100;

/**
 * The names that the ECS console gives, likeliest first: cut as the console does, and whole for those who made the
 * group by themselves after the same pattern. What the inputs name replaces its half.
 */
export function consoleNames(
  place: Pick<Place, 'cluster' | 'service'>,
  given: { readonly application: string | null; readonly group: string | null },
): readonly GroupName[] {
  const stems = new Set([
    `${place.cluster.slice(0, CUT)}-${place.service.slice(0, CUT)}`,
    `${place.cluster}-${place.service}`,
  ]);
  return [...stems]
    .map((stem) => ({
      application: given.application ?? `AppECS-${stem}`,
      group: given.group ?? `DgpECS-${stem}`,
    }))
    .filter(({ application, group }) => application.length <= LONGEST && group.length <= LONGEST);
}
