export const id = 379;
export const ids = [379];
export const modules = {

/***/ 2379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  preview: () => (/* binding */ preview)
});

// EXTERNAL MODULE: ./build/ports/signals.js
var signals = __webpack_require__(8270);
// EXTERNAL MODULE: ./build/engine/codedeploy/marker.js
var codedeploy_marker = __webpack_require__(182);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/image/image.js
var image_image = __webpack_require__(9963);
// EXTERNAL MODULE: ./build/look.js + 2 modules
var look = __webpack_require__(7395);
// EXTERNAL MODULE: ./build/target/earlier.js
var target_earlier = __webpack_require__(544);
// EXTERNAL MODULE: ./build/target/fact.js
var fact = __webpack_require__(4044);
// EXTERNAL MODULE: ./build/target/facts.js
var target_facts = __webpack_require__(2995);
// EXTERNAL MODULE: ./build/run-task/request.js
var request = __webpack_require__(9873);
// EXTERNAL MODULE: ./build/target/preflight.js + 5 modules
var preflight = __webpack_require__(2723);
// EXTERNAL MODULE: ./build/unchanged.js
var unchanged = __webpack_require__(3147);
// EXTERNAL MODULE: ./build/world.js
var build_world = __webpack_require__(3920);
// EXTERNAL MODULE: ./build/appspec/render.js
var render = __webpack_require__(5375);
// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
// EXTERNAL MODULE: ./build/plan.js
var plan = __webpack_require__(1781);
// EXTERNAL MODULE: ./build/planned-image.js
var planned_image = __webpack_require__(934);
// EXTERNAL MODULE: ./build/revision.js
var revision = __webpack_require__(8631);
// EXTERNAL MODULE: ./build/task-definition/clean.js
var clean = __webpack_require__(8983);
// EXTERNAL MODULE: ./build/task-definition/compare.js
var compare = __webpack_require__(3157);
;// CONCATENATED MODULE: ./build/task-definition/entries.js
/** Lists whose entries have a name, by which they are compared. */

/** The member that tells the entries of a list apart (ECS API); `name` in any other list. */
const KEYS = {
    portMappings: 'containerPort',
    mountPoints: 'containerPath',
    volumesFrom: 'sourceContainer',
    dependsOn: 'containerName',
    systemControls: 'namespace',
    extraHosts: 'hostname',
    resourceRequirements: 'type',
    tags: 'key',
};
/** The key of a list of this name; null where one of its entries has none. */
function keyOf(list, entries) {
    const key = (Object.hasOwn(KEYS, list) ? KEYS[list] : undefined) ?? 'name';
    return entries.every((entry) => nameIn(entry, key) !== null) ? key : null;
}
/** Entries by name, in the order of the list. Those of one name are one list. */
function entriesOf(list, key) {
    const found = new Map();
    for (const entry of list) {
        const name = nameIn(entry, key) ?? '';
        const same = found.get(name);
        if (same === undefined)
            found.set(name, [entry]);
        else
            same.push(entry);
    }
    return new Map([...found].map(([name, same]) => [name, same.length === 1 ? (same[0] ?? null) : same]));
}
/** True where what both lists have stands in another order. */
function isReordered(before, after, key) {
    const order = (list, other) => {
        const there = new Set(other.map((entry) => nameIn(entry, key)));
        return JSON.stringify(list.map((entry) => nameIn(entry, key)).filter((name) => there.has(name)));
    };
    return sameNames(before, after, key) && order(before, after) !== order(after, before);
}
/** Of one name both have equally many: only then is another order all that differs. */
function sameNames(before, after, key) {
    const [old, now] = [entriesOf(before, key), entriesOf(after, key)];
    const count = (entry) => (Array.isArray(entry) ? entry.length : 1);
    return [...old].every(([name, entry]) => !now.has(name) || count(entry) === count(now.get(name)));
}
function nameIn(entry, key) {
    const name = (0,json/* isObject */.Gv)(entry) ? entry[key] : undefined;
    return typeof name === 'string' || typeof name === 'number' ? String(name) : null;
}

// EXTERNAL MODULE: ./build/report/plain.js
var plain = __webpack_require__(2071);
;// CONCATENATED MODULE: ./build/task-definition/shown.js
/** Values of a task definition as they may be read by anyone: in a log, on a page, in an output. */


