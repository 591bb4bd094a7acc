import { useId } from 'react';
import { questionTypeOf } from '../../../core/questionnaire/index.ts';
import { Field } from '../../ui/Field.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { currentValue, partsIn } from '../currentValue.ts';
import type { DrawnProps } from '../questionProps.ts';
import { useRovingFocus } from '../useRovingFocus.ts';
import styles from './ContactRequest.module.css';

const FIELDS = ['name', 'email', 'phone'] as const;
const KEYS = { name: 'text', email: 'email', phone: 'tel' } as const;
const WAYS = ['yes', 'no'] as const;

/** First whether, then how: nothing that identifies anybody can be written before consent, and "no" takes it all away. */
export function ContactRequest(props: DrawnProps) {
  const { view, labelId, describedBy, say, onAnswer, onType } = props;
  const parts = partsIn(currentValue(props));
  const consent = parts['consent'];
  const { onKeyDown, itemProps } = useRovingFocus(WAYS.length, consent === 'no' ? 1 : 0);
  const write = (next: Readonly<Record<string, string>>): void =>
    onType(questionTypeOf(view.type).encode({ ...next, consent: 'yes' }));
  return (
    <div className={styles.contact}>
      <div
        role="radiogroup"
        aria-labelledby={labelId}
        aria-describedby={describedBy}
        aria-required={view.required}
        className={styles.ways}
        onKeyDown={onKeyDown}
      >
        {WAYS.map((way, index) => (
          <Tile
            key={way}
            of="one"
            chosen={consent === way}
            lang={say.language}
            data-value={way}
            onClick={() => (way === 'no' ? onAnswer({ consent: 'no' }, { complete: true }) : write(parts))}
            {...itemProps(index)}
          >
            {say(`contact.${way}`)}
          </Tile>
        ))}
      </div>
      {consent === 'yes' &&
        FIELDS.filter((field) => view.parameters[field] !== 'no').map((field) => (
          <ContactField
            key={field}
            {...props}
            field={field}
            text={parts[field] ?? ''}
            onWrite={(text) => write({ ...parts, [field]: text })}
          />
        ))}
    </div>
  );
}

interface ContactFieldProps extends DrawnProps {
  readonly field: (typeof FIELDS)[number];
  readonly text: string;
  readonly onWrite: (text: string) => void;
}

function ContactField({ view, describedBy, say, field, text, onWrite }: ContactFieldProps) {
  const id = useId();
  const required = view.parameters[field] === 'required';
  return (
    <div className={styles.field} lang={say.language}>
      <label htmlFor={id} className={styles.label}>
        {say(`contact.${field}`)}
        {!required && field === 'name' && <span className={styles.optional}> {say('contact.optional')}</span>}
      </label>
      <Field
        id={id}
        inputMode={KEYS[field]}
        aria-required={required}
        aria-invalid={view.violation?.problem?.part === field}
        aria-describedby={describedBy}
        autoCapitalize={field === 'name' ? 'words' : 'off'}
        dir={field === 'name' ? 'auto' : 'ltr'}
        maxLength={254}
        value={text}
        onChange={(event) => onWrite(event.target.value)}
      />
    </div>
  );
}
