import type { Overview } from '../../core/protocol/index.ts';

/** A person's browser: keeps the session cookie and says where its requests come from. */
export class TestConsole {
  readonly #origin: string;
  cookie = '';

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** The same browser, as it speaks with another server of the same store. */
  at(origin: string): TestConsole {
    const elsewhere = new TestConsole(origin);
    elsewhere.cookie = this.cookie;
    return elsewhere;
  }

  async get(path: string): Promise<Response> {
    return fetch(this.#origin + path, { headers: { cookie: this.cookie } });
  }

  async post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const reply = await fetch(this.#origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.#origin, cookie: this.cookie, ...headers },
      body: JSON.stringify(body),
    });
    const set = reply.headers.getSetCookie()[0];
    if (set !== undefined) this.cookie = set.split(';')[0] ?? '';
    return reply;
  }

  async overview(date?: string): Promise<Overview> {
    const query = date === undefined ? '' : `?date=${date}`;
    return (await (await this.get(`/api/console/touchpoints/sample/overview${query}`)).json()) as Overview;
  }
}

export const ADMINISTRATOR = {
  name: 'Anna',
  email: 'anna@example.com',
  password: 'correct horse battery',
} as const;
