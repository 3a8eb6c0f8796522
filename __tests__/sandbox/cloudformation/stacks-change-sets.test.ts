import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type CreateChangeSetCommandInput, type DescribeChangeSetCommandOutput } from '@aws-sdk/client-cloudformation';
import { type Script, scriptTopics, topic } from './scripted.ts';
import { parameter, type Stage, startStage, template } from './stage.ts';

let stage: Stage;
let script: Script;
beforeEach(async () => {
  script = scriptTopics();
  stage = await startStage();
});
afterEach(() => stage.close());

const named = { StackName: 'shop', ChangeSetName: 'next' };
const one = template({ First: topic('old') });

async function propose(
  TemplateBody: string,
  given: Partial<CreateChangeSetCommandInput> = {},
): Promise<DescribeChangeSetCommandOutput> {
  await stage.cfn.createChangeSet({ ...named, TemplateBody, ...given });
  await stage.pass(1_000);
  return stage.cfn.describeChangeSet({
    ...named,
    ...(given.ChangeSetName !== undefined && { ChangeSetName: given.ChangeSetName }),
  });
}

describe('a change set for a new stack', () => {
  test('makes a stack in review, and the stack itself once it is executed', async () => {
    await stage.cfn.createChangeSet({ ...named, TemplateBody: one, ChangeSetType: 'CREATE', Description: 'first' });
    expect(await stage.cfn.describeChangeSet(named)).toMatchObject({
      Status: 'CREATE_IN_PROGRESS',
      ExecutionStatus: 'UNAVAILABLE',
      Changes: [],
    });
    await expect(stage.cfn.executeChangeSet(named)).rejects.toMatchObject({ name: 'InvalidChangeSetStatusException' });
    await stage.pass(1_000);
    expect(await stage.cfn.describeChangeSet(named)).toMatchObject({
      Status: 'CREATE_COMPLETE',
      ExecutionStatus: 'AVAILABLE',
      Description: 'first',
      Changes: [
        {
          Type: 'Resource',
          ResourceChange: { Action: 'Add', LogicalResourceId: 'First', ResourceType: 'AWS::SNS::Topic' },
        },
      ],
    });
    expect([await stage.status(), await stage.story()]).toEqual([
      'REVIEW_IN_PROGRESS',
      ['shop REVIEW_IN_PROGRESS: User Initiated'],
    ]);
    await stage.cfn.executeChangeSet(named);
    await stage.pass();
    expect([await stage.status(), script.calls]).toEqual(['CREATE_COMPLETE', ['create First "old"']]);
    const { ChangeSetId, ExecutionStatus } = await stage.cfn.describeChangeSet(named);
    expect(ExecutionStatus).toBe('EXECUTE_COMPLETE');
    expect((await stage.cfn.describeStacks({ StackName: 'shop' })).Stacks?.[0]?.ChangeSetId).toBe(ChangeSetId);
  });

  test('leaves the stack in review where it is deleted; that one can be deleted too', async () => {
    await propose(one, { ChangeSetType: 'CREATE' });
    await stage.cfn.deleteChangeSet(named);
    await stage.cfn.deleteChangeSet(named);
    expect((await stage.cfn.listChangeSets({ StackName: 'shop' })).Summaries).toEqual([]);
    await expect(stage.cfn.describeChangeSet(named)).rejects.toMatchObject({ name: 'ChangeSetNotFoundException' });
    await stage.cfn.deleteStack({ StackName: 'shop' });
    await stage.pass();
    await expect(stage.status()).rejects.toThrow('does not exist');
  });
});

