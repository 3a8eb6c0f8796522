export const id = 318;
export const ids = [318];
export const modules = {

/***/ 9778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ taskDefinitionIn)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9368);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9459);


/** What an AppSpec deploys, as it stands there (an ARN); null where it names nothing. */
function taskDefinitionIn(document) {
    for (const entry of (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .elementsOf */ .ZE)((0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .findKey */ .Tj)(document, 'Resources')?.value)) {
        const [resource] = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(entry) ? Object.values(entry) : [];
        const value = (0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .findKey */ .Tj)((0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .findKey */ .Tj)(resource, 'Properties')?.value, 'TaskDefinition')?.value;
        if (typeof value === 'string')
            return value;
    }
    return null;
}


/***/ }),

/***/ 9676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ appSpecsOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _appspec_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7261);
/* harmony import */ var _appspec_task_definition_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9778);
/* harmony import */ var _engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4869);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9473);
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
        const file = await (0,_appspec_load_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAppSpec */ .WS)(`the AppSpec of deployment ${id}`, content);
        const definition = (0,_appspec_task_definition_js__WEBPACK_IMPORTED_MODULE_4__/* .taskDefinitionIn */ .a)(file.document);
        if (definition !== null) {
            const sha256 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content, 'utf8').digest('hex');
            return { content, sha256, file, revision: (0,_engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_2__/* .revisionOf */ .DT)(definition) };
        }
        log.info(`The AppSpec of deployment ${id} names no task definition.`);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .StepError */ .zg))
            throw error;
        log.info(`The AppSpec of deployment ${id} cannot be used: ${error.fault.why}`);
    }
    return null;
}


/***/ }),

/***/ 419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   cn: () => (/* binding */ undeployed),
/* harmony export */   kW: () => (/* binding */ candidatesOf)
/* harmony export */ });
/* harmony import */ var _appspecs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9676);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8329);
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


/***/ }),

/***/ 4313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aq: () => (/* binding */ statusFaults),
/* harmony export */   up: () => (/* binding */ balancerFaults),
/* harmony export */   wK: () => (/* binding */ isPlaceholder)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9368);
/* harmony import */ var _task_definition_bootstrap_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8356);
/* harmony import */ var _task_definition_containers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5804);
/** What speaks against returning to a revision. */





/** ECS API: TaskDefinitionStatus is ACTIVE, INACTIVE or DELETE_IN_PROGRESS. */
function statusFaults(body, revision) {
    const status = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(body['status']);
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
    const names = (0,_task_definition_containers_js__WEBPACK_IMPORTED_MODULE_2__/* .containerNames */ .MR)(body);
    if (!names.includes(containerName)) {
        const why = `the load balancer goes to container '${containerName}', and this revision has: ${names.join(', ')}`;
        return [{ ...at, why, repair }];
    }
    const ports = (0,_task_definition_containers_js__WEBPACK_IMPORTED_MODULE_2__/* .containerPorts */ .UR)(body, containerName);
    if (ports.includes(containerPort))
        return [];
    const maps = ports.length === 0 ? 'no port of it' : `only ${ports.join(', ')}`;
    const why = `the load balancer goes to port ${containerPort} of container '${containerName}', and this revision maps ${maps}`;
    return [{ ...at, why, repair }];
}
/** True for the placeholder that a fresh stack begins with. */
function isPlaceholder(body) {
    return (0,_task_definition_containers_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(body).some(({ dockerLabels }) => (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(dockerLabels) && _task_definition_bootstrap_js__WEBPACK_IMPORTED_MODULE_1__/* .BOOTSTRAP_LABEL */ ._ in dockerLabels);
}


/***/ }),

/***/ 5484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ chooseRevision),
/* harmony export */   v: () => (/* binding */ choosePrevious)
/* harmony export */ });
/* harmony import */ var _running_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9006);
/** What is done, given what is in progress and where a rollback is to lead. Pure. */

/** `previous`, before any history is read: `deploy` says that the history has to tell which revision it is. */
function choosePrevious(standing) {
    const { live, running, ownWork } = standing;
    if (ownWork !== null)
        return { kind: 'there', to: live, why: `${live.name} ${ownWork}` };
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


/***/ }),

/***/ 8245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ find)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/report/permission.js
var permission = __webpack_require__(8880);
// EXTERNAL MODULE: ./build/task-definition/load.js + 1 modules
var load = __webpack_require__(3299);
// EXTERNAL MODULE: ./build/rollback/candidates.js
var candidates = __webpack_require__(419);
// EXTERNAL MODULE: ./build/rollback/check.js
var check = __webpack_require__(4313);
// EXTERNAL MODULE: ./build/image/ecr-of.js
var ecr_of = __webpack_require__(180);
// EXTERNAL MODULE: ./build/image/reference.js
var image_reference = __webpack_require__(7755);
// EXTERNAL MODULE: ./build/rollback/history.js
var rollback_history = __webpack_require__(8329);
// EXTERNAL MODULE: ./build/rollback/images.js
var rollback_images = __webpack_require__(9127);
// EXTERNAL MODULE: ./build/rollback/search.js + 1 modules
var rollback_search = __webpack_require__(1118);
// EXTERNAL MODULE: ./build/rollback/words.js
var words = __webpack_require__(4384);
;// CONCATENATED MODULE: ./build/rollback/find-image.js













