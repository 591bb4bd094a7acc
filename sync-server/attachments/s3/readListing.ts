import { SaxesParser } from 'saxes';

interface Listing {
  readonly keys: readonly string[];
  /** By which the next page is asked for; null: this is the last. */
  readonly next: string | null;
}

/** A page of what lies in a bucket (ListObjectsV2). */
export function readListing(xml: string): Listing {
  const keys: string[] = [];
  let next: string | null = null;
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', () => (text = ''));
  parser.on('text', (more) => (text += more));
  parser.on('closetag', ({ name }) => {
    if (name === 'Key') keys.push(text);
    if (name === 'NextContinuationToken') next = text;
  });
  parser.write(xml).close();
  return { keys, next };
}
