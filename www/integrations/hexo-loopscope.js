// A Hexo tag: copy this file into the blog's scripts/ folder, and set in _config.yml:
//
//   loopscope:
//     script: https://…/loopscope-embed.js
//
// A post:
//
//   {% loopscope view:timeline,console step:out:1 %}
//   import asyncio
//   …
//   {% endloopscope %}
//
// A program with double braces needs {% raw %} and {% endraw %} around it, as anything in Hexo does.
// What stands before the first colon of an argument is an attribute of <loop-scope>.
/* global hexo */
const escape = (text) => text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter]);

hexo.extend.tag.register(
  'loopscope',
  (args, content) => {
    const attributes = args.map((argument) => {
      const [name, ...value] = argument.split(':');
      if (!/^[a-z]+$/.test(name)) throw new Error(`loopscope: “${argument}” is no attribute; write name:value`);
      return ` ${name}="${escape(value.join(':'))}"`;
    });
    return `<loop-scope${attributes.join('')}><pre><code>${escape(content)}</code></pre></loop-scope>`;
  },
  { ends: true },
);

hexo.extend.filter.register('after_render:html', (page) => {
  const { script } = hexo.config.loopscope ?? {};
  if (!script || !page.includes('<loop-scope')) return page;
  return page.replace('</head>', `<script type="module" src="${escape(script)}"></script></head>`);
});
