/**
 * Tells the height of the document's content, in CSS pixels, when it has been painted and whenever it changes.
 * The content is measured, not the document: a document is never lower than its frame, so that a frame which
 * has grown would never shrink again.
 */
export function observePage(tell: (height: number) => void): void {
  let told = -1;
  const measure = () => {
    const height = contentHeight();
    if (height === told || height === 0) return;
    told = height;
    tell(height);
  };
  const soon = () => requestAnimationFrame(measure);
  const start = () => {
    const sizes = new ResizeObserver(soon);
    const watch = () => {
      sizes.observe(document.body);
      for (const child of document.body.children) sizes.observe(child);
    };
    watch();
    new MutationObserver(() => {
      watch();
      soon();
    }).observe(document.body, { childList: true, subtree: true });
    soon();
  };
  if (document.body instanceof HTMLElement) start();
  else document.addEventListener('DOMContentLoaded', start);
}

function contentHeight(): number {
  const { body } = document;
  const bottoms = Array.from(body.children, (child) => child.getBoundingClientRect().bottom);
  const content = Math.max(0, ...bottoms) + window.scrollY;
  if (content === 0) return 0;
  const style = getComputedStyle(body);
  return Math.ceil(content + parseFloat(style.paddingBottom) + parseFloat(style.marginBottom));
}
