import * as z from 'zod/mini';
import { id, instant } from './primitives.js';

export const role = z.enum(['provider', 'administrator', 'member', 'operator']);

export const session = z.object({ role, userId: id, userName: z.string(), now: instant });

export const person = z.object({
  role: z.enum(['provider', 'administrator', 'member', 'operator', 'system']),
  userId: z.string(),
  userName: z.string(),
});
