count = "3"
for n in range(count):
    print(n)
# found: text-for-number@2
