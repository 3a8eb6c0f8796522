export const id = 397;
export const ids = [397];
export const modules = {

/***/ 1397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pickUp: () => (/* binding */ pickUp)
/* harmony export */ });
/* harmony import */ var _world_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3920);



/** Picks a deployment up by its id and only watches it. */
function pickUp(inputs, _world) {
    return Promise.reject(new Error(`mode ${inputs.mode} is not there yet`));
}


/***/ })

};
