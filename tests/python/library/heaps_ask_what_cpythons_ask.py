"""Which items nsmallest, nlargest and merge compare, and where they fail."""
import heapq
import random
import traceback

asked = []


class Card:
    def __init__(self, number):
        self.number = number

    def __repr__(self):
        return f"<{self.number}>"

    def __lt__(self, other):
        asked.append((self.number, other.number))
        return self.number < other.number

    def __eq__(self, other):
        asked.append((self.number, "is", other.number))
        return self.number == other.number


def shown(action):
    asked.clear()
    print(action(), len(asked), asked if len(asked) < 9 else hash(str(asked)) % 10007)


random.seed(11)
for count in 1, 2, 5, 16, 60:
    numbers = [random.randrange(count) for _ in range(count)]
    shown(lambda: heapq.nsmallest(1, map(Card, numbers)))
    shown(lambda: heapq.nsmallest(3, map(Card, numbers)))
    shown(lambda: heapq.nlargest(1, map(Card, numbers)))
    shown(lambda: heapq.nlargest(4, list(map(Card, numbers))))
    shown(lambda: heapq.nlargest(2, map(Card, numbers), key=lambda card: Card(-card.number)))
    shown(lambda: list(heapq.merge(map(Card, sorted(numbers)), map(Card, sorted(numbers)), [Card(3)]))[:4])
    shown(lambda: list(heapq.merge(map(Card, numbers), [Card(1)], key=lambda card: card, reverse=True))[:4])

print(heapq.nlargest(2, {"a": 1, "b": 3, "c": 2}.items(), key=lambda pair: pair[1]), heapq.nsmallest(2, "hello"))
print(heapq.nlargest(0, [1]), heapq.nlargest(-1, [3, 2]), heapq.nlargest(1, []), list(heapq.merge([], [1])))


class Plain:
    number = 1


plain = [Plain(), Plain(), Plain()]
for action in (
    lambda: heapq.nsmallest(2, plain),
    lambda: heapq.nlargest(2, iter(plain)),
    lambda: heapq.nsmallest(1, plain),
    lambda: heapq.nlargest(9, plain),
    lambda: heapq.nlargest(2, [3, 1, "a"]),
    lambda: heapq.nsmallest("a", [1]),
    lambda: heapq.nsmallest(2, 5),
    lambda: heapq.nsmallest(2, plain, key=lambda item: item.size),
    lambda: list(heapq.merge([1, 4], [2, "x"])),
    lambda: list(heapq.merge(3)),
):
    try:
        print(action())
    except Exception:
        traceback.print_exc()
