import type { QuestionTypeName } from '../questionTypes/index.ts';

/** Parameters that name what is shown and not chosen; XForms write it as the itemset of the control. */
export const LIST_PARAMETERS: Readonly<Partial<Record<QuestionTypeName, string>>> = {
  range: 'tick_labelset',
  geopoint: 'reference-geometry',
  geotrace: 'reference-geometry',
  geoshape: 'reference-geometry',
};

/** Such a name, as it comes back from an itemset: of a list or a file, or a repeat's as a reference. */
export const LISTED = /^(?:[\w.-]+|\$\{[\w.-]+\})$/;

type Names = Readonly<Partial<Record<QuestionTypeName, Readonly<Record<string, string>>>>>;

/** Attributes of the control that are parameters of the type, by the parameter's name. */
export const CONTROL_PARAMETERS: Names = {
  text: { rows: 'rows' },
  range: {
    start: 'start',
    end: 'end',
    step: 'step',
    'odk:tick-interval': 'tick_interval',
    'odk:placeholder': 'placeholder',
  },
  geopoint: { accuracyThreshold: 'capture-accuracy', unacceptableAccuracyThreshold: 'warning-accuracy' },
  geotrace: { incremental: 'incremental' },
  geoshape: { incremental: 'incremental' },
  image: { intent: 'app' },
};

/** The same for attributes of the bind. */
export const BIND_PARAMETERS: Names = {
  image: { 'orx:max-pixels': 'max-pixels' },
  geopoint: { 'odk:allow-mock-accuracy': 'allow-mock-accuracy' },
  geotrace: { 'odk:allow-mock-accuracy': 'allow-mock-accuracy' },
  geoshape: { 'odk:allow-mock-accuracy': 'allow-mock-accuracy' },
  audio: { 'odk:quality': 'quality' },
  audit: {
    'odk:location-priority': 'location-priority',
    'odk:location-min-interval': 'location-min-interval',
    'odk:location-max-age': 'location-max-age',
    'odk:track-changes': 'track-changes',
    'odk:track-changes-reasons': 'track-changes-reasons',
    'odk:identify-user': 'identify-user',
  },
};
