import { Instead } from '../frame/Instead.tsx';
import { refusalOf } from '../server/refusedRequest.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { problemText } from './problemText.ts';

/** The server gave nothing to show: why, and that nothing is lost. The asking goes on by itself; the button is for the impatient. */
export function FailedNote({ error, onTryNow }: { readonly error: Error; readonly onTryNow: () => void }) {
  const { say, language } = useConsole();
  return (
    <Instead
      title={say('overview.failed')}
      hint={`${problemText(say, language, refusalOf(error))} ${say('overview.failedHint')}`}
      onTryNow={onTryNow}
    />
  );
}
