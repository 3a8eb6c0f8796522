export const id = 838;
export const ids = [838];
export const modules = {

/***/ 4158:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {


/**
 * @license
 * Copyright 2020 Balena Ltd.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *    http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 *
 * ------------------------------------------------------------------------
 *
 * Copyright 2018 Zeit, Inc.
 * Licensed under the MIT License. See file LICENSE.md for a full copy.
 *
 * ------------------------------------------------------------------------
 */

/**
 * This module implements the [dockerignore
 * spec](https://docs.docker.com/engine/reference/builder/#dockerignore-file),
 * closely following Docker's (Moby) Golang implementation:
 * https://github.com/moby/moby/blob/v19.03.8/builder/dockerignore/dockerignore.go
 * https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go
 * https://github.com/moby/moby/blob/v19.03.8/pkg/archive/archive.go#L825
 *
 * Something the spec is not clear about, but we discovered by reading source code
 * and testing against the "docker build" command, is the handling of backslashes and
 * forward slashes as path separators and escape characters in the .dockerignore file
 * across platforms including Windows, Linux and macOS:
 *
 * * On Linux and macOS, only forward slashes can be used as path separators in the
 *   .dockerignore file, and the backslash works as an escape character.
 * * On Windows, both forward slashes and backslashes are allowed as path separators
 *   in the .dockerignore file, and the backslash is not used as an escape character.
 *
 * This is consistent with how Windows works generally: both forward slashes and
 * backslashes are accepted as path separators by the cmd.exe Command Prompt or
 * PowerShell, and by library functions like the Golang filepath.Clean or the
 * Node.js path.normalize.
 *
 * Similarly, path strings provided to the IgnoreBase.ignores() and IgnoreBase.filter()
 * methods can use either forward slashes or backslashes as path separators on Windows,
 * but only forward slashes are accepted as path separators on Linux and macOS.
 */

const path = __webpack_require__(6928);

const factory = options => new IgnoreBase(options); // https://github.com/kaelzhang/node-ignore/blob/5.1.4/index.js#L538-L539
// Fixes typescript module import


factory.default = factory;
module.exports = factory;

function make_array(subject) {
  return Array.isArray(subject) ? subject : [subject];
}

const REGEX_TRAILING_SLASH = /(?<=.)\/$/;
const REGEX_TRAILING_BACKSLASH = /(?<=.)\\$/;
const REGEX_TRAILING_PATH_SEP = path.sep === '\\' ? REGEX_TRAILING_BACKSLASH : REGEX_TRAILING_SLASH;
const KEY_IGNORE = typeof Symbol !== 'undefined' ? Symbol.for('dockerignore') : 'dockerignore'; // An implementation of Go's filepath.Clean
// https://golang.org/pkg/path/filepath/#Clean
// https://github.com/golang/go/blob/master/src/path/filepath/path.go
// Note that, like Go, on Windows this function converts forward slashes
// to backslashes.

function cleanPath(file) {
  return path.normalize(file).replace(REGEX_TRAILING_PATH_SEP, '');
} // Javascript port of Golang's filepath.ToSlash
// https://golang.org/pkg/path/filepath/#ToSlash
// https://github.com/golang/go/blob/master/src/path/filepath/path.go
// Convert any OS-specific path separator to '/'. Backslash is converted
// to forward slash on Windows, but not on Linux/macOS.
// Note that both forward slashes and backslashes are valid path separators on
// Windows. As a result, code such as `pattern.split(path.sep).join('/')` fails
// on Windows when forward slashes are used as path separators.


function toSlash(file) {
  if (path.sep === '/') {
    return file;
  }

  return file.replace(/\\/g, '/');
} // Javascript port of Golang's filepath.FromSlash
// https://github.com/golang/go/blob/master/src/path/filepath/path.go


function fromSlash(file) {
  if (path.sep === '/') {
    return file;
  }

  return file.replace(/\//g, path.sep);
}

class IgnoreBase {
  constructor({
    // https://github.com/kaelzhang/node-ignore/blob/5.1.4/index.js#L372
    ignorecase = true
  } = {}) {
    this._rules = [];
    this._ignorecase = ignorecase;
    this[KEY_IGNORE] = true;

    this._initCache();
  }

  _initCache() {
    this._cache = {};
  } // @param {Array.<string>|string|Ignore} pattern


  add(pattern) {
    this._added = false;

    if (typeof pattern === 'string') {
      pattern = pattern.split(/\r?\n/g);
    }

    make_array(pattern).forEach(this._addPattern, this); // Some rules have just added to the ignore,
    // making the behavior changed.

    if (this._added) {
      this._initCache();
    }

    return this;
  } // legacy


  addPattern(pattern) {
    return this.add(pattern);
  }

  _addPattern(pattern) {
    // https://github.com/kaelzhang/node-ignore/issues/32
    if (pattern && pattern[KEY_IGNORE]) {
      this._rules = this._rules.concat(pattern._rules);
      this._added = true;
      return;
    }

    if (this._checkPattern(pattern)) {
      const rule = this._createRule(pattern.trim());

      if (rule !== null) {
        this._added = true;

        this._rules.push(rule);
      }
    }
  }

  _checkPattern(pattern) {
    // https://github.com/moby/moby/blob/v19.03.8/builder/dockerignore/dockerignore.go#L34-L40
    return pattern && typeof pattern === 'string' && pattern.indexOf('#') !== 0 && pattern.trim() !== "";
  }

  filter(paths) {
    return make_array(paths).filter(path => this._filter(path));
  }

  createFilter() {
    return path => this._filter(path);
  }

  ignores(path) {
    return !this._filter(path);
  } // https://github.com/moby/moby/blob/v19.03.8/builder/dockerignore/dockerignore.go#L41-L53
  // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L29-L55


  _createRule(pattern) {
    const origin = pattern;
    let negative = false; // > An optional prefix "!" which negates the pattern;
    // https://github.com/moby/moby/blob/v19.03.8/builder/dockerignore/dockerignore.go#L43-L46

    if (pattern[0] === '!') {
      negative = true;
      pattern = pattern.substring(1).trim();
    } // https://github.com/moby/moby/blob/v19.03.8/builder/dockerignore/dockerignore.go#L47-L53


    if (pattern.length > 0) {
      pattern = cleanPath(pattern);
      pattern = toSlash(pattern);

      if (pattern.length > 1 && pattern[0] === '/') {
        pattern = pattern.slice(1);
      }
    } // https://github.com/moby/moby/blob/v19.03.8/builder/dockerignore/dockerignore.go#L54-L55


    if (negative) {
      pattern = '!' + pattern;
    } // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L30


    pattern = pattern.trim();

    if (pattern === "") {
      return null;
    } // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L34
    // convert forward slashes to backslashes on Windows


    pattern = cleanPath(pattern); // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L36-L42

    if (pattern[0] === '!') {
      if (pattern.length === 1) {
        return null;
      }

      negative = true;
      pattern = pattern.substring(1);
    } else {
      negative = false;
    }

    return {
      origin,
      pattern,
      // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L54
      dirs: pattern.split(path.sep),
      negative
    };
  } // @returns `Boolean` true if the `path` is NOT ignored


  _filter(path) {
    if (!path) {
      return false;
    }

    if (path in this._cache) {
      return this._cache[path];
    }

    return this._cache[path] = this._test(path);
  } // @returns {Boolean} true if a file is NOT ignored
  // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L62


  _test(file) {
    file = fromSlash(file); // equivalent to golang filepath.Dir() https://golang.org/src/path/filepath/path.go

    const parentPath = cleanPath(path.dirname(file));
    const parentPathDirs = parentPath.split(path.sep);
    let matched = false;

    this._rules.forEach(rule => {
      let match = this._match(file, rule); // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L80


      if (!match && parentPath !== ".") {
        // Check to see if the pattern matches one of our parent dirs.
        if (rule.dirs.includes('**')) {
          // Ah shucks! We have to test every possible parent path that has 
          // a number of dirs _n_ where 
          // `rule.dirs.filter(doubleStar).length <= _n_ <= parentPathDirs.length`
          // since the ** can imply any number of directories including 0
          for (let i = rule.dirs.filter(x => x !== '**').length; i <= parentPathDirs.length; i++) {
            match = match || this._match(parentPathDirs.slice(0, i).join(path.sep), rule);
          }
        } else if (rule.dirs.length <= parentPathDirs.length) {
          // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L83
          match = this._match(parentPathDirs.slice(0, rule.dirs.length).join(path.sep), rule);
        }
      }

      if (match) {
        matched = !rule.negative;
      }
    });

    return !matched;
  } // @returns {Boolean} true if a file is matched by a rule


  _match(file, rule) {
    return this._compile(rule).regexp.test(file);
  } // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L139


  _compile(rule) {
    if (rule.regexp) {
      return rule;
    }

    let regStr = '^'; // Go through the pattern and convert it to a regexp.

    let escapedSlash = path.sep === '\\' ? '\\\\' : path.sep;

    for (let i = 0; i < rule.pattern.length; i++) {
      const ch = rule.pattern[i];

      if (ch === '*') {
        if (rule.pattern[i + 1] === '*') {
          // is some flavor of "**"
          i++; // Treat **/ as ** so eat the "/"

          if (rule.pattern[i + 1] === path.sep) {
            i++;
          }

          if (rule.pattern[i + 1] === undefined) {
            // is "**EOF" - to align with .gitignore just accept all
            regStr += ".*";
          } else {
            // is "**"
            // Note that this allows for any # of /'s (even 0) because
            // the .* will eat everything, even /'s
            regStr += `(.*${escapedSlash})?`;
          }
        } else {
          // is "*" so map it to anything but "/"
          regStr += `[^${escapedSlash}]*`;
        }
      } else if (ch === '?') {
        // "?" is any char except "/"
        regStr += `[^${escapedSlash}]`;
      } else if (ch === '.' || ch === '$') {
        // Escape some regexp special chars that have no meaning
        // in golang's filepath.Match
        regStr += `\\${ch}`;
      } else if (ch === '\\') {
        // escape next char. Note that a trailing \ in the pattern
        // will be left alone (but need to escape it)
        if (path.sep === '\\') {
          // On windows map "\" to "\\", meaning an escaped backslash,
          // and then just continue because filepath.Match on
          // Windows doesn't allow escaping at all
          regStr += escapedSlash;
          continue;
        }

        if (rule.pattern[i + 1] !== undefined) {
          regStr += '\\' + rule.pattern[i + 1];
          i++;
        } else {
          regStr += '\\';
        }
      } else {
        regStr += ch;
      }
    }

    regStr += "$";
    rule.regexp = new RegExp(regStr, this._ignorecase ? 'i' : '');
    return rule;
  }

}


/***/ }),

/***/ 588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ backoffMs)
/* harmony export */ });
/** Milliseconds before attempt number `attempt` + 1: doubling up to 20 s, half of it at random. */
function backoffMs(attempt, random) {
    const most = Math.min(20_000, 1_000 * 2 ** attempt);
    return Math.round(most / 2 + (random() * most) / 2);
}


/***/ }),

/***/ 7838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
;// CONCATENATED MODULE: ./build/appspec/keys.js

/** AWS's own pages spell AppSpec keys differently (`Resources`, `resources`): every spelling is one key. */
function findKeys(object, name) {
    if (!(0,json/* isObject */.Gv)(object))
        return [];
    const wanted = name.toLowerCase();
    return Object.entries(object)
        .filter(([key]) => key.toLowerCase() === wanted)
        .map(([key, value]) => ({ key, value }));
}
/** The first such member; null where there is none. */
function findKey(object, name) {
    return findKeys(object, name)[0] ?? null;
}
/** Replaces the member under the spelling it has; adds it as `name` where there is none. */
function setKey(object, name, value) {
    return { ...object, [findKey(object, name)?.key ?? name]: value };
}

;// CONCATENATED MODULE: ./build/appspec/render.js




/**
 * The AppSpec that deploys `taskDefinitionArn`: JSON, the same text for the same input, with the SHA-256 of exactly
 * that text. From a file, only TaskDefinition is replaced (under the spelling that the file has); everything else stays.
 */
function renderAppSpec(source, taskDefinitionArn) {
    const document = source.kind === 'file'
        ? withTaskDefinition(source.document, taskDefinitionArn)
        : fromService(source.service, taskDefinitionArn);
    const content = JSON.stringify(document);
    return { content, sha256: (0,external_node_crypto_.createHash)('sha256').update(content, 'utf8').digest('hex') };
}
function withTaskDefinition(document, arn) {
    const resources = (0,json/* elementsOf */.ZE)(findKey(document, 'Resources')?.value).map((entry) => {
        if (!(0,json/* isObject */.Gv)(entry))
            return entry;
        return Object.fromEntries(Object.entries(entry).map(([name, resource]) => [name, inResource(resource, arn)]));
    });
    return setKey(document, 'Resources', resources);
}
function inResource(resource, arn) {
    const properties = findKey(resource, 'Properties')?.value;
    if (!(0,json/* isObject */.Gv)(resource) || !(0,json/* isObject */.Gv)(properties))
        return resource;
    return setKey(resource, 'Properties', setKey(properties, 'TaskDefinition', arn));
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

// EXTERNAL MODULE: ./build/ports/clock.js
var clock = __webpack_require__(3201);
;// CONCATENATED MODULE: ./build/engine/engine.js

/** What is known of a deployment before the first look at it. */
function unseen(id) {
    return {
        id,
        status: 'Created',
        rawStatus: 'Created',
        createdAt: null,
        completedAt: null,
        error: null,
        rollback: null,
        creator: null,
        takesBack: null,
        events: [],
        targetStatus: null,
        taskSets: [],
    };
}

;// CONCATENATED MODULE: ./build/engine/codedeploy/observation.js


const STATUSES = [
    'Created',
    'Queued',
    'InProgress',
    'Baking',
    'Succeeded',
    'Failed',
    'Stopped',
    'Ready',
];
const EVENT_STATUSES = ['Pending', 'InProgress', 'Succeeded', 'Failed', 'Skipped'];
/** `last` with what GetDeployment said. */
function withDeployment(last, info) {
    const rawStatus = info.status ?? 'Unknown';
    const { errorInformation: error, rollbackInfo: rollback } = info;
    return {
        ...last,
        status: STATUSES.find((status) => status === rawStatus) ?? 'Unknown',
        rawStatus,
        createdAt: info.createTime?.getTime() ?? null,
        completedAt: info.completeTime?.getTime() ?? null,
        error: error?.code === undefined ? null : { code: error.code, message: error.message ?? '' },
        rollback: rollback === undefined ? null : rollbackOf(last.id, rollback),
        creator: info.creator ?? null,
        takesBack: takenBackBy(last.id, rollback?.rollbackTriggeringDeploymentId),
    };
}
/** A rollback may name itself, or the deployment that it takes back: only another deployment's id is a rollback of ours. */
function rollbackOf(id, info) {
    const other = info.rollbackDeploymentId;
    const deploymentId = other === undefined || other === '' || other === id ? null : other;
    const message = info.rollbackMessage ?? null;
    return deploymentId === null && message === null ? null : { deploymentId, message };
}
/** A rollback names the deployment that it takes back; that one may name itself. */
function takenBackBy(id, triggering) {
    return triggering === undefined || triggering === '' || triggering === id ? null : triggering;
}
/** `last` with what GetDeploymentTarget said; null: the deployment has no target yet. */
function withTarget(last, target) {
    if (target === null)
        return last;
    return {
        ...last,
        targetStatus: target.status ?? null,
        events: (target.lifecycleEvents ?? []).map(eventOf),
        taskSets: taskSetsOf(target.taskSetsInfo ?? [], last.taskSets),
    };
}
function eventOf(event) {
    return {
        name: event.lifecycleEventName ?? 'Unknown',
        status: EVENT_STATUSES.find((status) => status === event.status) ?? 'Unknown',
        startedAt: event.startTime?.getTime() ?? null,
        endedAt: event.endTime?.getTime() ?? null,
        diagnostics: event.diagnostics === undefined ? null : diagnosticsOf(event.diagnostics),
    };
}
function diagnosticsOf(diagnostics) {
    const { errorCode, scriptName, message, logTail } = diagnostics;
    if (errorCode === 'Success')
        return null;
    const parts = [errorCode, scriptName, message, logTail].filter((part) => part !== undefined && part !== '');
    return parts.length === 0 ? null : parts.join(': ');
}
/**
 * The task sets, original first. CodeDeploy's labels are optional (AWS's own sample answer has none): without them a set
 * keeps the color that it had in the last look, and a first look goes by age.
 */
function taskSetsOf(sets, last) {
    const known = sets.map((set) => labelOf(set) ?? last.find((other) => other.id === set.identifer)?.color);
    const blue = known.includes('blue') || last.length > 0 ? known.indexOf('blue') : original(sets, known);
    return sets
        .map((set, index) => taskSetOf(set, index === blue ? 'blue' : 'green'))
        .sort((one, other) => one.color.localeCompare(other.color));
}
function labelOf(set) {
    if (set.taskSetLabel === 'Blue')
        return 'blue';
    return set.taskSetLabel === 'Green' ? 'green' : undefined;
}
function original(sets, known) {
    const green = known.indexOf('green');
    return green < 0 ? oldest(sets) : sets.findIndex((_, index) => index !== green);
}
/** Identifiers end in a number that falls with time (`ecs-svc/9223370493425779968`): the older set has the greater one. */
function oldest(sets) {
    if (sets.length < 2)
        return 0;
    const ages = sets.map((set) => /\/(\d{19})$/.exec(set.identifer ?? '')?.[1] ?? '');
    const [first = '', second = ''] = ages;
    if (first !== '' && second !== '' && first !== second)
        return first > second ? 0 : 1;
    const draining = sets.findIndex((set) => set.status === 'DRAINING');
    return Math.max(draining, 0);
}
function taskSetOf(set, color) {
    return {
        id: set.identifer ?? '',
        color,
        status: set.status ?? '',
        weight: set.trafficWeight ?? 0,
        desired: set.desiredCount ?? 0,
        running: set.runningCount ?? 0,
        pending: set.pendingCount ?? 0,
        targetGroup: set.targetGroup?.name ?? null,
    };
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/report/plain.js
var plain = __webpack_require__(2071);
;// CONCATENATED MODULE: ./build/engine/codedeploy/marker.js


/**
 * Tells this run's deployments from all others: `ecs-blue-green:<repository>:<run>.<attempt>:<job>[:<matrix>]`, at most
 * 110 characters. Names that are too long or hold other characters are cut, with a hash of the whole behind.
 */
function markerOf(context, matrix) {
    const run = `${part(context.runId, 16, /\D/g)}.${part(context.runAttempt, 4, /\D/g)}`;
    const parts = ['ecs-blue-green', part(context.repository, 37), run, part(context.job, 22)];
    return [...parts, ...(matrix === '' ? [] : [part(matrix, 12)])].join(':');
}
const MARKER = /^ecs-blue-green:([^:\s]*):([^:.\s]*)\.([^:.\s]*):([^:\s]*)(?::([^:\s]+))?(?=\s|$)/;
/** The marker that a description begins with; null where there is none. */
function parseMarker(description) {
    const match = MARKER.exec(description);
    if (match === null)
        return null;
    const [text, repository = '', runId = '', attempt = '', job = '', matrix = ''] = match;
    return { text, repository, runId, attempt, job, matrix };
}
/** True where the description begins with exactly this marker. */
function carriesMarker(description, marker) {
    return parseMarker(description)?.text === marker;
}
/** True where an attempt of the same job of the same run made the deployment: a re-run goes on with it. */
function carriesRun(description, marker) {
    const theirs = parseMarker(description);
    const ours = parseMarker(marker);
    if (theirs === null || ours === null || ours.runId === '')
        return false;
    const same = ['repository', 'runId', 'job', 'matrix'];
    return same.every((name) => theirs[name] === ours[name]);
}
function part(text, max, others = /[^A-Za-z0-9_./-]/g) {
    const clean = text.replaceAll(others, '_');
    if (clean === text && text.length <= max)
        return text;
    const hash = (0,external_node_crypto_.createHash)('sha256')
        .update(text)
        .digest('hex')
        .slice(0, Math.min(8, max - 1));
    return `${clean.slice(0, max - hash.length - 1)}~${hash}`;
}

// EXTERNAL MODULE: ./build/report/permission.js
var report_permission = __webpack_require__(8880);
// EXTERNAL MODULE: ./build/backoff.js
var backoff = __webpack_require__(588);
;// CONCATENATED MODULE: ./build/engine/codedeploy/ours.js








const READ_LIMIT = 6;
/** True where this run made the deployment: its marker in the description, and the AppSpec that was asked for. */
function isOurs(info, request) {
    return carriesMarker(info.description ?? '', request.marker) && hasAppSpec(info, request);
}
/** GetDeployment never returns an AppSpec's content, but its hash. */
function hasAppSpec(info, request) {
    return info.revision?.appSpecContent?.sha256?.toLowerCase() === request.appspec.sha256.toLowerCase();
}
/** This run's deployment among those of the group since `since` (epoch milliseconds); null when none is. */
async function findOurs(ports, request, since) {
    const { application, group } = request;
    const ids = await readSurely(ports, request, () => ports.codedeploy.listDeployments(application, group, since));
    for (const id of ids) {
        const info = await readSurely(ports, request, () => ports.codedeploy.getDeployment(id));
        if (isOurs(info, request))
            return id;
    }
    return null;
}
/** Nothing may be started before this is known: transient faults are ridden out for about a minute. */
async function readSurely(ports, request, read) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await read();
        }
        catch (error) {
            if (!(error instanceof aws_error/* AwsCallError */.iQ))
                throw error;
            if (!(0,aws_error/* isTransient */.dg)(error) || attempt >= READ_LIMIT)
                throw unknownOutcome(error, request);
            await ports.clock.sleep((0,backoff/* backoffMs */.j)(attempt, ports.random));
        }
    }
}
function unknownOutcome(error, request) {
    const permission = error.kind === 'denied' ? ` ${(0,report_permission/* permissionFor */.T)(error)}` : '';
    return new errors/* StepError */.zg({
        tried: 'find out whether the deployment was started',
        on: `${request.application} / ${request.group}`,
        why: `CreateDeployment did not give a usable answer, and the look at the group's deployments failed: ${error.message}`,
        repair: `A deployment may be running. Look for one of this group whose description begins with "${request.marker}", ` +
            `and run this job again when it has ended.${permission}`,
    }, { cause: error });
}

;// CONCATENATED MODULE: ./build/engine/codedeploy/limit.js








/**
 * DeploymentLimitExceededException: another deployment of the group is active. Ours, when an answer got lost: its id.
 * Anyone else's: null when it has ended meanwhile, else a `StepError` that names it. The message names an id, or does not.
 */
async function refusedBecauseOfAnother(ports, request, error, since) {
    const { codedeploy, log } = ports;
    const named = /\bd-[A-Z0-9]{5,}\b/.exec(error.message)?.[0];
    const ours = named === undefined ? await findOurs(ports, request, since) : null;
    const id = ours ?? named ?? (await lastAttempted(ports, request));
    if (id === undefined)
        throw new errors/* StepError */.zg(limitFault(request, null), { cause: error });
    const info = await readSurely(ports, request, () => codedeploy.getDeployment(id));
    const over = info.status === 'Succeeded' || info.status === 'Failed' || info.status === 'Stopped';
    if (!isOurs(info, request) && (over || !isEarlierAttempt(info, request))) {
        if (over)
            return null;
        throw new errors/* StepError */.zg(limitFault(request, { id, info }), { cause: error });
    }
    log.info(`Deployment ${id} of this group is in progress and is this run's own: going on with it.`);
    return id;
}
function isEarlierAttempt(info, request) {
    return carriesRun(info.description ?? '', request.marker) && hasAppSpec(info, request);
}
async function lastAttempted(ports, request) {
    const { application, group } = request;
    const info = await readSurely(ports, request, () => ports.codedeploy.getDeploymentGroup(application, group));
    return info.lastAttemptedDeployment?.deploymentId;
}
function limitFault(request, other) {
    const which = other === null ? 'another deployment' : `deployment ${other.id} (${ownerOf(other.info)})`;
    const id = other?.id ?? '<its id>';
    return {
        tried: 'start the deployment',
        on: `${request.application} / ${request.group}`,
        why: `${which} of this deployment group is still active, and CodeDeploy runs one at a time`,
        repair: 'Wait until it has ended and run this job again; or end it with ' +
            `\`aws deploy stop-deployment --deployment-id ${id} --auto-rollback-enabled\` if it should not go on. ` +
            'A `concurrency` group in the workflow keeps two runs apart.',
    };
}
/** Whose deployment it is, from what its description or its creator tell. */
function ownerOf(info) {
    const status = info.status ?? 'status unknown';
    const marker = parseMarker(info.description ?? '');
    if (marker !== null) {
        return `${status}, started by run ${marker.runId}, attempt ${marker.attempt}, job ${marker.job} of ${marker.repository}`;
    }
    if (info.creator === 'codeDeployRollback')
        return `${status}, a rollback that CodeDeploy started`;
    const said = (0,plain/* plain */.p)(info.description ?? '').slice(0, 120);
    return said === '' ? `${status}, not started by this action` : `${status}, described as "${said}"`;
}

;// CONCATENATED MODULE: ./build/engine/codedeploy/start-fault.js




/** How to repair what CreateDeployment refuses, by CodeDeploy's error name. */
const REPAIRS = {
    DeploymentLimitExceededException: 'Other deployments of this group keep coming first: run this job again when they have ended.',
    InvalidRevisionException: 'Check the AppSpec: one resource of Type AWS::ECS::Service, with TaskDefinition, ContainerName and a numeric ContainerPort.',
    DescriptionTooLongException: 'Shorten `codedeploy-deployment-description`.',
    InvalidRoleException: 'Give the deployment group a service role that codedeploy.amazonaws.com may assume, with the managed policy AWSCodeDeployRoleForECS.',
    ApplicationDoesNotExistException: 'Check `codedeploy-application`, and that the region is the one of the application.',
    DeploymentGroupDoesNotExistException: 'Check `codedeploy-deployment-group`, and that it belongs to the application.',
    DeploymentConfigDoesNotExistException: 'Check `codedeploy-deployment-config`: a name such as CodeDeployDefault.ECSCanary10Percent5Minutes, or one that this account has.',
    InvalidDeploymentConfigNameException: 'Check `codedeploy-deployment-config`: the configuration must be one for ECS.',
    InvalidTrafficRoutingConfigurationException: 'Use a configuration that fits the load balancer: a Network Load Balancer takes only CodeDeployDefault.ECSAllAtOnce.',
    InvalidLoadBalancerInfoException: "Check the deployment group's target groups and listeners.",
    InvalidAlarmConfigException: "Check the deployment group's alarms: each must exist in this region.",
    AlarmsLimitExceededException: 'A deployment group takes at most 10 alarms: remove some.',
    InvalidAutoRollbackConfigException: "Check the deployment group's automatic rollback settings.",
};
/** The fault to report when CreateDeployment has failed for good. */
function startFault(error, request) {
    return {
        tried: 'start the deployment',
        on: `${request.application} / ${request.group}, configuration ${request.config}`,
        why: error.message,
        repair: repairOf(error, request),
    };
}
function repairOf(error, request) {
    const known = REPAIRS[error.code];
    if (known !== undefined)
        return known;
    switch (error.kind) {
        case 'denied':
            return (0,report_permission/* permissionFor */.T)(error);
        case 'credentials':
            return 'Get fresh credentials right before this step, for example with aws-actions/configure-aws-credentials.';
        case 'throttled':
            return 'The account makes too many CodeDeploy calls: run this job again later, or run fewer jobs at a time.';
        case 'network':
        case 'server':
            return ('AWS did not answer. No deployment of this run was found so far; before running again, look for one ' +
                `whose description begins with "${request.marker}".`);
        case 'missing':
            return 'Check the names of application, deployment group and configuration, and the region.';
        case 'other':
            return 'CodeDeploy refused the request: repair what its message names, and run this job again.';
    }
}

;// CONCATENATED MODULE: ./build/engine/codedeploy/start.js









/** How far AWS's clock and ours may be apart. */
const CLOCK_SKEW_MS = 60_000;
/** How many CreateDeployment calls may go wrong in each of these ways. */
const LOST_LIMIT = 4;
const THROTTLED_LIMIT = 12;
const REFUSED_LIMIT = 3;
/**
 * Starts a deployment exactly once. CreateDeployment has no client token: after a lost answer the group's deployments
 * are looked through for ours before the call is made again. Resolves to the deployment's id; throws a `StepError`.
 */
async function startDeployment(ports, request) {
    const since = ports.clock.now() - CLOCK_SKEW_MS;
    const failures = { lost: 0, throttled: 0, refused: 0 };
    for (;;) {
        try {
            return await ports.codedeploy.createDeployment(inputOf(request));
        }
        catch (error) {
            if (!(error instanceof aws_error/* AwsCallError */.iQ))
                throw error;
            const adopted = await afterFailure(ports, request, { error, since, failures });
            if (adopted !== null)
                return adopted;
        }
    }
}
/** This run's own deployment where there is one; null: the call may be made again. Throws where it may not. */
async function afterFailure(ports, request, { error, since, failures }) {
    if (error.code === 'DeploymentLimitExceededException' && ++failures.refused <= REFUSED_LIMIT) {
        const ours = await refusedBecauseOfAnother(ports, request, error, since);
        if (ours === null)
            await pause(ports, failures.refused, 'The deployment that was in the way has ended');
        return ours;
    }
    if (error.kind === 'throttled' && ++failures.throttled <= THROTTLED_LIMIT) {
        await pause(ports, failures.throttled, 'CreateDeployment was throttled');
        return null;
    }
    if (isLost(error) && ++failures.lost <= LOST_LIMIT)
        return afterLostAnswer(ports, request, error, { since, attempt: failures.lost });
    throw new errors/* StepError */.zg(startFault(error, request), { cause: error });
}
function inputOf(request) {
    const { content, sha256 } = request.appspec;
    return {
        applicationName: request.application,
        deploymentGroupName: request.group,
        deploymentConfigName: request.config,
        description: request.description,
        revision: { revisionType: 'AppSpecContent', appSpecContent: { content, sha256 } },
    };
}
/** The call may have been carried out. */
function isLost(error) {
    return error.kind === 'network' || error.kind === 'server';
}
async function afterLostAnswer(ports, request, error, call) {
    ports.log.info(`No answer to CreateDeployment (${error.code}): looking whether the deployment was started.`);
    const look = () => findOurs(ports, request, call.since);
    // A deployment may appear in the list a little after it was made, so the list is read twice.
    let ours = await look();
    if (ours === null) {
        await ports.clock.sleep((0,backoff/* backoffMs */.j)(call.attempt + 1, ports.random));
        ours = await look();
    }
    if (ours !== null)
        ports.log.info(`Deployment ${ours} is this run's own: going on with it.`);
    else
        ports.log.info('It was not started: trying again.');
    return ours;
}
async function pause(ports, attempt, why) {
    const ms = (0,backoff/* backoffMs */.j)(attempt, ports.random);
    ports.log.info(`${why}: trying again in ${Math.ceil(ms / 1000)} s.`);
    await ports.clock.sleep(ms);
}