/** Longest text of one value and of one name, in UTF-16 units. */
const LONGEST = 240;
const LONGEST_NAME = 120;
/** Members whose values are never told, wherever they stand: people put secrets there. Names below them are. */
const HIDDEN_MEMBERS = new Set(['environment', 'driverOpts']);
/** Members that name where a credential is, not what it is (ECS API). */
const REFERENCES = new Set([
    'credentialsParameter',
    'repositoryCredentials',
    'credentialSpecs',
    'secrets',
    'secretOptions',
]);
const CREDENTIAL = /token|secret|passw(?:or)?d|passphrase|credential|api[-_.]?key|(?:private|access|account)[-_.]?key/i;
/** True where the value below this name is not told. */
function isHidden(name) {
    return HIDDEN_MEMBERS.has(name) || (!REFERENCES.has(name) && CREDENTIAL.test(name));
}
/** A value on one line: JSON, without control characters, cut, and without what is not told. */
function shownValue(value) {
    return shownText(JSON.stringify(redacted(value)));
}
/** Text on one line, cut; user and password in an address, and what is given to a `password=`, are left out. */
function shownText(text, longest = LONGEST) {
    // What is cut away need not be made plain, and a token is not shown because its name was cut off.
    const start = masked((0,plain/* plain */.p)(masked(text.slice(0, 8 * longest))));
    if (start.length <= longest)
        return start;
    return `${start.slice(0, longest).toWellFormed()}\u2026 (${text.length} characters)`;
}
/** A name as part of a path. */
function shownName(name) {
    return shownText(name, LONGEST_NAME);
}
function masked(text) {
    return text
        .replaceAll(/\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@"']+@/gi, '$1***@')
        .replaceAll(/((?:token|secret|passw(?:or)?d|passphrase|credentials?|api[-_.]?key|(?:private|access|account)[-_.]?key)[\w.-]{0,40}=)[^\s"'&;,]+/gi, '$1***');
}
const NOT_SHOWN = '(not shown)';
function redacted(value) {
    if ((0,json/* isList */.Lv)(value))
        return value.map(redacted);
    if (!(0,json/* isObject */.Gv)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, redactedMember(value, name, member)]));
}
function redactedMember(owner, name, member) {
    if (isHidden(name))
        return namesIn(member);
    // {name: 'API_TOKEN', value: '\u2026'}, in lists that this version does not know.
    return name === 'value' && isHidden((0,json/* textOf */.b6)(owner['name'])) ? NOT_SHOWN : redacted(member);
}
/** The names of the entries of a list or map, where it has names. */
function namesIn(value) {
    if ((0,json/* isObject */.Gv)(value))
        return Object.keys(value);
    const names = (0,json/* elementsOf */.ZE)(value).map((entry) => ((0,json/* isObject */.Gv)(entry) ? (0,json/* textOf */.b6)(entry['name']) : ''));
    return names.length > 0 && names.every((name) => name !== '') ? names : NOT_SHOWN;
}

;// CONCATENATED MODULE: ./build/task-definition/difference.js
/** What differs between two task definitions, member by member, as a reader understands it. */




const LISTED = 200;
/**
 * Empty exactly where `sameDefinition` says that both would run the same. Containers, and other lists whose entries have
 * a name, are compared by it.
 */
function differenceBetween(before, after) {
    const found = differ((0,compare/* normalDefinition */.T)(before), (0,compare/* normalDefinition */.T)(after), { path: '', name: '', hidden: false });
    return firstOf(found);
}
/** Tags count where some are asked for (those of the live revision stay with it). */
function tagDifference(before, after) {
    if (after === undefined)
        return [];
    return firstOf(differ(before, after, { path: 'tags', name: 'tags', hidden: false })).changes;
}
function firstOf(found) {
    const changes = [];
    let more = 0;
    for (const change of found) {
        if (changes.length < LISTED)
            changes.push(change);
        else
            more += 1;
    }
    return { changes, more };
}
function* differ(before, after, at) {
    if (JSON.stringify(before) === JSON.stringify(after))
        return;
    if ((0,json/* isObject */.Gv)(before) && (0,json/* isObject */.Gv)(after)) {
        for (const name of namesOf(before, after))
            yield* differ(member(before, name), member(after, name), below(at, name));
    }
    else if ((0,json/* isList */.Lv)(before) && (0,json/* isList */.Lv)(after))
        yield* differInLists(before, after, at);
    else if (before === undefined || after === undefined)
        yield* oneSided(before, after, at);
    else
        yield change(before, after, at);
}
function* differInLists(before, after, at) {
    const key = keyOf(at.name, [...before, ...after]);
    if (key === null) {
        yield change(before, after, at);
        return;
    }
    const [old, now] = [entriesOf(before, key), entriesOf(after, key)];
    for (const name of new Set([...old.keys(), ...now.keys()])) {
        const inside = entry(at, name);
        const [was, is] = [old.get(name), now.get(name)];
        if (JSON.stringify(was) === JSON.stringify(is))
            continue;
        // Several of one name are told as one.
        if (at.hidden || (0,json/* isList */.Lv)(was) || (0,json/* isList */.Lv)(is))
            yield change(was, is, inside);
        else
            yield* differ(was, is, inside);
    }
    if (isReordered(before, after, key))
        yield { path: at.path, kind: 'reordered', before: null, after: null, hidden: false };
}
/** Maps of text to text, which are told name by name. */
const MAPS = new Set(['dockerLabels', 'options', 'driverOpts']);
/** What is there on one side only is told entry by entry, where it has entries with names. */
function* oneSided(before, after, at) {
    const there = before ?? after;
    if ((0,json/* objectsIn */.Qv)(there).length > 0)
        yield* differInLists((0,json/* elementsOf */.ZE)(before), (0,json/* elementsOf */.ZE)(after), at);
    else if ((0,json/* isObject */.Gv)(there) && MAPS.has(at.name) && Object.keys(there).length > 0)
        yield* differ(before ?? {}, after ?? {}, at);
    else
        yield change(before, after, at);
}
function change(before, after, { path, hidden }) {
    const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    const shown = (value) => value === undefined || hidden ? null : shownValue(imageAlone(value, path));
    return { path, kind, before: shown(before), after: shown(after), hidden };
}
/** Of a whole container, its image tells most. */
function imageAlone(value, path) {
    const isContainer = (0,json/* isObject */.Gv)(value) && /^containerDefinitions\["[^"]*"\]$/.test(path);
    return isContainer && value['image'] !== undefined ? { image: value['image'] } : value;
}
function member(object, name) {
    return Object.hasOwn(object, name) ? object[name] : undefined;
}
function namesOf(before, after) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])];
}
function below(at, name) {
    const step = /^[A-Za-z]\w{0,60}$/.test(name) ? `${at.path === '' ? '' : '.'}${name}` : quoted(name);
    return { path: at.path + step, name, hidden: at.hidden || isHidden(name) };
}
/** Lists whose entries are things, not values: one may be called after a credential, and is no credential. */
const OF_THINGS = new Set([
    'containerDefinitions',
    'volumes',
    'secrets',
    'secretOptions',
    'portMappings',
    'mountPoints',
    'volumesFrom',
    'dependsOn',
    'tags',
]);
function entry(at, name) {
    const hidden = at.hidden || (!OF_THINGS.has(at.name) && isHidden(name));
    return { path: at.path + quoted(name), name: '', hidden };
}
function quoted(name) {
    return `["${shownName(name).replaceAll('"', "'")}"]`;
}

// EXTERNAL MODULE: ./build/task-definition/load.js + 1 modules
var load = __webpack_require__(3299);
// EXTERNAL MODULE: ./build/task-definition/register.js
var register = __webpack_require__(6625);
// EXTERNAL MODULE: ./build/task-definition/render.js + 1 modules
var task_definition_render = __webpack_require__(7423);
// EXTERNAL MODULE: ./build/task-definition/tags.js
var task_definition_tags = __webpack_require__(7185);
;// CONCATENATED MODULE: ./build/preview/output.js
/**
 * The output `plan`: JSON of this type. `version` changes when a member goes or changes its meaning; members may be added.
 * Texts are cut and free of control characters, the account that is deployed to reads `<account>`, and no value of an
 * environment entry is in it. Times are ISO 8601, lengths of time are minutes.
 */




;// CONCATENATED MODULE: ./build/preview/definition.js
/** The revision that a run would deploy, and how it differs from what production runs. */














/** null where what production runs, or what the inputs start from, is not known. */
function foreseeRevision({ draft, builtFor }, live, reference, earlier) {
    if (draft === null || live === undefined)
        return null;
    const images = (0,planned_image/* imagesOf */.I)({ draft, builtFor }, reference === null ? null : { reference });
    const rendered = (0,task_definition_render/* renderDefinition */.q)(draft, images);
    const equal = (0,register/* equalRevision */.y7)(rendered, (0,revision/* knownRevisions */.C)({ target: { live }, draft }, earlier, []));
    const arn = equal?.arn ?? `${live.arn.slice(0, live.arn.lastIndexOf('/') + 1)}${(0,json/* textOf */.b6)(rendered.body['family'])}:<new>`;
    const { changes, more } = differenceBetween(live.definition, rendered.body);
    const planned = {
        from: (0,load/* revisionName */.pd)(live.arn),
        to: (0,load/* revisionName */.pd)(arn),
        revision: equal === null ? 'registered' : 'reused',
        startsFrom: draft.loaded.origin,
        changes: [...changes, ...tagDifference(tagsOf(live), rendered.body['tags'])],
        moreChanges: more,
        // What every registered revision has beside its definition surprises nobody.
        leftOut: [...rendered.leftOut.filter((name) => !clean/* OUTPUT_ONLY */.p.has(name)), ...rendered.dropped],
    };
    return { planned, rendered, arn };
}
function tagsOf({ tags }) {
    return (0,task_definition_tags/* mergeTags */.kE)(tags).map(({ key, value }) => ({ key, value }));
}
function plannedAppSpec({ appspec }, { arn }) {
    if (appspec === null)
        return null;
    const from = appspec.kind === 'file' ? appspec.path : 'live service';
    return { from, content: (0,render/* renderAppSpec */.Z)(appspec, arn).content };
}

// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/report/permission.js
var permission = __webpack_require__(8880);
// EXTERNAL MODULE: ./build/warnings/alarms.js
var alarms = __webpack_require__(20);
// EXTERNAL MODULE: ./build/warnings/credentials.js
var credentials = __webpack_require__(9838);
;// CONCATENATED MODULE: ./build/warnings/scaling.js

/**
 * ECS developer guide, "Blue/Green deployment with CodeDeploy": a service that is not steady within 5 minutes of a
 * scaling event during its deployment fails that deployment.
 */
const STEADY_MS = 5 * 60_000;
/** Application Auto Scaling API: ScalingActivityStatusCode. */
const GOING = new Set(['Pending', 'InProgress']);
const DONE = new Set(['Successful', 'Unfulfilled']);
/** Scaling that is going on or has just been, which can fail a deployment that starts now. `now`: epoch milliseconds. */
function scalingWarnings(activities, now) {
    const found = activities.find(({ status, startedAt, endedAt }) => {
        if (GOING.has(status))
            return true;
        const at = endedAt ?? startedAt;
        return DONE.has(status) && at !== null && now - at < STEADY_MS;
    });
    if (found === undefined)
        return [];
    const at = found.startedAt === null ? '' : ` since ${new Date(found.startedAt).toISOString().replace(/\.\d+Z$/, 'Z')}`;
    return [
        `Application Auto Scaling changes the desired count of the service: ${found.description.replace(/\.?$/, '')} (${found.status}${at}). ` +
            'A service that is not steady within 5 min of a scaling event fails its deployment: deploy when it has settled, or suspend scaling while the deployment runs.',
    ];
}

;// CONCATENATED MODULE: ./build/preview/hazards.js
/** What can be asked beside the plan: alarms, scaling and the end of the credentials. None of it refuses anything. */












async function readHazards({ group, place, service }, of, aws, { clock, env }) {
    const info = (0,fact/* valueOf */.RP)(group)?.info;
    const names = info === undefined ? [] : (0,alarms/* alarmNames */.i)(info);
    const [states, activities, end] = await Promise.all([
        (0,fact/* fact */.fK)(aws.alarms.states(names)),
        (0,fact/* valueOf */.RP)(service) ? (0,fact/* fact */.fK)(aws.scaling.activities(place.cluster, place.service)) : (0,fact/* known */.eO)([]),
        (0,credentials/* credentialsEnd */.k)(aws, env),
    ]);
    const now = clock.now();
    return {
        warnings: [
            ...(of.waiting === null ? [] : (0,credentials/* endWarnings */.z)((0,fact/* valueOf */.RP)(end) ?? null, now, of.waiting)),
            ...(states.state === 'known' ? (0,alarms/* alarmWarnings */.Z)(names, states.value, of.ignoreAlarms) : []),
            ...scalingWarnings((0,fact/* valueOf */.RP)(activities) ?? [], now),
        ],
        notKnown: [
            ...unread(states, `Whether an alarm of the deployment group is in ALARM (${names.join(', ')})`),
            ...unread(activities, 'Whether Application Auto Scaling is changing the desired count'),
            ...unread(end, 'When the AWS credentials end'),
        ],
    };
}
function unread(read, what) {
    if (read.state !== 'failed')
        return [];
    const { error } = read;
    const repair = error instanceof aws_error/* AwsCallError */.iQ && error.kind === 'denied' ? ` ${(0,permission/* permissionFor */.T)(error)}` : '';
    return [`${what}: ${(0,plain/* plain */.p)((0,errors/* messageOf */.bD)(error))}.${repair}`];
}

// EXTERNAL MODULE: ./build/image/ecr-of.js
var ecr_of = __webpack_require__(180);
// EXTERNAL MODULE: ./build/image/platforms.js
var platforms = __webpack_require__(482);
// EXTERNAL MODULE: ./build/image/scan.js
var scan = __webpack_require__(9977);
// EXTERNAL MODULE: ./build/target/faults.js + 2 modules
var faults = __webpack_require__(2304);
;// CONCATENATED MODULE: ./build/preview/image-faults.js
/** What speaks against an image that is there: what a deployment would find when it has the image. */











const NOTHING = { faults: [], notKnown: [] };
/** `definition`: what runs the image. A scan that goes on is not waited for. */
async function judgeForeseen(image, definition, { inputs, aws, place }, world) {
    const platform = (0,platforms/* imagePlatformFault */.Zz)(image, definition);
    if (platform !== null)
        return { ...NOTHING, faults: [platform] };
    const least = inputs.failOnSeverity;
    if (least === null)
        return NOTHING;
    const digest = (0,platforms/* imageDigest */.Wf)(image, definition);
    const ecr = (0,ecr_of/* ecrOf */.e)(image.reference, aws.ecr);
    try {
        if (digest !== null && !(await (0,scan/* isScanned */.z)(ecr, image.repository, digest))) {
            return {
                ...NOTHING,
                notKnown: ["What ECR's scan finds in the image: it has not ended, and would be waited for."],
            };
        }
        await (0,scan/* scanGate */.F)(least, image, digest, { ...world, ecr });
        return NOTHING;
    }
    catch (error) {
        return { ...NOTHING, faults: [(0,faults/* faultOf */.Kl)(error, place)] };
    }
}

// EXTERNAL MODULE: ./build/image/commit.js
var commit = __webpack_require__(561);
// EXTERNAL MODULE: ./build/image/check-existing.js
var check_existing = __webpack_require__(9938);
// EXTERNAL MODULE: ./build/image/provide.js + 12 modules
var provide = __webpack_require__(8964);
// EXTERNAL MODULE: ./build/image/reuse.js
var reuse = __webpack_require__(5258);
// EXTERNAL MODULE: ./build/image/tags.js
var image_tags = __webpack_require__(7765);
// EXTERNAL MODULE: ./build/ports/docker.js + 3 modules
var docker = __webpack_require__(6119);
;// CONCATENATED MODULE: ./build/preview/image.js
/** The image that a run would deploy, as far as it can be told without a build. */












