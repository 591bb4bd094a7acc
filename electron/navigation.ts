import { ORIGIN } from './appFile.ts';

/** The window shows the terminal and nothing else, wherever a link, a script or a redirect points. */
export const mayNavigate = (address: string): boolean => address.startsWith(`${ORIGIN}/`);
