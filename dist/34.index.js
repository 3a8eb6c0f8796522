export const id = 34;
export const ids = [34];
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

/***/ 9779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $e: () => (/* binding */ readSubject),
  EI: () => (/* binding */ reportOf),
  J0: () => (/* binding */ reportSubject)
});

// EXTERNAL MODULE: ./build/engine/codedeploy/describe.js
var describe = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/engine/codedeploy/engine.js
var engine = __webpack_require__(7066);
// EXTERNAL MODULE: ./build/engine/codedeploy/whose.js
var whose = __webpack_require__(5990);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/report/console.js
var console = __webpack_require__(7150);
// EXTERNAL MODULE: ./build/report/outcome.js
var outcome = __webpack_require__(4247);
// EXTERNAL MODULE: ./build/report/steps.js
var steps = __webpack_require__(6884);
// EXTERNAL MODULE: ./build/target/config.js
var target_config = __webpack_require__(6932);
// EXTERNAL MODULE: ./build/target/fact.js
var fact = __webpack_require__(4044);
// EXTERNAL MODULE: ./build/target/faults.js + 2 modules
var faults = __webpack_require__(2304);
// EXTERNAL MODULE: ./build/target/read.js
var target_read = __webpack_require__(5830);
// EXTERNAL MODULE: ./build/target/standing.js
var target_standing = __webpack_require__(574);
// EXTERNAL MODULE: ./build/target/target.js
var target_target = __webpack_require__(8151);
// EXTERNAL MODULE: ./build/target/test-url.js
var test_url = __webpack_require__(4386);
// EXTERNAL MODULE: ./build/task-definition/load.js + 1 modules
var load = __webpack_require__(3299);
// EXTERNAL MODULE: ./build/world.js
var world = __webpack_require__(3920);
// EXTERNAL MODULE: ./build/appspec/load.js + 4 modules
var appspec_load = __webpack_require__(7261);
// EXTERNAL MODULE: ./build/appspec/task-definition.js
var task_definition = __webpack_require__(9778);
;// CONCATENATED MODULE: ./build/picked-up/revisions.js
/** What a deployment of the group brings to production, and in place of what. */








/**
 * ARN of the task definition: what its task set runs (ECS API: TaskSet.externalId), else what its AppSpec says, else what
 * its description tells, which anyone can write who may deploy. null where nothing tells.
 */
async function broughtBy(id, info, target, ports) {
    const made = target.service.taskSets?.find(({ externalId }) => externalId === id)?.taskDefinition;
    if (made !== undefined)
        return made;
    const written = await fromAppSpec(id, info, target.group.application, ports);
    if (written !== null)
        return arnOf(written, target);
    const told = (0,describe/* deployedBy */.SB)(info.description ?? '');
    return told === null ? null : arnOf(told, target);
}
/** What ran beside it or before it. null where nothing tells. */
function replacedIn(id, info, target) {
    const told = (0,describe/* replacedBy */._0)(info.description ?? '');
    const others = (target.service.taskSets ?? []).filter(({ externalId }) => externalId !== id);
    const beside = others.find(({ status }) => status === 'PRIMARY') ?? others.find(({ status }) => status === 'ACTIVE');
    return beside?.taskDefinition ?? (told === null ? null : arnOf(told, target));
}
/** An AppSpec in S3 has no hash here, and is not read. */
async function fromAppSpec(id, info, application, { codedeploy, log }) {
    const sha256 = info.revision?.appSpecContent?.sha256;
    if (sha256 === undefined)
        return null;
    try {
        const content = await codedeploy.getAppSpec(application, sha256);
        if (content === null)
            return null;
        const { document } = await (0,appspec_load/* parseAppSpec */.WS)(`the AppSpec of deployment ${id}`, content);
        return (0,task_definition/* taskDefinitionIn */.a)(document);
    }
    catch (error) {
        log.info(`The AppSpec of deployment ${id} could not be read: ${(0,errors/* messageOf */.bD)(error)}`);
        return null;
    }
}
/** Of `family:revision`, in the account and region of what runs; an ARN as it is. */
function arnOf(name, { live }) {
    return name.startsWith('arn:') ? name : `${live.arn.slice(0, live.arn.lastIndexOf('/') + 1)}${name}`;
}