/** What stands for the digest of an image that is not built yet. */
const NEW_DIGEST = 'sha256:<new>';
/** null where the definition is deployed as it is written, or the image that is given could not be read. */
async function foreseeImage(inputs, known, given, runner) {
    const { source } = inputs;
    if (source.kind === 'none')
        return null;
    if (source.kind === 'given')
        return given === null ? null : foreseeGiven(given, known);
    const { sha } = await (0,commit/* readCommit */.k)(source, { docker: (0,docker/* createDocker */.h)(), runner });
    const { tags } = (0,image_tags/* imageTags */.rK)(sha, source.tags, source.repository);
    return foreseeReused(source, known, tags) ?? foreseeBuild(source, known, tags);
}
function foreseeGiven(image, known) {
    const { reference, digest } = image;
    const told = digest === null ? 'as it is written: its digest is not known' : 'an image that is there: nothing would be built';
    const containers = known.draft === null ? [] : [known.draft.container];
    return { planned: { action: 'given', reference, digest, tags: [], containers, told }, reference, image };
}
function foreseeReused(source, { existing, destination, builtFor: containers }, tags) {
    const there = existing?.image ?? null;
    if (!(0,provide/* reuses */.U)({ ...source, kind: 'build' }, existing) || there === null || destination === null)
        return null;
    const image = (0,reuse/* imageOf */.dT)(there.digest, tags[0] ?? '', there.manifest?.manifest ?? null, destination);
    const missing = tags.filter((tag) => !there.tags.includes(tag));
    const told = `an image of the same content is there${(0,check_existing/* since */.X)(there)}: nothing would be built`;
    const { reference } = image;
    const planned = { action: 'reuse', reference, digest: there.digest, tags: missing, containers, told };
    return { planned, reference, image };
}
function foreseeBuild(source, known, tags) {
    const { existing, destination, builtFor: containers } = known;
    const reference = destination?.repositoryUri ?? source.repository;
    const content = existing !== null && 'tag' in existing.content ? [existing.content.tag] : [];
    const told = `would be built from ${source.context}${source.file === null ? '' : ` with ${source.file}`}, because ${why(source, known)}`;
    const planned = { action: 'build', reference, digest: null, tags: [...tags, ...content], containers, told };
    return { planned, reference: `${reference}@${NEW_DIGEST}`, image: null };
}
function why({ existingImage }, { existing }) {
    if (existing === null)
        return 'what the repository has already is not known';
    if ('none' in existing.content)
        return `no image can be reused: ${(0,errors/* messageOf */.bD)(existing.content.none)}`;
    if (existing.image === null)
        return 'no image of the same content is known to be in the repository';
    return `existing-image is '${existingImage}'`;
}

// EXTERNAL MODULE: ./build/engine/codedeploy/engine.js
var codedeploy_engine = __webpack_require__(7066);
// EXTERNAL MODULE: ./build/engine/codedeploy/whose.js
var whose = __webpack_require__(5990);
// EXTERNAL MODULE: ./build/in-progress/their-waits.js
var their_waits = __webpack_require__(858);
// EXTERNAL MODULE: ./build/in-progress/treatment.js
var in_progress_treatment = __webpack_require__(9498);
// EXTERNAL MODULE: ./build/in-progress/words.js
var words = __webpack_require__(8119);
// EXTERNAL MODULE: ./build/target/check-group.js
var check_group = __webpack_require__(9018);
// EXTERNAL MODULE: ./build/target/target.js
var target_target = __webpack_require__(8151);
;// CONCATENATED MODULE: ./build/preview/in-progress.js
/** Whose deployment is in progress, and what this step would do about it. */

















async function readInProgress(of, aws, world) {
    const info = (0,fact/* valueOf */.RP)(of.facts.running) ?? null;
    const group = (0,fact/* valueOf */.RP)(of.facts.group);
    // What runs in another service's group is not this run's business.
    if (info === null || group === undefined || (0,check_group/* groupFaults */.X7)(group, of.facts.place).length > 0)
        return null;
    const { deploymentId = '', status = 'going on', createTime, description = '' } = info;
    return {
        id: deploymentId,
        status,
        since: createTime?.toISOString() ?? null,
        owner: (0,whose/* whose */.vU)(info),
        description: (0,plain/* plain */.p)(description),
        then: await thenOf(info, of, aws, world),
    };
}
async function thenOf(info, { inputs, target, marker }, aws, world) {
    const { ifInProgress: policy, waiting } = inputs;
    if ((0,target_earlier/* isEarlierAttempt */.yW)(info, marker)) {
        return 'An earlier attempt of this job started it: with the same AppSpec it would be gone on with.';
    }
    if (policy === 'fail')
        return 'This step would fail (if-deployment-in-progress: fail).';
    const unknown = `How far it has come is not known, and with it what this step would do first (if-deployment-in-progress: ${policy}).`;
    if (target === null)
        return unknown;
    const id = info.deploymentId ?? '';
    const engine = (0,codedeploy_engine/* codeDeployEngine */.P)({ ...world, codedeploy: aws.codedeploy }, (0,target_target/* engineTarget */.k)(target));
    const [seen, waits] = await Promise.all([
        (0,fact/* fact */.fK)(engine.observe(id)),
        (0,their_waits/* theirWaits */.J)(info, target.group, waiting, aws.codedeploy),
    ]);
    if (seen.state !== 'known')
        return unknown;
    const { treatment, why } = (0,in_progress_treatment/* treatmentOf */.W)(info, policy, inputs, marker);
    const at = { leftMs: waits.waiting.limitMs, told: false, region: aws.region };
    return `${why === null ? '' : `${why} `}${told({ id, info }, seen.value, treatment, at)}`;
}
/** Of the announcement that a run makes, what comes behind whose it is. */
function told(another, seen, policy, at) {
    const [, doing = ''] = (0,words/* announcement */.u)(another, seen, policy, at);
    return `${doing} After that, everything would be read again.`;
}

// EXTERNAL MODULE: ./build/target/place.js
var target_place = __webpack_require__(6811);
// EXTERNAL MODULE: ./build/target/target-of.js
var target_of = __webpack_require__(357);
;// CONCATENATED MODULE: ./build/preview/target.js







/** What is there now, as far as it could be read. */
function plannedTarget(facts) {
    const { place } = facts;
    const service = (0,fact/* valueOf */.RP)(facts.service);
    const live = (0,fact/* valueOf */.RP)(facts.live);
    const group = (0,fact/* valueOf */.RP)(facts.group);
    const target = (0,target_of/* targetOf */.$)(facts);
    const arn = (0,target_facts/* primaryOf */.Os)(service)?.loadBalancers?.[0]?.targetGroupArn;
    return {
        region: place.region,
        cluster: place.cluster,
        service: place.service,
        runs: live === undefined ? null : (0,load/* revisionName */.pd)(live.arn),
        running: service?.runningCount ?? null,
        desired: service?.desiredCount ?? null,
        application: group?.application ?? null,
        group: group?.name ?? null,
        foundBy: group?.foundBy ?? null,
        targetGroup: arn === undefined ? null : (0,target_place/* targetGroupName */.IT)(arn),
        weights: target?.listener.weights ?? [],
        url: target?.listener.url ?? null,
        testUrl: target?.testUrl ?? null,
    };
}
/** The same where it was read by another. */
function targetKnown(of, { region, cluster, service }) {
    const arn = of.primary.loadBalancers?.[0]?.targetGroupArn;
    return {
        ...{ region, cluster, service },
        runs: (0,load/* revisionName */.pd)(of.live.arn),
        running: of.service.runningCount ?? null,
        desired: of.service.desiredCount ?? null,
        application: of.group.application,
        group: of.group.name,
        foundBy: of.group.foundBy,
        targetGroup: arn === undefined ? null : (0,target_place/* targetGroupName */.IT)(arn),
        weights: of.listener.weights,
        url: of.listener.url,
        testUrl: of.testUrl,
    };
}
function targetUnread({ region, cluster, service }) {
    const nothing = { runs: null, running: null, desired: null, application: null, group: null, foundBy: null };
    return { region, cluster, service, ...nothing, targetGroup: null, weights: [], url: null, testUrl: null };
}

