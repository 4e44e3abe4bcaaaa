import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetPage, keepLists, keepPage, keptLists, keptPage } from '../../lib/messages/kept';

const PAGE = 'https://harbor.example/news/1';
const covered = { verdict: { is: 'not-covered' }, proposed: ['harbor', 'strike'] } as const;

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.tabs.get = vi.fn(async () => ({ url: PAGE, status: 'complete' })) as never;
  fakeBrowser.scripting.getRegisteredContentScripts = vi.fn(async () => []) as never;
});

it('gives a tab’s verdict back for the page that it was made of, whatever its fragment', async () => {
  await keepPage(1, PAGE, covered);
  expect(await keptPage(1, `${PAGE}#comments`)).toEqual(covered);
});

it('has none where the tab has gone elsewhere and that page was read', async () => {
  await keepPage(1, PAGE, covered);
  await fakeBrowser.storage.session.set({ 'tab:1': { url: `${PAGE}2`, reading: null } });
  expect(await keptPage(1, `${PAGE}2`)).toBeNull();
});

it('knows without anybody what a page is told that was never read', async () => {
  expect(await keptPage(1, PAGE)).toEqual({ verdict: { is: 'no-permission' }, proposed: [] });
  expect(await keptPage(1, 'about:blank')).toEqual({ verdict: { is: 'not-article' }, proposed: [] });
});

it('says nothing of a page whose address may not be known', async () => {
  await keepPage(1, PAGE, covered);
  expect(await keptPage(1, null)).toBeNull();
});

it('keeps no verdict that would fill the browser’s room for all tabs, nor an older one in its place', async () => {
  await keepPage(1, PAGE, covered);
  await fakeBrowser.storage.session.set({ 'tab:1': { url: PAGE, reading: null } });
  await keepPage(1, PAGE, { ...covered, proposed: ['x'.repeat(200_001)] });
  expect(await keptPage(1, PAGE)).toBeNull();
});

it('forgets a page, and gives the lists back as they were kept', async () => {
  await fakeBrowser.storage.session.set({ 'tab:1': { url: PAGE, reading: null } });
  await keepPage(1, PAGE, covered);
  await forgetPage(1);
  expect(await keptPage(1, PAGE)).toBeNull();
  expect(await keptLists()).toBeNull();
  const lists = { lists: { followed: [], top: [] }, standing: [] };
  await keepLists(lists);
  expect(await keptLists()).toEqual(lists);
});
