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
export {
  PART_TYPE,
  attachmentParamsSchema,
  attachmentReplySchema,
  attachmentRequestSchema,
} from './attachmentSchemas.ts';
export type { AttachmentRequest } from './attachmentSchemas.ts';
export { crosstabQuerySchema, crosstabReplySchema } from './crosstabSchemas.ts';
export type { Crosstab, CrosstabQuery } from './crosstabSchemas.ts';
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
export { ACTS, auditQuerySchema, auditReplySchema } from './auditSchemas.ts';
export type { Act, Audit, AuditEntry, AuditQuery } from './auditSchemas.ts';
export { acceptanceReplySchema, erasureReplySchema } from './actReplySchemas.ts';
export {
  DISMISSED,
  choiceReplySchema,
  choiceRequestSchema,
  conflictListSchema,
  conflictQuerySchema,
  conflictSchema,
  dismissalRequestSchema,
  fixRequestSchema,
  inboxItemParamsSchema,
  inboxSummarySchema,
  incompleteListSchema,
  incompleteQuerySchema,
  judgedReplySchema,
  quarantineQuerySchema,
  quarantineReplySchema,
  quarantinedSchema,
  questionsQuerySchema,
  questionsReplySchema,
} from './inboxSchemas.ts';
export type {
  Conflict,
  ConflictChoice,
  ConflictItem,
  ConflictList,
  ConflictQuery,
  FixRequest,
  HeardQuestions,
  InboxSummary,
  IncompleteItem,
  IncompleteList,
  IncompleteQuery,
  Judged,
  QuarantineList,
  QuarantineQuery,
  Quarantined,
} from './inboxSchemas.ts';
export { newProjectKeySchema, projectKeyParamsSchema, projectKeysSchema } from './projectKeySchemas.ts';
export type { ProjectKey, ProjectKeys } from './projectKeySchemas.ts';
export { publishReplySchema, publishRequestSchema, surveyListSchema } from './surveySchemas.ts';
export type { ListedSurvey, PublishReply, PublishRequest, SurveyList } from './surveySchemas.ts';
export {
  END_NAME,
  MANIFEST_NAME,
  SYNC_FILE_LIMITS,
  attachmentName,
  attachmentSealName,
  itemsName,
  sealName,
} from './syncFile/entries.ts';
export { parseManifest } from './syncFile/manifest.ts';
export type { FileAttachments, SyncFileManifest } from './syncFile/manifest.ts';
export {
  attachmentSealDigest,
  endDigest,
  endMembers,
  parseAttachmentSeal,
  parseEnd,
  parseSeal,
  sealDigest,
  sealStatement,
} from './syncFile/seal.ts';
export type { AttachmentSeal, BatchSeal, FileEnd, SealedAttachment, Signed } from './syncFile/seal.ts';
export { NO_COUNTS, clockWarnings, countVerdicts } from './syncFile/importReport.ts';
export type {
  AttachmentCounts,
  ClockWarning,
  ImportCounts,
  ImportReport,
  ImportState,
  ImportTrouble,
  MissingAttachment,
  SignatureState,
} from './syncFile/importReport.ts';
export { newSyncUploadSchema, syncUploadListSchema, syncUploadSchema } from './syncFile/uploadSchemas.ts';
export type { NewSyncUpload, SyncUpload, SyncUploadList } from './syncFile/uploadSchemas.ts';
export { RECEIPT_FORMAT, parseReceipt, receiptLine, receiptStatement } from './syncFile/receipt.ts';
export type {
  AttachmentWord,
  Receipt,
  ReceiptAttachments,
  ReceiptBatch,
  ReceiptHead,
  ReceiptProblem,
} from './syncFile/receipt.ts';
export {
  openingHoursReplySchema,
  openingHoursRequestSchema,
  readTimedPlace,
} from './settings/openingHours.ts';
export type { OpeningHours, Span, TimedPlace } from './settings/openingHours.ts';
export { isOpen } from './settings/isOpen.ts';
export { nextChange } from './settings/nextChange.ts';
export { keyIdOf, parseFileKeys, parseRecipients } from './syncFile/fileKeys.ts';
export type { FileKeys } from './syncFile/fileKeys.ts';
