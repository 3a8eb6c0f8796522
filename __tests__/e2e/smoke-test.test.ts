/** A command that decides over the shift, in the step that started the deployment. */
import { describe, expect, test } from '@jest/globals';
import { annotations, commandsIn, DIGEST_ELSEWHERE, errorsOf, LIMIT_MS, type Rig, type RigOptions, warningsOf, withRig } from './rig.ts';
import { signalled } from './signalled.ts';

const waits = { speed: 30, real: true, stack: { readyWaitMinutes: 30 } } as const satisfies RigOptions;

const image = DIGEST_ELSEWHERE;

describe('passes', () => {
  test.concurrent(
    'through the test listener the new version answers, while production still has the old one',
    () =>
      withRig(waits, async (rig) => {
        const command = `
          curl -sS --fail "$TEST_URL/health" > green.json
          curl -sS --fail "$PRODUCTION_URL/health" > blue.json
          echo "green $(cat green.json)"
          echo "blue $(cat blue.json)"
          printenv CODEDEPLOY_DEPLOYMENT_ID TASK_DEFINITION IMAGE CLUSTER SERVICE | sed 's/^/told /'
        `;
        const { exitCode, output, outputs } = await rig.run({ image, 'smoke-test': command });
        console.log(output);
        expect(exitCode).toBe(0);
        expect(outputs['result']).toBe('succeeded');
      }),
    LIMIT_MS,
  );
});
