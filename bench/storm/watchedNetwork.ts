import { deviceNetwork } from '../../renderer/sync/deviceNetwork.ts';
import type { NetworkPort } from '../../renderer/sync/ports.ts';
import type { Exchange } from '../../renderer/transport/exchange.ts';

/** How the exchanges of all devices ended, and how many milliseconds each took. */
export class Answers {
  readonly counts = new Map<string, number>();
  readonly took = {
    challenge: [] as number[],
    hello: [] as number[],
    push: [] as number[],
    refusal: [] as number[],
  };

  /** Anything that is not 200, nor a refusal that says when to come again. */
  get bad(): number {
    return [...this.counts]
      .filter(([said]) => said !== '200' && said !== AGAIN_503 && said !== AGAIN_429)
      .reduce((sum, [, count]) => sum + count, 0);
  }

  async note(kind: 'challenge' | 'hello' | 'push', work: () => Promise<Exchange>): Promise<Exchange> {
    const start = performance.now();
    const exchange = await work();
    const said = saidBy(exchange);
    this.took[said === '200' ? kind : 'refusal'].push(performance.now() - start);
    this.counts.set(said, (this.counts.get(said) ?? 0) + 1);
    return exchange;
  }
}

const AGAIN_503 = '503 with Retry-After';
const AGAIN_429 = '429 with Retry-After';

function saidBy(exchange: Exchange): string {
  if (exchange.kind !== 'reply') return exchange.kind;
  const { status, retryAfterSeconds } = exchange.reply;
  return `${String(status)}${retryAfterSeconds === undefined ? '' : ' with Retry-After'}`;
}

/** The device's own network, with its own deadlines; how each exchange ended is noted. */
export function watchedNetwork(origin: string, deviceId: string, answers: Answers): NetworkPort {
  const network = deviceNetwork(origin, deviceId);
  return {
    ...network,
    challenge: () => answers.note('challenge', () => network.challenge()),
    hello: (request) => answers.note('hello', () => network.hello(request)),
    push: (token, packed) => answers.note('push', () => network.push(token, packed)),
  };
}
