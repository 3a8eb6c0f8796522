export const id = 856;
export const ids = [856];
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

/***/ 9459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tj: () => (/* binding */ findKey),
/* harmony export */   WB: () => (/* binding */ findKeys),
/* harmony export */   qL: () => (/* binding */ setKey)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9368);

/** AWS's own pages spell AppSpec keys differently (`Resources`, `resources`): every spelling is one key. */
function findKeys(object, name) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(object))
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


/***/ }),

/***/ 7261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v2: () => (/* binding */ loadAppSpec),
  WS: () => (/* binding */ parseAppSpec)
});

// UNUSED EXPORTS: DEFAULT_APPSPECS

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/json-text.js
var json_text = __webpack_require__(274);
// EXTERNAL MODULE: ./build/ports/files.js
var files = __webpack_require__(8164);
// EXTERNAL MODULE: ./build/text-error.js
var text_error = __webpack_require__(766);
// EXTERNAL MODULE: ./build/yaml-text.js
var yaml_text = __webpack_require__(7141);
// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
// EXTERNAL MODULE: ./build/appspec/keys.js
var keys = __webpack_require__(9459);
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
    const [first, second] = (0,keys/* findKeys */.WB)(place.value, name);
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
    if (found !== null || (0,keys/* findKeys */.WB)(place.value, name).length > 1)
        return found;
    return complain(place, `${name} is missing`, repair);
}
function textAt(place, repair) {
    if (place === null)
        return null;
    if (typeof place.value === 'string' && place.value.trim() !== '')
        return place.value;
    return complain(place, `${nameOf(place)} is ${kindOf(place.value)}, not text`, repair);
}
function nameOf(place) {
    const key = place.path.findLast((step) => typeof step === 'string');
    return typeof key === 'string' ? key : 'the file';
}
/** What a value is, in words; texts and numbers as they are, for an AppSpec holds nothing secret. */
function kindOf(value) {
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
        complain(place, `Hooks is ${kindOf(place.value)}`, EXAMPLE);
        return [];
    }
    const seen = new Set();
    return placesIn(place).flatMap((entry) => {
        if (!(0,json/* isObject */.Gv)(entry.value) || Object.keys(entry.value).length === 0) {
            complain(entry, `a hook is ${kindOf(entry.value)}`, EXAMPLE);
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
    return complain(place, `the function of ${known} is ${kindOf(value)}`, 'Write the name or ARN of one Lambda function.');
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
    return complain(place, `AssignPublicIp is ${kindOf(place.value)}`, 'Write ENABLED or DISABLED.');
}
/** The strategy in AppSpec's own spelling, with the defaults of Base and Weight; null where the file names none. */
function checkCapacity(place) {
    if (place === null)
        return null;
    const repair = 'Write a list of CapacityProvider with Base and Weight.';
    if (!(0,json/* isList */.Lv)(place.value))
        return complain(place, `CapacityProviderStrategy is ${kindOf(place.value)}`, repair);
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
    complain(found, `${name} is ${kindOf(value)}`, 'Write a whole number from 0.');
    return 0;
}

;// CONCATENATED MODULE: ./build/appspec/check.js





const check_EXAMPLE = 'Write a list with one resource: "- TargetService:", and below it Type and Properties.';
/** Reads an AppSpec for ECS, keys in any case, and finds everything in it that CodeDeploy would refuse later. */
function checkAppSpec(document) {
    const problems = [];
    const root = { value: document, path: [], problems };
    if (!(0,json/* isObject */.Gv)(document)) {
        complain(root, `the file is ${kindOf(document)}`, 'Write version, Resources and, if needed, Hooks.');
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
    complain(version, `version is ${kindOf(value)}`, repair);
}
/** The resource below its logical name. */
function onlyResource(root) {
    const resources = required(root, 'Resources', check_EXAMPLE);
    if (resources === null)
        return null;
    if (!(0,json/* isList */.Lv)(resources.value))
        return complain(resources, `Resources is ${kindOf(resources.value)}`, check_EXAMPLE);
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
        return complain(entry, `the resource is ${kindOf(first)}`, check_EXAMPLE);
    if (members.length > 1) {
        const why = `one resource has several names: ${members.map(([name]) => name).join(', ')}`;
        return complain(entry, why, 'Indent Type and Properties below the name; keep one resource.');
    }
    const resource = child(entry, ...named);
    return (0,json/* isObject */.Gv)(resource.value) ? resource : complain(resource, `${named[0]} is ${kindOf(named[1])}`, check_EXAMPLE);
}
function propertiesOf(resource) {
    const repair = 'Write Type: AWS::ECS::Service.';
    const type = required(resource, 'Type', repair);
    if (type !== null && type.value !== 'AWS::ECS::Service') {
        complain(type, `Type is ${kindOf(type.value)}`, repair);
    }
    const properties = required(resource, 'Properties', 'Write Properties with LoadBalancerInfo below.');
    if (properties === null || (0,json/* isObject */.Gv)(properties.value))
        return properties;
    return complain(properties, `Properties is ${kindOf(properties.value)}`, 'Write LoadBalancerInfo below it.');
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
    return complain(place, `${nameOf(place)} is ${kindOf(value)}, which is no port number`, repair);
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
/** The text of an AppSpec, checked. `path` is for messages. */
async function parseAppSpec(path, text) {
    try {
        const checked = checkAppSpec(await parse(text));
        if (checked.kind === 'ok')
            return { kind: 'file', path, document: checked.document, service: checked.service };
        throw fault(path, await listed(text, checked.problems), 'Correct the file there.');
    }
    catch (error) {
        if (!(error instanceof text_error/* TextError */.W))
            throw error;
        throw fault(path, error.message, 'Correct the file there; it is read as YAML or JSON.', error);
    }
}
/** JSON first: it needs no YAML parser. Whatever is no JSON, the YAML parser explains. */
async function parse(text) {
    if (/^\s*\{/.test(text)) {
        try {
            return (0,json_text/* parseJsonText */.l)(text);
        }
        catch (error) {
            if (!(error instanceof text_error/* TextError */.W))
                throw error;
        }
    }
    return (await (0,yaml_text/* parseYamlText */.c)(text)).value;
}
/** One line a problem. JSON is YAML as well: one parser knows the lines of both. */
async function listed(text, problems) {
    const document = await (0,yaml_text/* parseYamlText */.c)(text);
    const lines = problems
        .map(({ path, why, repair }) => ({ line: document.positionOf(path).line, text: `${why}. ${repair}` }))
        .sort((a, b) => a.line - b.line);
    return lines.map(({ line, text: problem }) => `\n  line ${line}: ${problem}`).join('');
}
function fault(on, why, repair, cause) {
    return new errors/* StepError */.zg({ tried: 'read the AppSpec', on, why, repair }, { cause });
}


/***/ }),

/***/ 7079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ scrubbed)
/* harmony export */ });
/** Of AWS's variables, those that hold no credentials and lead to none. */
const KEPT_OF_AWS = new Set(['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_CA_BUNDLE', 'AWS_PAGER', 'AWS_DEFAULT_OUTPUT']);
/** The step's inputs, its state, and the runner's own tokens (OIDC, caches, artifacts). */
const PREFIXES = ['INPUT_', 'STATE_', 'ACTIONS_'];
/** Files by which a step speaks to the runner: outputs, state, variables and PATH of later steps, the summary. */
const SPEAKING = new Set(['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY']);
/**
 * The environment without what the step itself works with. Names are compared without regard to case, as Windows does.
 * It keeps a command from using them by accident: a process of the same user can still look them up.
 */
