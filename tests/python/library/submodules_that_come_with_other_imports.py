import concurrent
import sys
import asyncio

print(concurrent.futures.ThreadPoolExecutor(1).submit(pow, 2, 3).result(), "concurrent.futures" in sys.modules)
import html

print(html.entities.name2codepoint["amp"], html.entities.html5["lt;"])
for package, name in ((concurrent, "other"), (html, "parser")):
    try:
        getattr(package, name)
    except AttributeError as error:
        print(error)
