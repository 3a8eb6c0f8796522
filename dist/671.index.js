export const id = 671;
export const ids = [671];
export const modules = {

/***/ 6671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   codeDeployPort: () => (/* binding */ codeDeployPort)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7507);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1791);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6503);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7619);





function codeDeployPort(settings) {
    const client = new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_2__/* .CodeDeployClient */ .cHd((0,_config_js__WEBPACK_IMPORTED_MODULE_3__/* .clientConfig */ .y)(settings));
    const once = new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_2__/* .CodeDeployClient */ .cHd((0,_config_js__WEBPACK_IMPORTED_MODULE_3__/* .clientConfig */ .y)(settings, 1));
    const by = (retry = 'default') => (retry === 'none' ? once : client);
    return {
        ...groupReads(client),
        async getDeployment(id, retry) {
            const answer = await (0,_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(called('GetDeployment', id), () => by(retry).send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_2__/* .GetDeploymentCommand */ .Tvn({ deploymentId: id })));
            return answer.deploymentInfo ?? {};
        },
        getEcsTarget: (id, target, retry) => getEcsTarget(by(retry), id, target),
        async createDeployment(input) {
            const on = `${input.applicationName ?? ''}/${input.deploymentGroupName ?? ''}`;
            return (0,_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(called('CreateDeployment', on), async () => {
                const { deploymentId } = await once.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_2__/* .CreateDeploymentCommand */ .ttP(input));
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
            const command = new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_2__/* .GetDeploymentGroupCommand */ .WOp({ applicationName, deploymentGroupName });
            const call = called('GetDeploymentGroup', `${applicationName}/${deploymentGroupName}`);
            return (await (0,_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(call, () => client.send(command))).deploymentGroupInfo ?? {};
        },
        async getDeploymentConfig(name) {
            const command = new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_2__/* .GetDeploymentConfigCommand */ .z2K({ deploymentConfigName: name });
            return (await (0,_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(called('GetDeploymentConfig', name), () => client.send(command))).deploymentConfigInfo ?? {};
        },
    };
}
async function getEcsTarget(client, id, targetId) {
    return (0,_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(called('GetDeploymentTarget', `${id}, ${targetId}`), async () => {
        try {
            const answer = await client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_2__/* .GetDeploymentTargetCommand */ .Oxg({ deploymentId: id, targetId }));
            return answer.deploymentTarget?.ecsTarget ?? null;
        }
        catch (error) {
            if (error instanceof _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_2__/* .DeploymentNotStartedException */ .nrk)
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
        const answer = await (0,_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(called('ListDeployments', `${applicationName}/${deploymentGroupName}`), () => client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_2__/* .ListDeploymentsCommand */ .sr8(input)));
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
/** `attempts` overrides the settings, for calls that must not be repeated. */
function clientConfig(settings, attempts) {
    return {
        maxAttempts: attempts ?? settings.maxRetries + 1,
        retryMode: 'standard',
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
    const status = statusOf(error);
    return new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsCallError */ .iQ(call, { kind: (0,_error_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(code, status), code, message: error.message || 'no answer' }, { cause: thrown });
}
/** Node puts the useful word of a network fault in `code` (ECONNRESET); AWS's own errors carry theirs in `name`. */
function codeOf(error) {
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
