/** The pipeline template, launched in thought: its resources resolved, and the scripts that its projects run. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Pipeline, type Project } from '../../scripts/rehearsal/pipeline/pipeline.ts';
import { readBuildSpec } from '../../scripts/rehearsal/pipeline/build-spec.ts';
import { pipelineOf, resourcesOf, surroundings } from '../../scripts/rehearsal/pipeline/template.ts';

export const TEMPLATE = readFileSync(resolve(import.meta.dirname, '../../cloudformation/pipeline.yml'), 'utf8');

/** A service that was made in another way than by a stack; the names of the rehearsal's stack. */
export const BY_HAND = {
  Name: 'shop',
  Cluster: 'shop',
  Service: 'web',
  Application: 'AppECS-shop-web',
  DeploymentGroup: 'DgpECS-shop-web',
  Repository: 'shop-web',
  Family: 'web',
  ExecutionRoleArn: 'arn:aws:iam::123456789012:role/execution',
  CodeCommitRepository: 'shop',
};

/** What service.yml exports that the pipeline asks for. */
export const exportsOf = (stack: string, missing: readonly string[] = []): ReadonlyMap<string, string> =>
  new Map(
    Object.entries({
      Cluster: 'shop',
      Service: 'web',
      Application: 'AppECS-shop-web',
      DeploymentGroup: 'DgpECS-shop-web',
      Repository: 'shop-web',
      Family: 'web',
      TaskRoleArn: 'arn:aws:iam::123456789012:role/task',
      ExecutionRoleArn: 'arn:aws:iam::123456789012:role/execution',
    })
      .filter(([name]) => !missing.includes(name))
      .map(([name, value]) => [`${stack}-${name}`, value]),
  );

type Parameters = Readonly<Record<string, string>>;

export const launched = (parameters: Parameters = {}, body = TEMPLATE, exports = new Map<string, string>()) =>
  resourcesOf(body, parameters, { ...surroundings, exports });

/** The pipeline to the rehearsal's own stack. */
export const pipelineWith = (parameters: Parameters = {}, body = TEMPLATE): Pipeline =>
  pipelineOf(launched({ ...BY_HAND, ...parameters }, body));

/** The template with a fault in it; one that cannot be planted is a fault of the test. */
export function planted(from: string | RegExp, to: string): string {
  const faulty = TEMPLATE.replace(from, to);
  if (faulty === TEMPLATE) throw new Error(`The template holds no ${String(from)}.`);
  return faulty;
}

export function projectOf(pipeline: Pipeline, name: string): Project {
  const project = pipeline.projects.get(name);
  if (project === undefined) throw new Error(`There is no project ${name}.`);
  return project;
}

/** The script inside the one command of a project. */
export function scriptOf({ buildSpec }: Project): string {
  const commands = readBuildSpec(buildSpec).phases.flatMap((phase) => phase.commands);
  const [command = '', second] = commands;
  const found = /^bash \/dev\/fd\/3 3<<'SCRIPT'\n(.*\n)SCRIPT\n$/s.exec(command)?.[1];
  if (found === undefined || second !== undefined) throw new Error('The project does not run one script.');
  return found;
}
