for _ in range(2):
    print(~True)
print(~False + 1, ~(1 == 1), ~0)
