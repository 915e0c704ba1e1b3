import { Injectable } from '@nestjs/common';
import { GraphClient } from '../graph/graph-client.service';
import type { Page } from '../graph/graph-page';
import { GraphPages } from '../graph/graph-pages.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { assertSuccess, incomplete, onNode, onNumber } from '../graph/node-request';
import type { PageOptions } from '../graph/page-query';
import { PayloadValidator } from '../validation/payload-validator.service';
import type { IndividualRecipient } from '../validation/recipient';
import type {
  GroupInviteLinkAnswer,
  GroupJoinDecisionAnswer,
  GroupRequestAnswer,
  WireGroup,
} from '../wire/groups/group';
import type { CreateGroupInput } from './dto/create-group.dto';
import { CreateGroupDto } from './dto/create-group.dto';
import type { UpdateGroupInput } from './dto/update-group.dto';
import { UpdateGroupDto } from './dto/update-group.dto';
import {
  groupsIn,
  toDecision,
  toInfo,
  toJoinRequest,
  tolerant,
  toRequestResult,
  toSummary,
} from './group-answers';
import { joinRequestIssues, pageIssues, participantIssues } from './group-checks';
import type { GroupPicture } from './group-picture';
import { pictureBytes, pictureIssues } from './group-picture';
import { buildCreate, buildParticipant, buildPicture, buildUpdate } from './group-requests';
import type {
  GroupInfo,
  GroupInviteLink,
  GroupJoinDecision,
  GroupJoinRequest,
  GroupRequestResult,
  GroupSummary,
} from './group-results.interface';

const FIELDS =
  'id,subject,description,creation_timestamp,suspended,total_participant_count,participants,join_approval_mode';

/**
 * Groups that the business owns: at most 10000 for a number, with 8 participants each. Users get in by the invite link
 * alone; the business cannot add them. Most changes are carried out later, and their outcome comes by a `group.*` event.
 * @example const { requestId } = await groups.create({ subject: 'Order 1042' });
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups
 * @publicApi
 */
@Injectable()
export class GroupsService {
  constructor(
    private readonly graph: GraphClient,
    private readonly pages: GraphPages,
    private readonly validator: PayloadValidator,
  ) {}

  /**
   * Asks for a group. A `group.create` event with the same request id brings its id and invite link.
   * @throws GroupApiNotEligibleError when the number may not have groups
   * @throws GroupCreationLimitReachedError when the number has 10000
   */
  async create(input: CreateGroupInput, options?: CallOptions): Promise<GroupRequestResult> {
    this.validator.assert('group', CreateGroupDto, input, options?.validate);
    const raw = await this.graph.request<GroupRequestAnswer>({
      method: 'POST',
      ...onNumber(options, 'groups'),
      body: buildCreate(input),
    });
    return toRequestResult(raw);
  }

  /**
   * The groups that the number owns, 1 to 1024 a page.
   * @throws GroupInvalidCursorError when the cursor has expired: begin at the first page
   */
  async list(page?: PageOptions, options?: CallOptions): Promise<Page<GroupSummary>> {
    this.validator.assertWith('group list', () => pageIssues(page), options?.validate);
    return this.pages.list({
      ...onNumber(options, 'groups'),
      page,
      items: groupsIn,
      map: toSummary,
    });
  }

  /** Subject, participants and state of a group. */
  async info(groupId: string, options?: CallOptions): Promise<GroupInfo> {
    const raw = await this.graph.request<WireGroup>({
      method: 'GET',
      ...onNode(options, groupId),
      query: { fields: FIELDS },
    });
    return toInfo(raw);
  }

  /** Changes subject or description. A `group.settings_update` event says whether it was done. */
  async update(groupId: string, input: UpdateGroupInput, options?: CallOptions): Promise<GroupRequestResult> {
    this.validator.assert('group update', UpdateGroupDto, input, options?.validate);
    return this.post(groupId, buildUpdate(input), options);
  }

  /** Changes the picture. A `group.settings_update` event says whether it was done. */
  async setPicture(
    groupId: string,
    picture: GroupPicture,
    options?: CallOptions,
  ): Promise<GroupRequestResult> {
    const bytes = await pictureBytes(picture);
    this.validator.assertWith('group picture', () => pictureIssues(bytes), options?.validate);
    return this.post(groupId, buildPicture(bytes ?? new Uint8Array()), options);
  }

