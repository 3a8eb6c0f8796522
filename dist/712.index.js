export const id = 712;
export const ids = [712];
export const modules = {

/***/ 40:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ cancel)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1666);
/* harmony import */ var _ports_signals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8270);
/* harmony import */ var _remember_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4941);
/* harmony import */ var _report_plain_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2071);
/* harmony import */ var _report_sentence_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1706);
/* harmony import */ var _stop_decide_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3997);
/* harmony import */ var _stop_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7216);
/** A cancelled run: a look and a stop in the few seconds that the runner leaves; the rest is for `post`, which has minutes. */










/**
 * GitHub's runner sends SIGTERM 7.5 seconds after SIGINT and kills after 10. A run that was starting its deployment may
 * have used 2 seconds when it comes here.
 */
const LOOK_MS = 2_000;
const STOP_BY_MS = 5_500;
/** However late it is. */
const LEAST_MS = 500;
/** `last`: what is known of the deployment. Never throws for what AWS says. */
async function cancel(started, ports, last) {
    const { id, control, asked, engine } = started;
    const policy = control?.onCancel ?? 'leave';
    const isLooked = control !== null && policy !== 'leave';
    const look = isLooked ? await within(LOOK_MS, ports, engine.observe(id, { what: 'both', last })) : null;
    const seen = look?.kind === 'done' ? look.value : null;
    const decision = (0,_stop_decide_js__WEBPACK_IMPORTED_MODULE_4__/* .decide */ .L)({ policy, seen, mayStop: control !== null });
    const state = seen ?? last;
    const was = state === null ? `deployment ${id}` : `deployment ${id} (${(0,_report_plain_js__WEBPACK_IMPORTED_MODULE_6__/* .plain */ .p)(state.rawStatus)})`;
    if (decision.kind === 'stop')
        return stopped(started, ports, was);
    if (decision.kind === 'over')
        return interrupted(ports, `${was} had ended by then`);
    const { why } = decision;
    const missing = look?.kind === 'failed' ? look.why : 'AWS did not answer in time';
    if (why === 'unseen')
        return interrupted(ports, `${was} could not be looked at (${missing}): ${LATER}`);
    const told = `${was}: ${(0,_stop_words_js__WEBPACK_IMPORTED_MODULE_5__/* .leftFor */ .t)(why, { asked, input: 'on-cancel', unseen: '' })}`;
    if (why === 'shifted')
        ports.log.warning(`The run was cancelled, and nothing is taken back. ${(0,_report_sentence_js__WEBPACK_IMPORTED_MODULE_7__/* .sentence */ .e)(told)}`);
    quietly(() => {
        (0,_remember_js__WEBPACK_IMPORTED_MODULE_3__/* .rememberEnd */ .DO)(ports.runner, 'reported');
    });
    return interrupted(ports, told);
}
const LATER = 'the post phase of this step does what `on-cancel` says';
function interrupted({ signal }, told) {
    const why = signal.reason instanceof _ports_signals_js__WEBPACK_IMPORTED_MODULE_2__/* .Interruption */ ._n ? signal.reason.message : 'the run was cancelled';
    return { result: 'interrupted', cause: `${why}; ${told}` };
}
async function stopped({ id, engine }, ports, was) {
    const { signal, clock } = ports;
    const since = signal.reason instanceof _ports_signals_js__WEBPACK_IMPORTED_MODULE_2__/* .Interruption */ ._n ? signal.reason.at : clock.now();
    const leftMs = Math.max(LEAST_MS, since + STOP_BY_MS - clock.now());
    const answer = await within(leftMs, ports, engine.stop(id));
    if (answer.kind !== 'done') {
        const why = answer.kind === 'failed' ? answer.why : 'AWS did not answer in time';
        return interrupted(ports, `${was} could not be stopped yet (${why}): ${LATER}`);
    }
    if (answer.value === 'over')
        return interrupted(ports, `${was} had ended before it could be stopped`);
    quietly(() => {
        (0,_remember_js__WEBPACK_IMPORTED_MODULE_3__/* .rememberStop */ .GD)(ports.runner);
    });
    return interrupted(ports, `${was} is stopped with rollback, which the post phase of this step follows`);
}
/** In a `container:` job the runner may have taken its files away already: what is done for production comes first. */
function quietly(note) {
    try {
        note();
    }
    catch {
        // `post` then finds out by itself.
    }
}
async function within(ms, { clock }, work) {
    const enough = new AbortController();
    const answer = work.then((value) => ({ kind: 'done', value }), (error) => ({ kind: 'failed', why: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) }));
    const late = clock.sleep(ms, enough.signal).then(() => ({ kind: 'late' }));
    try {
        return await Promise.race([answer, late]);
    }
    finally {
        enough.abort();
    }
}


/***/ }),

/***/ 1063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ conclude)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1666);
/* harmony import */ var _report_diagnosis_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4458);
/* harmony import */ var _target_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2995);
/* harmony import */ var _target_place_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6811);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(617);
/** From the end of the watch to the verdict: why it failed, and a last look at what production runs. */







