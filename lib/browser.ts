/**
 * The one import of the extension API, for the worker and the extension's own pages.
 * Scripts on pages use the native `browser ?? chrome` instead: the polyfill would more than double what every page pays.
 */

export type { Alarms, Permissions, Runtime, Storage, Tabs } from 'webextension-polyfill';
export { default as browser } from 'webextension-polyfill';
