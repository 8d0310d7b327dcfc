// The timeline's SVG (src/scene/svg.rs) on a canvas. A page's policy may forbid pictures from blobs and data, so the
// few shapes that it is made of are drawn here.
const SCALE = 2;
const SANS = "ui-sans-serif, system-ui, 'Noto Sans CJK SC', sans-serif";

/** A promise of the picture as a PNG blob. */
export function toPng(text) {
  const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  const [width, height] = ['width', 'height'].map((name) => Number(svg.getAttribute(name)));
  const canvas = Object.assign(document.createElement('canvas'), { width: width * SCALE, height: height * SCALE });
  const context = canvas.getContext('2d');
  context.scale(SCALE, SCALE);
  const patterns = new Map([...svg.querySelectorAll('pattern')].map((one) => [`url(#${one.id})`, tile(one)]));
  for (const shape of svg.children) {
    if (shape.tagName !== 'defs' && shape.tagName !== 'title') draw(context, shape, patterns, { width, height });
  }
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function draw(context, shape, patterns, whole) {
  const text = (name) => shape.getAttribute(name);
  const number = (name, other = 0) => {
    const value = text(name);
    return value === '100%' ? whole[name] : value === null ? other : Number(value);
  };
  const fill = text('fill') ?? '#000';
  const paint = (colour, opacity, act) => {
    if (!colour || colour === 'none') return;
    context.globalAlpha = number(opacity, 1);
    act(patterns.get(colour)?.(context) ?? colour);
    context.globalAlpha = 1;
  };
  if (shape.tagName === 'text') {
    context.font = `${text('font-weight') ?? 400} ${text('font-size') ?? 12}px ${SANS}`;
    context.fillStyle = fill;
    context.fillText(shape.firstChild?.data ?? '', number('x'), number('y'));
    return;
  }
  const path = new Path2D(shape.tagName === 'path' ? text('d') : undefined);
  if (shape.tagName === 'rect') path.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'));
  if (shape.tagName === 'circle') path.arc(number('cx'), number('cy'), number('r'), 0, 7);
  paint(shape.tagName === 'path' && !text('fill') ? 'none' : fill, 'fill-opacity', (style) => {
    context.fillStyle = style;
    context.fill(path);
  });
  paint(text('stroke'), 'stroke-opacity', (style) => {
    context.strokeStyle = style;
    context.lineWidth = number('stroke-width', 1);
    context.stroke(path);
  });
}

/** A pattern's picture, repeated: a function of the context that uses it. */
function tile(pattern) {
  const [width, height] = ['width', 'height'].map((name) => Number(pattern.getAttribute(name)));
  const canvas = Object.assign(document.createElement('canvas'), { width: width * SCALE, height: height * SCALE });
  const context = canvas.getContext('2d');
  context.scale(SCALE, SCALE);
  for (const shape of pattern.children) draw(context, shape, new Map(), { width, height });
  const turn = /rotate\((\d+)\)/.exec(pattern.getAttribute('patternTransform') ?? '');
  return (target) => {
    const made = target.createPattern(canvas, 'repeat');
    made.setTransform(new DOMMatrix().rotate(turn ? Number(turn[1]) : 0).scale(1 / SCALE));
    return made;
  };
}