/** As many task definitions are read, one call each. */
const MOST = 100;
/** Among what was deployed with success: by the digest or tag of an image, or the commit. One revision, or a fault. */
async function findByImage(wanted, search) {
    const { digest, warnings } = await digestOf(wanted, search);
    const name = 'name' in wanted ? wanted.name : null;
    for (let index = 0;; index += 1) {
        const history = await search.history.window(index);
        if (history === null)
            return { faults: [noneFault(wanted, search)], but: [] };
        const matches = await matching((0,rollback_history/* succeeded */.gq)(history), { name, digest }, search);
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
    const image = (0,rollback_images/* imageOf */.dT)(target.live.definition, target.primary.loadBalancers?.[0]?.containerName ?? '');
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
        const known = (0,rollback_search/* knownCandidate */.j)(candidate, described, search.target);
        if (fits(known, described, marks))
            matches.push({ candidate: known, described });
    };
    const seen = new Set();
    for await (const candidate of (0,candidates/* candidatesOf */.kW)(pasts, search.appspecs)) {
        if (seen.size === MOST) {
            search.log.info(`Only the ${MOST} revisions that were deployed last are looked at.`);
            break;
        }
        seen.add(candidate.revision);
        await look(candidate);
    }
    for (const revision of search.standing)
        if (!seen.has(revision))
            await look((0,candidates/* undeployed */.cn)(revision));
    return matches;
}
const COMMIT = /^[0-9a-f]{7,40}$/;
function fits({ commit }, { definition }, { name, digest }) {
    const images = (0,rollback_images/* imagesOf */.IC)(definition).map(([, image]) => (0,image_reference/* parseReference */.F2)(image));
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
    const list = matches.map(({ candidate }) => (0,words/* tellCandidate */.L_)(candidate, clock.now())).join('; ');
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
        const counts = (past, revision) => revision !== standing[0] && !(0,rollback_history/* isRetired */.aZ)(past, revision, history, current);
        for await (const candidate of (0,candidates/* candidatesOf */.kW)((0,rollback_history/* beforeCurrent */.fG)(history, current), search.appspecs, counts)) {
            const described = await search.definition(candidate.revision);
            if (described === null)
                return goneFor(candidate);
            if ((0,check/* isPlaceholder */.wK)(described.definition))
                continue;
            return { candidate: (0,rollback_search/* knownCandidate */.j)(candidate, described, search.target), described, warnings: [] };
        }
    }
}
/** Any revision that is there; what is known of it where it was deployed before. */
async function findRevision(reference, search) {
    const described = await search.definition(reference);
    if (described === null)
        return goneFor((0,candidates/* undeployed */.cn)((0,load/* revisionName */.pd)(reference)));
    const name = (0,load/* revisionName */.pd)(described.arn);
    if (search.standing.includes(name)) {
        return { candidate: (0,rollback_search/* knownCandidate */.j)((0,candidates/* undeployed */.cn)(name), described, search.target), described, warnings: [] };
    }
    const { candidate, warnings } = await lastDeploymentOf(name, search);
    return { candidate: (0,rollback_search/* knownCandidate */.j)(candidate, described, search.target), described, warnings };
}
async function lastDeploymentOf(name, search) {
    const candidate = (0,candidates/* undeployed */.cn)(name);
    try {
        for (let index = 0;; index += 1) {
            const history = await search.history.window(index);
            if (history === null)
                break;
            const pasts = (0,rollback_history/* succeeded */.gq)(history);
            const own = pasts.find(({ described }) => described?.to === name);
            if (own !== undefined)
                return { candidate: (0,candidates/* candidateOf */.RH)(own, name, pasts), warnings: [] };
            const foreign = pasts.filter(({ described }) => described === null);
            for await (const other of (0,candidates/* candidatesOf */.kW)(foreign, search.appspecs)) {
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


/***/ }),

/***/ 8329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CM: () => (/* binding */ pastOf),
/* harmony export */   aZ: () => (/* binding */ isRetired),
/* harmony export */   fG: () => (/* binding */ beforeCurrent),
/* harmony export */   gq: () => (/* binding */ succeeded),
/* harmony export */   ll: () => (/* binding */ newestFirst)
/* harmony export */ });
/* harmony import */ var _engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/* harmony import */ var _engine_codedeploy_whose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5990);
/** What was deployed before, and what of it counts. */



function pastOf(info) {
    const { deploymentId, status, createTime, completeTime, description, revision } = info;
    if (deploymentId === undefined || createTime === undefined)
        return [];
    return [
        {
            id: deploymentId,
            status: status ?? '',
            at: createTime.getTime(),
            endedAt: completeTime?.getTime() ?? Infinity,
            byCodeDeploy: (0,_engine_codedeploy_whose_js__WEBPACK_IMPORTED_MODULE_1__/* .isRollback */ .z1)(info),
            described: (0,_engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDescription */ .aJ)(description ?? ''),
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


/***/ }),

/***/ 9127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B6: () => (/* binding */ checkImages),
/* harmony export */   IC: () => (/* binding */ imagesOf),
/* harmony export */   dT: () => (/* binding */ imageOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _image_ecr_of_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(180);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7755);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9368);
/* harmony import */ var _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1791);
/* harmony import */ var _task_definition_containers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5804);
/* harmony import */ var _report_permission_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8880);
/** The images of a task definition, as references: whether they are still there, and which of them is meant. */








