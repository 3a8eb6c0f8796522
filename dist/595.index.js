export const id = 595;
export const ids = [595];
export const modules = {

/***/ 492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ capacityWarning),
/* harmony export */   X: () => (/* binding */ appspecEqualsTaskSet)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9368);
/* harmony import */ var _live_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7133);




/** ECS developer guide, "Fargate platform versions": what LATEST stands for, on Linux and on Windows. */
const LATEST = new Set([null, 'LATEST', '1.4.0', '1.0.0']);
/**
 * Whether a deployment with this AppSpec would end in the task set that is there.
 * - Container and port must be the same; subnets, security groups and providers in any order.
 * - A platform version that is left out is LATEST (AppSpec reference). A task set may tell LATEST by the version that
 *   it stands for, so LATEST equals that one too, but no older one. A version that is pinned equals itself only.
 * - A network that is left out keeps the service's, so it equals any.
 * - A capacity strategy that is left out is none: CodeDeploy takes the provider away.
 * - Hooks run in a deployment, and a task set cannot show that they have: with hooks the answer is always no.
 */
function appspecEqualsTaskSet(service, taskSet) {
    const live = (0,_live_js__WEBPACK_IMPORTED_MODULE_0__/* .serviceFromTaskSet */ .f)(taskSet);
    return (service.hooks.length === 0 &&
        service.containerName === live.containerName &&
        service.containerPort === live.containerPort &&
        samePlatform(service.platformVersion, live.platformVersion) &&
        (service.network === null || unordered(service.network) === unordered(live.network)) &&
        unordered(service.capacityProviders) === unordered(live.capacityProviders));
}
/** What the user should know: this AppSpec file takes away the capacity providers that the service runs on. */
function capacityWarning(service, taskSet) {
    const live = (0,_live_js__WEBPACK_IMPORTED_MODULE_0__/* .serviceFromTaskSet */ .f)(taskSet);
    if (service.capacityProviders !== null || live.capacityProviders === null)
        return null;
    return ('The AppSpec names no CapacityProviderStrategy, but the service runs on one: CodeDeploy will take it away. ' +
        `To keep it, add to Properties: CapacityProviderStrategy: ${JSON.stringify(live.capacityProviders)}`);
}
function samePlatform(asked, live) {
    if (asked === live)
        return true;
    return (asked === null || asked === 'LATEST') && LATEST.has(live);
}
/** A text that is the same for the same members, whatever the order of lists. */
function unordered(value) {
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(value))
        return `[${value.map(unordered).sort().join()}]`;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
        return JSON.stringify(value);
    const members = Object.entries(value).map(([name, member]) => `${name}:${unordered(member)}`);
    return `{${members.sort().join()}}`;
}


/***/ }),

/***/ 7133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ serviceFromTaskSet)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);




/**
 * What an AppSpec says about the service, from the task set that takes the traffic. A task set knows no hooks.
 * @throws StepError when the task set has no load balancer: CodeDeploy needs one.
 */
function serviceFromTaskSet(taskSet) {
    const [balancer] = taskSet.loadBalancers ?? [];
    if (balancer?.containerName === undefined || balancer.containerPort === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg({
            tried: 'find the container behind the load balancer',
            on: taskSet.id ?? 'the PRIMARY task set',
            why: 'the PRIMARY task set has no load balancer',
            repair: 'Create the service with a load balancer: blue/green shifts traffic between two target groups.',
        });
    }
    return {
        containerName: balancer.containerName,
        containerPort: balancer.containerPort,
        platformVersion: taskSet.platformVersion || null, // eslint-disable-line @typescript-eslint/prefer-nullish-coalescing -- an empty one says nothing either
        network: networkOf(taskSet.networkConfiguration),
        capacityProviders: capacityOf(taskSet.capacityProviderStrategy),
        hooks: [],
    };
}
/**
 * All or nothing: without subnets or security groups the AppSpec says nothing of the network, and CodeDeploy keeps the
 * service's. An absent assignPublicIp is DISABLED (ECS API: AwsVpcConfiguration).
 */
function networkOf(configuration) {
    const { subnets = [], securityGroups = [], assignPublicIp } = configuration?.awsvpcConfiguration ?? {};
    if (subnets.length === 0 || securityGroups.length === 0)
        return null;
    return {
        AwsvpcConfiguration: {
            Subnets: subnets,
            SecurityGroups: securityGroups,
            AssignPublicIp: assignPublicIp ?? 'DISABLED',
        },
    };
}
/** null where the task set has a launch type instead. */
function capacityOf(strategy) {
    if (strategy === undefined || strategy.length === 0)
        return null;
    return strategy.map(({ base, capacityProvider, weight }) => ({
        Base: base ?? 0,
        CapacityProvider: capacityProvider ?? '',
        Weight: weight ?? 0,
    }));
}


/***/ }),

/***/ 5375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ renderAppSpec)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9368);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9459);




/**
 * The AppSpec that deploys `taskDefinitionArn`: JSON, the same text for the same input, with the SHA-256 of exactly
 * that text. From a file, only TaskDefinition is replaced (under the spelling that the file has); everything else stays.
 */
function renderAppSpec(source, taskDefinitionArn) {
    const document = source.kind === 'file'
        ? withTaskDefinition(source.document, taskDefinitionArn)
        : fromService(source.service, taskDefinitionArn);
    const content = JSON.stringify(document);
    return { content, sha256: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content, 'utf8').digest('hex') };
}
function withTaskDefinition(document, arn) {
    const resources = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .elementsOf */ .ZE)((0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .findKey */ .Tj)(document, 'Resources')?.value).map((entry) => {
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(entry))
            return entry;
        return Object.fromEntries(Object.entries(entry).map(([name, resource]) => [name, inResource(resource, arn)]));
    });
    return (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .setKey */ .qL)(document, 'Resources', resources);
}
function inResource(resource, arn) {
    const properties = (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .findKey */ .Tj)(resource, 'Properties')?.value;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(resource) || !(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(properties))
        return resource;
    return (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .setKey */ .qL)(resource, 'Properties', (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .setKey */ .qL)(properties, 'TaskDefinition', arn));
}
/**
 * CodeDeploy takes the capacity provider away from a service whose AppSpec names none, so it is always named where the
 * task set has one. The launch type has no place in an AppSpec.
 */
function fromService(service, arn) {
    const { containerName, containerPort, platformVersion, network, capacityProviders, hooks } = service;
    const Properties = {
        TaskDefinition: arn,
        LoadBalancerInfo: { ContainerName: containerName, ContainerPort: containerPort },
        ...(platformVersion === null ? {} : { PlatformVersion: platformVersion }),
        ...(network === null ? {} : { NetworkConfiguration: network }),
        ...(capacityProviders === null ? {} : { CapacityProviderStrategy: capacityProviders }),
    };
    return {
        version: 0.0,
        Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties } }],
        ...(hooks.length === 0 ? {} : { Hooks: hooks.map(([event, fn]) => ({ [event]: fn })) }),
    };
}


/***/ }),

/***/ 3462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ buildEnvironment),
/* harmony export */   XQ: () => (/* binding */ sourceLabels),
/* harmony export */   fb: () => (/* binding */ buildArguments),
/* harmony export */   h9: () => (/* binding */ shownCommand)
/* harmony export */ });

/** Names under which build secrets stand in the environment of the build. */
const SECRET = 'ECS_BLUE_GREEN_SECRET_';
/**
 * Names that command the Docker client itself when they stand in its environment, or that a build secret has there.
 * Only for these does the value of a build argument go onto the command line.
 */
const CLIENT = /^(?:PATH|PATHEXT|HOME|USERPROFILE|SYSTEMROOT|TMPDIR|TMP|TEMP|SSH_AUTH_SOCK|DOCKER_.*|BUILDX_.*|BUILDKIT_(?:HOST|PROGRESS|COLORS|NO_.*)|ECS_BLUE_GREEN_SECRET_.*|(?:HTTP|HTTPS|NO|ALL|FTP)_PROXY|LD_.*|DYLD_.*|GODEBUG|SSL_CERT_.*)$/i;
/** Docker's arguments for a build. Values of build arguments and of secrets are not in them. */
function buildArguments(call) {
    return [
        ...(call.buildx ? buildxArguments(call) : ['build']),
        ...(call.file === null ? [] : ['--file', call.file]),
        ...(call.target === null ? [] : ['--target', call.target]),
        ...each('--build-arg', call.buildArgs, ([name, value]) => (CLIENT.test(name) ? `${name}=${value}` : name)),
        ...each('--label', call.labels, ([name, value]) => `${name}=${value}`),
        ...(call.platforms.length === 0 ? [] : ['--platform', call.platforms.join(',')]),
        ...(call.pull ? ['--pull'] : []),
        ...(call.noCache ? ['--no-cache'] : []),
        ...(call.network === null ? [] : ['--network', call.network]),
        ...call.references.flatMap((reference) => ['--tag', reference]),
        call.context,
    ];
}
/** What only buildx knows. */
function buildxArguments(call) {
    return [
        ...['buildx', 'build'],
        ...(call.builder === null ? [] : ['--builder', call.builder]),
        ...['--push', '--progress', 'plain', '--metadata-file', call.metadataFile],
        // With attestations, which buildx adds unasked, the digest is that of an index and new at every build.
        `--provenance=${call.provenance ?? 'false'}`,
        `--sbom=${call.sbom ?? 'false'}`,
        ...[...call.buildSecrets.keys()].flatMap((id, index) => ['--secret', `id=${id},env=${SECRET}${index}`]),
        ...each('--secret', call.secretFiles, ([id, path]) => `id=${id},${csv(`src=${path}`)}`),
        ...call.cacheFrom.flatMap((cache) => ['--cache-from', cache]),
        ...call.cacheTo.flatMap((cache) => ['--cache-to', cache]),
        ...each('--build-context', call.buildContexts, ([name, value]) => `${name}=${value}`),
        ...call.ssh.flatMap((key) => ['--ssh', key]),
    ];
}
function each(option, map, text) {
    return [...map].flatMap((entry) => [option, text(entry)]);
}
/** One field of an option that is read as comma-separated values. */
function csv(field) {
    return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
/** What the build's process gets beside the job's environment: the values of build arguments and of secrets. */
function buildEnvironment(call) {
    const values = [...call.buildArgs].filter(([name]) => !CLIENT.test(name));
    const secrets = [...call.buildSecrets.values()].map((value, index) => [`${SECRET}${index}`, value]);
    return Object.fromEntries([...values, ...secrets]);
}
/** Attributes of caches that hold credentials: `secret_access_key=\u2026`, `token=\u2026`. */
const CREDENTIAL = /((?:^|,)[^=,]*(?:secret|token|password|access_key|account_key)[^=,]*=)[^,]*/gi;
/** The command line as it may be shown: without values of build arguments and without credentials in caches and URLs. */
function shownCommand(args) {
    const shown = args.map((arg, index) => shownArgument(arg, args[index - 1] ?? ''));
    return ['docker', ...shown].map((arg) => (/^[\w./:=@,*+-]+$/.test(arg) ? arg : JSON.stringify(arg))).join(' ');
}
function shownArgument(arg, before) {
    if (before === '--build-arg')
        return arg.replace(/=[\s\S]*$/, '=***');
    const bare = arg.replace(/:\/\/[^/\s]*@/g, '://***@');
    return before.startsWith('--cache-') ? bare.replace(CREDENTIAL, '$1***') : bare;
}
/** OCI image labels: annotations spec, `org.opencontainers.image.source` and `.revision`. */
function sourceLabels(context) {
    const labels = new Map();
    if (context.repository !== '') {
        labels.set('org.opencontainers.image.source', `${context.serverUrl}/${context.repository}`);
    }
    if (context.sha !== '')
        labels.set('org.opencontainers.image.revision', context.sha);
    return labels;
}


/***/ }),

/***/ 4620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ buildCall),
/* harmony export */   v: () => (/* binding */ buildPlaces)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3462);
/* harmony import */ var _content_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1687);





function buildPlaces(source, workspace) {
    const place = (text) => ((0,_content_source_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceKind */ .u)(text) === 'local' ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, text) : text);
    const context = place(source.context);
    const remote = (0,_content_source_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceKind */ .u)(source.context) !== 'local';
    const named = source.file === null || remote ? source.file : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, source.file);
    return {
        context,
        file: named ?? (remote ? null : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(context, 'Dockerfile')),
        buildContexts: mapped(source.buildContexts, place),
        secretFiles: mapped(source.secretFiles, (path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, path)),
    };
}
function mapped(map, change) {
    return new Map(Array.from(map, ([name, value]) => [name, change(value)]));
}
/**
 * The build as it is called. The user's labels go before those for source and revision.
 * @param commit what the image is made from; empty where it is not known
 */
function buildCall(source, context, commit, rest) {
    return {
        ...source,
        ...buildPlaces(source, context.workspace),
        ...rest,
        labels: new Map([...(0,_arguments_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceLabels */ .XQ)({ ...context, sha: commit }), ...source.labels]),
    };
}


/***/ }),

/***/ 9938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ existingFaults),
/* harmony export */   X: () => (/* binding */ since)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _existing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7131);



/** What speaks against a build whose image, or whose tags, are in the repository already. */
function existingFaults(source, existing, repositoryUri) {
    const { content, image, taken } = existing;
    if (source.existingImage === 'fail' && image !== null && 'tag' in content) {
        return [existsFault(`${repositoryUri}:${content.tag}`, image)];
    }
    return taken.map((tag) => takenFault(tag, existing, repositoryUri));
}
function existsFault(on, image) {
    return {
        tried: 'build an image that is not there yet',
        on,
        why: `an image of the same content is there: ${image.digest}${since(image)} (existing-image: fail).`,
        repair: "Set 'existing-image' to 'reuse' to deploy it, or to 'rebuild' to build it again.",
    };
}
function takenFault({ tag, digest, use }, { image }, repositoryUri) {
    const on = `${repositoryUri}:${tag}`;
    const filter = `let this tag be moved (IMMUTABLE_WITH_EXCLUSION with a filter that it matches)`;
    if (use === 'cache') {
        const why = `the repository does not let the tag be moved, and ${digest} has it: the cache could not be written.`;
        return { tried: 'write the build cache', on, why, repair: `Either ${filter}, or give 'cache-to' another place.` };
    }
    const other = image !== null && image.digest === digest ? 'the image that would be built again' : 'another image';
    return {
        tried: 'tag the image',
        on,
        why: `the repository does not let its tags be moved, and ${other} has it: ${digest}.`,
        repair: `Deploy what is there ('image' set to ${on}, without 'repository'); or build into another repository; ` +
            `or ${filter}; or, if it comes from 'tags', give one that is new.`,
    };
}
/** `, pushed 2026-11-22T10:00:00Z`; nothing where ECR does not tell it. */
function since({ pushedAt }) {
    return pushedAt === null ? '' : `, pushed ${new Date(pushedAt).toISOString().replace(/\.\d+Z$/, 'Z')}`;
}


/***/ }),

/***/ 3549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ub: () => (/* binding */ checkBuilder),
  As: () => (/* binding */ checkSource),
  VF: () => (/* binding */ requireReady)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/ports/docker.js + 3 modules
var docker = __webpack_require__(6119);
// EXTERNAL MODULE: ./build/inputs/names.js
var names = __webpack_require__(3636);
;// CONCATENATED MODULE: ./build/image/capabilities.js




const SETUP = 'Add docker/setup-buildx-action as a step before this one';
/** What is asked of a build that the builder at hand cannot do. Empty where it can do all of it. */
function capabilityFaults(asked, builder) {
    switch (builder.kind) {
        case 'none':
            return withoutBuildx(asked);
        case 'missing':
            return [noBuilder(builder.name, builder.why)];
        case 'found':
            return [...onDriver(asked, builder)];
    }
}
/** Inputs that only buildx knows, where they ask for something. */
function buildxInputs(asked) {
    const all = [
        ['platforms', asked.platforms.length > 1],
        ['build-secrets', asked.buildSecrets.size > 0],
        ['secret-files', asked.secretFiles.size > 0],
        ['build-contexts', asked.buildContexts.size > 0],
        ['cache-from', asked.cacheFrom.length > 0],
        ['cache-to', asked.cacheTo.length > 0],
        ['builder', asked.builder !== null],
        ['ssh', asked.ssh.length > 0],
        ['provenance', asked.provenance !== null],
        ['sbom', asked.sbom !== null],
    ];
    return all.flatMap(([name, used]) => (used ? [name] : []));
}
function withoutBuildx(asked) {
    const inputs = listed(buildxInputs(asked));
    if (inputs === '')
        return [];
    return [
        {
            tried: 'build the image as asked',
            on: inputs,
            why: 'the Docker client has no buildx, which is needed for that.',
            repair: `${SETUP}, or leave out ${inputs}.`,
        },
    ];
}
function noBuilder(name, why) {
    const repair = name === null
        ? `${SETUP}: it makes a builder and selects it.`
        : `Set 'builder' to a name that 'docker buildx ls' lists (the output 'name' of docker/setup-buildx-action), or leave it out.`;
    return { tried: 'ask buildx for its builder', on: name ?? 'docker buildx inspect', why, repair };
}
function* onDriver(asked, builder) {
    const at = `builder ${builder.name} with the driver ${builder.driver}`;
    const change = `${SETUP}: it makes a builder with the driver docker-container and selects it`;
    const caches = asked.cacheTo.filter((cache) => !/(?:^|,)type=inline(?:,|$)/.test(cache));
    if (caches.length > 0 && !builder.cacheExport) {
        yield {
            tried: 'export the build cache',
            on: at,
            why: "this driver cannot write the cache that 'cache-to' names.",
            repair: `${change}. Or set 'cache-to' to type=inline, which every driver writes.`,
        };
    }
    const indexes = indexInputs(asked);
    if (indexes !== '' && !builder.indexes) {
        yield {
            tried: 'build the image as asked',
            on: `${indexes} on the ${at}`,
            why: 'this driver makes images of one platform, without attestations.',
            repair: `${change}. Or leave out ${indexes}.`,
        };
    }
}
function indexInputs(asked) {
    const names = [];
    if (asked.platforms.length > 1)
        names.push('platforms');
    if (asked.provenance !== null)
        names.push('provenance');
    if (asked.sbom !== null)
        names.push('sbom');
    return listed(names);
}
function listed(names) {
    return names.map((name) => `'${name}'`).join(', ');
}

