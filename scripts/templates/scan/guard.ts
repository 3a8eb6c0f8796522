import { basename } from 'node:path';

import { type Json } from '../../../sandbox/json.ts';
import { at, each, textOf, textsIn } from '../values.ts';
import { type Broken, jsonOf, type Scanner } from './scanner.ts';

/** Rules that do not fit what these templates make, each with its reason. */
const NOT_OURS: Readonly<Record<string, string>> = {
  cloudwatch_alarm_action_check:
    'Alarms are there for CodeDeploy, which reads them; whom else they tell is up to their owner.',
  cloudwatch_log_group_retention_period_check: 'How long logs stay is a parameter; a year is not asked of everybody.',
  ecs_containers_readonly_access_check:
    'The first image is a stock one, which writes; a release brings its own definition.',
  ecs_task_definition_memory_hard_limit_check: 'On Fargate the memory of the task is the limit.',
  ecs_task_definition_nonroot_user_check: 'The first image is a stock one; a release brings its own definition.',
  s3_bucket_object_lock_enabled_check: 'Artifacts of a pipeline are of use for days.',
  s3_event_notifications_enabled_check: 'Nothing waits for objects in a bucket of artifacts.',
};

/**
 * Rules that ask for a literal where the templates have a choice of the person who launches (Fn::If, Ref, Fn::Sub): guard
 * reads no intrinsic functions. What stands in the reason is held by a check here or by checkov.
 */
const CHOSEN: Readonly<Record<string, string>> = {
  cloudwatch_log_group_encrypted_check: 'KmsKeyArn; checkov CKV_AWS_158.',
  ecr_private_lifecycle_policy_configured_check: 'A policy with days from a parameter; check `retention`.',
  ecs_container_insights_enabled_check: 'ContainerInsights; checkov CKV_AWS_65.',
  ecs_service_assign_public_ip_disabled_check: 'Public addresses in a trial without NAT only; check `services`.',
  elbv2_deletion_protection_enabled_check: 'DeletionProtection.',
  elbv2_logging_enabled_check: 'AccessLogsBucket; checkov CKV_AWS_91.',
  s3_bucket_policy_ssl_requests_only_check: 'A Sub in the ARN of the bucket; check `retention`.',
};

/** A suppression of checkov says it for the like rule of guard. */
const LIKE_CHECKOV: Readonly<Record<string, string>> = {
  codebuild_project_environment_privileged_check: 'CKV_AWS_316',
  s3_bucket_logging_enabled_check: 'CKV_AWS_18',
};

/** cfn-guard over the rules of AWS Control Tower's proactive controls. */
export const guard =
  (program: string, rules: string): Scanner =>
  async (paths) => {
    const options = ['validate', '--rules', rules, '--show-summary', 'none', '--structured', '--output-format', 'json'];
    const reports = each(await jsonOf(program, [...options, ...paths.flatMap((path) => ['--data', path])]));
    const judged = reports.flatMap((report) => each(at(report, 'compliant')));
    if (reports.length !== paths.length || judged.length === 0) {
      throw new Error(`cfn-guard judged ${reports.length} of ${paths.length} files, with ${judged.length} rules kept.`);
    }
    return reports.flatMap((report) => each(at(report, 'not_compliant')).flatMap((rule) => brokenOf(report, rule)));
  };

/** The tree of a broken rule holds paths of what it looked at: each resource in it broke the rule. */
function brokenOf(report: Json, rule: Json): readonly Broken[] {
  const name = textOf(at(rule, 'Rule', 'name'));
  const resources = new Set<string>();
  let message = '';
  for (const [path, text] of textsIn(rule)) {
    const resource = path.endsWith('.path') ? /^\/Resources\/([A-Za-z0-9]+)/.exec(text)?.[1] : undefined;
    if (resource !== undefined) resources.add(resource);
    if (message === '' && path.endsWith('.custom_message')) message = text.replaceAll(/\s+/g, ' ').trim();
  }
  const template = basename(textOf(at(report, 'name')));
  if (Object.hasOwn(NOT_OURS, name) || Object.hasOwn(CHOSEN, name)) return [];
  const like = LIKE_CHECKOV[name];
  const said =
    like === undefined ? { scanner: 'guard' as const, rule: name } : { scanner: 'checkov' as const, rule: like };
  return [...resources].map((resource) => ({ ...said, template, resource, message }));
}
