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
    parentPort.on('message', (tasks) => tasks.forEach(answer));
    parentPort.postMessage({ id: 0 });
    return opened;
  } catch (error) {
    opened?.close();
    parentPort.postMessage({ id: 0, error: told(error) });
    return undefined;
  }
}

/** Why a task that nobody waited for failed: what comes after it is not done either, and the next one that is waited for is told. */
let failure;

function answer(task) {
  const { id, what } = task;
  try {
    if (isRollback(task)) failure = undefined;
    if (failure !== undefined && what !== 'close') throw failure;
    const outcome = TASKS[what](task);
    if (id !== undefined) parentPort.postMessage({ id, ...outcome });
  } catch (error) {
    failure = id === undefined ? error : undefined;
    if (id !== undefined) parentPort.postMessage({ id, error: told(error) });
  }
}

const isRollback = ({ what, text }) => what === 'rollBack' || text?.startsWith('rollback') === true;

const TASKS = {
  run,
  together: ({ statements }) => ({ outcomes: statements.map(run) }),
  each: ({ chunks, columns, shared }) => {
    const named = shared === undefined ? [] : [shared];
    const readers = columns.map(readerOf);
    let row = 0;
    for (const { text, rows, times } of chunks) {
      const { statement } = prepared(text);
      for (const last = row + rows * times; row < last;) {
        const parameters = [];
        for (const end = row + rows; row < end; row += 1)
          for (const valueOf of readers) parameters.push(valueOf(row));
        statement.run(parameters, ...named);
      }
    }
  },
  /** SQLite rolls back by itself on a full disk or an I/O error; a second rollback would hide the first reason. */
  rollBack: () => {
    if (database.inTransaction) run({ text: 'rollback', parameters: [] });
  },
  close: () => {
    try {
      database.close();
    } finally {
      parentPort.close();
    }
  },
};

function run({ text, parameters }) {
  const { statement, columns } = prepared(text);
  if (columns !== null) return { columns, values: statement.all(parameters).flat() };
  const { changes, lastInsertRowid } = statement.run(parameters);
  return { changes, lastInsertRowid };
}

/** Gives the value of a packed column (eachRow.ts) for row after row. */
function readerOf({ same, text, ends, values }) {
  const startOf = (row) => (row === 0 ? 0 : ends[row - 1]);
  if (text !== undefined) return (row) => text.slice(startOf(row), ends[row]);
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
