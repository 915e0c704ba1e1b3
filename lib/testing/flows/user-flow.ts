import { EmulatorError } from '../emulator.error';
import { isObject, textOf } from '../model/json';
import type { JsonObject } from '../model/json';
import type { UserMessage } from '../model/user-message';
import { initialValues, inputsOf, shownComponents } from './flow-definition';
import { resolveValue } from './flow-expression';
import type { FlowMessage } from './flow-message';
import type { FlowFailure, FlowSession, FlowStep } from './flow-session';
import { inputProblem, missingInputs } from './flow-inputs';
import type { PhoneMedia } from './phone-media';
import type { PickedFile } from './picked-media';
import { isPicker, pickFiles } from './picker-inputs';

interface OpenScreen {
  readonly id: string;
  data: JsonObject;
  values: JsonObject;
}

/** What an open flow needs. */
export interface UserFlowEnvironment {
  readonly session: FlowSession;
  readonly media: PhoneMedia;
  /** Sends the completion message. */
  readonly complete: (values: JsonObject) => Promise<UserMessage>;
  /** Notes that the message's flow cannot be opened any more. */
  readonly disable: () => void;
}

/**
 * A flow that a virtual user has opened. Actions resolve when the endpoint has answered; what the user then sees is in
 * `screen`, `data`, `errorMessage`, `failure` and `completion`.
 * @publicApi
 */
export class UserFlow {
  private readonly stack: OpenScreen[] = [];
  private readonly visited = new Map<string, OpenScreen>();
  private shownError: string | undefined;
  private failed: FlowFailure | undefined;
  private completed: UserMessage | undefined;

  /** @internal */
  constructor(
    private readonly flow: FlowMessage,
    private readonly environment: UserFlowEnvironment,
  ) {}

  /** Shows the first screen. @internal */
  async open(): Promise<this> {
    const { definition, screen, data, asksEndpoint } = this.flow;
    if (!asksEndpoint) this.show(screen ?? definition.entry, data);
    else await this.ask('INIT', '', {}, {});
    return this;
  }

  /** Id of the screen that the user sees; undefined when the flow is over. */
  get screen(): string | undefined {
    return this.failed || this.completed ? undefined : this.stack.at(-1)?.id;
  }

  /** What the screen shows. */
  get data(): Readonly<JsonObject> {
    return this.stack.at(-1)?.data ?? {};
  }

  /** What is filled in. */
  get values(): Readonly<JsonObject> {
    return this.stack.at(-1)?.values ?? {};
  }

  /** The error that the endpoint lets the screen show. */
  get errorMessage(): string | undefined {
    return this.shownError;
  }

  /** Why the flow ended with an error, if it did. */
  get failure(): FlowFailure | undefined {
    return this.failed;
  }

  /** The message that told the application what was entered, once the flow is complete. */
  get completion(): UserMessage | undefined {
    return this.completed;
  }

  /**
   * Fills in inputs of the screen by name; of lists, by the ids of their items; of PhotoPicker and DocumentPicker, by a
   * list of `PickedFile`. Runs their `on-select-action`.
   * @example await flow.fills({ photos: [{ data: bytes, filename: 'IMG_1.jpg', mimeType: 'image/jpeg' }] });
   * @throws EmulatorError that lists the inputs or choices there are
   */
  async fills(values: Readonly<JsonObject>): Promise<this> {
    for (const [name, value] of Object.entries(values)) {
      const current = this.current();
      const inputs = inputsOf(this.components());
      const input = inputs.get(name);
      const known = [...inputs.keys()].join(', ') || 'no input';
      if (!input)
        throw new EmulatorError(`${current.id} has no input ${JSON.stringify(name)}. There is ${known}.`);
      const resolved = resolveValue(input, this.scope()) as JsonObject;
      const problem = inputProblem(resolved, value);
      if (problem !== undefined) throw new EmulatorError(`${name} of ${current.id}: ${problem}.`);
      const held = isPicker(resolved)
        ? pickFiles(resolved, value as readonly PickedFile[], this.environment.media.newId)
        : value;
      current.values = { ...current.values, [name]: held };
      const action = input['on-select-action'];
      if (isObject(action)) await this.act(action);
    }
    return this;
  }

