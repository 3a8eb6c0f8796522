import { describe, expect, test } from '@jest/globals';
import { nextContainer, repositoryOf } from '../../../sandbox/page/catalogue.ts';

describe('repositoryOf', () => {
  test.each([
    ['web', 'web'],
    ['web:1', 'web'],
    ['localhost:5000/shop/web', 'localhost:5000/shop/web'],
    ['localhost:5000/shop/web:v2', 'localhost:5000/shop/web'],
    [`1.dkr.ecr.eu-west-1.amazonaws.com/web@sha256:${'0'.repeat(64)}`, '1.dkr.ecr.eu-west-1.amazonaws.com/web'],
    ['web:v1@sha256:00', 'web'],
  ])('%s is in %s', (image, repository) => {
    expect(repositoryOf(image)).toBe(repository);
  });
});

describe('nextContainer', () => {
  const container = {
    name: 'app',
    image: 'shop/web:v1',
    environment: [
      { name: 'PORT', value: '80' },
      { name: 'FAULT', value: 'crash' },
    ],
    unheardOf: { kept: true },
  };

  test('a broken version is named so, and told so', () => {
    const next = nextContainer(container, { sample: 'flaky', version: 3, kind: 'responder' });
    expect(next).toEqual({
      ...container,
      image: 'shop/web:v3-flaky',
      environment: [
        { name: 'PORT', value: '80' },
        { name: 'VERSION', value: 'v3' },
        { name: 'FAULT', value: 'flaky' },
      ],
    });
  });

  test('a version that is well after a broken one has no trace of it', () => {
    const next = nextContainer(container, { sample: 'well', version: 4, kind: 'simulated' });
    expect(next).toMatchObject({ image: 'shop/web:v4' });
    expect(JSON.stringify(next)).not.toContain('crash');
  });

  test('where images really run, the image stays', () => {
    expect(nextContainer(container, { sample: 'crash', version: 3, kind: 'docker' })).toMatchObject({
      image: 'shop/web:v1',
    });
  });

  test('what is no list of variables is replaced by one', () => {
    const next = nextContainer({ image: 'web', environment: 'odd' }, { sample: 'well', version: 2, kind: 'simulated' });
    expect(next['environment']).toEqual([{ name: 'VERSION', value: 'v2' }]);
  });
});