describe('a change set for a stack', () => {
  const before = template(
    { First: topic({ Ref: 'Text' }), Second: topic({ Ref: 'First' }), Third: topic('3'), Gone: topic('g') },
    { Parameters: { Text: { Type: 'String', Default: 'a' } } },
  );

  test('tells what would change, why, and whether it is replaced', async () => {
    await stage.launch(before);
    const after = template(
      {
        First: topic({ Ref: 'Text' }, { UpdateReplacePolicy: 'Retain' }, { TopicName: { Ref: 'Text' } }),
        Second: topic({ Ref: 'First' }),
        Third: topic('three'),
        New: topic('n'),
      },
      { Parameters: { Text: { Type: 'String', Default: 'a' } } },
    );
    const { Changes = [] } = await propose(after, { Parameters: [parameter('Text', 'b')] });
    const told = Changes.map(({ ResourceChange: each }) => [
      each?.LogicalResourceId,
      each?.Action,
      each?.Replacement,
      each?.PolicyAction,
    ]);
    expect(told).toEqual([
      ['First', 'Modify', 'True', 'ReplaceAndRetain'],
      ['Second', 'Modify', 'False', undefined],
      ['Third', 'Modify', 'False', undefined],
      ['New', 'Add', undefined, undefined],
      ['Gone', 'Remove', undefined, 'Delete'],
    ]);
    const detailsOf = (id: string) =>
      Changes.find(({ ResourceChange: each }) => each?.LogicalResourceId === id)?.ResourceChange?.Details;
    expect(detailsOf('First')).toContainEqual({
      Target: { Attribute: 'Properties', Name: 'TopicName', RequiresRecreation: 'Always' },
      Evaluation: 'Static',
      ChangeSource: 'ParameterReference',
      CausingEntity: 'Text',
    });
    expect(detailsOf('Second')).toEqual([
      {
        Target: { Attribute: 'Properties', Name: 'DisplayName', RequiresRecreation: 'Never' },
        Evaluation: 'Dynamic',
        ChangeSource: 'ResourceReference',
        CausingEntity: 'First',
      },
    ]);
    await stage.cfn.createChangeSet({ ...named, ChangeSetName: 'another', TemplateBody: one });
    await stage.cfn.executeChangeSet(named);
    await stage.pass();
    expect(await stage.status()).toBe('UPDATE_COMPLETE');
    const { Summaries = [] } = await stage.cfn.listChangeSets({ StackName: 'shop' });
    expect(Summaries.map(({ ChangeSetName: name }) => name)).toEqual(['next']);
  });

  test('without changes it fails with the words that clients look for', async () => {
    await stage.launch(one);
    expect(await propose(one)).toMatchObject({
      Status: 'FAILED',
      ExecutionStatus: 'UNAVAILABLE',
      StatusReason:
        "The submitted information didn't contain changes. Submit different information to create a change set.",
    });
    await expect(stage.cfn.executeChangeSet(named)).rejects.toMatchObject({ name: 'InvalidChangeSetStatusException' });
  });

  test('is of no use any more once the stack was changed otherwise', async () => {
    await stage.launch(one);
    await propose(template({ First: topic('new') }));
    await stage.cfn.updateStack({ StackName: 'shop', TemplateBody: template({ First: topic('newer') }) });
    await stage.pass();
    expect((await stage.cfn.describeChangeSet(named)).ExecutionStatus).toBe('OBSOLETE');
    await expect(stage.cfn.executeChangeSet(named)).rejects.toMatchObject({ name: 'InvalidChangeSetStatusException' });
  });

  test('is not found by its ARN beside the name of another stack', async () => {
    await stage.launch(one);
    await stage.launch(one, { StackName: 'other' });
    const { Id: ChangeSetName } = await stage.cfn.createChangeSet({
      ...named,
      TemplateBody: template({ First: topic('new') }),
    });
    await stage.pass();
    await expect(stage.cfn.executeChangeSet({ StackName: 'other', ChangeSetName })).rejects.toMatchObject({
      name: 'ChangeSetNotFoundException',
    });
    await stage.cfn.executeChangeSet({ StackName: 'shop', ChangeSetName });
  });

  test('nor one that was still being made then', async () => {
    await stage.launch(one);
    await stage.cfn.createChangeSet({ ...named, TemplateBody: template({ First: topic('new') }) });
    await stage.cfn.updateStack({ StackName: 'shop', TemplateBody: template({ First: topic('newer') }) });
    await stage.pass();
    expect(await stage.cfn.describeChangeSet(named)).toMatchObject({
      Status: 'CREATE_COMPLETE',
      ExecutionStatus: 'OBSOLETE',
    });
  });

  test.each<[string, Partial<CreateChangeSetCommandInput>, string]>([
    ['an import', { ChangeSetType: 'IMPORT' }, 'does not emulate change sets that import'],
    [
      'a creation of a stack that is there',
      { ChangeSetType: 'CREATE' },
      'Stack [shop] already exists and cannot be created again',
    ],
    ['a name that cannot be', { ChangeSetName: '1' }, "at 'changeSetName'"],
    ['nested stacks', { IncludeNestedStacks: true }, 'does not emulate nested stacks'],
    [
      'another type of resource',
      { TemplateBody: template({ First: { Type: 'AWS::SQS::Queue' } }) },
      'Update of resource type is not permitted',
    ],
    ['a stack that is not there', { StackName: 'none' }, 'Stack [none] does not exist'],
  ])('%s is refused', async (_name, given, message) => {
    await stage.launch(one);
    await expect(propose(one, given)).rejects.toThrow(message);
  });
});
