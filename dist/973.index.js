export const id = 973;
export const ids = [973];
export const modules = {

/***/ 180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ ecrOf)
/* harmony export */ });
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7755);


/**
 * ECR where the repository is: in the account and region that a full URI names, with its FIPS or dual-stack endpoint;
 * the step's own for a bare name, and for a registry that is no ECR by its name (an emulator's).
 */
function ecrOf(reference, ecr) {
    const registry = (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .ecrRegistry */ .gO)((0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(reference)?.registry ?? null);
    return registry === null ? ecr : ecr.at(registry);
}


/***/ }),

/***/ 335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _y: () => (/* binding */ isolateConfig),
  s$: () => (/* binding */ leavingNoFolder),
  nS: () => (/* binding */ removeDockerConfig)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
;// CONCATENATED MODULE: ./build/ports/docker/temporary.js

/**
 * The content of a temporary `config.json`: the user's, but with nothing known of `registry`, and with an empty
 * credential helper for it. An empty helper means the file itself, so that no credential store of the machine gets
 * the token (Docker CLI: `credHelpers` goes before `credsStore`, and an empty name selects the file store).
 */
function temporaryConfig(theirs, registry) {
    const config = (0,json/* isObject */.Gv)(theirs) ? theirs : {};
    const auths = Object.entries(objectOf(config['auths'])).filter(([host]) => hostOf(host) !== registry);
    return {
        ...config,
        auths: Object.fromEntries(auths),
        credHelpers: { ...objectOf(config['credHelpers']), [registry]: '' },
    };
}
function objectOf(value) {
    return (0,json/* isObject */.Gv)(value) ? value : {};
}
/** Entries of `auths` may be written as URLs. */
function hostOf(entry) {
    return entry.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}

// EXTERNAL MODULE: ./build/ports/docker/path.js
var docker_path = __webpack_require__(2309);
;// CONCATENATED MODULE: ./build/ports/docker/config.js





const PREFIX = 'ecs-blue-green-docker-';
/** Folders of the user's configuration that a client looks for beside `config.json`. */
const SHARED = ['contexts', 'cli-plugins', 'trust'];
async function isolateConfig(parent, registry, environment) {
    const theirs = userConfig(environment);
    // mkdtemp makes a folder of mode 700.
    const path = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_path_.resolve)(parent), PREFIX));
    try {
        const config = temporaryConfig(await readConfig((0,external_node_path_.join)(theirs, 'config.json')), registry);
        await (0,promises_.writeFile)((0,external_node_path_.join)(path, 'config.json'), JSON.stringify(config), { mode: 0o600 });
        for (const folder of SHARED) {
            const there = (0,external_node_path_.join)(theirs, folder);
            if ((await (0,docker_path/* lookAt */.t)(there)) === 'folder')
                await (0,promises_.symlink)(there, (0,external_node_path_.join)(path, folder), 'junction');
        }
    }
    catch (error) {
        await removeDockerConfig(path);
        throw error;
    }
    return { path, env: { DOCKER_CONFIG: path, ...(await buildxConfig(theirs, environment)) } };
}
/** The builders of the workflow stay in use. Where there are none, buildx keeps its own notes in the temporary folder. */
async function buildxConfig(theirs, environment) {
    const set = environment['BUILDX_CONFIG'] ?? '';
    if (set !== '')
        return { BUILDX_CONFIG: set };
    const folder = (0,external_node_path_.join)(theirs, 'buildx');
    return (await (0,docker_path/* lookAt */.t)(folder)) === 'folder' ? { BUILDX_CONFIG: folder } : {};
}
/** Runs `work` so that buildx leaves no folder in the home of a user who has no builders: to be asked, it makes one. */
async function leavingNoFolder(environment, work) {
    const theirs = await buildxConfig(userConfig(environment), environment);
    if (theirs.BUILDX_CONFIG !== undefined)
        return await work(theirs);
    const path = await (0,promises_.mkdtemp)((0,external_node_path_.join)(temporaryFolder(environment), PREFIX));
    try {
        return await work({ BUILDX_CONFIG: path });
    }
    finally {
        await removeDockerConfig(path);
    }
}
/** The runner's own, which it empties after the job: a run that is killed leaves nothing on the machine. */
function temporaryFolder(environment) {
    const theirs = environment['RUNNER_TEMP'] ?? '';
    return theirs === '' ? (0,external_node_os_.tmpdir)() : theirs;
}
/** Removes a folder that `isolateConfig` made, and no other. Links in it are removed, not followed. */
async function removeDockerConfig(path) {
    if (!(0,external_node_path_.basename)(path).startsWith(PREFIX))
        return;
    await (0,promises_.rm)(path, { recursive: true, force: true, maxRetries: 3 });
}
function userConfig(environment) {
    const set = environment['DOCKER_CONFIG'];
    if (set !== undefined && set !== '')
        return (0,external_node_path_.resolve)(set);
    const home = environment['HOME'];
    return (0,external_node_path_.join)(home !== undefined && home !== '' ? home : (0,external_node_os_.homedir)(), '.docker');
}
/** The user's configuration, or nothing where there is none that can be read: Docker itself goes on without it. */
async function readConfig(path) {
    try {
        return JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 2309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ lookAt)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);

/** What is at an absolute path. What cannot be reached counts as nothing. */
async function lookAt(path) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).isDirectory() ? 'folder' : 'file';
    }
    catch {
        return 'nothing';
    }
}


/***/ }),

/***/ 6884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ reportRendered),
/* harmony export */   NU: () => (/* binding */ reportStart),
/* harmony export */   Or: () => (/* binding */ reportRevision),
/* harmony export */   _S: () => (/* binding */ reportPlan),
/* harmony export */   jH: () => (/* binding */ reportAddresses),
/* harmony export */   o7: () => (/* binding */ reportImage)
/* harmony export */ });
/* harmony import */ var _image_image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9963);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1781);
/* harmony import */ var _target_describe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9935);
/* harmony import */ var _target_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8151);
/* harmony import */ var _task_definition_load_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3299);
/* harmony import */ var _console_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7150);
/** What each step of a run came to: in the log, and in the outputs as soon as it is known. */









