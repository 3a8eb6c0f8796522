import { type Figure } from '../figure.ts';
import { action, emptyScript, inTurns } from './measured.ts';

const ROUNDS = 25;
const LIMIT = 3;

/** How long a step that cannot do anything keeps the runner: a missing input, and a wrong one among many. */
export async function badInput(): Promise<readonly Figure[]> {
  const inputs = {
    cluster: 'shop',
    service: 'web',
    repository: 'shop-web',
    'environment-variables': 'GREETING=hello\nPORT=8080',
    'wait-for': 'complete',
  };
  const seen = await inTurns(ROUNDS, {
    empty: emptyScript,
    missing: () => fails({}, "'service'"),
    wrong: () => fails(inputs, "'wait-for'"),
  });
  const of = ([name, kind]: readonly [string, 'missing' | 'wrong'], what: 'wallMs' | 'cpuMs'): Figure => ({
    name: `${name}: ${what === 'wallMs' ? 'time' : 'CPU'}`,
    value: seen[kind][what] / seen.empty[what],
    unit: '×',
    limit: LIMIT,
    timing: true,
    note: `${seen[kind][what].toFixed(0)} ms, an empty script ${seen.empty[what].toFixed(0)} ms; aim 1.5, peer 4.5`,
  });
  const kinds = [['a missing input', 'missing'] as const, ['a wrong input among right ones', 'wrong'] as const];
  return kinds.flatMap((kind) => [of(kind, 'wallMs'), of(kind, 'cpuMs')]);
}

function fails(inputs: Readonly<Record<string, string>>, named: string): ReturnType<typeof action> {
  return action({ inputs }, ({ exitCode, output }) => {
    if (exitCode !== 1 || !output.includes(named)) throw new Error(`It did not fail on input ${named}:\n${output}`);
  });
}
