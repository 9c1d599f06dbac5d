import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import { en } from './en'
import { zh } from './zh'

const CJK = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/

function keys(tree: object, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' ? keys(value as object, `${path}${key}.`) : [`${path}${key}`],
  )
}

function leaves(tree: object): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'object' ? leaves(value as object) : [String(value)]))
}

function filesUnder(folder: string, end: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesUnder(path, end)
    return path.endsWith(end) ? [path] : []
  })
}

const src = join(import.meta.dirname, '..')

describe('messages', () => {
  it('have the same keys in both languages', () => {
    expect(keys(en).sort()).toEqual(keys(zh).sort())
  })

  it('have the same placeholders in both languages', () => {
    const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
    const english = leaves(en)
    leaves(zh).forEach((text, i) => expect(placeholders(english[i] ?? ''), text).toEqual(placeholders(text)))
  })

  it('leave no English text untranslated', () => {
    const named = ['岸澜', '中文']
    expect(leaves(en).filter((text) => CJK.test(text) && !named.includes(text))).toEqual([])
  })

  it('are the only place with Chinese words', () => {
    const files = [...filesUnder(src, '.vue'), ...filesUnder(src, '.ts')]
    expect(files.length).toBeGreaterThan(40)
    const offenders = files.filter((f) => !f.includes('i18n') && !f.endsWith('.test.ts') && CJK.test(readFileSync(f, 'utf8')))
    expect(offenders).toEqual([])
  })

  it('exist for every literal key that a component asks for', () => {
    const known = new Set(keys(zh))
    const asked = filesUnder(src, '.vue').flatMap((f) =>
      [...readFileSync(f, 'utf8').matchAll(/\bt\('([\w.-]+)'/g)].map((match) => match[1] ?? ''),
    )
    expect(asked.filter((key) => !known.has(key))).toEqual([])
  })

  it('choose singular and plural', () => {
    const { t, locale } = createI18n({ legacy: false, locale: 'en', messages: { zh, en } }).global
    expect([0, 1, 2].map((n) => t('check.errors', n))).toEqual(['0 errors', '1 error', '2 errors'])
    locale.value = 'zh'
    expect(t('check.errors', 2)).toBe('2 个错误')
  })
})
