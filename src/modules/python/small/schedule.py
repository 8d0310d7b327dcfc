"""Jobs that are run at intervals: `every(10).minutes.do(job)`."""
import datetime
import functools
import logging
import random
import re
import time
from collections.abc import Hashable

logger = logging.getLogger('schedule')
_WEEKDAYS = ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')
_UNITS = ('seconds', 'minutes', 'hours', 'days', 'weeks')


class ScheduleError(Exception):
    """Something about a schedule."""


class ScheduleValueError(ScheduleError):
    """A value that does not fit."""


class IntervalError(ScheduleValueError):
    """An interval that does not fit its unit."""


class CancelJob:
    """What a job gives that is not to be run again."""


class Scheduler:
    """Jobs, and running those that are due."""

    def __init__(self):
        self.jobs = []

    def run_pending(self):
        for job in sorted(job for job in self.jobs if job.should_run):
            self._run_job(job)

    def run_all(self, delay_seconds=0):
        logger.debug('Running *all* %i jobs with %is delay in between', len(self.jobs), delay_seconds)
        for job in self.jobs[:]:
            self._run_job(job)
            time.sleep(delay_seconds)

    def get_jobs(self, tag=None):
        return [job for job in self.jobs if tag is None or tag in job.tags]

    def clear(self, tag=None):
        if tag is None:
            logger.debug('Deleting *all* jobs')
            self.jobs.clear()
        else:
            logger.debug('Deleting all jobs tagged "%s"', tag)
            self.jobs[:] = [job for job in self.jobs if tag not in job.tags]

    def cancel_job(self, job):
        known = job in self.jobs
        logger.debug('Cancelling job "%s"', str(job))
        if known:
            self.jobs.remove(job)
        else:
            logger.debug('Cancelling not-scheduled job "%s"', str(job))

    def every(self, interval=1):
        return Job(interval, self)

    def _run_job(self, job):
        result = job.run()
        if result is CancelJob or isinstance(result, CancelJob):
            self.cancel_job(job)

    def get_next_run(self, tag=None):
        jobs = self.get_jobs(tag)
        return min(jobs).next_run if jobs else None

    next_run = property(get_next_run)

    @property
    def idle_seconds(self):
        following = self.next_run
        return (following - datetime.datetime.now()).total_seconds() if following else None


