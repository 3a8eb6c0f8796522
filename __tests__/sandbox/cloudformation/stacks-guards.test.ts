import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { refused, type Script, scriptTopics, topic } from './scripted.ts';
import { parameter, type Stage, startStage, template } from './stage.ts';

let stage: Stage;
let script: Script;
beforeEach(async () => {
  script = scriptTopics();
  stage = await startStage();
});
afterEach(() => stage.close());

const one = template({ First: topic('old') });
const role = (properties: object) => ({
  Type: 'AWS::IAM::Role',
  Properties: { AssumeRolePolicyDocument: { Statement: [] }, ...properties },
});

describe('a launch that is refused at once leaves no stack', () => {
  test.each([
    ['a name that cannot be', { StackName: '1shop' }, 'ValidationError', '[a-zA-Z][-a-zA-Z0-9]*'],
    [
      'a template by its address',
      { TemplateURL: 'https://s3/t', TemplateBody: undefined },
      'ValidationError',
      'give the template itself',
    ],
    ['no template', { TemplateBody: undefined }, 'ValidationError', 'Template URL or Template Body'],
    ['a template of more than 51,200 bytes', { TemplateBody: one + ' '.repeat(51_200) }, 'ValidationError', '51200'],
    ['two words on failure', { OnFailure: 'DELETE', DisableRollback: true }, 'ValidationError', 'not both'],
    [
      'a role without its capability',
      { TemplateBody: template({ R: role({}) }) },
      'InsufficientCapabilitiesException',
      'Requires capabilities : [CAPABILITY_IAM]',
    ],
    [
      'a named role with too small a capability',
      { TemplateBody: template({ R: role({ RoleName: 'x' }) }), Capabilities: ['CAPABILITY_IAM'] },
      'InsufficientCapabilitiesException',
      'Requires capabilities : [CAPABILITY_NAMED_IAM]',
    ],
    [
      'a nested stack',
      { TemplateBody: template({ N: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'x' } } }) },
      'ValidationError',
      'N (AWS::CloudFormation::Stack)',
    ],
    [
      'a type that there is not',
      { TemplateBody: template({ N: { Type: 'AWS::SNS::Tropic' } }) },
      'ValidationError',
      'AWS::SNS::Tropic',
    ],
    ['a parameter that the template does not have', { Parameters: [parameter('X', '1')] }, 'ValidationError', 'X'],
    [
      'a previous value where there is none',
      { Parameters: [{ ParameterKey: 'X', UsePreviousValue: true }] },
      'ValidationError',
      'not in the previous template',
    ],
    [
      'a rule that does not hold',
      {
        TemplateBody: template(
          { First: topic('x') },
          {
            Rules: { No: { Assertions: [{ Assert: { 'Fn::Equals': ['a', 'b'] }, AssertDescription: 'a is not b' }] } },
          },
        ),
      },
      'ValidationError',
      'a is not b',
    ],
    ['a reserved tag', { Tags: [{ Key: 'aws:x', Value: 'y' }] }, 'ValidationError', 'aws:'],
    ['a stack policy that is none', { StackPolicyBody: '{"Statement":[{}]}' }, 'ValidationError', 'stack policy'],
  ] as const)('%s', async (_name, given, name, message) => {
    const sent = { StackName: 'shop', TemplateBody: one, ...given } as Parameters<Stage['cfn']['createStack']>[0];
    await expect(stage.cfn.createStack(sent)).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message),
    });
    expect((await stage.cfn.listStacks({})).StackSummaries).toEqual([]);
  });

  test('a second stack of the name, until the first is deleted', async () => {
    await stage.launch(one);
    await expect(stage.launch(one)).rejects.toMatchObject({
      name: 'AlreadyExistsException',
      message: 'Stack [shop] already exists',
    });
    await stage.cfn.deleteStack({ StackName: 'shop' });
    await stage.pass();
    await stage.launch(one);
    expect(await stage.status()).toBe('CREATE_COMPLETE');
  });
});

