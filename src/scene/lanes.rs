//! The timeline's lanes: a task's segments on the axis with its totals; and the part of the timeline that moves.

use super::addresses::request_in_bar;
use super::axis::{Axis, x_of};
use super::cast::{coroutine, shared};
use super::model::Lang;
use super::plan::Labels;
use super::say::{self, code};
use super::stage::{Stage, block_label, future_label};
use super::texts;
use super::timeline_model::*;
use crate::player::{Change, TaskState, ThreadNowState, World};
use crate::trace::*;
use std::rc::Rc;

/// One task's lane.
pub(super) fn lane(stage: &Stage, axis: &Axis, labels: &mut Labels, index: usize, depth: u8) -> Lane {
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
    // A task factory's: 'None', unless it was given a name.
    let is_no_name = !facts.named && !facts.name.is_task_name();
    let note = if facts.named && coroutine != name { coroutine } else { name.clone() };
    Lane {
        task: facts.task,
        chip,
        note: if facts.named && note == name || is_no_name { shared("") } else { note },
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
        TaskState::Waiting => match stage.facts().purpose(stage.log, change.waits_on) {
            Some((Purpose::Request, _, label)) => request_in_bar(&stage.log.text(label)).into(),
            _ => future_label(stage, change.waits_on),
        },
        TaskState::Blocked => match stage.log.entry(change.event.index()).event {
            Event::ThreadBlocked { why, object, label, .. } => blocked_label(stage, why, object, label),
            _ => shared(""),
        },
        _ => shared(""),
    }
}

/// What a bar says of the call that blocks a thread.
pub(super) fn blocked_label(stage: &Stage, why: Purpose, object: ObjectId, label: TextId) -> Rc<str> {
    match why {
        Purpose::Request => request_in_bar(&stage.log.text(label)).into(),
        _ => block_label(stage, why, object, label),
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
            // What is pending belongs to a step that is still to come.
            totals.steps += until.saturating_sub(change.step).max(1);
        }
    }
    totals
}

/// Is a thread's wait its own choice, or is it held?
pub(super) fn thread_wait(why: Purpose) -> ThreadState {
    match why {
        Purpose::Sleep | Purpose::Request | Purpose::Input | Purpose::Computing | Purpose::Gil => ThreadState::Blocked,
        _ => ThreadState::Waiting,
    }
}

/// The part of the timeline that moves.
pub fn timeline_now(stage: &Stage, plan: &TimelinePlan, world: &World, step: u32) -> TimelineNow {
    let facts = stage.facts();
    let lanes = facts.tasks.iter().enumerate().filter(|(_, task)| !task.internal).map(|(index, task)| {
        let state = world.tasks.get(index).map_or(LaneState::Created, |now| self::state(now.state));
        LaneNow { task: task.task, state }
    });
    let threads = facts.threads.iter().enumerate().map(|(index, facts)| {
        // The main thread is there before anything has happened.
        let before = if index == 0 { ThreadState::Ready } else { ThreadState::Created };
        (facts.thread, world.threads.get(index).map_or(before, |now| thread_state(stage, now)))
    });
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