;// CONCATENATED MODULE: ./build/preview/task.js



/** The task that would be run before the deployment. Of overrides only names: they hold environment entries. */
function plannedTask({ minutes, overrides, launchType, subnets, securityGroups }) {
    const network = [
        ...(launchType === null ? [] : [`launch type ${launchType}`]),
        ...(subnets.length === 0 ? [] : [`subnets ${subnets.join(', ')}`]),
        ...(securityGroups.length === 0 ? [] : [`security groups ${securityGroups.join(', ')}`]),
    ];
    const given = network.length === 0 ? 'network and capacity as the service has them' : network.join('; ');
    const told = `One task with the new revision, before traffic moves, ${given}. If it fails, nothing is deployed.`;
    const names = overrides.map((override) => {
        const members = Object.keys(override).filter((name) => name !== 'name' && name !== 'environment');
        const environment = (0,json/* objectsIn */.Qv)(override['environment']).map(({ name }) => `environment ${(0,json/* textOf */.b6)(name)}`);
        return `${(0,json/* textOf */.b6)(override['name'])}: ${[...members, ...environment].join(', ')}`;
    });
    return { minutes, overrides: names, told };
}

// EXTERNAL MODULE: ./build/warnings/expected.js
var expected = __webpack_require__(6086);
;// CONCATENATED MODULE: ./build/preview/waits.js





const MINUTE = 60_000;
function plannedDeployment(config, waiting, ignoreAlarms) {
    return {
        configuration: config.name,
        schedule: config.steps.map(({ atMs, percent }) => ({ minute: atMs / MINUTE, percent })),
        readyMinutes: waiting.readyMs / MINUTE,
        terminationMinutes: waiting.terminationMs / MINUTE,
        ignoreAlarms,
    };
}
/** `onTop`: what the wait takes beyond the schedule. */
function plannedWait(waiting, onTop) {
    const expectedMinutes = (0,expected/* expectedMs */.T)(waiting) / MINUTE;
    return { until: waiting.until, expectedMinutes, limitMinutes: waiting.limitMs / MINUTE, onTop };
}
/** CodeDeploy gives new tasks and each hook an hour (user guide, "Troubleshoot Amazon ECS deployment issues"). */
function startOnTop(waiting) {
    return waiting.until === 'none'
        ? []
        : ['the start of the new tasks: CodeDeploy gives them up to 60 min to become healthy'];
}
function onTopOf(inputs, { appspec }, waiting, builds) {
    const { runTask, smokeTest } = inputs;
    const watches = waiting.until !== 'none';
    const ready = waiting.readyMs / MINUTE;
    const waitsForWord = ready > 0 && (waiting.until === 'traffic-shifted' || waiting.until === 'completed');
    const word = smokeTest === null
        ? `the word to go on (ContinueDeployment), which the group waits for up to ${ready} min`
        : `the smoke test: up to ${smokeTest.minutes} min`;
    return [
        ...(builds ? ['before the deployment, the build of the image: as long as it takes'] : []),
        ...(runTask === null ? [] : [`before the deployment, the task that is run: up to ${runTask.minutes} min`]),
        ...startOnTop(waiting),
        ...(watches ? (appspec?.service.hooks ?? []) : []).map(([event, fn]) => `hook ${event} (${fn}): up to 60 min`),
        ...(waitsForWord ? [word] : []),
    ];
}

;// CONCATENATED MODULE: ./build/preview/deployment.js
/** What `mode: deploy` with these inputs would do: the same reads and the same judgement, and no write. */






















async function previewDeployment(inputs, aws, world) {
    const { facts, faults } = await (0,look/* readAll */.y)(inputs, aws, world, { check: noBuilder, had: null });
    const marker = (0,codedeploy_marker/* markerOf */.we)(world.runner.context, inputs.matrix);
    const judged = (0,preflight/* judge */.S)(inputs, facts, faults, marker);
    const { waiting, draft } = judged.known;
    const { ignoreAlarms } = inputs;
    const another = (0,target_earlier/* anotherOf */.Zk)((0,fact/* valueOf */.RP)(facts.running), marker) !== null;
    const [image, hazards, earlier, inProgress] = await Promise.all([
        foreseeImage(inputs, judged.known, (0,fact/* valueOf */.RP)(facts.image) ?? null, world.runner),
        readHazards(facts, { waiting, ignoreAlarms }, aws, world),
        another ? null : (0,target_earlier/* earlierRevision */.W9)((0,fact/* valueOf */.RP)(facts.running), aws.ecs),
        readInProgress({ inputs, facts, target: judged.known.target, marker }, aws, world),
    ]);
    const revision = foresee(judged, facts, image, earlier);
    const own = { inputs, aws, place: facts.place };
    const there = image?.image ?? null;
    const found = there === null || draft === null
        ? { faults: [], notKnown: [] }
        : await judgeForeseen(there, draft.loaded.body, own, world);
    const plan = planOf({
        ...judged,
        ...{ inputs, facts, image, revision, inProgress, another },
        refusals: [...judged.refusals, ...found.faults, ...taskFaults(inputs, judged)],
        hazards: { ...hazards, notKnown: [...hazards.notKnown, ...found.notKnown, ...address(inputs, facts)] },
    });
    return { plan, account: facts.place.account };
}
/** A plan's runner need not be able to build. */
const noBuilder = () => Promise.resolve([]);
function foresee({ known }, facts, image, earlier) {
    return foreseeRevision(known, (0,fact/* valueOf */.RP)(facts.live), image?.reference ?? null, earlier);
}
function taskFaults({ runTask }, { known: { target, draft } }) {
    return runTask === null || target === null || draft === null ? [] : (0,request/* requestFaults */.d)(runTask, target, draft.loaded.body);
}
function address({ waiting }, { listener }) {
    const missing = listener.state === 'known' && listener.value.entrance === null && waiting.until !== 'none';
    return missing
        ? ['The address of production: DescribeListeners or DescribeLoadBalancers (elasticloadbalancing) is not allowed.']
        : [];
}
function planOf(asked) {
    const { inputs, facts, known, image, revision, hazards, refusals } = asked;
    const { waiting } = known;
    const config = (0,fact/* valueOf */.RP)(facts.config);
    const unchanged = whetherUnchanged(asked);
    const builds = image?.planned.action === 'build';
    return {
        version: 1,
        of: 'deploy',
        result: refusals.length > 0 ? 'refused' : unchanged.nothing ? 'nothing' : 'deploy',
        told: deployment_told(asked, unchanged),
        target: plannedTarget(facts),
        image: image?.planned ?? null,
        taskDefinition: revision?.planned ?? null,
        appspec: revision === null ? null : plannedAppSpec(known, revision),
        deployment: config && waiting ? plannedDeployment(config, waiting, inputs.ignoreAlarms) : null,
        wait: waiting === null ? null : plannedWait(waiting, onTopOf(inputs, known, waiting, builds)),
        inProgress: asked.inProgress,
        runTask: inputs.runTask === null ? null : plannedTask(inputs.runTask),
        smokeTest: inputs.smokeTest === null ? null : { minutes: inputs.smokeTest.minutes },
        refusals,
        warnings: [...known.warnings, ...hazards.warnings],
        notKnown: hazards.notKnown,
        cut: false,
    };
}
function whetherUnchanged({ inputs, known, revision, another }) {
    const { target, appspec } = known;
    // What another deployment leaves behind is not known before it has ended.
    if (another || target === null || appspec === null || revision === null)
        return { nothing: false, told: null };
    const name = revision.planned.to;
    return (0,unchanged/* isUnchanged */._)(inputs, { target, appspec }, { arn: revision.arn, name }, revision.rendered.body);
}
function deployment_told({ refusals, facts, revision, another, inProgress }, unchanged) {
    const { cluster, service } = facts.place;
    if (refusals.length > 0) {
        const count = refusals.length === 1 ? 'One thing speaks' : `${refusals.length} things speak`;
        return `${count} against a deployment to ${cluster}/${service}.`;
    }
    if (unchanged.told !== null)
        return unchanged.told;
    const { from = '', to = '' } = revision?.planned ?? {};
    const first = another && inProgress !== null ? `Deployment ${inProgress.id} comes first; as things stand, ` : '';
    return `${first}${to} would be deployed to ${cluster}/${service}, which runs ${from}.`;
}