function scrubbed(env) {
    return Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined && isHarmless(entry[0])));
}
function isHarmless(given) {
    const name = given.toUpperCase();
    if (name.startsWith('AWS_'))
        return KEPT_OF_AWS.has(name);
    return !SPEAKING.has(name) && !PREFIXES.some((prefix) => name.startsWith(prefix));
}


/***/ }),

/***/ 5766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ contentTag)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
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

// EXTERNAL MODULE: ./build/image/content/source.js
var source = __webpack_require__(1687);
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
        if ((0,source/* sourceKind */.u)(text) === 'remote')
            throw new NoIdentity(`the content of ${(0,source/* shownSource */.V)(text)} can change unseen`);
    }
    if ((0,source/* sourceKind */.u)(context) === 'pinned')
        throw new NoIdentity(`${(0,source/* shownSource */.V)(context)} is not a folder`);
    frame.record('dockerfile', dockerfile(file));
    frame.record('context');
    await recordContext(frame, context, ignoreFile(build), pace);
    for (const [name, text] of byName(buildContexts)) {
        const pinned = (0,source/* sourceKind */.u)(text) === 'pinned';
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


/***/ }),

/***/ 1687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ shownSource),
/* harmony export */   u: () => (/* binding */ sourceKind)
/* harmony export */ });
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


