import schedule, time, functools, logging, datetime, sys
from schedule import every, repeat, run_pending
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format='%(name)s %(levelname)s %(message)s')
def job(*a, **k): print(datetime.datetime.now().strftime('%H:%M:%S'), 'job', a, k)
schedule.every(10).seconds.do(job, 1, x=2).tag('a', 'b')
j = schedule.every().minute.at(':17').do(job, 'min'); print(repr(j), str(j))
for x in (every().hour.at(':30'), every().hour.at('10:30'), every().day.at('10:30'), every().day.at('10:30:42'), every().monday, every().wednesday.at('13:15'), every(5).to(10).days, every(2).weeks, every().friday.at('00:00'), every().second, every(3).hours):
    print(x.do(job).next_run, repr(x), x)
def once(): print('once'); return schedule.CancelJob
schedule.every().second.do(once)
@repeat(every(7).seconds, 'rep')
def rep(x): print('rep', x)
print(schedule.idle_seconds(), schedule.next_run(), schedule.next_run('a'), schedule.next_run('zz'), len(schedule.get_jobs()), schedule.get_jobs('a'))
e = schedule.every(4).seconds.until(datetime.timedelta(seconds=9)).do(job, 'until'); print(e)
for i in range(25): schedule.run_pending(); time.sleep(1)
schedule.clear('a'); print(len(schedule.jobs)); schedule.cancel_job(j); schedule.cancel_job(j); schedule.clear(); print(schedule.idle_seconds())
for f in (lambda: every(2).second, lambda: every(2).monday, lambda: every().do(job), lambda: every().day.at('25:00'), lambda: every().day.at('1:00'), lambda: every().hour.at('1:2:3'), lambda: every().minute.at('10'), lambda: every().second.at('1'), lambda: every().day.at(3), lambda: every().day.until('x'), lambda: every().day.until('2000-01-01'), lambda: every().day.until(3), lambda: every(9).to(2).seconds.do(job), lambda: every().day.tag([]), lambda: schedule.Job(1).seconds.do(job), lambda: every().weeks.at('x'), lambda: every(2).weekss):
    try: print(f())
    except Exception as x: print(type(x).__name__, type(x).__mro__[1].__name__, x)
s = schedule.Scheduler(); s.every(2).seconds.do(job); print(s.jobs[0]._name() if 0 else str(s.jobs[0])[:40]); s.run_all(1)
print(every().day.until('23:59').cancel_after, every().day.until(datetime.time(23)).cancel_after)