/** `known`: why it did not succeed, where this run itself ended it; else AWS is asked. */
async function conclude(started, end, ports, known) {
    const fell = end.kind === 'failed' || end.kind === 'stopped';
    const cause = fell ? (known ?? (await causeOf(started, end, ports))) : undefined;
    return (0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .verdict */ .W)(end, {
        primaryTaskDefinition: await runningNow(started, end, ports),
        asked: started.asked,
        cause,
        terminationMs: started.waiting.terminationMs,
    });
}
async function causeOf(started, end, ports) {
    const { cause, lines } = await (0,_report_diagnosis_js__WEBPACK_IMPORTED_MODULE_2__/* .diagnose */ .h)(ports.aws.ecs, {
        cluster: (0,_target_place_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb)(started.cluster),
        service: started.service,
        last: end.last,
        asked: started.asked,
        since: end.last.createdAt ?? started.startedAt,
    });
    await ports.log.group('Why the deployment failed', () => {
        for (const text of lines)
            ports.log.info(text);
        return Promise.resolve();
    });
    return cause;
}
const LOOKS = 3;
const LOOK_PAUSE_MS = 2_000;
/** ECS may show a shift a moment after CodeDeploy has told it: where the two disagree, it is looked at again. */
async function runningNow(started, end, ports) {
    if (end.kind === 'timed-out' || end.kind === 'interrupted')
        return null;
    if (end.kind === 'reached' && (end.end === 'none' || end.end === 'test-ready'))
        return null;
    let running = null;
    for (let look = 0; look < LOOKS; look += 1) {
        if (look > 0)
            await ports.clock.sleep(LOOK_PAUSE_MS, ports.signal);
        running = await primaryNow(started, ports);
        if (running === null || agrees(end, running === started.asked))
            return running;
    }
    return running;
}
function agrees(end, runsAsked) {
    if (end.kind === 'reached')
        return runsAsked;
    return end.rollback?.status !== 'Succeeded' || !runsAsked;
}
async function primaryNow({ cluster, service }, { aws, log }) {
    try {
        return (0,_target_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .primaryOf */ .Os)(await aws.ecs.describeService(cluster, service))?.taskDefinition ?? null;
    }
    catch (error) {
        log.warning(`The PRIMARY task set could not be read after the deployment: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
        return null;
    }
}


/***/ }),

/***/ 1666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e6: () => (/* binding */ follow),
  qz: () => (/* binding */ tell),
  VI: () => (/* binding */ watched),
  G4: () => (/* binding */ watchedAlone),
  CJ: () => (/* binding */ whereabouts)
});

// EXTERNAL MODULE: ./build/cancel.js
var cancel = __webpack_require__(40);
// EXTERNAL MODULE: ./build/conclude.js
var conclude = __webpack_require__(1063);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/gate/gate.js
var gate = __webpack_require__(8463);
// EXTERNAL MODULE: ./build/plan.js
var plan = __webpack_require__(1781);
// EXTERNAL MODULE: ./build/watch/due.js
var due = __webpack_require__(5422);
// EXTERNAL MODULE: ./build/gate/go-on.js
var go_on = __webpack_require__(9882);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(8747);
// EXTERNAL MODULE: ./build/ports/clock.js
var clock = __webpack_require__(3201);
// EXTERNAL MODULE: ./build/ports/shell.js
var shell = __webpack_require__(9805);
// EXTERNAL MODULE: ./build/report/plain.js
var plain = __webpack_require__(2071);
;// CONCATENATED MODULE: ./build/gate/tail.js

const MOST_LINES = 20;
/** An annotation that is much longer is cut by GitHub, from its end. */
const MOST_CHARACTERS = 1_500;
/** The last lines of a command's output, for the message that it failed. */
class Tail {
    lines = [];
    add(line) {
        const text = (0,plain/* plain */.p)(line.slice(0, MOST_CHARACTERS));
        if (text === '')
            return;
        this.lines.push(text);
        if (this.lines.length > MOST_LINES)
            this.lines.shift();
    }
    /** As the end of a sentence: the lines on one line, the latest in any case. Empty where there is none. */
    words() {
        const kept = [];
        let left = MOST_CHARACTERS;
        for (const line of this.lines.toReversed()) {
            left -= line.length;
            if (left < 0 && kept.length > 0)
                break;
            kept.unshift(line);
        }
        if (kept.length === 0)
            return ', and printed nothing';
        return `; the last it printed: ${kept.join(' | ')}`;
    }
}

;// CONCATENATED MODULE: ./build/gate/smoke-test.js
/** Runs the command that decides over the shift. */






/** Once cancelled, a run has few seconds, and the deployment is still to be stopped. */
const CANCEL_GRACE_MS = 1_000;
const LIMIT_GRACE_MS = 5_000;
/** At the limit it has failed, and what it started is ended. Its output goes to the log and commands nothing. */
async function runSmokeTest(gate, limit, ports) {
    const { clock, log, signal } = ports;
    const ending = new AbortController();
    const done = new AbortController();
    const end = () => {
        ending.abort();
    };
    const late = clock.sleep(limit.ms, done.signal).then(end);
    const tail = new Tail();
    const onLine = (line) => {
        tail.add(line);
        log.info(line);
    };
    const graceMs = () => (signal.aborted ? CANCEL_GRACE_MS : LIMIT_GRACE_MS);
    const options = { env: gate.env, cwd: gate.workspace, signal: ending.signal, graceMs, onLine };
    if (signal.aborted)
        end();
    signal.addEventListener('abort', end, { once: true });
    try {
        const ended = await log.quoted(() => (0,shell/* runShell */.E)(gate.test.command, options));
        if (signal.aborted)
            return { kind: 'cancelled' };
        if (!ending.signal.aborted && ended.code === 0)
            return { kind: 'passed' };
        return { kind: 'failed', cause: `${ending.signal.aborted ? tooLong(limit) : failed(ended)}${tail.words()}` };
    }
    catch (error) {
        return { kind: 'failed', cause: `the smoke test could not be started: ${(0,errors/* messageOf */.bD)(error)}` };
    }
    finally {
        signal.removeEventListener('abort', end);
        done.abort();
        await late;
    }
}
function tooLong({ words }) {
    return `the smoke test did not end within ${words}`;
}
function failed({ code, signal }) {
    return `the smoke test failed (${code === null ? `ended by ${signal ?? 'a signal'}` : `exit code ${code}`})`;
}

;// CONCATENATED MODULE: ./build/gate/limit.js


const MINUTE_MS = 60_000;
/** Kept of the group's wait, so that the word to go on comes in time. */
const RESERVE_MS = 15_000;
/** How long the test may take: what the input says, and no longer than the group still waits. `readyAt`, `now`: one clock. */
function testLimit(minutes, wait) {
    const { readyMs, readyAt, now } = wait;
    const asked = minutes * MINUTE_MS;
    const left = Math.min(readyMs, readyAt + readyMs - now) - Math.min(RESERVE_MS, readyMs / 4);
    if (asked <= left)
        return { ms: asked, words: `${(0,duration/* duration */.p)(asked)} (smoke-test-minutes)` };
    const ms = Math.max(0, left);
    return { ms, words: `${(0,duration/* duration */.p)(ms)}, what is left of the ${(0,duration/* duration */.p)(readyMs)} that the deployment group waits` };
}

;// CONCATENATED MODULE: ./build/gate/pass.js
/** From the start of a deployment that waits, past the test that decides over it, to its end. */









async function passGate(started, gate, ports) {
    const { clock, log } = ports;
    const startedAt = clock.now();
    const { end, readyAt } = await untilReady(started, ports);
    if (end.kind !== 'reached')
        return end;
    const { last } = end;
    const rest = { ...started, waiting: { ...started.waiting, readyMs: 0 }, from: { startedAt, last } };
    if (last.status !== 'Ready') {
        log.warning(`Someone let deployment ${last.id} go on before its smoke test: it was not run.`);
        return watched(rest, ports);
    }
    const { minutes } = gate.test;
    const limit = testLimit(minutes, { readyMs: started.waiting.readyMs, readyAt, now: clock.now() });
    const result = await log.group('Smoke test', () => tested(gate, limit, ports));
    if (result.kind === 'cancelled')
        return { kind: 'interrupted', last };
    if (result.kind === 'failed')
        return { kind: 'held', cause: result.cause, last };
    log.info('The smoke test has passed.');
    await (0,go_on/* goOn */.A)(started.engine, last, 'ready', ports);
    return watched(rest, ports);
}
function tested(gate, limit, ports) {
    ports.log.info(`TEST_URL: ${gate.env['TEST_URL'] ?? ''}`);
    ports.log.info(`At most ${limit.words}.`);
    return runSmokeTest(gate, limit, ports);
}
/** The usual watch, without its last word: who lets the deployment go on is known here. */
async function untilReady(started, ports) {
    let held = null;
    let first = null;
    const hear = (event) => {
        first ??= event;
        if (held !== null)
            tell(held, ports);
        held = event.kind === 'waiting' ? event : null;
        if (held === null)
            tell(event, ports);
    };
    const end = await watched({ ...started, waiting: toReady(started.waiting) }, ports, hear);
    const now = ports.clock.now();
    // Of one that an earlier attempt had started, only AWS's clock tells since when it waits.
    const since = waited(first) && end.last !== null ? (0,due/* lastEnded */.h)(end.last) : null;
    return { end, readyAt: since ?? now };
}
function waited(first) {
    return first?.kind === 'status' && first.status === 'Ready';
}
/** What is granted beyond the known waits is for the start of the tasks and the checks before the wait. */
function toReady(waiting) {
    const { until, readyMs, shiftMs, terminationMs, limitMs } = waiting;
    const known = readyMs + shiftMs + (until === 'completed' ? terminationMs : 0);
    return { ...waiting, until: 'test-ready', limitMs: limitMs - known };
}

// EXTERNAL MODULE: ./build/give-up.js + 1 modules
var give_up = __webpack_require__(6761);
// EXTERNAL MODULE: ./build/report/console.js
var console = __webpack_require__(7150);
// EXTERNAL MODULE: ./build/report/progress.js
var progress = __webpack_require__(5364);
// EXTERNAL MODULE: ./build/stop/grace.js
var grace = __webpack_require__(5897);
// EXTERNAL MODULE: ./build/target/facts.js
var facts = __webpack_require__(2995);
// EXTERNAL MODULE: ./build/target/place.js
var place = __webpack_require__(6811);
// EXTERNAL MODULE: ./build/target/target.js
var target = __webpack_require__(8151);
// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/report/hints.js
var hints = __webpack_require__(7093);
// EXTERNAL MODULE: ./build/report/permission.js
var permission = __webpack_require__(8880);
// EXTERNAL MODULE: ./build/report/stopped-tasks.js
var stopped_tasks = __webpack_require__(5029);
// EXTERNAL MODULE: ./build/watch/stage.js
var stage = __webpack_require__(4102);
;// CONCATENATED MODULE: ./build/task-failures/classify.js

/**
 * What ends a task without telling anything of its revision: a person, Spot, the machine under it, scaling, capacity that is not
 * there. ECS gives some of these no stop code of their own (`ServiceSchedulerInitiated` for maintenance and scale-in,
 * `TaskFailedToStart` for capacity), so the reason is read first (ECS Developer Guide: stopped task errors, task
 * maintenance, service event messages; assumed for reasons that no page lists).
 */
const NOT_ITS_OWN = [
    /Spot (?:Task|Instance) was interrupted|spot interruption/i,
    /Host EC2 \(instance [^)]*\) (?:stopped|terminated)/i,
    /deregistration forced|in (?:a )?DRAINING state/i,
    /performing maintenance on the underlying infrastructure|task retirement/i,
    /Scaling activity initiated by/i,
    /stopped by user|UserInitiated/i,
    /Capacity is unavailable|RESOURCE:(?:CPU|MEMORY|PORTS?|GPU|ENI|FPGA)|No Container Instances were found/i,
    /limit on the number of (?:tasks|vCPUs)|insufficient (?:capacity|free addresses)/i,
    /(?:network interface|EphemeralStorage) provision/i,
];
/** ECS API: TaskStopCode. Other codes need a reason that says so. */
const NEVER = new Set([
    'UserInitiated',
    'SpotInterruption',
    'TerminationNotice',
    'InfrastructureHealth',
]);
const ALWAYS = new Set(['EssentialContainerExited', 'TaskFailedToStart']);
const ITS_OWN = /failed (?:ELB|container|[\w ]*) ?health checks?|Essential container in task exited|Task failed to start|Cannot(?:Pull|Start|Create)|ResourceInitializationError|OutOfMemory/i;
/** True for a task that stopped by itself: it ended, never began, ran out of memory, or failed its health checks. */
function isFailure({ stopCode, stoppedReason = '' }) {
    const code = stopCode ?? '';
    if (NEVER.has(code) || NOT_ITS_OWN.some((pattern) => pattern.test(stoppedReason)))
        return false;
    return ALWAYS.has(code) || ITS_OWN.test(stoppedReason);
}

;// CONCATENATED MODULE: ./build/task-failures/threshold.js
/** ECS API, ServiceDeploymentCircuitBreaker: half the desired count, at least 3 and at most 200. */
const SHARE = 0.5;
const LEAST = 3;
const MOST = 200;
/** At how many failed tasks a deployment is given up; null: never. `given`: the input, null where it is not set. */
function failureLimit(given, desired) {
    if (given === 0)
        return null;
    return given ?? Math.min(MOST, Math.max(LEAST, Math.ceil(desired * SHARE)));
}

;// CONCATENATED MODULE: ./build/task-failures/count.js














const GAP_MS = 15_000;
/** ECS shows stopped tasks for about an hour, those of the original and of scaling too: three pages at most. */
const TASKS = 300;
/**
 * Looks at the stopped tasks now and then, beside the watch, until the production shift begins. Resolves to the cause when
 * as many tasks of the replacement have failed as the limit says; null where the counting ended before. Never rejects: a
 * read that cannot be had turns it off, with one warning.
 */
async function countFailures(counting) {
    const { clock, latest, signal } = counting;
    const failed = new Map();
    for (;;) {
        await clock.sleep(Math.min(GAP_MS, counting.maxDelayMs), signal);
        const seen = latest();
        if (signal.aborted || (seen !== null && ((0,stage/* isOver */.PU)(seen) || (0,stage/* hasShiftBegun */.Gx)(seen))))
            return null;
        const green = seen === null ? undefined : (0,stage/* setOf */.s4)(seen, 'green');
        if (green === undefined || isWhole(green))
            continue;
        const limit = failureLimit(counting.given, green.desired);
        const tasks = limit === null ? null : await stoppedOf(counting);
        if (limit === null || tasks === null)
            return null;
        for (const task of tasks)
            if (task.startedBy === green.id && isFailure(task))
                failed.set(task.taskArn ?? '', task);
        if (failed.size >= limit)
            return causeOf([...failed.values()], limit);
    }
}
function isWhole({ desired, running, pending }) {
    return pending === 0 && running >= desired;
}
/** null where looking again is of no use. */
async function stoppedOf({ ecs, cluster, service, log }) {
    try {
        return await ecs.stoppedTasks(cluster, service, TASKS);
    }
    catch (error) {
        if ((0,aws_error/* isTransient */.dg)(error))
            return [];
        const repair = error instanceof aws_error/* AwsCallError */.iQ && error.kind === 'denied' ? ` ${(0,permission/* permissionFor */.T)(error)}` : '';
        log.warning(`Failed tasks are not counted ('max-task-failures'), since they cannot be read: ${(0,errors/* messageOf */.bD)(error)}.${repair}`);
        return null;
    }
}
/** The reasons, each with how many tasks it ended, and what is known to repair the first that has a known cause. */
function causeOf(tasks, limit) {
    const lines = (0,stopped_tasks/* taskLines */.z)(tasks);
    const hint = lines.map(hints/* hintFor */.J).find((text) => text !== null);
    const number = `${tasks.length} ${tasks.length === 1 ? 'task' : 'tasks'} of the replacement`;
    const head = `${number} stopped by themselves before the shift ('max-task-failures' is ${limit})`;
    const told = lines.map((text) => (0,plain/* plain */.p)(text).replace(/\.$/, '')).join('. ');
    return `${head}: ${told}${hint === undefined ? '' : ` \u2192 ${hint}`}`;
}

// EXTERNAL MODULE: ./build/verdict.js
var verdict = __webpack_require__(617);
// EXTERNAL MODULE: ./build/watch.js + 6 modules
var watch = __webpack_require__(1219);
;// CONCATENATED MODULE: ./build/follow.js
/** From a started deployment to the verdict: watches, tells each change, takes a last look, reports. */























/** What following a deployment needs to know of where it goes. */
function whereabouts(target) {
    const { cluster, service, group } = target;
    const hasTestListener = (0,facts/* testListener */.z3)(group) !== undefined;
    return { steps: group.config.steps, hasTestListener, cluster, service: service.serviceName ?? '' };
}
/** Throws a `StepError` where the deployment cannot be watched any more; it then goes on by itself. */
async function follow(started, ports) {
    const ending = started.gate ? passGate(started, started.gate, ports) : watched(started, ports);
    const end = await ending.catch((error) => lost(error, started.id, ports));
    return { outcome: await judged(started, end, ports), events: end.last?.events ?? [] };
}
async function judged(started, end, ports) {
    if (end.kind === 'interrupted')
        return (0,cancel/* cancel */.Z)(started, ports, end.last);
    const outcome = await (0,grace/* unlessCut */.D)(outcomeOf(started, end, ports), CUT_MS, ports);
    return (outcome ?? { result: 'interrupted', cause: `the run was cancelled while deployment ${started.id} came to its end` });
}
/** As long as a cancel may take: the runner kills a few seconds later. */
const CUT_MS = 5_500;
async function outcomeOf(started, end, ports) {
    const { last } = end;
    switch (end.kind) {
        case 'failing':
            return (0,give_up/* giveUp */.Ht)(started, ports, { kind: 'task-failures', cause: end.cause }, last, 'rollback');
        case 'held':
            return (0,give_up/* giveUp */.Ht)(started, ports, { kind: 'smoke-test', cause: end.cause }, last, 'rollback');
        case 'timed-out': {
            const reason = { kind: 'timed-out', cause: (0,verdict/* tooLate */.B)(last, end.limitMs) };
            return (0,give_up/* giveUp */.Ht)(started, ports, reason, last, started.control?.onTimeout ?? 'leave');
        }
        case 'reached':
        case 'failed':
        case 'stopped':
            return (0,conclude/* conclude */.E)(started, end, ports);
    }
}
/** The watch, and the count of failed tasks beside it: the first to come to an end ends the other. */
async function watched(started, ports, hear = (event) => {
    tell(event, ports);
}) {
    const over = new AbortController();
    const failing = new AbortController();
    const { engine, latest } = remembering(started);
    const counted = count(started, ports, { latest, signal: over.signal }).then((cause) => {
        if (cause !== null)
            failing.abort();
        return cause;
    });
    try {
        const signal = AbortSignal.any([ports.signal, failing.signal]);
        const end = await watchedAlone({ ...started, engine }, { ...ports, signal }, hear);
        over.abort();
        const cause = failing.signal.aborted && !ports.signal.aborted ? await counted : null;
        return cause !== null && end.kind === 'interrupted' ? { kind: 'failing', last: end.last, cause } : end;
    }
    finally {
        over.abort();
    }
}
async function count({ control, waiting, cluster, service }, { aws, clock, log }, beside) {
    const given = control === null ? 0 : control.maxTaskFailures;
    if (given === 0 || waiting.until === 'none')
        return null;
    const { maxDelayMs } = waiting;
    return countFailures({ ecs: aws.ecs, clock, log, cluster: (0,place/* nameOf */.Vb)(cluster), service, given, maxDelayMs, ...beside });
}
/** The engine, with the last look that was had through it. */
function remembering({ engine, id }) {
    let last = null;
    const observe = async (of, look) => {
        const seen = await engine.observe(of, look);
        if (of === id)
            last = seen;
        return seen;
    };
    return { engine: { ...engine, observe }, latest: () => last };
}
/** The watch without that count. */
async function watchedAlone(started, { clock, signal }, hear) {
    const { engine, id, waiting, steps, hasTestListener, from } = started;
    const options = { waiting, steps, hasTestListener, clock, random: Math.random, signal, from };
    const watching = (0,watch/* watch */.w)(engine, id, options);
    for (;;) {
        const next = await watching.next();
        if (next.done)
            return next.value;
        hear(next.value);
    }
}
/** The deployment goes on: whoever reads the error has to find it. */
function lost(error, id, { aws }) {
    if (!(error instanceof errors/* StepError */.zg))
        throw error;
    const repair = `${error.fault.repair}\n${(0,console/* consoleUrl */.B)(id, aws.region)}`;
    throw new errors/* StepError */.zg({ ...error.fault, repair }, { cause: error });
}
function tell(event, { log, runner }) {
    log.info((0,progress/* line */.n)(event));
    if (event.kind === 'rollback')
        runner.setOutput('rollback-deployment-id', event.deploymentId);
}


/***/ }),

/***/ 8463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ gateOf)
/* harmony export */ });
/* harmony import */ var _engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/* harmony import */ var _image_image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9963);
/* harmony import */ var _target_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8151);
/* harmony import */ var _world_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3920);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7079);
/** What decides over a deployment that waits before its shift. */






/** null where nothing is to be tested. Addresses that are not known are empty. */
function gateOf(test, { cluster, service, listener, testUrl }, { id, revision, image }, { env, runner }) {
    if (test === null)
        return null;
    const values = {
        TEST_URL: testUrl ?? '',
        PRODUCTION_URL: listener.url ?? '',
        CODEDEPLOY_DEPLOYMENT_ID: id,
        TASK_DEFINITION: (0,_engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionOf */ .DT)(revision),
        IMAGE: image?.reference ?? '',
        CLUSTER: cluster,
        SERVICE: service.serviceName ?? '',
    };
    return { test, env: { ...(0,_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .scrubbed */ .f)(env), ...values }, workspace: runner.context.workspace };
}


/***/ }),

/***/ 9882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ goOn)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1791);
/* harmony import */ var _ports_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3201);
/* harmony import */ var _report_permission_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8880);
/* harmony import */ var _stop_fresh_look_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1873);
/* harmony import */ var _watch_stage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4102);








/** Looked at again where the answer and what was seen do not agree. */
const ATTEMPTS = 3;
const PAUSE_MS = 2_000;
const WORDS = {
    ready: 'let the deployment go on to the production shift',
    termination: "end the wait for the original task set's end",
};
/**
 * Ends a wait that `last` shows the deployment in. Where it is said not to be in it, it is looked at afresh, and asked again
 * twice at most as long as it looks as if it were. Throws a `StepError`.
 */
async function goOn(engine, last, wait, ports) {
    const { id } = last;
    try {
        for (let attempt = 1;; attempt += 1) {
            const answer = await engine.promote(id, wait);
            if (answer === 'continued') {
                ports.log.info(`Deployment ${id} goes on: ${wait === 'ready' ? 'production traffic shifts' : 'the original ends'}.`);
                return { kind: 'continued' };
            }
            const fresh = await (0,_stop_fresh_look_js__WEBPACK_IMPORTED_MODULE_4__/* .lookAfresh */ .D)({ id, engine }, ports, last);
            if (fresh.kind === 'unseen')
                throw refused(id, wait, `it is said not to wait any more; ${fresh.why}`);
            const seen = fresh.kind === 'seen' ? fresh.seen : last;
            if (answer === 'over' || fresh.kind === 'aborted' || !isWaiting(seen, wait))
                return { kind: 'moved', seen };
            if (attempt === ATTEMPTS)
                throw refused(id, wait, 'CodeDeploy says that it does not wait, and shows that it does');
            await ports.clock.sleep(PAUSE_MS, ports.signal);
        }
    }
    catch (error) {
        if (!(error instanceof _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsCallError */ .iQ))
            throw error;
        throw refused(id, wait, error.message, error);
    }
}
function isWaiting(seen, wait) {
    return wait === 'ready' ? seen.status === 'Ready' : (0,_watch_stage_js__WEBPACK_IMPORTED_MODULE_5__/* .isShifted */ .QC)(seen) && !(0,_watch_stage_js__WEBPACK_IMPORTED_MODULE_5__/* .isOver */ .PU)(seen);
}
function refused(id, wait, why, cause) {
    const type = wait === 'ready' ? 'READY_WAIT' : 'TERMINATION_WAIT';
    const command = `aws deploy continue-deployment --deployment-id ${id} --deployment-wait-type ${type}`;
    const permission = cause?.kind === 'denied' ? `${(0,_report_permission_js__WEBPACK_IMPORTED_MODULE_3__/* .permissionFor */ .T)(cause)} ` : '';
    const repair = `${permission}Until then someone else can do it: ${command}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg({ tried: WORDS[wait], on: id, why, repair }, { cause });
}


/***/ }),

