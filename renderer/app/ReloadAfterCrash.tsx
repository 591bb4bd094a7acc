import { Component, type ReactNode } from 'react';
import { interfaceLanguage } from '../i18n/languages.ts';
import { terminalWords } from '../i18n/terminal/index.ts';
import { OutOfService } from '../terminal/OutOfService.tsx';
import { canLoadAgain } from '../transport/canLoadAgain.ts';

const PAUSE = 15_000;

interface Crash {
  readonly detail: string | null;
}

/**
 * A terminal stands alone: after a bug it says so, and begins anew by itself. The draft of whoever was answering is on the disk. Where
 * nothing is there to load the page from, it goes on with what it has in memory.
 */
export class ReloadAfterCrash extends Component<{ readonly children: ReactNode }, Crash> {
  override readonly state: Crash = { detail: null };

  static getDerivedStateFromError(error: unknown): Crash {
    return { detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }

  override componentDidCatch(): void {
    setTimeout(this.beginAnew, PAUSE);
  }

  readonly beginAnew = async (): Promise<void> => {
    if (await canLoadAgain()) location.reload();
    else this.setState({ detail: null });
  };

  override render(): ReactNode {
    const { detail } = this.state;
    if (detail === null) return this.props.children;
    const language = interfaceLanguage(document.documentElement.lang, ...navigator.languages);
    return (
      <OutOfService say={terminalWords(language)} detail={detail} onReload={() => void this.beginAnew()} />
    );
  }
}