function reportPlan(plan, { log, runner }) {
    for (const line of (0,_target_describe_js__WEBPACK_IMPORTED_MODULE_2__/* .describeTarget */ .f)(plan.target))
        log.info(line);
    log.info(`Starts from: ${plan.draft.loaded.origin}`);
    for (const warning of plan.warnings)
        log.warning(warning);
    runner.setOutput('previous-task-definition-arn', plan.previous);
    runner.setOutput('previous-task-definition', (0,_task_definition_load_js__WEBPACK_IMPORTED_MODULE_4__/* .revisionName */ .pd)(plan.previous));
    reportAddresses(plan.target, runner);
}
function reportAddresses({ listener, testUrl }, runner) {
    if (listener.url !== null)
        runner.setOutput('url', listener.url);
    if (testUrl !== null)
        runner.setOutput('test-url', testUrl);
}
function reportImage(image, { runner }) {
    if (image === null)
        return;
    runner.setOutput('image', image.reference);
    if (image.tag !== null)
        runner.setOutput('image-tag', image.tag);
    if (image.digest !== null)
        runner.setOutput('image-digest', image.digest);
}
function reportRendered(rendered, origin, log) {
    const tell = (what, members) => {
        if (members.length > 0)
            log.info(`${what}: ${members.join(', ')}`);
    };
    tell(`Left out of ${origin}, since RegisterTaskDefinition refuses them`, rendered.leftOut);
    tell('Dropped with the placeholder image that they belong to', rendered.dropped);
    tell('Changed', rendered.changed);
}
function reportRevision(revision, { log, runner }) {
    log.info(`Revision: ${revision.name} (${revision.kind})`);
    runner.setOutput('task-definition-arn', revision.arn);
    runner.setOutput('task-definition', revision.name);
}
/** The state is for `post`, which says what goes on where the step could not. */
function reportStart(id, region, { log, runner }) {
    const url = (0,_console_js__WEBPACK_IMPORTED_MODULE_5__/* .consoleUrl */ .B)(id, region);
    runner.setOutput('codedeploy-deployment-id', id);
    runner.setOutput('console-url', url);
    runner.saveState('deployment-id', id);
    runner.saveState('console-url', url);
    log.info(`Deployment: ${id}`);
    log.info(url);
}


/***/ }),

/***/ 9018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hf: () => (/* binding */ waitFaults),
/* harmony export */   X7: () => (/* binding */ groupFaults),
/* harmony export */   qt: () => (/* binding */ configFaults),
/* harmony export */   qy: () => (/* binding */ pairFaults)
/* harmony export */ });
/* unused harmony export groupName */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2562);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6932);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2995);
/* harmony import */ var _find_group_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8137);
/* harmony import */ var _listener_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(226);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6811);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8151);










/** What speaks against deploying the service by this group. */
function groupFaults(group, place) {
    const { info } = group;
    if (info.computePlatform !== undefined && info.computePlatform !== 'ECS') {
        return [mismatch(group, `it is for compute platform ${info.computePlatform}, not for ECS`, place)];
    }
    const names = (info.ecsServices ?? []).map(({ clusterName, serviceName }) => `${(0,_place_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(clusterName ?? '')}/${(0,_place_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(serviceName ?? '')}`);
    if (!names.includes(`${place.cluster}/${place.service}`)) {
        return [mismatch(group, `it deploys ${names.join(', ') || 'no ECS service'}, not ${(0,_place_js__WEBPACK_IMPORTED_MODULE_6__/* .describePlace */ .df)(place)}`, place)];
    }
    const lacks = (0,_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .pairOf */ .cF)(group).length === 2 ? [] : ['a pair of target groups'];
    if ((0,_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .productionListener */ .yN)(group) === undefined)
        lacks.push('a production listener');
    return lacks.length === 0 ? [] : [incomplete(group, lacks)];
}
/** The roles of the pair are told by the PRIMARY task set: its group is the original (CodeDeploy user guide). */
function pairFaults(group, primary) {
    const arn = primary.loadBalancers?.[0]?.targetGroupArn;
    const pair = (0,_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .pairOf */ .cF)(group);
    if (arn === undefined || pair.length !== 2 || pair.includes((0,_place_js__WEBPACK_IMPORTED_MODULE_6__/* .targetGroupName */ .IT)(arn)))
        return [];
    return [
        {
            tried: 'tell the original target group from the replacement',
            on: groupName(group),
            why: `the PRIMARY task set is in target group ${(0,_place_js__WEBPACK_IMPORTED_MODULE_6__/* .targetGroupName */ .IT)(arn)}, and the group's pair is ${pair.join(' and ')}`,
            repair: `Put ${(0,_place_js__WEBPACK_IMPORTED_MODULE_6__/* .targetGroupName */ .IT)(arn)} into the deployment group's pair (CodeDeploy console: edit the deployment group, Load balancers).`,
        },
    ];
}
/** `test-ready` and a smoke test stand where the group waits for a word, with the test listener on the new tasks. */
function waitFaults(group, { until, smokeTest }) {
    if (until !== 'test-ready' && !smokeTest)
        return [];
    const ready = group.info.blueGreenDeploymentConfiguration?.deploymentReadyOption;
    const at = {
        tried: smokeTest ? 'run the smoke test before the shift' : "wait for 'test-ready'",
        on: groupName(group),
    };
    const other = smokeTest ? "or leave 'smoke-test' out" : "or choose another 'wait-for'";
    const waits = {
        ...at,
        why: `the group does not wait before the shift (deploymentReadyOption.actionOnTimeout is ${ready?.actionOnTimeout ?? 'not set'})`,
        repair: `Set the group's blueGreenDeploymentConfiguration.deploymentReadyOption to {"actionOnTimeout":"STOP_DEPLOYMENT","waitTimeInMinutes":60} (console: "Specify when to reroute traffic"), ${other}.`,
    };
    const tests = {
        ...at,
        why: 'the group has no test listener, through which the new tasks could be reached before the shift',
        repair: `Set the group's loadBalancerInfo.targetGroupPairInfoList[0].testTrafficRoute to a listener of the load balancer (console: "Test listener port"), ${other}.`,
    };
    return [
        ...(ready?.actionOnTimeout === 'STOP_DEPLOYMENT' ? [] : [waits]),
        ...((0,_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .testListener */ .z3)(group) === undefined ? [tests] : []),
    ];
}
/** Network Load Balancers shift all at once (ECS developer guide, "Blue/Green deployment with CodeDeploy"). */
function configFaults(group, config) {
    const listener = (0,_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .productionListener */ .yN)(group);
    if (listener === undefined || !(0,_listener_js__WEBPACK_IMPORTED_MODULE_4__/* .isNetworkListener */ .JG)(listener) || config.steps.length <= 1)
        return [];
    return [
        {
            tried: 'use the deployment configuration',
            on: `${config.name} for ${groupName(group)}`,
            why: 'the production listener belongs to a Network Load Balancer, which can only shift all traffic at once',
            repair: `Set input 'codedeploy-deployment-config' to ${_config_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_CONFIG */ .PV}.`,
        },
    ];
}
function groupName(group) {
    return `${group.application} / ${group.name}`;
}
function mismatch(group, why, place) {
    const list = (0,_command_js__WEBPACK_IMPORTED_MODULE_7__/* .awsCommand */ .b)(place, 'deploy', 'list-deployment-groups', '--application-name', group.application);
    return {
        tried: 'use the deployment group',
        on: `${groupName(group)}, found by ${group.foundBy}`,
        why,
        repair: `Set inputs 'codedeploy-application' and 'codedeploy-deployment-group' to the group that deploys ${place.cluster}/${place.service}. What is there: ${list}`,
    };
}
function incomplete(group, lacks) {
    return {
        tried: 'use the deployment group',
        on: groupName(group),
        why: `it lacks ${lacks.join(' and ')}`,
        repair: 'Complete it in the CodeDeploy console: edit the deployment group, Load balancers.',
    };
}


