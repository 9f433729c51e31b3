/**
 * Puts a text where it can be pasted from. A frame is seldom allowed to use the clipboard, and to ask for it is an
 * error in the browser's log; so the old way of a selected text comes first. To be called while a press is handled.
 *
 * @returns false where neither works: the text is to be selected by hand.
 */
export async function copyText(text: string): Promise<boolean> {
  if (copiedBySelection(text)) return true;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // said by whoever asked
  }
}

function copiedBySelection(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('aria-hidden', 'true');
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  // Deprecated, and the only way where the clipboard is closed to frames.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const done = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
