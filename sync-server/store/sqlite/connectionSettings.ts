export type Mode = 'write' | 'read';

/** How every connection is opened. What is committed survives a power cut: each commit flushes the write-ahead log (synchronous FULL). */
export const connectionSettings = (mode: Mode) => ({
  busyMilliseconds: 2000,
  pragmas: [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'trusted_schema = OFF',
    ...(mode === 'read' ? ['query_only = ON'] : []),
  ],
});
