import { z } from 'zod';
import type { AnswerValue, Property } from './schema.ts';

/** A day that the calendar has. */
const DAY = z.regexes.date;

/** Why a property can't have this value, or null when it can. */
export function misfit(property: Property, value: AnswerValue): string | null {
  switch (property.type) {
    case 'boolean':
      return typeof value === 'boolean' ? null : 'must be true or false';
    case 'list':
      return Array.isArray(value) ? null : 'must be a list of texts';
    case 'text':
      return typeof value === 'string' ? null : 'must be a text';
    case 'date':
      return typeof value === 'string' && DAY.test(value) ? null : 'must be a date such as 2023-01-05';
    case 'choice': {
      if (property.options.some((option) => option.value === value)) return null;
      return `must be one of ${property.options.map((option) => option.value).join(', ')}`;
    }
  }
}
