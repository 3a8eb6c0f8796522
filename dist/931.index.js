export const id = 931;
export const ids = [931];
export const modules = {

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

/***/ 6931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ecrPort: () => (/* binding */ ecrPort)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9013);
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5589);
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8456);
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8372);
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3376);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6503);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1791);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7619);





function ecrPort(settings) {
    const client = new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_2__/* .ECRClient */ .S((0,_config_js__WEBPACK_IMPORTED_MODULE_3__/* .clientConfig */ .y)(settings));
    return {
        async describeRepository(name) {
            return (0,_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(called('DescribeRepositories', name), async () => {
                const command = new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_4__/* .DescribeRepositoriesCommand */ .p({ repositoryNames: [name] });
                const repository = (await client.send(command)).repositories?.[0];
                if (repository === undefined)
                    throw new Error('the answer holds no repository');
                return repository;
            });
        },
        async describeImage(repositoryName, image) {
            const id = 'tag' in image ? { imageTag: image.tag } : { imageDigest: image.digest };
            const on = `${repositoryName}${'tag' in image ? `:${image.tag}` : `@${image.digest}`}`;
            return (0,_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(called('DescribeImages', on), async () => {
                try {
                    const answer = await client.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_5__/* .DescribeImagesCommand */ .j({ repositoryName, imageIds: [id] }));
                    return answer.imageDetails?.[0] ?? null;
                }
                catch (error) {
                    if (error instanceof _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_6__/* .ImageNotFoundException */ .CJ)
                        return null;
                    throw error;
                }
            });
        },
        authorization: () => authorization(client),
    };
}
function called(operation, on) {
    return { service: 'ecr', operation, on };
}
async function authorization(client) {
    return (0,_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(called('GetAuthorizationToken', 'the registry of this account'), async () => {
        const data = (await client.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_7__/* .GetAuthorizationTokenCommand */ .E({}))).authorizationData?.[0];
        const [user, password] = Buffer.from(data?.authorizationToken ?? '', 'base64')
            .toString()
            .split(/:(.*)/s);
        if (!user || !password || data?.proxyEndpoint === undefined)
            throw new Error('the answer holds no usable token');
        return { user, password, endpoint: data.proxyEndpoint };
    });
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
