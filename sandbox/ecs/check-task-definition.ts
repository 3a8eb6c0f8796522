import { type RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs';
import { AwsError } from '../operation.ts';

type Refusal = 'ClientException' | 'InvalidParameterException';

/** Refuses, in ECS's words, what ECS refuses to register. The schema has been checked before. */
export function checkTaskDefinition(input: RegisterTaskDefinitionRequest): void {
  const refuse = (code: Refusal, message: string): never => {
    throw new AwsError(code, message);
  };
  const { family = '', containerDefinitions: containers = [], networkMode } = input;
  if (family.trim() === '') refuse('ClientException', 'Family should not be null or empty.');
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(family)) refuse('ClientException', 'Family contains invalid characters.');
  if (containers.length === 0) refuse('ClientException', 'Container list cannot be empty.');
  if (containers.some(({ name }) => !name)) refuse('ClientException', 'Container.name should not be null or empty.');
  const nameless = containers.find(({ image }) => !image);
  if (nameless) refuse('ClientException', 'Container.image should not be null or empty.');
  const names = containers.map(({ name }) => name);
  if (new Set(names).size < names.length) refuse('ClientException', 'Container names must be unique.');
  if (containers.every(({ essential }) => essential === false)) {
    refuse('ClientException', 'At least one container in the task definition must be marked as essential.');
  }
  if (!input.requiresCompatibilities?.includes('FARGATE')) return;
  if (networkMode !== 'awsvpc') refuse('ClientException', 'Fargate only supports network mode ‘awsvpc’.');
  if (!input.cpu || !input.memory)
    refuse('ClientException', 'Fargate requires that ‘cpu’ and ‘memory’ be defined at the task level.');
}
