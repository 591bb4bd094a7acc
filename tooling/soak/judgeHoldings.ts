import type { Clients } from '../../e2e/several-servers/clients.ts';
import type { holdings } from '../../e2e/several-servers/fleet.ts';

/** Prints what was recorded, stored and counted; false where anything is missing, there twice or counted wrongly. */
export function judgeHoldings(
  recorded: readonly string[],
  clients: Clients,
  { ids, counted, verified }: Awaited<ReturnType<typeof holdings>>,
): boolean {
  const held = new Set(ids);
  const findings = verified.ok ? verified.value.findings : [verified.error];
  const lost = [...clients.acknowledged].filter((id) => !held.has(id)).length;
  const missing = recorded.filter((id) => !held.has(id)).length;
  console.log(
    `${String(recorded.length)} recorded, ${String(ids.length)} stored, ${String(counted)} counted; ` +
      `${String(lost)} acknowledged lost, ${String(missing)} missing, ${String(ids.length - held.size)} twice, ${String(clients.rewound.length)} told of a loss`,
  );
  for (const finding of findings) console.log(finding);
  const sound = lost + missing + clients.rewound.length + findings.length === 0;
  return sound && ids.length === recorded.length && counted === recorded.length;
}
