import type { Page } from 'playwright-core';

/** Has the page note, from its first moment on, what was moved without the reader's doing. Before `goto`. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    (globalThis as unknown as { shifts: string[] }).shifts = shifts;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { sources?: { node?: Node | null }[] }[])
        for (const { node } of entry.sources ?? []) shifts.push((node as Element | null)?.localName ?? '#text');
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The shifts in which our own elements were moved; those of the page's own making are its own. */
export async function shiftsOf(page: Page): Promise<readonly string[]> {
  const all = await page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts);
  return all.filter((name) => name.startsWith('second-source'));
}
