# There is one empty str, one empty tuple, one empty bytes and one bytes of each byte, however they come about; a
# character that is taken out of a text is one object too if it is of Latin-1, others are made anew.
word = "café 中"
for made, again in [(word[:0], "".join([])), ("".strip(), str()), (word[3], chr(233)), (word[5], chr(0x4E2D))]:
    print(repr(made), made is again, id(made) == id(again))
raw = bytes([65, 66])
print(raw[:1] is bytes([65]), raw[1:1] is bytes(), raw[:2] is bytes([65, 66, 67])[:2])

# What adds nothing gives the same object.
pair = (word, raw)
print(pair + () is pair, () + pair is pair, word + "" is word, "" + word is word, pair * 1 is pair)
seen = {}
for letter in "banana":
    seen.setdefault(id(letter), letter)
print(list(seen.values()))
