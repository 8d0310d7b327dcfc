total = 1 + \
    2 + \  # two
    3
