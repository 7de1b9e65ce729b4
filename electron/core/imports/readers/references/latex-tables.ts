/** Accent commands and the combining character that each puts on the letter behind it. */
export const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  '"': '\u0308',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  r: '\u030a',
  c: '\u0327',
  k: '\u0328',
  d: '\u0323',
  b: '\u0331',
};

const pairs = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text
      .trim()
      .split(/\s+/)
      .map((pair) => {
        const cut = pair.indexOf(':');
        return [pair.slice(0, cut), pair.slice(cut + 1)];
      }),
  );

/** Commands that stand for one character. */
export const symbols: Readonly<Record<string, string>> = {
  ...pairs(`
    ae:æ AE:Æ oe:œ OE:Œ aa:å AA:Å o:ø O:Ø l:ł L:Ł ss:ß SS:ẞ i:ı j:ȷ dh:ð DH:Ð th:þ TH:Þ dj:đ DJ:Đ ng:ŋ NG:Ŋ
    textbackslash:\\ textasciitilde:~ textasciicircum:^ textunderscore:_ textbar:| textless:< textgreater:>
    textendash:– textemdash:— textellipsis:… dots:… ldots:… textquoteleft:‘ textquoteright:’ textquotedblleft:“
    textquotedblright:” guillemotleft:« guillemotright:» quotesinglbase:‚ quotedblbase:„ textbullet:• textperiodcentered:·
    textdegree:° textmu:µ texteuro:€ euro:€ pounds:£ textsterling:£ textyen:¥ copyright:© textcopyright:©
    textregistered:® texttrademark:™ S:§ P:¶ dag:† ddag:‡ textexclamdown:¡ textquestiondown:¿ textordfeminine:ª
    textordmasculine:º textonehalf:½ textonequarter:¼ lbrace:{ rbrace:} slash:/ TeX:TeX LaTeX:LaTeX BibTeX:BibTeX
    alpha:α beta:β gamma:γ delta:δ epsilon:ϵ varepsilon:ε zeta:ζ eta:η theta:θ iota:ι kappa:κ lambda:λ mu:μ nu:ν
    xi:ξ pi:π rho:ρ sigma:σ tau:τ upsilon:υ phi:ϕ varphi:φ chi:χ psi:ψ omega:ω Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ
    Xi:Ξ Pi:Π Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω infty:∞ times:× div:÷ pm:± cdot:⋅ leq:≤ geq:≥ le:≤ ge:≥
    neq:≠ approx:≈ sim:∼ to:→ rightarrow:→ leftarrow:← leftrightarrow:↔ in:∈ subset:⊂ cup:∪ cap:∩ forall:∀
    exists:∃ partial:∂ nabla:∇ sum:∑ prod:∏ int:∫ sqrt:√ propto:∝ circ:∘ bullet:• star:⋆ ell:ℓ hbar:ℏ prime:′
    degree:° textsuperscript: `),
  ' ': ' ',
  ',': '\u2009',
  ';': '\u2005',
  ':': '\u2005',
  '!': '',
  '/': '',
  '-': '',
  '@': '',
  '&': '&',
  '%': '%',
  $: '$',
  '#': '#',
  _: '_',
  '{': '{',
  '}': '}',
  '\\': ' ',
  quad: ' ',
  qquad: ' ',
  newline: ' ',
  par: '\n\n',
  space: ' ',
};

/** Commands that only say how the text behind them looks. */
export const formatting: ReadonlySet<string> = new Set(
  (
    'textit textbf textrm textsf texttt textsc textsl textup textmd textnormal emph em it bf rm sf tt sc sl ' +
    'mathrm mathit mathbf mathsf mathtt mathcal mathbb mathfrak mbox hbox text textsuperscript textsubscript uppercase ' +
    'lowercase MakeUppercase MakeLowercase underline enquote mkbibquote mkbibemph url path nolinkurl noopsort ' +
    'bibstring protect relax normalfont small large left right ensuremath hspace vspace displaystyle textcolor'
  ).split(' '),
);

/** Raised and lowered characters that Unicode has. */
export const raised = pairs('0:⁰ 1:¹ 2:² 3:³ 4:⁴ 5:⁵ 6:⁶ 7:⁷ 8:⁸ 9:⁹ +:⁺ -:⁻ =:⁼ (:⁽ ):⁾ n:ⁿ i:ⁱ');
export const lowered = pairs(
  '0:₀ 1:₁ 2:₂ 3:₃ 4:₄ 5:₅ 6:₆ 7:₇ 8:₈ 9:₉ +:₊ -:₋ =:₌ (:₍ ):₎ a:ₐ e:ₑ o:ₒ x:ₓ i:ᵢ n:ₙ',
);
