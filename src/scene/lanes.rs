//! The timeline: rows in the order of the tree, their segments on the axis, arrows; and its part that moves.

use super::axis::{Axis, ClockInstant, x_of};
use super::cast::{coroutine, shared};
use super::groups;
use super::model::{Chip, Lang, Who};
use super::say::{self, Fill, code};
use super::stage::{Stage, future_label, wait_label};
use super::texts;
use super::timeline_model::*;
use crate::player::{Change, TaskState, ThreadNowState, World};
use crate::trace::sorted::SortedMap;
use crate::trace::*;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Above so many lanes, sisters fold into groups.
pub const FOLD_ABOVE: usize = 40;

/// Texts of segments, each once.
pub(super) struct Labels {
    all: Vec<Rc<str>>,
    numbers: BTreeMap<Rc<str>, u32>,
}

impl Labels {
    fn new() -> Labels {
        Labels { all: vec!["".into()], numbers: BTreeMap::from([("".into(), 0)]) }
    }

    fn number(&mut self, label: Rc<str>) -> u32 {
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
    let axis = Axis::of(stage.log, stage.recording, kind, beside);
    let mut labels = Labels::new();
    let order = tree_order(stage);
    let lanes: Vec<Rc<Lane>> =
        order.iter().map(|(index, depth)| Rc::new(lane(stage, &axis, &mut labels, *index, *depth))).collect();
    let has_tasks = !lanes.is_empty();
    let threads = thread_rows(stage, &axis, &mut labels, has_tasks);
    let (rows, folded) = rows(stage, threads, lanes, unfolded);
    TimelinePlan {
        axis: kind,
        rows,
        folded,
        arrows: arrows(stage, &axis),
        labels: labels.all,
        knots: axis.knots.clone(),
        ticks: axis.ticks,
        steps: stage.recording.last_step(),
        clock_advances: axis.clock_advances,
        natural_width: axis.natural_width,
    }
}

/// Each thread's row above the lanes of the tasks that run in it.
fn rows(
    stage: &Stage,
    threads: Vec<ThreadRow>,
    lanes: Vec<Rc<Lane>>,
    unfolded: &[Rc<str>],
) -> (Vec<Row>, Vec<Rc<Lane>>) {
    let fold = lanes.len() > FOLD_ABOVE;
    let mut by_thread: SortedMap<ThreadId, Vec<Rc<Lane>>> = SortedMap::new();
    for lane in lanes {
        let thread = stage.facts().task(lane.task).map_or(ThreadId::NONE, |facts| facts.thread);
        by_thread.or_default(thread).push(lane);
    }
    let (mut rows, mut folded) = (Vec::new(), Vec::new());
    for thread in threads {
        let lanes = by_thread.remove(&thread.thread).unwrap_or_default();
        rows.push(Row::Thread(thread));
        groups::add_rows(&lanes, fold, unfolded, &mut rows, &mut folded);
    }
    for lanes in by_thread.into_values() {
        groups::add_rows(&lanes, fold, unfolded, &mut rows, &mut folded);
    }
    (rows, folded)
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

fn lane(stage: &Stage, axis: &Axis, labels: &mut Labels, index: usize, depth: u8) -> Lane {
    let facts = &stage.facts().tasks[index];
    let changes = stage.recording.lane(index);
    let last = stage.recording.last_step();
    let chip = stage.cast.by_index(index).clone();
    let segments: Vec<Segment> = changes
        .iter()
        .enumerate()
        .filter_map(|(position, change)| {
            let to = changes.get(position + 1).map_or(last, |next| next.step);
            // Of several changes within one stop only the last one shows.
            (to > change.step || position + 1 == changes.len()).then(|| {
                let label = labels.number(segment_label(stage, change));
                let (x0, x1) = (x_of(&axis.knots, change.step), x_of(&axis.knots, to));
                Segment { from: change.step, to, x0, x1, state: state(change.state), label }
            })
        })
        .collect();
    let name = stage.text(facts.name);
    let coroutine = shared(coroutine(stage.log, facts));
    let note = if facts.named && coroutine != name { coroutine } else { name.clone() };
    Lane {
        task: facts.task,
        chip,
        note: if facts.named && note == name { shared("") } else { note },
        name,
        depth,
        parent: stage.facts().task(facts.parent).map(|parent| parent.task),
        born: stage.recording.step_of(facts.created),
        totals: totals(stage, changes),
        segments: segments.into(),
    }
}

fn segment_label(stage: &Stage, change: &Change) -> Rc<str> {
    match change.state {
        TaskState::Waiting => future_label(stage, change.waits_on),
        TaskState::Blocked => match stage.log.entry(change.event.index()).event {
            Event::ThreadBlocked { why: Purpose::Sleep, label, .. } => {
                ["time.sleep(", stage.log.text(label), ")"].concat().into()
            }
            Event::ThreadBlocked { why, object, label, .. } => wait_label(stage, why, object, label),
            _ => shared(""),
        },
        _ => shared(""),
    }
}

pub(super) fn state(state: TaskState) -> LaneState {
    match state {
        TaskState::Created => LaneState::Created,
        TaskState::Ready => LaneState::Ready,
        TaskState::Running => LaneState::Running,
        TaskState::Waiting => LaneState::Waiting,
        TaskState::Blocked => LaneState::Blocked,
        TaskState::Done => LaneState::Done,
        TaskState::Failed => LaneState::Failed,
        TaskState::Cancelled => LaneState::Cancelled,
    }
}

fn totals(stage: &Stage, changes: &[Change]) -> Totals {
    let mut totals = Totals::default();
    let end = stage.log.now();
    for (position, change) in changes.iter().enumerate() {
        let next = changes.get(position + 1);
        let from = stage.log.time_at(change.event);
        let to = next.map_or(end, |next| stage.log.time_at(next.event));
        let spent = to.saturating_sub(from);
        match change.state {
            TaskState::Ready => totals.ready_ns += spent,
            TaskState::Running => totals.running_ns += spent,
            TaskState::Waiting => totals.waiting_ns += spent,
            TaskState::Blocked => totals.blocked_ns += spent,
            _ => {}
        }
        if change.state == TaskState::Running {
            // After a blocking call it is still the same run.
            let goes_on = position > 0 && changes[position - 1].state == TaskState::Blocked;
            totals.runs += !goes_on as u32;
            let until = next.map_or(stage.recording.last_step(), |next| next.step);
            totals.steps += (until - change.step).max(1);
        }
    }
    totals
}

/// A row for each thread that has code of its own to show.
fn thread_rows(stage: &Stage, axis: &Axis, labels: &mut Labels, has_tasks: bool) -> Vec<ThreadRow> {
    let facts = stage.facts();
    let mut open: Vec<Vec<(u32, ThreadState, u32)>> = vec![Vec::new(); facts.threads.len()];
    for (id, entry) in stage.log.entries_from(0) {
        let (thread, state, label) = match entry.event {
            Event::ThreadStarted { thread, .. } | Event::ThreadReady { thread } => (thread, ThreadState::Ready, 0),
            Event::ThreadRunning { thread } => (thread, ThreadState::Running, 0),
            Event::ThreadBlocked { thread, why, object, label, .. } => {
                let words = super::narration::blocking_call(stage, why, object, label);
                let text = match words {
                    Fill::Code(text) | Fill::Text(text) => text,
                    _ => shared(""),
                };
                (thread, thread_wait(why), labels.number(text))
            }
            Event::ThreadEnded { thread, outcome: Outcome::Exception, .. } => (thread, ThreadState::Failed, 0),
            Event::ThreadEnded { thread, .. } => (thread, ThreadState::Done, 0),
            _ => continue,
        };
        let step = stage.recording.step_of(id);
        if let Some(changes) = open.get_mut(thread.index()) {
            match changes.last_mut() {
                Some(last) if last.0 == step => *last = (step, state, label),
                _ => changes.push((step, state, label)),
            }
        }
    }
    let last = stage.recording.last_step();
    let x = |step| x_of(&axis.knots, step);
    facts
        .threads
        .iter()
        .zip(open)
        .map(|(thread, changes)| {
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
                slim: has_tasks && facts.threads.len() == 1,
                segments: segments.collect(),
            }
        })
        .collect()
}

/// Is a thread's wait its own choice, or is it held?
pub(super) fn thread_wait(why: Purpose) -> ThreadState {
    match why {
        Purpose::Sleep | Purpose::Request | Purpose::Input | Purpose::Computing | Purpose::Gil => ThreadState::Blocked,
        _ => ThreadState::Waiting,
    }
}

/// Who made, woke or cancelled whom.
fn arrows(stage: &Stage, axis: &Axis) -> Vec<Arrow> {
    let facts = stage.facts();
    let shown = |task: TaskId| facts.task(task).is_some_and(|facts| !facts.internal);
    let mut arrows = Vec::new();
    for (id, entry) in stage.log.entries_from(0) {
        let (kind, from, to) = match entry.event {
            Event::TaskCreated { task, .. } => (ArrowKind::Spawned, entry.task, task),
            Event::CancelRequested { future, .. } => (ArrowKind::Cancelled, entry.task, future.as_task()),
            Event::HandlePushed { kind: HandleKind::TaskStep, task, .. } => {
                // By a task that ended: the cause says which; else by the task that acts.
                let by = match stage.log.get(entry.cause).map(|cause| cause.event) {
                    Some(Event::FutureDone { future, .. }) if facts.is_task(future) => future.as_task(),
                    Some(Event::TaskCreated { .. } | Event::CancelRequested { .. }) => continue,
                    Some(Event::FutureDone { .. }) if entry.task.is_none() => {
                        match super::why::member_that_ended(stage, entry.cause) {
                            Some((_, Chip { who: Who::Task(member), .. })) => member,
                            _ => continue,
                        }
                    }
                    _ => entry.task,
                };
                (ArrowKind::Woke, by, task)
            }
            _ => continue,
        };
        if !shown(from) || !shown(to) || from == to {
            continue;
        }
        let is_first_push = kind == ArrowKind::Woke
            && matches!(arrows.last(), Some(Arrow { kind: ArrowKind::Spawned | ArrowKind::Cancelled, to: last, .. }) if *last == to);
        if is_first_push {
            continue;
        }
        let step = stage.recording.step_of(id);
        let x = x_of(&axis.knots, step);
        let effect = stage.recording.lane(facts.task_index(to).unwrap_or(usize::MAX));
        let after = effect.partition_point(|change| change.event < id);
        let x1 = effect[after..]
            .iter()
            .find(|change| change.state == TaskState::Running)
            .map_or(x, |change| x_of(&axis.knots, change.step));
        let x1 = if kind == ArrowKind::Woke { x1 } else { x };
        arrows.push(Arrow { kind, from, to, step, x0: x, x1 });
    }
    arrows
}

/// The part of the timeline that moves.
pub fn timeline_now(stage: &Stage, plan: &TimelinePlan, world: &World, step: u32) -> TimelineNow {
    let facts = stage.facts();
    let lanes = facts.tasks.iter().enumerate().filter(|(_, task)| !task.internal).map(|(index, task)| {
        let state = world.tasks.get(index).map_or(LaneState::Created, |now| self::state(now.state));
        LaneNow { task: task.task, state }
    });
    let threads = facts.threads.iter().zip(&world.threads).map(|(facts, now)| (facts.thread, thread_state(stage, now)));
    let start = plan.arrows.partition_point(|arrow| arrow.step < step) as u32;
    let end = plan.arrows.partition_point(|arrow| arrow.step <= step) as u32;
    TimelineNow {
        playhead: x_of(&plan.knots, step),
        step,
        lanes: lanes.collect(),
        threads: threads.collect(),
        running: world.running_task(),
        next: super::event_loop::next_task(stage, world),
        arrows: start..end,
    }
}

pub(super) fn thread_state(stage: &Stage, now: &crate::player::ThreadNow) -> ThreadState {
    match now.state {
        ThreadNowState::Ready => ThreadState::Ready,
        ThreadNowState::Running => ThreadState::Running,
        ThreadNowState::Done => ThreadState::Done,
        ThreadNowState::Failed => ThreadState::Failed,
        ThreadNowState::Blocked => match stage.log.get(now.blocked).map(|entry| entry.event) {
            Some(Event::ThreadBlocked { why, .. }) => thread_wait(why),
            _ => ThreadState::Waiting,
        },
    }
}

/// A lane's state at a step in words, for its accessible description: made for the lanes that are drawn, not for all.
pub fn lane_says(lane: &Lane, labels: &[Rc<str>], state: LaneState, step: u32, lang: Lang) -> Rc<str> {
    let template = match state {
        LaneState::Created => texts::STATE_CREATED,
        LaneState::Ready => texts::STATE_READY,
        LaneState::Running => texts::STATE_RUNNING,
        LaneState::Blocked => texts::STATE_BLOCKED,
        LaneState::Done => texts::STATE_DONE,
        LaneState::Failed => texts::STATE_FAILED,
        LaneState::Cancelled => texts::STATE_CANCELLED,
        LaneState::Waiting => {
            let after = lane.segments.partition_point(|segment| segment.from <= step);
            let now = after.checked_sub(1).and_then(|at| labels.get(lane.segments[at].label as usize));
            let what = ("what", code(now.cloned().unwrap_or_default()));
            return say::say(lang, texts::STATE_WAITING, &[what]).plain().into();
        }
    };
    template.of(lang).into()
}

/// The segments of a lane within a window of x, those narrower than `least` merged with their neighbours:
/// what a drawing of this zoom can show.
pub fn visible(segments: &[Segment], x0: f32, x1: f32, least: f32) -> Vec<Segment> {
    let start = segments.partition_point(|segment| segment.x1 < x0);
    let mut seen: Vec<Segment> = Vec::new();
    for segment in segments[start..].iter().take_while(|segment| segment.x0 <= x1) {
        match seen.last_mut() {
            Some(last) if segment.x1 - segment.x0 < least && segment.x0 - last.x0 < least => {
                last.to = segment.to;
                last.x1 = segment.x1;
                if rank(segment.state) > rank(last.state) {
                    last.state = segment.state;
                    last.label = segment.label;
                }
            }
            _ => seen.push(*segment),
        }
    }
    seen
}

/// Of merged segments the rarer state shows.
fn rank(state: LaneState) -> u8 {
    match state {
        LaneState::Failed | LaneState::Cancelled => 5,
        LaneState::Blocked => 4,
        LaneState::Running => 3,
        LaneState::Done => 2,
        LaneState::Ready => 1,
        LaneState::Waiting | LaneState::Created => 0,
    }
}
