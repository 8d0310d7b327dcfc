//! The timeline's plan: rows in the order of the tree, arrows, the axis. It is made in pieces, so that the page can draw
//! and answer between them: a run may have ten thousand lanes and a million events.

use super::axis::{Axis, ClockInstant, x_of};
use super::cast::shared;
use super::groups::Families;
use super::lanes::{blocked_label, lane, thread_wait};
use super::say::Fill;
use super::stage::Stage;
use super::texts;
use super::timeline_model::*;
use crate::player::TaskState;
use crate::trace::sorted::{SortedMap, sort_by_key};
use crate::trace::*;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Above so many lanes, sisters fold into groups.
pub const FOLD_ABOVE: usize = 40;
/// A piece is so many changes of state, or so many events: some hundred µs.
const PIECE: usize = 4_096;

/// Texts of segments, each once.
pub(super) struct Labels {
    all: Vec<Rc<str>>,
    numbers: BTreeMap<Rc<str>, u32>,
}

impl Labels {
    pub(super) fn new() -> Labels {
        Labels { all: vec!["".into()], numbers: BTreeMap::from([("".into(), 0)]) }
    }

    pub(super) fn number(&mut self, label: Rc<str>) -> u32 {
        if let Some(number) = self.numbers.get(&label) {
            return *number;
        }
        let number = self.all.len() as u32;
        self.all.push(label.clone());
        self.numbers.insert(label, number);
        number
    }
}

/// The whole timeline on one axis. Groups whose label is in `unfolded` show their lanes.
pub fn timeline_plan(stage: &Stage, kind: AxisKind, unfolded: &[Rc<str>]) -> TimelinePlan {
    timeline_plan_beside(stage, kind, unfolded, &[])
}

/// The same on a clock that is shared with another run, whose instants these are.
pub fn timeline_plan_beside(
    stage: &Stage,
    kind: AxisKind,
    unfolded: &[Rc<str>],
    beside: &[ClockInstant],
) -> TimelinePlan {
    let mut maker = PlanMaker::new(stage, kind, beside);
    while maker.go_on(stage) {}
    maker.finish(stage, unfolded)
}

/// A plan that is being made: of a recording that does not grow until it is finished.
pub struct PlanMaker {
    kind: AxisKind,
    axis: Axis,
    labels: Labels,
    /// Of the tasks with a lane: index and depth.
    order: Vec<(usize, u8)>,
    lanes: Vec<Rc<Lane>>,
    families: Families,
    /// By thread: its changes of state, each with its step and its label.
    threads: Vec<Vec<(u32, ThreadState, u32)>>,
    arrows: Vec<Arrow>,
    /// So many events have been looked at.
    events: usize,
}

impl PlanMaker {
    pub fn new(stage: &Stage, kind: AxisKind, beside: &[ClockInstant]) -> PlanMaker {
        PlanMaker {
            kind,
            axis: Axis::of(stage.log, stage.recording, kind, beside),
            labels: Labels::new(),
            order: tree_order(stage),
            lanes: Vec::new(),
            families: Families::default(),
            threads: vec![Vec::new(); stage.facts().threads.len()],
            arrows: Vec::new(),
            events: 0,
        }
    }

    /// Makes a piece. False: only `finish` is left.
    pub fn go_on(&mut self, stage: &Stage) -> bool {
        let mut made = 0;
        while made < PIECE
            && let Some((index, depth)) = self.order.get(self.lanes.len())
        {
            made += stage.recording.lane(*index).len() + 16;
            self.lanes.push(Rc::new(lane(stage, &self.axis, &mut self.labels, *index, *depth)));
            self.families.add(stage.facts().tasks[*index].thread, &self.lanes);
        }
        if made > 0 {
            return true;
        }
        let entries = stage.log.entries_from(self.events).take(PIECE);
        for (id, entry) in entries {
            self.events += 1;
            self.thread_changed(stage, id, entry);
            self.arrow(stage, id, entry);
            made += 1;
        }
        made > 0
    }