/***/ }),

/***/ 7750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ serviceWarnings),
/* harmony export */   j: () => (/* binding */ serviceFaults)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2562);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2995);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6811);





/** What speaks against deploying this service; null: there is none of this name. */
function serviceFaults(service, place) {
    if (service === null)
        return [absent(place)];
    if (service.status !== 'ACTIVE')
        return [notActive(service.status ?? 'unknown', place)];
    const controller = service.deploymentController?.type ?? 'ECS';
    if (controller !== 'CODE_DEPLOY')
        return [wrongController(controller, service, place)];
    return primaryFaults(service, place);
}
/** What does not speak against it, but should be known. `deploying`: the group has a deployment going on. */
function serviceWarnings(service, deploying = false) {
    const others = (service.taskSets ?? []).filter(({ status }) => status === 'ACTIVE');
    const left = others.map(({ id, status }) => `${id ?? ''} (${status ?? ''})`).join(', ');
    return [
        ...(service.desiredCount === 0
            ? ['The desired count of the service is 0: no task will run, so that a deployment that succeeds proves nothing.']
            : []),
        ...(others.length > 0 && !deploying
            ? [`Beside the PRIMARY task set the service has ${left}, though its deployment group has no deployment going on.`]
            : []),
    ];
}
function absent(place) {
    return {
        tried: 'find the service',
        on: (0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .describePlace */ .df)(place),
        why: `cluster ${place.cluster} has no service ${place.service} in ${place.region}`,
        repair: `Check inputs 'cluster' and 'service' and the region. What is there: ${(0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .awsCommand */ .b)(place, 'ecs', 'list-services', '--cluster', place.cluster)}`,
    };
}
/** ECS API: Service.status is ACTIVE, DRAINING or INACTIVE. */
function notActive(status, place) {
    return {
        tried: 'deploy to the service',
        on: (0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .describePlace */ .df)(place),
        why: status === 'DRAINING'
            ? 'it is DRAINING: it is being deleted, and its last tasks are ending'
            : `its status is ${status}${status === 'INACTIVE' ? ': it was deleted' : ''}`,
        repair: status === 'DRAINING'
            ? 'Wait until it is gone, then create it again, with the CODE_DEPLOY deployment controller.'
            : "Create it again, with the CODE_DEPLOY deployment controller, or correct inputs 'cluster' and 'service'.",
    };
}
function wrongController(controller, service, place) {
    const strategy = service.deploymentConfiguration?.strategy ?? 'ROLLING';
    const native = controller === 'ECS' && strategy !== 'ROLLING';
    return {
        tried: 'deploy to the service',
        on: (0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .describePlace */ .df)(place),
        why: `its deployment controller is ${controller}${native ? ` with strategy ${strategy}` : ''}, and this step deploys services of CODE_DEPLOY`,
        repair: meanwhile(controller),
    };
}
function meanwhile(controller) {
    if (controller === 'ECS') {
        return 'Use aws-actions/amazon-ecs-deploy-task-definition for this service (rolling updates, and ECS\u2019s own blue/green), or make it a service with the CODE_DEPLOY controller and a CodeDeploy deployment group.';
    }
    return 'Deploy it with the tool that makes its task sets (ecs:CreateTaskSet), or make it a service with the CODE_DEPLOY controller and a CodeDeploy deployment group.';
}
function primaryFaults(service, place) {
    const look = (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .awsCommand */ .b)(place, 'ecs', 'describe-services', '--cluster', place.cluster, '--services', place.service);
    const primary = (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .primaryOf */ .Os)(service);
    const at = { tried: 'find what production runs', on: (0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .describePlace */ .df)(place) };
    if (primary === undefined) {
        const why = 'the service has no PRIMARY task set';
        return [
            { ...at, why, repair: `Wait until the service has started its first tasks, then run the job again: ${look}` },
        ];
    }
    if (primary.taskDefinition === undefined || !isBalanced(primary)) {
        const why = `the PRIMARY task set ${primary.id ?? ''} has no ${primary.taskDefinition === undefined ? 'task definition' : 'load balancer'}`;
        return [{ ...at, why, repair: `CodeDeploy needs a service behind a load balancer. What is there: ${look}` }];
    }
    return [];
}
function isBalanced({ loadBalancers }) {
    const { targetGroupArn, containerName, containerPort } = loadBalancers?.[0] ?? {};
    return targetGroupArn !== undefined && containerName !== undefined && containerPort !== undefined;
}


/***/ }),

