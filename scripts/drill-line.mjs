/**
 * @typedef {object} DrillResult  what tests/support/drill-reporter.ts writes of one drill
 * @property {string} what
 * @property {'passed' | 'failed' | 'timedOut' | 'skipped' | 'interrupted'} status
 * @property {string | null} figures  JSON of tests/support/trials.ts's DrillFigures
 * @property {string | null} reason  why it was skipped
 */

const number = new Intl.NumberFormat('en-GB');

/**
 * One line of `npm run drill`: what, trials, lost, worst. A drill that told no figures has not shown anything, and
 * says so.
 * @param {DrillResult} result
 * @returns {string}
 */
export function drillLine({ what, status, figures, reason }) {
  if (status === 'skipped') return `skipped  ${what}: ${reason ?? 'no reason given'}`;
  const told = figures === null ? null : JSON.parse(figures);
  const counts =
    told === null
      ? 'no figures'
      : `${number.format(told.trials)} trials, ${number.format(told.lost)} lost${told.worst ? `, worst ${told.worst}` : ''}`;
  return `${status === 'passed' ? 'passed' : 'FAILED'}   ${what}: ${counts}`;
}
