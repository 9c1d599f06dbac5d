import type Feature from 'ol/Feature'
import type { FeatureLike } from 'ol/Feature'
import type { Coordinate } from 'ol/coordinate'
import type { Extent } from 'ol/extent'
import type { Geometry } from 'ol/geom'
import MultiLineString from 'ol/geom/MultiLineString'
import MultiPolygon from 'ol/geom/MultiPolygon'
import Polygon from 'ol/geom/Polygon'
import type VectorSource from 'ol/source/Vector'

/** Land that goes on beyond the base map is cut there; that cut is no shore and gets no line. */
export function shoreOf(source: VectorSource): (feature: FeatureLike) => Geometry | undefined {
  const known = new WeakMap<object, Geometry | undefined>()
  return (feature) => {
    if (!known.has(feature)) known.set(feature, shore((feature as Feature).getGeometry(), source.getExtent() ?? []))
    return known.get(feature)
  }
}

function shore(geometry: Geometry | undefined, sheet: Extent): Geometry | undefined {
  if (geometry instanceof Polygon) return new MultiLineString(geometry.getCoordinates().flatMap((ring) => pieces(ring, sheet)))
  if (geometry instanceof MultiPolygon) {
    return new MultiLineString(geometry.getCoordinates().flatMap((polygon) => polygon.flatMap((ring) => pieces(ring, sheet))))
  }
  return geometry
}

/** The stretches of a ring between its edges along the border of the sheet. */
export function pieces(ring: Coordinate[], sheet: Extent): Coordinate[][] {
  const found: Coordinate[][] = [[]]
  ring.forEach((point, i) => {
    const before = ring[i - 1]
    if (before && alongBorder(before, point, sheet)) found.push([])
    found.at(-1)?.push(point)
  })
  return found.filter((line) => line.length > 1)
}

/** Well below what a screen can show, well above what reprojection rounds. */
const TOLERANCE_M = 1

function alongBorder(from: Coordinate, to: Coordinate, sheet: Extent): boolean {
  return sheet.some((border, side) => {
    const axis = side % 2
    return near(from[axis], border) && near(to[axis], border)
  })
}

const near = (a: number | undefined, b: number) => a !== undefined && Math.abs(a - b) < TOLERANCE_M
