/** Tolerant access to a configuration that may be invalid: what has the wrong type reads as empty. */
import { isJsonObject, type Json, type JsonObject } from '../core/json.js';

const empty: JsonObject = {};

export function objectAt(value: Json | undefined, key: string): JsonObject {
  const child = own(value, key);
  return isJsonObject(child) ? child : empty;
}

export function listAt(value: Json | undefined, key: string): readonly Json[] {
  const child = own(value, key);
  return Array.isArray(child) ? (child as readonly Json[]) : [];
}

export function textAt(value: Json | undefined, key: string): string | undefined {
  const child = own(value, key);
  return typeof child === 'string' ? child : undefined;
}

export function hasKey(value: Json | undefined, key: string): boolean {
  return isJsonObject(value) && Object.hasOwn(value, key);
}

function own(value: Json | undefined, key: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
