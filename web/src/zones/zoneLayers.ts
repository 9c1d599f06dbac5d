/** The layers that zone the ground, and the field that takes each apart: core and general zones, land and sea, priority and general units. */
export const ZONE_LAYERS = [
  { id: 'protected-areas', field: 'zone' },
  { id: 'red-lines', field: 'domain' },
  { id: 'control-units', field: 'unit_class' },
] as const
export type ZoneLayer = (typeof ZONE_LAYERS)[number]['id']
