import { instanceOf, sumOf } from './toXForm.ts';
import type { Shaped } from './shapes.ts';

/** What enketo-transformer makes of the XForm: a form in HTML, and its model. */
export interface EnketoForm {
  readonly html: string;
  readonly model: string;
}

const question = (path: string, label: string, relevant?: string): string =>
  `<label class="question non-select${relevant === undefined ? '' : ' or-branch pre-init'}"><span lang="" class="question-label active">${label}</span><input type="number" name="${path}" data-type-xml="int"${relevant === undefined ? '' : ` data-relevant="${relevant}"`}/></label>`;

const calculation = (path: string, expression: string): string =>
  `<label class="calculation non-select"><input type="hidden" name="${path}" data-calculate="${expression}" data-type-xml="string"/></label>`;

export function toEnketo(shaped: Shaped): EnketoForm {
  const { questions, sums, chain, instances } = shaped;
  const shown = questions.map(({ name, relevant: on }) =>
    question(
      `/data/${name}`,
      `Question ${name}`,
      on === undefined ? undefined : ` /data/${on.of} &gt; ${on.above}`,
    ),
  );
  const calculated = [
    ...chain.map(({ name, after }) => calculation(`/data/${name}`, ` /data/${after} + 1`)),
    ...sums.map(({ name, of }) => calculation(`/data/${name}`, sumOf(of))),
  ];
  if (instances > 0) {
    shown.push(
      `<section class="or-group" name="/data/rep"><h4><span lang="" class="question-label active">Rep</span></h4><section class="or-repeat" name="/data/rep">${question('/data/rep/a', 'A')}${question('/data/rep/b', 'B')}</section><div class="or-repeat-info" data-name="/data/rep"></div></section>`,
    );
    calculated.push(
      calculation('/data/rep/c', ' ../a * ../b '),
      calculation('/data/total', 'sum( /data/rep/c )'),
    );
  }
  const html = `<form autocomplete="off" novalidate="novalidate" class="or clearfix" dir="ltr" data-form-id="bench"><section class="form-logo"></section><h3 dir="auto" id="form-title">Bench</h3>${shown.join('')}<fieldset id="or-calculated-items" style="display:none;">${calculated.join('')}</fieldset></form>`;
  return { html, model: `<model><instance>${instanceOf(shaped)}</instance></model>` };
}
