import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Place } from '@/api/narrow'
import { toPlace } from './olMap'

/** Where the mouse is on the map; null before it was there. */
export const usePointer = defineStore('pointer', () => {
  const place = shallowRef<Place | null>(null)
  return { place, move: (coordinate: number[]) => (place.value = toPlace(coordinate)) }
})
