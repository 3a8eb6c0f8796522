export const id = 671;
export const ids = [671];
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

/***/ 6671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ecrPort: () => (/* binding */ ecrPort)
});

// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-ecr/dist-es/ECRClient.js + 8 modules
var ECRClient = __webpack_require__(9013);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-ecr/dist-es/commands/DescribeRepositoriesCommand.js
var DescribeRepositoriesCommand = __webpack_require__(5589);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-ecr/dist-es/commands/BatchGetImageCommand.js
var BatchGetImageCommand = __webpack_require__(4889);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-ecr/dist-es/commands/DescribeImagesCommand.js
var DescribeImagesCommand = __webpack_require__(8456);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-ecr/dist-es/models/errors.js
var errors = __webpack_require__(8372);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-ecr/dist-es/commands/PutImageCommand.js
var PutImageCommand = __webpack_require__(9852);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-ecr/dist-es/commands/GetAuthorizationTokenCommand.js
var GetAuthorizationTokenCommand = __webpack_require__(3376);
// EXTERNAL MODULE: ./build/ports/aws/config.js
var config = __webpack_require__(6503);
// EXTERNAL MODULE: ./build/ports/aws/error.js
var error = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-ecr/dist-es/commands/DescribeImageScanFindingsCommand.js
var DescribeImageScanFindingsCommand = __webpack_require__(3593);
;// CONCATENATED MODULE: ./build/ports/aws/scan.js
/** ECR's two kinds of scan, read into one form. */


/** No image has so many pages of a thousand; a server that repeats its token must not keep a run. */
const PAGES = 50;
async function scanReport(client, image, imageDigest) {
    const findings = [];
    let page;
    try {
        for (let count = 0; count < PAGES && (page === undefined || page.nextToken !== undefined); count += 1) {
            const from = page?.nextToken === undefined ? {} : { nextToken: page.nextToken };
            const input = { ...image, imageId: { imageDigest }, maxResults: 1_000, ...from };
            page = await client.send(new DescribeImageScanFindingsCommand/* DescribeImageScanFindingsCommand */.T(input));
            findings.push(...(page.imageScanFindings?.findings ?? []).map(basic));
            findings.push(...(page.imageScanFindings?.enhancedFindings ?? []).map(enhanced));
        }
    }
    catch (error) {
        if (error instanceof errors/* ScanNotFoundException */.S0)
            return null;
        throw error;
    }
    const { status, description } = page?.imageScanStatus ?? {};
    return { status: status ?? 'unknown', description: description ?? '', findings };
}
/** Basic scans tell packages as attributes: `package_name`, `package_version`. */
function basic({ name, severity, attributes = [] }) {
    const told = (key) => attributes.find((one) => one.key === key)?.value ?? null;
    return {
        name: name ?? 'unnamed',
        severity: severity ?? 'UNDEFINED',
        packages: joined([told('package_name'), told('package_version')], ' '),
        fixedIn: told('fixed_in_version') ?? told('fixed_in_versions'),
    };
}
function enhanced({ title, severity, packageVulnerabilityDetails: details }) {
    const packages = details?.vulnerablePackages ?? [];
    const fixes = packages.map(({ fixedInVersion }) => (fixedInVersion === 'NotAvailable' ? null : fixedInVersion));
    return {
        name: details?.vulnerabilityId ?? title ?? 'unnamed',
        severity: severity ?? 'UNDEFINED',
        packages: joined(packages.map(({ name, version }) => joined([name, version], ' ')), ', '),
        fixedIn: joined(fixes, ', '),
    };
}
function joined(parts, separator) {
    const there = [...new Set(parts.filter((part) => part !== null && part !== undefined && part !== ''))];
    return there.length === 0 ? null : there.join(separator);
}

// EXTERNAL MODULE: ./build/ports/aws/send.js
var send = __webpack_require__(7619);
;// CONCATENATED MODULE: ./build/ports/aws/ecr.js






