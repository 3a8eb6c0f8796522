import { type Fault } from '../errors.ts';
import { type BuildCall } from './arguments.ts';
import { shownSource } from './content/source.ts';
import { type Destination } from './ports.ts';
import { repositoryArn, splitUri } from './reference.ts';
import { failingInstruction, lastLines, type Trouble, troubleOf } from './trouble.ts';

const DISK = 'Free space on the runner (docker system prune, a larger disk), then run the job again.';

/** What pushing one image needs. ECR user guide, "IAM permissions for pushing an image". */
const PUSH_ACTIONS = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:BatchGetImage',
  'ecr:CompleteLayerUpload',
  'ecr:DescribeImages',
  'ecr:InitiateLayerUpload',
  'ecr:PutImage',
  'ecr:UploadLayerPart',
];

export function buildFault(call: Pick<BuildCall, 'context' | 'file'>, lines: readonly string[]): Fault {
  const trouble = troubleOf(lines);
  const cache = lines.slice(-40).some((line) => line.startsWith(' > exporting cache to '));
  const instruction = failingInstruction(lines);
  const at = instruction === null ? '' : ` at \`${instruction}\``;
  return {
    tried: 'build the image',
    on: call.file ?? shownSource(call.context),
    why: `docker build failed${at}. Its last lines:\n${lastLines(lines, 20)}`,
    repair:
      (cache ? CACHE_REPAIR : BUILD_REPAIRS[trouble]) ??
      'Repair the instruction; `docker build` on your machine fails in the same way.',
  };
}

const CACHE_REPAIR =
  "The image was built, its cache could not be written: correct 'cache-to', or add ignore-error=true to it.";

const BUILD_REPAIRS: Partial<Record<Trouble, string>> = {
  disk: DISK,
  network: 'The network failed or a server was down: run the job again.',
  login: 'Log in to the registry of the base image in an earlier step; its log-in is used here too.',
  denied: 'Check the name of the base image, and log in to its registry in an earlier step if it is private.',
};

/** @param what `push the image` or `log in to the registry` */
export function registryFault(what: string, on: string, destination: Destination, lines: readonly string[]): Fault {
  const { repositoryUri } = destination;
  const { repository, registry } = splitUri(repositoryUri);
  const arn = destination.repositoryArn ?? repositoryArn(repositoryUri);
  const repairs: Record<Trouble, string> = {
    disk: DISK,
    immutable: `Tags of this repository cannot be moved: give 'tags' that are new with each build, or none.`,
    missing: `Create the repository ${repository} (aws ecr create-repository --repository-name ${repository}), or correct 'repository'.`,
    login: `The registry did not take the token from ECR: check that the credentials belong to the account of ${registry}.`,
    denied: `Allow the role of this job to push:\n${statement(arn)}\nA policy of the repository itself can deny it too.`,
    network: `${registry} could not be reached, after several attempts. Check the runner's network, then run the job again.`,
    other: 'Docker said no more than this; running the job with step debugging on shows every line.',
  };
  return { tried: what, on, why: `Docker's last lines:\n${lastLines(lines, 10)}`, repair: repairs[troubleOf(lines)] };
}

function statement(arn: string): string {
  const push = { Effect: 'Allow', Action: PUSH_ACTIONS, Resource: arn };
  const token = { Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' };
  return [push, token].map((entry) => JSON.stringify(entry)).join(',\n');
}
