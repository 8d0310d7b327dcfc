//! Line events: which task or thread ran which line, beside the scheduling events.

use std::cell::Cell;

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

/// A code object and one of its lines in one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackedLine(u32);

impl PackedLine {
    /// `line` of `code`.
    pub fn new(code: CodeId, line: u16) -> PackedLine {
        PackedLine((code.0 as u32) << 16 | line as u32)
    }

    /// From [`PackedLine::bits`].
    #[inline(always)]
    pub fn from_bits(bits: u32) -> PackedLine {
        PackedLine(bits)
    }

    pub fn bits(self) -> u32 {
        self.0
    }

    pub fn code(self) -> CodeId {
        CodeId((self.0 >> 16) as u16)
    }

    #[inline(always)]
    pub fn line(self) -> u16 {
        self.0 as u16
    }
}

/// What lines listed one after the other have in common: they ran between two scheduling events.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Span {
    /// The number of its first line; it ends where the next one begins.
    first: u32,
    before: u32,
    task: TaskId,
    thread: ThreadId,
    counted: bool,
}

/// Line events in order. A counted run never spans a scheduling event.
pub struct Lines {
    listed: Vec<PackedLine>,
    spans: Vec<Span>,
    /// The number of the span that was found last: who reads does so in order.
    found: Cell<usize>,
    /// The length of each counted run, by its index in `listed`.
    counts: Vec<(u32, u64)>,
    /// As long as `listed` is shorter, one more is listed.
    until: usize,
    /// As `until` where a line is listed and nothing else: it belongs to the last span, and nobody asks ([`Lines::ask`]).
    at_once: usize,
    /// Whoever runs a line has more to do than to record it.
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
            spans: Vec::new(),
            found: Cell::new(0),
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

    /// The line event with this number, from 0 on.
    pub fn get(&self, index: usize) -> Option<LineEvent> {
        let line = *self.listed.get(index)?;
        let Span { before, task, thread, counted, .. } = self.spans[self.span_of(index)];
        Some(LineEvent { before, task, thread, code: line.code(), line: line.line(), counted })
    }

    /// The span of a line that there is.
    fn span_of(&self, index: usize) -> usize {
        let holds = |at: usize| {
            let begins = |at: usize| self.spans.get(at).is_some_and(|span| span.first as usize <= index);
            begins(at) && !begins(at + 1)
        };
        let last = self.found.get();
        let found = [last, last + 1].into_iter().find(|at| holds(*at));
        let search = || self.spans.partition_point(|span| span.first as usize <= index) - 1;
        let found = found.unwrap_or_else(search);
        self.found.set(found);
        found
    }

    /// How many lines from `index` on ran before so many events, or without any limit.
    pub fn many_from(&self, index: usize, events: u32) -> usize {
        if index >= self.listed.len() {
            return 0;
        }
        let spans = &self.spans[self.span_of(index)..];
        let end = match spans.iter().find(|span| span.before > events) {
            Some(later) => later.first as usize,
            None => self.listed.len(),
        };
        end.saturating_sub(index)
    }

    /// How many lines the record stands for: 1, or those of a counted run.
    pub fn count(&self, index: usize) -> u64 {
        match self.counts.binary_search_by_key(&(index as u32), |(at, _)| *at) {
            Ok(found) => self.counts[found].1,
            Err(_) => 1,
        }
    }

    /// Another task or thread runs: a new stretch begins.
    #[inline]
    pub(super) fn new_stretch(&mut self) {
        self.until = (self.listed.len() + self.per_stretch).min(self.counts.len() + self.total);
        self.counting = u32::MAX;
        self.new_span();
    }

    /// An event happens, or somebody else acts: the next line begins another span.
    #[inline(always)]
    pub(super) fn new_span(&mut self) {
        self.at_once = 0;
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
    }

    pub(super) fn is_asked(&self) -> bool {
        self.asked
    }

    /// Nothing is listed or counted any more.
    pub(super) fn stop(&mut self) {
        (self.per_stretch, self.total, self.stopped) = (0, 0, true);
        self.new_stretch();
    }

    /// Lists or counts a line that needs no more than that, `before` events having happened. False: nothing has happened.
    #[inline(always)]
    pub(super) fn record(&mut self, before: u32, line: PackedLine) -> bool {
        if self.listed.len() < self.at_once {
            // So that `push` has nothing but the storing left.
            if self.listed.len() == self.listed.capacity() {
                self.grow();
            }
            self.listed.push(line);
            return true;
        }
        self.count_same(before, line)
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self) {
        self.listed.reserve(1);
    }

