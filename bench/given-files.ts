import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a task definition and an AppSpec that fit the rehearsal's stack; returns the inputs that name them. */
export async function givenFiles(folder: string, turn: number): Promise<Record<string, string>> {
  const definition = {
    family: 'web',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
    containerDefinitions: [
      {
        name: 'app',
        image: 'replaced',
        essential: true,
        portMappings: [{ containerPort: 8080, protocol: 'tcp' }],
        environment: [{ name: 'TURN', value: String(turn) }],
        logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/web', mode: 'non-blocking' } },
      },
    ],
  };
  const appspec = [
    'version: 0.0',
    'Resources:',
    '  - TargetService:',
    '      Type: AWS::ECS::Service',
    '      Properties:',
    '        TaskDefinition: <TASK_DEFINITION>',
    '        LoadBalancerInfo:',
    '          ContainerName: app',
    '          ContainerPort: 8080',
    '',
  ];
  await writeFile(join(folder, 'task-definition.json'), JSON.stringify(definition, null, 2));
  await writeFile(join(folder, 'appspec-given.yaml'), appspec.join('\n'));
  return { 'task-definition': 'task-definition.json', 'codedeploy-appspec': 'appspec-given.yaml' };
}

/** A full reference by digest: nothing of it has to be looked up. Another one for each turn. */
export function givenImage(repository: string, turn: number): string {
  const digest = createHash('sha256').update(String(turn)).digest('hex');
  return `123456789012.dkr.ecr.eu-west-1.amazonaws.com/${repository}@sha256:${digest}`;
}
