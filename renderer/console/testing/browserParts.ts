const always = (query: string): MediaQueryList =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });

class NothingResizes {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** What Mantine asks of a browser and jsdom does not have; none of it matters to what is said on the screens. */
export function addBrowserParts(): void {
  Object.assign(window, { matchMedia: always, ResizeObserver: NothingResizes });
  Object.assign(Element.prototype, { scrollIntoView: () => undefined });
}
