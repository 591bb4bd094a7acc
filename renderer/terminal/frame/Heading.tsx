import { useEffect, useRef, useState } from 'react';
import { RichText } from '../../ui/RichText.tsx';
import styles from './Heading.module.css';

interface HeadingProps {
  readonly id?: string;
  readonly text: string;
  /** Of the text, where it is not that of the page. */
  readonly lang?: string;
  /** Moves the focus here when the screen appears, so that a keyboard and a screen reader begin at the top of it. */
  readonly takesFocus: boolean;
}

const sizeFor = (text: string): 'large' | 'medium' | 'small' =>
  text.length <= 42 ? 'large' : text.length <= 90 ? 'medium' : 'small';

/** A hyphen inside a short word ("что-нибудь") is no place to break a line of this size. */
const keptTogether = (text: string): string =>
  text.replaceAll(/(?<=\p{L})-(?=\p{L}{1,6}(?!\p{L}))/gu, '\u2011');

export function Heading({ id, text, lang, takesFocus }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Once, on arrival: later the focus is wherever the person has put it.
  const [onArrival] = useState(takesFocus);
  useEffect(() => {
    if (onArrival) heading.current?.focus({ preventScroll: true });
  }, [onArrival]);
  return (
    <h1 id={id} ref={heading} tabIndex={-1} className={styles.heading} data-size={sizeFor(text)}>
      <bdi lang={lang}>
        <RichText text={keptTogether(text)} />
      </bdi>
    </h1>
  );
}
