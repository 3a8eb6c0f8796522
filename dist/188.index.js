export const id = 188;
export const ids = [188];
export const modules = {

/***/ 5188:
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
// EXTERNAL MODULE: ./build/follow.js + 7 modules
var follow = __webpack_require__(1666);
// EXTERNAL MODULE: ./build/gate/gate.js
var gate_gate = __webpack_require__(8463);
// EXTERNAL MODULE: ./build/image/image.js
var image_image = __webpack_require__(9963);
// EXTERNAL MODULE: ./build/in-progress/kept.js
var kept = __webpack_require__(3764);
// EXTERNAL MODULE: ./build/backoff.js
var backoff = __webpack_require__(588);
// EXTERNAL MODULE: ./build/engine/codedeploy/marker.js
var codedeploy_marker = __webpack_require__(182);
// EXTERNAL MODULE: ./build/plan.js
var plan = __webpack_require__(1781);
// EXTERNAL MODULE: ./build/ports/signals.js
var signals = __webpack_require__(8270);
// EXTERNAL MODULE: ./build/target/target.js
var target = __webpack_require__(8151);
// EXTERNAL MODULE: ./build/world.js
var build_world = __webpack_require__(3920);
// EXTERNAL MODULE: ./build/engine/engine.js
var engine_engine = __webpack_require__(6737);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/ports/clock.js
var clock = __webpack_require__(3201);
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
// EXTERNAL MODULE: ./build/in-progress/decide.js
var decide = __webpack_require__(236);
// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/report/permission.js
var permission = __webpack_require__(8880);
;// CONCATENATED MODULE: ./build/in-progress/may-not.js



/** AWS did not let the deployment in the way be moved. Anything that is no answer of AWS is thrown as it is. */
function mayNot(tried, id, error) {
    if (!(error instanceof aws_error/* AwsCallError */.iQ))
        throw error;
    const otherwise = "Run the job again, or with 'if-deployment-in-progress: wait', which leaves that deployment alone.";
    const repair = error.kind === 'denied' ? (0,permission/* permissionFor */.T)(error) : otherwise;
    throw new errors/* StepError */.zg({ tried, on: id, why: error.message, repair }, { cause: error });
}

// EXTERNAL MODULE: ./build/in-progress/their-waits.js
var their_waits = __webpack_require__(858);
// EXTERNAL MODULE: ./build/in-progress/words.js
var words = __webpack_require__(8119);
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
    for (const text of (0,words/* announcement */.u)(another, seen, treatment, at))
        log.info(text);
    for (;;) {
        const step = (0,decide/* decide */.L)(treatment, seen, kept.told.has(another.id));
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
    const waiting = { ...waits.waiting, until: goal, limitMs };
    const calm = unhurried(clock, Math.min(LEAST_GAP_MS, waiting.maxDelayMs), until);
    const options = { ...waits, waiting, clock: calm, random: Math.random, signal };
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
/** Between two looks at what is not one's own. */
const LEAST_GAP_MS = 10_000;
/** A clock on which nobody sleeps less than `leastMs`, but for the end at `until`. */
function unhurried(clock, leastMs, until) {
    return {
        now: () => clock.now(),
        sleep: (ms, signal) => clock.sleep(Math.max(ms, Math.min(leastMs, until - clock.now())), signal),
    };
}
function tooLate({ another, since }, seen, { clock, aws }) {
    return new errors/* StepError */.zg((0,words/* gaveUp */.l)(another, seen, { waitedMs: clock.now() - since, region: aws.region }));
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

// EXTERNAL MODULE: ./build/in-progress/treatment.js
var in_progress_treatment = __webpack_require__(9498);
;// CONCATENATED MODULE: ./build/in-progress/make-way.js
/** Before a run may deploy: what else goes on in the group, and what this run does about it. */















/** Resolves when the deployment has ended. With `fail` it is a refusal of the look, and never comes here. */
async function makeWay(info, inputs, plan, kept, ports) {
    const { aws, log, runner, signal } = ports;
    const { ifInProgress, matrix } = inputs;
    if (ifInProgress === 'fail')
        throw new Error('a deployment in progress is a refusal');
    const { treatment, why } = (0,in_progress_treatment/* treatmentOf */.W)(info, ifInProgress, inputs, (0,codedeploy_marker/* markerOf */.we)(runner.context, matrix));
    if (why !== null)
        log.info(why);
    const reading = (0,their_waits/* theirWaits */.J)(info, plan.target.group, inputs.waiting, aws.codedeploy);
    const waits = await (0,signals/* unlessAborted */.Wh)(signal, reading);
    const engine = (0,codedeploy_engine/* codeDeployEngine */.P)({ ...ports, codedeploy: aws.codedeploy }, (0,target/* engineTarget */.k)(plan.target));
    await settle({ id: info.deploymentId ?? '', info }, treatment, waits, kept, { ...ports, engine });
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
        log.info('CodeDeploy runs one deployment of a group at a time, and another one came first.');
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

// EXTERNAL MODULE: ./build/target/facts.js
var facts = __webpack_require__(2995);
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
        const now = (0,facts/* primaryOf */.Os)(await ecs.describeService(cluster, service.serviceName ?? ''));
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

// EXTERNAL MODULE: ./build/look.js + 2 modules
var build_look = __webpack_require__(7395);
// EXTERNAL MODULE: ./build/planned-image.js
var planned_image = __webpack_require__(934);
// EXTERNAL MODULE: ./build/remember.js
var remember = __webpack_require__(4941);
// EXTERNAL MODULE: ./build/report/outcome.js
var report_outcome = __webpack_require__(4247);
// EXTERNAL MODULE: ./build/report/steps.js
var steps = __webpack_require__(6884);
// EXTERNAL MODULE: ./build/revision.js
var build_revision = __webpack_require__(8631);
// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
// EXTERNAL MODULE: ./build/run-task/ports.js
var run_task_ports = __webpack_require__(3720);
// EXTERNAL MODULE: ./build/run-task/request.js
var run_task_request = __webpack_require__(9873);
// EXTERNAL MODULE: ./build/report/plain.js
var plain = __webpack_require__(2071);
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
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
// EXTERNAL MODULE: ./build/task-definition/containers.js
var containers = __webpack_require__(5804);
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
 * runs, taken where it did its work, and run anew where it failed or ECS has forgotten it. Throws a StepError where ECS places no task.
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
        else if (isLast || !(await isSpent(work, task, task.taskArn, ports)))
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
/** ECS tells of a stopped task for an hour at least (ECS API: DescribeTasks). */
const FORGOTTEN_MS = 60 * 60_000;
/** True for a task of an earlier attempt that failed, or that ECS has forgotten, so that nobody can tell what it came to. */
async function isSpent(work, started, arn, { aws, clock, log }) {
    const seen = await aws.ecs.describeTask(work.cluster, arn);
    if (seen === null && clock.now() - (started.createdAt?.getTime() ?? Infinity) > FORGOTTEN_MS) {
        log.info(`An earlier attempt of this run ran task ${(0,run_task_ports/* idOf */.T)(arn)}, which ECS does not know any more: it is run again.`);
        return true;
    }
    if (seen?.lastStatus !== 'STOPPED')
        return false;
    const { ok } = judge(seen, work.body, work.overridden);
    if (!ok)
        log.info(`An earlier attempt of this run ran task ${(0,run_task_ports/* idOf */.T)(arn)}, which failed: it is run again.`);
    return !ok;
}

// EXTERNAL MODULE: ./build/run-task/stop.js
var run_task_stop = __webpack_require__(722);
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
    const repair = error instanceof aws_error/* AwsCallError */.iQ && error.kind === 'denied' ? ` ${(0,permission/* permissionFor */.T)(error)}` : '';
    log.warning((0,plain/* plain */.p)(`The log of the task (${group}, ${stream}) could not be read: ${(0,errors/* messageOf */.bD)(error)}.${repair}`));
    return true;
}

;// CONCATENATED MODULE: ./build/run-task/watch.js
/** Follows a task to its end. */









/** Between two looks: a person reads the log as it comes. */
const PAUSE_MS = 3_000;
/** ECS tells of a new task a little later (ECS API: RunTask, eventual consistency). */
const UNKNOWN_MS = 60_000;
/** The task when it has STOPPED. Throws a StepError where it takes too long or cannot be watched. */
async function watch_watch(work, arn, ports) {
    const { aws, clock, log, signal } = ports;
    const reader = logReader(logsOf(work.body, (0,run_task_ports/* idOf */.T)(arn)), aws.logs, log);
    const startedAt = clock.now();
    const pauseMs = Math.min(PAUSE_MS, work.maxDelayMs);
    const look = looker(work, arn, ports);
    let status = '';
    for (;;) {
        const task = await (0,signals/* unlessAborted */.Wh)(signal, look());
        const elapsedMs = clock.now() - startedAt;
        if (task === null && elapsedMs > UNKNOWN_MS && status === '')
            throw unknown(work, arn);
        if (task !== null && task.lastStatus !== status) {
            status = task.lastStatus ?? '';
            log.info(`Task ${(0,run_task_ports/* idOf */.T)(arn)}: ${status}`);
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
        on: (0,run_task_ports/* placeOf */.$)(work, arn),
        why: `${why} The task goes on by itself, and nothing was deployed.`,
        repair,
    }, { cause: error });
}
function unknown(work, arn) {
    return new errors/* StepError */.zg({
        tried: 'watch the task before the deployment',
        on: (0,run_task_ports/* placeOf */.$)(work, arn),
        why: 'ECS started it and then knew of no such task. Nothing was deployed.',
        repair: 'Look for it in the ECS console, and run the job again.',
    });
}
async function tooLong(work, arn, ports) {
    const minutes = Math.round(work.limitMs / 60_000);
    const told = await (0,run_task_stop/* stop */.d)(work, arn, `It took longer than ${minutes} minutes`, ports);
    return new errors/* StepError */.zg({
        tried: 'run the task before the deployment',
        on: (0,run_task_ports/* placeOf */.$)(work, arn),
        why: `it did not end within ${minutes} minutes. ${told} Nothing was deployed.`,
        repair: "Look at its log above for what holds it up, or give it longer with 'run-task-minutes'.",
    });
}

;// CONCATENATED MODULE: ./build/run-task/run-task.js
/** A task with the new revision before its deployment, as for migrations: where it fails, nothing is deployed. */













/** Throws a RefusalError where ECS would not run the task as the inputs ask, before anything is built. */
function checkRunTask({ runTask }, { target, draft }) {
    const faults = runTask === null ? [] : (0,run_task_request/* requestFaults */.d)(runTask, target, draft.loaded.body);
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
    const request = (0,run_task_request/* requestOf */.f)({ inputs, like: plan.target, revision: revision.arn, body });
    const arn = await start(work, request, tokens(runner.context, matrix), ports);
    runner.setOutput('run-task-arn', JSON.stringify([arn]));
    runner.setOutput('run-task-id', (0,run_task_ports/* idOf */.T)(arn));
    log.info(`Task: ${(0,run_task_ports/* idOf */.T)(arn)} with ${revision.name}`);
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
            ports.log.warning(await (0,run_task_stop/* stop */.d)(work, arn, 'the run was cancelled', ports));
        // What the error tells of the task is all that is to be done about it.
        else
            ports.runner.saveState('run-task-arn', '');
        throw error;
    }
}
function run_task_failed(work, arn, { why, hint }) {
    const repair = hint === null ? 'Look at its log above' : `${hint.charAt(0).toUpperCase()}${hint.slice(1)}`;
    return new errors/* StepError */.zg({
        tried: 'run the task before the deployment',
        on: (0,run_task_ports/* placeOf */.$)(work, arn),
        why: `${why}. Nothing was deployed.`,
        repair: `${repair}. Then run the job again.`,
    });
}

// EXTERNAL MODULE: ./build/start.js
var build_start = __webpack_require__(4004);
// EXTERNAL MODULE: ./build/engine/codedeploy/describe.js
var describe = __webpack_require__(4869);
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

// EXTERNAL MODULE: ./build/task-definition/register.js
var register = __webpack_require__(6625);
;// CONCATENATED MODULE: ./build/task-definition/left.js





/**
 * Where a job is run again: the newest revision of the family. An earlier attempt may have registered it and was ended
 * before its deployment; the same definition is then not registered again, and its task not run twice. Empty where there
 * is none or it cannot be read.
 */
async function leftByEarlier({ body }, { runAttempt }, ecs) {
    const family = (0,json/* textOf */.b6)(body['family']);
    if (family === '' || !(Number(runAttempt) > 1))
        return [];
    const newest = await ecs.describeTaskDefinition(family).catch(() => null);
    return newest === null ? [] : [newest];
}

// EXTERNAL MODULE: ./build/task-definition/render.js + 1 modules
var task_definition_render = __webpack_require__(7423);
// EXTERNAL MODULE: ./build/task-definition/tags.js
var tags = __webpack_require__(7185);
// EXTERNAL MODULE: ./build/unchanged.js
var unchanged = __webpack_require__(3147);
;// CONCATENATED MODULE: ./build/deploy.js
/** The story of a deployment, in the order of the data's way: told again from the look where another deployment came first. */
































/** Throws what ended the run before there was a deployment to judge. */
async function deploy(inputs, world) {
    const runAt = world.clock.now();
    const aws = await (0,build_world/* openFor */.q)(inputs.waiting, world.env);
    const run = { ...world, aws, kept: (0,kept/* nothingKept */.k)(), runAt };
    for (;;) {
        const outcome = await pass(inputs, run);
        if (outcome !== null)
            return outcome;
    }
}
/** null: another deployment was in the way, or production has moved on, and the world is to be read again. */
async function pass(inputs, run) {
    const { log, signal, aws, kept } = run;
    const [plan, given, earlier, another] = await log.group('Look', () => (0,signals/* unlessAborted */.Wh)(signal, (0,build_look/* look */.O)(inputs, aws, run, kept)));
    checkRunTask(inputs, plan);
    if (another !== null) {
        await makeWay(another, inputs, plan, kept, run);
        return null;
    }
    const image = (kept.image ??= await (0,planned_image/* plannedImage */.w)(given, inputs, plan, run));
    if (await (0,signals/* unlessAborted */.Wh)(signal, hasMovedOn(plan, kept, { ...run, ecs: aws.ecs })))
        return null;
    const rendered = (0,task_definition_render/* renderDefinition */.q)(plan.draft, (0,planned_image/* imagesOf */.I)(plan, image));
    (0,steps/* reportRendered */.C1)(rendered, plan.draft.loaded.origin, log);
    signal.throwIfAborted();
    const left = await (0,signals/* unlessAborted */.Wh)(signal, leftByEarlier(rendered, run.runner.context, aws.ecs));
    const known = (0,build_revision/* knownRevisions */.C)(plan, earlier, [...kept.revisions, ...left]);
    const revision = await (0,signals/* unlessAborted */.Wh)(signal, (0,register/* provideRevision */.jU)(rendered, known, aws.ecs));
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
    if ((0,unchanged/* nothingToDo */.K)(inputs, plan, revision, rendered.body, log))
        return (0,report_outcome/* reportOutcome */.R)(deploy_unchanged(revision), report, run);
    await taskBefore(inputs, ready, run);
    if (await (0,signals/* unlessAborted */.Wh)(signal, hasMovedOn(plan, kept, { ...run, ecs: aws.ecs })))
        return null;
    signal.throwIfAborted();
    const engine = (0,codedeploy_engine/* codeDeployEngine */.P)({ codedeploy: (0,cancellable/* unlessCancelled */.M)(aws.codedeploy, signal), clock: (0,cancellable/* endedBy */.m)(signal, clock), log }, (0,target/* engineTarget */.k)(plan.target));
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
/** The id of the deployment, or that another one came first: there is nothing then that `post` would have to look for. */
async function startFirst(...of) {
    try {
        return await (0,build_start/* start */.n)(...of);
    }
    catch (error) {
        if (!(error instanceof limit/* AnotherActiveError */.o))
            throw error;
        const [, { runner }] = of;
        (0,remember/* forgetDeployment */.H8)(runner);
        return error;
    }
}
function registered({ arn }, { body }) {
    return { arn, definition: body, tags: (0,tags/* tagsOf */.Fg)(body['tags']) };
}
function deploy_unchanged(revision) {
    return { result: 'succeeded', note: `${revision.name} takes the production traffic already; nothing was deployed.` };
}


/***/ }),

/***/ 8477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ unlessCancelled),
/* harmony export */   m: () => (/* binding */ endedBy)
/* harmony export */ });
/* harmony import */ var _ports_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3201);


