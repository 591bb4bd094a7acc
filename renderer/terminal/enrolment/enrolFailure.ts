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