/** Container name and image, in the definition's order. */
function imagesOf(body) {
    return (0,_task_definition_containers_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(body).map(({ name, image }) => [(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(name), (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(image)]);
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
    const reference = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .parseReference */ .F2)(image);
    const repository = reference?.repository ?? null;
    if (reference === null || repository === null || (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .ecrRegistry */ .gO)(reference.registry) === null)
        return FINE;
    try {
        const found = await (0,_image_ecr_of_js__WEBPACK_IMPORTED_MODULE_6__/* .ecrOf */ .e)(image, ecr).describeImage(repository, idOf(reference));
        return found === null ? gone(container, image, revision) : FINE;
    }
    catch (error) {
        if (!(error instanceof _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsCallError */ .iQ))
            throw error;
        if (error.kind === 'missing')
            return gone(container, image, revision);
        if (error.kind !== 'denied')
            throw error;
        return { faults: [], warnings: [`Whether ECR still has ${image} could not be asked. ${(0,_report_permission_js__WEBPACK_IMPORTED_MODULE_3__/* .permissionFor */ .T)(error)}`] };
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


/***/ }),

/***/ 8318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ planRollback)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/target/fact.js
var fact = __webpack_require__(4044);
// EXTERNAL MODULE: ./build/target/read.js
var read = __webpack_require__(5830);
// EXTERNAL MODULE: ./build/target/standing.js
var standing = __webpack_require__(574);
// EXTERNAL MODULE: ./build/target/target.js
var target = __webpack_require__(8151);
// EXTERNAL MODULE: ./build/task-definition/load.js + 1 modules
var load = __webpack_require__(3299);
// EXTERNAL MODULE: ./build/world.js
var world = __webpack_require__(3920);
// EXTERNAL MODULE: ./build/report/permission.js
var permission = __webpack_require__(8880);
// EXTERNAL MODULE: ./build/report/plain.js
var plain = __webpack_require__(2071);
// EXTERNAL MODULE: ./build/warnings/alarms.js
var warnings_alarms = __webpack_require__(20);
;// CONCATENATED MODULE: ./build/rollback/alarms.js






/** What the alarms of the group may do to the deployment. That they cannot be read is no reason to refuse it. */
async function readAlarmWarnings({ info }, ignored, alarms) {
    const names = (0,warnings_alarms/* alarmNames */.i)(info);
    if (names.length === 0 || ignored)
        return [];
    try {
        return (0,warnings_alarms/* alarmWarnings */.Z)(names, await alarms.states(names), ignored);
    }
    catch (error) {
        if (!(error instanceof aws_error/* AwsCallError */.iQ))
            throw error;
        const repair = error.kind === 'denied' ? (0,permission/* permissionFor */.T)(error) : (0,plain/* plain */.p)(error.message);
        return [`Whether alarms of the deployment group (${names.join(', ')}) are in ALARM could not be read. ${repair}`];
    }
}

// EXTERNAL MODULE: ./build/rollback/check.js
var check = __webpack_require__(4313);
// EXTERNAL MODULE: ./build/rollback/choose.js
var choose = __webpack_require__(5484);
// EXTERNAL MODULE: ./build/rollback/find.js + 1 modules
var find = __webpack_require__(8245);
// EXTERNAL MODULE: ./build/target/running.js
var target_running = __webpack_require__(2083);
// EXTERNAL MODULE: ./build/rollback/running.js
var rollback_running = __webpack_require__(9006);
;// CONCATENATED MODULE: ./build/rollback/named.js
/** `codedeploy-deployment-id`: only that deployment, and only while it is in progress. */







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
    return (0,target_running/* hasEnded */.hY)(info.status) ? finished(named, live) : lagging(named);
}
function chooseInProgress(running, live) {
    const { id } = running.seen;
    if (running.byCodeDeploy) {
        return fault(id, 'it is a rollback by CodeDeploy, which is never stopped', 'Wait until it has ended.');
    }
    // Out and checked, it is no candidate any more that a refused approval could mean: that would be a rollback nobody asked for.
    if (running.stage === 'terminating') {
        return fault(id, 'production is wholly on its replacement, and its checks have passed', HOW);
    }
    const to = running.blue ?? live;
    const why = `deployment ${id} is in progress: stopping it leads to ${to.name}`;
    return { kind: 'stop', id, to, leaves: running.green ?? live, why };
}
function takesBack({ seen }, info) {
    return seen.takesBack === info.deploymentId || info.rollbackInfo?.rollbackDeploymentId === seen.id;
}
const HOW = "To roll back what is live, leave 'codedeploy-deployment-id' out: 'mode: rollback' then returns to what production ran before, or to what 'rollback-to' names.";
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

