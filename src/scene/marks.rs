//! Small static and moving marks: console rows, the editor's gutter and lit line, the scrubber's marks.

use super::cast::shared;
use super::event_loop::{SHOWN, next_task};
use super::inspector::runs_outside;
use super::lanes::state;
use super::model::*;
use super::say::{plain_seconds, seconds};
use super::stage::Stage;
use super::timeline_model::LaneState;
use crate::player::{TaskNow, TaskState, ThreadNow, World};
use crate::trace::sorted::SortedMap;
use crate::trace::*;
use std::collections::BTreeMap;
use std::rc::Rc;

/// At most so many marks on the scrubber; of more, the louder ones stay.
const MOST_MARKS: usize = 400;

/// Completed lines of the recording from the given one on, at most so many: a growing run appends, in pieces.
pub fn console(stage: &Stage, from: usize, most: usize) -> Vec<ConsoleRow> {
    let lines = stage.recording.console();
    let rows = lines.iter().enumerate().skip(from).take(most).map(|(index, line)| ConsoleRow {
        number: index as u32 + 1,
        stream: line.stream,
        text: line.text(stage.log).into(),
        time: seconds(line.ns).into(),
        seconds: plain_seconds(line.ns).into(),
        chip: stage.who(line.task, line.thread),
        step: line.step,
    });
    rows.collect()
}

/// How many rows have been printed at a step: those before are plain, the others pale.
pub fn printed(rows: &[ConsoleRow], step: u32) -> usize {
    rows.partition_point(|row| row.step <= step)
}

/// The lit line and the chips at the lines where tasks stand.
pub fn editor_marks(stage: &Stage, world: &World, step: u32) -> EditorMarks {
    // By line, the first few and how many there are: ten thousand tasks may stand at one line.
    let mut chips: SortedMap<u32, Few<(Chip, LaneState)>> = SortedMap::new();
    for (facts, now) in stage.facts().tasks.iter().zip(world.tasks.iter()) {
        if now.line == 0 || now.state.has_ended() || facts.internal {
            continue;
        }
        let here = chips.or_default(stands(stage, now));
        let runs = state(now.state) == LaneState::Running;
        if here.first.len() >= SHOWN && !runs {
            here.more += 1;
            continue;
        }
        let Some(chip) = stage.task(facts.task) else { continue };
        here.first.insert(if runs { 0 } else { here.first.len() }, (chip, state(now.state)));
        if here.first.len() > SHOWN {
            here.first.pop();
            here.more += 1;
        }
    }
    for (index, thread) in world.threads.iter().enumerate() {
        let facts = &stage.facts().threads[index];
        let ended = matches!(thread.state, crate::player::ThreadNowState::Done | crate::player::ThreadNowState::Failed);
        // The thread that runs a loop stands at `asyncio.run`: its tasks' chips say more.
        if thread.line == 0 || ended || is_idle(stage, thread) || stage.facts().threads.len() == 1 {
            continue;
        }
        chips.or_default(thread.line as u32).first.push((stage.thread(facts.thread), LaneState::Waiting));
    }
    let chips = chips.into_iter().map(|(line, chips)| LineChips { line, chips }).collect();
    let lit = lit(stage, world, step);
    let latest = lit.as_ref().map_or_else(|| latest(stage, world), |lit| lit.line);
    EditorMarks { lit, latest, chips }
}

/// The line at which a task stands: suspended, that of its await.
fn stands(stage: &Stage, now: &TaskNow) -> u32 {
    let suspended = matches!(now.state, TaskState::Waiting | TaskState::Ready);
    let awaits = suspended.then(|| stage.log.line_of_chain(now.chain)).flatten();
    awaits.unwrap_or(now.line) as u32
}

/// A worker that waits for a job has left the program's lines.
fn is_idle(stage: &Stage, now: &ThreadNow) -> bool {
    let blocked = stage.log.get(now.blocked).map(|entry| entry.event);
    matches!(blocked, Some(Event::ThreadBlocked { why: Purpose::Job, label, .. }) if stage.log.text(label).is_empty())
}

/// Where no line is lit: at which line whom the loop concerns itself with next stands, else the line that ran last.
fn latest(stage: &Stage, world: &World) -> u32 {
    let next = next_task(stage, world).and_then(|task| world.task(stage.facts(), task));
    match next.filter(|now| now.line != 0 && !now.state.has_ended()) {
        Some(now) => now.line as u32,
        None => {
            let last = (world.lines as usize).checked_sub(1).and_then(|at| stage.log.lines().get(at));
            last.map_or(0, |line| line.line as u32)
        }
    }
}

/// The line whose effect is shown: the stop's own, or the one to which a function has returned since, else where the task
/// or the thread that goes on stands.
fn lit(stage: &Stage, world: &World, step: u32) -> Option<LineMark> {
    if let Some(line) = stage.recording.line_of(stage.log, step) {
        let stands = match world.task(stage.facts(), line.task) {
            Some(task) => stands(stage, task),
            None => world.threads.get(line.thread.index()).map_or(line.line, |thread| thread.line) as u32,
        };
        return Some(LineMark { line: stands, chip: stage.line_actor(world, &line) });
    }
    let Some(task) = world.running_task() else {
        let thread = runs_outside(stage, world)?;
        let line = world.threads[thread.index()].line as u32;
        return Some(LineMark { line, chip: stage.thread(thread) });
    };
    let now = world.task(stage.facts(), task)?;
    (now.line != 0).then(|| stage.task(task).map(|chip| LineMark { line: now.line as u32, chip })).flatten()
}

/// Where output, failures and diagnostics stand on the scrubber.
pub fn scrub_marks(stage: &Stage) -> Vec<ScrubMark> {
    let recording = stage.recording;
    let mut marks: BTreeMap<u32, MarkKind> = BTreeMap::new();
    for (id, _) in stage.log.advances() {
        marks.insert(recording.step_of(*id), MarkKind::Advance);
    }
    for line in recording.console() {
        marks.insert(line.step, MarkKind::Output);
    }
    for (index, _) in stage.facts().tasks.iter().enumerate() {
        if let Some(change) = recording.lane(index).last()
            && change.state == crate::player::TaskState::Failed
        {
            marks.insert(change.step, MarkKind::Failure);
        }
    }
    for event in &stage.facts().diagnostics {
        marks.insert(recording.step_of(EventId(*event)), MarkKind::Diagnostic);
    }
    let loud = marks.values().filter(|kind| matches!(kind, MarkKind::Failure | MarkKind::Diagnostic)).count();
    let quiet = marks.len() - loud;
    let every = quiet.div_ceil(MOST_MARKS).max(1);
    let mut number = 0;
    marks
        .into_iter()
        .map(|(step, kind)| ScrubMark { step, kind })
        .filter(|mark| {
            let loud = matches!(mark.kind, MarkKind::Failure | MarkKind::Diagnostic);
            number += usize::from(!loud);
            loud || number.is_multiple_of(every)
        })
        .collect()
}

/// The text of the whole output of a stream, as printed.
pub fn output_text(stage: &Stage, stream: Option<Stream>) -> Rc<str> {
    let pieces = stage.facts().outputs.iter().filter_map(|event| match stage.log.entry(*event as usize).event {
        Event::Output { stream: of, start, length } if stream.is_none_or(|wanted| wanted == of) => {
            Some(&stage.log.output()[start as usize..(start + length) as usize])
        }
        _ => None,
    });
    shared(&pieces.collect::<String>())
}
