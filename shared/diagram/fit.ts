import { inOrder } from '../dataClasses.ts';
import { BOUNDARY_MIN, TEXT_MIN, whole } from './geometry.ts';
import {
  type AnswerOf,
  LIMITS,
  nameOrNone,
  type Position,
  type SignOff,
  type Size,
  type Suppression,
  type Transformation,
} from './schema.ts';

/*
 * What an edit puts into a diagram is cut to what a diagram file may hold: else it could be saved, but never opened.
 */

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

const { coordinate } = LIMITS;

/** A position in whole pixels. */
export const fitPosition = ({ x, y }: Readonly<Position>): Position => ({
  x: within(whole(x), -coordinate, coordinate),
  y: within(whole(y), -coordinate, coordinate),
});

const sizeFrom =
  (least: Readonly<Size>) =>
  ({ width, height }: Readonly<Size>): Size => ({
    width: within(whole(width), least.width, coordinate),
    height: within(whole(height), least.height, coordinate),
  });

/** A size in whole pixels, not below the smallest one of a boundary. */
export const fitSize = sizeFrom(BOUNDARY_MIN);

/** A size in whole pixels, not below the smallest one of a text box. */
export const fitTextSize = sizeFrom(TEXT_MIN);

/** The words of a text box. */
export const fitText = (text: string): string => text.slice(0, LIMITS.answer);

/** The word on a resource's card. */
export const fitBadge = (badge: string): string => badge.slice(0, LIMITS.badge);

/** A name or label; empty where nobody would see it. */
export const fitName = (name: string): string => nameOrNone(name.slice(0, LIMITS.name));

/** A note. */
export const fitNote = (note: string): string => note.slice(0, LIMITS.note);

/** An answer. */
export function fitAnswer(value: AnswerOf): AnswerOf {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.slice(0, LIMITS.answer);
  return value.slice(0, LIMITS.list).map((each) => each.slice(0, LIMITS.answer));
}

/** A decision; null when it gives no justification. */
export function fitDecision(decision: Suppression): Suppression | null {
  const justification = decision.justification.trim().slice(0, LIMITS.note).trim();
  if (justification === '') return null;
  const { compensatedBy, ticket, ...rest } = decision;
  return {
    ...rest,
    justification,
    owner: fitName(decision.owner),
    ...(compensatedBy ? { compensatedBy: fitName(compensatedBy) } : {}),
    ...(ticket ? { ticket: ticket.slice(0, 1000) } : {}),
  };
}

/** A sign-off; null when nobody is named, or when its scope is empty. */
export function fitSignOff(signOff: SignOff): SignOff | null {
  const reviewer = fitName(signOff.reviewer.trim()).trim();
  return reviewer === '' || signOff.scope.length === 0 ? null : { ...signOff, reviewer };
}

/** A transformation; null when it takes nothing or does not say why. */
export function fitTransformation(transforms: Transformation): Transformation | null {
  const why = transforms.why.trim().slice(0, LIMITS.note).trim();
  const takes = inOrder(transforms.takes);
  return why === '' || takes.length === 0 ? null : { ...transforms, takes, leaves: inOrder(transforms.leaves), why };
}