  /**
   * Taps the button of the screen, or the link, opt-in or list item of this text, name or id.
   * @throws EmulatorError when a required input is empty, or nothing of this name is there
   */
  async submits(label?: string): Promise<this> {
    const current = this.current();
    const components = this.components();
    const target = components.find((each) =>
      label === undefined
        ? each['type'] === 'Footer'
        : [each['label'], each['text'], each['name']].some(
            (text) => resolveValue(text, this.scope()) === label,
          ),
    );
    const action = target?.['on-click-action'];
    if (!isObject(action))
      throw new EmulatorError(`There is nothing to tap on ${current.id}${label ? ` named ${label}` : ''}.`);
    if (target?.['type'] === 'Footer') {
      if (resolveValue(target['enabled'], this.scope()) === false)
        throw new EmulatorError(`The button of ${current.id} is not enabled.`);
      const missing = missingInputs(components, current.values, this.scope());
      if (missing.length > 0)
        throw new EmulatorError(`${current.id} cannot be submitted: ${missing.join(', ')} is empty.`);
    }
    await this.act(action);
    return this;
  }

  /**
   * Goes back to the screen before; where the screen asks for it, the endpoint is asked what to show.
   * @throws EmulatorError on the first screen
   */
  async goesBack(): Promise<this> {
    const current = this.current();
    const before = this.stack.at(-2);
    if (!before) throw new EmulatorError(`There is no screen before ${current.id}.`);
    this.shownError = undefined;
    if (this.flow.definition.screen(current.id)?.['refresh_on_back'] === true) {
      await this.ask('BACK', current.id, {}, {});
    } else this.stack.pop();
    return this;
  }

  /**
   * Checks which screen the user sees.
   * @throws EmulatorError that says what is there instead
   */
  expectScreen(id: string): this {
    if (this.screen === id) return this;
    const error = this.shownError === undefined ? '' : ` with the error ${JSON.stringify(this.shownError)}`;
    throw new EmulatorError(
      `Expected the screen ${id}, but ${this.screen === undefined ? this.ending() : `${this.screen} is shown${error}`}.`,
    );
  }

  private async act(action: JsonObject): Promise<void> {
    const current = this.current();
    const payload = this.environment.media.written(
      String(action['name']),
      resolveValue(action['payload'] ?? {}, this.scope()) as JsonObject,
    );
    this.shownError = undefined;
    switch (action['name']) {
      case 'navigate':
        return this.show(String(isObject(action['next']) ? action['next']['name'] : ''), payload);
      case 'complete':
        return this.finish({ flow_token: this.flow.token, ...payload });
      case 'data_exchange':
        return this.ask('data_exchange', current.id, payload, current.data);
      case 'update_data':
        current.data = { ...current.data, ...payload };
        return;
      default:
    }
  }

  private async ask(
    action: 'INIT' | 'data_exchange' | 'BACK',
    screen: string,
    data: JsonObject,
    shown: JsonObject,
  ): Promise<void> {
    return this.follow(await this.environment.session.ask({ action, screen, data, shown }));
  }

  private async follow(step: FlowStep): Promise<void> {
    if (step.kind === 'done') return this.finish(step.values);
    if (step.kind === 'screen') {
      const { error_message: error, ...data } = step.data;
      this.show(step.screen, data);
      this.shownError = textOf(error);
      return;
    }
    this.failed = step.failure;
    if (step.failure.status === 427) this.environment.disable();
  }

  /** Shows a screen: one the user comes back to keeps what was filled in. */
  private show(id: string, data: JsonObject): void {
    const screen = this.flow.definition.screen(id);
    if (!screen) throw new EmulatorError(`The flow has no screen ${JSON.stringify(id)}.`);
    const at = this.stack.findIndex((each) => each.id === id);
    const open = at < 0 ? { id, data, values: {} } : (this.stack[at] as OpenScreen);
    if (at >= 0) this.stack.length = at;
    this.stack.push(open);
    this.visited.set(id, open);
    open.data = data;
    if (at < 0) open.values = initialValues(screen, this.scope());
  }

  private async finish(values: JsonObject): Promise<void> {
    this.completed = await this.environment.complete(values);
  }

  private components(): JsonObject[] {
    return shownComponents(this.flow.definition.screen(this.current().id) ?? {}, this.scope());
  }

  private scope(): JsonObject {
    const { data, values } = this.current();
    const screens = [...this.visited].map(([id, each]) => [id, { data: each.data, form: each.values }]);
    return { data, form: values, screen: Object.fromEntries(screens) as JsonObject };
  }

  private current(): OpenScreen {
    const current = this.stack.at(-1);
    if (!current || this.screen === undefined)
      throw new EmulatorError(`The flow is not open: ${this.ending()}.`);
    return current;
  }

  private ending(): string {
    if (!this.failed) return 'it is complete';
    const { error, message } = this.failed;
    return `it ended with ${error} (${message})`;
  }
}
