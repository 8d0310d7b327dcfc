"""What is sent to `aclose()` and `athrow()` first is refused, and they have not begun by that."""


async def numbers():
    try:
        yield 1
    except KeyError:
        print("handled")
        yield 2


def attempt(method, *args):
    try:
        print(method(*args))
    except BaseException as exc:
        print(type(exc).__name__, exc)


generator = numbers()
end = generator.aclose()
attempt(end.send, 5)
attempt(end.send, None)
generator = numbers()
attempt(generator.__anext__().send, None)
thrown = generator.athrow(KeyError)
attempt(thrown.send, "x")
attempt(thrown.send, None)
attempt(generator.aclose().send, 0)
attempt(generator.asend(1).send, 2)