class Job:
    """What is run at intervals."""

    def __init__(self, interval, scheduler=None):
        self.interval, self.scheduler, self.tags = interval, scheduler, set()
        self.latest = self.job_func = self.unit = self.at_time = self.at_time_zone = None
        self.last_run = self.next_run = self.start_day = self.cancel_after = None

    def __lt__(self, other):
        return self.next_run < other.next_run

    def _name(self):
        return getattr(self.job_func, '__name__', None) or repr(self.job_func)

    def __str__(self):
        args, kwargs = ('()', '{}') if self.job_func is None else (self.job_func.args, self.job_func.keywords)
        return f'Job(interval={self.interval}, unit={self.unit}, do={self._name()}, args={args}, kwargs={kwargs})'

    def __repr__(self):
        last, following = (moment.strftime('%Y-%m-%d %H:%M:%S') if moment else '[never]'
                           for moment in (self.last_run, self.next_run))
        call = '[None]'
        if self.job_func is not None:
            given = [str(item) if isinstance(item, Job) else repr(item) for item in self.job_func.args]
            given += [f'{name}={item!r}' for name, item in self.job_func.keywords.items()]
            call = f'{self._name()}({", ".join(given)})'
        unit = self.unit[:-1] if self.interval == 1 else self.unit
        upper = f'to {self.latest} ' if self.latest is not None and self.at_time is None else ''
        at = f' at {self.at_time}' if self.at_time is not None else ''
        return f'Every {self.interval} {upper}{unit}{at} do {call} (last run: {last}, next run: {following})'

    def tag(self, *tags):
        if not all(isinstance(tag, Hashable) for tag in tags):
            raise TypeError('Tags must be hashable')
        self.tags.update(tags)
        return self

    def _check_time(self, time_str):
        if not isinstance(time_str, str):
            raise TypeError('at() should be passed a string')
        for fits, pattern, which, wanted in (
                (self.unit == 'days' or self.start_day, r'[0-2]\d:[0-5]\d(:[0-5]\d)?', 'a daily', 'HH:MM(:SS)?'),
                (self.unit == 'hours', r'([0-5]\d)?:[0-5]\d', 'an hourly', '(MM)?:SS'),
                (self.unit == 'minutes', r':[0-5]\d', 'a minutely', ':SS')):
            if fits and not re.match(f'^{pattern}$', time_str):
                raise ScheduleValueError(f'Invalid time format for {which} job (valid format is {wanted})')

    def at(self, time_str, tz=None):
        if self.unit not in ('days', 'hours', 'minutes') and not self.start_day:
            raise ScheduleValueError('Invalid unit (valid units are `days`, `hours`, and `minutes`)')
        if tz is not None:
            import pytz
            self.at_time_zone = pytz.timezone(tz) if isinstance(tz, str) else tz
        self._check_time(time_str)
        parts = time_str.split(':')
        if len(parts) == 3:
            hour, minute, second = parts
        elif self.unit == 'minutes':
            hour, minute, second = 0, 0, parts[1]
        elif self.unit == 'hours' and parts[0]:
            hour, (minute, second) = 0, parts
        else:
            (hour, minute), second = parts, 0
        daily = self.unit == 'days' or self.start_day
        if daily and not 0 <= int(hour) <= 23:
            raise ScheduleValueError('Invalid number of hours ({} is not between 0 and 23)')
        self.at_time = datetime.time(int(hour) if daily else 0, int(minute), int(second))
        return self

    def to(self, latest):
        self.latest = latest
        return self

    def until(self, until_time):
        now = datetime.datetime.now()
        if isinstance(until_time, datetime.datetime):
            moment = until_time
        elif isinstance(until_time, datetime.timedelta):
            moment = now + until_time
        elif isinstance(until_time, datetime.time):
            moment = datetime.datetime.combine(now, until_time)
        elif isinstance(until_time, str):
            moment = self._read_moment(until_time)
            if moment is None:
                raise ScheduleValueError('Invalid string format for until()')
            if '-' not in until_time:
                moment = moment.replace(year=now.year, month=now.month, day=now.day)
        else:
            raise TypeError('until() takes a string, datetime.datetime, datetime.timedelta, datetime.time parameter')
        self.cancel_after = moment
        if moment < datetime.datetime.now():
            raise ScheduleValueError('Cannot schedule a job to run until a time in the past')
        return self

    @staticmethod
    def _read_moment(text):
        for form in ('%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M', '%Y-%m-%d', '%H:%M:%S', '%H:%M'):
            try:
                return datetime.datetime.strptime(text, form)
            except ValueError:
                pass
        return None

    def do(self, job_func, *args, **kwargs):
        self.job_func = functools.update_wrapper(functools.partial(job_func, *args, **kwargs), job_func)
        self._schedule_next_run()
        if self.scheduler is None:
            raise ScheduleError('Unable to a add job to schedule. Job is not associated with an scheduler')
        self.scheduler.jobs.append(self)
        return self

    @property
    def should_run(self):
        assert self.next_run is not None, 'must run _schedule_next_run before'
        return datetime.datetime.now() >= self.next_run

    def run(self):
        if self._is_overdue(datetime.datetime.now()):
            logger.debug('Cancelling job %s', self)
            return CancelJob
        logger.debug('Running job %s', self)
        result = self.job_func()
        self.last_run = datetime.datetime.now()
        self._schedule_next_run()
        if self._is_overdue(self.next_run):
            logger.debug('Cancelling job %s', self)
            return CancelJob
        return result

    def _is_overdue(self, when):
        return self.cancel_after is not None and when > self.cancel_after

    def _schedule_next_run(self):
        if self.unit not in _UNITS:
            raise ScheduleValueError('Invalid unit (valid units are `seconds`, `minutes`, `hours`, `days`, and `weeks`)')
        interval = self.interval
        if self.latest is not None:
            if not self.latest >= interval:
                raise ScheduleError('`latest` is greater than `interval`')
            interval = random.randint(interval, self.latest)
        now = moment = datetime.datetime.now(self.at_time_zone)
        if self.start_day is not None:
            if self.unit != 'weeks':
                raise ScheduleValueError("`unit` should be 'weeks'")
            if self.start_day not in _WEEKDAYS:
                raise ScheduleValueError(f'Invalid start day (valid start days are {_WEEKDAYS})')
            moment += datetime.timedelta(days=(_WEEKDAYS.index(self.start_day) - moment.weekday()) % 7)
        if self.at_time is not None:
            moment = self._move_to_at_time(moment)
        period = datetime.timedelta(**{self.unit: interval})
        if interval != 1:
            moment += period
        while moment <= now:
            moment += period
        if self.at_time_zone is not None:
            moment = self._in_zone(moment, self.at_time is not None).astimezone().replace(tzinfo=None)
        self.next_run = moment

    def _move_to_at_time(self, moment):
        parts = {'second': self.at_time.second, 'microsecond': 0}
        daily = self.unit == 'days' or self.start_day is not None
        if daily:
            parts['hour'] = self.at_time.hour
        if daily or self.unit == 'hours':
            parts['minute'] = self.at_time.minute
        moment = moment.replace(**parts)
        return moment if self.at_time_zone is None else self._in_zone(moment, True)

    def _in_zone(self, moment, keeps_time):
        """The moment with the offset that holds then; what the clock shows stays, if it is to and can."""
        normal = self.at_time_zone.normalize(moment)
        offset = normal.utcoffset()
        change = offset - moment.utcoffset()
        if not (change and keeps_time):
            return normal
        kept = normal - change
        return kept if self.at_time_zone.normalize(kept).utcoffset() == offset else normal


