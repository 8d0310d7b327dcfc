// The page's start: an engine instance draws the page; if the instance dies, the supervisor takes over.
import { supervise } from './supervisor.js';

supervise(document.getElementById('app'));
