import type { WhatsAppModuleOptions } from 'nestjs-whatsapp-cloud';

/** Options from the environment: the same application talks to the emulator or to Meta. */
export function whatsAppOptions(): WhatsAppModuleOptions {
  const env = process.env;
  return {
    accessToken: env.WHATSAPP_ACCESS_TOKEN ?? '',
    phoneNumberId: env.WHATSAPP_PHONE_NUMBER_ID ?? '',
    wabaId: env.WHATSAPP_WABA_ID ?? '',
    appSecret: env.WHATSAPP_APP_SECRET ?? '',
    verifyToken: env.WHATSAPP_VERIFY_TOKEN ?? '',
    // Set by the demo only, to point the application at the emulator.
    ...(env.WHATSAPP_GRAPH_URL && {
      graphUrl: env.WHATSAPP_GRAPH_URL,
      allowedHosts: [new URL(env.WHATSAPP_GRAPH_URL).host],
    }),
  };
}
