# What is compiled is warned of once, though its constants are asked for.
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    code = compile('x = ~True\ny = ~~False', 'f', 'exec')
    print(len(caught), code.co_consts, len(caught))
