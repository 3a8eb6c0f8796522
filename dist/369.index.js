export const id = 369;
export const ids = [369];
export const modules = {

/***/ 7369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  codeDeployPort: () => (/* binding */ codeDeployPort)
});

// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-codedeploy/dist-es/CodeDeployClient.js + 8 modules
var CodeDeployClient = __webpack_require__(2283);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-codedeploy/dist-es/commands/GetDeploymentCommand.js
var GetDeploymentCommand = __webpack_require__(2923);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-codedeploy/dist-es/commands/CreateDeploymentCommand.js
var CreateDeploymentCommand = __webpack_require__(4595);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-codedeploy/dist-es/commands/GetDeploymentGroupCommand.js
var GetDeploymentGroupCommand = __webpack_require__(4940);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-codedeploy/dist-es/commands/GetDeploymentConfigCommand.js
var GetDeploymentConfigCommand = __webpack_require__(3877);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-codedeploy/dist-es/commands/GetDeploymentTargetCommand.js
var GetDeploymentTargetCommand = __webpack_require__(1840);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-codedeploy/dist-es/models/errors.js
var errors = __webpack_require__(5632);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-codedeploy/dist-es/commands/ListDeploymentsCommand.js
var ListDeploymentsCommand = __webpack_require__(9082);
// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __webpack_require__(1791);
;// CONCATENATED MODULE: ./build/ports/aws/codedeploy-call.js

function called(operation, on) {
    return { service: 'codedeploy', operation, on };
}

// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-codedeploy/dist-es/commands/StopDeploymentCommand.js
var StopDeploymentCommand = __webpack_require__(8783);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-codedeploy/dist-es/commands/ContinueDeploymentCommand.js
var ContinueDeploymentCommand = __webpack_require__(5820);
// EXTERNAL MODULE: ./build/ports/aws/send.js
var send = __webpack_require__(7619);
;// CONCATENATED MODULE: ./build/ports/aws/codedeploy-controls.js





/** Ended meanwhile, by itself (CodeDeploy API: DeploymentAlreadyCompletedException). */
const OVER = 'DeploymentAlreadyCompletedException';
/**
 * CodeDeploy API, ContinueDeployment: a wait that a deployment is not in. Which of these answers a TERMINATION_WAIT
 * before the shift is not documented.
 */
const NOT_WAITING = new Set(['DeploymentIsNotInReadyStateException', 'InvalidDeploymentStatusException']);
/** What moves a deployment that is in progress. Each call can be repeated: the second of two changes nothing more. */
function deploymentControls(client) {
    return {
        async stopDeployment(deploymentId) {
            const command = new StopDeploymentCommand/* StopDeploymentCommand */.N({ deploymentId, autoRollbackEnabled: true });
            try {
                await (0,send/* send */.t)(called('StopDeployment', deploymentId), () => client.send(command));
                return 'stopping';
            }
            catch (error) {
                if (codeOf(error) === OVER)
                    return 'over';
                throw error;
            }
        },
        async continueDeployment(deploymentId, deploymentWaitType) {
            const command = new ContinueDeploymentCommand/* ContinueDeploymentCommand */.M({ deploymentId, deploymentWaitType });
            try {
                await (0,send/* send */.t)(called('ContinueDeployment', `${deploymentId}, ${deploymentWaitType}`), () => client.send(command));
                return 'continued';
            }
            catch (error) {
                const code = codeOf(error);
                if (code === OVER)
                    return 'over';
                if (NOT_WAITING.has(code))
                    return 'not-waiting';
                throw error;
            }
        },
    };
}
function codeOf(error) {
    return error instanceof aws_error/* AwsCallError */.iQ ? error.code : '';
}

// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-codedeploy/dist-es/commands/BatchGetDeploymentsCommand.js
var BatchGetDeploymentsCommand = __webpack_require__(7094);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-codedeploy/dist-es/commands/GetApplicationRevisionCommand.js
var GetApplicationRevisionCommand = __webpack_require__(2963);
;// CONCATENATED MODULE: ./build/ports/aws/codedeploy-history.js





