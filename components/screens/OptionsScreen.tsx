import type { Answer, RefreshProgress, SignalFeedLine, SourceLine } from '../../lib/messages/protocol';
import type { PermissionReason } from '../../lib/permissions';
import type { Mode, Settings } from '../../lib/store/settings';
import { Logo } from '../Logo';
import { DataOptions } from '../options/DataOptions';
import { LanguageOptions } from '../options/LanguageOptions';
import { ModeOptions } from '../options/ModeOptions';
import { NotifyOptions } from '../options/NotifyOptions';
import { OverlayOptions } from '../options/OverlayOptions';
import { PermissionOptions } from '../options/PermissionOptions';
import { SignalFeedOptions } from '../options/SignalFeedOptions';
import { SourceOptions } from '../options/SourceOptions';
import type { Task } from '../use-task';
import { useWords } from '../WordsContext';

export interface OptionsScreenProps {
  readonly settings: Settings;
  /** Null until known. */
  readonly sources: readonly SourceLine[] | null;
  readonly progress: RefreshProgress;
  readonly size: Answer<'data/size'> | null;
  /** Whether the browser grants what the mode needs. */
  readonly granted: boolean;
  readonly permissions: readonly PermissionReason[];
  /** Of this build. */
  readonly version: string;
  /** Epoch ms. */
  readonly now: number;
  readonly choice: Task;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onChoose: (mode: Mode) => void;
  /** Switches notifications; called in the click itself, for the browser asks the reader only then. */
  readonly onNotify: (on: boolean) => void;
  readonly onRefresh: () => void;
  readonly onAddFeed: (address: string) => Promise<Answer<'feeds/add'>>;
  readonly onRemoveFeed: (address: string) => Promise<unknown>;
  /** Null until known. */
  readonly signalFeeds: readonly SignalFeedLine[] | null;
  readonly onSubscribe: (address: string) => Promise<SignalFeedLine>;
  /** Asks the browser for the host of a signal feed that came with an import, or whose permission was taken back. */
  readonly onAllowSignalFeed: (address: string) => Promise<unknown>;
  readonly onUnsubscribe: (address: string) => Promise<unknown>;
  readonly onAcceptKey: (address: string, key: string | null) => Promise<unknown>;
  readonly onImportOpml: (text: string) => Promise<Answer<'opml/import'>>;
  readonly onExportOpml: () => Promise<unknown>;
  readonly onExportData: (as: 'json' | 'csv') => Promise<unknown>;
  readonly onImportData: (text: string) => Promise<Answer<'data/import'>>;
  readonly onWipe: () => Promise<unknown>;
}

const SECTIONS = [
  ['on-pages', 'options_on_pages'],
  ['where', 'options_where'],
  ['sources', 'options_sources'],
  ['signal-feeds', 'options_signal_feeds'],
  ['notifications', 'options_notify'],
  ['language', 'options_language'],
  ['data', 'options_data'],
  ['about', 'options_about'],
] as const;

/** Everything that the reader can decide, each in force at once. */
export function OptionsScreen(props: OptionsScreenProps) {
  const words = useWords();
  return (
    <div class="ss-page ss-options">
      <nav aria-label={words('options')}>
        <p class="ss-brand">
          <Logo /> {words('extension_name')}
        </p>
        <ul class="ss-plain">
          {SECTIONS.map(([id, key]) => (
            <li key={id}>
              <a href={`#${id}`}>{words(key)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <h1>{words('options')}</h1>
        <OverlayOptions {...props} />
        <ModeOptions {...props} />
        <SourceOptions {...props} />
        <SignalFeedOptions {...props} />
        <NotifyOptions {...props} />
        <LanguageOptions {...props} />
        <DataOptions {...props} />
        <PermissionOptions {...props} />
      </main>
    </div>
  );
}
