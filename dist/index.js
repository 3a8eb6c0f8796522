import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ backoffMs)
/* harmony export */ });
/** Milliseconds before attempt number `attempt` + 1: doubling up to 20 s, half of it at random. */
function backoffMs(attempt, random) {
    const most = Math.min(20_000, 1_000 * 2 ** attempt);
    return Math.round(most / 2 + (random() * most) / 2);
}


/***/ }),

/***/ 4869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DT: () => (/* binding */ revisionOf),
/* harmony export */   SB: () => (/* binding */ deployedBy),
/* harmony export */   Ti: () => (/* binding */ describeDeployment),
/* harmony export */   _0: () => (/* binding */ replacedBy),
/* harmony export */   aJ: () => (/* binding */ parseDescription)
/* harmony export */ });
/* harmony import */ var _report_plain_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2071);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(182);


/** CodeDeploy: a deployment's description has at most 256 characters (limits page). */
const LIMIT = 256;
const ARROWS = { deploy: '\u2192', rollback: '\u21a9' };
/**
 * The description of a deployment: the marker, `from \u2192 to` (a rollback: `from \u21a9 to`), commit, actor, then the user's text
 * as far as it fits.
 */
function describeDeployment(parts) {
    const commit = (0,_report_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .p)(parts.commit).slice(0, 7);
    const pieces = [
        parts.marker,
        `${revisionOf(parts.from)} ${ARROWS[parts.kind]} ${revisionOf(parts.to)}`,
        commit === '' ? '' : `commit ${commit}`,
        (0,_report_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .p)(parts.actor) === '' ? '' : `by ${(0,_report_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .p)(parts.actor)}`,
        (0,_report_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .p)(parts.text),
    ];
    const whole = pieces.filter((piece) => piece !== '').join(' ');
    return cut(whole, LIMIT);
}
const DESCRIBED = /^\S+ ([\w-]+:\d+) (\u2192|\u21a9) ([\w-]+:\d+)(?= |$)(?: commit ([0-9a-f]{1,7})(?= |$))?(?: by (\S+)(?= |$))?/;
/** Reads one of our own descriptions back; null for any other. The user's text stands behind all that is read. */
function parseDescription(description) {
    if ((0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .parseMarker */ .gY)(description) === null)
        return null;
    const [whole, from = '', arrow, to = '', commit, actor] = DESCRIBED.exec(description) ?? [];
    if (whole === undefined)
        return null;
    const kind = arrow === ARROWS.rollback ? 'rollback' : 'deploy';
    return { kind, from, to, commit: commit ?? null, actor: actor ?? null };
}
/** The revision (`family:revision`) that one of our descriptions says is deployed; null for any other description. */
function deployedBy(description) {
    return parseDescription(description)?.to ?? null;
}
/** The revision that one of our descriptions says is replaced; null for any other description. */
function replacedBy(description) {
    return (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .parseMarker */ .gY)(description) === null ? null : (/^\S+ ([\w-]+:\d+) [\u2192\u21a9] /u.exec(description)?.[1] ?? null);
}
/** `family:revision` of a task definition ARN; anything else as it is, without control characters. */
function revisionOf(arn) {
    return (0,_report_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .p)(arn.replace(/^arn:[^/]*:task-definition\//, ''));
}
/** At most `max` UTF-16 units and code points alike, never through a surrogate pair; `\u2026` shows that something is missing. */
function cut(text, max) {
    if (text.length <= max)
        return text;
    let kept = '';
    for (const point of text) {
        if (kept.length + point.length > max - 1)
            break;
        kept += point;
    }
    return `${kept.trimEnd()}\u2026`;
}


/***/ }),

/***/ 7066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ codeDeployEngine)
/* harmony export */ });
/* harmony import */ var _ports_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3201);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6737);
/* harmony import */ var _observation_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8852);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8868);






/** Deployments by CodeDeploy. `random` (numbers in [0, 1)) spreads the pauses between attempts. */
function codeDeployEngine(ports, target, random = Math.random) {
    return {
        start: (request) => (0,_start_js__WEBPACK_IMPORTED_MODULE_1__/* .startDeployment */ .i)({ ...ports, random }, request),
        observe: (id, look) => observe(ports.codedeploy, target.ecsTarget, id, look),
        stop: (id) => ports.codedeploy.stopDeployment(id),
        promote: (id, wait) => ports.codedeploy.continueDeployment(id, WAIT_TYPES[wait]),
    };
}
/** CodeDeploy API: DeploymentWaitType. */
const WAIT_TYPES = { ready: 'READY_WAIT', termination: 'TERMINATION_WAIT' };
async function observe(codedeploy, ecsTarget, id, look = { what: 'both', last: null }) {
    const last = look.last ?? (0,_engine_js__WEBPACK_IMPORTED_MODULE_2__/* .unseen */ .n)(id);
    const [info, target] = await Promise.all([
        look.what === 'target' ? undefined : codedeploy.getDeployment(id, 'none'),
        look.what === 'deployment' ? undefined : codedeploy.getEcsTarget(id, ecsTarget, 'none'),
    ]);
    const seen = target === undefined ? last : (0,_observation_js__WEBPACK_IMPORTED_MODULE_3__/* .withTarget */ .yY)(last, target);
    return info === undefined ? seen : (0,_observation_js__WEBPACK_IMPORTED_MODULE_3__/* .withDeployment */ .AI)(seen, info);
}


/***/ }),

/***/ 8213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ refusedBecauseOfAnother),
/* harmony export */   o: () => (/* binding */ AnotherActiveError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9473);
/* harmony import */ var _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1791);
/* harmony import */ var _ours_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8043);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8868);
/* harmony import */ var _whose_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5990);







/** Another deployment of the group came first. */
class AnotherActiveError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg {
    /** null: it is not known which, or it has ended by now. */
    another;
    constructor(fault, another, options) {
        super(fault, options);
        this.another = another;
    }
}
/**
 * DeploymentLimitExceededException: another deployment of the group is active. Ours, when an answer got lost: its id.
 * Anyone else's: an `AnotherActiveError`; one that has ended meanwhile only where the request says so, else null.
 * The message names an id, or does not.
 */
async function refusedBecauseOfAnother(ports, request, error, since) {
    const { codedeploy, log } = ports;
    const named = idIn(error.message);
    const ours = named === undefined ? await (0,_ours_js__WEBPACK_IMPORTED_MODULE_2__/* .findOurs */ .ZA)(ports, request, since) : null;
    const id = ours ?? named ?? (await lastAttempted(ports, request));
    if (id === undefined)
        throw new AnotherActiveError(limitFault(request, null), null, { cause: error });
    const info = { ...(await (0,_ours_js__WEBPACK_IMPORTED_MODULE_2__/* .readSurely */ .bo)(ports, request, () => codedeploy.getDeployment(id))), deploymentId: id };
    const over = info.status === 'Succeeded' || info.status === 'Failed' || info.status === 'Stopped';
    if ((0,_ours_js__WEBPACK_IMPORTED_MODULE_2__/* .isOurs */ .MU)(info, request) || (!over && (0,_ours_js__WEBPACK_IMPORTED_MODULE_2__/* .isOfThisRun */ .tC)(info, request))) {
        log.info(`Deployment ${id} of this group is in progress and is this run's own: going on with it.`);
        return id;
    }
    if (over && request.looksAgain !== true)
        return null;
    throw new AnotherActiveError(limitFault(request, { id, info }), over ? null : info, { cause: error });
}
/** A deployment group's name may look like an id, and comes first (CodeDeploy: `The Deployment Group 'x' already has an active Deployment 'd-\u2026'`). */
function idIn(message) {
    return [...message.matchAll(/\bd-[A-Z0-9]{5,}\b/g)].at(-1)?.[0];
}
async function lastAttempted(ports, request) {
    const { application, group } = request;
    const info = await (0,_ours_js__WEBPACK_IMPORTED_MODULE_2__/* .readSurely */ .bo)(ports, request, () => ports.codedeploy.getDeploymentGroup(application, group));
    return info.lastAttemptedDeployment?.deploymentId;
}
function limitFault(request, other) {
    const status = other?.info.status ?? 'status unknown';
    const which = other === null ? 'another deployment' : `deployment ${other.id} (${status}, ${(0,_whose_js__WEBPACK_IMPORTED_MODULE_4__/* .whose */ .vU)(other.info)})`;
    const id = other?.id ?? '<its id>';
    return {
        tried: 'start the deployment',
        on: `${request.application} / ${request.group}`,
        why: `${which} of this deployment group is still active, and CodeDeploy runs one at a time`,
        repair: 'Wait until it has ended and run this job again; or end it with ' +
            `\`aws deploy stop-deployment --deployment-id ${id} --auto-rollback-enabled\` if it should not go on. ` +
            'A `concurrency` group in the workflow keeps two runs apart.',
    };
}


/***/ }),

/***/ 182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GN: () => (/* binding */ carriesMarker),
/* harmony export */   gY: () => (/* binding */ parseMarker),
/* harmony export */   jh: () => (/* binding */ carriesRun),
/* harmony export */   we: () => (/* binding */ markerOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);


/**
 * Tells this run's deployments from all others: `ecs-blue-green:<repository>:<run>.<attempt>:<job>[:<matrix>]`, at most
 * 110 characters. Names that are too long or hold other characters are cut, with a hash of the whole behind.
 */
function markerOf(context, matrix) {
    const run = `${part(context.runId, 16, /\D/g)}.${part(context.runAttempt, 4, /\D/g)}`;
    const parts = ['ecs-blue-green', part(context.repository, 37), run, part(context.job, 22)];
    return [...parts, ...(matrix === '' ? [] : [part(matrix, 12)])].join(':');
}
const MARKER = /^ecs-blue-green:([^:\s]*):([^:.\s]*)\.([^:.\s]*):([^:\s]*)(?::([^:\s]+))?(?=\s|$)/;
/** The marker that a description begins with; null where there is none. */
function parseMarker(description) {
    const match = MARKER.exec(description);
    if (match === null)
        return null;
    const [text, repository = '', runId = '', attempt = '', job = '', matrix = ''] = match;
    return { text, repository, runId, attempt, job, matrix };
}
/** True where the description begins with exactly this marker. */
function carriesMarker(description, marker) {
    return parseMarker(description)?.text === marker;
}
/** True where an attempt of the same job of the same run made the deployment: a re-run goes on with it. */
function carriesRun(description, marker) {
    const theirs = parseMarker(description);
    const ours = parseMarker(marker);
    if (theirs === null || ours === null || ours.runId === '')
        return false;
    const same = ['repository', 'runId', 'job', 'matrix'];
    return same.every((name) => theirs[name] === ours[name]);
}
function part(text, max, others = /[^A-Za-z0-9_./-]/g) {
    const clean = text.replaceAll(others, '_');
    if (clean === text && text.length <= max)
        return text;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(text)
        .digest('hex')
        .slice(0, Math.min(8, max - 1));
    return `${clean.slice(0, max - hash.length - 1)}~${hash}`;
}


/***/ }),

/***/ 8852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ withDeployment),
/* harmony export */   yY: () => (/* binding */ withTarget)
/* harmony export */ });
/* unused harmony export taskSetsOf */


const STATUSES = [
    'Created',
    'Queued',
    'InProgress',
    'Baking',
    'Succeeded',
    'Failed',
    'Stopped',
    'Ready',
];
const EVENT_STATUSES = ['Pending', 'InProgress', 'Succeeded', 'Failed', 'Skipped'];
/** `last` with what GetDeployment said. */
function withDeployment(last, info) {
    const rawStatus = info.status ?? 'Unknown';
    const { errorInformation: error, rollbackInfo: rollback } = info;
    return {
        ...last,
        status: STATUSES.find((status) => status === rawStatus) ?? 'Unknown',
        rawStatus,
        createdAt: info.createTime?.getTime() ?? null,
        completedAt: info.completeTime?.getTime() ?? null,
        error: error?.code === undefined ? null : { code: error.code, message: error.message ?? '' },
        rollback: rollback === undefined ? null : rollbackOf(last.id, rollback),
        creator: info.creator ?? null,
        takesBack: takenBackBy(last.id, rollback?.rollbackTriggeringDeploymentId),
    };
}
/** A rollback may name itself, or the deployment that it takes back: only another deployment's id is a rollback of ours. */
function rollbackOf(id, info) {
    const other = info.rollbackDeploymentId;
    const deploymentId = other === undefined || other === '' || other === id ? null : other;
    const message = info.rollbackMessage ?? null;
    return deploymentId === null && message === null ? null : { deploymentId, message };
}
/** A rollback names the deployment that it takes back; that one may name itself. */
function takenBackBy(id, triggering) {
    return triggering === undefined || triggering === '' || triggering === id ? null : triggering;
}
/** `last` with what GetDeploymentTarget said; null: the deployment has no target yet. */
function withTarget(last, target) {
    if (target === null)
        return last;
    return {
        ...last,
        targetStatus: target.status ?? null,
        events: (target.lifecycleEvents ?? []).map(eventOf),
        taskSets: taskSetsOf(target.taskSetsInfo ?? [], last.taskSets),
    };
}
function eventOf(event) {
    return {
        name: event.lifecycleEventName ?? 'Unknown',
        status: EVENT_STATUSES.find((status) => status === event.status) ?? 'Unknown',
        startedAt: event.startTime?.getTime() ?? null,
        endedAt: event.endTime?.getTime() ?? null,
        diagnostics: event.diagnostics === undefined ? null : diagnosticsOf(event.diagnostics),
    };
}
function diagnosticsOf(diagnostics) {
    const { errorCode, scriptName, message, logTail } = diagnostics;
    if (errorCode === 'Success')
        return null;
    const parts = [errorCode, scriptName, message, logTail].filter((part) => part !== undefined && part !== '');
    return parts.length === 0 ? null : parts.join(': ');
}
/**
 * The task sets, original first. CodeDeploy's labels are optional (AWS's own sample answer has none): without them a set
 * keeps the color that it had in the last look, and a first look goes by age.
 */
function taskSetsOf(sets, last) {
    const known = sets.map((set) => labelOf(set) ?? last.find((other) => other.id === set.identifer)?.color);
    const blue = known.includes('blue') || last.length > 0 ? known.indexOf('blue') : original(sets, known);
    return sets
        .map((set, index) => taskSetOf(set, index === blue ? 'blue' : 'green'))
        .sort((one, other) => one.color.localeCompare(other.color));
}
function labelOf(set) {
    if (set.taskSetLabel === 'Blue')
        return 'blue';
    return set.taskSetLabel === 'Green' ? 'green' : undefined;
}
function original(sets, known) {
    const green = known.indexOf('green');
    return green < 0 ? oldest(sets) : sets.findIndex((_, index) => index !== green);
}
/** Identifiers end in a number that falls with time (`ecs-svc/9223370493425779968`): the older set has the greater one. */
function oldest(sets) {
    if (sets.length < 2)
        return 0;
    const ages = sets.map((set) => /\/(\d{19})$/.exec(set.identifer ?? '')?.[1] ?? '');
    const [first = '', second = ''] = ages;
    if (first !== '' && second !== '' && first !== second)
        return first > second ? 0 : 1;
    const draining = sets.findIndex((set) => set.status === 'DRAINING');
    return Math.max(draining, 0);
}
function taskSetOf(set, color) {
    return {
        id: set.identifer ?? '',
        color,
        status: set.status ?? '',
        weight: set.trafficWeight ?? 0,
        desired: set.desiredCount ?? 0,
        running: set.runningCount ?? 0,
        pending: set.pendingCount ?? 0,
        targetGroup: set.targetGroup?.name ?? null,
    };
}


