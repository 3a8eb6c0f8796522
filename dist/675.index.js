export const id = 675;
export const ids = [675];
export const modules = {

/***/ 675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: ./build/appspec/render.js
var render = __webpack_require__(5375);
// EXTERNAL MODULE: ./build/engine/cancellable.js
var cancellable = __webpack_require__(8477);
// EXTERNAL MODULE: ./build/engine/codedeploy/engine.js
var codedeploy_engine = __webpack_require__(7066);
// EXTERNAL MODULE: ./build/engine/codedeploy/limit.js
var limit = __webpack_require__(8213);
// EXTERNAL MODULE: ./build/follow.js + 5 modules
var follow = __webpack_require__(4871);
// EXTERNAL MODULE: ./build/gate/gate.js
var gate_gate = __webpack_require__(8463);
// EXTERNAL MODULE: ./build/image/image.js
var image_image = __webpack_require__(9963);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __webpack_require__(1791);
;// CONCATENATED MODULE: ./build/task-definition/clean.js

/**
 * What DescribeTaskDefinition tells and RegisterTaskDefinition refuses: the members of ECS's TaskDefinition that
 * RegisterTaskDefinitionRequest does not have.
 */
const OUTPUT_ONLY = new Set([
    'taskDefinitionArn',
    'revision',
    'status',
    'requiresAttributes',
    'compatibilities',
    'registeredAt',
    'registeredBy',
    'deregisteredAt',
    'deleteRequestedAt',
]);
/**
 * Leaves out the output-only members, and members that are null, at any depth. All else stays as it is: unknown
 * members, empty strings, lists and objects, zero, false, and every element of a list.
 */
function cleanDefinition(body) {
    const leftOut = [];
    const kept = Object.entries(body).filter(([name]) => {
        if (OUTPUT_ONLY.has(name))
            leftOut.push(name);
        return !OUTPUT_ONLY.has(name);
    });
    return { body: membersWithoutNull(Object.fromEntries(kept), '', leftOut), leftOut };
}
function membersWithoutNull(object, path, leftOut) {
    return Object.fromEntries(Object.entries(object).flatMap(([name, value]) => {
        const here = path === '' ? name : `${path}.${name}`;
        if (value !== null)
            return [[name, withoutNull(value, here, leftOut)]];
        leftOut.push(here);
        return [];
    }));
}
function withoutNull(value, path, leftOut) {
    if ((0,json/* isList */.Lv)(value))
        return value.map((element, index) => withoutNull(element, `${path}[${index}]`, leftOut));
    return (0,json/* isObject */.Gv)(value) ? membersWithoutNull(value, path, leftOut) : value;
}

;// CONCATENATED MODULE: ./build/task-definition/compare.js


/**
 * Whether two definitions would run the same. Output-only members, null members and tags do not count, nor does the
 * order of members, of environment and secrets (both keyed by name) and of requiresCompatibilities.
 *
 * What ECS fills in by itself is filled in on both sides first. RegisterTaskDefinition answers, for a container that
 * names nothing: cpu 0, essential true, and empty environment, mountPoints, volumesFrom, portMappings and
 * systemControls; for a task: empty volumes and placementConstraints; for a port: protocol tcp and the host port; for a
 * health check: interval 30, timeout 5, retries 3; and it lists secrets, secretOptions and enableFaultInjection in
 * definitions that never named them. Only there, absent and empty are the same. Elsewhere a difference counts: at worst
 * a revision is registered that runs the same, never is a change kept back.
 */
function sameDefinition(a, b) {
    return JSON.stringify(sorted(normal(a))) === JSON.stringify(sorted(normal(b)));
}
function normal(body) {
    const definition = (0,json/* without */.FF)(cleanDefinition(body).body, new Set(['tags']));
    const normalised = {
        volumes: [],
        placementConstraints: [],
        enableFaultInjection: false,
        ...definition,
        containerDefinitions: (0,json/* elementsOf */.ZE)(definition['containerDefinitions']).map((container) => (0,json/* isObject */.Gv)(container) ? normalContainer(container, definition['networkMode']) : container),
    };
    // "256" and 256, "1 vCPU" and "1024", "2 GB" and "2048" (ECS API: cpu, memory).
    for (const size of ['cpu', 'memory']) {
        const given = normalised[size];
        if (typeof given === 'string' || typeof given === 'number')
            normalised[size] = normalSize(String(given));
    }
    const compatibilities = normalised['requiresCompatibilities'];
    if ((0,json/* isList */.Lv)(compatibilities))
        normalised['requiresCompatibilities'] = compatibilities.map(String).sort();
    return normalised;
}
function normalContainer(container, networkMode) {
    const normalised = {
        cpu: 0,
        essential: true,
        mountPoints: [],
        volumesFrom: [],
        systemControls: [],
        ...container,
        environment: byName(container['environment']),
        secrets: byName(container['secrets']),
        portMappings: (0,json/* elementsOf */.ZE)(container['portMappings']).map((port) => (0,json/* isObject */.Gv)(port) ? normalPort(port, networkMode) : port),
    };
    const { healthCheck, logConfiguration } = container;
    if ((0,json/* isObject */.Gv)(healthCheck))
        normalised['healthCheck'] = { interval: 30, timeout: 5, retries: 3, ...healthCheck };
    if ((0,json/* isObject */.Gv)(logConfiguration))
        normalised['logConfiguration'] = { secretOptions: [], ...logConfiguration };
    return normalised;
}
/** ECS API, PortMapping: with awsvpc and host the host port is the container's; with bridge an absent one is dynamic, 0. */
function normalPort(port, networkMode) {
    const container = port['containerPort'];
    if (container === undefined)
        return { protocol: 'tcp', ...port };
    const host = networkMode === 'awsvpc' || networkMode === 'host' ? container : 0;
    return { protocol: 'tcp', hostPort: host, ...port };
}
/** Sorted by name; entries of one name keep their order, which decides between them. */
function byName(list) {
    if ((0,json/* objectsIn */.Qv)(list).length !== (0,json/* elementsOf */.ZE)(list).length)
        return (0,json/* elementsOf */.ZE)(list);
    return [...(0,json/* objectsIn */.Qv)(list)].sort((a, b) => order((0,json/* textOf */.b6)(a['name']), (0,json/* textOf */.b6)(b['name'])));
}
function normalSize(size) {
    const parsed = /^\s*(\d*\.?\d+)\s*(vcpu|gb)?\s*$/i.exec(size);
    if (parsed === null)
        return size;
    return String(Number(parsed[1]) * (parsed[2] === undefined ? 1 : 1024));
}
function sorted(value) {
    if ((0,json/* isList */.Lv)(value))
        return value.map(sorted);
    if (!(0,json/* isObject */.Gv)(value))
        return value;
    const members = Object.entries(value).sort(([a], [b]) => order(a, b));
    return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}
function order(a, b) {
    return a < b ? -1 : Number(a > b);
}

// EXTERNAL MODULE: ./build/task-definition/load.js + 1 modules
var load = __webpack_require__(3299);
// EXTERNAL MODULE: ./build/task-definition/tags.js
var task_definition_tags = __webpack_require__(7185);
;// CONCATENATED MODULE: ./build/task-definition/register.js









/**
 * The revision to deploy: a known one that is equal, else a new one. Tags count where some are asked for. A known
 * revision that is no longer ACTIVE is not reused: no task could be started from it later.
 * @throws StepError when RegisterTaskDefinition refuses, with the statement or the member to repair; throttling,
 *   network and credential faults are thrown as they came.
 */
async function provideRevision(rendered, known, ecs) {
    const equal = known.find((revision) => isEqual(rendered.body, revision));
    if (equal !== undefined)
        return { arn: equal.arn, name: (0,load/* revisionName */.pd)(equal.arn), kind: 'reused' };
    try {
        const { arn } = await ecs.registerTaskDefinition(rendered.body);
        return { arn, name: (0,load/* revisionName */.pd)(arn), kind: 'registered' };
    }
    catch (error) {
        throw error instanceof aws_error/* AwsCallError */.iQ ? explained(error, rendered.body) : error;
    }
}
function isEqual(body, revision) {
    const status = revision.definition['status'];
    if (status !== undefined && status !== 'ACTIVE')
        return false;
    const asked = body['tags'] === undefined ? null : (0,task_definition_tags/* tagsOf */.Fg)(body['tags']);
    return (asked === null || tagText(asked) === tagText(revision.tags)) && sameDefinition(body, revision.definition);
}
function tagText(tags) {
    const texts = (0,task_definition_tags/* mergeTags */.kE)(tags).map(({ key, value }) => JSON.stringify([key, value]));
    return texts.sort().join();
}
function explained(error, body) {
    const message = (0,load/* awsMessage */.Jk)(error);
    const repair = repairOf(error, message, body);
    if (repair === null)
        return error;
    return new errors/* StepError */.zg({
        tried: 'register a revision of the task definition',
        on: (0,json/* textOf */.b6)(body['family']),
        why: `ECS answered ${error.code}: ${message}`,
        repair,
    }, { cause: error });
}
function repairOf(error, message, body) {
    // A missing iam:PassRole may come as ClientException as well as AccessDeniedException.
    if (/iam:PassRole/i.test(message))
        return allow(passRole(body));
    if (error.kind === 'denied') {
        if (!/ecs:TagResource/i.test(message))
            return allow({ Action: 'ecs:RegisterTaskDefinition', Resource: '*' });
        return allow({
            Action: 'ecs:TagResource',
            Resource: `arn:aws:ecs:*:*:task-definition/${(0,json/* textOf */.b6)(body['family'])}:*`,
        });
    }
    if (error.kind !== 'other')
        return null;
    if (/role is not valid/i.test(message)) {
        return 'Check executionRoleArn and taskRoleArn: the roles must exist and trust ecs-tasks.amazonaws.com.';
    }
    return 'Correct the task definition, or the input that changes it, where the message says.';
}
function passRole(body) {
    const roles = [body['executionRoleArn'], body['taskRoleArn']].filter((role) => typeof role === 'string');
    return {
        Action: 'iam:PassRole',
        Resource: [...new Set(roles)],
        Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    };
}
function allow(statement) {
    return `Add this statement to the policy of the role that runs this step:\n${JSON.stringify({ Effect: 'Allow', ...statement })}`;
}

;// CONCATENATED MODULE: ./build/in-progress/kept.js


function nothingKept() {
    return {
        image: undefined,
        revisions: [],
        tasksRan: new Set(),
        liveAtFirst: undefined,
        since: null,
        until: null,
        told: new Set(),
        refused: 0,
        seenAt: 0,
    };
}

// EXTERNAL MODULE: ./build/backoff.js
var backoff = __webpack_require__(588);
// EXTERNAL MODULE: ./build/plan.js
var plan = __webpack_require__(1781);
// EXTERNAL MODULE: ./build/target/target.js
var target_target = __webpack_require__(8151);
// EXTERNAL MODULE: ./build/world.js
var build_world = __webpack_require__(3920);
// EXTERNAL MODULE: ./build/engine/engine.js
var engine_engine = __webpack_require__(6737);
// EXTERNAL MODULE: ./build/ports/signals.js
var signals = __webpack_require__(8270);
// EXTERNAL MODULE: ./build/report/progress.js
var progress = __webpack_require__(5364);
// EXTERNAL MODULE: ./build/stop.js
var stop = __webpack_require__(1110);
// EXTERNAL MODULE: ./build/watch.js + 6 modules
var watch = __webpack_require__(1219);
// EXTERNAL MODULE: ./build/watch/interval.js
var interval = __webpack_require__(9063);
// EXTERNAL MODULE: ./build/watch/look.js + 1 modules
var look = __webpack_require__(6570);
// EXTERNAL MODULE: ./build/watch/stage.js
var stage = __webpack_require__(4102);
// EXTERNAL MODULE: ./build/engine/codedeploy/whose.js
var whose = __webpack_require__(5990);
;// CONCATENATED MODULE: ./build/in-progress/decide.js




/**
 * `told`: this run has stopped it, or ended its wait, before: that is done once. A rollback by CodeDeploy is never touched.
 * A release that has all the traffic and is checked is not taken back for the next one.
 */
function decide(treatment, seen, told) {
    if ((0,stage/* isOver */.PU)(seen))
        return 'look-again';
    if (treatment === 'wait' || told || takesBack(seen))
        return 'wait-for-end';
    if ((0,stage/* stageOf */.gV)(seen) === 'terminating')
        return 'end-wait';
    return treatment === 'replace' ? 'stop' : 'wait-for-shift';
}
/** CodeDeploy API: a rollback has a creator of its own, and names the deployment that it takes back. */
function takesBack(seen) {
    return seen.creator === whose/* ROLLBACK_CREATOR */.Gz || seen.takesBack !== null;
}

// EXTERNAL MODULE: ./build/report/permission.js
var report_permission = __webpack_require__(8880);
;// CONCATENATED MODULE: ./build/in-progress/may-not.js



/** AWS did not let the deployment in the way be moved. Anything that is no answer of AWS is thrown as it is. */
function mayNot(tried, id, error) {
    if (!(error instanceof aws_error/* AwsCallError */.iQ))
        throw error;
    const otherwise = "Run the job again, or with 'if-deployment-in-progress: wait', which leaves that deployment alone.";
    const repair = error.kind === 'denied' ? (0,report_permission/* permissionFor */.T)(error) : otherwise;
    throw new errors/* StepError */.zg({ tried, on: id, why: error.message, repair }, { cause: error });
}

// EXTERNAL MODULE: ./build/target/config.js
var target_config = __webpack_require__(6932);
// EXTERNAL MODULE: ./build/target/facts.js
var target_facts = __webpack_require__(2995);
// EXTERNAL MODULE: ./build/target/waiting.js
var target_waiting = __webpack_require__(5183);
;// CONCATENATED MODULE: ./build/in-progress/their-waits.js








/**
 * A deployment has the waits that its group had when it was started, and a configuration of its own; the margin is this
 * run's (`wait-for-minutes`). What is not told or cannot be read is taken from the group.
 */
async function theirWaits(info, group, inputs, codedeploy) {
    const config = await configOf(info, group, codedeploy);
    const own = info.blueGreenDeploymentConfiguration;
    const theirs = own === undefined ? group.info : { ...group.info, blueGreenDeploymentConfiguration: own };
    const waiting = (0,target_waiting/* waitingOf */.P)({ ...inputs, until: 'completed' }, { info: theirs, config });
    return { waiting, steps: config.steps, hasTestListener: (0,target_facts/* testListener */.z3)(group) !== undefined };
}
async function configOf({ deploymentConfigName: name }, { config }, codedeploy) {
    if (name === undefined || name === config.name)
        return config;
    // How long it takes is all that hangs on it: no reason to refuse.
    return (0,target_config/* readConfig */.Xg)(name, codedeploy).catch(() => config);
}

// EXTERNAL MODULE: ./build/engine/codedeploy/describe.js
var describe = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/report/console.js
var console = __webpack_require__(7150);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(8747);
// EXTERNAL MODULE: ./build/report/plain.js
var plain = __webpack_require__(2071);
// EXTERNAL MODULE: ./build/target/running.js
var target_running = __webpack_require__(2083);
;// CONCATENATED MODULE: ./build/in-progress/words.js
/** What is told of a deployment that is in the way. */











/** Whose it is, what it is doing, what is done about it, for how long at most, and its page. */
function announcement(another, seen, treatment, at) {
    const brings = (0,describe/* deployedBy */.SB)(another.info.description ?? '');
    const what = brings === null ? '' : `, brings ${brings}`;
    const step = PLANS[decide(treatment, seen, at.told)];
    return [
        `Deployment ${another.id} of this group is in progress: ${(0,whose/* whose */.vU)(another.info)}${what}.`,
        `It ${doing(seen)} (${(0,plain/* plain */.p)(seen.rawStatus)}). ${step}, for ${(0,duration/* duration */.p)(at.leftMs)} at most (if-deployment-in-progress: ${treatment}).`,
        (0,console/* consoleUrl */.B)(another.id, at.region),
    ];
}
const PLANS = {
    'look-again': 'Looking again',
    'wait-for-end': 'Waiting until it has ended',
    'wait-for-shift': 'Waiting until production is wholly on its new tasks; then its wait is ended',
    'end-wait': 'Ending its wait, then waiting until it has ended',
    stop: 'Stopping it with rollback, then waiting until that has ended',
};
/** As `It \u2026`. */
function doing(seen) {
    if (takesBack(seen))
        return 'returns the traffic to the original tasks';
    switch ((0,stage/* stageOf */.gV)(seen)) {
        case 'starting':
            return 'has not begun yet';
        case 'installing':
            return 'puts up its replacement tasks';
        case 'ready':
            return 'waits for someone to continue it';
        case 'shifting':
            return `shifts the production traffic, ${(0,stage/* setOf */.s4)(seen, 'green')?.weight ?? 0} % so far`;
        case 'finishing':
            return 'has all the production traffic and is being checked';
        case 'terminating':
            return 'has all the production traffic, and its original tasks wait for their end';
        case 'over':
            return 'has ended';
    }
}
/** It has not ended within the time limit. */
function gaveUp(another, seen, at) {
    const { applicationName = '', deploymentGroupName = '' } = another.info;
    const shifted = (0,stage/* stageOf */.gV)(seen) === 'terminating';
    return {
        tried: 'deploy after the deployment in progress',
        on: `${applicationName} / ${deploymentGroupName}`,
        why: `deployment ${another.id} (${(0,plain/* plain */.p)(seen.rawStatus)}, ${(0,whose/* whose */.vU)(another.info)}) ${doing(seen)}; it has not ended after ${(0,duration/* duration */.p)(at.waitedMs)}, and is no longer waited for`,
        repair: `${(0,target_running/* waysOut */.ZN)(another.id, { ...another.info, status: seen.status === 'Ready' ? 'Ready' : undefined }, shifted, at)} Input 'wait-for-minutes' makes this step more patient. ${(0,console/* consoleUrl */.B)(another.id, at.region)}`,
    };
}

;// CONCATENATED MODULE: ./build/in-progress/settle.js
/** Until the deployment in the way has ended, by itself or by what the policy does about it. */

















/**
 * Resolves when the deployment has ended: the world is to be read again then, for another one may have begun. The time
 * limit is one for all that this run meets. Throws a `StepError` at its end, or where the deployment cannot be watched or
 * moved; the signal's reason when the run is cancelled, with the deployment left as it is.
 */
async function settle(another, treatment, waits, kept, ports) {
    const { clock, log, aws } = ports;
    const late = kept.until !== null && clock.now() >= kept.until;
    kept.since ??= clock.now();
    const until = (kept.until ??= kept.since + waits.waiting.limitMs);
    const of = { another, treatment, waits, kept, since: kept.since, until };
    let seen = await firstLook(of, ports);
    if (late && !(0,stage/* isOver */.PU)(seen))
        throw tooLate(of, seen, ports);
    const at = { leftMs: Math.max(0, until - clock.now()), told: kept.told.has(another.id), region: aws.region };
    for (const text of announcement(another, seen, treatment, at))
        log.info(text);
    for (;;) {
        const step = decide(treatment, seen, kept.told.has(another.id));
        if (step === 'look-again')
            break;
        seen = await CARRY_OUT[step](of, seen, ports);
    }
    log.info(`Deployment ${another.id} is ${seen.rawStatus}: looking again.`);
}
const CARRY_OUT = {
    'wait-for-end': (of, _, ports) => watched(of, 'completed', ports),
    'wait-for-shift': (of, _, ports) => watched(of, 'traffic-shifted', ports),
    'end-wait': endWait,
    stop: settle_stop,
};
/** Nothing is done to it before it was looked at: it may have gone on since it was found. */
async function firstLook(of, ports) {
    const { another, until } = of;
    const { clock, engine, signal } = ports;
    for (let failures = 0;;) {
        const answer = await (0,look/* take */.s)(engine, (0,engine_engine/* unseen */.n)(another.id), 'both', signal);
        if (answer.kind === 'seen')
            return answer.seen;
        signal.throwIfAborted();
        if (clock.now() >= until)
            throw tooLate(of, (0,engine_engine/* unseen */.n)(another.id), ports);
        failures += 1;
        await clock.sleep(Math.min((0,interval/* retryMs */.hO)(failures, Math.random), Math.max(0, until - clock.now())), signal);
    }
}
/** A line for each change of its status and of the traffic. */
async function watched(of, goal, ports) {
    const { another, waits, until } = of;
    const { clock, engine, signal } = ports;
    const limitMs = Math.max(0, until - clock.now());
    const options = { ...waits, waiting: { ...waits.waiting, until: goal, limitMs }, clock, random: Math.random, signal };
    const watching = (0,watch/* watch */.w)(engine, another.id, options);
    for (;;) {
        const next = await watching.next();
        if (next.done)
            return lastOf(next.value);
        tell(another.id, next.value, ports);
    }
    function lastOf(end) {
        if (end.kind === 'interrupted')
            signal.throwIfAborted();
        const last = end.last ?? (0,engine_engine/* unseen */.n)(another.id);
        if (end.kind !== 'timed-out')
            return last;
        throw tooLate(of, last, ports);
    }
}
function tooLate({ another, since }, seen, { clock, aws }) {
    return new errors/* StepError */.zg(gaveUp(another, seen, { waitedMs: clock.now() - since, region: aws.region }));
}
function tell(id, event, { log }) {
    if (event.kind !== 'lifecycle' && event.kind !== 'tasks')
        log.info(`${id}  ${(0,progress/* line */.n)(event)}`);
}
/** The wait that is not there (any more) has ended, or the deployment is being taken back: it ends in any case. */
async function endWait({ another, kept }, seen, ports) {
    const { engine, log, signal } = ports;
    kept.told.add(another.id);
    const answer = await (0,signals/* unlessAborted */.Wh)(signal, engine.promote(another.id, 'termination')).catch((error) => mayNot('end the wait of the deployment in progress', another.id, error));
    if (answer === 'continued')
        log.info(`The wait of deployment ${another.id} was ended: its original tasks go.`);
    else
        log.info(`Deployment ${another.id} is not in that wait any more: it goes on by itself.`);
    return seen;
}
/** Where it ended by itself between the look and the stop, nothing was stopped. */
async function settle_stop({ another, kept, waits }, seen, ports) {
    const { clock, engine, log, signal } = ports;
    kept.told.add(another.id);
    const answer = await (0,signals/* unlessAborted */.Wh)(signal, engine.stop(another.id)).catch((error) => mayNot('stop the deployment in progress', another.id, error));
    log.info(answer === 'over' ? `Deployment ${another.id} had ended by itself.` : `Deployment ${another.id} is stopped.`);
    const following = { engine, clock, signal, startedAt: clock.now(), maxDelayMs: waits.waiting.maxDelayMs };
    const told = (event) => {
        tell(another.id, event, ports);
    };
    const end = await (0,stop/* followStopped */.V)({ ...following, tell: told }, another.id, seen);
    if (end.kind !== 'interrupted')
        return end.last ?? seen;
    log.warning(`Deployment ${another.id} was stopped with rollback before the run was cancelled: that goes on by itself.`);
    signal.throwIfAborted();
    return seen;
}

;// CONCATENATED MODULE: ./build/in-progress/make-way.js
/** Before a run may deploy: what else goes on in the group, and what this run does about it. */












/** Resolves when the deployment has ended. With `fail` it is a refusal of the look, and never comes here. */
async function makeWay(info, { ifInProgress, waiting }, plan, kept, ports) {
    if (ifInProgress === 'fail')
        throw new Error('a deployment in progress is a refusal');
    const { aws, signal } = ports;
    const waits = await theirWaits(info, plan.target.group, waiting, aws.codedeploy);
    signal.throwIfAborted();
    const engine = (0,codedeploy_engine/* codeDeployEngine */.P)({ ...ports, codedeploy: aws.codedeploy }, (0,target_target/* engineTarget */.k)(plan.target));
    await settle({ id: info.deploymentId ?? '', info }, ifInProgress, waits, kept, { ...ports, engine });
}
/** So often CreateDeployment may be refused for a deployment that has ended by then. */
const REFUSED_LIMIT = 3;
/**
 * CreateDeployment was refused: another deployment began after the look. It is treated like one that was there before;
 * where it has ended already, what it has brought is news as well. Throws the refusal itself with `fail`.
 */
async function makeWayAfterAll(refused, inputs, plan, kept, ports) {
    const { another } = refused;
    const { log, clock, signal } = ports;
    if (another !== null) {
        if (inputs.ifInProgress === 'fail')
            throw refused;
        log.info('Another deployment began after the look.');
        await makeWay(another, inputs, plan, kept, ports);
        return;
    }
    kept.refused += 1;
    if (kept.refused > REFUSED_LIMIT)
        throw refused;
    const ms = (0,backoff/* backoffMs */.j)(kept.refused, Math.random);
    log.info(`Another deployment came first, and is not there any more: looking again in ${Math.ceil(ms / 1000)} s.`);
    await clock.sleep(ms, signal);
}

// EXTERNAL MODULE: ./build/ports/clock.js
var clock = __webpack_require__(3201);
;// CONCATENATED MODULE: ./build/in-progress/moved-on.js







/** For this long what was read is taken as it is. */
const FRESH_MS = 60_000;
/**
 * True where production has gone to another task set since the look, as a newer run can bring it during a long build or
 * task: the plan was made for another one. Asked again only after a minute; where it cannot be told, CodeDeploy decides.
 */
async function hasMovedOn(plan, kept, ports) {
    const { clock, ecs, log } = ports;
    if (clock.now() - kept.seenAt < FRESH_MS)
        return false;
    const { cluster, service, primary } = plan.target;
    try {
        const now = (0,target_facts/* primaryOf */.Os)(await ecs.describeService(cluster, service.serviceName ?? ''));
        kept.seenAt = clock.now();
        if (now === undefined || now.id === primary.id)
            return false;
        log.info(`Production has gone to another task set meanwhile (${now.id ?? ''}): looking again.`);
        return true;
    }
    catch (error) {
        log.debug(`The PRIMARY task set could not be read again: ${(0,errors/* messageOf */.bD)(error)}`);
        return false;
    }
}

// EXTERNAL MODULE: ./build/engine/codedeploy/marker.js
var codedeploy_marker = __webpack_require__(182);
// EXTERNAL MODULE: ./build/ports/shell.js
var shell = __webpack_require__(9805);
// EXTERNAL MODULE: ./build/gate/environment.js
var environment = __webpack_require__(7079);
;// CONCATENATED MODULE: ./build/gate/check-bash.js




/** A smoke test that cannot be started is told before anything is built. On Windows it is the bash of Git. */
async function bashFaults(test, env, workspace) {
    if (test === null)
        return [];
    const options = { env: (0,environment/* scrubbed */.f)(env), cwd: workspace, onLine: () => undefined, graceMs: () => 0 };
    try {
        const { code } = await (0,shell/* runShell */.E)(':', { ...options, signal: AbortSignal.timeout(LIMIT_MS) });
        return code === 0 ? [] : [faultOf(`it ended with code ${code ?? 'none'}, although it had nothing to do`)];
    }
    catch (error) {
        return [faultOf((0,errors/* messageOf */.bD)(error))];
    }
}
const LIMIT_MS = 20_000;
function faultOf(why) {
    return {
        tried: 'find bash, which runs the smoke test',
        on: 'PATH of the runner',
        why,
        repair: "Take a runner or container image that has bash, or leave input 'smoke-test' out.",
    };
}

// EXTERNAL MODULE: ./build/ports/docker.js + 3 modules
var ports_docker = __webpack_require__(6119);
// EXTERNAL MODULE: ./build/inputs/names.js
var names = __webpack_require__(3636);
;// CONCATENATED MODULE: ./build/image/capabilities.js




const SETUP = 'Add docker/setup-buildx-action as a step before this one';
/** What is asked of a build that the builder at hand cannot do. Empty where it can do all of it. */
function capabilityFaults(asked, builder) {
    switch (builder.kind) {
        case 'none':
            return withoutBuildx(asked);
        case 'missing':
            return [noBuilder(builder.name, builder.why)];
        case 'found':
            return [...onDriver(asked, builder)];
    }
}
/** Inputs that only buildx knows, where they ask for something. */
function buildxInputs(asked) {
    const all = [
        ['platforms', asked.platforms.length > 1],
        ['build-secrets', asked.buildSecrets.size > 0],
        ['secret-files', asked.secretFiles.size > 0],
        ['build-contexts', asked.buildContexts.size > 0],
        ['cache-from', asked.cacheFrom.length > 0],
        ['cache-to', asked.cacheTo.length > 0],
        ['builder', asked.builder !== null],
        ['ssh', asked.ssh.length > 0],
        ['provenance', asked.provenance !== null],
        ['sbom', asked.sbom !== null],
    ];
    return all.flatMap(([name, used]) => (used ? [name] : []));
}
function withoutBuildx(asked) {
    const inputs = listed(buildxInputs(asked));
    if (inputs === '')
        return [];
    return [
        {
            tried: 'build the image as asked',
            on: inputs,
            why: 'the Docker client has no buildx, which is needed for that.',
            repair: `${SETUP}, or leave out ${inputs}.`,
        },
    ];
}
function noBuilder(name, why) {
    const repair = name === null
        ? `${SETUP}: it makes a builder and selects it.`
        : `Set 'builder' to a name that 'docker buildx ls' lists (the output 'name' of docker/setup-buildx-action), or leave it out.`;
    return { tried: 'ask buildx for its builder', on: name ?? 'docker buildx inspect', why, repair };
}
function* onDriver(asked, builder) {
    const at = `builder ${builder.name} with the driver ${builder.driver}`;
    const change = `${SETUP}: it makes a builder with the driver docker-container and selects it`;
    const caches = asked.cacheTo.filter((cache) => !/(?:^|,)type=inline(?:,|$)/.test(cache));
    if (caches.length > 0 && !builder.cacheExport) {
        yield {
            tried: 'export the build cache',
            on: at,
            why: "this driver cannot write the cache that 'cache-to' names.",
            repair: `${change}. Or set 'cache-to' to type=inline, which every driver writes.`,
        };
    }
    const indexes = indexInputs(asked);
    if (indexes !== '' && !builder.indexes) {
        yield {
            tried: 'build the image as asked',
            on: `${indexes} on the ${at}`,
            why: 'this driver makes images of one platform, without attestations.',
            repair: `${change}. Or leave out ${indexes}.`,
        };
    }
}
function indexInputs(asked) {
    const names = [];
    if (asked.platforms.length > 1)
        names.push('platforms');
    if (asked.provenance !== null)
        names.push('provenance');
    if (asked.sbom !== null)
        names.push('sbom');
    return listed(names);
}
function listed(names) {
    return names.map((name) => `'${name}'`).join(', ');
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/image/arguments.js

/** Names under which build secrets stand in the environment of the build. */
const SECRET = 'ECS_BLUE_GREEN_SECRET_';
/**
 * Names that command the Docker client itself when they stand in its environment, or that a build secret has there.
 * Only for these does the value of a build argument go onto the command line.
 */
const CLIENT = /^(?:PATH|PATHEXT|HOME|USERPROFILE|SYSTEMROOT|TMPDIR|TMP|TEMP|SSH_AUTH_SOCK|DOCKER_.*|BUILDX_.*|BUILDKIT_(?:HOST|PROGRESS|COLORS|NO_.*)|ECS_BLUE_GREEN_SECRET_.*|(?:HTTP|HTTPS|NO|ALL|FTP)_PROXY|LD_.*|DYLD_.*|GODEBUG|SSL_CERT_.*)$/i;
/** Docker's arguments for a build. Values of build arguments and of secrets are not in them. */
function buildArguments(call) {
    return [
        ...(call.buildx ? buildxArguments(call) : ['build']),
        ...(call.file === null ? [] : ['--file', call.file]),
        ...(call.target === null ? [] : ['--target', call.target]),
        ...each('--build-arg', call.buildArgs, ([name, value]) => (CLIENT.test(name) ? `${name}=${value}` : name)),
        ...each('--label', call.labels, ([name, value]) => `${name}=${value}`),
        ...(call.platforms.length === 0 ? [] : ['--platform', call.platforms.join(',')]),
        ...(call.pull ? ['--pull'] : []),
        ...(call.noCache ? ['--no-cache'] : []),
        ...(call.network === null ? [] : ['--network', call.network]),
        ...call.references.flatMap((reference) => ['--tag', reference]),
        call.context,
    ];
}
/** What only buildx knows. */
function buildxArguments(call) {
    return [
        ...['buildx', 'build'],
        ...(call.builder === null ? [] : ['--builder', call.builder]),
        ...['--push', '--progress', 'plain', '--metadata-file', call.metadataFile],
        // With attestations, which buildx adds unasked, the digest is that of an index and new at every build.
        `--provenance=${call.provenance ?? 'false'}`,
        `--sbom=${call.sbom ?? 'false'}`,
        ...[...call.buildSecrets.keys()].flatMap((id, index) => ['--secret', `id=${id},env=${SECRET}${index}`]),
        ...each('--secret', call.secretFiles, ([id, path]) => `id=${id},${csv(`src=${path}`)}`),
        ...call.cacheFrom.flatMap((cache) => ['--cache-from', cache]),
        ...call.cacheTo.flatMap((cache) => ['--cache-to', cache]),
        ...each('--build-context', call.buildContexts, ([name, value]) => `${name}=${value}`),
        ...call.ssh.flatMap((key) => ['--ssh', key]),
    ];
}
function each(option, map, text) {
    return [...map].flatMap((entry) => [option, text(entry)]);
}
/** One field of an option that is read as comma-separated values. */
function csv(field) {
    return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
/** What the build's process gets beside the job's environment: the values of build arguments and of secrets. */
function buildEnvironment(call) {
    const values = [...call.buildArgs].filter(([name]) => !CLIENT.test(name));
    const secrets = [...call.buildSecrets.values()].map((value, index) => [`${SECRET}${index}`, value]);
    return Object.fromEntries([...values, ...secrets]);
}
/** Attributes of caches that hold credentials: `secret_access_key=\u2026`, `token=\u2026`. */
const CREDENTIAL = /((?:^|,)[^=,]*(?:secret|token|password|access_key|account_key)[^=,]*=)[^,]*/gi;
/** The command line as it may be shown: without values of build arguments and without credentials in caches and URLs. */
function shownCommand(args) {
    const shown = args.map((arg, index) => shownArgument(arg, args[index - 1] ?? ''));
    return ['docker', ...shown].map((arg) => (/^[\w./:=@,*+-]+$/.test(arg) ? arg : JSON.stringify(arg))).join(' ');
}
function shownArgument(arg, before) {
    if (before === '--build-arg')
        return arg.replace(/=[\s\S]*$/, '=***');
    const bare = arg.replace(/:\/\/[^/\s]*@/g, '://***@');
    return before.startsWith('--cache-') ? bare.replace(CREDENTIAL, '$1***') : bare;
}
/** OCI image labels: annotations spec, `org.opencontainers.image.source` and `.revision`. */
function sourceLabels(context) {
    const labels = new Map();
    if (context.repository !== '') {
        labels.set('org.opencontainers.image.source', `${context.serverUrl}/${context.repository}`);
    }
    if (context.sha !== '')
        labels.set('org.opencontainers.image.revision', context.sha);
    return labels;
}

// EXTERNAL MODULE: ./build/image/content/source.js
var content_source = __webpack_require__(1687);
;// CONCATENATED MODULE: ./build/image/call.js





function buildPlaces(source, workspace) {
    const place = (text) => ((0,content_source/* sourceKind */.u)(text) === 'local' ? (0,external_node_path_.resolve)(workspace, text) : text);
    const context = place(source.context);
    const remote = (0,content_source/* sourceKind */.u)(source.context) !== 'local';
    const named = source.file === null || remote ? source.file : (0,external_node_path_.resolve)(workspace, source.file);
    return {
        context,
        file: named ?? (remote ? null : (0,external_node_path_.join)(context, 'Dockerfile')),
        buildContexts: mapped(source.buildContexts, place),
        secretFiles: mapped(source.secretFiles, (path) => (0,external_node_path_.resolve)(workspace, path)),
    };
}
function mapped(map, change) {
    return new Map(Array.from(map, ([name, value]) => [name, change(value)]));
}
/**
 * The build as it is called. The user's labels go before those for source and revision.
 * @param commit what the image is made from; empty where it is not known
 */
function buildCall(source, context, commit, rest) {
    return {
        ...source,
        ...buildPlaces(source, context.workspace),
        ...rest,
        labels: new Map([...sourceLabels({ ...context, sha: commit }), ...source.labels]),
    };
}

;// CONCATENATED MODULE: ./build/image/commit.js





/**
 * The commit that is checked out in the build context; where that cannot be told (no Git, no checkout, a remote
 * context), the one that the workflow runs for.
 */
async function readCommit(source, ports) {
    const { context } = ports.runner;
    const folder = buildPlaces(source, context.workspace).context;
    const head = (0,content_source/* sourceKind */.u)(source.context) === 'local' ? await ports.docker.headOf(folder) : null;
    return head === null ? { sha: context.sha, from: 'GITHUB_SHA' } : { sha: head, from: 'git rev-parse HEAD' };
}

;// CONCATENATED MODULE: ./build/image/paths.js





/** What a build reads and is not there, each with the path that was looked at. What Docker fetches is not looked at. */
async function pathFaults(source, workspace, docker) {
    const places = buildPlaces(source, workspace);
    const local = (0,content_source/* sourceKind */.u)(source.context) === 'local';
    const context = local ? await folderFault('context', places.context, docker) : [];
    const checks = [
        ...(local && context.length === 0 && places.file !== null ? [fileFault('file', places.file, docker)] : []),
        ...[...places.secretFiles.values()].map((path) => fileFault('secret-files', path, docker)),
        ...[...places.buildContexts.values()]
            .filter((place) => (0,content_source/* sourceKind */.u)(place) === 'local')
            .map((path) => folderFault('build-contexts', path, docker)),
    ];
    return [...context, ...(await Promise.all(checks)).flat()];
}
const TEXTS = {
    context: {
        tried: 'find the build context',
        repair: "Set 'context' to a folder in the workspace, and check the code out before this step.",
    },
    file: {
        tried: 'find the Dockerfile',
        repair: "Set 'file' to the path of the Dockerfile, relative to the workspace.",
    },
    'secret-files': {
        tried: 'find the file of a build secret',
        repair: "Set 'secret-files' to id=path, with the path relative to the workspace, and write the file before this step.",
    },
    'build-contexts': {
        tried: 'find the folder of a build context',
        repair: "Set 'build-contexts' to name=path, with the path relative to the workspace, or to a URL or an image.",
    },
};
async function folderFault(input, path, docker) {
    const there = await docker.lookAt(path);
    if (there === 'folder')
        return [];
    const why = there === 'file' ? 'it is a file, not a folder.' : 'there is nothing.';
    return [{ ...TEXTS[input], on: path, why }];
}
async function fileFault(input, path, docker) {
    const there = await docker.lookAt(path);
    if (there === 'file')
        return [];
    const why = there === 'folder' ? 'it is a folder, not a file.' : 'there is nothing.';
    return [{ ...TEXTS[input], on: path, why }];
}

// EXTERNAL MODULE: ./build/image/reference.js
var image_reference = __webpack_require__(7755);
;// CONCATENATED MODULE: ./build/image/tags.js


/**
 * The tags to push: the commit's, then the user's. A user's tag is bare (`v1`), or a reference of the same repository
 * (`shop:v1`, `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:v1`).
 * @param repository name or URI of the repository that is pushed to
 */
function imageTags(sha, given, repository) {
    const read = given.map((text) => ({ text, tag: bareTag(text, repository) }));
    const tags = read.flatMap(({ tag }) => (tag === null ? [] : [tag]));
    return {
        tags: [...new Set(sha === '' ? tags : [sha, ...tags])],
        wrong: read.filter(({ tag }) => tag === null).map(({ text }) => text),
    };
}
function bareTag(text, repository) {
    if ((0,image_reference/* isTag */.dz)(text))
        return text;
    const named = (0,image_reference/* parseReference */.F2)(text);
    const ours = (0,image_reference/* parseReference */.F2)(repository);
    if (named === null || ours === null || named.digest !== null || named.repository !== ours.repository)
        return null;
    const elsewhere = named.registry !== null && ours.registry !== null && named.registry !== ours.registry;
    return elsewhere ? null : named.tag;
}
/** Faults of the tags, or of a run without any. */
function tagFaults({ tags, wrong }, repository) {
    const faults = wrong.map((text) => ({
        tried: 'tag the image',
        on: JSON.stringify(text),
        why: `it is neither a tag (letters, digits, '_', '.', '-'; at most 128) nor a reference of ${repository} with a tag.`,
        repair: "Correct 'tags'. A branch name needs its slashes replaced.",
    }));
    if (tags.length > 0 || wrong.length > 0)
        return faults;
    const why = 'the commit is not known (GITHUB_SHA is empty) and there are no tags.';
    return [{ tried: 'tag the image', on: repository, why, repair: "Set 'tags', or run in a GitHub workflow." }];
}
/** Throws the first fault as a StepError. @param sha of the commit; empty where it is not known */
function requireTags(sha, given, repository) {
    const read = imageTags(sha, given, repository);
    const [fault] = tagFaults(read, repository);
    const [first, ...others] = read.tags;
    if (fault !== undefined)
        throw new errors/* StepError */.zg(fault);
    if (first === undefined)
        throw new Error('No tags and no fault.');
    return [first, ...others];
}

;// CONCATENATED MODULE: ./build/image/check.js








/** What speaks against the build by itself: no context, no Dockerfile, a secret's file missing, wrong tags. No Docker process. */
async function checkSource(source, ports) {
    const [paths, commit] = await Promise.all([
        pathFaults(source, ports.runner.context.workspace, ports.docker),
        readCommit(source, ports),
    ]);
    return [...paths, ...tagFaults(imageTags(commit.sha, source.tags, source.repository), source.repository)];
}
/** What speaks against building here: no Docker engine, or one that cannot do what is asked. */
async function checkBuilder(source, docker) {
    const [state, builder] = await Promise.all([docker.state(), docker.builder(source.builder)]);
    return state.kind === 'ready' ? capabilityFaults(source, builder) : [stateFault(state)];
}
/** The engine that answers and can do what is asked; throws a StepError where there is none. */
async function requireReady(source, docker) {
    const [fault] = await checkBuilder(source, docker);
    if (fault !== undefined)
        throw new errors/* StepError */.zg(fault);
    const state = await docker.state();
    if (state.kind === 'ready')
        return state;
    throw new errors/* StepError */.zg(stateFault(state));
}
function stateFault(state) {
    const tried = { tried: 'ask Docker for its engine', on: 'docker version' };
    const use = "Use a runner with Docker (ubuntu-latest has it), or give 'image' instead of 'repository' to build nothing.";
    if (state.kind === 'no-client')
        return { ...tried, why: 'there is no docker on the PATH.', repair: use };
    return {
        ...tried,
        why: `no Docker engine answers: ${state.why}`,
        repair: `Start the engine, or set DOCKER_HOST. ${use}`,
    };
}

// EXTERNAL MODULE: ./build/image/ecr-of.js
var ecr_of = __webpack_require__(180);
// EXTERNAL MODULE: ./build/image/existing.js + 2 modules
var existing = __webpack_require__(7131);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/ports/docker/path.js
var path = __webpack_require__(2309);
// EXTERNAL MODULE: ./build/image/content/content.js + 10 modules
var content = __webpack_require__(5766);
;// CONCATENATED MODULE: ./build/image/identity.js








/**
 * The tag that stands for what the build is made of. No Docker process is asked, so where the answer would depend on
 * the client (which ignore file counts), the tag covers both answers.
 * @throws StepError when something that Docker would send cannot be read
 */
async function contentOf(source, ports) {
    if ((0,content_source/* sourceKind */.u)(source.context) !== 'local')
        return { none: 'the build context is fetched from elsewhere' };
    const build = contentBuild(source, ports);
    const beside = (await (0,path/* lookAt */.t)(`${build.file}.dockerignore`)) === 'file';
    const tags = [];
    for (const buildx of beside ? [true, false] : [true]) {
        const found = await (0,content/* contentTag */.m)({ ...build, buildx }, { signal: ports.signal });
        if ('none' in found)
            return found;
        tags.push(found.tag);
    }
    return { tag: joined([...tags, ...attestations(source)]) };
}
function contentBuild(source, { context, env }) {
    const { context: folder, file, buildContexts } = buildPlaces(source, context.workspace);
    const { target, buildArgs, platforms, labels } = source;
    const asked = env['DOCKER_DEFAULT_PLATFORM'];
    return {
        ...{ context: folder, buildContexts, target, buildArgs, platforms, labels },
        file: file ?? (0,external_node_path_.join)(folder, 'Dockerfile'),
        defaultPlatform: asked === undefined || asked === '' ? `linux/${architecture()}` : asked,
    };
}
function architecture() {
    return process.arch === 'x64' ? 'amd64' : process.arch;
}
/** An image with an attestation is another one: it is an index. */
function attestations({ provenance, sbom }) {
    return [provenance === null ? [] : [`provenance ${provenance}`], sbom === null ? [] : [`sbom ${sbom}`]].flat();
}
function joined(parts) {
    const [only, ...others] = parts;
    if (only !== undefined && others.length === 0)
        return only;
    return `content-${(0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}`;
}

// EXTERNAL MODULE: ./build/ports/files.js
var files = __webpack_require__(8164);
// EXTERNAL MODULE: ./build/image/ports.js
var ports = __webpack_require__(9330);
;// CONCATENATED MODULE: ./build/image/told.js

const KEPT_LINES = 400;
/**
 * Runs Docker with its output in the log, line by line, where it cannot command the runner.
 * Throws the signal's reason when the run was ended by it.
 */
async function told_tell(ports, args, options) {
    const lines = [];
    const { hide = [], ...process } = options;
    const hidden = hiding(hide);
    const onLine = (raw) => {
        const line = hidden(raw);
        lines.push(line);
        if (lines.length > KEPT_LINES)
            lines.shift();
        ports.log.info(line);
    };
    ports.signal?.throwIfAborted();
    const { code } = await ports.log.quoted(() => ports.docker.run(args, { ...process, onLine, signal: ports.signal }));
    ports.signal?.throwIfAborted();
    return { ok: code === 0, lines };
}
/** Lines of a secret that are shorter say nothing by themselves: `}`, `---`. */
const SHORTEST = 4;
/** Replaces each secret, and each line of one that has several. The longest first: one may hold another. */
function hiding(secrets) {
    const texts = secrets
        .flatMap((secret) => secret.split(/\r\n|\r|\n/).map((text) => ({ text: text.trim(), whole: !/[\r\n]/.test(secret) })))
        .filter(({ text, whole }) => text !== '' && (whole || text.length >= SHORTEST))
        .map(({ text }) => text)
        .sort((one, other) => other.length - one.length);
    return (line) => texts.reduce((shown, text) => shown.replaceAll(text, '***'), line);
}

;// CONCATENATED MODULE: ./build/image/trouble.js
/** In this order: the first that matches is it. Wordings of Docker, BuildKit, ECR and Go's network library. */
const SIGNS = [
    ['disk', /no space left on device|disk quota exceeded/i],
    ['immutable', /tag is immutable|immutable tag|cannot be overwritten because|ImageTagAlreadyExists/i],
    ['missing', /name unknown|repository with name .* does not exist|RepositoryNotFound/i],
    ['login', /no basic auth credentials|authorization token has expired|authentication required|401 Unauthorized/i],
    ['denied', /not authorized to perform|\bdenied\b|403 Forbidden/i],
    [
        'network',
        /i\/o timeout|timeout exceeded|handshake timeout|connection (?:refused|reset)|broken pipe|no such host|no route to host|network is unreachable|name resolution|unexpected EOF|: EOF$|server misbehaving|request canceled|use of closed network connection|toomanyrequests|Rate exceeded|too many requests|(?:status|code)[^\n]*\b(?:429|5\d\d)\b|\b50[0234] (?:Internal|Bad|Service|Gateway)/im,
    ],
];
function troubleOf(lines) {
    const text = lines.slice(-40).join('\n');
    return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? 'other';
}
/** buildx's words for what failed once the image was built: BuildKit's own push, and the one by the engine. */
const PUSH = /^ERROR: .*\bfailed to push\b|^ > pushing \S+ with docker:$/;
/** Whether a build that pushes came to its push, and failed there. */
function pushFailed(lines) {
    return lines.slice(-40).some((line) => PUSH.test(line));
}
/** The tag of the repository that a push ended at; null where the output names none. */
function refusedTag(lines, repositoryUri) {
    const named = lines.flatMap((line) => {
        const reference = /^ERROR: .*\bfailed to push (\S+?): |^ > pushing (\S+) with docker:$/.exec(line);
        return reference?.[1] ?? reference?.[2] ?? [];
    });
    const last = named.findLast((reference) => reference.startsWith(`${repositoryUri}:`));
    return last === undefined ? null : last.slice(repositoryUri.length + 1);
}
/**
 * The Dockerfile instruction that a build stopped at; null where the output names none.
 * BuildKit marks it in an excerpt of the Dockerfile (`3 | >>> RUN make`) or heads its log with it
 * (` > [build 2/4] RUN make:`); the classic builder says `Step 2/4 : RUN make` before it.
 */
function failingInstruction(lines) {
    const signs = [/^\s*\d+ \| >>> (.+)$/, /^ > \[(?:[^\]]*)\] (.+):$/, /^Step \d+\/\d+ : (.+)$/];
    for (const sign of signs) {
        const found = lines.findLast((line) => sign.test(line));
        const instruction = sign.exec(found ?? '')?.[1];
        if (instruction !== undefined)
            return instruction.trim();
    }
    return null;
}
/** The end of an output, for an error. Blank lines are left out. */
function lastLines(lines, count) {
    const kept = lines.filter((line) => line.trim() !== '').slice(-count);
    return kept.length === 0 ? '(Docker printed nothing)' : kept.map((line) => `  ${line}`).join('\n');
}

;// CONCATENATED MODULE: ./build/image/attempts.js



/** Pauses before the second, third and fourth attempt, in milliseconds. */
const PAUSES = [2_000, 6_000, 15_000];
/** Repeats what failed because of the network, a few times. Docker's own retries within one push come before. */
async function attempts(ports, what, once) {
    let told = await once();
    for (const pause of PAUSES) {
        if (told.ok || troubleOf(told.lines) !== 'network')
            return told;
        ports.log.info(`Could not ${what}: the network failed. Next attempt in ${pause / 1000} s.`);
        await ports.clock.sleep(pause, ports.signal);
        ports.signal?.throwIfAborted();
        told = await once();
    }
    return told;
}

;// CONCATENATED MODULE: ./build/image/faults.js






const DISK = 'Free space on the runner (docker system prune, a larger disk), then run the job again.';
/** What pushing one image needs. ECR user guide, "IAM permissions for pushing an image". */
const PUSH_ACTIONS = [
    'ecr:BatchCheckLayerAvailability',
    'ecr:BatchGetImage',
    'ecr:CompleteLayerUpload',
    'ecr:DescribeImages',
    'ecr:InitiateLayerUpload',
    'ecr:PutImage',
    'ecr:UploadLayerPart',
];
function buildFault(call, lines) {
    const trouble = troubleOf(lines);
    const cache = lines.slice(-40).some((line) => line.startsWith(' > exporting cache to '));
    const instruction = failingInstruction(lines);
    const at = instruction === null ? '' : ` at \`${instruction}\``;
    return {
        tried: 'build the image',
        on: call.file ?? (0,content_source/* shownSource */.V)(call.context),
        why: `docker build failed${at}. Its last lines:\n${lastLines(lines, 20)}`,
        repair: (cache ? CACHE_REPAIR : BUILD_REPAIRS[trouble]) ??
            'Repair the instruction; `docker build` on your machine fails in the same way.',
    };
}
const CACHE_REPAIR = "The image was built, its cache could not be written: correct 'cache-to', or add ignore-error=true to it.";
const BUILD_REPAIRS = {
    disk: DISK,
    network: 'The network failed or a server was down: run the job again.',
    login: 'Log in to the registry of the base image in an earlier step; its log-in is used here too.',
    denied: 'Check the name of the base image, and log in to its registry in an earlier step if it is private.',
};
/** @param what `push the image` or `log in to the registry` */
function registryFault(what, on, destination, lines) {
    const { repositoryUri } = destination;
    const { repository, registry } = (0,image_reference/* splitUri */.b4)(repositoryUri);
    const arn = destination.repositoryArn ?? (0,image_reference/* repositoryArn */.qM)(repositoryUri);
    const repairs = {
        disk: DISK,
        immutable: `Tags of this repository cannot be moved: give 'tags' that are new with each build, or none.`,
        missing: `Create the repository ${repository} (aws ecr create-repository --repository-name ${repository}), or correct 'repository'.`,
        login: `The registry did not take the token from ECR: check that the credentials belong to the account of ${registry}.`,
        denied: `Allow the role of this job to push:\n${statement(arn)}\nA policy of the repository itself can deny it too.`,
        network: `${registry} could not be reached, after several attempts. Check the runner's network, then run the job again.`,
        other: 'Docker said no more than this; running the job with step debugging on shows every line.',
    };
    return { tried: what, on, why: `Docker's last lines:\n${lastLines(lines, 10)}`, repair: repairs[troubleOf(lines)] };
}
function statement(arn) {
    const push = { Effect: 'Allow', Action: PUSH_ACTIONS, Resource: arn };
    const token = { Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' };
    return [push, token].map((entry) => JSON.stringify(entry)).join(',\n');
}

;// CONCATENATED MODULE: ./build/image/session.js







/** Where the path of the temporary Docker configuration stands for the `post` step. */
const DOCKER_CONFIG_STATE = 'docker-config';
/**
 * Logs in to the registry, runs `work`, and removes the log-in, whatever comes of it. The path of the temporary
 * configuration is told to the `post` step, for a run that is killed.
 */
async function withSession(destination, ports, work) {
    const { registry } = (0,image_reference/* splitUri */.b4)(destination.repositoryUri);
    const config = await ports.docker.isolate(ports.runner.context.temp, registry);
    ports.runner.saveState(DOCKER_CONFIG_STATE, config.path);
    try {
        await logIn(destination, ports, config.env);
        return await work(config.env);
    }
    finally {
        await remove(config.path, ports);
    }
}
async function remove(path, { log }) {
    try {
        await (0,ports_docker/* removeDockerConfig */.n)(path);
    }
    catch (error) {
        log.warning(`The temporary Docker configuration ${path} could not be removed: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
async function logIn(destination, ports, env) {
    const { registry } = (0,image_reference/* splitUri */.b4)(destination.repositoryUri);
    const { user, password } = await ports.ecr.authorization();
    ports.log.mask(password);
    // The form in which Docker writes it down.
    const encoded = Buffer.from(`${user}:${password}`).toString('base64');
    ports.log.mask(encoded);
    const what = `log in to ${registry}`;
    const told = await attempts(ports, what, async () => {
        const { signal } = ports;
        const args = ['login', '--username', user, '--password-stdin', registry];
        const { code, stdout, stderr } = await ports.docker.run(args, { env, input: password, signal });
        signal?.throwIfAborted();
        const lines = `${stdout}\n${stderr}`.replaceAll(password, '***').replaceAll(encoded, '***').split('\n');
        return { ok: code === 0, lines };
    });
    if (!told.ok)
        throw new errors/* StepError */.zg(registryFault('log in to the registry', registry, destination, told.lines));
    ports.log.info(`Logged in to ${registry}, in a Docker configuration of this run only.`);
}

;// CONCATENATED MODULE: ./build/image/push.js








/** The line that ends a push: `tag: digest: sha256:\u2026 size: 528`. */
const DIGEST_LINE = /: digest: (sha256:[0-9a-f]{64}) size: \d+/;
/**
 * Pushes every tag; the commit's is the first. Where the repository does not let it be moved, the image that an
 * earlier run of this commit left under it is kept, and nothing is pushed.
 */
async function pushTags(tags, destination, ports, env) {
    const [commit, ...further] = tags;
    const first = await pushTag(commit, destination, ports, env);
    const kept = first.ok ? null : await keptImage(commit, first, destination, ports);
    if (kept !== null)
        return { digest: kept, kind: 'kept' };
    mustBeOk(first, commit, destination);
    const digest = digestIn(first.lines);
    for (const tag of further) {
        const told = await pushTag(tag, destination, ports, env);
        const same = !told.ok && digest !== null && (await keptImage(tag, told, destination, ports)) === digest;
        if (!same)
            mustBeOk(told, tag, destination);
    }
    return { digest, kind: 'pushed' };
}
function pushTag(tag, destination, ports, env) {
    const reference = `${destination.repositoryUri}:${tag}`;
    return attempts(ports, `push ${reference}`, () => told_tell(ports, ['push', reference], { env }));
}
/** The digest under a tag that refused to be moved; null where that is not why the push failed. */
async function keptImage(tag, told, to, ports) {
    if (troubleOf(told.lines) !== 'immutable')
        return null;
    const there = await ports.ecr.describeImage((0,image_reference/* splitUri */.b4)(to.repositoryUri).repository, { tag });
    return there?.imageDigest ?? null;
}
function mustBeOk(told, tag, destination) {
    if (told.ok)
        return;
    throw new errors/* StepError */.zg(registryFault('push the image', `${destination.repositoryUri}:${tag}`, destination, told.lines));
}
function digestIn(lines) {
    return DIGEST_LINE.exec(lines.findLast((line) => DIGEST_LINE.test(line)) ?? '')?.[1] ?? null;
}

;// CONCATENATED MODULE: ./build/image/check-existing.js



/** What speaks against a build whose image, or whose tags, are in the repository already. */
function existingFaults(source, existing, repositoryUri) {
    const { content, image, taken } = existing;
    if (source.existingImage === 'fail' && image !== null && 'tag' in content) {
        return [existsFault(`${repositoryUri}:${content.tag}`, image)];
    }
    return taken.map((tag) => takenFault(tag, existing, repositoryUri));
}
function existsFault(on, image) {
    return {
        tried: 'build an image that is not there yet',
        on,
        why: `an image of the same content is there: ${image.digest}${since(image)} (existing-image: fail).`,
        repair: "Set 'existing-image' to 'reuse' to deploy it, or to 'rebuild' to build it again.",
    };
}
function takenFault({ tag, digest, use }, { image }, repositoryUri) {
    const on = `${repositoryUri}:${tag}`;
    const filter = `let this tag be moved (IMMUTABLE_WITH_EXCLUSION with a filter that it matches)`;
    if (use === 'cache') {
        const why = `the repository does not let the tag be moved, and ${digest} has it: the cache could not be written.`;
        return { tried: 'write the build cache', on, why, repair: `Either ${filter}, or give 'cache-to' another place.` };
    }
    const other = image !== null && image.digest === digest ? 'the image that would be built again' : 'another image';
    return {
        tried: 'tag the image',
        on,
        why: `the repository does not let its tags be moved, and ${other} has it: ${digest}.`,
        repair: `Deploy what is there ('image' set to ${on}, without 'repository'); or build into another repository; ` +
            `or ${filter}; or, if it comes from 'tags', give one that is new.`,
    };
}
/** `, pushed 2026-11-22T10:00:00Z`; nothing where ECR does not tell it. */
function since({ pushedAt }) {
    return pushedAt === null ? '' : `, pushed ${new Date(pushedAt).toISOString().replace(/\.\d+Z$/, 'Z')}`;
}

// EXTERNAL MODULE: ./build/image/platforms.js
var image_platforms = __webpack_require__(482);
;// CONCATENATED MODULE: ./build/image/reuse.js








/**
 * The image of the same content that is there, under this run's tags too. Nothing is built, no Docker process starts.
 * null where it is gone in the meantime (a lifecycle policy).
 */
async function reuseImage(there, { content }, tags, to, ports) {
    const missing = tags.filter((tag) => !there.tags.includes(tag));
    if (missing.length > 0) {
        const manifest = await manifestOf(there, to, ports.ecr);
        if (manifest === null)
            return null;
        await giveTags(manifest, missing, to, ports);
    }
    const name = 'tag' in content ? content.tag : '';
    const image = imageOf(there.digest, tags[0] ?? name, there.manifest?.manifest ?? null, to);
    ports.log.info(`Reused: ${image.reference} (${name}${since(there)}). The content is the same: nothing is built.`);
    if (missing.length > 0)
        ports.log.info(`Tagged: ${missing.join(', ')}`);
    return image;
}
async function manifestOf(there, to, ecr) {
    if (there.manifest !== null)
        return there.manifest;
    const { repository } = (0,image_reference/* splitUri */.b4)(to.repositoryUri);
    return (await ecr.manifests(repository, [{ digest: there.digest }]))[0] ?? null;
}
/** One after the other: what ECR refuses is told of the first. */
async function giveTags(manifest, tags, { repositoryUri }, { ecr }) {
    const { repository } = (0,image_reference/* splitUri */.b4)(repositoryUri);
    for (const tag of tags) {
        if ((await ecr.tagImage(repository, manifest, tag)) === 'tagged')
            continue;
        throw new errors/* StepError */.zg({
            tried: 'tag the image',
            on: `${repositoryUri}:${tag}`,
            why: `another run gave this tag to another image in the meantime, and the repository does not let it be moved; ${manifest.digest} was to get it.`,
            repair: 'Run the job again: it sees that tag before it builds. One tag for two builds needs two repositories.',
        });
    }
}
/** @param manifest text of the manifest, where it is known */
function imageOf(digest, tag, manifest, { repositoryUri }) {
    const { repository } = (0,image_reference/* splitUri */.b4)(repositoryUri);
    const entries = manifest === null ? null : (0,image_platforms/* indexEntries */.nL)(manifest);
    return { reference: `${repositoryUri}@${digest}`, repository, tag, digest, entries, kind: 'reused' };
}

;// CONCATENATED MODULE: ./build/image/buildx.js
/** A build that pushes: with buildx, on every driver. */














/** Where buildx writes what it made: beside the log-in, so that it goes with it. */
function metadataFile(env) {
    return (0,external_node_path_.join)(env['DOCKER_CONFIG'] ?? '', 'build-metadata.json');
}
/**
 * Builds and pushes under every tag; the commit's is the first. Where the repository does not let that one be moved,
 * the image that another run left under it is kept. A push that the network broke is repeated, from the build cache.
 */
async function buildxPush(call, tags, to, ports, env) {
    ports.log.info(shownCommand(buildArguments(call)));
    let now = call;
    const told = await attempts(ports, `push ${call.references.join(', ')}`, async () => {
        const answer = await runBuild(now, ports, env);
        if (!answer.ok && !pushFailed(answer.lines))
            throw new errors/* StepError */.zg(buildFault(call, answer.lines));
        // What was just built is in the cache: the same image is pushed again.
        now = { ...call, noCache: false, pull: false };
        return answer;
    });
    if (told.ok)
        return { digest: metadataDigest(await (0,files/* readTextFile */.G)(call.metadataFile)), kind: 'pushed' };
    const pushed = troubleOf(told.lines) === 'immutable' ? await taken(told.lines, tags, to, ports) : null;
    if (pushed !== null)
        return pushed;
    throw new errors/* StepError */.zg(registryFault('push the image', call.references.join(', '), to, told.lines));
}
function runBuild(call, ports, env) {
    const hide = [...call.buildSecrets.values()];
    const cwd = ports.runner.context.workspace;
    return told_tell(ports, buildArguments(call), { env: { ...buildEnvironment(call), ...env }, cwd, hide });
}
/**
 * The end of a push that met a tag which cannot be moved. Of the first tag: its image is kept. Of a further one: it is
 * good if it is on the same image, and the others are set in ECR.
 */
async function taken(lines, [first, ...further], to, ports) {
    const { repository } = (0,image_reference/* splitUri */.b4)(to.repositoryUri);
    const digest = (await ports.ecr.describeImage(repository, { tag: first }))?.imageDigest ?? null;
    if (digest === null)
        return null;
    const refused = refusedTag(lines, to.repositoryUri);
    if (refused === null || refused === first)
        return { digest, kind: 'kept' };
    const [manifest] = await ports.ecr.manifests(repository, [{ digest }]);
    if (manifest === undefined)
        return null;
    await giveTags(manifest, further, to, ports);
    return { digest, kind: 'pushed' };
}
/** buildx: `containerimage.digest`, of the manifest or, with several platforms or attestations, of the index. */
function metadataDigest(text) {
    const data = text === null ? null : parsed(text);
    const digest = (0,json/* isObject */.Gv)(data) ? data['containerimage.digest'] : null;
    return typeof digest === 'string' && /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : null;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/image/digest.js





/** The repository's digest of an image in the engine; null where the engine knows none. */
async function engineDigest(reference, { repositoryUri }, ports, env) {
    const args = ['image', 'inspect', '--format', '{{json .RepoDigests}}', reference];
    const { code, stdout } = await ports.docker.run(args, { env, signal: ports.signal });
    ports.signal?.throwIfAborted();
    if (code !== 0)
        return null;
    const found = stdout.split('"').find((text) => text.startsWith(`${repositoryUri}@sha256:`));
    return found === undefined ? null : found.slice(repositoryUri.length + 1);
}
/**
 * The digest to deploy: the one that Docker told, if ECR has it. If not, the one that the tag leads to in ECR.
 * Where ECR may not be asked, Docker's word is taken, with a warning.
 */
async function confirmDigest(told, tag, { repositoryUri }, { ecr, log }) {
    const { repository } = (0,image_reference/* splitUri */.b4)(repositoryUri);
    try {
        if (told !== null && (await ecr.describeImage(repository, { digest: told })) !== null)
            return told;
        const tagged = await ecr.describeImage(repository, { tag });
        if (tagged?.imageDigest !== undefined) {
            const before = told === null ? 'Docker told no digest' : `ECR does not know the digest ${told} that Docker told`;
            log.info(`${before}; the tag ${tag} leads to ${tagged.imageDigest}, which is deployed.`);
            return tagged.imageDigest;
        }
    }
    catch (error) {
        const cannotAsk = error instanceof aws_error/* AwsCallError */.iQ && (error.kind === 'denied' || error.kind === 'missing');
        if (!cannotAsk || told === null)
            throw error;
        log.warning(`The digest was not confirmed with ECR (${error.message}); Docker told ${told}.`);
        return told;
    }
    throw new errors/* StepError */.zg({
        tried: 'find the image that was pushed',
        on: `${repositoryUri}:${tag}`,
        why: `ECR has neither the tag nor ${told ?? 'a digest that Docker told'}, although the push ended well.`,
        repair: 'A lifecycle policy of the repository may remove images at once. Check it, then run the job again.',
    });
}

;// CONCATENATED MODULE: ./build/image/build.js
















/** Builds the image, pushes it under every tag, and tells the digest that the repository has it under. */
async function buildAndPush(source, to, ports) {
    const { context } = ports.runner;
    for (const secret of source.buildSecrets.values())
        ports.log.mask(secret);
    const [{ buildx }, commit] = await Promise.all([requireReady(source, ports.docker), readCommit(source, ports)]);
    if (commit.sha !== '')
        ports.log.info(`Commit: ${commit.sha} (${commit.from})`);
    const tags = requireTags(commit.sha, source.tags, to.repositoryUri);
    const references = tags.map((tag) => `${to.repositoryUri}:${tag}`);
    return await withSession(to, ports, async (env) => {
        const rest = { buildx: buildx !== null, references, metadataFile: metadataFile(env) };
        const call = buildCall(source, context, commit.sha, rest);
        const pushed = call.buildx
            ? await buildxPush(call, tags, to, ports, env)
            : await plainPush(call, tags, to, ports, env);
        return await pushedImage(pushed, tags, to, ports);
    });
}
/** Without buildx: the image is built in the engine, then pushed. */
async function plainPush(call, tags, to, ports, env) {
    const args = buildArguments(call);
    ports.log.info(shownCommand(args));
    const told = await told_tell(ports, args, {
        env: { ...buildEnvironment(call), ...env },
        cwd: ports.runner.context.workspace,
    });
    if (!told.ok)
        throw new errors/* StepError */.zg(buildFault(call, told.lines));
    const pushed = await pushTags(tags, to, ports, env);
    const digest = pushed.digest ?? (await engineDigest(`${to.repositoryUri}:${tags[0]}`, to, ports, env));
    return { ...pushed, digest };
}
async function pushedImage(pushed, tags, to, ports) {
    const [tag] = tags;
    const { repository } = (0,image_reference/* splitUri */.b4)(to.repositoryUri);
    if (pushed.kind === 'kept')
        ports.log.warning(keptText(`${to.repositoryUri}:${tag}`, tags.slice(1)));
    const digest = await confirmDigest(pushed.digest, tag, to, ports);
    const reference = `${to.repositoryUri}@${digest}`;
    ports.log.info(`Image: ${reference}`);
    return { reference, repository, tag, digest, kind: pushed.kind === 'kept' ? 'given' : 'pushed' };
}
function keptText(reference, further) {
    const others = further.length === 0 ? '' : ` The tags ${further.join(', ')} were not pushed.`;
    return (`${reference} is there already, and the repository does not let tags be moved: the image that another run of ` +
        `this commit pushed is deployed, not the one that was just built.${others}`);
}

;// CONCATENATED MODULE: ./build/image/registry.js
/**
 * The digest of an image outside ECR, asked of its registry: OCI distribution specification (pulling manifests) and the
 * token flow of Docker's registries, without credentials.
 */


const TIMEOUT_MS = 5_000;
const LIMIT = 4 * 1024 * 1024;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const ACCEPT = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');
/** @param registry host and port; null: Docker Hub */
const resolveDigest = async (registry, repository, tag, signal) => {
    const timeout = AbortSignal.timeout(2 * TIMEOUT_MS);
    const ends = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
    try {
        return await ask(`${originOf(registry)}/v2/${nameOf(registry, repository)}/manifests/${tag}`, ends);
    }
    catch (error) {
        signal?.throwIfAborted();
        return { none: whyOf(error) };
    }
};
async function ask(url, signal) {
    const first = await request(url, 'HEAD', null, signal);
    const token = first.status === 401 ? await tokenFor(first.headers.get('www-authenticate') ?? '', signal) : null;
    if (first.status === 401 && token === null)
        return { none: 'the registry asks for a log-in' };
    const head = token === null ? first : await request(url, 'HEAD', token, signal);
    if (head.status === 404)
        return { none: 'the registry has no such image' };
    if (head.status === 401 || head.status === 403)
        return { none: 'the registry asks for a log-in' };
    if (!head.ok)
        return { none: `the registry answered ${head.status}` };
    const told = head.headers.get('docker-content-digest') ?? '';
    return DIGEST.test(told) ? { digest: told } : await fromManifest(url, token, signal);
}
/** The specification lets a registry leave the header out: the digest is that of the manifest's bytes. */
async function fromManifest(url, token, signal) {
    const answer = await request(url, 'GET', token, signal);
    if (!answer.ok)
        return { none: `the registry answered ${answer.status}` };
    const body = await bytesOf(answer);
    return body === null
        ? { none: 'its manifest is too large' }
        : { digest: `sha256:${(0,external_node_crypto_.createHash)('sha256').update(body).digest('hex')}` };
}
async function request(url, method, token, signal) {
    const headers = { accept: ACCEPT, ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
    const answer = await fetch(url, { method, headers, signal });
    if (!isSafe(answer.url))
        throw new Error('the registry led to an address without TLS');
    return answer;
}
/** `Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="\u2026"`: null where it is no such. */
async function tokenFor(challenge, signal) {
    if (!/^bearer\s/i.test(challenge))
        return null;
    const fields = new Map([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
    const realm = fields.get('realm') ?? '';
    if (!URL.canParse(realm) || !isSafe(realm))
        return null;
    const url = new URL(realm);
    for (const name of ['service', 'scope']) {
        const value = fields.get(name);
        if (value !== undefined)
            url.searchParams.set(name, value);
    }
    const answer = await fetch(url, { signal });
    if (!answer.ok || !isSafe(answer.url))
        return null;
    const body = JSON.parse((await bytesOf(answer))?.toString('utf8') ?? '{}');
    const told = typeof body === 'object' && body !== null ? body : {};
    const token = 'token' in told ? told.token : 'access_token' in told ? told.access_token : null;
    return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token) ? token : null;
}
/** null for more than a manifest or a token can be. */
async function bytesOf(answer) {
    if (answer.body === null)
        return Buffer.alloc(0);
    const body = answer.body;
    const parts = [];
    let size = 0;
    for await (const part of body) {
        size += part.length;
        if (size > LIMIT)
            return null;
        parts.push(part);
    }
    return Buffer.concat(parts);
}
/** Docker's rule: registries on this machine may go without TLS. */
const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;
function originOf(registry) {
    if (registry === null || registry === 'docker.io' || registry === 'index.docker.io')
        return 'https://registry-1.docker.io';
    return `${LOCAL.test(registry) ? 'http' : 'https'}://${registry}`;
}
/** Docker Hub's official images have no owner in their name: `nginx` is `library/nginx`. */
function nameOf(registry, repository) {
    const hub = originOf(registry) === originOf(null);
    return hub && !repository.includes('/') ? `library/${repository}` : repository;
}
function isSafe(address) {
    const { protocol, host } = new URL(address);
    return protocol === 'https:' || (protocol === 'http:' && LOCAL.test(host));
}
/** The message of fetch is `fetch failed`; its cause has the reason. */
function whyOf(error) {
    const { name, cause } = membersOf(error);
    if (name === 'TimeoutError')
        return 'the registry did not answer in time';
    const told = membersOf(cause).message;
    return (typeof told === 'string' && told !== '' ? told : (0,errors/* messageOf */.bD)(error)).replace(/\s+/g, ' ').slice(0, 200);
}
function membersOf(value) {
    return typeof value === 'object' && value !== null ? value : {};
}

;// CONCATENATED MODULE: ./build/image/given.js









/**
 * The image that a reference names, by digest where that can be known: an image in ECR is looked up in its account and
 * region, also by its account-free name (`shop:v1`, `shop@sha256:\u2026`); one of another registry is asked for there. Where
 * that gives no digest, the reference stays as it is, with a warning.
 * Throws a StepError where ECR has no such image.
 */
async function givenImage(reference, ports) {
    const named = readReference(reference);
    if (named.digest !== null && named.registry !== null)
        return written(reference, named);
    const inEcr = named.registry === null || (0,image_reference/* ecrRegistry */.gO)(named.registry) !== null;
    if (!inEcr)
        return await elsewhere(reference, named, ports);
    const there = { ...ports, ecr: (0,ecr_of/* ecrOf */.e)(reference, ports.ecr) };
    const uri = await repositoryUri(named, there);
    if (uri !== null)
        return await lookUp(named, uri, there);
    if (named.registry === null && named.digest !== null)
        return written(reference, named);
    return named.registry === null
        ? await elsewhere(reference, named, ports)
        : asWritten(reference, named, `ECR does not let it be looked up (${named.registry})`, ports);
}
function readReference(reference) {
    const read = (0,image_reference/* parseReference */.F2)(reference);
    if (read !== null && read.repository !== null)
        return { ...read, repository: read.repository };
    throw new errors/* StepError */.zg({
        tried: 'read the image reference',
        on: JSON.stringify(reference),
        why: read === null ? 'it is not an image reference.' : 'a digest alone does not tell the repository.',
        repair: 'Write registry/repository:tag or registry/repository@sha256:\u2026; for ECR, repository:tag is enough.',
    });
}
/** null where the name is not one of the registry's repositories, or another account does not let it be read. */
async function repositoryUri(named, { ecr }) {
    try {
        const uri = (await ecr.describeRepository(named.repository)).repositoryUri ?? null;
        return named.registry === null ? uri : `${named.registry}/${named.repository}`;
    }
    catch (error) {
        if (!(error instanceof aws_error/* AwsCallError */.iQ))
            throw error;
        if (error.kind === 'missing' || (error.kind === 'denied' && named.registry !== null))
            return null;
        throw error;
    }
}
async function lookUp(named, uri, { ecr, log }) {
    const tag = named.tag ?? (named.digest === null ? 'latest' : null);
    const id = named.digest === null ? { tag: tag ?? 'latest' } : { digest: named.digest };
    const detail = await ecr.describeImage(named.repository, id);
    const digest = detail?.imageDigest;
    if (digest === undefined) {
        throw new errors/* StepError */.zg({
            tried: 'find the image',
            on: `${uri}${named.digest === null ? `:${tag ?? 'latest'}` : `@${named.digest}`}`,
            why: 'the repository has no such image.',
            repair: "Push it, or correct 'image'. A lifecycle policy may have removed it.",
        });
    }
    const reference = `${uri}@${digest}`;
    log.info(`Image: ${reference}`);
    const [index] = (0,image_platforms/* isIndex */.nw)(detail?.imageManifestMediaType) ? await ecr.manifests(named.repository, [{ digest }]) : [];
    const entries = index === undefined ? {} : { entries: (0,image_platforms/* indexEntries */.nL)(index.manifest) };
    return { reference, repository: named.repository, tag, digest, ...entries, kind: 'given' };
}
async function elsewhere(reference, named, ports) {
    const { registry, repository } = named;
    const tag = named.tag ?? 'latest';
    const resolved = await (ports.resolve ?? resolveDigest)(registry, repository, tag, ports.signal);
    if ('none' in resolved)
        return asWritten(reference, named, resolved.none, ports);
    const { digest } = resolved;
    const name = registry === null ? repository : `${registry}/${repository}`;
    ports.log.info(`Image: ${name}@${digest} (${tag}, as its registry says now)`);
    return { reference: `${name}@${digest}`, repository, tag, digest, kind: 'given' };
}
function written(reference, { repository, tag, digest }) {
    return { reference, repository, tag, digest, kind: 'given' };
}
function asWritten(reference, named, why, { log }) {
    const noRepository = named.registry === null ? `No ECR repository of this account and region is named ${named.repository}. ` : '';
    log.warning(`${noRepository}The digest of ${reference} is not known (${why}), so it is deployed as it is written. Its tag may ` +
        'move: tasks that start later can run another image. Give a digest (\u2026@sha256:\u2026) to rule that out.');
    return written(reference, named);
}

;// CONCATENATED MODULE: ./build/image/settle.js
/** After a push: the image gets its content tag, and runs that pushed the same content at once end on one digest. */









/**
 * Puts the content tag on what was pushed. Where another run has put it on its image meanwhile, that image is taken,
 * under this run's tags too. A push that kept another run's image is only good if that one has the same content.
 */
async function settleImage(image, of, to, ports) {
    const { content } = of;
    const { digest } = image;
    if ('none' in content || digest === null)
        return image;
    const { repository } = (0,image_reference/* splitUri */.b4)(to.repositoryUri);
    try {
        if (image.kind === 'given')
            return await sameContent(image, digest, content.tag, to, ports);
        const found = await ports.ecr.manifests(repository, [{ digest }, { tag: content.tag }]);
        const own = found.find((one) => one.digest === digest);
        if (own === undefined)
            return image;
        const entries = (0,image_platforms/* indexEntries */.nL)(own.manifest);
        const other = found.find((one) => one.digest !== digest && one.digest !== of.before);
        if (other !== undefined)
            return await settle_taken(other, of, to, ports);
        return await tagged({ ...image, entries }, own, content.tag, of, to, ports);
    }
    catch (error) {
        if (!(error instanceof aws_error/* AwsCallError */.iQ) || error.kind !== 'denied')
            throw error;
        ports.log.warning(`The image has no content tag, so the next run cannot reuse it: ${error.message}`);
        return image;
    }
}
async function tagged(image, own, tag, of, to, ports) {
    const { repository } = (0,image_reference/* splitUri */.b4)(to.repositoryUri);
    if ((await ports.ecr.tagImage(repository, own, tag)) === 'tagged')
        return image;
    const [other] = await ports.ecr.manifests(repository, [{ tag }]);
    if (other !== undefined && other.digest !== of.before)
        return await settle_taken(other, of, to, ports);
    ports.log.warning(`The tag ${tag} stays on ${of.before ?? 'an earlier image'}: the repository does not let it be moved. ` +
        'Let tags that begin with content- be moved (IMMUTABLE_WITH_EXCLUSION, filter content-*), so that the next run reuses this image.');
    return image;
}
/** Another run was sooner with the same content: both deploy its image. */
async function settle_taken(other, of, to, ports) {
    await giveTags(other, of.tags, to, ports);
    const [tag = ''] = of.tags;
    const image = imageOf(other.digest, tag, other.manifest, to);
    ports.log.info(`Another run pushed an image of the same content in the meantime: ${image.reference} is deployed.`);
    return image;
}
/** The other run may still be at work: its content tag comes after its push. */
const LOOKS = 10;
const PAUSE_MS = 1_000;
async function sameContent(image, digest, tag, to, ports) {
    const { repository } = (0,image_reference/* splitUri */.b4)(to.repositoryUri);
    for (let look = 0; look < LOOKS; look += 1) {
        if (look > 0)
            await ports.clock.sleep(PAUSE_MS, ports.signal);
        ports.signal?.throwIfAborted();
        const detail = await ports.ecr.describeImage(repository, { digest });
        if (detail?.imageTags?.includes(tag))
            return { ...image, kind: 'reused' };
    }
    throw new errors/* StepError */.zg({
        tried: 'push the image',
        on: `${to.repositoryUri}:${image.tag ?? ''}`,
        why: `another run gave the tag to ${digest} in the meantime, which has other content (or was not built by this step), and the repository does not let it be moved.`,
        repair: `Run the job again: the tag is then seen before the build, with the choices there are. Several images of one commit need a repository each, or a filter that lets the tag be moved.`,
    });
}

;// CONCATENATED MODULE: ./build/image/provide.js











/**
 * The image to deploy, built and pushed where that was asked for and no image of the same content is there; null where
 * the definition is deployed as written.
 * Throws StepError, AwsCallError, or the reason of `ports.signal`.
 * @param destination where a build goes; not used for the other sources
 * @param existing what is there already; null where that is not known: it is then built
 */
async function provideImage(source, destination, existing, ports) {
    switch (source.kind) {
        case 'none':
            return null;
        case 'given':
            return await givenImage(source.reference, ports);
        case 'build':
            if (destination === null)
                throw new Error('A build needs the repository that it goes to.');
            return await buildOrReuse(source, destination, existing, ports);
    }
}
/** Whether the image that is there is deployed, and nothing is built. */
function reuses(source, existing) {
    return source.kind === 'build' && source.existingImage === 'reuse' && (existing?.image ?? null) !== null;
}
async function buildOrReuse(source, to, existing, ports) {
    const commit = await readCommit(source, ports);
    const tags = requireTags(commit.sha, source.tags, to.repositoryUri);
    if (existing?.image && source.existingImage === 'reuse') {
        if (commit.sha !== '')
            ports.log.info(`Commit: ${commit.sha} (${commit.from})`);
        const reused = await reuseImage(existing.image, existing, tags, to, ports);
        if (reused !== null)
            return reused;
        throw goneFault(existing.image.digest, to);
    }
    if (existing !== null && 'none' in existing.content) {
        ports.log.info(`No image is looked for to reuse: ${existing.content.none}.`);
    }
    const image = await buildAndPush(source, to, ports);
    const content = existing?.content ?? { none: 'not known' };
    return await settleImage(image, { content, tags, before: existing?.image?.digest ?? null }, to, ports);
}
function goneFault(digest, { repositoryUri }) {
    return new errors/* StepError */.zg({
        tried: 'reuse the image',
        on: `${repositoryUri}@${digest}`,
        why: 'it was there before, and is gone now: a lifecycle policy or someone has just removed it.',
        repair: 'Run the job again: it then builds the image.',
    });
}

// EXTERNAL MODULE: ./build/report/steps.js
var steps = __webpack_require__(6884);
;// CONCATENATED MODULE: ./build/target/earlier.js





/**
 * True where an earlier attempt of the same job of the same run started the deployment: a re-run may go on with it, if the
 * AppSpec is the same, too. What CodeDeploy started to take such a one back is not the run's, whatever is written on it.
 */
function isEarlierAttempt(running, marker) {
    return marker !== null && !(0,whose/* isRollback */.z1)(running) && (0,codedeploy_marker/* carriesRun */.jh)(running.description ?? '', marker);
}
/** The deployment in progress where it is not this run's own; null where there is none, or it is. */
function anotherOf(running, marker) {
    return running === null || running === undefined || isEarlierAttempt(running, marker) ? null : running;
}
/**
 * What that deployment brings to production, so that the same definition is not registered a second time: only with the
 * same AppSpec can the deployment be gone on with. null where there is none or it cannot be read.
 */
async function earlierRevision(running, ecs) {
    const name = (0,describe/* deployedBy */.SB)(running?.description ?? '');
    return name === null ? null : ecs.describeTaskDefinition(name).catch(() => null);
}

// EXTERNAL MODULE: ./build/target/fact.js
var fact = __webpack_require__(4044);
// EXTERNAL MODULE: ./build/appspec/live.js
var appspec_live = __webpack_require__(7133);
;// CONCATENATED MODULE: ./build/appspec/compare.js




/** ECS developer guide, "Fargate platform versions": what LATEST stands for, on Linux and on Windows. */
const LATEST = new Set([null, 'LATEST', '1.4.0', '1.0.0']);
/**
 * Whether a deployment with this AppSpec would end in the task set that is there.
 * - Container and port must be the same; subnets, security groups and providers in any order.
 * - A platform version that is left out is LATEST (AppSpec reference). A task set may tell LATEST by the version that
 *   it stands for, so LATEST equals that one too, but no older one. A version that is pinned equals itself only.
 * - A network that is left out keeps the service's, so it equals any.
 * - A capacity strategy that is left out is none: CodeDeploy takes the provider away.
 * - Hooks run in a deployment, and a task set cannot show that they have: with hooks the answer is always no.
 */
function appspecEqualsTaskSet(service, taskSet) {
    const live = (0,appspec_live/* serviceFromTaskSet */.f)(taskSet);
    return (service.hooks.length === 0 &&
        service.containerName === live.containerName &&
        service.containerPort === live.containerPort &&
        samePlatform(service.platformVersion, live.platformVersion) &&
        (service.network === null || unordered(service.network) === unordered(live.network)) &&
        unordered(service.capacityProviders) === unordered(live.capacityProviders));
}
/** What the user should know: this AppSpec file takes away the capacity providers that the service runs on. */
function capacityWarning(service, taskSet) {
    const live = (0,appspec_live/* serviceFromTaskSet */.f)(taskSet);
    if (service.capacityProviders !== null || live.capacityProviders === null)
        return null;
    return ('The AppSpec names no CapacityProviderStrategy, but the service runs on one: CodeDeploy will take it away. ' +
        `To keep it, add to Properties: CapacityProviderStrategy: ${JSON.stringify(live.capacityProviders)}`);
}
function samePlatform(asked, live) {
    if (asked === live)
        return true;
    return (asked === null || asked === 'LATEST') && LATEST.has(live);
}
/** A text that is the same for the same members, whatever the order of lists. */
function unordered(value) {
    if ((0,json/* isList */.Lv)(value))
        return `[${value.map(unordered).sort().join()}]`;
    if (!(0,json/* isObject */.Gv)(value))
        return JSON.stringify(value);
    const members = Object.entries(value).map(([name, member]) => `${name}:${unordered(member)}`);
    return `{${members.sort().join()}}`;
}

;// CONCATENATED MODULE: ./build/older.js
/** Whether a run would put an older release over a newer one. */





const NOTHING = { faults: [], warnings: [] };
/**
 * What is live came from a later run of the same repository: refused. A re-run of an old job is asked for by a person, who
 * is told what it goes back from, unless that became newer after the run had looked first. GitHub counts run ids up over
 * all workflows, so that a deployment and a rollback of one repository have an order.
 */
function ageOf(ages) {
    const { live, before, allowed } = ages;
    const ours = (0,codedeploy_marker/* parseMarker */.gY)(ages.marker ?? '');
    const theirs = (0,codedeploy_marker/* parseMarker */.gY)(live?.description ?? '');
    if (live === null || ours === null || theirs === null || !isLater(theirs, ours))
        return NOTHING;
    const woken = before !== undefined && before !== (live.deploymentId ?? '');
    const rerun = isRerun(ours) && !woken;
    if (!allowed && !rerun)
        return { faults: [fault(ages, live, ours, woken)], warnings: [] };
    const why = allowed
        ? 'allow-older is set'
        : `this is attempt ${ours.attempt} of run ${ours.runId}, and a re-run is done as it was asked for`;
    return { faults: [], warnings: [`This deployment goes back: production runs ${described(live)}; ${why}.`] };
}
function isLater(theirs, ours) {
    const both = [theirs.runId, ours.runId];
    if (theirs.repository !== ours.repository || ours.repository === '' || !both.every(isNumber))
        return false;
    return BigInt(theirs.runId) > BigInt(ours.runId);
}
function isRerun({ attempt }) {
    return isNumber(attempt) && BigInt(attempt) > 1n;
}
function isNumber(text) {
    return /^\d+$/.test(text);
}
/** `web:9 of deployment d-ABCDEFGHI, started by run 7, attempt 1, job deploy of octo/shop, by octocat` */
function described({ deploymentId = '', description = '' }) {
    return `${(0,describe/* deployedBy */.SB)(description) ?? 'what came'} of deployment ${deploymentId}, ${(0,whose/* runOf */.ng)(description) ?? ''}`;
}
function fault({ on }, live, ours, woken) {
    const since = woken ? 'what is live became newer while this run waited' : 'what is live is newer';
    return {
        tried: 'deploy over what is live',
        on,
        why: `${since}: ${described(live)}, and this is run ${ours.runId}, attempt ${ours.attempt}`,
        repair: 'Nothing has to be done if the newer one is right. To have the newest commit, run the workflow for it; to go back, ' +
            "use mode: rollback, or run this job again (a re-run is asked for by a person), or set input 'allow-older' to true.",
    };
}

// EXTERNAL MODULE: ./build/target/check-group.js
var check_group = __webpack_require__(9018);
// EXTERNAL MODULE: ./build/target/command.js
var target_command = __webpack_require__(2562);
// EXTERNAL MODULE: ./build/target/listener.js
var target_listener = __webpack_require__(226);
// EXTERNAL MODULE: ./build/target/place.js
var target_place = __webpack_require__(6811);
;// CONCATENATED MODULE: ./build/target/check-listener.js





/**
 * Some action of the production listener must give the PRIMARY task set's target group traffic, else CodeDeploy ends
 * the deployment with "Primary taskset target group must be behind listener". Siblings at weight 0 and other
 * services' rules are normal. `primary`: ARN of that target group; `pair`: what DescribeTargetGroups knows of both.
 */
function listenerFaults(listener, primary, pair, place) {
    if ((0,target_listener/* takesTraffic */.CS)(listener.routes, primary))
        return [];
    const sibling = pair.map(({ TargetGroupArn }) => TargetGroupArn ?? '').find((arn) => arn !== '' && arn !== primary);
    const wrong = sibling === undefined ? undefined : listener.routes.find(({ weights }) => weights.has(sibling));
    const route = wrong ?? listener.routes.find(({ weights }) => weights.has(primary));
    const instead = wrong === undefined || sibling === undefined
        ? 'no action of it gives that group any traffic'
        : `${wrong.rule === null ? 'its default action' : `rule ${wrong.rule}`} forwards to ${(0,target_place/* targetGroupName */.IT)(sibling)}`;
    return [
        {
            tried: 'find production behind its listener',
            on: listener.arn,
            why: `the PRIMARY task set is in target group ${(0,target_place/* targetGroupName */.IT)(primary)}, but ${instead}; CodeDeploy refuses to deploy like that ("Primary taskset target group must be behind listener")`,
            repair: check_listener_repairOf(listener.arn, route, primary, place),
        },
    ];
}
function check_listener_repairOf(listener, route, primary, place) {
    const action = `Type=forward,TargetGroupArn=${primary}`;
    const command = route === undefined || route.rule === null
        ? (0,target_command/* awsCommand */.b)(place, 'elbv2', 'modify-listener', '--listener-arn', listener, '--default-actions', action)
        : (0,target_command/* awsCommand */.b)(place, 'elbv2', 'modify-rule', '--rule-arn', route.rule, '--actions', action);
    const before = route?.before ?? [];
    const keep = before.length === 0 ? '' : ` Its other actions (${before.join(', ')}) must be given too, or they are lost.`;
    return `Point it back at what CodeDeploy holds for production (traffic moves at once; see first that the group's targets are healthy): ${command}${keep}`;
}

;// CONCATENATED MODULE: ./build/target/check-repository.js





/**
 * A URI of a registry that is not ECR: what ECR says of the same name is beside the point. An emulator's registry is
 * known by what DescribeRepositories tells.
 * `found`: what ECR said, where it did.
 */
function foreignRepository({ source }, found) {
    if (source.kind !== 'build')
        return [];
    const { registry, repository } = (0,image_reference/* parseReference */.F2)(source.repository) ?? { registry: null, repository: null };
    if (registry === null || (0,image_reference/* ecrRegistry */.gO)(registry) !== null)
        return [];
    if ((0,image_reference/* splitUri */.b4)(found?.repositoryUri ?? '').registry === registry)
        return [];
    return [
        {
            tried: 'use the ECR repository',
            on: source.repository,
            why: `${registry} is not a registry of Amazon ECR, which is where this step pushes to.`,
            repair: `Set input 'repository' to an ECR repository, by name or full URI; or push ${repository ?? 'the image'} in an earlier step and name it in input 'image'.`,
        },
    ];
}
/**
 * Where the image goes: to the URI as it was given, so that a FIPS or dual-stack host stays in use; else to the one that
 * DescribeRepositories tells.
 */
function destinationOf({ source }, found) {
    const { repositoryUri, repositoryArn } = found ?? {};
    if (source.kind !== 'build' || repositoryUri === undefined)
        return null;
    const given = (0,image_reference/* ecrRegistry */.gO)((0,image_reference/* parseReference */.F2)(source.repository)?.registry ?? null);
    const told = (0,image_reference/* ecrRegistry */.gO)((0,image_reference/* splitUri */.b4)(repositoryUri).registry);
    return { repositoryUri: given !== null && told !== null ? source.repository : repositoryUri, repositoryArn };
}

;// CONCATENATED MODULE: ./build/target/check-image.js








/** What speaks against the image that is to be built, as far as it is known before. */
function imageRefusals(inputs, facts) {
    const { source } = inputs;
    if (source.kind !== 'build')
        return [];
    const repository = (0,fact/* valueOf */.RP)(facts.repository);
    const existing = existingIn(facts);
    const uri = destinationOf(inputs, repository)?.repositoryUri ?? source.repository;
    const definition = (0,fact/* valueOf */.RP)(facts.definition);
    const platform = definition === undefined ? null : (0,image_platforms/* platformFault */.cu)(source.platforms, definition.body, definition.origin);
    return [
        ...foreignRepository(inputs, repository),
        ...(existing === null ? [] : existingFaults(source, existing, uri)),
        ...(platform === null ? [] : [platform]),
    ];
}
function existingIn({ existing }) {
    return (existing && (0,fact/* valueOf */.RP)(existing)) ?? null;
}

// EXTERNAL MODULE: ./build/target/check-service.js
var check_service = __webpack_require__(7750);
// EXTERNAL MODULE: ./build/task-definition/containers.js
var containers = __webpack_require__(5804);
// EXTERNAL MODULE: ./build/task-definition/bootstrap.js
var bootstrap = __webpack_require__(8356);
;// CONCATENATED MODULE: ./build/task-definition/container.js



/**
 * One container with the changes of the inputs; a new object. Members that no input names stay as they are.
 * @throws StepError: a name would be in both `environment` and `secrets`, or log options have no driver.
 */
function changeContainer(container, changes, origin) {
    const on = `container '${(0,json/* textOf */.b6)(container['name'])}' of ${origin}`;
    refuseTwice(container, changes, on);
    const changed = {};
    if (changes.command !== null)
        changed['command'] = changes.command;
    if (changes.environment.size > 0) {
        changed['environment'] = setByName(container['environment'], changes.environment, 'value');
    }
    if (changes.secrets.size > 0) {
        changed['secrets'] = setByName(container['secrets'], changes.secrets, 'valueFrom');
    }
    if (changes.dockerLabels.size > 0) {
        changed['dockerLabels'] = setMembers(container['dockerLabels'], changes.dockerLabels);
    }
    if (changes.logDriver !== null || changes.logOptions.size > 0) {
        changed['logConfiguration'] = logConfiguration(container['logConfiguration'], changes, on);
    }
    return { ...container, ...changed };
}
/** ECS refuses a container that has a name in both lists; better told before anything is built. */
function refuseTwice(container, changes, on) {
    const given = (member) => (0,json/* objectsIn */.Qv)(container[member]).map(({ name }) => (0,json/* textOf */.b6)(name));
    const secrets = new Set([...given('secrets'), ...changes.secrets.keys()]);
    const environment = new Set([...given('environment'), ...changes.environment.keys()]);
    const named = [...changes.environment.keys(), ...changes.secrets.keys()];
    const both = [...new Set(named)].filter((name) => secrets.has(name) && environment.has(name));
    if (both.length === 0)
        return;
    throw new errors/* StepError */.zg({
        tried: 'set environment variables and secrets',
        on,
        why: `${both.join(', ')} would be both an environment variable and a secret, which ECS refuses`,
        repair: 'Keep each name in one place: remove it from the task definition there, or from the input.',
    });
}
/** Sets entries by name: those that are there in their place, new ones at the end. Unknown members of entries stay. */
function setByName(list, values, member) {
    const entries = (0,json/* elementsOf */.ZE)(list);
    const there = new Set((0,json/* objectsIn */.Qv)(entries).map(({ name }) => name));
    const kept = entries.map((entry) => {
        const value = (0,json/* isObject */.Gv)(entry) && typeof entry['name'] === 'string' ? values.get(entry['name']) : undefined;
        return (0,json/* isObject */.Gv)(entry) && value !== undefined ? { ...entry, [member]: value } : entry;
    });
    const added = [...values].filter(([name]) => !there.has(name));
    return [...kept, ...added.map(([name, value]) => ({ name, [member]: value }))];
}
function setMembers(object, values) {
    return Object.fromEntries([...Object.entries((0,json/* isObject */.Gv)(object) ? object : {}), ...values]);
}
/** Options are merged while the driver stays. Another driver begins anew: it does not know the old one's options. */
function logConfiguration(current, changes, on) {
    const there = (0,json/* isObject */.Gv)(current) ? current : {};
    const driver = changes.logDriver ?? there['logDriver'];
    if (driver === undefined) {
        throw new errors/* StepError */.zg({
            tried: 'set log options',
            on,
            why: 'the container has no log driver',
            repair: 'Set log-configuration-log-driver as well, for example to awslogs.',
        });
    }
    const base = driver === there['logDriver'] ? there : { logDriver: driver };
    if (changes.logOptions.size === 0)
        return base;
    return { ...base, options: setMembers(base['options'], changes.logOptions) };
}

;// CONCATENATED MODULE: ./build/task-definition/render.js





/**
 * RegisterTaskDefinition's input: the loaded definition, member for member, with what the inputs change. Nothing
 * that was given is mutated.
 * @param images Container name to reference, for the images that were not known when the draft was made; they win
 *   over the draft's.
 * @throws StepError as `changeContainer` does.
 */
function renderDefinition(draft, images) {
    const { body, leftOut } = cleanDefinition(draft.loaded.body);
    const references = new Map([...draft.images, ...images]);
    const dropped = [];
    const changed = [];
    const containers = (0,json/* elementsOf */.ZE)(body['containerDefinitions']).map((container, index) => {
        if (!(0,json/* isObject */.Gv)(container))
            return container;
        const path = `containerDefinitions[${index}]`;
        const rendered = renderContainer(container, draft, references);
        dropped.push(...rendered.dropped.map((member) => `${path}.${member}`));
        changed.push(...changesBetween(rendered.base, rendered.container).map((member) => `${path}.${member}`));
        return rendered.container;
    });
    const tags = draft.loaded.tags.map(({ key, value }) => ({ key, value }));
    return {
        body: { ...body, containerDefinitions: containers, ...(tags.length > 0 ? { tags } : {}) },
        leftOut,
        dropped,
        changed,
    };
}
function renderContainer(container, draft, references) {
    const name = container['name'];
    const reference = typeof name === 'string' ? references.get(name) : undefined;
    const isNew = reference !== undefined && reference !== container['image'];
    const { container: base, dropped } = isNew ? (0,bootstrap/* dropBootstrap */.I)(container) : { container, dropped: [] };
    const pictured = isNew ? { ...base, image: reference } : base;
    const rendered = name === draft.container ? changeContainer(pictured, draft.changes, draft.loaded.origin) : pictured;
    return { base, container: rendered, dropped };
}
/** Paths of the members that differ; for environment, secrets and labels by name. Values are never told. */
function changesBetween(before, after) {
    return Object.keys(after).flatMap((member) => {
        const [old, now] = [named(before[member]), named(after[member])];
        if (JSON.stringify(before[member]) === JSON.stringify(after[member]))
            return [];
        if (now === null)
            return [member];
        const names = [...now].filter(([name, entry]) => old?.get(name) !== entry).map(([name]) => name);
        return names.map((name) => `${member}[${JSON.stringify(name)}]`);
    });
}
/** Entries by name, for the members that are lists of named entries or maps; null for any other. */
function named(value) {
    if ((0,json/* isList */.Lv)(value)) {
        const entries = (0,json/* objectsIn */.Qv)(value).filter(({ name }) => typeof name === 'string');
        if (entries.length !== value.length || entries.length === 0)
            return null;
        return new Map(entries.map((entry) => [(0,json/* textOf */.b6)(entry['name']), JSON.stringify(entry)]));
    }
    if (!(0,json/* isObject */.Gv)(value))
        return null;
    return new Map(Object.entries(value).map(([name, member]) => [name, JSON.stringify(member)]));
}

;// CONCATENATED MODULE: ./build/task-definition/draft.js





/**
 * The definition with the changes that it will get. Whatever can be refused is refused here, before anything is built.
 * @throws StepError: a container that is not there, a built image for no container (or none built), or what
 *   `renderDefinition` refuses.
 */
function draftDefinition(loaded, inputs, loadBalancerContainer) {
    const { container, known } = draft_assign(loaded, inputs, loadBalancerContainer);
    const draft = { loaded, changes: inputs.changes, images: known, container };
    renderDefinition(draft, new Map());
    return draft;
}
/** The containers that take the image that this run builds; none when it builds none. Throws as `draftDefinition`. */
function builtFor(loaded, inputs, loadBalancerContainer) {
    return draft_assign(loaded, inputs, loadBalancerContainer).built;
}
function draft_assign(loaded, { source, changes }, loadBalancerContainer) {
    const names = (0,containers/* containerNames */.MR)(loaded.body);
    const unknown = [...changes.images.keys()].filter((name) => !names.includes(name));
    if (unknown.length > 0)
        throw (0,containers/* unknownContainers */.v7)(loaded, unknown);
    const container = changesNothing(source, changes)
        ? loadBalancerContainer
        : (0,containers/* resolveContainer */._z)(loaded, changes.containerName, loadBalancerContainer);
    const known = new Map();
    const built = [...changes.images].flatMap(([name, image]) => {
        if (image.kind === 'given')
            known.set(name, image.reference);
        return image.kind === 'built' ? [name] : [];
    });
    // `images` says who takes the built image; only where it does not, the main container takes it.
    const main = changes.images.has(container) ? null : container;
    if (source.kind === 'given' && main !== null)
        known.set(main, source.reference);
    if (source.kind === 'build' && main !== null && (built.length === 0 || changes.containerName !== null)) {
        built.push(main);
    }
    refuseUnused(loaded, source, changes, container, built);
    return { container, known, built };
}
/** Then no container need be found: whether the one behind the load balancer is there is for the preflight to say. */
function changesNothing(source, changes) {
    const maps = [changes.images, changes.environment, changes.secrets, changes.dockerLabels, changes.logOptions];
    const texts = [changes.containerName, changes.command, changes.logDriver];
    return source.kind === 'none' && maps.every(({ size }) => size === 0) && texts.every((text) => text === null);
}
function refuseUnused(loaded, source, changes, container, built) {
    const refuse = (why, repair) => {
        throw new errors/* StepError */.zg({ tried: 'decide which container takes which image', on: loaded.origin, why, repair });
    };
    if (source.kind === 'build' && built.length === 0) {
        refuse(`no container takes the image that is built`, `Give one container the word 'built' in images.`);
    }
    if (source.kind !== 'build' && built.length > 0) {
        refuse(`images gives ${built.join(', ')} a built image, but none is built`, 'Set repository, or give a reference.');
    }
    if (source.kind === 'given' && changes.images.has(container)) {
        refuse(`image and images both say what container '${container}' runs`, 'Leave it out of one of them.');
    }
}

;// CONCATENATED MODULE: ./build/target/draft.js






function draftOf(inputs, loaded, appspec) {
    const outside = balancedFaults(loaded, appspec);
    const behind = appspec.service.containerName;
    // Which container takes the changes cannot be told by a load balancer whose container is not there: told already.
    if (outside.length > 0 && inputs.changes.containerName === null && !(0,containers/* containerNames */.MR)(loaded.body).includes(behind)) {
        return { draft: null, builtFor: [], faults: outside };
    }
    try {
        const draft = draftDefinition(loaded, inputs, behind);
        const built = builtFor(loaded, inputs, behind);
        return { draft, builtFor: built, faults: [...outside, ...emptyFaults(loaded, filled(inputs, draft, built))] };
    }
    catch (error) {
        if (!(error instanceof errors/* StepError */.zg))
            throw error;
        return { draft: null, builtFor: [], faults: [...outside, error.fault] };
    }
}
/** Containers whose image this run decides. */
function filled({ source }, draft, built) {
    return new Set([...draft.images.keys(), ...built, ...(source.kind === 'given' ? [draft.container] : [])]);
}
/** Container and port of the AppSpec must be in the definition (CodeDeploy user guide: AppSpec resources for ECS). */
function balancedFaults(loaded, appspec) {
    const { containerName, containerPort } = appspec.service;
    const from = appspec.kind === 'file' ? appspec.path : 'the PRIMARY task set';
    const at = { tried: 'put the load balancer in front of the new tasks', on: loaded.origin };
    const names = (0,containers/* containerNames */.MR)(loaded.body);
    const where = appspec.kind === 'file' ? appspec.path : 'an AppSpec file (input codedeploy-appspec)';
    if (!names.includes(containerName)) {
        const why = `${from} names container '${containerName}', and the task definition has: ${names.join(', ')}`;
        return [{ ...at, why, repair: `Rename the container in the task definition, or name another one in ${where}.` }];
    }
    const ports = (0,containers/* containerPorts */.UR)(loaded.body, containerName);
    if (ports.includes(containerPort))
        return [];
    const why = `${from} names port ${containerPort} of container '${containerName}', and the task definition maps ${ports.length === 0 ? 'no port of it' : `only ${ports.join(', ')}`}`;
    return [
        {
            ...at,
            why,
            repair: `Add {"containerPort":${containerPort},"protocol":"tcp"} to the container's portMappings, or name another port in ${where}.`,
        },
    ];
}
function emptyFaults(loaded, filled) {
    const empty = (0,containers/* containersOf */.Mz)(loaded.body)
        .filter(({ image }) => typeof image !== 'string' || image.trim() === '')
        .flatMap(({ name }) => (typeof name === 'string' && !filled.has(name) ? [`'${name}'`] : []));
    if (empty.length === 0)
        return [];
    return [
        {
            tried: 'give every container an image',
            on: loaded.origin,
            why: `no image for container ${empty.join(', ')}: it is empty in the task definition, and no input fills it`,
            repair: "Fill it in the task definition, or name the container in input 'images' or 'container-name'.",
        },
    ];
}

// EXTERNAL MODULE: ./build/target/faults.js + 2 modules
var faults = __webpack_require__(2304);
// EXTERNAL MODULE: ./build/target/target-of.js
var target_of = __webpack_require__(357);
// EXTERNAL MODULE: ./build/target/test-url.js
var test_url = __webpack_require__(4386);
;// CONCATENATED MODULE: ./build/target/preflight.js






















/**
 * Judges what was read. Throws a `RefusalError` with everything that speaks against the deployment, each with its
 * repair; nothing has been built or written by then. `others` is what was found elsewhere (the build). `marker` is this
 * run's. A deployment in progress that an earlier attempt of it started is gone on with, and any other one is a refusal
 * only where the inputs say so. `liveBefore`: the deployment that had made the PRIMARY task set when this run looked first.
 * Anything thrown that is no refusal is a mistake in this program.
 */
function preflight(inputs, facts, others = [], marker = null, liveBefore) {
    const service = (0,fact/* valueOf */.RP)(facts.service);
    const own = service === undefined ? [] : (0,check_service/* serviceFaults */.j)(service, facts.place);
    const primary = own.length === 0 ? (0,target_facts/* primaryOf */.Os)(service) : undefined;
    const appspec = appspecOf(facts, primary);
    const drafted = draft(inputs, facts, appspec);
    const age = ageIn(inputs, facts, marker, liveBefore);
    const refusals = [
        ...unread(inputs, facts),
        ...own,
        ...groupRefusals(inputs, facts, primary, marker),
        ...imageRefusals(inputs, facts),
        ...(drafted?.faults ?? []),
        ...others,
        ...age.faults,
    ];
    const target = (0,target_of/* targetOf */.$)(facts);
    if (refusals.length > 0 || target === null || appspec === undefined || !drafted?.draft) {
        throw refusals.length > 0 ? new errors/* RefusalError */.XQ(refusals) : new Error('a fact is missing, and nothing says why');
    }
    const waiting = (0,target_waiting/* waitingOf */.P)(inputs.waiting, target.group);
    const warnings = [
        ...(0,check_service/* serviceWarnings */.C)(target.service, (0,fact/* valueOf */.RP)(facts.running) !== null),
        ...(0,target_waiting/* waitingWarnings */.z)(waiting, inputs.smokeTest !== null),
        ...(0,test_url/* testUrlWarnings */.V)(facts),
        ...deniedWarnings(facts),
        ...age.warnings,
        ...[capacityWarning(appspec.service, target.primary)].filter((warning) => warning !== null),
    ];
    const { draft: definition, builtFor } = drafted;
    const image = { destination: destinationOf(inputs, (0,fact/* valueOf */.RP)(facts.repository)), existing: existingIn(facts) };
    return { target, ...image, draft: definition, builtFor, appspec, waiting, previous: target.live.arn, warnings };
}
/** What could not be read. A repository of another registry is not missed in ECR. */
function unread(inputs, facts) {
    const foreign = foreignRepository(inputs, (0,fact/* valueOf */.RP)(facts.repository)).length > 0;
    const { place, repository, ...others } = facts;
    const all = foreign ? Object.values(others) : [...Object.values(others), repository];
    const errors = all.flatMap((read) => (read.state === 'failed' ? [read.error] : []));
    const group = (0,fact/* valueOf */.RP)(facts.group);
    return (0,faults/* faultsOf */.xm)(errors, place, group && `${group.application}/${group.name}`);
}
function groupRefusals(inputs, facts, primary, marker) {
    const group = (0,fact/* valueOf */.RP)(facts.group);
    if (group === undefined)
        return [];
    const own = (0,check_group/* groupFaults */.X7)(group, facts.place);
    // Another service's group: what is wrong with it, or runs in it, is not this run's business.
    if (own.length > 0)
        return own;
    const config = (0,fact/* valueOf */.RP)(facts.config);
    const running = (0,fact/* valueOf */.RP)(facts.running) ?? null;
    const another = inputs.ifInProgress === 'fail' ? anotherOf(running, marker) : null;
    const pair = primary === undefined ? [] : (0,check_group/* pairFaults */.qy)(group, primary);
    return [
        ...pair,
        // In the middle of a shift the listener is where the shift has brought it.
        ...(pair.length === 0 && primary !== undefined && running === null ? productionFaults(facts, primary) : []),
        ...(0,check_group/* waitFaults */.Hf)(group, { until: inputs.waiting.until, smokeTest: inputs.smokeTest !== null }),
        ...(config === undefined ? [] : (0,check_group/* configFaults */.qt)(group, config)),
        ...(another === null ? [] : [(0,target_running/* runningFault */.oN)(another, another.deploymentId === primary?.externalId, facts.place)]),
    ];
}
function ageIn(inputs, facts, marker, before) {
    const { cluster, service } = facts.place;
    const live = (0,fact/* valueOf */.RP)(facts.maker) ?? null;
    return ageOf({ live, before, marker, allowed: inputs.allowOlder, on: `${cluster}/${service}` });
}
function productionFaults(facts, primary) {
    const listener = (0,fact/* valueOf */.RP)(facts.listener);
    const arn = primary.loadBalancers?.[0]?.targetGroupArn;
    if (listener === undefined || arn === undefined)
        return [];
    return listenerFaults(listener, arn, (0,fact/* valueOf */.RP)(facts.targetGroups) ?? [], facts.place);
}
/** A file that cannot be used is a refusal already; the rest is judged as if there were none. */
function appspecOf(facts, primary) {
    const file = (0,fact/* valueOf */.RP)(facts.appspec);
    if (file)
        return file;
    return primary === undefined ? undefined : { kind: 'live', service: (0,appspec_live/* serviceFromTaskSet */.f)(primary) };
}
function draft(inputs, facts, appspec) {
    const loaded = (0,fact/* valueOf */.RP)(facts.definition);
    return loaded === undefined || appspec === undefined ? null : draftOf(inputs, loaded, appspec);
}
function deniedWarnings(facts) {
    const group = (0,fact/* valueOf */.RP)(facts.group);
    if (!group?.denied)
        return [];
    const repair = (0,faults/* deniedRepair */.Fl)(group.denied, facts.place, `${group.application}/${group.name}`);
    return [`The step may not read deployments (${group.denied.call.on}), and the wait needs that. ${repair}`];
}

// EXTERNAL MODULE: ./build/target/read.js
var read = __webpack_require__(5830);
;// CONCATENATED MODULE: ./build/look.js
/** The reads of a deployment, and what they come to. */

























/**
 * Every read that can refuse, side by side; what speaks against the deployment is thrown, all of it together. `kept`: from
 * an earlier look of the same run; an image that it has come to is not looked for again.
 */
async function look_look(inputs, aws, world, kept = nothingKept()) {
    const { log, runner, signal } = world;
    const docker = (0,ports_docker/* createDocker */.h)();
    kept.seenAt = world.clock.now();
    const ports = { aws, readFile: files/* readTextFile */.G, workspace: runner.context.workspace };
    const { source } = inputs;
    const imagePorts = { ...world, ecr: aws.ecr, docker };
    const had = kept.image ?? null;
    const given = had === null && source.kind === 'given' ? provideImage(source, null, null, imagePorts) : Promise.resolve(had);
    const repository = (0,read/* readRepository */.Nu)(inputs, aws);
    const existing = had === null ? lookAtExisting(inputs, repository, aws, { ...world, docker }) : Promise.resolve({});
    const [facts, image, found, faults, bash] = await Promise.all([
        (0,read/* readTarget */._E)(inputs, ports, log, repository),
        (0,fact/* fact */.fK)(given),
        existing,
        had === null ? lookAtBuild(inputs, existing, docker, world) : [],
        bashFaults(inputs.smokeTest, world.env, ports.workspace),
    ]);
    signal.throwIfAborted();
    // One fact more, so that an image that cannot be used is refused together with all else.
    const all = { ...facts, ...unlessTold(found, faults), image };
    const marker = (0,codedeploy_marker/* markerOf */.we)(runner.context, inputs.matrix);
    const plan = preflight(inputs, all, [...faults, ...bash], marker, kept.liveAtFirst);
    kept.liveAtFirst ??= plan.target.primary.externalId ?? '';
    (0,steps/* reportPlan */._S)(plan, world);
    const running = (0,fact/* valueOf */.RP)(facts.running);
    const another = anotherOf(running, marker);
    return [plan, (0,fact/* valueOf */.RP)(image) ?? null, another === null ? await earlierRevision(running, aws.ecs) : null, another];
}
/** A context or Dockerfile that is not there is told once. */
function unlessTold(found, faults) {
    const { existing } = found;
    return existing?.state === 'failed' && existing.error instanceof errors/* StepError */.zg && faults.length > 0 ? {} : found;
}
/** The hash over the build's content is made while AWS answers. */
async function lookAtExisting({ source }, repository, aws, world) {
    if (source.kind !== 'build')
        return {};
    const { env, log, runner, signal } = world;
    const content = contentOf(source, { context: runner.context, env, signal });
    // Told where it is waited for: the commit comes first.
    content.catch(() => undefined);
    const { sha } = await readCommit(source, world);
    const { tags } = imageTags(sha, source.tags, source.repository);
    const ports = { ecr: (0,ecr_of/* ecrOf */.e)(source.repository, aws.ecr), log, content };
    return { existing: await (0,existing/* lookForExisting */.W)(source, tags, repository, ports) };
}
/** Docker is asked only where something may be built: a run that reuses starts no process of it. */
async function lookAtBuild({ source }, found, docker, { runner }) {
    if (source.kind !== 'build')
        return [];
    const builder = async () => {
        const { existing } = source.existingImage === 'reuse' ? await found : {};
        const reused = existing !== undefined && reuses(source, (0,fact/* valueOf */.RP)(existing) ?? null);
        return reused ? [] : checkBuilder(source, docker);
    };
    return (await Promise.all([builder(), checkSource(source, { docker, runner })])).flat();
}

;// CONCATENATED MODULE: ./build/image/scan.js
/** The gate on ECR's scan of the image. */







const scan_PAUSE_MS = 5_000;
/** A scan takes seconds to a few minutes. */
const scan_LIMIT_MS = 10 * 60_000;
/** A scan on push has begun by then, if there is one. */
const BEGUN_MS = 60_000;
const SHOWN = 20;
const SEVERITIES = ['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];
/** ECR API, ScanStatus. Enhanced scans stay ACTIVE for as long as the image is watched. */
const DONE = new Set(['COMPLETE', 'ACTIVE']);
const GOING = new Set(['IN_PROGRESS', 'PENDING']);
/**
 * Waits for ECR's scan of the image and throws where it has findings of `least` or above, or where there is no scan to
 * go by: a gate that cannot tell stays shut.
 * @param digest of the one image that the service runs: ECR scans no index
 */
async function scanGate(least, image, digest, ports) {
    const on = image.reference;
    if (digest === null)
        throw shut(on, 'the image has no digest that is known, so no scan can be asked for.', NOT_ECR);
    const { status, description, findings } = await finished(image.repository, digest, on, ports);
    if (!DONE.has(status)) {
        const told = description === '' ? '' : ` (${description})`;
        throw shut(on, `ECR's scan ended as ${status}${told}.`, STATUS_REPAIRS[status] ?? RESCAN);
    }
    const refused = findings.filter(({ severity }) => SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least));
    if (refused.length > 0)
        throw new errors/* StepError */.zg(findingsFault(on, least, refused));
    const counts = countsText(findings);
    ports.log.info(`ECR's scan: nothing of severity ${least} or above${counts === '' ? '' : ` (${counts})`}.`);
}
async function finished(repository, digest, on, ports) {
    const { clock, ecr, log, signal } = ports;
    const begun = clock.now();
    for (let told = '';;) {
        signal?.throwIfAborted();
        const report = await scan_read(ecr, repository, digest, on);
        if (report !== null && !GOING.has(report.status))
            return report;
        const waited = clock.now() - begun;
        if (report === null && waited >= BEGUN_MS)
            throw shut(on, 'ECR has not scanned the image.', RESCAN);
        if (waited >= scan_LIMIT_MS)
            throw shut(on, `the scan is ${report?.status ?? 'not begun'} after 10 minutes.`, AGAIN);
        const state = report?.status ?? 'not begun';
        if (state !== told)
            log.info(`Waiting for ECR's scan of the image: ${state}.`);
        told = state;
        await clock.sleep(scan_PAUSE_MS, signal);
    }
}
async function scan_read(ecr, repository, digest, on) {
    try {
        return await ecr.scanFindings(repository, digest);
    }
    catch (error) {
        const missing = error instanceof aws_error/* AwsCallError */.iQ && error.kind === 'missing';
        throw missing ? shut(on, 'the image is in no repository of ECR.', NOT_ECR) : error;
    }
}
const AGAIN = 'Run the job again later: the image is reused then, and only the scan is looked at.';
const NOT_ECR = "Deploy an image of an ECR repository, or leave 'fail-on-severity' empty.";
const RESCAN = 'Turn on scanning on push for the repository (aws ecr put-image-scanning-configuration, or the scanning rules of the ' +
    "registry), scan this image (aws ecr start-image-scan), or leave 'fail-on-severity' empty.";
const STATUS_REPAIRS = {
    UNSUPPORTED_IMAGE: "ECR cannot read this image's packages (as of an image FROM scratch): leave 'fail-on-severity' empty.",
    LIMIT_EXCEEDED: AGAIN,
    IMAGE_ARCHIVED: 'Restore the image from the archive, or build it again.',
};
function shut(on, why, repair) {
    return new errors/* StepError */.zg({ tried: "judge the image by ECR's scan", on, why, repair });
}
function findingsFault(on, least, findings) {
    const order = (finding) => -SEVERITIES.indexOf(finding.severity);
    const sorted = findings.toSorted((one, other) => order(one) - order(other));
    const more = sorted.length > SHOWN ? [`  \u2026 and ${sorted.length - SHOWN} more`] : [];
    const lines = [...sorted.slice(0, SHOWN).map((finding) => `  ${line(finding)}`), ...more];
    return {
        tried: "let the image pass by ECR's scan",
        on,
        why: `it has findings of severity ${least} or above (${countsText(findings)}):\n${lines.join('\n')}`,
        repair: "Update the packages that have a fix, or the base image, or raise 'fail-on-severity'.",
    };
}
function line({ name, severity, packages, fixedIn }) {
    const of = packages === null ? '' : ` in ${packages}`;
    return `${severity} ${name}${of}: ${fixedIn === null ? 'no fix is known' : `fixed in ${fixedIn}`}`;
}
/** `2 CRITICAL, 1 LOW` */
function countsText(findings) {
    const names = [...SEVERITIES.toReversed(), 'UNDEFINED'];
    const counted = names.map((name) => [findings.filter(({ severity }) => severity === name).length, name]);
    return counted.flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}`])).join(', ');
}

;// CONCATENATED MODULE: ./build/planned-image.js
/** The image of a plan: built or found, judged, and told to the containers that take it. */













/** `given`: what the look has found; null where it is to be built, or the definition is deployed as written. */
async function plannedImage(given, inputs, plan, run) {
    const image = given ?? (await build(inputs, plan, run));
    (0,steps/* reportImage */.o7)(image, run);
    await (0,signals/* unlessAborted */.Wh)(run.signal, judgeImage(image, inputs, plan, run));
    return image;
}
/** What is built goes to the registry that the repository names. */
async function build({ source }, plan, run) {
    if (source.kind !== 'build')
        return null;
    const ports = { ...run, ecr: (0,ecr_of/* ecrOf */.e)(source.repository, run.aws.ecr), docker: (0,ports_docker/* createDocker */.h)() };
    return run.log.group('Image', () => provideImage(source, plan.destination, plan.existing, ports));
}
/** What can be told of the image only when it is there, and speaks against deploying it. */
async function judgeImage(image, { failOnSeverity: least }, plan, run) {
    if (image === null)
        return;
    const { body } = plan.draft.loaded;
    const platforms = (image.entries ?? []).map(({ platform }) => platform);
    const fault = (0,image_platforms/* platformFault */.cu)(platforms, body, image.reference);
    if (fault !== null)
        throw new errors/* StepError */.zg(fault);
    if (least === null)
        return;
    const ecr = (0,ecr_of/* ecrOf */.e)(image.reference, run.aws.ecr);
    await run.log.group('Scan', () => scanGate(least, image, (0,image_platforms/* imageDigest */.Wf)(image, body), { ...run, ecr }));
}
/** Container name to image reference, as far as this run decides it. */
function imagesOf(plan, image) {
    const images = new Map(plan.draft.images);
    // Also where the push kept what an earlier run had left under the tag: the build was for these containers.
    const takers = plan.builtFor.length > 0 ? plan.builtFor : [plan.draft.container];
    if (image !== null)
        for (const container of takers)
            images.set(container, image.reference);
    return images;
}

// EXTERNAL MODULE: ./build/report/outcome.js
var report_outcome = __webpack_require__(4247);
;// CONCATENATED MODULE: ./build/run-task/ports.js




const idOf = (arn) => arn.slice(arn.lastIndexOf('/') + 1);
/** For the reader of an error. */
const placeOf = ({ cluster, revision }, arn) => `task ${idOf(arn)} of ${revision.name} in cluster ${cluster}`;

;// CONCATENATED MODULE: ./build/run-task/request.js
/** What RunTask is asked (pure): the inputs, and for what they leave open, how the service runs its tasks. */






/** Who starts the task, as ECS lists it, where the inputs name nobody. */
const STARTED_BY = 'ecs-blue-green';
/** The body of RunTask, without its client token. Members of the inputs that this version does not know are kept. */
function requestOf({ inputs, like, revision, body }) {
    const { overrides, tags } = inputs;
    return {
        cluster: like.cluster,
        taskDefinition: revision,
        count: 1,
        startedBy: inputs.startedBy ?? STARTED_BY,
        ...computeOf(inputs, like),
        ...(isPrivate(body) && { networkConfiguration: { awsvpcConfiguration: networkOf(inputs, like) } }),
        ...(overrides.length > 0 && { overrides: { containerOverrides: overrides } }),
        ...(tags.length > 0 && { tags: tags.map(({ key, value }) => ({ key, value })) }),
        ...volumesOf(inputs),
    };
}
/** A task of its own network interface (ECS API: TaskDefinition.networkMode). */
const isPrivate = (body) => body['networkMode'] === 'awsvpc';
function computeOf(inputs, { primary, service }) {
    const { launchType, capacityProviderStrategy: given } = inputs;
    if (given.length > 0)
        return { capacityProviderStrategy: given, ...platformOf(given, primary) };
    if (launchType !== null)
        return { launchType, ...(launchType === 'FARGATE' && platform(primary, service)) };
    const own = [primary, service].find((each) => (each.capacityProviderStrategy ?? []).length > 0);
    const strategy = (own?.capacityProviderStrategy ?? []).map((item) => ({ ...item }));
    if (strategy.length > 0)
        return { capacityProviderStrategy: strategy, ...platformOf(strategy, primary, service) };
    const like = primary.launchType ?? service.launchType;
    if (like === undefined)
        return {};
    return { launchType: like, ...(like === 'FARGATE' && platform(primary, service)) };
}
/** Only Fargate has platforms (ECS API: RunTask.platformVersion). */
function platformOf(strategy, ...of) {
    const isFargate = strategy.some((item) => (0,json/* textOf */.b6)(item['capacityProvider']).startsWith('FARGATE'));
    return isFargate ? platform(...of) : {};
}
function platform(...of) {
    const found = of.map(({ platformVersion }) => platformVersion).find((version) => version !== undefined);
    return found === undefined || found === '' ? {} : { platformVersion: found };
}
function vpcOf({ primary, service }) {
    return [primary, service].map((each) => each.networkConfiguration?.awsvpcConfiguration).find((vpc) => vpc);
}
function networkOf(inputs, like) {
    const own = vpcOf(like);
    const subnets = inputs.subnets.length > 0 ? inputs.subnets : (own?.subnets ?? []);
    const securityGroups = inputs.securityGroups.length > 0 ? inputs.securityGroups : (own?.securityGroups ?? []);
    // A public address is for Fargate alone (ECS API: AwsVpcConfiguration.assignPublicIp).
    const elsewhere = inputs.launchType === 'EC2' || inputs.launchType === 'EXTERNAL';
    const assignPublicIp = inputs.assignPublicIp ?? (elsewhere ? undefined : own?.assignPublicIp);
    return {
        subnets: [...subnets],
        ...(securityGroups.length > 0 && { securityGroups: [...securityGroups] }),
        ...(assignPublicIp !== undefined && { assignPublicIp }),
    };
}
/** ECS API: TaskVolumeConfiguration. */
function volumesOf({ volumeName, volume }) {
    if (volumeName === null || volume === null)
        return {};
    return { volumeConfigurations: [{ name: volumeName, managedEBSVolume: volume }] };
}
/** What ECS would refuse, told before anything is built. */
function requestFaults(inputs, like, body) {
    const on = `the task definition of ${like.cluster}/${like.service.serviceName ?? ''}`;
    const known = (0,containers/* containerNames */.MR)(body);
    const unknown = inputs.overrides.map(({ name }) => (0,json/* textOf */.b6)(name)).filter((name) => !known.includes(name));
    const volumes = Array.isArray(body['volumes']) ? body['volumes'].filter(json/* isObject */.Gv) : [];
    const { volumeName } = inputs;
    const noVolume = volumeName !== null && !volumes.some(({ name }) => name === volumeName);
    const noSubnets = isPrivate(body) && inputs.subnets.length === 0 && (vpcOf(like)?.subnets ?? []).length === 0;
    return [
        ...unknown.map((name) => ({
            tried: 'run the task before the deployment',
            on,
            why: `'run-task-container-overrides' names container '${name}', which is not in it; it has: ${known.join(', ')}.`,
            repair: "Name one of these as 'name'.",
        })),
        ...(noVolume
            ? [
                {
                    tried: 'run the task before the deployment',
                    on,
                    why: `'run-task-managed-ebs-volume-name' names volume '${volumeName}', which is not in it.`,
                    repair: "Add it to 'volumes' of the task definition, with 'configuredAtLaunch': true, or correct the name.",
                },
            ]
            : []),
        ...(noSubnets
            ? [
                {
                    tried: 'run the task before the deployment',
                    on,
                    why: 'its network mode is awsvpc, and the service has no subnets that the task could take over.',
                    repair: "Give 'run-task-subnets' and 'run-task-security-groups'.",
                },
            ]
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/run-task/failures.js
/** Why ECS placed no task (pure). Reasons: ECS Developer Guide, "API failure reasons". */



const REPAIRS = [
    [
        /^RESOURCE:/i,
        "No container instance has that much left: add instances to the cluster, lower what the task takes ('cpu' and 'memory' in 'run-task-container-overrides'), or run it on Fargate ('run-task-launch-type').",
    ],
    [/^AGENT/i, 'The agent of the container instances is not connected: look at the instances of the cluster.'],
    [
        /^(?:ATTRIBUTE|LOCATION|memberOf)/i,
        'No container instance has what the task definition asks for (attributes, placement constraints, zone): add one that has, or loosen it.',
    ],
    [
        /capacity is unavailable|no container instance/i,
        "There is no capacity at this time: run the job again later, or name other subnets ('run-task-subnets') or another capacity provider ('run-task-capacity-provider-strategy').",
    ],
    [/^(?:INACTIVE|MISSING)/i, 'The cluster or its container instance is gone: look at the cluster in the ECS console.'],
];
const OTHER = 'Repair what the reason names, and run the job again.';
function placementFault(failures, on) {
    const texts = [...new Set(failures.map(textOf))];
    const known = REPAIRS.find(([reason]) => failures.some((each) => reason.test(each.reason ?? '')));
    const why = texts.length === 0 ? 'ECS placed no task, and gives no reason.' : `ECS placed no task: ${texts.join('; ')}.`;
    return { tried: 'run the task before the deployment', on, why: (0,plain/* plain */.p)(why), repair: known?.[1] ?? OTHER };
}
function textOf({ reason, detail }) {
    const parts = [reason, detail].filter((part) => part !== undefined && part !== '');
    return parts.length === 0 ? 'no reason given' : parts.join(', ');
}

;// CONCATENATED MODULE: ./build/run-task/token.js
/** The client token of RunTask: the same task for the same request of the same run, however often it is sent. */



/**
 * Attempts of a job share it, so that a re-run goes on with the task that an earlier attempt left running. `round`: 0 for
 * the first task of the run, 1 for the one after a failure, and so on. Outside of a run nothing is shared.
 */
function tokens({ repository, runId, job }, matrix) {
    const run = runId === '' ? (0,external_node_crypto_.randomUUID)() : runId;
    return (request, round) => (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([repository, run, job, matrix, round, request]))
        .digest('hex');
}

// EXTERNAL MODULE: ./build/report/hints.js
var hints = __webpack_require__(7093);
;// CONCATENATED MODULE: ./build/run-task/verdict.js
/** What a task's end means (pure). */





/** 128 + SIGKILL, and + SIGTERM: how a container ends that ECS stops since an essential one has ended. */
const STOPPED_BY_ECS = new Set([137, 143]);
/** Names of the containers whose end is the task's (ECS API: ContainerDefinition.essential). */
function essentialOf(body) {
    return (0,containers/* containersOf */.Mz)(body)
        .filter(({ essential }) => essential !== false)
        .map(({ name }) => (0,json/* textOf */.b6)(name));
}
/**
 * The task did its work when it ended by itself and every essential container exited with 0. Where overrides name some
 * of them, these did the work: another essential one may have been stopped by ECS when they were done.
 */
function judge(task, body, overridden) {
    const { containers = [], stopCode, startedAt } = task;
    const essential = containers.filter(({ name }) => essentialOf(body).includes(name ?? ''));
    const ran = essential.some(({ exitCode }) => exitCode !== undefined);
    if (stopCode === 'TaskFailedToStart' || (startedAt === undefined && !ran)) {
        return failed(`it never started: ${[reasonOf(task), ...reasonsOf(containers)].join('; ')}`);
    }
    if (stopCode !== undefined && stopCode !== 'EssentialContainerExited') {
        return failed(`it was stopped before its end: ${reasonOf(task)}`);
    }
    const workers = essential.filter(({ name }) => overridden.includes(name ?? ''));
    const mayBeStopped = (container) => workers.length > 0 && !workers.includes(container);
    const wrong = essential.filter((container) => !endedWell(container, mayBeStopped(container)));
    if (wrong.length > 0)
        return failed(wrong.map(textOfContainer).join('; '));
    return {
        ok: true,
        notes: containers
            .filter(({ exitCode = 0 }) => exitCode !== 0)
            .map(textOfContainer)
            .map(plain/* plain */.p),
    };
}
function endedWell({ exitCode, reason = '' }, mayBeStopped) {
    if (exitCode === 0)
        return true;
    // A reason tells of more than being stopped: out of memory, say.
    return mayBeStopped && reason === '' && (exitCode === undefined || STOPPED_BY_ECS.has(exitCode));
}
function failed(why) {
    return { ok: false, why: (0,plain/* plain */.p)(why), hint: (0,hints/* hintFor */.J)(why) };
}
function reasonOf({ stopCode, stoppedReason = '' }) {
    if (stoppedReason !== '')
        return stoppedReason;
    return stopCode ?? 'no reason given';
}
const reasonsOf = (containers) => containers.flatMap(({ name, reason = '' }) => (reason === '' ? [] : [`container ${name ?? ''}: ${reason}`]));
function textOfContainer({ name, exitCode, reason = '' }) {
    const code = exitCode === undefined ? 'ended without an exit code' : `ended with exit code ${exitCode}`;
    return `container ${name ?? ''} ${code}${reason === '' ? '' : ` (${reason})`}`;
}

;// CONCATENATED MODULE: ./build/run-task/start.js
/** Starts the task, or finds the one that this run has started already. */








/** On a cancel, how long an answer is waited for that tells which task there is to stop. */
const ANSWER_MS = 4_000;
/** More attempts of one run than anyone makes. */
const MOST_ROUNDS = 100;
/**
 * Resolves to the task's ARN. An attempt of the run before this one may have run the task: it is gone on with where it
 * runs, taken where it did its work, and run anew where it failed. Throws a StepError where ECS places no task.
 */
async function start(work, request, tokenOf, ports) {
    const rounds = Math.min(MOST_ROUNDS, Math.max(1, Number(ports.runner.context.runAttempt) || 1));
    for (let round = 0;; round += 1) {
        const isLast = round + 1 >= rounds;
        const { tasks, failures } = await send({ ...request, clientToken: tokenOf(request, round) }, ports);
        const [task] = tasks;
        if (task?.taskArn === undefined) {
            if (isLast)
                throw new errors/* StepError */.zg(placementFault(failures, `${work.revision.name} in cluster ${work.cluster}`));
        }
        else if (isLast || !(await failedBefore(work, task.taskArn, ports)))
            return task.taskArn;
    }
}
/** What is started is in the state for `post` as soon as it is known, and until then that something may be. */
async function send(body, { aws, clock, log, runner, signal }) {
    signal.throwIfAborted();
    runner.saveState('run-task-starting', 'true');
    const over = new AbortController();
    try {
        const answer = await Promise.race([aws.ecs.runTask(body), late(signal, clock, over.signal)]);
        runner.saveState('run-task-arn', answer.tasks[0]?.taskArn ?? '');
        runner.saveState('run-task-starting', '');
        return answer;
    }
    catch (error) {
        if (signal.aborted)
            log.warning('The run was cancelled while a task was being started: it may go on by itself.');
        else
            runner.saveState('run-task-starting', '');
        throw error;
    }
    finally {
        over.abort();
    }
}
/** Rejects a while after the cancel; never, where that does not come. */
function late(signal, clock, over) {
    return new Promise((_, reject) => {
        const wait = async () => {
            await clock.sleep(ANSWER_MS, over);
            reject(signal.reason);
        };
        signal.addEventListener('abort', () => void wait(), { once: true });
    });
}
async function failedBefore(work, arn, { aws, log }) {
    const seen = await aws.ecs.describeTask(work.cluster, arn);
    if (seen?.lastStatus !== 'STOPPED')
        return false;
    const { ok } = judge(seen, work.body, work.overridden);
    if (!ok)
        log.info(`An earlier attempt of this run ran task ${idOf(arn)}, which failed: it is run again.`);
    return !ok;
}

;// CONCATENATED MODULE: ./build/run-task/stop.js





/** The runner kills a cancelled step after ten seconds. */
const stop_LIMIT_MS = 5_000;
/** Stops the task, once. Resolves to what came of it, for the reader; never rejects. */
async function stop_stop(work, arn, reason, { aws, clock, runner }) {
    const over = new AbortController();
    const asked = aws.ecs.stopTask(work.cluster, arn, `ecs-blue-green: ${reason}`).then(() => true);
    try {
        const stopped = await Promise.race([asked, clock.sleep(stop_LIMIT_MS, over.signal).then(() => false)]);
        if (!stopped)
            return `Whether task ${idOf(arn)} could be stopped is not known: it may go on by itself.`;
        runner.saveState('run-task-arn', '');
        return `Task ${idOf(arn)} was stopped.`;
    }
    catch (error) {
        const permission = error instanceof aws_error/* AwsCallError */.iQ && error.kind === 'denied' ? ` ${(0,report_permission/* permissionFor */.T)(error)}` : '';
        return (0,plain/* plain */.p)(`Task ${idOf(arn)} could not be stopped and goes on by itself: ${(0,errors/* messageOf */.bD)(error)}.${permission}`);
    }
    finally {
        over.abort();
    }
}

// EXTERNAL MODULE: ./build/report/aws-fault.js
var aws_fault = __webpack_require__(2807);
;// CONCATENATED MODULE: ./build/run-task/log-stream.js
/** Where a task's containers write their logs (pure; ECS Developer Guide, "Send Amazon ECS logs to CloudWatch"). */




/** One for each essential container, in the definition's order. */
function logsOf(body, taskId) {
    const essential = essentialOf(body);
    return (0,containers/* containersOf */.Mz)(body)
        .filter(({ name }) => essential.includes((0,json/* textOf */.b6)(name)))
        .map((container) => logOf(container, taskId));
}
function logOf(definition, taskId) {
    const container = (0,json/* textOf */.b6)(definition['name']);
    const configuration = (0,json/* isObject */.Gv)(definition['logConfiguration']) ? definition['logConfiguration'] : {};
    const options = (0,json/* isObject */.Gv)(configuration['options']) ? configuration['options'] : {};
    const driver = (0,json/* textOf */.b6)(configuration['logDriver']);
    const group = (0,json/* textOf */.b6)(options['awslogs-group']);
    const prefix = (0,json/* textOf */.b6)(options['awslogs-stream-prefix']);
    const none = (why) => ({ container, stream: null, why });
    if (driver === '')
        return none('it has no log configuration');
    if (driver !== 'awslogs')
        return none(`its log driver is ${driver}, not awslogs`);
    if (group === '')
        return none('its log configuration has no awslogs-group');
    // Without a prefix the stream bears the id of the Docker container, which is not told for every launch type.
    if (prefix === '')
        return none('its log configuration has no awslogs-stream-prefix');
    const region = (0,json/* textOf */.b6)(options['awslogs-region']);
    const stream = { region: region === '' ? null : region, group, stream: `${prefix}/${container}/${taskId}` };
    return { container, stream, why: '' };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/run-task/stream-logs.js
/** Brings what a task writes into the job's log, as it comes. */








/** A page holds up to 10 000 events or 1 MB (Logs API: GetLogEvents). */
const PAGES_AT_ONCE = 10;
/** What a job's log can hold; the rest is in CloudWatch. */
const MOST_LINES = 50_000;
const LONGEST_LINE = 4_000;
function logReader(logs, port, log) {
    const several = logs.length > 1;
    for (const { container, stream, why } of logs) {
        if (stream === null)
            log.info(`The log of container ${container} is not shown here: ${(0,plain/* plain */.p)(why)}.`);
    }
    const readers = logs.flatMap(({ container, stream }) => stream === null ? [] : [readerOf(stream, several ? `${container} | ` : '  | ', port, log)]);
    return {
        async read() {
            for (const read of readers)
                await read();
        },
    };
}
function readerOf(stream, label, port, log) {
    const course = { token: null, ended: false, lines: 0 };
    const page = async () => {
        const { messages, next } = await port.events(stream, course.token);
        await print(messages.slice(0, Math.max(0, MOST_LINES - course.lines)), label, log);
        course.lines += messages.length;
        const more = next !== null && next !== course.token;
        if (next !== null)
            course.token = next;
        if (course.lines < MOST_LINES)
            return more;
        log.info(`The rest of this log is in ${stream.group}, stream ${stream.stream}.`);
        course.ended = true;
        return false;
    };
    return async () => {
        try {
            for (let count = 0; !course.ended && count < PAGES_AT_ONCE && (await page()); count += 1)
                ;
        }
        catch (error) {
            course.ended = isOver(error, stream, log);
        }
    };
}
/** Text of a stranger: each event may hold several lines, and anything that a terminal or the runner would act on. */
async function print(messages, label, log) {
    if (messages.length === 0)
        return;
    const lines = messages.flatMap((message) => message.split(/\r\n|\r|\n/)).map(clean);
    await log.quoted(() => {
        log.info(lines.map((line) => `${label}${line}`).join('\n'));
        return Promise.resolve();
    });
}
/** As it was indented, without colours and other control characters. */
function clean(line) {
    const text = (0,external_node_util_.stripVTControlCharacters)(line.slice(0, LONGEST_LINE)).toWellFormed();
    return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu, ' ').trimEnd();
}
/** Whether this log is given up. A stream that is not there yet is made when the container starts. */
function isOver(error, { group, stream }, log) {
    if ((0,aws_error/* isTransient */.dg)(error) || (error instanceof aws_error/* AwsCallError */.iQ && error.kind === 'missing'))
        return false;
    const repair = error instanceof aws_error/* AwsCallError */.iQ && error.kind === 'denied' ? ` ${(0,report_permission/* permissionFor */.T)(error)}` : '';
    log.warning((0,plain/* plain */.p)(`The log of the task (${group}, ${stream}) could not be read: ${(0,errors/* messageOf */.bD)(error)}.${repair}`));
    return true;
}

;// CONCATENATED MODULE: ./build/run-task/watch.js
/** Follows a task to its end. */









/** Between two looks: a person reads the log as it comes. */
const watch_PAUSE_MS = 3_000;
/** ECS tells of a new task a little later (ECS API: RunTask, eventual consistency). */
const UNKNOWN_MS = 60_000;
/** The task when it has STOPPED. Throws a StepError where it takes too long or cannot be watched. */
async function watch_watch(work, arn, ports) {
    const { aws, clock, log, signal } = ports;
    const reader = logReader(logsOf(work.body, idOf(arn)), aws.logs, log);
    const startedAt = clock.now();
    const pauseMs = Math.min(watch_PAUSE_MS, work.maxDelayMs);
    const look = looker(work, arn, ports);
    let status = '';
    for (;;) {
        const task = await (0,signals/* unlessAborted */.Wh)(signal, look());
        const elapsedMs = clock.now() - startedAt;
        if (task === null && elapsedMs > UNKNOWN_MS && status === '')
            throw unknown(work, arn);
        if (task !== null && task.lastStatus !== status) {
            status = task.lastStatus ?? '';
            log.info(`Task ${idOf(arn)}: ${status}`);
        }
        if (status !== '')
            await (0,signals/* unlessAborted */.Wh)(signal, reader.read());
        if (task?.lastStatus === 'STOPPED') {
            // The driver's last lines arrive behind the task's end.
            await clock.sleep(pauseMs, signal);
            await (0,signals/* unlessAborted */.Wh)(signal, reader.read());
            return task;
        }
        if (elapsedMs >= work.limitMs)
            throw await tooLong(work, arn, ports);
        await clock.sleep(Math.min(pauseMs, work.limitMs - elapsedMs), signal);
        signal.throwIfAborted();
    }
}
/** null where the task is not known, or AWS did not answer: the next look may tell. */
function looker(work, arn, { aws, log }) {
    return async () => {
        try {
            return await aws.ecs.describeTask(work.cluster, arn);
        }
        catch (error) {
            if (!(0,aws_error/* isTransient */.dg)(error))
                throw unseen(work, arn, error);
            log.info(`The task could not be looked at, which is tried again: ${(0,errors/* messageOf */.bD)(error)}`);
            return null;
        }
    };
}
function unseen(work, arn, error) {
    if (!(error instanceof aws_error/* AwsCallError */.iQ))
        return error;
    const { why, repair } = (0,aws_fault/* awsFault */._)(error);
    return new errors/* StepError */.zg({
        tried: 'watch the task before the deployment',
        on: placeOf(work, arn),
        why: `${why} The task goes on by itself, and nothing was deployed.`,
        repair,
    }, { cause: error });
}
function unknown(work, arn) {
    return new errors/* StepError */.zg({
        tried: 'watch the task before the deployment',
        on: placeOf(work, arn),
        why: 'ECS started it and then knew of no such task. Nothing was deployed.',
        repair: 'Look for it in the ECS console, and run the job again.',
    });
}
async function tooLong(work, arn, ports) {
    const minutes = Math.round(work.limitMs / 60_000);
    const told = await stop_stop(work, arn, `It took longer than ${minutes} minutes`, ports);
    return new errors/* StepError */.zg({
        tried: 'run the task before the deployment',
        on: placeOf(work, arn),
        why: `it did not end within ${minutes} minutes. ${told} Nothing was deployed.`,
        repair: "Look at its log above for what holds it up, or give it longer with 'run-task-minutes'.",
    });
}

;// CONCATENATED MODULE: ./build/run-task/run-task.js
/** A task with the new revision before its deployment, as for migrations: where it fails, nothing is deployed. */













/** Throws a RefusalError where ECS would not run the task as the inputs ask, before anything is built. */
function checkRunTask({ runTask }, { target, draft }) {
    const faults = runTask === null ? [] : requestFaults(runTask, target, draft.loaded.body);
    if (faults.length > 0)
        throw new errors/* RefusalError */.XQ(faults);
}
/** Nothing where none is asked for. Throws a StepError where the task does not do its work. */
async function runTaskBefore({ runTask, matrix }, before, ports) {
    if (runTask === null)
        return;
    const { revision, earlier } = before;
    if (earlier?.arn === revision.arn) {
        ports.log.info(`The task with ${revision.name} ran before the deployment that is in progress: it is not run again.`);
        return;
    }
    await ports.log.group('Task before the deployment', () => run(runTask, matrix, before, ports));
}
async function run(inputs, matrix, before, ports) {
    const { plan, revision, body } = before;
    const { runner, log } = ports;
    const work = {
        cluster: plan.target.cluster,
        revision,
        body,
        overridden: inputs.overrides.map(({ name }) => (0,json/* textOf */.b6)(name)),
        limitMs: inputs.minutes * 60_000,
        maxDelayMs: plan.waiting.maxDelayMs,
    };
    const request = requestOf({ inputs, like: plan.target, revision: revision.arn, body });
    const arn = await start(work, request, tokens(runner.context, matrix), ports);
    runner.setOutput('run-task-arn', JSON.stringify([arn]));
    runner.setOutput('run-task-id', idOf(arn));
    log.info(`Task: ${idOf(arn)} with ${revision.name}`);
    const task = await run_task_watched(work, arn, ports);
    runner.saveState('run-task-arn', '');
    const verdict = judge(task, body, work.overridden);
    if (!verdict.ok)
        throw run_task_failed(work, arn, verdict);
    for (const note of verdict.notes)
        log.info(`Not essential: ${note}.`);
    log.info('The task did its work.');
}
/** A run that is cancelled leaves no task behind. */
async function run_task_watched(work, arn, ports) {
    try {
        return await watch_watch(work, arn, ports);
    }
    catch (error) {
        if (ports.signal.aborted)
            ports.log.warning(await stop_stop(work, arn, 'the run was cancelled', ports));
        throw error;
    }
}
function run_task_failed(work, arn, { why, hint }) {
    const repair = hint === null ? 'Look at its log above' : `${hint.charAt(0).toUpperCase()}${hint.slice(1)}`;
    return new errors/* StepError */.zg({
        tried: 'run the task before the deployment',
        on: placeOf(work, arn),
        why: `${why}. Nothing was deployed.`,
        repair: `${repair}. Then run the job again.`,
    });
}

// EXTERNAL MODULE: ./build/remember.js
var remember = __webpack_require__(4941);
;// CONCATENATED MODULE: ./build/start.js
/** Starts a deployment so that it is found again, whatever becomes of this process. */







/** How long a call that is on its way is waited for after a cancel: the rest of the time belongs to the stop. */
const GRACE_MS = 2_000;
/**
 * Resolves to the deployment's id. Throws a `StepError`, or what the signal was aborted with. All that `post` needs to find
 * the deployment is in the state before CreateDeployment is sent.
 */
async function start_start(starting, world) {
    const { engine, request, target, region, from, to, control } = starting;
    const { marker, appspec } = request;
    const search = { marker, sha256: appspec.sha256, since: world.clock.now() };
    const { application, group, ecsTarget } = (0,target_target/* engineTarget */.k)(target);
    const place = { region, application, group, ecsTarget, cluster: target.cluster };
    const service = target.service.serviceName ?? '';
    const onCancel = control?.onCancel ?? null;
    (0,remember/* rememberDeployment */.pA)(world.runner, { ...place, service, search, from, to, onCancel });
    const id = await Promise.race([engine.start(request), cutOff(world)]);
    if (id !== null)
        return id;
    world.runner.setOutput('result', 'interrupted');
    throw new errors/* StepError */.zg({
        tried: 'start the deployment',
        on: `${application} / ${group}`,
        why: 'the run was cancelled while CreateDeployment was on its way, so whether there is a deployment is not known here',
        repair: 'The post phase of this step looks for it and does with it what `on-cancel` says.',
    });
}
/** null some time after the signal. */
async function cutOff({ clock, signal }) {
    await new Promise((resolve) => {
        if (signal.aborted)
            resolve();
        signal.addEventListener('abort', () => {
            resolve();
        }, { once: true });
    });
    await clock.sleep(GRACE_MS);
    return null;
}

;// CONCATENATED MODULE: ./build/start-request.js








/** What the engine gets: where to, what, and a description that tells this run's deployment from all others. */
function startRequest(inputs, plan, revision, appspec, context) {
    const marker = (0,codedeploy_marker/* markerOf */.we)(context, inputs.matrix);
    const { application, name, config } = plan.target.group;
    const description = (0,describe/* describeDeployment */.Ti)({
        kind: 'deploy',
        marker,
        from: plan.previous,
        to: revision.arn,
        commit: context.sha,
        actor: context.actor,
        text: inputs.codedeploy.description ?? '',
    });
    const place = { application, group: name, config: config.name };
    return { ...place, appspec, description, marker, ignoreAlarms: inputs.ignoreAlarms, looksAgain: true };
}

;// CONCATENATED MODULE: ./build/unchanged.js
/** Whether production already is what was asked for. */







/**
 * True where a deployment would change nothing: the PRIMARY task set runs this revision with this network, platform
 * and capacity, is steady, has all the traffic, and every image is named by digest (a tag may have moved since). Says
 * in the log which it is: nothing to do, or why the same revision is deployed again.
 */
function nothingToDo(inputs, plan, revision, definition, log) {
    if (revision.arn !== plan.target.primary.taskDefinition)
        return false;
    const reason = inputs.forceNewDeployment ? 'force-new-deployment is set' : differenceOf(plan, definition);
    if (reason !== null) {
        log.info(`${revision.name} runs already; it is deployed again, because ${reason}.`);
        return false;
    }
    log.info(`${revision.name} runs already, steady and with all the traffic: nothing to deploy. Secrets and parameters are ` +
        'read when a task starts: if one of those has changed, set force-new-deployment: true.');
    return true;
}
function differenceOf({ target, appspec }, definition) {
    const { primary, listener } = target;
    const moving = (0,containers/* containersOf */.Mz)(definition)
        .map(unchanged_imageOf)
        .filter((image) => !image.includes('@sha256:'));
    if (moving.length > 0)
        return `${moving.join(', ')} is named by a tag, which may stand for another image by now`;
    if (!appspecEqualsTaskSet(appspec.service, primary)) {
        return 'the AppSpec has hooks, or another network, platform version or capacity than what runs';
    }
    if (primary.stabilityStatus !== 'STEADY_STATE')
        return 'the tasks that run it are not steady';
    const shared = listener.weights.filter(({ weight }) => weight > 0).length > 1;
    return shared ? 'it does not have all the traffic' : null;
}
function unchanged_imageOf(container) {
    return typeof container['image'] === 'string' ? container['image'] : '';
}

;// CONCATENATED MODULE: ./build/deploy.js
/** The story of a deployment, in the order of the data's way: told again from the look where another deployment came first. */





























/** Throws what ended the run before there was a deployment to judge. */
async function deploy(inputs, world) {
    const runAt = world.clock.now();
    const aws = await (0,build_world/* openFor */.q)(inputs.waiting, world.env);
    const run = { ...world, aws, kept: nothingKept(), runAt };
    for (;;) {
        const outcome = await pass(inputs, run);
        if (outcome !== null)
            return outcome;
    }
}
/** null: another deployment was in the way, or production has moved on, and the world is to be read again. */
async function pass(inputs, run) {
    const { log, signal, aws, kept } = run;
    const [plan, given, earlier, another] = await log.group('Look', () => (0,signals/* unlessAborted */.Wh)(signal, look_look(inputs, aws, run, kept)));
    if (another !== null) {
        await makeWay(another, inputs, plan, kept, run);
        return null;
    }
    checkRunTask(inputs, plan);
    const image = (kept.image ??= await plannedImage(given, inputs, plan, run));
    if (await hasMovedOn(plan, kept, { ...run, ecs: aws.ecs }))
        return null;
    const rendered = renderDefinition(plan.draft, imagesOf(plan, image));
    (0,steps/* reportRendered */.C1)(rendered, plan.draft.loaded.origin, log);
    signal.throwIfAborted();
    const revision = await provideRevision(rendered, knownRevisions(plan, earlier, kept), aws.ecs);
    kept.revisions.push(registered(revision, rendered));
    (0,steps/* reportRevision */.Or)(revision, run);
    return launch(inputs, { plan, image, rendered, revision, earlier }, run);
}
/** From the revision to the verdict. null as above. */
async function launch(inputs, ready, run) {
    const { log, runner, signal, clock, aws, kept, runAt } = run;
    const { plan, image, revision, rendered } = ready;
    const appspec = (0,render/* renderAppSpec */.Z)(plan.appspec, revision.arn);
    runner.setOutput('appspec', appspec.content);
    const { cluster, service, listener, testUrl } = plan.target;
    const names = { cluster, service: service.serviceName ?? '', from: plan.previous, to: revision.arn };
    const report = { ...names, image, url: listener.url, testUrl, runAt };
    if (nothingToDo(inputs, plan, revision, rendered.body, log))
        return (0,report_outcome/* reportOutcome */.R)(unchanged(revision), report, run);
    await taskBefore(inputs, ready, run);
    if (await hasMovedOn(plan, kept, { ...run, ecs: aws.ecs }))
        return null;
    signal.throwIfAborted();
    const engine = (0,codedeploy_engine/* codeDeployEngine */.P)({ codedeploy: (0,cancellable/* unlessCancelled */.M)(aws.codedeploy, signal), clock: (0,cancellable/* endedBy */.m)(signal, clock), log }, (0,target_target/* engineTarget */.k)(plan.target));
    const startedAt = clock.now();
    const request = startRequest(inputs, plan, revision, appspec, runner.context);
    const whither = { target: plan.target, region: aws.region, from: names.from, to: names.to };
    const { control } = inputs;
    const id = await startFirst({ engine, request, ...whither, control }, run);
    if (id instanceof limit/* AnotherActiveError */.o) {
        await makeWayAfterAll(id, inputs, plan, kept, run);
        return null;
    }
    (0,steps/* reportStart */.NU)(id, aws.region, run);
    const deployment = { id, startedAt, engine, waiting: plan.waiting, asked: revision.arn, control };
    const gate = (0,gate_gate/* gateOf */.R)(inputs.smokeTest, plan.target, { id, revision: revision.arn, image }, run);
    const { outcome, events } = await (0,follow/* follow */.e6)({ ...deployment, gate, ...(0,follow/* whereabouts */.CJ)(plan.target) }, run);
    return (0,report_outcome/* reportOutcome */.R)(outcome, { ...report, id, region: aws.region, events }, run);
}
/** Once for a revision, however often the world is read again. */
async function taskBefore(inputs, ready, run) {
    const { plan, revision, rendered, earlier } = ready;
    if (run.kept.tasksRan.has(revision.arn))
        return;
    await runTaskBefore(inputs, { plan, revision, body: rendered.body, earlier }, run);
    run.kept.tasksRan.add(revision.arn);
}
/** The id of the deployment, or that another one came first. */
async function startFirst(...of) {
    try {
        return await start_start(...of);
    }
    catch (error) {
        if (error instanceof limit/* AnotherActiveError */.o)
            return error;
        throw error;
    }
}
/** What runs or is about to, what was loaded where that is another revision, what this run has registered: none is registered again. */
function knownRevisions({ target, draft }, earlier, { revisions }) {
    const { arn, body, tags } = draft.loaded;
    const loaded = arn === null || arn === target.live.arn ? [] : [{ arn, definition: body, tags }];
    return [...(earlier === null ? [] : [earlier]), ...loaded, target.live, ...revisions];
}
function registered({ arn }, { body }) {
    return { arn, definition: body, tags: (0,task_definition_tags/* tagsOf */.Fg)(body['tags']) };
}
function unchanged(revision) {
    return { result: 'succeeded', note: `${revision.name} takes the production traffic already; nothing was deployed.` };
}


/***/ })

};
