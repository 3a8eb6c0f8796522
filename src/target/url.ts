import { type Action, type Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import { type Entrance } from '../ports/aws/aws.ts';

/** The host that a rule is for, where it names one without a wildcard (ELBv2 API: HostHeaderConditionConfig). */
export function hostOf({ Conditions, Actions }: Pick<Rule, 'Conditions' | 'Actions'>): string | null {
  if (!(Actions ?? []).some(({ Type }: Action) => Type === 'forward')) return null;
  const hosts = (Conditions ?? []).flatMap(({ HostHeaderConfig, Field, Values }) =>
    Field === 'host-header' ? (HostHeaderConfig?.Values ?? Values ?? []) : [],
  );
  return hosts.find((host) => /^[a-z0-9.-]+$/i.test(host)) ?? null;
}

const USUAL_PORTS: Readonly<Record<string, number>> = { HTTP: 80, HTTPS: 443 };

/** `https://shop.example.com`, `http://web-123.eu-west-1.elb.amazonaws.com:8080`; null where it is no web address. */
export function urlOf(entrance: Entrance | null, host: string | null): string | null {
  if (entrance === null) return null;
  const usual = USUAL_PORTS[entrance.protocol];
  if (usual === undefined) return null;
  const port = entrance.port === usual ? '' : `:${entrance.port}`;
  return `${entrance.protocol.toLowerCase()}://${host ?? entrance.dnsName}${port}`;
}
