/** The demonstration itself; `npm start` sets up, builds, and runs this (scripts/start.mjs). */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './chromium';
import { openingPage, openNewsroom } from './newsroom';

import { badgeOn, countOn, launchReader, refreshAll } from './reader';
import { addressOf } from './reports';

const ARTEFACTS = new URL('../../artefacts/', import.meta.url);
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

if (process.argv.includes('--live')) await live();
else await demonstrate();

/** The browser on the real network, freshly installed: the welcome page asks what it may do. */
async function live(): Promise<void> {
  if (!hasDisplay) {
    console.error('`npm start -- --live` opens a browser for you to use, and there is no display here.');
    process.exitCode = 1;
    return;
  }
  const { context } = await launchChromium({ headless: false });
  console.log('Choose a mode on the welcome page, then open any news page. Close the browser to end.');
  await context.waitForEvent('close', { timeout: 0 });
}

/** The demo newsroom: feeds fetched, badge shown. */
async function demonstrate(): Promise<void> {
  const newsroom = await openNewsroom(Date.now());
  const { chromium, options, added } = await launchReader(newsroom.opml, { newsroom, headless: !hasDisplay });
  try {
    const { total, failed, articles } = await refreshAll(options);
    console.log(`Imported ${added} feeds; ${total - failed} of ${total} fetched, ${articles} articles.`);

    const page = await chromium.context.newPage();
    await page.goto(openingPage(newsroom));
    const badge = await badgeOn(page);
    if (!badge) throw new Error(`No badge came up on ${page.url()}`);
    const says = (await badge.innerText()).trim().replace(/\s*\n+\s*/g, ' · ');
    const meaning = await page.locator('second-source-overlay .ss-tip').textContent();
    console.log(`\n${page.url()}\n  badge:   ${says}\n           ${meaning}\n  toolbar: ${await countOn(chromium, page)}`);
    await Promise.all(chromium.context.pages().flatMap((other) => (other === page ? [] : [other.close()])));
    if (hasDisplay) {
      await page.bringToFront();
      console.log('\nThe browser is yours: other pages to try are\n');
      for (const report of newsroom.reports) console.log(`  ${addressOf(report)}`);
      console.log('\nClose the browser to end.');
      await chromium.context.waitForEvent('close', { timeout: 0 });
    } else {
      mkdirSync(ARTEFACTS, { recursive: true });
      const picture = (name: string) => fileURLToPath(new URL(name, ARTEFACTS));
      await page.screenshot({ path: picture('start-badge.png') });
      await badge.click();
      await page.getByRole('dialog').waitFor();
      await page.screenshot({ path: picture('start-popup.png') });
      console.log(`\nNo display here: see ${picture('start-badge.png')} and ${picture('start-popup.png')}.`);
    }
  } finally {
    await chromium.close().catch(() => {});
    await newsroom.close();
  }
}
