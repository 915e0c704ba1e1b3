import type { AddressInfo } from 'node:net';
import { Module } from '@nestjs/common';
import type { DynamicModule, INestApplication, LoggerService, Provider, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { WhatsAppModule } from 'nestjs-whatsapp-cloud';
import type { WhatsAppModuleExtras, WhatsAppModuleOptions } from 'nestjs-whatsapp-cloud';
import { CloudApiEmulator, SteppedClock } from 'nestjs-whatsapp-cloud/testing';
import type { CloudApiEmulatorOptions } from 'nestjs-whatsapp-cloud/testing';

export const ADAPTERS = ['express', 'fastify'] as const;
export type AdapterName = (typeof ADAPTERS)[number];

export interface BootSetup {
  readonly adapter?: AdapterName;
  readonly providers?: readonly Provider[];
  readonly imports?: readonly (Type | DynamicModule)[];
  readonly options?: Partial<WhatsAppModuleOptions> & WhatsAppModuleExtras;
  readonly emulator?: CloudApiEmulatorOptions;
  readonly logger?: LoggerService | false;
}

/** A real application over loopback, connected to an emulator of its own. */
export interface Booted {
  readonly app: INestApplication;
  readonly emulator: CloudApiEmulator;
  readonly url: string;
  readonly webhookUrl: string;
  stop(): Promise<void>;
}

/** Boots an application as its own main.ts would, without a line for this module. */
export async function boot(setup: BootSetup = {}): Promise<Booted> {
  const emulator = await CloudApiEmulator.start({
    clock: new SteppedClock(Date.UTC(2026, 0, 10)),
    ...setup.emulator,
  });
  class AppModule {}
  Module({
    imports: [
      ...(setup.imports ?? []),
      WhatsAppModule.forRoot({ ...emulator.moduleOptions(), ...setup.options }),
    ],
    providers: [...(setup.providers ?? [])],
  })(AppModule);
  const adapter = setup.adapter === 'fastify' ? new FastifyAdapter() : new ExpressAdapter();
  const app = await NestFactory.create(AppModule, adapter, {
    logger: setup.logger ?? false,
    abortOnError: false,
  }).catch(async (error: unknown) => {
    await emulator.stop();
    throw error;
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const path = setup.options?.path === undefined ? 'whatsapp/webhook' : String(setup.options.path);
  const webhookUrl = `${url}/${path}`;
  if (setup.options?.path !== false) await emulator.connect(webhookUrl);
  return {
    app,
    emulator,
    url,
    webhookUrl,
    stop: async () => {
      await app.close();
      await emulator.stop();
    },
  };
}
