import type { ListedSurvey, TouchpointList } from '../../../core/protocol/index.ts';
import { Card } from '../frame/Card.tsx';
import { DropZone } from '../frame/DropZone.tsx';
import { EmptyNote } from '../frame/EmptyNote.tsx';
import { KEYS_ADDRESS } from '../frame/useScreen.ts';
import page from '../overview/OverviewPage.module.css';
import { useConsole } from '../settings/consoleContext.ts';
import { CheckedForms } from './dropped/CheckedForms.tsx';
import { useDroppedForms } from './dropped/useDroppedForms.ts';
import styles from './SurveysPage.module.css';
import { SurveyTable } from './SurveyTable.tsx';

const ENDINGS = '.xlsx,.xlsm,.xls,.csv,.md,.xml,.json,.geojson';

interface SurveysPageProps {
  readonly surveys: readonly ListedSurvey[];
  readonly touchpoints: TouchpointList['touchpoints'];
}

export function SurveysPage({ surveys, touchpoints }: SurveysPageProps) {
  const { say, language } = useConsole();
  const dropped = useDroppedForms();
  const n = new Intl.NumberFormat(language).format(surveys.length);
  return (
    <div className={page.page}>
      <title>{`${say('nav.surveys')} · ${say('product')}`}</title>
      <div>
        <h1 className={styles.name}>{say('nav.surveys')}</h1>
        <p className={styles.lead}>{say('surveys.lead')}</p>
        <a href={KEYS_ADDRESS}>{say('surveys.keys')}</a>
      </div>
      <DropZone
        title={say('drop.title')}
        hint={say('drop.hint')}
        choose={say('drop.choose')}
        accept={ENDINGS}
        busy={dropped.reading === null ? null : say('drop.reading', { name: dropped.reading })}
        isBlocked={dropped.reading !== null}
        onFiles={dropped.take}
      />
      <CheckedForms dropped={dropped} surveys={surveys} touchpoints={touchpoints} />
      <Card title={say('surveys.inUse')} aside={say('surveys.count', { count: surveys.length, n })}>
        {surveys.length === 0 ? (
          <EmptyNote title={say('surveys.none')} hint={say('surveys.noneHint')} />
        ) : (
          <SurveyTable surveys={surveys} />
        )}
      </Card>
    </div>
  );
}
