/** The text whose UTF-8 bytes a device signs to prove itself (H1): bound to the purpose, the server, the device and one nonce. */
export const helloStatement = (serverId: string, deviceId: string, nonce: string): string =>
  ['earshot-hello-v1', serverId, deviceId, nonce].join('\n');