/** A cancelled run does not wait out a pause between two attempts. */
function endedBy(signal, clock) {
    return { now: () => clock.now(), sleep: (ms) => clock.sleep(ms, signal) };
}
/** A cancelled run starts nothing any more, not even as the next attempt of a call that was throttled. */
function unlessCancelled(codedeploy, signal) {
    return {
        ...codedeploy,
        createDeployment: async (input) => {
            signal.throwIfAborted();
            return codedeploy.createDeployment(input);
        },
    };
}


/***/ }),

/***/ 4247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ reportOutcome)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _events_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3987);
/* harmony import */ var _image_image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9963);
/* harmony import */ var _ports_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3201);
/* harmony import */ var _remember_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4941);
/* harmony import */ var _target_place_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6811);
/* harmony import */ var _console_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7150);
/* harmony import */ var _sentence_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1706);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4611);
/** The end of a run: the result as an output, the verdict as the one annotation, the summary on the job's page. */












async function reportOutcome(outcome, facts, to) {
    const { log, runner } = to;
    runner.setOutput('result', outcome.result);
    if (!leavesWork(outcome, to))
        (0,_remember_js__WEBPACK_IMPORTED_MODULE_3__/* .rememberEnd */ .DO)(runner, 'reported');
    const told = (0,_sentence_js__WEBPACK_IMPORTED_MODULE_5__/* .sentence */ .e)('note' in outcome ? outcome.note : outcome.cause);
    if (outcome.result === 'started' && facts.testUrl)
        log.info(`Test address: ${facts.testUrl}`);
    if ((0,_events_js__WEBPACK_IMPORTED_MODULE_6__/* .isGreen */ .g)(outcome))
        log.info(told);
    else
        log.error(facts.id === undefined ? told : `${told} Deployment ${facts.id}: ${(0,_console_js__WEBPACK_IMPORTED_MODULE_7__/* .consoleUrl */ .B)(facts.id, facts.region ?? '')}`);
    try {
        await runner.addSummary((0,_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .summary */ .z)(summaryFacts(outcome, facts, to.clock.now())));
    }
    catch (error) {
        // The verdict is about the deployment: a page that cannot be written does not change it.
        log.warning(`The job summary could not be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
    }
    return outcome;
}
/** What was cancelled may have work left for `post`, if only to follow: the cancel itself says where there is none. */
function leavesWork(outcome, { signal }) {
    if (outcome.result === 'interrupted')
        return true;
    return outcome.result === 'rolled-back' && outcome.unfinished === true && signal?.aborted === true;
}
function summaryFacts(outcome, facts, now) {
    const { image, id, from, to, url, testUrl, done } = facts;
    return {
        outcome,
        done,
        cluster: (0,_target_place_js__WEBPACK_IMPORTED_MODULE_8__/* .nameOf */ .Vb)(facts.cluster),
        service: (0,_target_place_js__WEBPACK_IMPORTED_MODULE_8__/* .nameOf */ .Vb)(facts.service),
        from,
        to,
        image: image?.reference ?? null,
        digest: image?.digest ?? null,
        deploymentId: id ?? null,
        consoleUrl: id === undefined ? null : (0,_console_js__WEBPACK_IMPORTED_MODULE_7__/* .consoleUrl */ .B)(id, facts.region ?? ''),
        url,
        testUrl: outcome.result === 'started' ? (testUrl ?? null) : null,
        events: facts.events ?? [],
        tookMs: now - facts.runAt,
    };
}


/***/ }),

/***/ 3720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   T: () => (/* binding */ idOf)
/* harmony export */ });
/* harmony import */ var _world_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3920);




const idOf = (arn) => arn.slice(arn.lastIndexOf('/') + 1);
/** For the reader of an error. */
const placeOf = ({ cluster, revision }, arn) => `task ${idOf(arn)} of ${revision.name} in cluster ${cluster}`;


/***/ }),

/***/ 722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ stopped),
/* harmony export */   d: () => (/* binding */ stop)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1791);
/* harmony import */ var _report_permission_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8880);
/* harmony import */ var _report_plain_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2071);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3720);






/** The runner kills a cancelled step after ten seconds. */
const LIMIT_MS = 5_000;
/** Stops the task, once. Resolves to what came of it, for the reader; never rejects. */
async function stop(work, arn, reason, { aws, clock, runner }) {
    const over = new AbortController();
    const asked = stopped(aws.ecs, work.cluster, arn, reason, () => {
        runner.saveState('run-task-arn', '');
    });
    const late = clock.sleep(LIMIT_MS, over.signal).then(() => `Task ${(0,_ports_js__WEBPACK_IMPORTED_MODULE_3__/* .idOf */ .T)(arn)} may go on by itself: no answer came.`);
    try {
        return await Promise.race([asked, late]);
    }
    finally {
        over.abort();
    }
}
/** The same, for as long as it takes. `done` is called where the task is being stopped. */
async function stopped(ecs, cluster, arn, reason, done = () => undefined) {
    try {
        await ecs.stopTask(cluster, arn, `ecs-blue-green: ${reason}`);
        done();
        return `Task ${(0,_ports_js__WEBPACK_IMPORTED_MODULE_3__/* .idOf */ .T)(arn)} was stopped.`;
    }
    catch (error) {
        const permission = error instanceof _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsCallError */ .iQ && error.kind === 'denied' ? ` ${(0,_report_permission_js__WEBPACK_IMPORTED_MODULE_2__/* .permissionFor */ .T)(error)}` : '';
        return (0,_report_plain_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(`Task ${(0,_ports_js__WEBPACK_IMPORTED_MODULE_3__/* .idOf */ .T)(arn)} could not be stopped and goes on by itself: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}.${permission}`);
    }
}


/***/ }),

/***/ 4004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ start)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _ports_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3201);
/* harmony import */ var _remember_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4941);
/* harmony import */ var _stop_grace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5897);
/* harmony import */ var _target_target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8151);
/** Starts a deployment so that it is found again, whatever becomes of this process. */








/** How long a call that is on its way is waited for after a cancel: the rest of the time belongs to the stop. */
const GRACE_MS = 2_000;
/**
 * Resolves to the deployment's id. Throws a `StepError`. All that `post` needs to find
 * the deployment is in the state before CreateDeployment is sent.
 */
async function start(starting, world) {
    const { engine, request, target, region, from, to, control } = starting;
    const { marker, appspec } = request;
    const search = { marker, sha256: appspec.sha256, since: world.clock.now() };
    const where = (0,_remember_js__WEBPACK_IMPORTED_MODULE_2__/* .whereOf */ .de)(target, region);
    const onCancel = control?.onCancel ?? null;
    (0,_remember_js__WEBPACK_IMPORTED_MODULE_2__/* .rememberDeployment */ .pA)(world.runner, { ...where, search, from, to, onCancel });
    const id = await (0,_stop_grace_js__WEBPACK_IMPORTED_MODULE_3__/* .unlessCut */ .D)(engine.start(request), GRACE_MS, world).catch((error) => {
        // Given up between two attempts: the answer to the one before was lost, or it was refused.
        if (world.signal.aborted && error === world.signal.reason)
            return null;
        throw error;
    });
    if (id !== null)
        return id;
    world.runner.setOutput('result', 'interrupted');
    throw unknownYet(where, onCancel);
}
function unknownYet(where, onCancel) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg({
        tried: 'start the deployment',
        on: `${where.application} / ${where.group}`,
        why: 'the run was cancelled while CreateDeployment was on its way, so whether there is a deployment is not known here',
        repair: `The post phase of this step looks for it and ${onCancel === null ? 'says what became of it: a rollback is not stopped' : 'does with it what `on-cancel` says'}.`,
    });
}


/***/ })

};
