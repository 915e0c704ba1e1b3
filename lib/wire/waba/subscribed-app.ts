/** A Meta app. */
export interface FacebookApplication {
  id: string;
  name?: string;
  link?: string;
}

/** Entry of `GET /{waba id}/subscribed_apps`: an app that gets the webhooks of the WABA. */
export interface SubscribedApp {
  whatsapp_business_api_data: FacebookApplication;
  /** Where the webhooks of this WABA go instead of the app's callback URL. */
  override_callback_uri?: string;
}
