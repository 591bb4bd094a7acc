import { Button } from '@mantine/core';
import { TitledCard } from '../../frame/TitledCard.tsx';
import { useConsole } from '../../settings/consoleContext.ts';

interface UnreadCardProps {
  readonly file: string;
  readonly why: 'tooSlow' | 'failed' | 'unclaimed';
  readonly onRemove: () => void;
}

/** A file that gave no questionnaire, and why. */
export function UnreadCard({ file, why, onRemove }: UnreadCardProps) {
  const { say } = useConsole();
  const remove = (
    <Button variant="subtle" size="sm" onClick={onRemove} aria-label={`${say('check.remove')}: ${file}`}>
      {say('check.remove')}
    </Button>
  );
  return (
    <TitledCard title={file} actions={remove}>
      <p>{say(`check.${why}`)}</p>
    </TitledCard>
  );
}