// EXTERNAL MODULE: ./build/engine/codedeploy/describe.js
var describe = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/engine/codedeploy/marker.js
var codedeploy_marker = __webpack_require__(182);
;// CONCATENATED MODULE: ./build/rollback/own-work.js








/**
 * Why what is live may be this run's own work, as a clause; null where it is not. A job that is run again must not go one
 * further back. `previous` was brought back by a deployment of an earlier attempt; or the last deployment was stopped by
 * hand, which leaves no mark of who did it: an earlier attempt may have.
 */
async function ownWork(target, running, of) {
    if (await isDeployed(target, running, of))
        return 'was brought back by an earlier attempt of this job';
    const stopped = running === null && Number(of.context.runAttempt) > 1 ? await lastIfStopped(target, of) : null;
    if (stopped === null)
        return null;
    return (`is what deployment ${stopped} left when it was stopped, by an earlier attempt of this job or by hand; ` +
        `name a revision in 'rollback-to', or start a new run, to go further back`);
}
/**
 * CodeDeploy API, ErrorCode: what ends a deployment as `Stopped` without a person. That a stop has MANUAL_STOP is assumed:
 * any other code, and none, is taken for one, since the guess that is wrong must not go one further back.
 */
const BY_ITSELF = new Set(['TIMEOUT', 'ALARM_ACTIVE']);
/** The group's last deployment, or the one that its rollback took back, where a stop has ended it. */
async function lastIfStopped({ group }, { codedeploy }) {
    let id = group.info.lastAttemptedDeployment?.deploymentId ?? '';
    for (let step = 0; step < 2 && id !== ''; step += 1) {
        const info = await known(id, codedeploy);
        if (info === null)
            return null;
        if (info.status === 'Stopped' && !BY_ITSELF.has(info.errorInformation?.code))
            return id;
        id = info.creator === 'codeDeployRollback' ? (info.rollbackInfo?.rollbackTriggeringDeploymentId ?? '') : '';
    }
    return null;
}
async function isDeployed(target, running, of) {
    const made = target.primary.externalId ?? '';
    if (made === '')
        return false;
    const description = running?.seen.id === made ? running.description : ((await known(made, of.codedeploy))?.description ?? '');
    if ((0,describe/* parseDescription */.aJ)(description)?.kind !== 'rollback')
        return false;
    const marker = (0,codedeploy_marker/* markerOf */.we)(of.context, of.matrix);
    return (0,codedeploy_marker/* carriesRun */.jh)(description, marker) && !(0,codedeploy_marker/* carriesMarker */.GN)(description, marker);
}
/** null: CodeDeploy does not know it any more. */
async function known(id, codedeploy) {
    try {
        return await codedeploy.getDeployment(id);
    }
    catch (error) {
        if (error instanceof aws_error/* AwsCallError */.iQ && (error.kind === 'missing' || error.kind === 'other'))
            return null;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/rollback/prepare.js
var prepare = __webpack_require__(2086);
// EXTERNAL MODULE: ./build/rollback/refuse.js
var refuse = __webpack_require__(3393);
// EXTERNAL MODULE: ./build/rollback/search.js + 1 modules
var rollback_search = __webpack_require__(1118);
;// CONCATENATED MODULE: ./build/rollback/plan.js
/** What a rollback does, decided by reads alone. */





















/**
 * Reads what is there and decides what a rollback does; writes nothing. Throws a `RefusalError` with every reason against
 * it and the candidates that are left, an `AwsCallError` or a `StepError`.
 */
async function planRollback(inputs, aws, world) {
    const facts = await (0,read/* readService */.uS)(inputs, aws, world.log);
    const target = (0,standing/* standingOf */.Y)(facts);
    const info = (0,fact/* valueOf */.RP)(facts.running) ?? null;
    const running = info === null ? null : await (0,rollback_running/* lookAtRunning */.k)(info, target, aws.codedeploy);
    const { clock, log } = world;
    const search = (0,rollback_search/* searchOf */.E)(target, running?.blue ? [running.blue.name] : [], { aws, clock, log });
    const decided = await decide(inputs, { search, running, world });
    const alarms = decided.choice.kind === 'deploy' ? await readAlarmWarnings(target.group, inputs.ignoreAlarms, aws.alarms) : [];
    return {
        target,
        running,
        choice: decided.choice,
        warnings: [...decided.warnings, ...alarms],
        candidates: () => (0,refuse/* listCandidates */.j)(search, []),
    };
}
async function decide(inputs, situation) {
    const { search, running } = situation;
    if (inputs.deploymentId !== null)
        return decideNamed(inputs.deploymentId, situation);
    const standing = await standingFor(inputs, situation);
    const early = inputs.to.kind === 'previous' ? (0,choose/* choosePrevious */.v)(standing) : null;
    if (early !== null && early.kind !== 'deploy')
        return { choice: early, warnings: doubts(early, standing) };
    const found = await (0,find/* find */.I)(inputs.to, search);
    if ('faults' in found)
        throw await (0,refuse/* refusal */.x)(found.faults, search, found.but);
    const { arn, revision } = found.candidate;
    const way = early ?? (0,choose/* chooseRevision */.N)({ arn, name: revision }, standing);
    if (way.kind !== 'deploy')
        return { choice: way, warnings: [] };
    // A stop first leads production to the original: that is what the new deployment leaves.
    const leaves = way.first?.how === 'stop' ? (running?.blue ?? standing.live) : standing.live;
    const { deploy, warnings } = await (0,prepare/* prepare */.i)({ ...way, leaves }, found, search);
    return { choice: deploy, warnings };
}
/** That nothing is left to do is a conclusion here, which a reader should see without opening the log. */
function doubts({ kind, why }, { ownWork }) {
    return kind === 'there' && ownWork !== null ? [`Nothing is done: ${why}.`] : [];
}
async function standingFor({ to, matrix }, { search, running, world }) {
    const { target, aws, definition } = search;
    const live = { arn: target.live.arn, name: (0,load/* revisionName */.pd)(target.live.arn) };
    if (to.kind !== 'previous')
        return { live, running, ownWork: null, placeholder: false };
    const own = await ownWork(target, running, {
        codedeploy: aws.codedeploy,
        context: world.runner.context,
        matrix,
    });
    const shifted = running !== null && running.stage === 'terminating' && !running.byCodeDeploy;
    const blue = shifted && running.blue !== null ? await definition(running.blue.arn) : null;
    return { live, running, ownWork: own, placeholder: blue !== null && (0,check/* isPlaceholder */.wK)(blue.definition) };
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
        throw new errors/* RefusalError */.XQ([way]);
    return { choice: way, warnings: [] };
}


/***/ }),

