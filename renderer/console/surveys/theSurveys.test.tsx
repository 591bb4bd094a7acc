import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../core/kernel/index.ts';
import { beginAt, openConsole } from '../testing/openConsole.tsx';
import { refused } from '../testing/rehearsedServer.ts';

beginAt('#surveys');

const FORM = `| survey |      |      |        |
|        | type | name | label  |
|        | text | why  | Why?   |
| settings | |
| | form_title |
| | Waiting |
`;

/** jsdom's files cannot be read: this one can. */
const file = (name: string, text: string): File =>
  Object.assign(new File([text], name), { arrayBuffer: async () => new TextEncoder().encode(text).buffer });

async function choose(...files: readonly File[]): Promise<void> {
  await screen.findByRole('heading', { name: 'Surveys' });
  fireEvent.change(screen.getByTestId('files'), { target: { files } });
}

describe('the surveys', () => {
  it('are listed with version, languages, questions and places', async () => {
    openConsole();
    const row = await screen.findByRole('row', { name: /Your visit/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['1since 20 Nov 2026', 'English, Русский', '4', 'Departures']);
    expect(within(row).getByRole('link', { name: 'Departures' }).getAttribute('href')).toBe('#touchpoint=t1');
  });

  it('have words for none', async () => {
    openConsole({ surveys: ok({ surveys: [] }) });
    await screen.findByText('No survey yet');
  });

  it('point at the cell of an error and cannot be published then', async () => {
    openConsole();
    await choose(file('queue.md', FORM.replace('| why  |', '| w y  |')));
    const card = await screen.findByRole('region', { name: 'queue.md' });
    expect(within(card).getByRole('rowheader', { name: /survey!B2/ }).textContent).toContain('Error');
    expect(card.querySelector('mark')?.textContent).toBe('w y');
    expect(within(card).queryByRole('button', { name: /Publish/ })).toBeNull();
  });

  it('are published from a form without errors, at a touchpoint that is chosen', async () => {
    const { sent } = openConsole();
    await choose(file('queue.md', FORM));
    fireEvent.click(await screen.findByRole('button', { name: 'Publish Waiting' }));
    const dialog = await screen.findByRole('dialog', { name: 'Publish “Waiting”' });
    fireEvent.click(within(dialog).getByRole('checkbox', { name: /Departures/ }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Publish' }));
    await screen.findByText('Published as version 1');
    expect(sent).toMatchObject([{ definition: { id: 'queue', version: '1' }, touchpointIds: ['t1'] }]);
    expect(screen.getByRole('link', { name: 'Open Departures' })).toBeDefined();
  });

  it('get colours of their own; none that cannot be read are published', async () => {
    const { sent } = openConsole();
    await choose(file('queue.md', FORM));
    fireEvent.click(await screen.findByRole('button', { name: 'Publish Waiting' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Own colours and corners' }));
    fireEvent.click(within(dialog).getByRole('radio', { name: 'Square' }));
    fireEvent.change(within(dialog).getByLabelText('Accent'), { target: { value: '#ffe08a' } });
    expect(within(dialog).getByRole('alert').textContent).toContain(
      'Accent on the background: 1.2 : 1, at least 4.5 : 1 is needed',
    );
    fireEvent.click(within(dialog).getByRole('button', { name: 'Publish' }));
    expect(sent).toEqual([]);
    fireEvent.change(within(dialog).getByLabelText('Accent'), { target: { value: '#8a1c4b' } });
    expect(within(dialog).queryByRole('alert')).toBeNull();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Publish' }));
    await screen.findByText('Published as version 1');
    expect(sent).toMatchObject([
      {
        definition: {
          theme: { look: 'light', corners: 'square', colours: { accent: '#8a1c4b', accentInk: '#ffffff' } },
        },
      },
    ]);
  });

  it('say why the server refused, and keep what was entered', async () => {
    const { script } = openConsole({ publish: refused('version_taken') });
    await choose(file('queue.md', FORM));
    fireEvent.click(await screen.findByRole('button', { name: 'Publish Waiting' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('Version'), { target: { value: '5' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Publish' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('another questionnaire');
    script.publish = null;
    fireEvent.click(within(dialog).getByRole('button', { name: 'Publish' }));
    await screen.findByText('Published as version 5');
  });

  it('say what could not be read, and what nobody asked for', async () => {
    openConsole();
    await choose(file('notes.txt', 'hello'));
    const card = await screen.findByRole('region', { name: 'notes.txt' });
    expect(card.textContent).toContain('No questionnaire here asks for this file');
    fireEvent.click(within(card).getByRole('button', { name: /Remove/ }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'notes.txt' })).toBeNull());
  });

  it('are read one drop after the other when files come while others are read', async () => {
    openConsole();
    const bad = file('queue.md', FORM.replace('| why  |', '| w y  |'));
    const content = await bad.arrayBuffer();
    let arrive = (): void => undefined;
    const slow = new Promise<ArrayBuffer>((resolve) => {
      arrive = () => resolve(content);
    });
    await choose(Object.assign(bad, { arrayBuffer: () => slow }));
    await choose(file('hall.txt', 'hello'));
    await screen.findByText('Checking queue.md, hall.txt');
    arrive();
    await screen.findByRole('region', { name: 'queue.md' });
    await screen.findByRole('region', { name: 'hall.txt' });
    await waitFor(() => expect(screen.queryByText(/^Checking/)).toBeNull());
  });

  it('are reached and left by the navigation', async () => {
    openConsole();
    await screen.findByRole('heading', { name: 'Surveys' });
    expect(screen.getByRole('link', { name: 'Surveys' }).getAttribute('aria-current')).toBe('page');
    location.hash = '';
    await screen.findByRole('heading', { name: 'Departures' });
  });
});
