/** Our own action.yml: what a workflow may write under `with:`, and which outputs there are. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { type Step, type Workflow } from './file.ts';
import { object } from './read.ts';

export const OUR_STEP = /^OWNER\/ecs-blue-green@v\d+\.\d+\.\d+$/;

export interface ActionFile {
  readonly inputs: readonly string[];
  readonly required: readonly string[];
  readonly outputs: readonly string[];
}

export function readActionFile(file = resolve(import.meta.dirname, '../../../action.yml')): ActionFile {
  const action = object(parse(readFileSync(file, 'utf8')) as unknown, 'action.yml');
  const inputs = Object.entries(object(action['inputs'], 'inputs'));
  return {
    inputs: inputs.map(([name]) => name),
    required: inputs.filter(([name, input]) => object(input, name)['required'] === true).map(([name]) => name),
    outputs: Object.keys(object(action['outputs'], 'outputs')),
  };
}

/** Throws where a step of ours has an input that action.yml does not have, or lacks one that it requires. */
export function checkInputs(workflow: Workflow, action: ActionFile): void {
  for (const { id, steps } of workflow.jobs)
    for (const step of steps.filter(({ uses }) => uses !== null && OUR_STEP.test(uses))) {
      const where = `the step "${step.name ?? step.id ?? 'of ours'}" of the job ${id}`;
      const unknown = Object.keys(step.with).filter((name) => !action.inputs.includes(name));
      if (unknown.length > 0) throw new Error(`${where}: action.yml has no input ${unknown.join(', ')}`);
      const missing = missingFrom(step, action);
      if (missing.length > 0) throw new Error(`${where}: action.yml requires ${missing.join(', ')}`);
    }
}

const missingFrom = (step: Step, { required }: ActionFile): readonly string[] =>
  required.filter((name) => !Object.hasOwn(step.with, name));
