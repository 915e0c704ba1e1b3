import { FlowDeadlineError } from '../../../../lib/flows/endpoint/flow-deadline';
import { InvalidFlowAnswerError } from '../../../../lib/flows/endpoint/flow-dispatcher.service';
import { failureOf } from '../../../../lib/flows/endpoint/flow-failure';
import { FlowRequestSignatureAuthenticationFailedError } from '../../../../lib/flows/errors/flow-request-signature-authentication-failed.error';
import { WhatsAppConfigurationError } from '../../../../lib/errors/configuration.error';

const SECRET = 'Ann, +491701234567';

describe('failureOf', () => {
  it('takes status and text of errors of the endpoint', () => {
    expect(failureOf(new FlowRequestSignatureAuthenticationFailedError('missing.'))).toEqual({
      status: 432,
      level: 'warn',
      topic: 'flow-432',
      text: 'The flow request is not signed by Meta: missing.',
    });
    expect(failureOf(new FlowDeadlineError(10))).toMatchObject({ status: 504, topic: 'flow-deadline' });
  });

  it.each([new WhatsAppConfigurationError('the fix'), new InvalidFlowAnswerError('the fix')])(
    'tells the message of errors of this package: %s',
    (error) => {
      expect(failureOf(error)).toMatchObject({ status: 500, level: 'error', text: error.message });
    },
  );

  it('tells class, code and place of an error of the application and of its causes, and no message', () => {
    const cause = new RangeError(SECRET);
    const error = Object.assign(new TypeError(`of ${SECRET}\n    at ${SECRET}:1:2`, { cause }), {
      code: 'E1',
    });
    const { status, topic, text } = failureOf(error);
    expect([status, topic]).toEqual([500, 'flow-TypeError E1']);
    expect(text).toMatch(/^A flow handler failed with TypeError E1\.\n/);
    expect(text).toContain('Caused by RangeError\n');
    expect(text).toContain('flow-failure.spec');
    expect(text).not.toContain('Ann');
    expect(text).not.toContain('4917');
  });

  it.each<[unknown, string]>([
    [SECRET, 'A flow handler failed with a thrown string.'],
    [null, 'A flow handler failed with a thrown null.'],
    [Object.assign(new Error(SECRET), { stack: undefined }), 'A flow handler failed with Error.'],
  ])('takes whatever is thrown', (thrown, text) => {
    expect(failureOf(thrown)).toMatchObject({ status: 500, text });
  });
});