;// CONCATENATED MODULE: ./build/engine/codedeploy/engine.js






/** Deployments by CodeDeploy. `random` (numbers in [0, 1)) spreads the pauses between attempts. */
function codeDeployEngine(ports, target, random = Math.random) {
    return {
        start: (request) => startDeployment({ ...ports, random }, request),
        observe: (id, look) => observe(ports.codedeploy, target.ecsTarget, id, look),
        stop: (id) => ports.codedeploy.stopDeployment(id),
        promote: (id, wait) => ports.codedeploy.continueDeployment(id, WAIT_TYPES[wait]),
    };
}
/** CodeDeploy API: DeploymentWaitType. */
const WAIT_TYPES = { ready: 'READY_WAIT', termination: 'TERMINATION_WAIT' };
async function observe(codedeploy, ecsTarget, id, look = { what: 'both', last: null }) {
    const last = look.last ?? unseen(id);
    const [info, target] = await Promise.all([
        look.what === 'target' ? undefined : codedeploy.getDeployment(id, 'none'),
        look.what === 'deployment' ? undefined : codedeploy.getEcsTarget(id, ecsTarget, 'none'),
    ]);
    const seen = target === undefined ? last : withTarget(last, target);
    return info === undefined ? seen : withDeployment(seen, info);
}

;// CONCATENATED MODULE: ./build/target/fact.js
const UNKNOWN = { state: 'unknown' };
function known(value) {
    return { state: 'known', value };
}
/** Never rejects: what `work` throws becomes part of the fact, so that all refusals come in one report. */
async function fact(work) {
    try {
        return known(await (typeof work === 'function' ? work() : work));
    }
    catch (error) {
        return { state: 'failed', error };
    }
}
/** A fact that needs another first. `work` answers null where there is nothing to ask for. */
async function after(first, work) {
    const found = await first;
    if (found.state !== 'known')
        return UNKNOWN;
    const next = work(found.value);
    return next === null ? UNKNOWN : fact(next);
}
/** What was found; undefined where it could not be read. */
function fact_valueOf(from) {
    return from.state === 'known' ? from.value : undefined;
}

// EXTERNAL MODULE: ./build/image/reference.js
var image_reference = __webpack_require__(7755);
;// CONCATENATED MODULE: ./build/image/cache-tags.js

/**
 * The tags of a repository that `cache-to` writes: `type=registry,ref=\u2026:cache` and the short form, a reference alone.
 * @param repositoryUri with registry, as DescribeRepositories tells it
 */