/***/ 2086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ prepare)
/* harmony export */ });
/* harmony import */ var _appspec_live_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7133);
/* harmony import */ var _appspec_render_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5375);
/* harmony import */ var _appspec_task_definition_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9778);
/* harmony import */ var _running_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9006);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4313);
/* harmony import */ var _choose_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5484);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8245);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9127);
/* harmony import */ var _refuse_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3393);
/* harmony import */ var _search_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1118);
/** A new deployment of a revision: its AppSpec, and what speaks against it. */












/** Throws a `RefusalError` with every reason against it. */
async function prepare(way, { candidate, described, warnings }, search) {
    const { arn, revision } = candidate;
    const body = described.definition;
    const [appspec, images] = await Promise.all([
        appspecFor(candidate, search),
        (0,_images_js__WEBPACK_IMPORTED_MODULE_6__/* .checkImages */ .B6)(body, revision, search.aws.ecr),
    ]);
    const faults = [
        ...(0,_check_js__WEBPACK_IMPORTED_MODULE_3__/* .statusFaults */ .Aq)(body, revision),
        ...(0,_check_js__WEBPACK_IMPORTED_MODULE_3__/* .balancerFaults */ .up)(body, revision, appspec.service),
        ...images.faults,
    ];
    if (faults.length > 0)
        throw await (0,_refuse_js__WEBPACK_IMPORTED_MODULE_7__/* .refusal */ .x)(faults, search, [revision]);
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
        const verbatim = (0,_appspec_task_definition_js__WEBPACK_IMPORTED_MODULE_9__/* .taskDefinitionIn */ .a)(file.document) === arn;
        return {
            appspec: verbatim ? { content, sha256: recorded.sha256 } : (0,_appspec_render_js__WEBPACK_IMPORTED_MODULE_1__/* .renderAppSpec */ .Z)(file, arn),
            service: file.service,
            from: `the one of deployment ${deploymentId ?? ''}`,
        };
    }
    const service = (0,_appspec_live_js__WEBPACK_IMPORTED_MODULE_0__/* .serviceFromTaskSet */ .f)(target.primary);
    return {
        appspec: (0,_appspec_render_js__WEBPACK_IMPORTED_MODULE_1__/* .renderAppSpec */ .Z)({ kind: 'live', service }, arn),
        service,
        from: 'rendered from the live service, without hooks, since none is recorded for this revision',
    };
}


/***/ }),

/***/ 3393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ listCandidates),
/* harmony export */   x: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _task_definition_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3299);
/* harmony import */ var _candidates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(419);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4313);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8329);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9127);
/* harmony import */ var _search_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1118);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4384);









const MOST = 5;
/** The windows of the history that are read for their sake: 90 days, and further only where there is nothing. */
const FAR = 1;
/**
 * Revisions that production could return to, newest first, at most five: deployed with success, not rolled back from, still
 * active, and their images still there. `but`: not these.
 */
