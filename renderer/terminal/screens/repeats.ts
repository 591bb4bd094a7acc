/** The one door to what only questionnaires with repeats need. */
export { RemoveInstance } from './RemoveInstance.tsx';
export { RepeatScreen } from './RepeatScreen.tsx';
