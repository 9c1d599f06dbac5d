/** Outlines on a 16 × 16 grid. */
export const ICONS = {
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  close: 'M4 4l8 8M12 4l-8 8',
  up: 'M4 10l4-4 4 4',
  down: 'M4 6l4 4 4-4',
  home: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4M6 8h4M8 6v4',
  wait: 'M8 2a6 6 0 1 1-6 6',
  error: 'M8 1.5l6.5 6.5L8 14.5 1.5 8zM8 5v3.5M8 11v.1',
  warning: 'M8 2l6.5 11.5h-13zM8 6.5v3.5M8 11.8v.1',
  note: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 7.5V11M8 5v.1',
  done: 'M3 8.5l3.5 3.5L13 4.5',
  file: 'M4 1.5h5.5L12.5 5v9.5h-8.5zM9 1.5V5.5h3.5',
  upload: 'M8 11V2.5M4.5 6L8 2.5 11.5 6M2.5 11v2.5h11V11',
  person: 'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 14c.5-3 2.5-4.5 5.500-4.500S13 11 13.500 14',
  back: 'M6 4L3 7l3 3M3 7h6.500a3.500 3.500 0 0 1 0 7H7',
  place: 'M8 14.500S3.500 10 3.500 6.300a4.500 4.500 0 0 1 9 0C12.500 10 8 14.500 8 14.500zM8 8a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3z',
} as const

export type IconName = keyof typeof ICONS
