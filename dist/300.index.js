export const id = 300;
export const ids = [300];
export const modules = {

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

/***/ 7300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   elbPort: () => (/* binding */ elbPort)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8860);
/* harmony import */ var _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9485);
/* harmony import */ var _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(594);
/* harmony import */ var _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8175);
/* harmony import */ var _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9207);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6503);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1791);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7619);





function elbPort(settings) {
    const client = new _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_2__/* .ElasticLoadBalancingV2Client */ .M((0,_config_js__WEBPACK_IMPORTED_MODULE_3__/* .clientConfig */ .y)(settings));
    return {
        async describeTargetGroups(names) {
            const command = new _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_4__/* .DescribeTargetGroupsCommand */ .s({ Names: [...names] });
            return ((await (0,_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(called('DescribeTargetGroups', names.join(', ')), () => client.send(command))).TargetGroups ?? []);
        },
        describeListener: (arn) => describeListener(client, arn),
        entrance: (arn) => entrance(client, arn),
        describeRules: (listenerArn) => describeRules(client, listenerArn),
    };
}
function called(operation, on) {
    return { service: 'elasticloadbalancing', operation, on };
}
async function describeListener(client, arn) {
    const command = new _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_5__/* .DescribeListenersCommand */ .A({ ListenerArns: [arn] });
    return (0,_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(called('DescribeListeners', arn), async () => {
        const listener = (await client.send(command)).Listeners?.[0];
        if (listener === undefined)
            throw new Error('the answer holds no listener');
        return listener;
    });
}
/** A listener's ARN holds its load balancer's: `\u2026:listener/app/<name>/<id>/<listener id>`. */
async function entrance(client, arn) {
    const balancer = arn.replace(':listener/', ':loadbalancer/').replace(/\/[^/]+$/, '');
    const command = new _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_6__/* .DescribeLoadBalancersCommand */ .A({ LoadBalancerArns: [balancer] });
    const [listener, answer] = await Promise.all([
        describeListener(client, arn),
        (0,_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(called('DescribeLoadBalancers', balancer), () => client.send(command)),
    ]);
    const dnsName = answer.LoadBalancers?.[0]?.DNSName ?? '';
    return { dnsName, protocol: listener.Protocol ?? '', port: listener.Port ?? 0 };
}
async function describeRules(client, arn) {
    const rules = [];
    let marker;
    do {
        const input = { ListenerArn: arn, Marker: marker };
        const answer = await (0,_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(called('DescribeRules', arn), () => client.send(new _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_7__/* .DescribeRulesCommand */ .G(input)));
        rules.push(...(answer.Rules ?? []));
        marker = answer.NextMarker;
    } while (marker !== undefined && marker !== '');
    return rules;
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
