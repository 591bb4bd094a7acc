import styles from './DevicePage.module.css';

interface FactsProps {
  /** Name and value of each. */
  readonly facts: readonly (readonly [string, string])[];
}

export function Facts({ facts }: FactsProps) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
