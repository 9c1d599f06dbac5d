import type { Geometry, LineString } from 'geojson'
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { useView } from '@/app/useView'
import { freeCode, shapeIn, valueIn, type Draft } from './draft'
import { cutArea, cutLine, joinAreas, joinLines, like, rounded, single, splitAt } from './shapes'
import { useEdit } from './useEdit'

export const TOOLS = ['draw', 'move', 'cut', 'splitAt', 'merge'] as const
export type Tool = (typeof TOOLS)[number]

/** Cutting, joining and drawing: what a tool makes of the chosen feature. */
export const useShaping = defineStore('editShaping', () => {
  const edit = useEdit()
  const { view } = useView()
  const tool = ref<Tool | null>(null)
  /** What the last tool did, or why it could not. */
  const told = ref<{ word: string; name: string } | null>(null)
  watch([() => edit.key, () => view.task], () => (tool.value = null))

  const piece = computed(() => single(edit.chosen && shapeIn(edit.chosen)))

  /** Neighbours that the chosen feature can be joined with. */
  const mates = computed(() => {
    const one = piece.value
    if (!one || tool.value !== 'merge') return []
    return edit.neighbours().flatMap((draft) => {
      const joined = join(one, single(shapeIn(draft)))
      return joined ? [{ draft, joined }] : []
    })
  })

  function use(next: Tool | null) {
    told.value = null
    tool.value = tool.value === next ? null : next
  }

  /** Ends the tool with the shape that was drawn with it. */
  function finish(drawn: Geometry) {
    const ended = tool.value
    tool.value = null
    const shape = rounded(drawn)
    const one = piece.value
    if (ended === 'draw') edit.add(shape)
    else if (ended === 'splitAt' && shape.type === 'Point') divide(one?.type === 'LineString' ? splitAt(one, shape.coordinates) : null)
    else if (ended === 'cut' && shape.type === 'LineString') divide(one && cutBy(one, shape))
  }

  /** The first part stays the feature; the others are new, with its values and a code of their own. */
  function divide(parts: ReturnType<typeof cutLine> | ReturnType<typeof cutArea>) {
    const draft = edit.chosen
    if (!draft || !parts?.[0]) return void (told.value = { word: 'notCut', name: '' })
    const [first, ...others] = parts
    const made: Draft[] = []
    for (const part of others) {
      const fresh = edit.newDraft(rounded(like(shapeIn(draft), part)), valuesOf(draft, made))
      made.push({ ...fresh, key: `*${Number(fresh.key.slice(1)) + made.length}` })
    }
    edit.put([{ ...draft, geometry: rounded(like(shapeIn(draft), first)) }, ...made])
    told.value = { word: 'cut', name: made.map((d) => String(codeOf(d) ?? d.key)).join(' ') }
  }

  function valuesOf(draft: Draft, made: Draft[]): Record<string, unknown> {
    const values = Object.fromEntries(edit.layer?.fields.map((f) => [f.name, valueIn(draft, f.name)]) ?? [])
    const code = codeOf(draft)
    if (!edit.codeField || typeof code !== 'string') return values
    const taken = new Set([...edit.neighbours(), ...made].map((d) => String(codeOf(d))))
    return { ...values, [edit.codeField.name]: freeCode(code, taken) }
  }

  const codeOf = (draft: Draft) => (edit.codeField ? valueIn(draft, edit.codeField.name) : null)

  /** Makes the chosen feature and a neighbour one; the values of the chosen one stay. */
  function mergeWith(key: string) {
    const mate = mates.value.find((one) => one.draft.key === key)
    const draft = edit.chosen
    tool.value = null
    if (!mate || !draft || !edit.work) return
    const gone: Draft = { ...mate.draft, removed: true, values: {}, geometry: null }
    edit.put([{ ...draft, geometry: like(shapeIn(draft), mate.joined) }, gone])
    told.value = { word: 'merged', name: String(codeOf(mate.draft) ?? key) }
  }

  return { tool, told, piece, mates, use, finish, mergeWith }
})

const cutBy = (shape: NonNullable<ReturnType<typeof single>>, knife: LineString) =>
  shape.type === 'LineString' ? cutLine(shape, knife) : cutArea(shape, knife)

function join(one: NonNullable<ReturnType<typeof single>>, other: ReturnType<typeof single>) {
  if (one.type === 'LineString') return other?.type === 'LineString' ? joinLines(one, other) : null
  return other?.type === 'Polygon' ? joinAreas(one, other) : null
}
