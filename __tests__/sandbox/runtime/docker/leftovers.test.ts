/** What is removed of killed sandboxes, on an engine of paper. */
import { expect, test } from '@jest/globals';
import { type Json, type JsonObject } from '../../../../sandbox/json.ts';
import { type Engine } from '../../../../sandbox/runtime/docker/engine.ts';
import { removeLeftovers } from '../../../../sandbox/runtime/docker/leftovers.ts';
import { currentOwner, writeOwner } from '../../../../sandbox/runtime/docker/owner.ts';

const GONE = writeOwner({ ...currentOwner(), boot: 'an earlier one' });
const LIVES = writeOwner(currentOwner());

const labels = (sandbox: string, owner: string, pulled = ''): JsonObject => ({
  'ecs-blue-green.sandbox': sandbox,
  'ecs-blue-green.owner': owner,
  'ecs-blue-green.pulled': pulled,
});

interface Held extends JsonObject {
  readonly Id: string;
  readonly Labels: JsonObject;
}

interface Holding {
  readonly containers: readonly Held[];
  readonly networks: readonly Held[];
}

/** Answers its lists by the label that they are filtered by; `asked` has what was to be removed. */
function paperEngine(holding: Holding) {
  const asked: string[] = [];
  const gone = new Set<string>();
  const fits =
    (filters: string) =>
    ({ Id, Labels }: Held) => {
      const id = /sandbox=([^"]*)/.exec(filters)?.[1];
      return !gone.has(Id) && (id === undefined || Labels['ecs-blue-green.sandbox'] === id);
    };
  const engine: Engine = {
    version: '0',
    address: { kind: 'socket', path: '/nowhere' },
    call(method, path, options): Promise<Json> {
      const filter = fits(options?.query?.['filters'] ?? '');
      if (method === 'DELETE') {
        asked.push(path);
        gone.add(path.replace('/containers/', ''));
        return Promise.resolve(null);
      }
      if (path === '/containers/json') return Promise.resolve(holding.containers.filter(filter));
      if (path === '/networks') return Promise.resolve(holding.networks.filter(filter));
      return Promise.resolve({ Volumes: null });
    },
    open: () => Promise.reject(new Error('not asked for')),
    close: () => Promise.resolve(),
  };
  return { engine, asked };
}

test('only what sandboxes left that are gone is removed, with the images of their registries', async () => {
  const { engine, asked } = paperEngine({
    containers: [
      { Id: 'c1', Labels: labels('aaaaaaaaaaaa', GONE, '127.0.0.1:4000/web:v1') },
      { Id: 'c2', Labels: labels('aaaaaaaaaaaa', GONE, 'postgres:16') },
      { Id: 'c3', Labels: labels('bbbbbbbbbbbb', LIVES, '127.0.0.1:4001/web:v1') },
      { Id: 'c4', Labels: labels('cccccccccccc', 'no owner') },
      { Id: 'c5', Labels: labels('', GONE) },
      { Id: 'c6', Labels: labels('a label with "quotes"', GONE) },
    ],
    networks: [
      { Id: 'n1', Labels: labels('aaaaaaaaaaaa', GONE) },
      { Id: 'n2', Labels: labels('bbbbbbbbbbbb', LIVES) },
      { Id: 'n3', Labels: labels('dddddddddddd', GONE) },
    ],
  });
  expect(await removeLeftovers(engine)).toEqual(['aaaaaaaaaaaa', 'dddddddddddd']);
  expect(asked).toEqual([
    '/containers/c1',
    '/containers/c2',
    '/networks/n1',
    '/images/127.0.0.1%3A4000/web%3Av1',
    '/networks/n3',
  ]);
});