;// CONCATENATED MODULE: ./build/preview/bounded.js
/** A plan's texts, cut and harmless; and its JSON, small enough for an output. */


/** GitHub: a job's outputs together have at most 1 MB, counted in UTF-16 (Workflow syntax: jobs.<job_id>.outputs). */
const LARGEST = 256 * 1024;
const LONGEST_TEXT = 2_000;
const LONGEST_CONTENT = 16_000;
const LONGEST_LIST = 200;
const FEW = 20;
/** One line of JSON, with `<account>` for the account's id: the runner blanks an output that holds what is masked. */
function planText(plan, account) {
    const whole = bounded(plan);
    const text = JSON.stringify(whole).length <= LARGEST ? JSON.stringify(whole) : JSON.stringify(bounded(plan, true));
    return /^\d{12}$/.test(account) ? text.replaceAll(new RegExp(`(?<!\\d)${account}(?!\\d)`, 'g'), '<account>') : text;
}
/** `small`: much shorter, where the whole is too large. */
function bounded(plan, small = false) {
    const state = { cut: small || plan.cut };
    const result = within(plan, { longest: small ? LONGEST_TEXT / 10 : LONGEST_TEXT, most: small ? FEW : LONGEST_LIST }, state);
    return { ...result, cut: state.cut };
}
function within(value, bounds, state, name = '') {
    if (typeof value === 'string') {
        const longest = name === 'content' ? Math.min(LONGEST_CONTENT, 8 * bounds.longest) : bounds.longest;
        state.cut ||= value.length > longest;
        return shownText(value, longest);
    }
    if (Array.isArray(value)) {
        state.cut ||= value.length > bounds.most;
        return value.slice(0, bounds.most).map((entry) => within(entry, bounds, state, name));
    }
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, within(member, bounds, state, key)]));
}

// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(4902);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(8747);
// EXTERNAL MODULE: ./build/target/describe.js
var describe = __webpack_require__(9935);
;// CONCATENATED MODULE: ./build/preview/sections.js
/** A plan in words: a heading and its lines, the same for the log and for the summary page. */




