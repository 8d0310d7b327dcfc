import cmd, io
class S(cmd.Cmd):
    intro = 'Welcome.'; prompt = '(t) '
    def do_add(self, arg): 'Add: ADD a b'; print(sum(map(int, arg.split())))
    def do_quit(self, arg): print('bye'); return True
    def do_EOF(self, arg): return True
    def help_topic(self): print('topic help')
s = S(stdin=io.StringIO('add 1 2\nhelp\nhelp add\nfoo\n?quit\n\nhelp zz\nquit\n')); s.use_rawinput = False; s.cmdloop()
S().onecmd('add 5 6'); S().cmdloop('other')
print(S().completenames('a'), S().completenames(''), sorted(S().complete_help('')))
