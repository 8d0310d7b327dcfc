"""What spins: a name, for how many milliseconds a frame is shown, and the frames, which are single characters or have a `¦`
between them."""
_FRAMES = '''
dots 80 ⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏.
dots2 80 ⣾⣽⣻⢿⡿⣟⣯⣷.
dots3 80 ⠋⠙⠚⠞⠖⠦⠴⠲⠳⠓.
dots4 80 ⠄⠆⠇⠋⠙⠸⠰⠠⠰⠸⠙⠋⠇⠆.
dots5 80 ⠋⠙⠚⠒⠂⠂⠒⠲⠴⠦⠖⠒⠐⠐⠒⠓⠋.
dots6 80 ⠁⠉⠙⠚⠒⠂⠂⠒⠲⠴⠤⠄⠄⠤⠴⠲⠒⠂⠂⠒⠚⠙⠉⠁.
dots7 80 ⠈⠉⠋⠓⠒⠐⠐⠒⠖⠦⠤⠠⠠⠤⠦⠖⠒⠐⠐⠒⠓⠋⠉⠈.
dots8 80 ⠁⠁⠉⠙⠚⠒⠂⠂⠒⠲⠴⠤⠄⠄⠤⠠⠠⠤⠦⠖⠒⠐⠐⠒⠓⠋⠉⠈⠈.
dots9 80 ⢹⢺⢼⣸⣇⡧⡗⡏.
dots10 80 ⢄⢂⢁⡁⡈⡐⡠.
dots11 100 ⠁⠂⠄⡀⢀⠠⠐⠈.
line 130 -\\|/.
line2 100 ⠂-–—–-.
pipe 100 ┤┘┴└├┌┬┐.
simpleDots 400 .  ¦.. ¦...¦   .
simpleDotsScrolling 200 .  ¦.. ¦...¦ ..¦  .¦   .
star 70 ✶✸✹✺✹✷.
star2 80 +x*.
flip 70 ___-``'´-___.
hamburger 100 ☱☲☴.
growVertical 120 ▁▃▄▅▆▇▆▅▄▃.
growHorizontal 120 ▏▎▍▌▋▊▉▊▋▌▍▎.
balloon 140  .oO@* .
balloon2 120 .oO°Oo..
noise 100 ▓▒░.
bounce 120 ⠁⠂⠄⠂.
boxBounce 120 ▖▘▝▗.
boxBounce2 100 ▌▀▐▄.
triangle 50 ◢◣◤◥.
arc 100 ◜◠◝◞◡◟.
circle 120 ◡⊙◠.
squareCorners 180 ◰◳◲◱.
circleQuarters 120 ◴◷◶◵.
circleHalves 50 ◐◓◑◒.
squish 100 ╫╪.
toggle 250 ⊶⊷.
toggle2 80 ▫▪.
toggle3 120 □■.
toggle4 100 ■□▪▫.
toggle5 100 ▮▯.
toggle6 300 ဝ၀.
toggle7 80 ⦾⦿.
toggle8 100 ◍◌.
toggle9 100 ◉◎.
toggle10 100 ㊂㊀㊁.
toggle11 50 ⧇⧆.
toggle12 120 ☗☖.
toggle13 80 =*-.
arrow 100 ←↖↑↗→↘↓↙.
arrow2 80 ⬆️ ¦↗️ ¦➡️ ¦↘️ ¦⬇️ ¦↙️ ¦⬅️ ¦↖️ .
arrow3 120 ▹▹▹▹▹¦▸▹▹▹▹¦▹▸▹▹▹¦▹▹▸▹▹¦▹▹▹▸▹¦▹▹▹▹▸.
bouncingBar 80 [    ]¦[=   ]¦[==  ]¦[=== ]¦[ ===]¦[  ==]¦[   =]¦[    ]¦[   =]¦[  ==]¦[ ===]¦[====]¦[=== ]¦[==  ]¦[=   ].
bouncingBall 80 ( ●    )¦(  ●   )¦(   ●  )¦(    ● )¦(     ●)¦(    ● )¦(   ●  )¦(  ●   )¦( ●    )¦(●     ).
smiley 200 😄 ¦😝 .
monkey 300 🙈 ¦🙈 ¦🙉 ¦🙊 .
hearts 100 💛 ¦💙 ¦💜 ¦💚 ¦❤️ .
clock 100 🕛 ¦🕐 ¦🕑 ¦🕒 ¦🕓 ¦🕔 ¦🕕 ¦🕖 ¦🕗 ¦🕘 ¦🕙 ¦🕚 .
earth 180 🌍 ¦🌎 ¦🌏 .
moon 80 🌑 ¦🌒 ¦🌓 ¦🌔 ¦🌕 ¦🌖 ¦🌗 ¦🌘 .
runner 140 🚶 ¦🏃 .
dqpb 100 dqpb.
point 125 ∙∙∙¦●∙∙¦∙●∙¦∙∙●¦∙∙∙.
layer 150 -=≡.
aesthetic 80 ▰▱▱▱▱▱▱¦▰▰▱▱▱▱▱¦▰▰▰▱▱▱▱¦▰▰▰▰▱▱▱¦▰▰▰▰▰▱▱¦▰▰▰▰▰▰▱¦▰▰▰▰▰▰▰¦▰▱▱▱▱▱▱.
'''


def _frames(written):
    """The frames of a line; it ends in a dot, for the sake of spaces."""
    written = written[:-1]
    return written.split('¦') if '¦' in written else list(written)


SPINNERS = {}
for _line in _FRAMES.strip().splitlines():
    _name, _interval, _written = _line.split(' ', 2)
    SPINNERS[_name] = {'interval': int(_interval), 'frames': _frames(_written)}
# Those of rich that are not here.
UNKNOWN = tuple('dots12 dots8Bit material pong shark weather christmas grenade betaWave'.split())
