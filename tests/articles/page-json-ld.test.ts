import { describe, expect, it } from 'vitest';
import { line, linkedData } from '../../lib/articles/page-json-ld';

describe('JSON-LD as pages write it', () => {
  it.each([
    ['in a comment', '<!-- {"headline":"Ferry"} -->'],
    ['in CDATA', '//<![CDATA[\n{"headline":"Ferry"}\n//]]>'],
    ['with raw line breaks', '{"headline":"Ferry","description":"two\nlines"}'],
    ['with commas too many', '{"headline":"Ferry","keywords":["a",],}'],
    ['with a semicolon behind', '{"headline":"Ferry"};'],
    ['cut off', '{"@type":"NewsArticle","headline":"Ferry","articleBody":"The bo'],
    ['with quotes that nobody escaped', '{"@type":"NewsArticle","headline":"Ferry","description":"the "night" boat"}'],
  ])('%s', (_, source) => {
    expect(linkedData([source]).map((object) => object['headline'])).toContain('Ferry');
  });

  it.each([
    ['a string', ' Night  ferry ', 'Night ferry'],
    ['an array', ['Night ferry', 'Other'], 'Night ferry'],
    ['a value object', { '@value': 'Night ferry' }, 'Night ferry'],
    ['a named object', { name: 'Night ferry' }, 'Night ferry'],
    ['an address', { '@id': 'https://quay.example/1' }, 'https://quay.example/1'],
    ['a number', 7, ''],
    ['nothing', null, ''],
    ['an object of nothing', {}, ''],
    ['an array of nothing', [null], ''],
  ])('%s is one line', (_, value, expected) => {
    expect(line(value)).toBe(expected);
  });
});
