// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SignalFeedOptions } from '../../components/options/SignalFeedOptions';
import { PublishedSection } from '../../components/PublishedSection';
import { StoryGlance } from '../../components/StoryGlance';
import type { SignalFeedLine } from '../../lib/messages/protocol';
import type { PublishedSignals, StoryView } from '../../lib/messages/verdict';
import { NOW, view } from './sample-story';
import { show, violations } from './show';

afterEach(cleanup);

const told = (publisher: string, more: Partial<PublishedSignals> = {}): PublishedSignals => ({
  story: view.story,
  signals: view.signals,
  articles: view.articles,
  publisher,
  feed: `https://${publisher.toLowerCase()}.example/index.json`,
  signed: true,
  heard: NOW,
  ...more,
});
const withN = (n: number): PublishedSignals['signals'] => ({ ...view.signals, verified: { ...view.signals.verified, n } });

describe('what signal feeds tell of a story', () => {
  it('is nothing where there is none', () => {
    expect(show(<PublishedSection view={view} />).container.innerHTML).toBe('');
  });

  it('stands side by side under each publisher’s name, and what differs from our own is named', async () => {
    const published = [told('Harbor'), told('Quay', { signals: withN(9), signed: false })];
    const { container } = show(<PublishedSection view={{ ...view, published }} />);
    expect(screen.getByText('Published by Harbor')).toBeTruthy();
    expect(screen.getByText('Published by Quay')).toBeTruthy();
    expect(screen.getByText(/Verified by 9 sources/)).toBeTruthy();
    expect(screen.getAllByText('Differs from your own count')).toHaveLength(1);
    expect(screen.getByText(/Not signed/)).toBeTruthy();
    expect(await violations(container)).toEqual([]);
  });

  it('carries the editors’ words as written, with their author, and never as markup', () => {
    const editorial = { author: 'Mara Quist', analysis: 'First.\n<img src=x onerror=alert(1)>', watch: 'Friday.' };
    const { container } = show(<PublishedSection view={{ ...view, published: [told('Harbor', { editorial })] }} />);
    expect(screen.getByText('By Mara Quist')).toBeTruthy();
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(screen.getByText('Friday.')).toBeTruthy();
    expect(container.querySelector('img')).toBeNull();
  });

  it('is named as the publisher’s where nothing of it is our own', () => {
    const theirs: StoryView = { ...view, published: [told('Harbor')], publishedBy: 'Harbor' };
    show(
      <>
        <StoryGlance view={theirs} now={NOW} />
        <PublishedSection view={theirs} />
      </>,
    );
    expect(screen.getAllByText('Published by Harbor')).toHaveLength(2);
    expect(screen.getByText(/None of your own sources/)).toBeTruthy();
  });
});

const line = (more: Partial<SignalFeedLine> = {}): SignalFeedLine => ({
  address: 'https://desk.example/index.json',
  publisher: 'The Harbor Desk',
  key: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ',
  refused: null,
  health: 'ok',
  lastSuccess: NOW - 60_000,
  fault: null,
  faultValues: {},
  stories: 3,
  ...more,
});

function options(lines: readonly SignalFeedLine[]) {
  const calls = {
    onSubscribe: vi.fn(async (_: string) => line()),
    onUnsubscribe: vi.fn(async () => null),
    onAllowSignalFeed: vi.fn(async () => null),
    onAcceptKey: vi.fn(async () => null),
  };
  return { ...calls, ...show(<SignalFeedOptions signalFeeds={lines} now={NOW} {...calls} />) };
}

describe('signal feeds in options', () => {
  it('are subscribed to by address, within the submit', async () => {
    const { onSubscribe, container } = options([]);
    expect(screen.getByText('You read no signal feed.')).toBeTruthy();
    fireEvent.input(screen.getByLabelText('Address of a signal feed'), {
      target: { value: ' https://desk.example/index.json ' },
    });
    fireEvent.submit(container.querySelector('form')!);
    expect(onSubscribe).toHaveBeenCalledExactlyOnceWith('https://desk.example/index.json');
    await waitFor(() => expect(screen.getByText('The Harbor Desk: 3 stories are here.')).toBeTruthy());
  });

  it('show their key, their health, and go', async () => {
    const { onUnsubscribe, container } = options([line(), line({ address: 'https://b.example/', publisher: 'B', key: null })]);
    expect(screen.getByText('Signed with the key abcd efgh ijkl mnop')).toBeTruthy();
    expect(screen.getByText(/Not signed/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Unsubscribe from B' }));
    await waitFor(() => expect(onUnsubscribe).toHaveBeenCalledExactlyOnceWith('https://b.example/'));
    expect(await violations(container)).toEqual([]);
  });

  it.each([
    [{ key: 'ZYXWVUTSRQPONMLKabcdefghijklmnopqrstuvwxyzA' }, /now comes with the key ZYXW VUTS RQPO NMLK/, 'Believe the new key'],
    [{ key: null }, /now comes without a signature/, 'Go on without a signature'],
  ])('ask about a changed key (%j) and wait for the answer', async (refused, question, answer) => {
    const { onAcceptKey } = options([line({ refused, health: 'failing', fault: 'fault_key_changed' })]);
    expect(screen.getByText(question)).toBeTruthy();
    expect(screen.getByText('The signal feed comes with another key than before; it was refused')).toBeTruthy();
    expect(onAcceptKey).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: answer }));
    await waitFor(() => expect(onAcceptKey).toHaveBeenCalledExactlyOnceWith('https://desk.example/index.json', refused.key));
  });

  it('offer the key of a feed that was not signed before, and go on meanwhile', async () => {
    const refused = { key: 'ZYXWVUTSRQPONMLKabcdefghijklmnopqrstuvwxyzA' };
    const { onAcceptKey } = options([line({ key: null, refused })]);
    expect(screen.getByText(/signs its stories now, with the key ZYXW VUTS RQPO NMLK/)).toBeTruthy();
    expect(screen.getByText(/^Read/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Pin this key' }));
    await waitFor(() => expect(onAcceptKey).toHaveBeenCalledExactlyOnceWith('https://desk.example/index.json', refused.key));
  });

  it('ask for the host of one that came without its permission', async () => {
    const { onAllowSignalFeed, container } = options([line({ health: 'no-permission' })]);
    fireEvent.click(screen.getByRole('button', { name: 'Allow access: The Harbor Desk' }));
    await waitFor(() => expect(onAllowSignalFeed).toHaveBeenCalledExactlyOnceWith('https://desk.example/index.json'));
    expect(await violations(container)).toEqual([]);
  });
});
