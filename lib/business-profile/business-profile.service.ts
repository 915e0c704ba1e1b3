import { Inject, Injectable, Optional } from '@nestjs/common';
import type { HandleUploadRequest } from '../config/media-handle-uploader.interface';
import { MediaHandleUploader } from '../config/media-handle-uploader.interface';
import type { MediaSource } from '../config/media-uploader.interface';
import { WhatsAppConfigurationError } from '../errors/configuration.error';
import { GraphClient } from '../graph/graph-client.service';
import type { CallOptions } from '../graph/graph-request.interface';
import type { FieldOptions } from '../graph/node-request';
import type { AddressedRequest } from '../graph/node-request';
import { assertSuccess, firstOf, onNode, onNumber } from '../graph/node-request';
import { PayloadValidator } from '../validation/payload-validator.service';
import type { BusinessProfile, BusinessProfileField } from '../wire/business-profile/business-profile';
import type { UpdateBusinessProfileInput } from './dto/update-business-profile.dto';
import { UpdateBusinessProfileDto } from './dto/update-business-profile.dto';

const EDGE = 'whatsapp_business_profile';

/** Meta tells only the fields that are asked for. */
const FIELDS: readonly BusinessProfileField[] = [
  'about',
  'address',
  'description',
  'email',
  'profile_picture_url',
  'websites',
  'vertical',
];

/** Settings of `BusinessProfileService.uploadPicture`. @publicApi */
export type ProfilePictureOptions = CallOptions &
  Pick<HandleUploadRequest, 'appId' | 'mimeType' | 'fileName' | 'size'>;

/**
 * The business profile of a phone number: what users see in the chat's details.
 * @example await profile.update({ about: 'Open from 9 to 5', websites: ['https://example.com'] });
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-profiles
 * @publicApi
 */
@Injectable()
export class BusinessProfileService {
  constructor(
    private readonly graph: GraphClient,
    private readonly validator: PayloadValidator,
    @Optional() @Inject(MediaHandleUploader) private readonly uploader?: MediaHandleUploader,
  ) {}

  /**
   * Reads the profile, in Meta's names. What the business has not set is left out.
   * @throws GraphApiError when Meta refuses
   */
  async get(options?: FieldOptions<BusinessProfileField>): Promise<BusinessProfile> {
    const answer = await this.graph.request<{ data?: BusinessProfile[] } | undefined>({
      method: 'GET',
      ...onNumber(options, EDGE),
      query: { fields: (options?.fields ?? FIELDS).join(',') },
    });
    return firstOf<BusinessProfile>(answer) ?? {};
  }

  /**
   * Changes what is given and leaves the rest. Takes a profile that was read and changed, too.
   * @throws PayloadValidationError before anything leaves, GraphApiError when Meta refuses
   */
  update(change: UpdateBusinessProfileInput, options?: CallOptions): Promise<void> {
    return this.change(onNumber(options, EDGE), change, options);
  }

  /** Reads a profile by its own id, with `id` and `account_name`. Documented in Meta's OpenAPI file alone. */
  async getById(profileId: string, options?: FieldOptions<BusinessProfileField>): Promise<BusinessProfile> {
    return this.graph.request<BusinessProfile>({
      method: 'GET',
      ...onNode(options, profileId),
      query: { fields: (options?.fields ?? ['id', 'account_name', ...FIELDS]).join(',') },
    });
  }

  /** As `update`, for a profile by its own id. Documented in Meta's OpenAPI file alone. */
  async updateById(
    profileId: string,
    change: UpdateBusinessProfileInput,
    options?: CallOptions,
  ): Promise<void> {
    return this.change(onNode(options, profileId), change, options);
  }

  /**
   * Uploads a picture (JPEG or PNG, square, 192 to 640 pixels, at most 5 MB) and puts it into the profile.
   * @returns the handle of the upload
   * @throws WhatsAppConfigurationError when the Meta app of the upload is not known: pass `appId`
   */
  async uploadPicture(
    picture: MediaSource,
    options: ProfilePictureOptions = {},
  ): Promise<{ readonly handle: string }> {
    if (!this.uploader) {
      throw new WhatsAppConfigurationError(
        'uploadPicture: there is no `MediaHandleUploader`. It is part of the media providers; without them, upload the ' +
          'picture yourself and pass `profile_picture_handle` to `update`.',
      );
    }
    const { handle } = await this.uploader.uploadHandle(picture, { ...options, kind: 'image' });
    await this.update({ profile_picture_handle: handle }, options);
    return { handle };
  }

  private async change(
    request: AddressedRequest,
    change: UpdateBusinessProfileInput,
    options: CallOptions | undefined,
  ): Promise<void> {
    this.validator.assert('business profile', UpdateBusinessProfileDto, change, options?.validate);
    const { id: _id, account_name: _name, profile_picture_url: _url, ...members } = change;
    const body = { ...members, messaging_product: 'whatsapp' };
    const answer = await this.graph.request({ method: 'POST', ...request, body, kind: 'safe' });
    assertSuccess(answer, 'POST of a business profile');
  }
}
