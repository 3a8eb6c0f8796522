/** A task before the deployment as a real container: `node scripts/engine.ts -- npm test -- __tests__/e2e/run-task-docker`. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { baseImage } from '../../scripts/base-image.ts';
import { SERVER } from '../sandbox/runtime/docker/fixture.ts';
import { engineIsThere } from '../sandbox/runtime/docker/rig.ts';
import { errorsOf, LIMIT_MS, type Rig, withRig } from './rig.ts';

const logConfiguration = {
  logDriver: 'awslogs' as const,
  options: { 'awslogs-group': '/ecs/web', 'awslogs-stream-prefix': 'web' },
};

let base: string;

/** A service of one task that answers, on a clock that leaves a container time to do its work. */
function withService(work: (rig: Rig) => Promise<void>): Promise<void> {
  const container = { name: 'app', image: base, command: ['node', '-e', SERVER], logConfiguration };
  const app = { ...container, portMappings: [{ containerPort: 8080 }] };
  const stack = { desiredCount: 1, terminationWaitMinutes: 0, definition: { containerDefinitions: [app] } };
  return withRig({ tasks: 'docker', speed: 20, stack }, work);
}

const inputs = (script: string) => ({
  'environment-variables': 'VERSION=2',
  'run-task': 'true',
  'run-task-container-overrides': JSON.stringify([
    { name: 'app', command: ['node', '-e', script], environment: [{ name: 'FOR', value: 'migration' }] },
  ]),
});

(engineIsThere ? describe : describe.skip)('with a Docker engine', () => {
  beforeAll(async () => {
    base = await baseImage();
  }, 120_000);

  test(
    'the command runs with the new revision and its own environment, its lines are in the job, and it is deployed',
    () =>
      withService(async (rig) => {
        const script = "console.log('migrated to', process.env.VERSION, 'as', process.env.FOR)";
        const { exitCode, output, outputs } = await rig.run(inputs(script));
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(output).toContain('  | migrated to 2 as migration');
        expect(outputs['result']).toBe('succeeded');
      }),
    LIMIT_MS,
  );

  test(
    'an exit code of its own is told, and nothing is deployed',
    () =>
      withService(async (rig) => {
        const { exitCode, output } = await rig.run(inputs("console.error('no such table'); process.exit(3)"));
        expect(exitCode).toBe(1);
        expect(output).toContain('  | no such table');
        expect(errorsOf(output)).toContain('container app ended with exit code 3. Nothing was deployed.');
        expect(await rig.writes()).toEqual(['RegisterTaskDefinition', 'RunTask']);
      }),
    LIMIT_MS,
  );
});
