import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { INPUT_NAMES } from '../../src/inputs/names.ts';
import { editDistance, nearest, nearMisses } from '../../src/inputs/near.ts';
import { DEPLOY_INPUTS, type PeerInput, refusedPeerInputs } from '../../src/inputs/peer.ts';
import { RENDER_INPUTS } from '../../src/inputs/peer-render.ts';
import { variableOf } from '../../src/inputs/reading.ts';

describe('near misses', () => {
  test.each([
    ['servce', 'service'],
    ['services', 'service'],
    ['sevrice', 'service'],
    ['task_definition', 'task-definition'],
    ['taskdefinition', 'task-definition'],
    ['task definition', 'task-definition'],
    ['tag', 'tags'],
    ['imgae', 'image'],
    ['secret', 'secrets'],
    ['environment-variable', 'environment-variables'],
    ['codedeploy-deploymentgroup', 'codedeploy-deployment-group'],
    ['wait-for-minute', 'wait-for-minutes'],
    ['forcenewdeployment', 'force-new-deployment'],
  ])('%s means %s', (name, meant) => {
    const faults = nearMisses({ [variableOf(name)]: 'a value' });
    expect(faults).toHaveLength(1);
    expect(faults[0]?.allowed).toContain(`did you mean '${meant}'?`);
    expect(JSON.stringify(faults)).not.toContain('a value');
  });

  // Inputs of other actions, and words that are near by accident only.
  test.each([
    ...['role', 'time', 'mode', 'name', 'type', 'push', 'pull', 'load', 'builder', 'platforms', 'labels', 'outputs'],
    ...['no-cache', 'cache-from', 'cache-to', 'build-contexts', 'secret-files', 'secret-envs', 'ssh', 'github-token'],
    ...['aws-region', 'role-to-assume', 'registry', 'registries', 'mask-password', 'dry-run', 'environment', 'region'],
  ])('%s is nothing of ours', (name) => {
    expect(nearMisses({ [variableOf(name)]: 'x' })).toEqual([]);
  });

  test('no input of the other actions is a near miss', () => {
    const variables = [...DEPLOY_INPUTS, ...RENDER_INPUTS].map(({ name }) => [variableOf(name), 'x']);
    expect(nearMisses(Object.fromEntries(variables) as Record<string, string>)).toEqual([]);
  });

  test('our own names are never misses of each other', () => {
    expect(nearMisses(Object.fromEntries(INPUT_NAMES.map((name) => [variableOf(name), 'x'])))).toEqual([]);
  });

  test('one slip in a long name is always found', () => {
    const long = INPUT_NAMES.filter((name) => name.length > 8);
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), fc.constantFrom('x', '7', ''), (name, at, instead) => {
        const place = at % name.length;
        expect(nearest(name.slice(0, place) + instead + name.slice(place + 1))).not.toBeNull();
      }),
    );
  });

  test.each([
    ['', '', 0],
    ['a', '', 1],
    ['image', 'images', 1],
    ['imgae', 'image', 1],
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
  ])('from %j to %j are %i edits', (from, to, edits) => {
    expect(editDistance(from, to)).toBe(edits);
    expect(editDistance(to, from)).toBe(edits);
  });
});

describe('inputs of the actions that people come from', () => {
  const tables: [string, readonly PeerInput[]][] = [
    ['deploy', DEPLOY_INPUTS],
    ['render', RENDER_INPUTS],
  ];

  test.each(tables)('%s: each once, with a reason; honoured ones are ours, others are not', (_action, table) => {
    expect(new Set(table.map(({ name }) => name)).size).toBe(table.length);
    const ours: readonly string[] = INPUT_NAMES;
    for (const { name, verdict, why } of table) {
      expect(why).toMatch(/^.+\.$/s);
      expect([name, ours.includes(name)]).toEqual([name, verdict.startsWith('honoured')]);
    }
  });

  // aws-actions/amazon-ecs-deploy-task-definition v2.6.3, as the runner lists them.
  test('every input of the deploy action is there', () => {
    const names =
      'task-definition desired-count service cluster wait-for-service-stability wait-for-minutes wait-max-delay-seconds ' +
      'codedeploy-appspec codedeploy-application codedeploy-deployment-group codedeploy-deployment-description ' +
      'codedeploy-deployment-config force-new-deployment service-managed-ebs-volume-name service-managed-ebs-volume ' +
      'run-task run-task-container-overrides run-task-security-groups run-task-subnets run-task-assign-public-IP ' +
      'run-task-capacity-provider-strategy run-task-launch-type run-task-started-by run-task-tags ' +
      'run-task-managed-ebs-volume-name run-task-managed-ebs-volume wait-for-task-stopped enable-ecs-managed-tags ' +
      'propagate-tags keep-null-value-keys max-retries';
    expect(DEPLOY_INPUTS.map(({ name }) => name)).toEqual(expect.arrayContaining(names.split(' ')));
  });

  test('a refused input is silent when it asks for nothing, and only the refused ones speak', () => {
    const all = [...DEPLOY_INPUTS, ...RENDER_INPUTS];
    const quiet = all.map(({ name, harmless }) => [variableOf(name), ` ${(harmless?.[0] ?? '').toUpperCase()} `]);
    expect(refusedPeerInputs(Object.fromEntries(quiet) as Record<string, string>)).toEqual([]);
    const loud = Object.fromEntries(all.map(({ name }) => [variableOf(name), 'x']));
    const refused = all.filter(({ verdict }) => verdict === 'refused').map(({ name }) => name);
    expect(refusedPeerInputs(loud).map(({ input }) => input)).toEqual([...new Set(refused)]);
  });
});
