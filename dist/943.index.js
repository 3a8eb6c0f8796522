export const id = 943;
export const ids = [943];
export const modules = {

/***/ 7133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ serviceFromTaskSet)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);




/**
 * What an AppSpec says about the service, from the task set that takes the traffic. A task set knows no hooks.
 * @throws StepError when the task set has no load balancer: CodeDeploy needs one.
 */
function serviceFromTaskSet(taskSet) {
    const [balancer] = taskSet.loadBalancers ?? [];
    if (balancer?.containerName === undefined || balancer.containerPort === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg({
            tried: 'find the container behind the load balancer',
            on: taskSet.id ?? 'the PRIMARY task set',
            why: 'the PRIMARY task set has no load balancer',
            repair: 'Create the service with a load balancer: blue/green shifts traffic between two target groups.',
        });
    }
    return {
        containerName: balancer.containerName,
        containerPort: balancer.containerPort,
        platformVersion: taskSet.platformVersion || null, // eslint-disable-line @typescript-eslint/prefer-nullish-coalescing -- an empty one says nothing either
        network: networkOf(taskSet.networkConfiguration),
        capacityProviders: capacityOf(taskSet.capacityProviderStrategy),
        hooks: [],
    };
}
/**
 * All or nothing: without subnets or security groups the AppSpec says nothing of the network, and CodeDeploy keeps the
 * service's. An absent assignPublicIp is DISABLED (ECS API: AwsVpcConfiguration).
 */
function networkOf(configuration) {
    const { subnets = [], securityGroups = [], assignPublicIp } = configuration?.awsvpcConfiguration ?? {};
    if (subnets.length === 0 || securityGroups.length === 0)
        return null;
    return {
        AwsvpcConfiguration: {
            Subnets: subnets,
            SecurityGroups: securityGroups,
            AssignPublicIp: assignPublicIp ?? 'DISABLED',
        },
    };
}
/** null where the task set has a launch type instead. */
function capacityOf(strategy) {
    if (strategy === undefined || strategy.length === 0)
        return null;
    return strategy.map(({ base, capacityProvider, weight }) => ({
        Base: base ?? 0,
        CapacityProvider: capacityProvider ?? '',
        Weight: weight ?? 0,
    }));
}


/***/ }),

/***/ 5375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ renderAppSpec)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9368);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9459);




/**
 * The AppSpec that deploys `taskDefinitionArn`: JSON, the same text for the same input, with the SHA-256 of exactly
 * that text. From a file, only TaskDefinition is replaced (under the spelling that the file has); everything else stays.
 */
function renderAppSpec(source, taskDefinitionArn) {
    const document = source.kind === 'file'
        ? withTaskDefinition(source.document, taskDefinitionArn)
        : fromService(source.service, taskDefinitionArn);
    const content = JSON.stringify(document);
    return { content, sha256: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content, 'utf8').digest('hex') };
}
function withTaskDefinition(document, arn) {
    const resources = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .elementsOf */ .ZE)((0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .findKey */ .Tj)(document, 'Resources')?.value).map((entry) => {
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(entry))
            return entry;
        return Object.fromEntries(Object.entries(entry).map(([name, resource]) => [name, inResource(resource, arn)]));
    });
    return (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .setKey */ .qL)(document, 'Resources', resources);
}
function inResource(resource, arn) {
    const properties = (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .findKey */ .Tj)(resource, 'Properties')?.value;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(resource) || !(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(properties))
        return resource;
    return (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .setKey */ .qL)(resource, 'Properties', (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .setKey */ .qL)(properties, 'TaskDefinition', arn));
}
/**
 * CodeDeploy takes the capacity provider away from a service whose AppSpec names none, so it is always named where the
 * task set has one. The launch type has no place in an AppSpec.
 */
