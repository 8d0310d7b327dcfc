# What a profiler of the library says of a statement that fails, or of a file that cannot be written.
import cProfile
import profile
import traceback

profile.run('sum(range(10))', sort='name')
for profiler in (profile, cProfile):
    for call in (
        lambda: profiler.run('1/0', '/no/such/folder/stats'),
        lambda: profiler.runctx('missing', {}, {}, '/no/such/folder/stats'),
        lambda: profiler.run('raise SystemExit', '/no/such/folder/stats'),
        lambda: profiler.Profile().run('1/0'),
    ):
        try:
            call()
        except Exception:
            traceback.print_exc()
