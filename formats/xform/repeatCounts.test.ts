import { expect, test } from 'vitest';
import { loadXForm } from './loadXForm.ts';

const form = (count: string): string => `<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
  <h:head><h:title>Counts</h:title><model>
    <instance><data id="counts"><n/><r><q/></r></data></instance>
    <bind nodeset="/data/n" type="int"/>
  </model></h:head>
  <h:body>
    <input ref="/data/n"/>
    <repeat nodeset="/data/r" jr:count="${count}"><input ref="/data/r/q"/></repeat>
  </h:body>
</h:html>`;

test.each([
  ['a bare name is read from beside the repeat', 'n', '../n'],
  ['a path says itself where it begins', '/data/n', '${n}'],
  ['so does a name inside the repeat', 'q', 'q'],
])('jr:count: %s', (_, count, read) => {
  const loaded = loadXForm(form(count));
  const repeat = loaded.ok ? loaded.value.definition.elements[1] : undefined;
  const kept = repeat?.type === 'repeat' ? (repeat.repeatCount ?? repeat.body?.['jr:count']) : undefined;
  expect(kept).toBe(read);
});
