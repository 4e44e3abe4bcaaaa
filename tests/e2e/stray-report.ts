import type { DemoReport } from '../../scripts/demo/reports';

const HOUR = 3_600_000;

/** What stands on a page of no feed. */
export const stray = (now: number): DemoReport => ({
  outlet: 'quiet',
  path: '/notices/tidewater-clinic',
  title: 'Tidewater Clinic closes its counters after patient files were copied',
  at: now - 2 * HOUR,
  section: 'Notices',
  paragraphs: [
    'The Tidewater Clinic has closed its counters for the week, a note on its door says. Somebody has copied patient files, the note goes on.',
    'Those who have an appointment are asked to telephone. The pharmacy stays open until noon.',
    'The clinic serves four parishes and has about sixty people on its staff.',
  ],
  story: null,
  origin: 'own',
  inFeed: false,
});
/** What another outlet prints of it later. */
export const later = (now: number): DemoReport => ({
  ...stray(now),
  outlet: 'meridian',
  path: '/technology/clinic-extortion',
  title: 'A second extortion letter reaches the Tidewater Clinic, its director says',
  at: now - 30 * 60_000,
  section: 'Technology',
  paragraphs: [
    'The director of the Tidewater Clinic said on Monday that a second letter had come, and that nothing would be paid.',
    'The letter threatens to print the files of patients. The county has sent two technicians.',
  ],
  inFeed: true,
});