/***/ }),

/***/ 7131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ lookForExisting)
});

// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/target/fact.js
var fact = __webpack_require__(4044);
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

// EXTERNAL MODULE: ./build/image/content/content.js + 10 modules
var content = __webpack_require__(5766);
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

// EXTERNAL MODULE: ./build/image/platforms.js
var platforms = __webpack_require__(482);
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
    const looked = (0,fact/* fact */.fK)(async () => {
        const content = await ports.content;
        const known = await name();
        const image = 'tag' in content && known !== null ? await imageOf(known, content.tag, ports) : null;
        return { content, image };
    });
    const [there, read] = await Promise.all([repository, looked]);
    if (there.state !== 'known' || there.value === null)
        return read.state === 'failed' ? read : fact/* UNKNOWN */.HV;
    if (read.state !== 'known')
        return read;
    const { value } = there;
    return await (0,fact/* fact */.fK)(async () => ({ ...read.value, taken: await takenTags(source, tags, value, read.value, ports) }));
}
/** Without the right to ask there is nothing to reuse; the build goes on. */
async function imageOf(repository, tag, ports) {
    try {
        const detail = await ports.ecr.describeImage(repository, { tag });
        return detail?.imageDigest === undefined ? null : await imageIn(repository, detail, detail.imageDigest, ports);
    }
    catch (error) {
        if (!isDenied(error))
            throw error;
        ports.log.warning(`Whether the image is there already could not be asked, so it is built: ${error.message}`);
        return null;
    }
}
async function imageIn(repository, detail, digest, { ecr }) {
    const [manifest = null] = (0,platforms/* isIndex */.nw)(detail.imageManifestMediaType) ? await ecr.manifests(repository, [{ digest }]) : [];
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
        if (!isDenied(error))
            throw error;
        log.warning(`Whether tags are taken already could not be asked: ${error.message}`);
        return [];
    }
}
function isDenied(error) {
    return error instanceof aws_error/* AwsCallError */.iQ && error.kind === 'denied';
}


/***/ }),

/***/ 9963:
/***/ ((__unused_webpack___webpack_module__, __unused_webpack___webpack_exports__, __webpack_require__) => {

/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(482);



/***/ }),

/***/ 482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wf: () => (/* binding */ imageDigest),
/* harmony export */   Zz: () => (/* binding */ imagePlatformFault),
/* harmony export */   cu: () => (/* binding */ platformFault),
/* harmony export */   nL: () => (/* binding */ indexEntries),
/* harmony export */   nw: () => (/* binding */ isIndex)
/* harmony export */ });
/* unused harmony export runtimePlatform */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9368);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9963);



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
        const { platform, digest, annotations } = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(entry) ? entry : {};
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(platform) || typeof digest !== 'string')
            return [];
        const type = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(annotations) ? annotations['vnd.docker.reference.type'] : undefined;
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
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value) ? value : {};
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
    const { cpuArchitecture, operatingSystemFamily } = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(told) ? told : {};
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
/** The same of an image whose platforms an index tells. */
function imagePlatformFault({ entries, reference }, definition) {
    const platforms = (entries ?? []).map(({ platform }) => platform);
    return platformFault(platforms, definition, reference);
}
/** The digest of the image that tasks of the service pull: of an index, the entry for their platform. */
function imageDigest({ digest, entries }, definition) {
    const wanted = runtimePlatform(definition);
    const entry = entries?.find(({ platform }) => platform === wanted) ?? entries?.[0];
    return entry?.digest ?? digest;
}


/***/ }),

/***/ 9330:
/***/ ((__unused_webpack___webpack_module__, __unused_webpack___webpack_exports__, __webpack_require__) => {

/* harmony import */ var _ports_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3201);
/* harmony import */ var _ports_docker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6119);







/***/ }),

