def sort(numbers, key):
    try:
        numbers.sort(key=key)
    except ValueError as error:
        print(error, numbers)
    else:
        print('sorted', numbers)


def emptied(number):
    numbers.clear()
    return number


def grown(number):
    numbers.append(number)
    return number


def grown_and_emptied(number):
    numbers.append(number)
    numbers.pop()
    return number


for key in emptied, grown, grown_and_emptied:
    numbers = [3, 1, 2]
    sort(numbers, key)
