import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Place } from '@/api/narrow'
import { useView } from '@/app/useView'
import { epsgOf, meridianOf, project, zoneOf } from '@/geodesy/gaussKrueger'
import { formatPlace, formatPlaceDms, formatPlane } from '@/i18n/formats'

export const COORDINATE_FORMS = ['decimal', 'dms', 'plane'] as const
export type CoordinateForm = (typeof COORDINATE_FORMS)[number]

/** Writes places in the form that the reader chose: degrees, degrees with minutes and seconds, or the plane of the place's own zone. */
export function useCoordinateText() {
  const { t } = useI18n()
  const { view } = useView()
  const form = computed<CoordinateForm>(() => COORDINATE_FORMS.find((f) => f === view.coordinates) ?? COORDINATE_FORMS[0])

  function write(place: Place): string {
    switch (form.value) {
      case 'decimal':
        return formatPlace(place)
      case 'dms':
        return formatPlaceDms(place)
      case 'plane':
        return plane(place)
    }
  }

  function plane(place: Place): string {
    const zone = zoneOf(place[0])
    if (zone === null) return t('map.coordinates.noZone')
    return `${formatPlane(project(place, zone))} · ${t('map.coordinates.zone', { epsg: epsgOf(zone), meridian: meridianOf(zone) })}`
  }

  return { form, write }
}