/***/ 6932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PV: () => (/* binding */ DEFAULT_CONFIG),
/* harmony export */   Xg: () => (/* binding */ readConfig)
/* harmony export */ });
/* unused harmony export configOf */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8151);




/**
 * What a deployment uses that neither the inputs nor the group name a configuration for. It is always named: the
 * API's own default is CodeDeployDefault.OneAtATime, which is none for ECS (CodeDeploy API: CreateDeploymentInput).
 */
const DEFAULT_CONFIG = 'CodeDeployDefault.ECSAllAtOnce';
const MINUTE = 60_000;
/** AWS's own configurations never change: asking for them would cost a call and tell nothing (CodeDeploy user guide). */
const PREDEFINED = new Map([
    [DEFAULT_CONFIG, { type: 'AllAtOnce' }],
    ['CodeDeployDefault.ECSLinear10PercentEvery1Minutes', linear(10, 1)],
    ['CodeDeployDefault.ECSLinear10PercentEvery3Minutes', linear(10, 3)],
    ['CodeDeployDefault.ECSCanary10Percent5Minutes', canary(10, 5)],
    ['CodeDeployDefault.ECSCanary10Percent15Minutes', canary(10, 15)],
]);
/** The configuration of this name, and when its steps are due. Throws an `AwsCallError` or a `StepError`. */
async function readConfig(name, codedeploy) {
    const predefined = PREDEFINED.get(name);
    const info = predefined === undefined
        ? await codedeploy.getDeploymentConfig(name)
        : { computePlatform: 'ECS', trafficRoutingConfig: predefined };
    return configOf(name, info);
}
/** Throws a `StepError` for a configuration that is not for ECS, or whose schedule cannot be read. */
function configOf(name, info) {
    if (info.computePlatform !== undefined && info.computePlatform !== 'ECS') {
        throw unusable(name, `it is for compute platform ${info.computePlatform}, not for ECS`);
    }
    const steps = stepsOf(info.trafficRoutingConfig ?? {});
    if (steps === null)
        throw unusable(name, 'it has no traffic schedule that an ECS deployment could follow');
    return { name, steps, shiftMs: steps.at(-1)?.atMs ?? 0 };
}
/**
 * When each step is due. Linear p % every i minutes shifts at the start of each increment: p at once, 2p after i, \u2026,
 * the last step takes the rest (CodeDeploy API: TimeBasedLinear).
 */
function stepsOf(routing) {
    if (routing.type === 'AllAtOnce')
        return [{ atMs: 0, percent: 100 }];
    const { timeBasedCanary, timeBasedLinear } = routing;
    if (routing.type === 'TimeBasedCanary') {
        const { canaryPercentage: percent = 0, canaryInterval: minutes = 0 } = timeBasedCanary ?? {};
        return isShare(percent)
            ? [
                { atMs: 0, percent },
                { atMs: minutes * MINUTE, percent: 100 },
            ]
            : null;
    }
    if (routing.type !== 'TimeBasedLinear')
        return null;
    const { linearPercentage: percent = 0, linearInterval: minutes = 0 } = timeBasedLinear ?? {};
    if (!isShare(percent))
        return null;
    return Array.from({ length: Math.ceil(100 / percent) }, (_, step) => ({
        atMs: step * minutes * MINUTE,
        percent: Math.min(100, (step + 1) * percent),
    }));
}
function isShare(percent) {
    return Number.isInteger(percent) && percent > 0 && percent < 100;
}
function linear(linearPercentage, linearInterval) {
    return { type: 'TimeBasedLinear', timeBasedLinear: { linearPercentage, linearInterval } };
}
function canary(canaryPercentage, canaryInterval) {
    return { type: 'TimeBasedCanary', timeBasedCanary: { canaryPercentage, canaryInterval } };
}
function unusable(name, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg({
        tried: 'use the deployment configuration',
        on: name,
        why,
        repair: `Set input 'codedeploy-deployment-config' (or the deployment group's own) to one for ECS, such as ${DEFAULT_CONFIG}.`,
    });
}


/***/ }),

/***/ 9935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ schedule),
/* harmony export */   f: () => (/* binding */ describeTarget)
/* harmony export */ });
/* harmony import */ var _task_definition_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3299);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6811);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8151);



const MINUTE = 60_000;
/** What is there now, in lines for the log. Free of account ids, which the runner would blank. */
function describeTarget(target) {
    const { group, primary, service } = target;
    const inGroup = (0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .targetGroupName */ .IT)(primary.loadBalancers?.[0]?.targetGroupArn ?? '');
    const weights = target.listener.weights.map(({ targetGroup, weight }) => `${targetGroup} ${weight}`).join(', ');
    return [
        `Service: ${target.cluster}/${service.serviceName ?? ''}, ${service.runningCount ?? 0} tasks running, ${service.desiredCount ?? 0} desired`,
        `Runs now: ${(0,_task_definition_load_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionName */ .pd)(target.live.arn)}, behind target group ${inGroup}`,
        `Deployment group: ${group.application} / ${group.name} (found by ${group.foundBy})`,
        `Shift: ${group.config.name}, ${schedule(group.config)}`,
        `Weights on the production listener: ${weights}`,
    ];
}
/** `all at once`; `10 %, 100 % after 5 min`; `10 % every 3 min, all after 27 min`. */
function schedule({ steps, shiftMs }) {
    const [first, second] = steps;
    if (first === undefined || second === undefined)
        return 'all at once';
    const minutes = (ms) => `${ms / MINUTE} min`;
    if (steps.length === 2)
        return `${first.percent} %, ${second.percent} % after ${minutes(second.atMs)}`;
    return `${first.percent} % every ${minutes(second.atMs)}, all after ${minutes(shiftMs)}`;
}


/***/ }),

/***/ 5830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nu: () => (/* binding */ readRepository),
/* harmony export */   _E: () => (/* binding */ readTarget),
/* harmony export */   uS: () => (/* binding */ readService)
/* harmony export */ });
/* harmony import */ var _appspec_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7261);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _image_ecr_of_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(180);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7755);
/* harmony import */ var _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1791);
/* harmony import */ var _ports_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8164);
/* harmony import */ var _task_definition_load_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3299);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6932);
/* harmony import */ var _fact_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4044);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2995);
/* harmony import */ var _find_group_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8137);
/* harmony import */ var _listener_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(226);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6811);
/* harmony import */ var _running_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2083);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8151);
/* harmony import */ var _test_url_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4386);























