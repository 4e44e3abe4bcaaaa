/** Makes a value when it is first asked for: a beat that is not chosen costs nothing at the worker's start. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
