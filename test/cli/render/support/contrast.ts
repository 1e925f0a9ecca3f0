/** The contrast of every visible text, as WCAG 2.2 computes it. Runs in the page, so it is a text here. */

export interface Contrast {
  readonly text: string;
  readonly ratio: number;
}

/** An expression that gives a `Contrast` for each text on the page. */
export const textContrasts = `(() => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const background = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const color = channels(getComputedStyle(at).backgroundColor);
      if (color.length < 4 || color[3] === 1) return color;
      if (color[3] > 0) throw new Error('a background that shines through is not computed here');
    }
    throw new Error('no background');
  };
  const contrasts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const element = node.parentElement;
    if (node.data.trim() === '' || ['SCRIPT', 'STYLE'].includes(element.tagName) || !element.checkVisibility()) continue;
    const [high, low] = [channels(getComputedStyle(element).color), background(element)].map(luminance).sort((a, b) => b - a);
    contrasts.push({ text: node.data.trim(), ratio: (high + 0.05) / (low + 0.05) });
  }
  return contrasts;
})()`;
