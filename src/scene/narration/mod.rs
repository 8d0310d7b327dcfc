//! The narration: for each stop one exact sentence, built from its events, and what comes next.

mod acts;
mod effects;
mod gathered;
mod loop_acts;
mod transports;
mod waits;

use super::lacks;
use super::model::*;
use super::say::{Fill, Template, code};
use super::stage::Stage;
use super::texts;
use crate::compiler::lines::is_of_name;
use crate::player::{StopKind, World};
use crate::trace::*;
use effects::Effects;

pub use gathered::gathered;
pub(super) use waits::blocking_call;

/// More than this many names are not listed one by one.
const MOST_NAMES: usize = 4;

/// The two lines for a step; `world` is the world at it.
pub fn narrate(stage: &Stage, world: &World, step: u32) -> Narration {
    let (who, now) = happened(stage, world, step);
    Narration { who, now, next: next(stage, world, step) }
}

/// The first line alone.
pub fn sentence(stage: &Stage, world: &World, step: u32) -> Sentence {
    happened(stage, world, step).1
}

fn happened(stage: &Stage, world: &World, step: u32) -> (Option<Chip>, Sentence) {
    let (who, sentence) = told(stage, world, step);
    if !sentence.is_empty() {
        return (who, sentence);
    }
    let head = stage.log.get(EventId(stage.recording.stop(step).head));
    let who = who.or_else(|| head.map(|head| stage.actor(head)));
    let fills: Vec<(&str, Fill)> = who.iter().map(|who| ("who", Fill::from(who))).collect();
    (who.clone(), stage.say(texts::OTHER, &fills))
}

fn told(stage: &Stage, world: &World, step: u32) -> (Option<Chip>, Sentence) {
    let stop = stage.recording.stop(step);
    let effects = Effects::of(stage, step);
    let head = stage.log.get(EventId(stop.head));
    match (stop.kind, head) {
        (StopKind::Start, _) => (None, stage.say(texts::START, &[])),
        (StopKind::Line | StopKind::Counted, _) => line(stage, world, step, &effects),
        (StopKind::End, Some(head)) => (None, end(stage, world, head)),
        (StopKind::Clock, Some(head)) => (None, loop_acts::clock(stage, world, step, head, &effects)),
        (StopKind::Timers, _) => (None, loop_acts::timers(stage, &effects, world.clock)),
        (StopKind::Taken, Some(head)) => loop_acts::taken(stage, world, head, &effects),
        (StopKind::Callback, Some(head)) => loop_acts::callback(stage, world, head, &effects),
        (StopKind::Internal, Some(head)) => loop_acts::internal(stage, world, head, &effects),
        (StopKind::TaskEnd, _) => loop_acts::task_ends(stage, &effects),
        (StopKind::Thread | StopKind::ThreadEnd, Some(head)) => loop_acts::thread(stage, world, head, &effects),
        (StopKind::Signal, Some(Entry { event: Event::Signal { number, name }, .. })) => {
            (None, signal(stage, *number, &stage.text(*name), &effects))
        }
        (StopKind::Input, Some(Entry { event: Event::InputGiven { text }, .. })) => {
            (None, stage.say(texts::INPUT, &[("text", code(stage.text(*text)))]))
        }
        (StopKind::Other, Some(head)) if head.task.is_none() && !effects.cancels.is_empty() => {
            let tasks: Vec<TaskId> = effects.cancels.iter().map(|future| future.as_task()).collect();
            (None, stage.say(texts::CANCELS_LEFT, &[("others", names(stage, &tasks))]))
        }
        (_, Some(head)) => {
            let who = stage.actor(head);
            let sentence = acts::effect(stage, world, &effects, &who, head.line as u32)
                .unwrap_or_else(|| stage.say(texts::OTHER, &[("who", (&who).into())]));
            (Some(who), sentence)
        }
        (_, None) => (None, Sentence::default()),
    }
}

