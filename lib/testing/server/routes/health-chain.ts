import type { EmulatorState } from '../../model/emulator-state';
import type { JsonObject } from '../../model/json';

/** The links that messages of an account depend on, from the account upwards. */
export function healthChain(wabaId: string, state: EmulatorState): JsonObject[] {
  const { ownerBusinessId, canSendMessage } = state.accounts.of(wabaId);
  return [
    { entity_type: 'WABA', id: wabaId, can_send_message: canSendMessage },
    { entity_type: 'BUSINESS', id: ownerBusinessId, can_send_message: 'AVAILABLE' },
    { entity_type: 'APP', id: state.webhookSetup.appId, can_send_message: 'AVAILABLE' },
  ];
}
