import { useEffect, useState } from 'react';

const ENROLS = /^#enrol=./;
const inAddress = (): string | undefined => (ENROLS.test(location.hash) ? location.hash : undefined);

export interface EnrolmentLink {
  /** The address's `#enrol=...`, if it has one. */
  readonly text: string | undefined;
  /** Counts the links that were opened in this page. */
  readonly nth: number;
}

/** The enrolment link that opened the page, or that was opened in it since. */
export function useEnrolmentLink(): EnrolmentLink {
  const [link, setLink] = useState<EnrolmentLink>(() => ({ text: inAddress(), nth: 1 }));
  useEffect(() => {
    const opened = (): void => {
      const text = inAddress();
      if (text !== undefined) setLink(({ nth }) => ({ text, nth: nth + 1 }));
    };
    addEventListener('hashchange', opened);
    return () => removeEventListener('hashchange', opened);
  }, []);
  return link;
}

/** A used code has no business in the address: not in a bookmark, not in a photo of the screen. */
export function clearAddress(): void {
  if (inAddress() !== undefined) history.replaceState(null, '', location.pathname + location.search);
}
