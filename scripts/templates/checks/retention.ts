/** What is kept when a stack goes, and for how long logs are. */
import { type Json } from '../../../sandbox/json.ts';
import { type Fault } from '../finding.ts';
import { type Subject, resourcesOf } from '../subject.ts';
import { namesIn } from '../references.ts';
import { at, possible, same, textOf } from '../values.ts';

/** Hold what cannot be made again, or what something outside the stack relies on. */
const STATEFUL = [
  'AWS::CodeCommit::Repository',
  'AWS::ECR::Repository',
  'AWS::IAM::OIDCProvider',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
];
const POLICIES = ['DeletionPolicy', 'UpdateReplacePolicy'];

export function* retention(subject: Subject): Generator<Fault> {
  for (const [place] of resourcesOf(subject, ...STATEFUL)) {
    for (const policy of POLICIES) {
      if (subject.document.hasIn(['Resources', place, policy])) continue;
      yield {
        place,
        what: `${policy} is left out: it would be deleted.`,
        repair: `Write ${policy}: Retain, or Delete.`,
      };
    }
  }
  for (const [place, { updateReplacePolicy }] of resourcesOf(subject, 'AWS::ECS::TaskDefinition')) {
    if (updateReplacePolicy === 'Retain') continue;
    const what = 'A revision that may still run would be deregistered when another takes its place.';
    yield { place, what, repair: 'Write UpdateReplacePolicy: Retain.' };
  }
  for (const [place, { properties }] of resourcesOf(subject, 'AWS::Logs::LogGroup')) {
    if (properties['RetentionInDays'] !== undefined) continue;
    yield { place, what: 'Its logs are kept, and paid for, for ever.', repair: 'Set RetentionInDays.' };
  }
  for (const [place, { properties }] of resourcesOf(subject, 'AWS::S3::Bucket')) {
    for (const name of ['BucketEncryption', 'PublicAccessBlockConfiguration', 'LifecycleConfiguration']) {
      if (properties[name] === undefined) yield { place, what: `${name} is left out.`, repair: 'Set it.' };
    }
  }
  yield* plainHttp(subject);
  for (const [place, { properties }] of resourcesOf(subject, 'AWS::ECR::Repository')) {
    if (properties['LifecyclePolicy'] === undefined) {
      yield { place, what: 'Images pile up for ever.', repair: 'Add a LifecyclePolicy.' };
    }
    if (at(properties, 'ImageScanningConfiguration', 'ScanOnPush') !== true) {
      yield { place, what: 'Images are not scanned on push.', repair: 'Set ScanOnPush.' };
    }
    if (properties['ImageTagMutability'] !== 'IMMUTABLE') {
      yield { place, what: 'A tag may be moved to another image.', repair: 'Set ImageTagMutability: IMMUTABLE.' };
    }
  }
}

/** A bucket is asked over TLS alone: a statement that denies all else. */
function* plainHttp(subject: Subject): Generator<Fault> {
  const denied = resourcesOf(subject, 'AWS::S3::BucketPolicy').flatMap(([, { properties }]) =>
    possible(at(properties, 'PolicyDocument', 'Statement')).some(
      (statement) =>
        at(statement, 'Effect') === 'Deny' &&
        ['false', false].includes(boolean(at(statement, 'Condition', 'Bool', 'aws:SecureTransport'))) &&
        same(at(statement, 'Action'), 's3:*'),
    )
      ? [...namesIn(properties['Bucket'])]
      : [],
  );
  for (const [place] of resourcesOf(subject, 'AWS::S3::Bucket')) {
    if (denied.includes(place)) continue;
    yield { place, what: 'It may be asked over plain HTTP.', repair: 'Deny s3:* where aws:SecureTransport is false.' };
  }
}

const boolean = (value: Json | undefined): string | boolean => (typeof value === 'boolean' ? value : textOf(value));
