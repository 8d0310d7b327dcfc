module.exports = {
  title: 'Loopscope in Docusaurus',
  url: 'http://127.0.0.1',
  baseUrl: '/',
  scripts: [{ src: '/loopscope/loopscope-embed.js', type: 'module' }],
  presets: [['classic', { docs: { routeBasePath: '/', sidebarPath: false }, blog: false }]],
};