;// CONCATENATED MODULE: ./build/picked-up/subject.js
/** A deployment that another step has started, and where it stands in. */






















/** Throws a `RefusalError` where it cannot be read, or is of another group. Writes nothing. */
async function readSubject(inputs, aws, { clock, log }) {
    const id = inputs.deploymentId;
    const [facts, read] = await Promise.all([(0,target_read/* readService */.uS)(inputs, aws, log), (0,fact/* fact */.fK)(aws.codedeploy.getDeployment(id))]);
    const { place } = facts;
    const standing = (0,target_standing/* standingOf */.Y)(facts);
    const { application, name } = standing.group;
    if (read.state !== 'known') {
        throw new errors/* RefusalError */.XQ((0,faults/* faultsOf */.xm)(read.state === 'failed' ? [read.error] : [], place, `${application}/${name}`));
    }
    const info = read.value;
    if (info.applicationName !== application || info.deploymentGroupName !== name) {
        throw new errors/* RefusalError */.XQ([foreign(id, info, standing, place)]);
    }
    const target = await asStarted(standing, info, aws.codedeploy);
    for (const warning of (0,test_url/* testUrlWarnings */.V)(facts))
        log.warning(warning);
    const isRollback = (0,whose/* isRollback */.z1)(info);
    const brings = await broughtBy(id, info, target, { codedeploy: aws.codedeploy, log });
    if (brings === null && !isRollback)
        throw new errors/* RefusalError */.XQ([untold(id)]);
    return {
        ...{ id, info, place, target, isRollback },
        isWayBack: (0,describe/* parseDescription */.aJ)(info.description ?? '')?.kind === 'rollback',
        engine: (0,engine/* codeDeployEngine */.P)({ codedeploy: aws.codedeploy, clock, log }, (0,target_target/* engineTarget */.k)(target)),
        // A rollback is not judged by what it brings.
        brings: brings ?? target.live.arn,
        replaces: replacedIn(id, info, target),
    };
}
/** The waits and the schedule that the deployment was started with: both may have changed since, or been overridden. */
async function asStarted(target, info, codedeploy) {
    const { group } = target;
    const { deploymentConfigName: own, blueGreenDeploymentConfiguration: waits } = info;
    const read = own === undefined || own === group.config.name ? fact/* UNKNOWN */.HV : await (0,fact/* fact */.fK)((0,target_config/* readConfig */.Xg)(own, codedeploy));
    const config = (0,fact/* valueOf */.RP)(read) ?? group.config;
    const groupInfo = waits === undefined ? group.info : { ...group.info, blueGreenDeploymentConfiguration: waits };
    return { ...target, group: { ...group, config, info: groupInfo } };
}
function foreign(id, info, { group }, place) {
    return {
        tried: 'pick the deployment up',
        on: id,
        why: `it is of ${info.applicationName ?? ''} / ${info.deploymentGroupName ?? ''}, and ${place.cluster}/${place.service} is deployed by ${group.application} / ${group.name}`,
        repair: "Take 'codedeploy-deployment-id' from the outputs of the step that deployed this service, or correct inputs 'cluster' and 'service'.",
    };
}
function untold(id) {
    return {
        tried: 'find out what the deployment brings to production',
        on: id,
        why: 'no task set of the service is its own, CodeDeploy does not keep its AppSpec, and its description does not tell',
        repair: 'Look at it in the CodeDeploy console; to bring that revision to production, deploy it again.',
    };
}
/** What the report of a run says of it. */
function reportOf({ id, target, brings, replaces }) {
    const { cluster, service, listener, testUrl } = target;
    const names = { cluster, service: service.serviceName ?? '', from: replaces ?? brings, to: brings };
    return { ...names, image: null, url: listener.url, testUrl, id };
}
/** Outputs and log: which deployment it is, and what it brings. */
function reportSubject(subject, region, { log, runner }) {
    const { id, info, target, brings, replaces } = subject;
    const url = (0,console/* consoleUrl */.B)(id, region);
    runner.setOutput('codedeploy-deployment-id', id);
    runner.setOutput('console-url', url);
    runner.setOutput('task-definition-arn', brings);
    runner.setOutput('task-definition', (0,load/* revisionName */.pd)(brings));
    if (replaces !== null) {
        runner.setOutput('previous-task-definition-arn', replaces);
        runner.setOutput('previous-task-definition', (0,load/* revisionName */.pd)(replaces));
    }
    (0,steps/* reportAddresses */.jH)(target, runner);
    log.info(`Deployment: ${id} (${info.status ?? 'status unknown'}), which brings ${(0,load/* revisionName */.pd)(brings)}`);
    log.info(url);
}


