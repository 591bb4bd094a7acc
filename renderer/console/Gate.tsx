import { Opening } from './frame/Opening.tsx';
import { FailedNote } from './people/FailedNote.tsx';
import { SetUpScreen } from './people/SetUpScreen.tsx';
import { SignInScreen } from './people/SignInScreen.tsx';
import { useSetUpCode } from './people/useSetUpCode.ts';
import { SignedInConsole } from './SignedInConsole.tsx';
import { useSession } from './server/useSession.ts';

/** Nobody passes without a session: set-up, sign-in, or the console itself. */
export function Gate() {
  const signedIn = useSession();
  const [code, leaveSetUp] = useSetUpCode();
  if (signedIn.data === undefined) {
    return signedIn.isError ? (
      <FailedNote error={signedIn.error} onTryNow={() => void signedIn.refetch()} />
    ) : (
      <Opening />
    );
  }
  const { session, ended } = signedIn.data;
  if (session !== null) return <SignedInConsole session={session} />;
  return code === null ? <SignInScreen ended={ended} /> : <SetUpScreen code={code} onLeave={leaveSetUp} />;
}