/***/ 6761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ht: () => (/* binding */ giveUp),
  g$: () => (/* binding */ judged),
  p9: () => (/* binding */ stopPorts)
});

// EXTERNAL MODULE: ./build/cancel.js
var cancel = __webpack_require__(40);
// EXTERNAL MODULE: ./build/conclude.js
var conclude = __webpack_require__(1063);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/follow.js + 7 modules
var follow = __webpack_require__(1666);
// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/remember.js
var remember = __webpack_require__(4941);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(8747);
// EXTERNAL MODULE: ./build/report/permission.js
var permission = __webpack_require__(8880);
// EXTERNAL MODULE: ./build/stop/decide.js
var decide = __webpack_require__(3997);
// EXTERNAL MODULE: ./build/stop/fresh-look.js
var fresh_look = __webpack_require__(1873);
// EXTERNAL MODULE: ./build/stop/words.js
var words = __webpack_require__(7216);
// EXTERNAL MODULE: ./build/report/diagnosis.js
var diagnosis = __webpack_require__(4458);
// EXTERNAL MODULE: ./build/target/place.js
var place = __webpack_require__(6811);
// EXTERNAL MODULE: ./build/watch/stage.js
var stage = __webpack_require__(4102);
;// CONCATENATED MODULE: ./build/stop/why-late.js





/**
 * What AWS tells of a replacement that did not come up in time: all of it in a group of the log, and a known cause with its
 * repair as a clause in brackets; else ''. Never throws.
 */
async function whyLate({ cluster, service, asked, startedAt }, { aws, log }, last) {
    if (last === null || (0,stage/* hasShiftBegun */.Gx)(last))
        return '';
    const since = last.createdAt ?? startedAt;
    const { cause, lines } = await (0,diagnosis/* diagnose */.h)(aws.ecs, { cluster: (0,place/* nameOf */.Vb)(cluster), service, last, asked, since });
    if (lines.length === 0)
        return '';
    await log.group('What is known of the replacement', () => {
        for (const text of lines)
            log.info(text);
        return Promise.resolve();
    });
    return cause.includes(' \u2192 ') ? ` (${cause})` : '';
}

// EXTERNAL MODULE: ./build/stop.js
var stop = __webpack_require__(1110);
// EXTERNAL MODULE: ./build/watch/ends.js
var ends = __webpack_require__(6208);
;// CONCATENATED MODULE: ./build/give-up.js
/** The end of a run's patience: a deployment that is not waited for any longer is stopped, or left with a reason. */


















/**
 * Looks afresh, then stops the deployment with rollback and follows that to its end, or leaves it: where `policy` says so,
 * where it is a rollback, and (without `rollback-always`) where production is wholly on the new task set and checked. One
 * that has come to its end meanwhile is judged by that end. `last`: what is known of it. Never throws for what AWS says.
 */
