import { type ResourceHandler } from './handler.ts';
import { oidcProviderHandler } from './iam-oidc-provider.ts';
import { managedPolicyHandler, policyHandler, rolePolicyHandler } from './iam-policies.ts';
import { roleHandler } from './iam-role.ts';

/** Types that become live. Every other type of CloudFormation is checked and recorded: see `recorded.ts`. */
export const handlers: ReadonlyMap<string, ResourceHandler> = new Map([
  ['AWS::IAM::ManagedPolicy', managedPolicyHandler],
  ['AWS::IAM::OIDCProvider', oidcProviderHandler],
  ['AWS::IAM::Policy', policyHandler],
  ['AWS::IAM::Role', roleHandler],
  ['AWS::IAM::RolePolicy', rolePolicyHandler],
]);
