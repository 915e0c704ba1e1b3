import type { UserFlow, VirtualUser } from 'nestjs-whatsapp-cloud/testing';

/** A customer asks for an appointment and opens the form. */
export async function asks(customer: VirtualUser): Promise<UserFlow> {
  await customer.says('I need an appointment');
  await customer.expectReply('Book your appointment in a minute.');
  const flow = await customer.opensFlow();
  return flow.expectScreen('SERVICE');
}

/** Goes through the form to the last screen. */
export async function chooses(flow: UserFlow, service: string, time: string): Promise<UserFlow> {
  await flow.fills({ service });
  await flow.submits();
  flow.expectScreen('TIME');
  await flow.fills({ time });
  await flow.submits();
  return flow;
}

/** Two customers want the same time; the first to book gets it. */
export async function conversation(robin: VirtualUser, kim: VirtualUser): Promise<void> {
  const ofRobin = await chooses(await asks(robin), 'cut', 'mon-10');
  ofRobin.expectScreen('CONFIRM');
  const ofKim = await asks(kim);
  await ofKim.fills({ service: 'colour' });
  await ofKim.submits();
  await ofKim.fills({ time: 'mon-10' });

  await ofRobin.fills({ note: 'Short, please' });
  await ofRobin.submits();
  await robin.expectReply('Booked: Haircut, Monday 10:00. See you!');

  await ofKim.submits(); // too late: the times that are left are shown
  ofKim.expectScreen('TIME');
  await ofKim.fills({ time: 'mon-14' });
  await ofKim.submits();
  await ofKim.submits();
  await kim.expectReply('Booked: Colour, Monday 14:00. See you!');
}
