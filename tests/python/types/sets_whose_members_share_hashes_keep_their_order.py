# `|=`, `-=` and `^=` change the table of a set as it is, also where equality is the program's own.
class Card:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return 0 if self.number % 2 else 5740354900026072187

    def __eq__(self, other):
        return self.number == other.number

    def __repr__(self):
        return f'c{self.number}'


cards = [Card(n) for n in range(10)]
deck = set(cards)
print(deck)
deck -= {cards[3]}
deck |= {Card(20)}
print(deck)
deck = {card for card in deck}
deck -= {cards[1], cards[2]}
deck |= {Card(30), Card(31)}
print(deck, deck.copy(), set(list(deck)), deck | set(), deck - set())
deck ^= {cards[4], Card(32)}
print(deck)
deck &= {cards[5], cards[7], Card(30), cards[6]}
print(deck)
deck.update([Card(5), Card(40)])
print(deck)
deck.difference_update([Card(40)])
print(deck)
