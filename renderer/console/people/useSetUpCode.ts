import { useState } from 'react';

const PARAMETER = 'setup';

/** The one-time code of a set-up link. Leaving takes it out of the address, so that it is not kept in the history or sent on. */
export function useSetUpCode() {
  const [code, setCode] = useState(() => new URLSearchParams(location.hash.slice(1)).get(PARAMETER));
  const leave = (): void => {
    history.replaceState(null, '', location.pathname + location.search);
    setCode(null);
  };
  return [code, leave] as const;
}
