interface Sentinel {
  readonly storeEpoch: string;
  readonly lastSeq: number;
  readonly unsent: number;
  readonly aside?: number;
  readonly copied: boolean;
  readonly serverId?: string;
}

const KEY = 'earshot-sentinel';

/** Where the device's sequence stands, in a part of the browser that survives when its databases do not. */
export const localSentinel = {
  read(): Sentinel | null {
    try {
      const said: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
      return isSentinel(said) ? said : null;
    } catch {
      return null;
    }
  },
  write(sentinel: Sentinel): void {
    try {
      localStorage.setItem(KEY, JSON.stringify(sentinel));
    } catch {
      // Full or forbidden: the other two witnesses stand.
    }
  },
};

const isSentinel = (said: unknown): said is Sentinel => {
  if (typeof said !== 'object' || said === null) return false;
  const { storeEpoch, lastSeq, unsent, aside, copied, serverId } = said as Record<string, unknown>;
  return (
    typeof storeEpoch === 'string' &&
    Number.isInteger(lastSeq) &&
    Number.isInteger(unsent) &&
    (aside === undefined || Number.isInteger(aside)) &&
    typeof copied === 'boolean' &&
    (serverId === undefined || typeof serverId === 'string')
  );
};
