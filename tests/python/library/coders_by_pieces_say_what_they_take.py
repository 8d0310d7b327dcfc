import codecs

for name in "hex", "base64", "rot13", "quopri", "uu":
    for piece in b"zz", "zz", b"abc", 3, b"\xff", "é", "abcd", b"YQ==":
        for make in codecs.getincrementalencoder, codecs.getincrementaldecoder:
            coder = make(name)()
            try:
                made = coder.encode(piece) if hasattr(coder, "encode") else coder.decode(piece)
            except Exception as e:
                made = f"{type(e).__name__} {e} {getattr(e, '__notes__', '')}"
            print(name, make.__name__[14:], repr(piece), made)