const sections_MINUTE = 60_000;
function sectionsOf(plan) {
    const own = plan.of === 'deploy' ? ofDeployment(plan) : ofRollback(plan);
    const all = [
        { heading: 'Target', lines: targetLines(plan.target) },
        ...own,
        { heading: 'AppSpec', lines: plan.appspec === null ? [] : [`From: ${plan.appspec.from}`, plan.appspec.content] },
        { heading: 'Deployment', lines: plan.deployment === null ? [] : deploymentLines(plan.deployment) },
        { heading: 'Wait', lines: plan.wait === null ? [] : waitLines(plan.wait) },
    ];
    return all.filter(({ lines }) => lines.length > 0);
}
function ofDeployment(plan) {
    const { inProgress, image, taskDefinition, runTask, smokeTest } = plan;
    const before = [
        ...(runTask === null ? [] : [`Runs a task (up to ${runTask.minutes} min): ${runTask.told}`, ...runTask.overrides]),
        ...(smokeTest === null
            ? []
            : [`Smoke test through the test listener, before the shift: up to ${smokeTest.minutes} min`]),
    ];
    return [
        {
            heading: 'Deployment in progress',
            lines: inProgress === null
                ? []
                : [
                    `${inProgress.id} (${inProgress.status}), ${inProgress.since === null ? '' : `since ${inProgress.since}, `}${inProgress.owner}`,
                    ...(inProgress.description === '' ? [] : [`Its description: ${inProgress.description}`]),
                    inProgress.then,
                ],
        },
        { heading: 'Image', lines: image === null ? [] : imageLines(image) },
        {
            heading: taskDefinition === null ? 'Task definition' : `Task definition: ${taskDefinition.from} \u2192 ${taskDefinition.to}`,
            lines: taskDefinition === null ? [] : definitionLines(taskDefinition),
        },
        { heading: 'Checks', lines: before },
    ];
}
function ofRollback({ to, how, leaves, deploymentId, first, candidates }) {
    const hows = {
        there: 'Production runs it: nothing would be done.',
        stop: `By stopping deployment ${deploymentId ?? ''} with rollback.`,
        follow: `Deployment ${deploymentId ?? ''} leads there: it would be followed to its end.`,
        deploy: 'By a new deployment of that revision.',
    };
    const lines = [
        ...(to === null ? [] : [candidateLine(to)]),
        ...(leaves === null ? [] : [`Leaves: ${leaves}`]),
        ...(how === null ? [] : [hows[how]]),
        ...(first === null ? [] : [first]),
    ];
    return [
        { heading: 'Returns to', lines },
        { heading: 'Other candidates', lines: candidates.map(candidateLine) },
    ];
}
function candidateLine({ revision, since, ageMinutes, commit, actor, image, deploymentId }) {
    return [
        revision,
        ...(since === null || ageMinutes === null ? [] : [`deployed ${since} (${(0,duration/* duration */.p)(ageMinutes * sections_MINUTE)} ago)`]),
        ...(deploymentId === null ? [] : [`by deployment ${deploymentId}`]),
        ...(commit === null ? [] : [`commit ${commit}`]),
        ...(actor === null ? [] : [`by ${actor}`]),
        ...(image === null ? [] : [`image ${image}`]),
    ].join(', ');
}
function targetLines(target) {
    const { cluster, service, running, desired, runs, application, group, foundBy, targetGroup, weights, url, testUrl } = target;
    const tasks = running === null || desired === null ? '' : `, ${running} tasks running, ${desired} desired`;
    const shares = weights.map((each) => `${each.targetGroup} ${each.weight}`).join(', ');
    return [
        `Service: ${cluster}/${service}${tasks}`,
        ...(runs === null
            ? []
            : [`Runs now: ${runs}${targetGroup === null ? '' : `, behind target group ${targetGroup}`}`]),
        ...(application === null ? [] : [`Deployment group: ${application} / ${group ?? ''} (found by ${foundBy ?? ''})`]),
        ...(shares === '' ? [] : [`Weights on the production listener: ${shares}`]),
        ...(url === null ? [] : [`Address: ${url}`]),
        ...(testUrl === null ? [] : [`Test address: ${testUrl}`]),
    ];
}
function imageLines({ action, reference, digest, tags, containers, told }) {
    const verbs = { build: 'Built and pushed', reuse: 'Reused', given: 'Given' };
    const named = digest === null || reference.includes(digest) ? reference : `${reference} (${digest})`;
    return [
        `${verbs[action]}: ${named}, ${told}`,
        ...(tags.length === 0 ? [] : [`${action === 'build' ? 'Tags' : 'Tags to add'}: ${tags.join(', ')}`]),
        ...(containers.length === 0 ? [] : [`For: ${containers.join(', ')}`]),
    ];
}
function definitionLines({ revision, to, startsFrom, changes, moreChanges, leftOut, }) {
    const what = revision === 'reused' ? `${to} is there already: no revision would be registered` : `${to} would be registered`;
    return [
        `${what}. Starts from: ${startsFrom}`,
        ...(changes.length === 0 ? ['No difference to what production runs.'] : changes.map(changeLine)),
        ...(moreChanges === 0 ? [] : [`\u2026 and ${moreChanges} more changes`]),
        ...(leftOut.length === 0 ? [] : [`Left out: ${leftOut.join(', ')}`]),
    ];
}
const SIGNS = { added: '+', removed: '-', changed: '~', reordered: '~' };
function changeLine({ path, kind, before, after, hidden }) {
    const head = `${SIGNS[kind]} ${path}`;
    if (kind === 'reordered')
        return `${head}: another order`;
    if (hidden)
        return `${head} (${kind}; value not shown)`;
    return `${head}: ${[before, after].filter((value) => value !== null).join(' \u2192 ')}`;
}
function deploymentLines({ configuration, schedule, readyMinutes, terminationMinutes, ignoreAlarms, }) {
    const steps = schedule.map(({ minute, percent }) => ({ atMs: minute * sections_MINUTE, percent }));
    return [
        `Configuration: ${configuration}`,
        `Production traffic: ${(0,describe/* schedule */._)({ steps, shiftMs: steps.at(-1)?.atMs ?? 0 })}`,
        readyMinutes === 0
            ? 'Before the shift: the group does not wait'
            : `Before the shift: the group waits up to ${readyMinutes} min for a word to go on`,
        `After the shift: the original tasks stay for ${terminationMinutes} min`,
        ...(ignoreAlarms ? ['Alarms of the group are ignored'] : []),
    ];
}
function waitLines({ until, expectedMinutes, limitMinutes, onTop }) {
    if (until === 'none')
        return ['The step ends when the deployment is started.'];
    return [
        `Until: ${until}`,
        `By the schedule: ${(0,duration/* duration */.p)(expectedMinutes * sections_MINUTE)}; given up after ${(0,duration/* duration */.p)(limitMinutes * sections_MINUTE)}`,
        ...onTop.map((text) => `On top: ${text}`),
    ];
}

;// CONCATENATED MODULE: ./build/preview/page.js
/** A plan as the job's summary page. */



const HEADS = {
    deploy: '\ud83d\udcdd Plan',
    nothing: '\ud83d\udcdd Plan: nothing to do',
    stop: '\ud83d\udcdd Plan: stop with rollback',
    follow: '\ud83d\udcdd Plan: follow',
    refused: '\u274c Plan: refused',
};
/** More lines than this are folded away. */
const OPEN = 12;
function page(plan, sections) {
    const { cluster, service } = plan.target;
    const refusals = plan.refusals.map(({ tried, on, why, repair }) => `Could not ${tried} (${on}): ${why} ${repair}`);
    const parts = [
        `### ${HEADS[plan.result]}: ${(0,markdown/* cell */.Hn)(service)} in ${(0,markdown/* cell */.Hn)(cluster)}`,
        (0,markdown/* cell */.Hn)(plan.told),
        ...block('Speaks against it', refusals),
        ...block('Warnings', plan.warnings),
        ...block('Not known', plan.notKnown),
        ...sections.map(sectionPart),
    ];
    return `${parts.join('\n\n')}\n`;
}
function block(heading, lines) {
    return lines.length === 0 ? [] : [`**${(0,markdown/* cell */.Hn)(heading)}**\n\n${(0,markdown/* list */.p_)(lines)}`];
}
function sectionPart({ heading, lines }) {
    const long = lines.length > OPEN || lines.some((line) => line.length > 400);
    return long ? (0,markdown/* details */.zH)(heading, (0,markdown/* list */.p_)(lines)) : `**${(0,markdown/* cell */.Hn)(heading)}**\n\n${(0,markdown/* list */.p_)(lines)}`;
}

;// CONCATENATED MODULE: ./build/preview/report.js
/** A plan in the log, on the job's summary page, and as the output `plan`. */