describe('DeleteStack', () => {
  test('removes what depends on others first, keeps what is retained', async () => {
    const id = await stage.launch(
      template({ First: topic('1'), Second: topic({ Ref: 'First' }), Kept: topic('k', { DeletionPolicy: 'Retain' }) }),
    );
    await stage.cfn.deleteStack({ StackName: 'shop' });
    await stage.pass();
    expect((await stage.story(id)).slice(-7)).toEqual([
      'shop DELETE_IN_PROGRESS: User Initiated',
      'Kept DELETE_SKIPPED',
      'Second DELETE_IN_PROGRESS',
      'Second DELETE_COMPLETE',
      'First DELETE_IN_PROGRESS',
      'First DELETE_COMPLETE',
      'shop DELETE_COMPLETE',
    ]);
    expect(await stage.status(id)).toBe('DELETE_COMPLETE');
    await expect(stage.cfn.describeStacks({ StackName: 'shop' })).rejects.toThrow('Stack with id shop does not exist');
    await stage.cfn.deleteStack({ StackName: 'shop' });
  });

  test('fails with what cannot be removed, and then leaves that out', async () => {
    const id = await stage.launch(template({ First: topic('1'), Second: topic({ Ref: 'First' }) }));
    script.faults.set('Second remove', refused('It is in use.', 'ResourceInUseException'));
    await expect(stage.cfn.deleteStack({ StackName: 'shop', RetainResources: ['Second'] })).rejects.toThrow(
      'Resources to retain can only be specified for a stack in DELETE_FAILED state',
    );
    await stage.cfn.deleteStack({ StackName: 'shop' });
    await stage.pass();
    expect((await stage.story()).at(-1)).toBe(
      'shop DELETE_FAILED: The following resource(s) failed to delete: [Second]. ',
    );
    expect(script.calls.filter((call) => call.startsWith('remove'))).toEqual(['remove Second Second-2']);
    await stage.cfn.deleteStack({ StackName: 'shop', RetainResources: ['Second'] });
    await stage.pass();
    expect(await stage.status(id)).toBe('DELETE_COMPLETE');
    expect(script.calls.filter((call) => call.startsWith('remove'))).toEqual([
      'remove Second Second-2',
      'remove First First-1',
    ]);
  });

  test('what someone has removed already is no obstacle', async () => {
    const id = await stage.launch(one);
    script.faults.set('First remove', refused('Not there.', 'NotFoundException'));
    await stage.cfn.deleteStack({ StackName: 'shop' });
    await stage.pass();
    expect(await stage.status(id)).toBe('DELETE_COMPLETE');
  });

  test('gives up a creation that is under way, and forgets nothing that it made', async () => {
    script.progress.set('First settled', 'waiting');
    const id = await stage.launch(template({ First: topic('1'), Second: topic({ Ref: 'First' }) }));
    await stage.cfn.deleteStack({ StackName: 'shop' });
    await stage.pass();
    expect(await stage.status(id)).toBe('DELETE_COMPLETE');
    expect(script.calls).toEqual(['create First "1"', 'remove First First-1']);
  });

  test('is refused under termination protection, and while the stack is updated', async () => {
    await stage.launch(one, { EnableTerminationProtection: true });
    await expect(stage.cfn.deleteStack({ StackName: 'shop' })).rejects.toThrow(
      'Stack [shop] cannot be deleted while TerminationProtection is enabled',
    );
    await stage.cfn.updateTerminationProtection({ StackName: 'shop', EnableTerminationProtection: false });
    await stage.cfn.updateStack({ StackName: 'shop', TemplateBody: template({ First: topic('new') }) });
    await expect(stage.cfn.deleteStack({ StackName: 'shop' })).rejects.toThrow('while in status UPDATE_IN_PROGRESS');
    await expect(stage.cfn.updateStack({ StackName: 'shop', TemplateBody: one })).rejects.toThrow(
      'is in UPDATE_IN_PROGRESS state and can not be updated.',
    );
  });
});

