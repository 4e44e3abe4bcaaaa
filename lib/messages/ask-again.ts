/** How often a question is asked again, and after how long, ms: a browser that stops the worker starts it anew at once. */
const AGAIN = 5;
const PAUSE = 300;

/**
 * Asks until there is an answer: where the worker died in the middle of the question, the next one wakes it.
 * For the scripts on pages, hence without any import.
 * @param isWanted asked before each try; an orphan of an update, and who is no longer interested, goes quiet.
 * @returns undefined where none came
 */
export async function askAgain<T>(ask: () => Promise<T | undefined>, isWanted: () => boolean): Promise<T | undefined> {
  for (let left = AGAIN; isWanted(); left--) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined || left === 0) return answer;
    await new Promise((done) => setTimeout(done, PAUSE));
  }
  return undefined;
}
