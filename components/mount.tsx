import { type ComponentType, render } from 'preact';
import type { Words } from '../lib/words/words';
import { WordsContext } from './WordsContext';

/** Puts a screen on its page, in the language and direction of its words. */
export function mount(Screen: ComponentType, words: Words, place: Element): void {
  const { documentElement } = place.ownerDocument;
  documentElement.lang = words.locale;
  documentElement.dir = words.dir;
  render(
    <WordsContext.Provider value={words}>
      <Screen />
    </WordsContext.Provider>,
    place,
  );
}