/***/ }),

/***/ 8043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   ZA: () => (/* binding */ findOurs),
/* harmony export */   bo: () => (/* binding */ readSurely),
/* harmony export */   tC: () => (/* binding */ isOfThisRun)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9473);
/* harmony import */ var _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1791);
/* harmony import */ var _report_permission_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8880);
/* harmony import */ var _backoff_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(588);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(182);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8868);
/* harmony import */ var _whose_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5990);









const READ_LIMIT = 6;
/** True where this attempt made the deployment: its marker in the description, and all that was asked for. */
function isOurs(info, request) {
    return (0,_marker_js__WEBPACK_IMPORTED_MODULE_3__/* .carriesMarker */ .GN)(info.description ?? '', request.marker) && isAskedFor(info, request);
}
/** True where an attempt of the same job of the same run made it, and it does what is asked for now. */
function isOfThisRun(info, request) {
    return (0,_marker_js__WEBPACK_IMPORTED_MODULE_3__/* .carriesRun */ .jh)(info.description ?? '', request.marker) && isAskedFor(info, request);
}
/** The group and the AppSpec of the request, and no rollback. GetDeployment never returns an AppSpec, but its hash. */
function isAskedFor(info, { application, group, appspec }) {
    const { applicationName = application, deploymentGroupName = group } = info;
    const sameGroup = applicationName === application && deploymentGroupName === group;
    const sameAppSpec = info.revision?.appSpecContent?.sha256?.toLowerCase() === appspec.sha256.toLowerCase();
    return sameGroup && sameAppSpec && !(0,_whose_js__WEBPACK_IMPORTED_MODULE_5__/* .isRollback */ .z1)(info);
}
/** This run's deployment among those of the group since `since` (epoch milliseconds); null when none is. */
async function findOurs(ports, request, since) {
    const { application, group } = request;
    const ids = await readSurely(ports, request, () => ports.codedeploy.listDeployments(application, group, since));
    for (const id of ids) {
        const info = await readSurely(ports, request, () => ports.codedeploy.getDeployment(id));
        if (isOurs(info, request))
            return id;
    }
    return null;
}
/** Nothing may be started before this is known: transient faults are ridden out for about a minute. */
async function readSurely(ports, request, read) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await read();
        }
        catch (error) {
            if (!(error instanceof _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsCallError */ .iQ))
                throw error;
            if (!(0,_ports_aws_error_js__WEBPACK_IMPORTED_MODULE_1__/* .isTransient */ .dg)(error) || attempt >= READ_LIMIT)
                throw unknownOutcome(error, request);
            await ports.clock.sleep((0,_backoff_js__WEBPACK_IMPORTED_MODULE_6__/* .backoffMs */ .j)(attempt, ports.random));
        }
    }
}
function unknownOutcome(error, request) {
    const permission = error.kind === 'denied' ? ` ${(0,_report_permission_js__WEBPACK_IMPORTED_MODULE_2__/* .permissionFor */ .T)(error)}` : '';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg({
        tried: 'find out whether the deployment was started',
        on: `${request.application} / ${request.group}`,
        why: `CreateDeployment did not give a usable answer, and the look at the group's deployments failed: ${error.message}`,
        repair: `A deployment may be running. Look for one of this group whose description begins with "${request.marker}", ` +
            `and run this job again when it has ended.${permission}`,
    }, { cause: error });
}


/***/ }),

/***/ 8868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  r: () => (/* binding */ CLOCK_SKEW_MS),
  i: () => (/* binding */ startDeployment)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(9473);
// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __nccwpck_require__(1791);
// EXTERNAL MODULE: ./build/engine/codedeploy/engine.js
var engine = __nccwpck_require__(7066);
// EXTERNAL MODULE: ./build/engine/codedeploy/limit.js
var limit = __nccwpck_require__(8213);
// EXTERNAL MODULE: ./build/engine/codedeploy/ours.js
var codedeploy_ours = __nccwpck_require__(8043);
// EXTERNAL MODULE: ./build/backoff.js
var backoff = __nccwpck_require__(588);
// EXTERNAL MODULE: ./build/report/permission.js
var permission = __nccwpck_require__(8880);
;// CONCATENATED MODULE: ./build/engine/codedeploy/start-fault.js




/** How to repair what CreateDeployment refuses, by CodeDeploy's error name. */
const REPAIRS = {
    DeploymentLimitExceededException: 'Other deployments of this group keep coming first: run this job again when they have ended.',
    InvalidRevisionException: 'Check the AppSpec: one resource of Type AWS::ECS::Service, with TaskDefinition, ContainerName and a numeric ContainerPort.',
    DescriptionTooLongException: 'Shorten `codedeploy-deployment-description`.',
    InvalidRoleException: 'Give the deployment group a service role that codedeploy.amazonaws.com may assume, with the managed policy AWSCodeDeployRoleForECS.',
    ApplicationDoesNotExistException: 'Check `codedeploy-application`, and that the region is the one of the application.',
    DeploymentGroupDoesNotExistException: 'Check `codedeploy-deployment-group`, and that it belongs to the application.',
    DeploymentConfigDoesNotExistException: 'Check `codedeploy-deployment-config`: a name such as CodeDeployDefault.ECSCanary10Percent5Minutes, or one that this account has.',
    InvalidDeploymentConfigNameException: 'Check `codedeploy-deployment-config`: the configuration must be one for ECS.',
    InvalidTrafficRoutingConfigurationException: 'Use a configuration that fits the load balancer: a Network Load Balancer takes only CodeDeployDefault.ECSAllAtOnce.',
    InvalidLoadBalancerInfoException: "Check the deployment group's target groups and listeners.",
    InvalidAlarmConfigException: "Check the deployment group's alarms: each must exist in this region.",
    AlarmsLimitExceededException: 'A deployment group takes at most 10 alarms: remove some.',
    InvalidAutoRollbackConfigException: "Check the deployment group's automatic rollback settings.",
};
/** The fault to report when CreateDeployment has failed for good. */
function startFault(error, request) {
    return {
        tried: 'start the deployment',
        on: `${request.application} / ${request.group}, configuration ${request.config}`,
        why: error.message,
        repair: repairOf(error, request),
    };
}
function repairOf(error, request) {
    const known = REPAIRS[error.code];
    if (known !== undefined)
        return known;
    switch (error.kind) {
        case 'denied':
            return (0,permission/* permissionFor */.T)(error);
        case 'credentials':
            return 'Get fresh credentials right before this step, for example with aws-actions/configure-aws-credentials.';
        case 'throttled':
            return 'The account makes too many CodeDeploy calls: run this job again later, or run fewer jobs at a time.';
        case 'network':
        case 'server':
            return ('AWS did not answer. No deployment of this run was found so far; before running again, look for one ' +
                `whose description begins with "${request.marker}".`);
        case 'missing':
            return 'Check the names of application, deployment group and configuration, and the region.';
        case 'other':
            return 'CodeDeploy refused the request: repair what its message names, and run this job again.';
    }
}

;// CONCATENATED MODULE: ./build/engine/codedeploy/start.js









/** How far AWS's clock and ours may be apart. */
const CLOCK_SKEW_MS = 60_000;
/** How many CreateDeployment calls may go wrong in each of these ways. */
const LOST_LIMIT = 4;
const THROTTLED_LIMIT = 12;
const REFUSED_LIMIT = 3;
/**
 * Starts a deployment exactly once. CreateDeployment has no client token: after a lost answer the group's deployments
 * are looked through for ours before the call is made again. Resolves to the deployment's id; throws a `StepError`.
 */
async function startDeployment(ports, request) {
    const since = ports.clock.now() - CLOCK_SKEW_MS;
    const failures = { lost: 0, throttled: 0, refused: 0 };
    for (;;) {
        try {
            return await ports.codedeploy.createDeployment(inputOf(request));
        }
        catch (error) {
            if (!(error instanceof aws_error/* AwsCallError */.iQ))
                throw error;
            const adopted = await afterFailure(ports, request, { error, since, failures });
            if (adopted !== null)
                return adopted;
        }
    }
}
/** This run's own deployment where there is one; null: the call may be made again. Throws where it may not. */
async function afterFailure(ports, request, { error, since, failures }) {
    if (error.code === 'DeploymentLimitExceededException' && ++failures.refused <= REFUSED_LIMIT) {
        const ours = await (0,limit/* refusedBecauseOfAnother */.l)(ports, request, error, since);
        if (ours === null)
            await pause(ports, failures.refused, 'The deployment that was in the way has ended');
        return ours;
    }
    if (error.kind === 'throttled' && ++failures.throttled <= THROTTLED_LIMIT) {
        await pause(ports, failures.throttled, 'CreateDeployment was throttled');
        return null;
    }
    if (isLost(error) && ++failures.lost <= LOST_LIMIT)
        return afterLostAnswer(ports, request, error, { since, attempt: failures.lost });
    throw new errors/* StepError */.zg(startFault(error, request), { cause: error });
}
function inputOf(request) {
    const { content, sha256 } = request.appspec;
    return {
        applicationName: request.application,
        deploymentGroupName: request.group,
        deploymentConfigName: request.config,
        description: request.description,
        revision: { revisionType: 'AppSpecContent', appSpecContent: { content, sha256 } },
        ...(request.ignoreAlarms === true && { overrideAlarmConfiguration: { enabled: false } }),
    };
}
/** The call may have been carried out. */
function isLost(error) {
    return error.kind === 'network' || error.kind === 'server';
}
async function afterLostAnswer(ports, request, error, call) {
    ports.log.info(`No answer to CreateDeployment (${error.code}): looking whether the deployment was started.`);
    const look = () => (0,codedeploy_ours/* findOurs */.ZA)(ports, request, call.since);
    // A deployment may appear in the list a little after it was made, so the list is read twice.
    let ours = await look();
    if (ours === null) {
        await ports.clock.sleep((0,backoff/* backoffMs */.j)(call.attempt + 1, ports.random));
        ours = await look();
    }
    if (ours !== null)
        ports.log.info(`Deployment ${ours} is this run's own: going on with it.`);
    else
        ports.log.info('It was not started: trying again.');
    return ours;
}
async function pause(ports, attempt, why) {
    const ms = (0,backoff/* backoffMs */.j)(attempt, ports.random);
    ports.log.info(`${why}: trying again in ${Math.ceil(ms / 1000)} s.`);
    await ports.clock.sleep(ms);
}


/***/ }),

/***/ 5990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gz: () => (/* binding */ ROLLBACK_CREATOR),
/* harmony export */   ng: () => (/* binding */ runOf),
/* harmony export */   vU: () => (/* binding */ whose),
/* harmony export */   z1: () => (/* binding */ isRollback)
/* harmony export */ });
/* harmony import */ var _report_plain_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2071);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4869);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(182);




/** CodeDeploy API: DeploymentCreator of a deployment that takes another one back. */
const ROLLBACK_CREATOR = 'codeDeployRollback';
/**
 * Whose deployment it is, as its description or its creator tell: `run 7, attempt 2, job ship of acme/shop, by octocat`.
 * Whoever may start a deployment can write any description: good enough to tell people, and for nothing else.
 */
function whose(info) {
    if (isRollback(info)) {
        const of = (0,_report_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .p)(info.rollbackInfo?.rollbackTriggeringDeploymentId ?? '');
        return `a rollback that CodeDeploy started${of === '' ? '' : ` for deployment ${of}`}`;
    }
    const { description = '' } = info;
    const kind = (0,_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDescription */ .aJ)(description)?.kind === 'rollback' ? 'a rollback, ' : '';
    const run = runOf(description);
    return run === null ? someone(info) : `${kind}${run}`;
}
function isRollback({ creator }) {
    return creator === ROLLBACK_CREATOR;
}
/** The run that a description of this action names; null for any other description. */
function runOf(description) {
    const marker = (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .parseMarker */ .gY)(description);
    if (marker === null)
        return null;
    const { runId, attempt, job, repository } = marker;
    const actor = (0,_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDescription */ .aJ)(description)?.actor ?? null;
    return `started by run ${runId}, attempt ${attempt}, job ${job} of ${repository}${actor === null ? '' : `, by ${(0,_report_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .p)(actor)}`}`;
}
/** CodeDeploy API: DeploymentCreator is `user` for a person, a pipeline and any other caller alike. */
function someone({ description, creator }) {
    const by = creator === undefined || creator === 'user' ? 'not started by this action' : `started by ${(0,_report_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .p)(creator)}`;
    const said = (0,_report_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .p)(description ?? '').slice(0, 160);
    return said === '' ? by : `${by}, described as "${said}"`;
}


/***/ }),

/***/ 6737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ unseen)
/* harmony export */ });

/** What is known of a deployment before the first look at it. */
function unseen(id) {
    return {
        id,
        status: 'Created',
        rawStatus: 'Created',
        createdAt: null,
        completedAt: null,
        error: null,
        rollback: null,
        creator: null,
        takesBack: null,
        events: [],
        targetStatus: null,
        taskSets: [],
    };
}


/***/ }),

/***/ 9473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qx: () => (/* binding */ describeFault),
/* harmony export */   XQ: () => (/* binding */ RefusalError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   mc: () => (/* binding */ describeInputFault),
/* harmony export */   zg: () => (/* binding */ StepError)
/* harmony export */ });
/** Renders a fault as one paragraph: what, on what, why; then the repair on a line of its own. */
function describeFault(fault) {
    return `Could not ${fault.tried} (${fault.on}): ${fault.why}\n${fault.repair}`;
}
/** A step of the run that failed; always carries what was tried, on what, why and the repair. */
class StepError extends Error {
    name = 'StepError';
    fault;
    constructor(fault, options) {
        super(describeFault(fault), options);
        this.fault = fault;
    }
}
/** Everything that speaks against a deployment, found before anything was built or written. */
class RefusalError extends Error {
    name = 'RefusalError';
    refusals;
    constructor(refusals) {
        super(refusals.map(describeFault).join('\n\n'));
        this.refusals = refusals;
    }
}
/** All faults of all inputs, together. */
class InputError extends Error {
    name = 'InputError';
    faults;
    constructor(faults) {
        super(faults.map(describeInputFault).join('\n'));
        this.faults = faults;
    }
}
function describeInputFault(fault) {
    return `Input '${fault.input}': received ${fault.received}; allowed: ${fault.allowed}`;
}
/** The message of anything that was thrown. */
function messageOf(thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
}


/***/ }),

/***/ 3987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ isGreen)
/* harmony export */ });


/** Green only where what was asked for has come true. */
function isGreen({ result }) {
    return result === 'succeeded' || result === 'started';
}


/***/ }),

/***/ 7755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   b4: () => (/* binding */ splitUri),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   gO: () => (/* binding */ ecrRegistry),
/* harmony export */   qM: () => (/* binding */ repositoryArn)
/* harmony export */ });
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const PATH = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+|\/)[a-z0-9]+)*$/;
const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)*|\[[0-9A-Fa-f:]+\])(?::\d{1,5})?$/;
/**
 * ECR's hosts: `<account>.dkr.ecr.<region>.amazonaws.com`, with `-fips`, other partitions' suffixes, and the
 * dual-stack form `<account>.dkr-ecr.<region>.on.aws`.
 */
