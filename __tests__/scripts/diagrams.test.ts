import { expect, test } from '@jest/globals';

import { diagrams } from '../../scripts/docs/diagrams.ts';
import { dotOf } from '../../scripts/docs/diagrams/dot.ts';
import { graphOf } from '../../scripts/docs/diagrams/graph.ts';
import { readTemplate } from '../../sandbox/cloudformation/template/read.ts';

const PROJECT = new URL('../../', import.meta.url);

const graphOfText = (text: string) => graphOf(readTemplate(text));
const lines = (text: string) => graphOfText(text).edges.map(({ from, to, label }) => `${from} > ${to} ${label}`.trim());

const shop = `
Parameters:
  VpcId: { Type: AWS::EC2::VPC::Id }
  Size: { Type: Number }
Conditions:
  HasTest: !Equals [!Ref Size, 1]
Resources:
  Blue: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref VpcId } }
  Production:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: { DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Blue }], LoadBalancerArn: !Ref Balancer }
  Test:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Condition: HasTest
    Properties: { DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Blue }], LoadBalancerArn: !Ref Balancer }
  Balancer: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { SecurityGroups: [!Ref One] } }
  One: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref VpcId, GroupDescription: one } }
  Two: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref VpcId, GroupDescription: two } }
  Way:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: { SourceSecurityGroupId: !GetAtt One.GroupId, GroupId: !GetAtt Two.GroupId, IpProtocol: tcp }
  Group:
    Type: AWS::CodeDeploy::DeploymentGroup
    Properties:
      LoadBalancerInfo:
        TargetGroupPairInfoList:
          - ProdTrafficRoute: { ListenerArns: [!Ref Production] }
            TestTrafficRoute: { ListenerArns: [!Ref Test] }
            TargetGroups: [{ Name: !GetAtt Blue.TargetGroupName }]
`;

test('edges tell routes by a word, rules of security groups as ways, and nothing twice', () => {
  expect(lines(shop).sort()).toEqual([
    'Balancer > One',
    'Group > Production production',
    'Group > Test test',
    'One > Two may call',
    'One > VpcId',
    'Production > Balancer',
    'Production > Blue',
    'Test > Balancer',
    'Test > Blue',
    'Two > VpcId',
  ]);
});

test('only pickers of the parameters are shown, and what hangs on a condition says on which', () => {
  const { nodes } = graphOfText(shop);
  expect(nodes.filter(({ group }) => group === null).map(({ id }) => id)).toEqual(['VpcId']);
  expect(nodes.filter(({ condition }) => condition !== null)).toMatchObject([{ id: 'Test', condition: 'HasTest' }]);
  expect(dotOf('shop', graphOfText(shop))).toMatch(/"Test" \[label="Test\\nELB listener\\nif HasTest".*dashed/);
});

test('each template has its picture, the same each time, on a ground of its own', async () => {
  const pictures = await diagrams(PROJECT);
  expect(Object.keys(pictures)).toContain('docs/diagrams/service.svg');
  expect(await diagrams(PROJECT)).toEqual(pictures);
  for (const picture of Object.values(pictures)) expect(picture).toMatch(/<polygon fill="#ffffff"|fill="white"/);
  expect(pictures['docs/diagrams/service.svg']).toContain('>DeploymentGroup</text>');
});
