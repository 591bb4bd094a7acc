import { Button } from '@mantine/core';
import { useConsole } from '../settings/consoleContext.ts';

interface MoreButtonProps {
  readonly pages: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

/** The page after those that are shown. */
export function MoreButton({ pages }: MoreButtonProps) {
  const { say } = useConsole();
  if (!pages.hasNextPage) return null;
  return (
    <Button
      variant="default"
      size="sm"
      mt="md"
      loading={pages.isFetchingNextPage}
      onClick={() => void pages.fetchNextPage()}
    >
      {say('inbox.more')}
    </Button>
  );
}
