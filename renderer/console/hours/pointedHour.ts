import { BAND } from './bandSeries.ts';

interface Pointed {
  readonly seriesName: string;
  readonly dataIndex: number;
}

const isPointed = (param: unknown): param is Pointed =>
  typeof param === 'object' &&
  param !== null &&
  'dataIndex' in param &&
  typeof param.dataIndex === 'number' &&
  'seriesName' in param;

/**
 * The index of the hour under the pointer, from what ECharts hands to a tooltip; -1 for none. The band counts runs of hours and not
 * hours, so it is not asked.
 */
export const pointedHour = (params: unknown): number => {
  const found = [params].flat().find((param) => isPointed(param) && param.seriesName !== BAND);
  return isPointed(found) ? found.dataIndex : -1;
};
