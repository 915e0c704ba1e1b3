import type { FlowEndpointOptions } from 'nestjs-whatsapp-cloud';

/** Name of the flow in the WhatsApp Business Account. */
export const FLOW_NAME = 'appointment';

/** The private key, PEM, from the environment. */
export function flowPrivateKey(): { key: string; passphrase?: string } {
  const { FLOW_PRIVATE_KEY: key = '', FLOW_PASSPHRASE: passphrase } = process.env;
  return { key, ...(passphrase && { passphrase }) };
}

export function flowOptions(): FlowEndpointOptions {
  return { privateKeys: flowPrivateKey() };
}
