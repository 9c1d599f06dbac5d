import Feature from 'ol/Feature'
import LineString from 'ol/geom/LineString'
import Polygon from 'ol/geom/Polygon'
import { describe, expect, it } from 'vitest'
import { coastOf, regionOf, rowsBy } from './coastOf'

const square = (x: number) => new Polygon([[[x, 0], [x + 100, 0], [x + 100, 100], [x, 100], [x, 0]]])
const regions = [
  new Feature({ geometry: square(0), level: 'town', code: 'west' }),
  new Feature({ geometry: square(100), level: 'town', code: 'east' }),
]
const line = (x: number, properties: object) => new Feature({ geometry: new LineString([[x, -5], [x + 20, -5]]), ...properties })

describe('the coast of a row', () => {
  const declared = line(10, { town_code: 'east' })
  const silent = line(40, {})
  const island = line(20, { mainland: false })
  const far = new Feature({ geometry: new LineString([[0, -9000], [20, -9000]]) })
  const data = { segments: [declared, silent, island, far], regions }

  it('is what segments declare, else the nearest region within reach', () => {
    expect(coastOf('town', 'east', data)).toEqual([declared.getGeometry()])
    expect(coastOf('town', 'west', data)).toEqual([silent.getGeometry()])
  })

  it('is the whole mainland for the city', () => {
    expect(coastOf('city', 'any', data)).toHaveLength(3)
  })

  it('goes by class for protection', () => {
    const strict = line(0, { protection: 'strict' })
    expect(coastOf('protection', 'strict', { segments: [strict, silent], regions })).toEqual([strict.getGeometry()])
  })

  it('is found from the segment too', () => {
    const rowOf = rowsBy('town', regions)
    expect([declared, silent, far].map(rowOf)).toEqual(['east', 'west', null])
  })

  it('knows the shape of a region', () => {
    expect(regionOf('town', 'west', regions)).toBe(regions[0]?.getGeometry())
    expect(regionOf('protection', 'strict', regions)).toBeNull()
  })
})
