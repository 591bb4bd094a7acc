/** Settings that nothing of ours does, by the name of their column, and the texts that ask for nothing. */
export const SETTINGS_NOT_RUN: readonly (readonly [
  name: string,
  message: string,
  harmless?: 'when yes' | 'when no',
])[] = [
  ['public_key', 'Responses are not encrypted with this key.'],
  ['submission_url', 'Responses go to the server that gave the form, not to this address.'],
  ['add_none_option', 'No choice "None" is added; add one to the lists that need it.', 'when no'],
  ['client_editable', 'Responses are not changed on the device once they are finished.', 'when no'],
  ['auto_send', 'Responses are always sent as soon as there is a network.', 'when yes'],
  ['auto_delete', 'Responses stay on the device for a while after the server has them.', 'when no'],
  ['sms_keyword', 'Responses are not sent by SMS.'],
  ['prefix', 'Responses are not sent by SMS.'],
  ['delimiter', 'Responses are not sent by SMS.'],
];
