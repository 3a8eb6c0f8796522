export const id = 203;
export const ids = [203];
export const modules = {

/***/ 203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollback: () => (/* binding */ rollback)
});

// EXTERNAL MODULE: ./build/engine/cancellable.js
var cancellable = __webpack_require__(8477);
// EXTERNAL MODULE: ./build/engine/codedeploy/engine.js
var codedeploy_engine = __webpack_require__(7066);
// EXTERNAL MODULE: ./build/errors.js
var build_errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/ports/signals.js
var signals = __webpack_require__(8270);
// EXTERNAL MODULE: ./build/report/outcome.js
var outcome = __webpack_require__(4247);
// EXTERNAL MODULE: ./build/report/steps.js
var steps = __webpack_require__(6884);
// EXTERNAL MODULE: ./build/target/config.js
var target_config = __webpack_require__(6932);
// EXTERNAL MODULE: ./build/report/console.js
var console = __webpack_require__(7150);
// EXTERNAL MODULE: ./build/engine/codedeploy/describe.js
var describe = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/engine/codedeploy/observation.js
var observation = __webpack_require__(8852);
// EXTERNAL MODULE: ./build/engine/engine.js
var engine = __webpack_require__(6737);
// EXTERNAL MODULE: ./build/target/target.js
var target_target = __webpack_require__(8151);
// EXTERNAL MODULE: ./build/task-definition/load.js + 1 modules
var load = __webpack_require__(3299);
// EXTERNAL MODULE: ./build/watch/stage.js
var stage = __webpack_require__(4102);
;// CONCATENATED MODULE: ./build/rollback/running.js
/** The deployment in progress, as a rollback looks at it. */









async function lookAtRunning(info, target, codedeploy) {
    const id = info.deploymentId ?? '';
    const seen = (0,observation/* withTarget */.yY)((0,observation/* withDeployment */.AI)((0,engine/* unseen */.n)(id), info), await codedeploy.getEcsTarget(id, (0,target_target/* engineTarget */.k)(target).ecsTarget));
    return runningOf(info, seen, target);
}
function runningOf(info, seen, target) {
    const described = (0,describe/* parseDescription */.aJ)(info.description ?? '');
    const byCodeDeploy = info.creator === 'codeDeployRollback';
    const green = setIn(target.service, (0,stage/* setOf */.s4)(seen, 'green')?.id);
    return {
        seen,
        stage: (0,stage/* stageOf */.gV)(seen),
        byCodeDeploy,
        described,
        description: info.description ?? '',
        config: info.deploymentConfigName ?? null,
        blue: revisionIn(originalOf(seen, target)),
        green: revisionIn(green) ?? namedBy(described, target),
    };
}
/** As long as it has no task sets of its own, the original is what is live. */
function originalOf(seen, { service, primary }) {
    const blue = (0,stage/* setOf */.s4)(seen, 'blue');
    if (blue === undefined)
        return primary.externalId === seen.id ? undefined : primary;
    const found = setIn(service, blue.id);
    return found?.status === 'DRAINING' ? undefined : found;
}
function setIn(service, id) {
    return (service.taskSets ?? []).find((set) => set.id !== undefined && set.id === id);
}
function revisionIn(set) {
    const arn = set?.taskDefinition;
    return arn === undefined ? null : { arn, name: (0,load/* revisionName */.pd)(arn) };
}
/** Of the family and account of what is live. */
function namedBy(described, { live }) {
    if (described === null)
        return null;
    return { name: described.to, arn: live.arn.replace(/[^/]*$/, described.to) };
}

;// CONCATENATED MODULE: ./build/rollback/choose.js
/** What is done, given what is in progress and where a rollback is to lead. Pure. */

/** `previous`, before any history is read: `deploy` says that the history has to tell which revision it is. */
function choosePrevious(standing) {
    const { live, running, ownWork } = standing;
    if (ownWork)
        return { kind: 'there', to: live, why: `${live.name} was brought back by an earlier attempt of this job` };
    if (running === null)
        return { kind: 'deploy', first: null, why: 'no deployment is in progress' };
    const { id } = running.seen;
    if (running.byCodeDeploy) {
        const to = running.blue ?? live;
        const why = `deployment ${id} is a rollback by CodeDeploy, which is never stopped: it leads to ${to.name}`;
        return { kind: 'follow', id, to, leaves: leavesOf(running, live), why };
    }
    return running.stage === 'terminating' ? previousOfShifted(running, standing) : previousOfShifting(running, live);
}
/** Production is on the replacement; the original may still live. */
function previousOfShifted(running, { live, placeholder }) {
    const { id } = running.seen;
    const first = clearance(running);
    if (running.described?.kind === 'rollback') {
        const bad = running.described.from;
        return {
            kind: 'deploy',
            first,
            why: `a stop of deployment ${id} would return to ${bad}, which was rolled back from`,
        };
    }
    if (running.blue === null)
        return { kind: 'deploy', first, why: `deployment ${id} is ending, and its original task set with it` };
    if (placeholder) {
        return {
            kind: 'deploy',
            first,
            why: `a stop of deployment ${id} would return to the placeholder of a fresh stack`,
        };
    }
    return stop(running, running.blue, live, 'its original task set still runs, so that this takes seconds');
}
/** Production is on the original, or on its way from there. */
function previousOfShifting(running, live) {
    const { id } = running.seen;
    const { described, green } = running;
    if (described?.kind === 'rollback' && green !== null) {
        const why = `deployment ${id} is a rollback to ${green.name} already`;
        return { kind: 'follow', id, to: green, leaves: live, why };
    }
    return stop(running, running.blue ?? live, live, 'production is not wholly on its replacement yet');
}
/** A revision by name or ARN that is known. */
function chooseRevision(asked, { live, running }) {
    if (running === null)
        return chooseIdle(asked, live);
    const { id } = running.seen;
    if (running.byCodeDeploy) {
        const to = running.blue ?? live;
        return to.name === asked.name
            ? {
                kind: 'follow',
                id,
                to,
                leaves: leavesOf(running, live),
                why: `deployment ${id}, a rollback by CodeDeploy, leads there`,
            }
            : deployAfter(running, 'is a rollback by CodeDeploy, which is never stopped');
    }
    const shifted = running.stage === 'terminating';
    if (shifted && asked.name === live.name)
        return chooseIdle(asked, live);
    if (running.blue?.name === asked.name) {
        return stop(running, running.blue, live, 'that is what its original task set runs, so that this takes seconds');
    }
    if (!shifted && running.green?.name === asked.name) {
        return {
            kind: 'follow',
            id,
            to: running.green,
            leaves: live,
            why: `deployment ${id} is in progress and leads there`,
        };
    }
    return deployAfter(running, 'leads neither forward nor back to it');
}
function chooseIdle(asked, live) {
    return asked.name === live.name
        ? { kind: 'there', to: live, why: `${live.name} takes the production traffic already` }
        : { kind: 'deploy', first: null, why: 'no deployment is in progress that could be stopped' };
}
function stop(running, to, live, because) {
    const { id } = running.seen;
    const why = `deployment ${id} is in progress, and stopping it leads to ${to.name}: ${because}`;
    return { kind: 'stop', id, to, leaves: leavesOf(running, live), why };
}
function deployAfter(running, because) {
    return {
        kind: 'deploy',
        first: clearance(running),
        why: `deployment ${running.seen.id} is in progress and ${because}`,
    };
}
/** Production is never moved to a revision that nobody asked for: once the shift is done, the deployment is let end. */
function clearance({ seen, stage, byCodeDeploy, blue }) {
    const { id } = seen;
    if (byCodeDeploy)
        return { id, how: 'wait' };
    if (stage === 'terminating')
        return { id, how: blue === null ? 'wait' : 'finish' };
    return { id, how: stage === 'finishing' ? 'finish' : 'stop' };
}
function leavesOf({ green }, live) {
    return green ?? live;
}

