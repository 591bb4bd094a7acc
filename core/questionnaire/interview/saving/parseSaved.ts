import { isMembers, type Json } from '../../../kernel/index.ts';
import type { SavedCursor, SavedFrame, SavedInterview, SavedRefusedInput } from './savedInterview.ts';

/** Checks every part of what storage gave back; undefined when one is not as saveState writes it. */
export function parseSaved(saved: unknown): SavedInterview | undefined {
  return isSaved(saved) ? saved : undefined;
}

function isSaved(value: unknown): value is SavedInterview {
  return (
    isMembers(value) &&
    value['saved'] === 1 &&
    isMembers(value['questionnaire']) &&
    isText(value['questionnaire']['id']) &&
    isText(value['questionnaire']['version']) &&
    isText(value['language']) &&
    isNumber(value['now']) &&
    isText(value['timeZone']) &&
    isListOf(value['chance'], isNumber) &&
    isNumber(value['orderSeed']) &&
    isRecordOf(value['device'], isText) &&
    isRecordOf(value['lastSaved'], isText) &&
    (value['deprecatedId'] === undefined || isText(value['deprecatedId'])) &&
    typeof value['finished'] === 'boolean' &&
    isNumber(value['revision']) &&
    isFrame(value['frame']) &&
    isCursor(value['cursor']) &&
    isListOf(value['refusedInputs'], isRefusedInput) &&
    isRecordOf(value['reasons'], isText) &&
    isRecordOf(value['failures'], isText)
  );
}

function isFrame(value: unknown): value is SavedFrame {
  return (
    isMembers(value) &&
    isRecordOf(value['answers'], isText) &&
    isRecordOf(value['flags'], isNumber) &&
    isRecordOf(value['repeats'], (instances) => isListOf(instances, isFrame))
  );
}

const isCursor = (value: unknown): value is SavedCursor =>
  isMembers(value) && isOneOf(value['at'], ['node', 'repeat', 'end']) && isText(value['path']);

const isRefusedInput = (value: unknown): value is SavedRefusedInput =>
  isMembers(value) &&
  isText(value['path']) &&
  isJson(value['value']) &&
  isOneOf(value['reason'], ['constraint', 'required', 'type']) &&
  (value['problem'] === undefined || (isMembers(value['problem']) && isText(value['problem']['code'])));

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isJson = (value: unknown): value is Json => value !== undefined && typeof value !== 'function';
const isOneOf = (value: unknown, words: readonly string[]): boolean => isText(value) && words.includes(value);
const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isItem);
const isRecordOf = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
  isMembers(value) && Object.values(value).every(isItem);
