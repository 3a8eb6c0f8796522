export const id = 756;
export const ids = [756];
export const modules = {

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

/***/ 6756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   post: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _ports_docker_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(335);
/* harmony import */ var _ports_process_mark_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6434);
/* harmony import */ var _remember_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4941);
/* harmony import */ var _world_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3920);
/**
 * After every run: removes what was left behind. Where the run was cancelled or killed, it also does with the deployment what
 * `on-cancel` says, and follows that to its end. Never makes a job red.
 */






async function post(world) {
    const { log, runner } = world;
    await forgetDocker(runner.state('docker-config'), log);
    const end = (0,_remember_js__WEBPACK_IMPORTED_MODULE_3__/* .mainEnd */ .ZU)(runner);
    if (end === 'reported')
        return;
    if (end === null)
        await endMain(world);
    await endTask(world);
    const known = (0,_remember_js__WEBPACK_IMPORTED_MODULE_3__/* .remembered */ .HK)(runner);
    if (known === null) {
        unremembered(world);
        return;
    }
    try {
        const { goesOn, leftRunning } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(856), __webpack_require__.e(712), __webpack_require__.e(346)]).then(__webpack_require__.bind(__webpack_require__, 6346));
        await (end === 'error' ? goesOn(known, world) : leftRunning(known, world));
    }
    catch (error) {
        log.error(`What became of the deployment could not be found out. ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
    }
}
/** A task before the deployment, which the run was killed in. */
async function endTask(world) {
    const { runner } = world;
    if (runner.state('run-task-arn') === '' && runner.state('run-task-starting') === '')
        return;
    const { stopTaskLeft } = await __webpack_require__.e(/* import() */ 531).then(__webpack_require__.bind(__webpack_require__, 7531));
    await stopTaskLeft(world);
}
/** A deployment that the run followed, or stopped in `mode: rollback`: all that is known is which. */
function unremembered({ runner, log }) {
    const id = runner.state('deployment-id');
    if (id === '')
        return;
    log.warning(`The step ended before deployment ${id} had come to its end: what goes on there goes on by itself, on AWS. ` +
        `Look at it: ${runner.state('console-url')}`);
}
/** In a `container:` job the runner ends what started the main process, not always that process itself. */
async function endMain({ runner, clock, log }) {
    const mark = (0,_ports_process_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .parseMark */ .lw)(runner.state('process'));
    const what = mark === null ? 'gone' : await (0,_ports_process_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .endMarked */ .Qc)(mark, clock);
    if (mark === null || what === 'gone')
        return;
    const told = `The step's main process (${mark.pid}) still ran when the step was over`;
    if (what === 'ended')
        log.info(`${told}: it was ended.`);
    else
        log.warning(`${told}, and could not be ended.`);
}
async function forgetDocker(path, log) {
    if (path === '')
        return;
    try {
        await (0,_ports_docker_config_js__WEBPACK_IMPORTED_MODULE_1__/* .removeDockerConfig */ .nS)(path);
    }
    catch (error) {
        log.warning(`The temporary Docker configuration ${path} could not be removed: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
    }
}


/***/ })

};
