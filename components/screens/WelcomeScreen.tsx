import type { RefreshProgress } from '../../lib/messages/protocol';
import type { Mode } from '../../lib/store/settings';
import { Logo } from '../Logo';
import { ModeChoice } from '../ModeChoice';
import { RefreshLine } from '../RefreshLine';
import { Specimen } from '../Specimen';
import { TaskLine } from '../TaskLine';
import type { Task } from '../use-task';
import { useWords } from '../WordsContext';

export interface WelcomeScreenProps {
  readonly mode: Mode;
  readonly granted: boolean;
  /** Number of sources that are on; null until known. */
  readonly sources: number | null;
  readonly progress: RefreshProgress;
  /** Epoch ms. */
  readonly now: number;
  readonly choice: Task;
  readonly onChoose: (mode: Mode) => void;
  readonly onRefresh: () => void;
  readonly onOptions: () => void;
}

/** Opened at install: what it is, where it may run, the first refresh, and what there will be to see. */
export function WelcomeScreen(props: WelcomeScreenProps) {
  const { mode, granted, sources, progress, now, choice, onChoose, onRefresh, onOptions } = props;
  const words = useWords();
  return (
    <main class="ss-page ss-welcome">
      <header>
        <p class="ss-brand">
          <Logo size={28} /> {words('extension_name')}
        </p>
        <h1>{words('welcome_title')}</h1>
        <p class="ss-lead">{words('welcome_lead')}</p>
        <Specimen />
        <p class="ss-note">{words('welcome_specimen')}</p>
      </header>
      <section aria-labelledby="where">
        <h2 id="where">{words('welcome_where')}</h2>
        <p>{words('welcome_where_more')}</p>
        <ModeChoice mode={mode} granted={granted} ready={sources !== null} sources={sources ?? 0} onChoose={onChoose} />
        <TaskLine said={choice.said} />
      </section>
      <section aria-labelledby="first">
        <h2 id="first">{words('welcome_first')}</h2>
        <p>{words('welcome_first_more')}</p>
        <RefreshLine progress={progress} now={now} onRefresh={onRefresh} />
      </section>
      <section aria-labelledby="reads">
        <h2 id="reads">{words('welcome_reads')}</h2>
        <dl class="ss-legend">
          <dt class="ss-is-verified">{words.count('standing_verified', 4)}</dt>
          <dd>{words('legend_verified')}</dd>
          <dt class="ss-is-single-source">{words('standing_single_source')}</dt>
          <dd>{words('legend_single_source')}</dd>
          <dt class="ss-is-unconfirmed">{words('standing_unconfirmed')}</dt>
          <dd>{words('legend_unconfirmed')}</dd>
          <dt class="ss-is-party-statement">{words('standing_party_statement')}</dt>
          <dd>{words('legend_party_statement')}</dd>
          <dt>{words('impact')}</dt>
          <dd>{words('legend_impact')}</dd>
          <dt>{words('sentiment')}</dt>
          <dd>{words('legend_sentiment')}</dd>
        </dl>
      </section>
      <section aria-labelledby="private">
        <h2 id="private">{words('welcome_private')}</h2>
        <p>{words('welcome_private_more')}</p>
        <button type="button" class="ss-button" onClick={onOptions}>
          {words('open_options')}
        </button>
      </section>
    </main>
  );
}
