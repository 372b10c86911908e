import type { Role } from '../../contract/index.js';
import type { Visitor } from './authenticate.js';

const ROLES: ReadonlySet<unknown> = new Set<Role>([
  'provider',
  'administrator',
  'member',
  'operator',
]);

/** Who sent a token, as both kinds of token say it. */
export interface VisitorClaims {
  userId: unknown;
  userName: unknown;
  role: unknown;
  installations: unknown;
  tenant: unknown;
}

/** Longer names are none, in characters. */
const LONGEST = 200;

/** The visitor that a token names; null where a claim is missing or makes no sense, for then nothing of it is believed. */
export function readVisitor(claims: VisitorClaims): Visitor | null {
  const { userId, userName = '', role, installations, tenant } = claims;
  if (!isName(userId) || !isText(userName) || !isRole(role)) return null;
  if (installations !== 'all' && !isNames(installations)) return null;
  if (tenant !== undefined && !isName(tenant)) return null;
  return { userId, userName, role, installations, ...(tenant !== undefined && { tenant }) };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST;
}

function isName(value: unknown): value is string {
  return isText(value) && value !== '';
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isName);
}

function isRole(value: unknown): value is Role {
  return ROLES.has(value);
}
