# What a class's methods assign to self is listed in order of the alphabet, as it is written.
class Point:
    def __init__(self):
        self.y = self.x = 0
        self.__hidden, self._inner = 1, 2

    def move(self):
        self.Y = 3
        self.a.b = 4

    class Inner:
        def set(self):
            self.z, self.a = 1, 2


print(Point.__static_attributes__, Point.Inner.__static_attributes__)
