import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastOf, leastContrast } from '#shared/domain/color.ts';
import { checkAccent, pageColors } from '#shared/domain/page-colors.ts';
import { pageThemeSchema } from '#shared/model/page-theme.ts';

const themes = pageThemeSchema.options;
const lights = ['light', 'dark'] as const;

describe('page colors', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrastOf('#000000', '#ffffff')).toBe(21);
    expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  it.each(themes.flatMap((theme) => lights.map((light) => [theme, light] as const)))(
    'has text in %s, %s, that can be read on every background',
    (theme, light) => {
      const { surface, text, accent, ...colors } = pageColors(theme, light, null);
      const grounds = [surface, colors['surface-page'], colors['surface-sunken']];
      const least = theme === 'contrast' ? 7 : 4.5;
      for (const color of [text, colors['text-soft'], colors['text-faint'], accent, colors['accent-strong']])
        expect(leastContrast(color, grounds), color).toBeGreaterThanOrEqual(least);
      expect(leastContrast(accent, [colors['accent-soft']])).toBeGreaterThanOrEqual(4.5);
      expect(leastContrast(colors.focus, grounds)).toBeGreaterThanOrEqual(3);
    },
  );

  it('keeps a color that can be read, and says so', () => {
    expect(checkAccent('paper', 'light', '#0d5c61')).toMatchObject({ shown: '#0d5c61', adjusted: false });
    expect(checkAccent('paper', 'light', '#ffcc00')).toMatchObject({ adjusted: true });
  });

  it('makes any color readable in any theme and light', () => {
    assert(
      property(
        integer({ min: 0, max: 0xff_ff_ff }),
        constantFrom(...themes),
        constantFrom(...lights),
        (value, theme, light) => {
          const color = `#${value.toString(16).padStart(6, '0')}`;
          const colors = pageColors(theme, light, color);
          const grounds = [
            colors.surface,
            colors['surface-page'],
            colors['surface-sunken'],
            colors['accent-soft'],
          ];
          expect(leastContrast(colors.accent, grounds)).toBeGreaterThanOrEqual(
            theme === 'contrast' ? 7 : 4.5,
          );
          expect(leastContrast(colors['accent-strong'], grounds)).toBeGreaterThanOrEqual(4.5);
        },
      ),
    );
  });
});
