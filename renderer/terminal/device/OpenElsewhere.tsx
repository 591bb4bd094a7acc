import { deviceWords } from '../../i18n/device/index.ts';
import { interfaceLanguage } from '../../i18n/languages.ts';
import { Frame } from '../frame/Frame.tsx';
import { Heading } from '../frame/Heading.tsx';
import styles from '../OutOfService.module.css';
import '../terminal.css';

/** A second window of the same terminal: one writes, the others wait. */
export function OpenElsewhere() {
  const say = deviceWords(interfaceLanguage(...navigator.languages));
  return (
    <Frame place="Earshot">
      <div className={styles.words} role="status">
        <Heading text={say('elsewhere.title')} takesFocus={false} />
        <p className={styles.why}>{say('elsewhere.text')}</p>
      </div>
    </Frame>
  );
}
