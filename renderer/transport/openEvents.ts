export interface EventListeners {
  /** An event of the server: its name and its data, parsed as JSON where it is JSON. */
  readonly onEvent: (name: string, data: unknown) => void;
  /** `true` while the stream is open: events may have been missed before each `true`, so read anew. */
  readonly onOpen: (open: boolean) => void;
}

const REOPEN_AFTER = 5_000;

/**
 * Listens to server-sent events of the given names on our own origin. The browser reconnects after a lost connection, but gives up
 * after a refusal: then we open it again. Answers how to stop.
 */
export function openEvents(path: string, names: readonly string[], listeners: EventListeners): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    const opened = new EventSource(path);
    source = opened;
    opened.onopen = () => listeners.onOpen(true);
    opened.onerror = () => {
      listeners.onOpen(false);
      if (opened.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, REOPEN_AFTER);
    };
    for (const name of names) {
      opened.addEventListener(name, (event: MessageEvent<string>) =>
        listeners.onEvent(name, parseData(event.data)),
      );
    }
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

function parseData(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