const ECR = /^(\d{12})\.dkr([.-])ecr(-fips)?\.([a-z]{2}[a-z0-9-]*-\d+)\.(?:[a-z0-9-]+\.)+[a-z]+$/;
const isTag = (text) => TAG.test(text);
/** Reads a reference; null for a text that is none. `sha256:\u2026` and `@sha256:\u2026` are digests without a repository. */
function parseReference(text) {
    const bare = text.replace(/^@/, '');
    if (DIGEST.test(bare))
        return { registry: null, repository: null, tag: null, digest: bare };
    const at = text.indexOf('@');
    const digest = at === -1 ? null : text.slice(at + 1);
    if (digest !== null && !DIGEST.test(digest))
        return null;
    const named = splitTag(at === -1 ? text : text.slice(0, at));
    if (named.tag !== null && !TAG.test(named.tag))
        return null;
    const { registry, repository } = splitRegistry(named.name);
    if (!PATH.test(repository) || (registry !== null && !HOST.test(registry)))
        return null;
    return { registry, repository, tag: named.tag, digest };
}
/** A colon after the last slash begins the tag; one before it belongs to the registry's port. */
function splitTag(text) {
    const colon = text.indexOf(':', text.lastIndexOf('/') + 1);
    return colon === -1 ? { name: text, tag: null } : { name: text.slice(0, colon), tag: text.slice(colon + 1) };
}
/** Docker's rule: the first part is a registry if it has a dot or a colon, or is `localhost`. */
function splitRegistry(name) {
    const slash = name.indexOf('/');
    const first = slash === -1 ? '' : name.slice(0, slash);
    const isRegistry = first === 'localhost' || /[.:]/.test(first);
    return isRegistry ? { registry: first, repository: name.slice(slash + 1) } : { registry: null, repository: name };
}
function ecrRegistry(registry) {
    const [, account, joint, fips, region] = ECR.exec(registry ?? '') ?? [];
    if (account === undefined || region === undefined)
        return null;
    return { account, region, fips: fips !== undefined, dualStack: joint === '-' };
}
/** Registry and repository in one: what goes before `:tag` and `@digest`. */
function splitUri(uri) {
    const slash = uri.indexOf('/');
    return { registry: uri.slice(0, Math.max(slash, 0)), repository: uri.slice(slash + 1) };
}
/** For an IAM statement. Account and region are wildcards where the registry does not tell them. */
function repositoryArn(uri) {
    const { registry, repository } = splitUri(uri);
    const { account, region } = ecrRegistry(registry) ?? { account: '*', region: '*' };
    return `arn:${partitionOf(region)}:ecr:${region}:${account}:repository/${repository}`;
}
function partitionOf(region) {
    if (region.startsWith('cn-'))
        return 'aws-cn';
    return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}


/***/ }),

/***/ 1296:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(167);

await (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qh: () => (/* binding */ INPUT_NAMES),
/* harmony export */   WJ: () => (/* binding */ INPUT_DEFAULTS),
/* harmony export */   a6: () => (/* binding */ NOT_SHOWN),
/* harmony export */   wp: () => (/* binding */ isInputName)
/* harmony export */ });
/**
 * Every input of the step with the value that an empty one stands for. action.yml repeats the names, descriptions and
 * defaults; a test holds the two together. An empty default means: left as the live service has it, or told in the text.
 */
const INPUT_DEFAULTS = {
    mode: 'deploy',
    repository: '',
    context: '.',
    file: '',
    target: '',
    'build-args': '',
    tags: '',
    platforms: '',
    'build-secrets': '',
    'secret-files': '',
    'build-contexts': '',
    labels: '',
    'cache-from': '',
    'cache-to': '',
    pull: 'false',
    'no-cache': 'false',
    builder: '',
    network: '',
    ssh: '',
    provenance: 'false',
    sbom: 'false',
    'existing-image': 'reuse',
    image: '',
    'fail-on-severity': '',
    'container-name': '',
    images: '',
    'task-definition': '',
    'environment-variables': '',
    secrets: '',
    'docker-labels': '',
    command: '',
    'log-configuration-log-driver': '',
    'log-configuration-options': '',
    cluster: 'default',
    service: '',
    'codedeploy-appspec': '',
    'codedeploy-application': '',
    'codedeploy-deployment-group': '',
    'codedeploy-deployment-description': '',
    'codedeploy-deployment-config': '',
    // Not `traffic-shifted`: a default in action.yml could not be told from a value that contradicts the next input.
    'wait-for': '',
    'wait-for-service-stability': '',
    'wait-for-minutes': '30',
    'wait-max-delay-seconds': '30',
    'max-retries': '8',
    'force-new-deployment': 'false',
    'if-deployment-in-progress': 'wait',
    'allow-older': 'false',
    'on-cancel': 'rollback',
    'on-timeout': 'rollback',
    'max-task-failures': '',
    'smoke-test': '',
    'smoke-test-minutes': '10',
    'ignore-alarms': 'false',
    // Not `previous`: with `mode: plan` a value asks for the plan of a rollback.
    'rollback-to': '',
    'codedeploy-deployment-id': '',
    'run-task': 'false',
    'run-task-container-overrides': '',
    'run-task-security-groups': '',
    'run-task-subnets': '',
    'run-task-assign-public-IP': '',
    'run-task-launch-type': '',
    'run-task-capacity-provider-strategy': '',
    'run-task-started-by': '',
    'run-task-tags': '',
    'run-task-managed-ebs-volume-name': '',
    'run-task-managed-ebs-volume': '',
    'run-task-minutes': '30',
    'wait-for-task-stopped': '',
    // Filled in by action.yml with the job's matrix values; nobody types it.
    matrix: '',
};
function isInputName(name) {
    return Object.hasOwn(INPUT_DEFAULTS, name);
}
const INPUT_NAMES = Object.keys(INPUT_DEFAULTS).filter(isInputName);
/** Inputs whose values may be, or hold, secrets: no fault ever repeats them. */
const NOT_SHOWN = new Set([
    'build-args',
    'build-secrets',
    // An address may hold a log-in.
    'build-contexts',
    'cache-from',
    'cache-to',
    'environment-variables',
    'secrets',
    // `splunk-token` is a log option.
    'log-configuration-options',
    // Hold environment values.
    'run-task-container-overrides',
]);


/***/ }),

/***/ 1439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ bad),
/* harmony export */   u: () => (/* binding */ good)
/* harmony export */ });
function good(value) {
    return { ok: true, value };
}
function bad(allowed, line = null) {
    return { ok: false, allowed, line };
}


/***/ }),

/***/ 274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ parseJsonText),
/* harmony export */   u: () => (/* binding */ isExact)
/* harmony export */ });
/* harmony import */ var _text_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(766);


/** Far beyond any real file; keeps a hostile one from exhausting the stack. */
const DEEPEST = 200;
const SPACE = /[ \t\n\r]*/y;
// Unrolled, so that a string that is never ended costs one pass and no more.
// eslint-disable-next-line no-control-regex -- JSON forbids raw control characters in strings
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
/**
 * Parses JSON more strictly than `JSON.parse`: a member given twice and a number that a double cannot hold are
 * refused instead of silently losing one of the two.
 * @throws TextError with line and column; its message holds member names at most, never values.
 */
function parseJsonText(text) {
    const reader = new Reader(text);
    const value = reader.value(0);
    reader.end();
    return value;
}
class Reader {
    #text;
    #at = 0;
    constructor(text) {
        this.#text = text;
    }
    value(depth) {
        if (depth > DEEPEST)
            this.#fail(`nested deeper than ${DEEPEST} levels`);
        this.#take(SPACE);
        const first = this.#text[this.#at];
        if (first === '{')
            return this.#object(depth);
        if (first === '[')
            return this.#array(depth);
        if (first === '"')
            return this.#string();
        return this.#number() ?? this.#word();
    }
    end() {
        this.#take(SPACE);
        if (this.#at < this.#text.length)
            this.#fail('the document has ended, but more text follows');
    }
    #object(depth) {
        const members = new Map();
        this.#items('}', () => {
            const start = this.#at;
            if (this.#text[this.#at] !== '"')
                this.#fail('expected a member name in double quotes');
            const name = this.#string();
            if (members.has(name))
                this.#fail(`member ${JSON.stringify(name)} is given twice`, start);
            this.#take(SPACE);
            if (!this.#skip(':'))
                this.#fail(`expected ':' after a member name`);
            members.set(name, this.value(depth + 1));
        });
        return Object.fromEntries(members);
    }
    #array(depth) {
        const elements = [];
        this.#items(']', () => elements.push(this.value(depth + 1)));
        return elements;
    }
    /** What stands between brackets, separated by commas. */
    #items(close, item) {
        this.#at += 1;
        this.#take(SPACE);
        if (this.#skip(close))
            return;
        do {
            this.#take(SPACE);
            item();
            this.#take(SPACE);
        } while (this.#skip(','));
        if (!this.#skip(close))
            this.#fail(`expected ',' or '${close}'`);
    }
    #string() {
        const source = this.#take(STRING);
        if (source === '')
            this.#fail('a string is not ended on its line, or holds an escape that JSON does not know');
        return String(JSON.parse(source));
    }
    #number() {
        const start = this.#at;
        const source = this.#take(NUMBER);
        if (source === '')
            return null;
        const value = Number(source);
        if (!isExact(source, value))
            this.#fail('a number is too large to be kept exactly; write it as a string', start);
        return value;
    }
    #word() {
        const source = this.#take(WORD);
        if (source === '')
            this.#fail('expected a value');
        return source === 'null' ? null : source === 'true';
    }
    #take(pattern) {
        pattern.lastIndex = this.#at;
        const source = pattern.exec(this.#text)?.[0] ?? '';
        this.#at += source.length;
        return source;
    }
    #skip(character) {
        if (this.#text[this.#at] !== character)
            return false;
        this.#at += 1;
        return true;
    }
    #fail(reason, at = this.#at) {
        const ended = this.#at >= this.#text.length ? 'the text ends too early: ' : '';
        throw new _text_error_js__WEBPACK_IMPORTED_MODULE_0__/* .TextError */ .W(ended + reason, (0,_text_error_js__WEBPACK_IMPORTED_MODULE_0__/* .positionAt */ .t)(this.#text, at));
    }
}
/** Whether the number is sent on as it was written: every digit of an integer, and no infinity. */
function isExact(source, value) {
    if (!Number.isFinite(value))
        return false;
    if (!/^[-+]?\d+$/.test(source) || Number.isSafeInteger(value))
        return true;
    return String(value) === source;
}


/***/ }),

/***/ 9368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   Qv: () => (/* binding */ objectsIn),
/* harmony export */   ZE: () => (/* binding */ elementsOf),
/* harmony export */   b6: () => (/* binding */ textOf)
/* harmony export */ });
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isList(value) {
    return Array.isArray(value);
}
/** The elements of a list; none where there is no list. */
function elementsOf(value) {
    return isList(value) ? value : [];
}
/** The objects in a list, in order; none where there is no list. */
function objectsIn(value) {
    return elementsOf(value).filter(isObject);
}
/** A text as it is, '' for anything else. */
function textOf(value) {
    return typeof value === 'string' ? value : '';
}
/** `object` without the named members; a new object. */
function without(object, members) {
    return Object.fromEntries(Object.entries(object).filter(([name]) => !members.has(name)));
}


/***/ }),

/***/ 1791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   iQ: () => (/* binding */ AwsCallError),
/* harmony export */   mP: () => (/* binding */ UNREADABLE)
/* harmony export */ });
/** A failed call. `code` is AWS's error name (`DeploymentLimitExceededException`), or Node's for a network fault. */
class AwsCallError extends Error {
    name = 'AwsCallError';
    call;
    kind;
    code;
    constructor(call, details, options) {
        super(`${call.service}:${call.operation} (${call.on}): ${details.code}: ${details.message}`, options);
        this.call = call;
        this.kind = details.kind;
        this.code = details.code;
    }
}
const THROTTLED = new Set([
    'ThrottlingException',
    'Throttling',
    'ThrottledException',
    'TooManyRequestsException',
    'RequestLimitExceeded',
    'RequestThrottled',
    'RequestThrottledException',
    'SlowDown',
]);
const CREDENTIALS = new Set([
    'ExpiredToken',
    'ExpiredTokenException',
    'UnrecognizedClientException',
    'InvalidClientTokenId',
    'InvalidSignatureException',
    'SignatureDoesNotMatch',
    'MissingAuthenticationToken',
    'MissingAuthenticationTokenException',
    'IncompleteSignature',
    'RequestExpired',
    'RequestTimeTooSkewed',
    'CredentialsProviderError',
    'TokenProviderError',
]);
const DENIED = new Set(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation', 'NotAuthorized']);
const MISSING = /(?:DoesNotExist|NotFound)(?:Exception)?$/;
/** Node's own error codes for a connection that gave no answer. */
const NETWORK = /^(?:E(?:CONN(?:REFUSED|RESET|ABORTED)|TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH|AI_AGAIN)|ENOTFOUND|UND_ERR_\w+|(?:Request)?Timeout(?:Error|Exception)?|NetworkingError)$/;
/** Our name for an answer that is no JSON or XML: a proxy or a broken server between AWS and us. */
const UNREADABLE = 'UnreadableAnswer';
function kindOf(code, status) {
    if (THROTTLED.has(code) || status === 429)
        return 'throttled';
    if (CREDENTIALS.has(code))
        return 'credentials';
    if (DENIED.has(code))
        return 'denied';
    if (MISSING.test(code))
        return 'missing';
    if (NETWORK.test(code))
        return 'network';
    if ((status !== undefined && status >= 500) || code === UNREADABLE)
        return 'server';
    return 'other';
}
/** True where the same call may succeed a little later, with nothing changed. */
function isTransient(error) {
    return error instanceof AwsCallError && ['throttled', 'server', 'network'].includes(error.kind);
}


/***/ }),

/***/ 2545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ openAws)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9473);




/**
 * The one door to the AWS SDK: nothing of it is loaded before this is called, and a service that a run does not need
 * (ECR, where an image is given with its digest) is not loaded at all.
 */
