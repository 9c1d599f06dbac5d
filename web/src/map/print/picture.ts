/** The classes of the style sheets are told to the picture as text, because it has no page around it. */
function rules(): string {
  return [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n')
}

/**
 * A sheet as a PNG file, `sharpness` pixels for one of the style sheet. The browser sets it as it does on the screen, with its own fonts: the
 * sheet becomes the content of an SVG picture, and that is drawn.
 */
export async function pictureOf(sheet: HTMLElement, sharpness: number): Promise<Blob> {
  const [width, height] = [sheet.offsetWidth, sheet.offsetHeight]
  const copy = sheet.cloneNode(true) as HTMLElement
  copy.style.transform = 'none'
  replaceCanvases(sheet, copy)
  const body = new XMLSerializer().serializeToString(copy)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><style>${escaped(rules())}</style><foreignObject width="100%" height="100%">${body}</foreignObject></svg>`
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = blank(width * sharpness, height * sharpness)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))), 'image/png'),
  )
}

const escaped = (css: string) => css.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Canvases are copied without what is drawn on them; pictures take their places. */
function replaceCanvases(from: HTMLElement, to: HTMLElement) {
  const drawn = [...from.querySelectorAll('canvas')]
  ;[...to.querySelectorAll('canvas')].forEach((copy, i) => {
    const canvas = drawn[i]
    if (!canvas || canvas.width === 0) return copy.remove()
    const image = document.createElement('img')
    for (const { name, value } of copy.attributes) image.setAttribute(name, value)
    image.setAttribute('width', String(canvas.width))
    image.setAttribute('height', String(canvas.height))
    image.src = canvas.toDataURL()
    copy.replaceWith(image)
  })
}

function blank(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width)
  canvas.height = Math.round(height)
  return canvas
}
