import type { CallLinkInput } from './dto/call-link.dto';

/** The link itself; the input has been checked. */
export function buildCallLink({ phone, payload }: CallLinkInput): string {
  const link = `https://wa.me/call/${phone.replace(/\D/g, '')}`;
  return payload == null ? link : `${link}?biz_payload=${encodeURIComponent(payload)}`;
}