async function giveUp(started, ports, reason, last, policy) {
    const of = { started, ports, reason };
    const fresh = await (0,fresh_look/* lookAfresh */.D)(started, ports, last);
    if (fresh.kind === 'aborted')
        return (0,cancel/* cancel */.Z)(started, ports, last);
    const seen = fresh.kind === 'seen' ? fresh.seen : null;
    const reached = seen === null ? null : goodEnd(of, seen);
    if (reached !== null)
        return (0,conclude/* conclude */.E)(started, reached, ports);
    const decision = (0,decide/* decide */.L)({ policy, seen, mayStop: started.control !== null });
    if (decision.kind === 'leave')
        return left(of, decision.why, fresh.kind === 'unseen' ? fresh.why : '');
    return ended(of, seen, decision.kind);
}
/** What was waited for has come true between the last look and this one. */
function goodEnd({ started, reason }, last) {
    const end = (0,ends/* endOf */.pJ)(last, started.waiting.until);
    if (end?.kind !== 'reached' || reason.kind === 'smoke-test' || reason.kind === 'cancelled')
        return null;
    return end.end === 'test-ready' && reason.kind !== 'timed-out' ? null : { ...end, last };
}
function left({ started, ports, reason }, why, unseen) {
    const told = (0,words/* leftFor */.t)(why, { asked: started.asked, input: INPUTS[reason.kind] ?? null, unseen });
    // `post` tells all of its outcomes as annotations.
    if (why === 'shifted' && reason.kind !== 'cancelled')
        ports.log.warning(`Deployment ${started.id} is not stopped: ${told}.`);
    if (reason.kind !== 'cancelled' || why === 'unseen')
        return red(reason, told);
    return { result: 'interrupted', cause: `${reason.cause}; ${told}` };
}
const INPUTS = { 'timed-out': 'on-timeout', cancelled: 'on-cancel' };
/** What is left against the wish is told as the reason has it: too late, or broken. */
function red({ kind, cause }, more) {
    return { result: kind === 'timed-out' ? 'timed-out' : 'failed', cause: `${cause}; ${more}` };
}
async function ended(of, seen, kind) {
    const { started, ports, reason } = of;
    const { id } = started;
    try {
        if (kind === 'over')
            return await endedItself(of, await (0,stop/* followStopped */.V)(stopPorts(of), id, seen), seen);
        // Asked before the stop is sent: it ends the tasks that the answer is about.
        const why = reason.kind === 'timed-out' ? whyLate(started, ports, seen) : Promise.resolve('');
        ports.log.info(`Deployment ${id} is stopped with rollback: ${reason.cause}.`);
        const end = await (0,stop/* stopAndFollow */.z)(stopPorts(of), id, seen);
        return await judged({ ...of, reason: { ...reason, cause: `${reason.cause}${await why}` } }, end, seen);
    }
    catch (error) {
        const repair = error instanceof aws_error/* AwsCallError */.iQ && error.kind === 'denied' ? ` ${(0,permission/* permissionFor */.T)(error)}` : '';
        return red(reason, `it could not be stopped or followed, and may go on: ${(0,errors/* messageOf */.bD)(error)}.${repair}`);
    }
}
/** Whatever a smoke test said meanwhile, it was not what ended the deployment: that is told first. */
async function endedItself(of, end, before) {
    const { started, ports, reason } = of;
    if (reason.kind !== 'smoke-test' || (end.kind !== 'failed' && end.kind !== 'stopped'))
        return judged(of, end, before);
    const outcome = await (0,conclude/* conclude */.E)(started, end, ports);
    return 'cause' in outcome ? { ...outcome, cause: `${outcome.cause}; besides, ${reason.cause}` } : outcome;
}
/** Tells as the watch does, and `post` of the stop. */
function stopPorts({ started, ports }) {
    const { engine, startedAt, waiting } = started;
    const { clock, signal, runner } = ports;
    return {
        ...{ engine, clock, startedAt, maxDelayMs: waiting.maxDelayMs, signal },
        tell: (event) => {
            (0,follow/* tell */.qz)(event, ports);
        },
        stopped: () => {
            (0,remember/* rememberStop */.GD)(runner);
        },
    };
}
const followedLater = ({ id }) => `deployment ${id} is stopped with rollback, and the run was cancelled before that was done`;
/** What a stopped deployment came to. `before`: the last look before the stop. */
async function judged(of, end, before) {
    const { started, ports, reason } = of;
    if (end.kind === 'interrupted')
        return { result: 'interrupted', cause: `${reason.cause}; ${followedLater(started)}` };
    if (end.kind === 'timed-out')
        return red(reason, `it was stopped, and has not ended after ${(0,duration/* duration */.p)(end.limitMs)}`);
    const isOurs = end.kind === 'stopped' && end.last.error?.code !== 'ALARM_ACTIVE';
    const cause = isOurs ? `${reason.cause}${await shiftedMeanwhile(started, before)}` : undefined;
    const outcome = await (0,conclude/* conclude */.E)(started, end, ports, cause);
    if (outcome.result !== 'succeeded' || reason.kind !== 'smoke-test')
        return outcome;
    return red(reason, `${(0,words/* shifted */.w)(started.asked)}: someone else let the deployment go on`);
}
/** Between the look and the stop the shift may have come to its end: then production was taken back from it. */
async function shiftedMeanwhile({ engine, id }, before) {
    const isDone = (seen) => seen !== null && (0,stage/* eventOf */.A6)(seen, 'AfterAllowTraffic')?.status === 'Succeeded';
    if (before === null || isDone(before))
        return '';
    const after = await engine.observe(id, { what: 'target', last: before }).catch(() => null);
    return isDone(after) ? ' (the shift had come to its end when it was stopped)' : '';
}


/***/ }),

/***/ 4458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ diagnose)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1791);
/* harmony import */ var _hints_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7093);
/* harmony import */ var _permission_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8880);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2071);
/* harmony import */ var _stopped_tasks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5029);









const STOPPED_TASKS = 10;
const SERVICE_EVENTS = 10;
/** Why a deployment failed, as far as AWS tells. Never throws: what cannot be read becomes a line that says so. */
async function diagnose(ecs, of) {
    const [tasks, service] = await Promise.all([
        attempt('stopped tasks', () => ecs.stoppedTasks(of.cluster, of.service, STOPPED_TASKS)),
        attempt('service events', () => ecs.describeService(of.cluster, of.service)),
    ]);
    const stopped = tasks.ok ? (0,_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_3__/* .taskLines */ .z)(tasks.value.filter((task) => (0,_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_3__/* .isOfGreen */ .j)(task, of))) : [];
    const events = service.ok ? eventLines(service.value, of.since) : [];
    const own = ownLines(of.last);
    const unread = [tasks, service].flatMap((part) => (part.ok ? [] : [part.line]));
    return { cause: rootCause(own, stopped, events), lines: [...own, ...stopped, ...events, ...unread].map(_plain_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p) };
}
/** What the deployment itself says: its error, then its failed lifecycle events. */
function ownLines({ error, events, rollback }) {
    const failed = events.filter(({ status }) => status === 'Failed');
    return [
        ...(error === null ? [] : [`${error.code}: ${error.message}`]),
        ...failed.map(({ name, diagnostics }) => `${name} failed${diagnostics === null ? '' : `: ${diagnostics}`}`),
        ...[rollback?.message ?? ''].filter((text) => text !== '').map((text) => `Rollback: ${text}`),
    ];
}
function eventLines(service, since) {
    const recent = (service?.events ?? []).filter(({ createdAt }) => (createdAt?.getTime() ?? since) >= since);
    return recent.slice(0, SERVICE_EVENTS).map(({ message }) => `Service event: ${message ?? ''}`);
}
/** The first line with a known cause, the most telling source first; CodeDeploy's own error in front of it. */
function rootCause(own, stopped, events) {
    const [first = 'the deployment failed, and AWS gives no cause'] = [...own, ...stopped, ...events];
    const telling = [...stopped, ...unhappy(events), ...own].find((text) => (0,_hints_js__WEBPACK_IMPORTED_MODULE_5__/* .hintFor */ .J)(text) !== null);
    if (telling === undefined)
        return (0,_plain_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(first);
    const hint = (0,_hints_js__WEBPACK_IMPORTED_MODULE_5__/* .hintFor */ .J)(telling) ?? '';
    return (0,_plain_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(telling === first ? `${first} \u2192 ${hint}` : `${first} (${telling}) \u2192 ${hint}`);
}
/** Service events that tell of trouble: most are about the normal course of things. */
function unhappy(events) {
    return events.filter((text) => /unable|unhealthy|health check|error|denied|fail|insufficient/i.test(text));
}
async function attempt(what, read) {
    try {
        return { ok: true, value: await read() };
    }
    catch (error) {
        const permission = error instanceof _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsCallError */ .iQ && error.kind === 'denied' ? ` ${(0,_permission_js__WEBPACK_IMPORTED_MODULE_2__/* .permissionFor */ .T)(error)}` : '';
        return { ok: false, line: `The ${what} could not be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}${permission}` };
    }
}


/***/ }),

/***/ 7093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ hintFor)
/* harmony export */ });
/** What is known about the causes of failed deployments: a pattern in what AWS said, and what to do about it. */
const HINTS = [
    [
        /exec format error/i,
        'the image was built for another processor: build it for the platform of the task definition (`runtimePlatform`)',
    ],
    [
        /CannotPull(?:Container|Image)?(?:Error)?.*(?:not found|manifest unknown|does not exist)/is,
        'the image or its tag does not exist: check its name, and that it was pushed to this region and account',
    ],
    [
        /CannotPull(?:Container|Image)?(?:Error)?.*(?:denied|not authorized|unauthorized|403)/is,
        'the execution role may not pull the image: give it AmazonECSTaskExecutionRolePolicy, and the repository access to it',
    ],
    [
        /CannotPull(?:Container|Image)?(?:Error)?.*platform/is,
        'the image has no build for the platform of the task definition (`runtimePlatform`)',
    ],
    [
        /CannotPull/i,
        'the tasks cannot reach the registry: they need a public address, a NAT gateway or VPC endpoints for ECR and S3',
    ],
    [
        /(?:secretsmanager|ssm).*(?:AccessDenied|not authorized)|(?:AccessDenied|not authorized).*(?:secretsmanager|ssm|kms)/is,
        'the execution role may not read a secret: allow secretsmanager:GetSecretValue or ssm:GetParameters, and kms:Decrypt with an own key',
    ],
    [
        /unable to (?:pull|retrieve) secrets|ResourceInitializationError.*secret/is,
        'a secret could not be read: check its ARN, the rights of the execution role, and the network way to it',
    ],
    [/OutOfMemory|OOMKilled/i, 'a container used more memory than it has: raise `memory`, or find out what takes it'],
    [
        /failed (?:ELB|container) health checks|Health checks failed|unhealthy in/i,
        "the tasks do not pass their health checks: compare the target group's path, port and codes with the container, and give it time to start (health check grace period)",
    ],
    [
        /exit code:? 137|\b137\b/i,
        'the container was killed (137): mostly out of memory, or it did not end within `stopTimeout`',
    ],
    [
        /exit code:? 139|\b139\b/i,
        'the container crashed with a segmentation fault (139): often a binary for another system or processor',
    ],
    [
        /exit code:? (?:126|127)\b/i,
        'the command of the container does not exist or cannot be executed: check `command` and `entryPoint`',
    ],
    [/exit code:? [1-9]/i, 'the container ended by itself with an error: look at its log'],
    [
        /replacement task set to become healthy/i,
        'the replacement never became healthy: a wrong image, a crash at the start, or failed health checks; see the stopped tasks and service events',
    ],
    [
        /waiting for a notification to continue/i,
        "nobody continued the deployment in time: let a command ('smoke-test') or a later job ('mode: promote') do it, or lengthen the wait of the deployment group",
    ],
    [
        /waiting for a status callback/i,
        'a lifecycle hook did not report: its function must call PutLifecycleEventHookExecutionStatus within an hour',
    ],
    [
        /lifecycle event validation functions failed|HOOK_EXECUTION_FAILURE/i,
        'a lifecycle hook refused the deployment: look at the log of its Lambda function',
    ],
    [
        /does not give you permission to perform operations.*Lambda/is,
        "CodeDeploy's service role may not invoke the hook: use the managed policy AWSCodeDeployRoleForECS, or allow lambda:InvokeFunction",
    ],
    [
        /IAM_ROLE_(?:PERMISSIONS|MISSING)/,
        "CodeDeploy's service role lacks rights: use the managed policy AWSCodeDeployRoleForECS, and allow iam:PassRole for the task's roles",
    ],
    [
        /Primary taskset target group must be behind listener/i,
        "the listener does not forward to the PRIMARY task set's target group: point it back there, then deploy again",
    ],
    [/ALARM_ACTIVE|\balarms?\b/i, 'an alarm of the deployment group went off: look at its metric at that time'],
    [/MANUAL_STOP/, 'someone stopped the deployment: a person, or a run that rolls back, replaces it or was cancelled'],
    [
        /unable to place a task|insufficient (?:memory|cpu)|RESOURCE_LIMIT_EXCEEDED/i,
        'there is no room for the replacement: during a deployment the service needs twice its tasks',
    ],
];
/** What to do about a cause, as far as it is a known one. */
function hintFor(said) {
    return HINTS.find(([pattern]) => pattern.test(said))?.[1] ?? null;
}


/***/ }),

/***/ 5364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ line)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8747);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2071);




