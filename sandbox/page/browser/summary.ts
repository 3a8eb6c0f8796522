/** The state of a service in one sentence: what a person who looks up once should know. */
import type { DeploymentView, ServiceView } from '../view-types.ts';

export interface Summary {
  readonly tone: 'calm' | 'busy' | 'waiting' | 'bad';
  readonly text: string;
}

interface Share {
  readonly revision: string;
  readonly weight: number;
}

/** The revisions that take production traffic, with their shares in percent, the largest first. */
export function serving(service: ServiceView): Share[] {
  const production = service.listeners.find(({ role }) => role === 'production') ?? service.listeners[0];
  return service.taskSets
    .map((set) => ({ revision: set.revision, weight: production?.weights[set.group] ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
}

/** `1 of 2 tasks run.` where the PRIMARY task set lacks some: they crashed, or were killed. */
function short({ taskSets }: ServiceView): string | null {
  const primary = taskSets.find(({ status }) => status === 'PRIMARY');
  if (!primary || primary.running >= primary.desired) return null;
  return `${primary.running} of its ${primary.desired} tasks run.`;
}

function trafficNow(service: ServiceView): string {
  const [first, ...others] = serving(service);
  if (!first) return 'No task set takes production traffic.';
  if (others.length === 0 && first.weight === 100) {
    const lacking = short(service);
    return `All production traffic is on ${first.revision}${lacking === null ? '.' : `: ${lacking}`}`;
  }
  const shares = [first, ...others].map(({ revision, weight }) => `${weight} % ${revision}`);
  return `Production traffic: ${shares.join(', ')}.`;
}

const phases: Readonly<Record<string, string>> = {
  Created: 'is about to start',
  BeforeInstall: 'runs BeforeInstall',
  Install: 'starts the replacement tasks and waits until they are healthy',
  AfterInstall: 'has its replacement up',
  AllowTestTraffic: 'points the test listener at the replacement',
  AfterAllowTestTraffic: 'validates through the test listener',
  ReadyWait: 'is ready and waits for someone to let it go on',
  BeforeAllowTraffic: 'is about to shift production traffic',
  AllowTraffic: 'shifts production traffic',
  AfterAllowTraffic: 'has shifted production traffic and validates',
  TerminationWait: 'has shifted production traffic and keeps the original for a while',
  RemoveBlue: 'removes the original tasks',
  Return: 'takes production traffic back to the original',
};

function ended(service: ServiceView, deployment: DeploymentView, now: string): Summary {
  const { id, status, creator, rollsBack } = deployment;
  if (creator === 'codeDeployRollback' && rollsBack !== null) {
    const original = service.deployments.find((other) => other.id === rollsBack);
    return {
      tone: 'bad',
      text: `${rollsBack} ${original?.status.toLowerCase() ?? 'failed'} and was rolled back. ${now}`,
    };
  }
  if (status === 'Succeeded')
    return { tone: short(service) === null ? 'calm' : 'bad', text: `${id} succeeded. ${now}` };
  return { tone: 'bad', text: `${id} ${status.toLowerCase()}. ${now}` };
}

export function summarise(service: ServiceView): Summary {
  const now = trafficNow(service);
  const deployment = service.deployments[0];
  if (!deployment) return { tone: 'calm', text: `${now} Nothing has been deployed yet.` };
  if (deployment.completedAt !== null) return ended(service, deployment, now);
  if (deployment.why !== null) {
    const does =
      deployment.phase === 'Install' ? 'waits for tasks that do not get healthy' : 'has tasks that do not stay up';
    return { tone: 'bad', text: `${deployment.id} ${does}. ${now}` };
  }
  const does = phases[deployment.phase] ?? `is in ${deployment.phase}`;
  return { tone: deployment.wait ? 'waiting' : 'busy', text: `${deployment.id} ${does}. ${now}` };
}
