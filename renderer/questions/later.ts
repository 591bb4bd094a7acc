/** The one door to what no first screen needs, fetched once for all of it. */
export { LaterQuestion } from './LaterQuestion.tsx';
export { Objection } from './Objection.tsx';