// EXTERNAL MODULE: ./build/image/commit.js
var image_commit = __webpack_require__(561);
// EXTERNAL MODULE: ./build/image/call.js
var call = __webpack_require__(4620);
// EXTERNAL MODULE: ./build/image/content/source.js
var content_source = __webpack_require__(1687);
;// CONCATENATED MODULE: ./build/image/paths.js





/** What a build reads and is not there, each with the path that was looked at. What Docker fetches is not looked at. */
async function pathFaults(source, workspace, docker) {
    const places = (0,call/* buildPlaces */.v)(source, workspace);
    const local = (0,content_source/* sourceKind */.u)(source.context) === 'local';
    const context = local ? await folderFault('context', places.context, docker) : [];
    const checks = [
        ...(local && context.length === 0 && places.file !== null ? [fileFault('file', places.file, docker)] : []),
        ...[...places.secretFiles.values()].map((path) => fileFault('secret-files', path, docker)),
        ...[...places.buildContexts.values()]
            .filter((place) => (0,content_source/* sourceKind */.u)(place) === 'local')
            .map((path) => folderFault('build-contexts', path, docker)),
    ];
    return [...context, ...(await Promise.all(checks)).flat()];
}
const TEXTS = {
    context: {
        tried: 'find the build context',
        repair: "Set 'context' to a folder in the workspace, and check the code out before this step.",
    },
    file: {
        tried: 'find the Dockerfile',
        repair: "Set 'file' to the path of the Dockerfile, relative to the workspace.",
    },
    'secret-files': {
        tried: 'find the file of a build secret',
        repair: "Set 'secret-files' to id=path, with the path relative to the workspace, and write the file before this step.",
    },
    'build-contexts': {
        tried: 'find the folder of a build context',
        repair: "Set 'build-contexts' to name=path, with the path relative to the workspace, or to a URL or an image.",
    },
};
async function folderFault(input, path, docker) {
    const there = await docker.lookAt(path);
    if (there === 'folder')
        return [];
    const why = there === 'file' ? 'it is a file, not a folder.' : 'there is nothing.';
    return [{ ...TEXTS[input], on: path, why }];
}
async function fileFault(input, path, docker) {
    const there = await docker.lookAt(path);
    if (there === 'file')
        return [];
    const why = there === 'folder' ? 'it is a folder, not a file.' : 'there is nothing.';
    return [{ ...TEXTS[input], on: path, why }];
}

// EXTERNAL MODULE: ./build/image/tags.js
var tags = __webpack_require__(7765);
;// CONCATENATED MODULE: ./build/image/check.js








/** What speaks against the build by itself: no context, no Dockerfile, a secret's file missing, wrong tags. No Docker process. */
async function checkSource(source, ports) {
    const [paths, commit] = await Promise.all([
        pathFaults(source, ports.runner.context.workspace, ports.docker),
        (0,image_commit/* readCommit */.k)(source, ports),
    ]);
    return [...paths, ...(0,tags/* tagFaults */.aH)((0,tags/* imageTags */.rK)(commit.sha, source.tags, source.repository), source.repository)];
}
/** What speaks against building here: no Docker engine, or one that cannot do what is asked. */
async function checkBuilder(source, docker) {
    const [state, builder] = await Promise.all([docker.state(), docker.builder(source.builder)]);
    return state.kind === 'ready' ? capabilityFaults(source, builder) : [stateFault(state)];
}
/** The engine that answers and can do what is asked; throws a StepError where there is none. */
async function requireReady(source, docker) {
    const [fault] = await checkBuilder(source, docker);
    if (fault !== undefined)
        throw new errors/* StepError */.zg(fault);
    const state = await docker.state();
    if (state.kind === 'ready')
        return state;
    throw new errors/* StepError */.zg(stateFault(state));
}
function stateFault(state) {
    const tried = { tried: 'ask Docker for its engine', on: 'docker version' };
    const use = "Use a runner with Docker (ubuntu-latest has it), or give 'image' instead of 'repository' to build nothing.";
    if (state.kind === 'no-client')
        return { ...tried, why: 'there is no docker on the PATH.', repair: use };
    return {
        ...tried,
        why: `no Docker engine answers: ${state.why}`,
        repair: `Start the engine, or set DOCKER_HOST. ${use}`,
    };
}


/***/ }),

/***/ 561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ readCommit)
/* harmony export */ });
/* harmony import */ var _ports_docker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6119);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4620);
/* harmony import */ var _content_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1687);





/**
 * The commit that is checked out in the build context; where that cannot be told (no Git, no checkout, a remote
 * context), the one that the workflow runs for.
 */
async function readCommit(source, ports) {
    const { context } = ports.runner;
    const folder = (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .buildPlaces */ .v)(source, context.workspace).context;
    const head = (0,_content_source_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceKind */ .u)(source.context) === 'local' ? await ports.docker.headOf(folder) : null;
    return head === null ? { sha: context.sha, from: 'GITHUB_SHA' } : { sha: head, from: 'git rev-parse HEAD' };
}


/***/ }),

/***/ 8964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ provideImage),
  U: () => (/* binding */ reuses)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/image/arguments.js
var image_arguments = __webpack_require__(3462);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
// EXTERNAL MODULE: ./build/ports/files.js
var files = __webpack_require__(8164);
// EXTERNAL MODULE: ./build/image/ports.js
var ports = __webpack_require__(9330);
;// CONCATENATED MODULE: ./build/image/told.js

const KEPT_LINES = 400;
/**
 * Runs Docker with its output in the log, line by line, where it cannot command the runner.
 * Throws the signal's reason when the run was ended by it.
 */
async function tell(ports, args, options) {
    const lines = [];
    const { hide = [], ...process } = options;
    const hidden = hiding(hide);
    const onLine = (raw) => {
        const line = hidden(raw);
        lines.push(line);
        if (lines.length > KEPT_LINES)
            lines.shift();
        ports.log.info(line);
    };
    ports.signal?.throwIfAborted();
    const { code } = await ports.log.quoted(() => ports.docker.run(args, { ...process, onLine, signal: ports.signal }));
    ports.signal?.throwIfAborted();
    return { ok: code === 0, lines };
}
/** Lines of a secret that are shorter say nothing by themselves: `}`, `---`. */
const SHORTEST = 4;
/** Replaces each secret, and each line of one that has several. The longest first: one may hold another. */
function hiding(secrets) {
    const texts = secrets
        .flatMap((secret) => secret.split(/\r\n|\r|\n/).map((text) => ({ text: text.trim(), whole: !/[\r\n]/.test(secret) })))
        .filter(({ text, whole }) => text !== '' && (whole || text.length >= SHORTEST))
        .map(({ text }) => text)
        .sort((one, other) => other.length - one.length);
    return (line) => texts.reduce((shown, text) => shown.replaceAll(text, '***'), line);
}

;// CONCATENATED MODULE: ./build/image/trouble.js
/** In this order: the first that matches is it. Wordings of Docker, BuildKit, ECR and Go's network library. */
const SIGNS = [
    ['disk', /no space left on device|disk quota exceeded/i],
    ['immutable', /tag is immutable|immutable tag|cannot be overwritten because|ImageTagAlreadyExists/i],
    ['missing', /name unknown|repository with name .* does not exist|RepositoryNotFound/i],
    ['login', /no basic auth credentials|authorization token has expired|authentication required|401 Unauthorized/i],
    ['denied', /not authorized to perform|\bdenied\b|403 Forbidden/i],
    [
        'network',
        /i\/o timeout|timeout exceeded|handshake timeout|connection (?:refused|reset)|broken pipe|no such host|no route to host|network is unreachable|name resolution|unexpected EOF|: EOF$|server misbehaving|request canceled|use of closed network connection|toomanyrequests|Rate exceeded|too many requests|(?:status|code)[^\n]*\b(?:429|5\d\d)\b|\b50[0234] (?:Internal|Bad|Service|Gateway)/im,
    ],
];
function troubleOf(lines) {
    const text = lines.slice(-40).join('\n');
    return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? 'other';
}
/** buildx's words for what failed once the image was built: BuildKit's own push, and the one by the engine. */
const PUSH = /^ERROR: .*\bfailed to push\b|^ > pushing \S+ with docker:$/;
/** Whether a build that pushes came to its push, and failed there. */
function pushFailed(lines) {
    return lines.slice(-40).some((line) => PUSH.test(line));
}
/** The tag of the repository that a push ended at; null where the output names none. */
function refusedTag(lines, repositoryUri) {
    const named = lines.flatMap((line) => {
        const reference = /^ERROR: .*\bfailed to push (\S+?): |^ > pushing (\S+) with docker:$/.exec(line);
        return reference?.[1] ?? reference?.[2] ?? [];
    });
    const last = named.findLast((reference) => reference.startsWith(`${repositoryUri}:`));
    return last === undefined ? null : last.slice(repositoryUri.length + 1);
}
/**
 * The Dockerfile instruction that a build stopped at; null where the output names none.
 * BuildKit marks it in an excerpt of the Dockerfile (`3 | >>> RUN make`) or heads its log with it
 * (` > [build 2/4] RUN make:`); the classic builder says `Step 2/4 : RUN make` before it.
 */
function failingInstruction(lines) {
    const signs = [/^\s*\d+ \| >>> (.+)$/, /^ > \[(?:[^\]]*)\] (.+):$/, /^Step \d+\/\d+ : (.+)$/];
    for (const sign of signs) {
        const found = lines.findLast((line) => sign.test(line));
        const instruction = sign.exec(found ?? '')?.[1];
        if (instruction !== undefined)
            return instruction.trim();
    }
    return null;
}
/** The end of an output, for an error. Blank lines are left out. */
function lastLines(lines, count) {
    const kept = lines.filter((line) => line.trim() !== '').slice(-count);
    return kept.length === 0 ? '(Docker printed nothing)' : kept.map((line) => `  ${line}`).join('\n');
}

;// CONCATENATED MODULE: ./build/image/attempts.js



/** Pauses before the second, third and fourth attempt, in milliseconds. */
const PAUSES = [2_000, 6_000, 15_000];
/** Repeats what failed because of the network, a few times. Docker's own retries within one push come before. */
async function attempts(ports, what, once) {
    let told = await once();
    for (const pause of PAUSES) {
        if (told.ok || troubleOf(told.lines) !== 'network')
            return told;
        ports.log.info(`Could not ${what}: the network failed. Next attempt in ${pause / 1000} s.`);
        await ports.clock.sleep(pause, ports.signal);
        ports.signal?.throwIfAborted();
        told = await once();
    }
    return told;
}

// EXTERNAL MODULE: ./build/image/content/source.js
var source = __webpack_require__(1687);
// EXTERNAL MODULE: ./build/image/reference.js
var image_reference = __webpack_require__(7755);
;// CONCATENATED MODULE: ./build/image/faults.js