/** GitHub: a step's summary has at most 1 MiB. In UTF-16 units, of up to 3 bytes. */
const LARGEST_PAGE = 300 * 1024;
async function reportPreview(whole, account, { log, runner }) {
    runner.setOutput('plan', planText(whole, account));
    const plan = bounded(whole);
    const sections = sectionsOf(plan);
    for (const { heading, lines } of sections)
        await tellSection(heading, lines, log);
    for (const line of plan.notKnown)
        log.info(`Not known: ${line}`);
    for (const warning of plan.warnings)
        log.warning(warning);
    // Whole: commands to copy must not be cut.
    for (const fault of whole.refusals)
        log.error((0,errors/* describeFault */.Qx)(fault));
    log.info(plan.told);
    try {
        const markdown = page(plan, sections);
        const small = () => bounded(whole, true);
        await runner.addSummary(markdown.length <= LARGEST_PAGE ? markdown : page(small(), sectionsOf(small())));
    }
    catch (error) {
        log.warning(`The job summary could not be written: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
function tellSection(heading, lines, log) {
    return log.group(heading, () => {
        for (const line of lines)
            log.info(line);
        return Promise.resolve();
    });
}

// EXTERNAL MODULE: ./build/rollback/candidates.js
var rollback_candidates = __webpack_require__(419);
// EXTERNAL MODULE: ./build/rollback/choose.js
var choose = __webpack_require__(5484);
// EXTERNAL MODULE: ./build/rollback/plan.js + 3 modules
var rollback_plan = __webpack_require__(8318);
// EXTERNAL MODULE: ./build/rollback/search.js + 1 modules
var search = __webpack_require__(1118);
// EXTERNAL MODULE: ./build/target/waiting.js
var target_waiting = __webpack_require__(5183);
;// CONCATENATED MODULE: ./build/preview/rollback.js
/** What `mode: rollback` with these inputs would do. */



















async function previewRollback(inputs, aws, world) {
    try {
        const plan = await (0,rollback_plan/* planRollback */.I)(inputs, aws, world);
        return await previewOf(plan, inputs, aws, world);
    }
    catch (error) {
        const place = (0,target_place/* placeOf */.$t)(aws.region, inputs.cluster, inputs.service);
        const refusals = error instanceof errors/* RefusalError */.XQ ? error.refusals : [(0,faults/* faultOf */.Kl)(error, place)];
        return { plan: refused(refusals, place), account: place.account };
    }
}
function refused(refusals, place) {
    const count = refusals.length === 1 ? 'One thing speaks' : `${refusals.length} things speak`;
    return {
        ...rollback_NOTHING,
        result: 'refused',
        told: `${count} against a rollback of ${place.cluster}/${place.service}.`,
        target: targetUnread(place),
        refusals,
    };
}
const rollback_NOTHING = {
    version: 1,
    of: 'rollback',
    warnings: [],
    notKnown: [],
    to: null,
    how: null,
    leaves: null,
    deploymentId: null,
    first: null,
    appspec: null,
    deployment: null,
    wait: null,
    candidates: [],
    cut: false,
};
async function previewOf(plan, inputs, aws, world) {
    const { target, choice } = plan;
    const now = world.clock.now();
    const place = (0,target_place/* placeOf */.$t)(aws.region, inputs.cluster, inputs.service, target.service);
    const waiting = (0,target_waiting/* waitingOf */.P)(inputs.waiting, target.group);
    // The rollback's own plan tells of alarms already.
    const facts = { place, service: (0,fact/* known */.eO)(target.service), group: fact/* UNKNOWN */.HV };
    const [others, hazards] = await Promise.all([
        (0,fact/* fact */.fK)(plan.candidates()),
        readHazards(facts, { waiting, ignoreAlarms: inputs.ignoreAlarms }, aws, world),
    ]);
    const candidates = ((0,fact/* valueOf */.RP)(others) ?? []).map((candidate) => plannedCandidate(candidate, now));
    const output = {
        ...rollback_NOTHING,
        ...actionOf(choice),
        ...(choice.kind === 'deploy' ? newDeployment(choice, plan, waiting, inputs) : {}),
        refusals: [],
        target: targetKnown(target, place),
        to: destinationOf(plan, candidates, now),
        warnings: [...plan.warnings, ...hazards.warnings],
        notKnown: [
            ...hazards.notKnown,
            ...(others.state === 'failed' ? [`What else production could return to: ${(0,plain/* plain */.p)((0,errors/* messageOf */.bD)(others.error))}`] : []),
        ],
        candidates: candidates.filter(({ revision }) => revision !== choice.to.name),
    };
    return { plan: output, account: place.account };
}
function newDeployment({ appspec, appspecFrom }, { target }, waiting, { ignoreAlarms }) {
    return {
        appspec: { from: appspecFrom, content: appspec.content },
        deployment: plannedDeployment(target.group.config, waiting, ignoreAlarms),
        wait: plannedWait(waiting, startOnTop(waiting)),
    };
}
/** Age, commit and actor as the history tells them; of what runs now, the image alone is known. */
function destinationOf({ choice, target }, candidates, now) {
    if (choice.kind === 'deploy')
        return plannedCandidate(choice.candidate, now);
    const { name, arn } = choice.to;
    const listed = candidates.find(({ revision }) => revision === name);
    if (listed !== undefined)
        return listed;
    return arn === target.live.arn
        ? plannedCandidate((0,search/* knownCandidate */.j)((0,rollback_candidates/* undeployed */.cn)(name), target.live, target), now)
        : { revision: name, deploymentId: null, since: null, ageMinutes: null, commit: null, actor: null, image: null };
}
function actionOf(choice) {
    const { kind, why, to } = choice;
    const none = { how: kind, leaves: null, deploymentId: null, first: null };
    const because = `${(0,plain/* plain */.p)(why)}.`;
    switch (kind) {
        case 'there':
            return { ...none, result: 'nothing', told: `Nothing would be done: ${because}` };
        case 'stop':
            return {
                ...none,
                ...inProgress(choice),
                result: kind,
                told: `${to.name} would be returned to by a stop: ${because}`,
            };
        case 'follow':
            return {
                ...none,
                ...inProgress(choice),
                result: kind,
                told: `The deployment in progress would be followed: ${because}`,
            };
        case 'deploy': {
            const told = `${to.name} would be deployed: ${because}`;
            return { ...none, result: kind, told, leaves: choice.leaves.name, first: rollback_firstOf(choice.first) };
        }
    }
}
function inProgress({ id, leaves, }) {
    return { deploymentId: id, leaves: leaves.name };
}
function rollback_firstOf(first) {
    if (first === null)
        return null;
    const { id, how } = first;
    if (how === 'wait')
        return `Deployment ${id} is in progress and would be waited for.`;
    return how === 'stop'
        ? `Deployment ${id} is in progress and would be stopped with rollback.`
        : `Deployment ${id} is in its termination wait, which would be ended.`;
}
function plannedCandidate({ revision, deploymentId, at, commit, actor, image }, now) {
    const since = at === null ? null : new Date(at).toISOString();
    const ageMinutes = at === null ? null : Math.max(0, Math.round((now - at) / 60_000));
    return { revision, deploymentId, since, ageMinutes, commit, actor, image };
}

;// CONCATENATED MODULE: ./build/preview/remember.js

/** A log that keeps warnings instead of telling them: what a plan warns of is told once, with the plan. */
function rememberWarnings(log) {
    const told = [];
    return { log: { ...log, warning: (text) => void told.push(text) }, told };
}

;// CONCATENATED MODULE: ./build/preview.js
/** The story of a plan: the reads of the other modes, what they come to, and no write. */








/** Tells what would be done, and does none of it. True where nothing speaks against it. */
async function preview({ of }, world) {
    const { log, signal } = world;
    const aws = await (0,build_world/* openFor */.q)(of.waiting, world.env);
    const listening = rememberWarnings(log);
    const within = { ...world, log: listening.log };
    const read = () => of.mode === 'rollback' ? previewRollback(of, aws, within) : previewDeployment(of, aws, within);
    const { plan, account } = await log.group('Look', () => (0,signals/* unlessAborted */.Wh)(signal, read()));
    await reportPreview({ ...plan, warnings: [...listening.told, ...plan.warnings] }, account, world);
    return plan.result !== 'refused';
}


/***/ })

};
