import traceback, sys
e = ValueError('x')
print(traceback.format_exception(e, foo=1))
traceback.print_exception(e, foo=1, file=sys.stdout)
class S(traceback.StackSummary):
    def format_frame_summary(self, entry, **kwargs):
        print(sorted(kwargs.items()))
        return super().format_frame_summary(entry, **kwargs)
try:
    1 / 0
except Exception as e:
    print(S.extract(traceback.walk_tb(e.__traceback__)).format())