fn line(stage: &Stage, world: &World, step: u32, effects: &Effects) -> (Option<Chip>, Sentence) {
    let Some(event) = stage.recording.line_of(stage.log, step) else { return (None, Sentence::default()) };
    let who = stage.line_actor(world, &event);
    let number = event.line as u32;
    let me = ("who", Fill::from(&who));
    let at = ("line", Fill::from(number));
    if let Some(sentence) = acts::effect(stage, world, effects, &who, number) {
        return (Some(who), sentence);
    }
    let sentence = if event.counted {
        let index = stage.recording.line_index(step).unwrap_or(0);
        let count = stage.log.lines().count(index);
        stage.say(texts::COUNTED, &[me, at, ("count", grouped(count).into())])
    } else {
        match stage.source_line(number) {
            "" => stage.say(texts::LINE_PLAIN, &[me, at]),
            source if let Some(name) = class_body(stage, &event, source) => {
                stage.say(texts::CLASS_BODY, &[me, ("name", code(name))])
            }
            source if let Some((template, name)) = defines(source).filter(|(_, name)| !is_own(stage, &event, name)) => {
                stage.say(template, &[me, ("name", code(name))])
            }
            source => match awaited(stage, &event, step, source) {
                Some(function) => {
                    stage.say(texts::LINE_AWAITS, &[me, at, ("code", code(source)), ("function", code(function))])
                }
                None => stage.say(plain_line(stage, &event, step), &[me, at, ("code", code(source))]),
            },
        }
    };
    (Some(who), sentence)
}

/// A line of which nothing else is to be said: once more, as in a comprehension, or for a generator expression's next item.
fn plain_line(stage: &Stage, event: &LineEvent, step: u32) -> Template {
    let same = |before: &LineEvent| {
        (before.line, before.code, before.thread, before.task) == (event.line, event.code, event.thread, event.task)
    };
    let is_generator = stage.log.code_of(event.code).is_some_and(|code| stage.log.name(code.name) == "<genexpr>");
    match stage.recording.line_of(stage.log, step.saturating_sub(1)) {
        _ if is_generator => texts::LINE_GENERATOR,
        Some(before) if same(&before) => texts::LINE_AGAIN,
        _ => texts::LINE,
    }
}

/// A line that defines something: which sentence, and the name.
fn defines(source: &str) -> Option<(Template, &str)> {
    let (template, rest) =
        [("async def ", texts::DEFINES_COROUTINE), ("def ", texts::DEFINES_FUNCTION), ("class ", texts::DEFINES_CLASS)]
            .into_iter()
            .find_map(|(word, template)| Some((template, source.strip_prefix(word)?)))?;
    let end = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
    Some((template, &rest[..end]))
}

/// Whether a line that defines a function is run by that function: its body stands there as well.
fn is_own(stage: &Stage, event: &LineEvent, name: &str) -> bool {
    let own = stage.log.code_of(event.code);
    own.is_some_and(|own| own.first_line == event.line && stage.log.name(own.name).rsplit('.').next() == Some(name))
}

/// The class whose body begins with the line: the line that makes the class is its first, once more, or that of the first
/// of its decorators.
fn class_body<'a>(stage: &Stage<'a>, event: &LineEvent, source: &str) -> Option<&'a str> {
    let own = stage.log.code_of(event.code)?;
    let name = stage.log.name(own.name);
    let is_class = match defines(source) {
        Some((template, defined)) => template == texts::DEFINES_CLASS && defined == name,
        // A function's own lines come behind its decorators, and a module has no such name.
        None => source.starts_with('@') && !name.starts_with('<'),
    };
    (is_class && own.first_line == event.line).then_some(name)
}

/// The coroutine into which the line awaits: the next line of the same task is in it, and the line calls it by name; or
/// the method of an `async with`.
fn awaited<'a>(stage: &'a Stage, event: &LineEvent, step: u32, source: &str) -> Option<&'a str> {
    let next = stage.recording.line_of(stage.log, step + 1)?;
    if next.task != event.task || next.code == event.code || event.task.is_none() {
        return None;
    }
    let name = stage.log.name(stage.log.code_of(next.code)?.name);
    if source.starts_with("async with ") && matches!(name, "__aenter__" | "__aexit__") {
        return Some(name);
    }
    let (_, after) = source.split_once("await ").or_else(|| source.split_once("async for "))?;
    let called = after.find(name)? + name.len();
    after[called..].starts_with('(').then_some(name)
}

