import type { Question } from '../definition/index.ts';
import type { QuestionTypeName } from '../questionTypes/index.ts';

/** What a spelling of a type brings beside the type. */
export type Brought = Partial<Pick<Question, 'constraint' | 'readOnly' | 'bind'>> & {
  readonly hint?: string;
};

export interface NamedType {
  readonly type: QuestionTypeName;
  readonly brings?: Brought;
}

const simple = (type: QuestionTypeName, ...names: readonly string[]): [string, NamedType][] =>
  names.map((name) => [name, { type }]);

/** What the device is asked for under the address `uri:...`. */
const uri = (type: QuestionTypeName, name: string): [string, NamedType] => [
  name,
  { type, brings: { bind: { 'jr:preloadParams': name } } },
];

const number = (name: string, most: number, hint?: string): [string, NamedType] => [
  name,
  {
    type: 'integer',
    brings: { constraint: `0 <= . and . <= ${most}`, ...(hint === undefined ? {} : { hint }) },
  },
];

/** Every spelling of a type that needs no list, also those of fifteen years ago. */
export const typeNames: ReadonlyMap<string, NamedType> = new Map([
  ...simple('text', 'text', 'string', 'q string', 'add text prompt'),
  ...simple('integer', 'integer', 'int', 'q int', 'add integer prompt'),
  ...simple('decimal', 'decimal', 'q decimal', 'add decimal prompt'),
  ...simple('range', 'range'),
  ...simple('date', 'date', 'q date', 'add date prompt'),
  ...simple('time', 'time'),
  ...simple('dateTime', 'dateTime', 'datetime', 'date time', 'q dateTime', 'q date time'),
  ...simple('dateTime', 'add dateTime prompt', 'add date time prompt'),
  ...simple('note', 'note', 'q note', 'add note prompt'),
  ...simple('geopoint', 'geopoint', 'gps', 'location', 'q geopoint', 'q location', 'add location prompt'),
  ...simple('geotrace', 'geotrace', 'q geotrace'),
  ...simple('geoshape', 'geoshape', 'q geoshape'),
  ...simple('start-geopoint', 'start-geopoint'),
  ...simple('background-geopoint', 'background-geopoint'),
  ...simple('image', 'image', 'photo', 'q image', 'q picture', 'add image prompt', 'add photo prompt'),
  ...simple('audio', 'audio', 'q audio', 'add audio prompt'),
  ...simple('background-audio', 'background-audio'),
  ...simple('video', 'video', 'q video', 'add video prompt'),
  ...simple('file', 'file', 'add file prompt'),
  ...simple('barcode', 'barcode', 'q barcode', 'add barcode prompt'),
  ...simple('acknowledge', 'acknowledge', 'trigger', 'q acknowledge', 'add acknowledge prompt'),
  ...simple('calculate', 'calculate', 'q calculate', 'add calculate prompt'),
  ...simple('hidden', 'hidden'),
  ...simple('csv-external', 'csv-external'),
  ...simple('xml-external', 'xml-external'),
  ...simple('audit', 'audit'),
  ...simple('start', 'start', 'start time', 'get start time'),
  ...simple('end', 'end', 'end time', 'get end time'),
  ...simple('today', 'today', 'get today'),
  ...simple('deviceid', 'deviceid', 'imei', 'device id', 'get device id'),
  ...simple('simserial', 'simserial', 'sim id', 'get sim id'),
  ...simple('subscriberid', 'subscriberid', 'subscriber id', 'get subscriber id'),
  ...simple('phonenumber', 'phonenumber', 'get phone number'),
  ...simple('username', 'username'),
  ...simple('email', 'email'),
  uri('deviceid', 'uri:deviceid'),
  uri('simserial', 'uri:simserial'),
  uri('subscriberid', 'uri:subscriberid'),
  uri('phonenumber', 'uri:phonenumber'),
  uri('username', 'uri:username'),
  uri('email', 'uri:email'),
  number('percentage', 100),
  number('number of days in last month', 31, 'Enter a number 0-31.'),
  number('number of days in last six months', 183, 'Enter a number 0-183.'),
  number('number of days in last year', 365, 'Enter a number 0-365.'),
  [
    'phone number',
    { type: 'text', brings: { constraint: "regex(., '^\\d*$')", hint: 'Enter numbers only.' } },
  ],
]);
