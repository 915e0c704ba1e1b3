import { Controller, HttpCode, NotFoundException, Param, Post } from '@nestjs/common';
import { CallsService } from 'nestjs-whatsapp-cloud';
import { Agents } from './agents';

/** What the agents' screens talk to. */
@Controller('agents')
export class AgentsController {
  constructor(
    private readonly calls: CallsService,
    private readonly agents: Agents,
  ) {}

  @Post(':agent/hang-up')
  @HttpCode(204)
  async hangUp(@Param('agent') agent: string): Promise<void> {
    const callId = this.agents.currentCall(agent);
    if (callId === undefined) throw new NotFoundException(`${agent} is on no call.`);
    await this.calls.terminate(callId);
  }
}
