import { MessagesService } from '../../../lib/messages/messages.service';
import { boot } from '../../support/boot';

describe('sending raw media', () => {
  it('uploads the file first, sends its id and says which it was', async () => {
    const { app, emulator, stop } = await boot({ options: { path: false } });
    const ann = emulator.user({ name: 'Ann', phone: '15550100123' });
    const bytes = Buffer.from('%PDF-1.7 an invoice');
    const result = await app.get(MessagesService).sendDocument({
      to: '15550100123',
      file: { source: bytes, mimeType: 'application/pdf' },
      filename: 'invoice.pdf',
      caption: 'Your invoice',
    });
    const message = await ann.expectReply({ type: 'document' });
    expect(message.payload).toMatchObject({
      document: { id: result.mediaId, filename: 'invoice.pdf', caption: 'Your invoice' },
    });
    expect(message.payload).not.toHaveProperty('document.file');
    expect(emulator.media(result.mediaId!)?.data).toEqual(bytes);
    await stop();
  });

  it('refuses a file beside an id, and an unknown type, before anything leaves', async () => {
    const { app, emulator, stop } = await boot({ options: { path: false } });
    const messages = app.get(MessagesService);
    const to = '15550100123';
    await expect(messages.sendImage({ to, id: '1', file: Buffer.from('x') })).rejects.toMatchObject({
      issues: [{ path: 'file' }],
    });
    await expect(
      messages.sendImage({ to, file: { source: Buffer.from('x'), mimeType: 'text/html' } }),
    ).rejects.toThrow(/image\/(jpeg|png)/);
    expect(emulator.requests).toEqual([]);
    await stop();
  });

  it('needs an uploader', async () => {
    const { app, stop } = await boot({ options: { path: false } });
    const whole = app.get(MessagesService);
    const bare = Object.create(whole, { uploader: { value: undefined } }) as MessagesService;
    await expect(bare.sendImage({ to: '15550100123', file: Buffer.from('x') })).rejects.toThrow(
      /MediaUploader/,
    );
    await stop();
  });
});
