/** The toolbar's popup, as the browser opens it from its button and not as a page in a tab. */
import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** A way to speak with popups. @param page any of the browser's */
export async function popupSession(context: BrowserContext, page: Page): Promise<CDPSession> {
  return (await context.browser()?.newBrowserCDPSession()) ?? (await context.newCDPSession(page));
}

/**
 * Evaluates in the popup that shows a page of the extension. Popups are no pages to Playwright: they are spoken to by hand.
 * @param path of the page ("popup.html")
 * @returns undefined where no such popup is open
 */
export async function inPopup(browser: CDPSession, path: string, expression: string): Promise<string | undefined> {
  const { targetInfos } = await browser.send('Target.getTargets');
  const popup = targetInfos.find(({ url }) => url.endsWith(`/${path}`));
  if (!popup) return undefined;
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId: popup.targetId, flatten: false });
  return new Promise((done) => {
    const hear = ({ message, sessionId: from }: { message: string; sessionId: string }) => {
      if (from !== sessionId) return;
      browser.off('Target.receivedMessageFromTarget', hear);
      const { result } = JSON.parse(message) as { result?: { result?: { value?: string } } };
      browser.send('Target.detachFromTarget', { sessionId }).catch(() => undefined);
      done(result?.result?.value);
    };
    browser.on('Target.receivedMessageFromTarget', hear);
    const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } });
    browser.send('Target.sendMessageToTarget', { sessionId, message }).catch(() => done(undefined));
  });
}
