/** StateReason and StateReasonData in CloudWatch's words. Pure. */
import { type AlarmState, type Comparison } from '../world/cloudwatch.ts';
import { type Rules, type Verdict } from './judge.ts';

const words: Readonly<Record<Comparison, string>> = {
  GreaterThanOrEqualToThreshold: 'greater than or equal to',
  GreaterThanThreshold: 'greater than',
  LessThanThreshold: 'less than',
  LessThanOrEqualToThreshold: 'less than or equal to',
};

const filler: Readonly<Record<Rules['treatMissing'], string>> = {
  breaching: 'Breaching',
  notBreaching: 'NonBreaching',
  missing: 'Missing',
  ignore: 'Ignored',
};

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const were = (count: number): string => (count === 1 ? 'was' : 'were');

/** `5` as `5.0`, as CloudWatch writes numbers. */
const decimal = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));

/** `24/11/26 06:10:00` */
function stamp(time: number): string {
  const [date = '', clock = ''] = new Date(time).toISOString().split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${month}/${year.slice(2)} ${clock.slice(0, 8)}`;
}

/** `from` is the state before. */
export function reasonOf(verdict: Verdict, rules: Rules, from: AlarmState, to: AlarmState): string {
  const { used, filled } = verdict;
  const { evaluationPeriods: n, datapointsToAlarm: m } = rules;
  if (to === 'INSUFFICIENT_DATA') return `Insufficient Data: ${plural(n, 'datapoint')} ${were(n)} unknown.`;
  const treated = `${plural(filled, 'missing datapoint')} ${were(filled)} treated as [${filler[rules.treatMissing]}]`;
  const alarm = to === 'ALARM';
  const decisive = used.filter(({ value }) => breachesAs(rules, value) === alarm);
  const count = decisive.length;
  if (count === 0) {
    const received =
      used.length === 0 ? 'no datapoints were' : `${plural(used.length, 'datapoint')} ${were(used.length)}`;
    return `Threshold Crossed: ${received} received for ${plural(n, 'period')} and ${treated}.`;
  }
  const values = decisive.toReversed().map(({ time, value }) => `${decimal(value)} (${stamp(time)})`);
  const crossed =
    `[${values.join(', ')}] ${were(count)} ${alarm ? '' : 'not '}${words[rules.comparison]} ` +
    `the threshold (${decimal(rules.threshold)})${filled > 0 ? ` and ${treated}` : ''}`;
  // All of several: short. One, or some of several: with the numbers of both.
  if (n > 1 && m === n) return `Threshold Crossed: ${plural(count, 'datapoint')} ${crossed}.`;
  const change = `(minimum ${plural(alarm ? m : n - m + 1, 'datapoint')} for ${from} -> ${to} transition)`;
  return `Threshold Crossed: ${count} out of the last ${n} datapoints ${crossed} ${change}.`;
}

function breachesAs({ comparison, threshold }: Rules, value: number): boolean {
  if (value === threshold) return comparison.includes('OrEqual');
  return value > threshold === comparison.startsWith('Greater');
}

/** What StateReasonData holds for an alarm on one metric or expression. */
export function reasonData(
  { used }: Verdict,
  rules: Rules,
  query: { readonly at: number; readonly periodSeconds: number; readonly statistic: string | undefined },
): string {
  const iso = (time: number): string => new Date(time).toISOString().replace('Z', '+0000');
  return JSON.stringify({
    version: '1.0',
    queryDate: iso(query.at),
    ...(used[0] && { startDate: iso(used[0].time) }),
    ...(query.statistic !== undefined && { statistic: query.statistic }),
    period: query.periodSeconds,
    recentDatapoints: used.map(({ value }) => value),
    threshold: rules.threshold,
    evaluatedDatapoints: used.toReversed().map(({ time, value }) => ({ timestamp: iso(time), value })),
  });
}
