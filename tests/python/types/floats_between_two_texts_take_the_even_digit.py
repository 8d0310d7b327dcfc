# A float may stand just between the two shortest texts that read back as it.
for x in (1826887164518584.25, 1826887164518584.75, 2.0**-25, 4503599627370497.5, 1e23, 5e-324, 1125899906842624.375):
    print(repr(x), f'{x}', '%r' % x)
for k in range(1, 50):
    print(2.0**-k, 3 * 2.0**-k, 2.0**(k + 10) + .25, 2.0**(k + 10) + .75)
