import type { UnlistedScriptDefinition } from 'wxt';
import { lookAtPage } from '../lib/articles/page-look';

/** Looks at a page whose head leaves something open: run by the worker, which gets what is returned (lib/messages/page-scripts.ts). */
export default { main: () => lookAtPage(document, location.href) } satisfies UnlistedScriptDefinition;
