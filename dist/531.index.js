export const id = 531;
export const ids = [531];
export const modules = {

/***/ 7531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   stopTaskLeft: () => (/* binding */ stopTaskLeft)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _report_plain_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2071);
/* harmony import */ var _world_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3920);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3720);
/* harmony import */ var _stop_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(722);
/** What a run that was killed during its task has left running. */






/** For `post`: stops the task, says what came of it, and never rejects. Nothing where the run has ended its task itself. */
async function stopTaskLeft(world, open = () => ecsOf(world)) {
    const { log, runner } = world;
    const arn = runner.state('run-task-arn');
    if (arn === '') {
        if (runner.state('run-task-starting') !== '')
            log.warning(MAYBE);
        return;
    }
    try {
        log.warning(await (0,_stop_js__WEBPACK_IMPORTED_MODULE_3__/* .stopped */ .c)(await open(), clusterOf(arn), arn, 'the run was cancelled'));
    }
    catch (error) {
        log.warning((0,_report_plain_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(`Task ${(0,_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .idOf */ .T)(arn)} may go on by itself: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`));
    }
}
const MAYBE = 'The step was ended while it started a task: there may be one, and it goes on by itself. Running this job again goes on with it.';
const ecsOf = async ({ env }) => (await (0,_world_js__WEBPACK_IMPORTED_MODULE_1__/* .openFor */ .q)({ maxRetries: 3 }, env)).ecs;
/** `arn:aws:ecs:eu-west-1:123456789012:task/shop/0123\u2026` */
const clusterOf = (arn) => arn.split('/').at(-2) ?? 'default';


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


/***/ })

};
