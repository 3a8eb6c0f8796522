/** The table of what an edit of a parameter changes, from the templates themselves. */
import { type Claim, claimFor, claimsOf } from '../updates/claims.ts';
import { type Edit, editsOf, isConfirmation } from '../updates/edits.ts';
import { templateOf, type TemplateName } from '../updates/variants.ts';

const WHEN: Readonly<Record<Claim, string>> = {
  'any time': 'any time',
  traffic: '**sends production to `LiveColor`**',
  'first launch': '**first launch only**',
};

type Rows = readonly (readonly string[])[];

const known = new Map<TemplateName, Rows>();

/** Rows of parameter, when it may be edited, and what changes then: those that are fixed last. Worked out once. */
export function updateRows(file: TemplateName): Rows {
  const rows = known.get(file) ?? rowsOf(file);
  known.set(file, rows);
  return rows;
}

function rowsOf(file: TemplateName): Rows {
  const template = templateOf(file);
  const claims = claimsOf(template);
  const order: readonly Claim[] = ['traffic', 'any time', 'first launch'];
  const rows = [...template.parameters.keys()]
    .filter((name) => !isConfirmation(name))
    .map((name) => ({ name, claim: claims.get(name) ?? 'any time', edits: editsOf(file, template, name) }));
  return rows
    .toSorted((one, other) => order.indexOf(one.claim) - order.indexOf(other.claim))
    .map(({ name, claim, edits }) => [`\`${name}\``, WHEN[claim], changes(edits, claim)]);
}

/** At rest: what is changed, added, removed or replaced on any of the variants; of a fixed one only the reason. */
function changes(edits: readonly Edit[], claim: Claim): string {
  const effects = edits.flatMap((edit) => edit.effects ?? []);
  const relevant = claim === 'first launch' ? effects.filter((effect) => claimFor([effect]) !== 'any time') : effects;
  const kinds = {
    replace: 'replaces',
    remove: 'removes',
    leave: 'lets go of',
    add: 'adds',
    update: 'changes',
  } as const;
  const seen = new Set<string>();
  const parts = Object.entries(kinds).flatMap(([what, word]) => {
    const ids = relevant.filter((effect) => effect.what === what).map(({ logicalId }) => logicalId);
    const fresh = [...new Set(ids)].filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    return fresh.length === 0 ? [] : [`${word} ${fresh.join(', ')}`];
  });
  return parts.length === 0 ? 'only outputs, or nothing' : parts.join('; ');
}
