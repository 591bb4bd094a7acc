const lockName = (databaseName: string, tab: string): string => `${databaseName}-tab-${tab}`;

/** Holds a lock for the life of this tab; the browser lets go of it when the tab ends, however it ends. */
export function holdTab(databaseName: string, tab: string): void {
  void navigator.locks.request(lockName(databaseName, tab), () => new Promise<never>(() => undefined));
}

export const isTabAlive = (databaseName: string, tab: string): Promise<boolean> =>
  navigator.locks.request(lockName(databaseName, tab), { ifAvailable: true }, async (lock) => lock === null);
