/** Loaded into the step's process before it starts: on SIGUSR2 its clock jumps a month ahead, so that every time limit has passed. */
const MONTH_MS = 30 * 24 * 60 * 60_000;
const now = Date.now.bind(Date);
let ahead = 0;

Date.now = () => now() + ahead;
process.on('SIGUSR2', () => {
  ahead += MONTH_MS;
});
