/**
 * @typedef {object} Figure  a line of the bench; tests/bench/support/figures.ts makes it
 * @property {string} row
 * @property {string} what
 * @property {string} unit
 * @property {number} value
 * @property {{ what: string, value: number } | null} yardstick
 * @property {string | null} bar
 * @property {boolean | null} reached
 * @property {string} note
 */

/**
 * The figures as a table of plain text, one line each, with the yardstick and the ratio to it.
 * @param {readonly Figure[]} figures
 * @returns {string}
 */
export function benchTable(figures) {
  const cells = figures.map(({ row, what, unit, value, yardstick, bar, reached, note }) => [
    row,
    what,
    `${number(value)} ${unit}`,
    yardstick === null ? '' : `${number(yardstick.value)} ${unit}`,
    yardstick === null || yardstick.value === 0 ? '' : `${number(value / yardstick.value)} x`,
    bar === null ? '' : `${bar}: ${reached === null ? '?' : reached ? 'reached' : 'MISSED'}`,
    [yardstick === null ? '' : `yardstick: ${yardstick.what}`, note].filter((part) => part !== '').join('; '),
  ]);
  const all = [['row', 'what', 'measured', 'yardstick', 'ratio', 'bar', 'notes'], ...cells];
  const widths = [0, 1, 2, 3, 4, 5].map((column) =>
    Math.max(...all.map((line) => line[column]?.length ?? 0)),
  );
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * @param {number} value
 * @returns {string}
 */
function number(value) {
  if (!Number.isFinite(value)) return 'none';
  return value >= 100 ? String(Math.round(value)) : String(Math.round(value * 10) / 10);
}