describe('exports', () => {
  const exporting = (value: unknown, name = 'the-name'): string =>
    template({ First: topic('old') }, { Outputs: { Out: { Value: value, Export: { Name: name } } } });
  const importing = template({ User: topic({ 'Fn::ImportValue': 'the-name' }) });

  test('in use cannot be deleted or changed', async () => {
    await stage.launch(exporting('one'));
    await stage.launch(importing, { StackName: 'user' });
    expect(script.calls.at(-1)).toBe('create User "one"');
    expect((await stage.cfn.listExports({})).Exports).toMatchObject([{ Name: 'the-name', Value: 'one' }]);
    expect((await stage.cfn.listImports({ ExportName: 'the-name' })).Imports).toEqual(['user']);
    await stage.cfn.updateStack({ StackName: 'shop', TemplateBody: exporting('two') });
    await stage.pass();
    expect(await stage.story()).toContain(
      'shop UPDATE_ROLLBACK_IN_PROGRESS: Export the-name cannot be updated as it is in use by user',
    );
    expect(await stage.status()).toBe('UPDATE_ROLLBACK_COMPLETE');
    await stage.cfn.deleteStack({ StackName: 'shop' });
    await stage.pass();
    expect((await stage.story()).at(-1)).toBe(
      'shop DELETE_FAILED: Export the-name cannot be deleted as it is in use by user',
    );
    await stage.cfn.deleteStack({ StackName: 'user' });
    await stage.pass();
    await stage.cfn.deleteStack({ StackName: 'shop' });
    await stage.pass();
    expect((await stage.cfn.listExports({})).Exports).toEqual([]);
  });

  test('of one name are for one stack; one that is not there fails the stack', async () => {
    await stage.launch(exporting('one'));
    await stage.launch(exporting('two'), { StackName: 'second' });
    expect(await stage.story('second')).toContainEqual(
      expect.stringContaining('ROLLBACK_IN_PROGRESS: Export with name the-name is already exported by stack shop'),
    );
    await stage.launch(template({ User: topic({ 'Fn::ImportValue': 'none' }) }), { StackName: 'third' });
    expect(await stage.story('third')).toContain('User CREATE_FAILED: No export named none found.');
    await expect(stage.cfn.listImports({ ExportName: 'none' })).rejects.toThrow(
      "Export 'none' is not imported by any stack.",
    );
  });
});

describe('a stack policy', () => {
  const policy = (Effect: string, Action: string, Resource: string): object => ({
    Effect,
    Action,
    Principal: '*',
    Resource,
  });
  const body = JSON.stringify({
    Statement: [policy('Deny', 'Update:Modify', 'LogicalResourceId/First'), policy('Allow', 'Update:*', '*')],
  });

  test('denies an update of what it protects, unless another takes its place for once', async () => {
    await stage.launch(one);
    await stage.cfn.setStackPolicy({ StackName: 'shop', StackPolicyBody: body });
    expect((await stage.cfn.getStackPolicy({ StackName: 'shop' })).StackPolicyBody).toBe(body);
    const changed = { StackName: 'shop', TemplateBody: template({ First: topic('new') }) };
    await stage.cfn.updateStack(changed);
    await stage.pass();
    expect(await stage.story()).toContain(
      'First UPDATE_FAILED: Action denied by stack policy: Statement [#1] does not allow [Update:Modify] for resource [First]',
    );
    expect(await stage.status()).toBe('UPDATE_ROLLBACK_COMPLETE');
    const allow = JSON.stringify({ Statement: [policy('Allow', 'Update:*', '*')] });
    await stage.cfn.updateStack({ ...changed, StackPolicyDuringUpdateBody: allow });
    await stage.pass();
    expect([await stage.status(), script.calls.at(-1)]).toEqual(['UPDATE_COMPLETE', 'update First "new" (was "old")']);
  });

  test('keeps what it does not allow to be removed', async () => {
    const allowed = JSON.stringify({ Statement: [policy('Allow', 'Update:Modify', '*')] });
    await stage.launch(template({ First: topic('1'), Second: topic('2') }), { StackPolicyBody: allowed });
    await stage.cfn.updateStack({ StackName: 'shop', TemplateBody: template({ First: topic('1') }) });
    await stage.pass();
    expect(await stage.story()).toContainEqual(
      expect.stringMatching(
        /^Second UPDATE_FAILED: Action denied by stack policy: .*\[Update:Delete\] for resource \[Second\]$/,
      ),
    );
    expect(script.calls.filter((call) => call.startsWith('remove'))).toEqual([]);
  });
});

