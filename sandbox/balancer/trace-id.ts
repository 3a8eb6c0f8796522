/** X-Amzn-Trace-Id as an ALB sends it (ELB User Guide for ALB: request tracing). */
import { randomBytes } from 'node:crypto';
import { type Clock } from '../clock.ts';

export class TraceIds {
  private readonly clock: Clock;
  /** With the count behind it, 24 hexadecimal digits that no other sandbox gives. */
  private readonly start = randomBytes(8).toString('hex');
  private count = 0;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /**
   * No header: `Root=1-67891233-abcdef012345678912345678`. One with a root gets a `Self` in front, or another in place
   * of its own; one without a root gets a root. Other fields stay.
   */
  header(given: string | undefined): string {
    if (given === undefined || given === '') return `Root=${this.id()}`;
    const fields = given.split(';').map((field) => field.trim());
    const rest = fields.filter((field) => field !== '' && !/^self=/i.test(field));
    const hasRoot = rest.some((field) => /^root=/i.test(field));
    return [`${hasRoot ? 'Self' : 'Root'}=${this.id()}`, ...rest].join(';');
  }

  private id(): string {
    this.count = (this.count + 1) >>> 0;
    const seconds = Math.floor(this.clock.now() / 1000).toString(16);
    return `1-${seconds}-${this.start}${this.count.toString(16).padStart(8, '0')}`;
  }
}
