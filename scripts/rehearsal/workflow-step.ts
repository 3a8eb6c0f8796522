import { parse } from 'yaml';
import { isObject } from '../../src/json.ts';

/** What a workflow writes under `with:` for this action: that of the first step that uses it. Throws where none does. */
export function stepInputs(workflow: string): Readonly<Record<string, string>> {
  const found = steps(parse(workflow) as unknown).find(({ uses }) => /(^|\/)ecs-blue-green@/.test(uses));
  if (!found) throw new Error('No step of the workflow uses ecs-blue-green.');
  return found.inputs;
}

interface Step {
  readonly uses: string;
  readonly inputs: Readonly<Record<string, string>>;
}

function steps(workflow: unknown): readonly Step[] {
  const jobs = members(member(workflow, 'jobs')).map(([, job]) => member(job, 'steps'));
  return jobs.flatMap((list) => (Array.isArray(list) ? list.map(step) : []));
}

const step = (given: unknown): Step => ({
  uses: text(member(given, 'uses')),
  inputs: Object.fromEntries(members(member(given, 'with')).map(([name, value]) => [name, text(value)])),
});

const member = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);
const members = (value: unknown): [string, unknown][] => (isObject(value) ? Object.entries(value) : []);

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
