import LayerGroup from 'ol/layer/Group'
import TileLayer from 'ol/layer/Tile'
import XYZ from 'ol/source/XYZ'
import TileGrid from 'ol/tilegrid/TileGrid'
import type { BaseMap } from '@/api/baseMaps'

const WORLD = [-180, -90, 180, 90]
const DEEPEST = 18
/** Degrees of a pixel at zoom 0, which would be one picture 360° wide. */
const COARSEST = 360 / 256

/** Tianditu's “c”: pictures of 256 pixels, counted from the upper left of the world in degrees. */
const degreesGrid = (deepest: number) =>
  new TileGrid({
    extent: WORLD,
    origin: [-180, 90],
    tileSize: 256,
    resolutions: Array.from({ length: deepest + 1 }, (_, zoom) => COARSEST / 2 ** zoom),
  })

/** Below all layers of the catalogue. */
const UNDERMOST = -100

/** A base map of another service as layers; its names are often pictures of their own and lie above the rest of it. */
export const baseLayers = ({ tiles, grid, maxZoom }: BaseMap): LayerGroup =>
  new LayerGroup({
    layers: tiles.map(
      (url, i) =>
        new TileLayer({
          zIndex: UNDERMOST + i,
          source: new XYZ({
            url,
            // Without leave to read the pictures the map could be shown but not saved as a picture.
            crossOrigin: 'anonymous',
            ...(grid === 'degrees'
              ? { projection: 'EPSG:4326', tileGrid: degreesGrid(maxZoom ?? DEEPEST) }
              : { maxZoom: maxZoom ?? DEEPEST }),
          }),
        }),
    ),
  })
