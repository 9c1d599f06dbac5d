import { get } from './http'
import { bbox, bool, listOf, number, object, oneOf, text, words, type Bbox, type Reader, type Text } from './narrow'

export const PATTERNS = [
  'solid', 'dashed', 'dotted', 'ticked', 'dashed-core', 'hatched', 'cross-hatched', 'circle', 'square', 'triangle', 'diamond',
] as const
export type Pattern = (typeof PATTERNS)[number]

export const GEOMETRIES = ['point', 'line', 'polygon', 'any', 'none'] as const
export type GeometryKind = (typeof GEOMETRIES)[number]

/** How one class of features looks; without a code it stands for every feature not met before. */
export interface LayerSymbol {
  code: string | null
  stroke: string | null
  width: number
  fill: string | null
  pattern: Pattern
}

export interface LayerStyle {
  field: string | null
  minZoom: number
  order: number
  visible: boolean
  symbols: LayerSymbol[]
}

export interface Field {
  name: string
  type: 'text' | 'integer' | 'number' | 'boolean' | 'date'
  label: Text
  unit: string | null
  required: boolean
  unique: boolean
  codeList: string | null
}

export interface Layer {
  id: string
  title: Text
  about: Text
  geometry: GeometryKind
  fields: Field[]
  nameField: string | null
  surveyYearField: string | null
  scopeField: string | null
  style: LayerStyle
  revision: number | null
  count: number
  surveyYears: number[]
  bbox: Bbox | null
}

export interface CodeList {
  id: string
  title: Text
  entries: { code: string; label: Text; parent: string | null }[]
}

export interface RuleSet {
  id: string
  version: string
  title: Text
  about: Text
}

/** A ratio that natural coast is held against. */
export interface Target {
  id: string
  title: Text
  about: Text
  percent: number
}

export interface Catalog {
  layers: Layer[]
  codeLists: CodeList[]
  ruleSets: RuleSet[]
  targets: Target[]
}

export async function fetchCatalog(): Promise<Catalog> {
  return readCatalog(await get('/catalog'))
}

export function readCatalog(value: unknown): Catalog {
  const json = object(value)
  return {
    layers: json.list('layers', readLayer),
    codeLists: json.list('codeLists', readCodeList),
    ruleSets: json.list('ruleSets', readRuleSet),
    targets: json.or('targets', listOf(readTarget), []),
  }
}

/** Tables have no looks. */
const UNDRAWN: LayerStyle = { field: null, minZoom: 0, order: 0, visible: false, symbols: [] }

const readLayer: Reader<Layer> = (value, path) => {
  const json = object(value, path)
  return {
    id: json.get('id', text),
    title: json.get('title', words),
    about: json.get('about', words),
    geometry: json.get('geometry', oneOf(...GEOMETRIES)),
    fields: json.list('fields', readField),
    nameField: json.or('nameField', text, null),
    surveyYearField: json.or('surveyYearField', text, null),
    scopeField: json.or('scopeField', text, null),
    style: json.or('style', readStyle, UNDRAWN),
    revision: json.or('revision', number, null),
    count: json.or('count', number, 0),
    surveyYears: json.or('surveyYears', listOf(number), []),
    bbox: json.or('bbox', bbox, null),
  }
}

const readField: Reader<Field> = (value, path) => {
  const json = object(value, path)
  return {
    name: json.get('name', text),
    type: json.get('type', oneOf('text', 'integer', 'number', 'boolean', 'date')),
    label: json.get('label', words),
    unit: json.or('unit', text, null),
    required: json.or('required', bool, false),
    unique: json.or('unique', bool, false),
    codeList: json.or('codeList', text, null),
  }
}

const readStyle: Reader<LayerStyle> = (value, path) => {
  const json = object(value, path)
  return {
    field: json.or('field', text, null),
    minZoom: json.or('minZoom', number, 0),
    order: json.or('order', number, 0),
    visible: json.or('visible', bool, false),
    symbols: json.list('symbols', readSymbol),
  }
}

const readSymbol: Reader<LayerSymbol> = (value, path) => {
  const json = object(value, path)
  return {
    code: json.or('code', text, null),
    stroke: json.or('stroke', text, null),
    width: json.or('width', number, 1),
    fill: json.or('fill', text, null),
    pattern: json.or('pattern', oneOf(...PATTERNS), 'solid' as const),
  }
}

const readCodeList: Reader<CodeList> = (value, path) => {
  const json = object(value, path)
  return {
    id: json.get('id', text),
    title: json.get('title', words),
    entries: json.list('entries', (entry, at) => {
      const e = object(entry, at)
      return { code: e.get('code', text), label: e.get('label', words), parent: e.or('parent', text, null) }
    }),
  }
}

const version: Reader<string> = (value, path) => (typeof value === 'number' ? String(value) : text(value, path))

const readRuleSet: Reader<RuleSet> = (value, path) => {
  const json = object(value, path)
  return {
    id: json.get('id', text),
    version: json.get('version', version),
    title: json.get('title', words),
    about: json.get('about', words),
  }
}

const readTarget: Reader<Target> = (value, path) => {
  const json = object(value, path)
  return { id: json.get('id', text), title: json.get('title', words), about: json.get('about', words), percent: json.get('percent', number) }
}
