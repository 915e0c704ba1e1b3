import { Injectable } from '@nestjs/common';
import type { PayloadIssue } from '../errors/payload-validation.error';
import { GraphClient } from '../graph/graph-client.service';
import type { Page } from '../graph/graph-page';
import { GraphPages } from '../graph/graph-pages.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { assertSuccess, incomplete, onWaba } from '../graph/node-request';
import type { PageOptions } from '../graph/page-query';
import { IssueList } from '../validation/issue-list';
import { ANY_TEXT } from '../validation/limits';
import { PayloadValidator } from '../validation/payload-validator.service';
import { membersOf } from '../validation/shape';
import type {
  WelcomeMessageContent,
  WelcomeMessageSequence,
} from '../wire/welcome-message-sequences/welcome-message-sequence';
import { buildWelcomeSequence } from './welcome-sequence-requests';

const EDGE = 'welcome_message_sequences';

/** A sequence to be made. @publicApi */
export interface CreateWelcomeSequenceInput {
  /** Name for yourself. */
  readonly name: string;
  /** What the chat shows, in Meta's names. */
  readonly content: WelcomeMessageContent;
}

/** What is changed of a sequence. What is left out stays. @publicApi */
export type UpdateWelcomeSequenceInput = Partial<CreateWelcomeSequenceInput>;

/** Which sequences to list. @publicApi */
export interface WelcomeSequenceFilter {
  /** Those of a Meta app. @default all */
  readonly appId?: string | undefined;
  /** One sequence. @default all */
  readonly sequenceId?: string | undefined;
}

/**
 * What a chat shows that a click-to-WhatsApp ad has opened: a text, a prepared answer, questions to tap. The ad names a
 * sequence by its id.
 * @example const { sequenceId } = await sequences.create({ name: 'Sign-up', content: { text: 'Hi! How can we help?' } });
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/ctwa/welcome-message-sequences
 * @publicApi
 */
@Injectable()
export class WelcomeMessageSequencesService {
  constructor(
    private readonly graph: GraphClient,
    private readonly validator: PayloadValidator,
    private readonly pages: GraphPages,
  ) {}

  /** Makes a sequence. */
  async create(
    input: CreateWelcomeSequenceInput,
    options?: CallOptions,
  ): Promise<{ readonly sequenceId: string }> {
    this.validator.assertWith('welcome message sequence', () => issuesOf(input, true), options?.validate);
    const answer = await this.graph.request<{ sequence_id?: string } | undefined>({
      method: 'POST',
      ...onWaba(options, EDGE),
      body: buildWelcomeSequence(input),
    });
    if (answer?.sequence_id) return { sequenceId: answer.sequence_id };
    throw incomplete('the answer has no sequence_id', `POST /{id}/${EDGE}`, answer);
  }

  /** The sequences of the WABA, in Meta's names. */
  async list(
    filter: WelcomeSequenceFilter = {},
    page?: PageOptions,
    options?: CallOptions,
  ): Promise<Page<WelcomeMessageSequence>> {
    return this.pages.list<WelcomeMessageSequence>({
      ...onWaba(options, EDGE),
      query: { app_id: filter.appId, sequence_id: filter.sequenceId },
      page,
      // Meta's guide shows a bare list.
      items: (answer) => (Array.isArray(answer) ? answer : answer['data']),
    });
  }

  /** Changes what is given. */
  async update(sequenceId: string, input: UpdateWelcomeSequenceInput, options?: CallOptions): Promise<void> {
    this.validator.assertWith('welcome message sequence', () => issuesOf(input, false), options?.validate);
    const answer = await this.graph.request({
      method: 'POST',
      ...onWaba(options, EDGE),
      body: buildWelcomeSequence({ ...input, sequenceId }),
      kind: 'safe',
    });
    assertSuccess(answer, `POST /{id}/${EDGE}`);
  }

  /** Deletes a sequence that no active ad uses. */
  async delete(sequenceId: string, options?: CallOptions): Promise<void> {
    const answer = await this.graph.request({
      method: 'DELETE',
      ...onWaba(options, EDGE),
      query: { sequence_id: sequenceId },
    });
    assertSuccess(answer, `DELETE /{id}/${EDGE}`);
  }
}

function issuesOf({ name, content }: UpdateWelcomeSequenceInput, complete: boolean): PayloadIssue[] {
  const list = new IssueList();
  if (!complete && name === undefined && content === undefined)
    list.add('name', 'is missing: give at least one of name and content');
  if (complete || name !== undefined) list.text('name', name, ANY_TEXT);
  if ((complete || content !== undefined) && Object.keys(membersOf(content)).length === 0)
    list.add('content', 'must be an object with at least one member, e.g. text');
  return list.issues;
}