    /// One more line of a stretch whose lines are counted by now, before the same event. False: it is to be pushed.
    #[inline(always)]
    fn count_same(&mut self, before: u32, line: PackedLine) -> bool {
        if self.counting != before {
            return false;
        }
        let (Some(last), Some((_, many))) = (self.listed.last_mut(), self.counts.last_mut()) else { return false };
        *last = line;
        *many += 1;
        true
    }

    /// Lists or counts a line. False: lines are neither listed nor counted any more.
    pub(super) fn push(&mut self, event: LineEvent) -> bool {
        if self.listed.len() < self.until {
            self.list(event);
            if !self.asked {
                self.at_once = self.until;
            }
            return true;
        }
        self.count_same(event.before, PackedLine::new(event.code, event.line)) || self.start_count(event)
    }

    #[inline(always)]
    fn list(&mut self, event: LineEvent) {
        let LineEvent { before, task, thread, code, line, counted } = event;
        let first = self.listed.len() as u32;
        match self.spans.last() {
            // Whoever asks about lines has each of them come here.
            Some(last)
                if Span { first, before, task, thread, counted: false } == Span { first, ..*last } && !counted => {}
            _ => self.spans.push(Span { first, before, task, thread, counted }),
        }
        self.listed.push(PackedLine::new(code, line));
    }

    /// The line is one too many to be listed: it is counted, with those before it if no event has happened since.
    #[inline(never)]
    fn start_count(&mut self, event: LineEvent) -> bool {
        if self.stopped {
            return false;
        }
        if let ([.., line], [.., span], [.., (_, many)]) =
            (&mut self.listed[..], &mut self.spans[..], &mut self.counts[..])
            && span.counted
            && span.before == event.before
        {
            *line = PackedLine::new(event.code, event.line);
            (span.task, span.thread) = (event.task, event.thread);
            *many += 1;
        } else {
            self.counts.push((self.listed.len() as u32, 1));
            self.list(LineEvent { counted: true, ..event });
        }
        if !self.asked {
            self.counting = event.before;
        }
        true
    }

    pub(super) fn bytes(&self) -> usize {
        self.listed.len() * size_of::<PackedLine>() + self.spans.len() * size_of::<Span>() + self.counts.len() * 16
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(before: u32, task: u32, line: u16) -> LineEvent {
        LineEvent { before, task: TaskId(task), thread: ThreadId(1), code: CodeId(3), line, counted: false }
    }

    /// Lines as the log records them: those that nobody asks about at once, the first of each span by the whole way.
    fn run(lines: &mut Lines, events: &[LineEvent]) {
        let mut last = None;
        for event in events {
            if last.is_some_and(|last: LineEvent| (last.before, last.task) != (event.before, event.task)) {
                lines.new_span();
            }
            last = Some(*event);
            if !lines.record(event.before, PackedLine::new(event.code, event.line)) {
                lines.push(*event);
            }
        }
    }

    #[test]
    fn a_line_is_given_back_as_it_ran() {
        let events = [event(0, 1, 4), event(0, 1, 5), event(2, 1, 6), event(3, 2, 4), event(3, 2, u16::MAX)];
        for asked in [true, false] {
            let mut lines = Lines::new(100, 100);
            if !asked {
                lines.answer();
            }
            run(&mut lines, &events);
            let forwards: Vec<LineEvent> = (0..lines.len()).filter_map(|index| lines.get(index)).collect();
            assert_eq!(forwards, events);
            let backwards: Vec<LineEvent> = (0..9).rev().filter_map(|index| lines.get(index)).collect();
            assert!(backwards.iter().rev().eq(&events));
            assert_eq!([0, 1, 2, 3].map(|events| lines.many_from(1, events)), [1, 1, 2, 4]);
            assert_eq!(lines.many_from(5, 3), 0);
            assert_eq!(lines.spans.len(), 3);
        }
    }

    #[test]
    fn lines_beyond_the_bound_are_counted_until_an_event() {
        for asked in [true, false] {
            let mut lines = Lines::new(2, 100);
            if !asked {
                lines.answer();
            }
            let events: Vec<LineEvent> = (1..=5).map(|line| event(0, 1, line)).chain([event(1, 1, 9)]).collect();
            run(&mut lines, &events);
            let counted = |before, line| Some(LineEvent { counted: true, ..event(before, 1, line) });
            assert_eq!((lines.get(1), lines.count(1)), (Some(event(0, 1, 2)), 1));
            assert_eq!((lines.get(2), lines.count(2)), (counted(0, 5), 3));
            assert_eq!((lines.get(3), lines.count(3)), (counted(1, 9), 1));
            assert_eq!(lines.get(4), None);
        }
    }
}
