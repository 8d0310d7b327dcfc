//! The inspector's part that the trace tells: the frames of a task or a thread, what it waits for, who made and who
//! cancelled it.

use super::cast::shared;
use super::lanes::{state, thread_state, thread_wait};
use super::model::*;
use super::narration::blocking_call;
use super::say::{Fill, code, duration, seconds};
use super::stage::{Stage, future_label};
use super::texts;
use super::timeline_model::{LaneState, ThreadState};
use crate::player::{LoopNow, LoopNowState, TaskFacts, TaskNow, TaskState, ThreadFacts, ThreadNow, World};
use crate::trace::*;

/// The chosen task or thread at a step; None if there is no such one.
pub fn inspector(stage: &Stage, world: &World, who: Who) -> Option<Inspector> {
    match who {
        Who::Task(task) => task_inside(stage, world, task),
        Who::Thread(thread) => thread_inside(stage, world, thread),
        Who::Callback(_) | Who::Other(_) => None,
    }
}

fn task_inside(stage: &Stage, world: &World, task: TaskId) -> Option<Inspector> {
    let facts = stage.facts();
    let index = facts.task_index(task)?;
    let of = &facts.tasks[index];
    let now = world.tasks.get(index);
    let chip = stage.cast.by_index(index).clone();
    let lane_state = now.map_or(LaneState::Created, |now| state(now.state));
    Some(Inspector {
        name: stage.text(of.name),
        state: lane_state,
        frames: now.map_or(Vec::new(), |now| frames(stage, world, of, now)),
        waiting: now.and_then(|now| waiting(stage, world, now)),
        created: created(stage, of),
        cancelled: now.and_then(|now| cancelled(stage, now)),
        totals: totals(stage, world, index, now),
        result: now.filter(|now| now.state.has_ended()).and_then(|_| result(stage, task)),
        chip,
    })
}

/// The thread whose code outside tasks runs at a step: a module's, a function's. None: a task runs, or nothing does.
pub fn runs_outside(stage: &Stage, world: &World) -> Option<ThreadId> {
    let now = world.threads.get(world.thread.index())?;
    if !now.tasks.is_empty() || now.line == 0 || thread_state(stage, now) != ThreadState::Running {
        return None;
    }
    // Below a running loop the module's line says only where the loop was started.
    let in_loop = |now: &LoopNow| now.thread == world.thread && now.state == LoopNowState::Runs;
    let loops = world.loops.iter().any(in_loop);
    (!loops || own_code(stage, now)? != MODULE).then_some(world.thread)
}

/// What a thread runs outside tasks.
fn own_code<'a>(stage: &Stage<'a>, now: &ThreadNow) -> Option<&'a str> {
    let code = stage.log.code_of(now.code)?;
    Some(super::cast::short_name(stage.log.name(code.qualname)))
}

/// How many of the last lines are looked through for what has run.
const MOST_LINES: usize = 1_000;

/// The lines that have run, the last first.
fn past_lines(stage: &Stage, world: &World) -> impl Iterator<Item = LineEvent> {
    let all = stage.log.lines();
    (0..world.lines as usize).rev().filter_map(move |index| all.get(index))
}

/// The code in which a task stands: once a function has returned, that of its caller.
fn code_of(stage: &Stage, world: &World, task: TaskId, now: &TaskNow) -> CodeId {
    let mut own = past_lines(stage, world).take(MOST_LINES).filter(|line| line.task == task);
    own.find(|line| line.line == now.line).map_or(now.code, |line| line.code)
}

fn thread_inside(stage: &Stage, world: &World, thread: ThreadId) -> Option<Inspector> {
    let index = stage.facts().threads.iter().position(|facts| facts.thread == thread)?;
    let of = &stage.facts().threads[index];
    let now = world.threads.get(index);
    let state = now.map_or(LaneState::Created, |now| thread_state(stage, now).into());
    let lives = now.filter(|_| !matches!(state, LaneState::Done | LaneState::Failed));
    Some(Inspector {
        chip: stage.thread(thread),
        name: stage.text(of.name),
        state,
        frames: lives.map_or(Vec::new(), |now| thread_frames(stage, of, now)),
        waiting: lives.and_then(|now| thread_waits(stage, world, thread, now, state)),
        created: started(stage, of),
        cancelled: None,
        totals: Sentence::default(),
        result: None,
    })
}

/// The innermost frame, and in a process's first thread the module's: what lies between them is not recorded.
fn thread_frames(stage: &Stage, of: &ThreadFacts, now: &ThreadNow) -> Vec<FrameLine> {
    let Some(name) = own_code(stage, now).filter(|_| now.line > 0) else { return Vec::new() };
    let outermost = (name != MODULE && is_first(stage, of)).then(|| FrameLine { name: MODULE.into(), line: 0 });
    let own = FrameLine { name: shared(name), line: now.line as u32 };
    outermost.into_iter().chain([own]).collect()
}