async function openAws(settings) {
    const [{ credentialsEnd, ecsPort, findRegion }, { codeDeployPort }, { elbPort }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(282), __nccwpck_require__.e(714), __nccwpck_require__.e(695), __nccwpck_require__.e(260)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7260)),
        Promise.all(/* import() */[__nccwpck_require__.e(282), __nccwpck_require__.e(714), __nccwpck_require__.e(554), __nccwpck_require__.e(369)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7369)),
        Promise.all(/* import() */[__nccwpck_require__.e(714), __nccwpck_require__.e(416), __nccwpck_require__.e(438), __nccwpck_require__.e(300)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7300)),
    ]);
    return {
        region: settings.region ?? (await findRegion().catch(noRegion)),
        ecs: ecsPort(settings),
        codedeploy: codeDeployPort(settings),
        elb: elbPort(settings),
        ecr: lazyEcr(settings),
        logs: lazyLogs(settings),
        alarms: { states: async (names) => (await Promise.all(/* import() */[__nccwpck_require__.e(282), __nccwpck_require__.e(714), __nccwpck_require__.e(853), __nccwpck_require__.e(775)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5775))).alarmPort(settings).states(names) },
        scaling: {
            activities: async (...of) => (await Promise.all(/* import() */[__nccwpck_require__.e(282), __nccwpck_require__.e(714), __nccwpck_require__.e(602)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9602))).scalingPort(settings).activities(...of),
        },
        credentialsEnd,
    };
}
function noRegion(cause) {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg({
        tried: 'find the AWS region',
        on: 'AWS_REGION and the shared AWS configuration',
        why: 'neither names one.',
        repair: "Set it in an earlier step (aws-actions/configure-aws-credentials with 'aws-region'), or as env AWS_REGION.",
    }, { cause });
}
function lazyLogs(settings) {
    let opened;
    return {
        events: async (of, token) => {
            opened ??= Promise.all(/* import() */[__nccwpck_require__.e(282), __nccwpck_require__.e(714), __nccwpck_require__.e(688), __nccwpck_require__.e(632), __nccwpck_require__.e(822)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9822)).then(({ logsPort }) => logsPort(settings));
            return (await opened).events(of, token);
        },
    };
}
function lazyEcr(settings, registry = null) {
    let opened;
    const open = () => (opened ??= Promise.all(/* import() */[__nccwpck_require__.e(282), __nccwpck_require__.e(714), __nccwpck_require__.e(343), __nccwpck_require__.e(671)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6671)).then(({ ecrPort }) => ecrPort(settings, registry)));
    return {
        at: (address) => lazyEcr(settings, address),
        describeRepository: async (name) => (await open()).describeRepository(name),
        describeImage: async (repository, image) => (await open()).describeImage(repository, image),
        describeImages: async (repository, images) => (await open()).describeImages(repository, images),
        manifests: async (repository, images) => (await open()).manifests(repository, images),
        tagImage: async (repository, image, tag) => (await open()).tagImage(repository, image, tag),
        scanFindings: async (repository, digest) => (await open()).scanFindings(repository, digest),
        authorization: async () => (await open()).authorization(),
    };
}


/***/ }),

/***/ 3201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
const systemClock = {
    now: () => Date.now(),
    sleep: (ms, signal) => new Promise((resolve) => {
        if (signal?.aborted) {
            resolve();
            return;
        }
        const done = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', done);
            resolve();
        };
        const timer = setTimeout(done, ms);
        signal?.addEventListener('abort', done, { once: true });
    }),
};


/***/ }),

/***/ 6434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PQ: () => (/* binding */ markText),
/* harmony export */   Qc: () => (/* binding */ endMarked),
/* harmony export */   lw: () => (/* binding */ parseMark),
/* harmony export */   oz: () => (/* binding */ ownProcess)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_process__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1708);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3201);
/** Which process the step's main program is, so that `post` can tell whether it still lives. */



/** null where the system does not tell (no /proc): then nothing is ended by its id. */
function ownProcess() {
    const start = startOf(process.pid);
    return start === null ? null : { pid: process.pid, start };
}
const PAUSE_MS = 50;
/** Long enough to send a StopDeployment that was about to be sent. */
const PATIENCE_MS = 3_000;
const KILLED_BY_MS = 2_000;
/**
 * Ends the process where it still lives: SIGTERM, and SIGKILL three seconds later. `gone`: there was nothing to end;
 * `stays`: it could not be ended.
 */
async function endMarked(mark, clock) {
    if (!lives(mark))
        return 'gone';
    for (const [signal, patienceMs] of [
        ['SIGTERM', PATIENCE_MS],
        ['SIGKILL', KILLED_BY_MS],
    ]) {
        send(mark, signal);
        const until = clock.now() + patienceMs;
        while (lives(mark) && clock.now() < until)
            await clock.sleep(PAUSE_MS);
        if (!lives(mark))
            return 'ended';
    }
    return 'stays';
}
function send({ pid }, signal) {
    try {
        (0,node_process__WEBPACK_IMPORTED_MODULE_1__.kill)(pid, signal);
    }
    catch {
        // It ended by itself in between, or belongs to someone else: the next look tells.
    }
}
function lives({ pid, start }) {
    return startOf(pid) === start;
}
/** null where there is no such process, or where it has ended and only waits to be fetched (state Z or X). */
function startOf(pid) {
    try {
        const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        // The second field is the program's name in parentheses, which may hold both.
        const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
        return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
    }
    catch {
        return null;
    }
}
function markText(mark) {
    return mark === null ? '' : `${mark.pid} ${mark.start}`;
}
/** Reads what `markText` wrote. */
function parseMark(text) {
    const match = /^([1-9]\d*) (\d+)$/.exec(text);
    return match === null ? null : { pid: Number(match[1]), start: match[2] ?? '' };
}


/***/ }),

/***/ 8270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JZ: () => (/* binding */ endProcess),
/* harmony export */   Wh: () => (/* binding */ unlessAborted),
/* harmony export */   YW: () => (/* binding */ interruption),
/* harmony export */   _n: () => (/* binding */ Interruption)
/* harmony export */ });
/** The runner cancels a step with SIGINT, and with SIGTERM 7.5 seconds later. */
class Interruption extends Error {
    name = 'Interruption';
    /** When the signal came, epoch milliseconds. */
    at;
    constructor(message, at = Date.now()) {
        super(message);
        this.at = at;
    }
}
/** Pressing Ctrl-C can deliver the same signal twice, by the terminal and by a parent process. */
const TWICE_MS = 2_000;
/**
 * Aborted, with an `Interruption`, on the first of the two signals. One that comes 2 seconds later or more finds a run
 * that did not end by itself, and ends the process at once.
 */
function interruption() {
    const controller = new AbortController();
    let first = null;
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => {
            if (first !== null && performance.now() - first >= TWICE_MS)
                process.exit(1);
            first ??= performance.now();
            controller.abort(new Interruption(`the run was cancelled (${signal})`));
        });
    }
    return controller.signal;
}
/** Ends the process though a call may still be under way: the runner gives a cancelled step few seconds. */
function endProcess() {
    // Behind all that was written before.
    process.stdout.write('', () => process.exit());
}
/** Rejects with the signal's reason as soon as it aborts; what `work` then comes to is not waited for. */
async function unlessAborted(signal, work) {
    const { promise, reject } = Promise.withResolvers();
    const stop = () => {
        reject(signal.reason);
    };
    if (signal.aborted)
        stop();
    signal.addEventListener('abort', stop, { once: true });
    try {
        return await Promise.race([work, promise]);
    }
    finally {
        signal.removeEventListener('abort', stop);
    }
}


/***/ }),

/***/ 4941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DO: () => (/* binding */ rememberEnd),
/* harmony export */   GD: () => (/* binding */ rememberStop),
/* harmony export */   H8: () => (/* binding */ forgetDeployment),
/* harmony export */   HK: () => (/* binding */ remembered),
/* harmony export */   ZU: () => (/* binding */ mainEnd),
/* harmony export */   de: () => (/* binding */ whereOf),
/* harmony export */   id: () => (/* binding */ isStopped),
/* harmony export */   pA: () => (/* binding */ rememberDeployment)
/* harmony export */ });
/* harmony import */ var _engine_codedeploy_engine_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7066);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9368);
/* harmony import */ var _target_target_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8151);
/** What `post` needs to know of a deployment, handed over in the step's state before the call that makes or moves it. */





function whereOf(target, region) {
    const { cluster, service } = target;
    return { ...(0,_target_target_js__WEBPACK_IMPORTED_MODULE_1__/* .engineTarget */ .k)(target), region, cluster, service: service.serviceName ?? '' };
}
const STATE = 'deployment';
/** Set as soon as a StopDeployment was answered: `post` then only follows. */
const STOPPED = 'stopped';
/** How the step ended by itself; empty where it was cancelled or killed. */
const ENDED = 'ended';
/** `id`: of a deployment that is there already. One that is started tells its id when it is known (`reportStart`). */
function rememberDeployment(runner, what, id) {
    runner.saveState(STATE, JSON.stringify(what));
    if (id !== undefined)
        runner.saveState('deployment-id', id);
}
/** The call was refused, so that there is no deployment; or what was remembered has ended, and another one follows. */
function forgetDeployment(runner) {
    for (const name of [STATE, STOPPED, 'deployment-id'])
        runner.saveState(name, '');
}
/** null where nothing was started or moved, or where the state holds something else. */
function remembered(runner) {
    try {
        return readRemembered(JSON.parse(runner.state(STATE)));
    }
    catch {
        return null;
    }
}
function rememberStop(runner) {
    runner.saveState(STOPPED, 'true');
}
function isStopped(runner) {
    return runner.state(STOPPED) === 'true';
}
/** `reported`: all is told, and nothing is left to be done; `error`: by an error, which was told. */
function rememberEnd(runner, how) {
    runner.saveState(ENDED, how);
}
function mainEnd(runner) {
    const how = runner.state(ENDED);
    return how === 'reported' || how === 'error' ? how : null;
}
function readRemembered(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        return null;
    const text = (name) => {
        const member = value[name];
        if (typeof member !== 'string')
            throw new TypeError(`${name} is no text`);
        return member;
    };
    return {
        region: text('region'),
        application: text('application'),
        group: text('group'),
        cluster: text('cluster'),
        service: text('service'),
        ecsTarget: text('ecsTarget'),
        search: searchOf(value['search']),
        from: text('from'),
        to: text('to'),
        onCancel: policyOf(value['onCancel']),
    };
}
function searchOf(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        return null;
    const { marker, sha256, since } = value;
    const isWhole = typeof marker === 'string' && typeof sha256 === 'string' && typeof since === 'number';
    return isWhole ? { marker, sha256, since } : null;
}
/** What is no policy is none: nothing is stopped then. */
function policyOf(value) {
    return value === 'rollback' || value === 'rollback-always' || value === 'leave' ? value : null;
}


/***/ }),

/***/ 2807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ awsFault)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9473);
/* harmony import */ var _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1791);
/* harmony import */ var _permission_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8880);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2071);




/** A failed call that no step explains better: what was called, on what, why it failed, and how to repair it. */
function awsFault(error) {
    const action = `${error.call.service}:${error.call.operation}`;
    const head = `${action} (${error.call.on}): `;
    const why = (0,_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .p)(error.message.startsWith(head) ? error.message.slice(head.length) : error.message);
    return { tried: `call ${action}`, on: (0,_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .p)(error.call.on), why, repair: repairOf(error) };
}
function repairOf(error) {
    switch (error.kind) {
        case 'denied':
            return (0,_permission_js__WEBPACK_IMPORTED_MODULE_2__/* .permissionFor */ .T)(error);
        case 'credentials':
            return ('The credentials are missing, wrong or have expired: put aws-actions/configure-aws-credentials right before ' +
                'this step, and ask for a longer session (`role-duration-seconds`) where a build takes long.');
        case 'throttled':
        case 'server':
            return "Run the job again; input 'max-retries' makes the step more patient.";
        case 'network':
            return 'Run the job again. If it repeats, check the way from the runner to AWS (proxy, VPC endpoints, AWS_ENDPOINT_URL) and that the region is right.';
        case 'missing':
            return 'Check that it exists in this account and region.';
        case 'other':
            return 'Repair what the message names, and run the job again.';
    }
}


/***/ }),

/***/ 8880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ permissionFor)
/* harmony export */ });
/* harmony import */ var _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1791);

/** The IAM statement that a denied call needs, as an instruction. The resource is the one that AWS's message names. */
function permissionFor(error) {
    const { action, resource } = deniedIn(error);
    const statement = JSON.stringify({ Effect: 'Allow', Action: action, Resource: resource });
    const explicit = /explicit deny/i.test(error.message)
        ? ' An explicit deny stands in a policy of the account or organisation: it has to go first.'
        : '';
    return `Add this statement to the policy of the role that the workflow uses: ${statement}${explicit}`;
}
/** IAM's message: `User: \u2026 is not authorized to perform: codedeploy:GetDeployment on resource: arn:aws:\u2026`. */
function deniedIn(error) {
    const match = /perform: ([a-z0-9-]+:[A-Za-z]+)(?: on resource: (arn:[^\s"'<>]+))?/.exec(error.message);
    const resource = match?.[2]?.replace(/[.,;]+$/, '') ?? '*';
    return { action: match?.[1] ?? `${error.call.service}:${error.call.operation}`, resource };
}


/***/ }),

/***/ 2071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ plain)
/* harmony export */ });
/** One line of text without control characters: line breaks and tabs become blanks, broken surrogates `\ufffd`. */
function plain(text) {
    return text
        .toWellFormed()
        .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, ' ')
        .replaceAll(/ {2,}/g, ' ')
        .trim();
}


/***/ }),

/***/ 167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(9473);
// EXTERNAL MODULE: ./build/image/reference.js
var image_reference = __nccwpck_require__(7755);
// EXTERNAL MODULE: ./build/inputs/parsed.js
var inputs_parsed = __nccwpck_require__(1439);
;// CONCATENATED MODULE: ./build/inputs/lines.js

