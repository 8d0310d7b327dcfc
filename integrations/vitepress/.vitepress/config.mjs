export default {
  title: 'Loopscope in VitePress',
  head: [['script', { type: 'module', src: '/loopscope/loopscope-embed.js' }]],
  // Else Vue looks for a component of this name.
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'loop-scope' } } },
};
