export const id = 775;
export const ids = [775];
export const modules = {

/***/ 5775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   alarmPort: () => (/* binding */ alarmPort)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8264);
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3284);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6503);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7619);




/** CloudWatch API: DescribeAlarms takes at most 100 names; a deployment group has at most 10 (CodeDeploy limits). */
const MOST = 100;
function alarmPort(settings) {
    const client = new _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_1__/* .CloudWatchClient */ .W((0,_config_js__WEBPACK_IMPORTED_MODULE_2__/* .clientConfig */ .y)(settings));
    return {
        async states(names) {
            if (names.length === 0)
                return [];
            const command = new _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_3__/* .DescribeAlarmsCommand */ .z({
                AlarmNames: names.slice(0, MOST),
                AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
                MaxRecords: MOST,
            });
            const call = { service: 'cloudwatch', operation: 'DescribeAlarms', on: names.join(', ') };
            const answer = await (0,_send_js__WEBPACK_IMPORTED_MODULE_0__/* .send */ .t)(call, () => client.send(command));
            return [...(answer.MetricAlarms ?? []), ...(answer.CompositeAlarms ?? [])].map(stateOf);
        },
    };
}
function stateOf(alarm) {
    return { name: alarm.AlarmName ?? '', state: alarm.StateValue ?? '', reason: alarm.StateReason ?? '' };
}


/***/ }),

/***/ 6503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ clientConfig)
/* harmony export */ });
/* unused harmony export retryDelayMs */
/* harmony import */ var _smithy_core_retry__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(291);
/* harmony import */ var _backoff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(588);


/** Before retry number `retry`, the first being 1: half a second to a second, then doubling. */
const retryDelayMs = (retry, random = Math.random) => (0,_backoff_js__WEBPACK_IMPORTED_MODULE_0__/* .backoffMs */ .j)(retry - 1, random);
/**
 * `attempts` overrides the settings, for calls that must not be repeated.
 *
 * The SDK's own waits between attempts are random from zero on: where many runs share a token bucket, eight of them can be
 * over in a few seconds, before the bucket has anything to give.
 */
function clientConfig(settings, attempts) {
    return {
        retryStrategy: new _smithy_core_retry__WEBPACK_IMPORTED_MODULE_1__/* .ConfiguredRetryStrategy */ .S(attempts ?? settings.maxRetries + 1, (retry) => retryDelayMs(retry)),
        customUserAgent: 'ecs-blue-green',
        requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
        ...(settings.region === null ? {} : { region: settings.region }),
    };
}


/***/ }),

/***/ 7619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ send)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1791);

/** Sends one call; what it throws becomes an `AwsCallError` that says what was called, on what, and why it failed. */
async function send(call, request) {
    try {
        return await request();
    }
    catch (error) {
        throw callError(call, error);
    }
}
function callError(call, thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const code = codeOf(error);
    const kind = (0,_error_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(code, statusOf(error));
    return new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsCallError */ .iQ(call, { kind, code, message: error.message.replace(SDK_HINT, '') || 'no answer' }, { cause: thrown });
}
/** What the SDK adds where it cannot read an answer: a hint for those who debug it. */
const SDK_HINT = /\s*Deserialization error: to see the raw response.*$/s;
/**
 * Node puts the useful word of a network fault in `code` (ECONNRESET); AWS's own errors carry theirs in `name`. An answer
 * that is no JSON or no XML has no word of its own.
 */
function codeOf(error) {
    if (error.name === 'SyntaxError' || SDK_HINT.test(error.message))
        return _error_js__WEBPACK_IMPORTED_MODULE_0__/* .UNREADABLE */ .mP;
    const own = 'code' in error && typeof error.code === 'string' ? error.code : '';
    return /^E[A-Z_]+$/.test(own) ? own : error.name;
}
function statusOf(error) {
    const metadata = '$metadata' in error ? error.$metadata : undefined;
    if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata))
        return undefined;
    return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}


/***/ })

};
