import { browser } from '../browser';
import type { Answer, Ask, MessageName, Reply } from './protocol';
import { Refused } from './refused';

/**
 * Asks the worker; for the extension's own pages.
 * @throws Refused with a message for the reader, also where the worker cannot be reached.
 */
export async function send<N extends MessageName>(name: N, ask: Ask<N>): Promise<Answer<N>> {
  const reply = (await browser.runtime.sendMessage({ name, ask }).catch(() => undefined)) as Reply<Answer<N>> | undefined;
  if (!reply) throw new Refused('error_no_answer');
  if (!reply.ok) throw new Refused(reply.error, reply.values);
  return reply.value;
}