const DISK = 'Free space on the runner (docker system prune, a larger disk), then run the job again.';
/** What pushing one image needs. ECR user guide, "IAM permissions for pushing an image". */
const PUSH_ACTIONS = [
    'ecr:BatchCheckLayerAvailability',
    'ecr:BatchGetImage',
    'ecr:CompleteLayerUpload',
    'ecr:DescribeImages',
    'ecr:InitiateLayerUpload',
    'ecr:PutImage',
    'ecr:UploadLayerPart',
];
function buildFault(call, lines) {
    const trouble = troubleOf(lines);
    const cache = lines.slice(-40).some((line) => line.startsWith(' > exporting cache to '));
    const instruction = failingInstruction(lines);
    const at = instruction === null ? '' : ` at \`${instruction}\``;
    return {
        tried: 'build the image',
        on: call.file ?? (0,source/* shownSource */.V)(call.context),
        why: `docker build failed${at}. Its last lines:\n${lastLines(lines, 20)}`,
        repair: (cache ? CACHE_REPAIR : BUILD_REPAIRS[trouble]) ??
            'Repair the instruction; `docker build` on your machine fails in the same way.',
    };
}
const CACHE_REPAIR = "The image was built, its cache could not be written: correct 'cache-to', or add ignore-error=true to it.";
const BUILD_REPAIRS = {
    disk: DISK,
    network: 'The network failed or a server was down: run the job again.',
    login: 'Log in to the registry of the base image in an earlier step; its log-in is used here too.',
    denied: 'Check the name of the base image, and log in to its registry in an earlier step if it is private.',
};
/** @param what `push the image` or `log in to the registry` */
function registryFault(what, on, destination, lines) {
    const { repositoryUri } = destination;
    const { repository, registry } = (0,image_reference/* splitUri */.b4)(repositoryUri);
    const arn = destination.repositoryArn ?? (0,image_reference/* repositoryArn */.qM)(repositoryUri);
    const repairs = {
        disk: DISK,
        immutable: `Tags of this repository cannot be moved: give 'tags' that are new with each build, or none.`,
        missing: `Create the repository ${repository} (aws ecr create-repository --repository-name ${repository}), or correct 'repository'.`,
        login: `The registry did not take the token from ECR: check that the credentials belong to the account of ${registry}.`,
        denied: `Allow the role of this job to push:\n${statement(arn)}\nA policy of the repository itself can deny it too.`,
        network: `${registry} could not be reached, after several attempts. Check the runner's network, then run the job again.`,
        other: 'Docker said no more than this; running the job with step debugging on shows every line.',
    };
    return { tried: what, on, why: `Docker's last lines:\n${lastLines(lines, 10)}`, repair: repairs[troubleOf(lines)] };
}
function statement(arn) {
    const push = { Effect: 'Allow', Action: PUSH_ACTIONS, Resource: arn };
    const token = { Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' };
    return [push, token].map((entry) => JSON.stringify(entry)).join(',\n');
}

// EXTERNAL MODULE: ./build/ports/docker.js + 3 modules
var docker = __webpack_require__(6119);
;// CONCATENATED MODULE: ./build/image/session.js







/** Where the path of the temporary Docker configuration stands for the `post` step. */
const DOCKER_CONFIG_STATE = 'docker-config';
/**
 * Logs in to the registry, runs `work`, and removes the log-in, whatever comes of it. The path of the temporary
 * configuration is told to the `post` step, for a run that is killed.
 */
async function withSession(destination, ports, work) {
    const { registry } = (0,image_reference/* splitUri */.b4)(destination.repositoryUri);
    const config = await ports.docker.isolate(ports.runner.context.temp, registry);
    ports.runner.saveState(DOCKER_CONFIG_STATE, config.path);
    try {
        await logIn(destination, ports, config.env);
        return await work(config.env);
    }
    finally {
        await remove(config.path, ports);
    }
}
async function remove(path, { log }) {
    try {
        await (0,docker/* removeDockerConfig */.n)(path);
    }
    catch (error) {
        log.warning(`The temporary Docker configuration ${path} could not be removed: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
async function logIn(destination, ports, env) {
    const { registry } = (0,image_reference/* splitUri */.b4)(destination.repositoryUri);
    const { user, password } = await ports.ecr.authorization();
    ports.log.mask(password);
    // The form in which Docker writes it down.
    const encoded = Buffer.from(`${user}:${password}`).toString('base64');
    ports.log.mask(encoded);
    const what = `log in to ${registry}`;
    const told = await attempts(ports, what, async () => {
        const { signal } = ports;
        const args = ['login', '--username', user, '--password-stdin', registry];
        const { code, stdout, stderr } = await ports.docker.run(args, { env, input: password, signal });
        signal?.throwIfAborted();
        const lines = `${stdout}\n${stderr}`.replaceAll(password, '***').replaceAll(encoded, '***').split('\n');
        return { ok: code === 0, lines };
    });
    if (!told.ok)
        throw new errors/* StepError */.zg(registryFault('log in to the registry', registry, destination, told.lines));
    ports.log.info(`Logged in to ${registry}, in a Docker configuration of this run only.`);
}

;// CONCATENATED MODULE: ./build/image/push.js








/** The line that ends a push: `tag: digest: sha256:\u2026 size: 528`. */
const DIGEST_LINE = /: digest: (sha256:[0-9a-f]{64}) size: \d+/;
/**
 * Pushes every tag; the commit's is the first. Where the repository does not let it be moved, the image that an
 * earlier run of this commit left under it is kept, and nothing is pushed.
 */
async function pushTags(tags, destination, ports, env) {
    const [commit, ...further] = tags;
    const first = await pushTag(commit, destination, ports, env);
    const kept = first.ok ? null : await keptImage(commit, first, destination, ports);
    if (kept !== null)
        return { digest: kept, kind: 'kept' };
    mustBeOk(first, commit, destination);
    const digest = digestIn(first.lines);
    for (const tag of further) {
        const told = await pushTag(tag, destination, ports, env);
        const same = !told.ok && digest !== null && (await keptImage(tag, told, destination, ports)) === digest;
        if (!same)
            mustBeOk(told, tag, destination);
    }
    return { digest, kind: 'pushed' };
}
function pushTag(tag, destination, ports, env) {
    const reference = `${destination.repositoryUri}:${tag}`;
    return attempts(ports, `push ${reference}`, () => tell(ports, ['push', reference], { env }));
}
/** The digest under a tag that refused to be moved; null where that is not why the push failed. */
async function keptImage(tag, told, to, ports) {
    if (troubleOf(told.lines) !== 'immutable')
        return null;
    const there = await ports.ecr.describeImage((0,image_reference/* splitUri */.b4)(to.repositoryUri).repository, { tag });
    return there?.imageDigest ?? null;
}
function mustBeOk(told, tag, destination) {
    if (told.ok)
        return;
    throw new errors/* StepError */.zg(registryFault('push the image', `${destination.repositoryUri}:${tag}`, destination, told.lines));
}
function digestIn(lines) {
    return DIGEST_LINE.exec(lines.findLast((line) => DIGEST_LINE.test(line)) ?? '')?.[1] ?? null;
}

// EXTERNAL MODULE: ./build/image/reuse.js
var reuse = __webpack_require__(5258);
;// CONCATENATED MODULE: ./build/image/buildx.js
/** A build that pushes: with buildx, on every driver. */














/** Where buildx writes what it made: beside the log-in, so that it goes with it. */
function metadataFile(env) {
    return (0,external_node_path_.join)(env['DOCKER_CONFIG'] ?? '', 'build-metadata.json');
}
/**
 * Builds and pushes under every tag; the commit's is the first. Where the repository does not let that one be moved,
 * the image that another run left under it is kept. A push that the network broke is repeated, from the build cache.
 */
async function buildxPush(call, tags, to, ports, env) {
    ports.log.info((0,image_arguments/* shownCommand */.h9)((0,image_arguments/* buildArguments */.fb)(call)));
    let now = call;
    const told = await attempts(ports, `push ${call.references.join(', ')}`, async () => {
        const answer = await runBuild(now, ports, env);
        if (!answer.ok && !pushFailed(answer.lines))
            throw new errors/* StepError */.zg(buildFault(call, answer.lines));
        // What was just built is in the cache: the same image is pushed again.
        now = { ...call, noCache: false, pull: false };
        return answer;
    });
    if (told.ok)
        return { digest: metadataDigest(await (0,files/* readTextFile */.G)(call.metadataFile)), kind: 'pushed' };
    const pushed = troubleOf(told.lines) === 'immutable' ? await taken(told.lines, tags, to, ports) : null;
    if (pushed !== null)
        return pushed;
    throw new errors/* StepError */.zg(registryFault('push the image', call.references.join(', '), to, told.lines));
}
function runBuild(call, ports, env) {
    const hide = [...call.buildSecrets.values()];
    const cwd = ports.runner.context.workspace;
    return tell(ports, (0,image_arguments/* buildArguments */.fb)(call), { env: { ...(0,image_arguments/* buildEnvironment */.AF)(call), ...env }, cwd, hide });
}
/**
 * The end of a push that met a tag which cannot be moved. Of the first tag: its image is kept. Of a further one: it is
 * good if it is on the same image, and the others are set in ECR.
 */
async function taken(lines, [first, ...further], to, ports) {
    const { repository } = (0,image_reference/* splitUri */.b4)(to.repositoryUri);
    const digest = (await ports.ecr.describeImage(repository, { tag: first }))?.imageDigest ?? null;
    if (digest === null)
        return null;
    const refused = refusedTag(lines, to.repositoryUri);
    if (refused === null || refused === first)
        return { digest, kind: 'kept' };
    const [manifest] = await ports.ecr.manifests(repository, [{ digest }]);
    if (manifest === undefined)
        return null;
    await (0,reuse/* giveTags */.Zk)(manifest, further, to, ports);
    return { digest, kind: 'pushed' };
}
/** buildx: `containerimage.digest`, of the manifest or, with several platforms or attestations, of the index. */
function metadataDigest(text) {
    const data = text === null ? null : parsed(text);
    const digest = (0,json/* isObject */.Gv)(data) ? data['containerimage.digest'] : null;
    return typeof digest === 'string' && /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : null;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./build/image/call.js
var image_call = __webpack_require__(4620);
// EXTERNAL MODULE: ./build/image/check.js + 2 modules
var check = __webpack_require__(3549);
// EXTERNAL MODULE: ./build/image/commit.js
var image_commit = __webpack_require__(561);
// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __webpack_require__(1791);
;// CONCATENATED MODULE: ./build/image/digest.js





/** The repository's digest of an image in the engine; null where the engine knows none. */
async function engineDigest(reference, { repositoryUri }, ports, env) {
    const args = ['image', 'inspect', '--format', '{{json .RepoDigests}}', reference];
    const { code, stdout } = await ports.docker.run(args, { env, signal: ports.signal });
    ports.signal?.throwIfAborted();
    if (code !== 0)
        return null;
    const found = stdout.split('"').find((text) => text.startsWith(`${repositoryUri}@sha256:`));
    return found === undefined ? null : found.slice(repositoryUri.length + 1);
}
/**
 * The digest to deploy: the one that Docker told, if ECR has it. If not, the one that the tag leads to in ECR.
 * Where ECR may not be asked, Docker's word is taken, with a warning.
 */
async function confirmDigest(told, tag, { repositoryUri }, { ecr, log }) {
    const { repository } = (0,image_reference/* splitUri */.b4)(repositoryUri);
    try {
        if (told !== null && (await ecr.describeImage(repository, { digest: told })) !== null)
            return told;
        const tagged = await ecr.describeImage(repository, { tag });
        if (tagged?.imageDigest !== undefined) {
            const before = told === null ? 'Docker told no digest' : `ECR does not know the digest ${told} that Docker told`;
            log.info(`${before}; the tag ${tag} leads to ${tagged.imageDigest}, which is deployed.`);
            return tagged.imageDigest;
        }
    }
    catch (error) {
        const cannotAsk = error instanceof aws_error/* AwsCallError */.iQ && (error.kind === 'denied' || error.kind === 'missing');
        if (!cannotAsk || told === null)
            throw error;
        log.warning(`The digest was not confirmed with ECR (${error.message}); Docker told ${told}.`);
        return told;
    }
    throw new errors/* StepError */.zg({
        tried: 'find the image that was pushed',
        on: `${repositoryUri}:${tag}`,
        why: `ECR has neither the tag nor ${told ?? 'a digest that Docker told'}, although the push ended well.`,
        repair: 'A lifecycle policy of the repository may remove images at once. Check it, then run the job again.',
    });
}

// EXTERNAL MODULE: ./build/image/image.js
var image_image = __webpack_require__(9963);
// EXTERNAL MODULE: ./build/image/tags.js
var image_tags = __webpack_require__(7765);
;// CONCATENATED MODULE: ./build/image/build.js
















/** Builds the image, pushes it under every tag, and tells the digest that the repository has it under. */
async function buildAndPush(source, to, ports) {
    const { context } = ports.runner;
    for (const secret of source.buildSecrets.values())
        ports.log.mask(secret);
    const [{ buildx }, commit] = await Promise.all([(0,check/* requireReady */.VF)(source, ports.docker), (0,image_commit/* readCommit */.k)(source, ports)]);
    if (commit.sha !== '')
        ports.log.info(`Commit: ${commit.sha} (${commit.from})`);
    const tags = (0,image_tags/* requireTags */.b5)(commit.sha, source.tags, to.repositoryUri);
    const references = tags.map((tag) => `${to.repositoryUri}:${tag}`);
    return await withSession(to, ports, async (env) => {
        const rest = { buildx: buildx !== null, references, metadataFile: metadataFile(env) };
        const call = (0,image_call/* buildCall */.d)(source, context, commit.sha, rest);
        const pushed = call.buildx
            ? await buildxPush(call, tags, to, ports, env)
            : await plainPush(call, tags, to, ports, env);
        return await pushedImage(pushed, tags, to, ports);
    });
}
/** Without buildx: the image is built in the engine, then pushed. */
async function plainPush(call, tags, to, ports, env) {
    const args = (0,image_arguments/* buildArguments */.fb)(call);
    ports.log.info((0,image_arguments/* shownCommand */.h9)(args));
    const told = await tell(ports, args, {
        env: { ...(0,image_arguments/* buildEnvironment */.AF)(call), ...env },
        cwd: ports.runner.context.workspace,
    });
    if (!told.ok)
        throw new errors/* StepError */.zg(buildFault(call, told.lines));
    const pushed = await pushTags(tags, to, ports, env);
    const digest = pushed.digest ?? (await engineDigest(`${to.repositoryUri}:${tags[0]}`, to, ports, env));
    return { ...pushed, digest };
}
async function pushedImage(pushed, tags, to, ports) {
    const [tag] = tags;
    const { repository } = (0,image_reference/* splitUri */.b4)(to.repositoryUri);
    if (pushed.kind === 'kept')
        ports.log.warning(keptText(`${to.repositoryUri}:${tag}`, tags.slice(1)));
    const digest = await confirmDigest(pushed.digest, tag, to, ports);
    const reference = `${to.repositoryUri}@${digest}`;
    ports.log.info(`Image: ${reference}`);
    return { reference, repository, tag, digest, kind: pushed.kind === 'kept' ? 'given' : 'pushed' };
}
function keptText(reference, further) {
    const others = further.length === 0 ? '' : ` The tags ${further.join(', ')} were not pushed.`;
    return (`${reference} is there already, and the repository does not let tags be moved: the image that another run of ` +
        `this commit pushed is deployed, not the one that was just built.${others}`);
}

// EXTERNAL MODULE: ./build/image/existing.js + 2 modules
var existing = __webpack_require__(7131);
// EXTERNAL MODULE: ./build/image/ecr-of.js
var ecr_of = __webpack_require__(180);
// EXTERNAL MODULE: ./build/image/platforms.js
var platforms = __webpack_require__(482);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/image/registry.js
/**
 * The digest of an image outside ECR, asked of its registry: OCI distribution specification (pulling manifests) and the
 * token flow of Docker's registries, without credentials.
 */


const TIMEOUT_MS = 5_000;
const LIMIT = 4 * 1024 * 1024;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const ACCEPT = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');
/** @param registry host and port; null: Docker Hub */
const resolveDigest = async (registry, repository, tag, signal) => {
    const timeout = AbortSignal.timeout(2 * TIMEOUT_MS);
    const ends = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
    try {
        return await ask(`${originOf(registry)}/v2/${nameOf(registry, repository)}/manifests/${tag}`, ends);
    }
    catch (error) {
        signal?.throwIfAborted();
        return { none: whyOf(error) };
    }
};
async function ask(url, signal) {
    const first = await request(url, 'HEAD', null, signal);
    const token = first.status === 401 ? await tokenFor(first.headers.get('www-authenticate') ?? '', signal) : null;
    if (first.status === 401 && token === null)
        return { none: 'the registry asks for a log-in' };
    const head = token === null ? first : await request(url, 'HEAD', token, signal);
    if (head.status === 404)
        return { none: 'the registry has no such image' };
    if (head.status === 401 || head.status === 403)
        return { none: 'the registry asks for a log-in' };
    if (!head.ok)
        return { none: `the registry answered ${head.status}` };
    const told = head.headers.get('docker-content-digest') ?? '';
    return DIGEST.test(told) ? { digest: told } : await fromManifest(url, token, signal);
}
/** The specification lets a registry leave the header out: the digest is that of the manifest's bytes. */
async function fromManifest(url, token, signal) {
    const answer = await request(url, 'GET', token, signal);
    if (!answer.ok)
        return { none: `the registry answered ${answer.status}` };
    const body = await bytesOf(answer);
    return body === null
        ? { none: 'its manifest is too large' }
        : { digest: `sha256:${(0,external_node_crypto_.createHash)('sha256').update(body).digest('hex')}` };
}
async function request(url, method, token, signal) {
    const headers = { accept: ACCEPT, ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
    const answer = await fetch(url, { method, headers, signal });
    if (!isSafe(answer.url))
        throw new Error('the registry led to an address without TLS');
    return answer;
}
/** `Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="\u2026"`: null where it is no such. */
async function tokenFor(challenge, signal) {
    if (!/^bearer\s/i.test(challenge))
        return null;
    const fields = new Map([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
    const realm = fields.get('realm') ?? '';
    if (!URL.canParse(realm) || !isSafe(realm))
        return null;
    const url = new URL(realm);
    for (const name of ['service', 'scope']) {
        const value = fields.get(name);
        if (value !== undefined)
            url.searchParams.set(name, value);
    }
    const answer = await fetch(url, { signal });
    if (!answer.ok || !isSafe(answer.url))
        return null;
    const body = JSON.parse((await bytesOf(answer))?.toString('utf8') ?? '{}');
    const told = typeof body === 'object' && body !== null ? body : {};
    const token = 'token' in told ? told.token : 'access_token' in told ? told.access_token : null;
    return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token) ? token : null;
}
/** null for more than a manifest or a token can be. */
async function bytesOf(answer) {
    if (answer.body === null)
        return Buffer.alloc(0);
    const body = answer.body;
    const parts = [];
    let size = 0;
    for await (const part of body) {
        size += part.length;
        if (size > LIMIT)
            return null;
        parts.push(part);
    }
    return Buffer.concat(parts);
}
/** Docker's rule: registries on this machine may go without TLS. */
const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;
function originOf(registry) {
    if (registry === null || registry === 'docker.io' || registry === 'index.docker.io')
        return 'https://registry-1.docker.io';
    return `${LOCAL.test(registry) ? 'http' : 'https'}://${registry}`;
}
/** Docker Hub's official images have no owner in their name: `nginx` is `library/nginx`. */
function nameOf(registry, repository) {
    const hub = originOf(registry) === originOf(null);
    return hub && !repository.includes('/') ? `library/${repository}` : repository;
}
function isSafe(address) {
    const { protocol, host } = new URL(address);
    return protocol === 'https:' || (protocol === 'http:' && LOCAL.test(host));
}
/** The message of fetch is `fetch failed`; its cause has the reason. */
function whyOf(error) {
    const { name, cause } = membersOf(error);
    if (name === 'TimeoutError')
        return 'the registry did not answer in time';
    const told = membersOf(cause).message;
    return (typeof told === 'string' && told !== '' ? told : (0,errors/* messageOf */.bD)(error)).replace(/\s+/g, ' ').slice(0, 200);
}
function membersOf(value) {
    return typeof value === 'object' && value !== null ? value : {};
}

;// CONCATENATED MODULE: ./build/image/given.js









/**
 * The image that a reference names, by digest where that can be known: an image in ECR is looked up in its account and
 * region, also by its account-free name (`shop:v1`, `shop@sha256:\u2026`); one of another registry is asked for there. Where
 * that gives no digest, the reference stays as it is, with a warning.
 * Throws a StepError where ECR has no such image.
 */
async function givenImage(reference, ports) {
    const named = readReference(reference);
    if (named.digest !== null && named.registry !== null)
        return written(reference, named);
    const inEcr = named.registry === null || (0,image_reference/* ecrRegistry */.gO)(named.registry) !== null;
    if (!inEcr)
        return await elsewhere(reference, named, ports);
    const there = { ...ports, ecr: (0,ecr_of/* ecrOf */.e)(reference, ports.ecr) };
    const uri = await repositoryUri(named, there);
    if (uri !== null)
        return await lookUp(named, uri, there);
    if (named.registry === null && named.digest !== null)
        return written(reference, named);
    return named.registry === null
        ? await elsewhere(reference, named, ports)
        : asWritten(reference, named, `ECR does not let it be looked up (${named.registry})`, ports);
}
function readReference(reference) {
    const read = (0,image_reference/* parseReference */.F2)(reference);
    if (read !== null && read.repository !== null)
        return { ...read, repository: read.repository };
    throw new errors/* StepError */.zg({
        tried: 'read the image reference',
        on: JSON.stringify(reference),
        why: read === null ? 'it is not an image reference.' : 'a digest alone does not tell the repository.',
        repair: 'Write registry/repository:tag or registry/repository@sha256:\u2026; for ECR, repository:tag is enough.',
    });
}
/** null where the name is not one of the registry's repositories, or another account does not let it be read. */
async function repositoryUri(named, { ecr }) {
    try {
        const uri = (await ecr.describeRepository(named.repository)).repositoryUri ?? null;
        return named.registry === null ? uri : `${named.registry}/${named.repository}`;
    }
    catch (error) {
        if (!(error instanceof aws_error/* AwsCallError */.iQ))
            throw error;
        if (error.kind === 'missing' || (error.kind === 'denied' && named.registry !== null))
            return null;
        throw error;
    }
}
async function lookUp(named, uri, { ecr, log }) {
    const tag = named.tag ?? (named.digest === null ? 'latest' : null);
    const id = named.digest === null ? { tag: tag ?? 'latest' } : { digest: named.digest };
    const detail = await ecr.describeImage(named.repository, id);
    const digest = detail?.imageDigest;
    if (digest === undefined) {
        throw new errors/* StepError */.zg({
            tried: 'find the image',
            on: `${uri}${named.digest === null ? `:${tag ?? 'latest'}` : `@${named.digest}`}`,
            why: 'the repository has no such image.',
            repair: "Push it, or correct 'image'. A lifecycle policy may have removed it.",
        });
    }
    const reference = `${uri}@${digest}`;
    log.info(`Image: ${reference}`);
    const [index] = (0,platforms/* isIndex */.nw)(detail?.imageManifestMediaType) ? await ecr.manifests(named.repository, [{ digest }]) : [];
    const entries = index === undefined ? {} : { entries: (0,platforms/* indexEntries */.nL)(index.manifest) };
    return { reference, repository: named.repository, tag, digest, ...entries, kind: 'given' };
}
async function elsewhere(reference, named, ports) {
    const { registry, repository } = named;
    const tag = named.tag ?? 'latest';
    const resolved = await (ports.resolve ?? resolveDigest)(registry, repository, tag, ports.signal);
    if ('none' in resolved)
        return asWritten(reference, named, resolved.none, ports);
    const { digest } = resolved;
    const name = registry === null ? repository : `${registry}/${repository}`;
    ports.log.info(`Image: ${name}@${digest} (${tag}, as its registry says now)`);
    return { reference: `${name}@${digest}`, repository, tag, digest, kind: 'given' };
}
function written(reference, { repository, tag, digest }) {
    return { reference, repository, tag, digest, kind: 'given' };
}
function asWritten(reference, named, why, { log }) {
    const noRepository = named.registry === null ? `No ECR repository of this account and region is named ${named.repository}. ` : '';
    log.warning(`${noRepository}The digest of ${reference} is not known (${why}), so it is deployed as it is written. Its tag may ` +
        'move: tasks that start later can run another image. Give a digest (\u2026@sha256:\u2026) to rule that out.');
    return written(reference, named);
}

;// CONCATENATED MODULE: ./build/image/settle.js
/** After a push: the image gets its content tag, and runs that pushed the same content at once end on one digest. */









/**
 * Puts the content tag on what was pushed. Where another run has put it on its image meanwhile, that image is taken,
 * under this run's tags too. A push that kept another run's image is only good if that one has the same content.
 */
async function settleImage(image, of, to, ports) {
    const { content } = of;
    const { digest } = image;
    if ('none' in content || digest === null)
        return image;
    const { repository } = (0,image_reference/* splitUri */.b4)(to.repositoryUri);
    try {
        if (image.kind === 'given')
            return await sameContent(image, digest, content.tag, to, ports);
        const found = await ports.ecr.manifests(repository, [{ digest }, { tag: content.tag }]);
        const own = found.find((one) => one.digest === digest);
        if (own === undefined)
            return image;
        const entries = (0,platforms/* indexEntries */.nL)(own.manifest);
        const other = found.find((one) => one.digest !== digest && one.digest !== of.before);
        if (other !== undefined)
            return await settle_taken(other, of, to, ports);
        return await tagged({ ...image, entries }, own, content.tag, of, to, ports);
    }
    catch (error) {
        if (!(error instanceof aws_error/* AwsCallError */.iQ) || error.kind !== 'denied')
            throw error;
        ports.log.warning(`The image has no content tag, so the next run cannot reuse it: ${error.message}`);
        return image;
    }
}
async function tagged(image, own, tag, of, to, ports) {
    const { repository } = (0,image_reference/* splitUri */.b4)(to.repositoryUri);
    if ((await ports.ecr.tagImage(repository, own, tag)) === 'tagged')
        return image;
    const [other] = await ports.ecr.manifests(repository, [{ tag }]);
    if (other !== undefined && other.digest !== of.before)
        return await settle_taken(other, of, to, ports);
    ports.log.warning(`The tag ${tag} stays on ${of.before ?? 'an earlier image'}: the repository does not let it be moved. ` +
        'Let tags that begin with content- be moved (IMMUTABLE_WITH_EXCLUSION, filter content-*), so that the next run reuses this image.');
    return image;
}
/** Another run was sooner with the same content: both deploy its image. */
async function settle_taken(other, of, to, ports) {
    await (0,reuse/* giveTags */.Zk)(other, of.tags, to, ports);
    const [tag = ''] = of.tags;
    const image = (0,reuse/* imageOf */.dT)(other.digest, tag, other.manifest, to);
    ports.log.info(`Another run pushed an image of the same content in the meantime: ${image.reference} is deployed.`);
    return image;
}
/** The other run may still be at work: its content tag comes after its push. */
const LOOKS = 10;
const PAUSE_MS = 1_000;
async function sameContent(image, digest, tag, to, ports) {
    const { repository } = (0,image_reference/* splitUri */.b4)(to.repositoryUri);
    for (let look = 0; look < LOOKS; look += 1) {
        if (look > 0)
            await ports.clock.sleep(PAUSE_MS, ports.signal);
        ports.signal?.throwIfAborted();
        const detail = await ports.ecr.describeImage(repository, { digest });
        if (detail?.imageTags?.includes(tag))
            return { ...image, kind: 'reused' };
    }
    throw new errors/* StepError */.zg({
        tried: 'push the image',
        on: `${to.repositoryUri}:${image.tag ?? ''}`,
        why: `another run gave the tag to ${digest} in the meantime, which has other content (or was not built by this step), and the repository does not let it be moved.`,
        repair: `Run the job again: the tag is then seen before the build, with the choices there are. Several images of one commit need a repository each, or a filter that lets the tag be moved.`,
    });
}

;// CONCATENATED MODULE: ./build/image/provide.js











/**
 * The image to deploy, built and pushed where that was asked for and no image of the same content is there; null where
 * the definition is deployed as written.
 * Throws StepError, AwsCallError, or the reason of `ports.signal`.
 * @param destination where a build goes; not used for the other sources
 * @param existing what is there already; null where that is not known: it is then built
 */
async function provideImage(source, destination, existing, ports) {
    switch (source.kind) {
        case 'none':
            return null;
        case 'given':
            return await givenImage(source.reference, ports);
        case 'build':
            if (destination === null)
                throw new Error('A build needs the repository that it goes to.');
            return await buildOrReuse(source, destination, existing, ports);
    }
}
/** Whether the image that is there is deployed, and nothing is built. */
function reuses(source, existing) {
    return source.kind === 'build' && source.existingImage === 'reuse' && (existing?.image ?? null) !== null;
}
async function buildOrReuse(source, to, existing, ports) {
    const commit = await (0,image_commit/* readCommit */.k)(source, ports);
    const tags = (0,image_tags/* requireTags */.b5)(commit.sha, source.tags, to.repositoryUri);
    if (existing?.image && source.existingImage === 'reuse') {
        if (commit.sha !== '')
            ports.log.info(`Commit: ${commit.sha} (${commit.from})`);
        const reused = await (0,reuse/* reuseImage */.W0)(existing.image, existing, tags, to, ports);
        if (reused !== null)
            return reused;
        throw goneFault(existing.image.digest, to);
    }
    if (existing !== null && 'none' in existing.content) {
        ports.log.info(`No image is looked for to reuse: ${existing.content.none}.`);
    }
    const image = await buildAndPush(source, to, ports);
    const content = existing?.content ?? { none: 'not known' };
    return await settleImage(image, { content, tags, before: existing?.image?.digest ?? null }, to, ports);
}
function goneFault(digest, { repositoryUri }) {
    return new errors/* StepError */.zg({
        tried: 'reuse the image',
        on: `${repositoryUri}@${digest}`,
        why: 'it was there before, and is gone now: a lifecycle policy or someone has just removed it.',
        repair: 'Run the job again: it then builds the image.',
    });
}


/***/ }),

/***/ 5258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W0: () => (/* binding */ reuseImage),
/* harmony export */   Zk: () => (/* binding */ giveTags),
/* harmony export */   dT: () => (/* binding */ imageOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _check_existing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9938);
/* harmony import */ var _existing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7131);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9963);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(482);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9330);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7755);








/**
 * The image of the same content that is there, under this run's tags too. Nothing is built, no Docker process starts.
 * null where it is gone in the meantime (a lifecycle policy).
 */
async function reuseImage(there, { content }, tags, to, ports) {
    const missing = tags.filter((tag) => !there.tags.includes(tag));
    if (missing.length > 0) {
        const manifest = await manifestOf(there, to, ports.ecr);
        if (manifest === null)
            return null;
        await giveTags(manifest, missing, to, ports);
    }
    const name = 'tag' in content ? content.tag : '';
    const image = imageOf(there.digest, tags[0] ?? name, there.manifest?.manifest ?? null, to);
    ports.log.info(`Reused: ${image.reference} (${name}${(0,_check_existing_js__WEBPACK_IMPORTED_MODULE_1__/* .since */ .X)(there)}). The content is the same: nothing is built.`);
    if (missing.length > 0)
        ports.log.info(`Tagged: ${missing.join(', ')}`);
    return image;
}
async function manifestOf(there, to, ecr) {
    if (there.manifest !== null)
        return there.manifest;
    const { repository } = (0,_reference_js__WEBPACK_IMPORTED_MODULE_6__/* .splitUri */ .b4)(to.repositoryUri);
    return (await ecr.manifests(repository, [{ digest: there.digest }]))[0] ?? null;
}
/** One after the other: what ECR refuses is told of the first. */
async function giveTags(manifest, tags, { repositoryUri }, { ecr }) {
    const { repository } = (0,_reference_js__WEBPACK_IMPORTED_MODULE_6__/* .splitUri */ .b4)(repositoryUri);
    for (const tag of tags) {
        if ((await ecr.tagImage(repository, manifest, tag)) === 'tagged')
            continue;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg({
            tried: 'tag the image',
            on: `${repositoryUri}:${tag}`,
            why: `another run gave this tag to another image in the meantime, and the repository does not let it be moved; ${manifest.digest} was to get it.`,
            repair: 'Run the job again: it sees that tag before it builds. One tag for two builds needs two repositories.',
        });
    }
}
/** @param manifest text of the manifest, where it is known */
function imageOf(digest, tag, manifest, { repositoryUri }) {
    const { repository } = (0,_reference_js__WEBPACK_IMPORTED_MODULE_6__/* .splitUri */ .b4)(repositoryUri);
    const entries = manifest === null ? null : (0,_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .indexEntries */ .nL)(manifest);
    return { reference: `${repositoryUri}@${digest}`, repository, tag, digest, entries, kind: 'reused' };
}


/***/ }),

/***/ 9977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ scanGate),
/* harmony export */   z: () => (/* binding */ isScanned)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1791);
/* harmony import */ var _ports_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3201);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9963);
/** The gate on ECR's scan of the image. */







const PAUSE_MS = 5_000;
/** A scan takes seconds to a few minutes. */
const LIMIT_MS = 10 * 60_000;
/** A scan on push has begun by then, if there is one. */
const BEGUN_MS = 60_000;
const SHOWN = 20;
const SEVERITIES = ['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];
/** ECR API, ScanStatus. Enhanced scans stay ACTIVE for as long as the image is watched. */
const DONE = new Set(['COMPLETE', 'ACTIVE']);
const GOING = new Set(['IN_PROGRESS', 'PENDING']);
/**
 * Waits for ECR's scan of the image and throws where it has findings of `least` or above, or where there is no scan to
 * go by: a gate that cannot tell stays shut.
 * @param digest of the one image that the service runs: ECR scans no index
 */
async function scanGate(least, image, digest, ports) {
    const on = image.reference;
    if (digest === null)
        throw shut(on, 'the image has no digest that is known, so no scan can be asked for.', NOT_ECR);
    const { status, description, findings } = await finished(image.repository, digest, on, ports);
    if (!DONE.has(status)) {
        const told = description === '' ? '' : ` (${description})`;
        throw shut(on, `ECR's scan ended as ${status}${told}.`, STATUS_REPAIRS[status] ?? RESCAN);
    }
    const refused = findings.filter(({ severity }) => SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least));
    if (refused.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg(findingsFault(on, least, refused));
    const counts = countsText(findings);
    ports.log.info(`ECR's scan: nothing of severity ${least} or above${counts === '' ? '' : ` (${counts})`}.`);
}
/** False as long as a scan is to come or goes on: `scanGate` would wait for it. */
async function isScanned(ecr, repository, digest) {
    const report = await ecr.scanFindings(repository, digest);
    return report !== null && !GOING.has(report.status);
}
async function finished(repository, digest, on, ports) {
    const { clock, ecr, log, signal } = ports;
    const begun = clock.now();
    for (let told = '';;) {
        signal?.throwIfAborted();
        const report = await read(ecr, repository, digest, on);
        if (report !== null && !GOING.has(report.status))
            return report;
        const waited = clock.now() - begun;
        if (report === null && waited >= BEGUN_MS)
            throw shut(on, 'ECR has not scanned the image.', RESCAN);
        if (waited >= LIMIT_MS)
            throw shut(on, `the scan is ${report?.status ?? 'not begun'} after 10 minutes.`, AGAIN);
        const state = report?.status ?? 'not begun';
        if (state !== told)
            log.info(`Waiting for ECR's scan of the image: ${state}.`);
        told = state;
        await clock.sleep(PAUSE_MS, signal);
    }
}
async function read(ecr, repository, digest, on) {
    try {
        return await ecr.scanFindings(repository, digest);
    }
    catch (error) {
        const missing = error instanceof _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsCallError */ .iQ && error.kind === 'missing';
        throw missing ? shut(on, 'the image is in no repository of ECR.', NOT_ECR) : error;
    }
}
const AGAIN = 'Run the job again later: the image is reused then, and only the scan is looked at.';
const NOT_ECR = "Deploy an image of an ECR repository, or leave 'fail-on-severity' empty.";
const RESCAN = 'Turn on scanning on push for the repository (aws ecr put-image-scanning-configuration, or the scanning rules of the ' +
    "registry), scan this image (aws ecr start-image-scan), or leave 'fail-on-severity' empty.";
const STATUS_REPAIRS = {
    UNSUPPORTED_IMAGE: "ECR cannot read this image's packages (as of an image FROM scratch): leave 'fail-on-severity' empty.",
    LIMIT_EXCEEDED: AGAIN,
    IMAGE_ARCHIVED: 'Restore the image from the archive, or build it again.',
};
function shut(on, why, repair) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg({ tried: "judge the image by ECR's scan", on, why, repair });
}
function findingsFault(on, least, findings) {
    const order = (finding) => -SEVERITIES.indexOf(finding.severity);
    const sorted = findings.toSorted((one, other) => order(one) - order(other));
    const more = sorted.length > SHOWN ? [`  \u2026 and ${sorted.length - SHOWN} more`] : [];
    const lines = [...sorted.slice(0, SHOWN).map((finding) => `  ${line(finding)}`), ...more];
    return {
        tried: "let the image pass by ECR's scan",
        on,
        why: `it has findings of severity ${least} or above (${countsText(findings)}):\n${lines.join('\n')}`,
        repair: "Update the packages that have a fix, or the base image, or raise 'fail-on-severity'.",
    };
}
function line({ name, severity, packages, fixedIn }) {
    const of = packages === null ? '' : ` in ${packages}`;
    return `${severity} ${name}${of}: ${fixedIn === null ? 'no fix is known' : `fixed in ${fixedIn}`}`;
}
/** `2 CRITICAL, 1 LOW` */
function countsText(findings) {
    const names = [...SEVERITIES.toReversed(), 'UNDEFINED'];
    const counted = names.map((name) => [findings.filter(({ severity }) => severity === name).length, name]);
    return counted.flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}`])).join(', ');
}


/***/ }),

/***/ 7765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aH: () => (/* binding */ tagFaults),
/* harmony export */   b5: () => (/* binding */ requireTags),
/* harmony export */   rK: () => (/* binding */ imageTags)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7755);


/**
 * The tags to push: the commit's, then the user's. A user's tag is bare (`v1`), or a reference of the same repository
 * (`shop:v1`, `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:v1`).
 * @param repository name or URI of the repository that is pushed to
 */
function imageTags(sha, given, repository) {
    const read = given.map((text) => ({ text, tag: bareTag(text, repository) }));
    const tags = read.flatMap(({ tag }) => (tag === null ? [] : [tag]));
    return {
        tags: [...new Set(sha === '' ? tags : [sha, ...tags])],
        wrong: read.filter(({ tag }) => tag === null).map(({ text }) => text),
    };
}
function bareTag(text, repository) {
    if ((0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isTag */ .dz)(text))
        return text;
    const named = (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(text);
    const ours = (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(repository);
    if (named === null || ours === null || named.digest !== null || named.repository !== ours.repository)
        return null;
    const elsewhere = named.registry !== null && ours.registry !== null && named.registry !== ours.registry;
    return elsewhere ? null : named.tag;
}
/** Faults of the tags, or of a run without any. */
function tagFaults({ tags, wrong }, repository) {
    const faults = wrong.map((text) => ({
        tried: 'tag the image',
        on: JSON.stringify(text),
        why: `it is neither a tag (letters, digits, '_', '.', '-'; at most 128) nor a reference of ${repository} with a tag.`,
        repair: "Correct 'tags'. A branch name needs its slashes replaced.",
    }));
    if (tags.length > 0 || wrong.length > 0)
        return faults;
    const why = 'the commit is not known (GITHUB_SHA is empty) and there are no tags.';
    return [{ tried: 'tag the image', on: repository, why, repair: "Set 'tags', or run in a GitHub workflow." }];
}
/** Throws the first fault as a StepError. @param sha of the commit; empty where it is not known */
function requireTags(sha, given, repository) {
    const read = imageTags(sha, given, repository);
    const [fault] = tagFaults(read, repository);
    const [first, ...others] = read.tags;
    if (fault !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg(fault);
    if (first === undefined)
        throw new Error('No tags and no fault.');
    return [first, ...others];
}


/***/ }),

/***/ 236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ decide)
/* harmony export */ });
/* harmony import */ var _watch_stage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4102);



/**
 * `told`: this run has stopped it, or ended its wait, before: that is done once. A rollback by CodeDeploy is never touched.
 * A release that has all the traffic and is checked is not taken back for the next one.
 */
function decide(treatment, seen, told) {
    if ((0,_watch_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .isOver */ .PU)(seen))
        return 'look-again';
    if (treatment === 'wait' || told || (0,_watch_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .takesBack */ .Ck)(seen))
        return 'wait-for-end';
    if ((0,_watch_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .stageOf */ .gV)(seen) === 'terminating')
        return 'end-wait';
    // Shifted by one word and not by another: nothing is stopped, and there may be no wait to end.
    if ((0,_watch_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .mayBeShifted */ .IT)(seen))
        return 'wait-for-end';
    return treatment === 'replace' ? 'stop' : 'wait-for-shift';
}


/***/ }),

/***/ 3764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ nothingKept)
/* harmony export */ });
/* harmony import */ var _image_image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9963);
/* harmony import */ var _task_definition_register_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6625);


function nothingKept() {
    return {
        image: undefined,
        revisions: [],
        tasksRan: new Set(),
        liveAtFirst: undefined,
        since: null,
        until: null,
        told: new Set(),
        refused: 0,
        warned: new Set(),
        seenAt: 0,
    };
}


/***/ }),

/***/ 858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ theirWaits)
/* harmony export */ });
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1781);
/* harmony import */ var _target_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6932);
/* harmony import */ var _target_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2995);
/* harmony import */ var _target_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8151);
/* harmony import */ var _target_waiting_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5183);








/**
 * A deployment has the waits that its group had when it was started, and a configuration of its own; the margin is this
 * run's (`wait-for-minutes`). What is not told or cannot be read is taken from the group.
 */
async function theirWaits(info, group, inputs, codedeploy) {
    const config = await configOf(info, group, codedeploy);
    const own = info.blueGreenDeploymentConfiguration;
    const theirs = own === undefined ? group.info : { ...group.info, blueGreenDeploymentConfiguration: own };
    const waiting = (0,_target_waiting_js__WEBPACK_IMPORTED_MODULE_4__/* .waitingOf */ .P)({ ...inputs, until: 'completed' }, { info: theirs, config });
    return { waiting, steps: config.steps, hasTestListener: (0,_target_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .testListener */ .z3)(group) !== undefined };
}
async function configOf({ deploymentConfigName: name }, { config }, codedeploy) {
    if (name === undefined || name === config.name)
        return config;
    // How long it takes is all that hangs on it: no reason to refuse.
    return (0,_target_config_js__WEBPACK_IMPORTED_MODULE_1__/* .readConfig */ .Xg)(name, codedeploy).catch(() => config);
}


/***/ }),

/***/ 9498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ treatmentOf)
/* harmony export */ });
/* harmony import */ var _engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/* harmony import */ var _older_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3106);
/* harmony import */ var _decide_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(236);
/** How a deployment in the way is treated: what the input says, unless that would undo what somebody did after this run began. */





/**
 * What a later run has begun is not cut short for an older release. A rollback of this action is not stopped, which would
 * bring the release back that it leads away from. `marker`: this run's.
 */
function treatmentOf({ description = '' }, policy, { allowOlder }, marker) {
    if (policy !== 'wait' && (0,_older_js__WEBPACK_IMPORTED_MODULE_1__/* .givesPrecedence */ .$)(description, marker, allowOlder)) {
        const why = `The deployment in progress came from a later run than this one: it is waited for, not told to ${WORDS[policy]}.`;
        return { treatment: 'wait', why };
    }
    if (policy !== 'replace' || (0,_engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDescription */ .aJ)(description)?.kind !== 'rollback')
        return { treatment: policy, why: null };
    const why = 'The deployment in progress is a rollback, which is not stopped: only its wait is ended.';
    return { treatment: 'finish', why };
}
const WORDS = { finish: 'end its wait', replace: 'make way' };


/***/ }),

/***/ 8119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ gaveUp),
/* harmony export */   u: () => (/* binding */ announcement)
/* harmony export */ });
/* harmony import */ var _engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/* harmony import */ var _engine_codedeploy_whose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5990);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);
/* harmony import */ var _report_console_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7150);
/* harmony import */ var _report_duration_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8747);
/* harmony import */ var _report_plain_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2071);
/* harmony import */ var _target_running_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2083);
/* harmony import */ var _watch_stage_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4102);
/* harmony import */ var _decide_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(236);
/** What is told of a deployment that is in the way. */











/** Whose it is, what it is doing, what is done about it, for how long at most, and its page. */
function announcement(another, seen, treatment, at) {
    const brings = (0,_engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .deployedBy */ .SB)(another.info.description ?? '');
    const what = brings === null ? '' : `, brings ${brings}`;
    const step = PLANS[(0,_decide_js__WEBPACK_IMPORTED_MODULE_5__/* .decide */ .L)(treatment, seen, at.told)];
    return [
        `Deployment ${another.id} of this group is in progress: ${(0,_engine_codedeploy_whose_js__WEBPACK_IMPORTED_MODULE_1__/* .whose */ .vU)(another.info)}${what}.`,
        `It ${doing(seen)} (${(0,_report_plain_js__WEBPACK_IMPORTED_MODULE_6__/* .plain */ .p)(seen.rawStatus)}). ${step}, for ${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_7__/* .duration */ .p)(at.leftMs)} at most (if-deployment-in-progress: ${treatment}).`,
        (0,_report_console_js__WEBPACK_IMPORTED_MODULE_8__/* .consoleUrl */ .B)(another.id, at.region),
    ];
}
const PLANS = {
    'look-again': 'Looking again',
    'wait-for-end': 'Waiting until it has ended',
    'wait-for-shift': 'Waiting until production is wholly on its new tasks; then its wait is ended',
    'end-wait': 'Ending its wait, then waiting until it has ended',
    stop: 'Stopping it with rollback, then waiting until that has ended',
};
/** As `It \u2026`. */
function doing(seen) {
    if ((0,_watch_stage_js__WEBPACK_IMPORTED_MODULE_4__/* .takesBack */ .Ck)(seen))
        return 'returns the traffic to the original tasks';
    switch ((0,_watch_stage_js__WEBPACK_IMPORTED_MODULE_4__/* .stageOf */ .gV)(seen)) {
        case 'starting':
            return 'has not begun yet';
        case 'installing':
            return 'puts up its replacement tasks';
        case 'ready':
            return 'waits for someone to continue it';
        case 'shifting':
            return `shifts the production traffic, ${(0,_watch_stage_js__WEBPACK_IMPORTED_MODULE_4__/* .setOf */ .s4)(seen, 'green')?.weight ?? 0} % so far`;
        case 'finishing':
            return 'has all the production traffic and is being checked';
        case 'terminating':
            return 'has all the production traffic, and its original tasks wait for their end';
        case 'over':
            return 'has ended';
    }
}
/** It has not ended within the time limit. */
function gaveUp(another, seen, at) {
    const { applicationName = '', deploymentGroupName = '' } = another.info;
    const shifted = (0,_watch_stage_js__WEBPACK_IMPORTED_MODULE_4__/* .stageOf */ .gV)(seen) === 'terminating';
    return {
        tried: 'deploy after the deployment in progress',
        on: `${applicationName} / ${deploymentGroupName}`,
        why: `deployment ${another.id} (${(0,_report_plain_js__WEBPACK_IMPORTED_MODULE_6__/* .plain */ .p)(seen.rawStatus)}, ${(0,_engine_codedeploy_whose_js__WEBPACK_IMPORTED_MODULE_1__/* .whose */ .vU)(another.info)}) ${doing(seen)}; it has not ended after ${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_7__/* .duration */ .p)(at.waitedMs)}, and is no longer waited for`,
        repair: `${(0,_target_running_js__WEBPACK_IMPORTED_MODULE_3__/* .waysOut */ .ZN)(another.id, { ...another.info, status: seen.status === 'Ready' ? 'Ready' : undefined }, shifted, at)} Input 'wait-for-minutes' makes this step more patient. ${(0,_report_console_js__WEBPACK_IMPORTED_MODULE_8__/* .consoleUrl */ .B)(another.id, at.region)}`,
    };
}


/***/ }),

/***/ 7395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ look),
  y: () => (/* binding */ readAll)
});

// EXTERNAL MODULE: ./build/engine/codedeploy/marker.js
var codedeploy_marker = __webpack_require__(182);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/ports/shell.js
var shell = __webpack_require__(9805);
// EXTERNAL MODULE: ./build/gate/environment.js
var environment = __webpack_require__(7079);
;// CONCATENATED MODULE: ./build/gate/check-bash.js




/** A smoke test that cannot be started is told before anything is built. On Windows it is the bash of Git. */
async function bashFaults(test, env, workspace) {
    if (test === null)
        return [];
    const options = { env: (0,environment/* scrubbed */.f)(env), cwd: workspace, onLine: () => undefined, graceMs: () => 0 };
    try {
        const { code } = await (0,shell/* runShell */.E)(':', { ...options, signal: AbortSignal.timeout(LIMIT_MS) });
        return code === 0 ? [] : [faultOf(`it ended with code ${code ?? 'none'}, although it had nothing to do`)];
    }
    catch (error) {
        return [faultOf((0,errors/* messageOf */.bD)(error))];
    }
}
const LIMIT_MS = 20_000;
function faultOf(why) {
    return {
        tried: 'find bash, which runs the smoke test',
        on: 'PATH of the runner',
        why,
        repair: "Take a runner or container image that has bash, or leave input 'smoke-test' out.",
    };
}

// EXTERNAL MODULE: ./build/image/check.js + 2 modules
var image_check = __webpack_require__(3549);
// EXTERNAL MODULE: ./build/image/commit.js
var commit = __webpack_require__(561);
// EXTERNAL MODULE: ./build/image/ecr-of.js
var ecr_of = __webpack_require__(180);
// EXTERNAL MODULE: ./build/image/existing.js + 2 modules
var existing = __webpack_require__(7131);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/ports/docker/path.js
var path = __webpack_require__(2309);
// EXTERNAL MODULE: ./build/image/call.js
var call = __webpack_require__(4620);
// EXTERNAL MODULE: ./build/image/content/content.js + 10 modules
var content = __webpack_require__(5766);
// EXTERNAL MODULE: ./build/image/content/source.js
var content_source = __webpack_require__(1687);
;// CONCATENATED MODULE: ./build/image/identity.js








/**
 * The tag that stands for what the build is made of. No Docker process is asked, so where the answer would depend on
 * the client (which ignore file counts), the tag covers both answers.
 * @throws StepError when something that Docker would send cannot be read
 */
async function contentOf(source, ports) {
    if ((0,content_source/* sourceKind */.u)(source.context) !== 'local')
        return { none: 'the build context is fetched from elsewhere' };
    const build = contentBuild(source, ports);
    const beside = (await (0,path/* lookAt */.t)(`${build.file}.dockerignore`)) === 'file';
    const tags = [];
    for (const buildx of beside ? [true, false] : [true]) {
        const found = await (0,content/* contentTag */.m)({ ...build, buildx }, { signal: ports.signal });
        if ('none' in found)
            return found;
        tags.push(found.tag);
    }
    return { tag: joined([...tags, ...attestations(source)]) };
}
function contentBuild(source, { context, env }) {
    const { context: folder, file, buildContexts } = (0,call/* buildPlaces */.v)(source, context.workspace);
    const { target, buildArgs, platforms, labels } = source;
    const asked = env['DOCKER_DEFAULT_PLATFORM'];
    return {
        ...{ context: folder, buildContexts, target, buildArgs, platforms, labels },
        file: file ?? (0,external_node_path_.join)(folder, 'Dockerfile'),
        defaultPlatform: asked === undefined || asked === '' ? `linux/${architecture()}` : asked,
    };
}
function architecture() {
    return process.arch === 'x64' ? 'amd64' : process.arch;
}
/** An image with an attestation is another one: it is an index. */
function attestations({ provenance, sbom }) {
    return [provenance === null ? [] : [`provenance ${provenance}`], sbom === null ? [] : [`sbom ${sbom}`]].flat();
}
function joined(parts) {
    const [only, ...others] = parts;
    if (only !== undefined && others.length === 0)
        return only;
    return `content-${(0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}`;
}

// EXTERNAL MODULE: ./build/image/image.js
var image_image = __webpack_require__(9963);
// EXTERNAL MODULE: ./build/image/provide.js + 12 modules
var provide = __webpack_require__(8964);
// EXTERNAL MODULE: ./build/image/tags.js
var image_tags = __webpack_require__(7765);
// EXTERNAL MODULE: ./build/in-progress/kept.js
var in_progress_kept = __webpack_require__(3764);
// EXTERNAL MODULE: ./build/plan.js
var plan = __webpack_require__(1781);
// EXTERNAL MODULE: ./build/ports/docker.js + 3 modules
var ports_docker = __webpack_require__(6119);
// EXTERNAL MODULE: ./build/ports/files.js
var files = __webpack_require__(8164);
// EXTERNAL MODULE: ./build/report/steps.js
var steps = __webpack_require__(6884);
// EXTERNAL MODULE: ./build/target/earlier.js
var earlier = __webpack_require__(544);
// EXTERNAL MODULE: ./build/target/fact.js
var fact = __webpack_require__(4044);
// EXTERNAL MODULE: ./build/target/facts.js
var facts = __webpack_require__(2995);
// EXTERNAL MODULE: ./build/target/preflight.js + 5 modules
var preflight = __webpack_require__(2723);
// EXTERNAL MODULE: ./build/target/read.js
var read = __webpack_require__(5830);
// EXTERNAL MODULE: ./build/warnings/credentials.js
var credentials = __webpack_require__(9838);
// EXTERNAL MODULE: ./build/world.js
var world = __webpack_require__(3920);
;// CONCATENATED MODULE: ./build/look.js
/** The reads of a deployment, and what they come to. */


























/**
 * Every read that can refuse, side by side; what speaks against the deployment is thrown, all of it together. `kept`: from
 * an earlier look of the same run; an image that it has come to is not looked for again.
 */
async function look(inputs, aws, world, kept = (0,in_progress_kept/* nothingKept */.k)()) {
    kept.seenAt = world.clock.now();
    const end = (0,credentials/* credentialsEnd */.k)(aws, world.env);
    const { facts, faults } = await readAll(inputs, aws, world, { check: image_check/* checkBuilder */.ub, had: kept.image ?? null });
    const marker = (0,codedeploy_marker/* markerOf */.we)(world.runner.context, inputs.matrix);
    const plan = (0,preflight/* preflight */.M)(inputs, facts, faults, marker, kept.liveAtFirst);
    kept.liveAtFirst ??= plan.target.primary.externalId ?? '';
    const ends = (0,credentials/* endWarnings */.z)((0,fact/* valueOf */.RP)(await end) ?? null, world.clock.now(), plan.waiting);
    const warnings = [...plan.warnings, ...ends].filter((warning) => !kept.warned.has(warning));
    (0,steps/* reportPlan */._S)({ ...plan, warnings }, world);
    for (const warning of warnings)
        kept.warned.add(warning);
    const image = (0,fact/* valueOf */.RP)(facts.image) ?? null;
    const running = (0,fact/* valueOf */.RP)(facts.running);
    const another = (0,earlier/* anotherOf */.Zk)(running, marker);
    return [plan, image, another === null ? await (0,earlier/* earlierRevision */.W9)(running, aws.ecs) : null, another];
}
async function readAll(inputs, aws, world, of) {
    const { log, runner, signal } = world;
    const docker = (0,ports_docker/* createDocker */.h)();
    const ports = { aws, readFile: files/* readTextFile */.G, workspace: runner.context.workspace };
    const { source } = inputs;
    const { had, check } = of;
    const imagePorts = { ...world, ecr: aws.ecr, docker };
    const given = had === null && source.kind === 'given' ? (0,provide/* provideImage */.P)(source, null, null, imagePorts) : Promise.resolve(had);
    const repository = (0,read/* readRepository */.Nu)(inputs, aws);
    const existing = had === null ? lookAtExisting(inputs, repository, aws, { ...world, docker }) : Promise.resolve({});
    const [facts, image, found, faults, bash] = await Promise.all([
        (0,read/* readTarget */._E)(inputs, ports, log, repository),
        (0,fact/* fact */.fK)(given),
        existing,
        had === null ? lookAtBuild(inputs, existing, { ...world, docker, check }) : [],
        bashFaults(inputs.smokeTest, world.env, ports.workspace),
    ]);
    signal.throwIfAborted();
    return { facts: { ...facts, ...unlessTold(found, faults), image }, faults: [...faults, ...bash] };
}
/** A context or Dockerfile that is not there is told once. */
function unlessTold(found, faults) {
    const { existing } = found;
    return existing?.state === 'failed' && existing.error instanceof errors/* StepError */.zg && faults.length > 0 ? {} : found;
}
/** The hash over the build's content is made while AWS answers. */
async function lookAtExisting({ source }, repository, aws, world) {
    if (source.kind !== 'build')
        return {};
    const { env, log, runner, signal } = world;
    const content = contentOf(source, { context: runner.context, env, signal });
    // Told where it is waited for: the commit comes first.
    content.catch(() => undefined);
    const { sha } = await (0,commit/* readCommit */.k)(source, world);
    const { tags } = (0,image_tags/* imageTags */.rK)(sha, source.tags, source.repository);
    const ports = { ecr: (0,ecr_of/* ecrOf */.e)(source.repository, aws.ecr), log, content };
    return { existing: await (0,existing/* lookForExisting */.W)(source, tags, repository, ports) };
}
/** Docker is asked only where something may be built: a run that reuses starts no process of it. */
async function lookAtBuild({ source }, found, { runner, docker, check }) {
    if (source.kind !== 'build')
        return [];
    const builder = async () => {
        const { existing } = source.existingImage === 'reuse' ? await found : {};
        const reused = existing !== undefined && (0,provide/* reuses */.U)(source, (0,fact/* valueOf */.RP)(existing) ?? null);
        return reused ? [] : check(source, docker);
    };
    return (await Promise.all([builder(), (0,image_check/* checkSource */.As)(source, { docker, runner })])).flat();
}


/***/ }),

/***/ 3106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ givesPrecedence),
/* harmony export */   h: () => (/* binding */ ageOf)
/* harmony export */ });
/* harmony import */ var _engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/* harmony import */ var _engine_codedeploy_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(182);
/* harmony import */ var _engine_codedeploy_whose_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5990);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9473);
/** Whether a run would put an older release over a newer one. */





const NOTHING = { faults: [], warnings: [] };
/**
 * What is live came from a later run of the same repository: refused. A re-run of an old job is asked for by a person, who
 * is told what it goes back from, unless that became newer after the run had looked first. GitHub counts run ids up over
 * all workflows, so that a deployment and a rollback of one repository have an order.
 */
function ageOf(ages) {
    const { live, before, allowed } = ages;
    const ours = (0,_engine_codedeploy_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .parseMarker */ .gY)(ages.marker ?? '');
    const theirs = (0,_engine_codedeploy_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .parseMarker */ .gY)(live?.description ?? '');
    if (live === null || ours === null || theirs === null || !isLater(theirs, ours))
        return NOTHING;
    const woken = before !== undefined && before !== (live.deploymentId ?? '');
    const rerun = isRerun(ours) && !woken;
    if (!allowed && !rerun)
        return { faults: [fault(ages, live, ours, woken)], warnings: [] };
    const why = allowed
        ? 'allow-older is set'
        : `this is attempt ${ours.attempt} of run ${ours.runId}, and a re-run is done as it was asked for`;
    return { faults: [], warnings: [`This deployment goes back: production runs ${described(live)}; ${why}.`] };
}
/**
 * True where a deployment in progress came from a later run: this one lets it go on, whatever it is set to do about others.
 * Not where it was told to go back: `allow-older`, or a re-run, which a person has asked for.
 */
function givesPrecedence(other, marker, allowed) {
    const ours = (0,_engine_codedeploy_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .parseMarker */ .gY)(marker);
    const theirs = (0,_engine_codedeploy_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .parseMarker */ .gY)(other);
    return !allowed && ours !== null && theirs !== null && !isRerun(ours) && isLater(theirs, ours);
}
function isLater(theirs, ours) {
    const both = [theirs.runId, ours.runId];
    if (theirs.repository !== ours.repository || ours.repository === '' || !both.every(isNumber))
        return false;
    return BigInt(theirs.runId) > BigInt(ours.runId);
}
function isRerun({ attempt }) {
    return isNumber(attempt) && BigInt(attempt) > 1n;
}
function isNumber(text) {
    return /^\d+$/.test(text);
}
/** `web:9 of deployment d-ABCDEFGHI, started by run 7, attempt 1, job deploy of octo/shop, by octocat` */
function described({ deploymentId = '', description = '' }) {
    return `${(0,_engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .deployedBy */ .SB)(description) ?? 'what came'} of deployment ${deploymentId}, ${(0,_engine_codedeploy_whose_js__WEBPACK_IMPORTED_MODULE_2__/* .runOf */ .ng)(description) ?? ''}`;
}
function fault({ on }, live, ours, woken) {
    const since = woken ? 'what is live became newer while this run waited' : 'what is live is newer';
    return {
        tried: 'deploy over what is live',
        on,
        why: `${since}: ${described(live)}, and this is run ${ours.runId}, attempt ${ours.attempt}`,
        repair: 'Nothing has to be done if the newer one is right. To have the newest commit, run the workflow for it; to go back, ' +
            "use mode: rollback, or run this job again (a re-run is asked for by a person), or set input 'allow-older' to true.",
    };
}


/***/ }),

/***/ 934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ imagesOf),
/* harmony export */   w: () => (/* binding */ plannedImage)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _image_ecr_of_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(180);
/* harmony import */ var _image_image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9963);
/* harmony import */ var _image_platforms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(482);
/* harmony import */ var _image_provide_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8964);
/* harmony import */ var _image_scan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9977);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1781);
/* harmony import */ var _ports_docker_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6119);
/* harmony import */ var _ports_signals_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8270);
/* harmony import */ var _report_steps_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6884);
/* harmony import */ var _world_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3920);
/** The image of a plan: built or found, judged, and told to the containers that take it. */













/** `given`: what the look has found; null where it is to be built, or the definition is deployed as written. */
async function plannedImage(given, inputs, plan, run) {
    const image = given ?? (await build(inputs, plan, run));
    (0,_report_steps_js__WEBPACK_IMPORTED_MODULE_8__/* .reportImage */ .o7)(image, run);
    await (0,_ports_signals_js__WEBPACK_IMPORTED_MODULE_7__/* .unlessAborted */ .Wh)(run.signal, judgeImage(image, inputs, plan, run));
    return image;
}
/** What is built goes to the registry that the repository names. */
async function build({ source }, plan, run) {
    if (source.kind !== 'build')
        return null;
    const ports = { ...run, ecr: (0,_image_ecr_of_js__WEBPACK_IMPORTED_MODULE_10__/* .ecrOf */ .e)(source.repository, run.aws.ecr), docker: (0,_ports_docker_js__WEBPACK_IMPORTED_MODULE_6__/* .createDocker */ .h)() };
    return run.log.group('Image', () => (0,_image_provide_js__WEBPACK_IMPORTED_MODULE_3__/* .provideImage */ .P)(source, plan.destination, plan.existing, ports));
}
/** What can be told of the image only when it is there, and speaks against deploying it. */
async function judgeImage(image, { failOnSeverity: least }, plan, run) {
    if (image === null)
        return;
    const { body } = plan.draft.loaded;
    const fault = (0,_image_platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .imagePlatformFault */ .Zz)(image, body);
    if (fault !== null)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg(fault);
    if (least === null)
        return;
    const ecr = (0,_image_ecr_of_js__WEBPACK_IMPORTED_MODULE_10__/* .ecrOf */ .e)(image.reference, run.aws.ecr);
    await run.log.group('Scan', () => (0,_image_scan_js__WEBPACK_IMPORTED_MODULE_4__/* .scanGate */ .F)(least, image, (0,_image_platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .imageDigest */ .Wf)(image, body), { ...run, ecr }));
}
/** Container name to image reference, as far as this run decides it. */
function imagesOf(plan, image) {
    const images = new Map(plan.draft.images);
    // Also where the push kept what an earlier run had left under the tag: the build was for these containers.
    const takers = plan.builtFor.length > 0 ? plan.builtFor : [plan.draft.container];
    if (image !== null)
        for (const container of takers)
            images.set(container, image.reference);
    return images;
}


/***/ }),

/***/ 8631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ knownRevisions)
/* harmony export */ });
/* harmony import */ var _task_definition_register_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6625);
/* harmony import */ var _target_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8151);
/** Which revisions a run need not register. */




/**
 * What runs or is about to, what was loaded where that is another revision, and what this run has `registered`: none is
 * registered again.
 */
function knownRevisions({ target, draft }, earlier, registered) {
    const { arn, body, tags } = draft.loaded;
    const loaded = arn === null || arn === target.live.arn ? [] : [{ arn, definition: body, tags }];
    return [...(earlier === null ? [] : [earlier]), ...loaded, target.live, ...registered];
}


/***/ }),

/***/ 9873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ requestFaults),
/* harmony export */   f: () => (/* binding */ requestOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9368);
/* harmony import */ var _task_definition_containers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5804);
/* harmony import */ var _target_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8151);
/** What RunTask is asked (pure): the inputs, and for what they leave open, how the service runs its tasks. */






/** Who starts the task, as ECS lists it, where the inputs name nobody. */
const STARTED_BY = 'ecs-blue-green';
/** The body of RunTask, without its client token. Members of the inputs that this version does not know are kept. */
function requestOf({ inputs, like, revision, body }) {
    const { overrides, tags } = inputs;
    return {
        cluster: like.cluster,
        taskDefinition: revision,
        count: 1,
        startedBy: inputs.startedBy ?? STARTED_BY,
        ...computeOf(inputs, like),
        ...(isPrivate(body) && { networkConfiguration: { awsvpcConfiguration: networkOf(inputs, like) } }),
        ...(overrides.length > 0 && { overrides: { containerOverrides: overrides } }),
        ...(tags.length > 0 && { tags: tags.map(({ key, value }) => ({ key, value })) }),
        ...volumesOf(inputs),
    };
}
/** A task of its own network interface (ECS API: TaskDefinition.networkMode). */
const isPrivate = (body) => body['networkMode'] === 'awsvpc';
function computeOf(inputs, { primary, service }) {
    const { launchType, capacityProviderStrategy: given } = inputs;
    if (given.length > 0)
        return { capacityProviderStrategy: given, ...platformOf(given, primary) };
    if (launchType !== null)
        return { launchType, ...(launchType === 'FARGATE' && platform(primary, service)) };
    const own = [primary, service].find((each) => (each.capacityProviderStrategy ?? []).length > 0);
    const strategy = (own?.capacityProviderStrategy ?? []).map((item) => ({ ...item }));
    if (strategy.length > 0)
        return { capacityProviderStrategy: strategy, ...platformOf(strategy, primary, service) };
    const like = primary.launchType ?? service.launchType;
    if (like === undefined)
        return {};
    return { launchType: like, ...(like === 'FARGATE' && platform(primary, service)) };
}
/** Only Fargate has platforms (ECS API: RunTask.platformVersion). */
function platformOf(strategy, ...of) {
    const isFargate = strategy.some((item) => (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(item['capacityProvider']).startsWith('FARGATE'));
    return isFargate ? platform(...of) : {};
}
function platform(...of) {
    const found = of.map(({ platformVersion }) => platformVersion).find((version) => version !== undefined);
    return found === undefined || found === '' ? {} : { platformVersion: found };
}
function vpcOf({ primary, service }) {
    return [primary, service].map((each) => each.networkConfiguration?.awsvpcConfiguration).find((vpc) => vpc);
}
function networkOf(inputs, like) {
    const own = vpcOf(like);
    const subnets = inputs.subnets.length > 0 ? inputs.subnets : (own?.subnets ?? []);
    const securityGroups = inputs.securityGroups.length > 0 ? inputs.securityGroups : (own?.securityGroups ?? []);
    // A public address is for Fargate alone (ECS API: AwsVpcConfiguration.assignPublicIp).
    const elsewhere = inputs.launchType === 'EC2' || inputs.launchType === 'EXTERNAL';
    const assignPublicIp = inputs.assignPublicIp ?? (elsewhere ? undefined : own?.assignPublicIp);
    return {
        subnets: [...subnets],
        ...(securityGroups.length > 0 && { securityGroups: [...securityGroups] }),
        ...(assignPublicIp !== undefined && { assignPublicIp }),
    };
}
/** ECS API: TaskVolumeConfiguration. */
function volumesOf({ volumeName, volume }) {
    if (volumeName === null || volume === null)
        return {};
    return { volumeConfigurations: [{ name: volumeName, managedEBSVolume: volume }] };
}
/** What ECS would refuse, told before anything is built. */
function requestFaults(inputs, like, body) {
    const on = `the task definition of ${like.cluster}/${like.service.serviceName ?? ''}`;
    const known = (0,_task_definition_containers_js__WEBPACK_IMPORTED_MODULE_1__/* .containerNames */ .MR)(body);
    const unknown = inputs.overrides.map(({ name }) => (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(name)).filter((name) => !known.includes(name));
    const volumes = Array.isArray(body['volumes']) ? body['volumes'].filter(_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv) : [];
    const { volumeName } = inputs;
    const noVolume = volumeName !== null && !volumes.some(({ name }) => name === volumeName);
    const noSubnets = isPrivate(body) && inputs.subnets.length === 0 && (vpcOf(like)?.subnets ?? []).length === 0;
    return [
        ...unknown.map((name) => ({
            tried: 'run the task before the deployment',
            on,
            why: `'run-task-container-overrides' names container '${name}', which is not in it; it has: ${known.join(', ')}.`,
            repair: "Name one of these as 'name'.",
        })),
        ...(noVolume
            ? [
                {
                    tried: 'run the task before the deployment',
                    on,
                    why: `'run-task-managed-ebs-volume-name' names volume '${volumeName}', which is not in it.`,
                    repair: "Add it to 'volumes' of the task definition, with 'configuredAtLaunch': true, or correct the name.",
                },
            ]
            : []),
        ...(noSubnets
            ? [
                {
                    tried: 'run the task before the deployment',
                    on,
                    why: 'its network mode is awsvpc, and the service has no subnets that the task could take over.',
                    repair: "Give 'run-task-subnets' and 'run-task-security-groups'.",
                },
            ]
            : []),
    ];
}


/***/ }),

/***/ 544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W9: () => (/* binding */ earlierRevision),
/* harmony export */   Zk: () => (/* binding */ anotherOf),
/* harmony export */   yW: () => (/* binding */ isEarlierAttempt)
/* harmony export */ });
/* harmony import */ var _engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/* harmony import */ var _engine_codedeploy_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(182);
/* harmony import */ var _engine_codedeploy_whose_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5990);





/**
 * True where an earlier attempt of the same job of the same run started the deployment: a re-run may go on with it, if the
 * AppSpec is the same, too. What CodeDeploy started to take such a one back is not the run's, whatever is written on it.
 */
function isEarlierAttempt(running, marker) {
    return marker !== null && !(0,_engine_codedeploy_whose_js__WEBPACK_IMPORTED_MODULE_2__/* .isRollback */ .z1)(running) && (0,_engine_codedeploy_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .carriesRun */ .jh)(running.description ?? '', marker);
}
/** The deployment in progress where it is not this run's own; null where there is none, or it is. */
function anotherOf(running, marker) {
    return running === null || running === undefined || isEarlierAttempt(running, marker) ? null : running;
}
/**
 * What that deployment brings to production, so that the same definition is not registered a second time: only with the
 * same AppSpec can the deployment be gone on with. null where there is none or it cannot be read.
 */
async function earlierRevision(running, ecs) {
    const name = (0,_engine_codedeploy_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .deployedBy */ .SB)(running?.description ?? '');
    return name === null ? null : ecs.describeTaskDefinition(name).catch(() => null);
}


/***/ }),

/***/ 2723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ judge),
  M: () => (/* binding */ preflight)
});

// EXTERNAL MODULE: ./build/appspec/compare.js
var compare = __webpack_require__(492);
// EXTERNAL MODULE: ./build/appspec/live.js
var live = __webpack_require__(7133);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/older.js
var older = __webpack_require__(3106);
// EXTERNAL MODULE: ./build/plan.js
var plan = __webpack_require__(1781);
// EXTERNAL MODULE: ./build/target/check-group.js
var check_group = __webpack_require__(9018);
// EXTERNAL MODULE: ./build/target/command.js
var target_command = __webpack_require__(2562);
// EXTERNAL MODULE: ./build/target/listener.js
var target_listener = __webpack_require__(226);
// EXTERNAL MODULE: ./build/target/place.js
var target_place = __webpack_require__(6811);
;// CONCATENATED MODULE: ./build/target/check-listener.js





/**
 * Some action of the production listener must give the PRIMARY task set's target group traffic, else CodeDeploy ends
 * the deployment with "Primary taskset target group must be behind listener". Siblings at weight 0 and other
 * services' rules are normal. `primary`: ARN of that target group; `pair`: what DescribeTargetGroups knows of both.
 */
function listenerFaults(listener, primary, pair, place) {
    if ((0,target_listener/* takesTraffic */.CS)(listener.routes, primary))
        return [];
    const sibling = pair.map(({ TargetGroupArn }) => TargetGroupArn ?? '').find((arn) => arn !== '' && arn !== primary);
    const wrong = sibling === undefined ? undefined : listener.routes.find(({ weights }) => weights.has(sibling));
    const route = wrong ?? listener.routes.find(({ weights }) => weights.has(primary));
    const instead = wrong === undefined || sibling === undefined
        ? 'no action of it gives that group any traffic'
        : `${wrong.rule === null ? 'its default action' : `rule ${wrong.rule}`} forwards to ${(0,target_place/* targetGroupName */.IT)(sibling)}`;
    return [
        {
            tried: 'find production behind its listener',
            on: listener.arn,
            why: `the PRIMARY task set is in target group ${(0,target_place/* targetGroupName */.IT)(primary)}, but ${instead}; CodeDeploy refuses to deploy like that ("Primary taskset target group must be behind listener")`,
            repair: repairOf(listener.arn, route, primary, place),
        },
    ];
}
function repairOf(listener, route, primary, place) {
    const action = `Type=forward,TargetGroupArn=${primary}`;
    const command = route === undefined || route.rule === null
        ? (0,target_command/* awsCommand */.b)(place, 'elbv2', 'modify-listener', '--listener-arn', listener, '--default-actions', action)
        : (0,target_command/* awsCommand */.b)(place, 'elbv2', 'modify-rule', '--rule-arn', route.rule, '--actions', action);
    const before = route?.before ?? [];
    const keep = before.length === 0 ? '' : ` Its other actions (${before.join(', ')}) must be given too, or they are lost.`;
    return `Point it back at what CodeDeploy holds for production (traffic moves at once; see first that the group's targets are healthy): ${command}${keep}`;
}

// EXTERNAL MODULE: ./build/image/check-existing.js
var check_existing = __webpack_require__(9938);
// EXTERNAL MODULE: ./build/image/existing.js + 2 modules
var existing = __webpack_require__(7131);
// EXTERNAL MODULE: ./build/image/platforms.js
var platforms = __webpack_require__(482);
// EXTERNAL MODULE: ./build/image/ports.js
var ports = __webpack_require__(9330);
// EXTERNAL MODULE: ./build/image/reference.js
var reference = __webpack_require__(7755);
;// CONCATENATED MODULE: ./build/target/check-repository.js





/**
 * A URI of a registry that is not ECR: what ECR says of the same name is beside the point. An emulator's registry is
 * known by what DescribeRepositories tells.
 * `found`: what ECR said, where it did.
 */
function foreignRepository({ source }, found) {
    if (source.kind !== 'build')
        return [];
    const { registry, repository } = (0,reference/* parseReference */.F2)(source.repository) ?? { registry: null, repository: null };
    if (registry === null || (0,reference/* ecrRegistry */.gO)(registry) !== null)
        return [];
    if ((0,reference/* splitUri */.b4)(found?.repositoryUri ?? '').registry === registry)
        return [];
    return [
        {
            tried: 'use the ECR repository',
            on: source.repository,
            why: `${registry} is not a registry of Amazon ECR, which is where this step pushes to.`,
            repair: `Set input 'repository' to an ECR repository, by name or full URI; or push ${repository ?? 'the image'} in an earlier step and name it in input 'image'.`,
        },
    ];
}
/**
 * Where the image goes: to the URI as it was given, so that a FIPS or dual-stack host stays in use; else to the one that
 * DescribeRepositories tells.
 */
function destinationOf({ source }, found) {
    const { repositoryUri, repositoryArn } = found ?? {};
    if (source.kind !== 'build' || repositoryUri === undefined)
        return null;
    const given = (0,reference/* ecrRegistry */.gO)((0,reference/* parseReference */.F2)(source.repository)?.registry ?? null);
    const told = (0,reference/* ecrRegistry */.gO)((0,reference/* splitUri */.b4)(repositoryUri).registry);
    return { repositoryUri: given !== null && told !== null ? source.repository : repositoryUri, repositoryArn };
}

// EXTERNAL MODULE: ./build/target/fact.js
var fact = __webpack_require__(4044);
// EXTERNAL MODULE: ./build/target/facts.js
var target_facts = __webpack_require__(2995);
;// CONCATENATED MODULE: ./build/target/check-image.js








/** What speaks against the image that is to be built, as far as it is known before. */
function imageRefusals(inputs, facts) {
    const { source } = inputs;
    if (source.kind !== 'build')
        return [];
    const repository = (0,fact/* valueOf */.RP)(facts.repository);
    const existing = existingIn(facts);
    const uri = destinationOf(inputs, repository)?.repositoryUri ?? source.repository;
    const definition = (0,fact/* valueOf */.RP)(facts.definition);
    const platform = definition === undefined ? null : (0,platforms/* platformFault */.cu)(source.platforms, definition.body, definition.origin);
    return [
        ...foreignRepository(inputs, repository),
        ...(existing === null ? [] : (0,check_existing/* existingFaults */.V)(source, existing, uri)),
        ...(platform === null ? [] : [platform]),
    ];
}
function existingIn({ existing }) {
    return (existing && (0,fact/* valueOf */.RP)(existing)) ?? null;
}

// EXTERNAL MODULE: ./build/target/check-service.js
var check_service = __webpack_require__(7750);
// EXTERNAL MODULE: ./build/task-definition/containers.js
var containers = __webpack_require__(5804);
// EXTERNAL MODULE: ./build/task-definition/render.js + 1 modules
var render = __webpack_require__(7423);
;// CONCATENATED MODULE: ./build/task-definition/draft.js





/**
 * The definition with the changes that it will get. Whatever can be refused is refused here, before anything is built.
 * @throws StepError: a container that is not there, a built image for no container (or none built), or what
 *   `renderDefinition` refuses.
 */
function draftDefinition(loaded, inputs, loadBalancerContainer) {
    const { container, known } = draft_assign(loaded, inputs, loadBalancerContainer);
    const draft = { loaded, changes: inputs.changes, images: known, container };
    (0,render/* renderDefinition */.q)(draft, new Map());
    return draft;
}
/** The containers that take the image that this run builds; none when it builds none. Throws as `draftDefinition`. */
function builtFor(loaded, inputs, loadBalancerContainer) {
    return draft_assign(loaded, inputs, loadBalancerContainer).built;
}
function draft_assign(loaded, { source, changes }, loadBalancerContainer) {
    const names = (0,containers/* containerNames */.MR)(loaded.body);
    const unknown = [...changes.images.keys()].filter((name) => !names.includes(name));
    if (unknown.length > 0)
        throw (0,containers/* unknownContainers */.v7)(loaded, unknown);
    const container = changesNothing(source, changes)
        ? loadBalancerContainer
        : (0,containers/* resolveContainer */._z)(loaded, changes.containerName, loadBalancerContainer);
    const known = new Map();
    const built = [...changes.images].flatMap(([name, image]) => {
        if (image.kind === 'given')
            known.set(name, image.reference);
        return image.kind === 'built' ? [name] : [];
    });
    // `images` says who takes the built image; only where it does not, the main container takes it.
    const main = changes.images.has(container) ? null : container;
    if (source.kind === 'given' && main !== null)
        known.set(main, source.reference);
    if (source.kind === 'build' && main !== null && (built.length === 0 || changes.containerName !== null)) {
        built.push(main);
    }
    refuseUnused(loaded, source, changes, container, built);
    return { container, known, built };
}
/** Then no container need be found: whether the one behind the load balancer is there is for the preflight to say. */
function changesNothing(source, changes) {
    const maps = [changes.images, changes.environment, changes.secrets, changes.dockerLabels, changes.logOptions];
    const texts = [changes.containerName, changes.command, changes.logDriver];
    return source.kind === 'none' && maps.every(({ size }) => size === 0) && texts.every((text) => text === null);
}
function refuseUnused(loaded, source, changes, container, built) {
    const refuse = (why, repair) => {
        throw new errors/* StepError */.zg({ tried: 'decide which container takes which image', on: loaded.origin, why, repair });
    };
    if (source.kind === 'build' && built.length === 0) {
        refuse(`no container takes the image that is built`, `Give one container the word 'built' in images.`);
    }
    if (source.kind !== 'build' && built.length > 0) {
        refuse(`images gives ${built.join(', ')} a built image, but none is built`, 'Set repository, or give a reference.');
    }
    if (source.kind === 'given' && changes.images.has(container)) {
        refuse(`image and images both say what container '${container}' runs`, 'Leave it out of one of them.');
    }
}

;// CONCATENATED MODULE: ./build/target/draft.js






function draftOf(inputs, loaded, appspec) {
    const outside = balancedFaults(loaded, appspec);
    const behind = appspec.service.containerName;
    // Which container takes the changes cannot be told by a load balancer whose container is not there: told already.
    if (outside.length > 0 && inputs.changes.containerName === null && !(0,containers/* containerNames */.MR)(loaded.body).includes(behind)) {
        return { draft: null, builtFor: [], faults: outside };
    }
    try {
        const draft = draftDefinition(loaded, inputs, behind);
        const built = builtFor(loaded, inputs, behind);
        return { draft, builtFor: built, faults: [...outside, ...emptyFaults(loaded, filled(inputs, draft, built))] };
    }
    catch (error) {
        if (!(error instanceof errors/* StepError */.zg))
            throw error;
        return { draft: null, builtFor: [], faults: [...outside, error.fault] };
    }
}
/** Containers whose image this run decides. */
function filled({ source }, draft, built) {
    return new Set([...draft.images.keys(), ...built, ...(source.kind === 'given' ? [draft.container] : [])]);
}
/** Container and port of the AppSpec must be in the definition (CodeDeploy user guide: AppSpec resources for ECS). */
function balancedFaults(loaded, appspec) {
    const { containerName, containerPort } = appspec.service;
    const from = appspec.kind === 'file' ? appspec.path : 'the PRIMARY task set';
    const at = { tried: 'put the load balancer in front of the new tasks', on: loaded.origin };
    const names = (0,containers/* containerNames */.MR)(loaded.body);
    const where = appspec.kind === 'file' ? appspec.path : 'an AppSpec file (input codedeploy-appspec)';
    if (!names.includes(containerName)) {
        const why = `${from} names container '${containerName}', and the task definition has: ${names.join(', ')}`;
        return [{ ...at, why, repair: `Rename the container in the task definition, or name another one in ${where}.` }];
    }
    const ports = (0,containers/* containerPorts */.UR)(loaded.body, containerName);
    if (ports.includes(containerPort))
        return [];
    const why = `${from} names port ${containerPort} of container '${containerName}', and the task definition maps ${ports.length === 0 ? 'no port of it' : `only ${ports.join(', ')}`}`;
    return [
        {
            ...at,
            why,
            repair: `Add {"containerPort":${containerPort},"protocol":"tcp"} to the container's portMappings, or name another port in ${where}.`,
        },
    ];
}
function emptyFaults(loaded, filled) {
    const empty = (0,containers/* containersOf */.Mz)(loaded.body)
        .filter(({ image }) => typeof image !== 'string' || image.trim() === '')
        .flatMap(({ name }) => (typeof name === 'string' && !filled.has(name) ? [`'${name}'`] : []));
    if (empty.length === 0)
        return [];
    return [
        {
            tried: 'give every container an image',
            on: loaded.origin,
            why: `no image for container ${empty.join(', ')}: it is empty in the task definition, and no input fills it`,
            repair: "Fill it in the task definition, or name the container in input 'images' or 'container-name'.",
        },
    ];
}

// EXTERNAL MODULE: ./build/target/faults.js + 2 modules
var faults = __webpack_require__(2304);
// EXTERNAL MODULE: ./build/target/earlier.js
var earlier = __webpack_require__(544);
// EXTERNAL MODULE: ./build/target/running.js
var target_running = __webpack_require__(2083);
// EXTERNAL MODULE: ./build/target/target-of.js
var target_of = __webpack_require__(357);
// EXTERNAL MODULE: ./build/target/test-url.js
var test_url = __webpack_require__(4386);
// EXTERNAL MODULE: ./build/target/waiting.js
var target_waiting = __webpack_require__(5183);
;// CONCATENATED MODULE: ./build/target/preflight.js






















/**
 * Judges what was read. Throws a `RefusalError` with everything that speaks against the deployment, each with its
 * repair; nothing has been built or written by then. `others` is what was found elsewhere (the build). `marker` is this
 * run's. A deployment in progress that an earlier attempt of it started is gone on with, and any other one is a refusal
 * only where the inputs say so. `liveBefore`: the deployment that had made the PRIMARY task set when this run looked first.
 * Anything thrown that is no refusal is a mistake in this program.
 */
function preflight(...of) {
    const { refusals, known } = judge(...of);
    if (refusals.length > 0)
        throw new errors/* RefusalError */.XQ(refusals);
    const { target, draft: definition, appspec, waiting } = known;
    if (target === null || definition === null || appspec === null || waiting === null) {
        throw new Error('a fact is missing, and nothing says why');
    }
    return { ...known, target, draft: definition, appspec, waiting, previous: target.live.arn };
}
/** The same without throwing: the refusals, beside all that could be found out. */
function judge(inputs, facts, others = [], marker = null, liveBefore) {
    const service = (0,fact/* valueOf */.RP)(facts.service);
    const own = service === undefined ? [] : (0,check_service/* serviceFaults */.j)(service, facts.place);
    const primary = own.length === 0 ? (0,target_facts/* primaryOf */.Os)(service) : undefined;
    const appspec = appspecOf(facts, primary);
    const drafted = draft(inputs, facts, appspec);
    const age = ageIn(inputs, facts, marker, liveBefore);
    const refusals = [
        ...unread(inputs, facts),
        ...own,
        ...groupRefusals(inputs, facts, primary, marker),
        ...imageRefusals(inputs, facts),
        ...(drafted?.faults ?? []),
        ...others,
        ...age.faults,
    ];
    const known = {
        target: primary === undefined ? null : (0,target_of/* targetOf */.$)(facts),
        draft: drafted?.draft ?? null,
        builtFor: drafted?.builtFor ?? [],
        destination: destinationOf(inputs, (0,fact/* valueOf */.RP)(facts.repository)),
        existing: existingIn(facts),
        appspec: appspec ?? null,
        waiting: waitingIn(inputs, facts),
    };
    return { refusals, known: { ...known, warnings: warnings(inputs, facts, known, age) } };
}
function waitingIn(inputs, facts) {
    const info = (0,fact/* valueOf */.RP)(facts.group)?.info;
    const config = (0,fact/* valueOf */.RP)(facts.config);
    return info === undefined || config === undefined ? null : (0,target_waiting/* waitingOf */.P)(inputs.waiting, { info, config });
}
function warnings(inputs, facts, { target, appspec, waiting }, age) {
    const capacity = target === null || appspec === null ? null : (0,compare/* capacityWarning */.L)(appspec.service, target.primary);
    return [
        ...(target === null ? [] : (0,check_service/* serviceWarnings */.C)(target.service, (0,fact/* valueOf */.RP)(facts.running) !== null)),
        ...(waiting === null ? [] : (0,target_waiting/* waitingWarnings */.z)(waiting, inputs.smokeTest !== null)),
        ...(0,test_url/* testUrlWarnings */.V)(facts),
        ...deniedWarnings(facts),
        ...age.warnings,
        ...(capacity === null ? [] : [capacity]),
    ];
}
/** What could not be read. A repository of another registry is not missed in ECR. */
function unread(inputs, facts) {
    const foreign = foreignRepository(inputs, (0,fact/* valueOf */.RP)(facts.repository)).length > 0;
    const { place, repository, ...others } = facts;
    const all = foreign ? Object.values(others) : [...Object.values(others), repository];
    const errors = all.flatMap((read) => (read.state === 'failed' ? [read.error] : []));
    const group = (0,fact/* valueOf */.RP)(facts.group);
    return (0,faults/* faultsOf */.xm)(errors, place, group && `${group.application}/${group.name}`);
}
function groupRefusals(inputs, facts, primary, marker) {
    const group = (0,fact/* valueOf */.RP)(facts.group);
    if (group === undefined)
        return [];
    const own = (0,check_group/* groupFaults */.X7)(group, facts.place);
    // Another service's group: what is wrong with it, or runs in it, is not this run's business.
    if (own.length > 0)
        return own;
    const config = (0,fact/* valueOf */.RP)(facts.config);
    const running = (0,fact/* valueOf */.RP)(facts.running) ?? null;
    const another = inputs.ifInProgress === 'fail' ? (0,earlier/* anotherOf */.Zk)(running, marker) : null;
    const pair = primary === undefined ? [] : (0,check_group/* pairFaults */.qy)(group, primary);
    return [
        ...pair,
        // In the middle of a shift the listener is where the shift has brought it.
        ...(pair.length === 0 && primary !== undefined && running === null ? productionFaults(facts, primary) : []),
        ...(0,check_group/* waitFaults */.Hf)(group, { until: inputs.waiting.until, smokeTest: inputs.smokeTest !== null }),
        ...(config === undefined ? [] : (0,check_group/* configFaults */.qt)(group, config)),
        ...(another === null ? [] : [(0,target_running/* runningFault */.oN)(another, another.deploymentId === primary?.externalId, facts.place)]),
    ];
}
function ageIn(inputs, facts, marker, before) {
    const { cluster, service } = facts.place;
    const live = (0,fact/* valueOf */.RP)(facts.maker) ?? null;
    return (0,older/* ageOf */.h)({ live, before, marker, allowed: inputs.allowOlder, on: `${cluster}/${service}` });
}
function productionFaults(facts, primary) {
    const listener = (0,fact/* valueOf */.RP)(facts.listener);
    const arn = primary.loadBalancers?.[0]?.targetGroupArn;
    if (listener === undefined || arn === undefined)
        return [];
    return listenerFaults(listener, arn, (0,fact/* valueOf */.RP)(facts.targetGroups) ?? [], facts.place);
}
/** A file that cannot be used is a refusal already; the rest is judged as if there were none. */
function appspecOf(facts, primary) {
    const file = (0,fact/* valueOf */.RP)(facts.appspec);
    if (file)
        return file;
    return primary === undefined ? undefined : { kind: 'live', service: (0,live/* serviceFromTaskSet */.f)(primary) };
}
function draft(inputs, facts, appspec) {
    const loaded = (0,fact/* valueOf */.RP)(facts.definition);
    return loaded === undefined || appspec === undefined ? null : draftOf(inputs, loaded, appspec);
}
function deniedWarnings(facts) {
    const group = (0,fact/* valueOf */.RP)(facts.group);
    if (!group?.denied)
        return [];
    const repair = (0,faults/* deniedRepair */.Fl)(group.denied, facts.place, `${group.application}/${group.name}`);
    return [`The step may not read deployments (${group.denied.call.on}), and the wait needs that. ${repair}`];
}


/***/ }),

/***/ 8356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ dropBootstrap),
/* harmony export */   _: () => (/* binding */ BOOTSTRAP_LABEL)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9368);

/** Lists the members of a container that belong to a placeholder image: `command, healthCheck`. */
const BOOTSTRAP_LABEL = 'ecs-blue-green.bootstrap';
/** A container without them would be no container. */
const NEEDED = new Set(['name', 'image']);
/**
 * Drops what belonged to the placeholder image, and the label that says so: from the next revision on there is
 * nothing to drop. Without the label nothing is touched.
 */
function dropBootstrap(container) {
    const labels = container['dockerLabels'];
    const label = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(labels) && Object.hasOwn(labels, BOOTSTRAP_LABEL) ? labels[BOOTSTRAP_LABEL] : undefined;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(labels) || typeof label !== 'string')
        return { container, dropped: [] };
    const listed = new Set(label.split(/[\s,]+/).filter((name) => Object.hasOwn(container, name) && !NEEDED.has(name)));
    const unlabelled = { ...container, dockerLabels: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(labels, new Set([BOOTSTRAP_LABEL])) };
    return {
        container: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(unlabelled, listed),
        dropped: [...listed, `dockerLabels["${BOOTSTRAP_LABEL}"]`],
    };
}


/***/ }),

/***/ 8983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ cleanDefinition),
/* harmony export */   p: () => (/* binding */ OUTPUT_ONLY)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9368);

