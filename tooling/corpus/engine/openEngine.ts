import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type * as engine from '@getodk/xforms-engine';

type Engine = typeof engine;

/** The little of jsdom that is used; it brings no types. */
interface Jsdom {
  readonly JSDOM: new (html: string) => { readonly window: Readonly<Record<string, unknown>> };
}

let opened: Promise<Engine> | undefined;

/** ODK Web Forms' engine is made for browsers: in Node it wants a document, and the names that modules had before ECMAScript. */
export function openEngine(): Promise<Engine> {
  opened ??= load();
  return opened;
}

async function load(): Promise<Engine> {
  const require = createRequire(import.meta.url);
  const { JSDOM } = require('jsdom') as Jsdom;
  const { window } = new JSDOM('<!doctype html>');
  const names = [
    ...[
      'document',
      'DOMParser',
      'XMLSerializer',
      'Document',
      'XMLDocument',
      'Element',
      'Node',
      'Attr',
      'Text',
      'Comment',
    ],
    ...['CDATASection', 'ProcessingInstruction', 'NodeFilter', 'NodeList', 'XPathResult', 'HTMLElement'],
  ] as const;
  const globals: Record<string, unknown> = {
    window,
    require,
    __dirname: dirname(require.resolve('@getodk/xforms-engine')),
  };
  for (const name of names) globals[name] = window[name];
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  return import('@getodk/xforms-engine');
}
