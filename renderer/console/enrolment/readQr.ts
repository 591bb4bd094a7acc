export interface QrDrawing {
  readonly viewBox: string;
  readonly paths: readonly { readonly d: string; readonly fill: string; readonly stroke: string }[];
}

/**
 * The lines of a QR code out of the server's SVG text: paths and colours only, so that nothing else of it can reach the page, and
 * no data: address is needed to show it. Null where it is no such drawing.
 */
export function readQr(svg: string): QrDrawing | null {
  const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const viewBox = drawing.getAttribute('viewBox');
  const paths = [...drawing.querySelectorAll('path')].map((path) => ({
    d: path.getAttribute('d') ?? '',
    fill: path.getAttribute('fill') ?? 'none',
    stroke: path.getAttribute('stroke') ?? 'none',
  }));
  return drawing.localName === 'svg' && viewBox !== null && paths.length > 0 ? { viewBox, paths } : null;
}
