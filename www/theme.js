// Whether the page around an embed is dark now: by what authors write (`data-theme`, `.dark`, …), by `color-scheme`,
// else by its background.
const NAMES = ['data-theme', 'data-color-mode', 'data-bs-theme', 'data-mode', 'data-md-color-scheme'];
const WORD = { dark: true, slate: true, night: true, light: false, default: false };

export function isDark(element) {
  const system = matchMedia('(prefers-color-scheme: dark)').matches;
  const around = element.parentElement ?? document.documentElement;
  for (let one = around; one; one = one.parentElement ?? one.getRootNode().host) {
    for (const name of NAMES) {
      const said = WORD[one.getAttribute(name)];
      if (said !== undefined) return said;
    }
    if (one.classList.contains('dark')) return true;
    if (one.classList.contains('light')) return false;
  }
  const scheme = getComputedStyle(around).colorScheme;
  if (/dark/.test(scheme)) return /light/.test(scheme) ? system : true;
  if (/light/.test(scheme)) return false;
  for (let one = around; one; one = one.parentElement ?? one.getRootNode().host) {
    const [brightness, alpha] = lightOf(getComputedStyle(one).backgroundColor);
    if (alpha > 0.5) return brightness < 128;
  }
  // No background is set: the browser's own, which `<meta name="color-scheme">` may make dark, shows in its text's colour.
  return lightOf(getComputedStyle(around).color)[0] > 160;
}

/** A colour's brightness, of 255, and its alpha. */
function lightOf(colour) {
  const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
  return [red * 0.299 + green * 0.587 + blue * 0.114, alpha];
}

/** Calls back whenever the answer may have changed. */
export function onThemeChange(changed) {
  const later = () => {
    changed();
    // A background that is faded over has its colour a little later.
    setTimeout(changed, 400);
  };
  const watch = new MutationObserver(later);
  for (const one of [document.documentElement, document.body]) {
    if (one) watch.observe(one, { attributes: true, attributeFilter: [...NAMES, 'class', 'style', 'lang'] });
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', later);
}