/** What a lifecycle event of CodeDeploy is about, for a reader who does not know its name. */
const STAGES = {
    BeforeInstall: 'checks before the replacement is put up',
    Install: 'replacement task set starts and gets healthy',
    AfterInstall: 'checks of the replacement',
    AllowTestTraffic: 'test listener goes to the replacement',
    AfterAllowTestTraffic: 'tests through the test listener',
    BeforeAllowTraffic: 'checks before production traffic',
    AllowTraffic: 'production traffic shifts',
    AfterAllowTraffic: 'checks after the shift',
};
const DONE = {
    Pending: 'waits',
    InProgress: 'begins',
    Succeeded: 'done',
    Failed: 'FAILED',
    Skipped: 'skipped',
    Unknown: 'state unknown',
};
/** One line for the log: elapsed time, then what has changed. */
function line(event) {
    return `${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .elapsed */ .v)(event.elapsedMs)}  ${(0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .p)(textOf(event))}`;
}
function textOf(event) {
    switch (event.kind) {
        case 'status':
            return `deployment ${event.status}`;
        case 'lifecycle':
            return lifecycleText(event.event);
        case 'traffic':
            return `traffic blue ${percent(event.blue)} / green ${percent(event.green)}`;
        case 'tasks':
            return `green tasks ${event.running} running, ${event.pending} pending, ${event.desired} desired`;
        case 'rollback':
            return `rollback deployment ${event.deploymentId} ${event.status}`;
        case 'unanswered':
            return `AWS did not answer (${event.reason}); the deployment goes on, next try in ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)(event.retryMs)}`;
        case 'waiting':
            return `waiting for ${event.stage}; at most ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)(event.leftMs)} more`;
    }
}
function lifecycleText({ name, status, startedAt, endedAt }) {
    const stage = STAGES[name];
    const took = status !== 'Skipped' && startedAt !== null && endedAt !== null ? ` in ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)(endedAt - startedAt)}` : '';
    return `${name}${stage === undefined ? '' : ` (${stage})`}: ${DONE[status]}${took}`;
}
function percent(weight) {
    return `${Math.round(weight * 10) / 10} %`;
}


/***/ }),

/***/ 1706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ sentence)
/* harmony export */ });
/** What begins with a revision or a word of AWS stays as it is. */
const BEGINNING = /^(?:the|deployment|production)(?= )/;
/** A clause as a sentence. */
function sentence(clause) {
    return clause.replace(BEGINNING, (word) => word.charAt(0).toUpperCase() + word.slice(1)).replace(/\.?$/, '.');
}


/***/ }),

/***/ 5029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ isOfGreen),
/* harmony export */   z: () => (/* binding */ taskLines)
/* harmony export */ });


/** True for a task of the replacement: started by its task set, or running the definition that was asked for. */
function isOfGreen(task, of) {
    const green = of.last.taskSets.find(({ color }) => color === 'green')?.id;
    return (green !== undefined && task.startedBy === green) || task.taskDefinitionArn === of.asked;
}
/** One line for each way in which tasks stopped, with how many did. */
function taskLines(tasks) {
    const counts = new Map();
    for (const task of tasks) {
        const text = textOf(task);
        counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return [...counts].map(([text, count]) => `${count === 1 ? 'A task' : `${count} tasks`} stopped: ${text}`);
}
function textOf(task) {
    const reason = [task.stopCode, task.stoppedReason].filter((part) => part !== undefined && part !== '').join(': ');
    const containers = (task.containers ?? []).map(containerText).filter((text) => text !== '');
    // Ids differ from task to task; without them equal stops are counted as one.
    const text = [reason === '' ? 'no reason given' : reason, ...containers].join('; ');
    return text.replaceAll(/\b[0-9a-f]{32,}\b/g, '\u2026');
}
function containerText({ name, exitCode, reason }) {
    const parts = [
        ...(exitCode === undefined ? [] : [`exit code ${exitCode}`]),
        ...(reason === undefined || reason === '' ? [] : [reason]),
    ];
    return parts.length === 0 ? '' : `container ${name ?? ''}: ${parts.join(', ')}`;
}


/***/ }),

/***/ 4611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ summary)
/* harmony export */ });
/* harmony import */ var _engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8747);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4902);





const DONE = 'Deployed';
const HEADS = {
    started: '\u25b6\ufe0f Started',
    'rolled-back': '\u274c Rolled back',
    failed: '\u274c Failed',
    stopped: '\u274c Stopped',
    'timed-out': '\u231b Not finished in time',
    interrupted: '\u26a0\ufe0f Cancelled',
};
/** The job summary as markdown. Text from elsewhere cannot become markup. */
function summary(facts) {
    const { outcome } = facts;
    const told = 'note' in outcome ? outcome.note : outcome.cause;
    const parts = [
        `### ${head(facts)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(facts.service)} in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(facts.cluster)}`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(told),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['', ''], rowsOf(facts)),
        ...(facts.events.length === 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Stage', 'Time'], facts.events.map(timing))]),
    ];
    return `${parts.join('\n\n')}\n`;
}
function head({ outcome, done = DONE }) {
    return outcome.result === 'succeeded' ? `\u2705 ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(done)}` : HEADS[outcome.result];
}
function rowsOf(facts) {
    const { image, digest, deploymentId, consoleUrl, url, testUrl = null, outcome } = facts;
    const id = deploymentId ?? '';
    const rollback = outcome.result === 'rolled-back' ? outcome.rollbackId : null;
    return [
        ['Revision', `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)((0,_engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionOf */ .DT)(facts.from))} \u2192 ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)((0,_engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionOf */ .DT)(facts.to))}`],
        ...row('Image', image === null ? null : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(image)),
        ...row('Digest', digest === null ? null : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(digest)),
        ...row('Deployment', deploymentId === null ? null : consoleUrl === null ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(id) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(id, consoleUrl)),
        ...row('Rollback deployment', rollback === null ? null : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(rollback)),
        ...row('Test address', testUrl === null ? null : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(testUrl, testUrl)),
        ...row('Address', url === null ? null : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(url, url)),
        ['Took', (0,_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p)(facts.tookMs)],
    ];
}
function row(name, value) {
    return value === null ? [] : [[name, value]];
}
function timing({ name, status, startedAt, endedAt }) {
    const took = startedAt === null || endedAt === null ? '' : (0,_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p)(endedAt - startedAt);
    const state = status === 'Succeeded' ? took : [status, took].filter((part) => part !== '').join(', ');
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(name), state];
}


/***/ }),

/***/ 1110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ followStopped),
/* harmony export */   z: () => (/* binding */ stopAndFollow)
/* harmony export */ });
/* harmony import */ var _engine_engine_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6737);
/* harmony import */ var _ports_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3201);
/* harmony import */ var _watch_look_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6570);
/* harmony import */ var _watch_rollback_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7454);
/* harmony import */ var _watch_stage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4102);
/** Stops a deployment with rollback and follows both to their end. */






/** CodeDeploy lets a lifecycle event that runs come to its end before a stop is complete. */
const LIMIT_MS = 10 * 60_000;
/** Which rollback it is shows a moment after the stop. */
const FIRST_LOOK_MS = 1_000;
const QUICK_GAP_MS = 1_500;
const GAP_MS = 4_500;
const QUICK_LOOKS = 4;
/**
 * One StopDeployment, always with rollback; then looks at the deployment alone until it is over, and at its rollback. Where it
 * had ended by itself, its own end. `known`: the last look at it. Throws an `AwsCallError` or a `StepError`.
 */
async function stopAndFollow(ports, id, known = null) {
    if ((await ports.engine.stop(id)) === 'stopping')
        ports.stopped?.();
    return followStopped(ports, id, known);
}
/** The same without the stop, for one that was stopped already. */
async function followStopped(ports, id, known = null) {
    const { engine, clock, signal, tell, startedAt } = ports;
    const until = clock.now() + LIMIT_MS;
    let last = known ?? (0,_engine_engine_js__WEBPACK_IMPORTED_MODULE_4__/* .unseen */ .n)(id);
    for (let looks = 0;; looks += 1) {
        await pause(ports, looks === 0 ? FIRST_LOOK_MS : looks <= QUICK_LOOKS ? QUICK_GAP_MS : GAP_MS);
        const answer = await (0,_watch_look_js__WEBPACK_IMPORTED_MODULE_1__/* .take */ .s)(engine, last, 'deployment', signal);
        if (answer.kind === 'aborted')
            return { kind: 'interrupted', last };
        if (answer.kind === 'seen') {
            if (answer.seen.rawStatus !== last.rawStatus) {
                tell({ kind: 'status', status: answer.seen.rawStatus, elapsedMs: clock.now() - startedAt });
            }
            last = answer.seen;
        }
        if ((0,_watch_stage_js__WEBPACK_IMPORTED_MODULE_3__/* .isOver */ .PU)(last))
            return endOf(ports, last);
        if (clock.now() >= until)
            return { kind: 'timed-out', last, limitMs: LIMIT_MS };
    }
}
async function endOf(ports, last) {
    if (last.status === 'Succeeded')
        return { kind: 'reached', end: 'completed', last };
    const watching = (0,_watch_rollback_js__WEBPACK_IMPORTED_MODULE_2__/* .followRollback */ .u)({ signal: undefined, ...ports }, last);
    for (;;) {
        const next = await watching.next();
        if (next.done)
            return { kind: last.status === 'Failed' ? 'failed' : 'stopped', ...next.value };
        ports.tell(next.value);
    }
}
async function pause({ clock, maxDelayMs, signal }, ms) {
    await clock.sleep(Math.min(ms, maxDelayMs), signal);
}


/***/ }),

/***/ 3997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ decide)
/* harmony export */ });
/* harmony import */ var _watch_stage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4102);



/** Production is never moved backwards unasked, and a way back is never cut off. */
function decide({ policy, seen, mayStop }) {
    if (seen !== null && (0,_watch_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .isOver */ .PU)(seen))
        return { kind: 'over' };
    if (!mayStop)
        return { kind: 'leave', why: 'never' };
    if (seen !== null && (0,_watch_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .takesBack */ .Ck)(seen))
        return { kind: 'leave', why: 'rollback' };
    if (policy === 'leave')
        return { kind: 'leave', why: 'asked' };
    if (policy === 'rollback-always')
        return { kind: 'stop' };
    if (seen === null)
        return { kind: 'leave', why: 'unseen' };
    return (0,_watch_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .mayBeShifted */ .IT)(seen) ? { kind: 'leave', why: 'shifted' } : { kind: 'stop' };
}


/***/ }),

/***/ 1873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ lookAfresh)
/* harmony export */ });
/* harmony import */ var _engine_engine_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6737);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1666);
/* harmony import */ var _watch_look_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6570);




const LIMIT_MS = 60_000;
const PAUSE_MS = 3_000;
/** A look at both parts of the deployment, made again for a minute where AWS cannot be asked. `ports.signal` ends it. */
async function lookAfresh({ id, engine }, { clock, signal }, last) {
    const until = clock.now() + LIMIT_MS;
    for (;;) {
        try {
            const answer = await (0,_watch_look_js__WEBPACK_IMPORTED_MODULE_2__/* .take */ .s)(engine, last ?? (0,_engine_engine_js__WEBPACK_IMPORTED_MODULE_3__/* .unseen */ .n)(id), 'both', signal);
            if (answer.kind !== 'unanswered')
                return answer;
            if (clock.now() + PAUSE_MS > until)
                return { kind: 'unseen', why: answer.error.message };
        }
        catch (error) {
            return { kind: 'unseen', why: error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg ? error.fault.why : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) };
        }
        await clock.sleep(PAUSE_MS, signal);
    }
}


/***/ }),

/***/ 5897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ unlessCut)
/* harmony export */ });
/* harmony import */ var _ports_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3201);

/** What `work` comes to; null where it has not come to its end `ms` after the signal aborted. It is not waited for then. */
async function unlessCut(work, ms, { clock, signal }) {
    const done = new AbortController();
    const cut = aborted(AbortSignal.any([signal, done.signal]))
        .then(() => clock.sleep(ms, done.signal))
        .then(() => null);
    try {
        return await Promise.race([work, cut]);
    }
    finally {
        done.abort();
    }
}
function aborted(signal) {
    return new Promise((resolve) => {
        const stop = () => {
            resolve();
        };
        if (signal.aborted)
            stop();
        else
            signal.addEventListener('abort', stop, { once: true });
    });
}


