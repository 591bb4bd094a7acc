import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { currentText } from '../currentValue.ts';
import { entryProps } from '../entryProps.ts';
import type { DrawnProps } from '../questionProps.ts';
import styles from './Barcode.module.css';
import { canScan, useScanner } from './useScanner.ts';

/** What a code says: typed, keyed in by a hand scanner, or read by the camera where the browser can. */
export function Barcode(props: DrawnProps) {
  const { view, alone, say, typed, onType, onAnswer } = props;
  const [scanning, setScanning] = useState(false);
  return (
    <div className={styles.barcode}>
      <Field
        {...entryProps(props)}
        type={view.appearance.includes('hidden-answer') ? 'password' : 'text'}
        autoCapitalize="off"
        dir="ltr"
        value={currentText(props)}
        onChange={(event) => onType(event.target.value)}
        onBlur={() => {
          if (!alone && typed !== undefined) onAnswer(typed.trim(), { complete: false });
        }}
      />
      {canScan() && (
        <Button lang={say.language} aria-pressed={scanning} onClick={() => setScanning(!scanning)}>
          {say(scanning ? 'barcode.stop' : 'barcode.scan')}
        </Button>
      )}
      {scanning && (
        <Camera
          {...props}
          onCode={(code) => {
            setScanning(false);
            onAnswer(code, { complete: false });
          }}
        />
      )}
    </div>
  );
}

function Camera({ view, say, onCode }: DrawnProps & { readonly onCode: (code: string) => void }) {
  const { video, failed } = useScanner(view.appearance.includes('front'), onCode);
  if (failed) {
    return (
      <p role="alert" lang={say.language} className={styles.note}>
        {say('barcode.failed')}
      </p>
    );
  }
  return <video ref={video} muted playsInline aria-label={say('barcode.camera')} className={styles.video} />;
}
