# A logger asks once for each level; setLevel() and disable() make all forget.
import logging


class Asked(logging.Logger):
    def getEffectiveLevel(self):
        print('asked', self.name)
        return super().getEffectiveLevel()


logging.setLoggerClass(Asked)
a, b = logging.getLogger('a'), logging.getLogger('a.b')
print(list(vars(b)))
for change in (lambda: None, lambda: a.setLevel(10), lambda: logging.disable(30), lambda: logging.disable(0)):
    change()
    print([b.isEnabledFor(level) for level in (10, 10, 30, 30, 40)], b._cache)
b.disabled = True
print(b.isEnabledFor(50))
b.disabled, a.level = False, 50
print(b.isEnabledFor(10), b.isEnabledFor(11))
