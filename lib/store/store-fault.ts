import { StoreUnavailable } from './database';

/** The key of the message for a reader whose storage fails; null where something else went wrong. */
export function storeFault(error: unknown): string | null {
  if (error instanceof StoreUnavailable) return error.key;
  // Not "instanceof DOMException": newer browsers have an error of its own.
  return error instanceof Error && error.name === 'QuotaExceededError' ? 'error_store_full' : null;
}
