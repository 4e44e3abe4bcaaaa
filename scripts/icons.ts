/**
 * Draws the toolbar's and the store's icons from one drawing (components/Logo.tsx is the same) into public/icon.
 * Run after changing it: `npx tsx scripts/icons.ts`. The PNGs are committed: a build needs no browser.
 */
import { writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const SIZES = [16, 32, 48, 96, 128];

/** Green as "verified", a tone that stands on a light toolbar as on a dark one (3:1 on both). Small sizes lose the echo. */
const drawing = (size: number) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="${size}" height="${size}">
  <g fill="none" stroke="#1c8f70" stroke-linecap="round" transform="${size < 32 ? 'translate(0.8 0)' : ''}">
    <line x1="3.2" y1="13.2" x2="6.4" y2="2.8" stroke-width="2.8"/>
    <line x1="8.4" y1="13.2" x2="11.6" y2="2.8" stroke-width="2.8"/>
    ${size < 32 ? '' : '<line x1="11.9" y1="12" x2="14.3" y2="4.2" stroke-width="1.1" opacity="0.75"/>'}
  </g>
</svg>`;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' });
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing(size)}`);
  await writeFile(new URL(`../public/icon/${size}.png`, import.meta.url), await page.screenshot({ omitBackground: true }));
}
await browser.close();