/***/ 1781:
/***/ ((__unused_webpack___webpack_module__, __unused_webpack___webpack_exports__, __webpack_require__) => {

/* harmony import */ var _image_existing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7131);
/* harmony import */ var _image_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9330);
/* harmony import */ var _target_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8151);








/***/ }),

/***/ 6119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ createDocker),
  n: () => (/* reexport */ config/* removeDockerConfig */.nS)
});

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


/***/ }),

/***/ 8164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ readTextFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);


/** Task definitions and AppSpecs are a few kilobytes; anything far larger is a wrong path. */
const LARGEST = 5 * 1024 * 1024;
/** Reads UTF-8, without its byte order mark. Refuses a folder, more than 5 MB, and bytes that are not UTF-8. */
const readTextFile = async (path) => {
    try {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        if (!found.isFile())
            throw refuse(path, 'it is not a file', 'Name a file.');
        if (found.size > LARGEST) {
            throw refuse(path, `it has ${found.size} bytes; ${LARGEST} are read at most`, 'Check the path.');
        }
        return decode(path, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path));
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
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StepError */ .zg({ tried: 'read a file', on: path, why, repair });
}


/***/ }),

/***/ 9805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ runShell)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(481);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/** A command by bash, with every process that it starts. */



/** How long the rest of the output is waited for, where a process that is left holds it open. */
const DRAIN_MS = 1_000;
const LOOK_MS = 25;
/**
 * `bash -eo pipefail -c`, in a process group of its own. What of the group is left when the command has ended, or the
 * signal aborts, is ended. Rejects with Node's own error (`ENOENT`) where there is no bash.
 */
async function runShell(command, options) {
    const { env, cwd, onLine, signal, graceMs } = options;
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('bash', ['-eo', 'pipefail', '-c', command], {
        env,
        cwd,
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: process.platform !== 'win32',
        windowsHide: true,
    });
    for (const input of [child.stdout, child.stderr])
        (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input }).on('line', onLine);
    const closed = new Promise((resolve) => child.once('close', resolve));
    const exit = new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('exit', (code, by) => {
            resolve({ code, signal: by });
        });
    });
    const stop = () => {
        void endGroup(child, graceMs());
    };
    if (signal.aborted)
        stop();
    signal.addEventListener('abort', stop, { once: true });
    try {
        const end = await exit;
        await endGroup(child, graceMs());
        await Promise.race([closed, (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(DRAIN_MS, null, { ref: false })]);
        return end;
    }
    finally {
        signal.removeEventListener('abort', stop);
        for (const output of [child.stdout, child.stderr])
            output.destroy();
    }
}
/** SIGTERM, and SIGKILL where something of the group is there after `graceMs`. */
async function endGroup(child, graceMs) {
    if (!kill(child, 'SIGTERM'))
        return;
    for (const until = performance.now() + graceMs; performance.now() < until;) {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(LOOK_MS);
        if (!kill(child, 0))
            return;
    }
    kill(child, 'SIGKILL');
}
/** False where nothing of the group is left. Windows knows no groups: there the tree below the process is ended. */
function kill({ pid, exitCode, signalCode }, signal) {
    if (pid === undefined)
        return false;
    if (process.platform === 'win32') {
        if (exitCode !== null || signalCode !== null)
            return false;
        if (signal !== 0)
            (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' }).on('error', () => undefined);
        return true;
    }
    try {
        return process.kill(-pid, signal);
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 7150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ consoleUrl)
/* harmony export */ });
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


/***/ }),

/***/ 8747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ duration),
/* harmony export */   v: () => (/* binding */ elapsed)
/* harmony export */ });
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


/***/ }),

/***/ 4902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2071);

/** Text as one cell of a markdown table: nothing in it is read as markdown, HTML, a link or a mention. */
function cell(text) {
    return (0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .p)(text)
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
function link(text, address) {
    return /^https?:\/\/[^\s()<>"|`[\]]+$/.test(address) ? `[${cell(text)}](${address})` : cell(text);
}
/** A list of texts, one line each. */
function list(texts) {
    return texts.map((text) => `- ${cell(text)}`).join('\n');
}
/** Markdown that is folded away under a heading. */
function details(heading, markdown) {
    return `<details><summary>${cell(heading)}</summary>\n\n${markdown}\n\n</details>`;
}


/***/ }),