    pub fn finish(self, stage: &Stage, unfolded: &[Rc<str>]) -> TimelinePlan {
        let threads = self.thread_rows(stage);
        let (rows, folded) = self.rows(stage, threads, unfolded);
        TimelinePlan {
            axis: self.kind,
            rows,
            folded,
            arrows: self.arrows,
            labels: self.labels.all,
            knots: self.axis.knots,
            ticks: self.axis.ticks,
            steps: stage.recording.last_step(),
            clock_advances: self.axis.clock_advances,
            natural_width: self.axis.natural_width,
        }
    }

    fn thread_changed(&mut self, stage: &Stage, id: EventId, entry: &Entry) {
        let (thread, state, label) = match entry.event {
            Event::ThreadStarted { thread, .. } | Event::ThreadReady { thread } => (thread, ThreadState::Ready, 0),
            Event::ThreadRunning { thread } => (thread, ThreadState::Running, 0),
            Event::ThreadBlocked { thread, why, object, label, .. } => {
                (thread, thread_wait(why), self.labels.number(blocked_label(stage, why, object, label)))
            }
            Event::ThreadEnded { thread, outcome: Outcome::Exception, .. } => (thread, ThreadState::Failed, 0),
            Event::ThreadEnded { thread, .. } => (thread, ThreadState::Done, 0),
            _ => return,
        };
        let mut step = stage.recording.step_of(id);
        // A loop that had nothing to do waited until the act of this stop, the clock's advance: up to it, not after it.
        if matches!(entry.event, Event::ThreadBlocked { .. }) && stage.recording.stop(step).head > id.0 {
            step = step.saturating_sub(1);
        }
        if let Some(changes) = self.threads.get_mut(thread.index()) {
            match changes.last_mut() {
                Some(last) if last.0 == step => *last = (step, state, label),
                _ => changes.push((step, state, label)),
            }
        }
    }

    /// A row for each thread that has code of its own to show.
    fn thread_rows(&self, stage: &Stage) -> Vec<ThreadRow> {
        let facts = stage.facts();
        let last = stage.recording.last_step();
        let x = |step| x_of(&self.axis.knots, step);
        let rows = facts.threads.iter().zip(&self.threads).map(|(thread, changes)| {
            let ends = changes.iter().skip(1).map(|change| change.0).chain([last]);
            let segments = changes.iter().zip(ends).map(|((from, state, label), to)| ThreadSegment {
                from: *from,
                to,
                x0: x(*from),
                x1: x(to),
                state: *state,
                label: *label,
            });
            ThreadRow {
                thread: thread.thread,
                name: stage.text(thread.name),
                colour: stage.thread(thread.thread).colour,
                slim: !self.lanes.is_empty() && facts.threads.len() == 1,
                segments: segments.collect(),
            }
        });
        rows.collect()
    }

    /// Each thread's row above the lanes of the tasks that run in it.
    fn rows(&self, stage: &Stage, mut threads: Vec<ThreadRow>, unfolded: &[Rc<str>]) -> (Vec<Row>, Vec<Rc<Lane>>) {
        let mut by_thread: SortedMap<ThreadId, Vec<usize>> = SortedMap::new();
        for (lane, (task, _)) in self.order.iter().enumerate() {
            by_thread.or_default(stage.facts().tasks[*task].thread).push(lane);
        }
        let (mut rows, mut folded) = (Vec::new(), Vec::new());
        let process_of = |row: &ThreadRow| stage.facts().thread(row.thread).map_or(ProcessId(1), |facts| facts.process);
        sort_by_key(&mut threads, process_of);
        let several = threads.first().map(process_of) != threads.last().map(process_of);
        let mut process = None;
        for thread in threads {
            let of = process_of(&thread);
            if several && process.replace(of) != Some(of) {
                let born = thread.segments.first().map_or(0, |segment| segment.from);
                rows.push(Row::Process(ProcessRow { name: process_name(stage, of), born }));
            }
            let lanes = by_thread.remove(&thread.thread).unwrap_or_default();
            rows.push(Row::Thread(thread));
            self.families.add_rows(&lanes, &self.lanes, unfolded, &mut rows, &mut folded);
        }
        for lanes in by_thread.into_values() {
            self.families.add_rows(&lanes, &self.lanes, unfolded, &mut rows, &mut folded);
        }
        (rows, folded)
    }

