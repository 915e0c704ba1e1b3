import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { FlowPublisher } from './flow-publisher';

/** The application as you would deploy it: credentials come from the environment. */
async function main(): Promise<void> {
  const app = await NestFactory.create(AppModule);
  app.enableShutdownHooks();
  await app.listen(Number(process.env.PORT ?? 3000));
  const publicUrl = process.env.PUBLIC_URL;
  if (publicUrl) await app.get(FlowPublisher).publish(`${publicUrl}/whatsapp/flows`);
}

void main();
