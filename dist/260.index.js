export const id = 260;
export const ids = [260];
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

/***/ 7260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  credentialsEnd: () => (/* binding */ credentialsEnd),
  ecsPort: () => (/* binding */ ecsPort),
  findRegion: () => (/* binding */ findRegion)
});

// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-ecs/dist-es/ECSClient.js + 8 modules
var ECSClient = __webpack_require__(5470);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeServicesCommand.js
var DescribeServicesCommand = __webpack_require__(8624);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeTaskDefinitionCommand.js
var DescribeTaskDefinitionCommand = __webpack_require__(3884);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-ecs/dist-es/commands/RegisterTaskDefinitionCommand.js
var RegisterTaskDefinitionCommand = __webpack_require__(572);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-ecs/dist-es/commands/ListTasksCommand.js
var ListTasksCommand = __webpack_require__(4271);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeTasksCommand.js
var DescribeTasksCommand = __webpack_require__(1842);
// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
// EXTERNAL MODULE: ./build/ports/aws/config.js
var config = __webpack_require__(6503);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-ecs/dist-es/commands/StopTaskCommand.js
var StopTaskCommand = __webpack_require__(5104);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-ecs/dist-es/commands/RunTaskCommand.js
var RunTaskCommand = __webpack_require__(5601);
;// CONCATENATED MODULE: ./build/ports/aws/raw.js
/**
 * Past the SDK's own model, which drops members that this version does not know, in both directions: a request body
 * is sent as it was rendered, and an answer is read as it came.
 */


/** Puts `body` on the request in place of what the SDK made of the command's input. */
function sendRaw(command, body) {
    command.middlewareStack.add((next) => (args) => {
        if (isRequest(args.request))
            args.request.body = JSON.stringify(body);
        return next(args);
    }, 
    // Before the SDK measures the body's length, which it does in the same step.
    { step: 'build', name: 'sendRawBody', priority: 'high' });
}
/** Keeps the answer's JSON. Call the returned function after the command was sent. */
function keepRaw(command) {
    let raw;
    command.middlewareStack.add((next) => async (args) => {
        const result = await next(args);
        if (isResponse(result.response)) {
            const bytes = await collect(result.response.body);
            result.response.body = bytes;
            if (result.response.statusCode < 300)
                raw = JSON.parse(new TextDecoder().decode(bytes));
        }
        return result;
    }, 
    // Behind the deserializer, which would otherwise have read the stream.
    { step: 'deserialize', name: 'keepRawAnswer', priority: 'low' });
    return () => {
        if (!(0,json/* isObject */.Gv)(raw))
            throw new Error('the answer holds no JSON object');
        return raw;
    };
}
function isRequest(value) {
    return typeof value === 'object' && value !== null && 'body' in value;
}
function isResponse(value) {
    return typeof value === 'object' && value !== null && 'body' in value && 'statusCode' in value;
}
async function collect(body) {
    if (body instanceof Uint8Array)
        return body;
    const chunks = [];
    for await (const chunk of body)
        chunks.push(chunk);
    return Buffer.concat(chunks);
}

// EXTERNAL MODULE: ./build/ports/aws/send.js
var send = __webpack_require__(7619);
;// CONCATENATED MODULE: ./build/ports/aws/ecs-tasks.js
/** Tasks of their own, which no service replaces. */





const called = (operation, on) => ({ service: 'ecs', operation, on });
function taskPort(client) {
    return {
        runTask: (body) => runTask(client, body),
        async describeTask(cluster, arn) {
            const command = new DescribeTasksCommand/* DescribeTasksCommand */.z({ cluster, tasks: [arn] });
            const answer = await (0,send/* send */.t)(called('DescribeTasks', arn), () => client.send(command));
            return answer.tasks?.[0] ?? null;
        },
        async stopTask(cluster, task, reason) {
            await (0,send/* send */.t)(called('StopTask', task), () => client.send(new StopTaskCommand/* StopTaskCommand */.P({ cluster, task, reason })));
        },
    };
}
async function runTask(client, body) {
    const taskDefinition = (0,json/* textOf */.b6)(body['taskDefinition']);
    const command = new RunTaskCommand/* RunTaskCommand */._({ taskDefinition });
    sendRaw(command, body);
    const on = `${(0,json/* textOf */.b6)(body['cluster'])}, ${taskDefinition}`;
    const { tasks = [], failures = [] } = await (0,send/* send */.t)(called('RunTask', on), () => client.send(command));
    return { tasks, failures };
}

;// CONCATENATED MODULE: ./build/ports/aws/ecs.js







function ecsPort(settings) {
    const client = new ECSClient/* ECSClient */.Z((0,config/* clientConfig */.y)(settings));
    return {
        async describeService(cluster, service) {
            const call = { service: 'ecs', operation: 'DescribeServices', on: `${cluster}/${service}` };
            const command = new DescribeServicesCommand/* DescribeServicesCommand */.H({ cluster, services: [service], include: ['TAGS'] });
            const answer = await (0,send/* send */.t)(call, () => client.send(command));
            return answer.services?.[0] ?? null;
        },
        describeTaskDefinition: (reference) => describeTaskDefinition(client, reference),
        registerTaskDefinition: (body) => registerTaskDefinition(client, body),
        stoppedTasks: (cluster, service, limit) => stoppedTasks(client, cluster, service, limit),
        ...taskPort(client),
    };
}
/** When the credentials of the step end, as far as they tell: an access key has no end, and not all sources tell theirs. */
async function credentialsEnd() {
    const { expiration } = await new ECSClient/* ECSClient */.Z({}).config.credentials();
    return expiration?.getTime() ?? null;
}
/** The region where no setting names one: AWS_REGION, else the shared configuration's. Rejects where neither does. */
async function findRegion() {
    return new ECSClient/* ECSClient */.Z({}).config.region();
}
async function describeTaskDefinition(client, reference) {
    const call = { service: 'ecs', operation: 'DescribeTaskDefinition', on: reference };
    const command = new DescribeTaskDefinitionCommand/* DescribeTaskDefinitionCommand */.Z({ taskDefinition: reference, include: ['TAGS'] });
    const raw = keepRaw(command);
    return (0,send/* send */.t)(call, async () => {
        const answer = await client.send(command);
        const definition = raw()['taskDefinition'];
        if (!(0,json/* isObject */.Gv)(definition))
            throw new Error('the answer holds no task definition');
        return { arn: answer.taskDefinition?.taskDefinitionArn ?? reference, definition, tags: answer.tags ?? [] };
    });
}
async function registerTaskDefinition(client, body) {
    const family = typeof body['family'] === 'string' ? body['family'] : '';
    const call = { service: 'ecs', operation: 'RegisterTaskDefinition', on: family };
    const command = new RegisterTaskDefinitionCommand/* RegisterTaskDefinitionCommand */.$({ family, containerDefinitions: [] });
    sendRaw(command, body);
    return (0,send/* send */.t)(call, async () => {
        const arn = (await client.send(command)).taskDefinition?.taskDefinitionArn;
        if (arn === undefined)
            throw new Error('the answer names no task definition');
        return { arn };
    });
}
/** ECS API: ListTasks and DescribeTasks take at most 100. */
const PAGE = 100;
async function stoppedTasks(client, cluster, serviceName, limit) {
    const on = `${cluster}/${serviceName}`;
    const found = [];
    let nextToken;
    do {
        const maxResults = Math.min(PAGE, limit - found.length);
        const list = new ListTasksCommand/* ListTasksCommand */.M({ cluster, serviceName, desiredStatus: 'STOPPED', maxResults, nextToken });
        const listed = await (0,send/* send */.t)({ service: 'ecs', operation: 'ListTasks', on }, () => client.send(list));
        const tasks = listed.taskArns ?? [];
        if (tasks.length === 0)
            break;
        const describe = new DescribeTasksCommand/* DescribeTasksCommand */.z({ cluster, tasks });
        const described = await (0,send/* send */.t)({ service: 'ecs', operation: 'DescribeTasks', on }, () => client.send(describe));
        found.push(...(described.tasks ?? []));
        nextToken = listed.nextToken;
    } while (nextToken !== undefined && nextToken !== '' && found.length < limit);
    return found.toSorted((a, b) => (b.stoppedAt?.getTime() ?? 0) - (a.stoppedAt?.getTime() ?? 0));
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
