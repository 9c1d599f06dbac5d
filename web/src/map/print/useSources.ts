import { computed, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { fetchRevisions, type Revision } from '@/api/revisions'
import { BASE_MAP, useCatalog } from '@/app/useCatalog'
import { formatMoment } from '@/i18n/formats'
import { useWords } from '@/i18n/useWords'
import { useBaseMaps } from '../base/useBaseMaps'

/** Where what the map shows comes from: each layer with its revision, the file it came in and the day. */
export function useSources() {
  const { t } = useI18n()
  const say = useWords()
  const catalog = useCatalog()
  const bases = useBaseMaps()
  const revisions = shallowRef(new Map<string, Revision>())
  const layers = computed(() => catalog.mapLayers.filter((l) => l.revision !== null && l.id !== BASE_MAP && catalog.visible.includes(l.id)))

  watch(
    layers,
    async (now) => {
      const found = await Promise.all(now.map((layer) => fetchRevisions(layer.id).catch(() => [])))
      const current = found.flatMap((all) => all.find((revision) => revision.current) ?? [])
      revisions.value = new Map(current.map((revision) => [revision.layer, revision]))
    },
    { immediate: true },
  )

  /** One sentence for each layer; without what is not known yet, or not told to this reader. */
  const sentences = computed(() => {
    const named = layers.value.map((layer) => {
      const revision = revisions.value.get(layer.id)
      const surveyed = layer.surveyYearField !== null && catalog.year !== null && layer.surveyYears.includes(catalog.year)
      const year = surveyed ? t('map.print.year', { year: catalog.year }) : ''
      const name = say(layer.title)
      if (!revision) return `${name} r${layer.revision}${year}`
      const source = revision.sourceName ?? t('map.print.noSource')
      return t('map.print.source', { layer: name, revision: revision.id, year, source, date: formatMoment(revision.at).slice(0, 10) })
    })
    const attribution = bases.chosen?.attribution
    return attribution ? [...named, `© ${say(attribution)}`] : named
  })
  return { layers, sentences }
}
