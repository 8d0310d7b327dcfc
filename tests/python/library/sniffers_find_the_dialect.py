# What a table's text tells of its delimiter, its quotes and its header; names of characters in HTML.
import csv
import html
from html.entities import codepoint2name, entitydefs, html5, name2codepoint

SAMPLES = ['a,b,c\n1,2,3\n4,5,6\n', 'name;age\nann;3\nbob;40\n', 'x\ty\n1\t2\n', 'a|b|c\n1|2|3\n', '"a, x", "b", "c"\n"1", "2", "3"\n',
           "'a':'b'\n'c':'d'\n", 'one two\nthree four\n', 'a, b, c\n1, 2, 3\n', 'k:v\nx:y\n', '"say ""hi""",2\n"x",3\n',
           'city,people\nOslo,700000\nBergen,290000\nBodo,52000\n', 'abc\ndef\n', '', 'a,b;c\n1,2;3\n']
for sample in SAMPLES:
    try:
        found = csv.Sniffer().sniff(sample)
        print(repr(found.delimiter), repr(found.quotechar), found.doublequote, found.skipinitialspace, csv.Sniffer().has_header(sample))
        print(list(csv.reader(sample.splitlines(), found)))
    except csv.Error as exc:
        print(repr(sample), exc)
print(csv.Sniffer().sniff('a,b;c\n1,2;3\n', delimiters=';').delimiter, csv.Sniffer().preferred)
TEXT = '&lt;p&gt; &eacute;&Ouml;&szlig; &alpha;&beta; &hearts; &larr; &notit; &amp;amp; &copy &COPY; &frac12 &#8364; &#x41; &nosuch; &ampx &apos;'
print(html.unescape(TEXT))
print(len(name2codepoint), codepoint2name[233], entitydefs['euro'], html5['gt'], html5['gt;'], name2codepoint['nbsp'])
