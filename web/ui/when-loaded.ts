/** Calls once the page and all that it shows has been loaded; at once where it has been. */
export function whenLoaded(call: () => void): void {
  if (document.readyState === 'complete') call()
  else addEventListener('load', call, { once: true })
}
