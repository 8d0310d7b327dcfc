//! Line events: which task or thread ran which line, beside the scheduling events.

use super::ids::*;

/// A line that began to run, or a run of lines that were counted only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineEvent {
    /// How many scheduling events happened before it.
    pub before: u32,
    pub task: TaskId,
    pub thread: ThreadId,
    pub code: CodeId,
    /// Of a counted run: the last of its lines.
    pub line: u16,
    /// Lines were counted, not listed; how many says [`Lines::count`].
    pub counted: bool,
}

const _: () = assert!(size_of::<LineEvent>() <= 16);

/// Line events in order. A counted run never spans a scheduling event.
pub struct Lines {
    listed: Vec<LineEvent>,
    /// The length of each counted run, by its index in `listed`.
    counts: Vec<(u32, u64)>,
    /// As long as `listed` is shorter, one more is listed.
    until: usize,
    /// As `until` where a line is no more than recorded; 0 where whoever runs it has more to do ([`Lines::ask`]).
    at_once: usize,
    asked: bool,
    /// The last record counts lines, and goes on as long as so many events have happened; `u32::MAX`: it does not, or
    /// lines are asked about.
    counting: u32,
    /// Most lines listed in one uninterrupted stretch, and at all.
    per_stretch: usize,
    total: usize,
    /// Nothing is listed or counted.
    stopped: bool,
}

impl Lines {
    pub(super) fn new(per_stretch: u32, total: u32) -> Lines {
        let mut lines = Lines {
            listed: Vec::new(),
            counts: Vec::new(),
            until: 0,
            at_once: 0,
            asked: true,
            counting: u32::MAX,
            per_stretch: per_stretch as usize,
            total: total as usize,
            stopped: false,
        };
        lines.new_stretch();
        lines
    }

    pub fn len(&self) -> usize {
        self.listed.len()
    }

    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    pub fn get(&self, index: usize) -> Option<&LineEvent> {
        self.listed.get(index)
    }

    pub fn as_slice(&self) -> &[LineEvent] {
        &self.listed
    }

    /// How many lines the record stands for: 1, or those of a counted run.
    pub fn count(&self, index: usize) -> u64 {
        if !self.listed[index].counted {
            return 1;
        }
        match self.counts.binary_search_by_key(&(index as u32), |(at, _)| *at) {
            Ok(found) => self.counts[found].1,
            Err(_) => 1,
        }
    }

    /// Another task or thread runs: a new stretch begins.
    #[inline]
    pub(super) fn new_stretch(&mut self) {
        self.until = (self.listed.len() + self.per_stretch).min(self.counts.len() + self.total);
        self.at_once = if self.asked { 0 } else { self.until };
        self.counting = u32::MAX;
    }

    /// No line is recorded by [`Lines::record`] until [`Lines::answer`]: whoever runs it looks first.
    #[inline]
    pub(super) fn ask(&mut self) {
        self.asked = true;
        self.at_once = 0;
        self.counting = u32::MAX;
    }

    /// There is nothing to look for at a line any more.
    #[inline]
    pub(super) fn answer(&mut self) {
        self.asked = false;
        self.at_once = self.until;
    }

    /// Lists or counts a line, if it is one of the many that nobody asks about. False: nothing has happened.
    #[inline(always)]
    pub(super) fn record(&mut self, event: LineEvent) -> bool {
        if self.listed.len() < self.at_once {
            // So that `push` has nothing but the storing left.
            if self.listed.len() == self.listed.capacity() {
                self.grow();
            }
            self.listed.push(event);
            return true;
        }
        self.count_same(event.before, event.code, event.line)
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self) {
        self.listed.reserve(1);
    }

    /// Nothing is listed or counted any more.
    pub(super) fn stop(&mut self) {
        (self.per_stretch, self.total, self.stopped) = (0, 0, true);
        self.new_stretch();
    }

    /// One more line of a stretch whose lines are counted by now, before the same event. False: it is to be pushed.
    #[inline(always)]
    fn count_same(&mut self, before: u32, code: CodeId, line: u16) -> bool {
        if self.counting != before {
            return false;
        }
        let (Some(last), Some((_, many))) = (self.listed.last_mut(), self.counts.last_mut()) else { return false };
        (last.code, last.line) = (code, line);
        *many += 1;
        true
    }

    /// False: lines are neither listed nor counted any more.
    pub(super) fn push(&mut self, event: LineEvent) -> bool {
        if self.count_same(event.before, event.code, event.line) {
            return true;
        }
        if self.listed.len() < self.until {
            self.listed.push(event);
            return true;
        }
        self.start_count(event)
    }

    /// The line is one too many to be listed: it is counted, with those before it if no event has happened since.
    #[inline(never)]
    fn start_count(&mut self, event: LineEvent) -> bool {
        if self.stopped {
            return false;
        }
        if let ([.., last], [.., (_, many)]) = (&mut self.listed[..], &mut self.counts[..])
            && last.counted
            && last.before == event.before
        {
            *last = LineEvent { counted: true, ..event };
            *many += 1;
        } else {
            self.counts.push((self.listed.len() as u32, 1));
            self.listed.push(LineEvent { counted: true, ..event });
        }
        if !self.asked {
            self.counting = event.before;
        }
        true
    }

    pub(super) fn bytes(&self) -> usize {
        self.listed.len() * size_of::<LineEvent>() + self.counts.len() * 16
    }
}
