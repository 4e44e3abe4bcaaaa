/**
 * Every permission with its reason, once: the manifest (wxt.config.ts), the options page and
 * tests/manifest.test.ts read it here. `reason` is a key of the locale files.
 */
export interface PermissionReason {
  readonly permission: string;
  readonly reason: string;
}

/** Asked for at install; none of them brings a warning. */
export const REQUIRED: readonly PermissionReason[] = [
  { permission: 'storage', reason: 'permission_storage' },
  { permission: 'alarms', reason: 'permission_alarms' },
  { permission: 'scripting', reason: 'permission_scripting' },
  { permission: 'activeTab', reason: 'permission_activeTab' },
  { permission: 'unlimitedStorage', reason: 'permission_unlimitedStorage' },
];

/** Chromium's name for the side panel; Firefox has the sidebar without a permission. */
export const REQUIRED_CHROMIUM: readonly PermissionReason[] = [{ permission: 'sidePanel', reason: 'permission_sidePanel' }];

/** Asked for when the reader switches on what needs it. */
export const OPTIONAL = [
  { permission: 'notifications', reason: 'permission_notifications' },
] as const satisfies readonly PermissionReason[];

/** Hosts, asked for when the reader chooses a mode or adds a feed; never at install. */
export const OPTIONAL_HOSTS: readonly PermissionReason[] = [
  { permission: 'https://*/*', reason: 'permission_hosts' },
  { permission: 'http://*/*', reason: 'permission_hosts' },
];
