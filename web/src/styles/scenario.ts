import type { FeatureLike } from 'ol/Feature'
import type { Geometry } from 'ol/geom'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import Text from 'ol/style/Text'
import type { Effect } from '@/api/scenario'
import { placeOfNumber } from './site'
import { EFFECT_LOOKS, FONT, WAY_LOOKS } from './theme'

/** A measure with its number: what builds has dashes, what restores none; one that is switched off is grey. A line has its width on the ground. */
export function measureStyle(feature: FeatureLike, metresAPixel: number): Style[] {
  const { colour, dash } = EFFECT_LOOKS[feature.get('effect') as Effect]
  const shown = feature.get('on') === false ? '#68737b' : colour
  const chosen = feature.get('chosen') === true
  const widthM = feature.get('widthM') as number | null
  return [
    ...(widthM === null ? [] : [corridor(widthM / metresAPixel, `${shown}${chosen ? '4d' : '33'}`)]),
    new Style({ stroke: new Stroke({ color: '#ffffffd9', width: chosen ? 7 : 5 }) }),
    new Style({
      stroke: new Stroke({ color: shown, width: chosen ? 3.5 : 2, ...(dash ? { lineDash: [...dash] } : {}) }),
      fill: new Fill({ color: `${shown}${chosen ? '33' : '1f'}` }),
    }),
    ...numbered(feature.get('number') as number | null, shown),
  ]
}

/** The ground that a line with a width takes: all within half the width of it. */
const corridor = (width: number, color: string) => new Style({ stroke: new Stroke({ color, width, lineCap: 'round', lineJoin: 'round' }) })

const numbered = (number: number | null, colour: string): Style[] =>
  number === null
    ? []
    : [
        new Style({
          geometry: (one) => placeOfNumber(one.getGeometry() as Geometry),
          text: new Text({
            text: String(number),
            font: `600 13px ${FONT}`,
            fill: new Fill({ color: '#fff' }),
            backgroundFill: new Fill({ color: colour }),
            padding: [2, 5, 1, 6],
          }),
        }),
      ]

/** On both sides of coast that changes, so that the coast between keeps its own look. */
export const changedCoastStyle = (feature: FeatureLike): Style => coastStyles[feature.get('what') as keyof typeof coastStyles]

const edged = ({ colour, dash }: { colour: string; dash: readonly number[] | null }) =>
  new Style({ stroke: new Stroke({ color: `${colour}cc`, width: 16, lineCap: 'butt', ...(dash ? { lineDash: [...dash] } : {}) }) })
const coastStyles = { built: edged(WAY_LOOKS.lost), restored: edged(WAY_LOOKS.gained) }
