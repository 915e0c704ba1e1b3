import { createInterface } from 'node:readline/promises';
import { formatTranscript } from 'nestjs-whatsapp-cloud/testing';
import type { CloudApiEmulator, VirtualUser } from 'nestjs-whatsapp-cloud/testing';

/** The customer's side of the chat in a terminal. */
export class ChatWindow {
  private printed = 0;

  constructor(
    private readonly emulator: CloudApiEmulator,
    private readonly customer: VirtualUser,
  ) {}

  /** Reads what is new and prints it, once everything under way has arrived. */
  async refresh(): Promise<void> {
    await this.emulator.idle();
    if (this.customer.inbox.some((message) => message.status === 'delivered')) await this.customer.reads();
    await this.emulator.idle();
    const text = formatTranscript(this.emulator.transcript.slice(this.printed), { business: 'Echo bot' });
    this.printed = this.emulator.transcript.length;
    if (text) console.log(text);
  }

  /** Sends what is typed; the title of a button or row taps it. Ends with an empty line. */
  async typeOn(): Promise<void> {
    console.log(
      '\nNow you are the customer. Try "menu"; tap a button by typing its title; leave with an empty line.\n',
    );
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    for (;;) {
      const line = (await terminal.question('> ').catch(() => '')).trim();
      if (!line) break;
      await this.act(line);
      await this.refresh();
    }
    terminal.close();
  }

  private async act(line: string): Promise<void> {
    const titles = (choices: readonly { title: string }[] = []): string | undefined =>
      choices.find(({ title }) => title.toLowerCase() === line.toLowerCase())?.title;
    const [button, row] = [
      titles(this.customer.lastMessage?.buttons),
      titles(this.customer.lastMessage?.rows),
    ];
    if (button) await this.customer.taps(button);
    else if (row) await this.customer.chooses(row);
    else await this.customer.says(line);
  }
}
