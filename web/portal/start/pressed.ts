/** A button that is pressed before the page can answer is pressed again when it can. Links need nobody. */
export function keepPressed(): void {
  let pressed: HTMLElement | null = null
  const keep = ({ target }: Event) => {
    if (target instanceof Element) pressed = target.closest('button')
  }
  document.addEventListener('click', keep)
  addEventListener(
    'wk-started',
    () => {
      document.removeEventListener('click', keep)
      // React hears nothing while it is at work itself.
      setTimeout(() => pressed?.click())
    },
    { once: true },
  )
}