// EXTERNAL MODULE: ./build/follow.js + 5 modules
var follow = __webpack_require__(4871);
// EXTERNAL MODULE: ./build/report/progress.js
var progress = __webpack_require__(5364);
// EXTERNAL MODULE: ./build/target/waiting.js
var target_waiting = __webpack_require__(5183);
// EXTERNAL MODULE: ./build/watch.js + 6 modules
var watch = __webpack_require__(1219);
// EXTERNAL MODULE: ./build/world.js
var build_world = __webpack_require__(3920);
;// CONCATENATED MODULE: ./build/rollback/errand.js










/** The plan does not hold any more: what it was made from has changed meanwhile. */
const CHANGED = 'changed';
/** Tells what happens to a deployment. */
function tellTo({ log, runner }) {
    return (event) => {
        log.info((0,progress/* line */.n)(event));
        if (event.kind === 'rollback')
            runner.setOutput('rollback-deployment-id', event.deploymentId);
    };
}
/** Watches a deployment until that end, and tells what happens. */
async function watchTo(until, id, { engine, inputs, target, world }) {
    const { clock, signal } = world;
    const { limitMs, ...waiting } = (0,target_waiting/* waitingOf */.P)({ ...inputs.waiting, until }, target.group);
    // Until the group's own wait begins the same is waited for as until it ends.
    const whole = { ...waiting, limitMs: limitMs + (until === 'test-ready' ? waiting.readyMs : 0) };
    const watching = (0,watch/* watch */.w)(engine, id, { ...(0,follow/* whereabouts */.CJ)(target), waiting: whole, clock, random: Math.random, signal });
    const tell = tellTo(world);
    for (;;) {
        const next = await watching.next();
        if (next.done)
            return next.value;
        tell(next.value);
    }
}

// EXTERNAL MODULE: ./build/stop.js
var build_stop = __webpack_require__(1110);
// EXTERNAL MODULE: ./build/target/facts.js
var target_facts = __webpack_require__(2995);
// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/target/fact.js
var fact = __webpack_require__(4044);
// EXTERNAL MODULE: ./build/target/read.js
var read = __webpack_require__(5830);
// EXTERNAL MODULE: ./build/target/check-group.js
var check_group = __webpack_require__(9018);
// EXTERNAL MODULE: ./build/target/check-service.js
var check_service = __webpack_require__(7750);
// EXTERNAL MODULE: ./build/target/faults.js + 2 modules
var faults = __webpack_require__(2304);
// EXTERNAL MODULE: ./build/target/target-of.js
var target_of = __webpack_require__(357);
;// CONCATENATED MODULE: ./build/target/standing.js








/**
 * What is there now, for a mode that acts on a deployment: it may be in the middle of a shift, so that the listener is not
 * judged. Throws a `RefusalError` with everything that could not be read or is no group of the service.
 */
function standingOf(facts) {
    const service = (0,fact/* valueOf */.RP)(facts.service);
    const group = (0,fact/* valueOf */.RP)(facts.group);
    const { place, ...others } = facts;
    const errors = Object.values(others).flatMap((read) => (read.state === 'failed' ? [read.error] : []));
    const own = service === undefined ? [] : (0,check_service/* serviceFaults */.j)(service, place);
    const primary = own.length === 0 ? (0,target_facts/* primaryOf */.Os)(service) : undefined;
    const refusals = [
        ...(0,faults/* faultsOf */.xm)(errors, place, group && `${group.application}/${group.name}`),
        ...own,
        ...(group === undefined ? [] : (0,check_group/* groupFaults */.X7)(group, place)),
        ...(group === undefined || primary === undefined ? [] : (0,check_group/* pairFaults */.qy)(group, primary)),
    ];
    const target = (0,target_of/* targetOf */.$)(facts);
    if (refusals.length === 0 && target !== null)
        return target;
    throw refusals.length > 0 ? new build_errors/* RefusalError */.XQ(refusals) : new Error('a fact is missing, and nothing says why');
}

// EXTERNAL MODULE: ./build/report/permission.js
var permission = __webpack_require__(8880);
// EXTERNAL MODULE: ./build/report/plain.js
var plain = __webpack_require__(2071);
;// CONCATENATED MODULE: ./build/rollback/alarms.js





/**
 * The alarms of the group that are in ALARM, since CodeDeploy starts no deployment while one is, and ends one that goes on.
 * What cannot be read is a warning as well: an alarm is no reason to refuse.
 */
async function alarmWarnings({ info }, ignored, alarms) {
    const { enabled, alarms: watched = [] } = info.alarmConfiguration ?? {};
    const names = watched.flatMap(({ name }) => (name === undefined ? [] : [name]));
    if (enabled !== true || names.length === 0 || ignored)
        return [];
    try {
        const states = await alarms.states(names);
        return states
            .filter(({ state }) => state === 'ALARM')
            .map(({ name, reason }) => {
            const why = reason === '' ? '' : ` (${reason})`;
            return (0,plain/* plain */.p)(`Alarm ${name} of the deployment group is in ALARM${why}, and fails a deployment: set ignore-alarms: true if it is due to what this rollback repairs.`);
        });
    }
    catch (error) {
        if (!(error instanceof aws_error/* AwsCallError */.iQ))
            throw error;
        const repair = error.kind === 'denied' ? (0,permission/* permissionFor */.T)(error) : (0,plain/* plain */.p)(error.message);
        return [`Whether alarms of the deployment group (${names.join(', ')}) are in ALARM could not be read. ${repair}`];
    }
}

// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
// EXTERNAL MODULE: ./build/task-definition/bootstrap.js
var bootstrap = __webpack_require__(8356);
// EXTERNAL MODULE: ./build/task-definition/containers.js
var containers = __webpack_require__(5804);
;// CONCATENATED MODULE: ./build/rollback/check.js
/** What speaks against returning to a revision. */





