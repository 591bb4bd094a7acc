export { contributionsOf } from './contributions.ts';
export type { Contributions, Counted } from './contributions.ts';
export { crosstabEndpoint } from './crosstabEndpoint.ts';
export { localHour } from './localHour.ts';
export type { LocalHour } from './localHour.ts';
export { crosstab } from './crosstab.ts';
export { overview } from './overview.ts';
export { overviewEndpoint } from './overviewEndpoint.ts';
