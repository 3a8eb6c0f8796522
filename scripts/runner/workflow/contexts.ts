/** The context `github`, and the variables of the same facts that every process gets. */
import { type JsonObject } from '../../../src/json.ts';
import { type Event } from './triggers.ts';
import { type Facts, type World } from './world.ts';

const SERVER = 'https://github.com';

const usual: Facts = {
  repository: 'octo-org/shop',
  runId: '7000000001',
  attempt: '1',
  actor: 'octocat',
  sha: '0123456789abcdef0123456789abcdef01234567',
};

export const factsOf = ({ facts }: World): Facts => ({ ...usual, ...facts });

export function githubContext(world: World, workflow: string): JsonObject {
  const { repository, runId, attempt, actor, sha } = factsOf(world);
  return {
    repository,
    repository_owner: repository.split('/')[0] ?? '',
    run_id: runId,
    run_attempt: attempt,
    actor,
    sha,
    workflow,
    server_url: SERVER,
    event_name: world.event.name,
    ref: refOf(world.event),
    ref_name: refOf(world.event).replace(/^refs\/(?:heads|pull)\//, ''),
    event: eventOf(world.event),
  };
}

export function githubVariables(world: World, workflow: string, job: string): Record<string, string> {
  const { repository, runId, attempt, actor, sha } = factsOf(world);
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: SERVER,
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: runId,
    GITHUB_RUN_ATTEMPT: attempt,
    GITHUB_ACTOR: actor,
    GITHUB_SHA: sha,
    GITHUB_WORKFLOW: workflow,
    GITHUB_EVENT_NAME: world.event.name,
    GITHUB_REF: refOf(world.event),
    GITHUB_JOB: job,
    // No step may find the credentials of the machine that it is tested on.
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

function refOf(event: Event): string {
  if (event.name === 'pull_request') return `refs/pull/${event.number}/merge`;
  return `refs/heads/${event.name === 'push' ? event.branch : 'main'}`;
}

function eventOf(event: Event): JsonObject {
  if (event.name !== 'pull_request') return {};
  const { number, base, head } = event;
  return { pull_request: { number, base: { ref: base }, head: { repo: { full_name: head } } } };
}
