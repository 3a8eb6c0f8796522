import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Tag } from '@aws-sdk/client-cloudformation';
import { type ResourceHandler } from '../../../sandbox/cloudformation/resources/handler.ts';
import { handlers } from '../../../sandbox/cloudformation/resources/index.ts';
import { topic } from './scripted.ts';
import { STACK, type Stage, startStage, template } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const team: Tag[] = [{ Key: 'team', Value: 'web' }];
const recorded = template({
  Topic: topic('x', {}, { Tags: [{ Key: 'own', Value: '1' }] }),
  Parameter: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: 'v', Tags: { team: 'own' } } },
  Policy: { Type: 'AWS::SNS::TopicPolicy', Properties: { Topics: [{ Ref: 'Topic' }], PolicyDocument: {} } },
});

const propertiesOf = (id: string) =>
  [...stage.sandbox.world.cloudformation.stacks.values()][0]?.resources.get(id)?.properties;

const update = async (Tags: Tag[] | undefined): Promise<void> => {
  await stage.cfn.updateStack({ StackName: STACK, UsePreviousTemplate: true, Tags });
  await stage.pass();
};

test("a stack's tags come to recorded resources that take tags, behind their own", async () => {
  await stage.launch(recorded, { Tags: team });
  expect(propertiesOf('Topic')?.['Tags']).toEqual([...team, { Key: 'own', Value: '1' }]);
  expect(propertiesOf('Parameter')?.['Tags']).toEqual({ team: 'own' });
  expect(propertiesOf('Policy')).toEqual({ Topics: [expect.any(String)], PolicyDocument: {} });
  expect((await stage.cfn.describeStacks({ StackName: STACK })).Stacks?.[0]?.Tags).toEqual(team);
});

test('they stay where an update names none, and change and go where it does', async () => {
  await stage.launch(recorded, { Tags: team });
  await expect(update(undefined)).rejects.toThrow('No updates are to be performed.');
  await update([{ Key: 'team', Value: 'shop' }]);
  expect(propertiesOf('Topic')?.['Tags']).toContainEqual({ Key: 'team', Value: 'shop' });
  await update([]);
  expect(propertiesOf('Topic')?.['Tags']).toEqual([{ Key: 'own', Value: '1' }]);
  expect((await stage.story()).filter((line) => line.startsWith('Parameter UPDATE'))).toEqual([]);
});

test('a live type gets them beside its properties, and is updated when they change', async () => {
  const calls: string[] = [];
  const handler: ResourceHandler = {
    create(properties, { stackTags }) {
      calls.push(`create ${JSON.stringify([properties, [...stackTags]])}`);
      return { physicalId: 'x', ref: 'x', attributes: {} };
    },
    update(made, properties, _previous, { stackTags }) {
      calls.push(`update ${JSON.stringify([properties, [...stackTags]])}`);
      return made;
    },
  };
  // Read-only for the sandbox, and each test file has modules of its own.
  (handlers as Map<string, ResourceHandler>).set('AWS::SNS::Topic', handler);
  await stage.launch(template({ Topic: topic('x') }), { Tags: team });
  await update([{ Key: 'team', Value: 'shop' }]);
  expect(calls).toEqual([
    'create [{"DisplayName":"x"},[["team","web"]]]',
    'update [{"DisplayName":"x"},[["team","shop"]]]',
  ]);
});
