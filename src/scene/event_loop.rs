//! The event loop's panel: ready queue, running slot, timers; and the threads' panel of programs without one.

use super::addresses::callback_in_row;
use super::cast::shared;
use super::lanes::{thread_state, thread_wait};
use super::model::*;
use super::narration::blocking_call;
use super::say::{Fill, code, plain_seconds, seconds};
use super::stage::{Stage, future_label};
use super::texts;
use super::timeline_model::ThreadState;
use crate::player::{LoopNow, LoopNowState, ThreadNow, ThreadNowState, World};
use crate::trace::*;
use std::rc::Rc;

/// Chips of a row that are shown; the rest is a count.
pub const SHOWN: usize = 8;

/// A panel for each event loop that has been created: the one that runs first.
pub fn loops(stage: &Stage, world: &World) -> Vec<LoopView> {
    let several = stage.facts().loops.len() > 1;
    let mut views: Vec<LoopView> = world
        .loops
        .iter()
        .enumerate()
        .filter(|(_, now)| !(several && now.state == LoopNowState::Closed))
        .map(|(index, now)| loop_view(stage, world, LoopId::from_index(index), now, several))
        .collect();
    crate::trace::sorted::sort_by_key(&mut views, |view| view.thread != world.thread);
    views
}

fn loop_view(stage: &Stage, world: &World, event_loop: LoopId, now: &LoopNow, several: bool) -> LoopView {
    let state = loop_state(stage, world, now);
    let says = match state {
        LoopState::Idle => texts::LOOP_IDLE,
        LoopState::Running => texts::LOOP_RUNNING,
        LoopState::Choosing => texts::LOOP_CHOOSING,
        LoopState::Waiting if is_deadlocked(stage, world) => texts::LOOP_DEADLOCK,
        LoopState::Waiting => texts::LOOP_WAITING,
        LoopState::Stopped => texts::LOOP_STOPPED,
        LoopState::Closed => texts::LOOP_CLOSED,
    };
    let ready = now.ready.iter().take(SHOWN).map(|handle| handle_chip(stage, *handle)).collect();
    let timers = now.timers.iter().take(SHOWN).map(|((due, _), handle)| TimerChip {
        chip: handle_chip(stage, *handle),
        due: seconds(*due).into(),
        left: seconds(due.abs_diff(world.clock)).into(),
        overdue: *due < world.clock,
        due_ns: *due,
    });
    let name = if several { stage.thread(now.thread).label } else { shared("") };
    LoopView {
        event_loop,
        thread: now.thread,
        thread_name: name,
        state,
        says: says.of(stage.lang).into(),
        turn: now.turn,
        ready: Few { first: ready, more: now.ready.len().saturating_sub(SHOWN) as u32 },
        running: running_slot(stage, world, now),
        timers: Few { first: timers.collect(), more: now.timers.len().saturating_sub(SHOWN) as u32 },
        next: next_taken(stage, world, now)
            .filter(|handle| now.ready.contains(handle) || now.timers.values().any(|timer| timer == handle)),
    }
}

/// The run has ended because nothing could run any more.
fn is_deadlocked(stage: &Stage, world: &World) -> bool {
    let ended = stage.log.get(world.ended).map(|entry| entry.event);
    matches!(ended, Some(Event::RunEnded { reason: EndReason::Deadlock, .. }))
}

/// So far ahead it is looked for the handle that a loop takes next.
const AHEAD: usize = 5_000;

/// The handle that the recording takes next in the loop's thread.
fn next_taken(stage: &Stage, world: &World, now: &LoopNow) -> Option<HandleId> {
    let later = stage.log.entries_from(world.events as usize).take(AHEAD);
    let mut taken = later.filter_map(|(_, entry)| match entry.event {
        Event::HandleTaken { handle } if entry.thread == now.thread => Some(handle),
        _ => None,
    });
    taken.next()
}

