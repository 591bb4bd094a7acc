import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { InboxSummary, QuarantineList, QuarantineQuery } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { ColumnHeads } from '../frame/ColumnHeads.tsx';
import { Card } from '../frame/Card.tsx';
import { Dialog } from '../frame/Dialog.tsx';
import { EmptyNote } from '../frame/EmptyNote.tsx';
import table from '../frame/Table.module.css';
import { useQuarantine } from '../server/useInbox.ts';
import { useSurveys } from '../server/useOverview.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { textIn } from '../surveys/textIn.ts';
import styles from './Inbox.module.css';
import { ItemPanel } from './ItemPanel.tsx';
import { MoreButton } from '../frame/MoreButton.tsx';
import { reasonText } from './reasonText.ts';

interface QuarantineProps {
  readonly view: 'waiting' | 'dismissed' | 'fixed';
  readonly summary: InboxSummary;
  readonly formats: Formats;
}

type Filter = Pick<QuarantineQuery, 'reason' | 'deviceId' | 'surveyId'>;

/** What was not understood, or what of it was dismissed or is read otherwise: a list that narrows, and each item in full. */
export function Quarantine({ view, summary, formats }: QuarantineProps) {
  const { say } = useConsole();
  const surveyName = useSurveyNames();
  const [filter, setFilter] = useState<Filter>({});
  const [open, setOpen] = useState<number | null>(null);
  const pages = useQuarantine(view === 'waiting' ? filter : { [view]: true });
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card title={say(`inbox.view.${view}`)}>
      {view === 'waiting' && summary.waiting > 0 && (
        <Filters
          summary={summary}
          filter={filter}
          formats={formats}
          surveyName={surveyName}
          onChange={setFilter}
        />
      )}
      {pages.data !== undefined && items.length === 0 && (
        <Nothing view={view} isNarrowed={view === 'waiting' && summary.waiting > 0} />
      )}
      {items.length > 0 && (
        <QuarantineTable
          items={items}
          view={view}
          formats={formats}
          surveyName={surveyName}
          onOpen={setOpen}
        />
      )}
      <MoreButton pages={pages} />
      <Dialog title={say('inbox.item')} opened={open !== null} onClose={() => setOpen(null)} size="xl">
        {open !== null && <ItemPanel key={open} item={open} formats={formats} />}
      </Dialog>
    </Card>
  );
}

interface NothingProps {
  readonly view: QuarantineProps['view'];
  /** There is something, but not of what was asked for. */
  readonly isNarrowed: boolean;
}

function Nothing({ view, isNarrowed }: NothingProps) {
  const { say } = useConsole();
  if (isNarrowed) return <EmptyNote hint={say('inbox.noMatch')} />;
  return <EmptyNote title={say(`inbox.none.${view}`)} hint={say(`inbox.noneHint.${view}`)} />;
}

interface QuarantineTableProps extends Pick<QuarantineProps, 'view'> {
  readonly items: QuarantineList['items'];
  readonly formats: Formats;
  readonly surveyName: (surveyId: string) => string;
  readonly onOpen: (item: number) => void;
}

function QuarantineTable({ items, view, formats, surveyName, onOpen }: QuarantineTableProps) {
  const { say } = useConsole();
  return (
    <table role="table" className={table.table}>
      <ColumnHeads
        heads={(['why', 'device', 'survey', 'received'] as const).map((name) => say(`inbox.column.${name}`))}
      />
      <tbody role="rowgroup">
        {items.map(({ item, reason, deviceName, touchpointName, surveyId, receivedAt, why }) => (
          <tr key={item} role="row">
            <th role="rowheader" scope="row">
              <button type="button" className={styles.name} onClick={() => onOpen(item)}>
                {view === 'fixed' ? say('inbox.decided.fixed') : (why ?? reasonText(say, reason))}
              </button>
            </th>
            <td role="cell" data-label={say('inbox.column.device')}>
              {deviceName}
              <span className={styles.hint}>{touchpointName}</span>
            </td>
            <td role="cell" data-label={say('inbox.column.survey')}>
              {surveyId === '' ? '–' : surveyName(surveyId)}
            </td>
            <td role="cell" data-label={say('inbox.column.received')}>
              {formats.dayAndClock(receivedAt)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a survey is called here; one that is not here, by its id. */
function useSurveyNames(): (surveyId: string) => string {
  const { language } = useConsole();
  const surveys = useSurveys().data?.surveys ?? [];
  return (surveyId) => {
    const survey = surveys.find((one) => one.surveyId === surveyId);
    return survey === undefined ? surveyId : textIn(survey.title, language, survey.defaultLanguage);
  };
}

interface FiltersProps {
  readonly summary: InboxSummary;
  readonly filter: Filter;
  readonly formats: Formats;
  readonly surveyName: (surveyId: string) => string;
  readonly onChange: (filter: Filter) => void;
}

function Filters({ summary, filter, formats, surveyName, onChange }: FiltersProps) {
  const { say } = useConsole();
  const choice = (
    name: keyof Filter,
    label: string,
    groups: InboxSummary['reasons'],
    nameOf: (value: string, name: string) => string,
  ) => (
    <NativeSelect
      label={label}
      value={filter[name] ?? ''}
      onChange={({ currentTarget: { value } }) => {
        const { [name]: _, ...others } = filter;
        onChange(value === '' ? others : { ...others, [name]: value });
      }}
      data={[
        { value: '', label: say('inbox.all') },
        ...groups
          .filter(({ value }) => value !== '')
          .map((one) => ({
            value: one.value,
            label: `${nameOf(one.value, one.name)} (${formats.count(one.count)})`,
          })),
      ]}
    />
  );
  return (
    <div className={styles.filters}>
      {choice('reason', say('inbox.column.why'), summary.reasons, (value) => reasonText(say, value))}
      {choice('deviceId', say('inbox.column.device'), summary.devices, (_, name) => name)}
      {choice('surveyId', say('inbox.column.survey'), summary.surveys, surveyName)}
    </div>
  );
}
