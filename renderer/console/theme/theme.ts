import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The accent of the house as the ten shades that Mantine wants; 8 is `--accent` by day, 3 by night. */
const TEAL: MantineColorsTuple = [
  '#eef7f5',
  '#dcebe7',
  '#b6d9d2',
  '#5ec4b6',
  '#3fab9d',
  '#2a9184',
  '#1d7a6f',
  '#146a60',
  '#0f5e56',
  '#0a453f',
];

/** Warm neutrals by day, as the ground is; a deep green-grey by night. */
const GRAY: MantineColorsTuple = [
  '#faf7f0',
  '#f1ede3',
  '#e8e3d6',
  '#ded8ca',
  '#c9c2b2',
  '#aaa495',
  '#857f70',
  '#68635a',
  '#46433d',
  '#2b2926',
];
const DARK: MantineColorsTuple = [
  '#f3f0e8',
  '#d3d6d1',
  '#aab4b0',
  '#78847f',
  '#2f3937',
  '#263030',
  '#1c2423',
  '#161d1c',
  '#121817',
  '#0c1110',
];

/** Mantine's controls in the clothes of renderer/ui: tokens decide, Mantine behaves. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 3 },
  colors: { teal: TEAL, gray: GRAY, dark: DARK },
  white: '#ffffff',
  black: '#1b2422',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'ui-monospace, monospace',
  headings: { fontFamily: 'var(--font)', fontWeight: 'var(--weight-heading)' },
  fontSizes: {
    xs: 'var(--text-xs)',
    sm: 'var(--text-s)',
    md: 'var(--text-m)',
    lg: 'var(--text-l)',
    xl: 'var(--text-xl)',
  },
  defaultRadius: 'md',
  radius: { sm: 'var(--radius-s)', md: '0.625rem', lg: 'var(--radius-m)' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: { Button: { defaultProps: { variant: 'filled' } } },
});

const TOKENS = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-quiet)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--surface-sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-placeholder': 'var(--ink-quiet)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-pressed)',
  '--mantine-color-teal-filled': 'var(--accent)',
  '--mantine-color-teal-filled-hover': 'var(--accent-pressed)',
  '--mantine-primary-color-contrast': 'var(--accent-ink)',
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: TOKENS, dark: TOKENS });
