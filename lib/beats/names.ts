import type { Name } from '../signals/sections/lexicon';

/**
 * Reads a list of names: one a line, the name first, then its aliases after `|`.
 * A `?` at the end marks a name that is also an everyday word.
 */
export function names(kind: Name['kind'], list: string, threat = false): Name[] {
  return list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const everyday = line.endsWith('?');
      const [name, ...aliases] = (everyday ? line.slice(0, -1) : line).split('|').map((form) => form.trim());
      return {
        name: name!,
        kind,
        ...(aliases.length > 0 && { aliases }),
        ...(everyday && { everyday }),
        ...(threat && { threat }),
      };
    });
}
