"""Where `--` stands among positionals, options and words that nobody takes."""
import argparse

for spec, words in (('x', 'a -- b'), ('x', '-- a'), ('x', '-- a b'), ('x?', '--'), ('x?', 'a --'), ('x*', 'a -- -b'),
                    ('x+', 'a --t 3 -- -b'), ('x*', '--t 3 -- -b'), ('', '--'), ('', '-- a'), ('x', 'a --t 3 -- b'),
                    ('x y', 'a -- b'), ('x y?', 'a --t 2 -- b'), ('x', 'a --t 2 --'), ('x...', 'a -- -b')):
    parser = argparse.ArgumentParser()
    parser.add_argument('--t')
    for name in spec.split():
        parser.add_argument(name[0], nargs={'...': '...'}.get(name[1:], name[1:] or None))
    try:
        print(spec, words, parser.parse_known_args(words.split()))
    except SystemExit:
        print(spec, words, 'exit')