/**
 * Every read that can refuse, each begun as soon as what it needs is there. Never rejects for what AWS or a file
 * says: that becomes part of its fact, so that `preflight` can report all of it at once. `repository` is handed in where
 * others wait for it too.
 */
async function readTarget(inputs, ports, log, repository = readRepository(inputs, ports.aws)) {
    const begun = beginService(inputs, ports.aws, inputs.smokeTest !== null);
    const facts = await settled({
        ...begun,
        definition: readDefinition(inputs, ports, begun.live),
        appspec: (0,_fact_js__WEBPACK_IMPORTED_MODULE_6__/* .fact */ .fK)((0,_appspec_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadAppSpec */ .v2)(inputs.codedeploy.appspec, ports.workspace, ports.readFile)),
        repository,
    });
    tell(facts, log);
    tellAppSpec(inputs, facts, log);
    return { ...facts, place: placeNow(inputs, ports.aws, facts) };
}
/** The same for a mode that builds and registers nothing: the service, its group and what goes on there. */
async function readService(inputs, aws, log) {
    const facts = await settled(beginService(inputs, aws, false));
    tell(facts, log);
    return { ...facts, place: placeNow(inputs, aws, facts) };
}
function beginService(inputs, aws, isTested) {
    const place = (0,_place_js__WEBPACK_IMPORTED_MODULE_13__/* .placeOf */ .$t)(aws.region, inputs.cluster, inputs.service);
    const getDeployment = remember(aws.codedeploy);
    const service = (0,_fact_js__WEBPACK_IMPORTED_MODULE_6__/* .fact */ .fK)(aws.ecs.describeService(inputs.cluster, inputs.service));
    const group = readGroup(inputs, place, service, aws.codedeploy, getDeployment);
    return {
        service,
        live: (0,_fact_js__WEBPACK_IMPORTED_MODULE_6__/* .after */ .Pl)(service, (found) => readLive(found, aws)),
        group,
        config: readConfiguration(inputs, group, aws.codedeploy),
        listener: (0,_fact_js__WEBPACK_IMPORTED_MODULE_6__/* .after */ .Pl)(group, (found) => {
            const arn = (0,_facts_js__WEBPACK_IMPORTED_MODULE_7__/* .productionListener */ .yN)(found);
            return arn === undefined ? null : (0,_listener_js__WEBPACK_IMPORTED_MODULE_9__/* .readListener */ .Db)(arn, aws.elb, inputs.waiting.until !== 'none');
        }),
        targetGroups: (0,_fact_js__WEBPACK_IMPORTED_MODULE_6__/* .after */ .Pl)(group, (found) => {
            const names = (0,_facts_js__WEBPACK_IMPORTED_MODULE_7__/* .pairOf */ .cF)(found);
            return names.length === 0 ? null : aws.elb.describeTargetGroups(names);
        }),
        running: (0,_fact_js__WEBPACK_IMPORTED_MODULE_6__/* .after */ .Pl)(group, (found) => (0,_running_js__WEBPACK_IMPORTED_MODULE_10__/* .readRunning */ .Ki)(found, getDeployment)),
        ...(isTested || inputs.waiting.until === 'test-ready'
            ? { test: (0,_fact_js__WEBPACK_IMPORTED_MODULE_6__/* .after */ .Pl)(group, (found) => (0,_test_url_js__WEBPACK_IMPORTED_MODULE_12__/* .readTestEntrance */ .f)(found, aws.elb)) }
            : {}),
        maker: readMaker(service, getDeployment),
    };
}
/** With the account, which the service tells. */
function placeNow(inputs, aws, { service }) {
    const found = service.state === 'known' ? service.value : null;
    return (0,_place_js__WEBPACK_IMPORTED_MODULE_13__/* .placeOf */ .$t)(aws.region, inputs.cluster, inputs.service, found);
}
/** Facts never reject: waiting for one after the other costs nothing, all of them run already. */
async function settled(promises) {
    const entries = Object.entries(promises).map(async ([name, promise]) => [name, await promise]);
    // The type of an object's entries forgets which name has which value.
    return Object.fromEntries(await Promise.all(entries));
}
function tell(facts, log) {
    for (const [name, read] of Object.entries(facts)) {
        if (read.state === 'failed')
            log.debug(`Reading ${name} failed: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(read.error)}`);
    }
}
function tellAppSpec(inputs, { appspec }, log) {
    const file = appspec.state === 'known' ? appspec.value : null;
    if (file !== null && inputs.codedeploy.appspec === null) {
        log.info(`AppSpec: ${file.path} is used, which is in the workspace (input 'codedeploy-appspec' is not set).`);
    }
}
/** One deployment can be asked for twice: as the one that made the PRIMARY task set, and as the last attempted. */
function remember(codedeploy) {
    const asked = new Map();
    return (id) => {
        const answer = asked.get(id) ?? codedeploy.getDeployment(id);
        asked.set(id, answer);
        return answer;
    };
}
function readLive(service, aws) {
    const arn = (0,_facts_js__WEBPACK_IMPORTED_MODULE_7__/* .isDeployable */ .M4)(service) ? (0,_facts_js__WEBPACK_IMPORTED_MODULE_7__/* .primaryOf */ .Os)(service)?.taskDefinition : undefined;
    return arn === undefined ? null : aws.ecs.describeTaskDefinition(arn);
}
async function readDefinition(inputs, ports, live) {
    const source = inputs.definition;
    if (source.kind !== 'live')
        return (0,_fact_js__WEBPACK_IMPORTED_MODULE_6__/* .fact */ .fK)((0,_task_definition_load_js__WEBPACK_IMPORTED_MODULE_4__/* .loadDefinition */ .yQ)(source, { ...ports, ecs: ports.aws.ecs }));
    return (0,_fact_js__WEBPACK_IMPORTED_MODULE_6__/* .after */ .Pl)(live, (described) => Promise.resolve((0,_task_definition_load_js__WEBPACK_IMPORTED_MODULE_4__/* .fromDescribed */ .iw)(described)));
}
async function readGroup(inputs, place, service, codedeploy, getDeployment) {
    const given = inputs.codedeploy;
    const search = { given, place, codedeploy, getDeployment, madeBy: async () => madeBy(await service) };
    if (given.application !== null || given.group !== null)
        return (0,_fact_js__WEBPACK_IMPORTED_MODULE_6__/* .fact */ .fK)((0,_find_group_js__WEBPACK_IMPORTED_MODULE_8__/* .findGroup */ .$)(search));
    const found = await service;
    // What is not there, or not CodeDeploy's, has no group; and half a search would refuse what a whole one finds.
    return found.state === 'known' && (0,_facts_js__WEBPACK_IMPORTED_MODULE_7__/* .isDeployable */ .M4)(found.value) ? (0,_fact_js__WEBPACK_IMPORTED_MODULE_6__/* .fact */ .fK)((0,_find_group_js__WEBPACK_IMPORTED_MODULE_8__/* .findGroup */ .$)(search)) : _fact_js__WEBPACK_IMPORTED_MODULE_6__/* .UNKNOWN */ .HV;
}
/** Old deployments are removed, and a tight policy may not cover them. */
async function readMaker(service, getDeployment) {
    const found = await service;
    const id = found.state === 'known' && (0,_facts_js__WEBPACK_IMPORTED_MODULE_7__/* .isDeployable */ .M4)(found.value) ? madeBy(found) : null;
    const made = id === null ? _fact_js__WEBPACK_IMPORTED_MODULE_6__/* .UNKNOWN */ .HV : await (0,_fact_js__WEBPACK_IMPORTED_MODULE_6__/* .fact */ .fK)(getDeployment(id));
    if (made.state === 'known')
        return (0,_fact_js__WEBPACK_IMPORTED_MODULE_6__/* .known */ .eO)({ ...made.value, deploymentId: id ?? '' });
    return made.state === 'failed' && !(made.error instanceof _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_2__/* .AwsCallError */ .iQ) ? made : _fact_js__WEBPACK_IMPORTED_MODULE_6__/* .UNKNOWN */ .HV;
}
function madeBy(service) {
    const id = service.state === 'known' ? (0,_facts_js__WEBPACK_IMPORTED_MODULE_7__/* .primaryOf */ .Os)(service.value)?.externalId : undefined;
    return id === undefined || id === '' ? null : id;
}
async function readConfiguration(inputs, group, codedeploy) {
    const name = inputs.codedeploy.config;
    if (name !== null)
        return (0,_fact_js__WEBPACK_IMPORTED_MODULE_6__/* .fact */ .fK)((0,_config_js__WEBPACK_IMPORTED_MODULE_5__/* .readConfig */ .Xg)(name, codedeploy));
    return (0,_fact_js__WEBPACK_IMPORTED_MODULE_6__/* .after */ .Pl)(group, ({ info }) => (0,_config_js__WEBPACK_IMPORTED_MODULE_5__/* .readConfig */ .Xg)(info.deploymentConfigName ?? _config_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_CONFIG */ .PV, codedeploy));
}
/** In the account and region that a full URI names. */
async function readRepository({ source }, { ecr }) {
    if (source.kind !== 'build')
        return (0,_fact_js__WEBPACK_IMPORTED_MODULE_6__/* .known */ .eO)(null);
    const name = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_14__/* .parseReference */ .F2)(source.repository)?.repository ?? source.repository;
    return (0,_fact_js__WEBPACK_IMPORTED_MODULE_6__/* .fact */ .fK)((0,_image_ecr_of_js__WEBPACK_IMPORTED_MODULE_15__/* .ecrOf */ .e)(source.repository, ecr).describeRepository(name));
}


