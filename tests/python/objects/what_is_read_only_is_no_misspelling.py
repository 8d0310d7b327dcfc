class Slotted:
    __slots__ = 'value',
    vaule = 1

    @property
    def valu(self):
        return 1


for wrong in (lambda: setattr('a', 'upper', 1), lambda: setattr(Slotted(), 'vaule', 3), lambda: delattr(Slotted(), 'vaule'),
              lambda: delattr(Slotted(), 'value'), lambda: setattr(Slotted(), 'valu', 1), lambda: setattr(5, '__doc__', 1),
              lambda: delattr(5, 'real'), lambda: setattr(print, '__name__', 'x'), lambda: setattr(Slotted(), 'valeu', 1)):
    try:
        wrong()
    except AttributeError as error:
        print(error, error.name, type(error.obj).__name__)
'a'.upper = 1
