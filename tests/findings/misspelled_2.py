def total(numbers):
    answer = sum(numbers)
    return anser
print(total([1, 2]))
# found: misspelled@3, repaired