/**
 * What DescribeTaskDefinition tells and RegisterTaskDefinition refuses: the members of ECS's TaskDefinition that
 * RegisterTaskDefinitionRequest does not have.
 */
const OUTPUT_ONLY = new Set([
    'taskDefinitionArn',
    'revision',
    'status',
    'requiresAttributes',
    'compatibilities',
    'registeredAt',
    'registeredBy',
    'deregisteredAt',
    'deleteRequestedAt',
]);
/**
 * Leaves out the output-only members, and members that are null, at any depth. All else stays as it is: unknown
 * members, empty strings, lists and objects, zero, false, and every element of a list.
 */
function cleanDefinition(body) {
    const leftOut = [];
    const kept = Object.entries(body).filter(([name]) => {
        if (OUTPUT_ONLY.has(name))
            leftOut.push(name);
        return !OUTPUT_ONLY.has(name);
    });
    return { body: membersWithoutNull(Object.fromEntries(kept), '', leftOut), leftOut };
}
function membersWithoutNull(object, path, leftOut) {
    return Object.fromEntries(Object.entries(object).flatMap(([name, value]) => {
        const here = path === '' ? name : `${path}.${name}`;
        if (value !== null)
            return [[name, withoutNull(value, here, leftOut)]];
        leftOut.push(here);
        return [];
    }));
}
function withoutNull(value, path, leftOut) {
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(value))
        return value.map((element, index) => withoutNull(element, `${path}[${index}]`, leftOut));
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) ? membersWithoutNull(value, path, leftOut) : value;
}


/***/ }),

/***/ 3157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ normalDefinition),
/* harmony export */   u: () => (/* binding */ sameDefinition)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9368);
/* harmony import */ var _clean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8983);


/**
 * Whether two definitions would run the same. Output-only members, null members and tags do not count, nor does the
 * order of members, of environment and secrets (both keyed by name) and of requiresCompatibilities.
 *
 * What ECS fills in by itself is filled in on both sides first. RegisterTaskDefinition answers, for a container that
 * names nothing: cpu 0, essential true, and empty environment, mountPoints, volumesFrom, portMappings and
 * systemControls; for a task: empty volumes and placementConstraints; for a port: protocol tcp and the host port; for a
 * health check: interval 30, timeout 5, retries 3; and it lists secrets, secretOptions and enableFaultInjection in
 * definitions that never named them. Only there, absent and empty are the same. Elsewhere a difference counts: at worst
 * a revision is registered that runs the same, never is a change kept back.
 */
