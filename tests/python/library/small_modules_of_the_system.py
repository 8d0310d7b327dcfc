import pwd, grp, colorsys, posixpath, faulthandler, asyncio
print(pwd.getpwuid(0).pw_name, grp.getgrgid(0)[0])
try: pwd.getpwnam('nobody-here')
except KeyError as e: print(e)
print(colorsys.rgb_to_hsv(.2, .4, .6), colorsys.hsv_to_rgb(.5, .5, .5), colorsys.rgb_to_hls(.2, .4, .6), colorsys.hls_to_rgb(.1, .2, .3), colorsys.rgb_to_yiq(.1, .2, .3))
print(posixpath.join('a', 'b'), faulthandler.is_enabled(), faulthandler.enable(), faulthandler.is_enabled())
try: import asyncio.windows_utils
except ImportError as e: print(e)
from asyncio.staggered import staggered_race
async def f(n, ok=True):
    await asyncio.sleep(n); print('done', n)
    if not ok: raise OSError(n)
    return n
from functools import partial
print(asyncio.run(staggered_race([partial(f, 3, False), partial(f, .5, False), partial(f, 5), partial(f, 1)], 1)))
