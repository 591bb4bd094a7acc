import { FailedNote } from '../people/FailedNote.tsx';
import { useSurveys, useTouchpoints } from '../server/useOverview.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { SurveysPage } from './SurveysPage.tsx';

/** What people are asked, and the way for one's own questionnaires to get there. */
export function SurveysScreen() {
  const { say } = useConsole();
  const surveys = useSurveys();
  const touchpoints = useTouchpoints();
  if (surveys.data === undefined || touchpoints.data === undefined) {
    const failed = surveys.error ?? touchpoints.error;
    if (failed === null) return <div role="status" aria-label={say('surveys.loading')} />;
    const again = (): void => {
      void surveys.refetch();
      void touchpoints.refetch();
    };
    return <FailedNote error={failed} onTryNow={again} />;
  }
  return <SurveysPage surveys={surveys.data.surveys} touchpoints={touchpoints.data.touchpoints} />;
}
