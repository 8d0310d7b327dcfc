import difflib
a = ['one\n','two\n','three\n','four <x>\n','tab\there\n'] + ['same %d\n' % i for i in range(12)] + ['long ' + 'w'*50 + '\n']
b = ['ore\n','tree\n','emu\n','four &x>\n','tab\t here\n'] + ['same %d\n' % i for i in range(12)] + ['long ' + 'w'*40 + 'v\n', 'end\n']
h = difflib.HtmlDiff()
print(h.make_table(a, b, 'A', 'B'))
print(h.make_table(a, b, context=True, numlines=2))
print(h.make_file(a, b, 'A', 'B', context=True))
print(difflib.HtmlDiff(4, 20).make_table(a, b))
print(h.make_table(a, a, context=True))
print(h.make_table(a, a)[:300])
print(h.make_file([], [], charset='ascii')[-300:])
print(difflib.HtmlDiff(wrapcolumn=10, linejunk=None, charjunk=difflib.IS_CHARACTER_JUNK).make_table(['abcdefghijklmnop'], ['abcdefghxjklmnopqrstuvwxyz123']))
