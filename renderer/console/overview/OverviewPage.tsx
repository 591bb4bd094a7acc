import type { Overview, TouchpointList } from '../../../core/protocol/index.ts';
import { CommentsCard } from '../comments/CommentsCard.tsx';
import { DevicesCard } from '../devices/DevicesCard.tsx';
import { FirstDevice } from '../devices/FirstDevice.tsx';
import { FaceDistribution } from '../faces/FaceDistribution.tsx';
import { makeFormats, type Formats } from '../format/formats.ts';
import { Card } from '../frame/Card.tsx';
import { useNow } from '../frame/useNow.ts';
import { HoursCard } from '../hours/HoursCard.tsx';
import type { Contact } from '../server/useLive.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { OverviewHeader } from './OverviewHeader.tsx';
import page from './OverviewPage.module.css';
import { StaleNote } from './StaleNote.tsx';
import { Tiles } from './Tiles.tsx';
import { UnratedCard } from './UnratedCard.tsx';

interface OverviewPageProps {
  readonly touchpoints: TouchpointList['touchpoints'];
  readonly overview: Overview;
  /** When the overview arrived, by this machine's clock. */
  readonly updatedAt: number;
  /** The last question for newer numbers came to nothing. */
  readonly stale: boolean;
  readonly contact: Contact;
  readonly onChoose: (touchpointId: string) => void;
}

/** The day of one touchpoint on one page. */
export function OverviewPage({
  touchpoints,
  overview,
  updatedAt,
  stale,
  contact,
  onChoose,
}: OverviewPageProps) {
  const { say, language } = useConsole();
  const formats = makeFormats(language, overview.touchpoint.timezone, say('justNow'));
  const now = useNow(overview.now, updatedAt);
  const { devices, touchpoint } = overview;
  return (
    <div className={page.page}>
      <title>{`${touchpoint.name} · ${say('product')}`}</title>
      <OverviewHeader
        touchpoints={touchpoints}
        overview={overview}
        updatedAt={overview.now}
        now={now}
        contact={stale ? 'lost' : contact}
        formats={formats}
        onChoose={onChoose}
      />
      {stale && <StaleNote time={formats.clock(overview.now)} />}
      {devices.length === 0 && <FirstDevice touchpoint={touchpoint} formats={formats} now={now} />}
      <Tiles overview={overview} formats={formats} now={now} />
      <div className={page.columns}>
        <div className={page.column}>
          {overview.rated ? (
            <RatedDay overview={overview} formats={formats} />
          ) : (
            <UnratedCard hours={overview.hours} formats={formats} />
          )}
        </div>
        <CommentsCard comments={overview.comments} heldBack={overview.heldBack} formats={formats} now={now} />
      </div>
      {devices.length > 0 && <DevicesCard devices={devices} formats={formats} now={now} />}
    </div>
  );
}

/** The faces that people tapped, over the whole day and hour by hour. */
function RatedDay({ overview, formats }: { readonly overview: Overview; readonly formats: Formats }) {
  const { say, language } = useConsole();
  const { question, csat, distribution, hours, now } = overview;
  return (
    <>
      <Card
        title={question[language] ?? question['en'] ?? say('faces.title')}
        aside={say('answers', { count: csat.n, n: formats.count(csat.n) })}
      >
        <FaceDistribution distribution={distribution} formats={formats} />
      </Card>
      <HoursCard hours={hours} now={now} formats={formats} />
    </>
  );
}