// No blanks, quotes or braces: a name with those is YAML or a slip, and both are better told than guessed.
const ENTRY = /^\s*([^\s="'{}#][^\s="']*)=(.*)$/s;
function* meaningfulLines(text) {
    let number = 0;
    for (const line of text.split('\n')) {
        number += 1;
        const trimmed = line.trim();
        if (trimmed !== '' && !trimmed.startsWith('#')) {
            yield { number, text: line.replace(/\r$/, '') };
        }
    }
}
/** The number (from 1) of the first line that is not `NAME=value`, null when all are. Blank lines and # comments pass. */
function firstOtherLine(text) {
    for (const line of meaningfulLines(text)) {
        if (!ENTRY.test(line.text)) {
            return line.number;
        }
    }
    return null;
}
/** Reads lines of `NAME=value`, split at the first `=`; what follows it is kept to the last character of the line. */
function parseLines(text) {
    const found = new Map();
    const seen = new Map();
    for (const line of meaningfulLines(text)) {
        const [, name, value] = ENTRY.exec(line.text) ?? [];
        if (name === undefined || value === undefined) {
            return (0,inputs_parsed/* bad */.M)('lines of NAME=value', line.number);
        }
        const before = seen.get(name);
        if (before !== undefined) {
            return (0,inputs_parsed/* bad */.M)(`each name once; line ${line.number} repeats the name of line ${before}`, line.number);
        }
        seen.set(name, line.number);
        found.set(name, value);
    }
    return (0,inputs_parsed/* good */.u)(found);
}
/** A list in lines or with commas: trimmed, without blanks, each once. */
function parseList(text) {
    const items = text.split(/[\n,]/).map((item) => item.trim());
    return [...new Set(items.filter((item) => item !== ''))];
}

// EXTERNAL MODULE: ./build/inputs/names.js
var names = __nccwpck_require__(3636);
;// CONCATENATED MODULE: ./build/inputs/shown.js
const LONGEST = 100;
// Beyond what JSON escapes: the other control characters, and those that break lines or turn the reading direction.
const UNSEEN = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
/** A received value for an error message: in quotes, cut at 100 characters, nothing in it can act on a terminal or a log. */
function shown(value) {
    if (value === '') {
        return 'nothing';
    }
    const characters = Array.from(value);
    const cut = characters.length > LONGEST;
    const text = cut ? `${characters.slice(0, LONGEST).join('')}\u2026` : value;
    const escaped = JSON.stringify(text).replaceAll(UNSEEN, (unseen) => `\\u${unseen.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return cut ? `${escaped} (${characters.length} characters)` : escaped;
}
/** Stands for a value that may be a secret; the line (from 1) says where to look. */
function notShown(line) {
    return line === null ? 'a value that is not shown' : `a value that is not shown (look at its line ${line})`;
}

;// CONCATENATED MODULE: ./build/inputs/reading.js




/** The variable in which the runner hands an input over: upper case, spaces become `_`, dashes stay. */
function variableOf(name) {
    return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}
/** Reads inputs one by one and gathers every fault on the way. */
class Reading {
    faults = [];
    #env;
    constructor(env) {
        this.#env = env;
    }
    /** The value as typed; the default where it is blank. */
    raw(name) {
        const value = this.#env[variableOf(name)] ?? '';
        return value.trim() === '' ? names/* INPUT_DEFAULTS */.WJ[name] : value;
    }
    text(name) {
        return this.raw(name).trim();
    }
    textOrNull(name) {
        const text = this.text(name);
        return text === '' ? null : text;
    }
    /** Whether a value was given that is not what an empty one stands for. */
    asksFor(name) {
        return this.text(name) !== names/* INPUT_DEFAULTS */.WJ[name];
    }
    /** The parsed value; `otherwise` when there is none or when it is at fault. */
    parsed(name, otherwise, parse) {
        const text = this.text(name);
        return text === '' ? otherwise : this.settled(name, otherwise, parse(text));
    }
    settled(name, otherwise, parsed) {
        if (parsed.ok) {
            return parsed.value;
        }
        this.fault(name, parsed.allowed, parsed.line);
        return otherwise;
    }
    /** Notes that this input cannot be used as it is. `line`: where in its value, from 1. */
    fault(name, allowed, line = null) {
        const value = this.text(name);
        const received = names/* NOT_SHOWN */.a6.has(name) && value !== '' ? notShown(line) : shown(value);
        this.faults.push({ input: name, received, allowed });
    }
}

;// CONCATENATED MODULE: ./build/inputs/records.js

const FORM = 'lines of NAME=value; an entry that goes over several lines stands in double quotes as a whole, with a quote in it doubled';
// A quote at the start of a line opens an entry; it ends at the next single one, which must end its line.
const QUOTED = /^[ \t]*"((?:[^"]|"")*)"[ \t]*(?:\r?\n|$)/;
const PLAIN = /^([^\n]*)(?:\n|$)/;
/** Parts a list as docker/build-push-action does: an entry a line, or an entry in double quotes with line breaks in it. */
function entries(text) {
    const found = [];
    let [at, line] = [0, 1];
    while (at < text.length) {
        const rest = text.slice(at);
        const opens = /^[ \t]*"/.test(rest);
        const [whole, entry] = (opens ? QUOTED : PLAIN).exec(rest) ?? [];
        if (whole === undefined || entry === undefined)
            return (0,inputs_parsed/* bad */.M)(`${FORM}; line ${line} opens a quote that does not end`, line);
        const value = opens ? entry.replaceAll('""', '"') : entry.replace(/\r$/, '').trim();
        if (opens || (value !== '' && !value.startsWith('#')))
            found.push({ line, text: value });
        at += whole.length;
        line += whole.split('\n').length - 1;
    }
    return (0,inputs_parsed/* good */.u)(found);
}
/**
 * Reads a list of NAME=value, split at the first `=`; line breaks are kept in an entry that is quoted as a whole.
 * @param name what a name looks like
 * @param nameText the same in words
 */
function parseRecords(name, nameText) {
    return (text) => {
        const parted = entries(text);
        if (!parted.ok)
            return parted;
        const found = new Map();
        for (const entry of parted.value) {
            const split = entry.text.indexOf('=');
            const key = entry.text.slice(0, Math.max(split, 0)).trim();
            const value = entry.text.slice(split + 1);
            if (split === -1 || value === '')
                return (0,inputs_parsed/* bad */.M)(`${FORM}; line ${entry.line} is not`, entry.line);
            if (!name.test(key))
                return (0,inputs_parsed/* bad */.M)(`${FORM}, with ${nameText} as the name; line ${entry.line} has another`, entry.line);
            if (found.has(key))
                return (0,inputs_parsed/* bad */.M)(`each name once; line ${entry.line} repeats one`, entry.line);
            found.set(key, value);
        }
        return (0,inputs_parsed/* good */.u)(found);
    };
}
/** One entry a line, commas are part of it: trimmed, without blanks, each once. */
function parseEachLine(text) {
    const lines = text.split('\n').map((line) => line.trim());
    return [...new Set(lines.filter((line) => line !== '' && !line.startsWith('#')))];
}

;// CONCATENATED MODULE: ./build/inputs/scalar.js

/** A whole number in decimal digits and nothing else. */
function wholeNumber(least, most, unit) {
    return (text) => {
        const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
        return value >= least && value <= most ? (0,inputs_parsed/* good */.u)(value) : (0,inputs_parsed/* bad */.M)(`a whole number of ${unit} from ${least} to ${most}`);
    };
}
// YAML 1.2 core schema, as the runner's own toolkit reads booleans.
const BOOLEANS = new Map([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
]);
function yesOrNo(text) {
    const value = BOOLEANS.get(text);
    return value === undefined ? (0,inputs_parsed/* bad */.M)("'true' or 'false'") : (0,inputs_parsed/* good */.u)(value);
}
function oneOf(words) {
    return (text) => {
        const word = words.find((each) => each === text);
        return word === undefined ? (0,inputs_parsed/* bad */.M)(`one of ${words.map((each) => `'${each}'`).join(', ')}`) : (0,inputs_parsed/* good */.u)(word);
    };
}
/** A text that matches as a whole; `allowed` says in words what the pattern means. */
function matching(pattern, allowed) {
    return (text) => (pattern.test(text) ? (0,inputs_parsed/* good */.u)(text) : (0,inputs_parsed/* bad */.M)(allowed));
}

;// CONCATENATED MODULE: ./build/inputs/build.js








const EXISTING = ['reuse', 'rebuild', 'fail'];
const SEVERITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL'];
/** BuildKit takes more in an id; these cannot part or extend the option that it stands in. */
const ID = /^\w[\w.-]*$/;
const ID_TEXT = "an id of letters, digits, '.', '_' and '-'";
const LABEL = /^[^\s="'{}#][^\s="']*$/;
function parseTags(text) {
    const tags = parseList(text);
    return tags.every((tag) => (0,image_reference/* isTag */.dz)(tag) || (0,image_reference/* parseReference */.F2)(tag)?.tag)
        ? (0,inputs_parsed/* good */.u)(tags)
        : (0,inputs_parsed/* bad */.M)("tags in lines or with commas, each only the part after 'repository:' (letters, digits, '.', '_' and '-') " +
            'or a full reference of the repository with a tag');
}
// containerd platforms: os, architecture and variant.
function parsePlatforms(text) {
    const platforms = parseList(text);
    return platforms.every((each) => /^[a-z0-9_-]+(?:\/[a-z0-9_-]+){1,2}$/.test(each))
        ? (0,inputs_parsed/* good */.u)(platforms)
        : (0,inputs_parsed/* bad */.M)("platforms in lines or with commas, each as 'linux/amd64' or 'linux/arm/v7'");
}
/** `each` must match; what may not start an option is refused here. */
function listOf(text, each, allowed) {
    return text.every((item) => each.test(item)) ? (0,inputs_parsed/* good */.u)(text) : (0,inputs_parsed/* bad */.M)(allowed);
}
const parseCaches = (text) => listOf(parseEachLine(text), /^[^\s-]\S*$/, "one cache a line, as 'type=gha' or 'type=registry,ref=\u2026'");
const parseSsh = (text) => listOf(parseList(text), /^\w[\w.-]*(?:=.+)?$/, "agents or keys in lines or with commas, as 'default' or 'id=path'");
/** Off, or the value of the option: `false` and nothing are off. */
function parseAttestation(text) {
    if (text === 'false')
        return (0,inputs_parsed/* good */.u)(null);
    return /^(?:true|[\w-]+=\S+)$/.test(text) ? (0,inputs_parsed/* good */.u)(text) : (0,inputs_parsed/* bad */.M)("'true', 'false' or options, as 'mode=max'");
}
const WORD = /^\w[\w.-]*$/;
const NO_ENTRIES = new Map();
function parseContexts(text) {
    // An image is a name too: `alpine:3.20=docker-image://\u2026`.
    return parseRecords(/^[\w.:/@-]+$/, 'the name of a stage or of an image')(text);
}
/** Reads all that a build takes beside its repository and its arguments. */
function readBuild(reading) {
    return {
        context: reading.text('context'),
        file: reading.textOrNull('file'),
        target: reading.textOrNull('target'),
        tags: reading.parsed('tags', [], parseTags),
        ...readOptions(reading),
    };
}
function readOptions(reading) {
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
function readSecrets(reading) {
    const buildSecrets = reading.parsed('build-secrets', NO_ENTRIES, parseRecords(ID, ID_TEXT));
    const secretFiles = reading.parsed('secret-files', NO_ENTRIES, parseRecords(ID, ID_TEXT));
    const both = [...secretFiles.keys()].find((id) => buildSecrets.has(id));
    if (both !== undefined)
        reading.fault('secret-files', `ids that are not in 'build-secrets' too; '${both}' is in both`);
    return { buildSecrets, secretFiles };
}
/** Reads from which severity of ECR's findings on the deployment is refused; there must be an image to look at. */
function readSeverity(reading) {
    const parse = (text) => oneOf(SEVERITIES)(text.toUpperCase());
    const severity = reading.parsed('fail-on-severity', null, parse);
    if (severity !== null && !reading.asksFor('repository') && !reading.asksFor('image')) {
        reading.fault('fail-on-severity', "no value without 'repository' or 'image', which say what is looked at");
    }
    return severity;
}
/** The inputs that say nothing without `repository`. */
const ONLY_FOR_BUILD = [
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

;// CONCATENATED MODULE: ./build/inputs/command.js

/**
 * A container's command: a JSON array of texts, or words as a shell would part them. Quotes and backslashes are honoured,
 * nothing is expanded or executed: `$HOME`, `*` and `&&` outside of quotes stay what they are.
 */
function parseCommand(text) {
    return text.startsWith('[') ? jsonCommand(text) : splitWords(text);
}
function jsonCommand(text) {
    const allowed = 'a JSON array of texts, since the value starts with [: ["node", "server.js"]';
    try {
        const parsed = JSON.parse(text);
        const words = Array.isArray(parsed) ? parsed.filter((word) => typeof word === 'string') : [];
        return Array.isArray(parsed) && words.length === parsed.length ? (0,inputs_parsed/* good */.u)(words) : (0,inputs_parsed/* bad */.M)(allowed);
    }
    catch {
        return (0,inputs_parsed/* bad */.M)(allowed);
    }
}
// One piece of a word: a stretch in single quotes, in double quotes, an escaped character, or plain ones.
const PIECE = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\]+)/sy;
/** Splits words as POSIX shells do (quotes, backslashes), without any expansion. */
function splitWords(typed) {
    const text = typed.replaceAll('\r\n', '\n');
    const words = [];
    let word = null;
    let at = 0;
    while (at < text.length) {
        PIECE.lastIndex = at;
        const piece = PIECE.exec(text);
        // A backslash at a line's end goes on with the next line; it is no word of its own.
        if (text.startsWith('\\\n', at)) {
            at += 2;
        }
        else if (piece !== null) {
            word = (word ?? '') + pieceText(piece);
            at = PIECE.lastIndex;
        }
        else if (/\s/.test(text.charAt(at))) {
            if (word !== null) {
                words.push(word);
            }
            word = null;
            at += 1;
        }
        else {
            return (0,inputs_parsed/* bad */.M)(`a command in which every quote is closed; ${unclosed(text, at)}`, lineAt(text, at));
        }
    }
    return (0,inputs_parsed/* good */.u)(word === null ? words : [...words, word]);
}
function pieceText([, single, double, escaped, plain]) {
    if (double !== undefined) {
        // Inside double quotes a backslash only escapes these; before others it stays. An escaped line end joins the lines.
        return double.replaceAll(/\\([$`"\\\n])/g, (_, character) => (character === '\n' ? '' : character));
    }
    return single ?? plain ?? escaped ?? '';
}
function unclosed(text, at) {
    const character = text.charAt(at) === '\\' ? 'backslash at the end' : `${text.charAt(at)} at character ${at + 1}`;
    return `the ${character} opens something that does not end`;
}
function lineAt(text, at) {
    return text.slice(0, at).split('\n').length;
}

;// CONCATENATED MODULE: ./build/inputs/image.js





/** An image reference: `name:tag` and `name@sha256:\u2026` of an ECR repository stand for the one in the account that is deployed to. */
function imageReference(text) {
    const reference = (0,image_reference/* parseReference */.F2)(text);
    if (reference?.repository === null) {
        return (0,inputs_parsed/* bad */.M)('a digest with its repository in front: repository@sha256:\u2026');
    }
    return reference === null ? (0,inputs_parsed/* bad */.M)('an image reference: repository:tag, repository@sha256:\u2026 or a full URI') : (0,inputs_parsed/* good */.u)(text);
}
function repositoryName(text) {
    const reference = (0,image_reference/* parseReference */.F2)(text);
    if (reference !== null && reference.repository !== null && reference.tag === null && reference.digest === null) {
        return (0,inputs_parsed/* good */.u)(text);
    }
    return (0,inputs_parsed/* bad */.M)("the name of an ECR repository or its full URI, in lower case and without tag or digest (tags go in 'tags')");
}
/** Reads what becomes the image: built with `repository`, given with `image`, or none. */
function readImageSource(reading, buildArgs) {
    const repository = reading.parsed('repository', '', repositoryName);
    const reference = reading.parsed('image', '', imageReference);
    const asksForBuild = reading.asksFor('repository');
    if (asksForBuild && reading.asksFor('image')) {
        reading.fault('image', "no value together with 'repository': one builds an image, the other deploys one that exists");
    }
    if (asksForBuild) {
        return { kind: 'build', repository, ...readBuild(reading), buildArgs };
    }
    for (const name of ONLY_FOR_BUILD.filter((each) => reading.asksFor(each))) {
        reading.fault(name, "no value without 'repository', which says what to build for");
    }
    return reading.asksFor('image') ? { kind: 'given', reference } : { kind: 'none' };
}
/** Reads which container takes which image; `built` is the image that this run builds. */
function readImages(reading, typed) {
    const images = new Map();
    for (const [container, text] of typed) {
        const value = text.trim();
        const reference = value === 'built' ? null : imageReference(value);
        if (reference === null) {
            images.set(container.trim(), { kind: 'built' });
        }
        else if (reference.ok) {
            images.set(container.trim(), { kind: 'given', reference: reference.value });
        }
        else {
            reading.fault('images', `for each container the word 'built' or ${reference.allowed}`);
        }
    }
    if ([...images.values()].some((image) => image.kind === 'built') && !reading.asksFor('repository')) {
        reading.fault('images', "'built' only with 'repository', which says what to build for");
    }
    return images;
}

// EXTERNAL MODULE: ./build/json.js
var json = __nccwpck_require__(9368);
;// CONCATENATED MODULE: ./build/inputs/map.js



const FORMS = 'lines of NAME=value (no blank before the =), or a YAML or JSON map of names to plain values ' +
    '(a text of several lines is written in YAML as NAME: | with its lines indented)';
/**
 * Reads a map: JSON where the value starts with `{`; lines where every line is `NAME=value`; YAML otherwise. All values
 * are texts as typed: `1.10`, `0123`, `yes` and dates stay what they are. The YAML parser is loaded only for YAML.
 */
async function parseMap(text) {
    if (text.trimStart().startsWith('{')) {
        return parseJsonMap(text);
    }
    const line = firstOtherLine(text);
    if (line === null) {
        return parseLines(text);
    }
    const { parseYamlMap } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(174)]).then(__nccwpck_require__.bind(__nccwpck_require__, 174));
    return parseYamlMap(text, FORMS, line);
}
// Numbers keep the digits that were typed, which parsing alone would lose.
function asTyped(_key, value, context) {
    return typeof value === 'number' ? (context?.source ?? String(value)) : value;
}
function parseJson(text) {
    try {
        return { value: JSON.parse(text, asTyped) };
    }
    catch {
        // The parser's own message repeats the text, which may be a secret.
        return null;
    }
}
function parseJsonMap(text) {
    const parsed = parseJson(text);
    if (parsed === null || !(0,json/* isObject */.Gv)(parsed.value)) {
        return (0,inputs_parsed/* bad */.M)('valid JSON, since the value starts with {: {"NAME": "value"}, every name and text in double quotes');
    }
    return textMap(Object.entries(parsed.value));
}
/** Takes what a parser found as a map of texts; refuses nested values and empty names. */
function textMap(entries) {
    const found = new Map();
    for (const [index, [name, value]] of entries.entries()) {
        if (name.trim() === '') {
            return (0,inputs_parsed/* bad */.M)(`a name for every value; entry ${index + 1} has none`);
        }
        if (typeof value !== 'string' && typeof value !== 'boolean') {
            return (0,inputs_parsed/* bad */.M)(`a map of names to plain values; entry ${index + 1} is a list, a map or null`);
        }
        found.set(name, String(value));
    }
    return (0,inputs_parsed/* good */.u)(found);
}

;// CONCATENATED MODULE: ./build/inputs/changes.js







/** ECS API: valueFrom is the ARN of a secret (with json key, stage and version behind it) or parameter, or a parameter's name. */
const VALUE_FROM = /^(?:arn:[^:\s]+:(?:secretsmanager|ssm):.+|[\w./-]+)$/;
async function readMap(reading, name) {
    const text = reading.raw(name);
    const none = new Map();
    return text === '' ? none : reading.settled(name, none, await parseMap(text));
}
/** Reads what changes in the task definition. */
async function readChanges(reading) {
    const [typedImages, environment, typedSecrets, dockerLabels, logOptions] = await Promise.all([
        readMap(reading, 'images'),
        readMap(reading, 'environment-variables'),
        readMap(reading, 'secrets'),
        readMap(reading, 'docker-labels'),
        readMap(reading, 'log-configuration-options'),
    ]);
    const containerName = reading.parsed('container-name', null, matching(/^[\w-]{1,255}$/, "the name of one container (several containers go in 'images')"));
    const secrets = new Map(Array.from(typedSecrets, ([name, from]) => [name, from.trim()]));
    const images = readImages(reading, typedImages);
    checkSecrets(reading, environment, secrets);
    checkOneImage(reading, containerName, images);
    return {
        containerName,
        images,
        environment,
        secrets,
        dockerLabels,
        command: reading.parsed('command', null, parseCommand),
        logDriver: reading.parsed('log-configuration-log-driver', null, matching(/^\S+$/, "a log driver, as 'awslogs'")),
        logOptions,
    };
}
function checkSecrets(reading, environment, secrets) {
    let entry = 0;
    for (const [name, from] of secrets) {
        entry += 1;
        if (!VALUE_FROM.test(from)) {
            reading.fault('secrets', `for each name the ARN of a secret or parameter, or a parameter's name, never the secret itself; entry ${entry} is none of them`);
        }
        if (environment.has(name)) {
            reading.fault('secrets', `names that are not in 'environment-variables' too; entry ${entry} is in both`);
        }
    }
}
function checkOneImage(reading, container, images) {
    const other = container === null ? undefined : images.get(container);
    if (other === undefined) {
        return;
    }
    const asksForImage = reading.asksFor('image') || (reading.asksFor('repository') && other.kind === 'given');
    if (asksForImage) {
        reading.fault('images', "one image for a container; the one that 'container-name' names has two");
    }
}

;// CONCATENATED MODULE: ./build/inputs/control.js



const POLICIES = ['rollback', 'rollback-always', 'leave'];
const IN_PROGRESS = ['wait', 'finish', 'fail', 'replace'];
/** A service of the largest desired count that ECS has (5000 tasks) can lose all of them once. */
const MOST_FAILURES = 10_000;
function readControl(reading) {
    return {
        onCancel: reading.parsed('on-cancel', 'rollback', oneOf(POLICIES)),
        onTimeout: reading.parsed('on-timeout', 'rollback', oneOf(POLICIES)),
        maxTaskFailures: reading.parsed('max-task-failures', null, wholeNumber(0, MOST_FAILURES, 'tasks')),
    };
}
function readInProgress(reading) {
    return reading.parsed('if-deployment-in-progress', 'wait', oneOf(IN_PROGRESS));
}
/** CodeDeploy API: a deployment group waits for ContinueDeployment at most two days. */
const MOST_MINUTES = 2880;
function readSmokeTest(reading) {
    const minutes = reading.parsed('smoke-test-minutes', 10, wholeNumber(1, MOST_MINUTES, 'minutes'));
    if (!reading.asksFor('smoke-test')) {
        if (reading.asksFor('smoke-test-minutes')) {
            reading.fault('smoke-test-minutes', "no value without 'smoke-test', which says what to run");
        }
        return null;
    }
    const end = reading.text('wait-for');
    if (end === 'test-ready' || end === 'none') {
        reading.fault('smoke-test', `no value together with 'wait-for: ${end}', with which the step ends before the test`);
    }
    return { command: reading.raw('smoke-test'), minutes };
}

;// CONCATENATED MODULE: ./build/inputs/definition.js


const ARN = /^arn:[^:\s]+:ecs:[^:\s]+:\d{12}:task-definition\/[\w-]{1,255}(?::[1-9]\d{0,9})?$/;
const NAME = /^[\w-]{1,255}(?::[1-9]\d{0,9})?$/;
const FILE = /[/\\]|\.(?:json|ya?ml)$/i;
/**
 * Where the task definition comes from: nothing is the live one; a path separator or the ending `.json`, `.yml` or
 * `.yaml` is a file (an ARN has a `/` too and is none); else family, family:revision (the account-free form of an ARN).
 */
function parseDefinitionSource(text) {
    if (text === '') {
        return (0,inputs_parsed/* good */.u)({ kind: 'live' });
    }
    if (text.startsWith('arn:')) {
        return ARN.test(text)
            ? (0,inputs_parsed/* good */.u)({ kind: 'reference', reference: text })
            : (0,inputs_parsed/* bad */.M)('the ARN of a task definition (arn:aws:ecs:region:account:task-definition/family:revision), or family:revision');
    }
    if (FILE.test(text)) {
        return (0,inputs_parsed/* good */.u)({ kind: 'file', path: text });
    }
    return NAME.test(text)
        ? (0,inputs_parsed/* good */.u)({ kind: 'reference', reference: text })
        : (0,inputs_parsed/* bad */.M)('a file (a path with a separator, or ending in .json, .yml or .yaml), a family, family:revision or an ARN');
}

;// CONCATENATED MODULE: ./build/inputs/modes.js
/** Which inputs say something in which mode. */




const MODES = ['deploy', 'plan', 'rollback', 'promote', 'wait'];
/** Of every mode. */
const COMMON = [
    'mode',
    'cluster',
    'service',
    'codedeploy-application',
    'codedeploy-deployment-group',
    'wait-for',
    'wait-for-service-stability',
    'wait-for-minutes',
    'wait-max-delay-seconds',
    'max-retries',
    'matrix',
];
const OF_ROLLBACK = [
    ...COMMON,
    'rollback-to',
    'codedeploy-deployment-id',
    'codedeploy-deployment-config',
    'codedeploy-deployment-description',
    'ignore-alarms',
];
const OF_DEPLOY = names/* INPUT_NAMES */.Qh.filter((name) => name !== 'rollback-to' && name !== 'codedeploy-deployment-id');
const KNOWN = {
    deploy: OF_DEPLOY,
    rollback: OF_ROLLBACK,
    promote: [...COMMON, 'codedeploy-deployment-id', 'task-definition', 'on-cancel', 'on-timeout'],
    wait: [...COMMON, 'codedeploy-deployment-id'],
};
function readMode(reading) {
    return reading.parsed('mode', 'deploy', oneOf(MODES));
}
/** Inputs that ask for something that the mode does not do. With `rollback-to`, a plan is that of a rollback. */
function refuseMisplaced(reading, mode, ofRollback) {
    const known = mode === 'plan' ? (ofRollback ? OF_ROLLBACK : OF_DEPLOY) : KNOWN[mode];
    const where = mode === 'plan' && ofRollback ? "'mode: plan' and 'rollback-to'" : `'mode: ${mode}'`;
    for (const name of names/* INPUT_NAMES */.Qh) {
        if (!known.includes(name) && reading.asksFor(name))
            reading.fault(name, `no value with ${where}: it has no effect there`);
    }
}

;// CONCATENATED MODULE: ./build/inputs/peer-render.js

/** Inputs of aws-actions/amazon-ecs-render-task-definition. */
const RENDER_INPUTS = [
    {
        name: 'task-definition',
        verdict: 'honoured differently',
        why: 'See above: the file is rendered and deployed in one step, and no rendered file is left behind.',
    },
    {
        name: 'task-definition-arn',
        verdict: 'refused',
        why: 'Give the ARN as `task-definition`.',
    },
    {
        name: 'task-definition-family',
        verdict: 'refused',
        why: 'Give the family as `task-definition`; without one, the definition that production runs is taken.',
    },
    {
        name: 'task-definition-revision',
        verdict: 'refused',
        why: 'Give family:revision as `task-definition`.',
    },
    {
        name: 'container-name',
        verdict: 'honoured differently',
        why: 'One name, and optional: the only container, or the one behind the load balancer. Several containers go into `images`.',
    },
    {
        name: 'image',
        verdict: 'honoured differently',
        why: 'Optional: with `repository` the step builds and pushes the image itself, and deploys it by digest.',
    },
    {
        name: 'environment-variables',
        verdict: 'honoured differently',
        why: 'Lines of NAME=value, and also YAML or JSON, for texts of several lines. Blanks around a value stay.',
    },
    {
        name: 'secrets',
        verdict: 'honoured differently',
        why: 'Lines, YAML or JSON. A name that is also in `environment-variables` is a fault.',
    },
    {
        name: 'docker-labels',
        verdict: 'honoured differently',
        why: 'Lines, YAML or JSON. Split at the first `=` only, so rules with a `=` in them stay whole.',
    },
    {
        name: 'command',
        verdict: 'honoured differently',
        why: "A JSON array, or words in which quotes are honoured: `sh -c 'a && b'` is three words.",
    },
    {
        name: 'log-configuration-log-driver',
        verdict: 'honoured',
        why: 'The definition keeps its own when empty.',
    },
    {
        name: 'log-configuration-options',
        verdict: 'honoured differently',
        why: 'Lines, YAML or JSON. Split at the first `=` only.',
    },
    {
        name: 'env-files',
        verdict: 'refused',
        why: 'Write `environmentFiles` into the task definition; it passes through unchanged.',
    },
    {
        name: 'task-role-arn',
        verdict: 'refused',
        why: 'Write `taskRoleArn` into the task definition; it passes through unchanged.',
    },
    {
        name: 'execution-role-arn',
        verdict: 'refused',
        why: 'Write `executionRoleArn` into the task definition; it passes through unchanged.',
    },
];

;// CONCATENATED MODULE: ./build/inputs/peer.js





/** Inputs of aws-actions/amazon-ecs-deploy-task-definition, version 2.6, and the one that came after it. */
const DEPLOY_INPUTS = [
    {
        name: 'task-definition',
        verdict: 'honoured differently',
        why: 'A value with a path separator or with the ending `.json`, `.yml` or `.yaml` is a file, as there. Anything else is a family, family:revision or ARN; a file in the top folder with another ending, or none, is written as `./taskdef`. May be left out: then the definition that production runs is taken.',
    },
    {
        name: 'task-definition-arn',
        verdict: 'refused',
        why: 'Give the ARN, or its account-free form family:revision, as `task-definition`: a revision that exists is deployed without being registered again.',
    },
    {
        name: 'desired-count',
        verdict: 'refused',
        why: 'CodeDeploy starts as many replacement tasks as the service has, and there the input has no effect on a CodeDeploy service either. Change the count with `aws ecs update-service --desired-count` or with service auto scaling.',
    },
    {
        name: 'service',
        verdict: 'honoured differently',
        why: 'Required: this step does not stop after registering a definition.',
    },
    { name: 'cluster', verdict: 'honoured', why: '`default` when empty.' },
    {
        name: 'wait-for-service-stability',
        verdict: 'honoured differently',
        why: '`true` is `wait-for: completed`, `false` is `wait-for: none`. When neither is given, the step waits until production traffic is on the new tasks. Any other word is a fault, not `false`.',
    },
    {
        name: 'wait-for-minutes',
        verdict: 'honoured differently',
        why: 'Added to the waits of the deployment group, and to the time that its traffic shift takes, which is not counted there. Not capped at 360. `0` adds nothing instead of meaning 30, and what is no whole number is a fault.',
    },
    {
        name: 'wait-max-delay-seconds',
        verdict: 'honoured differently',
        why: 'The longest pause between two looks at the deployment; 30 when empty. Looks are closer together where a change is due.',
    },
    {
        name: 'codedeploy-appspec',
        verdict: 'honoured differently',
        why: 'Optional. When empty, `appspec.yaml` or `appspec.yml` is used if it is there; otherwise the AppSpec is made from the running service.',
    },
    {
        name: 'codedeploy-application',
        verdict: 'honoured differently',
        why: 'When empty, the application that last deployed the service is found; the names that the ECS console gives (`AppECS-\u2026`, `DgpECS-\u2026`) are tried after that, cut as the console cuts them.',
    },
    {
        name: 'codedeploy-deployment-group',
        verdict: 'honoured differently',
        why: 'Found as the application is. A group that does not deploy this service is refused before anything is written.',
    },
    {
        name: 'codedeploy-deployment-description',
        verdict: 'honoured differently',
        why: 'Follows a first part that names the run, the revisions, the commit and the actor, by which a re-run finds its own deployment. Your text is what is cut at the limit.',
    },
    { name: 'codedeploy-deployment-config', verdict: 'honoured', why: 'The one of the deployment group when empty.' },
    {
        name: 'force-new-deployment',
        verdict: 'honoured differently',
        why: 'Deploys although nothing differs from what runs. There it has no effect on a CodeDeploy service, which is deployed each time.',
    },
    {
        name: 'max-retries',
        verdict: 'honoured differently',
        why: 'Retries of each AWS call that can be repeated safely. Starting the deployment is not repeated blindly: after a lost answer the step looks whether the deployment is there.',
    },
    {
        name: 'keep-null-value-keys',
        verdict: 'not needed',
        why: 'Empty texts, lists and maps are always kept as written. Only members that are null are left out, and the log names them.',
    },
    {
        name: 'enable-ecs-managed-tags',
        verdict: 'refused',
        why: 'A setting of the service that a CodeDeploy deployment cannot change; there it has no effect on a CodeDeploy service. Set it once with `aws ecs update-service --enable-ecs-managed-tags`.',
        harmless: ['false'],
    },
    {
        name: 'propagate-tags',
        verdict: 'refused',
        why: 'A setting of the service that a CodeDeploy deployment cannot change; there it has no effect on a CodeDeploy service. Set it once with `aws ecs update-service --propagate-tags`.',
        harmless: ['none'],
    },
    {
        name: 'service-managed-ebs-volume-name',
        verdict: 'refused',
        why: 'Belongs to the rolling update of a service; a CodeDeploy deployment has no place for it. Leave it out.',
    },
    {
        name: 'service-managed-ebs-volume',
        verdict: 'refused',
        why: 'Belongs to the rolling update of a service; a CodeDeploy deployment has no place for it. Leave it out.',
        harmless: ['{}'],
    },
    {
        name: 'run-task',
        verdict: 'honoured differently',
        why: 'Runs before the deployment, and is always waited for: where the task fails, nothing is deployed. Its log is shown. There the deployment starts beside it unless `wait-for-task-stopped` is set.',
    },
    {
        name: 'run-task-container-overrides',
        verdict: 'honoured differently',
        why: 'A name that is no container of the definition is refused before anything is built.',
    },
    {
        name: 'run-task-security-groups',
        verdict: 'honoured differently',
        why: 'When empty, those of the service; there none.',
    },
    { name: 'run-task-subnets', verdict: 'honoured differently', why: 'When empty, those of the service; there none.' },
    {
        name: 'run-task-assign-public-IP',
        verdict: 'honoured differently',
        why: 'When empty, as the service has it; there `DISABLED`.',
    },
    {
        name: 'run-task-capacity-provider-strategy',
        verdict: 'honoured differently',
        why: 'When empty, and no launch type is given, that of the service.',
    },
    {
        name: 'run-task-launch-type',
        verdict: 'honoured differently',
        why: 'When empty, as the service has it; there `FARGATE`. Both this and a strategy is a fault; there the launch type is dropped.',
    },
    {
        name: 'run-task-started-by',
        verdict: 'honoured differently',
        why: '`ecs-blue-green` when empty; there `GitHub-Actions`.',
    },
    { name: 'run-task-tags', verdict: 'honoured', why: 'A JSON array of `key` and `value`.' },
    {
        name: 'run-task-managed-ebs-volume-name',
        verdict: 'honoured differently',
        why: 'A name without the settings of the volume, or these without a name, is a fault.',
    },
    { name: 'run-task-managed-ebs-volume', verdict: 'honoured', why: 'A JSON object, as ECS takes it.' },
    {
        name: 'wait-for-task-stopped',
        verdict: 'honoured differently',
        why: 'The task is always waited for, with `false` too: what runs before the deployment has to be over before it.',
    },
];
const ALL = [...DEPLOY_INPUTS, ...RENDER_INPUTS];
function isPeerInput(name) {
    return ALL.some((each) => variableOf(each.name) === variableOf(name));
}
/** Faults for inputs of those actions that ask for what this step does not do. */
function refusedPeerInputs(env) {
    const refused = new Map(ALL.filter((each) => each.verdict === 'refused' && !(0,names/* isInputName */.wp)(each.name)).map((each) => [each.name, each]));
    return [...refused.values()].flatMap(({ name, why, harmless = [] }) => {
        const value = (env[variableOf(name)] ?? '').trim();
        const asks = value !== '' && !harmless.includes(value.toLowerCase());
        return asks ? [{ input: name, received: shown(value), allowed: `no value. ${why.replaceAll('`', "'")}` }] : [];
    });
}

;// CONCATENATED MODULE: ./build/inputs/near.js




// The length bounds the work, the letters keep line ends out of the message.
const VARIABLE = /^INPUT_([\w-]{1,64})$/;
/** Faults for inputs that we do not know but whose names are a slip away from one of ours. Their values are not shown. */
function nearMisses(env) {
    return Object.keys(env).flatMap((variable) => {
        const name = VARIABLE.exec(variable)?.[1]?.toLowerCase() ?? '';
        const meant = name === '' || (0,names/* isInputName */.wp)(name) || isPeerInput(name) ? null : nearest(name);
        return meant === null ? [] : [{ input: name, received: 'an input of that name', allowed: repair(meant) }];
    });
}
function repair(meant) {
    return `the inputs in action.yml, which has none of that name; did you mean '${meant}'?`;
}
/** Our input that this name most likely stands for, null when none is near. */
function nearest(name) {
    const same = names/* INPUT_NAMES */.Qh.find((each) => letters(each) === letters(name));
    if (same !== undefined) {
        return same;
    }
    const [best] = names/* INPUT_NAMES */.Qh.map((each) => ({ each, distance: editDistance(name, each) }))
        .filter(({ each, distance }) => distance <= slips(Math.min(each.length, name.length)))
        .sort((a, b) => a.distance - b.distance);
    return best?.each ?? null;
}
// In a short word two slips make another word: `role` is no `file`.
function slips(length) {
    return length < 6 ? 1 : 2;
}
function letters(name) {
    return variableOf(name).replaceAll(/[-_]/g, '');
}
/** Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment). */
function editDistance(from, to) {
    let beforeLast = [];
    let last = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (let row = 1; row <= from.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= to.length; column += 1) {
            const same = from[row - 1] === to[column - 1];
            const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
            current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1), swapped ? at(beforeLast, column - 2) + 1 : Infinity));
        }
        beforeLast = last;
        last = current;
    }
    return at(last, to.length);
}
function at(row, column) {
    return row[column] ?? Infinity;
}

;// CONCATENATED MODULE: ./build/inputs/rollback.js




const NUMBER = /^[1-9]\d{0,9}$/;
const DEFINITION = /^(?:arn:[^:\s]+:ecs:[^:\s]+:\d{12}:task-definition\/)?[\w-]{1,255}:[1-9]\d{0,9}$/;
const DIGEST = /^(?:\S+@)?(sha256:[0-9a-f]{64})$/;
/** A commit, or a tag (ECR API: ImageTag). */
const rollback_NAME = /^\w[\w.-]{0,127}$/;
/** Where to: digits alone are a revision, `name:digits` a task definition, else a digest, or a commit or tag. */
function parseRollbackTo(text) {
    if (text === '' || text === 'previous')
        return (0,inputs_parsed/* good */.u)({ kind: 'previous' });
    if (NUMBER.test(text))
        return (0,inputs_parsed/* good */.u)({ kind: 'revision', revision: Number(text) });
    if (DEFINITION.test(text))
        return (0,inputs_parsed/* good */.u)({ kind: 'definition', reference: text });
    const digest = DIGEST.exec(text)?.[1];
    if (digest !== undefined)
        return (0,inputs_parsed/* good */.u)({ kind: 'digest', digest });
    return rollback_NAME.test(text)
        ? (0,inputs_parsed/* good */.u)({ kind: 'name', name: text })
        : (0,inputs_parsed/* bad */.M)("'previous', the number of a revision, family:revision or the ARN of a task definition, an image's tag or digest (sha256:\u2026), or a commit");
}
function readRollbackTo(reading) {
    return reading.settled('rollback-to', { kind: 'previous' }, parseRollbackTo(reading.text('rollback-to')));
}
/** CodeDeploy: `d-` and nine letters or digits (user guide); some more are let through. */
const deploymentId = matching(/^d-[A-Z0-9]{5,32}$/, "the id of a CodeDeploy deployment, as 'd-ABCDEFGHI'");
function readDeploymentId(reading) {
    return reading.parsed('codedeploy-deployment-id', null, deploymentId);
}

// EXTERNAL MODULE: ./build/json-text.js
var json_text = __nccwpck_require__(274);
// EXTERNAL MODULE: ./build/text-error.js
var text_error = __nccwpck_require__(766);
;// CONCATENATED MODULE: ./build/inputs/json-input.js




/** A JSON array of objects that each pass `check`; `form` is an example. Faults never repeat the text. */
function jsonArray(form, check) {
    return (text) => {
        const parsed = json_input_json(text, form);
        if (!parsed.ok)
            return parsed;
        const elements = Array.isArray(parsed.value) ? parsed.value : null;
        if (elements === null)
            return (0,inputs_parsed/* bad */.M)(`a JSON array, as ${form}`);
        for (const [index, element] of elements.entries()) {
            const fault = (0,json/* isObject */.Gv)(element) ? check(element) : 'is no object';
            if (fault !== null)
                return (0,inputs_parsed/* bad */.M)(`a JSON array, as ${form}; element ${index + 1} ${fault}`);
        }
        return (0,inputs_parsed/* good */.u)(elements.filter(json/* isObject */.Gv));
    };
}
/** A JSON object; null for an empty one. */
function jsonObject(form) {
    return (text) => {
        const parsed = json_input_json(text, form);
        if (!parsed.ok)
            return parsed;
        if (!(0,json/* isObject */.Gv)(parsed.value))
            return (0,inputs_parsed/* bad */.M)(`a JSON object, as ${form}`);
        return (0,inputs_parsed/* good */.u)(Object.keys(parsed.value).length === 0 ? null : parsed.value);
    };
}
function json_input_json(text, form) {
    try {
        return (0,inputs_parsed/* good */.u)((0,json_text/* parseJsonText */.l)(text));
    }
    catch (error) {
        if (!(error instanceof text_error/* TextError */.W))
            throw error;
        return (0,inputs_parsed/* bad */.M)(`valid JSON, as ${form}; ${error.message}`, error.position.line);
    }
}

;// CONCATENATED MODULE: ./build/inputs/run-task.js







/** A run of a hosted runner's job ends after six hours, that of an own runner after five days. */
const LONGEST_MINUTES = 5 * 24 * 60;
/** ECS API: RunTask.startedBy; Tag; CapacityProviderStrategyItem. */
const STARTED_BY = /^[A-Za-z0-9_/-]{1,128}$/;
const MOST_TAGS = 50;
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;
/** Reads what is run before the deployment; null where nothing is. */
function readRunTask(reading) {
    const wanted = reading.parsed('run-task', false, yesOrNo);
    if (!wanted)
        return null;
    reading.parsed('wait-for-task-stopped', true, yesOrNo);
    const read = {
        overrides: reading.parsed('run-task-container-overrides', [], overrides),
        securityGroups: run_task_listOf(reading, 'run-task-security-groups', 'sg-'),
        subnets: run_task_listOf(reading, 'run-task-subnets', 'subnet-'),
        assignPublicIp: reading.parsed('run-task-assign-public-IP', null, oneOf(['ENABLED', 'DISABLED'])),
        launchType: reading.parsed('run-task-launch-type', null, oneOf(['EC2', 'FARGATE', 'EXTERNAL'])),
        capacityProviderStrategy: reading.parsed('run-task-capacity-provider-strategy', [], strategy),
        startedBy: reading.parsed('run-task-started-by', null, startedBy),
        tags: tagsOf(reading),
        ...volumeOf(reading),
        minutes: reading.parsed('run-task-minutes', 30, wholeNumber(1, LONGEST_MINUTES, 'minutes')),
    };
    if (read.launchType !== null && read.capacityProviderStrategy.length > 0) {
        reading.fault('run-task-launch-type', "no value beside 'run-task-capacity-provider-strategy': ECS takes one of them");
    }
    return read;
}
const overrides = jsonArray('[{"name": "app", "command": ["migrate"]}]', ({ name }) => (0,json/* textOf */.b6)(name) === '' ? "has no 'name': that of the container" : null);
const strategy = jsonArray('[{"capacityProvider": "FARGATE_SPOT", "weight": 1}]', (item) => {
    if ((0,json/* textOf */.b6)(item['capacityProvider']) === '')
        return "has no 'capacityProvider'";
    const isCount = (value) => value === undefined || (Number.isInteger(value) && Number(value) >= 0);
    return isCount(item['weight']) && isCount(item['base']) ? null : "has a 'weight' or 'base' that is no whole number";
});
const startedBy = matching(STARTED_BY, 'up to 128 letters, digits, hyphens, slashes and underscores');
const tags = jsonArray('[{"key": "team", "value": "shop"}]', (tag) => {
    const [key, value] = [(0,json/* textOf */.b6)(tag['key']), tag['value'] ?? ''];
    if (key === '' || key.length > LONGEST_KEY)
        return `needs a 'key' of 1 to ${LONGEST_KEY} characters`;
    if (/^aws:/i.test(key))
        return "has a 'key' that begins with 'aws:', which is for AWS";
    const fits = typeof value === 'string' && value.length <= LONGEST_VALUE;
    return fits ? null : `has a 'value' that is no text of at most ${LONGEST_VALUE} characters`;
});
function tagsOf(reading) {
    const read = reading.parsed('run-task-tags', [], tags);
    const keys = read.map((tag) => (0,json/* textOf */.b6)(tag['key']));
    if (read.length > MOST_TAGS)
        reading.fault('run-task-tags', `at most ${MOST_TAGS} tags`);
    if (new Set(keys).size < keys.length)
        reading.fault('run-task-tags', 'each key once');
    return read.map((tag) => ({ key: (0,json/* textOf */.b6)(tag['key']), value: (0,json/* textOf */.b6)(tag['value']) }));
}
/** Ids with commas or in lines. */
function run_task_listOf(reading, name, prefix) {
    const ids = parseList(reading.text(name));
    if (ids.some((id) => !new RegExp(`^${prefix}[A-Za-z0-9-]+$`).test(id))) {
        reading.fault(name, `ids with commas, each beginning with '${prefix}'`);
    }
    return ids;
}
/** Either alone says nothing that ECS could do. */
function volumeOf(reading) {
    const [nameInput, input] = ['run-task-managed-ebs-volume-name', 'run-task-managed-ebs-volume'];
    const volumeName = reading.textOrNull(nameInput);
    const before = reading.faults.length;
    const volume = reading.parsed(input, null, jsonObject('{"sizeInGiB": 20, "roleArn": "arn:aws:iam::\u2026"}'));
    const isRead = reading.faults.length === before;
    if (volumeName === null && volume !== null)
        reading.fault(nameInput, `the volume's name in the task definition, beside '${input}'`);
    if (volumeName !== null && volume === null && isRead)
        reading.fault(input, `the volume's settings, beside '${nameInput}'`);
    return { volumeName, volume };
}

;// CONCATENATED MODULE: ./build/inputs/waiting.js



const ENDS = ['none', 'test-ready', 'traffic-shifted', 'completed'];
/** Two days: CodeDeploy API, the longest termination wait of a deployment group is 2880 minutes. */
const waiting_LONGEST_MINUTES = 2880;
function readWaiting(reading) {
    return {
        until: readEnd(reading),
        marginMinutes: reading.parsed('wait-for-minutes', 30, wholeNumber(0, waiting_LONGEST_MINUTES, 'minutes')),
        maxDelaySeconds: reading.parsed('wait-max-delay-seconds', 30, wholeNumber(1, 3600, 'seconds')),
        maxRetries: reading.parsed('max-retries', 8, wholeNumber(0, 50, 'retries')),
    };
}
// `wait-for-service-stability` is the older name of two of the ends.
function readEnd(reading) {
    const end = reading.parsed('wait-for', null, oneOf(ENDS));
    const stable = reading.parsed('wait-for-service-stability', null, yesOrNo);
    if (stable === null) {
        return end ?? 'traffic-shifted';
    }
    const meant = stable ? 'completed' : 'none';
    if (end !== null && end !== meant) {
        reading.fault('wait-for-service-stability', `no value beside 'wait-for: ${end}', which it contradicts: '${String(stable)}' is the same as 'wait-for: ${meant}'`);
    }
    return end ?? meant;
}

;// CONCATENATED MODULE: ./build/inputs.js















/**
 * Reads all inputs from the runner's variables (`INPUT_` and the name in upper case, dashes kept). The only reader of them.
 *
 * Account-free forms are taken wherever an output has one: `family:revision` as `task-definition`; `repository:tag` and
 * `repository@sha256:\u2026` as `image`, to be resolved in the registry of the account that is deployed to.
 *
 * @throws {InputError} with every fault of every input.
 */
async function readInputs(env) {
    const reading = new Reading(env);
    const mode = readMode(reading);
    const inputs = await readByMode(reading, mode);
    const faults = [...nearMisses(env), ...reading.faults, ...refusedPeerInputs(env)];
    if (faults.length > 0) {
        throw new errors/* InputError */.dz(faults);
    }
    return inputs;
}
async function readByMode(reading, mode) {
    const common = {
        ...readService(reading),
        codedeploy: readCodeDeploy(reading),
        waiting: readWaiting(reading),
        matrix: await readMatrix(reading),
    };
    const ofRollback = mode === 'rollback' || (mode === 'plan' && reading.asksFor('rollback-to'));
    // With a mode that is none, what belongs to it cannot be told.
    if (!reading.faults.some(({ input }) => input === 'mode'))
        refuseMisplaced(reading, mode, ofRollback);
    switch (mode) {
        case 'deploy':
            return readDeploy(reading, common);
        case 'rollback':
            return readRollback(reading, common);
        case 'plan':
            return { mode, of: ofRollback ? readRollback(reading, common) : await readDeploy(reading, common) };
        case 'promote':
            return readPromote(reading, common);
        case 'wait':
            return { ...common, mode, deploymentId: requiredDeploymentId(reading, mode) };
    }
}
async function readDeploy(reading, common) {
    const changes = await readChanges(reading);
    return {
        ...common,
        mode: 'deploy',
        source: readImageSource(reading, await readMap(reading, 'build-args')),
        definition: readDefinition(reading),
        changes,
        forceNewDeployment: reading.parsed('force-new-deployment', false, yesOrNo),
        failOnSeverity: readSeverity(reading),
        control: readControl(reading),
        smokeTest: readSmokeTest(reading),
        ifInProgress: readInProgress(reading),
        allowOlder: reading.parsed('allow-older', false, yesOrNo),
        ignoreAlarms: reading.parsed('ignore-alarms', false, yesOrNo),
        runTask: readRunTask(reading),
    };
}
function readRollback(reading, common) {
    const deploymentId = readDeploymentId(reading);
    if (deploymentId !== null && reading.asksFor('rollback-to')) {
        reading.fault('rollback-to', "no value together with 'codedeploy-deployment-id', which stops that deployment only");
    }
    if (common.waiting.until === 'test-ready') {
        reading.fault('wait-for', "none, traffic-shifted or completed with 'mode: rollback', which tests nothing first");
    }
    const ignoreAlarms = reading.parsed('ignore-alarms', false, yesOrNo);
    return { ...common, mode: 'rollback', to: readRollbackTo(reading), deploymentId, ignoreAlarms };
}
function readPromote(reading, common) {
    const definition = readDefinition(reading);
    if (definition.kind === 'file') {
        reading.fault('task-definition', 'family:revision or the ARN that was approved');
    }
    if (reading.text('wait-for') === 'test-ready') {
        reading.fault('wait-for', "none, traffic-shifted or completed with 'mode: promote', which ends the time to test");
    }
    const approved = definition.kind === 'reference' ? definition.reference : null;
    const deploymentId = requiredDeploymentId(reading, 'promote');
    return { ...common, mode: 'promote', deploymentId, approved, control: readControl(reading) };
}
function requiredDeploymentId(reading, mode) {
    if (!reading.asksFor('codedeploy-deployment-id')) {
        reading.fault('codedeploy-deployment-id', `with 'mode: ${mode}' the id of the deployment, an output of the step that started it`);
    }
    return readDeploymentId(reading) ?? '';
}
const CLUSTER = /^(?:arn:[^:\s]+:ecs:[^:\s]+:\d{12}:cluster\/)?([\w-]{1,255})$/;
const SERVICE = /^(?:arn:[^:\s]+:ecs:[^:\s]+:\d{12}:service\/(?:([\w-]{1,255})\/)?)?[\w-]{1,255}$/;
function readService(reading) {
    if (!reading.asksFor('service')) {
        reading.fault('service', 'the name or ARN of the ECS service to deploy to; without one nothing is done');
    }
    const cluster = reading.parsed('cluster', '', matching(CLUSTER, 'the name or ARN of an ECS cluster'));
    const service = reading.parsed('service', '', matching(SERVICE, 'the name or ARN of an ECS service'));
    const [named, ofService] = [CLUSTER.exec(cluster)?.[1], SERVICE.exec(service)?.[1]];
    if (named !== undefined && ofService !== undefined && named !== ofService) {
        reading.fault('cluster', `'${ofService}', the cluster that the ARN in 'service' names`);
    }
    return { cluster, service };
}
function readDefinition(reading) {
    return reading.settled('task-definition', { kind: 'live' }, parseDefinitionSource(reading.text('task-definition')));
}
function readCodeDeploy(reading) {
    return {
        appspec: reading.textOrNull('codedeploy-appspec'),
        application: reading.textOrNull('codedeploy-application'),
        group: reading.textOrNull('codedeploy-deployment-group'),
        config: reading.textOrNull('codedeploy-deployment-config'),
        description: reading.textOrNull('codedeploy-deployment-description'),
    };
}
// Enough to tell the jobs of one run apart, and short: it goes into the deployment's description.
async function readMatrix(reading) {
    const values = reading.text('matrix');
    if (values === '' || values === 'null' || values === '{}') {
        return '';
    }
    const { createHash } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7598, 19));
    return createHash('sha256').update(values).digest('hex').slice(0, 8);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __nccwpck_require__(1708);
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: ./build/ports/actions.js
/**
 * The GitHub runner, through the parts of `@actions/core` that speak its protocol.
 *
 * They are imported by file: the package's entry also loads an HTTP client for OIDC, which costs a failing start more
 * than three times an empty script's time and which nothing here needs.
 */








function actionsLog(write = (text) => void process.stdout.write(text)) {
    return {
        info: (text) => {
            write(`${text
                .split(/\r\n|\r|\n/)
                .map(harmless)
                .join('\n')}\n`);
        },
        debug: (text) => {
            issueCommand('debug', {}, text);
        },
        warning: (text) => {
            issueCommand('warning', {}, text);
        },
        error: (text) => {
            issueCommand('error', {}, text);
        },
        async group(heading, work) {
            issue('group', heading.replaceAll(/\s+/g, ' '));
            try {
                return await work();
            }
            finally {
                issue('endgroup');
            }
        },
        mask,
        quoted,
    };
}
function mask(secret) {
    for (const line of secret.split(/\r\n|\r|\n/))
        if (line.trim() !== '')
            issueCommand('add-mask', {}, line);
}
async function quoted(work) {
    const end = (0,external_node_crypto_.randomUUID)();
    issue('stop-commands', end);
    try {
        return await work();
    }
    finally {
        issue(end);
    }
}
/**
 * The runner takes a line that starts with `::`, white space aside, or holds `##[` as a command: text from elsewhere
 * must not be one. .NET counts U+0085 as white space, where JavaScript does not.
 */
function harmless(line) {
    return line.replace(/^([\s\u0085]*)::/, '$1: :').replaceAll('##[', '## [');
}
function actionsRunner(environment) {
    return {
        context: contextOf(environment),
        setOutput: (name, value) => {
            if (environment['GITHUB_OUTPUT'])
                issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
        },
        saveState: (name, value) => {
            if (environment['GITHUB_STATE'])
                issueFileCommand('STATE', prepareKeyValueMessage(name, value));
        },
        state: (name) => environment[`STATE_${name}`] ?? '',
        async addSummary(markdown) {
            const path = environment['GITHUB_STEP_SUMMARY'];
            if (path)
                await (0,promises_.appendFile)(path, `${markdown}\n`);
        },
    };
}
function contextOf(environment) {
    const value = (name) => environment[name] ?? '';
    return {
        repository: value('GITHUB_REPOSITORY'),
        runId: value('GITHUB_RUN_ID'),
        runAttempt: value('GITHUB_RUN_ATTEMPT'),
        job: value('GITHUB_JOB'),
        sha: value('GITHUB_SHA'),
        actor: value('GITHUB_ACTOR'),
        serverUrl: value('GITHUB_SERVER_URL') || 'https://github.com',
        workspace: value('GITHUB_WORKSPACE') || (0,external_node_process_.cwd)(),
        temp: value('RUNNER_TEMP') || (0,external_node_os_.tmpdir)(),
    };
}

// EXTERNAL MODULE: ./build/events.js
var events = __nccwpck_require__(3987);
// EXTERNAL MODULE: ./build/ports/clock.js
var clock = __nccwpck_require__(3201);
// EXTERNAL MODULE: ./build/ports/process-mark.js
var process_mark = __nccwpck_require__(6434);
// EXTERNAL MODULE: ./build/ports/signals.js
var signals = __nccwpck_require__(8270);
// EXTERNAL MODULE: ./build/remember.js
var remember = __nccwpck_require__(4941);
// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __nccwpck_require__(1791);
// EXTERNAL MODULE: ./build/report/aws-fault.js
var aws_fault = __nccwpck_require__(2807);
;// CONCATENATED MODULE: ./build/report/failure.js





/** Tells why a run ended early: one annotation for each thing that has to be repaired. */
function reportFailure(error, log) {
    for (const text of failureTexts(error))
        log.error(text);
    if (error instanceof Error && error.stack !== undefined)
        log.debug(error.stack);
}
function failureTexts(error) {
    if (error instanceof errors/* InputError */.dz)
        return error.faults.map(errors/* describeInputFault */.mc);
    if (error instanceof errors/* RefusalError */.XQ)
        return error.refusals.map(errors/* describeFault */.Qx);
    if (error instanceof errors/* StepError */.zg)
        return [error.message];
    if (error instanceof signals/* Interruption */._n)
        return [`Ended early: ${error.message}. No deployment was started.`];
    if (error instanceof aws_error/* AwsCallError */.iQ)
        return [(0,errors/* describeFault */.Qx)((0,aws_fault/* awsFault */._)(error))];
    return [(0,errors/* messageOf */.bD)(error)];
}

// EXTERNAL MODULE: ./build/world.js
var world = __nccwpck_require__(3920);
;// CONCATENATED MODULE: ./build/run.js
/** The story of a run, and the one catch. What a deployment needs is loaded only when the inputs are right. */










async function run() {
    const log = actionsLog();
    const runner = actionsRunner(process.env);
    const signal = (0,signals/* interruption */.YW)();
    const world = { env: process.env, clock: clock/* systemClock */.m, log, runner, signal };
    if (runner.state('phase') === 'main')
        await afterwards(world);
    else
        await main(world);
    if (signal.aborted)
        (0,signals/* endProcess */.JZ)();
}
async function main(world) {
    const { log, runner, signal } = world;
    try {
        runner.saveState('phase', 'main');
        runner.saveState('process', (0,process_mark/* markText */.PQ)((0,process_mark/* ownProcess */.oz)()));
        if (!(await carryOut(await readInputs(world.env), world)))
            process.exitCode = 1;
    }
    catch (error) {
        reportFailure(error, log);
        process.exitCode = 1;
        // What was cancelled is for `post`, also where it ended in an error of its own.
        if (!signal.aborted)
            (0,remember/* rememberEnd */.DO)(runner, 'error');
    }
}
/** A job is never red for it. */
async function afterwards(world) {
    try {
        await (await __nccwpck_require__.e(/* import() */ 756).then(__nccwpck_require__.bind(__nccwpck_require__, 6756))).post(world);
    }
    catch (error) {
        reportFailure(error, world.log);
    }
}
/** Each mode in a chunk of its own: none loads what another needs. True where the step ends green. */
async function carryOut(inputs, world) {
    switch (inputs.mode) {
        case 'deploy':
            return (0,events/* isGreen */.g)(await (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(856), __nccwpck_require__.e(712), __nccwpck_require__.e(973), __nccwpck_require__.e(595), __nccwpck_require__.e(188)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5188))).deploy(inputs, world));
        case 'plan':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(856), __nccwpck_require__.e(973), __nccwpck_require__.e(595), __nccwpck_require__.e(318), __nccwpck_require__.e(379)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2379))).preview(inputs, world);
        case 'rollback':
            return (0,events/* isGreen */.g)(await (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(856), __nccwpck_require__.e(712), __nccwpck_require__.e(973), __nccwpck_require__.e(318), __nccwpck_require__.e(943)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8518))).rollback(inputs, world));
        case 'promote':
            return (0,events/* isGreen */.g)(await (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(856), __nccwpck_require__.e(712), __nccwpck_require__.e(973), __nccwpck_require__.e(34)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7034))).promote(inputs, world));
        case 'wait':
            return (0,events/* isGreen */.g)(await (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(856), __nccwpck_require__.e(712), __nccwpck_require__.e(973), __nccwpck_require__.e(859)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3859))).pickUp(inputs, world));
    }
}


