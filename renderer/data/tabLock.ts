const lockName = (databaseName: string, tab: string): string => `${databaseName}-tab-${tab}`;

/** Browsers have no locks outside a secure context; nobody can be enrolled there either, so there are no drafts to guard. */
const locks = (): LockManager | undefined => (isSecureContext ? navigator.locks : undefined);

/** Holds a lock for the life of this tab; the browser lets go of it when the tab ends, however it ends. */
export function holdTab(databaseName: string, tab: string): void {
  void locks()?.request(lockName(databaseName, tab), () => new Promise<never>(() => undefined));
}

export const isTabAlive = async (databaseName: string, tab: string): Promise<boolean> =>
  (await locks()?.request(lockName(databaseName, tab), { ifAvailable: true }, async (lock) => lock === null)) ?? false;
