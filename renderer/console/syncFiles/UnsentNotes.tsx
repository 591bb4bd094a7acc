import { Button } from '@mantine/core';
import { TitledCard } from '../frame/TitledCard.tsx';
import { problemText } from '../people/problemText.ts';
import { useConsole } from '../settings/consoleContext.ts';
import type { Sending } from './sending/useSending.ts';

/** Files of which not a byte was sent, and why. */
export function UnsentNotes({ sending }: { readonly sending: Sending }) {
  const { say, language } = useConsole();
  return sending.unsent.map(({ key, name, why }) => {
    const word = say('check.remove');
    const remove = (
      <Button variant="subtle" size="sm" onClick={() => sending.forget(key)} aria-label={`${word}: ${name}`}>
        {word}
      </Button>
    );
    return (
      <TitledCard key={key} title={name} actions={remove}>
        <p role="alert">
          {why === 'unread' ? say('sync.unread') : problemText(say, language, { code: why })}
        </p>
      </TitledCard>
    );
  });
}
