/** A "no" with a message for the reader: `key` is one of the locale files (`error_...`). Travels as a Reply. */
export class Refused extends Error {
  constructor(
    readonly key: string,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(key);
  }
}
