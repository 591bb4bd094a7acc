import type { Theme } from '../../../../core/questionnaire/index.ts';
import { Face } from '../../../ui/Face.tsx';
import { useConsole } from '../../settings/consoleContext.ts';
import styles from './ThemePreview.module.css';

const FACES = [1, 2, 3, 4, 5] as const;

/** A terminal's screen, small: made of what the terminal itself is coloured with. */
export function ThemePreview({ theme }: { readonly theme: Theme }) {
  const { say } = useConsole();
  const colours = Object.entries(theme.colours).map(([name, colour]) => [`--theme-${name}`, colour] as const);
  return (
    <div
      role="img"
      aria-label={say('theme.preview')}
      className={styles.screen}
      data-theme={theme.look}
      data-themed={theme.corners}
      style={Object.fromEntries(colours)}
    >
      <p className={styles.question}>{say('theme.sampleQuestion')}</p>
      <p className={styles.quiet}>{say('theme.sampleHint')}</p>
      <div className={styles.faces}>
        {FACES.map((level) => (
          <Face key={level} level={level} className={styles.face} />
        ))}
      </div>
      <div className={styles.field} />
      <div className={styles.tiles}>
        <span className={styles.chosen}>{say('theme.sampleChosen')}</span>
        <span className={styles.button}>{say('theme.sampleSend')}</span>
      </div>
    </div>
  );
}
