import { expect, it } from 'vitest'
import { shapeIn, typed } from './placeDraft'

it('a drawn shape can be gone on with by typing', () => {
  const area = { type: 'Polygon' as const, coordinates: [[[118.7, 24.7], [118.71, 24.7], [118.71, 24.71], [118.7, 24.7]]] }
  expect(shapeIn(typed(area))).toEqual(area)
})

it('is nothing while it is not whole or cannot be read', () => {
  expect(shapeIn({ kind: 'point', text: '' })).toBeNull()
  expect(shapeIn({ kind: 'point', text: 'by the pier' })).toBeNull()
  expect(shapeIn({ kind: 'line', text: '118.7, 24.7' })).toBeNull()
  expect(shapeIn({ kind: 'point', text: '118.7321, 24.7415' })).toEqual({ type: 'Point', coordinates: [118.7321, 24.7415] })
})
