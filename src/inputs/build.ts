import { isTag, parseReference } from '../image/reference.ts';
import { parseList } from './lines.ts';
import { type InputName } from './names.ts';
import { bad, good, type Parsed } from './parsed.ts';
import { type Reading } from './reading.ts';
import { parseEachLine, parseRecords } from './records.ts';
import { matching, oneOf, yesOrNo } from './scalar.ts';
import { type BuildInputs, type BuildOptions, type ExistingImage, type Severity } from './types.ts';

const EXISTING: readonly ExistingImage[] = ['reuse', 'rebuild', 'fail'];
const SEVERITIES: readonly Severity[] = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL'];

/** BuildKit takes more in an id; these cannot part or extend the option that it stands in. */
const ID = /^\w[\w.-]*$/;
const ID_TEXT = "an id of letters, digits, '.', '_' and '-'";
const LABEL = /^[^\s="'{}#][^\s="']*$/;

function parseTags(text: string): Parsed<readonly string[]> {
  const tags = parseList(text);
  return tags.every((tag) => isTag(tag) || parseReference(tag)?.tag)
    ? good(tags)
    : bad(
        "tags in lines or with commas, each only the part after 'repository:' (letters, digits, '.', '_' and '-') " +
          'or a full reference of the repository with a tag',
      );
}

// containerd platforms: os, architecture and variant.
function parsePlatforms(text: string): Parsed<readonly string[]> {
  const platforms = parseList(text);
  return platforms.every((each) => /^[a-z0-9_-]+(?:\/[a-z0-9_-]+){1,2}$/.test(each))
    ? good(platforms)
    : bad("platforms in lines or with commas, each as 'linux/amd64' or 'linux/arm/v7'");
}

/** `each` must match; what may not start an option is refused here. */
function listOf(text: readonly string[], each: RegExp, allowed: string): Parsed<readonly string[]> {
  return text.every((item) => each.test(item)) ? good(text) : bad(allowed);
}

const parseCaches = (text: string): Parsed<readonly string[]> =>
  listOf(parseEachLine(text), /^[^\s-]\S*$/, "one cache a line, as 'type=gha' or 'type=registry,ref=…'");

const parseSsh = (text: string): Parsed<readonly string[]> =>
  listOf(parseList(text), /^\w[\w.-]*(?:=.+)?$/, "agents or keys in lines or with commas, as 'default' or 'id=path'");

/** Off, or the value of the option: `false` and nothing are off. */
function parseAttestation(text: string): Parsed<string | null> {
  if (text === 'false') return good(null);
  return /^(?:true|[\w-]+=\S+)$/.test(text) ? good(text) : bad("'true', 'false' or options, as 'mode=max'");
}

const WORD = /^\w[\w.-]*$/;
const NO_ENTRIES: ReadonlyMap<string, string> = new Map();

function parseContexts(text: string): Parsed<ReadonlyMap<string, string>> {
  // An image is a name too: `alpine:3.20=docker-image://…`.
  return parseRecords(/^[\w.:/@-]+$/, 'the name of a stage or of an image')(text);
}

/** Reads all that a build takes beside its repository and its arguments. */
export function readBuild(reading: Reading): Omit<BuildInputs, 'repository' | 'buildArgs'> {
  return {
    context: reading.text('context'),
    file: reading.textOrNull('file'),
    target: reading.textOrNull('target'),
    tags: reading.parsed('tags', [], parseTags),
    ...readOptions(reading),
  };
}

function readOptions(reading: Reading): BuildOptions {
  return {
    platforms: reading.parsed('platforms', [], parsePlatforms),
    ...readSecrets(reading),
    cacheFrom: reading.parsed('cache-from', [], parseCaches),
    cacheTo: reading.parsed('cache-to', [], parseCaches),
    buildContexts: reading.parsed('build-contexts', NO_ENTRIES, parseContexts),
    labels: reading.parsed('labels', NO_ENTRIES, parseRecords(LABEL, 'a label without blanks and quotes')),
    pull: reading.parsed('pull', false, yesOrNo),
    noCache: reading.parsed('no-cache', false, yesOrNo),
    builder: reading.parsed('builder', null, matching(WORD, 'the name of a buildx builder')),
    network: reading.parsed('network', null, matching(/^\w[\w.:-]*$/, "a network mode, as 'host' or 'none'")),
    ssh: reading.parsed('ssh', [], parseSsh),
    provenance: reading.parsed('provenance', null, parseAttestation),
    sbom: reading.parsed('sbom', null, parseAttestation),
    existingImage: reading.parsed('existing-image', 'reuse', oneOf(EXISTING)),
  };
}

function readSecrets(reading: Reading): Pick<BuildOptions, 'buildSecrets' | 'secretFiles'> {
  const buildSecrets = reading.parsed('build-secrets', NO_ENTRIES, parseRecords(ID, ID_TEXT));
  const secretFiles = reading.parsed('secret-files', NO_ENTRIES, parseRecords(ID, ID_TEXT));
  const both = [...secretFiles.keys()].find((id) => buildSecrets.has(id));
  if (both !== undefined)
    reading.fault('secret-files', `ids that are not in 'build-secrets' too; '${both}' is in both`);
  return { buildSecrets, secretFiles };
}

/** Reads from which severity of ECR's findings on the deployment is refused; there must be an image to look at. */
export function readSeverity(reading: Reading): Severity | null {
  const parse = (text: string): Parsed<Severity> => oneOf(SEVERITIES)(text.toUpperCase());
  const severity = reading.parsed<Severity | null>('fail-on-severity', null, parse);
  if (severity !== null && !reading.asksFor('repository') && !reading.asksFor('image')) {
    reading.fault('fail-on-severity', "no value without 'repository' or 'image', which say what is looked at");
  }
  return severity;
}

/** The inputs that say nothing without `repository`. */
export const ONLY_FOR_BUILD: readonly InputName[] = [
  'context',
  'file',
  'target',
  'build-args',
  'tags',
  'platforms',
  'build-secrets',
  'secret-files',
  'build-contexts',
  'labels',
  'cache-from',
  'cache-to',
  'pull',
  'no-cache',
  'builder',
  'network',
  'ssh',
  'provenance',
  'sbom',
  'existing-image',
];
