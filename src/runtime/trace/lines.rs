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
    /// Lines listed in the present uninterrupted stretch.
    stretch: u32,
    total: u32,
    /// The `before` of the last record, if it is a counted run that goes on as long as no event happens.
    counting: u32,
}

impl Lines {
    pub(super) fn new() -> Lines {
        Lines { listed: Vec::new(), counts: Vec::new(), stretch: 0, total: 0, counting: u32::MAX }
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
    pub(super) fn new_stretch(&mut self) {
        self.stretch = 0;
        self.stop_counting();
    }

    /// The next line is listed anew, or not at all.
    pub(super) fn stop_counting(&mut self) {
        self.counting = u32::MAX;
    }

    /// Counts a line, if lines are being counted and no event has happened since.
    #[inline(always)]
    pub(super) fn count_on(&mut self, before: u32, code: CodeId, line: u16) -> bool {
        if self.counting != before {
            return false;
        }
        if let ([.., last], [.., count]) = (&mut self.listed[..], &mut self.counts[..]) {
            last.line = line;
            last.code = code;
            count.1 += 1;
        }
        true
    }

    #[inline(always)]
    pub(super) fn push(&mut self, event: LineEvent, per_stretch: u32, total: u32) {
        self.stretch = self.stretch.saturating_add(1);
        if self.stretch <= per_stretch && self.total < total {
            self.total += 1;
            self.listed.push(event);
        } else {
            self.begin_counting(event);
        }
    }

    /// The line is one too many to be listed.
    #[inline(never)]
    fn begin_counting(&mut self, event: LineEvent) {
        self.counting = event.before;
        if let Some(last) = self.listed.last()
            && last.counted
            && last.before == event.before
        {
            self.count_on(event.before, event.code, event.line);
            return;
        }
        self.counts.push((self.listed.len() as u32, 1));
        self.listed.push(LineEvent { counted: true, ..event });
    }

    pub(super) fn bytes(&self) -> usize {
        self.listed.len() * size_of::<LineEvent>() + self.counts.len() * 16
    }
}