async function listCandidates(search, but) {
    const { current, target } = search;
    const not = new Set([...but, (0,_task_definition_load_js__WEBPACK_IMPORTED_MODULE_1__/* .revisionName */ .pd)(target.live.arn)]);
    const listed = new Map();
    const found = () => [...listed.values()].filter((one) => one !== null);
    for (let index = 0;; index += 1) {
        const history = await search.history.window(index);
        if (history === null || (index > FAR && found().length > 0))
            return found();
        const counts = (past, revision) => !not.has(revision) && !(0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .isRetired */ .aZ)(past, revision, history, current);
        for await (const candidate of (0,_candidates_js__WEBPACK_IMPORTED_MODULE_2__/* .candidatesOf */ .kW)((0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .succeeded */ .gq)(history), search.appspecs, counts)) {
            if (listed.has(candidate.revision))
                continue;
            const described = await search.definition(candidate.revision);
            const fits = described !== null && (await isUsable(described.definition, candidate.revision, search));
            listed.set(candidate.revision, fits ? (0,_search_js__WEBPACK_IMPORTED_MODULE_6__/* .knownCandidate */ .j)(candidate, described, target) : null);
            if (found().length === MOST)
                return found();
        }
    }
}
async function isUsable(body, revision, search) {
    if ((0,_check_js__WEBPACK_IMPORTED_MODULE_3__/* .isPlaceholder */ .wK)(body) || (0,_check_js__WEBPACK_IMPORTED_MODULE_3__/* .statusFaults */ .Aq)(body, revision).length > 0)
        return false;
    return (await (0,_images_js__WEBPACK_IMPORTED_MODULE_5__/* .checkImages */ .B6)(body, revision, search.aws.ecr)).faults.length === 0;
}
/** All that speaks against it, and what else there is to choose from. */
async function refusal(faults, search, but = []) {
    const list = await candidatesText(search, but);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusalError */ .XQ(faults.map((fault, index) => (index < faults.length - 1 ? fault : { ...fault, repair: `${fault.repair} ${list}` })));
}
async function candidatesText(search, but) {
    try {
        const candidates = await listCandidates(search, but);
        if (candidates.length === 0)
            return await nothingLeft(search, but);
        return `What there is: ${candidates.map((one) => (0,_words_js__WEBPACK_IMPORTED_MODULE_7__/* .tellCandidate */ .L_)(one, search.clock.now())).join('; ')}.`;
    }
    catch (error) {
        // The reason for the refusal stands without the list.
        return `What there is could not be listed: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`;
    }
}
/** Without a candidate: what can still be asked for by name, at one's own judgement. */
async function nothingLeft(search, but) {
    const history = await wholeHistory(search);
    const not = new Set([...but, (0,_task_definition_load_js__WEBPACK_IMPORTED_MODULE_1__/* .revisionName */ .pd)(search.target.live.arn)]);
    const retired = [];
    const counts = (past, revision) => !not.has(revision) && (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .isRetired */ .aZ)(past, revision, history, search.current);
    for await (const { revision } of (0,_candidates_js__WEBPACK_IMPORTED_MODULE_2__/* .candidatesOf */ .kW)((0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .succeeded */ .gq)(history), search.appspecs, counts)) {
        if (retired.length < MOST)
            retired.push(revision);
    }
    const found = retired.length === 0 ? [] : [`Rolled back from, so only to be had by name: ${retired.join(', ')}.`];
    const parts = [...found, ...(await foundByFirst(history, new Set([...not, ...retired]), search))];
    return ['No other revision that this group deployed with success is left.', ...parts].join(' ');
}
async function wholeHistory({ history }) {
    let widest = [];
    for (let index = 0;; index += 1) {
        const window = await history.window(index);
        if (window === null)
            return widest;
        widest = window;
    }
}
/** What a service ran when it was made was brought by no deployment: the description of the first one tells it. */
async function foundByFirst(history, not, search) {
    const first = (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .succeeded */ .gq)(history).findLast(({ described }) => described !== null);
    const revision = first?.described?.from;
    if (first === undefined || revision === undefined || not.has(revision))
        return [];
    const described = await search.definition(revision);
    if (described === null || !(await isUsable(described.definition, revision, search)))
        return [];
    return [`Deployment ${first.id}, the first that is known, found ${revision} in production.`];
}


/***/ }),

/***/ 9006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ lookAtRunning)
/* harmony export */ });
/* harmony import */ var _engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/* harmony import */ var _engine_codedeploy_observation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8852);
/* harmony import */ var _engine_codedeploy_whose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5990);
/* harmony import */ var _engine_engine_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6737);
/* harmony import */ var _target_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8151);
/* harmony import */ var _task_definition_load_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3299);
/* harmony import */ var _watch_stage_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4102);
/** The deployment in progress, as a rollback looks at it. */










