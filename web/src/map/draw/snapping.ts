import Collection from 'ol/Collection'
import type { Coordinate } from 'ol/coordinate'
import type Feature from 'ol/Feature'
import Snap from 'ol/interaction/Snap'
import type MapBrowserEvent from 'ol/MapBrowserEvent'
import type VectorSource from 'ol/source/Vector'
import { ref, watch } from 'vue'
import { map } from '@/map/olMap'

const REMEMBERED = 'anlan-snap'

/** Whether what is drawn or moved is drawn to corners and edges that are there; this browser remembers it. */
export const snapOn = ref(localStorage.getItem(REMEMBERED) !== 'off')
watch(snapOn, (on) => localStorage.setItem(REMEMBERED, on ? 'on' : 'off'))

/** Whether more is in sight than can be snapped to. */
export const crowded = ref(false)

/** A shape with more places than this is carried without snapping. */
const MOST_CARRIED = 200

/** Features of the layers on the map that may be snapped to, whatever tool is in use. */
const targets = new Collection<Feature>()
/** What snaps to them now. */
const followers = new Set<Snapping>()

/** Says anew what of the map may be snapped to; to take features away one by one would cost far more than to begin again. */
export function showTargets(features: Feature[]) {
  followers.forEach((snap) => map.removeInteraction(snap))
  targets.clear()
  targets.extend(features)
  followers.forEach((snap) => map.addInteraction(snap))
}

/** Leaves a pointer where it is while snapping is switched off, Alt is held, or a whole shape is carried, which snaps by its corners. */
class Snapping extends Snap {
  resting = false

  override handleEvent(event: MapBrowserEvent): boolean {
    return this.resting || !wanted(event.originalEvent) || super.handleEvent(event)
  }
}

const wanted = (event: Event | undefined) => snapOn.value && !(event && 'altKey' in event && event.altKey === true)

export interface Snapper {
  /** How far a carried shape has to be shifted so that one of its places lies on what is there; null where nothing is near. */
  shiftFor(places: Coordinate[], event: Event): [number, number] | null
  /** Whether a shape is carried just now. */
  carry(on: boolean): void
  stop(): void
}

/** Lets the tool that was added to the map last snap to features of sources; to those of the map's layers too, unless it is told not to. */
export function snapTo(sources: VectorSource[], alsoMap = true): Snapper {
  const ofMap = alsoMap ? [new Snapping({ features: targets })] : []
  const snaps = [...ofMap, ...sources.map((source) => new Snapping({ source }))]
  snaps.forEach((snap) => map.addInteraction(snap))
  ofMap.forEach((snap) => followers.add(snap))

  function shiftFor(places: Coordinate[], event: Event): [number, number] | null {
    if (!wanted(event) || places.length > MOST_CARRIED) return null
    const near = places.flatMap((place) => {
      const pixel = map.getPixelFromCoordinate(place)
      return snaps.flatMap((snap) => {
        const met = pixel && snap.snapTo(pixel, place, map)
        if (!met?.vertex) return []
        const shift: [number, number] = [(met.vertex[0] ?? 0) - (place[0] ?? 0), (met.vertex[1] ?? 0) - (place[1] ?? 0)]
        // A corner on a corner is meant more often than a corner on an edge.
        return [{ shift, onEdge: met.segment ? 1 : 0, far: Math.hypot(...shift) }]
      })
    })
    return near.sort((a, b) => a.onEdge - b.onEdge || a.far - b.far)[0]?.shift ?? null
  }

  return {
    shiftFor,
    carry: (on) => snaps.forEach((snap) => (snap.resting = on)),
    stop: () =>
      snaps.forEach((snap) => {
        followers.delete(snap)
        map.removeInteraction(snap)
      }),
  }
}
