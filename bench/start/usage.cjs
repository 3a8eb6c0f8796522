// Loaded by --require before the measured script: writes what the process used, as it ends, to the file that
// BENCH_USAGE names. CommonJS, and with what Node has loaded anyway: it costs next to nothing, the empty script as well.
const process = require('node:process');

process.once('exit', () => {
  require('node:fs').writeFileSync(process.env.BENCH_USAGE, JSON.stringify(process.resourceUsage()));
});
