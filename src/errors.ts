/** One thing that went wrong, in the four parts that a reader needs. */
export interface Fault {
  /** What was tried, as a clause: `read the deployment group`. */
  readonly tried: string;
  /** On what: `AppECS-shop-web / DgpECS-shop-web`. */
  readonly on: string;
  /** Why it failed, as AWS, Docker or we know it. */
  readonly why: string;
  /** How to repair it, as an instruction. */
  readonly repair: string;
}

/** Renders a fault as one paragraph: what, on what, why; then the repair on a line of its own. */
export function describeFault(fault: Fault): string {
  return `Could not ${fault.tried} (${fault.on}): ${fault.why}\n${fault.repair}`;
}

/** A step of the run that failed; always carries what was tried, on what, why and the repair. */
export class StepError extends Error {
  override readonly name = 'StepError';
  readonly fault: Fault;
  constructor(fault: Fault, options?: ErrorOptions) {
    super(describeFault(fault), options);
    this.fault = fault;
  }
}

/** Everything that speaks against a deployment, found before anything was built or written. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError';
  readonly refusals: readonly Fault[];
  constructor(refusals: readonly Fault[]) {
    super(refusals.map(describeFault).join('\n\n'));
    this.refusals = refusals;
  }
}

/** An input whose value cannot be used. `received` never holds the value of a secret. */
export interface InputFault {
  readonly input: string;
  readonly received: string;
  readonly allowed: string;
}

/** All faults of all inputs, together. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly faults: readonly InputFault[];
  constructor(faults: readonly InputFault[]) {
    super(faults.map(describeInputFault).join('\n'));
    this.faults = faults;
  }
}

export function describeInputFault(fault: InputFault): string {
  return `Input '${fault.input}': received ${fault.received}; allowed: ${fault.allowed}`;
}

/** The message of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
