/** Who may take on a role: exact services, exact subjects (GitHub docs, "OpenID Connect in AWS"). */
import { type Json } from '../../../sandbox/json.ts';
import { type Fault } from '../finding.ts';
import { type Subject, resourcesOf } from '../subject.ts';
import { isObject } from '../../../sandbox/cloudformation/template/shape.ts';
import { at, possible, same, textOf, textsIn } from '../values.ts';

type Said = readonly [what: string, repair: string];

const PROVIDER = 'token.actions.githubusercontent.com';

/** Services that document no aws:SourceAccount for their roles ("Cross-service confused deputy prevention" in their guides). */
const WITHOUT_ACCOUNT: readonly string[] = ['codepipeline.amazonaws.com'];

export function* trust(subject: Subject): Generator<Fault> {
  for (const [place, { properties }] of resourcesOf(subject, 'AWS::IAM::Role')) {
    const statements = possible(at(properties, 'AssumeRolePolicyDocument', 'Statement'));
    if (statements.length === 0) yield { place, what: 'Nobody may take it on.', repair: 'Add a statement.' };
    for (const statement of statements) {
      for (const [what, repair] of faultsOf(statement)) yield { place, what, repair };
    }
    if (properties['PermissionsBoundary'] === undefined) {
      yield { place, what: 'It takes no permissions boundary.', repair: 'Use PermissionsBoundaryArn.' };
    }
    if (properties['Path'] === undefined) yield { place, what: 'It takes no path.', repair: 'Use RolePath.' };
  }
}

function* faultsOf(statement: Json): Generator<Said> {
  const principal = at(statement, 'Principal');
  if (!isObject(principal)) {
    yield ['Its principal is anybody.', 'Name a service or a provider.'];
    return;
  }
  for (const service of possible(principal['Service']).map(textOf)) {
    if (!/^[a-z0-9.-]+\.amazonaws\.com$/.test(service)) yield [`${service} is no service.`, 'Name one.'];
    const own = at(statement, 'Condition', 'StringEquals', 'aws:SourceAccount') !== undefined;
    if (own || WITHOUT_ACCOUNT.includes(service)) continue;
    yield [`${service} may use it for other accounts.`, 'Add StringEquals aws:SourceAccount: !Ref AWS::AccountId.'];
  }
  for (const account of possible(principal['AWS'])) {
    if (JSON.stringify(account).includes('*')) yield ['Any account may take it on.', 'Name roles.'];
  }
  if (principal['Federated'] !== undefined) yield* federated(at(statement, 'Condition'));
}

function* federated(condition: Json | undefined): Generator<Said> {
  const equals = at(condition, 'StringEquals');
  if (!same(possible(at(equals, `${PROVIDER}:aud`)), ['sts.amazonaws.com'])) {
    yield ['Tokens for others are taken.', `Add StringEquals ${PROVIDER}:aud: sts.amazonaws.com.`];
  }
  const subjects = possible(at(equals, `${PROVIDER}:sub`));
  if (subjects.length === 0) yield ['Every repository may take it on.', `Add StringEquals ${PROVIDER}:sub.`];
  for (const name of Object.keys(isObject(condition) ? condition : {})) {
    if (!name.startsWith('ForAllValues:') && !name.startsWith('StringLike')) continue;
    yield [`${name} takes subjects that nobody listed.`, 'Use StringEquals.'];
  }
  // StringEquals takes a `*` for itself: such a subject never comes.
  const wild = subjects.filter((value) => [...textsIn(value)].some(([, text]) => text.includes('*')));
  if (wild.length > 0)
    yield [`${JSON.stringify(wild)} has a wildcard, which StringEquals takes as it stands.`, 'Write it out.'];
}
