/** Why a workbook can not be read, in words for its author: ends the sentence "This workbook cannot be read: ...". */
export class Unreadable extends Error {}
