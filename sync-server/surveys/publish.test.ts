import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SurveyList } from '../../core/protocol/index.ts';
import { NOON, SAMPLE, startTestServer, type TestConsole, type TestServer } from '../testing/index.ts';

const QUEUE = {
  schema: 1,
  id: 'queue',
  version: '7',
  title: { en: 'The queue', lv: 'Rinda' },
  languages: [
    { code: 'en', name: 'English' },
    { code: 'lv', name: 'Latviešu' },
  ],
  defaultLanguage: 'en',
  elements: [
    { type: 'integer', name: 'minutes', label: { en: 'How many minutes?', lv: 'Cik minūtes?' } },
    {
      type: 'group',
      name: 'more',
      elements: [{ type: 'text', name: 'why', label: { en: 'Why?', lv: 'Kāpēc?' } }],
    },
  ],
} as const;

describe('publishing', () => {
  let server: TestServer;
  let browser: TestConsole;
  beforeEach(async () => {
    server = await startTestServer();
    browser = await server.console();
  });
  afterEach(() => server.stop());

  const publish = async (changes: object = {}) => {
    const body = { surveyId: 's-queue', definition: QUEUE, touchpointIds: ['sample'], ...changes };
    const reply = await browser.post('/api/console/surveys', body);
    return { status: reply.status, body: (await reply.json()) as { code?: string; detail?: string } };
  };
  const surveys = async () =>
    ((await (await browser.get('/api/console/surveys')).json()) as SurveyList).surveys;

  it('[D8] hands a theme out with its definition, and refuses one that cannot be read, saying why', async () => {
    const colours = {
      ground: '#121817',
      surface: '#1c2423',
      ink: '#f3f0e8',
      accent: '#5ec4b6',
      accentInk: '#06201d',
    };
    const themed = (changes: Partial<typeof colours>) => {
      const theme = { look: 'dark', colours: { ...colours, ...changes }, corners: 'square' };
      return publish({ definition: { ...QUEUE, theme } });
    };
    expect(await themed({ ink: '#555555' })).toMatchObject({
      status: 422,
      body: {
        code: 'questionnaire_invalid',
        detail: expect.stringContaining(
          'theme: Words (ink) on the ground has a contrast of 2.41:1; at least 4.5:1 is needed.',
        ) as string,
      },
    });
    expect(await themed({ ink: 'url(x)!' })).toMatchObject({ status: 422 });
    const device = await server.device();
    expect(await themed({})).toMatchObject({ status: 200 });
    expect((await device.hello()).body.survey?.definition).toMatchObject({ theme: { colours } });
  });

  it('begins a survey at a touchpoint, whose devices get it at their next hello', async () => {
    const device = await server.device();
    expect(await publish()).toMatchObject({
      status: 200,
      body: { surveyId: 's-queue', version: '7', touchpointIds: ['sample'] },
    });
    expect((await surveys()).find(({ surveyId }) => surveyId === 's-queue')).toEqual({
      surveyId: 's-queue',
      questionnaireId: 'queue',
      title: QUEUE.title,
      defaultLanguage: 'en',
      version: '7',
      publishedAt: NOON,
      languages: QUEUE.languages,
      questions: 2,
      versions: [{ version: '7', publishedAt: NOON }],
      touchpoints: [{ touchpointId: 'sample', name: 'Sample touchpoint' }],
      sealed: false,
      counting: {},
      unopened: 0,
    });
    expect((await device.hello()).body.survey).toEqual({
      surveyId: 's-queue',
      questionnaireId: 'queue',
      questionnaireVersion: '7',
      definition: QUEUE,
    });
  });

  it('says that a survey without a smiley has no rating, and counts its responses', async () => {
    await publish();
    expect(await browser.overview()).toMatchObject({ rated: false, question: {}, responses: 0 });
  });

  it('never changes a version: the same again is the same, another one under its name is refused', async () => {
    await publish();
    expect((await publish()).status).toBe(200);
    const changed = { ...QUEUE, title: { en: 'Another queue', lv: 'Cita rinda' } };
    expect(await publish({ definition: changed })).toMatchObject({
      status: 409,
      body: { code: 'version_taken' },
    });
    expect((await publish({ definition: { ...changed, version: '8' } })).status).toBe(200);
    const [queue] = (await surveys()).filter(({ surveyId }) => surveyId === 's-queue');
    expect(queue).toMatchObject({ version: '8', title: { en: 'Another queue' } });
    expect(queue?.versions.map(({ version }) => version)).toEqual(['8', '7']);
  });

  it('makes a touchpoint for it, once', async () => {
    const newTouchpoint = { touchpointId: 't-riga', name: ' Riga, hall 2 ', timezone: 'Europe/Riga' };
    expect((await publish({ touchpointIds: [], newTouchpoint })).status).toBe(200);
    expect((await publish({ touchpointIds: [], newTouchpoint })).status).toBe(200);
    expect((await surveys()).find(({ surveyId }) => surveyId === 's-queue')?.touchpoints).toEqual([
      { touchpointId: 't-riga', name: 'Riga, hall 2' },
    ]);
    expect((await browser.post('/api/console/touchpoints/t-riga/enrolments', {})).status).toBe(200);
    expect(
      (await (await browser.get('/api/console/touchpoints/t-riga/overview')).json()) as object,
    ).toMatchObject({
      responses: 0,
    });
  });

  it('checks again what the browser checked, and changes nothing when it refuses', async () => {
    const before = await surveys();
    const broken = { ...QUEUE, elements: [{ type: 'integer', name: 'a b', label: { en: 'x' } }] };
    const refused = await publish({ definition: broken });
    expect(refused).toMatchObject({ status: 422, body: { code: 'questionnaire_invalid' } });
    expect(refused.body.detail).toContain('a b');
    expect((await publish({ definition: { nonsense: true } })).status).toBe(422);
    expect((await publish({ touchpointIds: ['nowhere'] })).status).toBe(404);
    expect((await publish({ surveyId: '../x' })).status).toBe(400);
    const nowhen = { touchpointId: 't', name: 'x', timezone: 'Mars/Olympus' };
    expect((await publish({ newTouchpoint: nowhen })).status).toBe(400);
    expect(await surveys()).toEqual(before);
  });

  it('takes packed requests larger than a push may be, within a bound of their own', async () => {
    const random = (length: number): string =>
      Buffer.from(crypto.getRandomValues(new Uint8Array(length))).toString('base64');
    const post = async (letters: string) => {
      const definition = { ...QUEUE, settings: { extra: { noise: letters } } };
      const packed = gzipSync(JSON.stringify({ surveyId: 's-large', definition, touchpointIds: [] }));
      return fetch(`${server.origin}/api/console/surveys`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-encoding': 'gzip',
          origin: server.origin,
          cookie: browser.cookie,
        },
        body: new Uint8Array(packed),
      });
    };
    const letters = Array.from({ length: 40 }, () => random(50_000)).join('');
    expect((await post(letters)).status).not.toBe(413);
    expect((await post(letters + letters + letters)).status).toBe(413);
  });

  it('tells the consoles that are looking on', async () => {
    const stream = await browser.get('/api/console/events');
    const reader = stream.body?.getReader();
    await publish();
    let text = '';
    while (!text.includes('event: surveys')) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) break;
      text += new TextDecoder().decode(value);
    }
    expect(text).toContain('event: surveys\ndata: {"touchpointId":"sample"}');
  });

  it('lists the sample survey of a new server', async () => {
    expect(await surveys()).toMatchObject([
      { surveyId: 'visit', version: SAMPLE.version, touchpoints: [{ touchpointId: 'sample' }] },
    ]);
  });
});
