import { useState } from 'react';
import { currentValue } from '../currentValue.ts';
import type { DrawnProps } from '../questionProps.ts';
import type { KeepFile } from './fileKeeper.ts';

export type Keeping = 'none' | 'busy' | 'kept' | 'failed';
export type CaptureProps = DrawnProps & { readonly keep: KeepFile };

/** How far the file of a question is on its way to the disk. It is the answer only when it is there. */
export function useKept(props: CaptureProps) {
  const { onAnswer, keep } = props;
  const [moment, setMoment] = useState<'busy' | 'failed'>();
  const state: Keeping = moment ?? (currentValue(props) === null ? 'none' : 'kept');
  return {
    state,
    take: async (contents: Blob, stem: string): Promise<void> => {
      setMoment('busy');
      const name = await keep(contents, stem).catch(() => null);
      setMoment(name === null ? 'failed' : undefined);
      if (name !== null) onAnswer(name, { complete: false });
    },
    drop: (): void => {
      setMoment(undefined);
      onAnswer(null, { complete: false });
    },
  };
}