/// Is it the thread with which its process begins?
fn is_first(stage: &Stage, of: &ThreadFacts) -> bool {
    let first = stage.facts().threads.iter().find(|facts| facts.process == of.process);
    first.is_some_and(|first| first.thread == of.thread)
}

fn thread_waits(stage: &Stage, world: &World, thread: ThreadId, now: &ThreadNow, state: LaneState) -> Option<Sentence> {
    if state == LaneState::Ready {
        return Some(stage.say(texts::INSPECT_THREAD_READY, &[]));
    }
    let Some(Event::ThreadBlocked { why, object, until, label, .. }) = stage.log.get(now.blocked).map(|it| it.event)
    else {
        let task = now.tasks.last().and_then(|task| stage.task(*task));
        return task.map(|task| stage.say(texts::INSPECT_THREAD_TASK, &[("who", task.into())]));
    };
    if why == Purpose::Select && world.loops.iter().any(|of| of.thread == thread) {
        return Some(stage.say(texts::INSPECT_THREAD_LOOP, &[]));
    }
    let what = ("what", blocking_call(stage, why, object, label));
    let holders = world.objects.get(object.index()).map(|now| now.holders.as_slice()).unwrap_or(&[]);
    if let (Purpose::Lock | Purpose::Semaphore, [first, ..]) = (why, holders) {
        let who = ("who", Fill::from(stage.who(first.task, first.thread)));
        return Some(stage.say(texts::INSPECT_HELD, &[what, who]));
    }
    if thread_wait(why) == ThreadState::Waiting {
        return Some(stage.say(texts::INSPECT_WAITS, &[what]));
    }
    if until.is_never() {
        return Some(stage.say(texts::INSPECT_BLOCKED, &[what]));
    }
    Some(stage.say(texts::INSPECT_BLOCKED_UNTIL, &[what, ("time", Fill::from(seconds(until.ns())))]))
}

fn started(stage: &Stage, of: &ThreadFacts) -> Sentence {
    let entry = stage.log.entry(of.started.index());
    if entry.line == 0 || is_first(stage, of) {
        let first = stage.facts().threads.first().is_some_and(|first| first.thread == of.thread);
        return if first { stage.say(texts::INSPECT_STARTED_MAIN, &[]) } else { Sentence::default() };
    }
    let time = ("time", Fill::from(seconds(stage.log.time_at(of.started))));
    let who = ("who", Fill::from(stage.who(entry.task, entry.thread)));
    stage.say(texts::INSPECT_STARTED, &[who, ("line", Fill::from(entry.line as u32)), time])
}

const MODULE: &str = "<module>";

/// The await chain: as recorded while it is suspended, with the line it runs while it runs.
fn frames(stage: &Stage, world: &World, of: &TaskFacts, now: &TaskNow) -> Vec<FrameLine> {
    let suspended = matches!(now.state, TaskState::Waiting | TaskState::Ready);
    if suspended && now.chain.is_some() {
        return last_chain(stage, now);
    }
    if now.state.has_ended() {
        return Vec::new();
    }
    if let Some(frames) = around(stage, world, of.task, now) {
        return frames;
    }
    let own = shared(super::cast::coroutine(stage.log, of));
    let mut frames = vec![FrameLine { name: own.clone(), line: 0 }];
    if let Some(code) = stage.log.code_of(code_of(stage, world, of.task, now)) {
        let name = shared(super::cast::short_name(stage.log.name(code.qualname)));
        if name != own {
            frames.push(FrameLine { name, line: 0 });
        }
    }
    if let Some(last) = frames.last_mut() {
        last.line = now.line as u32;
    }
    frames
}

/// The frames when the task was last suspended.
fn last_chain(stage: &Stage, now: &TaskNow) -> Vec<FrameLine> {
    let frame = |(name, line): (TextId, u16)| FrameLine {
        name: shared(super::cast::short_name(&stage.log.text(name))),
        line: line as u32,
    };
    stage.log.chain_of(now.chain).into_iter().map(frame).collect()
}

/// The frames of a task that runs: those around the one that does are where they stood when it was last suspended. None
/// if one of them has run since, or that is not known.
fn around(stage: &Stage, world: &World, task: TaskId, now: &TaskNow) -> Option<Vec<FrameLine>> {
    let name = |id: CodeId| Some(super::cast::short_name(stage.log.name(stage.log.code_of(id)?.qualname)));
    let own = name(code_of(stage, world, task, now))?;
    let mut frames = last_chain(stage, now);
    let at = frames.iter().position(|frame| &*frame.name == own)?;
    if frames[at + 1..].iter().any(|frame| &*frame.name == own) {
        return None;
    }
    frames.truncate(at);
    let since = past_lines(stage, world).take_while(|line| line.before > now.since.0).filter(|line| line.task == task);
    let moved = |line: LineEvent| frames.iter().any(|frame| Some(&*frame.name) == name(line.code));
    if since.enumerate().any(|(count, line)| count == MOST_LINES || moved(line)) {
        return None;
    }
    frames.push(FrameLine { name: shared(own), line: now.line as u32 });
    Some(frames)
}