/** CodeDeploy API: BatchGetDeployments takes at most 25 ids. */
const BATCH = 25;
/** What was deployed before. */
function historyReads(client) {
    return {
        async getDeployments(ids) {
            const infos = [];
            for (let from = 0; from < ids.length; from += BATCH) {
                const deploymentIds = ids.slice(from, from + BATCH);
                const command = new BatchGetDeploymentsCommand/* BatchGetDeploymentsCommand */.A({ deploymentIds });
                const answer = await (0,send/* send */.t)(called('BatchGetDeployments', deploymentIds.join(', ')), () => client.send(command));
                infos.push(...(answer.deploymentsInfo ?? []));
            }
            return infos;
        },
        async getAppSpec(applicationName, sha256) {
            const revision = { revisionType: 'AppSpecContent', appSpecContent: { sha256 } };
            const command = new GetApplicationRevisionCommand/* GetApplicationRevisionCommand */.d({ applicationName, revision });
            try {
                const answer = await (0,send/* send */.t)(called('GetApplicationRevision', applicationName), () => client.send(command));
                return answer.revision?.appSpecContent?.content ?? null;
            }
            catch (error) {
                if (error instanceof aws_error/* AwsCallError */.iQ && error.code === 'RevisionDoesNotExistException')
                    return null;
                throw error;
            }
        },
    };
}

// EXTERNAL MODULE: ./build/ports/aws/config.js
var config = __webpack_require__(6503);
;// CONCATENATED MODULE: ./build/ports/aws/codedeploy.js







function codeDeployPort(settings) {
    const client = new CodeDeployClient/* CodeDeployClient */.c((0,config/* clientConfig */.y)(settings));
    // On the connections of the first: a call that must not be repeated need not wait for a new one.
    const { requestHandler } = client.config;
    const once = new CodeDeployClient/* CodeDeployClient */.c({ ...(0,config/* clientConfig */.y)(settings, 1), requestHandler });
    const by = (retry = 'default') => (retry === 'none' ? once : client);
    return {
        ...groupReads(client),
        async getDeployment(id, retry) {
            const answer = await (0,send/* send */.t)(called('GetDeployment', id), () => by(retry).send(new GetDeploymentCommand/* GetDeploymentCommand */.T({ deploymentId: id })));
            return answer.deploymentInfo ?? {};
        },
        getEcsTarget: (id, target, retry) => getEcsTarget(by(retry), id, target),
        async createDeployment(input) {
            const on = `${input.applicationName ?? ''}/${input.deploymentGroupName ?? ''}`;
            return (0,send/* send */.t)(called('CreateDeployment', on), async () => {
                const { deploymentId } = await once.send(new CreateDeploymentCommand/* CreateDeploymentCommand */.t(input));
                if (deploymentId === undefined)
                    throw new Error('the answer names no deployment');
                return deploymentId;
            });
        },
        listDeployments: (application, group, since) => listDeployments(client, application, group, since),
        ...historyReads(client),
        ...deploymentControls(client),
    };
}
function groupReads(client) {
    return {
        async getDeploymentGroup(applicationName, deploymentGroupName) {
            const command = new GetDeploymentGroupCommand/* GetDeploymentGroupCommand */.W({ applicationName, deploymentGroupName });
            const call = called('GetDeploymentGroup', `${applicationName}/${deploymentGroupName}`);
            return (await (0,send/* send */.t)(call, () => client.send(command))).deploymentGroupInfo ?? {};
        },
        async getDeploymentConfig(name) {
            const command = new GetDeploymentConfigCommand/* GetDeploymentConfigCommand */.z({ deploymentConfigName: name });
            return (await (0,send/* send */.t)(called('GetDeploymentConfig', name), () => client.send(command))).deploymentConfigInfo ?? {};
        },
    };
}
async function getEcsTarget(client, id, targetId) {
    return (0,send/* send */.t)(called('GetDeploymentTarget', `${id}, ${targetId}`), async () => {
        try {
            const answer = await client.send(new GetDeploymentTargetCommand/* GetDeploymentTargetCommand */.O({ deploymentId: id, targetId }));
            return answer.deploymentTarget?.ecsTarget ?? null;
        }
        catch (error) {
            if (error instanceof errors/* DeploymentNotStartedException */.nr)
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
            ...(since === null ? {} : { createTimeRange: { start: new Date(since) } }),
            nextToken,
        };
        const answer = await (0,send/* send */.t)(called('ListDeployments', `${applicationName}/${deploymentGroupName}`), () => client.send(new ListDeploymentsCommand/* ListDeploymentsCommand */.s(input)));
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
