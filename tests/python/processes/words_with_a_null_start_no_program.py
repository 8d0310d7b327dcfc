# os.exec… refuses words that no program can be handed, before the process becomes another.
import os

for words in (["a\0b"], ["a", b"\0"], ["", "\0"], [""]):
    for start in (lambda: os.execv("/bin/echo", words), lambda: os.execve("/bin/echo", words, {})):
        try:
            start()
        except ValueError as error:
            print(error)
for words in ("a", []):
    for start in (os.execv, os.execve, os.posix_spawn, os.posix_spawnp):
        try:
            start("/bin/echo", words, *[{}] * (start is not os.execv))
        except (TypeError, ValueError) as error:
            print(error)
