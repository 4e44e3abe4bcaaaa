import type { ComponentChildren, Ref } from 'preact';
import { hashOf, type Route } from '../desk/route';
import { Brand, ScreenTools } from '../ScreenBar';
import { TaskLine } from '../TaskLine';
import type { Said } from '../use-task';
import { useWords } from '../WordsContext';

interface Props {
  readonly route: Route;
  /** What came of the last button that was pressed. */
  readonly said: Said | null;
  readonly mainRef: Ref<HTMLElement>;
  /** The page is being read from the store. */
  readonly busy: boolean;
  readonly onKeys: () => void;
  readonly onOptions: () => void;
  /** The page itself. */
  readonly children: ComponentChildren;
}

const PAGES = [
  ['stories', 'desk_stories'],
  ['compare', 'compare'],
  ['trends', 'trends'],
  ['glossary', 'glossary'],
  ['methodology', 'methodology'],
] as const;

const addressOf = (page: (typeof PAGES)[number][0]): string => {
  switch (page) {
    case 'stories':
      return hashOf({ is: 'stories', filter: {}, order: 'impact' });
    case 'compare':
      return hashOf({ is: 'compare', what: [] });
    default:
      return hashOf({ is: page });
  }
};

/** The desk's frame: its pages to choose from, and the one that is open. */
export function DeskScreen({ route, said, mainRef, busy, onKeys, onOptions, children }: Props) {
  const words = useWords();
  return (
    <div class="ss-page ss-desk">
      <header class="ss-desk-bar">
        <Brand />
        <nav aria-label={words('desk_pages')}>
          <ul class="ss-plain">
            {PAGES.map(([page, key]) => (
              <li key={page}>
                <a href={addressOf(page)} {...(route.is === page ? { 'aria-current': 'page' as const } : {})}>
                  {words(key)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <ScreenTools
          tools={[
            { icon: 'keys', label: words('keys'), onPress: onKeys },
            { icon: 'settings', label: words('open_options'), onPress: onOptions },
          ]}
        />
      </header>
      <main ref={mainRef} tabIndex={-1} aria-busy={busy}>
        {children}
      </main>
      <div class="ss-toast">
        <TaskLine said={said} />
      </div>
    </div>
  );
}
