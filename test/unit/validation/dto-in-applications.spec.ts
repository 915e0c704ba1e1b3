import { Body, Controller, Module, Post, ValidationPipe } from '@nestjs/common';
import type { ArgumentMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { SendButtonsDto } from '../../../lib/messages/dto/buttons.dto';
import { SendImageDto } from '../../../lib/messages/dto/media.dto';
import { SendProductCarouselDto } from '../../../lib/messages/dto/product-carousel.dto';
import { SendTextDto } from '../../../lib/messages/dto/text.dto';

const buttons = {
  to: '16505551234',
  body: 'Choose',
  buttons: [{ id: 'yes', title: 'Yes', stray: true }],
  stray: true,
};

describe('input classes in a ValidationPipe', () => {
  const metadata = (metatype: ArgumentMetadata['metatype']): ArgumentMetadata => ({ type: 'body', metatype });
  const pipe = new ValidationPipe({ whitelist: true, transform: true });

  it('take a good body, whitelisted and transformed', async () => {
    const result: unknown = await pipe.transform(buttons, metadata(SendButtonsDto));
    expect(result).toBeInstanceOf(SendButtonsDto);
    expect(JSON.parse(JSON.stringify(result))).toEqual({
      to: '16505551234',
      body: 'Choose',
      buttons: [{ id: 'yes', title: 'Yes' }],
    });
  });

  it('keep a tagged recipient', async () => {
    const result: unknown = await pipe.transform(
      { to: { userId: 'US.1' }, body: 'Hi' },
      metadata(SendTextDto),
    );
    expect(result).toMatchObject({ to: { userId: 'US.1' } });
  });

  it.each([
    [
      SendTextDto,
      { to: { userId: 'nobody' }, body: 'Hi' },
      'to has a userId that is no business-scoped user id',
    ],
    [SendTextDto, { to: '1650', body: 'x'.repeat(4097) }, 'body must have at most 4096 characters, has 4097'],
    [SendButtonsDto, { ...buttons, buttons: [{ id: '', title: 'Yes' }] }, 'buttons.0.id must not be empty'],
    [SendImageDto, { to: '1650', id: '1', link: 'https://a.b' }, 'link must stand alone'],
    [
      SendProductCarouselDto,
      { to: '1650', body: 'b', catalogId: 'c', productRetailerIds: ['a', ''] },
      'productRetailerIds is not valid: [1] must not be empty',
    ],
  ])('refuse a bad body: %p', async (dto, body, message) => {
    const error: { response: { message: string[] } } = await pipe
      .transform(body, metadata(dto))
      .catch((e: unknown) => e);
    expect(error.response.message.join('; ')).toContain(message);
  });
});

describe('input classes in a Swagger document', () => {
  @Controller()
  class SendController {
    @Post('buttons')
    buttons(@Body() input: SendButtonsDto): unknown {
      return input;
    }

    @Post('image')
    image(@Body() input: SendImageDto): unknown {
      return input;
    }

    @Post('products')
    products(@Body() input: SendProductCarouselDto): unknown {
      return input;
    }
  }

  @Module({ controllers: [SendController] })
  class AppModule {}

  it('are described by their rules, without decorators of Swagger', async () => {
    const app = await NestFactory.create(AppModule, { logger: false });
    const { components } = SwaggerModule.createDocument(app, new DocumentBuilder().build());
    await app.close();
    expect(components?.schemas).toMatchObject({
      SendButtonsDto: {
        required: expect.arrayContaining(['to', 'body', 'buttons']),
        properties: {
          to: {
            oneOf: [
              { type: 'string' },
              { type: 'object', required: ['phone'] },
              { type: 'object', required: ['userId'] },
            ],
          },
          body: { type: 'string', minLength: 1, maxLength: 1024 },
          footer: { type: 'string', maxLength: 60 },
          header: { $ref: '#/components/schemas/HeaderDto' },
          buttons: { type: 'array', items: { $ref: '#/components/schemas/ReplyButtonDto' } },
          overflow: { enum: ['list'] },
        },
      },
      ReplyButtonDto: {
        properties: { id: { type: 'string', maxLength: 256 }, title: { type: 'string', maxLength: 20 } },
      },
      SendImageDto: { properties: { link: { type: 'string', format: 'uri' } } },
      SendProductCarouselDto: {
        properties: {
          productRetailerIds: { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 10 },
        },
      },
    });
    expect(components?.schemas?.['SendButtonsDto']).toMatchObject({
      required: expect.not.arrayContaining(['footer', 'header']),
    });
    expect(JSON.stringify(components?.schemas?.['SendImageDto'])).not.toContain('filename');
  });
});
