import { contextAt } from '../../expression/index.ts';
import type { DataNode, Environment } from '../../expression/index.ts';
import { choiceLabel } from '../lists/choiceLabel.ts';
import { listFor } from '../lists/lists.ts';
import type { AttachedLists, DeviceFacts } from '../circumstances.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { translationOf } from '../texts/translation.ts';
import { Agenda } from './agenda.ts';
import { uniform } from './chance.ts';
import type { Chance } from './chance.ts';
import { makeFrame } from './frames.ts';
import { lastSavedNodes } from './lastSaved.ts';
import type { InterviewState } from './interviewState.ts';

export interface Circumstances {
  readonly language: string;
  readonly now: number;
  readonly timeZone: string;
  readonly chance: Chance;
  readonly orderSeed: number;
  readonly device: DeviceFacts;
  readonly lists: AttachedLists;
  readonly lastSaved: ReadonlyMap<string, string>;
}

/** A state with one blank frame: nothing evaluated, no instances of repeats. */
export function makeState(questionnaire: Questionnaire, circumstances: Circumstances): InterviewState {
  const root = makeFrame(questionnaire.root.scope, null, 0, circumstances.timeZone);
  const [head] = root.nodes;
  if (head === undefined) throw new Error('a questionnaire has a root');
  const document = documentOver(head);
  head.parent = document;
  const state: InterviewState = {
    ...circumstances,
    questionnaire,
    document,
    root,
    context: contextAt(
      head,
      environmentOf(() => state, document, circumstances),
    ),
    deprecatedId: null,
    agenda: new Agenda(questionnaire.cells.length),
    cursor: { at: 'end' },
    finished: false,
    revision: 0,
    refusedInputs: new Map(),
    reasons: new Map(),
    failures: new Map(),
    touched: [],
    structure: [],
    waitingCounts: [],
    firedTriggers: [],
    nodeCount: root.nodes.length,
    overflow: null,
    undo: [],
    spent: 0,
  };
  return state;
}

function documentOver(root: DataNode): DataNode {
  return {
    name: '',
    parent: null,
    children: [root],
    relevant: true,
    text: () => root.text(),
    number: () => root.number(),
    position: () => 1,
  };
}

/** `state` is asked at each call, as language, time and answers move on. */
function environmentOf(
  state: () => InterviewState,
  root: DataNode,
  circumstances: Circumstances,
): Environment {
  const { device } = circumstances;
  const facts: Readonly<Record<string, string | undefined>> = {
    deviceid: device.deviceId,
    username: device.username,
    email: device.email,
    phonenumber: device.phoneNumber,
  };
  return {
    root,
    timeZone: circumstances.timeZone,
    collect: true,
    get language() {
      return state().language;
    },
    now: () => state().now,
    random: () => uniform(state().chance),
    instance: (id) => listFor(state(), id),
    reference: (name, lastSaved) => (lastSaved ? lastSavedNodes(state(), name) : []),
    translation: (id) => translationOf(state(), id),
    choiceName: (value, path, from) => choiceLabel(state(), value, path, from),
    property: (name) => facts[name],
  };
}