/// How the run ended, as a sentence; also for the status beside the transport.
pub fn ending(stage: &Stage) -> Option<Ending> {
    let last = stage.log.get(EventId(stage.log.len() as u32 - 1))?;
    let Event::RunEnded { reason, exit_code, .. } = last.event else { return None };
    Some(Ending { reason, exit_code, says: end_sentence(stage, stage.log.now(), last) })
}

/// Ctrl+C, and what asyncio makes of it: the cancellation of the main task, and of what it waits for.
fn signal(stage: &Stage, number: u16, name: &str, effects: &Effects) -> Sentence {
    let is_task = |future: &&FutureId| stage.facts().is_task(**future);
    let tasks: Vec<TaskId> = effects.cancels.iter().filter(is_task).map(|future| future.as_task()).collect();
    match number {
        2 if !tasks.is_empty() => {
            stage.say(texts::SIGNAL_CANCELS, &[("what", code(name)), ("others", names(stage, &tasks))])
        }
        2 => stage.say(texts::SIGNAL_CTRL_C, &[("what", code(name))]),
        _ => stage.say(texts::SIGNAL, &[("what", code(name))]),
    }
}

fn end(stage: &Stage, world: &World, head: &Entry) -> Sentence {
    end_sentence(stage, world.clock, head)
}

fn end_sentence(stage: &Stage, clock: u64, head: &Entry) -> Sentence {
    let Event::RunEnded { reason, exit_code, text } = head.event else { return Sentence::default() };
    let template = match reason {
        EndReason::Finished if exit_code != 0 => texts::FAILED,
        EndReason::Finished => texts::FINISHED,
        EndReason::Stopped => texts::STOPPED,
        EndReason::Deadlock => texts::DEADLOCK,
        EndReason::TimeLimit => texts::TIME_LIMIT,
        EndReason::EventLimit => texts::EVENT_LIMIT,
        EndReason::NotSupported => texts::NOT_SUPPORTED,
        EndReason::SyntaxError => texts::SYNTAX_ERROR,
        EndReason::OutputLimit => texts::OUTPUT_LIMIT,
        EndReason::MemoryLimit => texts::MEMORY_LIMIT,
        EndReason::StepLimit => texts::STEP_LIMIT,
        EndReason::Internal => texts::INTERNAL_ERROR,
    };
    // The text is a sentence of its own in places: what it says twice is left out.
    let text = stage.log.text(text);
    let text = if reason == EndReason::NotSupported { lacks::described(&text, stage.lang) } else { text.to_string() };
    let text = text.trim_end_matches('.').into();
    let count = grouped(stage.log.len() as u64);
    let fills = [
        ("time", stage.time(clock)),
        ("code", code(exit_code.to_string())),
        ("text", Fill::Text(text)),
        ("count", count.into()),
    ];
    stage.say(template, &fills)
}