/***/ }),

/***/ 7216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ leftFor),
/* harmony export */   w: () => (/* binding */ shifted)
/* harmony export */ });
/* harmony import */ var _engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/* harmony import */ var _decide_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3997);


/** Why a deployment was not stopped, and what it does now: a clause. */
function leftFor(why, { asked, input, unseen }) {
    switch (why) {
        case 'asked':
            return `it goes on by itself${input === null ? '' : ` (${input}: leave)`}`;
        case 'never':
            return 'a run in mode rollback or wait does not stop what it follows; it goes on by itself';
        case 'rollback':
            return 'it is a rollback that CodeDeploy started, which is never stopped: it goes on by itself';
        case 'shifted':
            return `${shifted(asked)}: the release stays`;
        case 'unseen':
            return `where it stands could not be seen (${unseen}), so it was not stopped and goes on by itself`;
    }
}
/** Where the production traffic is when all of it is on the new task set. */
function shifted(asked) {
    return `${(0,_engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionOf */ .DT)(asked)} takes all production traffic already, and the checks after the shift are done`;
}


/***/ }),

/***/ 617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ tooLate),
/* harmony export */   W: () => (/* binding */ verdict)
/* harmony export */ });
/* harmony import */ var _engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/* harmony import */ var _report_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8747);
/* harmony import */ var _report_plain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2071);
/* harmony import */ var _watch_stage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4102);






/**
 * What a run came to, from the end of our own deployment, its rollback and a last look at the PRIMARY task set. Green only
 * where the revision asked for takes the production traffic, or where no more than a start was asked for.
 */
function verdict(end, look) {
    switch (end.kind) {
        case 'reached':
            return reached(end, look);
        case 'failed':
        case 'stopped':
            return takenBack(end, look) ?? { result: end.kind, cause: `${causeOf(end.last, look)}${stays(end, look)}` };
        case 'timed-out':
            return { result: 'timed-out', cause: tooLate(end.last, end.limitMs) };
        case 'interrupted':
            return { result: 'interrupted', cause: `the run was cancelled; ${goesOn(end.last)}${onItsOwn(end.last)}` };
    }
}
function reached({ end, last }, look) {
    const asked = (0,_engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionOf */ .DT)(look.asked);
    if (end === 'none')
        return { result: 'started', note: `Deployment ${last.id} was started and is not waited for` };
    if (end === 'test-ready') {
        const note = last.status === 'Ready'
            ? `${asked} is ready to be tested: deployment ${last.id} waits for someone to continue it`
            : `${asked} takes production traffic already: deployment ${last.id} has been continued`;
        return { result: 'started', note };
    }
    const primary = look.primaryTaskDefinition;
    if (primary !== null && primary !== look.asked)
        return { result: 'failed', cause: otherRuns(last, primary, asked) };
    const unread = primary === null ? ' (by CodeDeploy; the PRIMARY task set could not be read)' : '';
    return { result: 'succeeded', note: `${asked} takes the production traffic${unread}${blueStays(last, look)}` };
}
function otherRuns(last, primary, asked) {
    return `production runs ${(0,_engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionOf */ .DT)(primary)}, not ${asked}, although deployment ${last.id} is ${last.rawStatus}`;
}
/** Until the original has ended, an alarm of the deployment group still takes the deployment back. */
function blueStays(last, { terminationMs = 0 }) {
    if (last.status === 'Succeeded' || terminationMs <= 0)
        return '';
    return `; the original task set stays for ${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p)(terminationMs)}, and until then an alarm still rolls back`;
}
/** Red in every case: CodeDeploy took the deployment back, is about to, or could not. */
function takenBack(end, look) {
    const { rollback, last } = end;
    if (rollback === null)
        return null;
    const cause = causeOf(last, look);
    const { id, status } = rollback;
    if (status === 'Failed' || status === 'Stopped')
        return { result: 'failed', cause: `${cause}; the rollback, deployment ${id}, ended as ${status} as well` };
    if (status !== 'Succeeded')
        return {
            result: 'rolled-back',
            cause: `${cause}; the rollback, deployment ${id}, is not finished yet`,
            rollbackId: id,
            unfinished: true,
        };
    if (look.primaryTaskDefinition === look.asked)
        return {
            result: 'failed',
            cause: `${cause}; production still runs ${(0,_engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionOf */ .DT)(look.asked)} after the rollback ${id}`,
        };
    return { result: 'rolled-back', cause: `${cause}; rolled back by deployment ${id}${runs(look)}`, rollbackId: id };
}
function runs({ primaryTaskDefinition: primary }) {
    return primary === null ? '' : `, production runs ${(0,_engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionOf */ .DT)(primary)}`;
}
/** A stop before the replacement is there leaves nothing to take back; one in the middle of a shift should be taken back. */
function stays({ kind, last }, { primaryTaskDefinition: primary }) {
    const green = (0,_watch_stage_js__WEBPACK_IMPORTED_MODULE_1__/* .setOf */ .s4)(last, 'green')?.weight ?? 0;
    if (kind === 'stopped' && green > 0) {
        return `; no rollback of it is to be seen, and ${green} % of the production traffic is on its task set`;
    }
    return kind === 'stopped' && primary !== null ? `; there is no rollback, production runs ${(0,_engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionOf */ .DT)(primary)}` : '';
}
function causeOf(last, look) {
    if (look.cause !== undefined && look.cause !== '')
        return (0,_report_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .p)(look.cause);
    const { error, id, rawStatus } = last;
    return error === null ? `deployment ${id} is ${rawStatus}` : (0,_report_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .p)(`${error.code}: ${error.message}`);
}
/** A wait that was given up, as a clause. */
function tooLate(last, limitMs) {
    return `${goesOn(last)} after ${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p)(limitMs)}: no longer waited for`;
}
/** One that waits for a word does not go on by itself. */
function onItsOwn(last) {
    return last?.status === 'Ready'
        ? ': someone has to continue it (`mode: promote`), or CodeDeploy stops it'
        : ' and goes on by itself';
}
function goesOn(last) {
    return last === null ? 'the deployment could not be looked at' : `deployment ${last.id} is ${(0,_report_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .p)(last.rawStatus)}`;
}


/***/ }),

/***/ 1219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ watch)
});

// EXTERNAL MODULE: ./build/engine/engine.js
var engine_engine = __webpack_require__(6737);
// EXTERNAL MODULE: ./build/ports/clock.js
var clock = __webpack_require__(3201);
// EXTERNAL MODULE: ./build/plan.js
var plan = __webpack_require__(1781);
// EXTERNAL MODULE: ./build/target/target.js
var target = __webpack_require__(8151);
// EXTERNAL MODULE: ./build/watch/ends.js
var ends = __webpack_require__(6208);
// EXTERNAL MODULE: ./build/watch/rollback.js
var rollback = __webpack_require__(7454);
// EXTERNAL MODULE: ./build/ports/aws/error.js
var error = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/watch/stage.js
var watch_stage = __webpack_require__(4102);
;// CONCATENATED MODULE: ./build/watch/changes.js



/** What is new in a look, one event for each change. `first`: nothing has been told of the deployment yet. */
function changesOf(last, next, first, elapsedMs) {
    return [
        ...(first || next.rawStatus !== last.rawStatus
            ? [{ kind: 'status', status: next.rawStatus, elapsedMs }]
            : []),
        ...next.events.flatMap((event) => hasMoved(last, next, event) ? [{ kind: 'lifecycle', event, elapsedMs }] : []),
        ...taskChange(last, next, elapsedMs),
        ...trafficChange(last, next, elapsedMs),
    ];
}
/** After a failure the rest is skipped, which goes without saying. */
function hasMoved(last, next, event) {
    if (event.status === 'Skipped' && next.events.some(({ status }) => status === 'Failed'))
        return false;
    const before = last.events.find(({ name }) => name === event.name)?.status ?? 'Pending';
    return event.status !== before;
}
function trafficChange(last, next, elapsedMs) {
    if (next.taskSets.length === 0)
        return [];
    const before = weightsOf(last);
    const after = weightsOf(next);
    if (before.blue === after.blue && before.green === after.green)
        return [];
    return [{ kind: 'traffic', ...after, elapsedMs }];
}
/** Until there is a replacement, the original has all the traffic. */
function weightsOf(seen) {
    if (seen.taskSets.length === 0)
        return { blue: 100, green: 0 };
    return { blue: (0,watch_stage/* setOf */.s4)(seen, 'blue')?.weight ?? 0, green: (0,watch_stage/* setOf */.s4)(seen, 'green')?.weight ?? 0 };
}
function taskChange(last, next, elapsedMs) {
    const before = (0,watch_stage/* setOf */.s4)(last, 'green');
    const after = (0,watch_stage/* setOf */.s4)(next, 'green');
    if (after === undefined)
        return [];
    const { running, pending, desired } = after;
    if (before?.running === running && before.pending === pending && before.desired === desired)
        return [];
    return [{ kind: 'tasks', running, pending, desired, elapsedMs }];
}

;// CONCATENATED MODULE: ./build/watch/budget.js
const MINUTE_MS = 60_000;
/**
 * Planned calls to AWS a minute: in a shift, and in a long wait. A shift's fifteenth is kept for the look at the deployment
 * that confirms what the target shows.
 */
const SHIFT_CALLS = 14;
const WAIT_CALLS = 4;
/** When `cost` more calls fit into the last minute's budget. `calls`: when the earlier ones were made, oldest first. */
function freeAt(calls, now, budget, cost) {
    const recent = calls.filter((at) => at > now - MINUTE_MS);
    const surplus = recent.length + cost - budget;
    if (surplus <= 0)
        return now;
    return (recent[surplus - 1] ?? now - MINUTE_MS) + MINUTE_MS;
}
/** The calls that still count at `now`. */
function recentCalls(calls, now) {
    return calls.filter((at) => at > now - MINUTE_MS);
}

// EXTERNAL MODULE: ./build/watch/due.js
var watch_due = __webpack_require__(5422);
// EXTERNAL MODULE: ./build/watch/interval.js
var interval = __webpack_require__(9063);
;// CONCATENATED MODULE: ./build/watch/offset.js
const unknownOffset = { least: -Infinity, most: Infinity };
/** AWS may show an event a little after the time that it stamps on it. */
const LAG_MS = 1_500;
/**
 * Something stamped `stamp` by AWS was not there in a look begun at `before`, and there in one answered at `after`, both on
 * our clock. Clocks that cannot be brought together (an emulated AWS may run fast) are taken as equal.
 */
function narrowed(offset, stamp, before, after) {
    const least = before === null ? offset.least : Math.max(offset.least, before - stamp - LAG_MS);
    const most = Math.min(offset.most, after - stamp);
    return { least, most };
}
/** The offset to reckon with: none, unless the timestamps rule that out. Rather early than late: early looks cost less. */
function offsetMs({ least, most }) {
    if (least > most || (least <= 0 && most >= 0))
        return 0;
    return least === -Infinity ? most : Math.min(least + LAG_MS, most);
}

;// CONCATENATED MODULE: ./build/watch/course.js








