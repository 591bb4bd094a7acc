import type { Session } from '../../core/protocol/index.ts';
import { DevicesScreen } from './fleet/DevicesScreen.tsx';
import { Frame } from './frame/Frame.tsx';
import { useScreen } from './frame/useScreen.ts';
import { InboxScreen } from './inbox/InboxScreen.tsx';
import { KeysScreen } from './keys/KeysScreen.tsx';
import { OverviewScreen } from './overview/OverviewScreen.tsx';
import { useLive } from './server/useLive.ts';
import { SurveysScreen } from './surveys/SurveysScreen.tsx';
import { useSending } from './syncFiles/sending/useSending.ts';
import { SyncFilesScreen } from './syncFiles/SyncFilesScreen.tsx';

/** The screens, for somebody who is signed in; the server's events reach all of them. */
export function SignedInConsole({ session }: { readonly session: Session }) {
  const { screen, overviewAddress, deviceId, inboxView } = useScreen();
  const contact = useLive();
  // A file goes on being sent while another screen is looked at.
  const sending = useSending();
  return (
    <Frame session={session} screen={screen} overviewAddress={overviewAddress}>
      {screen === 'surveys' && <SurveysScreen />}
      {screen === 'keys' && <KeysScreen />}
      {screen === 'devices' && <DevicesScreen deviceId={deviceId} contact={contact} />}
      {screen === 'syncFiles' && <SyncFilesScreen sending={sending} />}
      {screen === 'inbox' && <InboxScreen view={inboxView} />}
      {screen === 'overview' && <OverviewScreen contact={contact} />}
    </Frame>
  );
}
