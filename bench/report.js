/**
 * One measured figure.
 *
 * @typedef {object} Row
 * @property {string} what
 *   What was measured.
 * @property {string} of
 *   Whose figure it is.
 * @property {string} [to]
 *   What it is a part of, or held against.
 * @property {number} figure
 * @property {number} [most]
 *   Bound of the figure.
 */

/** @typedef {(row: Row) => void} Report */

/**
 * Make a report that prints each row at once.
 *
 * @param {Array<Row>} rows
 *   Where the rows are kept.
 * @returns {Report}
 */
export function createReport(rows) {
  return (row) => {
    const figure = Number(row.figure.toFixed(2));
    rows.push({ ...row, figure });
    const { most, of, to, what } = row;
    const subject = `${what}: ${of}${to ? `, to ${to}` : ''}`;
    const bound = most === undefined ? '' : `  of ${Number(most.toFixed(2))}`;
    const verdict = isOver(row) ? '  <-- over' : '';
    console.log(
      `${subject.padEnd(84)} ${figure.toFixed(2).padStart(6)}${bound}${verdict}`,
    );
  };
}

/**
 * Whether a figure is over its bound, as it is printed.
 *
 * @param {Row} row
 */
export function isOver({ figure, most }) {
  return most !== undefined && Number(figure.toFixed(2)) > Number(most.toFixed(2));
}
