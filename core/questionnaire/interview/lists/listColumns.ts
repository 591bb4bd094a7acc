import type { Question } from '../../definition/index.ts';

/** The columns of a list that hold what a choice is called and what people read; features of GeoJSON have others. */
export function listColumns({ file, parameters = {} }: Pick<Question, 'file' | 'parameters'>): {
  readonly value: string;
  readonly label: string;
} {
  const [value, label] = /\.geojson$/i.test(file ?? '') ? ['id', 'title'] : ['name', 'label'];
  return { value: parameters['value'] ?? value, label: parameters['label'] ?? label };
}
