def total():
    return sum(price for name, price in items)


print(total())
# found:
