done = 3
print(done + " done")
# found: number-in-text@2
