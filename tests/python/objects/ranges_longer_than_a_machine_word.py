# A range whose ends fit a machine word and whose length does not.
import sys

most = sys.maxsize
for numbers in (range(-most, most), range(-1, most), range(-1 - most, most), range(most, -1 - most, -1), range(0, most)):
    try:
        print(len(numbers))
    except OverflowError as error:
        print(error)
    print(numbers, bool(numbers), numbers[0], numbers[1], numbers[-1], numbers[5:7], numbers[::-1], 5 in numbers, most in numbers)
    print(numbers.index(5), numbers.count(5), next(iter(numbers)), next(reversed(numbers)), list(numbers[:2]))
    print(numbers == range(numbers.start, numbers.stop, numbers.step), hash(numbers) == hash(numbers[:]))
    for number in numbers:
        if number != numbers[0]:
            break
    print(number)
