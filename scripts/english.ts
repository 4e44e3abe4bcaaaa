import { readFileSync } from 'node:fs';
import type { Reason } from '../lib/signals/signals';

type Messages = Readonly<Record<string, { readonly message: string }>>;

const MESSAGES = JSON.parse(readFileSync(new URL('../public/_locales/en/messages.json', import.meta.url), 'utf8')) as Messages;

/** A reason as an English sentence, in the words that the extension shows, with the quote behind it. */
export function sayReason({ key, values = {}, quote }: Reason): string {
  const sentence = fill(messageOf(key, values), values);
  return quote === undefined ? sentence : `${sentence} “${quote}”`;
}

/** Plural forms are keys of their own: `_one` where `count` is 1, else `_other`. */
function messageOf(key: string, values: Readonly<Record<string, string | number>>): string {
  const form = Number(values.count) === 1 ? '_one' : '_other';
  const found = MESSAGES[`reason_${key}${form}`] ?? MESSAGES[`reason_${key}`];
  // A test keeps every key that the engine gives in the file; the key itself still says more than nothing.
  return found?.message ?? key;
}

const fill = (message: string, values: Readonly<Record<string, string | number>>): string =>
  message.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
