import type { Page } from 'playwright-core';

/**
 * Lets Playwright's locators see into a closed shadow root, so that tests drive the very build that ships. Only the copy
 * of the page that Playwright's own utility world sees is changed: the page's scripts still find nothing there.
 * To be done anew after a navigation and after the host element was replaced.
 * @returns false where no such element with a shadow root stands on the page.
 */
export async function pierce(page: Page, selector = 'second-source-overlay'): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  try {
    const worlds: { id: number; name: string }[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
    await session.send('Runtime.enable');
    const { root: document } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: document.nodeId, selector });
    if (nodeId === 0) return false;
    const { node } = await session.send('DOM.describeNode', { nodeId, depth: 1, pierce: true });
    const shadow = node.shadowRoots?.[0];
    if (!shadow) return false;
    for (const { id } of worlds.filter((world) => world.name.startsWith('__playwright_utility_world'))) {
      const inWorld = (backendNodeId: number) =>
        session.send('DOM.resolveNode', { backendNodeId, executionContextId: id }).catch(() => null);
      const [host, root] = await Promise.all([inWorld(node.backendNodeId), inWorld(shadow.backendNodeId)]);
      if (!host?.object.objectId || !root?.object.objectId) continue;
      await session.send('Runtime.callFunctionOn', {
        objectId: host.object.objectId,
        functionDeclaration:
          'function (root) { Object.defineProperty(this, "shadowRoot", { value: root, configurable: true }); }',
        arguments: [{ objectId: root.object.objectId }],
      });
    }
    return true;
  } finally {
    await session.detach();
  }
}
