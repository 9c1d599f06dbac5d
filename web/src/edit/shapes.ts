import type { Geometry, LineString, Polygon, Position } from 'geojson'

/** Decimals of a degree with which the server shows coordinates: what comes back as it was shown has not moved. */
const DIGITS = 7
const round = (value: number) => Number(value.toFixed(DIGITS))
const roundedPlace = ([x = 0, y = 0]: Position): Position => [round(x), round(y)]

/** A shape with the decimals of the server. */
export function rounded<G extends Geometry>(shape: G): G {
  const deep = (value: unknown): unknown =>
    Array.isArray(value) ? (typeof value[0] === 'number' ? roundedPlace(value as Position) : value.map(deep)) : value
  return 'coordinates' in shape ? { ...shape, coordinates: deep(shape.coordinates) } : shape
}

export const same = (a: Position | undefined, b: Position | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]

/** A shape of one piece as such; null where it has several. */
export function single(shape: Geometry | null): LineString | Polygon | null {
  if (shape?.type === 'LineString' || shape?.type === 'Polygon') return shape
  if (shape?.type === 'MultiLineString' && shape.coordinates.length === 1) return { type: 'LineString', coordinates: shape.coordinates[0] ?? [] }
  if (shape?.type === 'MultiPolygon' && shape.coordinates.length === 1) return { type: 'Polygon', coordinates: shape.coordinates[0] ?? [] }
  return null
}

/** The shape as one of several pieces where the other one is such; layers keep to one kind. */
export function like(model: Geometry | null, shape: LineString | Polygon): Geometry {
  if (model?.type === 'MultiLineString' && shape.type === 'LineString') return { type: 'MultiLineString', coordinates: [shape.coordinates] }
  if (model?.type === 'MultiPolygon' && shape.type === 'Polygon') return { type: 'MultiPolygon', coordinates: [shape.coordinates] }
  return shape
}

interface OnLine {
  /** The edge, and how far along it from 0 to 1. */
  edge: number
  along: number
  place: Position
}

/** Cuts a line at the place on it that is nearest; null at its ends. */
export function splitAt(line: LineString, place: Position): LineString[] | null {
  let best: (OnLine & { far: number }) | null = null
  const squeeze = Math.cos(((place[1] ?? 0) * Math.PI) / 180) ** 2
  edgesOf(line.coordinates).forEach(([a, b], edge) => {
    const [dx, dy] = [x(b) - x(a), y(b) - y(a)]
    const size = dx * dx * squeeze + dy * dy
    const along = size === 0 ? 0 : Math.max(0, Math.min(1, ((x(place) - x(a)) * dx * squeeze + (y(place) - y(a)) * dy) / size))
    const foot = [x(a) + along * dx, y(a) + along * dy]
    const far = (x(foot) - x(place)) ** 2 * squeeze + (y(foot) - y(place)) ** 2
    if (!best || far < best.far) best = { edge, along, place: foot, far }
  })
  return best && inParts(line, [best])
}

/** Cuts a line wherever a drawn one crosses it; null where none does. */
export const cutLine = (line: LineString, knife: LineString): LineString[] | null => inParts(line, crossings(line.coordinates, knife.coordinates))

function inParts(line: LineString, cuts: OnLine[]): LineString[] | null {
  const sorted = [...cuts].sort((a, b) => a.edge - b.edge || a.along - b.along)
  const parts: Position[][] = []
  let part: Position[] = [line.coordinates[0] ?? []]
  let next = 0
  edgesOf(line.coordinates).forEach(([, b], edge) => {
    for (; sorted[next]?.edge === edge; next++) {
      const place = roundedPlace(sorted[next]?.place ?? [])
      if (!same(place, part.at(-1))) part.push(place)
      parts.push(part)
      part = [place]
    }
    if (!same(b, part.at(-1))) part.push(b)
  })
  const whole = [...parts, part].filter((p) => p.length > 1)
  return whole.length > 1 ? whole.map((coordinates) => ({ type: 'LineString', coordinates })) : null
}

/** Cuts an area in two by a drawn line that enters and leaves it once and meets no hole; null for any other. */
export function cutArea(area: Polygon, knife: LineString): Polygon[] | null {
  const [ring = [], ...holes] = area.coordinates
  const [first, second, ...others] = crossings(ring, knife.coordinates).sort((a, b) => a.edge - b.edge || a.along - b.along)
  if (!first || !second || others.length > 0 || holes.some((h) => crossings(h, knife.coordinates).length > 0)) return null
  const inside = between(knife.coordinates, first.place, second.place)
  const start = roundedPlace(first.place)
  const end = roundedPlace(second.place)
  const one = [start, ...ring.slice(first.edge + 1, second.edge + 1), end, ...[...inside].reverse(), start]
  const other = [end, ...ring.slice(second.edge + 1, -1), ...ring.slice(0, first.edge + 1), start, ...inside, end]
  const rings = [other, one].map(tidy)
  if (rings.some((r) => r.length < 4)) return null
  return rings.map((outer) => ({ type: 'Polygon', coordinates: [outer, ...holes.filter((hole) => contains(outer, hole[0] ?? []))] }))
}

/** The vertices of the knife between two places on it, from the first to the second. */
function between(knife: Position[], from: Position, to: Position): Position[] {
  const at = (place: Position) => {
    let [edge, best] = [0, Infinity]
    edgesOf(knife).forEach(([a, b], i) => {
      const detour = Math.hypot(x(a) - x(place), y(a) - y(place)) + Math.hypot(x(b) - x(place), y(b) - y(place)) - Math.hypot(x(a) - x(b), y(a) - y(b))
      if (detour < best) [edge, best] = [i, detour]
    })
    return edge
  }
  const [a, b] = [at(from), at(to)]
  return (a <= b ? knife.slice(a + 1, b + 1) : knife.slice(b + 1, a + 1).reverse()).map(roundedPlace)
}

