export const id = 344;
export const ids = [344];
export const modules = {

/***/ 9344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promote: () => (/* binding */ promote)
/* harmony export */ });
/* harmony import */ var _world_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3920);



/** Lets a deployment go on that waits. */
function promote(inputs, _world) {
    return Promise.reject(new Error(`mode ${inputs.mode} is not there yet`));
}


/***/ })

};
