import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { makeWords, type Words } from '../lib/words/words';

/** The words of the screen. Outside a provider every key reads as itself, which a test sees at once. */
export const WordsContext = createContext<Words>(makeWords('en', () => undefined));

export const useWords = (): Words => useContext(WordsContext);