function newCourse(id, now, last = (0,engine_engine/* unseen */.n)(id)) {
    const rest = { looks: 0, calls: [], fullAt: null, offset: unknownOffset, targetAt: null };
    return { last, stage: (0,watch_stage/* stageOf */.gV)(last), stageAt: now, ...rest };
}
/** A look that was not answered costs its calls all the same. */
function charged(course, what, at) {
    const made = what === 'both' ? [at, at] : [at];
    return { ...course, calls: [...recentCalls(course.calls, at), ...made] };
}
/** The course after an answered look. */
function afterLook(course, seen, taken) {
    const { what, begunAt, answeredAt } = taken;
    const stage = (0,watch_stage/* stageOf */.gV)(seen);
    const full = (0,watch_stage/* setOf */.s4)(seen, 'green')?.weight === 100;
    return {
        last: seen,
        looks: course.looks + 1,
        calls: charged(course, what, begunAt).calls,
        stage,
        stageAt: stage === course.stage ? course.stageAt : answeredAt,
        fullAt: full ? (course.fullAt ?? answeredAt) : null,
        offset: what === 'deployment' ? course.offset : learned(course, seen, answeredAt),
        targetAt: what === 'deployment' ? course.targetAt : begunAt,
    };
}
/** Each start and end that this look shows first tells something about the two clocks. */
function learned(course, seen, answeredAt) {
    let offset = course.offset;
    for (const event of seen.events) {
        const before = (0,watch_stage/* eventOf */.A6)(course.last, event.name);
        if (event.startedAt !== null && before?.startedAt !== event.startedAt)
            offset = narrowed(offset, event.startedAt, course.targetAt, answeredAt);
        if (event.endedAt !== null && before?.endedAt !== event.endedAt)
            offset = narrowed(offset, event.endedAt, course.targetAt, answeredAt);
    }
    return offset;
}
/** Below this a wait is not long: what can go wrong in it is noticed as fast as in a shift. */
const LONG_MS = 120_000;
/** When to look next, and at what. */
function nextLook(course, foresight, now) {
    const { last, stage, looks } = course;
    const { waiting } = foresight;
    const marks = { stageAt: course.stageAt, fullAt: course.fullAt, offsetMs: offsetMs(course.offset) };
    const due = (0,watch_due/* dueAt */.s)(last, stage, foresight, marks);
    const long = (stage === 'ready' && waiting.readyMs >= LONG_MS) || (stage === 'terminating' && waiting.terminationMs >= LONG_MS);
    const wish = now + (0,interval/* pauseMs */.rV)({ now, dueAt: due, long });
    const endInDeployment = (0,ends/* isReadyNear */.OV)(last, waiting.until);
    const what = (0,interval/* partOf */.BU)({ stage, endInDeployment, suspicious: (0,watch_stage/* isSuspicious */.oK)(last), due: (0,interval/* isDue */.nZ)(wish, due), looks });
    const free = freeFor(course, {
        now,
        at: wish,
        cost: what === 'both' ? 2 : 1,
        waits: long && due !== null && wish < due,
    });
    return { pauseMs: Math.min(Math.max(wish, free) - now, waiting.maxDelayMs), what };
}
function freeFor(course, look) {
    const { calls, stageAt } = course;
    const counted = look.waits ? calls.filter((at) => at >= stageAt) : calls;
    return freeAt(counted, look.at, look.waits ? WAIT_CALLS : SHIFT_CALLS, look.cost);
}

// EXTERNAL MODULE: ./build/watch/look.js + 1 modules
var look = __webpack_require__(6570);
;// CONCATENATED MODULE: ./build/watch/waiting.js





/** What is waited for, and for how long at most. In `Ready`, until when someone has to continue the deployment. */
function waitingEvent(course, word) {
    const { elapsedMs, leftMs, waiting, now } = word;
    if (course.stage !== 'ready')
        return { kind: 'waiting', stage: stageWords(course), leftMs, elapsedMs };
    const marks = { stageAt: course.stageAt, fullAt: course.fullAt, offsetMs: offsetMs(course.offset) };
    const due = (0,watch_due/* dueAt */.s)(course.last, 'ready', { steps: [], waiting }, marks) ?? now;
    const test = word.hasTestListener ? 'test it through the test listener, then ' : '';
    const stage = `someone to continue the deployment (${test}aws deploy continue-deployment --deployment-id ${course.last.id} ` +
        '--deployment-wait-type READY_WAIT), or CodeDeploy stops it';
    return { kind: 'waiting', stage, leftMs: Math.max(0, Math.min(due - now, waiting.readyMs)), elapsedMs };
}
function stageWords({ stage, last }) {
    const running = last.events.find((event) => event.status === 'InProgress')?.name;
    const during = running === undefined ? '' : ` (${running})`;
    switch (stage) {
        case 'starting':
            return 'the deployment to begin';
        case 'installing':
            return `the replacement tasks${during}`;
        case 'shifting':
            return `the traffic shift${during}`;
        case 'finishing':
            return `the checks after the shift${during}`;
        case 'terminating':
            return 'the end of the original task set';
        case 'ready':
        case 'over':
            return 'the deployment to go on';
    }
}

;// CONCATENATED MODULE: ./build/watch/round.js










/** A word is given when nothing has changed for this long. */
const HEARTBEAT_MS = 3 * 60_000;
/** The course of one watch: what was seen last, when to look next. */
class Round {
    course;
    startedAt;
    engine;
    options;
    toldAt;
    failures = 0;
    failure = '';
    next = { pauseMs: 0, what: 'both' };
    constructor(engine, id, options) {
        this.engine = engine;
        this.options = options;
        this.toldAt = options.clock.now();
        this.startedAt = options.from?.startedAt ?? this.toldAt;
        this.course = newCourse(id, this.toldAt, options.from?.last);
    }
    lastSeen() {
        return this.isNew() ? null : this.course.last;
    }
    /** Nothing has been seen of the deployment, here or by an earlier watch. */
    isNew() {
        return this.course.looks === 0 && this.options.from === undefined;
    }
    leftMs() {
        return this.startedAt + this.options.waiting.limitMs - this.options.clock.now();
    }
    async look() {
        const { clock, signal, waiting } = this.options;
        if (signal?.aborted)
            return { kind: 'interrupted', events: [] };
        const begunAt = clock.now();
        const { what } = this.next;
        const answer = await (0,look/* take */.s)(this.engine, this.course.last, what, signal);
        if (answer.kind === 'aborted')
            return { kind: 'interrupted', events: [] };
        if (answer.kind === 'unanswered')
            return { kind: 'on', events: this.ridesOut(answer.error, begunAt) };
        const before = this.course.last;
        const events = this.takesIn(answer.seen, { what, begunAt });
        if (what === 'target' && (0,ends/* needsDeployment */.BC)(before, answer.seen, waiting.until))
            return this.confirmed(events);
        const end = (0,ends/* endOf */.pJ)(answer.seen, waiting.until);
        return end === null ? { kind: 'on', events } : { kind: 'end', end, events };
    }
    /** The target shows what only the deployment itself can confirm. */
    async confirmed(events) {
        this.next = { pauseMs: 0, what: 'deployment' };
        const looked = await this.look();
        return { ...looked, events: [...events, ...looked.events] };
    }
    takesIn(seen, { what, begunAt }) {
        const { clock, steps, waiting } = this.options;
        const before = this.course;
        const isFirst = this.isNew();
        const now = clock.now();
        this.failures = 0;
        this.failure = '';
        this.course = afterLook(before, seen, { what, begunAt, answeredAt: now });
        this.next = nextLook(this.course, { steps, waiting }, now);
        const events = changesOf(before.last, seen, isFirst, now - this.startedAt);
        if (this.course.stage === 'ready' && before.stage !== 'ready')
            events.push(this.word());
        if (events.length > 0)
            this.toldAt = now;
        return events;
    }
    ridesOut(error, begunAt) {
        const { clock, random, waiting } = this.options;
        this.failures += 1;
        // The longest pause that was asked for holds, unless AWS says that it is asked too often.
        const throttled = error.kind === 'throttled';
        const pauseMs = throttled
            ? (0,interval/* throttledMs */.Zb)(this.failures, random)
            : Math.min((0,interval/* retryMs */.hO)(this.failures, random), waiting.maxDelayMs);
        const { what } = this.next;
        this.course = charged(this.course, what, begunAt);
        // One call at a time while AWS has none to spare: of two, either can be the one too many.
        this.next = { pauseMs, what: throttled && what === 'both' ? 'target' : what };
        if (error.code === this.failure)
            return [];
        this.failure = error.code;
        this.toldAt = clock.now();
        return [{ kind: 'unanswered', reason: error.message, retryMs: pauseMs, elapsedMs: this.toldAt - this.startedAt }];
    }
    *heartbeat() {
        const now = this.options.clock.now();
        if (now - this.toldAt < HEARTBEAT_MS)
            return;
        this.toldAt = now;
        yield this.word();
    }
    word() {
        const { hasTestListener, waiting, clock } = this.options;
        const elapsedMs = clock.now() - this.startedAt;
        return waitingEvent(this.course, { waiting, hasTestListener, leftMs: this.leftMs(), elapsedMs, now: clock.now() });
    }
    async pause() {
        const { clock, signal } = this.options;
        await clock.sleep(Math.max(0, Math.min(this.next.pauseMs, this.leftMs())), signal);
    }
}

;// CONCATENATED MODULE: ./build/watch.js








/**
 * Watches a deployment until the end that `options.waiting` asks for: one event for each change. Throttling, AWS's own
 * faults and lost connections are ridden out up to the time limit. Throws a `StepError` where looking on cannot help.
 */
async function* watch(engine, id, options) {
    if (options.waiting.until === 'none')
        return { kind: 'reached', end: 'none', last: (0,engine_engine/* unseen */.n)(id) };
    const round = new Round(engine, id, options);
    for (;;) {
        const answer = await round.look();
        yield* answer.events;
        if (answer.kind === 'interrupted')
            return { kind: 'interrupted', last: round.lastSeen() };
        if (answer.kind === 'end')
            return yield* conclude(engine, options, round, answer.end);
        if (round.leftMs() <= 0)
            return { kind: 'timed-out', last: round.lastSeen(), limitMs: options.waiting.limitMs };
        yield* round.heartbeat();
        await round.pause();
    }
}
async function* conclude(engine, { clock, waiting, signal }, round, end) {
    const last = round.course.last;
    if (end.kind === 'reached')
        return { ...end, last };
    const { startedAt } = round;
    const followed = yield* (0,rollback/* followRollback */.u)({ engine, clock, signal, startedAt, maxDelayMs: waiting.maxDelayMs }, last);
    return { kind: end.kind, ...followed };
}


/***/ }),

/***/ 5422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ lastEnded),
/* harmony export */   s: () => (/* binding */ dueAt)
/* harmony export */ });
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1781);
/* harmony import */ var _target_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8151);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4102);




/** With no hook, AfterAllowTraffic ends about this long after the last step of the shift. */
const FINISH_MS = 700;
/** When the next foreseeable change of the deployment is due, on our clock; null where none is. */
function dueAt(seen, stage, foresight, marks) {
    const ours = (aws) => aws === null || aws === undefined ? marks.stageAt : aws + marks.offsetMs;
    const finish = (marks.fullAt ?? marks.stageAt) + FINISH_MS;
    switch (stage) {
        case 'ready':
            return ours(lastEnded(seen)) + foresight.waiting.readyMs;
        case 'shifting': {
            const weight = (0,_stage_js__WEBPACK_IMPORTED_MODULE_2__/* .setOf */ .s4)(seen, 'green')?.weight ?? 0;
            const step = foresight.steps.find(({ percent }) => percent > weight);
            return step === undefined ? finish : ours((0,_stage_js__WEBPACK_IMPORTED_MODULE_2__/* .eventOf */ .A6)(seen, 'AllowTraffic')?.startedAt) + step.atMs;
        }
        case 'finishing':
            return finish;
        case 'terminating':
            return ours((0,_stage_js__WEBPACK_IMPORTED_MODULE_2__/* .eventOf */ .A6)(seen, 'AfterAllowTraffic')?.endedAt) + foresight.waiting.terminationMs;
        case 'starting':
        case 'installing':
        case 'over':
            return null;
    }
}
/** When the latest of its lifecycle events ended, on AWS's clock. */
function lastEnded(seen) {
    const ends = seen.events.flatMap(({ endedAt }) => (endedAt === null ? [] : [endedAt]));
    return ends.length === 0 ? null : Math.max(...ends);
}