/***/ }),

/***/ 357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ targetOf)
/* harmony export */ });
/* harmony import */ var _fact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4044);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2995);
/* harmony import */ var _listener_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(226);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6811);
/* harmony import */ var _url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7153);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8151);






/** What was read, as one. null where something is missing; why, the facts themselves tell. */
function targetOf(facts) {
    const service = (0,_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .valueOf */ .RP)(facts.service);
    const primary = (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .primaryOf */ .Os)(service);
    const live = (0,_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .valueOf */ .RP)(facts.live);
    const group = (0,_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .valueOf */ .RP)(facts.group);
    const config = (0,_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .valueOf */ .RP)(facts.config);
    const listener = listenerOf(facts);
    if (!service || !primary || !live || !group || !config || !listener)
        return null;
    const { application, name, foundBy, info } = group;
    return {
        cluster: facts.place.cluster,
        service,
        primary,
        live,
        group: { application, name, foundBy, info, config },
        listener,
        testUrl: (facts.test && (0,_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .valueOf */ .RP)(facts.test)?.url) ?? null,
    };
}
function listenerOf(facts) {
    const listener = (0,_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .valueOf */ .RP)(facts.listener);
    const group = (0,_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .valueOf */ .RP)(facts.group);
    if (listener === undefined || group === undefined)
        return null;
    const arns = listener.routes.flatMap(({ weights }) => [...weights.keys()]);
    const weights = (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .pairOf */ .cF)(group).map((name) => {
        const arn = arns.find((candidate) => (0,_place_js__WEBPACK_IMPORTED_MODULE_5__/* .targetGroupName */ .IT)(candidate) === name);
        return { targetGroup: name, weight: arn === undefined ? 0 : (0,_listener_js__WEBPACK_IMPORTED_MODULE_2__/* .weightOf */ .mm)(listener.routes, arn) };
    });
    const primary = (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .primaryOf */ .Os)((0,_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .valueOf */ .RP)(facts.service))?.loadBalancers?.[0]?.targetGroupArn ?? '';
    const serving = listener.routes.find((route) => (route.weights.get(primary) ?? 0) > 0);
    return { arn: listener.arn, url: (0,_url_js__WEBPACK_IMPORTED_MODULE_3__/* .urlOf */ .r)(listener.entrance, serving?.host ?? null), weights };
}


/***/ }),

/***/ 5183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ waitingOf),
/* harmony export */   z: () => (/* binding */ waitingWarnings)
/* harmony export */ });
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1781);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8151);



