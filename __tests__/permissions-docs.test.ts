import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const ports = join(import.meta.dirname, '../src/ports/aws');
const page = readFileSync(join(import.meta.dirname, '../docs/permissions.md'), 'utf8');

/** Client package to IAM's prefix (IAM service authorization reference). */
const PREFIXES: Readonly<Record<string, string>> = {
  'client-application-auto-scaling': 'application-autoscaling',
  'client-cloudwatch': 'cloudwatch',
  'client-cloudwatch-logs': 'logs',
  'client-codedeploy': 'codedeploy',
  'client-ecr': 'ecr',
  'client-ecs': 'ecs',
  'client-elastic-load-balancing-v2': 'elasticloadbalancing',
};

/** Every operation that a port sends, as IAM names it. */
function actionsOf(text: string): readonly string[] {
  const prefix = PREFIXES[/@aws-sdk\/(client-[a-z0-9-]+)/.exec(text)?.[1] ?? ''] ?? '?';
  return [...text.matchAll(/new ([A-Z]\w+)Command\(/g)].map(([, operation]) => `${prefix}:${operation ?? ''}`);
}

const sent = readdirSync(ports).flatMap((name) => actionsOf(readFileSync(join(ports, name), 'utf8')));

test('the ports send calls of every service', () => {
  expect(new Set(sent.map((action) => action.split(':')[0]))).toEqual(new Set(Object.values(PREFIXES)));
});

test.each([...new Set(sent)])('%s is in docs/permissions.md', (action) => {
  expect(page).toMatch(new RegExp(`${action}\\b`));
});
