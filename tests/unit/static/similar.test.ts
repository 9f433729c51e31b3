import { describe, expect, test } from '@jest/globals';
import { type Running, similarTo } from '../../../static/kit/lists/similar';

const running = (summary: string, service: string | null = null, key = 'HOT-1'): Running => ({
  key,
  summary,
  service,
});

describe('an incident that runs is similar', () => {
  test.each([
    [
      'Checkout fails for card payments',
      'Card payment in the checkout is broken',
      'checkout card payments',
    ],
    ['Zahlungen schlagen fehl', 'Zahlung mit Karte nicht möglich', 'zahlungen'],
    ['Login boxes are empty', 'The login box stays empty', 'login boxes empty'],
    ['Deliveries stuck', 'A delivery is stuck since noon', 'deliveries stuck'],
    ['CHECKOUT', 'Nothing works at checkout', 'checkout'],
    ['Größen falsch', 'Grössen vertauscht', 'größen'],
  ])('by the words of “%s” and “%s”', (draft, other, words) => {
    const [found] = similarTo({ summary: draft, service: null }, [running(other)]);
    expect(found?.words.join(' ')).toBe(words);
    expect(found?.sameService).toBe(false);
  });

  test.each([
    [
      'by words that any incident has',
      'The search is down again',
      'Checkout is down for customers',
    ],
    ['by German words that any incident has', 'Die Suche ist kaputt', 'Der Katalog ist kaputt'],
    [
      'by one word among many',
      'Card payments fail in Dublin stores',
      'Card reader of the warehouse door jammed',
    ],
    ['by nothing', '', 'Checkout is down'],
    ['by little words', 'Is it the API?', 'It is the end'],
  ])('not %s', (_, draft, other) => {
    expect(similarTo({ summary: draft, service: null }, [running(other)])).toEqual([]);
  });

  test('by its service, but not where nobody knows it', () => {
    const at = (service: string | null, other: string | null) =>
      similarTo({ summary: 'A', service }, [running('B', other)]).map((one) => one.sameService);
    expect(at('Search', 'Search')).toEqual([true]);
    expect(at('Search', 'Checkout')).toEqual([]);
    expect(at('Unknown', 'Unknown')).toEqual([]);
    expect(at('Unbekannt', 'Unbekannt')).toEqual([]);
    expect(at(null, null)).toEqual([]);
  });
});

test('three at most, those with both reasons first', () => {
  const found = similarTo({ summary: 'Search index stale', service: 'Search' }, [
    running('Nothing alike', 'Search', 'HOT-5'),
    running('Index of the search', 'Catalog', 'HOT-4'),
    running('Search index is stale', 'Search', 'HOT-3'),
    running('Anything', 'Search', 'HOT-2'),
    running('Stale prices', null, 'HOT-1'),
  ]);
  expect(found.map(({ incident }) => incident.key)).toEqual(['HOT-3', 'HOT-4', 'HOT-5']);
});
