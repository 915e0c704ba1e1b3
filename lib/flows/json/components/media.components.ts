import { component } from '../model/component';
import { image, integer, list, number, object, oneOf, required, text } from '../model/rules';

const picture = () => image({ '2.1': 300 });

export const imageComponent = component('Image', {
  since: '2.1',
  perScreen: 3,
  props: {
    /** JPEG or PNG in base64. */
    src: required(picture()),
    width: integer(0),
    height: integer(0),
    /** @default 'contain' */
    'scale-type': oneOf('contain', 'cover'),
    /** @default 1 */
    'aspect-ratio': number(),
    'alt-text': text(),
  },
});

export const imageCarousel = component('ImageCarousel', {
  since: '7.1',
  perScreen: 2,
  perFlow: 3,
  props: {
    images: required(list(object({ src: required(picture()), 'alt-text': required(text()) }), 1, 3)),
    /** @default '4:3' */
    'aspect-ratio': oneOf('4:3', '16:9'),
    /** @default 'contain' */
    'scale-type': oneOf('contain', 'cover'),
  },
});
