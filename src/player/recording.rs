//! A recording: the log's index (facts, stops, lanes, console lines) and the keyframes from which any step's world is
//! folded. Built as the log grows; independent of where the playhead is.

use super::console::{Console, OutputLine};
use super::facts::Facts;
use super::findings::{Detector, Finding};
use super::stops::{Stop, StopBuilder};
use super::world::{TaskState, World};
use crate::trace::*;

/// Records between keyframes: the most that a seek folds.
const KEYFRAME_EVERY: u32 = 4096;

/// A task's state from a step on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The step that brought it.
    pub step: u32,
    pub state: TaskState,
    /// The event that brought it.
    pub event: EventId,
    /// What it waits for, if it waits.
    pub waits_on: FutureId,
}

#[derive(Clone, Debug)]
pub struct Recording {
    facts: Facts,
    stops: StopBuilder,
    /// By index of task: its changes in order. Several of one step are all there.
    lanes: Vec<Vec<Change>>,
    console: Console,
    detector: Detector,
    keyframes: Vec<World>,
    /// The world after all that is indexed.
    newest: World,
}

impl Default for Recording {
    fn default() -> Recording {
        Recording::new()
    }
}

impl Recording {
    pub fn new() -> Recording {
        Recording {
            facts: Facts::default(),
            stops: StopBuilder::new(),
            lanes: Vec::new(),
            console: Console::default(),
            detector: Detector::default(),
            keyframes: vec![World::default()],
            newest: World::default(),
        }
    }

    /// The recording of a whole log.
    pub fn of(log: &Log) -> Recording {
        let mut recording = Recording::new();
        recording.extend(log);
        recording
    }

    /// Indexes what the log has gained since.
    pub fn extend(&mut self, log: &Log) {
        loop {
            let (events, lines) = (self.newest.events, self.newest.lines);
            match next_record(log, events, lines) {
                Record::Line(line) if may_grow(log, &line) => break,
                Record::Line(line) => {
                    self.newest.apply_line(&self.facts, &line);
                    self.stops.line(&line);
                }
                Record::Event(id, entry) => self.extend_by_event(log, id, entry),
                Record::None => break,
            }
            let newest = &self.newest;
            let last = self.keyframes.last().expect("the empty world is always there");
            if newest.events + newest.lines - last.events - last.lines >= KEYFRAME_EVERY {
                self.keyframes.push(newest.clone());
            }
        }
    }

    fn extend_by_event(&mut self, log: &Log, id: EventId, entry: &Entry) {
        self.facts.learn(log, id, entry);
        self.stops.event(&self.facts, self.newest.thread, id, entry);
        self.detector.event(log, &self.facts, &self.newest, id, entry);
        let step = self.stops.step();
        if let Event::Output { stream, start, length } = entry.event {
            let text = &log.output()[start as usize..(start + length) as usize];
            self.console.write(stream, text, start, id, entry, step, log.time_at(id));
        }
        if matches!(entry.event, Event::RunEnded { .. }) {
            self.console.finish();
        }
        let Some(index) = self.newest.apply(&self.facts, id, entry) else { return };
        if self.lanes.len() <= index {
            self.lanes.resize(index + 1, Vec::new());
        }
        let now = self.newest.tasks.get(index).expect("a changed task is there");
        let lane = &mut self.lanes[index];
        if lane.last().is_none_or(|last| last.state != now.state) {
            let waits_on = if now.state == TaskState::Waiting { now.waits_on } else { FutureId::NONE };
            lane.push(Change { step, state: now.state, event: id, waits_on });
        }
    }

    /// Drops a small part of what takes long to drop, where nothing of it is wanted any more; false: nothing is left of
    /// it.
    pub fn let_go(&mut self) -> bool {
        const WORLDS: usize = 2;
        const LANES: usize = 500;
        self.keyframes.truncate(self.keyframes.len().saturating_sub(WORLDS));
        self.lanes.truncate(self.lanes.len().saturating_sub(LANES));
        !(self.keyframes.is_empty() && self.lanes.is_empty())
    }

    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The last step, N.
    pub fn last_step(&self) -> u32 {
        self.stops.stops.len() as u32 - 1
    }

    pub fn stops(&self) -> &[Stop] {
        &self.stops.stops
    }

    /// The stop with this number; the last one beyond the end.
    pub fn stop(&self, step: u32) -> &Stop {
        &self.stops.stops[step.min(self.last_step()) as usize]
    }

    /// The events of a stop, as a range of the log.
    pub fn events_of(&self, step: u32) -> std::ops::Range<u32> {
        let end = self.stop(step).events;
        let start = if step == 0 { 0 } else { self.stop(step - 1).events };
        start..end
    }

