//! Lines of output: pieces written to a stream, put together to completed lines.

use crate::trace::*;

/// One completed line of one stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputLine {
    pub stream: Stream,
    /// The pieces of `Log::output` that it consists of, without the line end.
    pub pieces: Vec<(u32, u32)>,
    /// The event that completed it.
    pub event: EventId,
    pub task: TaskId,
    pub thread: ThreadId,
    /// The source line that was running.
    pub line: u16,
    pub step: u32,
    pub ns: u64,
}

impl OutputLine {
    pub fn text(&self, log: &Log) -> String {
        self.pieces.iter().map(|(start, end)| &log.output()[*start as usize..*end as usize]).collect()
    }
}

/// Completed lines, and what was begun on each stream.
#[derive(Clone, Debug, Default)]
pub(super) struct Console {
    lines: Vec<OutputLine>,
    open: [Option<OutputLine>; 2],
}

impl Console {
    pub fn lines(&self) -> &[OutputLine] {
        &self.lines
    }

    #[allow(clippy::too_many_arguments)]
    pub fn write(&mut self, stream: Stream, text: &str, start: u32, id: EventId, entry: &Entry, step: u32, ns: u64) {
        let open = &mut self.open[stream as usize];
        let mut at = start;
        for piece in text.split_inclusive('\n') {
            let complete = piece.ends_with('\n');
            let end = at + piece.len() as u32 - u32::from(complete);
            let line = open.get_or_insert_with(|| OutputLine {
                stream,
                pieces: Vec::new(),
                event: id,
                task: entry.task,
                thread: entry.thread,
                line: entry.line,
                step,
                ns,
            });
            if end > at {
                line.pieces.push((at, end));
            }
            (line.event, line.task, line.thread) = (id, entry.task, entry.thread);
            (line.line, line.step, line.ns) = (entry.line, step, ns);
            at += piece.len() as u32;
            if complete {
                self.lines.extend(open.take());
            }
        }
    }

    /// The run is over: what has no line end is a line all the same.
    pub fn finish(&mut self) {
        for open in &mut self.open {
            self.lines.extend(open.take());
        }
    }
}
