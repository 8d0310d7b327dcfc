"""JSON shown so that it reads well, as a program."""
import argparse
import json
import sys


def main():
    """Reads a file or the input, and writes it with each value in a line."""
    parser = argparse.ArgumentParser(prog='python -m json.tool')
    parser.add_argument('infile', nargs='?', default='-', help='a JSON file to be validated or pretty-printed')
    parser.add_argument('outfile', nargs='?', help='write the output of infile to outfile')
    parser.add_argument('--sort-keys', action='store_true', help='sort the output of dictionaries alphabetically by key')
    parser.add_argument('--no-ensure-ascii', dest='ensure_ascii', action='store_false', help='disable escaping of non-ASCII')
    parser.add_argument('--json-lines', action='store_true', help='parse input using the JSON Lines format')
    group = parser.add_mutually_exclusive_group()
    group.add_argument('--indent', default=4, type=int, help='separate items with newlines and use this number of spaces')
    group.add_argument('--tab', dest='indent', action='store_const', const='\t', help='separate items with newlines and use tabs')
    group.add_argument('--no-indent', dest='indent', action='store_const', const=None, help='separate items with spaces')
    group.add_argument('--compact', action='store_true', help='suppress all whitespace separation (most compact)')
    args = parser.parse_args()
    how = {'indent': args.indent, 'sort_keys': args.sort_keys, 'ensure_ascii': args.ensure_ascii}
    if args.compact:
        how.update(indent=None, separators=(',', ':'))
    try:
        file = sys.stdin if args.infile == '-' else open(args.infile, encoding='utf-8')
        found = map(json.loads, file) if args.json_lines else [json.load(file)]
        shown = [json.dumps(each, **how) for each in found]
    except ValueError as e:
        raise SystemExit(e)
    with open(args.outfile, 'w', encoding='utf-8') if args.outfile else sys.stdout as file:
        file.writelines(each + '\n' for each in shown)


if __name__ == '__main__':
    main()