function fromService(service, arn) {
    const { containerName, containerPort, platformVersion, network, capacityProviders, hooks } = service;
    const Properties = {
        TaskDefinition: arn,
        LoadBalancerInfo: { ContainerName: containerName, ContainerPort: containerPort },
        ...(platformVersion === null ? {} : { PlatformVersion: platformVersion }),
        ...(network === null ? {} : { NetworkConfiguration: network }),
        ...(capacityProviders === null ? {} : { CapacityProviderStrategy: capacityProviders }),
    };
    return {
        version: 0.0,
        Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties } }],
        ...(hooks.length === 0 ? {} : { Hooks: hooks.map(([event, fn]) => ({ [event]: fn })) }),
    };
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

/***/ 8518:
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
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/ports/signals.js
var signals = __webpack_require__(8270);
// EXTERNAL MODULE: ./build/remember.js
var remember = __webpack_require__(4941);
// EXTERNAL MODULE: ./build/report/outcome.js
var outcome = __webpack_require__(4247);
// EXTERNAL MODULE: ./build/report/steps.js
var steps = __webpack_require__(6884);
// EXTERNAL MODULE: ./build/target/config.js
var target_config = __webpack_require__(6932);
// EXTERNAL MODULE: ./build/report/console.js
var console = __webpack_require__(7150);
// EXTERNAL MODULE: ./build/rollback/choose.js
var choose = __webpack_require__(5484);
// EXTERNAL MODULE: ./build/follow.js + 7 modules
var follow = __webpack_require__(1666);
// EXTERNAL MODULE: ./build/report/progress.js
var progress = __webpack_require__(5364);
// EXTERNAL MODULE: ./build/target/target.js
var target_target = __webpack_require__(8151);
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
var stop = __webpack_require__(1110);
// EXTERNAL MODULE: ./build/target/facts.js
var facts = __webpack_require__(2995);
// EXTERNAL MODULE: ./build/rollback/plan.js + 3 modules
var rollback_plan = __webpack_require__(8318);
// EXTERNAL MODULE: ./build/engine/codedeploy/describe.js
var describe = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(8747);
// EXTERNAL MODULE: ./build/report/plain.js
var plain = __webpack_require__(2071);
// EXTERNAL MODULE: ./build/watch/rollback.js
var watch_rollback = __webpack_require__(7454);
// EXTERNAL MODULE: ./build/watch/stage.js
var stage = __webpack_require__(4102);
// EXTERNAL MODULE: ./build/rollback/running.js
var running = __webpack_require__(9006);
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
    if (rollback === null && (0,watch_rollback/* carriesTraffic */.d)(last)) {
        const share = `${(0,stage/* setOf */.s4)(last, 'green')?.weight ?? 0} %`;
        const cause = `${how}, no rollback of it is to be seen, and ${share} of the production traffic is on its replacement`;
        return { result: 'failed', cause };
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
async function carryOutStop({ id, to, leaves }, errand) {
    const { engine, inputs, target, aws, world } = errand;
    // As the deployment sees it: from where it came back, and what it was to bring. It is stopped here, never by `post`.
    const ways = { search: null, from: to.arn, to: leaves.arn, onCancel: null };
    (0,remember/* rememberDeployment */.pA)(world.runner, { ...(0,remember/* whereOf */.de)(target, aws.region), ...ways }, id);
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
    if (world.signal.aborted && !isSettled(end))
        return returned(id, { kind: 'interrupted', last: end.last }, null, to);
    return returned(id, end, isSettled(end) ? await runsNow(errand, to.arn) : null, to);
}
/** Nothing of it goes on any more. */
function isSettled(end) {
    if (end.kind !== 'stopped' && end.kind !== 'failed')
        return false;
    return end.rollback === null || ['Succeeded', 'Failed', 'Stopped'].includes(end.rollback.status);
}
function stopped(id, { engine, inputs, world }) {
    const { clock, signal } = world;
    const maxDelayMs = inputs.waiting.maxDelaySeconds * 1000;
    const stoppedNow = () => {
        (0,remember/* rememberStop */.GD)(world.runner);
    };
    const ports = { engine, clock, maxDelayMs, signal, tell: tellTo(world), stopped: stoppedNow };
    return (0,stop/* stopAndFollow */.z)({ ...ports, startedAt: clock.now() }, id);
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
            running = (0,facts/* primaryOf */.Os)(await aws.ecs.describeService(inputs.cluster, inputs.service))?.taskDefinition ?? null;
        }
        catch (error) {
            log.warning(`The PRIMARY task set could not be read after the stop: ${(0,errors/* messageOf */.bD)(error)}`);
            return null;
        }
    }
    return running;
}

