import { type JsonObject } from '../../json.ts';
import { type ResourceHandler } from './handler.ts';
import { iamArn, iamError, textOr } from './iam-documents.ts';
import { textsOf } from './members.ts';

/** IAM quotas: client ids of a provider. */
const MOST_AUDIENCES = 100;

function audiences(properties: JsonObject): readonly string[] {
  const given = textsOf(properties['ClientIdList']);
  if (given.length <= MOST_AUDIENCES) return given;
  throw iamError('LimitExceeded', `A provider has at most ${MOST_AUDIENCES} client ids.`, 409);
}

/** One an account and URL. Thumbprints are not looked at: nothing is fetched from the provider. */
export const oidcProviderHandler: ResourceHandler = {
  create(properties, { sandbox: { world } }) {
    const url = textOr(properties['Url'], '');
    if (!/^https:\/\/[A-Za-z0-9.-]+(?:\/[!-~]*)?$/.test(url)) {
      throw iamError('ValidationError', `Invalid Open ID Connect Provider URL ${JSON.stringify(url.slice(0, 100))}.`);
    }
    const host = url.slice('https://'.length).replace(/\/$/, '');
    const arn = iamArn(world, `oidc-provider/${host}`);
    if (world.iam.providers.has(arn)) {
      throw iamError('EntityAlreadyExists', `Provider with url ${url} already exists.`, 409);
    }
    world.iam.providers.set(arn, { arn, host, audiences: audiences(properties) });
    return { physicalId: arn, ref: arn, attributes: { Arn: arn } };
  },
  update(made, properties, _previous, { sandbox: { world } }) {
    const provider = world.iam.providers.get(made.physicalId);
    if (!provider) throw iamError('NoSuchEntity', `There is no provider ${made.physicalId}.`, 404);
    provider.audiences = audiences(properties);
    return made;
  },
  remove(made, _properties, { sandbox: { world } }) {
    world.iam.providers.delete(made.physicalId);
  },
};
