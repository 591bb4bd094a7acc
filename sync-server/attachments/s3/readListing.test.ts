import { expect, it } from 'vitest';
import { readListing } from './readListing.ts';

const page = (more: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>bucket</Name><Prefix>a&amp;b/</Prefix>${more}
<Contents><Key>a&amp;b/12/1234</Key><Size>5</Size></Contents><Contents><Key>a&amp;b/x</Key><ETag>"1"</ETag></Contents></ListBucketResult>`;

it('reads the names of a page, and by what the next one is asked for', () => {
  const keys = ['a&b/12/1234', 'a&b/x'];
  expect(readListing(page('<IsTruncated>false</IsTruncated>'))).toEqual({ keys, next: null });
  const truncated = '<IsTruncated>true</IsTruncated><NextContinuationToken>1u/+=</NextContinuationToken>';
  expect(readListing(page(truncated))).toEqual({ keys, next: '1u/+=' });
  expect(() => readListing('<html><p></html>')).toThrow();
});