/***/ 2562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ oneLine),
/* harmony export */   b: () => (/* binding */ awsCommand)
/* harmony export */ });

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


/***/ }),

/***/ 4044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HV: () => (/* binding */ UNKNOWN),
/* harmony export */   Pl: () => (/* binding */ after),
/* harmony export */   RP: () => (/* binding */ valueOf),
/* harmony export */   eO: () => (/* binding */ known),
/* harmony export */   fK: () => (/* binding */ fact)
/* harmony export */ });
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
function valueOf(from) {
    return from.state === 'known' ? from.value : undefined;
}


/***/ }),

/***/ 2995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M4: () => (/* binding */ isDeployable),
/* harmony export */   Os: () => (/* binding */ primaryOf),
/* harmony export */   cF: () => (/* binding */ pairOf),
/* harmony export */   yN: () => (/* binding */ productionListener),
/* harmony export */   z3: () => (/* binding */ testListener)
/* harmony export */ });
/* harmony import */ var _appspec_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7261);
/* harmony import */ var _image_existing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7131);
/* harmony import */ var _fact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4044);
/* harmony import */ var _find_group_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8137);
/* harmony import */ var _listener_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(226);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8151);
/* harmony import */ var _test_url_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4386);














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


/***/ }),

/***/ 2304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Fl: () => (/* binding */ deniedRepair),
  Kl: () => (/* binding */ faultOf),
  xm: () => (/* binding */ faultsOf)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/target/command.js
var command = __webpack_require__(2562);
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
    const repair = REPAIRS[error.call.operation];
    return repair?.(error.call, place) ?? 'Check that it exists in this account and region.';
}
const REPAIRS = {
    DescribeServices: (_, place) => `Check input 'cluster' (${place.cluster}) and the region of the credentials (${place.region}). What is there: ${(0,command/* awsCommand */.b)(place, 'ecs', 'list-clusters')}`,
    DescribeTaskDefinition: (_, place) => `Check input 'task-definition'; a file needs a path separator or a .json, .yml or .yaml ending. What is there: ${(0,command/* awsCommand */.b)(place, 'ecs', 'list-task-definition-families', '--status', 'ACTIVE')}`,
    GetDeploymentGroup: (call, place) => `Check inputs 'codedeploy-application' and 'codedeploy-deployment-group'. What is there: ${(0,command/* awsCommand */.b)(place, 'deploy', 'list-deployment-groups', '--application-name', call.on.split('/')[0] ?? call.on)}`,
    GetDeploymentConfig: (_, place) => `Check input 'codedeploy-deployment-config'. What is there: ${(0,command/* awsCommand */.b)(place, 'deploy', 'list-deployment-configs')}`,
    DescribeRules: listenerRepair,
    DescribeListeners: listenerRepair,
    DescribeTargetGroups: () => 'Give the deployment group a pair of target groups that exist, both behind the load balancer of the production listener (CodeDeploy console: edit the deployment group).',
    DescribeRepositories: (call, place) => call.owner === undefined
        ? `Create it: ${(0,command/* awsCommand */.b)(place, 'ecr', 'create-repository', '--repository-name', call.on)}\nOr correct input 'repository'.`
        : `Create it in account ${call.owner.account}: ${(0,command/* awsCommand */.b)(call.owner, 'ecr', 'create-repository', '--repository-name', call.on)}\nOr correct input 'repository'.`,
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
            on: 'path' in error ? (0,command/* oneLine */.T)(String(error.path)) : 'the workspace',
            why: (0,command/* oneLine */.T)((0,errors/* messageOf */.bD)(error)),
            repair: 'Check the path and that the runner may read it.',
        };
    }
    throw error;
}
function callFault(error, place, group) {
    return {
        tried: TRIED[error.call.operation] ?? `call ${error.call.service}:${error.call.operation}`,
        on: (0,command/* oneLine */.T)(`${error.call.on} in ${error.call.owner?.region ?? place.region}`),
        why: whyOf(error),
        repair: repairOf(error, place, group),
    };
}
/** AWS's words. */
function whyOf(error) {
    const head = `${error.call.service}:${error.call.operation} (${error.call.on}): `;
    return (0,command/* oneLine */.T)(error.message.startsWith(head) ? error.message.slice(head.length) : error.message);
}
function repairOf(error, place, group) {
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


/***/ }),

