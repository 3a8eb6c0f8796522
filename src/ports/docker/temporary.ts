import { isObject, type JsonObject } from '../../json.ts';

/**
 * The content of a temporary `config.json`: the user's, but with nothing known of `registry`, and with an empty
 * credential helper for it. An empty helper means the file itself, so that no credential store of the machine gets
 * the token (Docker CLI: `credHelpers` goes before `credsStore`, and an empty name selects the file store).
 */
export function temporaryConfig(theirs: unknown, registry: string): JsonObject {
  const config = isObject(theirs) ? theirs : {};
  const auths = Object.entries(objectOf(config['auths'])).filter(([host]) => hostOf(host) !== registry);
  return {
    ...config,
    auths: Object.fromEntries(auths),
    credHelpers: { ...objectOf(config['credHelpers']), [registry]: '' },
  };
}

function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** Entries of `auths` may be written as URLs. */
function hostOf(entry: string): string {
  return entry.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}