/***/ }),

/***/ 7034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  promote: () => (/* binding */ promote)
});

// EXTERNAL MODULE: ./build/engine/codedeploy/describe.js
var describe = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/follow.js + 7 modules
var follow = __webpack_require__(1666);
// EXTERNAL MODULE: ./build/gate/go-on.js
var go_on = __webpack_require__(9882);
// EXTERNAL MODULE: ./build/picked-up/subject.js + 1 modules
var picked_up_subject = __webpack_require__(9779);
// EXTERNAL MODULE: ./build/plan.js
var plan = __webpack_require__(1781);
// EXTERNAL MODULE: ./build/ports/signals.js
var signals = __webpack_require__(8270);
;// CONCATENATED MODULE: ./build/promote/approved.js


/**
 * What speaks against promoting a deployment that brings `brings` (ARN) where `approved` was said to be
 * good: family:revision or an ARN. null: nothing was said.
 */
function approvalFaults(id, brings, approved) {
    if (approved === null)
        return [];
    const at = { tried: 'promote what was approved', on: id };
    const repair = "Give 'task-definition' and 'codedeploy-deployment-id' as the outputs of one and the same step have them.";
    if (!/:\d+$/.test(approved)) {
        return [
            {
                ...at,
                why: `'${approved}' names no revision, and the latest of a family can change after it was approved`,
                repair,
            },
        ];
    }
    const same = approved.startsWith('arn:') ? approved === brings : approved === (0,describe/* revisionOf */.DT)(brings);
    return same ? [] : [{ ...at, why: `it brings ${(0,describe/* revisionOf */.DT)(brings)}, and ${approved} was approved`, repair }];
}

// EXTERNAL MODULE: ./build/watch/stage.js
var stage = __webpack_require__(4102);
;// CONCATENATED MODULE: ./build/promote/decide.js



