/**
 * The other end of DatabaseThread.ts: a thread with one SQLite connection that does what is posted to it, in that order. Plain
 * JavaScript with one import, so that it starts in milliseconds wherever it runs: from source, in tests, from dist/.
 */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

const statements = new Map();
const database = open(workerData);

function open({ path, pragmas, busyMilliseconds }) {
  let opened;
  try {
    opened = new Database(path, { timeout: busyMilliseconds });
    for (const pragma of pragmas) opened.pragma(pragma);
    parentPort.on('message', answer);
    parentPort.postMessage({ id: 0 });
    return opened;
  } catch (error) {
    opened?.close();
    parentPort.postMessage({ id: 0, error: told(error) });
    return undefined;
  }
}

function answer({ id, what, text, parameters, columns, length }) {
  try {
    parentPort.postMessage({ id, ...TASKS[what](text, parameters ?? columns, length) });
  } catch (error) {
    parentPort.postMessage({ id, error: told(error) });
  }
}

const TASKS = {
  run,
  each: (text, columns, length) => {
    const { statement } = prepared(text);
    const readers = columns.map(readerOf);
    const parameters = new Array(readers.length);
    for (let row = 0; row < length; row += 1) {
      for (let index = 0; index < readers.length; index += 1) parameters[index] = readers[index](row);
      statement.run(parameters);
    }
  },
  /** SQLite rolls back by itself on a full disk or an I/O error; a second rollback would hide the first reason. */
  rollBack: () => {
    if (database.inTransaction) run('rollback', []);
  },
  close: () => {
    try {
      database.close();
    } finally {
      parentPort.close();
    }
  },
};

function run(text, parameters) {
  const { statement, columns } = prepared(text);
  if (columns !== null) return { columns, values: statement.all(parameters).flat() };
  const { changes, lastInsertRowid } = statement.run(parameters);
  return { changes, lastInsertRowid };
}

/** Gives the value of a packed column (eachRow.ts) for row after row. */
function readerOf({ same, text, bytes, ends, values }) {
  const startOf = (row) => (row === 0 ? 0 : ends[row - 1]);
  if (text !== undefined) return (row) => text.slice(startOf(row), ends[row]);
  if (bytes !== undefined) return (row) => bytes.subarray(startOf(row), ends[row]);
  return values === undefined ? () => same : (row) => values[row];
}

/** Statements are kept prepared by their text. Rows come as arrays: their columns' names need not travel with each. */
function prepared(text) {
  const known = statements.get(text);
  if (known !== undefined) return known;
  const statement = database.prepare(text);
  const columns = statement.reader ? statement.columns().map(({ name }) => name) : null;
  if (columns !== null) statement.raw();
  const made = { statement, columns };
  statements.set(text, made);
  return made;
}

const told = ({ message, code }) => ({ message, code });
