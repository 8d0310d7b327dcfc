// The page's start: an engine instance draws the page; if the instance dies, the supervisor takes over.
import { supervise } from './supervisor.js';

export { supervise };

// Until the page knows better (a setting, the switch), the browser's language.
if (navigator.language.startsWith('zh')) document.documentElement.lang = 'zh-Hans';
supervise(document.getElementById('app'), location.hash);
