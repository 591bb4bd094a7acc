import type { Shaped } from './shapes.ts';

const INSTANCE = '<rep><a>1</a><b>2</b><c/></rep>';
const NAMESPACES =
  'xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms"';

/** As pyxform writes it. */
export function toXForm(shaped: Shaped): string {
  return `<h:html ${NAMESPACES}><h:head><h:title>Bench</h:title><model><instance>${instanceOf(shaped)}</instance>${bindsOf(shaped)}</model></h:head><h:body>${bodyOf(shaped)}</h:body></h:html>`;
}

export function instanceOf({ questions, sums, chain, instances }: Shaped): string {
  const nodes = [
    ...questions.map(({ name, first }) => `<${name}>${first ?? ''}</${name}>`),
    ...chain.map(({ name }) => `<${name}/>`),
    ...sums.map(({ name }) => `<${name}/>`),
    ...(instances > 0 ? [INSTANCE.repeat(instances), '<total/>'] : []),
  ];
  return `<data id="bench">${nodes.join('')}<meta><instanceID/></meta></data>`;
}

export const sumOf = (names: readonly string[]): string => names.map((name) => ` /data/${name} `).join('+');

function bindsOf({ questions, sums, chain, instances }: Shaped): string {
  const binds = [
    ...questions.map(({ name, relevant: on }) =>
      on === undefined
        ? `<bind nodeset="/data/${name}" type="int"/>`
        : `<bind nodeset="/data/${name}" type="int" relevant=" /data/${on.of} &gt; ${on.above}"/>`,
    ),
    ...chain.map(
      ({ name, after }) => `<bind nodeset="/data/${name}" type="string" calculate=" /data/${after} + 1"/>`,
    ),
    ...sums.map(({ name, of }) => `<bind nodeset="/data/${name}" type="string" calculate="${sumOf(of)}"/>`),
  ];
  if (instances > 0) {
    binds.push(
      '<bind nodeset="/data/rep/a" type="int"/><bind nodeset="/data/rep/b" type="int"/>',
      '<bind nodeset="/data/rep/c" type="string" calculate=" ../a * ../b "/>',
      '<bind nodeset="/data/total" type="string" calculate="sum( /data/rep/c )"/>',
    );
  }
  return binds.join('');
}

function bodyOf({ questions, instances }: Shaped): string {
  const inputs = questions.map(
    ({ name }) => `<input ref="/data/${name}"><label>Question ${name}</label></input>`,
  );
  const repeat =
    '<group ref="/data/rep"><label>Rep</label><repeat nodeset="/data/rep"><input ref="/data/rep/a"><label>A</label></input><input ref="/data/rep/b"><label>B</label></input></repeat></group>';
  return inputs.join('') + (instances > 0 ? repeat : '');
}
