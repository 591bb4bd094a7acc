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

function answer({ id, what, text, parameters, width }) {
  try {
    parentPort.postMessage({ id, ...TASKS[what](text, parameters, width) });
  } catch (error) {
    parentPort.postMessage({ id, error: told(error) });
  }
}

const TASKS = {
  run,
  /** One statement for each `width` of the parameters. */
  each: (text, parameters, width) => {
    const { statement } = prepared(text);
    for (let at = 0; at < parameters.length; at += width) statement.run(parameters.slice(at, at + width));
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
