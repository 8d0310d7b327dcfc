import turtle, re
print(turtle.Vec2D(1,2)+(3,4), abs(turtle.Vec2D(3,4)), turtle.Vec2D(1,0).rotate(90), turtle.Vec2D(1,2)*3, 3*turtle.Vec2D(1,2), turtle.Vec2D(1,2)*turtle.Vec2D(1,2), -turtle.Vec2D(1,2), turtle.Vec2D(1,2)-(1,1), [turtle.Vec2D(1.123456,2)])
import inspect
for n in ('forward','goto','color','Screen','done','bgcolor','onkey','mainloop', 'circle', 'textinput', 'begin_fill'):
    f=getattr(turtle,n)
    print(n, inspect.signature(f), f.__module__)
print(turtle.Turtle.__mro__, turtle.RawTurtle.__mro__)
print(turtle._Screen.__mro__, turtle.Screen)
for f in (lambda: turtle.forward(5), lambda: turtle.Turtle(), lambda: turtle.Screen(), lambda: turtle.done(), lambda:turtle.bgcolor('red')):
    try: f()
    except Exception as e: print(type(e), e)
turtle.Turtle()