/// The task whose step the loop that runs takes next, if it stands in the ready queue.
pub fn next_task(stage: &Stage, world: &World) -> Option<TaskId> {
    let now = world.loops.iter().find(|now| now.thread == world.thread)?;
    let next = next_taken(stage, world, now).filter(|handle| now.ready.contains(handle))?;
    Some(stage.facts().handle(next)?.task).filter(|task| task.is_some())
}

/// The task that runs after the one that runs now, and the step at which it begins.
pub fn runs_next(stage: &Stage, world: &World, step: u32) -> Option<(TaskId, u32)> {
    let now = world.running_task();
    let later = stage.log.entries_from(world.events as usize).take(AHEAD);
    let mut began = later.filter_map(|(id, entry)| match entry.event {
        Event::StepBegan { task, .. } => Some((task, stage.recording.step_of(id))),
        _ => None,
    });
    let shown = |task: TaskId| stage.facts().task(task).is_some_and(|facts| !facts.internal);
    began.find(|(task, at)| *at > step && Some(*task) != now && shown(*task))
}

/// Who might run next, as far as one can tell without the recording: tasks that live, in order of creation.
pub fn could_run(stage: &Stage, world: &World, next: TaskId) -> Vec<Chip> {
    let facts = stage.facts().tasks.iter().zip(world.tasks.iter());
    let alive = facts.filter(|(facts, now)| !facts.internal && !now.state.has_ended());
    let all: Vec<TaskId> = alive.map(|(facts, _)| facts.task).collect();
    let at = all.iter().position(|task| *task == next).unwrap_or(0);
    let first = at.saturating_sub(GUESSES / 2).min(all.len().saturating_sub(GUESSES));
    let end = (first + GUESSES).min(all.len());
    let chosen = if all.contains(&next) { &all[first..end] } else { &[] };
    chosen.iter().filter_map(|task| stage.task(*task)).collect()
}

/// So many answers are offered at most.
const GUESSES: usize = 6;

/// What the loop runs; empty once the task's step is over.
fn running_slot(stage: &Stage, world: &World, now: &LoopNow) -> Option<HandleChip> {
    let handle = now.running?;
    let facts = stage.facts().handle(handle)?;
    let running = world.threads.get(now.thread.index()).is_some_and(|thread| thread.tasks.contains(&facts.task));
    (facts.kind != HandleKind::TaskStep || running).then(|| handle_chip(stage, handle))
}

fn loop_state(stage: &Stage, world: &World, now: &LoopNow) -> LoopState {
    match now.state {
        LoopNowState::Idle => LoopState::Idle,
        LoopNowState::Stopped => LoopState::Stopped,
        LoopNowState::Closed => LoopState::Closed,
        LoopNowState::Runs if running_slot(stage, world, now).is_some() => LoopState::Running,
        LoopNowState::Runs if now.ready.is_empty() => LoopState::Waiting,
        LoopNowState::Runs => LoopState::Choosing,
    }
}

fn handle_chip(stage: &Stage, handle: HandleId) -> HandleChip {
    let chip = stage.handle_chip(handle);
    let Some(facts) = stage.facts().handle(handle) else {
        return HandleChip { handle, chip, text: shared(""), is_step: false, why: shared("") };
    };
    let label = stage.handle_label(&facts.label);
    let text = match facts.kind {
        HandleKind::TaskStep => shared(""),
        HandleKind::Internal => callback_in_row(&label).into(),
        HandleKind::Callback => label,
    };
    HandleChip { handle, chip, text, is_step: facts.kind == HandleKind::TaskStep, why: why(stage, handle) }
}