const MINUTE = 60_000;
/**
 * How long each wait of a deployment can take. CodeDeploy API: `waitTimeInMinutes` counts only with STOP_DEPLOYMENT;
 * `terminationWaitTimeInMinutes` is at most 2880, and only with TERMINATE. What has no bound of its own (the start of
 * the new tasks, hooks) is what the margin is for.
 */
function waitingOf(inputs, group) {
    const { deploymentReadyOption: ready, terminateBlueInstancesOnDeploymentSuccess: blue } = group.info.blueGreenDeploymentConfiguration ?? {};
    const readyMs = ready?.actionOnTimeout === 'STOP_DEPLOYMENT' ? (ready.waitTimeInMinutes ?? 0) * MINUTE : 0;
    const terminationMs = blue?.action === 'KEEP_ALIVE' ? 0 : (blue?.terminationWaitTimeInMinutes ?? 0) * MINUTE;
    const { shiftMs } = group.config;
    const limits = {
        none: 0,
        'test-ready': 0,
        'traffic-shifted': readyMs + shiftMs,
        completed: readyMs + shiftMs + terminationMs,
    };
    const marginMs = inputs.until === 'none' ? 0 : inputs.marginMinutes * MINUTE;
    return {
        until: inputs.until,
        readyMs,
        shiftMs,
        terminationMs,
        limitMs: limits[inputs.until] + marginMs,
        maxDelayMs: inputs.maxDelaySeconds * 1000,
    };
}
/** What of the waits should be known before they begin. `isTested`: a smoke test lets the deployment go on. */
function waitingWarnings(waiting, isTested) {
    const watches = waiting.until === 'traffic-shifted' || waiting.until === 'completed';
    if (waiting.readyMs === 0 || !watches || isTested)
        return [];
    return [
        `The deployment group waits up to ${waiting.readyMs / MINUTE} min for a word to go on (ContinueDeployment), which this step does not give: without it CodeDeploy stops the deployment. Let a command decide in this step (input 'smoke-test'), or end the step at the wait ('wait-for: test-ready') and let a later job go on ('mode: promote').`,
    ];
}


/***/ }),

/***/ 5804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MR: () => (/* binding */ containerNames),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   UR: () => (/* binding */ containerPorts),
/* harmony export */   _z: () => (/* binding */ resolveContainer),
/* harmony export */   v7: () => (/* binding */ unknownContainers)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9368);



/** The container definitions in the order of the task definition. */
function containersOf(body) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsIn */ .Qv)(body['containerDefinitions']);
}
function containerNames(body) {
    return containersOf(body).flatMap(({ name }) => (typeof name === 'string' ? [name] : []));
}
/** The container ports that `container` maps; empty where there is no such container. */
function containerPorts(body, container) {
    return containersOf(body)
        .filter(({ name }) => name === container)
        .flatMap((found) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsIn */ .Qv)(found['portMappings']))
        .flatMap((mapping) => {
        const port = mapping['containerPort'];
        return typeof port === 'number' ? [port] : [];
    });
}
/**
 * The container that the image and the other changes go to: the one that the inputs name, else the only one, else
 * the one behind the load balancer.
 * @throws StepError when the container is not in the definition.
 */
function resolveContainer(loaded, containerName, loadBalancerContainer) {
    const names = containerNames(loaded.body);
    const [first, ...others] = names;
    if (containerName === null && first !== undefined && others.length === 0)
        return first;
    const wanted = containerName ?? loadBalancerContainer;
    if (names.includes(wanted))
        return wanted;
    throw unknownContainers(loaded, [wanted]);
}
/** Names the containers that are not there, and those that are. */
function unknownContainers(loaded, wanted) {
    const quoted = wanted.map((name) => `'${name}'`).join(', ');
    const verb = wanted.length === 1 ? 'is' : 'are';
    const names = containerNames(loaded.body);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg({
        tried: 'find the container to change',
        on: loaded.origin,
        why: `container ${quoted} ${verb} not in task definition ${loaded.origin}; it has: ${names.join(', ') || 'none'}`,
        repair: 'Name one of these in container-name (or images), or correct the name in the task definition.',
    });
}


/***/ }),

/***/ 3299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Jk: () => (/* binding */ awsMessage),
  iw: () => (/* binding */ fromDescribed),
  yQ: () => (/* binding */ loadDefinition),
  pd: () => (/* binding */ revisionName)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/ports/files.js
var files = __webpack_require__(8164);
// EXTERNAL MODULE: ./build/task-definition/containers.js
var task_definition_containers = __webpack_require__(5804);
// EXTERNAL MODULE: ./build/json-text.js
var json_text = __webpack_require__(274);
// EXTERNAL MODULE: ./build/text-error.js
var text_error = __webpack_require__(766);
// EXTERNAL MODULE: ./build/yaml-text.js
var yaml_text = __webpack_require__(7141);
;// CONCATENATED MODULE: ./build/task-definition/parse.js





/** Members under which every value is a string: what YAML would read as a number or a boolean stays as typed. */
const STRING_MEMBERS = /^(?:cpu|memory|family|containerDefinitions\/(?:environment\/(?:name|value)|secrets\/\w+|command|entryPoint|image|name|dockerLabels\/.+|healthCheck\/command|logConfiguration\/(?:options\/.+|logDriver|secretOptions\/\w+)|systemControls\/\w+)|tags\/(?:key|value|Key|Value)|proxyConfiguration\/properties\/\w+)$/;
/** Whether ECS takes a string at this place (member names from the root of the definition or its wrapper). */
function isStringMember(names) {
    const place = names[0] === 'taskDefinition' ? names.slice(1) : names;
    return STRING_MEMBERS.test(place.join('/'));
}
/**
 * Parses a task definition file: JSON where the text is JSON, else YAML.
 * @throws StepError with file, line and column.
 */
