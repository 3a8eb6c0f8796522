/** What a workflow answers to, and what an event gives it: `on.push`, `on.pull_request`, `on.workflow_dispatch`. */
import { type Json, type JsonObject } from '../../../src/json.ts';
import { list, object, only, text, textOrNull } from './read.ts';

export interface DispatchInput {
  readonly name: string;
  readonly type: 'string' | 'boolean' | 'choice';
  /** Of a choice. */
  readonly options: readonly string[];
  readonly required: boolean;
  readonly default: string;
}

export interface Triggers {
  /** Branches; null: not triggered by it. */
  readonly push: readonly string[] | null;
  /** The branches that a pull request goes to. */
  readonly pullRequest: readonly string[] | null;
  readonly dispatch: readonly DispatchInput[] | null;
}

export type Event =
  | { readonly name: 'push'; readonly branch: string }
  /** `head`: the repository that the branch is in, as `octo-org/shop`. */
  | { readonly name: 'pull_request'; readonly base: string; readonly head: string; readonly number: number }
  | { readonly name: 'workflow_dispatch'; readonly inputs: Readonly<Record<string, string>> };

export function readTriggers(on: JsonObject): Triggers {
  only(on, 'on', ['push', 'pull_request', 'workflow_dispatch']);
  return {
    push: branches(on['push'], 'on.push'),
    pullRequest: branches(on['pull_request'], 'on.pull_request'),
    dispatch: on['workflow_dispatch'] === undefined ? null : dispatchInputs(on['workflow_dispatch']),
  };
}

/** The context `inputs` that an event leads to. Throws where it does not start the workflow, or is refused by GitHub. */
export function inputsOf(triggers: Triggers, event: Event): JsonObject {
  if (event.name === 'workflow_dispatch') {
    if (triggers.dispatch === null) throw new Error('the workflow has no workflow_dispatch');
    return dispatched(triggers.dispatch, event.inputs);
  }
  const [names, branch] = event.name === 'push' ? [triggers.push, event.branch] : [triggers.pullRequest, event.base];
  if (names?.includes(branch) !== true) throw new Error(`the workflow is not started by ${event.name} for ${branch}`);
  return {};
}

function dispatched(declared: readonly DispatchInput[], given: Readonly<Record<string, string>>): JsonObject {
  const unexpected = Object.keys(given).filter((name) => !declared.some((input) => input.name === name));
  if (unexpected.length > 0) throw new Error(`Unexpected inputs provided: ${unexpected.join(', ')}`);
  return Object.fromEntries(
    declared.map((input) => [input.name, dispatchedValue(input, given[input.name] ?? input.default)]),
  );
}

function dispatchedValue({ name, type, options, required }: DispatchInput, value: string): Json {
  if (required && value === '') throw new Error(`Required input '${name}' not provided`);
  if (type === 'choice' && !options.includes(value))
    throw new Error(`Provided value '${value}' for input '${name}' not in the list of allowed values`);
  if (type !== 'boolean') return value;
  if (value !== 'true' && value !== 'false')
    throw new Error(`Provided value '${value}' for input '${name}' is no boolean`);
  return value === 'true';
}

function dispatchInputs(value: Json): readonly DispatchInput[] {
  const trigger = object(value, 'on.workflow_dispatch');
  only(trigger, 'on.workflow_dispatch', ['inputs']);
  return Object.entries(object(trigger['inputs'], 'on.workflow_dispatch.inputs')).map(([name, input]) =>
    dispatchInput(name, object(input, name)),
  );
}

function dispatchInput(name: string, input: JsonObject): DispatchInput {
  const where = `on.workflow_dispatch.inputs.${name}`;
  only(input, where, ['description', 'type', 'options', 'required', 'default']);
  const type = text(input, 'type', where);
  if (type !== 'string' && type !== 'boolean' && type !== 'choice') throw new Error(`${where}: type ${type}`);
  const options = type === 'choice' ? list(input['options'], `${where}.options`).map(String) : [];
  const given = textOrNull(input, 'default', where) ?? (type === 'boolean' ? 'false' : '');
  if (type === 'choice' && !options.includes(given)) throw new Error(`${where}: the default is not among the options`);
  return { name, type, options, required: input['required'] === true, default: given };
}

function branches(value: Json | undefined, where: string): readonly string[] | null {
  if (value === undefined) return null;
  const trigger = object(value, where);
  only(trigger, where, ['branches']);
  return list(trigger['branches'], `${where}.branches`).map(String);
}
