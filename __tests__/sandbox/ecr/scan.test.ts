/** The setting `imageScans`, set over the wire and read by the real port. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { CreateRepositoryCommand, PutImageCommand } from '@aws-sdk/client-ecr';
import { type Aws } from '../../../src/ports/aws/aws.ts';
import { environmentOf, openedAccount, type Opened, useEnvironment } from '../../ports/aws/account.ts';
import { control } from '../account.ts';
import { manifestOf } from './fixture.ts';

let account: Opened;
let aws: Aws;
let restore: () => void;
let digest: string;

beforeAll(async () => {
  account = await openedAccount();
  restore = useEnvironment(environmentOf(account));
  aws = await account.open();
  await account.clients.ecr.send(new CreateRepositoryCommand({ repositoryName: 'scanned' }));
  const image = { repositoryName: 'scanned', imageManifest: manifestOf('a'), imageTag: 'v1' };
  digest = (await account.clients.ecr.send(new PutImageCommand(image))).image?.imageId?.imageDigest ?? '';
});
afterAll(async () => {
  restore();
  await account.close();
});
beforeEach(() => set({}));

async function set(imageScans: unknown): Promise<void> {
  const [status, answer] = await control(account.url, 'PATCH', 'settings', { imageScans });
  if (status !== 200) throw new Error(JSON.stringify(answer));
}

const FINDINGS = [
  { name: 'CVE-1', severity: 'HIGH', package: 'openssl', version: '3.0.1', fixedIn: '3.0.2' },
  { name: 'CVE-2', severity: 'LOW', package: 'zlib', version: '1.2' },
];
const read = [
  { name: 'CVE-1', severity: 'HIGH', packages: 'openssl 3.0.1', fixedIn: '3.0.2' },
  { name: 'CVE-2', severity: 'LOW', packages: 'zlib 1.2', fixedIn: null },
];

test('never scanned', async () => {
  expect(await aws.ecr.scanFindings('scanned', digest)).toBeNull();
});

test.each([
  ['basic', 'COMPLETE', 'IN_PROGRESS'],
  ['enhanced', 'ACTIVE', 'PENDING'],
])('a %s scan: %s, and %s before', async (kind, status, before) => {
  const afterMs = account.clock.now() + 60_000;
  await set({ '*': { kind, status, afterMs, findings: FINDINGS } });
  expect(await aws.ecr.scanFindings('scanned', digest)).toMatchObject({ status: before, findings: [] });
  await set({ v1: { kind, status, findings: FINDINGS } });
  expect(await aws.ecr.scanFindings('scanned', digest)).toMatchObject({ status, findings: read });
});

test('findings in more than one page', async () => {
  const findings = Array.from({ length: 1_500 }, (_, at) => ({ name: `CVE-${at}`, severity: 'LOW' }));
  await set({ '*': { kind: 'enhanced', status: 'ACTIVE', findings } });
  expect((await aws.ecr.scanFindings('scanned', digest))?.findings).toHaveLength(1_500);
});

test.each([
  ['no object', []],
  ['no kind', { '*': { status: 'ACTIVE', findings: [] } }],
  ['findings without a severity', { '*': { kind: 'basic', status: 'ACTIVE', findings: [{ name: 'a' }] } }],
])('the setting refuses %s', async (_name, imageScans) => {
  const [status] = await control(account.url, 'PATCH', 'settings', { imageScans });
  expect(status).toBe(400);
});
