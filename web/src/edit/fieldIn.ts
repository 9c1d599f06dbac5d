import type { Finding } from '@/api/checks'

/** The field that a finding names in its words, in quotes or brackets; null where it is about the feature as a whole. */
export function fieldIn({ code, message }: Finding, fields: string[]): string | null {
  if (!code.startsWith('value.') && !code.startsWith('field.')) return null
  return fields.find((name) => message.en.includes(`field "${name}"`) || message.en.includes(`(${name})`)) ?? null
}