function sameDefinition(a, b) {
    return JSON.stringify(normalDefinition(a)) === JSON.stringify(normalDefinition(b));
}
/** What `sameDefinition` compares: without what does not count, with what ECS fills in, members in the order of their names. */
function normalDefinition(body) {
    const definition = sorted(normal(body));
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(definition) ? definition : {};
}
function normal(body) {
    const definition = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .without */ .FF)((0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanDefinition */ .f)(body).body, new Set(['tags']));
    const normalised = {
        volumes: [],
        placementConstraints: [],
        enableFaultInjection: false,
        ...definition,
        containerDefinitions: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .elementsOf */ .ZE)(definition['containerDefinitions']).map((container) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(container) ? normalContainer(container, definition['networkMode']) : container),
    };
    // "256" and 256, "1 vCPU" and "1024", "2 GB" and "2048" (ECS API: cpu, memory).
    for (const size of ['cpu', 'memory']) {
        const given = normalised[size];
        if (typeof given === 'string' || typeof given === 'number')
            normalised[size] = normalSize(String(given));
    }
    const compatibilities = normalised['requiresCompatibilities'];
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(compatibilities))
        normalised['requiresCompatibilities'] = compatibilities.map(String).sort();
    return normalised;
}
function normalContainer(container, networkMode) {
    const normalised = {
        cpu: 0,
        essential: true,
        mountPoints: [],
        volumesFrom: [],
        systemControls: [],
        ...container,
        environment: byName(container['environment']),
        secrets: byName(container['secrets']),
        portMappings: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .elementsOf */ .ZE)(container['portMappings']).map((port) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(port) ? normalPort(port, networkMode) : port),
    };
    const { healthCheck, logConfiguration } = container;
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(healthCheck))
        normalised['healthCheck'] = { interval: 30, timeout: 5, retries: 3, ...healthCheck };
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(logConfiguration))
        normalised['logConfiguration'] = { secretOptions: [], ...logConfiguration };
    return normalised;
}
/** ECS API, PortMapping: with awsvpc and host the host port is the container's; with bridge an absent one is dynamic, 0. */
function normalPort(port, networkMode) {
    const container = port['containerPort'];
    if (container === undefined)
        return { protocol: 'tcp', ...port };
    const host = networkMode === 'awsvpc' || networkMode === 'host' ? container : 0;
    return { protocol: 'tcp', hostPort: host, ...port };
}
/** Sorted by name; entries of one name keep their order, which decides between them. */
function byName(list) {
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsIn */ .Qv)(list).length !== (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .elementsOf */ .ZE)(list).length)
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .elementsOf */ .ZE)(list);
    return [...(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsIn */ .Qv)(list)].sort((a, b) => order((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(a['name']), (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(b['name'])));
}
function normalSize(size) {
    const parsed = /^\s*(\d*\.?\d+)\s*(vcpu|gb)?\s*$/i.exec(size);
    if (parsed === null)
        return size;
    return String(Number(parsed[1]) * (parsed[2] === undefined ? 1 : 1024));
}
function sorted(value) {
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(value))
        return value.map(sorted);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
        return value;
    const members = Object.entries(value).sort(([a], [b]) => order(a, b));
    return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}
function order(a, b) {
    return a < b ? -1 : Number(a > b);
}


/***/ }),

/***/ 6625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jU: () => (/* binding */ provideRevision),
/* harmony export */   y7: () => (/* binding */ equalRevision)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9368);
/* harmony import */ var _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1791);
/* harmony import */ var _compare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3157);
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3299);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7185);









/**
 * The revision to deploy: a known one that is equal, else a new one. Tags count where some are asked for. A known
 * revision that is no longer ACTIVE is not reused: no task could be started from it later.
 * @throws StepError when RegisterTaskDefinition refuses, with the statement or the member to repair; throttling,
 *   network and credential faults are thrown as they came.
 */
async function provideRevision(rendered, known, ecs) {
    const equal = equalRevision(rendered, known);
    if (equal !== null)
        return equal;
    try {
        const { arn } = await ecs.registerTaskDefinition(rendered.body);
        return { arn, name: (0,_load_js__WEBPACK_IMPORTED_MODULE_3__/* .revisionName */ .pd)(arn), kind: 'registered' };
    }
    catch (error) {
        throw error instanceof _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsCallError */ .iQ ? explained(error, rendered.body) : error;
    }
}
/** The known revision that need not be registered again; null where there is none. */
function equalRevision(rendered, known) {
    const equal = known.find((revision) => isEqual(rendered.body, revision));
    return equal === undefined ? null : { arn: equal.arn, name: (0,_load_js__WEBPACK_IMPORTED_MODULE_3__/* .revisionName */ .pd)(equal.arn), kind: 'reused' };
}
function isEqual(body, revision) {
    const status = revision.definition['status'];
    if (status !== undefined && status !== 'ACTIVE')
        return false;
    const asked = body['tags'] === undefined ? null : (0,_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .tagsOf */ .Fg)(body['tags']);
    return (asked === null || tagText(asked) === tagText(revision.tags)) && (0,_compare_js__WEBPACK_IMPORTED_MODULE_2__/* .sameDefinition */ .u)(body, revision.definition);
}
function tagText(tags) {
    const texts = (0,_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .mergeTags */ .kE)(tags).map(({ key, value }) => JSON.stringify([key, value]));
    return texts.sort().join();
}
function explained(error, body) {
    const message = (0,_load_js__WEBPACK_IMPORTED_MODULE_3__/* .awsMessage */ .Jk)(error);
    const repair = repairOf(error, message, body);
    if (repair === null)
        return error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg({
        tried: 'register a revision of the task definition',
        on: (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(body['family']),
        why: `ECS answered ${error.code}: ${message}`,
        repair,
    }, { cause: error });
}
function repairOf(error, message, body) {
    // A missing iam:PassRole may come as ClientException as well as AccessDeniedException.
    if (/iam:PassRole/i.test(message))
        return allow(passRole(body));
    if (error.kind === 'denied') {
        if (!/ecs:TagResource/i.test(message))
            return allow({ Action: 'ecs:RegisterTaskDefinition', Resource: '*' });
        return allow({
            Action: 'ecs:TagResource',
            Resource: `arn:aws:ecs:*:*:task-definition/${(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(body['family'])}:*`,
        });
    }
    if (error.kind !== 'other')
        return null;
    if (/role is not valid/i.test(message)) {
        return 'Check executionRoleArn and taskRoleArn: the roles must exist and trust ecs-tasks.amazonaws.com.';
    }
    return 'Correct the task definition, or the input that changes it, where the message says.';
}
function passRole(body) {
    const roles = [body['executionRoleArn'], body['taskRoleArn']].filter((role) => typeof role === 'string');
    return {
        Action: 'iam:PassRole',
        Resource: [...new Set(roles)],
        Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    };
}
function allow(statement) {
    return `Add this statement to the policy of the role that runs this step:\n${JSON.stringify({ Effect: 'Allow', ...statement })}`;
}


/***/ }),

/***/ 7423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ renderDefinition)
});

// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
// EXTERNAL MODULE: ./build/task-definition/bootstrap.js
var bootstrap = __webpack_require__(8356);
// EXTERNAL MODULE: ./build/task-definition/clean.js
var clean = __webpack_require__(8983);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
;// CONCATENATED MODULE: ./build/task-definition/container.js



/**
 * One container with the changes of the inputs; a new object. Members that no input names stay as they are.
 * @throws StepError: a name would be in both `environment` and `secrets`, or log options have no driver.
 */
function changeContainer(container, changes, origin) {
    const on = `container '${(0,json/* textOf */.b6)(container['name'])}' of ${origin}`;
    refuseTwice(container, changes, on);
    const changed = {};
    if (changes.command !== null)
        changed['command'] = changes.command;
    if (changes.environment.size > 0) {
        changed['environment'] = setByName(container['environment'], changes.environment, 'value');
    }
    if (changes.secrets.size > 0) {
        changed['secrets'] = setByName(container['secrets'], changes.secrets, 'valueFrom');
    }
    if (changes.dockerLabels.size > 0) {
        changed['dockerLabels'] = setMembers(container['dockerLabels'], changes.dockerLabels);
    }
    if (changes.logDriver !== null || changes.logOptions.size > 0) {
        changed['logConfiguration'] = logConfiguration(container['logConfiguration'], changes, on);
    }
    return { ...container, ...changed };
}
/** ECS refuses a container that has a name in both lists; better told before anything is built. */
function refuseTwice(container, changes, on) {
    const given = (member) => (0,json/* objectsIn */.Qv)(container[member]).map(({ name }) => (0,json/* textOf */.b6)(name));
    const secrets = new Set([...given('secrets'), ...changes.secrets.keys()]);
    const environment = new Set([...given('environment'), ...changes.environment.keys()]);
    const named = [...changes.environment.keys(), ...changes.secrets.keys()];
    const both = [...new Set(named)].filter((name) => secrets.has(name) && environment.has(name));
    if (both.length === 0)
        return;
    throw new errors/* StepError */.zg({
        tried: 'set environment variables and secrets',
        on,
        why: `${both.join(', ')} would be both an environment variable and a secret, which ECS refuses`,
        repair: 'Keep each name in one place: remove it from the task definition there, or from the input.',
    });
}
/** Sets entries by name: those that are there in their place, new ones at the end. Unknown members of entries stay. */
function setByName(list, values, member) {
    const entries = (0,json/* elementsOf */.ZE)(list);
    const there = new Set((0,json/* objectsIn */.Qv)(entries).map(({ name }) => name));
    const kept = entries.map((entry) => {
        const value = (0,json/* isObject */.Gv)(entry) && typeof entry['name'] === 'string' ? values.get(entry['name']) : undefined;
        return (0,json/* isObject */.Gv)(entry) && value !== undefined ? { ...entry, [member]: value } : entry;
    });
    const added = [...values].filter(([name]) => !there.has(name));
    return [...kept, ...added.map(([name, value]) => ({ name, [member]: value }))];
}
function setMembers(object, values) {
    return Object.fromEntries([...Object.entries((0,json/* isObject */.Gv)(object) ? object : {}), ...values]);
}
/** Options are merged while the driver stays. Another driver begins anew: it does not know the old one's options. */
function logConfiguration(current, changes, on) {
    const there = (0,json/* isObject */.Gv)(current) ? current : {};
    const driver = changes.logDriver ?? there['logDriver'];
    if (driver === undefined) {
        throw new errors/* StepError */.zg({
            tried: 'set log options',
            on,
            why: 'the container has no log driver',
            repair: 'Set log-configuration-log-driver as well, for example to awslogs.',
        });
    }
    const base = driver === there['logDriver'] ? there : { logDriver: driver };
    if (changes.logOptions.size === 0)
        return base;
    return { ...base, options: setMembers(base['options'], changes.logOptions) };
}

;// CONCATENATED MODULE: ./build/task-definition/render.js





/**
 * RegisterTaskDefinition's input: the loaded definition, member for member, with what the inputs change. Nothing
 * that was given is mutated.
 * @param images Container name to reference, for the images that were not known when the draft was made; they win
 *   over the draft's.
 * @throws StepError as `changeContainer` does.
 */
function renderDefinition(draft, images) {
    const { body, leftOut } = (0,clean/* cleanDefinition */.f)(draft.loaded.body);
    const references = new Map([...draft.images, ...images]);
    const dropped = [];
    const changed = [];
    const containers = (0,json/* elementsOf */.ZE)(body['containerDefinitions']).map((container, index) => {
        if (!(0,json/* isObject */.Gv)(container))
            return container;
        const path = `containerDefinitions[${index}]`;
        const rendered = renderContainer(container, draft, references);
        dropped.push(...rendered.dropped.map((member) => `${path}.${member}`));
        changed.push(...changesBetween(rendered.base, rendered.container).map((member) => `${path}.${member}`));
        return rendered.container;
    });
    const tags = draft.loaded.tags.map(({ key, value }) => ({ key, value }));
    return {
        body: { ...body, containerDefinitions: containers, ...(tags.length > 0 ? { tags } : {}) },
        leftOut,
        dropped,
        changed,
    };
}
function renderContainer(container, draft, references) {
    const name = container['name'];
    const reference = typeof name === 'string' ? references.get(name) : undefined;
    const isNew = reference !== undefined && reference !== container['image'];
    const { container: base, dropped } = isNew ? (0,bootstrap/* dropBootstrap */.I)(container) : { container, dropped: [] };
    const pictured = isNew ? { ...base, image: reference } : base;
    const rendered = name === draft.container ? changeContainer(pictured, draft.changes, draft.loaded.origin) : pictured;
    return { base, container: rendered, dropped };
}
/** Paths of the members that differ; for environment, secrets and labels by name. Values are never told. */
function changesBetween(before, after) {
    return Object.keys(after).flatMap((member) => {
        const [old, now] = [named(before[member]), named(after[member])];
        if (JSON.stringify(before[member]) === JSON.stringify(after[member]))
            return [];
        if (now === null)
            return [member];
        const names = [...now].filter(([name, entry]) => old?.get(name) !== entry).map(([name]) => name);
        return names.map((name) => `${member}[${JSON.stringify(name)}]`);
    });
}
/** Entries by name, for the members that are lists of named entries or maps; null for any other. */
function named(value) {
    if ((0,json/* isList */.Lv)(value)) {
        const entries = (0,json/* objectsIn */.Qv)(value).filter(({ name }) => typeof name === 'string');
        if (entries.length !== value.length || entries.length === 0)
            return null;
        return new Map(entries.map((entry) => [(0,json/* textOf */.b6)(entry['name']), JSON.stringify(entry)]));
    }
    if (!(0,json/* isObject */.Gv)(value))
        return null;
    return new Map(Object.entries(value).map(([name, member]) => [name, JSON.stringify(member)]));
}


/***/ }),

/***/ 3147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ nothingToDo),
/* harmony export */   _: () => (/* binding */ isUnchanged)
/* harmony export */ });
/* harmony import */ var _appspec_compare_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(492);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1781);
/* harmony import */ var _task_definition_containers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5804);
/** Whether production already is what was asked for. */







/** As `isUnchanged` has it, told in the log. */
function nothingToDo(inputs, plan, revision, definition, log) {
    const { nothing, told } = isUnchanged(inputs, plan, revision, definition);
    if (told !== null)
        log.info(told);
    return nothing;
}
/**
 * A deployment would change nothing where the PRIMARY task set runs this revision with this network, platform and
 * capacity, is steady, has all the traffic, and every image is named by digest (a tag may have moved since).
 */
function isUnchanged(inputs, plan, revision, definition) {
    if (revision.arn !== plan.target.primary.taskDefinition)
        return { nothing: false, told: null };
    const reason = inputs.forceNewDeployment ? 'force-new-deployment is set' : differenceOf(plan, definition);
    if (reason !== null) {
        return { nothing: false, told: `${revision.name} runs already; it is deployed again, because ${reason}.` };
    }
    const told = `${revision.name} runs already, steady and with all the traffic: nothing to deploy. Secrets and parameters are ` +
        'read when a task starts: if one of those has changed, set force-new-deployment: true.';
    return { nothing: true, told };
}
function differenceOf({ target, appspec }, definition) {
    const { primary, listener } = target;
    const moving = (0,_task_definition_containers_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(definition)
        .map(imageOf)
        .filter((image) => !image.includes('@sha256:'));
    if (moving.length > 0)
        return `${moving.join(', ')} is named by a tag, which may stand for another image by now`;
    if (!(0,_appspec_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .appspecEqualsTaskSet */ .X)(appspec.service, primary)) {
        return 'the AppSpec has hooks, or another network, platform version or capacity than what runs';
    }
    if (primary.stabilityStatus !== 'STEADY_STATE')
        return 'the tasks that run it are not steady';
    const shared = listener.weights.filter(({ weight }) => weight > 0).length > 1;
    return shared ? 'it does not have all the traffic' : null;
}
function imageOf(container) {
    return typeof container['image'] === 'string' ? container['image'] : '';
}


/***/ }),

/***/ 9838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ credentialsEnd),
/* harmony export */   z: () => (/* binding */ endWarnings)
/* harmony export */ });
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1781);
/* harmony import */ var _report_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8747);
/* harmony import */ var _target_fact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4044);
/* harmony import */ var _expected_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6086);





/**
 * When the step's credentials end, epoch milliseconds; null where they do not, do not tell, or are renewed by where they
 * come from. Only those of the environment are asked: they are what configure-aws-credentials leaves, and stay as they are.
 */
function credentialsEnd(aws, env) {
    return env['AWS_ACCESS_KEY_ID'] ? (0,_target_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .fact */ .fK)(aws.credentialsEnd()) : Promise.resolve((0,_target_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .known */ .eO)(null));
}
/** Credentials that end before the wait does: the deployment then goes on, and the step cannot follow it. Epoch milliseconds. */
function endWarnings(end, now, waiting) {
    // A time that is none (an AWS_CREDENTIAL_EXPIRATION that nobody can read) tells nothing.
    if (end === null || !Number.isFinite(end) || waiting.until === 'none' || now + waiting.limitMs <= end)
        return [];
    const left = end <= now ? 'have ended' : `end in ${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p)(end - now)}`;
    const expected = (0,_expected_js__WEBPACK_IMPORTED_MODULE_2__/* .expectedMs */ .T)(waiting);
    const until = now + expected > end
        ? `before the wait is expected to end (${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p)(expected)} after the deployment was started, without the start of its tasks)`
        : 'and so can be over before the wait is';
    return [
        `The AWS credentials ${left} (${new Date(end).toISOString().replace(/\.\d+Z$/, 'Z')}), ${until}; the wait takes up to ${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p)(waiting.limitMs)}. ` +
            "Without them the step cannot follow the deployment, which goes on by itself. Raise 'role-duration-seconds' of configure-aws-credentials (and the role's maximum session duration), or wait for less ('wait-for').",
    ];
}


/***/ }),

/***/ 6086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ expectedMs)
/* harmony export */ });
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1781);

/**
 * How long the wait takes by the schedule of the shift and the group's waits, in milliseconds. The start of the new tasks,
 * hooks and the wait for a word (ContinueDeployment) come on top: nobody knows how long they take.
 */
function expectedMs({ until, shiftMs, terminationMs }) {
    if (until === 'completed')
        return shiftMs + terminationMs;
    return until === 'traffic-shifted' ? shiftMs : 0;
}


/***/ })

};
