export const id = 174;
export const ids = [174];
export const modules = {

/***/ 174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseYamlMap: () => (/* binding */ parseYamlMap)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1439);


/**
 * Reads a YAML map of plain values with every scalar as typed (the failsafe schema knows only texts).
 * Not through `toJS`: what the texts are must not depend on their names, and aliases must not multiply.
 * `forms` says what is allowed, and `line` which line is no `NAME=value`, for a text that is no map at all.
 */
function parseYamlMap(text, forms, line) {
    const counter = new yaml__WEBPACK_IMPORTED_MODULE_0__.LineCounter();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__.parseDocument)(text, { schema: 'failsafe', prettyErrors: false, lineCounter: counter });
    const [error] = document.errors;
    if (error !== undefined) {
        const at = counter.linePos(error.pos[0]).line;
        // Not the parser's own words: they can repeat the text.
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .bad */ .M)(error.code === 'DUPLICATE_KEY'
            ? `each name once; line ${at} repeats one`
            : `${forms}; as YAML it fails at line ${at}`, at);
    }
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__.isMap)(document.contents)) {
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .bad */ .M)(`${forms}; line ${line} is neither`, line);
    }
    const found = new Map();
    for (const pair of document.contents.items) {
        const entry = plainEntry(pair);
        if (entry === null) {
            const at = counter.linePos(pair.key.range[0]).line;
            return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .bad */ .M)(`a map of names to plain values; the entry at line ${at} is a list, a map or an alias`, at);
        }
        found.set(...entry);
    }
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .good */ .u)(found);
}
function plainEntry({ key, value }) {
    const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(key) && typeof key.value === 'string' ? key.value : '';
    if (name.trim() === '') {
        return null;
    }
    if (value === null) {
        return [name, ''];
    }
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(value) && typeof value.value === 'string' ? [name, value.value] : null;
}


/***/ })

};
