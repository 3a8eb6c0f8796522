import { AwsError } from '../../operation.ts';

/** ELBv2 API: CreateRule, Priority. Throws ValidationError. */
export function checkPriority(priority: number | undefined): number {
  if (priority !== undefined && Number.isInteger(priority) && priority >= 1 && priority <= 50_000) return priority;
  throw new AwsError('ValidationError', 'A priority must be 1 to 50000');
}