function decide({ seen, waits, tried, until }) {
    if ((0,stage/* takesBack */.Ck)(seen)) {
        return {
            kind: 'refuse',
            why: `it is a rollback${seen.takesBack === null ? '' : ` of ${seen.takesBack}`} by CodeDeploy, which waits for nothing`,
            repair: "Nothing has to be done: it returns production by itself. 'mode: wait' follows it to its end.",
        };
    }
    switch ((0,stage/* stageOf */.gV)(seen)) {
        case 'ready':
            return { kind: 'continue', wait: 'ready' };
        case 'terminating':
            // A run that only goes on with a release takes nobody's quick way back.
            return tried === 'ready' || until !== 'completed'
                ? { kind: 'follow' }
                : { kind: 'continue', wait: 'termination' };
        case 'shifting':
        case 'finishing':
        case 'over':
            return { kind: 'follow' };
        case 'starting':
        case 'installing':
            return tried === 'ready' || isPastWait(seen) ? { kind: 'follow' } : tooEarly(seen, waits);
    }
}
/** The checks right before the shift come after the wait. */
function isPastWait(seen) {
    const checks = (0,stage/* eventOf */.A6)(seen, 'BeforeAllowTraffic')?.status;
    return checks === 'InProgress' || checks === 'Succeeded';
}
function tooEarly(seen, waits) {
    const running = seen.events.find(({ status }) => status === 'InProgress')?.name;
    const where = `${seen.rawStatus}${running === undefined ? '' : `, in ${running}`}`;
    return waits
        ? {
            kind: 'refuse',
            why: `it is ${where}, and not ready yet`,
            repair: "Wait for that first: a step with 'mode: wait', 'wait-for: test-ready' and the same deployment.",
        }
        : {
            kind: 'refuse',
            why: `it is ${where}, and does not wait for a word before the shift (its group's deploymentReadyOption.actionOnTimeout is not STOP_DEPLOYMENT)`,
            repair: "Nothing has to be done: it goes on by itself. 'mode: wait' follows it.",
        };
}

// EXTERNAL MODULE: ./build/remember.js
var remember = __webpack_require__(4941);
// EXTERNAL MODULE: ./build/report/outcome.js
var report_outcome = __webpack_require__(4247);
// EXTERNAL MODULE: ./build/stop/fresh-look.js
var fresh_look = __webpack_require__(1873);
// EXTERNAL MODULE: ./build/target/target.js
var target_target = __webpack_require__(8151);
// EXTERNAL MODULE: ./build/target/waiting.js
var target_waiting = __webpack_require__(5183);
// EXTERNAL MODULE: ./build/world.js
var build_world = __webpack_require__(3920);
;// CONCATENATED MODULE: ./build/promote.js
/** Lets a deployment go on that waits: for the shift, or for the end of its original task set. */



















