import type { Session } from '../../core/protocol/index.ts';
import { DevicesScreen } from './fleet/DevicesScreen.tsx';
import { Frame } from './frame/Frame.tsx';
import { useScreen } from './frame/useScreen.ts';
import { OverviewScreen } from './overview/OverviewScreen.tsx';
import { useLive } from './server/useLive.ts';
import { SurveysScreen } from './surveys/SurveysScreen.tsx';

/** The screens, for somebody who is signed in; the server's events reach all of them. */
export function SignedInConsole({ session }: { readonly session: Session }) {
  const { screen, overviewAddress, deviceId } = useScreen();
  const contact = useLive();
  return (
    <Frame session={session} screen={screen} overviewAddress={overviewAddress}>
      {screen === 'surveys' && <SurveysScreen />}
      {screen === 'devices' && <DevicesScreen deviceId={deviceId} contact={contact} />}
      {screen === 'overview' && <OverviewScreen contact={contact} />}
    </Frame>
  );
}
