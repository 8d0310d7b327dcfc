import argparse
import warnings

parser = argparse.ArgumentParser(prog='mix')
parser.add_argument('files', nargs='*', default=[])
parser.add_argument('--level', type=int, default=1)
print(parser.parse_args(['a', '--level', '2']))
print(parser.parse_intermixed_args(['a', '--level', '2', 'b']))
print(parser.parse_intermixed_args([]))

parser = argparse.ArgumentParser(prog='same')
parser.add_argument('--name', nargs='*')
parser.add_argument('name')
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(parser.parse_intermixed_args(['x', '--name']))
    print(parser.parse_intermixed_args(['x', '--name', 'y']))
for warning in caught:
    print(warning.category.__name__, warning.message)
