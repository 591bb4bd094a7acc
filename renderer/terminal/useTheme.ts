import { useLayoutEffect } from 'react';
import type { Theme } from '../../core/questionnaire/index.ts';

/** Gives the page the look of its survey, before the first screen is painted; without a theme it looks as the house does. */
export function useTheme({ theme }: { readonly theme?: unknown }): void {
  useLayoutEffect(() => {
    if (theme === undefined) return undefined;
    const { dataset, style } = document.documentElement;
    const { look, colours, corners } = theme as Theme;
    for (const [name, colour] of Object.entries(colours)) style.setProperty(`--theme-${name}`, colour);
    dataset['theme'] = look;
    dataset['themed'] = corners;
    return () => {
      delete dataset['theme'];
      delete dataset['themed'];
    };
  }, [theme]);
}
