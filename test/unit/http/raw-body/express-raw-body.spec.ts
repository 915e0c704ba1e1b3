import { installExpressRawBody } from '../../../../lib/http/raw-body/express-raw-body';
import type { WebhookLog } from '../../../../lib/http/webhook-log.service';

describe('installExpressRawBody on Express 4', () => {
  /** Builds its router with the settings of the first `use`, as Express 4 does. */
  class Express4 {
    setting = 'default';
    _router?: { setting: string; stack: unknown[] };
    lazyrouter(): void {
      this._router ??= { setting: this.setting, stack: [] };
    }
    use(middleware: unknown): void {
      this.lazyrouter();
      this._router?.stack.push(middleware);
    }
  }

  it('waits for the application to build its router, and then comes first', () => {
    const app = new Express4();
    const install = (id: string): void =>
      installExpressRawBody({ getInstance: () => app, post: jest.fn() }, id, 1000, {} as WebhookLog);
    install('one');
    install('two');
    expect(app._router).toBeUndefined();

    app.setting = "the application's";
    const own = (): void => {};
    app.use(own);
    app.use(own);
    expect(app._router).toEqual({
      setting: "the application's",
      stack: [expect.any(Function), expect.any(Function), own, own],
    });
    expect(app._router?.stack[0]).not.toBe(own);
  });
});
