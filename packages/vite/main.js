import { run } from 'loopscope';
import 'loopscope/embed';

const { stdout } = await run('import asyncio, json\nasyncio.run(asyncio.sleep(10))\nprint(json.dumps("module"))');
const { stdout: shown } = await document.querySelector('loop-scope').run();
document.title = stdout + shown;
