import { describe, expect, test } from '@jest/globals';
import { hostOf, urlOf } from '../../src/target/url.ts';

const dnsName = 'web-1.eu-west-1.elb.amazonaws.com';

describe('urlOf', () => {
  test.each([
    ['HTTP on its usual port', { dnsName, protocol: 'HTTP', port: 80 }, null, `http://${dnsName}`],
    ['HTTPS on its usual port', { dnsName, protocol: 'HTTPS', port: 443 }, null, `https://${dnsName}`],
    ['another port', { dnsName, protocol: 'HTTP', port: 8080 }, null, `http://${dnsName}:8080`],
    ['a rule for a host', { dnsName, protocol: 'HTTPS', port: 443 }, 'shop.example.com', 'https://shop.example.com'],
    ['no web protocol', { dnsName, protocol: 'TCP', port: 443 }, null, null],
    ['may not be read', null, 'shop.example.com', null],
  ])('%s', (_, entrance, host, url) => {
    expect(urlOf(entrance, host)).toBe(url);
  });
});

describe('hostOf', () => {
  const forward = [{ Type: 'forward' as const }];
  const forHosts = (...Values: string[]) => [{ Field: 'host-header', HostHeaderConfig: { Values } }];

  test.each([
    ['one host', { Actions: forward, Conditions: forHosts('shop.example.com') }, 'shop.example.com'],
    [
      'a wildcard before it',
      { Actions: forward, Conditions: forHosts('*.example.com', 'a.example.com') },
      'a.example.com',
    ],
    ['wildcards alone', { Actions: forward, Conditions: forHosts('*.example.com') }, null],
    ['text that is no host', { Actions: forward, Conditions: forHosts('a.example.com/\n::error::') }, null],
    [
      'the older member',
      { Actions: forward, Conditions: [{ Field: 'host-header', Values: ['b.example.com'] }] },
      'b.example.com',
    ],
    ['a path', { Actions: forward, Conditions: [{ Field: 'path-pattern', Values: ['/x'] }] }, null],
    ['no forward', { Actions: [{ Type: 'redirect' as const }], Conditions: forHosts('shop.example.com') }, null],
    ['the default rule', { Actions: forward }, null],
  ])('%s', (_, rule, host) => {
    expect(hostOf(rule)).toBe(host);
  });
});