function cacheTags(cacheTo, repositoryUri) {
    return cacheTo.flatMap((text) => {
        const reference = (0,image_reference/* parseReference */.F2)(refOf(text) ?? '');
        if (reference === null || `${reference.registry ?? ''}/${reference.repository ?? ''}` !== repositoryUri)
            return [];
        return [reference.tag ?? 'latest'];
    });
}
/** buildx reads the option as a line of CSV: a value with a comma stands in quotes. */
function refOf(text) {
    if (!text.includes('='))
        return text;
    const fields = [...text.matchAll(/"([^"]*)"|([^,]+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    if (!fields.includes('type=registry'))
        return null;
    return fields.find((field) => field.startsWith('ref='))?.slice('ref='.length) ?? null;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/image/content/fault.js

/** A path that Docker would send cannot be read. */
function unreadable(location, cause) {
    const code = codeOf(cause);
    const known = code === null ? undefined : WHY[code];
    const repair = 'Make it readable for this job, or name it in the .dockerignore if the image does not need it.';
    const fault = { tried: 'read the build context', on: shownPath(location), why: known ?? textOf(cause), repair };
    return new errors/* StepError */.zg(fault, { cause });
}
const WHY = {
    EACCES: 'this job may not read it.',
    EPERM: 'this job may not read it.',
    ENAMETOOLONG: 'its path is longer than this system allows.',
    EMFILE: 'too many files are open on this machine.',
    EIO: 'the disk failed.',
};
/** Docker goes on without what is gone when its turn comes. */
function isGone(error) {
    const code = codeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR';
}
function isDenied(error) {
    const code = codeOf(error);
    return code === 'EACCES' || code === 'EPERM';
}
/** A path for people: bytes that are no UTF-8 and control characters are replaced, a very long one is cut. */
function shownPath(location) {
    const text = typeof location === 'string' ? location : Buffer.from(location).toString('utf8');
    const safe = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD');
    return safe.length > 500 ? `${safe.slice(0, 250)}\u2026${safe.slice(-249)}` : safe;
}
function codeOf(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    return typeof code === 'string' ? code : null;
}
/** The message of Node holds the path; its first part is enough. */
function textOf(error) {
    const code = codeOf(error);
    return code === null ? shownPath(error instanceof Error ? error.message : String(error)) : `the system says ${code}.`;
}

;// CONCATENATED MODULE: ./build/image/content/no-identity.js
/** Thrown where content cannot be named reliably: the image is then built, never reused. Not a failure of the run. */
class NoIdentity extends Error {
    name = 'NoIdentity';
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/image/content/pace.js

/** How long other work waits, at most, beside the reading of one piece. */
const SLICE_MS = 8;
/** Ends each slice of work with a turn of the event loop, and with the signal's reason once that is aborted. */
function createPace(signal) {
    let begun = performance.now();
    return {
        breathe: () => {
            if (performance.now() - begun < SLICE_MS)
                return null;
            return (0,promises_.setImmediate)().then(() => {
                signal?.throwIfAborted();
                begun = performance.now();
            });
        },
    };
}

;// CONCATENATED MODULE: ./build/image/content/file-digest.js





/** Read at once. Larger files are read in such pieces, with a breath between them. */
const PIECE = 1024 * 1024;
/** Links are not followed, and a pipe that took the file's place does not block. Windows knows neither flag. */
const FLAGS = external_node_fs_.constants.O_RDONLY | flag('O_NOFOLLOW') | flag('O_NONBLOCK');
function flag(name) {
    return process.platform === 'win32' ? 0 : external_node_fs_.constants[name];
}
/**
 * Gives the sha256 of files, one after the other. Files are read synchronously, in slices of a few milliseconds: for
 * many small files that takes a third of the time that a promise for each call takes.
 */
class FileDigests {
    #buffer = Buffer.allocUnsafeSlow(PIECE);
    #pace;
    constructor(pace) {
        this.#pace = pace;
    }
    /**
     * 64 hexadecimal digits; null where the file is gone.
     * @throws NoIdentity when the file changes meanwhile; StepError when it cannot be read
     */
    async of(location) {
        const file = file_digest_open(location);
        if (file === null)
            return null;
        try {
            const before = (0,external_node_fs_.fstatSync)(file);
            if (!before.isFile())
                throw changed(location);
            const first = this.#read(file, location);
            if (first < PIECE) {
                if (first !== before.size)
                    throw changed(location);
                return (0,external_node_crypto_.hash)('sha256', this.#buffer.subarray(0, first), 'hex');
            }
            return await this.#inPieces(file, location, before);
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    /** The first piece is in the buffer. */
    async #inPieces(file, location, before) {
        const sum = (0,external_node_crypto_.createHash)('sha256');
        let total = 0;
        for (let count = PIECE; count > 0; count = this.#read(file, location)) {
            sum.update(this.#buffer.subarray(0, count));
            total += count;
            await this.#pace.breathe();
            // Without this, a file that grows as fast as it is read would never end.
            if (total > before.size)
                throw changed(location);
        }
        const after = (0,external_node_fs_.fstatSync)(file);
        if (total !== before.size || after.mtimeMs !== before.mtimeMs)
            throw changed(location);
        return sum.digest('hex');
    }
    /** Fills the buffer as far as the file goes. */
    #read(file, location) {
        let count = 0;
        try {
            while (count < PIECE) {
                const more = (0,external_node_fs_.readSync)(file, this.#buffer, count, PIECE - count, null);
                if (more === 0)
                    break;
                count += more;
            }
        }
        catch (error) {
            throw unreadable(location, error);
        }
        return count;
    }
}
function file_digest_open(location) {
    try {
        return (0,external_node_fs_.openSync)(location, FLAGS);
    }
    catch (error) {
        if (isGone(error))
            return null;
        throw unreadable(location, error);
    }
}
function changed(location) {
    return new NoIdentity(`${shownPath(location)} changed while it was read`);
}

;// CONCATENATED MODULE: ./build/image/content/frame.js

/**
 * A hash over records of fields. Each record says how many fields it has and each field how many bytes, so that no two
 * different sequences of records are the same bytes.
 */
class Frame {
    #hash = (0,external_node_crypto_.createHash)('sha256');
    /** Texts are taken as UTF-8. */
    record(...fields) {
        this.#hash.update(frame_frame(fields));
    }
    /** Ends the frame: 64 hexadecimal digits. */
    digest() {
        return this.#hash.digest('hex');
    }
}
/** Four bytes for the number of fields; then, for each, six bytes for its length, and its bytes. */
function frame_frame(fields) {
    const parts = fields.map((field) => (typeof field === 'string' ? Buffer.from(field) : field));
    const framed = Buffer.allocUnsafe(parts.reduce((sum, { length }) => sum + 6 + length, 4));
    let at = framed.writeUInt32BE(parts.length, 0);
    for (const part of parts) {
        at = framed.writeUIntBE(part.length, at, 6);
        framed.set(part, at);
        at += part.length;
    }
    return framed;
}

// EXTERNAL MODULE: ./node_modules/@balena/dockerignore/ignore.js
var ignore = __webpack_require__(4158);
;// CONCATENATED MODULE: ./build/image/content/pattern.js


/** Reads an ignore file as Docker does (moby/patternmatcher, `ignorefile.ReadAll`). */
function readPatterns(file) {
    return file
        .replace(/^\uFEFF/, '')
        .split('\n')
        .flatMap((line) => (line.startsWith('#') ? [] : readPattern(line.trim())));
}
function readPattern(line) {
    if (line === '')
        return [];
    const marked = line.startsWith('!');
    const bare = marked ? line.slice(1).trim() : line;
    const cleaned = bare === '' ? '' : clean(bare);
    // Docker looks for the mark again once the path is clean: `./!x` is `!x` to it.
    const negated = marked || cleaned.startsWith('!');
    const text = negated && !marked ? cleaned.slice(1) : cleaned;
    if (text === '' || (negated && text === '/') || hasBadSyntax(text))
        throw refused(line);
    // Outside of the context, or the context itself: matches no path in it.
    return /^(?:\/|\.|\.\.|\.\.\/.*)$/s.test(text) ? [] : [{ negated, text }];
}
/** Go's filepath.Clean, then without a leading slash. */
function clean(text) {
    const cleaned = external_node_path_.posix.normalize(text);
    const open = cleaned.length > 1 && cleaned.endsWith('/') ? cleaned.slice(0, -1) : cleaned;
    return open.length > 1 && open.startsWith('/') ? open.slice(1) : open;
}
function refused(line) {
    return new NoIdentity(`the ignore file has a pattern that Docker refuses: ${JSON.stringify(line)}`);
}
/** What Go's filepath.Match calls a bad pattern: a class that is empty or stays open, or nothing behind a backslash. */
function hasBadSyntax(text) {
    return !/^(?:\\.|\[(?!\^\])\^?(?:(?:\\.|[^\]\\-])(?:-(?:\\.|[^\]\\-]))?)+\]|[^\\[])*$/su.test(text);
}

;// CONCATENATED MODULE: ./build/image/content/glob.js


/** The library remembers every path it was asked for: it is made anew after so many. */
const ASKED = 2_000;
/**
 * Folder under which paths and patterns are given to the library, which keeps its answers in a plain object: a file
 * called `constructor` would find an answer that nobody gave.
 */
const ROOT = '\uE001';
/** Says whether a path, or a folder that it lies in, matches one of several patterns (without `!`). */
class Glob {
    #patterns;
    #library = ignore["default"]({ ignorecase: false });
    #asked = ASKED;
    constructor(texts) {
        this.#patterns = texts.map((text) => `${ROOT}/${forLibrary(oneUnitEach(text))}`);
    }
    /** @param path relative to the context, with slashes */
    matches(path) {
        if (this.#asked++ >= ASKED) {
            this.#library = ignore["default"]({ ignorecase: false }).add(this.#patterns);
            this.#asked = 1;
        }
        try {
            // A dot of a regular expression does not match the end of a line.
            const line = path.replace(/[\n\r\u2028\u2029]/g, '\uE000');
            return this.#library.ignores(`${ROOT}/${oneUnitEach(line)}`);
        }
        catch (error) {
            if (error instanceof SyntaxError)
                throw refused(this.#patterns.map((one) => one.slice(ROOT.length + 1)).join(' '));
            throw error;
        }
    }
}
/**
 * A pattern as the library must be given it to mean what it means to Docker. The library was made after Docker 19.03:
 * it takes signs of regular expressions as such, and does not know that `**x` matches all that ends with `x`.
 */
function forLibrary(text) {
    const ending = /^\*\*([^/*?[\]\\][^*?[\]\\]*)$/s.exec(text)?.[1];
    if (ending !== undefined)
        return `**/*${literal(ending)}`;
    if (isPlain(text))
        return literal(text);
    return text.replace(/\\.|\[(?:\\.|[^\]\\])+\]|[+()]/gs, (part) => (part.length > 1 ? part : `[${part}]`));
}
function literal(text) {
    return text.replace(/[+(){}|]/g, '[$&]').replace(/\^/g, '\\^');
}
/** `?` is one character to Docker and half of an emoji to the library: such characters get stand-ins of one unit. */
function oneUnitEach(text) {
    return text.replace(/[\u{10000}-\u{10FFFF}]/gu, (char) => String.fromCharCode(0xe100 + ((char.codePointAt(0) ?? 0) % 0x1700)));
}
/** Docker compares such a pattern without a regular expression. In those it leaves `{`, `|`, `}` and `^` their meaning. */
function isPlain(text) {
    const [, before, middle = '', after] = /^(\*\*\/)?(.*?)(\*\*)?$/s.exec(text) ?? [];
    return !(before !== undefined && after !== undefined) && !/[*?[\]\\]/.test(middle);
}

;// CONCATENATED MODULE: ./build/image/content/ignore.js



/** What is said of the context's own folder. */
const TOP = { ignored: false, applied: [] };
/**
 * The patterns in their order, as BuildKit's walker applies them (moby/patternmatcher, `MatchesUsingParentResults`): a
 * pattern is tried only where it would change the answer, and what applied to a folder applies to all in it.
 */
function ignoreRules(patterns) {
    const groups = grouped(patterns);
    const returns = patterns.filter(({ negated }) => negated).map(({ text }) => text.replace(/\/\*\*$/, ''));
    const bases = returns.map((text) => text.replace(/\/\*$/, ''));
    const anywhere = bases.some((base) => /[*[\]?^\\]/.test(base));
    return {
        judge: (path, above) => {
            let ignored = false;
            const applied = groups.map((group, index) => {
                const applies = above.applied[index] === true || (group.negated === ignored && matchesItself(group, path));
                if (applies)
                    ignored = !group.negated;
                return applies;
            });
            return { ignored, applied };
        },
        mayReturn: (folder) => anywhere || bases.some((base) => `${base}/`.startsWith(`${folder}/`)),
    };
}
function grouped(patterns) {
    const groups = [];
    for (const { negated, text } of patterns) {
        const deep = /\*\*|\[/.test(text);
        const last = groups.at(-1);
        if (last?.negated === negated && last.deep === deep)
            last.texts.push(text);
        else
            groups.push({ negated, deep, texts: [text] });
    }
    return groups.map(({ texts, ...kind }) => ({ ...kind, glob: new Glob(texts) }));
}
/**
 * Whether the path matches, not only a folder above it. Where the library cannot tell, the answer is the one with which
 * more is sent: a file counted in vain costs a build, one forgotten could cost the right image.
 */
function matchesItself({ glob, negated, deep }, path) {
    if (!glob.matches(path))
        return false;
    const above = external_node_path_.posix.dirname(path);
    if (above === '.' || !glob.matches(above))
        return true;
    return deep && negated;
}

;// CONCATENATED MODULE: ./build/image/content/walk.js



const SLASH = Buffer.from('/');
const EMPTY = Buffer.alloc(0);
/**
 * What Docker sends of a folder, in an order that depends on the names alone; the folder itself is not among it. Links
 * are not followed, ignored folders not entered unless a pattern may bring something in them back.
 * @throws StepError naming a path that is sent and cannot be read
 */
function* walk(context, rules) {
    const location = Buffer.from(context.replace(/(?<=.)[/\\]$/, ''));
    yield* walkFolder({ above: null, name: '', path: EMPTY, location, verdict: TOP, told: true }, rules);
}
function* walkFolder(folder, rules) {
    for (const found of list(folder)) {
        const name = found.name.toString('utf8');
        const path = folder.name === '' ? name : `${folder.name}/${name}`;
        const verdict = rules.judge(path, folder.verdict);
        const isFolder = found.isDirectory();
        if (verdict.ignored && !(isFolder && rules.mayReturn(path)))
            continue;
        const there = { path: under(folder.path, found.name), location: under(folder.location, found.name) };
        if (!verdict.ignored) {
            const entry = look(there);
            if (entry === null)
                continue;
            yield* toldAbove(folder);
            yield entry;
        }
        if (isFolder)
            yield* walkFolder({ above: folder, name: path, ...there, verdict, told: !verdict.ignored }, rules);
    }
}
function* toldAbove(folder) {
    if (folder.told)
        return;
    if (folder.above !== null)
        yield* toldAbove(folder.above);
    const entry = look(folder);
    folder.told = true;
    if (entry !== null)
        yield entry;
}
function list({ location, verdict }) {
    try {
        const found = (0,external_node_fs_.readdirSync)(location, { withFileTypes: true, encoding: 'buffer' });
        return found.sort((one, other) => Buffer.compare(one.name, other.name));
    }
    catch (error) {
        if (isGone(error) || (verdict.ignored && isDenied(error)))
            return [];
        throw unreadable(location, error);
    }
}
function under(folder, name) {
    return folder.length === 0 ? name : Buffer.concat([folder, SLASH, name]);
}
function look(there) {
    const { path, location } = there;
    try {
        const stats = (0,external_node_fs_.lstatSync)(location);
        const kind = kindOf(stats);
        if (kind === 'link') {
            return { path, location, kind, mode: 0, target: (0,external_node_fs_.readlinkSync)(location, { encoding: 'buffer' }) };
        }
        const target = kind === 'device' ? Buffer.from(`${stats.isBlockDevice() ? 'b' : 'c'}${stats.rdev}`) : EMPTY;
        return { path, location, kind, mode: sentMode(stats.mode), target };
    }
    catch (error) {
        if (isGone(error))
            return null;
        throw unreadable(location, error);
    }
}
/** Windows has no such bits: BuildKit's client gives every file 0755 at most, and lets it be executed. */
function sentMode(mode) {
    return process.platform === 'win32' ? (mode & 0o755) | 0o111 : mode & 0o7777;
}
function kindOf(stats) {
    if (stats.isFile())
        return 'file';
    if (stats.isDirectory())
        return 'folder';
    if (stats.isSymbolicLink())
        return 'link';
    if (stats.isFIFO())
        return 'pipe';
    return stats.isSocket() ? 'socket' : 'device';
}

;// CONCATENATED MODULE: ./build/image/content/context-record.js










/**
 * Adds all that Docker sends of a folder to the frame: path, kind, mode, content. Neither times nor owners: Docker
 * sends every file as root's, and layers are not compared by time.
 * @param ignoreFile text of the ignore file; null: there is none
 */
async function recordContext(frame, folder, ignoreFile, pace) {
    requireFolder(folder);
    const digests = new FileDigests(pace);
    for (const { path, location, kind, mode, target } of walk(folder, ignoreRules(readPatterns(ignoreFile ?? '')))) {
        const content = kind === 'file' ? await digests.of(location) : '';
        if (content !== null)
            frame.record('entry', path, kind, mode.toString(8), target, content);
        const due = pace.breathe();
        if (due !== null)
            await due;
    }
}
/** The ignore file of a folder that is a context. */
function ownIgnoreFile(folder) {
    return readIfThere((0,external_node_path_.join)(folder, '.dockerignore'))?.toString('utf8') ?? null;
}
/** null where there is no such file. */
function readIfThere(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path);
    }
    catch (error) {
        if (isGone(error))
            return null;
        throw unreadable(path, error);
    }
}
function requireFolder(folder) {
    const why = whyNoFolder(folder);
    if (why === null)
        return;
    const repair = 'Name a folder in the workspace, and check the code out before this step.';
    throw new errors/* StepError */.zg({ tried: 'read the build context', on: shownPath(folder), why, repair });
}
function whyNoFolder(folder) {
    try {
        return (0,external_node_fs_.statSync)(folder).isDirectory() ? null : 'it is not a folder.';
    }
    catch (error) {
        if (isGone(error))
            return 'there is nothing.';
        throw unreadable(folder, error);
    }
}

;// CONCATENATED MODULE: ./build/image/content/source.js
/**
 * Tells folders from what Docker fetches, as buildx does: URLs of any scheme, `git@host:path`, `github.com/\u2026`, and the
 * forms `docker-image://`, `oci-layout://` and `target:` of build contexts.
 */
function sourceKind(text) {
    if (/^(?:docker-image|oci-layout):\/\/[^\s]+@sha256:[\da-f]{64}$/.test(text))
        return 'pinned';
    const remote = /^(?:[a-z][a-z\d+.-]*:\/\/|[\w.-]+@[\w.-]+:|github\.com\/|target:)/i.test(text);
    return remote || text === '-' ? 'remote' : 'local';
}
/** How a source is named in a reason: without the user name, password and query that a URL may hold. */
function shownSource(text) {
    return text
        .replace(/:\/\/[^/\s]*@/, '://')
        .replace(/\?[^#]*/, '')
        .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD')
        .slice(0, 200);
}

;// CONCATENATED MODULE: ./build/image/content/content.js








/** Changed whenever what is hashed, or how, changes: tags of an older scheme are then never taken for new ones. */
const SCHEME = 'ecs-blue-green content 1';
/**
 * A tag that is the same for builds of the same content: the context as Docker would send it, the Dockerfile, and what
 * is given to the build. `none` tells why there is no such tag: something of the build could change unseen.
 * What the Dockerfile itself fetches (base images, `ADD` of a URL, packages) is not looked at.
 * @throws StepError when something that Docker would send cannot be read
 */
async function contentTag(build, ports = {}) {
    ports.signal?.throwIfAborted();
    try {
        const frame = new Frame();
        recordGiven(frame, build);
        await recordFolders(frame, build, ports.pace ?? createPace(ports.signal));
        return { tag: `content-${frame.digest().slice(0, 32)}` };
    }
    catch (error) {
        if (error instanceof NoIdentity)
            return { none: error.message };
        throw error;
    }
}
function recordGiven(frame, build) {
    const { target, buildArgs, labels } = build;
    const platforms = build.platforms.length === 0 ? [build.defaultPlatform] : build.platforms;
    frame.record(SCHEME);
    frame.record('platforms', ...[...new Set(platforms)].sort());
    frame.record('target', ...(target === null ? [] : [target]));
    for (const [name, value] of byName(buildArgs))
        frame.record('argument', name, value);
    for (const [name, value] of byName(labels))
        frame.record('label', name, value);
}
async function recordFolders(frame, build, pace) {
    const { context, buildContexts, file } = build;
    for (const text of [context, ...buildContexts.values()]) {
        if (sourceKind(text) === 'remote')
            throw new NoIdentity(`the content of ${shownSource(text)} can change unseen`);
    }
    if (sourceKind(context) === 'pinned')
        throw new NoIdentity(`${shownSource(context)} is not a folder`);
    frame.record('dockerfile', dockerfile(file));
    frame.record('context');
    await recordContext(frame, context, ignoreFile(build), pace);
    for (const [name, text] of byName(buildContexts)) {
        const pinned = sourceKind(text) === 'pinned';
        frame.record('build context', name, pinned ? text : '');
        if (!pinned)
            await recordContext(frame, (0,external_node_path_.resolve)(text), ownIgnoreFile((0,external_node_path_.resolve)(text)), pace);
    }
}
function dockerfile(path) {
    const found = readIfThere(path);
    if (found !== null)
        return found;
    const repair = "Set 'file' to the path of the Dockerfile, relative to the workspace.";
    throw new errors/* StepError */.zg({ tried: 'find the Dockerfile', on: shownPath(path), why: 'there is nothing.', repair });
}
/** BuildKit: the one beside the Dockerfile goes before that of the context (dockerui, `ReadEntrypoint`). */
function ignoreFile({ buildx, file, context }) {
    const beside = buildx ? readIfThere(`${file}.dockerignore`) : null;
    return beside === null ? ownIgnoreFile(context) : beside.toString('utf8');
}
function byName(map) {
    return [...map].sort(([one], [other]) => (one < other ? -1 : 1));
}

;// CONCATENATED MODULE: ./build/image/mutability.js

/**
 * Whether a tag of the repository, once given, stays where it is. ECR API: `IMMUTABLE_WITH_EXCLUSION` and
 * `MUTABLE_WITH_EXCLUSION` turn the rule around for tags that match one of the wildcard filters.
 */
function isLocked(repository, tag) {
    const filters = repository.imageTagMutabilityExclusionFilters ?? [];
    const excluded = filters.some(({ filter }) => filter !== undefined && matches(filter, tag));
    switch (repository.imageTagMutability) {
        case 'IMMUTABLE':
            return true;
        case 'IMMUTABLE_WITH_EXCLUSION':
            return !excluded;
        case 'MUTABLE_WITH_EXCLUSION':
            return excluded;
        case 'MUTABLE':
        case undefined:
            return false;
    }
}
/** `*` stands for any characters, also for none. */
function matches(filter, tag) {
    const parts = filter.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`).test(tag);
}

;// CONCATENATED MODULE: ./build/image/image.js


;// CONCATENATED MODULE: ./build/image/platforms.js



const INDEXES = new Set([
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
]);
const isIndex = (mediaType) => INDEXES.has(mediaType ?? '');
/**
 * The images of an index; null for the manifest of one image. buildx puts attestations beside the images, as entries of
 * the platform `unknown/unknown` (BuildKit: docs/attestations/attestation-storage.md).
 */
function indexEntries(text) {
    const manifests = parsed(text)['manifests'];
    if (!Array.isArray(manifests))
        return null;
    return manifests.flatMap((entry) => {
        const { platform, digest, annotations } = (0,json/* isObject */.Gv)(entry) ? entry : {};
        if (!(0,json/* isObject */.Gv)(platform) || typeof digest !== 'string')
            return [];
        const type = (0,json/* isObject */.Gv)(annotations) ? annotations['vnd.docker.reference.type'] : undefined;
        const { os, architecture } = platform;
        if (typeof os !== 'string' || typeof architecture !== 'string')
            return [];
        if (type === 'attestation-manifest' || os === 'unknown' || architecture === 'unknown')
            return [];
        return [{ platform: `${os}/${architecture}`, digest }];
    });
}
function parsed(text) {
    try {
        const value = JSON.parse(text);
        return (0,json/* isObject */.Gv)(value) ? value : {};
    }
    catch {
        return {};
    }
}
const ARCHITECTURES = { X86_64: 'amd64', ARM64: 'arm64' };
/**
 * The platform that the service's tasks run on; null where the definition does not tell it (EC2 instances of any kind).
 * ECS API, RuntimePlatform: for Fargate the defaults are LINUX and X86_64.
 */
function runtimePlatform(definition) {
    const told = definition['runtimePlatform'];
    const { cpuArchitecture, operatingSystemFamily } = (0,json/* isObject */.Gv)(told) ? told : {};
    const needs = definition['requiresCompatibilities'];
    const fargate = Array.isArray(needs) && needs.includes('FARGATE');
    const cpu = typeof cpuArchitecture === 'string' ? ARCHITECTURES[cpuArchitecture] : fargate ? 'amd64' : undefined;
    if (cpu === undefined)
        return null;
    const windows = typeof operatingSystemFamily === 'string' && operatingSystemFamily.startsWith('WINDOWS');
    return `${windows ? 'windows' : 'linux'}/${cpu}`;
}
/** Why tasks of the service could not run the image; null where nothing speaks against it, or nothing is known. */
function platformFault(platforms, definition, on) {
    const wanted = runtimePlatform(definition);
    const there = platforms.map((platform) => platform.split('/').slice(0, 2).join('/'));
    if (wanted === null || there.length === 0 || there.includes(wanted))
        return null;
    return {
        tried: 'find the image for the platform of the service',
        on,
        why: `the task definition runs on ${wanted} (runtimePlatform), and the image is for ${there.join(', ')}.`,
        repair: `Add ${wanted} to input 'platforms', or change runtimePlatform in the task definition.`,
    };
}
/** The digest of the image that tasks of the service pull: of an index, the entry for their platform. */
function imageDigest({ digest, entries }, definition) {
    const wanted = runtimePlatform(definition);
    const entry = entries?.find(({ platform }) => platform === wanted) ?? entries?.[0];
    return entry?.digest ?? digest;
}

;// CONCATENATED MODULE: ./build/image/existing.js
/** What the repository has already: an image of the same content, and tags that cannot be moved. */










/**
 * Asks beside the other reads. Not known where the repository is not: that is told already.
 * @param tags the tags that the image gets beside the content tag
 */
async function lookForExisting(source, tags, repository, ports) {
    const name = async () => {
        const found = await repository;
        return found.state === 'known' ? (found.value?.repositoryName ?? null) : null;
    };
    const looked = fact(async () => {
        const content = await ports.content;
        const known = await name();
        const image = 'tag' in content && known !== null ? await imageOf(known, content.tag, ports) : null;
        return { content, image };
    });
    const [there, read] = await Promise.all([repository, looked]);
    if (there.state !== 'known' || there.value === null)
        return read.state === 'failed' ? read : UNKNOWN;
    if (read.state !== 'known')
        return read;
    const { value } = there;
    return await fact(async () => ({ ...read.value, taken: await takenTags(source, tags, value, read.value, ports) }));
}
/** Without the right to ask there is nothing to reuse; the build goes on. */
async function imageOf(repository, tag, ports) {
    try {
        const detail = await ports.ecr.describeImage(repository, { tag });
        return detail?.imageDigest === undefined ? null : await imageIn(repository, detail, detail.imageDigest, ports);
    }
    catch (error) {
        if (!existing_isDenied(error))
            throw error;
        ports.log.warning(`Whether the image is there already could not be asked, so it is built: ${error.message}`);
        return null;
    }
}
async function imageIn(repository, detail, digest, { ecr }) {
    const [manifest = null] = isIndex(detail.imageManifestMediaType) ? await ecr.manifests(repository, [{ digest }]) : [];
    return { digest, tags: detail.imageTags ?? [], pushedAt: detail.imagePushedAt?.getTime() ?? null, manifest };
}
/** Only tags that cannot be moved are asked for, and only those that are not on the right image. */
async function takenTags(source, tags, repository, { image }, { ecr, log }) {
    const reuses = image !== null && source.existingImage === 'reuse';
    const caches = reuses ? [] : cacheTags(source.cacheTo, repository.repositoryUri ?? '');
    const wanted = [
        ...tags.map((tag) => ({ tag, use: 'image' })),
        ...caches.map((tag) => ({ tag, use: 'cache' })),
    ];
    const locked = wanted.filter(({ tag }) => isLocked(repository, tag) && !(reuses && image.tags.includes(tag)));
    const name = repository.repositoryName ?? '';
    try {
        const found = await Promise.all(locked.map(async (one) => ({ ...one, digest: (await ecr.describeImage(name, { tag: one.tag }))?.imageDigest })));
        return found.flatMap(({ digest, ...one }) => (digest === undefined ? [] : [{ ...one, digest }]));
    }
    catch (error) {
        if (!existing_isDenied(error))
            throw error;
        log.warning(`Whether tags are taken already could not be asked: ${error.message}`);
        return [];
    }
}
function existing_isDenied(error) {
    return error instanceof aws_error/* AwsCallError */.iQ && error.kind === 'denied';
}

;// CONCATENATED MODULE: ./build/ports/docker/builder.js
/**
 * Reads what `docker --debug buildx inspect` prints. Its list of features is there with `--debug`, from buildx 0.12,
 * and once a builder runs; without it the driver decides: all but `docker` can write caches and indexes.
 */
function readBuilder(text) {
    const driver = field(text, 'Driver');
    const name = field(text, 'Name');
    // So it is where the engine behind the builder does not answer.
    if (driver === null)
        return { kind: 'missing', name, why: line(text, 'Error') ?? 'buildx tells no driver of it.' };
    const own = driver === 'docker';
    return {
        kind: 'found',
        name: name ?? '',
        driver,
        cacheExport: feature(text, 'Cache export') ?? !own,
        indexes: feature(text, 'Multi-platform build') ?? !own,
        platforms: [...text.matchAll(/^Platforms:[ \t]*(.*)$/gm)].flatMap(([, list = '']) => list.split(',').map((platform) => platform.trim().replace(/\*$/, ''))),
    };
}
/** The first word behind a name; of the first node where nodes have it. */
function field(text, name) {
    return line(text, name)?.split(/\s/)[0] ?? null;
}
function line(text, name) {
    return new RegExp(`^${name}:[ \\t]*(\\S.*)$`, 'm').exec(text)?.[1] ?? null;
}
function feature(text, name) {
    const said = new RegExp(`^ ${name}:[ \\t]*(true|false)[ \\t]*$`, 'm').exec(text)?.[1];
    return said === undefined ? null : said === 'true';
}

// EXTERNAL MODULE: ./build/ports/docker/config.js + 1 modules
var config = __webpack_require__(335);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./build/ports/docker/process.js



const KEPT = 1_000_000;
const KILL_AFTER_MS = 5_000;
/** Rejects with Node's own error (`ENOENT`) where the program cannot be started. */
function runProcess(program, args, options) {
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)(program, args, {
            env: options.env,
            ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
            stdio: 'pipe',
            shell: false,
            windowsHide: true,
        });
        const stdout = collect(child.stdout, options.onLine);
        const stderr = collect(child.stderr, options.onLine);
        const release = endOnAbort((signal) => child.kill(signal), options.signal);
        child.once('error', (error) => {
            release();
            reject(error);
        });
        child.once('close', (code) => {
            release();
            resolve({ code, stdout: stdout(), stderr: stderr() });
        });
        // A process that ends without reading its input is told by its exit code.
        child.stdin.on('error', () => undefined);
        child.stdin.end(options.input ?? '');
    });
}
function collect(stream, onLine) {
    let text = '';
    stream.setEncoding('utf8');
    stream.on('data', (chunk) => {
        text = (text + chunk).slice(-KEPT);
    });
    if (onLine)
        (0,external_node_readline_.createInterface)({ input: stream }).on('line', onLine);
    return () => text;
}
/** Gives back what ends the watch over the signal. */
function endOnAbort(kill, signal) {
    let timer;
    const end = () => {
        kill('SIGTERM');
        timer = setTimeout(() => kill('SIGKILL'), KILL_AFTER_MS);
    };
    if (signal?.aborted)
        end();
    else
        signal?.addEventListener('abort', end, { once: true });
    return () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
    };
}

;// CONCATENATED MODULE: ./build/ports/docker/head.js

/** The commit that is checked out where the folder lies (`git rev-parse HEAD`); null where Git tells none. */
async function headOf(folder, environment) {
    // Git's own variables would lead it to another repository than the folder's.
    const env = Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('GIT_')));
    try {
        const { code, stdout } = await runProcess('git', ['-C', folder, 'rev-parse', 'HEAD'], { env });
        const sha = stdout.trim();
        return code === 0 && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(sha) ? sha : null;
    }
    catch {
        // No Git on this machine.
        return null;
    }
}

// EXTERNAL MODULE: ./build/ports/docker/path.js
var path = __webpack_require__(2309);
;// CONCATENATED MODULE: ./build/ports/docker.js
/** What the project asks of Docker: the client on the PATH, started with argument arrays and never through a shell. */








/** @param given the environment that the client gets, and where `DOCKER_CONFIG` and `HOME` are looked up */
function createDocker(given = process.env) {
    let ready = null;
    const builders = new Map();
    const environment = withoutInputs(given);
    const run = (args, options = {}) => runProcess('docker', args, { ...options, env: { ...environment, ...options.env } });
    const state = async () => {
        const answer = ready ?? (await askState(run));
        if (answer.kind === 'ready')
            ready = answer;
        return answer;
    };
    return {
        run,
        state,
        builder: (name) => {
            const asked = builders.get(name) ?? (0,config/* leavingNoFolder */.s$)(environment, (env) => askBuilder({ run, state }, name, env));
            builders.set(name, asked);
            return asked;
        },
        isolate: (parent, registry) => (0,config/* isolateConfig */._y)(parent, registry, environment),
        lookAt: path/* lookAt */.t,
        headOf: (folder) => headOf(folder, environment),
    };
}
/** The step's inputs hold the build secrets: no process of Docker needs them under those names. */
function withoutInputs(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.toUpperCase().startsWith('INPUT_')));
}
async function askBuilder({ run, state }, name, env) {
    try {
        const args = ['--debug', 'buildx', 'inspect', ...(name === null ? [] : [name])];
        const { code, stdout, stderr } = await run(args, { env, signal: AbortSignal.timeout(ASK_LIMIT_MS) });
        if (code === 0)
            return readBuilder(stdout);
        const answer = await state();
        const none = answer.kind !== 'ready' || answer.buildx === null;
        return none ? { kind: 'none' } : { kind: 'missing', name, why: buildxError(stderr) };
    }
    catch (error) {
        if (isMissing(error))
            return { kind: 'none' };
        throw error;
    }
}
/** With `--debug`, buildx prints where in its source an error arose, behind the error itself. */
function buildxError(stderr) {
    return /^ERROR: (.+)$/m.exec(stderr)?.[1] ?? lastLine(stderr);
}
/** An engine behind a network that swallows packets would otherwise keep the run until the connection times out. */
const ASK_LIMIT_MS = 20_000;
async function askState(run) {
    try {
        const limit = { signal: AbortSignal.timeout(ASK_LIMIT_MS) };
        const [server, buildx] = await Promise.all([
            run(['version', '--format', '{{.Server.Version}}'], limit),
            run(['buildx', 'version'], limit),
        ]);
        const engine = server.stdout.trim();
        const late = `it did not answer within ${ASK_LIMIT_MS / 1000} s.`;
        if (server.code !== 0 || engine === '')
            return { kind: 'no-engine', why: lastLine(server.stderr) || late };
        const [, version] = /\bv?(\d+\.\d+\S*)/.exec(buildx.code === 0 ? buildx.stdout : '') ?? [];
        return { kind: 'ready', engine, buildx: version ?? null };
    }
    catch (error) {
        if (isMissing(error))
            return { kind: 'no-client' };
        throw error;
    }
}
function lastLine(text) {
    return text.trim().split('\n').at(-1) ?? '';
}
function isMissing(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    return code === 'ENOENT' || code === 'EACCES';
}

;// CONCATENATED MODULE: ./build/image/ports.js






;// CONCATENATED MODULE: ./build/target/target.js




/** How CodeDeploy names what it deploys: application, group, and `<cluster>:<service>`. */
function engineTarget({ group, cluster, service }) {
    return { application: group.application, group: group.name, ecsTarget: `${cluster}:${service.serviceName ?? ''}` };
}

;// CONCATENATED MODULE: ./build/plan.js







;// CONCATENATED MODULE: ./build/report/console.js
/** The console's host by partition, which the region's name tells. */
function hostOf(region) {
    if (region.startsWith('cn-'))
        return 'console.amazonaws.cn';
    return region.startsWith('us-gov-') ? 'console.amazonaws-us-gov.com' : 'console.aws.amazon.com';
}
/** The page of a CodeDeploy deployment in the AWS console. */
function consoleUrl(id, region) {
    const query = new URLSearchParams({ region });
    return `https://${hostOf(region)}/codesuite/codedeploy/deployments/${encodeURIComponent(id)}?${query.toString()}`;
}

;// CONCATENATED MODULE: ./build/report/hints.js
/** What is known about the causes of failed deployments: a pattern in what AWS said, and what to do about it. */
const HINTS = [
    [
        /exec format error/i,
        'the image was built for another processor: build it for the platform of the task definition (`runtimePlatform`)',
    ],
    [
        /CannotPull(?:Container|Image)?(?:Error)?.*(?:not found|manifest unknown|does not exist)/is,
        'the image or its tag does not exist: check its name, and that it was pushed to this region and account',
    ],
    [
        /CannotPull(?:Container|Image)?(?:Error)?.*(?:denied|not authorized|unauthorized|403)/is,
        'the execution role may not pull the image: give it AmazonECSTaskExecutionRolePolicy, and the repository access to it',
    ],
    [
        /CannotPull(?:Container|Image)?(?:Error)?.*platform/is,
        'the image has no build for the platform of the task definition (`runtimePlatform`)',
    ],
    [
        /CannotPull/i,
        'the tasks cannot reach the registry: they need a public address, a NAT gateway or VPC endpoints for ECR and S3',
    ],
    [
        /(?:secretsmanager|ssm).*(?:AccessDenied|not authorized)|(?:AccessDenied|not authorized).*(?:secretsmanager|ssm|kms)/is,
        'the execution role may not read a secret: allow secretsmanager:GetSecretValue or ssm:GetParameters, and kms:Decrypt with an own key',
    ],
    [
        /unable to (?:pull|retrieve) secrets|ResourceInitializationError.*secret/is,
        'a secret could not be read: check its ARN, the rights of the execution role, and the network way to it',
    ],
    [/OutOfMemory|OOMKilled/i, 'a container used more memory than it has: raise `memory`, or find out what takes it'],
    [
        /failed (?:ELB|container) health checks|Health checks failed|unhealthy in/i,
        "the tasks do not pass their health checks: compare the target group's path, port and codes with the container, and give it time to start (health check grace period)",
    ],
    [
        /exit code:? 137|\b137\b/i,
        'the container was killed (137): mostly out of memory, or it did not end within `stopTimeout`',
    ],
    [
        /exit code:? 139|\b139\b/i,
        'the container crashed with a segmentation fault (139): often a binary for another system or processor',
    ],
    [
        /exit code:? (?:126|127)\b/i,
        'the command of the container does not exist or cannot be executed: check `command` and `entryPoint`',
    ],
    [/exit code:? [1-9]/i, 'the container ended by itself with an error: look at its log'],
    [
        /replacement task set to become healthy/i,
        'the replacement never became healthy: a wrong image, a crash at the start, or failed health checks; see the stopped tasks and service events',
    ],
    [
        /waiting for a notification to continue/i,
        'nobody continued the deployment in time: call ContinueDeployment, or lengthen the wait of the deployment group',
    ],
    [
        /waiting for a status callback/i,
        'a lifecycle hook did not report: its function must call PutLifecycleEventHookExecutionStatus within an hour',
    ],
    [
        /lifecycle event validation functions failed|HOOK_EXECUTION_FAILURE/i,
        'a lifecycle hook refused the deployment: look at the log of its Lambda function',
    ],
    [
        /does not give you permission to perform operations.*Lambda/is,
        "CodeDeploy's service role may not invoke the hook: use the managed policy AWSCodeDeployRoleForECS, or allow lambda:InvokeFunction",
    ],
    [
        /IAM_ROLE_(?:PERMISSIONS|MISSING)/,
        "CodeDeploy's service role lacks rights: use the managed policy AWSCodeDeployRoleForECS, and allow iam:PassRole for the task's roles",
    ],
    [
        /Primary taskset target group must be behind listener/i,
        "the listener does not forward to the PRIMARY task set's target group: point it back there, then deploy again",
    ],
    [/ALARM_ACTIVE|\balarms?\b/i, 'an alarm of the deployment group went off: look at its metric at that time'],
    [/MANUAL_STOP/, 'someone stopped the deployment'],
    [
        /unable to place a task|insufficient (?:memory|cpu)|RESOURCE_LIMIT_EXCEEDED/i,
        'there is no room for the replacement: during a deployment the service needs twice its tasks',
    ],
];
/** What to do about a cause, as far as it is a known one. */
function hintFor(said) {
    return HINTS.find(([pattern]) => pattern.test(said))?.[1] ?? null;
}

;// CONCATENATED MODULE: ./build/report/stopped-tasks.js


/** True for a task of the replacement: started by its task set, or running the definition that was asked for. */
function isOfGreen(task, of) {
    const green = of.last.taskSets.find(({ color }) => color === 'green')?.id;
    return (green !== undefined && task.startedBy === green) || task.taskDefinitionArn === of.asked;
}
/** One line for each way in which tasks stopped, with how many did. */
function taskLines(tasks) {
    const counts = new Map();
    for (const task of tasks) {
        const text = stopped_tasks_textOf(task);
        counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return [...counts].map(([text, count]) => `${count === 1 ? 'A task' : `${count} tasks`} stopped: ${text}`);
}
function stopped_tasks_textOf(task) {
    const reason = [task.stopCode, task.stoppedReason].filter((part) => part !== undefined && part !== '').join(': ');
    const containers = (task.containers ?? []).map(containerText).filter((text) => text !== '');
    // Ids differ from task to task; without them equal stops are counted as one.
    const text = [reason === '' ? 'no reason given' : reason, ...containers].join('; ');
    return text.replaceAll(/\b[0-9a-f]{32,}\b/g, '\u2026');
}
function containerText({ name, exitCode, reason }) {
    const parts = [
        ...(exitCode === undefined ? [] : [`exit code ${exitCode}`]),
        ...(reason === undefined || reason === '' ? [] : [reason]),
    ];
    return parts.length === 0 ? '' : `container ${name ?? ''}: ${parts.join(', ')}`;
}

;// CONCATENATED MODULE: ./build/report/diagnosis.js









const STOPPED_TASKS = 10;
const SERVICE_EVENTS = 10;
/** Why a deployment failed, as far as AWS tells. Never throws: what cannot be read becomes a line that says so. */
async function diagnose(ecs, of) {
    const [tasks, service] = await Promise.all([
        attempt('stopped tasks', () => ecs.stoppedTasks(of.cluster, of.service, STOPPED_TASKS)),
        attempt('service events', () => ecs.describeService(of.cluster, of.service)),
    ]);
    const stopped = tasks.ok ? taskLines(tasks.value.filter((task) => isOfGreen(task, of))) : [];
    const events = service.ok ? eventLines(service.value, of.since) : [];
    const own = ownLines(of.last);
    const unread = [tasks, service].flatMap((part) => (part.ok ? [] : [part.line]));
    return { cause: rootCause(own, stopped, events), lines: [...own, ...stopped, ...events, ...unread].map(plain/* plain */.p) };
}
/** What the deployment itself says: its error, then its failed lifecycle events. */
function ownLines({ error, events, rollback }) {
    const failed = events.filter(({ status }) => status === 'Failed');
    return [
        ...(error === null ? [] : [`${error.code}: ${error.message}`]),
        ...failed.map(({ name, diagnostics }) => `${name} failed${diagnostics === null ? '' : `: ${diagnostics}`}`),
        ...[rollback?.message ?? ''].filter((text) => text !== '').map((text) => `Rollback: ${text}`),
    ];
}
function eventLines(service, since) {
    const recent = (service?.events ?? []).filter(({ createdAt }) => (createdAt?.getTime() ?? since) >= since);
    return recent.slice(0, SERVICE_EVENTS).map(({ message }) => `Service event: ${message ?? ''}`);
}
/** The first line with a known cause, the most telling source first; CodeDeploy's own error in front of it. */
function rootCause(own, stopped, events) {
    const [first = 'the deployment failed, and AWS gives no cause'] = [...own, ...stopped, ...events];
    const telling = [...stopped, ...unhappy(events), ...own].find((text) => hintFor(text) !== null);
    if (telling === undefined)
        return (0,plain/* plain */.p)(first);
    const hint = hintFor(telling) ?? '';
    return (0,plain/* plain */.p)(telling === first ? `${first} \u2192 ${hint}` : `${first} (${telling}) \u2192 ${hint}`);
}
/** Service events that tell of trouble: most are about the normal course of things. */
function unhappy(events) {
    return events.filter((text) => /unable|unhealthy|health check|error|denied|fail|insufficient/i.test(text));
}
async function attempt(what, read) {
    try {
        return { ok: true, value: await read() };
    }
    catch (error) {
        const permission = error instanceof aws_error/* AwsCallError */.iQ && error.kind === 'denied' ? ` ${(0,report_permission/* permissionFor */.T)(error)}` : '';
        return { ok: false, line: `The ${what} could not be read: ${(0,errors/* messageOf */.bD)(error)}${permission}` };
    }
}

;// CONCATENATED MODULE: ./build/report/duration.js
/** Elapsed time as `mm:ss`, or `h:mm:ss` from an hour on. */
function elapsed(ms) {
    const seconds = Math.max(0, Math.floor(ms / 1000));
    const two = (value) => String(value).padStart(2, '0');
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`;
}
/** A length of time in words: `45 s`, `5 min`, `1 h 30 min`. */
function duration(ms) {
    const seconds = Math.max(0, Math.round(ms / 1000));
    if (seconds < 120)
        return seconds === 60 ? '1 min' : `${seconds} s`;
    const minutes = Math.round(seconds / 60);
    if (minutes < 60)
        return `${minutes} min`;
    const rest = minutes % 60;
    return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`;
}

;// CONCATENATED MODULE: ./build/report/progress.js




/** What a lifecycle event of CodeDeploy is about, for a reader who does not know its name. */
const STAGES = {
    BeforeInstall: 'checks before the replacement is put up',
    Install: 'replacement task set starts and gets healthy',
    AfterInstall: 'checks of the replacement',
    AllowTestTraffic: 'test listener goes to the replacement',
    AfterAllowTestTraffic: 'tests through the test listener',
    BeforeAllowTraffic: 'checks before production traffic',
    AllowTraffic: 'production traffic shifts',
    AfterAllowTraffic: 'checks after the shift',
};
const DONE = {
    Pending: 'waits',
    InProgress: 'begins',
    Succeeded: 'done',
    Failed: 'FAILED',
    Skipped: 'skipped',
    Unknown: 'state unknown',
};
/** One line for the log: elapsed time, then what has changed. */
function progress_line(event) {
    return `${elapsed(event.elapsedMs)}  ${(0,plain/* plain */.p)(progress_textOf(event))}`;
}
function progress_textOf(event) {
    switch (event.kind) {
        case 'status':
            return `deployment ${event.status}`;
        case 'lifecycle':
            return lifecycleText(event.event);
        case 'traffic':
            return `traffic blue ${percent(event.blue)} / green ${percent(event.green)}`;
        case 'tasks':
            return `green tasks ${event.running} running, ${event.pending} pending, ${event.desired} desired`;
        case 'rollback':
            return `rollback deployment ${event.deploymentId} ${event.status}`;
        case 'unanswered':
            return `AWS did not answer (${event.reason}); the deployment goes on, next try in ${duration(event.retryMs)}`;
        case 'waiting':
            return `waiting for ${event.stage}; at most ${duration(event.leftMs)} more`;
    }
}
function lifecycleText({ name, status, startedAt, endedAt }) {
    const stage = STAGES[name];
    const took = status !== 'Skipped' && startedAt !== null && endedAt !== null ? ` in ${duration(endedAt - startedAt)}` : '';
    return `${name}${stage === undefined ? '' : ` (${stage})`}: ${DONE[status]}${took}`;
}
function percent(weight) {
    return `${Math.round(weight * 10) / 10} %`;
}

;// CONCATENATED MODULE: ./build/text-error.js
/** A text that is not what it should be. `reason` never quotes the text: it may hold what must not be shown. */
class TextError extends Error {
    name = 'TextError';
    reason;
    position;
    constructor(reason, position) {
        super(`line ${position.line}, column ${position.column}: ${reason}`);
        this.reason = reason;
        this.position = position;
    }
}
function positionAt(text, offset) {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

;// CONCATENATED MODULE: ./build/json-text.js


/** Far beyond any real file; keeps a hostile one from exhausting the stack. */
const DEEPEST = 200;
const SPACE = /[ \t\n\r]*/y;
// Unrolled, so that a string that is never ended costs one pass and no more.
// eslint-disable-next-line no-control-regex -- JSON forbids raw control characters in strings
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
/**
 * Parses JSON more strictly than `JSON.parse`: a member given twice and a number that a double cannot hold are
 * refused instead of silently losing one of the two.
 * @throws TextError with line and column; its message holds member names at most, never values.
 */
function parseJsonText(text) {
    const reader = new Reader(text);
    const value = reader.value(0);
    reader.end();
    return value;
}
class Reader {
    #text;
    #at = 0;
    constructor(text) {
        this.#text = text;
    }
    value(depth) {
        if (depth > DEEPEST)
            this.#fail(`nested deeper than ${DEEPEST} levels`);
        this.#take(SPACE);
        const first = this.#text[this.#at];
        if (first === '{')
            return this.#object(depth);
        if (first === '[')
            return this.#array(depth);
        if (first === '"')
            return this.#string();
        return this.#number() ?? this.#word();
    }
    end() {
        this.#take(SPACE);
        if (this.#at < this.#text.length)
            this.#fail('the document has ended, but more text follows');
    }
    #object(depth) {
        const members = new Map();
        this.#items('}', () => {
            const start = this.#at;
            if (this.#text[this.#at] !== '"')
                this.#fail('expected a member name in double quotes');
            const name = this.#string();
            if (members.has(name))
                this.#fail(`member ${JSON.stringify(name)} is given twice`, start);
            this.#take(SPACE);
            if (!this.#skip(':'))
                this.#fail(`expected ':' after a member name`);
            members.set(name, this.value(depth + 1));
        });
        return Object.fromEntries(members);
    }
    #array(depth) {
        const elements = [];
        this.#items(']', () => elements.push(this.value(depth + 1)));
        return elements;
    }
    /** What stands between brackets, separated by commas. */
    #items(close, item) {
        this.#at += 1;
        this.#take(SPACE);
        if (this.#skip(close))
            return;
        do {
            this.#take(SPACE);
            item();
            this.#take(SPACE);
        } while (this.#skip(','));
        if (!this.#skip(close))
            this.#fail(`expected ',' or '${close}'`);
    }
    #string() {
        const source = this.#take(STRING);
        if (source === '')
            this.#fail('a string is not ended on its line, or holds an escape that JSON does not know');
        return String(JSON.parse(source));
    }
    #number() {
        const start = this.#at;
        const source = this.#take(NUMBER);
        if (source === '')
            return null;
        const value = Number(source);
        if (!isExact(source, value))
            this.#fail('a number is too large to be kept exactly; write it as a string', start);
        return value;
    }
    #word() {
        const source = this.#take(WORD);
        if (source === '')
            this.#fail('expected a value');
        return source === 'null' ? null : source === 'true';
    }
    #take(pattern) {
        pattern.lastIndex = this.#at;
        const source = pattern.exec(this.#text)?.[0] ?? '';
        this.#at += source.length;
        return source;
    }
    #skip(character) {
        if (this.#text[this.#at] !== character)
            return false;
        this.#at += 1;
        return true;
    }
    #fail(reason, at = this.#at) {
        const ended = this.#at >= this.#text.length ? 'the text ends too early: ' : '';
        throw new TextError(ended + reason, positionAt(this.#text, at));
    }
}
/** Whether the number is sent on as it was written: every digit of an integer, and no infinity. */
function isExact(source, value) {
    if (!Number.isFinite(value))
        return false;
    if (!/^[-+]?\d+$/.test(source) || Number.isSafeInteger(value))
        return true;
    return String(value) === source;
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/ports/files.js


/** Task definitions and AppSpecs are a few kilobytes; anything far larger is a wrong path. */
const LARGEST = 5 * 1024 * 1024;
/** Reads UTF-8, without its byte order mark. Refuses a folder, more than 5 MB, and bytes that are not UTF-8. */
const readTextFile = async (path) => {
    try {
        const found = await (0,external_node_fs_promises_.stat)(path);
        if (!found.isFile())
            throw refuse(path, 'it is not a file', 'Name a file.');
        if (found.size > LARGEST) {
            throw refuse(path, `it has ${found.size} bytes; ${LARGEST} are read at most`, 'Check the path.');
        }
        return decode(path, await (0,external_node_fs_promises_.readFile)(path));
    }
    catch (error) {
        if (isAbsent(error))
            return null;
        throw error;
    }
};
function decode(path, bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw refuse(path, 'it is not UTF-8 text', 'Save the file as UTF-8.');
    }
}
function isAbsent(error) {
    return (typeof error === 'object' &&
        error !== null &&
        'code' in error &&
        (error.code === 'ENOENT' || error.code === 'ENOTDIR'));
}
function refuse(path, why, repair) {
    return new errors/* StepError */.zg({ tried: 'read a file', on: path, why, repair });
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/yaml-text.js




/**
 * Parses one YAML 1.2 document with the core schema. No tag runs anything: unknown tags are refused, as are members
 * given twice, more aliases than any real file has, and numbers that a double cannot hold. Merge keys (`<<`) work.
 * The parser is loaded here, so that a run without YAML does not pay for it.
 * @throws TextError with line and column; its message never quotes the text.
 */
async function parseYamlText(text, options = {}) {
    const yaml = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    try {
        const document = yaml.parseDocument(text, {
            schema: 'core',
            merge: true,
            resolveKnownTags: false,
            prettyErrors: false,
        });
        const fault = document.errors[0] ?? document.warnings[0];
        if (fault !== undefined)
            throw new TextError(reasonOf(fault), positionAt(text, fault.pos[0]));
        settle(yaml, document, text, options);
        // The core schema, checked by settle(), yields nothing but JSON's types.
        const value = document.toJS({ maxAliasCount: 100 });
        return { value, positionOf: (path) => positionAt(text, offsetOf(yaml, document, path)) };
    }
    catch (error) {
        if (error instanceof TextError)
            throw error;
        // What the parser throws itself: aliases without end, or nesting that exhausts the stack.
        const reason = 'its aliases or its nesting go beyond what any real file needs';
        throw new TextError(reason, { line: 1, column: 1 });
    }
}
/** Makes every key a string, as typed; refuses what JSON cannot say. */
function settle(yaml, document, text, options) {
    const refuse = (node, reason) => {
        throw new TextError(reason, positionAt(text, node.range?.[0] ?? 0));
    };
    yaml.visit(document, {
        Alias: (key, node, path) => {
            if (key === 'key')
                refuse(node, 'an alias cannot be a member name');
            const target = node.resolve(document);
            if (target === undefined)
                refuse(node, 'an alias names no anchor before it');
            if (path.some((above) => above === target))
                refuse(node, 'an alias contains itself');
        },
        Collection: (key, node) => {
            if (key === 'key')
                refuse(node, 'a member name must be text');
        },
        Scalar: (key, node, path) => {
            if (key === 'key') {
                asTyped(node);
                return;
            }
            if (options.isString?.(namesIn(yaml, path)) === true)
                asTyped(node);
            if (typeof node.value === 'number' && !keepsNumber(node.source ?? '', node.value)) {
                refuse(node, 'a number cannot be kept exactly; write it in quotes');
            }
        },
    });
}
/** `1.10`, `0123` and `yes` stay what was typed. An empty value stays null, a merge key a merge key. */
function asTyped(node) {
    const source = node.source ?? '';
    if (typeof node.value === 'symbol' || typeof node.value === 'string' || source === '')
        return;
    node.value = source;
}
function keepsNumber(source, value) {
    return /^0[xo]/.test(source) ? Number.isSafeInteger(value) : isExact(source, value);
}
function namesIn(yaml, path) {
    return path.flatMap((step) => (yaml.isPair(step) && yaml.isScalar(step.key) ? [String(step.key.value)] : []));
}
function offsetOf(yaml, document, path) {
    for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if (yaml.isNode(node) && node.range)
            return node.range[0];
    }
    return document.contents?.range[0] ?? 0;
}
/** In our words where the parser's would quote the text. */
function reasonOf(fault) {
    return REASONS.get(fault.code) ?? `it is not valid YAML (${fault.code})`;
}
const REASONS = new Map([
    ['BAD_ALIAS', 'an anchor or an alias ends in a colon'],
    ['BAD_DQ_ESCAPE', 'a double-quoted string holds an escape that YAML does not know'],
    ['BAD_INDENT', 'the indentation does not fit the lines above'],
    ['BAD_SCALAR_START', 'a value begins with a character that must be quoted'],
    ['BLOCK_AS_IMPLICIT_KEY', "a value holds ': ' or a list where one line was expected; quote it or indent it"],
    ['DUPLICATE_KEY', 'a member is given twice'],
    ['MISSING_CHAR', 'a closing quote, a bracket, a comma or a colon is missing'],
    ['MULTILINE_IMPLICIT_KEY', "a member name spans lines; is a ':' missing?"],
    ['MULTIPLE_DOCS', 'the file holds more than one document'],
    ['RESOURCE_EXHAUSTION', 'it is nested deeper than any real file'],
    ['TAB_AS_INDENT', 'a tab is used for indentation; use spaces'],
    ['TAG_RESOLVE_FAILED', 'a tag (like !Ref) is used; tags are not supported'],
    ['UNEXPECTED_TOKEN', 'something stands where YAML does not expect it'],
]);

;// CONCATENATED MODULE: ./build/appspec/problems.js



function complain(place, why, repair) {
    place.problems.push({ path: place.path, why, repair });
    return null;
}
function child(place, key, value) {
    return { value, path: [...place.path, key], problems: place.problems };
}
/** The member, in any spelling of its case; null where it is absent or null. Two spellings of one key are a problem. */
function optional(place, name) {
    const [first, second] = findKeys(place.value, name);
    if (first === undefined)
        return null;
    if (second !== undefined) {
        const at = child(place, second.key, second.value);
        return complain(at, `'${first.key}' and '${second.key}' are the same key`, 'Keep one of them.');
    }
    return first.value === null ? null : child(place, first.key, first.value);
}
function required(place, name, repair) {
    const found = optional(place, name);
    if (found !== null || findKeys(place.value, name).length > 1)
        return found;
    return complain(place, `${name} is missing`, repair);
}
function textAt(place, repair) {
    if (place === null)
        return null;
    if (typeof place.value === 'string' && place.value.trim() !== '')
        return place.value;
    return complain(place, `${nameOf(place)} is ${problems_kindOf(place.value)}, not text`, repair);
}
function nameOf(place) {
    const key = place.path.findLast((step) => typeof step === 'string');
    return typeof key === 'string' ? key : 'the file';
}
/** What a value is, in words; texts and numbers as they are, for an AppSpec holds nothing secret. */
function problems_kindOf(value) {
    if (value === null)
        return 'empty';
    if ((0,json/* isObject */.Gv)(value))
        return 'a map';
    if (Array.isArray(value))
        return 'a list';
    return `${typeof value === 'string' ? 'the text ' : ''}${JSON.stringify(value)}`;
}
/** The elements of a list with their places. */
function placesIn(list) {
    return (0,json/* elementsOf */.ZE)(list.value).map((value, index) => child(list, index, value));
}

;// CONCATENATED MODULE: ./build/appspec/hooks.js



/** CodeDeploy user guide, "AppSpec 'hooks' section": the events of ECS that can call a Lambda function. */
const HOOK_EVENTS = [
    'BeforeInstall',
    'AfterInstall',
    'AfterAllowTestTraffic',
    'BeforeAllowTraffic',
    'AfterAllowTraffic',
];
const EXAMPLE = 'Write a list like "- BeforeAllowTraffic: name-or-ARN-of-a-function".';
/** The hooks with their events as CodeDeploy spells them, in the file's order. */
function checkHooks(place) {
    if (place === null)
        return [];
    if (!(0,json/* isList */.Lv)(place.value)) {
        complain(place, `Hooks is ${problems_kindOf(place.value)}`, EXAMPLE);
        return [];
    }
    const seen = new Set();
    return placesIn(place).flatMap((entry) => {
        if (!(0,json/* isObject */.Gv)(entry.value) || Object.keys(entry.value).length === 0) {
            complain(entry, `a hook is ${problems_kindOf(entry.value)}`, EXAMPLE);
            return [];
        }
        return Object.entries(entry.value).flatMap(([event, fn]) => {
            const hook = hookOf(child(entry, event, fn), event, seen);
            return hook === null ? [] : [hook];
        });
    });
}
function hookOf(place, event, seen) {
    const known = HOOK_EVENTS.find((name) => name.toLowerCase() === event.toLowerCase());
    if (known === undefined) {
        return complain(place, `'${event}' is no hook`, `The hooks are: ${HOOK_EVENTS.join(', ')}.`);
    }
    if (seen.has(known))
        return complain(place, `${known} is given twice`, 'One function runs at each event; keep one.');
    seen.add(known);
    const { value } = place;
    if (typeof value === 'string' && value.trim() !== '')
        return [known, value];
    return complain(place, `the function of ${known} is ${problems_kindOf(value)}`, 'Write the name or ARN of one Lambda function.');
}

;// CONCATENATED MODULE: ./build/appspec/placement.js


/** CodeDeploy user guide: NetworkConfiguration is all or nothing. */
const ALL = 'Write all three of Subnets, SecurityGroups and AssignPublicIp, or leave NetworkConfiguration out.';
/** The network in AppSpec's own spelling, whatever spelling the file has; null where the file names none. */
function checkNetwork(place) {
    if (place === null)
        return null;
    const vpc = optional(place, 'AwsvpcConfiguration');
    if (vpc === null || !(0,json/* isObject */.Gv)(vpc.value))
        return complain(place, 'NetworkConfiguration is incomplete', ALL);
    const given = {
        Subnets: optional(vpc, 'Subnets'),
        SecurityGroups: optional(vpc, 'SecurityGroups'),
        AssignPublicIp: optional(vpc, 'AssignPublicIp'),
    };
    const missing = Object.entries(given).flatMap(([name, found]) => (found === null ? [name] : []));
    if (missing.length > 0)
        return complain(vpc, `NetworkConfiguration lacks ${missing.join(' and ')}`, ALL);
    const Subnets = idsAt(given.Subnets);
    const SecurityGroups = idsAt(given.SecurityGroups);
    const AssignPublicIp = publicIpAt(given.AssignPublicIp);
    return { AwsvpcConfiguration: { Subnets, SecurityGroups, AssignPublicIp } };
}
function idsAt(place) {
    if (place === null)
        return null;
    const ids = (0,json/* isList */.Lv)(place.value) ? place.value : [];
    if (ids.length > 0 && ids.every((id) => typeof id === 'string' && id !== ''))
        return ids;
    return complain(place, `${nameOf(place)} is not a list of ids`, 'Write a list of one or more ids.');
}
function publicIpAt(place) {
    if (place === null || place.value === 'ENABLED' || place.value === 'DISABLED')
        return place?.value ?? null;
    return complain(place, `AssignPublicIp is ${problems_kindOf(place.value)}`, 'Write ENABLED or DISABLED.');
}
/** The strategy in AppSpec's own spelling, with the defaults of Base and Weight; null where the file names none. */
function checkCapacity(place) {
    if (place === null)
        return null;
    const repair = 'Write a list of CapacityProvider with Base and Weight.';
    if (!(0,json/* isList */.Lv)(place.value))
        return complain(place, `CapacityProviderStrategy is ${problems_kindOf(place.value)}`, repair);
    if (place.value.length === 0)
        return null;
    return placesIn(place).map((item) => {
        const provider = optional(item, 'CapacityProvider');
        if (provider === null)
            complain(item, 'CapacityProvider is missing', repair);
        return {
            Base: numberAt(item, 'Base'),
            CapacityProvider: textAt(provider, repair),
            Weight: numberAt(item, 'Weight'),
        };
    });
}
/** ECS API, CapacityProviderStrategyItem: base and weight default to 0. */
function numberAt(item, name) {
    const found = optional(item, name);
    if (found === null)
        return 0;
    const { value } = found;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0)
        return value;
    complain(found, `${name} is ${problems_kindOf(value)}`, 'Write a whole number from 0.');
    return 0;
}

;// CONCATENATED MODULE: ./build/appspec/check.js





const check_EXAMPLE = 'Write a list with one resource: "- TargetService:", and below it Type and Properties.';
/** Reads an AppSpec for ECS, keys in any case, and finds everything in it that CodeDeploy would refuse later. */
function checkAppSpec(document) {
    const problems = [];
    const root = { value: document, path: [], problems };
    if (!(0,json/* isObject */.Gv)(document)) {
        complain(root, `the file is ${problems_kindOf(document)}`, 'Write version, Resources and, if needed, Hooks.');
        return { kind: 'problems', problems };
    }
    checkVersion(root);
    const resource = onlyResource(root);
    const properties = resource === null ? null : propertiesOf(resource);
    const service = properties === null ? null : serviceOf(properties);
    const hooks = checkHooks(optional(root, 'Hooks'));
    if (service === null || problems.length > 0)
        return { kind: 'problems', problems };
    return { kind: 'ok', document, service: { ...service, hooks } };
}
function checkVersion(root) {
    const repair = 'Write version: 0.0, the only one there is.';
    const version = required(root, 'version', repair);
    if (version === null)
        return;
    const { value } = version;
    if (value === 0 || (typeof value === 'string' && /^0(?:\.0)?$/.test(value)))
        return;
    complain(version, `version is ${problems_kindOf(value)}`, repair);
}
/** The resource below its logical name. */
function onlyResource(root) {
    const resources = required(root, 'Resources', check_EXAMPLE);
    if (resources === null)
        return null;
    if (!(0,json/* isList */.Lv)(resources.value))
        return complain(resources, `Resources is ${problems_kindOf(resources.value)}`, check_EXAMPLE);
    const [first, second] = resources.value;
    if (first === undefined)
        return complain(resources, 'Resources has no resource', check_EXAMPLE);
    if (second !== undefined) {
        const why = `Resources has ${resources.value.length} resources, and a deployment has one service`;
        return complain(child(resources, 1, second), why, 'Keep the resource of this service.');
    }
    const entry = child(resources, 0, first);
    const members = (0,json/* isObject */.Gv)(first) ? Object.entries(first) : [];
    const [named] = members;
    if (named === undefined)
        return complain(entry, `the resource is ${problems_kindOf(first)}`, check_EXAMPLE);
    if (members.length > 1) {
        const why = `one resource has several names: ${members.map(([name]) => name).join(', ')}`;
        return complain(entry, why, 'Indent Type and Properties below the name; keep one resource.');
    }
    const resource = child(entry, ...named);
    return (0,json/* isObject */.Gv)(resource.value) ? resource : complain(resource, `${named[0]} is ${problems_kindOf(named[1])}`, check_EXAMPLE);
}
function propertiesOf(resource) {
    const repair = 'Write Type: AWS::ECS::Service.';
    const type = required(resource, 'Type', repair);
    if (type !== null && type.value !== 'AWS::ECS::Service') {
        complain(type, `Type is ${problems_kindOf(type.value)}`, repair);
    }
    const properties = required(resource, 'Properties', 'Write Properties with LoadBalancerInfo below.');
    if (properties === null || (0,json/* isObject */.Gv)(properties.value))
        return properties;
    return complain(properties, `Properties is ${problems_kindOf(properties.value)}`, 'Write LoadBalancerInfo below it.');
}
function serviceOf(properties) {
    const container = loadBalancer(properties);
    checkTaskDefinition(optional(properties, 'TaskDefinition'));
    const platformVersion = textAt(optional(properties, 'PlatformVersion'), 'Write it in quotes, for example "1.4.0" or "LATEST".');
    const network = checkNetwork(optional(properties, 'NetworkConfiguration'));
    const capacityProviders = checkCapacity(optional(properties, 'CapacityProviderStrategy'));
    return container === null ? null : { ...container, platformVersion, network, capacityProviders };
}
/** It is replaced by the revision that is deployed; a placeholder is as good as an ARN, but a map is a mistake. */
function checkTaskDefinition(place) {
    if (place !== null)
        textAt(place, 'Write TaskDefinition: "<TASK_DEFINITION>"; it is replaced.');
}
function loadBalancer(properties) {
    const info = required(properties, 'LoadBalancerInfo', 'Write it with ContainerName and ContainerPort below.');
    if (info === null)
        return null;
    const name = required(info, 'ContainerName', 'Name the container behind the load balancer.');
    const containerName = textAt(name, 'Name the container behind the load balancer.');
    const port = required(info, 'ContainerPort', 'Write the port that the container listens on.');
    const containerPort = port === null ? null : portAt(port);
    return containerName === null || containerPort === null ? null : { containerName, containerPort };
}
function portAt(place) {
    const { value } = place;
    if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 65_536)
        return value;
    const repair = typeof value === 'string' && /^\d+$/.test(value) ? `Write ${value} without quotes.` : 'Write a port.';
    return complain(place, `${nameOf(place)} is ${problems_kindOf(value)}, which is no port number`, repair);
}

;// CONCATENATED MODULE: ./build/appspec/load.js










/** Looked for in the workspace when no path is given, in this order. */
const DEFAULT_APPSPECS = ['appspec.yaml', 'appspec.yml'];
/**
 * Loads the AppSpec file, YAML or JSON. A path that is given must be there; without one, null when neither default is.
 * `path` of the answer is the path as it was given or found, for the log.
 * @throws StepError with all problems of the file, each with its line and repair.
 */
async function loadAppSpec(path, workspace, readFile) {
    for (const candidate of path === null ? DEFAULT_APPSPECS : [path]) {
        const text = await readFile((0,external_node_path_.resolve)(workspace, candidate));
        if (text !== null)
            return parseAppSpec(candidate, text);
    }
    if (path === null)
        return null;
    const why = `there is no file ${(0,external_node_path_.resolve)(workspace, path)}`;
    throw fault(path, why, 'Check codedeploy-appspec: the path is relative to the workspace.');
}
async function parseAppSpec(path, text) {
    try {
        const checked = checkAppSpec(await parse(text));
        if (checked.kind === 'ok')
            return { kind: 'file', path, document: checked.document, service: checked.service };
        throw fault(path, await listed(text, checked.problems), 'Correct the file there.');
    }
    catch (error) {
        if (!(error instanceof TextError))
            throw error;
        throw fault(path, error.message, 'Correct the file there; it is read as YAML or JSON.', error);
    }
}
/** JSON first: it needs no YAML parser. Whatever is no JSON, the YAML parser explains. */
async function parse(text) {
    if (/^\s*\{/.test(text)) {
        try {
            return parseJsonText(text);
        }
        catch (error) {
            if (!(error instanceof TextError))
                throw error;
        }
    }
    return (await parseYamlText(text)).value;
}
/** One line a problem. JSON is YAML as well: one parser knows the lines of both. */
async function listed(text, problems) {
    const document = await parseYamlText(text);
    const lines = problems
        .map(({ path, why, repair }) => ({ line: document.positionOf(path).line, text: `${why}. ${repair}` }))
        .sort((a, b) => a.line - b.line);
    return lines.map(({ line, text: problem }) => `\n  line ${line}: ${problem}`).join('');
}
function fault(on, why, repair, cause) {
    return new errors/* StepError */.zg({ tried: 'read the AppSpec', on, why, repair }, { cause });
}

;// CONCATENATED MODULE: ./build/target/command.js

/** A command of the AWS CLI to copy from a message: every word quoted where a shell would read it otherwise. */
function awsCommand(place, ...words) {
    return ['aws', ...words, '--region', place.region].map(quote).join(' ');
}
function quote(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
/** Foreign text for a message: on one line, and no longer than `limit` characters. */
function oneLine(text, limit = 600) {
    // eslint-disable-next-line no-control-regex -- control characters are exactly what must not get into a log
    const line = text.replaceAll(/[\s\u0000-\u001f\u007f]+/g, ' ').trim();
    return line.length > limit ? `${line.slice(0, limit - 1)}\u2026` : line;
}

;// CONCATENATED MODULE: ./build/target/permissions.js


/** Calls whose IAM resource is narrower than `*` (IAM's service authorization reference). */
const RESOURCES = {
    'ecs:DescribeServices': (_, place) => ecs(place, `service/${place.cluster}/${place.service}`),
    'ecs:DescribeTasks': (_, place) => ecs(place, `task/${place.cluster}/*`),
    'codedeploy:GetDeploymentGroup': (call, place) => codedeploy(place, `deploymentgroup:${call.on}`),
    'codedeploy:CreateDeployment': (call, place) => codedeploy(place, `deploymentgroup:${call.on}`),
    'codedeploy:ListDeployments': (call, place) => codedeploy(place, `deploymentgroup:${call.on}`),
    // `on` is a deployment's id, which the ARN has no room for.
    'codedeploy:GetDeployment': (_, place) => codedeploy(place, 'deploymentgroup:*'),
    'codedeploy:GetDeploymentConfig': (call, place) => codedeploy(place, `deploymentconfig:${call.on}`),
    'ecr:DescribeRepositories': ecr,
    'ecr:DescribeImages': ecr,
    'ecr:BatchGetImage': ecr,
    'ecr:PutImage': ecr,
    'ecr:DescribeImageScanFindings': ecr,
};
/**
 * The IAM statement that allows a call, on one line. The resource is the tightest that the call can have; `*` where
 * IAM knows no resource for it (elasticloadbalancing:Describe*, ecs:DescribeTaskDefinition, codedeploy:GetDeploymentTarget).
 * `group`: `application/group`, where it is known, narrows the calls that CodeDeploy checks against the group.
 */
function statementFor(call, place, group) {
    const action = `${call.service}:${call.operation}`;
    const found = RESOURCES[action]?.(call, place) ?? '*';
    const resource = group === undefined ? found : found.replace(/deploymentgroup:\*$/, () => `deploymentgroup:${group}`);
    return JSON.stringify({ Effect: 'Allow', Action: action, Resource: resource });
}
function ecs(place, resource) {
    return `arn:${place.partition}:ecs:${place.region}:${place.account}:${resource}`;
}
function codedeploy(place, resource) {
    return `arn:${place.partition}:codedeploy:${place.region}:${place.account}:${resource}`;
}
/** `on` is the repository's name, with `:tag` or `@digest` behind it where an image was asked for. */
function ecr({ on, owner }, place) {
    const repository = on.split(/[:@]/)[0] ?? on;
    const { account, region } = owner ?? place;
    return `arn:${place.partition}:ecr:${region}:${account}:repository/${repository}`;
}

;// CONCATENATED MODULE: ./build/target/missing.js



/** What to do when the thing that a call names is not there, or AWS refuses the name. */
function repairOfMissing(error, place) {
    if (error.call.operation === 'DescribeRepositories' && error.kind !== 'missing')
        return "Correct input 'repository'.";
    const repair = missing_REPAIRS[error.call.operation];
    return repair?.(error.call, place) ?? 'Check that it exists in this account and region.';
}
const missing_REPAIRS = {
    DescribeServices: (_, place) => `Check input 'cluster' (${place.cluster}) and the region of the credentials (${place.region}). What is there: ${awsCommand(place, 'ecs', 'list-clusters')}`,
    DescribeTaskDefinition: (_, place) => `Check input 'task-definition'; a file needs a path separator or a .json, .yml or .yaml ending. What is there: ${awsCommand(place, 'ecs', 'list-task-definition-families', '--status', 'ACTIVE')}`,
    GetDeploymentGroup: (call, place) => `Check inputs 'codedeploy-application' and 'codedeploy-deployment-group'. What is there: ${awsCommand(place, 'deploy', 'list-deployment-groups', '--application-name', call.on.split('/')[0] ?? call.on)}`,
    GetDeploymentConfig: (_, place) => `Check input 'codedeploy-deployment-config'. What is there: ${awsCommand(place, 'deploy', 'list-deployment-configs')}`,
    DescribeRules: listenerRepair,
    DescribeListeners: listenerRepair,
    DescribeTargetGroups: () => 'Give the deployment group a pair of target groups that exist, both behind the load balancer of the production listener (CodeDeploy console: edit the deployment group).',
    DescribeRepositories: (call, place) => call.owner === undefined
        ? `Create it: ${awsCommand(place, 'ecr', 'create-repository', '--repository-name', call.on)}\nOr correct input 'repository'.`
        : `Create it in account ${call.owner.account}: ${awsCommand(call.owner, 'ecr', 'create-repository', '--repository-name', call.on)}\nOr correct input 'repository'.`,
};
function listenerRepair() {
    return 'Give the deployment group a production listener that exists (CodeDeploy console: edit the deployment group, Load balancers).';
}

;// CONCATENATED MODULE: ./build/target/faults.js






/** What an operation was to do, as `Could not \u2026` continues. */
const TRIED = {
    DescribeServices: 'read the service',
    DescribeTaskDefinition: 'read the task definition',
    GetDeploymentGroup: 'read the deployment group',
    GetDeploymentConfig: 'read the deployment configuration',
    GetDeployment: 'read the deployment',
    DescribeListeners: 'read the production listener',
    DescribeRules: 'read the rules of the production listener',
    DescribeTargetGroups: 'read the target groups',
    DescribeRepositories: 'read the ECR repository',
    DescribeImages: 'look the image up in ECR',
    BatchGetImage: "read the image's manifest in ECR",
    PutImage: 'tag the image in ECR',
    DescribeImageScanFindings: "read ECR's scan of the image",
};
/**
 * The faults of all that could not be read. `group`: `application/group`, where it is known. Wrong credentials and an endpoint that does not answer make one fault
 * each, however many calls met them. What is no fault of a read (a mistake in this program) is thrown on.
 */
function faultsOf(errors, place, group) {
    const calls = errors.filter((error) => error instanceof aws_error/* AwsCallError */.iQ);
    const once = ['credentials', 'network'].flatMap((kind) => {
        const alike = calls.filter((error) => error.kind === kind);
        const [first] = alike;
        return first === undefined ? [] : [sharedFault(first, alike, place)];
    });
    const others = errors.filter((error) => !isShared(error)).map((error) => faultOf(error, place, group));
    return [...once, ...others];
}
function isShared(error) {
    return error instanceof aws_error/* AwsCallError */.iQ && (error.kind === 'credentials' || error.kind === 'network');
}
function sharedFault(first, alike, place) {
    const operations = [...new Set(alike.map(({ call }) => `${call.service}:${call.operation}`))].join(', ');
    return {
        tried: first.kind === 'credentials' ? 'sign in to AWS' : 'reach AWS',
        on: `${operations} in ${place.region}`,
        why: whyOf(first),
        repair: first.kind === 'credentials'
            ? 'Put aws-actions/configure-aws-credentials before this step, in the same job, and check its role and region; temporary credentials end after their time.'
            : 'Run the job again. If it repeats, check the runner\u2019s way to AWS (proxy, VPC endpoints, AWS_ENDPOINT_URL) and that the region is right.',
    };
}
/** One fault of one read. */
function faultOf(error, place, group) {
    if (error instanceof errors/* StepError */.zg)
        return error.fault;
    if (error instanceof aws_error/* AwsCallError */.iQ)
        return callFault(error, place, group);
    if (error instanceof Error && 'syscall' in error) {
        return {
            tried: 'read a file',
            on: 'path' in error ? oneLine(String(error.path)) : 'the workspace',
            why: oneLine((0,errors/* messageOf */.bD)(error)),
            repair: 'Check the path and that the runner may read it.',
        };
    }
    throw error;
}
function callFault(error, place, group) {
    return {
        tried: TRIED[error.call.operation] ?? `call ${error.call.service}:${error.call.operation}`,
        on: oneLine(`${error.call.on} in ${error.call.owner?.region ?? place.region}`),
        why: whyOf(error),
        repair: faults_repairOf(error, place, group),
    };
}
/** AWS's words. */
function whyOf(error) {
    const head = `${error.call.service}:${error.call.operation} (${error.call.on}): `;
    return oneLine(error.message.startsWith(head) ? error.message.slice(head.length) : error.message);
}
function faults_repairOf(error, place, group) {
    switch (error.kind) {
        case 'denied':
            return deniedRepair(error, place, group);
        case 'throttled':
        case 'server':
            return "Run the job again; input 'max-retries' makes the step more patient.";
        case 'credentials':
        case 'network':
        case 'missing':
        case 'other':
            return repairOfMissing(error, place);
    }
}
/** A denial that an explicit deny made is not mended by a further Allow. */
function deniedRepair(error, place, group) {
    const statement = statementFor(error.call, withAccount(place, error.message), group);
    const explicit = /explicit deny/i.test(error.message)
        ? ' AWS names an explicit deny: that one must be lifted too, an Allow does not outweigh it.'
        : '';
    return `Add this statement to the policy of the role that the step runs as: ${statement}${explicit}`;
}
/** A denial names the caller (`arn:aws:sts::123456789012:assumed-role/\u2026`), and with it the account. */
function withAccount(place, message) {
    if (place.account !== '*')
        return place;
    const account = /arn:[\w-]+:(?:sts|iam)::(\d{12}):/.exec(message)?.[1];
    return account === undefined ? place : { ...place, account };
}

;// CONCATENATED MODULE: ./build/target/console-names.js

/** What the ECS console keeps of each name (ECS developer guide, "Blue/Green deployment with CodeDeploy"). */
const CUT = 47;
/** CodeDeploy API: names of applications and groups have at most 100 characters. */
const LONGEST = 100;
/**
 * The names that the ECS console gives, likeliest first: cut as the console does, and whole for those who made the
 * group by themselves after the same pattern. What the inputs name replaces its half.
 */
function consoleNames(place, given) {
    const stems = new Set([
        `${place.cluster.slice(0, CUT)}-${place.service.slice(0, CUT)}`,
        `${place.cluster}-${place.service}`,
    ]);
    return [...stems]
        .map((stem) => ({
        application: given.application ?? `AppECS-${stem}`,
        group: given.group ?? `DgpECS-${stem}`,
    }))
        .filter(({ application, group }) => application.length <= LONGEST && group.length <= LONGEST);
}

;// CONCATENATED MODULE: ./build/target/place.js

/** `cluster` and `service` as the inputs have them: names or ARNs. `found` is the answer of DescribeServices. */
function placeOf(region, cluster, service, found) {
    const arn = [found?.serviceArn, service, cluster].find((text) => text?.startsWith('arn:') === true) ?? '';
    const [, partition, , , account] = arn.split(':');
    return {
        partition: present(partition) ?? partitionOf(region),
        region,
        account: present(account) ?? '*',
        cluster: place_nameOf(cluster),
        service: place_nameOf(service),
    };
}
/** The last part of an ARN's resource (`\u2026:service/shop/web` is `web`); a name as it is. */
function place_nameOf(nameOrArn) {
    return nameOrArn.startsWith('arn:') ? nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1) : nameOrArn;
}
/** `\u2026:targetgroup/<name>/<id>`: the name that CodeDeploy's target group pair speaks of. */
function targetGroupName(arn) {
    return /:targetgroup\/([^/]+)\//.exec(arn)?.[1] ?? arn;
}
/** `cluster/service in region`: what messages say. */
function describePlace(place) {
    return `${place.cluster}/${place.service} in ${place.region}`;
}
function present(text) {
    return text === '' ? undefined : text;
}
function partitionOf(region) {
    if (region.startsWith('cn-'))
        return 'aws-cn';
    return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

;// CONCATENATED MODULE: ./build/target/find-group.js









/**
 * Finds application and group: by the inputs; else by the deployment that made the PRIMARY task set; else by the
 * console's names. With one input alone, the other half is the console's first. Never scans the account.
 * Throws an `AwsCallError`, or a `StepError` that lists the names tried.
 */
async function findGroup(search) {
    const { application, group } = search.given;
    if (application !== null && group !== null)
        return confirmed(search, { application, group }, 'inputs', null);
    const names = consoleNames(search.place, search.given);
    const derived = application !== null || group !== null;
    const early = derived ? await guess(search, names, 'one input and the console\u2019s names', null) : NOTHING;
    if (early.found !== null)
        return early.found;
    const made = await madeByDeployment(search);
    if (made.name !== null) {
        const found = await existing(search, made.name, 'the deployment that made the PRIMARY task set', null);
        if (found !== null)
            return found;
    }
    const late = derived ? early : await guess(search, names, 'the console\u2019s names', made.denied);
    if (late.found !== null)
        return late.found;
    throw notFound(search, [...(made.name === null ? [] : [made.name]), ...names], made.reason, late.denied);
}
async function confirmed(search, { application, group }, foundBy, denied) {
    const info = await search.codedeploy.getDeploymentGroup(application, group);
    return { application, name: group, foundBy, info, denied };
}
/** null where there is no such group. */
async function existing(search, name, foundBy, denied) {
    try {
        return await confirmed(search, name, foundBy, denied);
    }
    catch (error) {
        if (error instanceof aws_error/* AwsCallError */.iQ && error.kind === 'missing')
            return null;
        throw error;
    }
}
const NOTHING = { found: null, denied: null };
/** The first of the names that exists. A tight policy denies names that are merely guessed: that is remembered. */
async function guess(search, names, foundBy, deniedBefore) {
    let denied = null;
    for (const name of names) {
        try {
            const found = await existing(search, name, foundBy, deniedBefore);
            if (found !== null)
                return { found, denied };
        }
        catch (error) {
            if (!(error instanceof aws_error/* AwsCallError */.iQ) || error.kind !== 'denied')
                throw error;
            denied ??= error;
        }
    }
    return { found: null, denied };
}
async function madeByDeployment(search) {
    const id = await search.madeBy();
    if (id === null)
        return { name: null, reason: 'no deployment is known that made the PRIMARY task set', denied: null };
    try {
        const { applicationName, deploymentGroupName } = await search.getDeployment(id);
        const name = { application: applicationName ?? '', group: deploymentGroupName ?? '' };
        const fits = name.application === (search.given.application ?? name.application) &&
            name.group === (search.given.group ?? name.group);
        return fits && name.application !== '' && name.group !== ''
            ? { name, reason: null, denied: null }
            : { name: null, reason: `deployment ${id} names no group that fits the inputs`, denied: null };
    }
    catch (error) {
        // Old deployments are removed, and a tight policy may not cover them: the console's names may still do.
        if (!(error instanceof aws_error/* AwsCallError */.iQ) || !['missing', 'denied', 'other'].includes(error.kind))
            throw error;
        const denied = error.kind === 'denied' ? error : null;
        return { name: null, reason: `deployment ${id}, that made the PRIMARY task set: ${error.code}`, denied };
    }
}
function notFound(search, names, reason, denied) {
    const tried = names.map(({ application, group }) => `${application} / ${group}`).join(', ');
    const because = reason === null ? '' : `; ${reason}`;
    const inputs = "Set inputs 'codedeploy-application' and 'codedeploy-deployment-group'.";
    const list = awsCommand(search.place, 'deploy', 'list-applications');
    return new errors/* StepError */.zg({
        tried: 'find the CodeDeploy deployment group',
        on: describePlace(search.place),
        why: `${denied === null ? 'none of these names exists' : 'these names do not exist or may not be read'}: ${tried || 'no name can be derived, all would be too long'}${because}`,
        repair: denied === null
            ? `${inputs} What is there: ${list}`
            : `${inputs} If the group has one of the names above: ${deniedRepair(denied, search.place)}`,
    });
}

;// CONCATENATED MODULE: ./build/target/url.js


/** The host that a rule is for, where it names one without a wildcard (ELBv2 API: HostHeaderConditionConfig). */
function url_hostOf({ Conditions, Actions }) {
    if (!(Actions ?? []).some(({ Type }) => Type === 'forward'))
        return null;
    const hosts = (Conditions ?? []).flatMap(({ HostHeaderConfig, Field, Values }) => Field === 'host-header' ? (HostHeaderConfig?.Values ?? Values ?? []) : []);
    return hosts.find((host) => /^[a-z0-9.-]+$/i.test(host)) ?? null;
}
const USUAL_PORTS = { HTTP: 80, HTTPS: 443 };
/** `https://shop.example.com`, `http://web-123.eu-west-1.elb.amazonaws.com:8080`; null where it is no web address. */
function urlOf(entrance, host) {
    if (entrance === null)
        return null;
    const usual = USUAL_PORTS[entrance.protocol];
    if (usual === undefined)
        return null;
    const port = entrance.port === usual ? '' : `:${entrance.port}`;
    return `${entrance.protocol.toLowerCase()}://${host ?? entrance.dnsName}${port}`;
}

;// CONCATENATED MODULE: ./build/target/listener.js



/** A Network Load Balancer's listener: it has a default action and no rules. */
function isNetworkListener(arn) {
    return arn.includes(':listener/net/');
}
/** One call for the routes: the rules of an application listener include its default (ELBv2 API: Rule.IsDefault). */
async function readListener(arn, elb, withEntrance) {
    const [routes, entrance] = await Promise.all([
        isNetworkListener(arn)
            ? elb.describeListener(arn).then(routesOfListener)
            : elb.describeRules(arn).then(routesOfRules),
        withEntrance ? elb.entrance(arn).catch(() => null) : null,
    ]);
    return { arn, routes, entrance };
}
function routesOfListener(listener) {
    return [routeOf(null, listener.DefaultActions ?? [], null)];
}
function routesOfRules(rules) {
    return rules.map((rule) => routeOf(rule.IsDefault === true ? null : (rule.RuleArn ?? ''), rule.Actions ?? [], url_hostOf(rule)));
}
function routeOf(rule, actions, host) {
    const forwards = actions.filter(({ Type }) => Type === 'forward');
    return {
        rule,
        weights: new Map(forwards.flatMap(weightsOf)),
        before: actions.filter(({ Type }) => Type !== 'forward').map(({ Type }) => Type ?? ''),
        host,
    };
}
/** A group without a weight of its own counts 1: with a single group AWS leaves the weight out. */
function weightsOf(action) {
    const weighted = action.ForwardConfig?.TargetGroups ?? [];
    const single = action.TargetGroupArn === undefined ? [] : [{ TargetGroupArn: action.TargetGroupArn, Weight: 1 }];
    return (weighted.length > 0 ? weighted : single).map(({ TargetGroupArn, Weight }) => [
        TargetGroupArn ?? '',
        Weight ?? 1,
    ]);
}
/** True where some action gives the target group traffic. */
function takesTraffic(routes, targetGroup) {
    return routes.some(({ weights }) => (weights.get(targetGroup) ?? 0) > 0);
}
/** The highest weight that any action gives the target group; 0 where none names it. */
function weightOf(routes, targetGroup) {
    return Math.max(0, ...routes.map(({ weights }) => weights.get(targetGroup) ?? 0));
}

;// CONCATENATED MODULE: ./build/target/facts.js













/** True where CodeDeploy may deploy the service: the rest of the live state is worth reading. */
function isDeployable(service) {
    return service?.status === 'ACTIVE' && service.deploymentController?.type === 'CODE_DEPLOY';
}
/** The task set that takes the production traffic. */
function primaryOf(service) {
    return service?.taskSets?.find(({ status }) => status === 'PRIMARY');
}
/** Names of the group's two target groups; in no order (CodeDeploy API: TargetGroupPairInfo). */
function pairOf(group) {
    const pair = group.info.loadBalancerInfo?.targetGroupPairInfoList?.[0];
    return (pair?.targetGroups ?? []).flatMap(({ name }) => (name === undefined ? [] : [name]));
}
function productionListener(group) {
    return group.info.loadBalancerInfo?.targetGroupPairInfoList?.[0]?.prodTrafficRoute?.listenerArns?.[0];
}
function testListener(group) {
    return group.info.loadBalancerInfo?.targetGroupPairInfoList?.[0]?.testTrafficRoute?.listenerArns?.[0];
}

;// CONCATENATED MODULE: ./build/engine/codedeploy/describe.js


/** CodeDeploy: a deployment's description has at most 256 characters (limits page). */
const LIMIT = 256;
/** The description of a deployment: the marker, `from \u2192 to`, commit, actor, then the user's text as far as it fits. */
function describeDeployment(parts) {
    const commit = (0,plain/* plain */.p)(parts.commit).slice(0, 7);
    const pieces = [
        parts.marker,
        `${revisionOf(parts.from)} \u2192 ${revisionOf(parts.to)}`,
        commit === '' ? '' : `commit ${commit}`,
        (0,plain/* plain */.p)(parts.actor) === '' ? '' : `by ${(0,plain/* plain */.p)(parts.actor)}`,
        (0,plain/* plain */.p)(parts.text),
    ];
    const whole = pieces.filter((piece) => piece !== '').join(' ');
    return cut(whole, LIMIT);
}
/** The revision (`family:revision`) that one of our descriptions says is deployed; null for any other description. */
function deployedBy(description) {
    return parseMarker(description) === null ? null : (/^\S+ \S+ \u2192 ([\w-]+:\d+)(?: |$)/.exec(description)?.[1] ?? null);
}
/** `family:revision` of a task definition ARN; anything else as it is, without control characters. */
function revisionOf(arn) {
    return (0,plain/* plain */.p)(arn.replace(/^arn:[^/]*:task-definition\//, ''));
}
/** At most `max` UTF-16 units and code points alike, never through a surrogate pair; `\u2026` shows that something is missing. */
function cut(text, max) {
    if (text.length <= max)
        return text;
    let kept = '';
    for (const point of text) {
        if (kept.length + point.length > max - 1)
            break;
        kept += point;
    }
    return `${kept.trimEnd()}\u2026`;
}

;// CONCATENATED MODULE: ./build/verdict.js





/**
 * What a run came to, from the end of our own deployment, its rollback and a last look at the PRIMARY task set. Green only
 * where the revision asked for takes the production traffic, or where no more than a start was asked for.
 */
function verdict(end, look) {
    switch (end.kind) {
        case 'reached':
            return reached(end, look);
        case 'failed':
        case 'stopped':
            return takenBack(end, look) ?? { result: end.kind, cause: causeOf(end.last, look) };
        case 'timed-out':
            return { result: 'timed-out', cause: `${goesOn(end.last)} after ${duration(end.limitMs)}: no longer waited for` };
        case 'interrupted':
            return { result: 'interrupted', cause: `the run was cancelled; ${goesOn(end.last)} and goes on by itself` };
    }
}
function reached({ end, last }, look) {
    const asked = revisionOf(look.asked);
    if (end === 'none')
        return { result: 'started', note: `Deployment ${last.id} was started and is not waited for` };
    if (end === 'test-ready') {
        const note = last.status === 'Ready'
            ? `${asked} is ready to be tested: deployment ${last.id} waits for someone to continue it`
            : `${asked} takes production traffic already: deployment ${last.id} has been continued`;
        return { result: 'started', note };
    }
    const primary = look.primaryTaskDefinition;
    if (primary !== null && primary !== look.asked)
        return { result: 'failed', cause: otherRuns(last, primary, asked) };
    const unread = primary === null ? ' (by CodeDeploy; the PRIMARY task set could not be read)' : '';
    return { result: 'succeeded', note: `${asked} takes the production traffic${unread}${blueStays(last, look)}` };
}
function otherRuns(last, primary, asked) {
    return `production runs ${revisionOf(primary)}, not ${asked}, although deployment ${last.id} is ${last.rawStatus}`;
}
/** Until the original has ended, an alarm of the deployment group still takes the deployment back. */
function blueStays(last, { terminationMs = 0 }) {
    if (last.status === 'Succeeded' || terminationMs <= 0)
        return '';
    return `; the original task set stays for ${duration(terminationMs)}, and until then an alarm still rolls back`;
}
/** Red in every case: CodeDeploy took the deployment back, is about to, or could not. */
function takenBack(end, look) {
    const { rollback, last } = end;
    if (rollback === null)
        return null;
    const cause = causeOf(last, look);
    const { id, status } = rollback;
    if (status === 'Failed' || status === 'Stopped')
        return { result: 'failed', cause: `${cause}; the rollback, deployment ${id}, ended as ${status} as well` };
    if (status !== 'Succeeded')
        return {
            result: 'rolled-back',
            cause: `${cause}; the rollback, deployment ${id}, is not finished yet`,
            rollbackId: id,
        };
    if (look.primaryTaskDefinition === look.asked)
        return {
            result: 'failed',
            cause: `${cause}; production still runs ${revisionOf(look.asked)} after the rollback ${id}`,
        };
    return { result: 'rolled-back', cause: `${cause}; rolled back by deployment ${id}`, rollbackId: id };
}
function causeOf(last, look) {
    if (look.cause !== undefined && look.cause !== '')
        return (0,plain/* plain */.p)(look.cause);
    const { error, id, rawStatus } = last;
    return error === null ? `deployment ${id} is ${rawStatus}` : (0,plain/* plain */.p)(`${error.code}: ${error.message}`);
}
function goesOn(last) {
    return last === null ? 'the deployment could not be looked at' : `deployment ${last.id} is ${(0,plain/* plain */.p)(last.rawStatus)}`;
}

;// CONCATENATED MODULE: ./build/watch/stage.js

function stageOf(seen) {
    if (isOver(seen))
        return 'over';
    if (isShifted(seen))
        return 'terminating';
    const shift = stage_eventOf(seen, 'AllowTraffic');
    if (shift?.status === 'Succeeded')
        return 'finishing';
    if (shift?.status === 'InProgress')
        return 'shifting';
    if (seen.status === 'Ready')
        return 'ready';
    return seen.events.length === 0 ? 'starting' : 'installing';
}
function isOver(seen) {
    return seen.status === 'Succeeded' || seen.status === 'Failed' || seen.status === 'Stopped';
}
/**
 * Production is on the replacement and AfterAllowTraffic is done. The target says so before the deployment does: it is
 * `Succeeded` when the wait for the original's end begins, the deployment only when that wait is over.
 */
function isShifted(seen) {
    if (setOf(seen, 'green')?.weight !== 100)
        return false;
    const done = (name) => stage_eventOf(seen, name)?.status === 'Succeeded';
    return seen.targetStatus === 'Succeeded' || (done('AllowTraffic') && done('AfterAllowTraffic'));
}
/** The target looks as if the deployment had failed or was stopped; only the deployment itself can tell. */
function isSuspicious(seen) {
    const good = [null, 'Pending', 'InProgress', 'Ready', 'Succeeded'];
    return !good.includes(seen.targetStatus) || seen.events.some((event) => event.status === 'Failed');
}
/** True once production traffic has begun to move. */
function hasShiftBegun(seen) {
    const shift = stage_eventOf(seen, 'AllowTraffic')?.status;
    return shift === 'InProgress' || shift === 'Succeeded' || (setOf(seen, 'green')?.weight ?? 0) > 0;
}
function stage_eventOf(seen, name) {
    return seen.events.find((event) => event.name === name);
}
function setOf(seen, color) {
    return seen.taskSets.find((set) => set.color === color);
}

;// CONCATENATED MODULE: ./build/watch/lost-sight.js



/** The deployment cannot be followed any more; it goes on by itself, and the reader has to know that first. */
function lostSight(error, id) {
    return new errors/* StepError */.zg({
        tried: 'follow the deployment',
        on: id,
        why: error.message,
        repair: `Deployment ${id} goes on without being watched: how it ends is not known here. ${lost_sight_repairOf(error)}`,
    }, { cause: error });
}
function lost_sight_repairOf(error) {
    switch (error.kind) {
        case 'denied':
            return (0,report_permission/* permissionFor */.T)(error);
        case 'credentials':
            return ('The credentials are wrong or have expired: ask for a longer session (`role-duration-seconds` of ' +
                "aws-actions/configure-aws-credentials, up to the role's own maximum), or wait for less with `wait-for`.");
        case 'missing':
            return 'Check that the credentials and the region are those that started it.';
        case 'throttled':
        case 'server':
        case 'network':
        case 'other':
            return 'Look at it in the CodeDeploy console.';
    }
}

;// CONCATENATED MODULE: ./build/watch/look.js



/**
 * One look. Throttling, AWS's own faults and lost connections are answers like any other; all else is thrown, as a
 * `StepError` that names the deployment that goes on.
 */
async function take(engine, last, what, signal) {
    const answer = answerOf(engine, last, what);
    return signal === undefined ? answer : Promise.race([answer, aborted(signal, answer)]);
}
async function answerOf(engine, last, what) {
    try {
        return { kind: 'seen', seen: await engine.observe(last.id, { what, last }) };
    }
    catch (error) {
        if ((0,aws_error/* isTransient */.dg)(error))
            return { kind: 'unanswered', error };
        throw error instanceof aws_error/* AwsCallError */.iQ ? lostSight(error, last.id) : error;
    }
}
/** A call that hangs must not hold up a cancel. Stops listening when the answer is there. */
async function aborted(signal, answer) {
    return new Promise((resolve) => {
        const stop = () => {
            resolve({ kind: 'aborted' });
        };
        if (signal.aborted)
            stop();
        signal.addEventListener('abort', stop, { once: true });
        const forget = () => {
            signal.removeEventListener('abort', stop);
        };
        answer.then(forget, forget);
    });
}

;// CONCATENATED MODULE: ./build/watch/rollback.js





/** `rollbackInfo` may come a little after the failure. */
const GRACE_MS = 10_000;
const GRACE_GAP_MS = 2_000;
/** Returning the traffic is quick while the original still runs. */
const FOLLOW_MS = 5 * 60_000;
const QUICK_LOOKS = 4;
const QUICK_GAP_MS = 1_500;
const GAP_MS = 4_500;
/**
 * Looks whether CodeDeploy takes a failed or stopped deployment back, and follows that until it has ended, for a few
 * minutes at most. What cannot be read any more is left open: the deployment itself has failed in any case.
 */
async function* followRollback(watch, failed) {
    const last = await withRollbackInfo(watch, failed);
    const id = last.rollback?.deploymentId ?? null;
    if (id === null)
        return { last, rollback: null };
    const until = watch.clock.now() + FOLLOW_MS;
    let seen = unseen(id);
    for (let looks = 1;; looks += 1) {
        const next = await lookAt(watch, seen);
        if (next === null)
            break;
        if (looks === 1 || next.rawStatus !== seen.rawStatus) {
            const elapsedMs = watch.clock.now() - watch.startedAt;
            yield { kind: 'rollback', deploymentId: id, status: next.rawStatus, elapsedMs };
        }
        seen = next;
        if (isOver(seen) || watch.clock.now() >= until)
            break;
        await rollback_pause(watch, looks <= QUICK_LOOKS ? QUICK_GAP_MS : GAP_MS);
    }
    return { last, rollback: { id, status: seen.status } };
}
async function withRollbackInfo(watch, failed) {
    const until = watch.clock.now() + GRACE_MS;
    let last = failed;
    let known = failed;
    while (last !== null && (known.rollback?.deploymentId ?? null) === null && watch.clock.now() < until) {
        await rollback_pause(watch, GRACE_GAP_MS);
        last = await lookAt(watch, known);
        known = last ?? known;
    }
    return known;
}
/** null where looking on is of no use: cancelled, or not allowed any more. An unanswered look changes nothing. */
async function lookAt(watch, last) {
    try {
        const answer = await take(watch.engine, last, 'deployment', watch.signal);
        if (answer.kind === 'aborted')
            return null;
        return answer.kind === 'seen' ? answer.seen : last;
    }
    catch {
        return null;
    }
}
async function rollback_pause(watch, ms) {
    await watch.clock.sleep(Math.min(ms, watch.maxDelayMs), watch.signal);
}

;// CONCATENATED MODULE: ./build/watch/changes.js



/** What is new in a look, one event for each change. `first`: nothing has been told of the deployment yet. */
function changesOf(last, next, first, elapsedMs) {
    return [
        ...(first || next.rawStatus !== last.rawStatus
            ? [{ kind: 'status', status: next.rawStatus, elapsedMs }]
            : []),
        ...next.events.flatMap((event) => hasMoved(last, next, event) ? [{ kind: 'lifecycle', event, elapsedMs }] : []),
        ...taskChange(last, next, elapsedMs),
        ...trafficChange(last, next, elapsedMs),
    ];
}
/** After a failure the rest is skipped, which goes without saying. */
function hasMoved(last, next, event) {
    if (event.status === 'Skipped' && next.events.some(({ status }) => status === 'Failed'))
        return false;
    const before = last.events.find(({ name }) => name === event.name)?.status ?? 'Pending';
    return event.status !== before;
}
function trafficChange(last, next, elapsedMs) {
    if (next.taskSets.length === 0)
        return [];
    const before = changes_weightsOf(last);
    const after = changes_weightsOf(next);
    if (before.blue === after.blue && before.green === after.green)
        return [];
    return [{ kind: 'traffic', ...after, elapsedMs }];
}
/** Until there is a replacement, the original has all the traffic. */
function changes_weightsOf(seen) {
    if (seen.taskSets.length === 0)
        return { blue: 100, green: 0 };
    return { blue: setOf(seen, 'blue')?.weight ?? 0, green: setOf(seen, 'green')?.weight ?? 0 };
}
function taskChange(last, next, elapsedMs) {
    const before = setOf(last, 'green');
    const after = setOf(next, 'green');
    if (after === undefined)
        return [];
    const { running, pending, desired } = after;
    if (before?.running === running && before.pending === pending && before.desired === desired)
        return [];
    return [{ kind: 'tasks', running, pending, desired, elapsedMs }];
}

;// CONCATENATED MODULE: ./build/watch/budget.js
const MINUTE_MS = 60_000;
/**
 * Planned calls to AWS a minute: in a shift, and in a long wait. A shift's fifteenth is kept for the look at the deployment
 * that confirms what the target shows.
 */
const SHIFT_CALLS = 14;
const WAIT_CALLS = 4;
/** When `cost` more calls fit into the last minute's budget. `calls`: when the earlier ones were made, oldest first. */
function freeAt(calls, now, budget, cost) {
    const recent = calls.filter((at) => at > now - MINUTE_MS);
    const surplus = recent.length + cost - budget;
    if (surplus <= 0)
        return now;
    return (recent[surplus - 1] ?? now - MINUTE_MS) + MINUTE_MS;
}
/** The calls that still count at `now`. */
function recentCalls(calls, now) {
    return calls.filter((at) => at > now - MINUTE_MS);
}

;// CONCATENATED MODULE: ./build/watch/due.js




/** With no hook, AfterAllowTraffic ends about this long after the last step of the shift. */
const FINISH_MS = 700;
/** When the next foreseeable change of the deployment is due, on our clock; null where none is. */
function dueAt(seen, stage, foresight, marks) {
    const ours = (aws) => aws === null || aws === undefined ? marks.stageAt : aws + marks.offsetMs;
    const finish = (marks.fullAt ?? marks.stageAt) + FINISH_MS;
    switch (stage) {
        case 'ready':
            return ours(lastEnded(seen)) + foresight.waiting.readyMs;
        case 'shifting': {
            const weight = setOf(seen, 'green')?.weight ?? 0;
            const step = foresight.steps.find(({ percent }) => percent > weight);
            return step === undefined ? finish : ours(stage_eventOf(seen, 'AllowTraffic')?.startedAt) + step.atMs;
        }
        case 'finishing':
            return finish;
        case 'terminating':
            return ours(stage_eventOf(seen, 'AfterAllowTraffic')?.endedAt) + foresight.waiting.terminationMs;
        case 'starting':
        case 'installing':
        case 'over':
            return null;
    }
}
function lastEnded(seen) {
    const ends = seen.events.flatMap(({ endedAt }) => (endedAt === null ? [] : [endedAt]));
    return ends.length === 0 ? null : Math.max(...ends);
}

;// CONCATENATED MODULE: ./build/watch/ends.js



/** The end that a look shows; null while the deployment goes on. What AWS calls failed or stopped is never reached. */
function endOf(seen, until) {
    if (seen.status === 'Failed')
        return { kind: 'failed' };
    if (seen.status === 'Stopped')
        return { kind: 'stopped' };
    if (seen.status === 'Succeeded')
        return { kind: 'reached', end: until === 'completed' ? until : 'traffic-shifted' };
    switch (until) {
        case 'none':
            return { kind: 'reached', end: 'none' };
        case 'test-ready':
            // Someone was quicker: the time to test is over, and production is on its way or there.
            if (isShifted(seen))
                return { kind: 'reached', end: 'traffic-shifted' };
            return seen.status === 'Ready' || hasShiftBegun(seen) ? { kind: 'reached', end: 'test-ready' } : null;
        case 'traffic-shifted':
            return isShifted(seen) ? { kind: 'reached', end: 'traffic-shifted' } : null;
        case 'completed':
            return null;
    }
}
/** True where a look at the target shows something of which only the deployment itself can tell what it means. */
function needsDeployment(before, seen, until) {
    if (endOf(seen, until) !== null || isSuspicious(seen))
        return true;
    if (stageOf(seen) === 'terminating')
        return stageOf(before) !== 'terminating';
    if (hasShiftBegun(seen))
        return false;
    return (seen.targetStatus === 'Ready' && seen.status !== 'Ready') || isReadyNear(seen, until);
}
/** The wait for ContinueDeployment begins some time after Install, and shows in the deployment. */
function isReadyNear(seen, until) {
    return until === 'test-ready' && stage_eventOf(seen, 'Install')?.status === 'Succeeded';
}

;// CONCATENATED MODULE: ./build/watch/interval.js


/** How long after its due time a change is looked for first: AWS is not to the millisecond. */
const LEAD_MS = 250;
/** Between looks while something is due, so that it is noticed within two seconds. */
const QUICK_MS = 1_750;
/** For how long something that is due is looked for quickly. */
const WINDOW_MS = 8_000;
/** Between looks where something can happen at any time, so that it is noticed within five seconds. */
const interval_GAP_MS = 4_800;
/** Between looks in a long wait, and shortly before its end: that leaves calls for the end itself. */
const WAIT_GAP_MS = 16_000;
const LAST_GAP_MS = 30_000;
/** The other part of the deployment is asked for with every eighth look. */
const OTHER_EVERY = 8;
/** Without a target, a failure shows in the deployment only. */
const STARTING_EVERY = 4;
/** Milliseconds to the next look, budgets aside. */
function pauseMs({ now, dueAt, long }) {
    if (dueAt === null)
        return interval_GAP_MS;
    const left = dueAt + LEAD_MS - now;
    if (left <= -WINDOW_MS)
        return interval_GAP_MS;
    if (left <= 0)
        return QUICK_MS;
    if (long && left > LAST_GAP_MS + LAST_GAP_MS + WAIT_GAP_MS)
        return WAIT_GAP_MS;
    return left / Math.ceil(left / (long ? LAST_GAP_MS : interval_GAP_MS));
}
/** Which part of the deployment to ask for: the one in which the next change shows, the other one now and then. */
function partOf({ stage, endInDeployment, suspicious, due, looks }) {
    if (looks === 0)
        return 'both';
    const inTurn = looks % 2 === 0 ? 'target' : 'deployment';
    if (stage === 'ready' || stage === 'terminating')
        return 'deployment';
    if (suspicious)
        return inTurn;
    if (stage === 'shifting')
        return due ? 'target' : inTurn;
    if (stage === 'starting')
        return looks % STARTING_EVERY === 0 ? 'both' : 'target';
    if (looks % OTHER_EVERY === 0)
        return 'both';
    return endInDeployment && stage === 'installing' ? 'deployment' : 'target';
}
/** True from the due time of a change until it is no longer looked for quickly. */
function isDue(at, dueAt) {
    return dueAt !== null && at >= dueAt && at <= dueAt + LEAD_MS + WINDOW_MS;
}
const RETRY_MS = 2_500;
const RETRY_MOST_MS = 60_000;
/** Milliseconds to the next try after the `failures`th failure in a row: doubling, with full jitter above a second. */
function retryMs(failures, random) {
    return Math.round(1_000 + random() * (longest(failures) - 1_000));
}
/** The same after throttling: never sooner than without it, or many watchers of one account would ask more, not less. */
function throttledMs(failures, random) {
    return Math.min(RETRY_MOST_MS, Math.round(interval_GAP_MS + random() * longest(failures)));
}
function longest(failures) {
    return Math.min(RETRY_MOST_MS, RETRY_MS * 2 ** failures);
}

;// CONCATENATED MODULE: ./build/watch/offset.js
const unknownOffset = { least: -Infinity, most: Infinity };
/** AWS may show an event a little after the time that it stamps on it. */
const LAG_MS = 1_500;
/**
 * Something stamped `stamp` by AWS was not there in a look begun at `before`, and there in one answered at `after`, both on
 * our clock. Clocks that cannot be brought together (an emulated AWS may run fast) are taken as equal.
 */
function narrowed(offset, stamp, before, after) {
    const least = before === null ? offset.least : Math.max(offset.least, before - stamp - LAG_MS);
    const most = Math.min(offset.most, after - stamp);
    return { least, most };
}
/** The offset to reckon with: none, unless the timestamps rule that out. Rather early than late: early looks cost less. */
function offsetMs({ least, most }) {
    if (least > most || (least <= 0 && most >= 0))
        return 0;
    return least === -Infinity ? most : Math.min(least + LAG_MS, most);
}

;// CONCATENATED MODULE: ./build/watch/course.js








function newCourse(id, now) {
    const rest = { looks: 0, calls: [], fullAt: null, offset: unknownOffset, targetAt: null };
    return { last: unseen(id), stage: 'starting', stageAt: now, ...rest };
}
/** A look that was not answered costs its calls all the same. */
function charged(course, what, at) {
    const made = what === 'both' ? [at, at] : [at];
    return { ...course, calls: [...recentCalls(course.calls, at), ...made] };
}
/** The course after an answered look. */
function afterLook(course, seen, taken) {
    const { what, begunAt, answeredAt } = taken;
    const stage = stageOf(seen);
    const full = setOf(seen, 'green')?.weight === 100;
    return {
        last: seen,
        looks: course.looks + 1,
        calls: charged(course, what, begunAt).calls,
        stage,
        stageAt: stage === course.stage ? course.stageAt : answeredAt,
        fullAt: full ? (course.fullAt ?? answeredAt) : null,
        offset: what === 'deployment' ? course.offset : learned(course, seen, answeredAt),
        targetAt: what === 'deployment' ? course.targetAt : begunAt,
    };
}
/** Each start and end that this look shows first tells something about the two clocks. */
function learned(course, seen, answeredAt) {
    let offset = course.offset;
    for (const event of seen.events) {
        const before = stage_eventOf(course.last, event.name);
        if (event.startedAt !== null && before?.startedAt !== event.startedAt)
            offset = narrowed(offset, event.startedAt, course.targetAt, answeredAt);
        if (event.endedAt !== null && before?.endedAt !== event.endedAt)
            offset = narrowed(offset, event.endedAt, course.targetAt, answeredAt);
    }
    return offset;
}
/** Below this a wait is not long: what can go wrong in it is noticed as fast as in a shift. */
const LONG_MS = 120_000;
/** When to look next, and at what. */
function nextLook(course, foresight, now) {
    const { last, stage, looks } = course;
    const { waiting } = foresight;
    const marks = { stageAt: course.stageAt, fullAt: course.fullAt, offsetMs: offsetMs(course.offset) };
    const due = dueAt(last, stage, foresight, marks);
    const long = (stage === 'ready' && waiting.readyMs >= LONG_MS) || (stage === 'terminating' && waiting.terminationMs >= LONG_MS);
    const wish = now + pauseMs({ now, dueAt: due, long });
    const endInDeployment = isReadyNear(last, waiting.until);
    const what = partOf({ stage, endInDeployment, suspicious: isSuspicious(last), due: isDue(wish, due), looks });
    const free = freeFor(course, {
        now,
        at: wish,
        cost: what === 'both' ? 2 : 1,
        waits: long && due !== null && wish < due,
    });
    return { pauseMs: Math.min(Math.max(wish, free) - now, waiting.maxDelayMs), what };
}
function freeFor(course, look) {
    const { calls, stageAt } = course;
    const counted = look.waits ? calls.filter((at) => at >= stageAt) : calls;
    return freeAt(counted, look.at, look.waits ? WAIT_CALLS : SHIFT_CALLS, look.cost);
}

;// CONCATENATED MODULE: ./build/watch/waiting.js





/** What is waited for, and for how long at most. In `Ready`, until when someone has to continue the deployment. */
function waitingEvent(course, word) {
    const { elapsedMs, leftMs, waiting, now } = word;
    if (course.stage !== 'ready')
        return { kind: 'waiting', stage: stageWords(course), leftMs, elapsedMs };
    const marks = { stageAt: course.stageAt, fullAt: course.fullAt, offsetMs: offsetMs(course.offset) };
    const due = dueAt(course.last, 'ready', { steps: [], waiting }, marks) ?? now;
    const test = word.hasTestListener ? 'test it through the test listener, then ' : '';
    const stage = `someone to continue the deployment (${test}aws deploy continue-deployment --deployment-id ${course.last.id} ` +
        '--deployment-wait-type READY_WAIT), or CodeDeploy stops it';
    return { kind: 'waiting', stage, leftMs: Math.max(0, due - now), elapsedMs };
}
function stageWords({ stage, last }) {
    const running = last.events.find((event) => event.status === 'InProgress')?.name;
    const during = running === undefined ? '' : ` (${running})`;
    switch (stage) {
        case 'starting':
            return 'the deployment to begin';
        case 'installing':
            return `the replacement tasks${during}`;
        case 'shifting':
            return `the traffic shift${during}`;
        case 'finishing':
            return `the checks after the shift${during}`;
        case 'terminating':
            return 'the end of the original task set';
        case 'ready':
        case 'over':
            return 'the deployment to go on';
    }
}

;// CONCATENATED MODULE: ./build/watch/round.js










/** A word is given when nothing has changed for this long. */
const HEARTBEAT_MS = 3 * 60_000;
/** The course of one watch: what was seen last, when to look next. */
class Round {
    course;
    startedAt;
    engine;
    options;
    toldAt;
    failures = 0;
    failure = '';
    next = { pauseMs: 0, what: 'both' };
    constructor(engine, id, options) {
        this.engine = engine;
        this.options = options;
        this.startedAt = options.clock.now();
        this.toldAt = this.startedAt;
        this.course = newCourse(id, this.startedAt);
    }
    lastSeen() {
        return this.course.looks === 0 ? null : this.course.last;
    }
    leftMs() {
        return this.startedAt + this.options.waiting.limitMs - this.options.clock.now();
    }
    async look() {
        const { clock, signal, waiting } = this.options;
        if (signal?.aborted)
            return { kind: 'interrupted', events: [] };
        const begunAt = clock.now();
        const { what } = this.next;
        const answer = await take(this.engine, this.course.last, what, signal);
        if (answer.kind === 'aborted')
            return { kind: 'interrupted', events: [] };
        if (answer.kind === 'unanswered')
            return { kind: 'on', events: this.ridesOut(answer.error, begunAt) };
        const before = this.course.last;
        const events = this.takesIn(answer.seen, { what, begunAt });
        if (what === 'target' && needsDeployment(before, answer.seen, waiting.until))
            return this.confirmed(events);
        const end = endOf(answer.seen, waiting.until);
        return end === null ? { kind: 'on', events } : { kind: 'end', end, events };
    }
    /** The target shows what only the deployment itself can confirm. */
    async confirmed(events) {
        this.next = { pauseMs: 0, what: 'deployment' };
        const looked = await this.look();
        return { ...looked, events: [...events, ...looked.events] };
    }
    takesIn(seen, { what, begunAt }) {
        const { clock, steps, waiting } = this.options;
        const before = this.course;
        const now = clock.now();
        this.failures = 0;
        this.failure = '';
        this.course = afterLook(before, seen, { what, begunAt, answeredAt: now });
        this.next = nextLook(this.course, { steps, waiting }, now);
        const events = changesOf(before.last, seen, before.looks === 0, now - this.startedAt);
        if (this.course.stage === 'ready' && before.stage !== 'ready')
            events.push(this.word());
        if (events.length > 0)
            this.toldAt = now;
        return events;
    }
    ridesOut(error, begunAt) {
        const { clock, random, waiting } = this.options;
        this.failures += 1;
        // The longest pause that was asked for holds, unless AWS says that it is asked too often.
        const throttled = error.kind === 'throttled';
        const pauseMs = throttled
            ? throttledMs(this.failures, random)
            : Math.min(retryMs(this.failures, random), waiting.maxDelayMs);
        const { what } = this.next;
        this.course = charged(this.course, what, begunAt);
        // One call at a time while AWS has none to spare: of two, either can be the one too many.
        this.next = { pauseMs, what: throttled && what === 'both' ? 'target' : what };
        if (error.code === this.failure)
            return [];
        this.failure = error.code;
        this.toldAt = clock.now();
        return [{ kind: 'unanswered', reason: error.message, retryMs: pauseMs, elapsedMs: this.toldAt - this.startedAt }];
    }
    *heartbeat() {
        const now = this.options.clock.now();
        if (now - this.toldAt < HEARTBEAT_MS)
            return;
        this.toldAt = now;
        yield this.word();
    }
    word() {
        const { hasTestListener, waiting, clock } = this.options;
        const elapsedMs = clock.now() - this.startedAt;
        return waitingEvent(this.course, { waiting, hasTestListener, leftMs: this.leftMs(), elapsedMs, now: clock.now() });
    }
    async pause() {
        const { clock, signal } = this.options;
        await clock.sleep(Math.max(0, Math.min(this.next.pauseMs, this.leftMs())), signal);
    }
}

;// CONCATENATED MODULE: ./build/watch.js








/**
 * Watches a deployment until the end that `options.waiting` asks for: one event for each change. Throttling, AWS's own
 * faults and lost connections are ridden out up to the time limit. Throws a `StepError` where looking on cannot help.
 */
async function* watch(engine, id, options) {
    if (options.waiting.until === 'none')
        return { kind: 'reached', end: 'none', last: unseen(id) };
    const round = new Round(engine, id, options);
    for (;;) {
        const answer = await round.look();
        yield* answer.events;
        if (answer.kind === 'interrupted')
            return { kind: 'interrupted', last: round.lastSeen() };
        if (answer.kind === 'end')
            return yield* conclude(engine, options, round, answer.end);
        if (round.leftMs() <= 0)
            return { kind: 'timed-out', last: round.lastSeen(), limitMs: options.waiting.limitMs };
        yield* round.heartbeat();
        await round.pause();
    }
}
async function* conclude(engine, { clock, waiting, signal }, round, end) {
    const last = round.course.last;
    if (end.kind === 'reached')
        return { ...end, last };
    const { startedAt } = round;
    const followed = yield* followRollback({ engine, clock, signal, startedAt, maxDelayMs: waiting.maxDelayMs }, last);
    return { kind: end.kind, ...followed };
}

;// CONCATENATED MODULE: ./build/follow.js
/** From a started deployment to the verdict: watches, tells each change, takes a last look, reports. */

















/** What following a deployment needs to know of where it goes. */
function whereabouts(target) {
    const { cluster, service, group } = target;
    const hasTestListener = testListener(group) !== undefined;
    return { steps: group.config.steps, hasTestListener, cluster, service: service.serviceName ?? '' };
}
/** Throws a `StepError` where the deployment cannot be watched any more; it then goes on by itself. */
async function follow(started, ports) {
    const end = await watched(started, ports).catch((error) => lost(error, started.id, ports));
    const last = end.last;
    const cause = end.kind === 'failed' || end.kind === 'stopped' ? await follow_causeOf(started, end, ports) : undefined;
    const outcome = verdict(end, {
        primaryTaskDefinition: await runningNow(started, end, ports),
        asked: started.asked,
        cause,
        terminationMs: started.waiting.terminationMs,
    });
    return { outcome, events: last?.events ?? [] };
}
async function watched(started, ports) {
    const { engine, id, waiting, steps, hasTestListener } = started;
    const watching = watch(engine, id, {
        waiting,
        steps,
        hasTestListener,
        clock: ports.clock,
        random: Math.random,
        signal: ports.signal,
    });
    for (;;) {
        const next = await watching.next();
        if (next.done)
            return next.value;
        tell(next.value, ports);
    }
}
/** The deployment goes on: whoever reads the error has to find it. */
function lost(error, id, { aws }) {
    if (!(error instanceof errors/* StepError */.zg))
        throw error;
    const repair = `${error.fault.repair}\n${consoleUrl(id, aws.region)}`;
    throw new errors/* StepError */.zg({ ...error.fault, repair }, { cause: error });
}
function tell(event, { log, runner }) {
    log.info(progress_line(event));
    if (event.kind === 'rollback')
        runner.setOutput('rollback-deployment-id', event.deploymentId);
}
async function follow_causeOf(started, end, ports) {
    const { cause, lines } = await diagnose(ports.aws.ecs, {
        cluster: place_nameOf(started.cluster),
        service: started.service,
        last: end.last,
        asked: started.asked,
        since: end.last.createdAt ?? started.startedAt,
    });
    await ports.log.group('Why the deployment failed', () => {
        for (const text of lines)
            ports.log.info(text);
        return Promise.resolve();
    });
    return cause;
}
const LOOKS = 3;
const LOOK_PAUSE_MS = 2_000;
/** ECS may show a shift a moment after CodeDeploy has told it: where the two disagree, it is looked at again. */
async function runningNow(started, end, ports) {
    if (end.kind === 'timed-out' || end.kind === 'interrupted')
        return null;
    if (end.kind === 'reached' && (end.end === 'none' || end.end === 'test-ready'))
        return null;
    const expected = end.kind === 'reached' ? started.asked : null;
    let running = null;
    for (let look = 0; look < LOOKS; look += 1) {
        if (look > 0)
            await ports.clock.sleep(LOOK_PAUSE_MS, ports.signal);
        running = await primaryNow(started, ports);
        if (running === null || expected === null || running === expected)
            return running;
    }
    return running;
}
async function primaryNow({ cluster, service }, { aws, log }) {
    try {
        return primaryOf(await aws.ecs.describeService(cluster, service))?.taskDefinition ?? null;
    }
    catch (error) {
        log.warning(`The PRIMARY task set could not be read after the deployment: ${(0,errors/* messageOf */.bD)(error)}`);
        return null;
    }
}

;// CONCATENATED MODULE: ./build/image/ecr-of.js


/**
 * ECR where the repository is: in the account and region that a full URI names, with its FIPS or dual-stack endpoint;
 * the step's own for a bare name, and for a registry that is no ECR by its name (an emulator's).
 */
function ecrOf(reference, ecr) {
    const registry = (0,image_reference/* ecrRegistry */.gO)((0,image_reference/* parseReference */.F2)(reference)?.registry ?? null);
    return registry === null ? ecr : ecr.at(registry);
}

;// CONCATENATED MODULE: ./build/image/arguments.js

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

;// CONCATENATED MODULE: ./build/image/told.js

const KEPT_LINES = 400;
/**
 * Runs Docker with its output in the log, line by line, where it cannot command the runner.
 * Throws the signal's reason when the run was ended by it.
 */
async function told_tell(ports, args, options) {
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
        on: call.file ?? shownSource(call.context),
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
        await (0,config/* removeDockerConfig */.nS)(path);
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
    return attempts(ports, `push ${reference}`, () => told_tell(ports, ['push', reference], { env }));
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

;// CONCATENATED MODULE: ./build/image/check-existing.js



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

;// CONCATENATED MODULE: ./build/image/reuse.js








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
    const image = reuse_imageOf(there.digest, tags[0] ?? name, there.manifest?.manifest ?? null, to);
    ports.log.info(`Reused: ${image.reference} (${name}${since(there)}). The content is the same: nothing is built.`);
    if (missing.length > 0)
        ports.log.info(`Tagged: ${missing.join(', ')}`);
    return image;
}
async function manifestOf(there, to, ecr) {
    if (there.manifest !== null)
        return there.manifest;
    const { repository } = (0,image_reference/* splitUri */.b4)(to.repositoryUri);
    return (await ecr.manifests(repository, [{ digest: there.digest }]))[0] ?? null;
}
/** One after the other: what ECR refuses is told of the first. */
async function giveTags(manifest, tags, { repositoryUri }, { ecr }) {
    const { repository } = (0,image_reference/* splitUri */.b4)(repositoryUri);
    for (const tag of tags) {
        if ((await ecr.tagImage(repository, manifest, tag)) === 'tagged')
            continue;
        throw new errors/* StepError */.zg({
            tried: 'tag the image',
            on: `${repositoryUri}:${tag}`,
            why: `another run gave this tag to another image in the meantime, and the repository does not let it be moved; ${manifest.digest} was to get it.`,
            repair: 'Run the job again: it sees that tag before it builds. One tag for two builds needs two repositories.',
        });
    }
}
/** @param manifest text of the manifest, where it is known */
function reuse_imageOf(digest, tag, manifest, { repositoryUri }) {
    const { repository } = (0,image_reference/* splitUri */.b4)(repositoryUri);
    const entries = manifest === null ? null : indexEntries(manifest);
    return { reference: `${repositoryUri}@${digest}`, repository, tag, digest, entries, kind: 'reused' };
}

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
    ports.log.info(shownCommand(buildArguments(call)));
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
        return { digest: metadataDigest(await readTextFile(call.metadataFile)), kind: 'pushed' };
    const pushed = troubleOf(told.lines) === 'immutable' ? await taken(told.lines, tags, to, ports) : null;
    if (pushed !== null)
        return pushed;
    throw new errors/* StepError */.zg(registryFault('push the image', call.references.join(', '), to, told.lines));
}
function runBuild(call, ports, env) {
    const hide = [...call.buildSecrets.values()];
    const cwd = ports.runner.context.workspace;
    return told_tell(ports, buildArguments(call), { env: { ...buildEnvironment(call), ...env }, cwd, hide });
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
    await giveTags(manifest, further, to, ports);
    return { digest, kind: 'pushed' };
}
/** buildx: `containerimage.digest`, of the manifest or, with several platforms or attestations, of the index. */
function metadataDigest(text) {
    const data = text === null ? null : buildx_parsed(text);
    const digest = (0,json/* isObject */.Gv)(data) ? data['containerimage.digest'] : null;
    return typeof digest === 'string' && /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : null;
}
function buildx_parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/image/call.js





function buildPlaces(source, workspace) {
    const place = (text) => (sourceKind(text) === 'local' ? (0,external_node_path_.resolve)(workspace, text) : text);
    const context = place(source.context);
    const remote = sourceKind(source.context) !== 'local';
    const named = source.file === null || remote ? source.file : (0,external_node_path_.resolve)(workspace, source.file);
    return {
        context,
        file: named ?? (remote ? null : (0,external_node_path_.join)(context, 'Dockerfile')),
        buildContexts: mapped(source.buildContexts, place),
        secretFiles: mapped(source.secretFiles, (path) => (0,external_node_path_.resolve)(workspace, path)),
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
        labels: new Map([...sourceLabels({ ...context, sha: commit }), ...source.labels]),
    };
}

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
    const inputs = capabilities_listed(buildxInputs(asked));
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
    return capabilities_listed(names);
}
function capabilities_listed(names) {
    return names.map((name) => `'${name}'`).join(', ');
}

;// CONCATENATED MODULE: ./build/image/commit.js





/**
 * The commit that is checked out in the build context; where that cannot be told (no Git, no checkout, a remote
 * context), the one that the workflow runs for.
 */
async function readCommit(source, ports) {
    const { context } = ports.runner;
    const folder = buildPlaces(source, context.workspace).context;
    const head = sourceKind(source.context) === 'local' ? await ports.docker.headOf(folder) : null;
    return head === null ? { sha: context.sha, from: 'GITHUB_SHA' } : { sha: head, from: 'git rev-parse HEAD' };
}

;// CONCATENATED MODULE: ./build/image/paths.js





/** What a build reads and is not there, each with the path that was looked at. What Docker fetches is not looked at. */
async function pathFaults(source, workspace, docker) {
    const places = buildPlaces(source, workspace);
    const local = sourceKind(source.context) === 'local';
    const context = local ? await folderFault('context', places.context, docker) : [];
    const checks = [
        ...(local && context.length === 0 && places.file !== null ? [fileFault('file', places.file, docker)] : []),
        ...[...places.secretFiles.values()].map((path) => fileFault('secret-files', path, docker)),
        ...[...places.buildContexts.values()]
            .filter((place) => sourceKind(place) === 'local')
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

;// CONCATENATED MODULE: ./build/image/tags.js


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
    if ((0,image_reference/* isTag */.dz)(text))
        return text;
    const named = (0,image_reference/* parseReference */.F2)(text);
    const ours = (0,image_reference/* parseReference */.F2)(repository);
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
        throw new errors/* StepError */.zg(fault);
    if (first === undefined)
        throw new Error('No tags and no fault.');
    return [first, ...others];
}

;// CONCATENATED MODULE: ./build/image/check.js








/** What speaks against the build by itself: no context, no Dockerfile, a secret's file missing, wrong tags. No Docker process. */
async function checkSource(source, ports) {
    const [paths, commit] = await Promise.all([
        pathFaults(source, ports.runner.context.workspace, ports.docker),
        readCommit(source, ports),
    ]);
    return [...paths, ...tagFaults(imageTags(commit.sha, source.tags, source.repository), source.repository)];
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

;// CONCATENATED MODULE: ./build/image/build.js
















/** Builds the image, pushes it under every tag, and tells the digest that the repository has it under. */
async function buildAndPush(source, to, ports) {
    const { context } = ports.runner;
    for (const secret of source.buildSecrets.values())
        ports.log.mask(secret);
    const [{ buildx }, commit] = await Promise.all([requireReady(source, ports.docker), readCommit(source, ports)]);
    if (commit.sha !== '')
        ports.log.info(`Commit: ${commit.sha} (${commit.from})`);
    const tags = requireTags(commit.sha, source.tags, to.repositoryUri);
    const references = tags.map((tag) => `${to.repositoryUri}:${tag}`);
    return await withSession(to, ports, async (env) => {
        const rest = { buildx: buildx !== null, references, metadataFile: metadataFile(env) };
        const call = buildCall(source, context, commit.sha, rest);
        const pushed = call.buildx
            ? await buildxPush(call, tags, to, ports, env)
            : await plainPush(call, tags, to, ports, env);
        return await pushedImage(pushed, tags, to, ports);
    });
}
/** Without buildx: the image is built in the engine, then pushed. */
async function plainPush(call, tags, to, ports, env) {
    const args = buildArguments(call);
    ports.log.info(shownCommand(args));
    const told = await told_tell(ports, args, {
        env: { ...buildEnvironment(call), ...env },
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

;// CONCATENATED MODULE: ./build/image/registry.js
/**
 * The digest of an image outside ECR, asked of its registry: OCI distribution specification (pulling manifests) and the
 * token flow of Docker's registries, without credentials.
 */


const TIMEOUT_MS = 5_000;
const registry_LIMIT = 4 * 1024 * 1024;
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
        return await ask(`${originOf(registry)}/v2/${registry_nameOf(registry, repository)}/manifests/${tag}`, ends);
    }
    catch (error) {
        signal?.throwIfAborted();
        return { none: registry_whyOf(error) };
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
        if (size > registry_LIMIT)
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
function registry_nameOf(registry, repository) {
    const hub = originOf(registry) === originOf(null);
    return hub && !repository.includes('/') ? `library/${repository}` : repository;
}
function isSafe(address) {
    const { protocol, host } = new URL(address);
    return protocol === 'https:' || (protocol === 'http:' && LOCAL.test(host));
}
/** The message of fetch is `fetch failed`; its cause has the reason. */
function registry_whyOf(error) {
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
    const there = { ...ports, ecr: ecrOf(reference, ports.ecr) };
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
    const [index] = isIndex(detail?.imageManifestMediaType) ? await ecr.manifests(named.repository, [{ digest }]) : [];
    const entries = index === undefined ? {} : { entries: indexEntries(index.manifest) };
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
        const entries = indexEntries(own.manifest);
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
    await giveTags(other, of.tags, to, ports);
    const [tag = ''] = of.tags;
    const image = reuse_imageOf(other.digest, tag, other.manifest, to);
    ports.log.info(`Another run pushed an image of the same content in the meantime: ${image.reference} is deployed.`);
    return image;
}
/** The other run may still be at work: its content tag comes after its push. */
const settle_LOOKS = 10;
const PAUSE_MS = 1_000;
async function sameContent(image, digest, tag, to, ports) {
    const { repository } = (0,image_reference/* splitUri */.b4)(to.repositoryUri);
    for (let look = 0; look < settle_LOOKS; look += 1) {
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
    const commit = await readCommit(source, ports);
    const tags = requireTags(commit.sha, source.tags, to.repositoryUri);
    if (existing?.image && source.existingImage === 'reuse') {
        if (commit.sha !== '')
            ports.log.info(`Commit: ${commit.sha} (${commit.from})`);
        const reused = await reuseImage(existing.image, existing, tags, to, ports);
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

;// CONCATENATED MODULE: ./build/image/scan.js
/** The gate on ECR's scan of the image. */







const scan_PAUSE_MS = 5_000;
/** A scan takes seconds to a few minutes. */
const LIMIT_MS = 10 * 60_000;
/** A scan on push has begun by then, if there is one. */
const BEGUN_MS = 60_000;
const SHOWN = 20;
const SEVERITIES = ['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];
/** ECR API, ScanStatus. Enhanced scans stay ACTIVE for as long as the image is watched. */
const scan_DONE = new Set(['COMPLETE', 'ACTIVE']);
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
    if (!scan_DONE.has(status)) {
        const told = description === '' ? '' : ` (${description})`;
        throw shut(on, `ECR's scan ended as ${status}${told}.`, STATUS_REPAIRS[status] ?? RESCAN);
    }
    const refused = findings.filter(({ severity }) => SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least));
    if (refused.length > 0)
        throw new errors/* StepError */.zg(findingsFault(on, least, refused));
    const counts = countsText(findings);
    ports.log.info(`ECR's scan: nothing of severity ${least} or above${counts === '' ? '' : ` (${counts})`}.`);
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
        await clock.sleep(scan_PAUSE_MS, signal);
    }
}
async function read(ecr, repository, digest, on) {
    try {
        return await ecr.scanFindings(repository, digest);
    }
    catch (error) {
        const missing = error instanceof aws_error/* AwsCallError */.iQ && error.kind === 'missing';
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
    return new errors/* StepError */.zg({ tried: "judge the image by ECR's scan", on, why, repair });
}
function findingsFault(on, least, findings) {
    const order = (finding) => -SEVERITIES.indexOf(finding.severity);
    const sorted = findings.toSorted((one, other) => order(one) - order(other));
    const more = sorted.length > SHOWN ? [`  \u2026 and ${sorted.length - SHOWN} more`] : [];
    const lines = [...sorted.slice(0, SHOWN).map((finding) => `  ${scan_line(finding)}`), ...more];
    return {
        tried: "let the image pass by ECR's scan",
        on,
        why: `it has findings of severity ${least} or above (${countsText(findings)}):\n${lines.join('\n')}`,
        repair: "Update the packages that have a fix, or the base image, or raise 'fail-on-severity'.",
    };
}
function scan_line({ name, severity, packages, fixedIn }) {
    const of = packages === null ? '' : ` in ${packages}`;
    return `${severity} ${name}${of}: ${fixedIn === null ? 'no fix is known' : `fixed in ${fixedIn}`}`;
}
/** `2 CRITICAL, 1 LOW` */
function countsText(findings) {
    const names = [...SEVERITIES.toReversed(), 'UNDEFINED'];
    const counted = names.map((name) => [findings.filter(({ severity }) => severity === name).length, name]);
    return counted.flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}`])).join(', ');
}

;// CONCATENATED MODULE: ./build/image/identity.js








/**
 * The tag that stands for what the build is made of. No Docker process is asked, so where the answer would depend on
 * the client (which ignore file counts), the tag covers both answers.
 * @throws StepError when something that Docker would send cannot be read
 */
async function contentOf(source, ports) {
    if (sourceKind(source.context) !== 'local')
        return { none: 'the build context is fetched from elsewhere' };
    const build = contentBuild(source, ports);
    const beside = (await (0,path/* lookAt */.t)(`${build.file}.dockerignore`)) === 'file';
    const tags = [];
    for (const buildx of beside ? [true, false] : [true]) {
        const found = await contentTag({ ...build, buildx }, { signal: ports.signal });
        if ('none' in found)
            return found;
        tags.push(found.tag);
    }
    return { tag: joined([...tags, ...attestations(source)]) };
}
function contentBuild(source, { context, env }) {
    const { context: folder, file, buildContexts } = buildPlaces(source, context.workspace);
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

;// CONCATENATED MODULE: ./build/task-definition/containers.js



/** The container definitions in the order of the task definition. */
function containersOf(body) {
    return (0,json/* objectsIn */.Qv)(body['containerDefinitions']);
}
function containerNames(body) {
    return containersOf(body).flatMap(({ name }) => (typeof name === 'string' ? [name] : []));
}
/** The container ports that `container` maps; empty where there is no such container. */
function containerPorts(body, container) {
    return containersOf(body)
        .filter(({ name }) => name === container)
        .flatMap((found) => (0,json/* objectsIn */.Qv)(found['portMappings']))
        .flatMap((mapping) => {
        const port = mapping['containerPort'];
        return typeof port === 'number' ? [port] : [];
    });
}
/**
 * The container that the image and the other changes go to: the one that the inputs name, else the only one, else
 * the one behind the load balancer.
 * @throws StepError when the container is not in the definition.
 */
function resolveContainer(loaded, containerName, loadBalancerContainer) {
    const names = containerNames(loaded.body);
    const [first, ...others] = names;
    if (containerName === null && first !== undefined && others.length === 0)
        return first;
    const wanted = containerName ?? loadBalancerContainer;
    if (names.includes(wanted))
        return wanted;
    throw unknownContainers(loaded, [wanted]);
}
/** Names the containers that are not there, and those that are. */
function unknownContainers(loaded, wanted) {
    const quoted = wanted.map((name) => `'${name}'`).join(', ');
    const verb = wanted.length === 1 ? 'is' : 'are';
    const names = containerNames(loaded.body);
    return new errors/* StepError */.zg({
        tried: 'find the container to change',
        on: loaded.origin,
        why: `container ${quoted} ${verb} not in task definition ${loaded.origin}; it has: ${names.join(', ') || 'none'}`,
        repair: 'Name one of these in container-name (or images), or correct the name in the task definition.',
    });
}

;// CONCATENATED MODULE: ./build/task-definition/parse.js





/** Members under which every value is a string: what YAML would read as a number or a boolean stays as typed. */
const STRING_MEMBERS = /^(?:cpu|memory|family|containerDefinitions\/(?:environment\/(?:name|value)|secrets\/\w+|command|entryPoint|image|name|dockerLabels\/.+|healthCheck\/command|logConfiguration\/(?:options\/.+|logDriver|secretOptions\/\w+)|systemControls\/\w+)|tags\/(?:key|value|Key|Value)|proxyConfiguration\/properties\/\w+)$/;
/** Whether ECS takes a string at this place (member names from the root of the definition or its wrapper). */
function isStringMember(names) {
    const place = names[0] === 'taskDefinition' ? names.slice(1) : names;
    return STRING_MEMBERS.test(place.join('/'));
}
/**
 * Parses a task definition file: JSON where the text is JSON, else YAML.
 * @throws StepError with file, line and column.
 */
async function parseDefinition(path, text) {
    const json = parseAsJson(path, text);
    if (json.kind === 'value')
        return json.value;
    if (json.kind === 'fault')
        throw parse_unreadable(path, 'JSON', json.error);
    try {
        return (await parseYamlText(text, { isString: isStringMember })).value;
    }
    catch (error) {
        if (error instanceof TextError)
            throw parse_unreadable(path, 'YAML', error);
        throw error;
    }
}
/** A file that begins like JSON, or is named so, is judged as JSON; one named as YAML is given a second chance. */
function parseAsJson(path, text) {
    const named = /\.json$/i.test(path);
    if (!named && !/^\s*[{[]/.test(text))
        return { kind: 'yaml' };
    try {
        return { kind: 'value', value: parseJsonText(text) };
    }
    catch (error) {
        if (!(error instanceof TextError))
            throw error;
        return /\.ya?ml$/i.test(path) ? { kind: 'yaml' } : { kind: 'fault', error };
    }
}
function parse_unreadable(path, format, error) {
    return new errors/* StepError */.zg({ tried: `read the task definition as ${format}`, on: path, why: error.message, repair: 'Correct the file there.' }, { cause: error });
}

;// CONCATENATED MODULE: ./build/task-definition/tags.js


/** Tags that are not a list of {key, value}. */
class TagError extends Error {
    name = 'TagError';
}
/** Reads `[{key, value}]`, or `[{Key, Value}]` as other AWS services print it. A tag without value has an empty one. */
function tagsOf(tags) {
    if (tags === undefined || tags === null)
        return [];
    if (!(0,json/* isList */.Lv)(tags))
        throw new TagError('its tags are not a list');
    return (0,json/* elementsOf */.ZE)(tags).map((tag) => {
        const key = (0,json/* isObject */.Gv)(tag) ? (tag['key'] ?? tag['Key']) : undefined;
        const value = (0,json/* isObject */.Gv)(tag) ? (tag['value'] ?? tag['Value'] ?? '') : undefined;
        if (typeof key === 'string' && typeof value === 'string')
            return { key, value };
        throw new TagError('one of its tags is not {key, value} with text for both');
    });
}
/** One tag a key, the last one given; without `aws:*`, which only AWS may set. */
function mergeTags(...lists) {
    const merged = new Map(lists.flat().map(({ key = '', value = '' }) => [key, value]));
    return [...merged].filter(([key]) => !/^aws:/i.test(key)).map(([key, value]) => ({ key, value }));
}

;// CONCATENATED MODULE: ./build/task-definition/load.js











/**
 * Loads the definition to start from. Files may hold JSON or YAML, also in the `{taskDefinition, tags}` form that
 * `aws ecs describe-task-definition` prints.
 * @throws StepError: no such file (with the absolute path), not parseable (with line and column), not a definition,
 *   no such revision. Throttling, network and credential faults of AWS are thrown as they came.
 */
async function loadDefinition(source, ports) {
    if (source.kind === 'file')
        return loadFile(source.path, ports.readFile, ports.workspace);
    return fromDescribed(await describe(source.reference, ports.ecs));
}
/** The definition of a registered revision. */
function fromDescribed(described) {
    return {
        body: described.definition,
        tags: mergeTags(described.tags),
        origin: revisionName(described.arn),
        arn: described.arn,
    };
}
/** `arn:\u2026:task-definition/web:12` \u2192 `web:12`: free of the account id. */
function revisionName(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1);
}
async function loadFile(path, readFile, workspace) {
    const absolute = (0,external_node_path_.resolve)(workspace, path);
    const text = await readFile(absolute);
    if (text === null) {
        throw load_fault(path, `there is no file ${absolute}`, 'Check the path: it is relative to the workspace, and the repository must be checked out before this step.');
    }
    return fromDocument(path, await parseDefinition(path, text));
}
function fromDocument(path, document) {
    const whole = (0,json/* isObject */.Gv)(document) ? document : {};
    const wrapped = whole['taskDefinition'];
    const body = (0,json/* isObject */.Gv)(wrapped) ? wrapped : whole;
    const problem = problemOf(body);
    if (problem !== null)
        throw load_fault(path, problem, 'Write it as RegisterTaskDefinition takes it.');
    try {
        const tags = mergeTags(tagsOf(body['tags']), (0,json/* isObject */.Gv)(wrapped) ? tagsOf(whole['tags']) : []);
        return { body: (0,json/* without */.FF)(body, new Set(['tags'])), tags, origin: path, arn: null };
    }
    catch (error) {
        if (!(error instanceof TagError))
            throw error;
        throw load_fault(path, error.message, 'Write tags as a list of {key, value}.');
    }
}
/** What RegisterTaskDefinition requires, and what this project reads. */
function problemOf(body) {
    if (typeof body['family'] !== 'string' || body['family'] === '')
        return 'it has no family';
    const containers = containersOf(body);
    if (containers.length === 0)
        return 'it has no containerDefinitions';
    if (containers.length !== listLength(body))
        return 'containerDefinitions holds something that is not a container';
    const names = containerNames(body);
    if (names.length !== containers.length)
        return 'one of its containers has no name';
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    return twice === undefined ? null : `two of its containers are named '${twice}'`;
}
function listLength(body) {
    const list = body['containerDefinitions'];
    return Array.isArray(list) ? list.length : 0;
}
async function describe(reference, ecs) {
    try {
        return await ecs.describeTaskDefinition(reference);
    }
    catch (error) {
        // ECS API: an unknown family or revision is a ClientException, "Unable to describe task definition."
        if (!(error instanceof aws_error/* AwsCallError */.iQ) || !['missing', 'other'].includes(error.kind))
            throw error;
        throw load_fault(reference, `ECS answered ${error.code}: ${awsMessage(error)}`, 'Check family, revision, account and region. For a file, give a path with a folder or a .json, .yml or .yaml ending.', error);
    }
}
/** What AWS itself said, without the call that stands before it. */
function awsMessage(error) {
    const mark = `${error.code}: `;
    const start = error.message.indexOf(mark);
    return start < 0 ? error.message : error.message.slice(start + mark.length);
}
function load_fault(on, why, repair, cause) {
    return new errors/* StepError */.zg({ tried: 'load the task definition', on, why, repair }, { cause });
}

;// CONCATENATED MODULE: ./build/target/describe.js



const MINUTE = 60_000;
/** What is there now, in lines for the log. Free of account ids, which the runner would blank. */
function describeTarget(target) {
    const { group, primary, service } = target;
    const inGroup = targetGroupName(primary.loadBalancers?.[0]?.targetGroupArn ?? '');
    const weights = target.listener.weights.map(({ targetGroup, weight }) => `${targetGroup} ${weight}`).join(', ');
    return [
        `Service: ${target.cluster}/${service.serviceName ?? ''}, ${service.runningCount ?? 0} of ${service.desiredCount ?? 0} tasks running`,
        `Runs now: ${revisionName(target.live.arn)}, behind target group ${inGroup}`,
        `Deployment group: ${group.application} / ${group.name} (found by ${group.foundBy})`,
        `Shift: ${group.config.name}, ${schedule(group.config)}`,
        `Weights on the production listener: ${weights}`,
    ];
}
/** `all at once`; `10 %, 100 % after 5 min`; `10 % every 3 min, all after 27 min`. */
function schedule({ steps, shiftMs }) {
    const [first, second] = steps;
    if (first === undefined || second === undefined)
        return 'all at once';
    const minutes = (ms) => `${ms / MINUTE} min`;
    if (steps.length === 2)
        return `${first.percent} %, ${second.percent} % after ${minutes(second.atMs)}`;
    return `${first.percent} % every ${minutes(second.atMs)}, all after ${minutes(shiftMs)}`;
}

;// CONCATENATED MODULE: ./build/report/steps.js
/** What each step of a run came to: in the log, and in the outputs as soon as it is known. */








function reportPlan(plan, { log, runner }) {
    for (const line of describeTarget(plan.target))
        log.info(line);
    log.info(`Starts from: ${plan.draft.loaded.origin}`);
    for (const warning of plan.warnings)
        log.warning(warning);
    runner.setOutput('previous-task-definition-arn', plan.previous);
    runner.setOutput('previous-task-definition', revisionName(plan.previous));
    const { url } = plan.target.listener;
    if (url !== null)
        runner.setOutput('url', url);
}
function reportImage(image, { runner }) {
    if (image === null)
        return;
    runner.setOutput('image', image.reference);
    if (image.tag !== null)
        runner.setOutput('image-tag', image.tag);
    if (image.digest !== null)
        runner.setOutput('image-digest', image.digest);
}
function reportRendered(rendered, origin, log) {
    const tell = (what, members) => {
        if (members.length > 0)
            log.info(`${what}: ${members.join(', ')}`);
    };
    tell(`Left out of ${origin}, since RegisterTaskDefinition refuses them`, rendered.leftOut);
    tell('Dropped with the placeholder image that they belong to', rendered.dropped);
    tell('Changed', rendered.changed);
}
function reportRevision(revision, { log, runner }) {
    log.info(`Revision: ${revision.name} (${revision.kind})`);
    runner.setOutput('task-definition-arn', revision.arn);
    runner.setOutput('task-definition', revision.name);
}
/** The state is for `post`, which says what goes on where the step could not. */
function reportStart(id, region, { log, runner }) {
    const url = consoleUrl(id, region);
    runner.setOutput('codedeploy-deployment-id', id);
    runner.setOutput('console-url', url);
    runner.saveState('deployment-id', id);
    runner.saveState('console-url', url);
    log.info(`Deployment: ${id}`);
    log.info(url);
}

;// CONCATENATED MODULE: ./build/target/earlier.js




/** True where an earlier attempt of the same job of the same run started the deployment: a re-run goes on with it. */
function earlier_isEarlierAttempt(running, marker) {
    return marker !== null && carriesRun(running.description ?? '', marker);
}
/**
 * What that deployment brings to production, so that the same definition is not registered a second time: only with the
 * same AppSpec can the deployment be gone on with. null where there is none or it cannot be read.
 */
async function earlierRevision(running, ecs) {
    const name = deployedBy(running?.description ?? '');
    return name === null ? null : ecs.describeTaskDefinition(name).catch(() => null);
}

;// CONCATENATED MODULE: ./build/appspec/live.js




/**
 * What an AppSpec says about the service, from the task set that takes the traffic. A task set knows no hooks.
 * @throws StepError when the task set has no load balancer: CodeDeploy needs one.
 */
function serviceFromTaskSet(taskSet) {
    const [balancer] = taskSet.loadBalancers ?? [];
    if (balancer?.containerName === undefined || balancer.containerPort === undefined) {
        throw new errors/* StepError */.zg({
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

;// CONCATENATED MODULE: ./build/appspec/compare.js




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
    const live = serviceFromTaskSet(taskSet);
    return (service.hooks.length === 0 &&
        service.containerName === live.containerName &&
        service.containerPort === live.containerPort &&
        samePlatform(service.platformVersion, live.platformVersion) &&
        (service.network === null || unordered(service.network) === unordered(live.network)) &&
        unordered(service.capacityProviders) === unordered(live.capacityProviders));
}
/** What the user should know: this AppSpec file takes away the capacity providers that the service runs on. */
function capacityWarning(service, taskSet) {
    const live = serviceFromTaskSet(taskSet);
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
    if ((0,json/* isList */.Lv)(value))
        return `[${value.map(unordered).sort().join()}]`;
    if (!(0,json/* isObject */.Gv)(value))
        return JSON.stringify(value);
    const members = Object.entries(value).map(([name, member]) => `${name}:${unordered(member)}`);
    return `{${members.sort().join()}}`;
}

;// CONCATENATED MODULE: ./build/target/config.js




/**
 * What a deployment uses that neither the inputs nor the group name a configuration for. It is always named: the
 * API's own default is CodeDeployDefault.OneAtATime, which is none for ECS (CodeDeploy API: CreateDeploymentInput).
 */
const DEFAULT_CONFIG = 'CodeDeployDefault.ECSAllAtOnce';
const config_MINUTE = 60_000;
/** AWS's own configurations never change: asking for them would cost a call and tell nothing (CodeDeploy user guide). */
const PREDEFINED = new Map([
    [DEFAULT_CONFIG, { type: 'AllAtOnce' }],
    ['CodeDeployDefault.ECSLinear10PercentEvery1Minutes', linear(10, 1)],
    ['CodeDeployDefault.ECSLinear10PercentEvery3Minutes', linear(10, 3)],
    ['CodeDeployDefault.ECSCanary10Percent5Minutes', canary(10, 5)],
    ['CodeDeployDefault.ECSCanary10Percent15Minutes', canary(10, 15)],
]);
/** The configuration of this name, and when its steps are due. Throws an `AwsCallError` or a `StepError`. */
async function readConfig(name, codedeploy) {
    const predefined = PREDEFINED.get(name);
    const info = predefined === undefined
        ? await codedeploy.getDeploymentConfig(name)
        : { computePlatform: 'ECS', trafficRoutingConfig: predefined };
    return configOf(name, info);
}
/** Throws a `StepError` for a configuration that is not for ECS, or whose schedule cannot be read. */
function configOf(name, info) {
    if (info.computePlatform !== undefined && info.computePlatform !== 'ECS') {
        throw unusable(name, `it is for compute platform ${info.computePlatform}, not for ECS`);
    }
    const steps = stepsOf(info.trafficRoutingConfig ?? {});
    if (steps === null)
        throw unusable(name, 'it has no traffic schedule that an ECS deployment could follow');
    return { name, steps, shiftMs: steps.at(-1)?.atMs ?? 0 };
}
/**
 * When each step is due. Linear p % every i minutes shifts at the start of each increment: p at once, 2p after i, \u2026,
 * the last step takes the rest (CodeDeploy API: TimeBasedLinear).
 */
function stepsOf(routing) {
    if (routing.type === 'AllAtOnce')
        return [{ atMs: 0, percent: 100 }];
    const { timeBasedCanary, timeBasedLinear } = routing;
    if (routing.type === 'TimeBasedCanary') {
        const { canaryPercentage: percent = 0, canaryInterval: minutes = 0 } = timeBasedCanary ?? {};
        return isShare(percent)
            ? [
                { atMs: 0, percent },
                { atMs: minutes * config_MINUTE, percent: 100 },
            ]
            : null;
    }
    if (routing.type !== 'TimeBasedLinear')
        return null;
    const { linearPercentage: percent = 0, linearInterval: minutes = 0 } = timeBasedLinear ?? {};
    if (!isShare(percent))
        return null;
    return Array.from({ length: Math.ceil(100 / percent) }, (_, step) => ({
        atMs: step * minutes * config_MINUTE,
        percent: Math.min(100, (step + 1) * percent),
    }));
}
function isShare(percent) {
    return Number.isInteger(percent) && percent > 0 && percent < 100;
}
function linear(linearPercentage, linearInterval) {
    return { type: 'TimeBasedLinear', timeBasedLinear: { linearPercentage, linearInterval } };
}
function canary(canaryPercentage, canaryInterval) {
    return { type: 'TimeBasedCanary', timeBasedCanary: { canaryPercentage, canaryInterval } };
}
function unusable(name, why) {
    return new errors/* StepError */.zg({
        tried: 'use the deployment configuration',
        on: name,
        why,
        repair: `Set input 'codedeploy-deployment-config' (or the deployment group's own) to one for ECS, such as ${DEFAULT_CONFIG}.`,
    });
}

;// CONCATENATED MODULE: ./build/target/check-group.js










/** What speaks against deploying the service by this group. */
function groupFaults(group, place) {
    const { info } = group;
    if (info.computePlatform !== undefined && info.computePlatform !== 'ECS') {
        return [mismatch(group, `it is for compute platform ${info.computePlatform}, not for ECS`, place)];
    }
    const names = (info.ecsServices ?? []).map(({ clusterName, serviceName }) => `${place_nameOf(clusterName ?? '')}/${place_nameOf(serviceName ?? '')}`);
    if (!names.includes(`${place.cluster}/${place.service}`)) {
        return [mismatch(group, `it deploys ${names.join(', ') || 'no ECS service'}, not ${describePlace(place)}`, place)];
    }
    const lacks = pairOf(group).length === 2 ? [] : ['a pair of target groups'];
    if (productionListener(group) === undefined)
        lacks.push('a production listener');
    return lacks.length === 0 ? [] : [incomplete(group, lacks)];
}
/** The roles of the pair are told by the PRIMARY task set: its group is the original (CodeDeploy user guide). */
function pairFaults(group, primary) {
    const arn = primary.loadBalancers?.[0]?.targetGroupArn;
    const pair = pairOf(group);
    if (arn === undefined || pair.length !== 2 || pair.includes(targetGroupName(arn)))
        return [];
    return [
        {
            tried: 'tell the original target group from the replacement',
            on: groupName(group),
            why: `the PRIMARY task set is in target group ${targetGroupName(arn)}, and the group's pair is ${pair.join(' and ')}`,
            repair: `Put ${targetGroupName(arn)} into the deployment group's pair (CodeDeploy console: edit the deployment group, Load balancers).`,
        },
    ];
}
/** `test-ready` ends where the group waits for a word, with the test listener on the new tasks. */
function waitFaults(group, until) {
    if (until !== 'test-ready')
        return [];
    const ready = group.info.blueGreenDeploymentConfiguration?.deploymentReadyOption;
    const at = { tried: "wait for 'test-ready'", on: groupName(group) };
    const other = "or choose another 'wait-for'";
    const waits = {
        ...at,
        why: `the group does not wait before the shift (deploymentReadyOption.actionOnTimeout is ${ready?.actionOnTimeout ?? 'not set'})`,
        repair: `Set the group's blueGreenDeploymentConfiguration.deploymentReadyOption to {"actionOnTimeout":"STOP_DEPLOYMENT","waitTimeInMinutes":60} (console: "Specify when to reroute traffic"), ${other}.`,
    };
    const tests = {
        ...at,
        why: 'the group has no test listener, through which the new tasks could be reached before the shift',
        repair: `Set the group's loadBalancerInfo.targetGroupPairInfoList[0].testTrafficRoute to a listener of the load balancer (console: "Test listener port"), ${other}.`,
    };
    return [
        ...(ready?.actionOnTimeout === 'STOP_DEPLOYMENT' ? [] : [waits]),
        ...(testListener(group) === undefined ? [tests] : []),
    ];
}
/** Network Load Balancers shift all at once (ECS developer guide, "Blue/Green deployment with CodeDeploy"). */
function configFaults(group, config) {
    const listener = productionListener(group);
    if (listener === undefined || !isNetworkListener(listener) || config.steps.length <= 1)
        return [];
    return [
        {
            tried: 'use the deployment configuration',
            on: `${config.name} for ${groupName(group)}`,
            why: 'the production listener belongs to a Network Load Balancer, which can only shift all traffic at once',
            repair: `Set input 'codedeploy-deployment-config' to ${DEFAULT_CONFIG}.`,
        },
    ];
}
function groupName(group) {
    return `${group.application} / ${group.name}`;
}
function mismatch(group, why, place) {
    const list = awsCommand(place, 'deploy', 'list-deployment-groups', '--application-name', group.application);
    return {
        tried: 'use the deployment group',
        on: `${groupName(group)}, found by ${group.foundBy}`,
        why,
        repair: `Set inputs 'codedeploy-application' and 'codedeploy-deployment-group' to the group that deploys ${place.cluster}/${place.service}. What is there: ${list}`,
    };
}
function incomplete(group, lacks) {
    return {
        tried: 'use the deployment group',
        on: groupName(group),
        why: `it lacks ${lacks.join(' and ')}`,
        repair: 'Complete it in the CodeDeploy console: edit the deployment group, Load balancers.',
    };
}

;// CONCATENATED MODULE: ./build/target/check-listener.js





/**
 * Some action of the production listener must give the PRIMARY task set's target group traffic, else CodeDeploy ends
 * the deployment with "Primary taskset target group must be behind listener". Siblings at weight 0 and other
 * services' rules are normal. `primary`: ARN of that target group; `pair`: what DescribeTargetGroups knows of both.
 */
function listenerFaults(listener, primary, pair, place) {
    if (takesTraffic(listener.routes, primary))
        return [];
    const sibling = pair.map(({ TargetGroupArn }) => TargetGroupArn ?? '').find((arn) => arn !== '' && arn !== primary);
    const wrong = sibling === undefined ? undefined : listener.routes.find(({ weights }) => weights.has(sibling));
    const route = wrong ?? listener.routes.find(({ weights }) => weights.has(primary));
    const instead = wrong === undefined || sibling === undefined
        ? 'no action of it gives that group any traffic'
        : `${wrong.rule === null ? 'its default action' : `rule ${wrong.rule}`} forwards to ${targetGroupName(sibling)}`;
    return [
        {
            tried: 'find production behind its listener',
            on: listener.arn,
            why: `the PRIMARY task set is in target group ${targetGroupName(primary)}, but ${instead}; CodeDeploy refuses to deploy like that ("Primary taskset target group must be behind listener")`,
            repair: check_listener_repairOf(listener.arn, route, primary, place),
        },
    ];
}
function check_listener_repairOf(listener, route, primary, place) {
    const action = `Type=forward,TargetGroupArn=${primary}`;
    const command = route === undefined || route.rule === null
        ? awsCommand(place, 'elbv2', 'modify-listener', '--listener-arn', listener, '--default-actions', action)
        : awsCommand(place, 'elbv2', 'modify-rule', '--rule-arn', route.rule, '--actions', action);
    const before = route?.before ?? [];
    const keep = before.length === 0 ? '' : ` Its other actions (${before.join(', ')}) must be given too, or they are lost.`;
    return `Point it back at what CodeDeploy holds for production (traffic moves at once; see first that the group's targets are healthy): ${command}${keep}`;
}

;// CONCATENATED MODULE: ./build/target/check-repository.js





/**
 * A URI of a registry that is not ECR: what ECR says of the same name is beside the point. An emulator's registry is
 * known by what DescribeRepositories tells.
 * `found`: what ECR said, where it did.
 */
function foreignRepository({ source }, found) {
    if (source.kind !== 'build')
        return [];
    const { registry, repository } = (0,image_reference/* parseReference */.F2)(source.repository) ?? { registry: null, repository: null };
    if (registry === null || (0,image_reference/* ecrRegistry */.gO)(registry) !== null)
        return [];
    if ((0,image_reference/* splitUri */.b4)(found?.repositoryUri ?? '').registry === registry)
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
    const given = (0,image_reference/* ecrRegistry */.gO)((0,image_reference/* parseReference */.F2)(source.repository)?.registry ?? null);
    const told = (0,image_reference/* ecrRegistry */.gO)((0,image_reference/* splitUri */.b4)(repositoryUri).registry);
    return { repositoryUri: given !== null && told !== null ? source.repository : repositoryUri, repositoryArn };
}

;// CONCATENATED MODULE: ./build/target/check-image.js








/** What speaks against the image that is to be built, as far as it is known before. */
function imageRefusals(inputs, facts) {
    const { source } = inputs;
    if (source.kind !== 'build')
        return [];
    const repository = fact_valueOf(facts.repository);
    const existing = existingIn(facts);
    const uri = destinationOf(inputs, repository)?.repositoryUri ?? source.repository;
    const definition = fact_valueOf(facts.definition);
    const platform = definition === undefined ? null : platformFault(source.platforms, definition.body, definition.origin);
    return [
        ...foreignRepository(inputs, repository),
        ...(existing === null ? [] : existingFaults(source, existing, uri)),
        ...(platform === null ? [] : [platform]),
    ];
}
function existingIn({ existing }) {
    return (existing && fact_valueOf(existing)) ?? null;
}

;// CONCATENATED MODULE: ./build/target/check-service.js





/** What speaks against deploying this service; null: there is none of this name. */
function serviceFaults(service, place) {
    if (service === null)
        return [absent(place)];
    if (service.status !== 'ACTIVE')
        return [notActive(service.status ?? 'unknown', place)];
    const controller = service.deploymentController?.type ?? 'ECS';
    if (controller !== 'CODE_DEPLOY')
        return [wrongController(controller, service, place)];
    return primaryFaults(service, place);
}
/** What does not speak against it, but should be known. `deploying`: the group has a deployment going on. */
function serviceWarnings(service, deploying = false) {
    const others = (service.taskSets ?? []).filter(({ status }) => status !== 'PRIMARY');
    const left = others.map(({ id, status }) => `${id ?? ''} (${status ?? ''})`).join(', ');
    return [
        ...(service.desiredCount === 0
            ? ['The desired count of the service is 0: no task will run, so that a deployment that succeeds proves nothing.']
            : []),
        ...(others.length > 0 && !deploying
            ? [`Beside the PRIMARY task set the service has ${left}, though its deployment group has no deployment going on.`]
            : []),
    ];
}
function absent(place) {
    return {
        tried: 'find the service',
        on: describePlace(place),
        why: `cluster ${place.cluster} has no service ${place.service} in ${place.region}`,
        repair: `Check inputs 'cluster' and 'service' and the region. What is there: ${awsCommand(place, 'ecs', 'list-services', '--cluster', place.cluster)}`,
    };
}
/** ECS API: Service.status is ACTIVE, DRAINING or INACTIVE. */
function notActive(status, place) {
    return {
        tried: 'deploy to the service',
        on: describePlace(place),
        why: status === 'DRAINING'
            ? 'it is DRAINING: it is being deleted, and its last tasks are ending'
            : `its status is ${status}${status === 'INACTIVE' ? ': it was deleted' : ''}`,
        repair: status === 'DRAINING'
            ? 'Wait until it is gone, then create it again, with the CODE_DEPLOY deployment controller.'
            : "Create it again, with the CODE_DEPLOY deployment controller, or correct inputs 'cluster' and 'service'.",
    };
}
function wrongController(controller, service, place) {
    const strategy = service.deploymentConfiguration?.strategy ?? 'ROLLING';
    const native = controller === 'ECS' && strategy !== 'ROLLING';
    return {
        tried: 'deploy to the service',
        on: describePlace(place),
        why: `its deployment controller is ${controller}${native ? ` with strategy ${strategy}` : ''}, and this step deploys services of CODE_DEPLOY`,
        repair: meanwhile(controller),
    };
}
function meanwhile(controller) {
    if (controller === 'ECS') {
        return 'Use aws-actions/amazon-ecs-deploy-task-definition for this service (rolling updates, and ECS\u2019s own blue/green), or make it a service with the CODE_DEPLOY controller and a CodeDeploy deployment group.';
    }
    return 'Deploy it with the tool that makes its task sets (ecs:CreateTaskSet), or make it a service with the CODE_DEPLOY controller and a CodeDeploy deployment group.';
}
function primaryFaults(service, place) {
    const look = awsCommand(place, 'ecs', 'describe-services', '--cluster', place.cluster, '--services', place.service);
    const primary = primaryOf(service);
    const at = { tried: 'find what production runs', on: describePlace(place) };
    if (primary === undefined) {
        const why = 'the service has no PRIMARY task set';
        return [
            { ...at, why, repair: `Wait until the service has started its first tasks, then run the job again: ${look}` },
        ];
    }
    if (primary.taskDefinition === undefined || !isBalanced(primary)) {
        const why = `the PRIMARY task set ${primary.id ?? ''} has no ${primary.taskDefinition === undefined ? 'task definition' : 'load balancer'}`;
        return [{ ...at, why, repair: `CodeDeploy needs a service behind a load balancer. What is there: ${look}` }];
    }
    return [];
}
function isBalanced({ loadBalancers }) {
    const { targetGroupArn, containerName, containerPort } = loadBalancers?.[0] ?? {};
    return targetGroupArn !== undefined && containerName !== undefined && containerPort !== undefined;
}

;// CONCATENATED MODULE: ./build/task-definition/bootstrap.js

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
    const label = (0,json/* isObject */.Gv)(labels) && Object.hasOwn(labels, BOOTSTRAP_LABEL) ? labels[BOOTSTRAP_LABEL] : undefined;
    if (!(0,json/* isObject */.Gv)(labels) || typeof label !== 'string')
        return { container, dropped: [] };
    const listed = new Set(label.split(/[\s,]+/).filter((name) => Object.hasOwn(container, name) && !NEEDED.has(name)));
    const unlabelled = { ...container, dockerLabels: (0,json/* without */.FF)(labels, new Set([BOOTSTRAP_LABEL])) };
    return {
        container: (0,json/* without */.FF)(unlabelled, listed),
        dropped: [...listed, `dockerLabels["${BOOTSTRAP_LABEL}"]`],
    };
}

;// CONCATENATED MODULE: ./build/task-definition/clean.js

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
    if ((0,json/* isList */.Lv)(value))
        return value.map((element, index) => withoutNull(element, `${path}[${index}]`, leftOut));
    return (0,json/* isObject */.Gv)(value) ? membersWithoutNull(value, path, leftOut) : value;
}

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
    const { body, leftOut } = cleanDefinition(draft.loaded.body);
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
    const { container: base, dropped } = isNew ? dropBootstrap(container) : { container, dropped: [] };
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

;// CONCATENATED MODULE: ./build/task-definition/draft.js





/**
 * The definition with the changes that it will get. Whatever can be refused is refused here, before anything is built.
 * @throws StepError: a container that is not there, a built image for no container (or none built), or what
 *   `renderDefinition` refuses.
 */
function draftDefinition(loaded, inputs, loadBalancerContainer) {
    const { container, known } = draft_assign(loaded, inputs, loadBalancerContainer);
    const draft = { loaded, changes: inputs.changes, images: known, container };
    renderDefinition(draft, new Map());
    return draft;
}
/** The containers that take the image that this run builds; none when it builds none. Throws as `draftDefinition`. */
function builtFor(loaded, inputs, loadBalancerContainer) {
    return draft_assign(loaded, inputs, loadBalancerContainer).built;
}
function draft_assign(loaded, { source, changes }, loadBalancerContainer) {
    const names = containerNames(loaded.body);
    const unknown = [...changes.images.keys()].filter((name) => !names.includes(name));
    if (unknown.length > 0)
        throw unknownContainers(loaded, unknown);
    const container = changesNothing(source, changes)
        ? loadBalancerContainer
        : resolveContainer(loaded, changes.containerName, loadBalancerContainer);
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
    if (outside.length > 0 && inputs.changes.containerName === null && !containerNames(loaded.body).includes(behind)) {
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
    const names = containerNames(loaded.body);
    const where = appspec.kind === 'file' ? appspec.path : 'an AppSpec file (input codedeploy-appspec)';
    if (!names.includes(containerName)) {
        const why = `${from} names container '${containerName}', and the task definition has: ${names.join(', ')}`;
        return [{ ...at, why, repair: `Rename the container in the task definition, or name another one in ${where}.` }];
    }
    const ports = containerPorts(loaded.body, containerName);
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
    const empty = containersOf(loaded.body)
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

;// CONCATENATED MODULE: ./build/target/running.js





/** CodeDeploy API: DeploymentStatus. Every other status, and any that is not known yet, means that it goes on. */
const ENDED = new Set(['Succeeded', 'Failed', 'Stopped']);
/**
 * The group's last attempted deployment, if it has not ended. The group's word for it can lag behind: it is asked
 * for itself, unless the group says that it has ended.
 */
async function readRunning(group, getDeployment) {
    const last = group.info.lastAttemptedDeployment;
    if (last?.deploymentId === undefined || ENDED.has(last.status))
        return null;
    const info = await getDeployment(last.deploymentId);
    return ENDED.has(info.status) ? null : { ...info, deploymentId: last.deploymentId };
}
/** A group has one deployment at a time (CodeDeploy API: DeploymentLimitExceededException). */
function runningFault(running, madePrimary, place) {
    const id = running.deploymentId ?? '';
    const since = running.createTime === undefined ? '' : ` since ${running.createTime.toISOString()}`;
    const rollback = running.creator === 'codeDeployRollback' ? ', a rollback,' : '';
    const words = oneLine(running.description ?? '', 160);
    return {
        tried: 'start a deployment',
        on: `${running.applicationName ?? ''} / ${running.deploymentGroupName ?? ''}`,
        why: `deployment ${id}${rollback} is ${running.status ?? 'going on'}${since}, and a group has one deployment at a time; its description ${words === '' ? 'is empty' : `says: ${words}`}`,
        repair: `${waysOut(id, running, madePrimary, place)} ${running_consoleUrl(id, place)}`,
    };
}
function waysOut(id, running, madePrimary, place) {
    const stop = awsCommand(place, 'deploy', 'stop-deployment', '--deployment-id', id, '--auto-rollback-enabled');
    const go = (wait) => awsCommand(place, 'deploy', 'continue-deployment', '--deployment-id', id, '--deployment-wait-type', wait);
    if (running.creator === 'codeDeployRollback')
        return 'Wait until the rollback has ended, then run the job again.';
    if (running.status === 'Ready') {
        return `It waits for a word: let it go on with ${go('READY_WAIT')}, or stop it and roll back with ${stop}, then run the job again.`;
    }
    const shifted = madePrimary
        ? ` It made the task set that is PRIMARY now: if all traffic is on it, end its wait with ${go('TERMINATION_WAIT')}.`
        : '';
    return `Wait until it has ended, then run the job again.${shifted} Or stop it and roll back with ${stop}.`;
}
function running_consoleUrl(id, { region }) {
    return `https://${region}.console.aws.amazon.com/codesuite/codedeploy/deployments/${encodeURIComponent(id)}?region=${region}`;
}

;// CONCATENATED MODULE: ./build/target/target-of.js






/** What was read, as one. null where something is missing; why, the facts themselves tell. */
function targetOf(facts) {
    const service = fact_valueOf(facts.service);
    const primary = primaryOf(service);
    const live = fact_valueOf(facts.live);
    const group = fact_valueOf(facts.group);
    const config = fact_valueOf(facts.config);
    const listener = listenerOf(facts);
    if (!service || !primary || !live || !group || !config || !listener)
        return null;
    const { application, name, foundBy, info } = group;
    return {
        cluster: facts.place.cluster,
        service,
        primary,
        live,
        group: { application, name, foundBy, info, config },
        listener,
    };
}
function listenerOf(facts) {
    const listener = fact_valueOf(facts.listener);
    const group = fact_valueOf(facts.group);
    if (listener === undefined || group === undefined)
        return null;
    const arns = listener.routes.flatMap(({ weights }) => [...weights.keys()]);
    const weights = pairOf(group).map((name) => {
        const arn = arns.find((candidate) => targetGroupName(candidate) === name);
        return { targetGroup: name, weight: arn === undefined ? 0 : weightOf(listener.routes, arn) };
    });
    const primary = primaryOf(fact_valueOf(facts.service))?.loadBalancers?.[0]?.targetGroupArn ?? '';
    const serving = listener.routes.find((route) => (route.weights.get(primary) ?? 0) > 0);
    return { arn: listener.arn, url: urlOf(listener.entrance, serving?.host ?? null), weights };
}

;// CONCATENATED MODULE: ./build/target/waiting.js



const waiting_MINUTE = 60_000;
/**
 * How long each wait of a deployment can take. CodeDeploy API: `waitTimeInMinutes` counts only with STOP_DEPLOYMENT;
 * `terminationWaitTimeInMinutes` is at most 2880, and only with TERMINATE. What has no bound of its own (the start of
 * the new tasks, hooks) is what the margin is for.
 */
function waitingOf(inputs, group) {
    const { deploymentReadyOption: ready, terminateBlueInstancesOnDeploymentSuccess: blue } = group.info.blueGreenDeploymentConfiguration ?? {};
    const readyMs = ready?.actionOnTimeout === 'STOP_DEPLOYMENT' ? (ready.waitTimeInMinutes ?? 0) * waiting_MINUTE : 0;
    const terminationMs = blue?.action === 'KEEP_ALIVE' ? 0 : (blue?.terminationWaitTimeInMinutes ?? 0) * waiting_MINUTE;
    const { shiftMs } = group.config;
    const limits = {
        none: 0,
        'test-ready': 0,
        'traffic-shifted': readyMs + shiftMs,
        completed: readyMs + shiftMs + terminationMs,
    };
    const marginMs = inputs.until === 'none' ? 0 : inputs.marginMinutes * waiting_MINUTE;
    return {
        until: inputs.until,
        readyMs,
        shiftMs,
        terminationMs,
        limitMs: limits[inputs.until] + marginMs,
        maxDelayMs: inputs.maxDelaySeconds * 1000,
    };
}
/** What of the waits should be known before they begin. */
function waitingWarnings(waiting) {
    const watches = waiting.until === 'traffic-shifted' || waiting.until === 'completed';
    if (waiting.readyMs === 0 || !watches)
        return [];
    return [
        `The deployment group waits up to ${waiting.readyMs / waiting_MINUTE} min for a word to go on (ContinueDeployment), which this step does not give: without it CodeDeploy stops the deployment.`,
    ];
}

;// CONCATENATED MODULE: ./build/target/preflight.js




















/**
 * Judges what was read. Throws a `RefusalError` with everything that speaks against the deployment, each with its
 * repair; nothing has been built or written by then. `others` is what was found elsewhere (the build). `marker` is this
 * run's: a deployment in progress that an earlier attempt of it started is gone on with. Anything thrown that is no
 * refusal is a mistake in this program.
 */
function preflight(inputs, facts, others = [], marker = null) {
    const service = fact_valueOf(facts.service);
    const own = service === undefined ? [] : serviceFaults(service, facts.place);
    const primary = own.length === 0 ? primaryOf(service) : undefined;
    const appspec = appspecOf(facts, primary);
    const drafted = draft(inputs, facts, appspec);
    const refusals = [
        ...unread(inputs, facts),
        ...own,
        ...groupRefusals(inputs, facts, primary, marker),
        ...imageRefusals(inputs, facts),
        ...(drafted?.faults ?? []),
        ...others,
    ];
    const target = targetOf(facts);
    if (refusals.length > 0 || target === null || appspec === undefined || !drafted?.draft) {
        throw refusals.length > 0 ? new errors/* RefusalError */.XQ(refusals) : new Error('a fact is missing, and nothing says why');
    }
    const waiting = waitingOf(inputs.waiting, target.group);
    const warnings = [
        ...serviceWarnings(target.service, fact_valueOf(facts.running) !== null),
        ...waitingWarnings(waiting),
        ...deniedWarnings(facts),
        ...[capacityWarning(appspec.service, target.primary)].filter((warning) => warning !== null),
    ];
    const { draft: definition, builtFor } = drafted;
    const image = { destination: destinationOf(inputs, fact_valueOf(facts.repository)), existing: existingIn(facts) };
    return { target, ...image, draft: definition, builtFor, appspec, waiting, previous: target.live.arn, warnings };
}
/** What could not be read. A repository of another registry is not missed in ECR. */
function unread(inputs, facts) {
    const foreign = foreignRepository(inputs, fact_valueOf(facts.repository)).length > 0;
    const { place, repository, ...others } = facts;
    const all = foreign ? Object.values(others) : [...Object.values(others), repository];
    const errors = all.flatMap((read) => (read.state === 'failed' ? [read.error] : []));
    const group = fact_valueOf(facts.group);
    return faultsOf(errors, place, group && `${group.application}/${group.name}`);
}
function groupRefusals(inputs, facts, primary, marker) {
    const group = fact_valueOf(facts.group);
    if (group === undefined)
        return [];
    const own = groupFaults(group, facts.place);
    // Another service's group: what is wrong with it, or runs in it, is not this run's business.
    if (own.length > 0)
        return own;
    const config = fact_valueOf(facts.config);
    const running = fact_valueOf(facts.running) ?? null;
    const another = running !== null && !earlier_isEarlierAttempt(running, marker);
    const pair = primary === undefined ? [] : pairFaults(group, primary);
    return [
        ...pair,
        ...(pair.length === 0 && primary !== undefined ? productionFaults(facts, primary) : []),
        ...waitFaults(group, inputs.waiting.until),
        ...(config === undefined ? [] : configFaults(group, config)),
        ...(another ? [runningFault(running, running.deploymentId === primary?.externalId, facts.place)] : []),
    ];
}
function productionFaults(facts, primary) {
    const listener = fact_valueOf(facts.listener);
    const arn = primary.loadBalancers?.[0]?.targetGroupArn;
    if (listener === undefined || arn === undefined)
        return [];
    return listenerFaults(listener, arn, fact_valueOf(facts.targetGroups) ?? [], facts.place);
}
/** A file that cannot be used is a refusal already; the rest is judged as if there were none. */
function appspecOf(facts, primary) {
    const file = fact_valueOf(facts.appspec);
    if (file)
        return file;
    return primary === undefined ? undefined : { kind: 'live', service: serviceFromTaskSet(primary) };
}
function draft(inputs, facts, appspec) {
    const loaded = fact_valueOf(facts.definition);
    return loaded === undefined || appspec === undefined ? null : draftOf(inputs, loaded, appspec);
}
function deniedWarnings(facts) {
    const group = fact_valueOf(facts.group);
    if (!group?.denied)
        return [];
    const repair = deniedRepair(group.denied, facts.place, `${group.application}/${group.name}`);
    return [`The step may not read deployments (${group.denied.call.on}), and the wait needs that. ${repair}`];
}

;// CONCATENATED MODULE: ./build/target/read.js





















/**
 * Every read that can refuse, each begun as soon as what it needs is there. Never rejects for what AWS or a file
 * says: that becomes part of its fact, so that `preflight` can report all of it at once. `repository` is handed in where
 * others wait for it too.
 */
async function readTarget(inputs, ports, log, repository = readRepository(inputs, ports.aws)) {
    const begun = beginService(inputs, ports.aws);
    const facts = await settled({
        ...begun,
        definition: readDefinition(inputs, ports, begun.live),
        appspec: fact(loadAppSpec(inputs.codedeploy.appspec, ports.workspace, ports.readFile)),
        repository,
    });
    read_tell(facts, log);
    tellAppSpec(inputs, facts, log);
    return { ...facts, place: placeNow(inputs, ports.aws, facts) };
}
/** The same for a mode that builds and registers nothing: the service, its group and what goes on there. */
async function readService(inputs, aws, log) {
    const facts = await settled(beginService(inputs, aws));
    read_tell(facts, log);
    return { ...facts, place: placeNow(inputs, aws, facts) };
}
function beginService(inputs, aws) {
    const place = placeOf(aws.region, inputs.cluster, inputs.service);
    const getDeployment = remember(aws.codedeploy);
    const service = fact(aws.ecs.describeService(inputs.cluster, inputs.service));
    const group = readGroup(inputs, place, service, aws.codedeploy, getDeployment);
    return {
        service,
        live: after(service, (found) => readLive(found, aws)),
        group,
        config: readConfiguration(inputs, group, aws.codedeploy),
        listener: after(group, (found) => {
            const arn = productionListener(found);
            return arn === undefined ? null : readListener(arn, aws.elb, inputs.waiting.until !== 'none');
        }),
        targetGroups: after(group, (found) => {
            const names = pairOf(found);
            return names.length === 0 ? null : aws.elb.describeTargetGroups(names);
        }),
        running: after(group, (found) => readRunning(found, getDeployment)),
    };
}
/** With the account, which the service tells. */
function placeNow(inputs, aws, { service }) {
    const found = service.state === 'known' ? service.value : null;
    return placeOf(aws.region, inputs.cluster, inputs.service, found);
}
/** Facts never reject: waiting for one after the other costs nothing, all of them run already. */
async function settled(promises) {
    const entries = Object.entries(promises).map(async ([name, promise]) => [name, await promise]);
    // The type of an object's entries forgets which name has which value.
    return Object.fromEntries(await Promise.all(entries));
}
function read_tell(facts, log) {
    for (const [name, read] of Object.entries(facts)) {
        if (read.state === 'failed')
            log.debug(`Reading ${name} failed: ${(0,errors/* messageOf */.bD)(read.error)}`);
    }
}
function tellAppSpec(inputs, { appspec }, log) {
    const file = appspec.state === 'known' ? appspec.value : null;
    if (file !== null && inputs.codedeploy.appspec === null) {
        log.info(`AppSpec: ${file.path} is used, which is in the workspace (input 'codedeploy-appspec' is not set).`);
    }
}
/** One deployment can be asked for twice: as the one that made the PRIMARY task set, and as the last attempted. */
function remember(codedeploy) {
    const asked = new Map();
    return (id) => {
        const answer = asked.get(id) ?? codedeploy.getDeployment(id);
        asked.set(id, answer);
        return answer;
    };
}
function readLive(service, aws) {
    const arn = isDeployable(service) ? primaryOf(service)?.taskDefinition : undefined;
    return arn === undefined ? null : aws.ecs.describeTaskDefinition(arn);
}
async function readDefinition(inputs, ports, live) {
    const source = inputs.definition;
    if (source.kind !== 'live')
        return fact(loadDefinition(source, { ...ports, ecs: ports.aws.ecs }));
    return after(live, (described) => Promise.resolve(fromDescribed(described)));
}
async function readGroup(inputs, place, service, codedeploy, getDeployment) {
    const given = inputs.codedeploy;
    const search = { given, place, codedeploy, getDeployment, madeBy: async () => madeBy(await service) };
    if (given.application !== null || given.group !== null)
        return fact(findGroup(search));
    const found = await service;
    // What is not there, or not CodeDeploy's, has no group; and half a search would refuse what a whole one finds.
    return found.state === 'known' && isDeployable(found.value) ? fact(findGroup(search)) : UNKNOWN;
}
function madeBy(service) {
    const id = service.state === 'known' ? primaryOf(service.value)?.externalId : undefined;
    return id === undefined || id === '' ? null : id;
}
async function readConfiguration(inputs, group, codedeploy) {
    const name = inputs.codedeploy.config;
    if (name !== null)
        return fact(readConfig(name, codedeploy));
    return after(group, ({ info }) => readConfig(info.deploymentConfigName ?? DEFAULT_CONFIG, codedeploy));
}
/** In the account and region that a full URI names. */
async function readRepository({ source }, { ecr }) {
    if (source.kind !== 'build')
        return known(null);
    const name = (0,image_reference/* parseReference */.F2)(source.repository)?.repository ?? source.repository;
    return fact(ecrOf(source.repository, ecr).describeRepository(name));
}

// EXTERNAL MODULE: ./build/world.js + 1 modules
var build_world = __webpack_require__(2884);
;// CONCATENATED MODULE: ./build/look.js
/** The reads of a deployment, and what they come to. */






















/** Every read that can refuse, side by side; what speaks against the deployment is thrown, all of it together. */
async function look_look(inputs, aws, world) {
    const { log, runner, signal } = world;
    const docker = createDocker();
    const ports = { aws, readFile: readTextFile, workspace: runner.context.workspace };
    const { source } = inputs;
    const imagePorts = { ...world, ecr: aws.ecr, docker };
    const given = source.kind === 'given' ? provideImage(source, null, null, imagePorts) : Promise.resolve(null);
    const repository = readRepository(inputs, aws);
    const existing = lookAtExisting(inputs, repository, aws, { ...world, docker });
    const [facts, image, found, faults] = await Promise.all([
        readTarget(inputs, ports, log, repository),
        fact(given),
        existing,
        lookAtBuild(inputs, existing, docker, world),
    ]);
    signal.throwIfAborted();
    // One fact more, so that an image that cannot be used is refused together with all else.
    const all = { ...facts, ...unlessTold(found, faults), image };
    const plan = preflight(inputs, all, faults, markerOf(runner.context, inputs.matrix));
    reportPlan(plan, world);
    return [plan, fact_valueOf(image) ?? null, await earlierRevision(fact_valueOf(facts.running), aws.ecs)];
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
    const { sha } = await readCommit(source, world);
    const { tags } = imageTags(sha, source.tags, source.repository);
    const ports = { ecr: ecrOf(source.repository, aws.ecr), log, content };
    return { existing: await lookForExisting(source, tags, repository, ports) };
}
/** Docker is asked only where something may be built: a run that reuses starts no process of it. */
async function lookAtBuild({ source }, found, docker, { runner }) {
    if (source.kind !== 'build')
        return [];
    const builder = async () => {
        const { existing } = source.existingImage === 'reuse' ? await found : {};
        const reused = existing !== undefined && reuses(source, fact_valueOf(existing) ?? null);
        return reused ? [] : checkBuilder(source, docker);
    };
    return (await Promise.all([builder(), checkSource(source, { docker, runner })])).flat();
}

// EXTERNAL MODULE: ./build/ports/signals.js
var signals = __webpack_require__(8270);
// EXTERNAL MODULE: ./build/events.js
var events = __webpack_require__(3987);
;// CONCATENATED MODULE: ./build/report/markdown.js

/** Text as one cell of a markdown table: nothing in it is read as markdown, HTML, a link or a mention. */
function cell(text) {
    return (0,plain/* plain */.p)(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll(/[\\`*_{}[\]()#+!|~@$]/g, (sign) => `&#${sign.charCodeAt(0)};`)
        .replaceAll('://', '&#58;//')
        .replaceAll(/\bwww\./gi, (text) => `${text.slice(0, -1)}&#46;`);
}
/** A table of two columns. Cells are markdown already. */
function table(head, rows) {
    return [head, ['---', '---'], ...rows].map(([left, right]) => `| ${left} | ${right} |`).join('\n');
}
/** A link to an address of our own making; an address of another kind stays text. */
function markdown_link(text, address) {
    return /^https?:\/\/[^\s()<>"|`[\]]+$/.test(address) ? `[${cell(text)}](${address})` : cell(text);
}

;// CONCATENATED MODULE: ./build/report/summary.js





const HEADS = {
    succeeded: '\u2705 Deployed',
    started: '\u25b6\ufe0f Started',
    'rolled-back': '\u274c Rolled back',
    failed: '\u274c Failed',
    stopped: '\u274c Stopped',
    'timed-out': '\u231b Not finished in time',
    interrupted: '\u26a0\ufe0f Cancelled',
};
/** The job summary as markdown. Text from elsewhere cannot become markup. */
function summary(facts) {
    const { outcome } = facts;
    const told = 'note' in outcome ? outcome.note : outcome.cause;
    const parts = [
        `### ${HEADS[outcome.result]}: ${cell(facts.service)} in ${cell(facts.cluster)}`,
        cell(told),
        table(['', ''], rowsOf(facts)),
        ...(facts.events.length === 0 ? [] : [table(['Stage', 'Time'], facts.events.map(timing))]),
    ];
    return `${parts.join('\n\n')}\n`;
}
function rowsOf(facts) {
    const { image, digest, deploymentId, consoleUrl, url, outcome } = facts;
    const id = deploymentId ?? '';
    const rollback = outcome.result === 'rolled-back' ? outcome.rollbackId : null;
    return [
        ['Revision', `${cell(revisionOf(facts.from))} \u2192 ${cell(revisionOf(facts.to))}`],
        ...row('Image', image === null ? null : cell(image)),
        ...row('Digest', digest === null ? null : cell(digest)),
        ...row('Deployment', deploymentId === null ? null : consoleUrl === null ? cell(id) : markdown_link(id, consoleUrl)),
        ...row('Rollback deployment', rollback === null ? null : cell(rollback)),
        ...row('Address', url === null ? null : markdown_link(url, url)),
        ['Took', duration(facts.tookMs)],
    ];
}
function row(name, value) {
    return value === null ? [] : [[name, value]];
}
function timing({ name, status, startedAt, endedAt }) {
    const took = startedAt === null || endedAt === null ? '' : duration(endedAt - startedAt);
    const state = status === 'Succeeded' ? took : [status, took].filter((part) => part !== '').join(', ');
    return [cell(name), state];
}

;// CONCATENATED MODULE: ./build/report/outcome.js
/** The end of a run: the result as an output, the verdict as the one annotation, the summary on the job's page. */










async function reportOutcome(outcome, facts, to) {
    const { log, runner } = to;
    runner.setOutput('result', outcome.result);
    // What was cancelled or timed out goes on: `post` must not take it for ended.
    if (outcome.result !== 'interrupted' && outcome.result !== 'timed-out')
        runner.saveState('ended', 'true');
    const told = ('note' in outcome ? outcome.note : outcome.cause).replace(/\.?$/, '.');
    if ((0,events/* isGreen */.g)(outcome))
        log.info(told);
    else
        log.error(facts.id === undefined ? told : `${told} Deployment ${facts.id}: ${consoleUrl(facts.id, facts.region ?? '')}`);
    try {
        await runner.addSummary(summary(summaryFacts(outcome, facts, to.clock.now())));
    }
    catch (error) {
        // The verdict is about the deployment: a page that cannot be written does not change it.
        log.warning(`The job summary could not be written: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    return outcome;
}
function summaryFacts(outcome, facts, now) {
    const { image, id, from, to, url } = facts;
    return {
        outcome,
        cluster: place_nameOf(facts.cluster),
        service: place_nameOf(facts.service),
        from,
        to,
        image: image?.reference ?? null,
        digest: image?.digest ?? null,
        deploymentId: id ?? null,
        consoleUrl: id === undefined ? null : consoleUrl(id, facts.region ?? ''),
        url,
        events: facts.events ?? [],
        tookMs: now - facts.runAt,
    };
}

;// CONCATENATED MODULE: ./build/start-request.js








/** What the engine gets: where to, what, and a description that tells this run's deployment from all others. */
function startRequest(inputs, plan, revision, appspec, context) {
    const marker = markerOf(context, inputs.matrix);
    const { application, name, config } = plan.target.group;
    const description = describeDeployment({
        marker,
        from: plan.previous,
        to: revision.arn,
        commit: context.sha,
        actor: context.actor,
        text: inputs.codedeploy.description ?? '',
    });
    return { application, group: name, config: config.name, appspec, description, marker };
}

;// CONCATENATED MODULE: ./build/task-definition/compare.js


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
    return JSON.stringify(sorted(normal(a))) === JSON.stringify(sorted(normal(b)));
}
function normal(body) {
    const definition = (0,json/* without */.FF)(cleanDefinition(body).body, new Set(['tags']));
    const normalised = {
        volumes: [],
        placementConstraints: [],
        enableFaultInjection: false,
        ...definition,
        containerDefinitions: (0,json/* elementsOf */.ZE)(definition['containerDefinitions']).map((container) => (0,json/* isObject */.Gv)(container) ? normalContainer(container, definition['networkMode']) : container),
    };
    // "256" and 256, "1 vCPU" and "1024", "2 GB" and "2048" (ECS API: cpu, memory).
    for (const size of ['cpu', 'memory']) {
        const given = normalised[size];
        if (typeof given === 'string' || typeof given === 'number')
            normalised[size] = normalSize(String(given));
    }
    const compatibilities = normalised['requiresCompatibilities'];
    if ((0,json/* isList */.Lv)(compatibilities))
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
        environment: compare_byName(container['environment']),
        secrets: compare_byName(container['secrets']),
        portMappings: (0,json/* elementsOf */.ZE)(container['portMappings']).map((port) => (0,json/* isObject */.Gv)(port) ? normalPort(port, networkMode) : port),
    };
    const { healthCheck, logConfiguration } = container;
    if ((0,json/* isObject */.Gv)(healthCheck))
        normalised['healthCheck'] = { interval: 30, timeout: 5, retries: 3, ...healthCheck };
    if ((0,json/* isObject */.Gv)(logConfiguration))
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
function compare_byName(list) {
    if ((0,json/* objectsIn */.Qv)(list).length !== (0,json/* elementsOf */.ZE)(list).length)
        return (0,json/* elementsOf */.ZE)(list);
    return [...(0,json/* objectsIn */.Qv)(list)].sort((a, b) => order((0,json/* textOf */.b6)(a['name']), (0,json/* textOf */.b6)(b['name'])));
}
function normalSize(size) {
    const parsed = /^\s*(\d*\.?\d+)\s*(vcpu|gb)?\s*$/i.exec(size);
    if (parsed === null)
        return size;
    return String(Number(parsed[1]) * (parsed[2] === undefined ? 1 : 1024));
}
function sorted(value) {
    if ((0,json/* isList */.Lv)(value))
        return value.map(sorted);
    if (!(0,json/* isObject */.Gv)(value))
        return value;
    const members = Object.entries(value).sort(([a], [b]) => order(a, b));
    return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}
function order(a, b) {
    return a < b ? -1 : Number(a > b);
}

;// CONCATENATED MODULE: ./build/task-definition/register.js









/**
 * The revision to deploy: a known one that is equal, else a new one. Tags count where some are asked for. A known
 * revision that is no longer ACTIVE is not reused: no task could be started from it later.
 * @throws StepError when RegisterTaskDefinition refuses, with the statement or the member to repair; throttling,
 *   network and credential faults are thrown as they came.
 */
async function provideRevision(rendered, known, ecs) {
    const equal = known.find((revision) => isEqual(rendered.body, revision));
    if (equal !== undefined)
        return { arn: equal.arn, name: revisionName(equal.arn), kind: 'reused' };
    try {
        const { arn } = await ecs.registerTaskDefinition(rendered.body);
        return { arn, name: revisionName(arn), kind: 'registered' };
    }
    catch (error) {
        throw error instanceof aws_error/* AwsCallError */.iQ ? explained(error, rendered.body) : error;
    }
}
function isEqual(body, revision) {
    const status = revision.definition['status'];
    if (status !== undefined && status !== 'ACTIVE')
        return false;
    const asked = body['tags'] === undefined ? null : tagsOf(body['tags']);
    return (asked === null || tagText(asked) === tagText(revision.tags)) && sameDefinition(body, revision.definition);
}
function tagText(tags) {
    const texts = mergeTags(tags).map(({ key, value }) => JSON.stringify([key, value]));
    return texts.sort().join();
}
function explained(error, body) {
    const message = awsMessage(error);
    const repair = register_repairOf(error, message, body);
    if (repair === null)
        return error;
    return new errors/* StepError */.zg({
        tried: 'register a revision of the task definition',
        on: (0,json/* textOf */.b6)(body['family']),
        why: `ECS answered ${error.code}: ${message}`,
        repair,
    }, { cause: error });
}
function register_repairOf(error, message, body) {
    // A missing iam:PassRole may come as ClientException as well as AccessDeniedException.
    if (/iam:PassRole/i.test(message))
        return allow(passRole(body));
    if (error.kind === 'denied') {
        if (!/ecs:TagResource/i.test(message))
            return allow({ Action: 'ecs:RegisterTaskDefinition', Resource: '*' });
        return allow({
            Action: 'ecs:TagResource',
            Resource: `arn:aws:ecs:*:*:task-definition/${(0,json/* textOf */.b6)(body['family'])}:*`,
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

;// CONCATENATED MODULE: ./build/unchanged.js
/** Whether production already is what was asked for. */







/**
 * True where a deployment would change nothing: the PRIMARY task set runs this revision with this network, platform
 * and capacity, is steady, has all the traffic, and every image is named by digest (a tag may have moved since). Says
 * in the log which it is: nothing to do, or why the same revision is deployed again.
 */
function nothingToDo(inputs, plan, revision, definition, log) {
    if (revision.arn !== plan.target.primary.taskDefinition)
        return false;
    const reason = inputs.forceNewDeployment ? 'force-new-deployment is set' : differenceOf(plan, definition);
    if (reason !== null) {
        log.info(`${revision.name} runs already; it is deployed again, because ${reason}.`);
        return false;
    }
    log.info(`${revision.name} runs already, steady and with all the traffic: nothing to deploy. Secrets and parameters are ` +
        'read when a task starts: if one of those has changed, set force-new-deployment: true.');
    return true;
}
function differenceOf({ target, appspec }, definition) {
    const { primary, listener } = target;
    const moving = containersOf(definition)
        .map(unchanged_imageOf)
        .filter((image) => !image.includes('@sha256:'));
    if (moving.length > 0)
        return `${moving.join(', ')} is named by a tag, which may stand for another image by now`;
    if (!appspecEqualsTaskSet(appspec.service, primary)) {
        return 'the AppSpec has hooks, or another network, platform version or capacity than what runs';
    }
    if (primary.stabilityStatus !== 'STEADY_STATE')
        return 'the tasks that run it are not steady';
    const shared = listener.weights.filter(({ weight }) => weight > 0).length > 1;
    return shared ? 'it does not have all the traffic' : null;
}
function unchanged_imageOf(container) {
    return typeof container['image'] === 'string' ? container['image'] : '';
}

;// CONCATENATED MODULE: ./build/deploy.js
/** The story of a deployment, in the order of the data's way. */




























/** Throws what ended the run before there was a deployment to judge. */
async function deploy(inputs, world) {
    const { log, runner, signal, clock } = world;
    const runAt = clock.now();
    const aws = await (0,build_world/* openFor */.q)(inputs.waiting, world.env);
    const [plan, given, earlier] = await log.group('Look', () => (0,signals/* unlessAborted */.Wh)(signal, look_look(inputs, aws, world)));
    const image = given ?? (await build(inputs, plan, aws, world));
    reportImage(image, world);
    await (0,signals/* unlessAborted */.Wh)(signal, judgeImage(image, inputs, plan, aws, world));
    const rendered = renderDefinition(plan.draft, imagesOf(plan, image));
    reportRendered(rendered, plan.draft.loaded.origin, log);
    signal.throwIfAborted();
    const revision = await provideRevision(rendered, knownRevisions(plan, earlier), aws.ecs);
    reportRevision(revision, world);
    const appspec = renderAppSpec(plan.appspec, revision.arn);
    runner.setOutput('appspec', appspec.content);
    const { cluster, service, listener } = plan.target;
    const names = { cluster, service: service.serviceName ?? '', from: plan.previous, to: revision.arn };
    const report = { ...names, image, url: listener.url, runAt };
    if (nothingToDo(inputs, plan, revision, rendered.body, log))
        return reportOutcome(unchanged(revision), report, world);
    signal.throwIfAborted();
    const engine = codeDeployEngine({ codedeploy: unlessCancelled(aws.codedeploy, signal), clock: endedBy(signal, clock), log }, engineTarget(plan.target));
    const startedAt = clock.now();
    const id = await start(engine, startRequest(inputs, plan, revision, appspec, runner.context), runner);
    reportStart(id, aws.region, world);
    const { control } = inputs;
    const deployment = { id, startedAt, engine, waiting: plan.waiting, asked: revision.arn, control };
    const started = { ...deployment, ...whereabouts(plan.target) };
    const { outcome, events } = await follow(started, { ...world, aws });
    return reportOutcome(outcome, { ...report, id, region: aws.region, events }, world);
}
/** What is built goes to the registry that the repository names. */
async function build(inputs, plan, aws, world) {
    const { source } = inputs;
    if (source.kind !== 'build')
        return null;
    const ports = { ...world, ecr: ecrOf(source.repository, aws.ecr), docker: createDocker() };
    return world.log.group('Image', () => provideImage(source, plan.destination, plan.existing, ports));
}
/** What can be told of the image only when it is there, and speaks against deploying it. */
async function judgeImage(image, inputs, plan, aws, world) {
    if (image === null)
        return;
    const { body } = plan.draft.loaded;
    const fault = platformFault((image.entries ?? []).map(({ platform }) => platform), body, image.reference);
    if (fault !== null)
        throw new errors/* StepError */.zg(fault);
    const least = inputs.failOnSeverity;
    if (least === null)
        return;
    const ecr = ecrOf(image.reference, aws.ecr);
    await world.log.group('Scan', () => scanGate(least, image, imageDigest(image, body), { ...world, ecr }));
}
/** A cancelled run does not wait out a pause between two attempts. */
function endedBy(signal, clock) {
    return { now: () => clock.now(), sleep: (ms) => clock.sleep(ms, signal) };
}
/** A cancelled run starts nothing any more, not even as the next attempt of a call that was throttled. */
function unlessCancelled(codedeploy, signal) {
    return {
        ...codedeploy,
        createDeployment: async (input) => {
            signal.throwIfAborted();
            return codedeploy.createDeployment(input);
        },
    };
}
/** `post` tells of a start that the run was killed in: whether there is a deployment, and which, is not known then. */
async function start(engine, request, runner) {
    runner.saveState('starting', `${request.application} / ${request.group}`);
    try {
        return await engine.start(request);
    }
    finally {
        runner.saveState('starting', '');
    }
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
/** What runs or is about to, and what was loaded where that is another revision: none need be registered again. */
function knownRevisions({ target, draft }, earlier) {
    const { arn, body, tags } = draft.loaded;
    const loaded = arn === null || arn === target.live.arn ? [] : [{ arn, definition: body, tags }];
    return [...(earlier === null ? [] : [earlier]), ...loaded, target.live];
}
function unchanged(revision) {
    return { result: 'succeeded', note: `${revision.name} takes the production traffic already; nothing was deployed.` };
}


/***/ }),

/***/ 335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _y: () => (/* binding */ isolateConfig),
  s$: () => (/* binding */ leavingNoFolder),
  nS: () => (/* binding */ removeDockerConfig)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
;// CONCATENATED MODULE: ./build/ports/docker/temporary.js

/**
 * The content of a temporary `config.json`: the user's, but with nothing known of `registry`, and with an empty
 * credential helper for it. An empty helper means the file itself, so that no credential store of the machine gets
 * the token (Docker CLI: `credHelpers` goes before `credsStore`, and an empty name selects the file store).
 */
function temporaryConfig(theirs, registry) {
    const config = (0,json/* isObject */.Gv)(theirs) ? theirs : {};
    const auths = Object.entries(objectOf(config['auths'])).filter(([host]) => hostOf(host) !== registry);
    return {
        ...config,
        auths: Object.fromEntries(auths),
        credHelpers: { ...objectOf(config['credHelpers']), [registry]: '' },
    };
}
function objectOf(value) {
    return (0,json/* isObject */.Gv)(value) ? value : {};
}
/** Entries of `auths` may be written as URLs. */
function hostOf(entry) {
    return entry.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}

// EXTERNAL MODULE: ./build/ports/docker/path.js
var docker_path = __webpack_require__(2309);
;// CONCATENATED MODULE: ./build/ports/docker/config.js





const PREFIX = 'ecs-blue-green-docker-';
/** Folders of the user's configuration that a client looks for beside `config.json`. */
const SHARED = ['contexts', 'cli-plugins', 'trust'];
async function isolateConfig(parent, registry, environment) {
    const theirs = userConfig(environment);
    // mkdtemp makes a folder of mode 700.
    const path = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_path_.resolve)(parent), PREFIX));
    try {
        const config = temporaryConfig(await readConfig((0,external_node_path_.join)(theirs, 'config.json')), registry);
        await (0,promises_.writeFile)((0,external_node_path_.join)(path, 'config.json'), JSON.stringify(config), { mode: 0o600 });
        for (const folder of SHARED) {
            const there = (0,external_node_path_.join)(theirs, folder);
            if ((await (0,docker_path/* lookAt */.t)(there)) === 'folder')
                await (0,promises_.symlink)(there, (0,external_node_path_.join)(path, folder), 'junction');
        }
    }
    catch (error) {
        await removeDockerConfig(path);
        throw error;
    }
    return { path, env: { DOCKER_CONFIG: path, ...(await buildxConfig(theirs, environment)) } };
}
/** The builders of the workflow stay in use. Where there are none, buildx keeps its own notes in the temporary folder. */
async function buildxConfig(theirs, environment) {
    const set = environment['BUILDX_CONFIG'] ?? '';
    if (set !== '')
        return { BUILDX_CONFIG: set };
    const folder = (0,external_node_path_.join)(theirs, 'buildx');
    return (await (0,docker_path/* lookAt */.t)(folder)) === 'folder' ? { BUILDX_CONFIG: folder } : {};
}
/** Runs `work` so that buildx leaves no folder in the home of a user who has no builders: to be asked, it makes one. */
async function leavingNoFolder(environment, work) {
    const theirs = await buildxConfig(userConfig(environment), environment);
    if (theirs.BUILDX_CONFIG !== undefined)
        return await work(theirs);
    const path = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), PREFIX));
    try {
        return await work({ BUILDX_CONFIG: path });
    }
    finally {
        await removeDockerConfig(path);
    }
}
/** Removes a folder that `isolateConfig` made, and no other. Links in it are removed, not followed. */
async function removeDockerConfig(path) {
    if (!(0,external_node_path_.basename)(path).startsWith(PREFIX))
        return;
    await (0,promises_.rm)(path, { recursive: true, force: true, maxRetries: 3 });
}
function userConfig(environment) {
    const set = environment['DOCKER_CONFIG'];
    if (set !== undefined && set !== '')
        return (0,external_node_path_.resolve)(set);
    const home = environment['HOME'];
    return (0,external_node_path_.join)(home !== undefined && home !== '' ? home : (0,external_node_os_.homedir)(), '.docker');
}
/** The user's configuration, or nothing where there is none that can be read: Docker itself goes on without it. */
async function readConfig(path) {
    try {
        return JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 2309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ lookAt)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);

/** What is at an absolute path. What cannot be reached counts as nothing. */
async function lookAt(path) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).isDirectory() ? 'folder' : 'file';
    }
    catch {
        return 'nothing';
    }
}


/***/ })

};
