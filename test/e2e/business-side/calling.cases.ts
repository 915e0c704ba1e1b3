import { CallsService, SettingsService } from 'nestjs-whatsapp-cloud';
import type { UserCall } from 'nestjs-whatsapp-cloud/testing';
import { ANSWER, OWN_OFFER } from '../../unit/calls/sdp-samples';
import { suite } from './case';
import type { Suite, World } from './case';

const call = ({ ann }: World): Promise<UserCall> => ann.calls();

export const CALLING_SUITES: readonly Suite[] = [
  suite(CallsService, {
    initiate: async (calls, { ann }) => {
      await ann.allowsCalls();
      const { callId } = await calls.initiate({ to: `+${ann.profile.phone}`, sdp: OWN_OFFER });
      expect((await ann.expectCall()).id).toBe(callId);
    },
    preAccept: async (calls, world) => {
      const ringing = await call(world);
      await calls.preAccept({ callId: ringing.id, sdp: ANSWER });
      expect(ringing.state).toBe('pre-accepted');
    },
    accept: async (calls, world) => {
      const ringing = await call(world);
      await calls.accept({ callId: ringing.id, sdp: ANSWER });
      expect(ringing.state).toBe('accepted');
    },
    reject: async (calls, world) => {
      const ringing = await call(world);
      await calls.reject(ringing.id);
      expect(ringing.state).toBe('ended');
    },
    terminate: async (calls, world) => {
      const ringing = await call(world);
      await calls.accept({ callId: ringing.id, sdp: ANSWER });
      await calls.terminate(ringing.id);
      expect(ringing.state).toBe('ended');
    },
    permissions: async (calls, { ann }) =>
      expect(await calls.permissions(`+${ann.profile.phone}`)).toMatchObject({
        permission: { status: 'no_permission' },
        canRequestPermission: true,
      }),
    link: (calls) => expect(calls.link({ phone: '15550100001' })).toContain('15550100001'),
    of: async (calls, world) => {
      const ringing = await call(world);
      const connect = {
        phoneNumberId: world.emulator.phoneNumberId,
        payload: { id: ringing.id, event: 'connect', direction: 'USER_INITIATED' },
      };
      await calls.of(connect as never).reject();
      expect(ringing.state).toBe('ended');
    },
  }),
  suite(SettingsService, {
    get: async (settings) => expect(await settings.get()).toHaveProperty('calling'),
    update: async (settings) => {
      await settings.update({ calling: { callback_permission_status: 'ENABLED' } });
      expect(await settings.get()).toMatchObject({ calling: { callback_permission_status: 'ENABLED' } });
    },
    modify: async (settings) => {
      await settings.modify((current) => {
        current.user_identity_change = { enable_identity_key_check: true };
      });
      expect(await settings.get()).toMatchObject({
        user_identity_change: { enable_identity_key_check: true },
      });
    },
  }),
];
