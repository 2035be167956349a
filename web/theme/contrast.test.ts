import { describe, expect, it } from 'vitest'
import { amber, blue, dark, gray, green, red, spruce, surfaces, violet } from './colors.ts'
import { contrast } from './contrast.ts'

const hues = Object.entries({ spruce, red, amber, green, blue, violet, gray })

describe('contrast', () => {
  it('computes the ratios WCAG gives', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  it.each(['light', 'dark'] as const)('text of every kind is AA on every ground in %s', (scheme) => {
    const s = surfaces[scheme]
    const grounds = scheme === 'light' ? [s.page, s.side, gray[1]!] : [s.page, s.side, dark[6]!]
    for (const ground of grounds)
      for (const text of [s.text, s.dimmed])
        expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    expect(contrast(s.placeholder, scheme === 'light' ? '#ffffff' : dark[6]!)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(hues)('%s: filled, tinted and plain text are AA', (_hue, c) => {
    expect(contrast(c[7]!, '#ffffff'), 'filled, light').toBeGreaterThanOrEqual(4.5)
    expect(contrast(c[6]!, '#ffffff'), 'filled, dark').toBeGreaterThanOrEqual(4.5)
    expect(contrast(c[8]!, c[1]!), 'tinted, light').toBeGreaterThanOrEqual(4.5)
    expect(contrast(c[7]!, surfaces.light.side), 'text, light').toBeGreaterThanOrEqual(4.5)
    expect(contrast(c[3]!, surfaces.dark.page), 'text, dark').toBeGreaterThanOrEqual(4.5)
  })

  it('the focus ring stands out from each ground (3:1)', () => {
    expect(contrast(spruce[6]!, surfaces.light.side)).toBeGreaterThanOrEqual(3)
    expect(contrast(spruce[3]!, surfaces.dark.page)).toBeGreaterThanOrEqual(3)
  })
})