test('values of NoEcho parameters are shown nowhere', async () => {
  const parameters = {
    Parameters: { Secret: { Type: 'String', NoEcho: true }, Open: { Type: 'String', Default: 'open' } },
  };
  await stage.launch(template({ First: topic({ 'Fn::Sub': 'x${Secret}x' }) }, parameters), {
    Parameters: [parameter('Secret', 'hunter"2')],
  });
  expect(script.calls).toEqual([`create First ${JSON.stringify('xhunter"2x')}`]);
  const answers = [
    await stage.cfn.describeStacks({ StackName: 'shop' }),
    await stage.cfn.describeStackEvents({ StackName: 'shop' }),
    await (await fetch(`${stage.url}/_sandbox/world`)).json(),
  ];
  expect(JSON.stringify(answers)).not.toContain('hunter');
  expect(JSON.stringify(answers)).toContain('****');
});

test('nor are earlier ones, by what tells of the resources that had them', async () => {
  const withSecret = (resources: object) =>
    template(resources, { Parameters: { Secret: { Type: 'String', NoEcho: true } } });
  const named = withSecret({ First: topic('x', {}, { TopicName: { Ref: 'Secret' } }) });
  await stage.launch(named, { Parameters: [parameter('Secret', 'hunter2')] });
  const change = async (TemplateBody: string, secret: string) => {
    await stage.cfn.updateStack({ StackName: 'shop', TemplateBody, Parameters: [parameter('Secret', secret)] });
    await stage.pass();
  };
  await change(named, 'swordfish');
  script.faults.set('First create', new Error('swordfish, and correcthorse'));
  await change(named, 'correcthorse');
  script.faults.set('First update', refused('no opensesame here'));
  await change(withSecret({ First: topic({ Ref: 'Secret' }, {}, { TopicName: 'swordfish' }) }), 'opensesame');
  expect(await stage.status()).toBe('UPDATE_ROLLBACK_COMPLETE');
  const { StackEvents } = await stage.cfn.describeStackEvents({ StackName: 'shop' });
  const { StackResources } = await stage.cfn.describeStackResources({ StackName: 'shop' });
  const world = await (await fetch(`${stage.url}/_sandbox/world`)).text();
  const told = JSON.stringify([StackEvents, StackResources, world]);
  for (const secret of ['hunter2', 'swordfish', 'correcthorse', 'opensesame']) expect(told).not.toContain(secret);
  expect(told).toContain('no **** here');
});

test('a hidden value of any characters leaves the answers whole', async () => {
  await stage.launch(
    template({ First: topic({ Ref: 'Secret' }) }, { Parameters: { Secret: { Type: 'String', NoEcho: true } } }),
    { Parameters: [parameter('Secret', '"')] },
  );
  const { StackEvents = [] } = await stage.cfn.describeStackEvents({ StackName: 'shop' });
  const shown = StackEvents.flatMap(({ ResourceProperties: each }) => (each ? [JSON.parse(each) as unknown] : []));
  expect(shown).toContainEqual({ DisplayName: '****' });
  const answer = await fetch(`${stage.url}/_sandbox/world`);
  expect([answer.status, typeof (await answer.json())]).toEqual([200, 'object']);
});