async function parseDefinition(path, text) {
    const json = parseAsJson(path, text);
    if (json.kind === 'value')
        return json.value;
    if (json.kind === 'fault')
        throw unreadable(path, 'JSON', json.error);
    try {
        return (await (0,yaml_text/* parseYamlText */.c)(text, { isString: isStringMember })).value;
    }
    catch (error) {
        if (error instanceof text_error/* TextError */.W)
            throw unreadable(path, 'YAML', error);
        throw error;
    }
}
/** A file that begins like JSON, or is named so, is judged as JSON; one named as YAML is given a second chance. */
function parseAsJson(path, text) {
    const named = /\.json$/i.test(path);
    if (!named && !/^\s*[{[]/.test(text))
        return { kind: 'yaml' };
    try {
        return { kind: 'value', value: (0,json_text/* parseJsonText */.l)(text) };
    }
    catch (error) {
        if (!(error instanceof text_error/* TextError */.W))
            throw error;
        return /\.ya?ml$/i.test(path) ? { kind: 'yaml' } : { kind: 'fault', error };
    }
}
function unreadable(path, format, error) {
    return new errors/* StepError */.zg({ tried: `read the task definition as ${format}`, on: path, why: error.message, repair: 'Correct the file there.' }, { cause: error });
}

// EXTERNAL MODULE: ./build/task-definition/tags.js
var task_definition_tags = __webpack_require__(7185);
;// CONCATENATED MODULE: ./build/task-definition/load.js











/**
 * Loads the definition to start from. Files may hold JSON or YAML, also in the `{taskDefinition, tags}` form that
 * `aws ecs describe-task-definition` prints.
 * @throws StepError: no such file (with the absolute path), not parseable (with line and column), not a definition,
 *   no such revision. Throttling, network and credential faults of AWS are thrown as they came.
 */
async function loadDefinition(source, ports) {
    if (source.kind === 'file')
        return loadFile(source.path, ports.readFile, ports.workspace);
    return fromDescribed(await describe(source.reference, ports.ecs));
}
/** The definition of a registered revision. */
function fromDescribed(described) {
    return {
        body: described.definition,
        tags: (0,task_definition_tags/* mergeTags */.kE)(described.tags),
        origin: revisionName(described.arn),
        arn: described.arn,
    };
}
/** `arn:\u2026:task-definition/web:12` \u2192 `web:12`: free of the account id. */
function revisionName(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1);
}
async function loadFile(path, readFile, workspace) {
    const absolute = (0,external_node_path_.resolve)(workspace, path);
    const text = await readFile(absolute);
    if (text === null) {
        throw fault(path, `there is no file ${absolute}`, 'Check the path: it is relative to the workspace, and the repository must be checked out before this step.');
    }
    return fromDocument(path, await parseDefinition(path, text));
}
function fromDocument(path, document) {
    const whole = (0,json/* isObject */.Gv)(document) ? document : {};
    const wrapped = whole['taskDefinition'];
    const body = (0,json/* isObject */.Gv)(wrapped) ? wrapped : whole;
    const problem = problemOf(body);
    if (problem !== null)
        throw fault(path, problem, 'Write it as RegisterTaskDefinition takes it.');
    try {
        const tags = (0,task_definition_tags/* mergeTags */.kE)((0,task_definition_tags/* tagsOf */.Fg)(body['tags']), (0,json/* isObject */.Gv)(wrapped) ? (0,task_definition_tags/* tagsOf */.Fg)(whole['tags']) : []);
        return { body: (0,json/* without */.FF)(body, new Set(['tags'])), tags, origin: path, arn: null };
    }
    catch (error) {
        if (!(error instanceof task_definition_tags/* TagError */.PC))
            throw error;
        throw fault(path, error.message, 'Write tags as a list of {key, value}.');
    }
}
/** What RegisterTaskDefinition requires, and what this project reads. */
function problemOf(body) {
    if (typeof body['family'] !== 'string' || body['family'] === '')
        return 'it has no family';
    const containers = (0,task_definition_containers/* containersOf */.Mz)(body);
    if (containers.length === 0)
        return 'it has no containerDefinitions';
    if (containers.length !== listLength(body))
        return 'containerDefinitions holds something that is not a container';
    const names = (0,task_definition_containers/* containerNames */.MR)(body);
    if (names.length !== containers.length)
        return 'one of its containers has no name';
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    return twice === undefined ? null : `two of its containers are named '${twice}'`;
}
function listLength(body) {
    const list = body['containerDefinitions'];
    return Array.isArray(list) ? list.length : 0;
}
async function describe(reference, ecs) {
    try {
        return await ecs.describeTaskDefinition(reference);
    }
    catch (error) {
        // ECS API: an unknown family or revision is a ClientException, "Unable to describe task definition."
        if (!(error instanceof aws_error/* AwsCallError */.iQ) || !['missing', 'other'].includes(error.kind))
            throw error;
        throw fault(reference, `ECS answered ${error.code}: ${awsMessage(error)}`, 'Check family, revision, account and region. For a file, give a path with a folder or a .json, .yml or .yaml ending.', error);
    }
}
/** What AWS itself said, without the call that stands before it. */
function awsMessage(error) {
    const mark = `${error.code}: `;
    const start = error.message.indexOf(mark);
    return start < 0 ? error.message : error.message.slice(start + mark.length);
}
function fault(on, why, repair, cause) {
    return new errors/* StepError */.zg({ tried: 'load the task definition', on, why, repair }, { cause });
}


/***/ }),

/***/ 7185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ tagsOf),
/* harmony export */   PC: () => (/* binding */ TagError),
/* harmony export */   kE: () => (/* binding */ mergeTags)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9368);


/** Tags that are not a list of {key, value}. */
class TagError extends Error {
    name = 'TagError';
}
/** Reads `[{key, value}]`, or `[{Key, Value}]` as other AWS services print it. A tag without value has an empty one. */
function tagsOf(tags) {
    if (tags === undefined || tags === null)
        return [];
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(tags))
        throw new TagError('its tags are not a list');
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .elementsOf */ .ZE)(tags).map((tag) => {
        const key = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(tag) ? (tag['key'] ?? tag['Key']) : undefined;
        const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(tag) ? (tag['value'] ?? tag['Value'] ?? '') : undefined;
        if (typeof key === 'string' && typeof value === 'string')
            return { key, value };
        throw new TagError('one of its tags is not {key, value} with text for both');
    });
}
/** One tag a key, the last one given; without `aws:*`, which only AWS may set. */
function mergeTags(...lists) {
    const merged = new Map(lists.flat().map(({ key = '', value = '' }) => [key, value]));
    return [...merged].filter(([key]) => !/^aws:/i.test(key)).map(([key, value]) => ({ key, value }));
}


/***/ })

};
