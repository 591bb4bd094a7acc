import type { TerminalSay } from '../../i18n/terminal/index.ts';
import { Frame } from '../frame/Frame.tsx';
import { Words } from '../frame/Words.tsx';
import styles from './KeepingScreen.module.css';

/** Usually too short to be seen: the words come only when storing takes long enough to wonder. */
export function KeepingScreen({ place, say }: { readonly place: string; readonly say: TerminalSay }) {
  return (
    <Frame place={place} busy>
      <p className={styles.keeping} role="status">
        <Words say={say} text="keeping" />
      </p>
    </Frame>
  );
}
