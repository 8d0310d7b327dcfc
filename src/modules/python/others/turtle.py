"""Turtles that draw, on a machine that has no display: the first window fails as it does there."""
import math
import tkinter as TK

_CFG = {'width': 0.5, 'height': 0.75, 'canvwidth': 400, 'canvheight': 300, 'leftright': None, 'topbottom': None, 'mode': 'standard',
        'colormode': 1.0, 'delay': 10, 'undobuffersize': 1000, 'shape': 'classic', 'pencolor': 'black', 'fillcolor': 'black',
        'resizemode': 'noresize', 'visible': True, 'language': 'english', 'exampleturtle': 'turtle', 'examplescreen': 'screen',
        'title': 'Python Turtle Graphics', 'using_IDLE': False}
# What is drawn on and what draws, as functions: by what they take.
_OF_SCREEN = {
    '(name, shape=None)': 'addshape register_shape',
    '(*args)': 'bgcolor',
    '(picname=None)': 'bgpic',
    '()': 'bye clearscreen exitonclick getcanvas getshapes mainloop resetscreen turtles update window_height window_width',
    '(cmode=None)': 'colormode',
    '(delay=None)': 'delay',
    '(xdummy=None, ydummy=None)': 'listen',
    '(mode=None)': 'mode',
    '(title, prompt, default=None, minval=None, maxval=None)': 'numinput',
    '(fun, key)': 'onkey onkeyrelease',
    '(fun, key=None)': 'onkeypress',
    '(fun, btn=1, add=None)': 'onscreenclick',
    '(fun, t=0)': 'ontimer',
    '(canvwidth=None, canvheight=None, bg=None)': 'screensize',
    '(width=0.5, height=0.75, startx=None, starty=None)': 'setup',
    '(llx, lly, urx, ury)': 'setworldcoordinates',
    '(title, prompt)': 'textinput',
    '(titlestring)': 'title',
    '(n=None, delay=None)': 'tracer',
}
_OF_TURTLE = {
    '(distance)': 'back backward bk fd forward',
    '()': 'begin_fill begin_poly clear clone down end_fill end_poly filling get_poly getpen getscreen get_shapepoly '
        'getturtle heading hideturtle home ht isdown isvisible pd pendown penup pos position pu radians reset '
        'showturtle st stamp undo undobufferentries up xcor ycor',
    '(radius, extent=None, steps=None)': 'circle',
    '(stampid)': 'clearstamp',
    '(n=None)': 'clearstamps',
    '(*args)': 'color fillcolor pencolor',
    '(fullcircle=360.0)': 'degrees',
    '(x, y=None)': 'distance goto setpos setposition towards',
    '(size=None, *color)': 'dot',
    '(angle)': 'left lt right rt tilt',
    '(fun, btn=1, add=None)': 'onclick ondrag onrelease',
    '(pen=None, **pendict)': 'pen',
    '(width=None)': 'pensize width',
    '(rmode=None)': 'resizemode',
    '(to_angle)': 'seth setheading',
    '(size)': 'setundobuffer',
    '(x)': 'setx',
    '(y)': 'sety',
    '(name=None)': 'shape',
    '(stretch_wid=None, stretch_len=None, outline=None)': 'shapesize turtlesize',
    '(t11=None, t12=None, t21=None, t22=None)': 'shapetransform',
    '(shear=None)': 'shearfactor',
    '(speed=None)': 'speed',
    '(x=None, y=None, *, fill_gap: bool = False) -> None': 'teleport',
    '(angle=None)': 'tiltangle',
    "(arg, move=False, align='left', font=('Arial', 8, 'normal'))": 'write',
}