/***/ }),

/***/ 8151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ engineTarget)
/* harmony export */ });
/* harmony import */ var _engine_codedeploy_engine_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7066);




/** How CodeDeploy names what it deploys: application, group, and `<cluster>:<service>`. */
function engineTarget({ group, cluster, service }) {
    return { application: group.application, group: group.name, ecsTarget: `${cluster}:${service.serviceName ?? ''}` };
}


/***/ }),

/***/ 766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ TextError),
/* harmony export */   t: () => (/* binding */ positionAt)
/* harmony export */ });
/** A text that is not what it should be. `reason` never quotes the text: it may hold what must not be shown. */
class TextError extends Error {
    name = 'TextError';
    reason;
    position;
    constructor(reason, position) {
        super(`line ${position.line}, column ${position.column}: ${reason}`);
        this.reason = reason;
        this.position = position;
    }
}
function positionAt(text, offset) {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}


/***/ }),

/***/ 3920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ openFor)
/* harmony export */ });
/* harmony import */ var _ports_aws_open_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2545);
/* harmony import */ var _ports_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3201);






/** AWS as the runner's environment has it, with the retries that were asked for. */
function openFor({ maxRetries }, env) {
    return (0,_ports_aws_open_js__WEBPACK_IMPORTED_MODULE_0__/* .openAws */ .e)({ region: regionOf(env), maxRetries });
}
function regionOf(env) {
    const names = [env['AWS_REGION'], env['AWS_DEFAULT_REGION']];
    return names.find((name) => name !== undefined && name !== '') ?? null;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(1296);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
