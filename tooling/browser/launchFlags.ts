/** Flags for a browser that tests drive: no first-run screens, no traffic of its own, and no sandbox where root forbids one. */
export const LAUNCH_FLAGS: readonly string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.platform === 'linux' ? ['--no-sandbox', '--disable-dev-shm-usage'] : []),
];
