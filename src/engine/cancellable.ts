import { type CodeDeployPort } from '../ports/aws/aws.ts';
import { type Clock } from '../ports/clock.ts';

/** A cancelled run does not wait out a pause between two attempts. */
export function endedBy(signal: AbortSignal, clock: Clock): Clock {
  return { now: () => clock.now(), sleep: (ms) => clock.sleep(ms, signal) };
}

/** A cancelled run starts nothing any more, not even as the next attempt of a call that was throttled. */
export function unlessCancelled(codedeploy: CodeDeployPort, signal: AbortSignal): CodeDeployPort {
  return {
    ...codedeploy,
    createDeployment: async (input) => {
      signal.throwIfAborted();
      return codedeploy.createDeployment(input);
    },
  };
}
