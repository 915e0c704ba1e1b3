import { FlowsService, GroupsService, TemplatesService, WabaService } from 'nestjs-whatsapp-cloud';
import { jpeg } from '../unit/groups/jpegs';
import { META_TEMPLATES } from '../unit/templates/meta-templates';
import { ID } from './recorded-app';
import { on } from './service-case';
import type { ServiceCase } from './service-case';

const ann = '+16505551234';
const userId = 'US.13491208655302741918';
const picture = jpeg(640, 640);
const override = { url: 'https://example.com/hook', verifyToken: 'secret' };

/** What belongs to a WABA or a business. */
export const ACCOUNT_CASES: readonly ServiceCase[] = [
  ...on(
    TemplatesService,
    ...META_TEMPLATES.map(
      ([name, template]) => [`create ${name}`, (s: TemplatesService) => s.create(template)] as const,
    ),
    [
      'createFromLibrary',
      (s) =>
        s.createFromLibrary({
          name: 'my_delivery',
          language: 'en_US',
          category: 'UTILITY',
          library_template_name: 'delivery_update_1',
        }),
    ],
    [
      'upsert',
      (s) =>
        s.upsert({
          name: 'code',
          languages: ['en_US', 'de'],
          category: 'AUTHENTICATION',
          components: [
            { type: 'BODY', add_security_recommendation: true },
            { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
          ],
        }),
    ],
    ['get', (s) => s.get(ID.template)],
    ['find', (s) => s.find('order_update', 'en_US')],
    ['list', (s) => s.list({ status: ['APPROVED', 'PAUSED'], category: 'UTILITY', limit: 100 })],
    [
      'update',
      (s) => s.update(ID.template, { category: 'MARKETING', components: [{ type: 'BODY', text: 'Hi' }] }),
    ],
    ['delete by name', (s) => s.delete({ name: 'order_update' })],
    ['delete by id', (s) => s.delete({ id: ID.template }), 2],
    ['delete by ids', (s) => s.delete({ ids: [ID.template, ID.otherTemplate] })],
    ['compare', (s) => s.compare({ id: ID.template, otherId: ID.otherTemplate, days: 30 })],
    ['migrate', (s) => s.migrate({ sourceWabaId: '1', page: 0, count: 100 })],
    ['unpause', (s) => s.unpause(ID.template)],
    ['archive', (s) => s.archive([ID.template])],
    ['unarchive', (s) => s.unarchive([ID.template])],
    ['library', (s) => s.library({ topic: 'PAYMENTS' })],
    ['previews', (s) => s.previews({ languages: ['en_US'] })],
    ['groups', (s) => s.groups()],
    ['createGroup', (s) => s.createGroup({ name: 'g', description: 'd', templateIds: [ID.template] })],
  ),
  ...on(
    GroupsService,
    [
      'create',
      (s) => s.create({ subject: 'Orders', description: 'Of today', joinApprovalMode: 'approval_required' }),
    ],
    ['list', (s) => s.list({ limit: 1024, after: 'a' })],
    ['info', (s) => s.info(ID.group)],
    ['update', (s) => s.update(ID.group, { subject: 'Orders', description: 'Of tomorrow' })],
    ['setPicture', (s) => s.setPicture(ID.group, picture)],
    ['delete', (s) => s.delete(ID.group)],
    ['inviteLink', (s) => s.inviteLink(ID.group)],
    ['resetInviteLink', (s) => s.resetInviteLink(ID.group)],
    ['deleteInviteLink', (s) => s.deleteInviteLink(ID.group)],
    ['joinRequests', (s) => s.joinRequests(ID.group)],
    ['approveJoinRequests', (s) => s.approveJoinRequests(ID.group, ['MTY0'])],
    ['rejectJoinRequests', (s) => s.rejectJoinRequests(ID.group, ['MTY0'])],
    ['removeParticipants', (s) => s.removeParticipants(ID.group, [ann])],
    ['removeParticipants by user id', (s) => s.removeParticipants(ID.group, [userId])],
  ),
  ...on(
    WabaService,
    ['get', (s) => s.get()],
    ['health', (s) => s.health()],
    [
      'updateSettings',
      (s) =>
        s.updateSettings({
          is_enabled_for_insights: true,
          disable_marketing_messages_on_cloud_api: true,
          template_auto_archival_enabled: false,
        }),
    ],
    ['owned', (s) => s.owned(ID.business)],
    [
      'owned, filtered',
      (s) =>
        s.owned(
          ID.business,
          { createdAfter: new Date(Date.UTC(2026, 0, 1)), sort: 'creation_time_descending' },
          { limit: 10 },
        ),
    ],
    ['shared', (s) => s.shared(ID.business, { wabaId: ID.waba }, { limit: 10 })],
    ['subscribedApps', (s) => s.subscribedApps()],
    ['subscribeApp', (s) => s.subscribeApp()],
    ['unsubscribeApp', (s) => s.unsubscribeApp()],
    ['overrideCallback', (s) => s.overrideCallback(override)],
    ['removeCallbackOverride', (s) => s.removeCallbackOverride()],
    ['assignedUsers', (s) => s.assignedUsers(ID.business)],
    ['assignUser', (s) => s.assignUser({ userId: ID.user, tasks: ['MANAGE'] })],
    ['removeUser', (s) => s.removeUser(ID.user)],
    [
      'activities',
      (s) => s.activities({ types: ['ACCOUNT_UPDATED'] }, { since: 1767225600, until: 1767312000 }),
    ],
  ),
  ...on(
    FlowsService,
    [
      'create',
      (s) => s.create({ name: 'signup', categories: ['SIGN_UP'], endpointUri: 'https://example.com' }),
    ],
    ['get', (s) => s.get(ID.flow)],
    ['list', (s) => s.list({ limit: 10 })],
    ['update', (s) => s.update(ID.flow, { name: 'signup', categories: ['OTHER'] })],
    ['updateJson', (s) => s.updateJson(ID.flow, '{"version":"7.1","screens":[]}', { validate: false })],
    ['preview', (s) => s.preview(ID.flow)],
    ['health', (s) => s.health(ID.flow)],
    ['metric', (s) => s.metric(ID.flow, { name: 'ENDPOINT_REQUEST_COUNT', granularity: 'DAY' })],
    ['publish', (s) => s.publish(ID.flow)],
    ['deprecate', (s) => s.deprecate(ID.flow)],
    ['delete', (s) => s.delete(ID.flow)],
    ['migrate', (s) => s.migrate({ sourceWabaId: '1', flowNames: ['signup'] })],
    ['assets', (s) => s.assets(ID.flow)],
  ),
];