const tidy = (ring: Position[]) => ring.filter((place, i) => i === 0 || !same(place, ring[i - 1]))

/** Joins two lines that meet at their ends, in the direction of the first; null where they do not. */
export function joinLines(a: LineString, b: LineString): LineString | null {
  const [one, two, back] = [a.coordinates, b.coordinates, [...b.coordinates].reverse()]
  const joined = (p: Position[], q: Position[]): LineString => ({ type: 'LineString', coordinates: [...p, ...q.slice(1)] })
  if (same(one.at(-1), two[0])) return joined(one, two)
  if (same(one.at(-1), back[0])) return joined(one, back)
  if (same(two.at(-1), one[0])) return joined(two, one)
  if (same(back.at(-1), one[0])) return joined(back, one)
  return null
}

/** Joins two areas along the border that they share vertex by vertex; null where they share none. */
export function joinAreas(a: Polygon, b: Polygon): Polygon | null {
  const edges = new Map<string, [Position, Position]>()
  let shared = 0
  for (const ring of [...turned(a), ...turned(b)]) {
    for (const [from, to] of edgesOf(ring)) {
      if (edges.delete(`${to.join()} ${from.join()}`)) shared++
      else edges.set(`${from.join()} ${to.join()}`, [from, to])
    }
  }
  if (shared === 0) return null
  const rings = chained([...edges.values()])
  const outer = rings?.filter((ring) => signedArea(ring) > 0) ?? []
  if (!rings || outer.length !== 1) return null
  return { type: 'Polygon', coordinates: [...outer, ...rings.filter((ring) => signedArea(ring) < 0)] }
}

/** Rings with the area to their left. */
const turned = ({ coordinates }: Polygon): Position[][] =>
  coordinates.map((ring, i) => (signedArea(ring) > 0 === (i === 0) ? ring : [...ring].reverse()))

function chained(edges: [Position, Position][]): Position[][] | null {
  const from = new Map<string, Position[]>()
  for (const [a, b] of edges) from.set(a.join(), [...(from.get(a.join()) ?? []), b])
  const rings: Position[][] = []
  for (const [start] of edges) {
    if (!from.get(start.join())?.length) continue
    const ring = [start]
    do {
      const next = from.get(ring.at(-1)?.join() ?? '')?.pop()
      if (!next) return null
      ring.push(next)
    } while (!same(ring.at(-1), start))
    rings.push(ring)
  }
  return rings
}

/** The neighbour with its vertices carried along with those of a shape that were moved; null where it shares none of them. */
export function carriedAlong<G extends Geometry>(before: Geometry, after: Geometry, neighbour: G): G | null {
  const [old, now] = [placesOf(before), placesOf(after)]
  if (old.length !== now.length) return null
  const moved = new Map(old.flatMap((place, i) => (same(place, now[i]) ? [] : [[place.join(), now[i] ?? place] as const])))
  let met = false
  const deep = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value
    if (typeof value[0] !== 'number') return value.map(deep)
    const to = moved.get((value as Position).join())
    met ||= to !== undefined
    return to ?? value
  }
  const carried = 'coordinates' in neighbour ? { ...neighbour, coordinates: deep(neighbour.coordinates) } : neighbour
  return met ? (carried as G) : null
}

/** All places of a shape, in their order. */
export function placesOf(shape: Geometry): Position[] {
  if (shape.type === 'GeometryCollection') return shape.geometries.flatMap(placesOf)
  const flat = (value: unknown): Position[] => (Array.isArray(value) ? (typeof value[0] === 'number' ? [value as Position] : value.flatMap(flat)) : [])
  return flat(shape.coordinates)
}

function crossings(line: Position[], knife: Position[]): OnLine[] {
  return edgesOf(line).flatMap(([a, b], edge) =>
    edgesOf(knife).flatMap(([c, d]) => {
      const turn = (x(b) - x(a)) * (y(d) - y(c)) - (y(b) - y(a)) * (x(d) - x(c))
      if (turn === 0) return []
      const along = ((x(c) - x(a)) * (y(d) - y(c)) - (y(c) - y(a)) * (x(d) - x(c))) / turn
      const onKnife = ((x(c) - x(a)) * (y(b) - y(a)) - (y(c) - y(a)) * (x(b) - x(a))) / turn
      if (along < 0 || along >= 1 || onKnife < 0 || onKnife > 1) return []
      return [{ edge, along, place: [x(a) + along * (x(b) - x(a)), y(a) + along * (y(b) - y(a))] }]
    }),
  )
}

function contains(ring: Position[], place: Position): boolean {
  let inside = false
  for (const [a, b] of edgesOf(ring)) {
    if (y(a) > y(place) !== y(b) > y(place) && x(place) < ((x(b) - x(a)) * (y(place) - y(a))) / (y(b) - y(a)) + x(a)) inside = !inside
  }
  return inside
}

const signedArea = (ring: Position[]) => edgesOf(ring).reduce((sum, [a, b]) => sum + x(a) * y(b) - x(b) * y(a), 0)
const edgesOf = (places: Position[]): [Position, Position][] => places.slice(1).map((b, i) => [places[i] ?? b, b])
const x = (place: Position) => place[0] ?? 0
const y = (place: Position) => place[1] ?? 0
