export const id = 346;
export const ids = [346];
export const modules = {

/***/ 6346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  goesOn: () => (/* binding */ goesOn),
  leftRunning: () => (/* binding */ leftRunning)
});

// EXTERNAL MODULE: ./build/follow.js + 7 modules
var follow = __webpack_require__(1666);
// EXTERNAL MODULE: ./build/give-up.js + 1 modules
var give_up = __webpack_require__(6761);
// EXTERNAL MODULE: ./build/remember.js
var remember = __webpack_require__(4941);
// EXTERNAL MODULE: ./build/report/console.js
var console = __webpack_require__(7150);
// EXTERNAL MODULE: ./build/report/plain.js
var plain = __webpack_require__(2071);
// EXTERNAL MODULE: ./build/stop/fresh-look.js
var fresh_look = __webpack_require__(1873);
// EXTERNAL MODULE: ./build/stop.js
var stop = __webpack_require__(1110);
// EXTERNAL MODULE: ./build/watch/stage.js
var stage = __webpack_require__(4102);
// EXTERNAL MODULE: ./build/world.js
var world = __webpack_require__(3920);
// EXTERNAL MODULE: ./build/engine/codedeploy/engine.js
var codedeploy_engine = __webpack_require__(7066);
// EXTERNAL MODULE: ./build/engine/codedeploy/ours.js
var ours = __webpack_require__(8043);
// EXTERNAL MODULE: ./build/engine/codedeploy/start.js + 1 modules
var start = __webpack_require__(8868);
// EXTERNAL MODULE: ./build/ports/aws/open.js
var aws_open = __webpack_require__(2545);
// EXTERNAL MODULE: ./build/target/running.js
var running = __webpack_require__(2083);
;// CONCATENATED MODULE: ./build/post/picked-up.js









