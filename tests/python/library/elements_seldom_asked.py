# Texts of elements that are no str, and what an Element says of a child that is none.
import xml.etree.ElementTree as ElementTree


def told(function):
    try:
        return function()
    except Exception as error:
        return f'{type(error).__name__}: {error}'


root = ElementTree.fromstring('<r><x></x></r>')
for text in (None, '', 0, [], 'said'):
    root[0].text = text
    print(repr(root.findtext('x')), repr(root.findtext('y', 'absent')))
print(told(lambda: root.extend([5])), told(lambda: root.append(5)), told(lambda: root.insert(0, 5)), sep='\n')
print(told(lambda: ElementTree.TreeBuilder().end('a')))
