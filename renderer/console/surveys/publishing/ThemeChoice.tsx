import { useId } from 'react';
import { inkOn, unreadablePairs, type Theme } from '../../../../core/questionnaire/index.ts';
import { useConsole } from '../../settings/consoleContext.ts';
import styles from './ThemeChoice.module.css';
import { ThemePreview } from './ThemePreview.tsx';

interface ThemeChoiceProps {
  readonly theme: Theme | undefined;
  readonly onChange: (theme: Theme | undefined) => void;
}

const COLOURS = ['ground', 'surface', 'ink', 'accent'] as const;
const LOOKS = ['light', 'dark'] as const;
const CORNERS = ['round', 'slight', 'square'] as const;

/** As the house looks. */
const USUAL: Readonly<Record<Theme['look'], Theme['colours']>> = {
  light: { ground: '#faf7f0', surface: '#ffffff', ink: '#1b2422', accent: '#0f5e56', accentInk: '#ffffff' },
  dark: { ground: '#121817', surface: '#1c2423', ink: '#f3f0e8', accent: '#5ec4b6', accentInk: '#000000' },
};

/** How the survey looks to respondents, with a screen of it beside; what nobody could read is told while it is chosen. */
export function ThemeChoice({ theme, onChange }: ThemeChoiceProps) {
  const { say } = useConsole();
  return (
    <fieldset className={styles.group}>
      <legend>{say('theme.title')}</legend>
      <label className={styles.option}>
        <input
          type="checkbox"
          checked={theme !== undefined}
          onChange={({ currentTarget }) =>
            onChange(
              currentTarget.checked ? { look: 'light', colours: USUAL.light, corners: 'round' } : undefined,
            )
          }
        />
        {say('theme.own')}
      </label>
      {theme !== undefined && <OwnTheme theme={theme} onChange={onChange} />}
    </fieldset>
  );
}

interface OwnThemeProps {
  readonly theme: Theme;
  readonly onChange: (theme: Theme) => void;
}

function OwnTheme({ theme, onChange }: OwnThemeProps) {
  const { say } = useConsole();
  const colour = (of: (typeof COLOURS)[number], value: string): void => {
    const colours = { ...theme.colours, [of]: value };
    onChange({ ...theme, colours: of === 'accent' ? { ...colours, accentInk: inkOn(value) } : colours });
  };
  return (
    <div className={styles.own}>
      <div className={styles.wishes}>
        <OneOf
          of={LOOKS}
          chosen={theme.look}
          onChoose={(look) => onChange({ ...theme, look, colours: USUAL[look] })}
        />
        {COLOURS.map((of) => (
          <label key={of} className={styles.colour}>
            <input
              type="color"
              value={theme.colours[of]}
              onChange={({ currentTarget }) => colour(of, currentTarget.value)}
            />
            {say(`theme.${of}`)}
          </label>
        ))}
        <OneOf of={CORNERS} chosen={theme.corners} onChoose={(corners) => onChange({ ...theme, corners })} />
      </div>
      <ThemePreview theme={theme} />
      <Unreadable theme={theme} />
    </div>
  );
}

interface OneOfProps<Name> {
  readonly of: readonly Name[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
}

function OneOf<Name extends Theme['look'] | Theme['corners']>({ of, chosen, onChoose }: OneOfProps<Name>) {
  const { say } = useConsole();
  const group = useId();
  return (
    <div className={styles.row}>
      {of.map((name) => (
        <label key={name} className={styles.option}>
          <input type="radio" name={group} checked={name === chosen} onChange={() => onChoose(name)} />
          {say(`theme.${name}`)}
        </label>
      ))}
    </div>
  );
}

function Unreadable({ theme }: { readonly theme: Theme }) {
  const { say, language } = useConsole();
  const numbers = new Intl.NumberFormat(language);
  const pairs = unreadablePairs(theme);
  if (pairs.length === 0) return null;
  return (
    <div role="alert" className={styles.unreadable}>
      <p>{say('theme.unreadable')}</p>
      <ul>
        {pairs.map(({ pair, ratio, needed }) => (
          <li key={pair}>
            {say('theme.ratio', {
              pair: say(`theme.pair.${pair}`),
              ratio: numbers.format(ratio),
              needed: numbers.format(needed),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
