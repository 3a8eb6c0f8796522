import { type ReportFacts } from '../report/outcome.ts';
import { describeTarget } from '../target/describe.ts';
import { revisionName } from '../task-definition/load.ts';
import { type World } from '../world.ts';
import { parseReference } from '../image/reference.ts';
import { type RollbackPlan } from './plan.ts';
import { tellCandidate } from './words.ts';

/** What is done and why, in the log and in the outputs; and what the report at the end needs of it. */
export function reportRollback(
  { target, choice, warnings }: RollbackPlan,
  { clock, log, runner, runAt }: World & { readonly runAt: number },
): ReportFacts {
  for (const line of describeTarget(target)) log.info(line);
  for (const warning of warnings) log.warning(warning);
  const { to } = choice;
  const leaves = 'leaves' in choice ? choice.leaves : to;
  log.info(`Rollback: ${HOW[choice.kind]} ${to.name}, because ${choice.why}.`);
  if (choice.kind === 'deploy') log.info(`Returns to: ${tellCandidate(choice.candidate, clock.now())}`);
  runner.setOutput('task-definition-arn', to.arn);
  runner.setOutput('task-definition', to.name);
  runner.setOutput('previous-task-definition-arn', leaves.arn);
  runner.setOutput('previous-task-definition', revisionName(leaves.arn));
  const { url } = target.listener;
  if (url !== null) runner.setOutput('url', url);
  const image = choice.kind === 'deploy' ? choice.candidate.image : null;
  return {
    cluster: target.cluster,
    service: target.service.serviceName ?? '',
    from: leaves.arn,
    to: to.arn,
    done: choice.kind === 'there' ? 'Nothing to do' : `Back on ${to.name}`,
    image: image === null ? null : { reference: image, digest: parseReference(image)?.digest ?? null },
    url,
    runAt,
  };
}

const HOW = {
  there: 'production stays on',
  stop: 'by StopDeployment, back to',
  follow: 'a deployment in progress is followed to',
  deploy: 'a new deployment of',
} as const;