/***/ 8137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ findGroup)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/ports/aws/error.js
var aws_error = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/target/command.js
var command = __webpack_require__(2562);
// EXTERNAL MODULE: ./build/target/faults.js + 2 modules
var faults = __webpack_require__(2304);
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

// EXTERNAL MODULE: ./build/target/place.js
var place = __webpack_require__(6811);
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
    const list = (0,command/* awsCommand */.b)(search.place, 'deploy', 'list-applications');
    return new errors/* StepError */.zg({
        tried: 'find the CodeDeploy deployment group',
        on: (0,place/* describePlace */.df)(search.place),
        why: `${denied === null ? 'none of these names exists' : 'these names do not exist or may not be read'}: ${tried || 'no name can be derived, all would be too long'}${because}`,
        repair: denied === null
            ? `${inputs} What is there: ${list}`
            : `${inputs} If the group has one of the names above: ${(0,faults/* deniedRepair */.Fl)(denied, search.place)}`,
    });
}


/***/ }),

/***/ 226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ takesTraffic),
/* harmony export */   Db: () => (/* binding */ readListener),
/* harmony export */   JG: () => (/* binding */ isNetworkListener),
/* harmony export */   mm: () => (/* binding */ weightOf)
/* harmony export */ });
/* unused harmony exports routesOfListener, routesOfRules */
/* harmony import */ var _url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7153);



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
    return rules.map((rule) => routeOf(rule.IsDefault === true ? null : (rule.RuleArn ?? ''), rule.Actions ?? [], (0,_url_js__WEBPACK_IMPORTED_MODULE_0__/* .hostOf */ .w)(rule)));
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


/***/ }),

/***/ 6811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   IT: () => (/* binding */ targetGroupName),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   df: () => (/* binding */ describePlace)
/* harmony export */ });

/** `cluster` and `service` as the inputs have them: names or ARNs. `found` is the answer of DescribeServices. */
function placeOf(region, cluster, service, found) {
    const arn = [found?.serviceArn, service, cluster].find((text) => text?.startsWith('arn:') === true) ?? '';
    const [, partition, , , account] = arn.split(':');
    return {
        partition: present(partition) ?? partitionOf(region),
        region,
        account: present(account) ?? '*',
        cluster: nameOf(cluster),
        service: nameOf(service),
    };
}
/** The last part of an ARN's resource (`\u2026:service/shop/web` is `web`); a name as it is. */
function nameOf(nameOrArn) {
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


/***/ }),

/***/ 2083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ki: () => (/* binding */ readRunning),
/* harmony export */   ZN: () => (/* binding */ waysOut),
/* harmony export */   hY: () => (/* binding */ hasEnded),
/* harmony export */   oN: () => (/* binding */ runningFault)
/* harmony export */ });
/* harmony import */ var _engine_codedeploy_whose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5990);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _report_console_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7150);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2562);
/* harmony import */ var _find_group_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8137);







/** CodeDeploy API: DeploymentStatus. Every other status, and any that is not known yet, means that it goes on. */
const ENDED = new Set(['Succeeded', 'Failed', 'Stopped']);
function hasEnded(status) {
    return ENDED.has(status);
}
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
    const rollback = (0,_engine_codedeploy_whose_js__WEBPACK_IMPORTED_MODULE_0__/* .isRollback */ .z1)(running) ? ', a rollback,' : '';
    const words = (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .T)(running.description ?? '', 160);
    return {
        tried: 'start a deployment',
        on: `${running.applicationName ?? ''} / ${running.deploymentGroupName ?? ''}`,
        why: `deployment ${id}${rollback} is ${running.status ?? 'going on'}${since}, and a group has one deployment at a time; its description ${words === '' ? 'is empty' : `says: ${words}`}`,
        repair: `${waysOut(id, running, madePrimary, place)} ${(0,_report_console_js__WEBPACK_IMPORTED_MODULE_4__/* .consoleUrl */ .B)(id, place.region)}`,
    };
}
/** What a person can do about it. `shifted`: production may be wholly on what it has brought. */
function waysOut(id, running, shifted, place) {
    const stop = (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .awsCommand */ .b)(place, 'deploy', 'stop-deployment', '--deployment-id', id, '--auto-rollback-enabled');
    const go = (wait) => (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .awsCommand */ .b)(place, 'deploy', 'continue-deployment', '--deployment-id', id, '--deployment-wait-type', wait);
    if ((0,_engine_codedeploy_whose_js__WEBPACK_IMPORTED_MODULE_0__/* .isRollback */ .z1)(running))
        return 'Wait until the rollback has ended, then run the job again.';
    if (running.status === 'Ready') {
        return `It waits for a word: let it go on with ${go('READY_WAIT')}, or stop it and roll back with ${stop}, then run the job again.`;
    }
    const ended = shifted
        ? ` It made the task set that is PRIMARY now: if all traffic is on it, end its wait with ${go('TERMINATION_WAIT')}.`
        : '';
    return `Wait until it has ended, then run the job again.${ended} Or stop it and roll back with ${stop}.`;
}


