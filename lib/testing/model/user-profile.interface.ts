/** Who a virtual user is, as far as Meta tells the business. */
export interface UserProfile {
  readonly name: string;
  /** Business-scoped user id (BSUID). */
  readonly userId: string;
  /** Phone number, digits only; absent when the user hides it behind a username. */
  readonly phone?: string;
  readonly username?: string;
  readonly parentUserId?: string;
}

/** The name of a chat with this user in message ids and look-ups. */
export function chatIdOf(profile: UserProfile): string {
  return profile.phone ?? profile.userId;
}
