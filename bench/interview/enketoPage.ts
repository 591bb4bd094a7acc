import { Form } from 'enketo-core';
import { offerBench } from './pageBench.ts';
import { shapeOf } from './shapes.ts';
import { toEnketo } from './toEnketo.ts';

let inputs: HTMLInputElement[] = [];

offerBench({
  open: async (shape, size) => {
    const { html, model } = toEnketo(shapeOf(shape, size));
    const start = performance.now();
    const range = document.createRange();
    document.body.replaceChildren(range.createContextualFragment(html));
    const element = document.querySelector<HTMLFormElement>('form.or');
    if (element === null) throw new Error('no form');
    const form = new Form(element, { modelStr: model, instanceStr: undefined, external: [] });
    const load = performance.now() - start;
    const [problem] = form.init();
    const create = performance.now() - start - load;
    if (problem !== undefined) throw new Error(problem);
    const asked = shape === 'repeat' ? 'input[name="/data/rep/a"]' : 'label.question input';
    inputs = [...document.querySelectorAll<HTMLInputElement>(asked)];
    return { load, create };
  },
  answer: (index, value) => {
    const input = inputs[index];
    if (input === undefined) throw new Error('no question here');
    input.value = String(value);
    input.dispatchEvent(new Event('change', { bubbles: true }));
  },
});
