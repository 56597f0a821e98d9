import { fitSignOff } from '../fit.ts';
import { type Diagram, LIMITS, type SignOff } from '../schema.ts';
import { judgedHash } from '../signOff.ts';

const sameScope = ({ scope: a }: SignOff, { scope: b }: SignOff): boolean =>
  a === b || (a !== 'all' && b !== 'all' && a.length === b.length && a.every((id) => b.includes(id)));

/**
 * Records that somebody signs the diagram off as it is. It takes the place of what the same person signed of the same
 * scope before. Without a reviewer, or where a file has no room for another one, nothing.
 */
export function signOff(diagram: Diagram, order: Omit<SignOff, 'hash'>): Diagram {
  const fitted = fitSignOff({ ...order, hash: judgedHash(diagram, order.scope) });
  if (fitted === null) return diagram;
  const others = (diagram.signOffs ?? []).filter(
    (each) => each.reviewer !== fitted.reviewer || !sameScope(each, fitted),
  );
  return others.length >= LIMITS.list ? diagram : { ...diagram, signOffs: [...others, fitted] };
}

/** Takes a sign-off back. */
export function withdrawSignOff(diagram: Diagram, withdrawn: SignOff): Diagram {
  const { signOffs = [], ...rest } = diagram;
  const left = signOffs.filter((each) => each !== withdrawn);
  if (left.length === signOffs.length) return diagram;
  return left.length === 0 ? rest : { ...rest, signOffs: left };
}
