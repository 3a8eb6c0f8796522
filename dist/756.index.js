export const id = 756;
export const ids = [756];
export const modules = {

/***/ 6756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   post: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/** After a cancel or a crash: removes what was left behind and says what still goes on. */



async function post(runner, log) {
    const config = runner.state('docker-config');
    if (config !== '')
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(config, { recursive: true, force: true });
    const deployment = runner.state('deployment-id');
    if (deployment === '' || runner.state('ended') === 'true')
        return;
    log.warning(`The step ended before deployment ${deployment} did: it goes on by itself, on AWS. ` +
        `Look at it: ${runner.state('console-url')}`);
}


/***/ })

};
