import { expect, it } from 'vitest';
import { readFormContent } from '../readFormContent.ts';

/** A form that says nothing strange but for what is put into its parts. */
const form = (
  parts: Readonly<Record<string, string>> = {},
): string => `<h:html xmlns="http://www.w3.org/2002/xforms"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns:odk="http://www.opendatakit.org/xforms" xmlns:jr="http://openrosa.org/javarosa"
  xmlns:ev="http://www.w3.org/2001/xml-events" ${parts['html'] ?? ''}>
<h:head><h:title>F</h:title>${parts['head'] ?? ''}<model odk:xforms-version="1.0.0">
<instance><data id="f"><q/><meta><instanceID/></meta></data></instance>${parts['instance'] ?? ''}
<bind nodeset="/data/q" type="string" ${parts['ofBind'] ?? ''}/>${parts['bind'] ?? ''}
<bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>
</model></h:head>
<h:body ${parts['ofBody'] ?? ''}>${parts['body'] ?? `<input ref="/data/q" ${parts['ofInput'] ?? ''}><label>Q</label>${parts['input'] ?? ''}</input>`}</h:body></h:html>`;

async function told(parts: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { findings } = await readFormContent(new TextEncoder().encode(form(parts)), 'form.xml');
  return findings
    .filter(({ severity }) => severity === 'unsupported')
    .map(({ sheet, message }) => `${sheet}: ${message}`);
}

it('says nothing of a form that is understood', async () => {
  expect(await told({})).toEqual([]);
});

it.each([
  ['an attribute of the document', { html: 'lang="en"' }, /html: The attribute lang/],
  ['an element of the head', { head: '<h:style>x</h:style>' }, /head: The element h:style/],
  ['an element of the model', { bind: '<odk:shake ref="/data/q"/>' }, /model: The element odk:shake/],
  ['an instance that nobody can call', { instance: '<instance><root/></instance>' }, /without an id/],
  ['a bind of nothing', { bind: '<bind nodeset="/data/nowhere" relevant="1"/>' }, /\/data\/nowhere: .* bind/],
  ['an attribute of a bind', { ofBind: 'saveIncomplete="true()"' }, /\/data\/q: "saveIncomplete": .*kept/],
  ['an attribute of a control', { ofInput: 'class="big"' }, /\/data\/q: "class": .*kept/],
  ['an element of a control', { input: '<alert>No</alert>' }, /body: The element alert/],
  ['an element of the body', { body: '<h:p>Text</h:p>' }, /body: The element h:p/],
  ['a style', { ofBody: 'class="theme-grid"' }, /settings: "theme-grid"/],
  ['an attribute of the body', { ofBody: 'lang="en"' }, /body: The attribute lang/],
  ['a secret', { body: '<secret ref="/data/q"><label>Q</label></secret>' }, /\/data\/q: .*secret/],
  [
    'a second control',
    { body: '<input ref="/data/q"><label>Q</label></input><input ref="/data/q"><label>R</label></input>' },
    /\/data\/q: .*several times/,
  ],
  [
    'an action at an event that never comes',
    { bind: '<setvalue ref="/data/q" event="xforms-revalidate" value="1"/>' },
    /\/data\/q: .*"xforms-revalidate"/,
  ],
  [
    'an action on nothing',
    { bind: '<setvalue ref="/data/nowhere" event="odk-instance-first-load" value="1"/>' },
    /\/data\/nowhere: An action/,
  ],
  [
    'a form of a text',
    {
      bind: '<itext><translation lang="en"><text id="x"><value form="smell">s</value></text></translation></itext>',
    },
    /itext: The form "smell"/,
  ],
])('tells of %s', async (_, parts, message) => {
  expect(await told(parts as Readonly<Record<string, string>>)).toEqual([
    expect.stringMatching(message) as string,
  ]);
});
