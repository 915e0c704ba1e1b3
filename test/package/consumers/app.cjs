/**
 * Boots the packed package in a plain Node process: a signed webhook in, a typed event, a reply out.
 * Used by both consumers; `packages` holds the modules as `require` or `import` gave them.
 */
exports.run = async function run({ common, core, adapter, whatsapp, testing }) {
  const { WhatsAppModule, MessagesService, OnWhatsAppEvent } = whatsapp;
  const emulator = await testing.CloudApiEmulator.start();

  class Bot {
    constructor(messages) {
      this.messages = messages;
    }
    onText(event) {
      return this.messages.reply(event, { body: `You said ${event.payload.text.body}` });
    }
  }
  Reflect.defineMetadata('design:paramtypes', [MessagesService], Bot);
  common.Injectable()(Bot);
  OnWhatsAppEvent('message.text')(
    Bot.prototype,
    'onText',
    Object.getOwnPropertyDescriptor(Bot.prototype, 'onText'),
  );

  class AppModule {}
  common.Module({ imports: [WhatsAppModule.forRoot(emulator.moduleOptions())], providers: [Bot] })(AppModule);

  const app = await core.NestFactory.create(AppModule, ...(adapter ? [adapter] : []), { logger: ['error'] });
  try {
    await app.listen(0, '127.0.0.1');
    await emulator.connect(`http://127.0.0.1:${app.getHttpServer().address().port}/whatsapp/webhook`);
    const user = emulator.user({ name: 'Robin', phone: '15550100123' });
    await user.says('hello');
    await user.expectReply('You said hello');
    console.log('OK');
  } finally {
    await app.close();
    await emulator.stop();
  }
};
