import { describe, expect, test } from '@jest/globals';
import { StepError } from '../../src/errors.ts';
import { AwsCallError } from '../../src/ports/aws/error.ts';
import { consoleNames } from '../../src/target/console-names.ts';
import { findGroup, type FoundGroup } from '../../src/target/find-group.ts';
import { placeOf } from '../../src/target/place.ts';
import { failure, fakeAws, group, REGION, world, type World } from './fake-aws.ts';

const CONSOLE = 'AppECS-shop-web/DgpECS-shop-web';
const MADE = 'shop-app/web-group';
const none = { application: null, group: null };
const DENIED = failure('codedeploy', 'GetDeploymentGroup', CONSOLE, 'AccessDeniedException', 'not authorized');

interface Search {
  readonly world: Partial<World>;
  readonly given?: { readonly application: string | null; readonly group: string | null };
  readonly madeBy?: string | null;
  readonly service?: string;
}

async function search(of: Search): Promise<{ found: FoundGroup | Error; calls: readonly string[] }> {
  const { aws, calls } = fakeAws(world(of.world));
  try {
    const found = await findGroup({
      given: of.given ?? none,
      place: placeOf(REGION, 'shop', of.service ?? 'web'),
      codedeploy: aws.codedeploy,
      getDeployment: (id) => aws.codedeploy.getDeployment(id),
      madeBy: () => Promise.resolve(of.madeBy === undefined ? 'd-MADEPRIM1' : of.madeBy),
    });
    return { found, calls };
  } catch (error) {
    return { found: error as Error, calls };
  }
}

interface Found {
  readonly name: string;
  readonly of: Search;
  readonly is: string;
  readonly by: string;
  readonly calls: readonly string[];
}

