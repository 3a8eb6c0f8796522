/** Outputs that the step's inputs, other templates and people rely on. */
import { type Fault } from '../finding.ts';
import { reachingValues } from '../reach.ts';
import { type Subject } from '../subject.ts';
import { same } from '../values.ts';
import { isFirstLaunch } from './first-launch.ts';

const SERVICE = [
  'Cluster',
  'Service',
  'Repository',
  'RepositoryUri',
  'RepositoryArn',
  'Family',
  'ContainerName',
  'ContainerPort',
  'Application',
  'DeploymentGroup',
  'ProductionListenerArn',
  'TestListenerArn',
  'LoadBalancerSecurityGroupId',
  'BlueTargetGroup',
  'GreenTargetGroup',
  'TaskRoleArn',
  'ExecutionRoleArn',
  'LogGroup',
];

/** By template: outputs that are exported as `${AWS::StackName}-<Output>`, and those that are only shown. */
const CONTRACT: Readonly<Record<string, { readonly exported: readonly string[]; readonly shown: readonly string[] }>> =
  {
    'service.yml': { exported: SERVICE, shown: ['DeploymentConfig', 'ProductionUrl', 'TestUrl', 'Workflow'] },
    'github-oidc.yml': {
      exported: [],
      shown: ['PlanRoleArn', 'DeployRoleArn', 'OperatorRoleArn', 'OidcProviderArn', 'Variables'],
    },
  };

export function* outputs(subject: Subject): Generator<Fault> {
  const { name, template } = subject;
  const { exported = [], shown = [] } = CONTRACT[name] ?? {};
  for (const output of [...exported, ...shown]) {
    if (template.outputs.has(output)) continue;
    yield { place: `Outputs.${output}`, what: 'It is not there.', repair: 'Add it: others rely on its name.' };
  }
  for (const [output, { description, exportName }] of template.outputs) {
    const place = `Outputs.${output}`;
    if ((description ?? '') === '') yield { place, what: 'It has no Description.', repair: 'Say what it is for.' };
    const wanted = { 'Fn::Sub': `\${AWS::StackName}-${output}` };
    if (exportName !== null && !same(exportName, wanted)) {
      yield { place, what: 'Its export is named otherwise.', repair: `Write Name: !Sub ${wanted['Fn::Sub']}.` };
    }
    if (exportName === null && exported.includes(output)) {
      yield { place, what: 'It is not exported.', repair: `Add Export with Name: !Sub ${wanted['Fn::Sub']}.` };
    }
    if (exportName !== null && shown.includes(output)) {
      yield { place, what: 'It is exported, and nothing imports it.', repair: 'Remove Export.' };
    }
    if (exportName !== null) yield* fixed(subject, output);
  }
}

/** An export in use cannot change (CloudFormation user guide, Outputs): the edit that would change it is rolled back. */
function* fixed(subject: Subject, output: string): Generator<Fault> {
  const { condition = null, value = '' } = subject.template.outputs.get(output) ?? {};
  for (const parameter of reachingValues(subject, condition, { Value: value }).keys()) {
    if (isFirstLaunch(subject, parameter)) continue;
    const what = `It is exported, and changes with ${parameter}, which may be edited later.`;
    const repair = `Remove Export, or put ${parameter} into a group labelled "First launch only".`;
    yield { place: `Outputs.${output}`, what, repair };
  }
}
