export interface EnrolFailure {
  readonly kind:
    | 'codeInvalid'
    | 'unreachable'
    | 'timedOut'
    | 'notOurServer'
    | 'refused'
    | 'storage'
    | 'responsesWaiting'
    | 'noSecureContext'
    | 'codeUnreadable';
  readonly detail: string;
}

/** With the same code nothing better can come of these. */
const FINAL: readonly EnrolFailure['kind'][] = ['codeInvalid', 'codeUnreadable', 'noSecureContext'];

export const isFinal = ({ kind }: EnrolFailure): boolean => FINAL.includes(kind);