/***/ }),

/***/ 4386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ testUrlWarnings),
/* harmony export */   f: () => (/* binding */ readTestEntrance)
/* harmony export */ });
/* harmony import */ var _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1791);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2562);
/* harmony import */ var _fact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4044);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2995);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2304);
/* harmony import */ var _find_group_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8137);
/* harmony import */ var _listener_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(226);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6811);
/* harmony import */ var _url_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7153);










/** The test listener's address; null where the group has none. What AWS refuses to tell is no fault. */
function readTestEntrance(group, elb) {
    const arn = (0,_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .testListener */ .z3)(group);
    return arn === undefined ? null : entranceOf(arn, (0,_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .pairOf */ .cF)(group), elb);
}
async function entranceOf(arn, pair, elb) {
    const [routes, entrance] = await Promise.all([(0,_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .fact */ .fK)((0,_listener_js__WEBPACK_IMPORTED_MODULE_5__/* .readListener */ .Db)(arn, elb, false)), (0,_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .fact */ .fK)(elb.entrance(arn))]);
    for (const read of [entrance, routes]) {
        if (read.state === 'failed' && !(read.error instanceof _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsCallError */ .iQ))
            throw read.error;
    }
    // Without its rules the listener may still be reached by the load balancer's name.
    const host = hostFor((0,_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .valueOf */ .RP)(routes)?.routes ?? [], pair);
    const unread = entrance.state === 'failed' && entrance.error instanceof _ports_aws_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsCallError */ .iQ ? entrance.error : null;
    return { url: (0,_url_js__WEBPACK_IMPORTED_MODULE_6__/* .urlOf */ .r)((0,_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .valueOf */ .RP)(entrance) ?? null, host), unread };
}
/** The host of the rule that leads to the group's pair, before and after the test traffic has moved. */
function hostFor(routes, pair) {
    const leads = ({ weights }) => [...weights.keys()].some((arn) => pair.includes((0,_place_js__WEBPACK_IMPORTED_MODULE_7__/* .targetGroupName */ .IT)(arn)));
    return routes.find((route) => route.host !== null && leads(route))?.host ?? null;
}
/** Said where the address was asked for and is not known. */
function testUrlWarnings({ test, place }) {
    const found = test === undefined ? undefined : (0,_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .valueOf */ .RP)(test);
    if (found?.url !== null)
        return [];
    const { unread } = found;
    const why = unread === null ? 'its listener is none for web pages' : (0,_command_js__WEBPACK_IMPORTED_MODULE_8__/* .oneLine */ .T)(unread.message);
    const repair = unread?.kind === 'denied' ? ` ${(0,_faults_js__WEBPACK_IMPORTED_MODULE_3__/* .deniedRepair */ .Fl)(unread, place)}` : '';
    return [`The test address is not known (${why}): the output 'test-url' and TEST_URL stay empty.${repair}`];
}


/***/ }),

/***/ 7153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ urlOf),
/* harmony export */   w: () => (/* binding */ hostOf)
/* harmony export */ });


/** The host that a rule is for, where it names one without a wildcard (ELBv2 API: HostHeaderConditionConfig). */
function hostOf({ Conditions, Actions }) {
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


/***/ }),

