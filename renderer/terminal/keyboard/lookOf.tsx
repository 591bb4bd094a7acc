import type { ReactNode } from 'react';
import type { Language } from '../../../core/questionnaire/index.ts';
import type { KeyboardSay } from '../../i18n/keyboard/index.ts';
import { KeyGlyph } from './KeyGlyph.tsx';
import type { After, Does, KeySpec, Kind } from './keyRows.ts';
import type { Layout } from './layouts.ts';
import { markName, signName } from './signNames.ts';
import type { Shift } from './useShift.ts';

interface Shown {
  readonly kind: Kind;
  readonly layout: Layout;
  readonly languages: readonly Language[];
  readonly page: 'letters' | 'signs';
  readonly shift: Shift;
  readonly typed: (types: string) => string;
  readonly after: After;
  readonly say: KeyboardSay;
}

interface KeyLook {
  readonly look: 'letter' | 'act' | 'space' | 'hide';
  /** For those who hear it, where it says more than what is written on the key. */
  readonly label: string | undefined;
  readonly lang: string;
  readonly on?: boolean;
  readonly children: ReactNode;
}

/** What stands on a key, and what it is called. */
export const lookOf = (key: KeySpec, shown: Shown): KeyLook =>
  'types' in key ? typingLook(key.types, shown) : doingLook(key.does, shown);

const nameIn = (languages: readonly Language[], { language }: Layout): string =>
  languages.find(({ code }) => code.toLowerCase().split('-')[0] === language)?.name ?? language.toUpperCase();

function typingLook(types: string, { kind, layout, languages, typed, say }: Shown): KeyLook {
  if (types === ' ' && kind === 'text') {
    const children = nameIn(languages, layout);
    return { look: 'space', label: `${children}: ${say('space')}`, lang: say.language, children };
  }
  const mark = markName(types);
  const sign = signName(types);
  if (sign !== undefined) {
    const children = types === ' ' ? '␣' : types;
    return { look: 'letter', label: say(sign), lang: say.language, children };
  }
  return {
    look: 'letter',
    label: mark,
    lang: layout.language,
    // A mark is drawn with the circle that stands for its letter.
    children: mark === undefined ? typed(types) : `\u25CC${types}`,
  };
}

function doingLook(does: Does, { kind, layout, languages, page, shift, after, say }: Shown): KeyLook {
  const act = { look: 'act', lang: say.language } as const;
  switch (does) {
    case 'shift':
      return {
        ...act,
        label: say(shift === 'locked' ? 'capsLock' : 'shift'),
        on: shift !== 'off',
        children: <KeyGlyph of={shift === 'locked' ? 'locked' : 'shift'} />,
      };
    case 'erase':
      return { ...act, label: say('erase'), children: <KeyGlyph of="erase" /> };
    case 'page': {
      const children = page === 'letters' ? '123' : layout.sample;
      return { ...act, label: `${children}: ${say(page === 'letters' ? 'signs' : 'letters')}`, children };
    }
    case 'language':
      return {
        ...act,
        label: say('language', { name: nameIn(languages, layout) }),
        children: <KeyGlyph of="globe" />,
      };
    case 'newLine':
      return { ...act, label: say('newLine'), children: <KeyGlyph of="newLine" /> };
    case 'next':
      return { ...act, label: undefined, children: say('next') };
    case 'hide':
      return kind !== 'text' || after === undefined
        ? { ...act, look: 'hide', label: undefined, children: say('done') }
        : { ...act, look: 'hide', label: say('hide'), children: <KeyGlyph of="hide" /> };
  }
}