class Vec2D(tuple):
    """A point, or the way to one."""

    def __new__(cls, x, y):
        return tuple.__new__(cls, (x, y))

    def __add__(self, other):
        return Vec2D(self[0] + other[0], self[1] + other[1])

    def __sub__(self, other):
        return Vec2D(self[0] - other[0], self[1] - other[1])

    def __mul__(self, other):
        """Longer by a number; with another vector: their scalar product."""
        x, y = self
        return x * other[0] + y * other[1] if isinstance(other, Vec2D) else Vec2D(x * other, y * other)

    def __rmul__(self, other):
        return self * other if isinstance(other, (int, float)) else NotImplemented

    def __abs__(self):
        return math.hypot(*self)

    def __neg__(self):
        return Vec2D(-self[0], -self[1])

    def rotate(self, angle):
        """Turned to the left by an angle in degrees."""
        (x, y), turn = self, math.radians(angle)
        cos, sin = math.cos(turn), math.sin(turn)
        return Vec2D(x * cos - y * sin, y * cos + x * sin)

    def __getnewargs__(self):
        return self[0], self[1]

    def __repr__(self):
        return '(%.2f,%.2f)' % self


class TurtleGraphicsError(Exception):
    """Something that turtles cannot do."""


class Terminator(Exception):
    """The window is closed."""


class Shape:
    """What a turtle looks like: a polygon, a picture, or several polygons."""

    def __init__(self, type_, data=None):
        self._type = type_
        if type_ not in ('polygon', 'image', 'compound'):
            raise TurtleGraphicsError(f'There is no shape type {type_}')
        if type_ == 'compound':
            data = []
        elif type_ == 'polygon' and isinstance(data, list):
            data = tuple(data)
        self._data = data

    def addcomponent(self, poly, fill, outline=None):
        if self._type != 'compound':
            raise TurtleGraphicsError(f'Cannot add component to {self._type} Shape')
        self._data.append([poly, fill, fill if outline is None else outline])


class _Root(TK.Tk):
    """The window."""

    def __init__(self):
        TK.Tk.__init__(self)  #: 429


class ScrolledCanvas(TK.Frame):
    """Where is drawn, in a window."""


class TurtleScreenBase:
    """What a screen does with its canvas."""

    def __init__(self, cv):
        self.cv = cv


class TurtleScreen(TurtleScreenBase):
    """What turtles draw on."""


class _Screen(TurtleScreen):
    _title = _CFG['title']
    _root = _canvas = None

    def __init__(self):
        if _Screen._root is None:
            _Screen._root = self._root = _Root()  #: 3710


def Screen():
    """The one screen of the program, made when it is first asked for."""
    if Turtle._screen is None:
        Turtle._screen = _Screen()  #: 3699
    return Turtle._screen


class TNavigator:
    """How a turtle moves."""


class TPen:
    """How a turtle draws."""


class RawTurtle(TPen, TNavigator):
    """A turtle on a canvas."""
    screens = []

    def __init__(self, canvas=None, shape=_CFG['shape'], undobuffersize=_CFG['undobuffersize'], visible=_CFG['visible']):
        raise TurtleGraphicsError(f'bad canvas argument {canvas}')  #: 2545 raise TurtleGraphicsError("bad canvas argument %s" % canvas)


RawPen = RawTurtle


class Turtle(RawTurtle):
    """A turtle on the program's screen."""
    _pen = _screen = None

    def __init__(self, shape=_CFG['shape'], undobuffersize=_CFG['undobuffersize'], visible=_CFG['visible']):
        if Turtle._screen is None:
            Turtle._screen = Screen()  #: 3844
        RawTurtle.__init__(self, Turtle._screen, shape=shape, undobuffersize=undobuffersize, visible=visible)


Pen = Turtle


def write_docstringdict(filename='turtle_docstringdict'):
    import _frames
    _frames.not_supported('turtle.write_docstringdict')


def _define(table, maker):
    """The functions of a table; each makes what it is of, as CPython's do at the same line."""
    for takes, names in table.items():
        for name in names.split():
            exec('\n' * 4 + f'def {name}{takes}:\n    {maker.__name__}()', globals())
            globals()[name].__module__ = __name__


_define(_OF_SCREEN, Screen)
_define(_OF_TURTLE, Turtle)
done = mainloop
__all__ = ['ScrolledCanvas', 'TurtleScreen', 'Screen', 'RawTurtle', 'Turtle', 'RawPen', 'Pen', 'Shape', 'Vec2D', *(
    name for table in (_OF_SCREEN, _OF_TURTLE) for names in table.values() for name in names.split()), 'write_docstringdict', 'Terminator']
