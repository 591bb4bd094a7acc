import { useRef, useState, type PointerEvent } from 'react';
import { Button } from '../../ui/Button.tsx';
import styles from './Capture.module.css';
import { CaptureNote } from './CaptureNote.tsx';
import { useKept, type CaptureProps } from './useKept.ts';

const WIDTH = 1_200;
const HEIGHT = 400;
const PEN = 5;

/** Signed with a finger or a pen; kept as a picture when the person says that it is done. */
export function Signature(props: CaptureProps) {
  const { labelId, say } = props;
  const { state, take, drop } = useKept(props);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  const clear = (): void => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, WIDTH, HEIGHT);
    setDrawn(false);
    if (state !== 'none') drop();
  };
  const done = (): void =>
    canvas.current?.toBlob((picture) => {
      if (picture !== null) void take(picture, 'signature');
    }, 'image/png');
  return (
    <div className={styles.capture}>
      <canvas
        ref={canvas}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-labelledby={labelId}
        className={styles.pad}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          draw(event, true);
          setDrawn(true);
          // What was kept is not what stands there any more.
          if (state === 'kept') drop();
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) draw(event, false);
        }}
      />
      <CaptureNote state={state} kept="capture.signed" say={say} />
      {state === 'none' && !drawn && <p lang={say.language}>{say('capture.signHere')}</p>}
      <div className={styles.ways}>
        {state !== 'kept' && (
          <Button lang={say.language} disabled={!drawn || state === 'busy'} onClick={done}>
            {say('capture.signDone')}
          </Button>
        )}
        <Button kind="quiet" lang={say.language} disabled={!drawn && state === 'none'} onClick={clear}>
          {say('capture.signAgain')}
        </Button>
      </div>
    </div>
  );
}

function draw(
  { currentTarget: pad, clientX, clientY }: PointerEvent<HTMLCanvasElement>,
  begins: boolean,
): void {
  const pen = pad.getContext('2d');
  if (pen === null) return;
  const place = pad.getBoundingClientRect();
  const x = ((clientX - place.left) / place.width) * WIDTH;
  const y = ((clientY - place.top) / place.height) * HEIGHT;
  pen.lineWidth = PEN;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  // A picture for whoever reads it later: dark on nothing, whatever the theme.
  pen.strokeStyle = '#1b1b1b';
  if (begins) {
    pen.beginPath();
    pen.moveTo(x, y);
  }
  pen.lineTo(x, y);
  pen.stroke();
}
