import { type InputFault } from '../errors.ts';
import { INPUT_DEFAULTS, type InputName, NOT_SHOWN } from './names.ts';
import { type Parsed } from './parsed.ts';
import { notShown, shown } from './shown.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The variable in which the runner hands an input over: upper case, spaces become `_`, dashes stay. */
export function variableOf(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

/** Reads inputs one by one and gathers every fault on the way. */
export class Reading {
  readonly faults: InputFault[] = [];
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  /** The value as typed; the default where it is blank. */
  raw(name: InputName): string {
    const value = this.#env[variableOf(name)] ?? '';
    return value.trim() === '' ? INPUT_DEFAULTS[name] : value;
  }

  text(name: InputName): string {
    return this.raw(name).trim();
  }

  textOrNull(name: InputName): string | null {
    const text = this.text(name);
    return text === '' ? null : text;
  }

  /** Whether a value was given that is not what an empty one stands for. */
  asksFor(name: InputName): boolean {
    return this.text(name) !== INPUT_DEFAULTS[name];
  }

  /** The parsed value; `otherwise` when there is none or when it is at fault. */
  parsed<T>(name: InputName, otherwise: T, parse: (text: string) => Parsed<T>): T {
    const text = this.text(name);
    return text === '' ? otherwise : this.settled(name, otherwise, parse(text));
  }

  settled<T>(name: InputName, otherwise: T, parsed: Parsed<T>): T {
    if (parsed.ok) {
      return parsed.value;
    }
    this.fault(name, parsed.allowed, parsed.line);
    return otherwise;
  }

  /** Notes that this input cannot be used as it is. `line`: where in its value, from 1. */
  fault(name: InputName, allowed: string, line: number | null = null): void {
    const value = this.text(name);
    const received = NOT_SHOWN.has(name) && value !== '' ? notShown(line) : shown(value);
    this.faults.push({ input: name, received, allowed });
  }
}