def _unit(unit):
    def one(self):
        if self.interval != 1:
            raise IntervalError(f'Use {unit} instead of {unit[:-1]}')
        return many(self)

    def many(self):
        self.unit = unit
        return self

    setattr(Job, unit[:-1], property(one))
    setattr(Job, unit, property(many))


def _weekday(day):
    def on(self):
        if self.interval != 1:
            raise IntervalError(f'Scheduling .{day}() jobs is only allowed for weekly jobs. Using .{day}() on a job '
                                'scheduled to run every 2 or more weeks is not supported.')
        self.start_day = day
        return self.weeks

    setattr(Job, day, property(on))


for _name in _UNITS:
    _unit(_name)
for _name in _WEEKDAYS:
    _weekday(_name)
del _name

default_scheduler = Scheduler()
jobs = default_scheduler.jobs


def every(interval=1):
    """A job for the default scheduler."""
    return default_scheduler.every(interval)


def run_pending():
    """Runs what is due."""
    default_scheduler.run_pending()


def run_all(delay_seconds=0):
    """Runs all jobs."""
    default_scheduler.run_all(delay_seconds=delay_seconds)


def get_jobs(tag=None):
    """All jobs, or those with a tag."""
    return default_scheduler.get_jobs(tag)


def clear(tag=None):
    """Forgets all jobs, or those with a tag."""
    default_scheduler.clear(tag)


def cancel_job(job):
    """Forgets a job."""
    default_scheduler.cancel_job(job)


def next_run(tag=None):
    """When the next job is due."""
    return default_scheduler.get_next_run(tag)


def idle_seconds():
    """How long until then."""
    return default_scheduler.idle_seconds


def repeat(job, *args, **kwargs):
    """Decorates a function that is to be run as a job."""
    def decorate(function):
        job.do(function, *args, **kwargs)
        return function
    return decorate
