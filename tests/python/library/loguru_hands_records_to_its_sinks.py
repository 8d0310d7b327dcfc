"""The logger that is there from the start: levels, formats, sinks, what is bound, files that rotate, what is refused."""
import glob
import json
import os
import sys
import threading

from loguru import logger

logger.debug("to stderr")
logger.info("value {} and {name}", 3, name="x")
logger.success("done")
logger.warning("left as it is: {}")
logger.trace("unseen")
print(logger)
logger.remove()

logger.add(sys.stdout, format="{time:HH:mm:ss} | {level: <8} | {function}:{line} | {message} | {extra}", level="TRACE")
logger.trace("seen")
logger.bind(user="ann").info("bound")
with logger.contextualize(task=7):
    logger.info("in context")
logger.patch(lambda record: record["extra"].update(loud=record["message"].upper())).info("patched")
logger.opt(lazy=True).debug("lazy {}", lambda: 2 ** 10)
logger.opt(record=True).info("{record[function]} {record[level].icon} {record[thread].name}")
logger.opt(raw=True).info("raw\n")
logger.opt(colors=True).info("<red>red</red> {}", "<b>x</b>")
logger.add(lambda message: print("sink:", repr(str(message))), format="<green>{message}</green>", colorize=True)
logger.opt(colors=True).warning("a <blue>b</blue> <bg 255,0,1><fg #0f8>c</></>")
logger.level("NEW", no=38, color="<yellow>", icon="@")
logger.log("NEW", "new level")
logger.log(33, "a number")
logger.disable("__main__")
logger.error("unseen")
logger.enable("__main__")
logger.add(lambda message: print(json.loads(message)["record"]["level"]), serialize=True, filter={"__main__": "ERROR"})
logger.info("too low")
logger.error("serialized")
logger.remove()

logger.add("whole.log", format="{level.name} - {message}", mode="w", compression="gz")
logger.info("abc")
logger.error("def")
for groups in logger.parse("whole.log", r"(?P<level>\w+) - (?P<message>.*)", cast={"level": str.lower}):
    print(groups)
logger.remove()
logger.add("part_{time:YYYY}.log", rotation="100 B", retention=2)
for n in range(5):
    logger.info("line {} of many that fill the file up", n)
logger.remove()
for name in sorted(glob.glob("*.log*")):
    print(name.split(".")[0], name.rpartition(".")[2], os.path.getsize(name) > 0)
    os.remove(name)

for spec in ("YYYY-MM-DD HH:mm:ss.SSS", "YY M D H m s S [YYYY]", "MMMM MMM dddd ddd d E Q DDDD", "hh A Z ZZ zz", "%Y/%m", "HH!UTC"):
    logger.add(sys.stdout, format="{time:" + spec + "}")
    logger.info("")
    logger.remove()

logger.add(sys.stdout, format=lambda record: "<level>{message}</level>" + (" {extra[n]}\n" if "n" in record["extra"] else "!\n"))
logger.info("one")
logger.bind(n=1).info("two")
thread = threading.Thread(target=lambda: logger.opt(record=True).info("{record[thread].name}"), name="worker")
thread.start()
thread.join()
for refused in (
    lambda: logger.add(5), lambda: logger.add(print, level="NO"), lambda: logger.add(print, level=-1),
    lambda: logger.add(print, format="<nope>{message}"), lambda: logger.add(print, format=3), lambda: logger.add(print, x=3),
    lambda: logger.add(print, filter=3), lambda: logger.add(print, filter=filter), lambda: logger.add(print, filter={"m": "NO"}),
    lambda: logger.add("x.log", rotation="abc"), lambda: logger.add("x.log", compression="rar"), lambda: logger.remove(99),
    lambda: logger.remove("x"), lambda: logger.level("INFO", no=3), lambda: logger.level("QQ"), lambda: logger.level("QQ", icon="x"),
    lambda: logger.log("NO", "x"), lambda: logger.log(-1, "x"), lambda: logger.log(1.5, "x"), lambda: logger.info("{} {}", 1),
    lambda: logger.info("{nope}", k=1), lambda: logger.opt(colors=True).info("<red>x"), lambda: logger.catch(int),
    lambda: logger.disable(3), lambda: logger.opt(record=True).info("x", record=1),
):
    try:
        refused()
    except Exception as error:
        print(type(error).__name__, error)