/** ECS API: TaskDefinitionStatus is ACTIVE, INACTIVE or DELETE_IN_PROGRESS. */
function statusFaults(body, revision) {
    const status = (0,json/* textOf */.b6)(body['status']);
    if (status === '' || status === 'ACTIVE')
        return [];
    return [
        {
            tried: 'use the revision to roll back to',
            on: revision,
            why: `it is ${status}: it was deregistered, and ECS starts no new task set of it`,
            repair: 'Register the same definition again and roll back to that revision, or choose another one.',
        },
    ];
}
/** Container and port behind the load balancer must be in the definition (CodeDeploy user guide: AppSpec resources for ECS). */
function balancerFaults(body, revision, { containerName, containerPort }) {
    const at = { tried: 'put the load balancer in front of the revision to roll back to', on: revision };
    const repair = 'Choose a revision with this container and port, or deploy the old commit with a definition that has them.';
    const names = (0,containers/* containerNames */.MR)(body);
    if (!names.includes(containerName)) {
        const why = `the load balancer goes to container '${containerName}', and this revision has: ${names.join(', ')}`;
        return [{ ...at, why, repair }];
    }
    const ports = (0,containers/* containerPorts */.UR)(body, containerName);
    if (ports.includes(containerPort))
        return [];
    const maps = ports.length === 0 ? 'no port of it' : `only ${ports.join(', ')}`;
    const why = `the load balancer goes to port ${containerPort} of container '${containerName}', and this revision maps ${maps}`;
    return [{ ...at, why, repair }];
}
/** True for the placeholder that a fresh stack begins with. */
function isPlaceholder(body) {
    return (0,containers/* containersOf */.Mz)(body).some(({ dockerLabels }) => (0,json/* isObject */.Gv)(dockerLabels) && bootstrap/* BOOTSTRAP_LABEL */._ in dockerLabels);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/appspec/load.js + 4 modules
var appspec_load = __webpack_require__(7261);
// EXTERNAL MODULE: ./build/appspec/keys.js
var keys = __webpack_require__(9459);
;// CONCATENATED MODULE: ./build/appspec/task-definition.js


/** What an AppSpec deploys, as it stands there (an ARN); null where it names nothing. */
function taskDefinitionIn(document) {
    for (const entry of (0,json/* elementsOf */.ZE)((0,keys/* findKey */.Tj)(document, 'Resources')?.value)) {
        const [resource] = (0,json/* isObject */.Gv)(entry) ? Object.values(entry) : [];
        const value = (0,keys/* findKey */.Tj)((0,keys/* findKey */.Tj)(resource, 'Properties')?.value, 'TaskDefinition')?.value;
        if (typeof value === 'string')
            return value;
    }
    return null;
}

;// CONCATENATED MODULE: ./build/rollback/appspecs.js
/** The AppSpecs that deployments were made with. */








/** One call each: as many are read to learn what deployments of others brought. */
const MOST = 100;
/** Each is read once. What cannot be read is told once. */
function appSpecsOf(codedeploy, application, log) {
    const known = new Map();
    const elsewhere = new Set();
    const fetch = async (sha256, id) => {
        const content = await codedeploy.getAppSpec(application, sha256);
        if (content === null)
            log.info(`CodeDeploy does not keep the AppSpec of deployment ${id} any more.`);
        return content === null ? null : parsed(content, id, log);
    };
    return {
        read(sha256, id) {
            if (sha256 === null) {
                if (!elsewhere.has(id))
                    log.info(`Deployment ${id} is passed over: its AppSpec lies in S3 and is not read.`);
                elsewhere.add(id);
                return Promise.resolve(null);
            }
            const there = known.get(sha256);
            if (there !== undefined)
                return there;
            if (known.size === MOST)
                log.info(`The AppSpecs of ${MOST} deployments were read; those of older ones are not.`);
            const read = known.size >= MOST ? Promise.resolve(null) : fetch(sha256, id);
            known.set(sha256, read);
            return read;
        },
    };
}
async function parsed(content, id, log) {
    try {
        const file = await (0,appspec_load/* parseAppSpec */.WS)(`the AppSpec of deployment ${id}`, content);
        const definition = taskDefinitionIn(file.document);
        if (definition !== null) {
            const sha256 = (0,external_node_crypto_.createHash)('sha256').update(content, 'utf8').digest('hex');
            return { content, sha256, file, revision: (0,describe/* revisionOf */.DT)(definition) };
        }
        log.info(`The AppSpec of deployment ${id} names no task definition.`);
    }
    catch (error) {
        if (!(error instanceof build_errors/* StepError */.zg))
            throw error;
        log.info(`The AppSpec of deployment ${id} cannot be used: ${error.fault.why}`);
    }
    return null;
}

;// CONCATENATED MODULE: ./build/rollback/history.js
/** What was deployed before, and what of it counts. */


function pastOf(info) {
    const { deploymentId, status, createTime, completeTime, creator, description, revision } = info;
    if (deploymentId === undefined || createTime === undefined)
        return [];
    return [
        {
            id: deploymentId,
            status: status ?? '',
            at: createTime.getTime(),
            endedAt: completeTime?.getTime() ?? Infinity,
            byCodeDeploy: creator === 'codeDeployRollback',
            described: (0,describe/* parseDescription */.aJ)(description ?? ''),
            appspec: revision?.appSpecContent?.sha256 ?? null,
        },
    ];
}
/** By creation; a group has one deployment at a time, so of two that were created at once the later one ended later. */
function newestFirst(pasts) {
    return pasts.toSorted((a, b) => b.at - a.at || compare(b.endedAt, a.endedAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
function compare(a, b) {
    return a === b ? 0 : a < b ? -1 : 1;
}
/** Those that succeeded and took production. `history`: newest first. */
function succeeded(history) {
    return history.filter(({ status, byCodeDeploy }) => status === 'Succeeded' && !byCodeDeploy);
}
/** Of these, those that were there before what is live now. */
function beforeCurrent(history, current) {
    const index = history.findIndex(({ id }) => id === current.id);
    const earlier = index < 0 ? history.filter(({ at }) => at < current.at) : history.slice(index + 1);
    return succeeded(earlier);
}
/**
 * True where the revision that this deployment brought was rolled back from afterwards, by a rollback of this action that
 * took production. A later deployment of the same revision counts again.
 */
function isRetired(past, revision, history, current) {
    const later = history.slice(0, Math.max(0, history.indexOf(past)));
    return later.some(({ id, status, described }) => described?.kind === 'rollback' &&
        described.from === revision &&
        (status === 'Succeeded' || (id === current.id && status !== 'Failed' && status !== 'Stopped')));
}

;// CONCATENATED MODULE: ./build/rollback/candidates.js
/** From past deployments to revisions that production could return to. */



/**
 * What these deployments brought, in their order; each revision once, by the first of them that `counts`. A description of
 * this action tells it, else the AppSpec, which is read no earlier than the consumer gets there.
 */
async function* candidatesOf(pasts, appspecs, counts = () => true) {
    const seen = new Set();
    for (const past of pasts) {
        const revision = past.described?.to ?? (await appspecs.read(past.appspec, past.id))?.revision ?? null;
        if (revision === null || seen.has(revision) || !counts(past, revision))
            continue;
        seen.add(revision);
        yield candidateOf(past, revision, pasts);
    }
}
/** A rollback may not know the commit of what it brought; the deployment that brought it first does. */
function candidateOf(past, revision, pasts) {
    const { id, at, described, appspec } = past;
    const telling = pasts.find((other) => other.described?.to === revision && other.described.commit !== null);
    return {
        revision,
        deploymentId: id,
        at,
        commit: described?.commit ?? telling?.described?.commit ?? null,
        actor: described?.actor ?? null,
        appspec,
    };
}
/** One that no deployment is known of. */
function undeployed(revision) {
    return { revision, deploymentId: null, at: null, commit: null, actor: null, appspec: null };
}

// EXTERNAL MODULE: ./build/image/ecr-of.js
var ecr_of = __webpack_require__(180);
// EXTERNAL MODULE: ./build/image/reference.js
var image_reference = __webpack_require__(7755);
;// CONCATENATED MODULE: ./build/rollback/images.js
/** The images of a task definition, as references: whether they are still there, and which of them is meant. */








/** Container name and image, in the definition's order. */
function imagesOf(body) {
    return (0,containers/* containersOf */.Mz)(body).map(({ name, image }) => [(0,json/* textOf */.b6)(name), (0,json/* textOf */.b6)(image)]);
}
/** The image of the container, else of the first one. */
function imageOf(body, container) {
    const images = imagesOf(body);
    const [, image = ''] = images.find(([name]) => name === container) ?? images[0] ?? [];
    return image;
}
/** Whether ECR still has each image. Other registries are not asked, and what may not be read is no reason to refuse. */
async function checkImages(body, revision, ecr) {
    const checks = imagesOf(body).map(([container, image]) => checkImage(container, image, { revision, ecr }));
    const all = await Promise.all(checks);
    return {
        faults: all.flatMap(({ faults }) => faults),
        warnings: [...new Set(all.flatMap(({ warnings }) => warnings))],
    };
}
const FINE = { faults: [], warnings: [] };
async function checkImage(container, image, { revision, ecr }) {
    const reference = (0,image_reference/* parseReference */.F2)(image);
    const repository = reference?.repository ?? null;
    if (reference === null || repository === null || (0,image_reference/* ecrRegistry */.gO)(reference.registry) === null)
        return FINE;
    try {
        const found = await (0,ecr_of/* ecrOf */.e)(image, ecr).describeImage(repository, idOf(reference));
        return found === null ? gone(container, image, revision) : FINE;
    }
    catch (error) {
        if (!(error instanceof aws_error/* AwsCallError */.iQ))
            throw error;
        if (error.kind === 'missing')
            return gone(container, image, revision);
        if (error.kind !== 'denied')
            throw error;
        return { faults: [], warnings: [`Whether ECR still has ${image} could not be asked. ${(0,permission/* permissionFor */.T)(error)}`] };
    }
}
/** With both, the digest is what runs; with neither, `latest` (Docker's rule). */
function idOf({ digest, tag }) {
    return digest === null ? { tag: tag ?? 'latest' } : { digest };
}
function gone(container, image, revision) {
    const fault = {
        tried: 'find the image of the revision to roll back to',
        on: `${revision}, container '${container}'`,
        why: `ECR does not have ${image} any more: no task of this revision could start`,
        repair: 'Push it again, or roll back to a revision whose image is there.',
    };
    return { faults: [fault], warnings: [] };
}

// EXTERNAL MODULE: ./build/ports/clock.js
var clock = __webpack_require__(3201);
;// CONCATENATED MODULE: ./build/rollback/read-history.js




const DAY_MS = 24 * 60 * 60_000;
/** Most rollbacks are found in the first. null: all times. */
const WINDOWS_DAYS = [14, 90, 365, null];
/** As many deployments are looked at, 25 in a call. */
const read_history_MOST = 1000;
function historyOf(ports, group) {
    const windows = [];
    const known = new Map();
    const read = async (days) => {
        const since = days === null ? null : ports.clock.now() - days * DAY_MS;
        const ids = await ports.codedeploy.listDeployments(group.application, group.name, since);
        const fresh = ids.filter((id) => !known.has(id));
        const room = Math.max(0, read_history_MOST - known.size);
        if (fresh.length > room)
            ports.log.info(`Only ${read_history_MOST} deployments of the group are looked at.`);
        // CodeDeploy's order is not documented; which of too many are left out is open.
        const infos = fresh.length === 0 || room === 0 ? [] : await ports.codedeploy.getDeployments(fresh.slice(0, room));
        for (const past of infos.flatMap(pastOf))
            known.set(past.id, past);
        return newestFirst([...known.values()]);
    };
    return {
        async window(index) {
            const days = WINDOWS_DAYS[index];
            if (days === undefined)
                return null;
            // One after the other: a wider window begins with what the narrower ones have read.
            for (let next = windows.length; next <= index; next += 1) {
                const before = windows.at(-1) ?? Promise.resolve([]);
                const own = WINDOWS_DAYS[next] ?? null;
                windows.push(before.then(() => read(own)));
            }
            return windows[index] ?? null;
        },
    };
}

;// CONCATENATED MODULE: ./build/rollback/search.js
/** What the search for a revision works with. */












function searchOf(target, standing, ports) {
    const { primary, group, live } = target;
    const { aws, clock, log } = ports;
    const made = primary.externalId ?? '';
    return {
        ...ports,
        target,
        standing: [(0,load/* revisionName */.pd)(live.arn), ...standing],
        current: { id: made === '' ? null : made, at: primary.createdAt?.getTime() ?? clock.now() },
        history: historyOf({ codedeploy: aws.codedeploy, clock, log }, group),
        appspecs: appSpecsOf(aws.codedeploy, group.application, log),
        definition: definitionsOf(aws.ecs, live),
    };
}
function definitionsOf(ecs, live) {
    const known = new Map([[(0,load/* revisionName */.pd)(live.arn), Promise.resolve(live)]]);
    return (reference) => {
        const name = (0,load/* revisionName */.pd)(reference);
        const there = known.get(name) ?? search_describe(reference, ecs);
        known.set(name, there);
        return there;
    };
}
/** ECS API: an unknown family or revision is a ClientException, "Unable to describe task definition." */
async function search_describe(reference, ecs) {
    try {
        return await ecs.describeTaskDefinition(reference);
    }
    catch (error) {
        if (error instanceof aws_error/* AwsCallError */.iQ && (error.kind === 'missing' || error.code === 'ClientException'))
            return null;
        throw error;
    }
}
/** With what its definition tells. */
function knownCandidate(candidate, { arn, definition }, target) {
    const image = imageOf(definition, target.primary.loadBalancers?.[0]?.containerName ?? '');
    const commit = candidate.commit ?? commitIn((0,image_reference/* parseReference */.F2)(image)?.tag ?? '');
    return { ...candidate, revision: (0,load/* revisionName */.pd)(arn), arn, image, commit };
}
/** A tag that is a commit: whole, or cut to seven digits. */
function commitIn(tag) {
    return /^[0-9a-f]{7}(?:[0-9a-f]{33})?$/.test(tag) ? tag.slice(0, 7) : null;
}

// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(8747);
;// CONCATENATED MODULE: ./build/rollback/words.js
/** Words of a rollback, for log and refusals. */



const words_DAY_MS = 24 * 60 * 60_000;
/** `web:10 (3 days ago, commit 0123456, by octocat, image shop-web@sha256:0123456789ab\u2026)` */
function tellCandidate({ revision, at, commit, actor, image }, now) {
    const parts = [
        at === null ? 'no deployment known' : `${age(now - at)} ago`,
        ...(commit === null ? [] : [`commit ${commit}`]),
        ...(actor === null ? [] : [`by ${actor}`]),
        `image ${shortImage(image)}`,
    ];
    return (0,plain/* plain */.p)(`${revision} (${parts.join(', ')})`);
}
/** `5 min`, `3 h`, `12 days` */
function age(ms) {
    return ms < 2 * words_DAY_MS ? (0,duration/* duration */.p)(ms) : `${Math.floor(ms / words_DAY_MS)} days`;
}
/** Without the registry, which holds an account id that the runner would blank, and with a short digest. */
function shortImage(image) {
    const host = /^[^/]*[.:][^/]*\//.exec(image)?.[0] ?? '';
    return image.slice(host.length).replace(/@sha256:([0-9a-f]{12})[0-9a-f]+$/, '@sha256:$1\u2026');
}

;// CONCATENATED MODULE: ./build/rollback/find-image.js













/** As many task definitions are read, one call each. */
const find_image_MOST = 100;
/** Among what was deployed with success: by the digest or tag of an image, or the commit. One revision, or a fault. */
async function findByImage(wanted, search) {
    const { digest, warnings } = await digestOf(wanted, search);
    const name = 'name' in wanted ? wanted.name : null;
    for (let index = 0;; index += 1) {
        const history = await search.history.window(index);
        if (history === null)
            return { faults: [noneFault(wanted, search)], but: [] };
        const matches = await matching(succeeded(history), { name, digest }, search);
        const [first, ...others] = matches;
        if (first === undefined)
            continue;
        return others.length === 0
            ? { ...first, warnings }
            : { faults: [severalFault(wanted, matches, search)], but: matches.map(({ candidate }) => candidate.revision) };
    }
}
/** A tag stands for a digest in the repository of what is live; a registry that is not ECR is not asked. */
async function digestOf(wanted, { aws, target }) {
    if ('digest' in wanted)
        return { digest: wanted.digest, warnings: [] };
    const image = imageOf(target.live.definition, target.primary.loadBalancers?.[0]?.containerName ?? '');
    const reference = (0,image_reference/* parseReference */.F2)(image);
    const repository = reference?.repository ?? null;
    if (reference === null || repository === null || (0,image_reference/* ecrRegistry */.gO)(reference.registry) === null) {
        return { digest: null, warnings: [] };
    }
    try {
        const found = await (0,ecr_of/* ecrOf */.e)(image, aws.ecr).describeImage(repository, { tag: wanted.name });
        return { digest: found?.imageDigest ?? null, warnings: [] };
    }
    catch (error) {
        if (!(error instanceof aws_error/* AwsCallError */.iQ))
            throw error;
        if (error.kind === 'missing')
            return { digest: null, warnings: [] };
        if (error.kind !== 'denied')
            throw error;
        return { digest: null, warnings: [`Tags could not be looked up in ECR. ${(0,permission/* permissionFor */.T)(error)}`] };
    }
}
async function matching(pasts, marks, search) {
    const matches = [];
    const look = async (candidate) => {
        const described = await search.definition(candidate.revision);
        if (described === null)
            return;
        const known = knownCandidate(candidate, described, search.target);
        if (fits(known, described, marks))
            matches.push({ candidate: known, described });
    };
    const seen = new Set();
    for await (const candidate of candidatesOf(pasts, search.appspecs)) {
        if (seen.size === find_image_MOST) {
            search.log.info(`Only the ${find_image_MOST} revisions that were deployed last are looked at.`);
            break;
        }
        seen.add(candidate.revision);
        await look(candidate);
    }
    for (const revision of search.standing)
        if (!seen.has(revision))
            await look(undeployed(revision));
    return matches;
}
const COMMIT = /^[0-9a-f]{7,40}$/;
function fits({ commit }, { definition }, { name, digest }) {
    const images = imagesOf(definition).map(([, image]) => (0,image_reference/* parseReference */.F2)(image));
    if (digest !== null && images.some((image) => image?.digest === digest))
        return true;
    if (name === null)
        return false;
    if (images.some((image) => image?.tag === name))
        return true;
    if (!COMMIT.test(name))
        return false;
    if (commit !== null && (name.startsWith(commit) || commit.startsWith(name)))
        return true;
    const tags = images.flatMap((image) => image?.tag ?? []);
    return tags.some((tag) => COMMIT.test(tag) && isPrefix(name, tag));
}
function isPrefix(one, other) {
    return one.startsWith(other) || other.startsWith(one);
}
function textOf(wanted) {
    return 'digest' in wanted ? wanted.digest : wanted.name;
}
function noneFault(wanted, { target }) {
    const what = 'digest' in wanted ? 'this image' : 'this commit or tag';
    return {
        tried: 'find the revision to roll back to',
        on: `${textOf(wanted)}, among what ${target.group.application} / ${target.group.name} deployed`,
        why: `no deployment that succeeded brought ${what} to production`,
        repair: "Name a revision of the task definition in 'rollback-to' (its number, or family:revision).",
    };
}
function severalFault(wanted, matches, { clock }) {
    const list = matches.map(({ candidate }) => tellCandidate(candidate, clock.now())).join('; ');
    return {
        tried: 'find the revision to roll back to',
        on: textOf(wanted),
        why: `${matches.length} revisions fit: ${list}`,
        repair: "Name one of them in 'rollback-to', by its number.",
    };
}

;// CONCATENATED MODULE: ./build/rollback/find.js
/** The revision that a rollback leads to, as it was asked for. */












function find(to, search) {
    switch (to.kind) {
        case 'previous':
            return findPrevious(search);
        case 'revision':
            return findRevision(`${familyOf(search)}:${to.revision}`, search);
        case 'definition':
            return findRevision(to.reference, search);
        case 'digest':
            return findByImage({ digest: to.digest }, search);
        case 'name':
            return findByImage({ name: to.name }, search);
    }
}
function familyOf({ target }) {
    return (0,load/* revisionName */.pd)(target.live.arn).replace(/:\d+$/, '');
}
/**
 * The newest deployment before the current one that succeeded and brought something else than what is live. One whose
 * revision was rolled back from later does not count, nor does a fresh stack's placeholder.
 */
async function findPrevious(search) {
    const { current, standing } = search;
    for (let index = 0;; index += 1) {
        const history = await search.history.window(index);
        if (history === null)
            return { faults: [nothingBefore(search)], but: [] };
        const counts = (past, revision) => revision !== standing[0] && !isRetired(past, revision, history, current);
        for await (const candidate of candidatesOf(beforeCurrent(history, current), search.appspecs, counts)) {
            const described = await search.definition(candidate.revision);
            if (described === null)
                return goneFor(candidate);
            if (isPlaceholder(described.definition))
                continue;
            return { candidate: knownCandidate(candidate, described, search.target), described, warnings: [] };
        }
    }
}
/** Any revision that is there; what is known of it where it was deployed before. */
async function findRevision(reference, search) {
    const described = await search.definition(reference);
    if (described === null)
        return goneFor(undeployed((0,load/* revisionName */.pd)(reference)));
    const name = (0,load/* revisionName */.pd)(described.arn);
    if (search.standing.includes(name)) {
        return { candidate: knownCandidate(undeployed(name), described, search.target), described, warnings: [] };
    }
    const { candidate, warnings } = await lastDeploymentOf(name, search);
    return { candidate: knownCandidate(candidate, described, search.target), described, warnings };
}
async function lastDeploymentOf(name, search) {
    const candidate = undeployed(name);
    try {
        for (let index = 0;; index += 1) {
            const history = await search.history.window(index);
            if (history === null)
                break;
            const pasts = succeeded(history);
            const own = pasts.find(({ described }) => described?.to === name);
            if (own !== undefined)
                return { candidate: candidateOf(own, name, pasts), warnings: [] };
            const foreign = pasts.filter(({ described }) => described === null);
            for await (const other of candidatesOf(foreign, search.appspecs)) {
                if (other.revision === name)
                    return { candidate: other, warnings: [] };
            }
        }
    }
    catch (error) {
        if (!(error instanceof aws_error/* AwsCallError */.iQ) || error.kind !== 'denied')
            throw error;
        return {
            candidate,
            warnings: [`Whether ${name} was deployed before could not be read: ${error.message}. ${(0,permission/* permissionFor */.T)(error)}`],
        };
    }
    return {
        candidate,
        warnings: [
            `No deployment of this group is known that brought ${name} to production: it has not been proven there.`,
        ],
    };
}
function goneFor({ revision, deploymentId, at }) {
    const which = deploymentId === null || at === null ? '' : `, deployed by ${deploymentId} on ${new Date(at).toISOString()}`;
    const fault = {
        tried: 'read the revision to roll back to',
        on: `${revision}${which}`,
        why: 'ECS does not know this task definition (any more)',
        repair: "Check family, revision, account and region in 'rollback-to', or choose another revision.",
    };
    return { faults: [fault], but: [revision] };
}
function nothingBefore({ target, standing }) {
    const [live = ''] = standing;
    return {
        tried: 'find what production ran before',
        on: `${target.group.application} / ${target.group.name}`,
        why: `no deployment before the current one succeeded and brought another revision than ${live} ` +
            "(failed and stopped ones, CodeDeploy's rollbacks, revisions that were rolled back from and the placeholder of a fresh stack do not count)",
        repair: "Name the revision in 'rollback-to'.",
    };
}

;// CONCATENATED MODULE: ./build/rollback/named.js
/** `codedeploy-deployment-id`: only that deployment, and only while it is in progress. */






const ENDED = new Set(['Succeeded', 'Failed', 'Stopped']);
/** What is done about it, or what speaks against it. */
function chooseNamed(named) {
    const { id, info, running, target } = named;
    const { application, name } = target.group;
    const live = { arn: target.live.arn, name: (0,load/* revisionName */.pd)(target.live.arn) };
    if (info === null)
        return fault(id, 'CodeDeploy knows no such deployment', 'Check the id, the account and the region.');
    if (info.applicationName !== application || info.deploymentGroupName !== name) {
        const other = `${info.applicationName ?? ''} / ${info.deploymentGroupName ?? ''}`;
        return fault(id, `it is one of ${other}, not of ${application} / ${name}`, "Check the id, 'cluster' and 'service'.");
    }
    if (running?.seen.id === id)
        return chooseInProgress(running, live);
    const rollback = running !== null && running.byCodeDeploy && takesBack(running, info) ? running : null;
    if (rollback !== null) {
        const to = rollback.blue ?? live;
        const why = `deployment ${id} is ${info.status ?? ''}, and its rollback ${rollback.seen.id} is in progress`;
        return { kind: 'follow', id: rollback.seen.id, to, leaves: rollback.green ?? live, why };
    }
    const ended = info.status === 'Failed' || info.status === 'Stopped';
    if (ended && target.primary.externalId !== id) {
        const why = `deployment ${id} has ended as ${info.status} and is not in production: there is nothing to stop`;
        return { kind: 'there', to: live, why };
    }
    return ENDED.has(info.status) ? finished(named, live) : lagging(named);
}
function chooseInProgress(running, live) {
    const { id } = running.seen;
    if (running.byCodeDeploy) {
        return fault(id, 'it is a rollback by CodeDeploy, which is never stopped', 'Wait until it has ended.');
    }
    const to = running.blue ?? (running.stage === 'terminating' ? null : live);
    if (to === null) {
        return fault(id, 'production is on its replacement, and its original task set is gone or ending', HOW);
    }
    const why = `deployment ${id} is in progress: stopping it leads to ${to.name}`;
    return { kind: 'stop', id, to, leaves: running.green ?? live, why };
}
function takesBack({ seen }, info) {
    return seen.takesBack === info.deploymentId || info.rollbackInfo?.rollbackDeploymentId === seen.id;
}
const HOW = "To roll back what is live, leave 'codedeploy-deployment-id' out: 'mode: rollback' then deploys what production ran before, or what 'rollback-to' names.";
function finished({ id, info, running }, live) {
    const other = running === null ? '' : `; deployment ${running.seen.id} is in progress now`;
    return fault(id, `it has ended as ${info?.status ?? ''}, and production runs ${live.name}${other}`, HOW);
}
/** The group does not know of it yet, or knows another one. */
function lagging({ id, info, running }) {
    const other = running === null ? 'none' : `deployment ${running.seen.id}`;
    const why = `it is ${info?.status ?? 'in an unknown state'}, but the deployment group has ${other} in progress`;
    return fault(id, why, 'Run this job again.');
}
function fault(id, why, repair) {
    return { tried: 'stop the deployment', on: id, why, repair };
}

// EXTERNAL MODULE: ./build/engine/codedeploy/marker.js
var codedeploy_marker = __webpack_require__(182);
;// CONCATENATED MODULE: ./build/rollback/own-work.js







/**
 * True where an earlier attempt of this run's job rolled back to what is live: the job was run again, and must not go one
 * further back.
 */
async function isOwnWork(target, running, of) {
    const made = target.primary.externalId ?? '';
    if (made === '')
        return false;
    const description = running?.seen.id === made ? running.description : await descriptionOf(made, of.codedeploy);
    if ((0,describe/* parseDescription */.aJ)(description)?.kind !== 'rollback')
        return false;
    const marker = (0,codedeploy_marker/* markerOf */.we)(of.context, of.matrix);
    return (0,codedeploy_marker/* carriesRun */.jh)(description, marker) && !(0,codedeploy_marker/* carriesMarker */.GN)(description, marker);
}
/** A deployment that CodeDeploy does not know any more is none of this run's. */
async function descriptionOf(id, codedeploy) {
    try {
        return (await codedeploy.getDeployment(id)).description ?? '';
    }
    catch (error) {
        if (error instanceof aws_error/* AwsCallError */.iQ && (error.kind === 'missing' || error.kind === 'other'))
            return '';
        throw error;
    }
}

// EXTERNAL MODULE: ./build/appspec/live.js
var live = __webpack_require__(7133);
// EXTERNAL MODULE: ./build/appspec/render.js
var render = __webpack_require__(5375);
;// CONCATENATED MODULE: ./build/rollback/refuse.js









const refuse_MOST = 5;
/** The windows of the history that are read for their sake: 90 days, and further only where there is nothing. */
const FAR = 1;
/**
 * Revisions that production could return to, newest first, at most five: deployed with success, not rolled back from, still
 * active, and their images still there. `but`: not these.
 */
async function listCandidates(search, but) {
    const { current, target } = search;
    const not = new Set([...but, (0,load/* revisionName */.pd)(target.live.arn)]);
    const listed = new Map();
    const found = () => [...listed.values()].filter((one) => one !== null);
    for (let index = 0;; index += 1) {
        const history = await search.history.window(index);
        if (history === null || (index > FAR && found().length > 0))
            return found();
        const counts = (past, revision) => !not.has(revision) && !isRetired(past, revision, history, current);
        for await (const candidate of candidatesOf(succeeded(history), search.appspecs, counts)) {
            if (listed.has(candidate.revision))
                continue;
            const described = await search.definition(candidate.revision);
            const fits = described !== null && (await isUsable(described.definition, candidate.revision, search));
            listed.set(candidate.revision, fits ? knownCandidate(candidate, described, target) : null);
            if (found().length === refuse_MOST)
                return found();
        }
    }
}
async function isUsable(body, revision, search) {
    if (isPlaceholder(body) || statusFaults(body, revision).length > 0)
        return false;
    return (await checkImages(body, revision, search.aws.ecr)).faults.length === 0;
}
/** All that speaks against it, and what else there is to choose from. */
async function refusal(faults, search, but = []) {
    const list = await candidatesText(search, but);
    return new build_errors/* RefusalError */.XQ(faults.map((fault, index) => (index < faults.length - 1 ? fault : { ...fault, repair: `${fault.repair} ${list}` })));
}
async function candidatesText(search, but) {
    try {
        const candidates = await listCandidates(search, but);
        if (candidates.length === 0)
            return 'No other revision is known that this group deployed with success.';
        return `What there is: ${candidates.map((one) => tellCandidate(one, search.clock.now())).join('; ')}.`;
    }
    catch (error) {
        // The reason for the refusal stands without the list.
        return `What there is could not be listed: ${(0,build_errors/* messageOf */.bD)(error)}`;
    }
}

;// CONCATENATED MODULE: ./build/rollback/prepare.js
/** A new deployment of a revision: its AppSpec, and what speaks against it. */












/** Throws a `RefusalError` with every reason against it. */
async function prepare(way, { candidate, described, warnings }, search) {
    const { arn, revision } = candidate;
    const body = described.definition;
    const [appspec, images] = await Promise.all([
        appspecFor(candidate, search),
        checkImages(body, revision, search.aws.ecr),
    ]);
    const faults = [
        ...statusFaults(body, revision),
        ...balancerFaults(body, revision, appspec.service),
        ...images.faults,
    ];
    if (faults.length > 0)
        throw await refusal(faults, search, [revision]);
    const deploy = {
        ...way,
        to: { arn, name: revision },
        candidate,
        appspec: appspec.appspec,
        appspecFrom: appspec.from,
    };
    return { deploy, warnings: [...warnings, ...images.warnings] };
}
/** As it was recorded, hooks and all; else rendered from the live service, which knows no hooks. */
async function appspecFor(candidate, { appspecs, target }) {
    const { arn, revision, deploymentId, appspec: sha256 } = candidate;
    const recorded = deploymentId === null ? null : await appspecs.read(sha256, deploymentId);
    if (recorded?.revision === revision) {
        const { content, file } = recorded;
        const verbatim = taskDefinitionIn(file.document) === arn;
        return {
            appspec: verbatim ? { content, sha256: recorded.sha256 } : (0,render/* renderAppSpec */.Z)(file, arn),
            service: file.service,
            from: `the one of deployment ${deploymentId ?? ''}`,
        };
    }
    const service = (0,live/* serviceFromTaskSet */.f)(target.primary);
    return {
        appspec: (0,render/* renderAppSpec */.Z)({ kind: 'live', service }, arn),
        service,
        from: 'rendered from the live service, without hooks, since none is recorded for this revision',
    };
}

;// CONCATENATED MODULE: ./build/rollback/plan.js
/** What a rollback does, decided by reads alone. */





















/**
 * Reads what is there and decides what a rollback does; writes nothing. Throws a `RefusalError` with every reason against
 * it and the candidates that are left, an `AwsCallError` or a `StepError`.
 */
async function planRollback(inputs, aws, world) {
    const facts = await (0,read/* readService */.uS)(inputs, aws, world.log);
    const target = standingOf(facts);
    const info = (0,fact/* valueOf */.RP)(facts.running) ?? null;
    const running = info === null ? null : await lookAtRunning(info, target, aws.codedeploy);
    const { clock, log } = world;
    const search = searchOf(target, running?.blue ? [running.blue.name] : [], { aws, clock, log });
    const decided = await decide(inputs, { search, running, world });
    const alarms = decided.choice.kind === 'deploy' ? await alarmWarnings(target.group, inputs.ignoreAlarms, aws.alarms) : [];
    return {
        target,
        running,
        choice: decided.choice,
        warnings: [...decided.warnings, ...alarms],
        candidates: () => listCandidates(search, []),
    };
}
async function decide(inputs, situation) {
    const { search, running } = situation;
    if (inputs.deploymentId !== null)
        return decideNamed(inputs.deploymentId, situation);
    const standing = await standingFor(inputs, situation);
    const early = inputs.to.kind === 'previous' ? choosePrevious(standing) : null;
    if (early !== null && early.kind !== 'deploy')
        return { choice: early, warnings: [] };
    const found = await find(inputs.to, search);
    if ('faults' in found)
        throw await refusal(found.faults, search, found.but);
    const { arn, revision } = found.candidate;
    const way = early ?? chooseRevision({ arn, name: revision }, standing);
    if (way.kind !== 'deploy')
        return { choice: way, warnings: [] };
    // A stop first leads production to the original: that is what the new deployment leaves.
    const leaves = way.first?.how === 'stop' ? (running?.blue ?? standing.live) : standing.live;
    const { deploy, warnings } = await prepare({ ...way, leaves }, found, search);
    return { choice: deploy, warnings };
}
async function standingFor({ to, matrix }, { search, running, world }) {
    const { target, aws, definition } = search;
    const live = { arn: target.live.arn, name: (0,load/* revisionName */.pd)(target.live.arn) };
    if (to.kind !== 'previous')
        return { live, running, ownWork: false, placeholder: false };
    const ownWork = await isOwnWork(target, running, {
        codedeploy: aws.codedeploy,
        context: world.runner.context,
        matrix,
    });
    const shifted = running !== null && running.stage === 'terminating' && !running.byCodeDeploy;
    const blue = shifted && running.blue !== null ? await definition(running.blue.arn) : null;
    return { live, running, ownWork, placeholder: blue !== null && isPlaceholder(blue.definition) };
}
async function decideNamed(id, { search, running }) {
    const { aws, target } = search;
    const info = await aws.codedeploy.getDeployment(id).catch((error) => {
        if (error instanceof aws_error/* AwsCallError */.iQ && error.kind === 'missing')
            return null;
        throw error;
    });
    const way = chooseNamed({ id, info, running, target });
    if ('tried' in way)
        throw new build_errors/* RefusalError */.XQ([way]);
    return { choice: way, warnings: [] };
}

;// CONCATENATED MODULE: ./build/rollback/verdict.js





/**
 * What a stop with rollback came to. Green where production runs what the stop was to lead to. `primary`: the ARN that the
 * PRIMARY task set runs now; null where it could not be read.
 */
function returned(id, end, primary, to) {
    switch (end.kind) {
        case 'failed':
        case 'stopped':
            return ended(id, end, primary, to);
        case 'timed-out': {
            const status = end.last === null ? 'not to be seen' : `still ${(0,plain/* plain */.p)(end.last.rawStatus)}`;
            const cause = `deployment ${id} was told to stop and is ${status} after ${(0,duration/* duration */.p)(end.limitMs)}; it goes on by itself`;
            return { result: 'timed-out', cause };
        }
        case 'interrupted': {
            const cause = `the run was cancelled; deployment ${id} has been stopped with rollback, which goes on by itself`;
            return { result: 'interrupted', cause };
        }
    }
}
function ended(id, { last, rollback }, primary, to) {
    const how = `deployment ${id} is ${(0,plain/* plain */.p)(last.rawStatus)}`;
    if (rollback?.status === 'Failed' || rollback?.status === 'Stopped') {
        const runs = primary === null ? '' : `; production runs ${(0,describe/* revisionOf */.DT)(primary)}`;
        return { result: 'failed', cause: `${how}, but its rollback ${rollback.id} ended as ${rollback.status}${runs}` };
    }
    if (rollback !== null && rollback.status !== 'Succeeded') {
        const cause = `${how}, and its rollback ${rollback.id} is not finished yet: it is no longer waited for and goes on by itself`;
        return { result: 'timed-out', cause };
    }
    const by = rollback === null ? how : `${how}, and its rollback ${rollback.id} has returned the traffic`;
    if (primary === to.arn)
        return { result: 'succeeded', note: `${to.name} takes the production traffic: ${by}` };
    if (primary !== null)
        return { result: 'failed', cause: `production runs ${(0,describe/* revisionOf */.DT)(primary)}, not ${to.name}, although ${by}` };
    return rollback === null
        ? { result: 'failed', cause: `${how}, and what production runs now could not be read` }
        : {
            result: 'succeeded',
            note: `${to.name} takes the production traffic: ${by} (the PRIMARY task set could not be read)`,
        };
}

;// CONCATENATED MODULE: ./build/rollback/stop.js








/** Stops the deployment with rollback, and looks where production is then. `changed`: it had succeeded before the stop. */
async function carryOutStop({ id, to }, errand) {
    const { engine, inputs, aws, world } = errand;
    (0,steps/* reportStart */.NU)(id, aws.region, world);
    if (inputs.waiting.until === 'none') {
        if ((await engine.stop(id)) === 'over')
            return CHANGED;
        return {
            result: 'started',
            note: `Deployment ${id} is being stopped with rollback to ${to.name}, which is not waited for`,
        };
    }
    const end = await stopped(id, errand);
    if (end.kind === 'reached')
        return CHANGED;
    const over = end.kind === 'stopped' || end.kind === 'failed';
    return returned(id, end, over ? await runsNow(errand, to.arn) : null, to);
}
function stopped(id, { engine, inputs, world }) {
    const { clock, signal } = world;
    const maxDelayMs = inputs.waiting.maxDelaySeconds * 1000;
    return (0,build_stop/* stopAndFollow */.z)({ engine, clock, startedAt: clock.now(), maxDelayMs, signal, tell: tellTo(world) }, id);
}
const LOOKS = 3;
const LOOK_PAUSE_MS = 2_000;
/** ARN that the PRIMARY task set runs; where it is not what is expected, it is looked at again. null: it cannot be read. */
async function runsNow({ inputs, aws, world }, expected) {
    const { clock, log, signal } = world;
    let running = null;
    for (let look = 0; look < LOOKS && running !== expected; look += 1) {
        if (look > 0)
            await clock.sleep(LOOK_PAUSE_MS, signal);
        try {
            running = (0,target_facts/* primaryOf */.Os)(await aws.ecs.describeService(inputs.cluster, inputs.service))?.taskDefinition ?? null;
        }
        catch (error) {
            log.warning(`The PRIMARY task set could not be read after the stop: ${(0,build_errors/* messageOf */.bD)(error)}`);
            return null;
        }
    }
    return running;
}

;// CONCATENATED MODULE: ./build/rollback/clear.js
/** What becomes of a deployment in progress before a new one can be started. */





/** Ends it, or waits for its end. null: it is over; else what kept it. */
async function clear({ id, how }, errand) {
    const { log } = errand.world;
    log.info(`${WORDS[how](id)} ${(0,console/* consoleUrl */.B)(id, errand.aws.region)}`);
    switch (how) {
        case 'stop':
            return remainder(id, await stopped(id, errand));
        case 'wait':
            return remainder(id, await watchTo('completed', id, errand));
        case 'finish':
            return finish(id, errand);
    }
}
const WORDS = {
    stop: (id) => `Deployment ${id} is stopped with rollback first.`,
    wait: (id) => `Deployment ${id} is waited for first.`,
    finish: (id) => `The wait of deployment ${id} before the end of its original task set is ended first.`,
};
/** Its last checks may still run: only after them there is a wait to end. */
async function finish(id, errand) {
    const shifted = await watchTo('traffic-shifted', id, errand);
    if (shifted.kind !== 'reached')
        return remainder(id, shifted);
    await errand.engine.promote(id, 'termination');
    return remainder(id, await watchTo('completed', id, errand));
}
function remainder(id, end) {
    if (end.kind === 'interrupted') {
        const cause = `the run was cancelled before the rollback's own deployment was started; deployment ${id} goes on by itself`;
        return { result: 'interrupted', cause };
    }
    if (end.kind === 'timed-out') {
        const cause = `deployment ${id} has not ended in time, so that no deployment of the rollback could be started`;
        return { result: 'timed-out', cause };
    }
    return null;
}

// EXTERNAL MODULE: ./build/plan.js
var plan = __webpack_require__(1781);
;// CONCATENATED MODULE: ./build/rollback/follow-it.js





/** Follows a deployment that leads where was asked. It is never stopped. */
async function followIt({ id, startedAt, to, goOn }, errand) {
    const { engine, inputs, target, aws, world } = errand;
    const waiting = (0,target_waiting/* waitingOf */.P)(inputs.waiting, target.group);
    if (goOn && waiting.readyMs > 0)
        await continued(id, waiting, errand);
    const started = { id, startedAt, engine, waiting, asked: to.arn, control: null, ...(0,follow/* whereabouts */.CJ)(target) };
    return (0,follow/* follow */.e6)(started, { ...world, aws });
}
/** Waits for the group's wait and ends it. What else comes of the deployment, the following tells. */
async function continued(id, waiting, errand) {
    const { engine, world } = errand;
    if (waiting.until === 'none') {
        world.log.warning(`The deployment group waits for a word before the shift, which wait-for: none does not stay for: continue deployment ${id} with mode: promote.`);
        return;
    }
    const end = await watchTo('test-ready', id, errand);
    if (end.kind !== 'reached' || end.last.status !== 'Ready')
        return;
    world.log.info('The deployment group waits for a word before the shift: it is given, since the rollback was asked for.');
    await engine.promote(id, 'ready');
}

;// CONCATENATED MODULE: ./build/rollback/start.js










/** Starts the deployment and follows it. `changed`: another one came first, and is still in progress. */
async function carryOutDeploy(choice, errand) {
    const { aws, world } = errand;
    const { runner } = world;
    world.log.info(`AppSpec: ${choice.appspecFrom}`);
    runner.setOutput('appspec', choice.appspec.content);
    const startedAt = world.clock.now();
    const id = await start(requestOf(choice, errand), errand);
    if (id === CHANGED)
        return CHANGED;
    (0,steps/* reportStart */.NU)(id, aws.region, world);
    return { id, followed: await followIt({ id, startedAt, to: choice.to, goOn: true }, errand) };
}
/** `post` tells of a start that the run was killed in: whether there is a deployment, and which, is not known then. */
async function start(request, { engine, world }) {
    const { log, runner } = world;
    runner.saveState('starting', `${request.application} / ${request.group}`);
    try {
        return await engine.start(request);
    }
    catch (error) {
        if (!isTaken(error))
            throw error;
        log.info(`Another deployment came first: ${error.fault.why}.`);
        return CHANGED;
    }
    finally {
        runner.saveState('starting', '');
    }
}
function requestOf({ to, leaves, candidate, appspec }, { inputs, target, world }) {
    const { context } = world.runner;
    const marker = (0,codedeploy_marker/* markerOf */.we)(context, inputs.matrix);
    const description = (0,describe/* describeDeployment */.Ti)({
        kind: 'rollback',
        marker,
        from: leaves.arn,
        to: to.arn,
        // That of what is brought back: the workflow runs for another one.
        commit: candidate.commit ?? '',
        actor: context.actor,
        text: inputs.codedeploy.description ?? '',
    });
    const { application, name, config } = target.group;
    const { ignoreAlarms } = inputs;
    return { application, group: name, config: config.name, appspec, description, marker, ignoreAlarms };
}
/** CodeDeploy API: a group has one deployment at a time. */
function isTaken(error) {
    return (error instanceof build_errors/* StepError */.zg &&
        error.cause instanceof aws_error/* AwsCallError */.iQ &&
        error.cause.code === 'DeploymentLimitExceededException');
}

;// CONCATENATED MODULE: ./build/rollback/carry-out.js











/** Does what was decided. `changed`: what is there has to be looked at again. */
async function carryOut(plan, errand) {
    const { choice } = plan;
    switch (choice.kind) {
        case 'there':
            return {
                outcome: { result: 'succeeded', note: `${sentence(choice.why)}; nothing was deployed` },
                deployment: {},
            };
        case 'stop': {
            const outcome = await carryOutStop(choice, errand);
            return outcome === CHANGED ? CHANGED : done(outcome, choice.id, errand);
        }
        case 'follow':
            return followRunning(choice, plan, errand);
        case 'deploy':
            return deploy(choice, errand);
    }
}
async function followRunning({ id, to }, { running }, errand) {
    const { aws, target, world } = errand;
    (0,steps/* reportStart */.NU)(id, aws.region, world);
    const own = running?.config ?? null;
    const config = own === null ? target.group.config : await (0,target_config/* readConfig */.Xg)(own, aws.codedeploy);
    const within = { ...errand, target: { ...target, group: { ...target.group, config } } };
    const goOn = running?.described?.kind === 'rollback';
    const { outcome, events } = await followIt({ id, startedAt: world.clock.now(), to, goOn }, within);
    return done(outcome, id, errand, events);
}
/** Once the way is free, what is there is looked at again before a deployment is started. */
async function deploy(choice, errand) {
    if (choice.first !== null) {
        const kept = await clear(choice.first, errand);
        return kept === null ? CHANGED : done(kept, choice.first.id, errand);
    }
    const started = await carryOutDeploy(choice, errand);
    return started === CHANGED ? CHANGED : done(started.followed.outcome, started.id, errand, started.followed.events);
}
function done(outcome, id, { aws }, events = []) {
    return { outcome, deployment: { id, region: aws.region, events } };
}
function sentence(text) {
    return text.replace(/^[a-z]/, (first) => first.toUpperCase());
}

// EXTERNAL MODULE: ./build/target/describe.js
var target_describe = __webpack_require__(9935);
;// CONCATENATED MODULE: ./build/rollback/report.js







/** What is done and why, in the log and in the outputs; and what the report at the end needs of it. */
function reportRollback({ target, choice, warnings }, { clock, log, runner, runAt }) {
    for (const line of (0,target_describe/* describeTarget */.f)(target))
        log.info(line);
    for (const warning of warnings)
        log.warning(warning);
    const { to } = choice;
    const leaves = 'leaves' in choice ? choice.leaves : to;
    log.info(`Rollback: ${report_HOW[choice.kind]} ${to.name}, because ${choice.why}.`);
    if (choice.kind === 'deploy')
        log.info(`Returns to: ${tellCandidate(choice.candidate, clock.now())}`);
    runner.setOutput('task-definition-arn', to.arn);
    runner.setOutput('task-definition', to.name);
    runner.setOutput('previous-task-definition-arn', leaves.arn);
    runner.setOutput('previous-task-definition', (0,load/* revisionName */.pd)(leaves.arn));
    const { url } = target.listener;
    if (url !== null)
        runner.setOutput('url', url);
    const image = choice.kind === 'deploy' ? choice.candidate.image : null;
    return {
        cluster: target.cluster,
        service: target.service.serviceName ?? '',
        from: leaves.arn,
        to: to.arn,
        image: image === null ? null : { reference: image, digest: (0,image_reference/* parseReference */.F2)(image)?.digest ?? null },
        url,
        runAt,
    };
}
const report_HOW = {
    there: 'production stays on',
    stop: 'by StopDeployment, back to',
    follow: 'a deployment in progress is followed to',
    deploy: 'a new deployment of',
};

;// CONCATENATED MODULE: ./build/rollback.js
/** Brings production back to a revision that it ran before. */














/** How often what is there may change between the look and the deed. */
const ROUNDS = 4;
/** Throws what ended the run before there was something to judge. */
async function rollback(inputs, world) {
    const runAt = world.clock.now();
    const aws = await (0,build_world/* openFor */.q)(inputs.waiting, world.env);
    let asked = inputs;
    for (let round = 1; round <= ROUNDS; round += 1) {
        const plan = await world.log.group('Look', () => (0,signals/* unlessAborted */.Wh)(world.signal, planRollback(asked, aws, world)));
        const facts = reportRollback(plan, { ...world, runAt });
        world.signal.throwIfAborted();
        const done = await carryOut(plan, errandOf(asked, plan, aws, world));
        if (done !== CHANGED)
            return (0,outcome/* reportOutcome */.R)(done.outcome, { ...facts, ...done.deployment }, world);
        asked = pinned(asked, plan);
    }
    throw unsettled(inputs);
}
/** What `previous` or a tag stood for at first is what is asked for until the end, whatever comes in between. */
function pinned(asked, { choice }) {
    return asked.deploymentId === null ? { ...asked, to: { kind: 'definition', reference: choice.to.arn } } : asked;
}
function errandOf(inputs, { target }, aws, world) {
    const { clock, log, signal } = world;
    const codedeploy = (0,cancellable/* unlessCancelled */.M)(aws.codedeploy, signal);
    const engine = (0,codedeploy_engine/* codeDeployEngine */.P)({ codedeploy, clock: (0,cancellable/* endedBy */.m)(signal, clock), log }, (0,target_target/* engineTarget */.k)(target));
    return { inputs, target, engine, aws, world };
}
function unsettled({ cluster, service }) {
    return new build_errors/* StepError */.zg({
        tried: 'roll back',
        on: `${cluster}/${service}`,
        why: `in ${ROUNDS} attempts another deployment began or ended each time`,
        repair: 'Keep other deployments of this service off (a `concurrency` group in their workflows), and run this job again.',
    });
}


/***/ })

};
