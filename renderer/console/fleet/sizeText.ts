import { localeOf } from '../format/formats.ts';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Bytes in the largest unit of which there is at least one, as disks are sold: by thousands. */
export function sizeText(language: string, bytes: number): string {
  let amount = bytes / 1000;
  let step = 0;
  while (amount >= 999.5 && step < UNITS.length - 1) {
    amount /= 1000;
    step += 1;
  }
  const unit = UNITS[step] ?? 'kilobyte';
  const maximumFractionDigits = amount < 10 ? 1 : 0;
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits,
  }).format(amount);
}
