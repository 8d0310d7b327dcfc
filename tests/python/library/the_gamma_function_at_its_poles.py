"""Where the gamma function has no value it is a matter of the domain, not of the range."""
import math

for x in (0, -1, -2.0, 0.5, 5, 171, 172, -0.5, float('inf'), float('-inf')):
    for function in math.gamma, math.lgamma:
        try:
            print(f'{function(x):.9g}')
        except (ValueError, OverflowError) as error:
            print(function.__name__, x, type(error).__name__, error)