fn waiting(stage: &Stage, world: &World, now: &TaskNow) -> Option<Sentence> {
    match now.state {
        TaskState::Ready => return Some(stage.say(texts::INSPECT_READY, &[])),
        TaskState::Waiting => {}
        _ => return None,
    }
    let what = ("what", code(future_label(stage, now.waits_on)));
    let facts = stage.facts();
    if let Some(other) = stage.task(now.waits_on.as_task()) {
        return Some(stage.say(texts::INSPECT_TASK, &[("who", Fill::from(other))]));
    }
    let (purpose, object, _) = facts.purpose(stage.log, now.waits_on)?;
    let holders = world.objects.get(object.index()).map(|now| now.holders.as_slice()).unwrap_or(&[]);
    if let (Purpose::Lock | Purpose::Semaphore, [first, ..]) = (purpose, holders) {
        let who = ("who", Fill::from(stage.who(first.task, first.thread)));
        return Some(stage.say(texts::INSPECT_HELD, &[what, who]));
    }
    if let Some(due) = due(stage, world, now) {
        return Some(stage.say(texts::INSPECT_DUE, &[what, ("time", Fill::from(seconds(due)))]));
    }
    Some(stage.say(texts::INSPECT_WAITS, &[what]))
}

/// When a sleep's timer is due: the timer that the task set right after it made the future.
fn due(stage: &Stage, world: &World, now: &TaskNow) -> Option<u64> {
    let made = stage.facts().created_at(now.waits_on)?;
    let (purpose, ..) = stage.facts().purpose(stage.log, now.waits_on)?;
    if !matches!(purpose, Purpose::Sleep | Purpose::Request) {
        return None;
    }
    let owner = stage.log.get(made)?.task;
    let own = |set: u32| set > made.0 && stage.log.get(EventId(set)).is_some_and(|entry| entry.task == owner);
    let timers = world.loops.iter().flat_map(|now| now.timers.keys());
    timers.filter(|(_, set)| own(*set)).min_by_key(|(_, set)| *set).map(|(due, _)| *due)
}

fn created(stage: &Stage, of: &TaskFacts) -> Sentence {
    let entry = stage.log.entry(of.created.index());
    let line = ("line", Fill::from(entry.line as u32));
    let time = ("time", Fill::from(seconds(stage.log.time_at(of.created))));
    let coroutine = ("coroutine", code(shared(super::cast::coroutine(stage.log, of))));
    match stage.task(of.parent) {
        // By the loop, for another thread, or within the library.
        _ if entry.line == 0 => stage.say(texts::INSPECT_CREATED_UNSEEN, &[coroutine, time]),
        Some(parent) => stage.say(texts::INSPECT_CREATED, &[coroutine, ("who", parent.into()), line, time]),
        None => stage.say(texts::INSPECT_CREATED_PROGRAM, &[coroutine, line, time]),
    }
}

fn cancelled(stage: &Stage, now: &TaskNow) -> Option<Sentence> {
    let entry = stage.log.get(now.cancel)?;
    let time = ("time", Fill::from(seconds(stage.log.time_at(now.cancel))));
    let line = ("line", Fill::from(entry.line as u32));
    Some(match stage.task(entry.task) {
        Some(who) => stage.say(texts::INSPECT_CANCELLED, &[("who", who.into()), line, time]),
        None => stage.say(texts::INSPECT_CANCELLED_LOOP, &[time]),
    })
}

fn totals(stage: &Stage, world: &World, index: usize, now: Option<&TaskNow>) -> Sentence {
    let (mut waited, mut ready, mut ran) = (0, 0, 0);
    let changes = stage.recording.lane(index);
    for (position, change) in changes.iter().enumerate().take_while(|(_, change)| world.has(change.event)) {
        let total = match change.state {
            TaskState::Waiting => &mut waited,
            TaskState::Ready => &mut ready,
            TaskState::Running | TaskState::Blocked => &mut ran,
            _ => continue,
        };
        let from = stage.log.time_at(change.event);
        let next = changes.get(position + 1).filter(|next| world.has(next.event));
        let to = next.map_or(world.clock, |next| stage.log.time_at(next.event));
        *total += to.saturating_sub(from);
    }
    let runs = ("runs", Fill::from(now.map_or(0, |now| now.runs)));
    let spent = |name: &'static str, ns: u64| (name, Fill::from(duration(ns)));
    stage.say(texts::INSPECT_TOTALS, &[runs, spent("ran", ran), spent("ready", ready), spent("waited", waited)])
}

fn result(stage: &Stage, task: TaskId) -> Option<std::rc::Rc<str>> {
    let done = stage.log.get(stage.facts().done_at(task.future())?)?;
    match done.event {
        Event::FutureDone { text, .. } | Event::StepEnded { text, .. } if text.is_some() => Some(stage.text(text)),
        _ => None,
    }
}
