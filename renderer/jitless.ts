import { z } from 'zod';

// The strict content security policy forbids `new Function`; even zod's probe for it would raise a violation.
// A module of its own, imported first: schemas are built while the other modules load.
z.config({ jitless: true });