async function lookAtRunning(info, target, codedeploy) {
    const { ecsTarget } = (0,_target_target_js__WEBPACK_IMPORTED_MODULE_2__/* .engineTarget */ .k)(target);
    const known = (0,_engine_codedeploy_observation_js__WEBPACK_IMPORTED_MODULE_5__/* .withDeployment */ .AI)((0,_engine_engine_js__WEBPACK_IMPORTED_MODULE_6__/* .unseen */ .n)(info.deploymentId ?? ''), info);
    const seen = (0,_engine_codedeploy_observation_js__WEBPACK_IMPORTED_MODULE_5__/* .withTarget */ .yY)(known, await codedeploy.getEcsTarget(known.id, ecsTarget));
    const { takesBack } = seen;
    if (!(0,_engine_codedeploy_whose_js__WEBPACK_IMPORTED_MODULE_1__/* .isRollback */ .z1)(info) || takesBack === null)
        return runningOf(info, seen, target);
    // Which of its task sets a rollback calls the original is not documented; what it takes back tells where it leads.
    const original = (0,_engine_codedeploy_observation_js__WEBPACK_IMPORTED_MODULE_5__/* .withTarget */ .yY)((0,_engine_engine_js__WEBPACK_IMPORTED_MODULE_6__/* .unseen */ .n)(takesBack), await codedeploy.getEcsTarget(takesBack, ecsTarget));
    return runningOf(info, seen, target, original);
}
/** `sets`: where the task sets are read from. */
function runningOf(info, seen, target, sets = seen) {
    const described = (0,_engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDescription */ .aJ)(info.description ?? '');
    const byCodeDeploy = (0,_engine_codedeploy_whose_js__WEBPACK_IMPORTED_MODULE_1__/* .isRollback */ .z1)(info);
    const green = setIn(target.service, (0,_watch_stage_js__WEBPACK_IMPORTED_MODULE_4__/* .setOf */ .s4)(sets, 'green')?.id);
    return {
        seen,
        stage: (0,_watch_stage_js__WEBPACK_IMPORTED_MODULE_4__/* .stageOf */ .gV)(seen),
        byCodeDeploy,
        described,
        description: info.description ?? '',
        config: info.deploymentConfigName ?? null,
        blue: revisionIn(originalOf(sets, target)),
        green: revisionIn(green) ?? namedBy(described, target),
    };
}
/** As long as it has no task sets of its own, the original is what is live. */
function originalOf(seen, { service, primary }) {
    const blue = (0,_watch_stage_js__WEBPACK_IMPORTED_MODULE_4__/* .setOf */ .s4)(seen, 'blue');
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
    return arn === undefined ? null : { arn, name: (0,_task_definition_load_js__WEBPACK_IMPORTED_MODULE_3__/* .revisionName */ .pd)(arn) };
}
/** Of the family and account of what is live. */
function namedBy(described, { live }) {
    if (described === null)
        return null;
    return { name: described.to, arn: live.arn.replace(/[^/]*$/, described.to) };
}


/***/ }),

/***/ 1118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ knownCandidate),
  E: () => (/* binding */ searchOf)
});

// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/ports/clock.js
var clock = __webpack_require__(3201);
// EXTERNAL MODULE: ./build/image/reference.js
var reference = __webpack_require__(7755);
// EXTERNAL MODULE: ./build/task-definition/load.js + 1 modules
var load = __webpack_require__(3299);
// EXTERNAL MODULE: ./build/target/target.js
var target = __webpack_require__(8151);
// EXTERNAL MODULE: ./build/rollback/appspecs.js
var appspecs = __webpack_require__(9676);
// EXTERNAL MODULE: ./build/rollback/history.js
var rollback_history = __webpack_require__(8329);
// EXTERNAL MODULE: ./build/rollback/images.js
var rollback_images = __webpack_require__(9127);
;// CONCATENATED MODULE: ./build/rollback/read-history.js




const DAY_MS = 24 * 60 * 60_000;
/** Most rollbacks are found in the first. null: all times. */
const WINDOWS_DAYS = [14, 90, 365, null];
/** As many deployments are looked at, 25 in a call. */
const MOST = 1000;
function historyOf(ports, group) {
    const windows = [];
    const known = new Map();
    const read = async (days) => {
        const since = days === null ? null : ports.clock.now() - days * DAY_MS;
        const ids = await ports.codedeploy.listDeployments(group.application, group.name, since);
        const fresh = ids.filter((id) => !known.has(id));
        const room = Math.max(0, MOST - known.size);
        if (fresh.length > room)
            ports.log.info(`Only ${MOST} deployments of the group are looked at.`);
        // CodeDeploy's order is not documented; which of too many are left out is open.
        const infos = fresh.length === 0 || room === 0 ? [] : await ports.codedeploy.getDeployments(fresh.slice(0, room));
        for (const past of infos.flatMap(rollback_history/* pastOf */.CM))
            known.set(past.id, past);
        return (0,rollback_history/* newestFirst */.ll)([...known.values()]);
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
        appspecs: (0,appspecs/* appSpecsOf */.v)(aws.codedeploy, group.application, log),
        definition: definitionsOf(aws.ecs, live),
    };
}
function definitionsOf(ecs, live) {
    const known = new Map([[(0,load/* revisionName */.pd)(live.arn), Promise.resolve(live)]]);
    return (reference) => {
        const name = (0,load/* revisionName */.pd)(reference);
        const there = known.get(name) ?? describe(reference, ecs);
        known.set(name, there);
        return there;
    };
}
/** ECS API: an unknown family or revision is a ClientException, "Unable to describe task definition." */
async function describe(reference, ecs) {
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
    const image = (0,rollback_images/* imageOf */.dT)(definition, target.primary.loadBalancers?.[0]?.containerName ?? '');
    const commit = candidate.commit ?? commitIn((0,reference/* parseReference */.F2)(image)?.tag ?? '');
    return { ...candidate, revision: (0,load/* revisionName */.pd)(arn), arn, image, commit };
}
/** A tag that is a commit: whole, or cut to seven digits. */
function commitIn(tag) {
    return /^[0-9a-f]{7}(?:[0-9a-f]{33})?$/.test(tag) ? tag.slice(0, 7) : null;
}