    /// The line that makes the stop, if it is one of a line.
    pub fn line_of(&self, log: &Log, step: u32) -> Option<LineEvent> {
        let index = self.line_index(step)?;
        log.lines().get(index)
    }

    /// The same as an index into the log's lines.
    pub fn line_index(&self, step: u32) -> Option<usize> {
        use super::stops::StopKind;
        let stop = self.stop(step);
        matches!(stop.kind, StopKind::Line | StopKind::Counted).then(|| stop.lines as usize - 1)
    }

    /// The step to which an event belongs.
    pub fn step_of(&self, id: EventId) -> u32 {
        let stops = &self.stops.stops;
        (stops.partition_point(|stop| stop.events <= id.0) as u32).min(self.last_step())
    }

    /// The clock at a step, in ns since the start of the run.
    pub fn time_of(&self, log: &Log, step: u32) -> u64 {
        match self.stop(step).events {
            0 => 0,
            events => log.time_at(EventId(events - 1)),
        }
    }

    /// The first step at or after the given one at which the clock reads what it reads then, and the last.
    pub fn instant_of(&self, log: &Log, step: u32) -> std::ops::RangeInclusive<u32> {
        let time = self.time_of(log, step);
        let advances = log.advances();
        let stops = &self.stops.stops;
        let first = advances.partition_point(|(_, ns)| *ns < time);
        let start = match advances.get(first) {
            Some((id, ns)) if *ns == time => self.step_of(*id),
            _ => 0,
        };
        let next = advances.partition_point(|(_, ns)| *ns <= time);
        let end = match advances.get(next) {
            Some((id, _)) => self.step_of(*id).saturating_sub(1),
            None => stops.len() as u32 - 1,
        };
        start..=end.max(start)
    }

    /// A task's changes of state, by its index in `Facts::tasks`.
    pub fn lane(&self, index: usize) -> &[Change] {
        self.lanes.get(index).map_or(&[], Vec::as_slice)
    }

    /// What the trace proves of the program, in order of proof.
    pub fn findings(&self) -> &[Finding] {
        &self.detector.found
    }

    /// The completed lines of output.
    pub fn console(&self) -> &[OutputLine] {
        self.console.lines()
    }

    /// The world just after a step; beyond the end, the last one.
    pub fn world_at(&self, log: &Log, step: u32) -> World {
        let stop = self.stop(step);
        self.world_after(log, stop.events, stop.lines)
    }

    /// The world after so many events and lines: from the last keyframe before, by folding.
    pub fn world_after(&self, log: &Log, events: u32, lines: u32) -> World {
        let after = self.keyframes.partition_point(|frame| frame.events <= events && frame.lines <= lines);
        let mut world = self.keyframes[after.saturating_sub(1)].clone();
        self.fold(log, &mut world, events, lines);
        world
    }

    /// Folds the world forward to a step that is not before it.
    pub fn advance(&self, log: &Log, world: &mut World, step: u32) {
        let stop = self.stop(step);
        if stop.events + stop.lines - world.events - world.lines > KEYFRAME_EVERY {
            // A keyframe is nearer.
            *world = self.world_after(log, stop.events, stop.lines);
            return;
        }
        self.fold(log, world, stop.events, stop.lines);
    }

    fn fold(&self, log: &Log, world: &mut World, events: u32, lines: u32) {
        while world.events < events || world.lines < lines {
            match next_record(log, world.events, world.lines) {
                Record::Line(line) => world.apply_line(&self.facts, &line),
                Record::Event(id, entry) => {
                    world.apply(&self.facts, id, entry);
                }
                Record::None => break,
            }
        }
    }

    /// How many keyframes there are: for measuring.
    pub fn keyframes(&self) -> usize {
        self.keyframes.len()
    }
}

/// A counted run may still grow until an event follows.
pub(super) fn may_grow(log: &Log, line: &LineEvent) -> bool {
    line.counted && line.before as usize == log.len()
}

pub(super) enum Record<'a> {
    Line(LineEvent),
    Event(EventId, &'a Entry),
    None,
}

/// Lines come before the event that they precede.
pub(super) fn next_record(log: &Log, events: u32, lines: u32) -> Record<'_> {
    if let Some(line) = log.lines().get(lines as usize)
        && line.before <= events
    {
        return Record::Line(line);
    }
    match log.get(EventId(events)) {
        Some(entry) => Record::Event(EventId(events), entry),
        None => Record::None,
    }
}
