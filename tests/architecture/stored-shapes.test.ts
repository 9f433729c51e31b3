import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { canonical } from '../../src/domain/log/entry';
import { type AnyShape, digests, samplesOf, SHAPES, valuesOf, VERSIONS } from '../support/stored';

const NAMED = SHAPES.map((shape) => [shape.name, shape] as const);

function digestOf({ schema }: AnyShape): string {
  const described = canonical(z.toJSONSchema(schema(), { io: 'input' }));
  return createHash('sha256').update(described).digest('hex');
}

describe('what is stored', () => {
  /*
   * Another digest means: values that other versions of the app have written, or will read, look otherwise. Raise the
   * version of the shape, add a lift and samples, and add the digest under the new version: CONTRIBUTING.md, "Change
   * what is stored".
   */
  test.each(NAMED)('%s has the schema that its version was released with', (name, shape) => {
    expect({ [shape.version]: digestOf(shape) }).toEqual({
      [shape.version]: digests()[name]?.[shape.version],
    });
  });

  test('has a digest for every shape, and for no other', () => {
    expect(Object.keys(digests()).toSorted()).toEqual(NAMED.map(([name]) => name).toSorted());
  });

  test.each(NAMED)('%s has a sample of its version', (name, { version }) => {
    const named = samplesOf(`v${version}`).map(({ shape }) => shape);
    expect(named).toContain(name);
  });

  const samples = VERSIONS.flatMap((version) =>
    samplesOf(version).map((sample) => [version, sample.file, sample] as const),
  );

  test.each(samples)('is read as %s wrote it: %s', (_, __, sample) => {
    const shape = SHAPES.find(({ name }) => name === sample.shape);
    for (const value of valuesOf(sample)) {
      const reading = shape?.look(value);
      expect(reading).toMatchObject({ is: 'whole' });
      // Where a cheap look stands in for the schema, the schema agrees.
      if (reading?.is === 'whole') expect(() => shape?.schema().parse(reading.value)).not.toThrow();
    }
  });

  test.each(NAMED)('%s of a newer version is told from damage', (_, { look, version }) => {
    expect(look({ v: version + 1 })).toEqual({ is: 'newer', version: version + 1 });
    expect(look({ v: version })).toEqual({ is: 'unreadable' });
    expect(look({ v: 'one' })).toEqual({ is: 'unreadable' });
    expect(look('words')).toEqual({ is: 'unreadable' });
  });
});
