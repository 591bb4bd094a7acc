import { useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import styles from './Capture.module.css';
import { CaptureNote } from './CaptureNote.tsx';
import { useKept, type CaptureProps } from './useKept.ts';

/** A photo, by the camera where the device has one, or any file. */
export function PickFile(props: CaptureProps) {
  const { view, labelId, describedBy, say } = props;
  const { state, take, drop } = useKept(props);
  const input = useRef<HTMLInputElement>(null);
  const isPhoto = view.type === 'image';
  const wanted = isPhoto ? 'capture.takePhoto' : 'capture.addFile';
  return (
    <div className={styles.capture}>
      <input
        ref={input}
        hidden
        type="file"
        data-testid="file"
        aria-labelledby={labelId}
        {...(isPhoto && { accept: 'image/*' })}
        {...(isPhoto && !view.appearance.includes('annotate') && { capture: 'environment' as const })}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) void take(file, isPhoto ? 'photo' : 'file');
          // The same file may be chosen again.
          target.value = '';
        }}
      />
      <CaptureNote state={state} kept={isPhoto ? 'capture.photoKept' : 'capture.fileKept'} say={say} />
      <div className={styles.ways}>
        <Button
          lang={say.language}
          disabled={state === 'busy'}
          aria-describedby={describedBy}
          onClick={() => input.current?.click()}
        >
          {say(state === 'kept' ? 'capture.another' : wanted)}
        </Button>
        {state === 'kept' && (
          <Button kind="quiet" lang={say.language} onClick={drop}>
            {say('capture.remove')}
          </Button>
        )}
      </div>
    </div>
  );
}
