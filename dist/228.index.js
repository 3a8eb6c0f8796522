export const id = 228;
export const ids = [228];
export const modules = {

/***/ 9228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   preview: () => (/* binding */ preview)
/* harmony export */ });
/* harmony import */ var _world_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3920);


/** Tells what would be done, and does none of it. True where nothing speaks against it. */
function preview(inputs, _world) {
    return Promise.reject(new Error(`mode ${inputs.mode} is not there yet`));
}


/***/ })

};
