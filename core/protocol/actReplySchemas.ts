/** What the server says it did with responses when a person asked for it. */
const count = { type: 'integer', minimum: 0 } as const;

export const erasureReplySchema = {
  type: 'object',
  required: ['responseId', 'erased'],
  properties: {
    responseId: { type: 'string' },
    erased: { const: true, description: 'what was said is gone, and never stored again' },
  },
  additionalProperties: false,
} as const;

export const acceptanceReplySchema = {
  type: 'object',
  required: ['accepted', 'left'],
  properties: {
    accepted: { ...count, description: 'understood by now, and counted as if they had been when they came' },
    left: { ...count, description: 'still in quarantine' },
  },
  additionalProperties: false,
} as const;