/***/ 4102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ eventOf),
/* harmony export */   Ck: () => (/* binding */ takesBack),
/* harmony export */   Gx: () => (/* binding */ hasShiftBegun),
/* harmony export */   IT: () => (/* binding */ mayBeShifted),
/* harmony export */   PU: () => (/* binding */ isOver),
/* harmony export */   QC: () => (/* binding */ isShifted),
/* harmony export */   gV: () => (/* binding */ stageOf),
/* harmony export */   oK: () => (/* binding */ isSuspicious),
/* harmony export */   s4: () => (/* binding */ setOf)
/* harmony export */ });
/* harmony import */ var _engine_codedeploy_whose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5990);


function stageOf(seen) {
    if (isOver(seen))
        return 'over';
    if (isShifted(seen))
        return 'terminating';
    const shift = eventOf(seen, 'AllowTraffic');
    if (shift?.status === 'Succeeded')
        return 'finishing';
    if (shift?.status === 'InProgress')
        return 'shifting';
    if (seen.status === 'Ready')
        return 'ready';
    return seen.events.length === 0 ? 'starting' : 'installing';
}
/** CodeDeploy API: a rollback has a creator of its own, and names the deployment that it takes back. */
function takesBack(seen) {
    return seen.creator === _engine_codedeploy_whose_js__WEBPACK_IMPORTED_MODULE_0__/* .ROLLBACK_CREATOR */ .Gz || seen.takesBack !== null;
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
    const done = (name) => eventOf(seen, name)?.status === 'Succeeded';
    return seen.targetStatus === 'Succeeded' || (done('AllowTraffic') && done('AfterAllowTraffic'));
}
/**
 * Something says that the shift is done, whatever the weights say: a stop could move production backwards. Weaker than
 * `isShifted`, which has to be sure that it is.
 */
function mayBeShifted(seen) {
    return seen.targetStatus === 'Succeeded' || eventOf(seen, 'AfterAllowTraffic')?.status === 'Succeeded';
}
/** The target looks as if the deployment had failed or was stopped; only the deployment itself can tell. */
function isSuspicious(seen) {
    const good = [null, 'Pending', 'InProgress', 'Ready', 'Succeeded'];
    return !good.includes(seen.targetStatus) || seen.events.some((event) => event.status === 'Failed');
}
/** True once production traffic has begun to move. */
function hasShiftBegun(seen) {
    const shift = eventOf(seen, 'AllowTraffic')?.status;
    return shift === 'InProgress' || shift === 'Succeeded' || (setOf(seen, 'green')?.weight ?? 0) > 0;
}
function eventOf(seen, name) {
    return seen.events.find((event) => event.name === name);
}
function setOf(seen, color) {
    return seen.taskSets.find((set) => set.color === color);
}


/***/ }),

/***/ 7141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ parseYamlText)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(274);
/* harmony import */ var _text_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(766);




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
            throw new _text_error_js__WEBPACK_IMPORTED_MODULE_2__/* .TextError */ .W(reasonOf(fault), (0,_text_error_js__WEBPACK_IMPORTED_MODULE_2__/* .positionAt */ .t)(text, fault.pos[0]));
        settle(yaml, document, text, options);
        // The core schema, checked by settle(), yields nothing but JSON's types.
        const value = document.toJS({ maxAliasCount: 100 });
        return { value, positionOf: (path) => (0,_text_error_js__WEBPACK_IMPORTED_MODULE_2__/* .positionAt */ .t)(text, offsetOf(yaml, document, path)) };
    }
    catch (error) {
        if (error instanceof _text_error_js__WEBPACK_IMPORTED_MODULE_2__/* .TextError */ .W)
            throw error;
        // What the parser throws itself: aliases without end, or nesting that exhausts the stack.
        const reason = 'its aliases or its nesting go beyond what any real file needs';
        throw new _text_error_js__WEBPACK_IMPORTED_MODULE_2__/* .TextError */ .W(reason, { line: 1, column: 1 });
    }
}
/** Makes every key a string, as typed; refuses what JSON cannot say. */
function settle(yaml, document, text, options) {
    const refuse = (node, reason) => {
        throw new _text_error_js__WEBPACK_IMPORTED_MODULE_2__/* .TextError */ .W(reason, (0,_text_error_js__WEBPACK_IMPORTED_MODULE_2__/* .positionAt */ .t)(text, node.range?.[0] ?? 0));
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
    return /^0[xo]/.test(source) ? Number.isSafeInteger(value) : (0,_json_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isExact */ .u)(source, value);
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


/***/ })

};
