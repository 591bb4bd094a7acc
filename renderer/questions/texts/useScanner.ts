import { useEffect, useEffectEvent, useRef, useState } from 'react';

interface Detector {
  readonly detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>;
}

/** Not in TypeScript's library, as not every browser has it. */
type DetectorClass = new () => Detector;

const detectorClass = (): DetectorClass | undefined =>
  (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

export const canScan = (): boolean => detectorClass() !== undefined && 'mediaDevices' in navigator;

/** Between two looks at the picture, in milliseconds. */
const PAUSE = 250;

/** Shows the camera in a video and tells the first code that is seen. The camera is off again when the video is gone. */
export function useScanner(front: boolean, onCode: (code: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  const found = useEffectEvent(onCode);

  useEffect(() => {
    const ended = new AbortController();
    watch(video.current, front, ended.signal, found).catch(() => setFailed(true));
    return () => ended.abort();
  }, [front]);

  return { video, failed };
}

async function watch(
  video: HTMLVideoElement | null,
  front: boolean,
  signal: AbortSignal,
  found: (code: string) => void,
): Promise<void> {
  const Detects = detectorClass();
  if (video === null || Detects === undefined) return;
  const detector = new Detects();
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: front ? 'user' : 'environment' },
  });
  const stop = (): void => {
    for (const track of stream.getTracks()) track.stop();
  };
  const over = (): boolean => signal.aborted;
  if (over()) {
    stop();
    return;
  }
  signal.addEventListener('abort', stop, { once: true });
  video.srcObject = stream;
  await video.play();
  for (;;) {
    const [code] = await detector.detect(video);
    if (code !== undefined) {
      found(code.rawValue);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (over()) return;
  }
}
