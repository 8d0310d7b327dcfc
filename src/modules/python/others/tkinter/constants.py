"""Names that widgets understand."""
NO = FALSE = OFF = 0
YES = TRUE = ON = 1
for _word in ('n s w e nw sw ne se ns ew nsew center none x y both left top right bottom raised sunken flat ridge groove '
              'solid horizontal vertical numeric char word baseline inside outside sel end insert current anchor all '
              'normal disabled active hidden cascade checkbutton command radiobutton separator single browse multiple '
              'extended dotbox underline pieslice chord arc first last butt projecting round bevel miter moveto scroll '
              'units pages').split():
    globals()[_word.upper()] = _word
SEL_FIRST, SEL_LAST = 'sel.first', 'sel.last'
del _word