/// Why a handle is in the ready queue or among the timers, in few words.
fn why(stage: &Stage, handle: HandleId) -> Rc<str> {
    let made = stage.facts().handle(handle).and_then(|facts| stage.log.get(facts.made));
    let Some(made) = made else { return shared("") };
    if let Event::TimerSet { when, .. } = made.event {
        return stage.words(texts::WHY_TIMER, &[("time", stage.time(when.ns()))]);
    }
    match stage.log.get(made.cause).map(|cause| cause.event) {
        Some(Event::FutureDone { future, .. }) => {
            stage.words(texts::WHY_DONE, &[("what", code(future_label(stage, future)))])
        }
        Some(Event::CancelRequested { .. }) => texts::WHY_CANCELLED.of(stage.lang).into(),
        _ => match stage.task(made.task) {
            Some(by) => stage.words(texts::WHY_BY, &[("who", Fill::from(by))]),
            None => shared(""),
        },
    }
}

/// The threads' panel: runnable queue, the one that runs, who is blocked by what until when.
pub fn threads(stage: &Stage, world: &World) -> ThreadsView {
    let all: Vec<(&crate::player::ThreadFacts, &ThreadNow)> =
        stage.facts().threads.iter().zip(&world.threads).collect();
    let chip = |facts: &crate::player::ThreadFacts| {
        stage.cast.thread(facts.thread).cloned().unwrap_or_else(|| stage.thread(facts.thread))
    };
    let mut runnable: Vec<_> = all.iter().filter(|(_, now)| now.state == ThreadNowState::Ready).collect();
    crate::trace::sorted::sort_by_key(&mut runnable, |(_, now)| now.since);
    let running = all.iter().find(|(_, now)| now.state == ThreadNowState::Running);
    let blocked: Vec<_> = all.iter().filter(|(_, now)| now.state == ThreadNowState::Blocked).collect();
    let blocked_view = |facts: &crate::player::ThreadFacts, now: &ThreadNow| {
        let Event::ThreadBlocked { why, object, until, label, .. } = stage.log.get(now.blocked)?.event else {
            return None;
        };
        let by = match blocking_call(stage, why, object, label) {
            Fill::Code(text) | Fill::Text(text) => text,
            _ => shared(""),
        };
        let until = (!until.is_never()).then(|| seconds(until.ns()).into());
        Some(BlockedThread { chip: chip(facts), by, until })
    };
    ThreadsView {
        runnable: few(runnable.iter().map(|(facts, _)| chip(facts)), runnable.len()),
        running: running.map(|(facts, _)| chip(facts)),
        blocked: few(blocked.iter().filter_map(|(facts, now)| blocked_view(facts, now)), blocked.len()),
    }
}

/// The state of a thread and, in words, what holds it.
pub fn thread_now(stage: &Stage, now: &ThreadNow) -> (ThreadState, Rc<str>) {
    let state = thread_state(stage, now);
    let template = match state {
        ThreadState::Created | ThreadState::Ready => texts::STATE_READY_THREAD,
        ThreadState::Running => texts::STATE_RUNNING,
        ThreadState::Done => texts::STATE_DONE,
        ThreadState::Failed => texts::STATE_FAILED,
        ThreadState::Waiting | ThreadState::Blocked => {
            let Some(Event::ThreadBlocked { why, object, label, .. }) =
                stage.log.get(now.blocked).map(|entry| entry.event)
            else {
                return (state, shared(""));
            };
            let what = ("what", blocking_call(stage, why, object, label));
            let template =
                if thread_wait(why) == ThreadState::Blocked { texts::STATE_BLOCKED_BY } else { texts::STATE_WAITING };
            return (state, stage.words(template, &[what]));
        }
    };
    (state, template.of(stage.lang).into())
}

/// The first of many, and how many more.
pub(super) fn few<T>(all: impl Iterator<Item = T>, total: usize) -> Few<T> {
    let first: Vec<T> = all.take(SHOWN).collect();
    let more = total.saturating_sub(first.len()) as u32;
    Few { first, more }
}

/// The clock's text: `1.500 s`.
pub fn clock(world: &World) -> Rc<str> {
    seconds(world.clock).into()
}

/// The clock as `data-time` writes it: `1.5`.
pub fn clock_seconds(ns: u64) -> Rc<str> {
    plain_seconds(ns).into()
}
