import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../lib/browser';
import { forgetTab } from '../lib/messages/page-scripts';
import { receive } from '../lib/messages/receive';
import { openStoriesOnClick } from '../lib/notifications';
import { makeWorker } from '../lib/worker';

/** How often feeds are looked at, minutes; each is fetched when its own time has come (lib/sources/timetable.ts). */
const EVERY = 5;

/** Wiring only. Listeners are registered at once: the worker is started by the very events that they are for. */
export default defineBackground({
  type: 'module',
  main() {
    const worker = makeWorker();
    const self = { id: browser.runtime.id, root: browser.runtime.getURL('/') };

    browser.runtime.onMessage.addListener(((message: unknown, sender: never, respond: (reply: unknown) => void) => {
      void receive(message, sender, worker.handlers, self).then((reply) => reply && respond(reply));
      return true;
    }) as never);

    browser.alarms.onAlarm.addListener(() => void worker.refreshDue());
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void worker.start();
      if (reason === 'install') void browser.tabs.create({ url: '/welcome.html' });
    });
    browser.runtime.onStartup.addListener(() => void worker.start());
    browser.permissions.onAdded.addListener(({ origins }) => {
      openStoriesOnClick();
      void worker.permissionsChanged(origins);
    });
    openStoriesOnClick();
    browser.permissions.onRemoved.addListener(() => void worker.permissionsChanged());
    browser.tabs.onRemoved.addListener((tab) => void forgetTab(tab));
    void browser.alarms.get('refresh').then((alarm) => {
      if (!alarm) return browser.alarms.create('refresh', { periodInMinutes: EVERY, delayInMinutes: 1 });
    });
    // A refresh that the last worker could not finish is taken up as soon as one runs again.
    void worker.resume();
  },
});
