export const id = 671;
export const ids = [671];
export const modules = {

/***/ 6671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   codeDeployPort: () => (/* binding */ codeDeployPort)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2283);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2923);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4595);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4940);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3877);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1840);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5632);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9082);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1791);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6503);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7619);





function codeDeployPort(settings) {
    const client = new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_2__/* .CodeDeployClient */ .c((0,_config_js__WEBPACK_IMPORTED_MODULE_3__/* .clientConfig */ .y)(settings));
    // On the connections of the first: a call that must not be repeated need not wait for a new one.
    const { requestHandler } = client.config;
    const once = new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_2__/* .CodeDeployClient */ .c({ ...(0,_config_js__WEBPACK_IMPORTED_MODULE_3__/* .clientConfig */ .y)(settings, 1), requestHandler });
    const by = (retry = 'default') => (retry === 'none' ? once : client);
    return {
        ...groupReads(client),
        async getDeployment(id, retry) {
            const answer = await (0,_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(called('GetDeployment', id), () => by(retry).send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_4__/* .GetDeploymentCommand */ .T({ deploymentId: id })));
            return answer.deploymentInfo ?? {};
        },
        getEcsTarget: (id, target, retry) => getEcsTarget(by(retry), id, target),
        async createDeployment(input) {
            const on = `${input.applicationName ?? ''}/${input.deploymentGroupName ?? ''}`;
            return (0,_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(called('CreateDeployment', on), async () => {
                const { deploymentId } = await once.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_5__/* .CreateDeploymentCommand */ .t(input));
                if (deploymentId === undefined)
                    throw new Error('the answer names no deployment');
                return deploymentId;
            });
        },
        listDeployments: (application, group, since) => listDeployments(client, application, group, since),
    };
}
function called(operation, on) {
    return { service: 'codedeploy', operation, on };
}
function groupReads(client) {
    return {
        async getDeploymentGroup(applicationName, deploymentGroupName) {
            const command = new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_6__/* .GetDeploymentGroupCommand */ .W({ applicationName, deploymentGroupName });
            const call = called('GetDeploymentGroup', `${applicationName}/${deploymentGroupName}`);
            return (await (0,_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(call, () => client.send(command))).deploymentGroupInfo ?? {};
        },
        async getDeploymentConfig(name) {
            const command = new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_7__/* .GetDeploymentConfigCommand */ .z({ deploymentConfigName: name });
            return (await (0,_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(called('GetDeploymentConfig', name), () => client.send(command))).deploymentConfigInfo ?? {};
        },
    };
}
async function getEcsTarget(client, id, targetId) {
    return (0,_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(called('GetDeploymentTarget', `${id}, ${targetId}`), async () => {
        try {
            const answer = await client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_8__/* .GetDeploymentTargetCommand */ .O({ deploymentId: id, targetId }));
            return answer.deploymentTarget?.ecsTarget ?? null;
        }
        catch (error) {
            if (error instanceof _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_9__/* .DeploymentNotStartedException */ .nr)
                return null;
            throw error;
        }
    });
}
async function listDeployments(client, applicationName, deploymentGroupName, since) {
    const ids = [];
    let nextToken;
    do {
        const input = {
            applicationName,
            deploymentGroupName,
            createTimeRange: { start: new Date(since) },
            nextToken,
        };
        const answer = await (0,_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(called('ListDeployments', `${applicationName}/${deploymentGroupName}`), () => client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_10__/* .ListDeploymentsCommand */ .s(input)));
        ids.push(...(answer.deployments ?? []));
        nextToken = answer.nextToken;
    } while (nextToken !== undefined && nextToken !== '');
    return ids;
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
