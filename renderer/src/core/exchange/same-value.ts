/** True when two values of JSON say the same; the order of fields does not matter, and absent is like undefined. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const left = new Map<string, unknown>(Object.entries(one));
  const right = new Map<string, unknown>(Object.entries(other));
  const keys = new Set([...left.keys(), ...right.keys()]);
  return [...keys].every((key) => sameValue(left.get(key), right.get(key)));
}

/** True when a record agrees with another in every field that `stated` names. */
export function agrees(known: object, made: object, stated: object): boolean {
  const left = new Map<string, unknown>(Object.entries(known));
  const right = new Map<string, unknown>(Object.entries(made));
  return Object.keys(stated).every((key) => !right.has(key) || sameValue(left.get(key), right.get(key)));
}
