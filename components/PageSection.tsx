import type { PageReport, StoryView } from '../lib/messages/verdict';
import type { Origin } from '../lib/signals/signals';
import type { Words } from '../lib/words/words';
import { Fold } from './Fold';
import { Reasons } from './Reasons';
import { useWords } from './WordsContext';

/** What kind of report a page is, in words: "A copy of AP’s text". */
export function pageKind(words: Words, origin: Origin): string {
  const name = origin.name;
  switch (origin.kind) {
    case 'own':
      return words('page_own');
    case 'wire':
      return name ? words('page_wire', { name }) : words('page_wire_unknown');
    case 'cites':
      return name ? words('page_cites', { name }) : words('page_cites_unknown');
    case 'pr':
      return words('page_pr');
    case 'primary':
      return words('page_primary');
  }
}

/** What kind of report this page is, with the words that show it. */
export function PageSection({ view, page }: { readonly view: StoryView; readonly page: PageReport }) {
  const words = useWords();
  return (
    <section class="ss-section">
      <Fold label={words('this_page')} line={pageKind(words, page.origin)}>
        <Reasons reasons={page.origin.evidence} articles={view.articles} />
        <p class="ss-note">{words(page.matched === 'address' ? 'matched_address' : 'matched_content')}</p>
      </Fold>
    </section>
  );
}
