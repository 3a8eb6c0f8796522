/**
 * What a YAML scalar without quotes means to CloudFormation, which reads YAML 1.1 (user guide: "Template formats"): `yes`
 * and `on` are booleans, `010` is 8, `22:22` is 1342 (cfn-language-discussion issue 31, coverage-roadmap issue 745). `08`,
 * `2010-09-09` and `y` stay text. The forms are those of YAML 1.1 as Java's usual reader resolves them; timestamps are not
 * among CloudFormation's types.
 */
export function plainScalar(source: string): string | number | boolean | null {
  if (source === '' || /^(~|null|Null|NULL)$/.test(source)) return null;
  if (/^(yes|Yes|YES|true|True|TRUE|on|On|ON)$/.test(source)) return true;
  if (/^(no|No|NO|false|False|FALSE|off|Off|OFF)$/.test(source)) return false;
  const number = wholeNumber(source) ?? fraction(source);
  // What JSON cannot hold (.inf, 1e999) stays text.
  return number !== null && Number.isFinite(number) ? number : source;
}

function wholeNumber(source: string): number | null {
  const found = /^([-+]?)(0b[01_]+|0x[0-9a-fA-F_]+|0[0-7_]+|0|[1-9][0-9_]*|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/.exec(
    source,
  );
  if (!found) return null;
  const digits = (found[2] ?? '').replaceAll('_', '');
  return (found[1] === '-' ? -1 : 1) * magnitude(digits);
}

function magnitude(digits: string): number {
  if (digits.includes(':')) return digits.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  if (/^0[0-7]+$/.test(digits)) return Number.parseInt(digits, 8);
  return Number(digits);
}

/** `1e3` is a number, as an abbreviated commit may look; sixtieths with a fraction (`20:30.15`) are left as text. */
function fraction(source: string): number | null {
  const signed = /^[-+]?[0-9][0-9_]*(?:\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)$/.test(source);
  const bare = /^\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?$/.test(source);
  return signed || bare ? Number(source.replaceAll('_', '')) : null;
}