/// What comes next, from the recording.
fn next(stage: &Stage, world: &World, step: u32) -> Option<Sentence> {
    let recording = stage.recording;
    if step >= recording.last_step() {
        return deadlocked(stage);
    }
    let stop = recording.stop(step + 1);
    let head = stage.log.get(EventId(stop.head));
    let sentence = match (stop.kind, head.map(|head| head.event)) {
        (StopKind::Line | StopKind::Counted, _) => {
            let line = recording.line_of(stage.log, step + 1)?;
            let who = stage.line_actor(world, &line);
            let at = ("line", Fill::from(line.line as u32));
            match stage.source_line(line.line as u32) {
                "" => stage.say(texts::NEXT_LINE, &[("who", who.into()), at]),
                source => match class_body(stage, &line, source) {
                    Some(name) => stage.say(texts::NEXT_CLASS_BODY, &[("who", who.into()), ("name", code(name))]),
                    None => {
                        let source = code(source.trim_end_matches(':'));
                        stage.say(texts::NEXT_CODE, &[("who", who.into()), at, ("code", source)])
                    }
                },
            }
        }
        (StopKind::Taken, Some(Event::HandleTaken { handle })) => {
            stage.say(texts::NEXT_TAKEN, &[("who", stage.handle_chip(handle).into())])
        }
        (StopKind::Callback, Some(Event::HandleTaken { handle })) => next_callback(stage, handle),
        (StopKind::Internal, Some(Event::HandleTaken { handle })) => {
            let effects = Effects::of(stage, step + 1);
            let expired = effects.uses.iter().find(|used| used.operation == Operation::Expire);
            let (who, wakes) = (stage.handle_chip(handle).into(), !effects.woken.is_empty());
            match expired {
                Some(expired) => {
                    stage.say(texts::NEXT_EXPIRES, &[("what", stage.object(expired.object)), ("who", who)])
                }
                None if wakes => stage.say(texts::NEXT_WAKES, &[("who", names(stage, &effects.woken))]),
                // Its name would say nothing.
                None if matches!(who, Fill::Who(Chip { who: Who::Callback(_), .. })) => {
                    stage.say(texts::NEXT_INTERNAL_PLAIN, &[])
                }
                None => stage.say(texts::NEXT_INTERNAL, &[("who", who)]),
            }
        }
        (StopKind::Clock, Some(Event::ClockAdvanced { to })) => loop_acts::next_clock(stage, step + 1, to.ns()),
        (StopKind::Timers, _) => stage.say(texts::NEXT_TIMERS, &[]),
        (StopKind::TaskEnd, Some(Event::StepEnded { task, how, text, .. })) => {
            let template = match how {
                StepEnd::Raised => texts::NEXT_TASK_FAILS,
                StepEnd::Cancelled => texts::NEXT_TASK_CANCELLED,
                _ => texts::NEXT_TASK_ENDS,
            };
            stage.say(template, &[("who", stage.task(task)?.into()), ("value", code(stage.text(text)))])
        }
        (StopKind::Thread, Some(Event::ThreadRunning { thread })) => {
            stage.say(texts::NEXT_THREAD, &[("who", stage.thread(thread).into())])
        }
        (StopKind::ThreadEnd, Some(Event::ThreadEnded { thread, .. })) => {
            stage.say(texts::NEXT_TASK_ENDS, &[("who", stage.thread(thread).into())])
        }
        (StopKind::End, _) => stage.say(texts::NEXT_END, &[]),
        _ => return None,
    };
    Some(sentence)
}

fn next_callback(stage: &Stage, handle: HandleId) -> Sentence {
    let label = stage.facts().handle(handle).map_or(TextId::NONE, |facts| facts.label);
    stage.say(texts::NEXT_CALLBACK, &[("what", code(stage.handle_label(&label)))])
}

/// Of a run that ended in a deadlock: who waits for what, and who holds it.
fn deadlocked(stage: &Stage) -> Option<Sentence> {
    let mut findings = stage.recording.findings().iter();
    let finding = findings.find(|finding| matches!(finding.code, "deadlock" | "no-client"))?;
    let all = some(stage, finding.args.iter().map(|arg| super::diagnostics::proved(stage, *arg)).collect());
    Some(stage.say(texts::DEADLOCK_CIRCLE, &[("all", all)]))
}

/// Tasks by name, the first few.
fn names(stage: &Stage, tasks: &[TaskId]) -> Fill {
    let all: Vec<Chip> = tasks.iter().filter_map(|task| stage.task(*task)).collect();
    chips(stage, &all)
}

fn chips(stage: &Stage, chips: &[Chip]) -> Fill {
    some(stage, chips.iter().map(Fill::from).collect())
}

/// The first few, and how many more there are.
fn some(stage: &Stage, mut fills: Vec<Fill>) -> Fill {
    if fills.len() > MOST_NAMES {
        let count = ("count", Fill::from((fills.len() - MOST_NAMES) as u32));
        fills.truncate(MOST_NAMES);
        fills.push(Fill::Text(stage.words(texts::AND_MORE, &[count])));
    }
    if fills.is_empty() {
        fills.push(texts::NOBODY.of(stage.lang).into());
    }
    Fill::Many(fills)
}

/// `98,000`
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
