import { expect, it } from 'vitest'
import { sourceInWords } from './sourceWords'

it('names layers, rules and methods of a computed value in words', () => {
  const words: Record<string, string> = { coastline: '海岸线', 'national-2017': '全国（2017）', 'geodesic-cgcs2000': '椭球面长度' }
  const inWords = (source: string) => sourceInWords(source, (id) => words[id] ?? null)
  expect(inWords('coastline r5, 2015, national-2017 v1, geodesic-cgcs2000')).toBe('海岸线 r5 · 2015 · 全国（2017） v1 · 椭球面长度')
  expect(inWords('表2 第18项')).toBe('表2 第18项')
  expect(inWords('unknown r3')).toBe('unknown r3')
})