describe('findGroup', () => {
  test.each<Found>([
    {
      name: 'both inputs: nothing else is asked',
      of: { world: { groups: { 'a/g': group() } }, given: { application: 'a', group: 'g' } },
      is: 'a/g',
      by: 'inputs',
      calls: ['GetDeploymentGroup a/g'],
    },
    {
      name: 'the deployment that made PRIMARY goes before the console’s names',
      of: { world: { groups: { [MADE]: group(), [CONSOLE]: group() } } },
      is: MADE,
      by: 'the deployment that made the PRIMARY task set',
      calls: ['GetDeployment d-MADEPRIM1', `GetDeploymentGroup ${MADE}`],
    },
    {
      name: 'no such deployment: the console’s names',
      of: { world: { groups: { [CONSOLE]: group() }, deployments: {} } },
      is: CONSOLE,
      by: 'the console’s names',
      calls: ['GetDeployment d-MADEPRIM1', `GetDeploymentGroup ${CONSOLE}`],
    },
    {
      name: 'the deployment’s group is gone: the console’s names',
      of: { world: { groups: { [CONSOLE]: group() } } },
      is: CONSOLE,
      by: 'the console’s names',
      calls: ['GetDeployment d-MADEPRIM1', `GetDeploymentGroup ${MADE}`, `GetDeploymentGroup ${CONSOLE}`],
    },
    {
      name: 'no externalId: the console’s names at once',
      of: { world: { groups: { [CONSOLE]: group() } }, madeBy: null },
      is: CONSOLE,
      by: 'the console’s names',
      calls: [`GetDeploymentGroup ${CONSOLE}`],
    },
    {
      name: 'application alone: with the console’s group',
      of: { world: { groups: { 'a/DgpECS-shop-web': group() } }, given: { application: 'a', group: null } },
      is: 'a/DgpECS-shop-web',
      by: 'one input and the console’s names',
      calls: ['GetDeploymentGroup a/DgpECS-shop-web'],
    },
    {
      name: 'group alone: with the console’s application',
      of: { world: { groups: { 'AppECS-shop-web/g': group() } }, given: { application: null, group: 'g' } },
      is: 'AppECS-shop-web/g',
      by: 'one input and the console’s names',
      calls: ['GetDeploymentGroup AppECS-shop-web/g'],
    },
    {
      name: 'application alone, no group of the console: the deployment that made PRIMARY, if it fits',
      of: { world: {}, given: { application: 'shop-app', group: null } },
      is: MADE,
      by: 'the deployment that made the PRIMARY task set',
      calls: ['GetDeploymentGroup shop-app/DgpECS-shop-web', 'GetDeployment d-MADEPRIM1', `GetDeploymentGroup ${MADE}`],
    },
  ])('$name', async ({ of, is, by, calls }) => {
    const answer = await search(of);
    expect(answer.calls).toEqual(calls);
    expect(answer.found).toMatchObject({ application: is.split('/')[0], name: is.split('/')[1], foundBy: by });
  });

  test('a denied deployment falls on to the console’s names, and is remembered', async () => {
    const denied = failure('codedeploy', 'GetDeployment', 'd-MADEPRIM1', 'AccessDeniedException');
    const { found } = await search({
      world: { groups: { [CONSOLE]: group() }, deployments: { 'd-MADEPRIM1': denied } },
    });
    expect(found).toMatchObject({ foundBy: 'the console’s names', denied });
  });

  test.each<[string, Search, string, string]>([
    [
      'nothing found',
      { world: { groups: {}, deployments: {} } },
      'none of these names exists: AppECS-shop-web / DgpECS-shop-web; deployment d-MADEPRIM1, that made the PRIMARY task set: DeploymentDoesNotExistException',
      "Set inputs 'codedeploy-application' and 'codedeploy-deployment-group'. What is there: aws deploy list-applications --region eu-west-1",
    ],
    [
      'the application does not fit the deployment',
      { world: {}, given: { application: 'a', group: null } },
      'a / DgpECS-shop-web; deployment d-MADEPRIM1 names no group that fits the inputs',
      "Set inputs 'codedeploy-application'",
    ],
    [
      'a guessed name may not be read',
      { world: { groups: { [CONSOLE]: DENIED } }, madeBy: null },
      'these names do not exist or may not be read: AppECS-shop-web / DgpECS-shop-web',
      `If the group has one of the names above: Add this statement to the policy of the role that the step runs as: {"Effect":"Allow","Action":"codedeploy:GetDeploymentGroup","Resource":"arn:aws:codedeploy:eu-west-1:*:deploymentgroup:${CONSOLE}"}`,
    ],
  ])('refuses: %s', async (_, of, why, repair) => {
    const { found } = await search(of);
    expect(found).toBeInstanceOf(StepError);
    if (!(found instanceof StepError)) return;
    expect(found.fault.why).toContain(why);
    expect(found.fault.repair).toContain(repair);
  });

  test.each<[string, Search]>([
    [
      'a throttled deployment',
      { world: { deployments: { 'd-MADEPRIM1': failure('codedeploy', 'GetDeployment', 'd', 'ThrottlingException') } } },
    ],
    ['a denied group of the deployment', { world: { groups: { [MADE]: DENIED } } }],
    ['a denied group of the inputs', { world: { groups: { 'a/g': DENIED } }, given: { application: 'a', group: 'g' } }],
  ])('does not guess on after %s', async (_, of) => {
    const { found, calls } = await search(of);
    expect(found).toBeInstanceOf(AwsCallError);
    expect(calls).not.toContain(`GetDeploymentGroup ${CONSOLE}`);
  });
});

describe('consoleNames', () => {
  const long = 'c'.repeat(50);
  test.each<[string, string, string, readonly string[]]>([
    ['short names', 'shop', 'web', ['AppECS-shop-web']],
    ['47 characters stay', 'c'.repeat(47), 'web', [`AppECS-${'c'.repeat(47)}-web`]],
    ['each name is cut at 47, then tried whole', long, 'web', [`AppECS-${'c'.repeat(47)}-web`, `AppECS-${long}-web`]],
    ['no name has more than 100 characters', long, 's'.repeat(48), []],
  ])('%s', (_, cluster, service, applications) => {
    expect(consoleNames({ cluster, service }, none).map(({ application }) => application)).toEqual(applications);
  });
});
