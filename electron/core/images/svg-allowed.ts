const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * What a cleaned SVG may hold: drawing, text, gradients, masks, filters. Nothing that runs (scripts, handlers), moves
 * (animation can set links), embeds (foreignObject, feImage) or leads elsewhere.
 */
export const allowedElements = words(`
  svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath image a switch
  linearGradient radialGradient stop clipPath mask pattern marker style filter
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
  feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
`);

/** Elements in which text is drawn; elsewhere it is dropped. */
export const textElements = words('text tspan textPath title desc a');

const presentation = `
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
  color-rendering direction display dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color
  flood-opacity font font-family font-size font-size-adjust font-stretch font-style font-variant font-weight
  glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation kerning letter-spacing
  lighting-color line-height marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow
  paint-order pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
  stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration
  text-rendering text-transform transform transform-box transform-origin unicode-bidi vector-effect visibility
  white-space word-spacing writing-mode
`;

/** CSS properties that may be set in `style`. */
export const allowedProperties = words(presentation);

/** Attributes without a namespace. `href` and `style` are looked at on their own. */
export const allowedAttributes = words(`${presentation}
  amplitude azimuth baseFrequency bias class clipPathUnits cx cy d diffuseConstant divisor dx dy edgeMode elevation
  exponent filterUnits fr fx fy gradientTransform gradientUnits height id in in2 intercept k1 k2 k3 k4 kernelMatrix
  kernelUnitLength lang lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits
  media method mode numOctaves offset operator order orient pathLength patternContentUnits patternTransform patternUnits
  points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY result role
  rotate rx ry scale seed side slope spacing specularConstant specularExponent spreadMethod startOffset stdDeviation
  stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength type values version viewBox width x x1
  x2 xChannelSelector y y1 y2 yChannelSelector z
`);
