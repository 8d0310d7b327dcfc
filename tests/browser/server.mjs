// Serves dist/ as a strict host would: from a sub-path, under the content security policy that docs promise.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export const PREFIX = '/some/blog/loopscope/';
export const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'";

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.py': 'text/x-python; charset=utf-8',
};

/**
 * `types` overrides content types by extension; `pages` are served beside the files, by name; `policy` may allow more.
 * `asked` notes the paths of all requests. Returns `{ url, asked, pages, close() }`, url ending in the sub-path.
 */
export async function serve(folder, { types = {}, pages = {}, policy = POLICY } = {}) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const inside = name.startsWith(PREFIX) ? path.join(folder, name.slice(PREFIX.length) || 'index.html') : null;
    const file = inside?.endsWith('/') ? `${inside}index.html` : inside;
    asked.push(name.slice(PREFIX.length));
    const body = pages[name.slice(PREFIX.length)] ?? (file?.startsWith(folder) ? await readFile(file).catch(() => null) : null);
    if (!body) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    const extension = path.extname(file);
    response.writeHead(200, {
      'content-type': types[extension] ?? TYPES[extension] ?? 'application/octet-stream',
      'content-security-policy': policy,
      // As static hosts send it, so that other sites can embed.
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
    });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${PREFIX}`,
    asked,
    pages,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