;// CONCATENATED MODULE: ./build/rollback/clear.js
/** What becomes of a deployment in progress before a new one can be started. */





/** Ends it, or waits for its end. null: it is over; else what kept it. */
async function clear({ id, how }, errand) {
    const { log, runner } = errand.world;
    const url = (0,console/* consoleUrl */.B)(id, errand.aws.region);
    log.info(`${WORDS[how](id)} ${url}`);
    // `post` tells of it, where the run does not come to its own deployment.
    runner.saveState('deployment-id', id);
    runner.saveState('console-url', url);
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

// EXTERNAL MODULE: ./build/gate/go-on.js
var go_on = __webpack_require__(9882);
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
    await (0,go_on/* goOn */.A)(engine, end.last, 'ready', world);
}

// EXTERNAL MODULE: ./build/rollback/prepare.js
var prepare = __webpack_require__(2086);
// EXTERNAL MODULE: ./build/engine/codedeploy/marker.js
var codedeploy_marker = __webpack_require__(182);
// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/start.js
var start = __webpack_require__(4004);
;// CONCATENATED MODULE: ./build/rollback/start.js











/** Starts the deployment and follows it. `changed`: another one came first, and is still in progress. */
async function carryOutDeploy(choice, errand) {
    const { aws, world } = errand;
    const { runner } = world;
    world.log.info(`AppSpec: ${choice.appspecFrom}`);
    runner.setOutput('appspec', choice.appspec.content);
    const startedAt = world.clock.now();
    const id = await started(choice, errand);
    if (id === CHANGED)
        return CHANGED;
    (0,steps/* reportStart */.NU)(id, aws.region, world);
    return { id, followed: await followIt({ id, startedAt, to: choice.to, goOn: true }, errand) };
}
/** It is never stopped, not by `post` either. */
async function started(choice, errand) {
    const { engine, target, aws, world } = errand;
    const ways = { from: choice.leaves.arn, to: choice.to.arn, region: aws.region, control: null };
    try {
        return await (0,start/* start */.n)({ engine, request: requestOf(choice, errand), target, ...ways }, world);
    }
    catch (error) {
        if (!isTaken(error))
            throw error;
        world.log.info(`Another deployment came first: ${error.fault.why}.`);
        return CHANGED;
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
    return {
        application,
        group: name,
        config: config.name,
        appspec,
        description,
        marker,
        ignoreAlarms,
        looksAgain: true,
    };
}
/** CodeDeploy API: a group has one deployment at a time. */
function isTaken(error) {
    return (error instanceof errors/* StepError */.zg &&
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
async function followRunning({ id, to, leaves }, { running }, errand) {
    const { aws, target, world } = errand;
    const ways = { search: null, from: leaves.arn, to: to.arn, onCancel: null };
    (0,remember/* rememberDeployment */.pA)(world.runner, { ...(0,remember/* whereOf */.de)(target, aws.region), ...ways }, id);
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
/** A revision's name keeps its small letters. */
function sentence(text) {
    return text.replace(/^d(?=eployment )/, 'D');
}

// EXTERNAL MODULE: ./build/target/describe.js
var target_describe = __webpack_require__(9935);
// EXTERNAL MODULE: ./build/task-definition/load.js + 1 modules
var load = __webpack_require__(3299);
// EXTERNAL MODULE: ./build/image/reference.js
var reference = __webpack_require__(7755);
// EXTERNAL MODULE: ./build/rollback/words.js
var words = __webpack_require__(4384);
;// CONCATENATED MODULE: ./build/rollback/report.js







/** What is done and why, in the log and in the outputs; and what the report at the end needs of it. */
function reportRollback({ target, choice, warnings }, { clock, log, runner, runAt }) {
    for (const line of (0,target_describe/* describeTarget */.f)(target))
        log.info(line);
    for (const warning of warnings)
        log.warning(warning);
    const { to } = choice;
    const leaves = 'leaves' in choice ? choice.leaves : to;
    log.info(`Rollback: ${HOW[choice.kind]} ${to.name}, because ${choice.why}.`);
    if (choice.kind === 'deploy')
        log.info(`Returns to: ${(0,words/* tellCandidate */.L_)(choice.candidate, clock.now())}`);
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
        done: choice.kind === 'there' ? 'Nothing to do' : `Back on ${to.name}`,
        image: image === null ? null : { reference: image, digest: (0,reference/* parseReference */.F2)(image)?.digest ?? null },
        url,
        runAt,
    };
}
const HOW = {
    there: 'production stays on',
    stop: 'by StopDeployment, back to',
    follow: 'a deployment in progress is followed to',
    deploy: 'a new deployment of',
};

// EXTERNAL MODULE: ./build/stop/grace.js
var grace = __webpack_require__(5897);
;// CONCATENATED MODULE: ./build/rollback.js
/** Brings production back to a revision that it ran before. */
















/** How often what is there may change between the look and the deed. */
const ROUNDS = 4;
/** How long calls that are on their way are waited for after a cancel: the runner kills a few seconds later. */
const CUT_MS = 5_500;
const CUT_OFF = {
    result: 'interrupted',
    cause: 'the run was cancelled while a call to AWS was on its way; what was begun goes on by itself',
};
/** Throws what ended the run before there was something to judge. */
async function rollback(inputs, world) {
    const runAt = world.clock.now();
    const aws = await (0,build_world/* openFor */.q)(inputs.waiting, world.env);
    let asked = inputs;
    for (let round = 1; round <= ROUNDS; round += 1) {
        const plan = await world.log.group('Look', () => (0,signals/* unlessAborted */.Wh)(world.signal, (0,rollback_plan/* planRollback */.I)(asked, aws, world)));
        const facts = reportRollback(plan, { ...world, runAt });
        world.signal.throwIfAborted();
        const done = await (0,grace/* unlessCut */.D)(carryOut(plan, errandOf(asked, plan, aws, world)), CUT_MS, world);
        if (done === null)
            return (0,outcome/* reportOutcome */.R)(CUT_OFF, facts, world);
        if (done !== CHANGED)
            return (0,outcome/* reportOutcome */.R)(done.outcome, { ...facts, ...done.deployment }, world);
        (0,remember/* forgetDeployment */.H8)(world.runner);
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
    return new errors/* StepError */.zg({
        tried: 'roll back',
        on: `${cluster}/${service}`,
        why: `in ${ROUNDS} attempts another deployment began or ended each time`,
        repair: 'Keep other deployments of this service off (a `concurrency` group in their workflows), and run this job again.',
    });
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


/***/ }),

/***/ 8356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ dropBootstrap),
/* harmony export */   _: () => (/* binding */ BOOTSTRAP_LABEL)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9368);

/** Lists the members of a container that belong to a placeholder image: `command, healthCheck`. */
const BOOTSTRAP_LABEL = 'ecs-blue-green.bootstrap';
/** A container without them would be no container. */
const NEEDED = new Set(['name', 'image']);
/**
 * Drops what belonged to the placeholder image, and the label that says so: from the next revision on there is
 * nothing to drop. Without the label nothing is touched.
 */
function dropBootstrap(container) {
    const labels = container['dockerLabels'];
    const label = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(labels) && Object.hasOwn(labels, BOOTSTRAP_LABEL) ? labels[BOOTSTRAP_LABEL] : undefined;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(labels) || typeof label !== 'string')
        return { container, dropped: [] };
    const listed = new Set(label.split(/[\s,]+/).filter((name) => Object.hasOwn(container, name) && !NEEDED.has(name)));
    const unlabelled = { ...container, dockerLabels: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(labels, new Set([BOOTSTRAP_LABEL])) };
    return {
        container: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(unlabelled, listed),
        dropped: [...listed, `dockerLabels["${BOOTSTRAP_LABEL}"]`],
    };
}


/***/ })

};
