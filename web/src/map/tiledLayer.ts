import { intersects } from 'ol/extent'
import MVT from 'ol/format/MVT'
import VectorTileLayer from 'ol/layer/VectorTile'
import VectorTileSource from 'ol/source/VectorTile'
import type { StyleFunction } from 'ol/style/Style'
import { createXYZ } from 'ol/tilegrid'
import TileGrid from 'ol/tilegrid/TileGrid'
import type { Layer } from '@/api/catalog'
import { withQuery } from '@/api/http'
import { DEGREES, toExtent, WEB_MERCATOR, type ScreenProjection } from './olMap'

/** A layer with more features than this comes as vector tiles: whatever is out of sight, or too small to see, stays on the server. */
export const MOST_FEATURES = 20_000

/** Beyond this zoom tiles hold nothing more than their shapes enlarged. */
const DEEPEST = 16
const COARSEST_DEGREES = 180 / 256

/** The server's grids of the same names (OGC 17-083r4, annex D). */
const GRIDS = {
  mercator: { name: 'WebMercatorQuad', projection: WEB_MERCATOR, tileGrid: createXYZ({ maxZoom: DEEPEST }) },
  degrees: {
    name: 'WorldCRS84Quad',
    projection: DEGREES,
    tileGrid: new TileGrid({
      extent: [-180, -90, 180, 90],
      origin: [-180, 90],
      tileSize: 256,
      resolutions: Array.from({ length: DEEPEST + 1 }, (_, zoom) => COARSEST_DEGREES / 2 ** zoom),
    }),
  },
}

/** A large layer as vector tiles of its newest state, cut for the projection that the map is drawn in. */
export function tiledLayer(layer: Layer, year: number | null, projection: ScreenProjection, style: StyleFunction): VectorTileLayer {
  const { name, ...grid } = GRIDS[projection]
  const path = withQuery(`/ogc/collections/${encodeURIComponent(layer.id)}/tiles/${name}/{z}/{y}/{x}`, { f: 'mvt', year, revision: layer.revision })
  const { bbox } = layer
  const held = bbox && (projection === 'degrees' ? bbox : toExtent(bbox))
  const source = new VectorTileSource({
    ...grid,
    format: new MVT({ idProperty: 'id' }),
    // Nothing is asked for where the layer has nothing.
    tileUrlFunction: ([z = 0, x = 0, y = 0]) => {
      const there = held !== null && intersects(grid.tileGrid.getTileCoordExtent([z, x, y]), held)
      return there ? path.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y)) : undefined
    },
  })
  return new VectorTileLayer({
    source,
    zIndex: layer.style.order,
    minZoom: layer.style.minZoom - 0.01,
    style,
    properties: { id: layer.id },
  })
}
