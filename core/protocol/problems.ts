/** What a client does about a refusal (F2). */
export type RetryClass = 'later' | 'afterHello' | 'smaller' | 'never';

interface ProblemKind {
  readonly status: number;
  readonly retry: RetryClass;
  readonly title: string;
}

/** The catalogue of refusals, for devices and the console alike. Codes are protocol: never renamed, never reused. */
export const PROBLEMS = {
  bad_request: { status: 400, retry: 'never', title: 'The request does not have the documented form' },
  token_invalid: { status: 401, retry: 'afterHello', title: 'The token is missing, unknown or expired' },
  device_unknown: { status: 401, retry: 'never', title: 'This server does not know the device' },
  signature_invalid: { status: 401, retry: 'later', title: 'The signature or its nonce is not valid' },
  not_signed_in: { status: 401, retry: 'never', title: 'Nobody is signed in' },
  credentials_invalid: { status: 401, retry: 'never', title: 'E-mail address or password is wrong' },
  enrolment_code_invalid: {
    status: 403,
    retry: 'never',
    title: 'The enrolment code is unknown, used or expired',
  },
  setup_code_invalid: { status: 403, retry: 'never', title: 'The set-up link is unknown, used or expired' },
  device_mismatch: { status: 403, retry: 'never', title: "The batch is not the signed-in device's" },
  forbidden: { status: 403, retry: 'never', title: 'Not allowed' },
  not_found: { status: 404, retry: 'never', title: 'There is nothing at this address' },
  already_set_up: { status: 409, retry: 'never', title: 'The server has its first administrator' },
  version_taken: {
    status: 409,
    retry: 'never',
    title: 'The survey has another questionnaire under this version',
  },
  upload_elsewhere: {
    status: 409,
    retry: 'later',
    title: 'The upload is at another place than the request takes it to be',
  },
  attachment_unknown: {
    status: 404,
    retry: 'later',
    title: 'No response that is here names an attachment with this hash and size',
  },
  attachment_mismatch: {
    status: 422,
    retry: 'later',
    title: 'What was uploaded does not have the hash that it was announced with',
  },
  decided_already: {
    status: 409,
    retry: 'never',
    title: 'Somebody has decided on it already, or it is understood by now',
  },
  no_project_key: {
    status: 409,
    retry: 'never',
    title: 'There is no key to seal to',
  },
  key_in_use: { status: 409, retry: 'never', title: 'The key is in use' },
  batch_too_large: { status: 413, retry: 'smaller', title: 'The batch is too large' },
  questionnaire_invalid: { status: 422, retry: 'never', title: 'The questionnaire has errors' },
  too_many_requests: { status: 429, retry: 'later', title: 'Too many requests' },
  internal: { status: 500, retry: 'later', title: 'The server failed; nothing was acknowledged' },
  unavailable: { status: 503, retry: 'later', title: 'The server cannot store anything at the moment' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** A refusal as it crosses the wire: RFC 9457 problem details and our own members. */
export interface Problem {
  readonly protocol: 1;
  readonly serverId: string;
  readonly type: string;
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly retry: RetryClass;
}

/** The same as JSON Schema, for the server's documentation. */
export const problemSchema = {
  type: 'object',
  required: ['protocol', 'serverId', 'type', 'code', 'status', 'title', 'detail', 'retry'],
  properties: {
    protocol: { type: 'integer', const: 1 },
    serverId: { type: 'string' },
    type: { type: 'string', description: 'urn:earshot:problem: and the code' },
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    status: { type: 'integer' },
    title: { type: 'string' },
    detail: { type: 'string' },
    retry: { type: 'string', enum: ['later', 'afterHello', 'smaller', 'never'] },
  },
} as const;

/** `detail` says what happened and what to do; it holds no secret and no answer. */
export function makeProblem(code: ProblemCode, serverId: string, detail: string): Problem {
  const { status, retry, title } = PROBLEMS[code];
  return { protocol: 1, serverId, type: `urn:earshot:problem:${code}`, code, status, title, detail, retry };
}
