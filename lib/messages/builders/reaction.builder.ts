import type { OutboundEnvelope } from '../../wire/outbound/envelope';
import type { OutboundReactionContent } from '../../wire/outbound/reaction';
import type { ReactInput, UnreactInput } from '../dto/reaction.dto';
import { inEnvelope } from './envelope.builder';

/** Reaction to a message. */
export function buildReaction({
  to,
  correlation,
  identityKeyHash,
  messageId,
  emoji,
}: ReactInput): OutboundEnvelope & OutboundReactionContent {
  return inEnvelope(
    { to, correlation, identityKeyHash },
    { type: 'reaction', reaction: { message_id: messageId, emoji } },
  );
}

/** Removal of a reaction: an empty emoji. */
export function buildReactionRemoval(input: UnreactInput): OutboundEnvelope & OutboundReactionContent {
  return buildReaction({ ...input, emoji: '' });
}
