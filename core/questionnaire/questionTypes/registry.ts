import { acknowledge } from './acknowledge.ts';
import { audio } from './audio.ts';
import { audit } from './audit.ts';
import { backgroundAudio } from './backgroundAudio.ts';
import { backgroundGeopoint } from './backgroundGeopoint.ts';
import { barcode } from './barcode.ts';
import { calculate } from './calculate.ts';
import { ces } from './ces.ts';
import { constantSum } from './constantSum.ts';
import { contactRequest } from './contactRequest.ts';
import { csat } from './csat.ts';
import { csvExternal } from './csvExternal.ts';
import { date } from './date.ts';
import { dateTime } from './dateTime.ts';
import { decimal } from './decimal.ts';
import { deviceid } from './deviceid.ts';
import { metadataEmail } from './metadataEmail.ts';
import { emailAddress } from './emailAddress.ts';
import { end } from './end.ts';
import { file } from './file.ts';
import { geopoint } from './geopoint.ts';
import { geoshape } from './geoshape.ts';
import { geotrace } from './geotrace.ts';
import { hidden } from './hidden.ts';
import { image } from './image.ts';
import { importanceSatisfaction } from './importanceSatisfaction.ts';
import { integer } from './integer.ts';
import { note } from './note.ts';
import { nps } from './nps.ts';
import { osm } from './osm.ts';
import { phoneNumber } from './phoneNumber.ts';
import { metadataPhonenumber } from './metadataPhonenumber.ts';
import { pictureChoice } from './pictureChoice.ts';
import { range } from './range.ts';
import { rank } from './rank.ts';
import { ratingMatrix } from './ratingMatrix.ts';
import { selectMultiple } from './selectMultiple.ts';
import { selectMultipleFromFile } from './selectMultipleFromFile.ts';
import { selectOne } from './selectOne.ts';
import { selectOneExternal } from './selectOneExternal.ts';
import { selectOneFromFile } from './selectOneFromFile.ts';
import { semanticDifferential } from './semanticDifferential.ts';
import { signature } from './signature.ts';
import { simserial } from './simserial.ts';
import { slider } from './slider.ts';
import { smiley } from './smiley.ts';
import { stars } from './stars.ts';
import { start } from './start.ts';
import { startGeopoint } from './startGeopoint.ts';
import { statement } from './statement.ts';
import { subscriberid } from './subscriberid.ts';
import { text } from './text.ts';
import { thumbs } from './thumbs.ts';
import { time } from './time.ts';
import { today } from './today.ts';
import { username } from './username.ts';
import { video } from './video.ts';
import { xmlExternal } from './xmlExternal.ts';
import type { QuestionType } from './questionType.ts';

/** Every type a question can have; a new type is its file and its line here. Groups and repeats are elements of their own. */
export const questionTypes = {
  // XLSForm's
  text,
  integer,
  decimal,
  range,
  date,
  time,
  dateTime,
  select_one: selectOne,
  select_multiple: selectMultiple,
  select_one_from_file: selectOneFromFile,
  select_multiple_from_file: selectMultipleFromFile,
  select_one_external: selectOneExternal,
  rank,
  note,
  geopoint,
  geotrace,
  geoshape,
  'start-geopoint': startGeopoint,
  'background-geopoint': backgroundGeopoint,
  image,
  audio,
  'background-audio': backgroundAudio,
  video,
  file,
  barcode,
  acknowledge,
  calculate,
  hidden,
  osm,
  'csv-external': csvExternal,
  'xml-external': xmlExternal,
  audit,
  start,
  end,
  today,
  deviceid,
  username,
  email: metadataEmail,
  phonenumber: metadataPhonenumber,
  simserial,
  subscriberid,

  // ours
  smiley,
  nps,
  csat,
  ces,
  stars,
  thumbs,
  slider,
  'rating-matrix': ratingMatrix,
  'importance-satisfaction': importanceSatisfaction,
  'semantic-differential': semanticDifferential,
  'constant-sum': constantSum,
  'picture-choice': pictureChoice,
  'email-address': emailAddress,
  'phone-number': phoneNumber,
  'contact-request': contactRequest,
  signature,
  statement,
} satisfies Readonly<Record<string, QuestionType>>;

export type QuestionTypeName = keyof typeof questionTypes;

const names: ReadonlySet<string> = new Set(Object.keys(questionTypes));

export const isQuestionTypeName = (name: string): name is QuestionTypeName => names.has(name);

export const questionTypeOf = (name: QuestionTypeName): QuestionType => questionTypes[name];