/***/ }),

/***/ 4384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L_: () => (/* binding */ tellCandidate)
/* harmony export */ });
/* unused harmony exports age, shortImage */
/* harmony import */ var _report_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8747);
/* harmony import */ var _report_plain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2071);
/** Words of a rollback, for log and refusals. */



const DAY_MS = 24 * 60 * 60_000;
/** `web:10 (3 days ago, commit 0123456, by octocat, image shop-web@sha256:0123456789ab\u2026)` */
function tellCandidate({ revision, at, commit, actor, image }, now) {
    const parts = [
        at === null ? 'no deployment known' : `${age(now - at)} ago`,
        ...(commit === null ? [] : [`commit ${commit}`]),
        ...(actor === null ? [] : [`by ${actor}`]),
        `image ${shortImage(image)}`,
    ];
    return (0,_report_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .p)(`${revision} (${parts.join(', ')})`);
}
/** `5 min`, `3 h`, `12 days` */
function age(ms) {
    return ms < 2 * DAY_MS ? (0,_report_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p)(ms) : `${Math.floor(ms / DAY_MS)} days`;
}
/** Without the registry, which holds an account id that the runner would blank, and with a short digest. */
function shortImage(image) {
    const host = /^[^/]*[.:][^/]*\//.exec(image)?.[0] ?? '';
    return image.slice(host.length).replace(/@sha256:([0-9a-f]{12})[0-9a-f]+$/, '@sha256:$1\u2026');
}


/***/ }),

/***/ 574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ standingOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _check_group_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9018);
/* harmony import */ var _check_service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7750);
/* harmony import */ var _fact_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4044);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2995);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2304);
/* harmony import */ var _target_of_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(357);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8151);








/**
 * What is there now, for a mode that acts on a deployment: it may be in the middle of a shift, so that the listener is not
 * judged. Throws a `RefusalError` with everything that could not be read or is no group of the service.
 */
function standingOf(facts) {
    const service = (0,_fact_js__WEBPACK_IMPORTED_MODULE_3__/* .valueOf */ .RP)(facts.service);
    const group = (0,_fact_js__WEBPACK_IMPORTED_MODULE_3__/* .valueOf */ .RP)(facts.group);
    const { place, ...others } = facts;
    const errors = Object.values(others).flatMap((read) => (read.state === 'failed' ? [read.error] : []));
    const own = service === undefined ? [] : (0,_check_service_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceFaults */ .j)(service, place);
    const primary = own.length === 0 ? (0,_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .primaryOf */ .Os)(service) : undefined;
    const refusals = [
        ...(0,_faults_js__WEBPACK_IMPORTED_MODULE_5__/* .faultsOf */ .xm)(errors, place, group && `${group.application}/${group.name}`),
        ...own,
        ...(group === undefined ? [] : (0,_check_group_js__WEBPACK_IMPORTED_MODULE_1__/* .groupFaults */ .X7)(group, place)),
        ...(group === undefined || primary === undefined ? [] : (0,_check_group_js__WEBPACK_IMPORTED_MODULE_1__/* .pairFaults */ .qy)(group, primary)),
    ];
    const target = (0,_target_of_js__WEBPACK_IMPORTED_MODULE_6__/* .targetOf */ .$)(facts);
    if (refusals.length === 0 && target !== null)
        return target;
    throw refusals.length > 0 ? new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusalError */ .XQ(refusals) : new Error('a fact is missing, and nothing says why');
}


/***/ }),

/***/ 20:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ alarmWarnings),
/* harmony export */   i: () => (/* binding */ alarmNames)
/* harmony export */ });


/** Names of the alarms that a deployment of the group looks at (CodeDeploy API: AlarmConfiguration). */
function alarmNames({ alarmConfiguration }) {
    if (alarmConfiguration?.enabled !== true)
        return [];
    return (alarmConfiguration.alarms ?? []).flatMap(({ name }) => (name === undefined || name === '' ? [] : [name]));
}
/** Alarms that are in ALARM end a deployment as soon as it looks at them (CodeDeploy API: ErrorCode ALARM_ACTIVE). */
function alarmWarnings(names, states, ignored) {
    const active = states.filter(({ state }) => state === 'ALARM');
    const gone = names.filter((name) => !states.some((state) => state.name === name));
    const told = active.map(({ name, reason }) => (reason === '' ? name : `${name} (${reason})`)).join('; ');
    const them = active.length === 1 ? 'An alarm' : `${active.length} alarms`;
    const then = ignored
        ? "'ignore-alarms' is set, so that the deployment does not look at it."
        : 'CodeDeploy stops a deployment as soon as it sees it (ALARM_ACTIVE): repair what it tells of first; a fix that has to go out meanwhile can set ignore-alarms: true.';
    return [
        ...(active.length === 0 ? [] : [`${them} of the deployment group in ALARM: ${told}. ${then}`]),
        ...(gone.length === 0 || ignored
            ? []
            : [
                `CloudWatch does not know these alarms of the deployment group: ${gone.join(', ')}. A deployment cannot look at them: create them, or take them out of the group.`,
            ]),
    ];
}


/***/ })

};
