export {
  LIMITS,
  PROTOCOL,
  challengeReplySchema,
  challengeRequestSchema,
  enrolReplySchema,
  enrolRequestSchema,
  helloReplySchema,
  helloRequestSchema,
  pushReplySchema,
  pushRequestSchema,
} from './schemas.ts';
export type {
  DeviceHealth,
  EnrolReply,
  EnrolRequest,
  HelloReply,
  HelloRequest,
  PushItem,
  PushReply,
  PushRequest,
  PushVerdict,
  SurveyInfo,
  TouchpointInfo,
  Verdict,
} from './schemas.ts';
export { fleetReplySchema, revocationReplySchema, revocationRequestSchema } from './fleetSchemas.ts';
export type { Fleet, FleetDevice, Revocation } from './fleetSchemas.ts';
export { PROBLEMS, makeProblem, problemSchema } from './problems.ts';
export type { Problem, ProblemCode, RetryClass } from './problems.ts';
export { isAcknowledging, isParking, readReply, readVerdicts } from './readReply.ts';
export type { RawReply, ReadReply } from './readReply.ts';
export { briefly } from './brief.ts';
export type { SentItem } from './brief.ts';
export { helloStatement } from './helloStatement.ts';
export {
  newEnrolmentReplySchema,
  overviewReplySchema,
  sessionReplySchema,
  setupRequestSchema,
  signInRequestSchema,
  touchpointListSchema,
} from './consoleSchemas.ts';
export type {
  NewEnrolment,
  Overview,
  OverviewComment,
  OverviewDevice,
  OverviewHour,
  Session,
  SetupRequest,
  SignInRequest,
  TouchpointList,
} from './consoleSchemas.ts';
export { publishReplySchema, publishRequestSchema, surveyListSchema } from './surveySchemas.ts';
export type { ListedSurvey, PublishReply, PublishRequest, SurveyList } from './surveySchemas.ts';
