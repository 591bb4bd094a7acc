export interface ShellSettings {
  /** Full screen and locked; off with `--windowed`, for whoever sets a terminal up. */
  readonly locked: boolean;
  /** Where the terminal starts: its own page, with the enrolment code if one was handed over. */
  readonly startPath: string;
}

const ENROL = /^--enrol=([\w-]{1,200})$/;

/** What the command line says; unknown arguments are Chromium's. */
export function shellSettings(args: readonly string[]): ShellSettings {
  const code = args.map((arg) => ENROL.exec(arg)?.[1]).find((found) => found !== undefined);
  return {
    locked: !args.includes('--windowed'),
    startPath: code === undefined ? '' : `#enrol=${code}`,
  };
}
