import termios,sys,tty,os
for f in (lambda: termios.tcgetattr(0), lambda: termios.tcgetattr(sys.stdin), lambda: termios.tcsetattr(0, termios.TCSADRAIN, [0]*6+[[b'']*32]), lambda: termios.tcsetattr(0,0,[]), lambda: tty.setraw(0), lambda:tty.setcbreak(sys.stdin.fileno()), lambda: termios.tcgetattr('x'), lambda: termios.tcgetattr(77), lambda: termios.tcflush(0,0), lambda:termios.tcdrain(0), lambda: termios.tcgetwinsize(0), lambda: os.get_terminal_size(), lambda: os.ttyname(0), lambda: os.isatty(0), lambda: os.tcgetpgrp(0), lambda: os.ctermid(), lambda:termios.tcsendbreak(0,0),lambda:termios.tcflow(0,0)):
    try: print(f())
    except BaseException as e: print(type(e), type(e).__mro__, e, e.args)