/** Throws what speaks against it; nothing was written then. */
async function promote(inputs, world) {
    const { clock, log, signal } = world;
    const runAt = clock.now();
    const aws = await (0,build_world/* openFor */.q)(inputs.waiting, world.env);
    const subject = await log.group('Look', async () => {
        const found = await (0,signals/* unlessAborted */.Wh)(signal, (0,picked_up_subject/* readSubject */.$e)(inputs, aws, world));
        (0,picked_up_subject/* reportSubject */.J0)(found, aws.region, world);
        return found;
    });
    const faults = approvalFaults(subject.id, subject.brings, inputs.approved);
    if (faults.length > 0)
        throw new errors/* RefusalError */.XQ(faults);
    const { outcome, events } = await carryOn(subject, inputs, { ...world, aws });
    return (0,report_outcome/* reportOutcome */.R)(outcome, { ...(0,picked_up_subject/* reportOf */.EI)(subject), runAt, region: aws.region, events }, world);
}
/** A wait that it has left before it could be ended: what to do is decided anew, twice at most. */
const DECISIONS = 3;
async function carryOn(subject, inputs, ports) {
    let seen = await look(subject, ports);
    let tried = null;
    for (let decisions = 1; decisions <= DECISIONS; decisions += 1) {
        const waits = (0,target_waiting/* waitingOf */.P)(inputs.waiting, subject.target.group).readyMs > 0;
        const decision = decide({ seen, waits, tried, until: inputs.waiting.until });
        if (decision.kind === 'refuse')
            throw refusal(subject.id, decision);
        if (decision.kind === 'follow') {
            if ((0,stage/* isOver */.PU)(seen))
                break;
            promote_remember(subject, inputs, ports);
            ports.log.info(`Deployment ${subject.id} goes on already: it is followed.${lastWait(seen)}`);
            break;
        }
        promote_remember(subject, inputs, ports);
        tried ??= decision.wait;
        const gone = await (0,go_on/* goOn */.A)(subject.engine, seen, decision.wait, ports);
        if (gone.kind === 'continued')
            break;
        ports.log.info(`Deployment ${subject.id} does not wait any more: it is ${gone.seen.rawStatus}.`);
        seen = gone.seen;
    }
    return followOn({ subject, seen, waiting: waitingAfter(tried, subject, inputs) }, inputs, ports);
}
async function look({ id, engine }, ports) {
    const fresh = await (0,fresh_look/* lookAfresh */.D)({ id, engine }, ports, null);
    if (fresh.kind === 'seen')
        return fresh.seen;
    ports.signal.throwIfAborted();
    const why = fresh.kind === 'unseen' ? fresh.why : 'the look was ended';
    throw new errors/* StepError */.zg({ tried: 'look at the deployment', on: id, why, repair: 'Run the job again.' });
}
function lastWait(seen) {
    return (0,stage/* stageOf */.gV)(seen) === 'terminating'
        ? " Its original tasks still wait for their end; 'wait-for: completed' would end that wait."
        : '';
}
function refusal(id, { why, repair }) {
    return new errors/* RefusalError */.XQ([{ tried: 'promote the deployment', on: id, why, repair }]);
}
/** A deployment of `mode: rollback` that waits for a word is not stopped here either: that would undo the way out. */
function controlOf({ isWayBack }, { control }) {
    return isWayBack ? null : control;
}
/** From here on the deployment is this run's as well: `post` does what `on-cancel` says. */
function promote_remember(subject, inputs, { runner, aws }) {
    const { id, target, brings, replaces } = subject;
    const { cluster, service } = target;
    const { application, group, ecsTarget } = (0,target_target/* engineTarget */.k)(target);
    const place = { region: aws.region, application, group, ecsTarget, cluster, service: service.serviceName ?? '' };
    const onCancel = controlOf(subject, inputs)?.onCancel ?? null;
    (0,remember/* rememberDeployment */.pA)(runner, { ...place, search: null, from: replaces ?? brings, to: brings, onCancel }, id);
}
/** What can still be waited for. `tried`: the wait that was ended, or that it had left by itself; null: none. */
function waitingAfter(tried, { target }, { waiting }) {
    const all = (0,target_waiting/* waitingOf */.P)(waiting, target.group);
    if (tried !== 'termination')
        return { ...all, readyMs: 0, limitMs: all.limitMs - (all.limitMs > 0 ? all.readyMs : 0) };
    const until = all.until === 'none' ? 'none' : 'completed';
    return { ...all, until, readyMs: 0, shiftMs: 0, terminationMs: 0, limitMs: waiting.marginMinutes * 60_000 };
}
async function followOn({ subject, seen, waiting }, inputs, ports) {
    const { id, engine, brings, target } = subject;
    if (waiting.until === 'none' && !(0,stage/* isOver */.PU)(seen)) {
        const note = `Deployment ${id} goes on to ${(0,describe/* revisionOf */.DT)(brings)} and is not waited for`;
        return { outcome: { result: 'started', note }, events: seen.events };
    }
    const from = { startedAt: ports.clock.now(), last: seen };
    const started = { id, engine, asked: brings, control: controlOf(subject, inputs), ...(0,follow/* whereabouts */.CJ)(target), from };
    const until = waiting.until === 'none' ? 'completed' : waiting.until;
    const startedAt = seen.createdAt ?? from.startedAt;
    const result = await (0,follow/* follow */.e6)({ ...started, startedAt, waiting: { ...waiting, until } }, ports);
    return (0,stage/* isOver */.PU)(seen) ? { ...result, outcome: afterItsEnd(result.outcome) } : result;
}
/** It had ended before it was to be promoted. */
function afterItsEnd(outcome) {
    if ('note' in outcome)
        return { ...outcome, note: `${outcome.note}; the deployment had ended before, and nothing was left to do` };
    return {
        ...outcome,
        cause: `${outcome.cause}; what has ended cannot be promoted: deploy again, and promote that deployment in time`,
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


/***/ })

};