const RETRIES = 3;
function openRemembered({ region }) {
    return (0,aws_open/* openAws */.e)({ region, maxRetries: RETRIES });
}
/** A call that was on its way when the process ended may be carried out a moment later. */
const LOOKS_MS = [0, 2_000, 3_000, 5_000, 5_000];
/** The deployment's id, from the state or by the marker; null where there is none. Throws a `StepError`. */
async function findId(known, aws, { runner, clock, log }) {
    const id = runner.state('deployment-id');
    if (id !== '')
        return id;
    const { search, application, group } = known;
    if (search === null)
        return null;
    const ports = { codedeploy: aws.codedeploy, clock, log, random: Math.random };
    const wanted = { application, group, marker: search.marker, appspec: { sha256: search.sha256 } };
    for (const pauseMs of LOOKS_MS) {
        await clock.sleep(pauseMs);
        const own = await (0,ours/* findOurs */.ZA)(ports, wanted, search.since - start/* CLOCK_SKEW_MS */.r);
        const found = own ?? (await findAdopted(aws.codedeploy, wanted));
        if (found !== null)
            return found;
    }
    return null;
}
/** One of an earlier attempt, which the run was about to go on with: CreateDeployment was refused for it. */
async function findAdopted(codedeploy, wanted) {
    const { lastAttemptedDeployment } = await codedeploy.getDeploymentGroup(wanted.application, wanted.group);
    const id = lastAttemptedDeployment?.deploymentId;
    if (id === undefined)
        return null;
    const info = await codedeploy.getDeployment(id);
    return !(0,running/* hasEnded */.hY)(info.status) && (0,ours/* isOfThisRun */.tC)(info, wanted) ? id : null;
}
/** How long `post` waits for a deployment that it does not stop: not at all. */
const NO_WAIT = { until: 'traffic-shifted', readyMs: 0, shiftMs: 0, terminationMs: 0, limitMs: 0 };
const MAX_DELAY_MS = 5_000;
function pickUp(known, id, aws, { clock, log }) {
    const { application, group, ecsTarget, cluster, service, to, onCancel } = known;
    const engine = (0,codedeploy_engine/* codeDeployEngine */.P)({ codedeploy: aws.codedeploy, clock, log }, { application, group, ecsTarget });
    return {
        ...{ id, engine, cluster, service, asked: to, steps: [], hasTestListener: false },
        startedAt: known.search?.since ?? clock.now(),
        waiting: { ...NO_WAIT, maxDelayMs: MAX_DELAY_MS },
        control: onCancel === null ? null : { onCancel, onTimeout: 'leave', maxTaskFailures: 0 },
    };
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/report/sentence.js
var sentence = __webpack_require__(1706);
// EXTERNAL MODULE: ./build/report/summary.js
var summary = __webpack_require__(4611);
// EXTERNAL MODULE: ./build/target/facts.js
var facts = __webpack_require__(2995);
// EXTERNAL MODULE: ./build/target/place.js
var target_place = __webpack_require__(6811);
;// CONCATENATED MODULE: ./build/post/report.js










/** As an annotation and on the job's page. An error where production is not where a reader of a cancelled run takes it to be. */
async function report({ known, id, outcome }, ports) {
    const { log, runner, aws, clock } = ports;
    const url = (0,console/* consoleUrl */.B)(id, aws.region);
    const told = 'note' in outcome ? outcome.note : outcome.cause;
    const text = `${(0,sentence/* sentence */.e)(told)} Deployment ${id}: ${url}`;
    if (await isAsExpected(known, outcome, ports))
        log.warning(text);
    else
        log.error(`${text}${await byHand(outcome, id, ports)}`);
    const { cluster, service, from, to, search } = known;
    const nothing = { image: null, digest: null, url: null, events: [] };
    const place = { cluster: (0,target_place/* nameOf */.Vb)(cluster), service: (0,target_place/* nameOf */.Vb)(service), from, to };
    const tookMs = clock.now() - (search?.since ?? clock.now());
    try {
        await runner.addSummary((0,summary/* summary */.z)({ outcome, ...place, ...nothing, deploymentId: id, consoleUrl: url, tookMs }));
    }
    catch (error) {
        log.warning(`The job summary could not be written: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
async function isAsExpected(known, outcome, { aws }) {
    switch (outcome.result) {
        case 'succeeded':
        case 'started':
        case 'interrupted':
            return true;
        case 'rolled-back':
        case 'stopped': {
            const service = await aws.ecs.describeService(known.cluster, known.service).catch(() => null);
            const runs = (0,facts/* primaryOf */.Os)(service)?.taskDefinition;
            return runs !== undefined && (runs !== known.to || known.from === known.to);
        }
        case 'failed':
        case 'timed-out':
            return false;
    }
}
/** What has ended cannot be stopped. */
async function byHand({ result }, id, { aws }) {
    if (result !== 'failed' && result !== 'timed-out')
        return '';
    const seen = await aws.codedeploy.getDeployment(id, 'none').catch(() => null);
    if ((0,running/* hasEnded */.hY)(seen?.status))
        return '';
    return `\nTo take it back by hand: aws deploy stop-deployment --deployment-id ${id} --auto-rollback-enabled`;
}

;// CONCATENATED MODULE: ./build/post/left-running.js













/** The run was cancelled or killed: `on-cancel` is done, or followed where the run itself had time to stop it. */
async function leftRunning(known, world) {
    const { log } = world;
    const aws = await openRemembered(known);
    const id = await findId(known, aws, world);
    if (id === null) {
        log.warning(`The step ended while it started a deployment of ${known.application} / ${known.group}. There is none: ` +
            `production is as it was.`);
        return;
    }
    const started = pickUp(known, id, aws, world);
    const ports = { ...world, aws };
    await report({ known, id, outcome: await settled(started, known, ports) }, ports);
}
async function settled(started, known, ports) {
    const reason = { kind: 'cancelled', cause: 'the run was cancelled or killed' };
    if (!(0,remember/* isStopped */.id)(ports.runner))
        return (0,give_up/* giveUp */.Ht)(started, ports, reason, null, known.onCancel ?? 'leave');
    const of = { started, ports, reason };
    return (0,give_up/* judged */.g$)(of, await (0,stop/* followStopped */.V)((0,give_up/* stopPorts */.p9)(of), started.id), null);
}
/** The run ended by an error that it told itself: nothing is stopped, but what goes on is said. */
async function goesOn(known, world) {
    const id = world.runner.state('deployment-id');
    // Without one, CreateDeployment was refused: the error told that.
    if (id === '')
        return;
    const aws = await openRemembered(known);
    const fresh = await (0,fresh_look/* lookAfresh */.D)(pickUp(known, id, aws, world), world, null);
    const seen = fresh.kind === 'seen' ? fresh.seen : null;
    if (seen !== null && (0,stage/* isOver */.PU)(seen)) {
        world.log.warning(`Deployment ${id} has ended as ${(0,plain/* plain */.p)(seen.rawStatus)} since. ${(0,console/* consoleUrl */.B)(id, aws.region)}`);
        return;
    }
    const state = seen === null ? '' : ` (${(0,plain/* plain */.p)(seen.rawStatus)})`;
    world.log.warning(`The step ended before deployment ${id}${state} did: it is not stopped and goes on by itself, on AWS. ` +
        `Look at it: ${(0,console/* consoleUrl */.B)(id, aws.region)}`);
}


/***/ })

};
