"""A format string of any number of pieces is one text."""
x = 7
text = eval('f"' + "a{x}b{x:>3}" * 40000 + '"')
print(len(text), text[:12], text == "a7b  7" * 40000)
