import { FACES } from './faceArt.ts';

interface FaceProps {
  /** 1 very bad ... 5 very good. */
  readonly level: 1 | 2 | 3 | 4 | 5;
  readonly className?: string | undefined;
}

/** One of our five faces, a picture only: whoever shows it writes its label beside it. */
export function Face({ level, className }: FaceProps) {
  const { ground, drawing, pose, lines, shape, eyes } = FACES[(level - 1) as 0 | 1 | 2 | 3 | 4];
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 120 120"
      className={className}
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="60" cy="60" r="60" fill={ground} />
      <g
        transform={pose}
        fill="none"
        stroke={drawing}
        strokeWidth="7.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d={lines} />
        {shape !== undefined && <path d={shape} fill={drawing} />}
      </g>
      {eyes !== undefined && (
        <g transform={pose} fill={drawing}>
          <circle cx="40" cy={eyes} r="6.5" />
          <circle cx="80" cy={eyes} r="6.5" />
        </g>
      )}
    </svg>
  );
}
