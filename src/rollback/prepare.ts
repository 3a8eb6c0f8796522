/** A new deployment of a revision: its AppSpec, and what speaks against it. */
import { type AppSpec, type AppSpecService } from '../appspec/appspec.ts';
import { serviceFromTaskSet } from '../appspec/live.ts';
import { renderAppSpec } from '../appspec/render.ts';
import { taskDefinitionIn } from '../appspec/task-definition.ts';
import { type Revision } from './running.ts';
import { type KnownCandidate } from './candidate.ts';
import { balancerFaults, statusFaults } from './check.ts';
import { type Clearance } from './choose.ts';
import { type Found } from './find.ts';
import { checkImages } from './images.ts';
import { refusal } from './refuse.ts';
import { type Search } from './search.ts';

/** A new deployment. `first`: what becomes of the one in progress before. `leaves`: what production runs now. */
export interface Deploy {
  readonly kind: 'deploy';
  readonly why: string;
  readonly first: Clearance | null;
  readonly to: Revision;
  readonly leaves: Revision;
  readonly candidate: KnownCandidate;
  readonly appspec: AppSpec;
  /** Where the AppSpec comes from, in words. */
  readonly appspecFrom: string;
}

export interface Prepared {
  readonly deploy: Deploy;
  readonly warnings: readonly string[];
}

/** Throws a `RefusalError` with every reason against it. */
export async function prepare(
  way: Pick<Deploy, 'kind' | 'why' | 'first' | 'leaves'>,
  { candidate, described, warnings }: Extract<Found, { readonly candidate: unknown }>,
  search: Search,
): Promise<Prepared> {
  const { arn, revision } = candidate;
  const body = described.definition;
  const [appspec, images] = await Promise.all([
    appspecFor(candidate, search),
    checkImages(body, revision, search.aws.ecr),
  ]);
  const faults = [
    ...statusFaults(body, revision),
    ...balancerFaults(body, revision, appspec.service),
    ...images.faults,
  ];
  if (faults.length > 0) throw await refusal(faults, search, [revision]);
  const deploy = {
    ...way,
    to: { arn, name: revision },
    candidate,
    appspec: appspec.appspec,
    appspecFrom: appspec.from,
  };
  return { deploy, warnings: [...warnings, ...images.warnings] };
}

interface Prescribed {
  readonly appspec: AppSpec;
  readonly service: AppSpecService;
  readonly from: string;
}

/** As it was recorded, hooks and all; else rendered from the live service, which knows no hooks. */
async function appspecFor(candidate: KnownCandidate, { appspecs, target }: Search): Promise<Prescribed> {
  const { arn, revision, deploymentId, appspec: sha256 } = candidate;
  const recorded = deploymentId === null ? null : await appspecs.read(sha256, deploymentId);
  if (recorded?.revision === revision) {
    const { content, file } = recorded;
    const verbatim = taskDefinitionIn(file.document) === arn;
    return {
      appspec: verbatim ? { content, sha256: recorded.sha256 } : renderAppSpec(file, arn),
      service: file.service,
      from: `the one of deployment ${deploymentId ?? ''}`,
    };
  }
  const service = serviceFromTaskSet(target.primary);
  return {
    appspec: renderAppSpec({ kind: 'live', service }, arn),
    service,
    from: 'rendered from the live service, without hooks, since none is recorded for this revision',
  };
}
