import html
from html.entities import html5

print(len(html5), list(html5)[:6], list(html5)[-3:])
print(html.unescape('&CounterClockwiseContourIntegral; &rightarrow; &NotEqualTilde; &nvlt; &bigstar; &Zfr;'))
print(html.unescape('&notit; &notin; &hearts &amp&lt;&AMP; &unknown; a & b &fjlig;'))
print(all(html.unescape('&' + name) == text for name, text in html5.items()))
print(sum(len(text) for text in html5.values()), sum(ord(c) for text in html5.values() for c in text))
