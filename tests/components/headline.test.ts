// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { likeness } from '../../components/headline';
import { addressOf } from '../../components/link-marks';

describe('a heading that says the title', () => {
  const title = 'Port of Elmstead reopens after week-long outage';
  it.each([
    ['word for word', title, true],
    ['with a kicker before it', `Shipping ${title}`, true],
    ['shortened', 'Port of Elmstead reopens after outage', true],
    ['with soft hyphens and other case', 'PORT OF ELM\u00adSTEAD REOPENS AFTER WEEK-LONG OUT\u00adAGE', true],
    ['another headline of the same place', 'Elmstead council votes on a new tax', false],
    ['the outlet’s name', 'The Elmstead Courier', false],
    ['one word of it', 'Outage', false],
    ['nothing', '', false],
  ])('%s', (_what, heading, same) => {
    expect(likeness(heading, title) >= 0.6).toBe(same);
  });
});

describe('where a link leads', () => {
  const link = (href: string) => addressOf({ href, protocol: href.slice(0, href.indexOf(':') + 1) });
  it.each([
    ['a page', 'https://outlet.example/a#comments', 'https://outlet.example/a'],
    [
      'through a search engine',
      'https://search.example/url?sa=t&q=https%3A%2F%2Foutlet.example%2Fa%3Fb%3D1&usg=x',
      'https://outlet.example/a?b=1',
    ],
    ['a script', 'javascript:alert(1)', null],
    ['an address too long to be an article’s', `https://outlet.example/${'a'.repeat(3000)}`, null],
    ['a broken escape', 'https://search.example/?u=https%3A%2F%ZZ', null],
  ])('%s', (_what, href, address) => {
    expect(link(href)).toBe(address);
  });
});
