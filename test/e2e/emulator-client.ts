import type { CloudApiEmulator } from 'nestjs-whatsapp-cloud/testing';
import type { Json } from './emulator-receiver';

/** A client of the API without any library: answers with the status beside the body. */
export class EmulatorClient {
  constructor(readonly emulator: CloudApiEmulator) {}

  async call(method: string, path: string, body?: object, token = this.emulator.accessToken): Promise<Json> {
    const response = await fetch(`${this.emulator.url}/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, ...((await response.json()) as object) };
  }

  readonly get = (path: string, token?: string): Promise<Json> => this.call('GET', path, undefined, token);
  readonly post = (path: string, body: object = {}): Promise<Json> => this.call('POST', path, body);
}
