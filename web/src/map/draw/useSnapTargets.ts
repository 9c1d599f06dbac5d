import { buffer, getWidth } from 'ol/extent'
import type { Extent } from 'ol/extent'
import type Feature from 'ol/Feature'
import { SimpleGeometry } from 'ol/geom'
import { unByKey } from 'ol/Observable'
import { onBeforeUnmount, watch } from 'vue'
import type { Layer } from '@/api/catalog'
import { fetchNear } from '@/api/features'
import { BASE_MAP, useCatalog } from '@/app/useCatalog'
import { useLooks } from '@/map/looks/useLooks'
import { map } from '@/map/olMap'
import { toFeatures, useLayers } from '@/map/useLayers'
import { visibleBox } from '@/map/visibleBox'
import { symbolFor } from '@/styles/symbols'
import { crowded, showTargets, snapOn } from './snapping'

/** More places than this are not worth snapping to: on a screen they lie nearer to each other than a hand can aim. */
const MOST_PLACES = 60_000
/** Layers of tiles are asked for what is in sight from this zoom on. */
const NEAR_ZOOM = 13

/**
 * Keeps what may be snapped to in step with what the map shows, for as long as a task is open. Shapes in vector tiles cannot be snapped to, because they are cut at
 * the tiles' borders and rounded to their grid: of layers that come as tiles, what is in sight is fetched whole while somebody draws.
 */
export function useSnapTargets(drawing: () => boolean) {
  const catalog = useCatalog()
  const layers = useLayers()
  const looks = useLooks()
  let abort = new AbortController()

  const shown = () => catalog.mapLayers.filter((l) => l.id !== BASE_MAP && l.revision !== null && catalog.visible.includes(l.id) && layers.zoom >= l.style.minZoom)

  async function fill() {
    abort.abort()
    const mine = (abort = new AbortController())
    if (!snapOn.value || !drawing()) return show([], false)
    const box = inSight()
    const [tiled, whole] = [shown().filter(layers.isTiled), shown().filter((l) => !layers.isTiled(l))]
    const here = whole.flatMap((layer) => kept(layer, layers.featuresIn(layer.id, box)))
    show(here, tiled.length > 0)
    const fetched = layers.zoom < NEAR_ZOOM ? [] : await Promise.all(tiled.map((layer) => near(layer, mine.signal)))
    if (mine.signal.aborted || tiled.length === 0) return
    show([...here, ...fetched.flatMap(({ features }) => features)], layers.zoom < NEAR_ZOOM || fetched.some((one) => !one.whole))
  }

  async function near(layer: Layer, signal: AbortSignal) {
    try {
      const { items, whole } = await fetchNear(layer.id, visibleBox(), layer.surveyYearField ? catalog.year : null, signal)
      return { features: kept(layer, items.flatMap(toFeatures)), whole }
    } catch {
      // The map shows the layer and says what is wrong with it; here it only cannot be snapped to.
      return { features: [], whole: false }
    }
  }

  /** Without classes that are left out. */
  function kept(layer: Layer, features: Feature[]): Feature[] {
    const without = looks.withoutOf(layer.id)
    return without.size === 0 ? features : features.filter((f) => !without.has(symbolFor(layer, f.getProperties()).code ?? ''))
  }

  const key = map.on('moveend', () => void fill())
  watch([() => layers.arrivals, () => catalog.visible, () => looks.without, snapOn, drawing], () => void fill(), { immediate: true })
  onBeforeUnmount(() => {
    unByKey(key)
    abort.abort()
    show([], false)
  })
}

function show(features: Feature[], partly: boolean) {
  const places = features.reduce((sum, feature) => sum + placesIn(feature), 0)
  crowded.value = partly || places > MOST_PLACES
  showTargets(places > MOST_PLACES ? [] : features)
}

/** What the screen shows, and some room around it. */
function inSight(): Extent {
  const extent = map.getView().calculateExtent()
  return buffer(extent, getWidth(extent))
}

function placesIn(feature: Feature): number {
  const shape = feature.getGeometry()
  return shape instanceof SimpleGeometry ? shape.getFlatCoordinates().length / shape.getStride() : 0
}
