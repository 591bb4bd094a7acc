import type { MediaView } from '../../core/questionnaire/index.ts';
import styles from './LabelMedia.module.css';

interface LabelMediaProps {
  readonly media: MediaView;
  readonly labelId: string;
  readonly fileUrl: (name: string) => string | undefined;
}

/** What a question shows beside its words, as far as the files are there. */
export function LabelMedia({ media, labelId, fileUrl }: LabelMediaProps) {
  const urlOf = (name: string | undefined): string | undefined =>
    name === undefined ? undefined : fileUrl(name);
  const [image, audio, video] = [urlOf(media.image), urlOf(media.audio), urlOf(media.video)];
  return (
    <>
      {image !== undefined && <img className={styles.image} src={image} alt="" draggable={false} />}
      {audio !== undefined && (
        <audio className={styles.audio} controls preload="metadata" aria-labelledby={labelId} src={audio} />
      )}
      {video !== undefined && (
        <video
          className={styles.image}
          controls
          playsInline
          preload="metadata"
          aria-labelledby={labelId}
          src={video}
        />
      )}
    </>
  );
}
