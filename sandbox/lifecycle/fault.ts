/** The codes of CodeDeploy's `errorInformation` that an ECS deployment in the sandbox can end with. */
export type FaultCode =
  | 'ALARM_ACTIVE'
  | 'ECS_UPDATE_ERROR'
  | 'ELASTIC_LOAD_BALANCING_INVALID'
  | 'HOOK_EXECUTION_FAILURE'
  | 'IAM_ROLE_MISSING'
  | 'IAM_ROLE_PERMISSIONS'
  | 'INTERNAL_ERROR'
  | 'INVALID_ECS_SERVICE'
  | 'INVALID_REVISION'
  | 'MANUAL_STOP'
  | 'TIMEOUT';

/** Thrown by a step of a deployment: the deployment ends with this code and message. */
export class Fault extends Error {
  readonly code: FaultCode;
  constructor(code: FaultCode, message: string) {
    super(message);
    this.code = code;
  }
}
