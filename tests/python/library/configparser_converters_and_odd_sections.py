"""configparser: converters, a section without a name, continued lines, nested interpolation, items with more values."""
import configparser
import io


def told(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


parser = configparser.ConfigParser(converters={'list': str.split}, allow_unnamed_section=True)
parser.read_string('top = 1\n[one]\nnames = a b c\nvalue = x\n')
print(parser.getlist('one', 'names'), parser['one'].getlist('names'), parser.sections(), sorted(parser.converters))
parser.converters['upper'] = str.upper
print(parser['one'].getupper('value'), parser.getupper('one', 'value'), parser['one'].getupper('none', 'else'))
del parser.converters['upper']
told(lambda: parser.getupper)
told(lambda: parser.converters.update({'': str}))
print(parser.get(configparser.UNNAMED_SECTION, 'top'), parser.items('one', vars={'more': 'y'}))
out = io.StringIO()
parser.write(out)
print(repr(out.getvalue()))

bare = configparser.ConfigParser(allow_no_value=True)
told(lambda: bare.read_string('[s]\nalone\n  more\n'))
told(lambda: configparser.ConfigParser(interpolation='yes'))
told(lambda: configparser.RawConfigParser(defaults={1: 2}))
print(configparser.ConfigParser(defaults={1: 2}).defaults())

deep = configparser.ConfigParser()
deep['s'] = {f'v{n}': f'%(v{n + 1})s' for n in range(11)} | {'v11': 'end'}
print(deep['s']['v1'])
told(lambda: deep['s']['v0'])
extended = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
extended.read_string('[a]\nx = ${b:y}!\nz = ${a:b:c}\n[b]\ny = 1\nw = ${y}\n')
print(extended['a']['x'], extended['b']['w'])
told(lambda: extended['a']['z'])
told(lambda: extended.set('b', 'q', '$x'))


class Loud(configparser.Interpolation):
    def before_read(self, parser, section, option, value):
        return value.upper()

    def before_write(self, parser, section, option, value):
        return value.lower()


loud = configparser.ConfigParser(interpolation=Loud())
loud.read_string('[s]\na = word\n')
loud.write(out := io.StringIO())
print(loud['s']['a'], repr(out.getvalue()))
