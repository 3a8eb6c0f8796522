import { messageOf } from '../errors.ts';
import { type Outcome } from '../events.ts';
import { type FollowPorts } from '../follow.ts';
import { type Remembered } from '../remember.ts';
import { consoleUrl } from '../report/console.ts';
import { sentence } from '../report/sentence.ts';
import { summary } from '../report/summary.ts';
import { primaryOf } from '../target/facts.ts';
import { nameOf } from '../target/place.ts';
import { hasEnded } from '../target/running.ts';

export interface Settled {
  readonly known: Remembered;
  readonly id: string;
  readonly outcome: Outcome;
}

/** As an annotation and on the job's page. An error where production is not where a reader of a cancelled run takes it to be. */
export async function report({ known, id, outcome }: Settled, ports: FollowPorts): Promise<void> {
  const { log, runner, aws, clock } = ports;
  const url = consoleUrl(id, aws.region);
  const told = 'note' in outcome ? outcome.note : outcome.cause;
  const text = `${sentence(told)} Deployment ${id}: ${url}`;
  if (await isAsExpected(known, outcome, ports)) log.warning(text);
  else log.error(`${text}${await byHand(outcome, id, ports)}`);
  const { cluster, service, from, to, search } = known;
  const nothing = { image: null, digest: null, url: null, events: [] };
  const place = { cluster: nameOf(cluster), service: nameOf(service), from, to };
  const tookMs = clock.now() - (search?.since ?? clock.now());
  try {
    await runner.addSummary(summary({ outcome, ...place, ...nothing, deploymentId: id, consoleUrl: url, tookMs }));
  } catch (error) {
    log.warning(`The job summary could not be written: ${messageOf(error)}`);
  }
}

async function isAsExpected(known: Remembered, outcome: Outcome, { aws }: FollowPorts): Promise<boolean> {
  switch (outcome.result) {
    case 'succeeded':
    case 'started':
    case 'interrupted':
      return true;
    case 'rolled-back':
    case 'stopped': {
      const service = await aws.ecs.describeService(known.cluster, known.service).catch(() => null);
      const runs = primaryOf(service)?.taskDefinition;
      return runs !== undefined && (runs !== known.to || known.from === known.to);
    }
    case 'failed':
    case 'timed-out':
      return false;
  }
}

/** What has ended cannot be stopped. */
async function byHand({ result }: Outcome, id: string, { aws }: FollowPorts): Promise<string> {
  if (result !== 'failed' && result !== 'timed-out') return '';
  const seen = await aws.codedeploy.getDeployment(id, 'none').catch(() => null);
  if (hasEnded(seen?.status)) return '';
  return `\nTo take it back by hand: aws deploy stop-deployment --deployment-id ${id} --auto-rollback-enabled`;
}