  /** Deletes a group and takes all participants out. A `group.delete` event says whether it was done. */
  async delete(groupId: string, options?: CallOptions): Promise<GroupRequestResult> {
    const raw = await tolerant(
      this.graph.request<GroupRequestAnswer>({
        method: 'DELETE',
        ...onNode(options, groupId),
      }),
    );
    return toRequestResult(raw);
  }

  /** The link by which users get in. Templates can carry it with a `group_id` parameter. */
  inviteLink(groupId: string, options?: CallOptions): Promise<GroupInviteLink> {
    return this.link('GET', groupId, options);
  }

  /** Makes a new invite link. The old one stops working. */
  resetInviteLink(groupId: string, options?: CallOptions): Promise<GroupInviteLink> {
    return this.link('POST', groupId, options);
  }

  /** Takes the invite link out of use without a new one. Documented in Meta's OpenAPI file alone. */
  async deleteInviteLink(groupId: string, options?: CallOptions): Promise<void> {
    const answer = await tolerant(
      this.graph.request<GroupRequestAnswer>({
        method: 'DELETE',
        ...onNode(options, groupId, 'invite_link'),
        body: { messaging_product: 'whatsapp' },
      }),
    );
    assertSuccess(answer, 'DELETE /{id}/invite_link');
  }

  /** The users who ask to get in, in groups with `approval_required`. */
  async joinRequests(
    groupId: string,
    page?: PageOptions,
    options?: CallOptions,
  ): Promise<Page<GroupJoinRequest>> {
    return this.pages.list({
      ...onNode(options, groupId, 'join_requests'),
      page,
      map: toJoinRequest,
    });
  }

  /** Lets users in. Requests that fail are listed with their reasons. */
  approveJoinRequests(
    groupId: string,
    joinRequestIds: readonly string[],
    options?: CallOptions,
  ): Promise<GroupJoinDecision> {
    return this.decide('POST', groupId, joinRequestIds, options);
  }

  /** Refuses users. Requests that fail are listed with their reasons. */
  rejectJoinRequests(
    groupId: string,
    joinRequestIds: readonly string[],
    options?: CallOptions,
  ): Promise<GroupJoinDecision> {
    return this.decide('DELETE', groupId, joinRequestIds, options);
  }

  /**
   * Takes 1 to 8 users out; the invite link lets them in no more. A `group.participants_remove` event says who left.
   * @throws GroupParticipantNotInGroupError when one is no participant
   */
  async removeParticipants(
    groupId: string,
    users: readonly IndividualRecipient[],
    options?: CallOptions,
  ): Promise<GroupRequestResult> {
    this.validator.assertWith(
      'group participants',
      (context) => participantIssues(users, context),
      options?.validate,
    );
    const raw = await tolerant(
      this.graph.request<GroupRequestAnswer>({
        method: 'DELETE',
        ...onNode(options, groupId, 'participants'),
        body: { messaging_product: 'whatsapp', participants: users.map(buildParticipant) },
      }),
    );
    return toRequestResult(raw);
  }

  private async post(
    groupId: string,
    body: unknown,
    options: CallOptions | undefined,
  ): Promise<GroupRequestResult> {
    const request = this.graph.request<GroupRequestAnswer>({
      method: 'POST',
      ...onNode(options, groupId),
      body,
    });
    return toRequestResult(await tolerant(request));
  }

  private async link(
    method: 'GET' | 'POST',
    groupId: string,
    options: CallOptions | undefined,
  ): Promise<GroupInviteLink> {
    const raw = await this.graph.request<GroupInviteLinkAnswer>({
      method,
      ...onNode(options, groupId, 'invite_link'),
      ...(method === 'POST' && { body: { messaging_product: 'whatsapp' } }),
    });
    const inviteLink = raw?.invite_link;
    if (typeof inviteLink !== 'string')
      throw incomplete('the answer has no invite_link', `${method} /{id}/invite_link`, raw);
    return { inviteLink, raw };
  }

  private async decide(
    method: 'POST' | 'DELETE',
    groupId: string,
    joinRequestIds: readonly string[],
    options: CallOptions | undefined,
  ): Promise<GroupJoinDecision> {
    this.validator.assertWith('join requests', () => joinRequestIssues(joinRequestIds), options?.validate);
    const raw = await tolerant(
      this.graph.request<GroupJoinDecisionAnswer>({
        method,
        ...onNode(options, groupId, 'join_requests'),
        body: { messaging_product: 'whatsapp', join_requests: joinRequestIds },
      }),
    );
    return toDecision(raw);
  }
}