    /// Who made, woke or cancelled whom.
    fn arrow(&mut self, stage: &Stage, id: EventId, entry: &Entry) {
        let facts = stage.facts();
        let shown = |task: TaskId| facts.task(task).is_some_and(|facts| !facts.internal);
        let (kind, from, to) = match entry.event {
            Event::TaskCreated { task, .. } => (ArrowKind::Spawned, entry.task, task),
            Event::CancelRequested { future, .. } => (ArrowKind::Cancelled, entry.task, future.as_task()),
            Event::HandlePushed { kind: HandleKind::TaskStep, task, .. } => {
                // By a task that ended: the cause says which; else by the task that acts.
                let by = match stage.log.get(entry.cause).map(|cause| cause.event) {
                    Some(Event::FutureDone { future, .. }) if facts.is_task(future) => future.as_task(),
                    Some(Event::TaskCreated { .. } | Event::CancelRequested { .. }) => return,
                    Some(Event::FutureDone { .. }) if entry.task.is_none() => {
                        match super::why::member_that_ended(stage, entry.cause) {
                            Some((_, member)) if facts.is_task(member) => member.as_task(),
                            _ => return,
                        }
                    }
                    _ => entry.task,
                };
                (ArrowKind::Woke, by, task)
            }
            _ => return,
        };
        if !shown(from) || !shown(to) || from == to {
            return;
        }
        let is_first_push = kind == ArrowKind::Woke
            && matches!(self.arrows.last(), Some(Arrow { kind: ArrowKind::Spawned | ArrowKind::Cancelled, to: last, .. }) if *last == to);
        if is_first_push {
            return;
        }
        let step = stage.recording.step_of(id);
        let x = x_of(&self.axis.knots, step);
        let effect = stage.recording.lane(facts.task_index(to).unwrap_or(usize::MAX));
        let after = effect.partition_point(|change| change.event < id);
        let x1 = effect[after..]
            .iter()
            .find(|change| change.state == TaskState::Running)
            .map_or(x, |change| x_of(&self.axis.knots, change.step));
        let x1 = if kind == ArrowKind::Woke { x1 } else { x };
        self.arrows.push(Arrow { kind, from, to, step, x0: x, x1 });
    }
}

/// `process 4243: /usr/bin/python3 -c …`
fn process_name(stage: &Stage, process: ProcessId) -> Rc<str> {
    let pid = crate::machine::process::pid_of(process).to_string();
    let first = stage.facts().threads.iter().find(|thread| thread.process == process);
    let started = first.and_then(|thread| stage.log.get(EventId(thread.started.0.checked_sub(1)?)));
    let command = match started.map(|entry| entry.event) {
        Some(Event::ProcessStarted { command, .. }) => stage.text(command),
        _ => shared(""),
    };
    stage.words(texts::PROCESS_ROW, &[("pid", Fill::Text(pid.into())), ("command", Fill::Text(command))])
}

/// Tasks with a lane, parents before children, in order of creation: index and depth.
fn tree_order(stage: &Stage) -> Vec<(usize, u8)> {
    let facts = stage.facts();
    let mut children: SortedMap<TaskId, Vec<usize>> = SortedMap::new();
    let mut roots = Vec::new();
    for (index, task) in facts.tasks.iter().enumerate().filter(|(_, task)| !task.internal) {
        match facts.task(task.parent) {
            Some(parent) if !parent.internal => children.or_default(task.parent).push(index),
            _ => roots.push(index),
        }
    }
    let mut order = Vec::new();
    let mut open: Vec<(usize, u8)> = roots.into_iter().rev().map(|index| (index, 0)).collect();
    while let Some((index, depth)) = open.pop() {
        order.push((index, depth));
        if let Some(children) = children.get(&facts.tasks[index].task) {
            open.extend(children.iter().rev().map(|child| (*child, depth.saturating_add(1))));
        }
    }
    order
}
