import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useConsole } from '../settings/consoleContext.ts';
import page from './OverviewPage.module.css';
import tiles from './Tiles.module.css';

const PATIENCE = 300;

/** The shape of what is coming. Nothing at all for the first third of a second: most replies are faster than that. */
export function OverviewSkeleton() {
  const { say } = useConsole();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-label={say('overview.loading')} className={page.page}>
      {late && (
        <>
          <Skeleton height="3.75rem" width="22rem" maw="100%" />
          <div className={tiles.tiles}>
            <Skeleton height="9.5rem" radius="lg" />
            <Skeleton height="9.5rem" radius="lg" />
            <Skeleton height="9.5rem" radius="lg" />
          </div>
          <div className={page.columns}>
            <Skeleton height="34rem" radius="lg" />
            <Skeleton height="34rem" radius="lg" />
          </div>
        </>
      )}
    </div>
  );
}
