# recorded by hand: CPython with PyYAML 6.0.4
"""A dumper may say how deep what is within a list goes, and what ends a line."""
import yaml

DATA = {'jobs': [{'name': 'a', 'steps': ['x', 'y']}, {'name': 'b'}], 'empty': [], 'text': 'one\ntwo\n', 'flow': {'k': [1, [2]]}}


class Deep(yaml.SafeDumper):
    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, False)


class Airy(yaml.SafeDumper):
    def write_line_break(self, data=None):
        super().write_line_break(data)
        if len(self.indents) == 1:
            super().write_line_break()


class Told(yaml.Dumper):
    told = []

    def increase_indent(self, flow=False, indentless=False):
        self.told.append((flow, indentless, self.indent, len(self.indents)))
        super().increase_indent(flow, indentless)


for dumper in yaml.SafeDumper, Deep, Airy:
    print(yaml.dump(DATA, Dumper=dumper, sort_keys=False))
print(yaml.dump(DATA, Dumper=Deep, indent=4, default_flow_style=None, explicit_start=True))
print(yaml.dump_all([1, ['a']], Dumper=Airy))
yaml.dump({'a': [1, {'b': []}]}, Dumper=Told)
print(Told.told)
print(yaml.dump({'c': 1 + 2j, 'd': 3j, 'e': complex(4, 0), 'f': complex(1, -2.5), 't': int, 'u': len}))
try:
    yaml.safe_load('%YAML 3.0\n---\na: 1\n')
except yaml.YAMLError as error:
    print(type(error), error)
print(yaml.safe_load('%YAML 1.2\n---\na: 1\n'))