/***/ }),

/***/ 6208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ needsDeployment),
/* harmony export */   OV: () => (/* binding */ isReadyNear),
/* harmony export */   pJ: () => (/* binding */ endOf)
/* harmony export */ });
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4102);



/** The end that a look shows; null while the deployment goes on. What AWS calls failed or stopped is never reached. */
function endOf(seen, until) {
    if (seen.status === 'Failed')
        return { kind: 'failed' };
    if (seen.status === 'Stopped')
        return { kind: 'stopped' };
    if (seen.status === 'Succeeded')
        return { kind: 'reached', end: until === 'completed' ? until : 'traffic-shifted' };
    switch (until) {
        case 'none':
            return { kind: 'reached', end: 'none' };
        case 'test-ready':
            // Someone was quicker: the time to test is over, and production is on its way or there.
            if ((0,_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .isShifted */ .QC)(seen))
                return { kind: 'reached', end: 'traffic-shifted' };
            return seen.status === 'Ready' || (0,_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .hasShiftBegun */ .Gx)(seen) ? { kind: 'reached', end: 'test-ready' } : null;
        case 'traffic-shifted':
            return (0,_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .isShifted */ .QC)(seen) ? { kind: 'reached', end: 'traffic-shifted' } : null;
        case 'completed':
            return null;
    }
}
/** True where a look at the target shows something of which only the deployment itself can tell what it means. */
function needsDeployment(before, seen, until) {
    if (endOf(seen, until) !== null || (0,_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .isSuspicious */ .oK)(seen))
        return true;
    if ((0,_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .stageOf */ .gV)(seen) === 'terminating')
        return (0,_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .stageOf */ .gV)(before) !== 'terminating';
    if ((0,_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .hasShiftBegun */ .Gx)(seen))
        return false;
    return (seen.targetStatus === 'Ready' && seen.status !== 'Ready') || isReadyNear(seen, until);
}
/** The wait for ContinueDeployment begins some time after Install, and shows in the deployment. */
function isReadyNear(seen, until) {
    return until === 'test-ready' && (0,_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .eventOf */ .A6)(seen, 'Install')?.status === 'Succeeded';
}


/***/ }),

/***/ 9063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   Zb: () => (/* binding */ throttledMs),
/* harmony export */   hO: () => (/* binding */ retryMs),
/* harmony export */   nZ: () => (/* binding */ isDue),
/* harmony export */   rV: () => (/* binding */ pauseMs)
/* harmony export */ });
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4102);


/** How long after its due time a change is looked for first: AWS is not to the millisecond. */
const LEAD_MS = 250;
/** Between looks while something is due, so that it is noticed within two seconds. */
const QUICK_MS = 1_750;
/** For how long something that is due is looked for quickly. */
const WINDOW_MS = 8_000;
/** Between looks where something can happen at any time, so that it is noticed within five seconds. */
const GAP_MS = 4_800;
/** Between looks in a long wait, and shortly before its end: that leaves calls for the end itself. */
const WAIT_GAP_MS = 16_000;
const LAST_GAP_MS = 30_000;
/** The other part of the deployment is asked for with every eighth look. */
const OTHER_EVERY = 8;
/** Without a target, a failure shows in the deployment only. */
const STARTING_EVERY = 4;
/** Milliseconds to the next look, budgets aside. */
function pauseMs({ now, dueAt, long }) {
    if (dueAt === null)
        return GAP_MS;
    const left = dueAt + LEAD_MS - now;
    if (left <= -WINDOW_MS)
        return GAP_MS;
    if (left <= 0)
        return QUICK_MS;
    if (long && left > LAST_GAP_MS + LAST_GAP_MS + WAIT_GAP_MS)
        return WAIT_GAP_MS;
    return left / Math.ceil(left / (long ? LAST_GAP_MS : GAP_MS));
}
/** Which part of the deployment to ask for: the one in which the next change shows, the other one now and then. */
function partOf({ stage, endInDeployment, suspicious, due, looks }) {
    if (looks === 0)
        return 'both';
    const inTurn = looks % 2 === 0 ? 'target' : 'deployment';
    if (stage === 'ready' || stage === 'terminating')
        return 'deployment';
    if (suspicious)
        return inTurn;
    if (stage === 'shifting')
        return due ? 'target' : inTurn;
    if (stage === 'starting')
        return looks % STARTING_EVERY === 0 ? 'both' : 'target';
    if (looks % OTHER_EVERY === 0)
        return 'both';
    return endInDeployment && stage === 'installing' ? 'deployment' : 'target';
}
/** True from the due time of a change until it is no longer looked for quickly. */
function isDue(at, dueAt) {
    return dueAt !== null && at >= dueAt && at <= dueAt + LEAD_MS + WINDOW_MS;
}
const RETRY_MS = 2_500;
const RETRY_MOST_MS = 60_000;
/** Milliseconds to the next try after the `failures`th failure in a row: doubling, with full jitter above a second. */
function retryMs(failures, random) {
    return Math.round(1_000 + random() * (longest(failures) - 1_000));
}
/** The same after throttling: never sooner than without it, or many watchers of one account would ask more, not less. */
function throttledMs(failures, random) {
    return Math.min(RETRY_MOST_MS, Math.round(GAP_MS + random() * longest(failures)));
}
function longest(failures) {
    return Math.min(RETRY_MOST_MS, RETRY_MS * 2 ** failures);
}


/***/ }),

/***/ 6570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ take)
});

// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/report/permission.js
var permission = __webpack_require__(8880);
;// CONCATENATED MODULE: ./build/watch/lost-sight.js



/** The deployment cannot be followed any more; it goes on by itself, and the reader has to know that first. */
function lostSight(error, id) {
    return new errors/* StepError */.zg({
        tried: 'follow the deployment',
        on: id,
        why: error.message,
        repair: `Deployment ${id} goes on without being watched: how it ends is not known here; a step with 'mode: wait' and this id follows it. ${repairOf(error)}`,
    }, { cause: error });
}
function repairOf(error) {
    switch (error.kind) {
        case 'denied':
            return (0,permission/* permissionFor */.T)(error);
        case 'credentials':
            return ('The credentials are wrong or have expired: ask for a longer session (`role-duration-seconds` of ' +
                "aws-actions/configure-aws-credentials, up to the role's own maximum), or wait for less with `wait-for`.");
        case 'missing':
            return 'Check that the credentials and the region are those that started it.';
        case 'throttled':
        case 'server':
        case 'network':
        case 'other':
            return 'Look at it in the CodeDeploy console.';
    }
}

;// CONCATENATED MODULE: ./build/watch/look.js



/**
 * One look. Throttling, AWS's own faults and lost connections are answers like any other; all else is thrown, as a
 * `StepError` that names the deployment that goes on.
 */
async function take(engine, last, what, signal) {
    const answer = answerOf(engine, last, what);
    return signal === undefined ? answer : Promise.race([answer, aborted(signal, answer)]);
}
async function answerOf(engine, last, what) {
    try {
        return { kind: 'seen', seen: await engine.observe(last.id, { what, last }) };
    }
    catch (error) {
        if ((0,aws_error/* isTransient */.dg)(error))
            return { kind: 'unanswered', error };
        throw error instanceof aws_error/* AwsCallError */.iQ ? lostSight(error, last.id) : error;
    }
}
/** A call that hangs must not hold up a cancel. Stops listening when the answer is there. */
async function aborted(signal, answer) {
    return new Promise((resolve) => {
        const stop = () => {
            resolve({ kind: 'aborted' });
        };
        if (signal.aborted)
            stop();
        signal.addEventListener('abort', stop, { once: true });
        const forget = () => {
            signal.removeEventListener('abort', stop);
        };
        answer.then(forget, forget);
    });
}


/***/ }),

/***/ 7454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ carriesTraffic),
/* harmony export */   u: () => (/* binding */ followRollback)
/* harmony export */ });
/* harmony import */ var _engine_engine_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6737);
/* harmony import */ var _ports_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3201);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4102);
/* harmony import */ var _look_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6570);





/**
 * `rollbackInfo` may come a little after the end; how much is not documented. It is waited for longer where a stop has left
 * production traffic on the replacement: a rollback is to be expected there.
 */
const GRACE_MS = 10_000;
const LONGEST_GRACE_MS = 60_000;
const GRACE_GAP_MS = 2_000;
/** Returning the traffic is quick while the original still runs. */
const FOLLOW_MS = 5 * 60_000;
const QUICK_LOOKS = 4;
const QUICK_GAP_MS = 1_500;
const GAP_MS = 4_500;
/**
 * Looks whether CodeDeploy takes a failed or stopped deployment back, and follows that until it has ended, for a few
 * minutes at most. What cannot be read any more is left open: the deployment itself has failed in any case.
 */
async function* followRollback(watch, failed) {
    const last = await withRollbackInfo(watch, failed);
    const id = last.rollback?.deploymentId ?? null;
    if (id === null)
        return { last, rollback: null };
    const until = watch.clock.now() + FOLLOW_MS;
    let seen = (0,_engine_engine_js__WEBPACK_IMPORTED_MODULE_3__/* .unseen */ .n)(id);
    for (let looks = 1;; looks += 1) {
        const next = await lookAt(watch, seen);
        if (next === null)
            break;
        if (looks === 1 || next.rawStatus !== seen.rawStatus) {
            const elapsedMs = watch.clock.now() - watch.startedAt;
            yield { kind: 'rollback', deploymentId: id, status: next.rawStatus, elapsedMs };
        }
        seen = next;
        if ((0,_stage_js__WEBPACK_IMPORTED_MODULE_1__/* .isOver */ .PU)(seen) || watch.clock.now() >= until)
            break;
        await pause(watch, looks <= QUICK_LOOKS ? QUICK_GAP_MS : GAP_MS);
    }
    return { last, rollback: { id, status: seen.status } };
}
async function withRollbackInfo(watch, failed) {
    const since = watch.clock.now();
    const isNamed = ({ rollback }) => (rollback?.deploymentId ?? null) !== null;
    let known = failed;
    for (let waited = 0; !isNamed(known) && waited < LONGEST_GRACE_MS; waited = watch.clock.now() - since) {
        if (waited >= GRACE_MS) {
            const target = await lookAt(watch, known, 'target');
            known = target ?? known;
            if (failed.status !== 'Stopped' || target === null || !carriesTraffic(target))
                return known;
        }
        await pause(watch, waited < GRACE_MS ? GRACE_GAP_MS : GAP_MS);
        const next = await lookAt(watch, known);
        if (next === null)
            return known;
        known = next;
    }
    return known;
}
/** True where the replacement takes production traffic. */
function carriesTraffic(seen) {
    return ((0,_stage_js__WEBPACK_IMPORTED_MODULE_1__/* .setOf */ .s4)(seen, 'green')?.weight ?? 0) > 0;
}
/** null where looking on is of no use: cancelled, or not allowed any more. An unanswered look changes nothing. */
async function lookAt(watch, last, what = 'deployment') {
    try {
        const answer = await (0,_look_js__WEBPACK_IMPORTED_MODULE_2__/* .take */ .s)(watch.engine, last, what, watch.signal);
        if (answer.kind === 'aborted')
            return null;
        return answer.kind === 'seen' ? answer.seen : last;
    }
    catch {
        return null;
    }
}
async function pause(watch, ms) {
    await watch.clock.sleep(Math.min(ms, watch.maxDelayMs), watch.signal);
}


/***/ })

};