/** `registry`: null for the one of the step's account and region. */
function ecrPort(settings, registry = null) {
    const client = new ECRClient/* ECRClient */.S({ ...(0,config/* clientConfig */.y)(settings), ...endpointOf(registry) });
    const id = registry === null ? {} : { registryId: registry.account };
    const call = (operation, on) => ({
        ...{ service: 'ecr', operation, on },
        ...(registry === null ? {} : { owner: { account: registry.account, region: registry.region } }),
    });
    const details = (repositoryName, images) => (0,send/* send */.t)(call('DescribeImages', imagesText(repositoryName, images)), () => describe(client, { ...id, repositoryName, imageIds: images.map(identifier) }));
    return {
        at: (address) => ecrPort(settings, address),
        describeRepository: (name) => (0,send/* send */.t)(call('DescribeRepositories', name), async () => {
            const command = new DescribeRepositoriesCommand/* DescribeRepositoriesCommand */.p({ ...id, repositoryNames: [name] });
            const repository = (await client.send(command)).repositories?.[0];
            if (repository === undefined)
                throw new Error('the answer holds no repository');
            return repository;
        }),
        describeImage: async (repository, image) => (await details(repository, [image]))?.[0] ?? null,
        describeImages: details,
        manifests: (repositoryName, images) => (0,send/* send */.t)(call('BatchGetImage', imagesText(repositoryName, images)), async () => {
            const command = new BatchGetImageCommand/* BatchGetImageCommand */.P({ ...id, repositoryName, imageIds: images.map(identifier) });
            return ((await client.send(command)).images ?? []).flatMap(({ imageId, ...rest }) => manifestOf(imageId, rest));
        }),
        tagImage: (repositoryName, image, tag) => (0,send/* send */.t)(call('PutImage', `${repositoryName}:${tag}`), () => put(client, { ...id, repositoryName }, image, tag)),
        scanFindings: (repositoryName, digest) => (0,send/* send */.t)(call('DescribeImageScanFindings', `${repositoryName}@${digest}`), () => scanReport(client, { ...id, repositoryName }, digest)),
        authorization: () => authorization(client, call('GetAuthorizationToken', 'the registry')),
    };
}
/** Where AWS_ENDPOINT_URL names the address, the SDK takes no FIPS and no dual-stack variant beside it. */
function endpointOf(registry) {
    if (registry === null)
        return {};
    const { region, fips, dualStack } = registry;
    const named = ['AWS_ENDPOINT_URL_ECR', 'AWS_ENDPOINT_URL'].some((name) => (process.env[name] ?? '') !== '');
    const variant = { ...(fips && { useFipsEndpoint: true }), ...(dualStack && { useDualstackEndpoint: true }) };
    return { region, ...(named ? {} : variant) };
}
function identifier(image) {
    return 'tag' in image ? { imageTag: image.tag } : { imageDigest: image.digest };
}
/** `shop:v1`, `shop@sha256:\u2026`; of several the first, since the rest is told by the same text. */
function imagesText(repository, [first]) {
    if (first === undefined)
        return repository;
    return `${repository}${'tag' in first ? `:${first.tag}` : `@${first.digest}`}`;
}
async function describe(client, input) {
    try {
        return (await client.send(new DescribeImagesCommand/* DescribeImagesCommand */.j(input))).imageDetails ?? [];
    }
    catch (error) {
        if (error instanceof errors/* ImageNotFoundException */.CJ)
            return null;
        throw error;
    }
}
function manifestOf(id, { imageManifest, imageManifestMediaType }) {
    if (id?.imageDigest === undefined || imageManifest === undefined)
        return [];
    const { imageDigest: digest, imageTag: tag = null } = id;
    return [{ digest, tag, manifest: imageManifest, mediaType: imageManifestMediaType ?? '' }];
}
/** ECR API, PutImage: ImageAlreadyExistsException says that this tag is on this image. */
async function put(client, repository, { manifest, mediaType, digest }, imageTag) {
    const type = mediaType === '' ? {} : { imageManifestMediaType: mediaType };
    const input = { ...repository, imageManifest: manifest, imageDigest: digest, imageTag, ...type };
    try {
        await client.send(new PutImageCommand/* PutImageCommand */.S(input));
        return 'tagged';
    }
    catch (error) {
        const name = error instanceof Error ? error.name : '';
        if (name === 'ImageAlreadyExistsException')
            return 'tagged';
        if (name === 'ImageTagAlreadyExistsException')
            return 'taken';
        throw error;
    }
}
/** The token is good for every registry that the caller may use; ECR API: `registryIds` is deprecated. */
async function authorization(client, call) {
    return (0,send/* send */.t)(call, async () => {
        const data = (await client.send(new GetAuthorizationTokenCommand/* GetAuthorizationTokenCommand */.E({}))).authorizationData?.[0];
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
