import * as v from 'valibot';
import { storeFault } from '../store/store-fault';
import { ASKS } from './asks';
import type { Answer, Ask, MessageName, Reply } from './protocol';
import { Refused } from './refused';

/** Who sent a message, as the browser says it; a page cannot forge any of it. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** A page's own place, for the messages that a page's script may send. */
export interface FromPage {
  readonly tab: number;
  readonly url: string;
}

/** One handler for every message; a missing one fails the type check. */
export type Handlers = {
  readonly [N in MessageName]: N extends `page/${string}`
    ? (ask: Ask<N>, from: FromPage) => Promise<Answer<N>>
    : (ask: Ask<N>) => Promise<Answer<N>>;
};

/** Who we are: our id and the root of our own pages. */
export interface Self {
  readonly id: string;
  readonly root: string;
}

/**
 * Checks sender and shape of a message and has it answered. Extension pages may ask everything but `page/`; scripts
 * on pages may ask `page/` only, from the top frame of a tab; everyone else nothing.
 * @returns null for what is not a message of ours; never rejects.
 */
export async function receive(message: unknown, sender: Sender, handlers: Handlers, self: Self): Promise<Reply<unknown> | null> {
  if (sender.id !== self.id || typeof message !== 'object' || message === null) return null;
  const { name, ask } = message as { name?: unknown; ask?: unknown };
  if (typeof name !== 'string' || !Object.hasOwn(ASKS, name)) return null;
  const own = sender.url?.startsWith(self.root) === true;
  const forPage = name.startsWith('page/');
  const tab = sender.tab?.id;
  if (forPage ? own || tab === undefined || (sender.frameId ?? 0) !== 0 || !sender.url : !own)
    return refusal('error_not_allowed');
  const read = v.safeParse(ASKS[name as MessageName], ask);
  if (!read.success) return refusal('error_bad_message');
  try {
    const handler = handlers[name as MessageName] as (ask: unknown, from?: FromPage) => Promise<unknown>;
    const value = await (forPage ? handler(read.output, { tab: tab!, url: sender.url! }) : handler(read.output));
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.key, values: error.values };
    const fault = storeFault(error);
    if (fault !== null) return refusal(fault);
    console.error(name, error);
    return { ...refusal('error_unexpected'), values: { detail: error instanceof Error ? error.name : typeof error } };
  }
}

const refusal = (error: string): Reply<never> & { ok: false } => ({ ok: false, error });
