import { expect, it } from 'vitest'
import { fieldChanges } from './fieldChanges'

it('what a file carries beyond the catalogue is told field by field', () => {
  const fields = [
    { name: 'type2', before: 'sandy', after: 'bedrock' },
    { name: 'extra', before: { BZ: 'a', DC: 1 }, after: '{"DC":1,"XZ":"b"}' },
  ]
  expect(fieldChanges(fields)).toEqual([
    { name: 'type2', before: 'sandy', after: 'bedrock' },
    { name: 'BZ', before: 'a', after: null },
    { name: 'XZ', before: null, after: 'b' },
  ])
})

it('nothing beyond the catalogue changes nothing', () => {
  expect(fieldChanges([{ name: 'extra', before: null, after: {} }])).toEqual([])
})
