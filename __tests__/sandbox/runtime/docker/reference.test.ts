import { describe, expect, test } from '@jest/globals';
import { imageOf, pullQuery } from '../../../../sandbox/runtime/docker/reference.ts';

const registry = { host: '127.0.0.1:5000' };
const digest = `sha256:${'ab'.repeat(32)}`;
const ecr = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

describe('the image that is run', () => {
  test.each([
    [`${ecr}/team/web@${digest}`, `127.0.0.1:5000/team/web@${digest}`, true, true],
    [`${ecr}/web:v1`, '127.0.0.1:5000/web:v1', true, false],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/web', '127.0.0.1:5000/web', true, false],
    ['127.0.0.1:5000/web:v1', '127.0.0.1:5000/web:v1', true, false],
    ['127.0.0.1:5001/web:v1', '127.0.0.1:5001/web:v1', false, false],
    ['nginx', 'nginx', false, false],
    ['public.ecr.aws/nginx/nginx:stable', 'public.ecr.aws/nginx/nginx:stable', false, false],
    [`nginx@${digest}`, `nginx@${digest}`, false, true],
    ['1234.dkr.ecr.eu-west-1.amazonaws.com/web', '1234.dkr.ecr.eu-west-1.amazonaws.com/web', false, false],
    [`${ecr}.example.org/web`, `${ecr}.example.org/web`, false, false],
  ])('%s', (given, reference, ours, byDigest) => {
    expect(imageOf(given, registry)).toEqual({ reference, ours, byDigest });
  });

  test('without a registry, an image of ECR is one like others', () => {
    expect(imageOf(`${ecr}/web:v1`, null)).toEqual({ reference: `${ecr}/web:v1`, ours: false, byDigest: false });
  });
});

describe('a pull asks for', () => {
  test.each([
    ['nginx', 'nginx', 'latest'],
    ['nginx:1.27', 'nginx', '1.27'],
    ['127.0.0.1:5000/web', '127.0.0.1:5000/web', 'latest'],
    ['127.0.0.1:5000/web:v1', '127.0.0.1:5000/web', 'v1'],
    [`127.0.0.1:5000/web@${digest}`, '127.0.0.1:5000/web', digest],
    [`127.0.0.1:5000/web:v1@${digest}`, '127.0.0.1:5000/web', digest],
  ])('%s', (reference, fromImage, tag) => {
    expect(pullQuery(reference)).toEqual({ fromImage, tag });
  });
});
