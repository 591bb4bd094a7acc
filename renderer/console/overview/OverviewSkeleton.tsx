import { Skeleton } from '@mantine/core';
import { useLate } from '../frame/useLate.ts';
import { useConsole } from '../settings/consoleContext.ts';
import page from './OverviewPage.module.css';
import styles from './OverviewSkeleton.module.css';
import tiles from './Tiles.module.css';

/** The shape of what is coming. Nothing at all for the first third of a second: most replies are faster than that. */
export function OverviewSkeleton() {
  const { say } = useConsole();
  const late = useLate();
  return (
    <div role="status" aria-label={say('overview.loading')} className={page.page}>
      {late && <Shapes />}
    </div>
  );
}

const Shapes = () => (
  <>
    <div className={styles.head}>
      <Skeleton height="2.25rem" width="18rem" maw="80%" />
      <Skeleton height="1rem" width="24rem" maw="100%" />
    </div>
    <div className={tiles.tiles}>
      <Block lines={2} />
      <Block lines={2} />
      <Block lines={2} />
    </div>
    <div className={page.columns}>
      <Block lines={6} />
      <Block lines={6} />
    </div>
  </>
);

const WIDTHS = ['40%', '100%', '85%', '92%', '70%', '96%', '60%'];

const Block = ({ lines }: { readonly lines: number }) => (
  <div className={styles.block}>
    {WIDTHS.slice(0, lines + 1).map((width, index) => (
      <Skeleton key={width} width={width} height={index === 0 ? '1rem' : '2.25rem'} />
    ))}
  </div>
);
