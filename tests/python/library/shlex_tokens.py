"""Words as a shell splits them: quotes, comments, punctuation, sources; what is not closed."""
import shlex
for s in ("a b", "'a b' c", 'x"y z"w', 'a\\ b', '"a\\"b"', "'a\\b'", '"a\\nb"', "a''b", "''", '""', " a ", "", "a#b", "a #b\nc", "é ü", "a;b", "a|b&&c", "x=1", "--flag='v w'", "a\tb\nc", "\\'", "a\\\\b", "~/x *.py"):
    for kw in ({}, {'comments': True}, {'posix': False}):
        try: print(repr(s), kw, shlex.split(s, **kw))
        except ValueError as e: print(repr(s), kw, e)
    for kw in ({}, {'posix': True}, {'punctuation_chars': True}, {'posix': True, 'punctuation_chars': True}, {'punctuation_chars': '|'}):
        try: print(repr(s), kw, list(shlex.shlex(s, **kw)))
        except ValueError as e: print(repr(s), kw, e)
lex = shlex.shlex('one two\nthree', 'file.txt'); print(lex.get_token(), lex.lineno, lex.get_token(), lex.get_token(), lex.lineno, repr(lex.get_token()), lex.error_leader())
lex.push_token('pushed'); print(lex.get_token()); lex.push_source('x y'); print(list(lex)); print(lex.eof, lex.punctuation_chars, lex.wordchars[:5])
print(shlex.join(['echo', 'a b', "it's", ''])); print([shlex.quote(x) for x in ('a', 'a b', 'é', '$x', '')])
lex = shlex.shlex('a,b;c', posix=True); lex.whitespace = ','; lex.whitespace_split = True; print(list(lex))
