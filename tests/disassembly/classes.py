@decorate
class A(B, metaclass=M):
    "doc"
    x: int = 3

    def __init__(self):
        super().__init__()
        self.a = self.__b = 1


(a, *b), A.c = a, b = b, a
