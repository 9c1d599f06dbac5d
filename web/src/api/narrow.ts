/**
 * Turns JSON of unknown shape into values the page may trust. A field that is not what the contract says stops here, with its path,
 * and not as an odd `undefined` somewhere on the page.
 */
export class ShapeError extends Error {
  constructor(
    readonly path: string,
    expected: string,
  ) {
    super(`${path}: expected ${expected}`)
  }
}

export type Reader<T> = (value: unknown, path: string) => T

/** A JSON object whose fields are read one by one. */
export class Json {
  constructor(
    private readonly fields: Record<string, unknown>,
    private readonly path: string,
  ) {}

  /** A field that must be there. */
  get<T>(name: string, read: Reader<T>): T {
    return read(this.fields[name], `${this.path}.${name}`)
  }

  /** A field that may be missing or null; then `fallback`. */
  or<T, F>(name: string, read: Reader<T>, fallback: F): T | F {
    const value = this.fields[name]
    return value === undefined || value === null ? fallback : read(value, `${this.path}.${name}`)
  }

  list<T>(name: string, read: Reader<T>): T[] {
    return this.get(name, listOf(read))
  }
}

export function object(value: unknown, path = '$'): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ShapeError(path, 'an object')
  return new Json(value as Record<string, unknown>, path)
}

export const text: Reader<string> = (value, path) => {
  if (typeof value !== 'string') throw new ShapeError(path, 'a string')
  return value
}

export const number: Reader<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ShapeError(path, 'a number')
  return value
}

export const bool: Reader<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw new ShapeError(path, 'true or false')
  return value
}

/** One of our own words; a word this page does not know is an error, because it could not be shown right. */
export function oneOf<T extends string>(...words: readonly T[]): Reader<T> {
  return (value, path) => {
    const word = words.find((w) => w === value)
    if (word === undefined) throw new ShapeError(path, words.join('|'))
    return word
  }
}

export function listOf<T>(read: Reader<T>): Reader<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new ShapeError(path, 'a list')
    return value.map((item, i) => read(item, `${path}[${i}]`))
  }
}

/** Values by name; a name without one (the revision of a layer that has none yet) is left out. */
export function recordOf<T>(read: Reader<T>): Reader<Record<string, T>> {
  return (value, path) => {
    object(value, path)
    return Object.fromEntries(
      Object.entries(value as object)
        .filter(([, v]) => v !== null)
        .map(([k, v]) => [k, read(v, `${path}.${k}`)]),
    )
  }
}

/** Words for people in both languages. */
export interface Text {
  zh: string
  en: string
}

export const words: Reader<Text> = (value, path) => {
  const json = object(value, path)
  return { zh: json.get('zh', text), en: json.get('en', text) }
}

/** West, south, east, north in degrees. */
export type Bbox = [number, number, number, number]

export const bbox: Reader<Bbox> = (value, path) => {
  const [w, s, e, n, ...rest] = listOf(number)(value, path)
  if (w === undefined || s === undefined || e === undefined || n === undefined || rest.length > 0) {
    throw new ShapeError(path, 'four numbers')
  }
  return [w, s, e, n]
}

export type Place = [number, number]

export const place: Reader<Place> = (value, path) => {
  const [lon, lat] = listOf(number)(value, path)
  if (lon === undefined || lat === undefined) throw new ShapeError(path, 'longitude and latitude')
  return [lon, lat]
}
