export { readXForm } from './readXForm.ts';
export type { XFormRead } from './readXForm.ts';
export type { Finding as XFormFinding } from './finding.ts';
export type { XmlAttribute, XmlElement } from './xmlElement.ts';
export { readSubmission } from './readSubmission.ts';
export { submissionXml } from './submissionXml.ts';
export { writeXForm } from './writeXForm.ts';
