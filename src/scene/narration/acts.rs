//! Sentences for what a line, or a task that goes on, brings about. The most telling of its effects is said.

use super::effects::{Effects, Use};
use super::{chips, names, waits};
use crate::player::World;
use crate::scene::say::{Fill, Template, code, quote, shortened};
use crate::scene::stage::Stage;
use crate::scene::{Chip, Sentence, terms, texts};
use crate::trace::*;

/// The sentence for a stop's effects; None if nothing of note happened.
pub fn effect(stage: &Stage, world: &World, effects: &Effects, who: &Chip, line: u32) -> Option<Sentence> {
    let in_task = matches!(who.who, crate::scene::Who::Task(_));
    let me = ("who", Fill::from(who));
    if let Some(found) = effects.finding.and_then(|id| crate::scene::diagnostics::recorded(stage, id)) {
        return Some(finds(stage, effects, who, found.text));
    }
    if let Some(sentence) = waits::blocked(stage, world, effects, who, in_task) {
        return Some(sentence);
    }
    if let Some(ended) = effects.ended.iter().rev().find(|ended| ended.how == StepEnd::Waits) {
        let waiter = stage.task(ended.task).unwrap_or_else(|| who.clone());
        return Some(waits::waits(stage, world, effects, ended, &waiter));
    }
    if effects.ended.iter().any(|ended| ended.how == StepEnd::Yields) {
        return Some(stage.say(texts::YIELDS, &[me]));
    }
    if let Some(sentence) = prints(stage, effects, who) {
        return Some(sentence);
    }
    if effects.loop_started
        && let Some(first) = effects.created.first().and_then(|task| stage.task(*task))
    {
        let call = code(stage.source_line(line));
        let fills = [("who", first.into()), ("code", call)];
        return Some(if effects.loop_created {
            stage.say(texts::RUNS_LOOP, &fills)
        } else {
            runs_again(stage, &fills)
        });
    }
    if let Some(value) = effects.raised {
        return Some(stage.say(texts::RAISES, &[me, ("value", code(stage.text(value)))]));
    }
    cancels(stage, effects, who)
        .or_else(|| uses(stage, world, effects, who))
        .or_else(|| creates(stage, effects, who))
        .or_else(|| callbacks(stage, effects, who))
        .or_else(|| others(stage, effects, who))
}

/// A finding, behind what the same stop printed.
#[inline(never)]
fn finds(stage: &Stage, effects: &Effects, who: &Chip, found: Sentence) -> Sentence {
    let printed = effects.outputs.first().is_some_and(|(stream, ..)| *stream == Stream::Stdout);
    match prints(stage, effects, who).filter(|_| printed) {
        Some(prints) => prints.then(stage.lang, found),
        None => found,
    }
}

/// A loop that was made before.
#[inline(never)]
fn runs_again(stage: &Stage, fills: &[(&str, Fill)]) -> Sentence {
    stage.say(texts::RUNS_LOOP_AGAIN, fills)
}

/// What was printed: the last line in full, how many if several.
fn prints(stage: &Stage, effects: &Effects, who: &Chip) -> Option<Sentence> {
    let (stream, ..) = *effects.outputs.first()?;
    let all: String = effects
        .outputs
        .iter()
        .filter(|(other, ..)| *other == stream)
        .map(|(_, start, length)| &stage.log.output()[*start as usize..(start + length) as usize])
        .collect();
    let lines: Vec<&str> = all.lines().collect();
    let me = ("who", Fill::from(who));
    let last = lines.iter().rev().find(|line| !line.trim().is_empty()).copied().unwrap_or("");
    let text = ("text", quote(shortened(last)));
    let template = match (stream, lines.len()) {
        (Stream::Stderr, _) => texts::WRITES_ERROR,
        (_, 0 | 1) if last.is_empty() => texts::PRINTS_EMPTY,
        (_, 0 | 1) => texts::PRINTS,
        _ => texts::PRINTS_MANY,
    };
    Some(stage.say(template, &[me, text, ("count", (lines.len() as u32).into())]))
}

fn cancels(stage: &Stage, effects: &Effects, who: &Chip) -> Option<Sentence> {
    if effects.cancels.is_empty() {
        return None;
    }
    // A task that waits for a task passes the request on: the first is whom the program meant.
    let asked = *effects.cancels.first()?;
    let wakes = effects.woken.iter().any(|task| task.future() == asked);
    let template = if wakes { texts::CANCELS_WAKES } else { texts::CANCELS };
    Some(stage.say(template, &[("who", who.into()), ("other", stage.future(asked))]))
}

fn creates(stage: &Stage, effects: &Effects, who: &Chip) -> Option<Sentence> {
    let me = ("who", Fill::from(who));
    match effects.created[..] {
        [] => None,
        [only] => {
            let eager = effects.begun.iter().any(|(task, handle, ..)| *task == only && handle.is_none());
            let template = if eager { texts::CREATES_EAGER } else { texts::CREATES_TASK };
            Some(stage.say(template, &[me, ("other", names(stage, &[only]))]))
        }
        ref several => {
            let count = ("count", Fill::from(several.len() as u32));
            Some(stage.say(texts::CREATES_TASKS, &[me, count, ("others", names(stage, several))]))
        }
    }
}

/// Operations, the most telling first.
const TELLING: [Operation; 20] = [
    Operation::Trip,
    Operation::Expire,
    Operation::Put,
    Operation::Get,
    Operation::TaskDone,
    Operation::Acquire,
    Operation::Release,
    Operation::Set,
    Operation::Clear,
    Operation::Notify,
    Operation::Arrive,
    Operation::Shutdown,
    Operation::Abort,
    Operation::Reset,
    Operation::Enter,
    Operation::Leave,
    Operation::Reschedule,
    Operation::StartJob,
    Operation::State,
    Operation::AddMember,
];

fn uses(stage: &Stage, world: &World, effects: &Effects, who: &Chip) -> Option<Sentence> {
    // A task made in a task group or gather is told as a task made.
    if !effects.created.is_empty() && effects.uses.iter().all(|used| used.operation == Operation::AddMember) {
        return None;
    }
    let used = TELLING.iter().find_map(|operation| effects.used(*operation))?;
    Some(operation(stage, world, effects, who, used))
}

fn operation(stage: &Stage, world: &World, effects: &Effects, who: &Chip, used: &Use) -> Sentence {
    let facts = stage.facts().object(used.object);
    let kind = facts.map(|facts| facts.kind);
    let woken: Vec<Chip> = effects.woken.iter().filter_map(|task| stage.task(*task)).collect();
    let threads: Vec<Chip> = effects.ready_threads.iter().map(|thread| stage.thread(*thread)).collect();
    let all_woken: Vec<Chip> = woken.into_iter().chain(threads).collect();
    let or_wakes = |plain: Template, wakes: Template| if all_woken.is_empty() { plain } else { wakes };
    let count = match used.operation {
        Operation::TaskDone => world.objects.get(used.object.index()).map_or(0, |now| now.unfinished),
        _ => used.value.max(0) as u32,
    };
    let counted = matches!(kind, Some(ObjectKind::Semaphore | ObjectKind::ThreadSemaphore));
    let text = match used.operation {
        Operation::State => stage.retold(terms::SOCKET, used.text),
        _ => stage.text(used.text),
    };
    let template = match used.operation {
        Operation::Put => or_wakes(texts::PUTS, texts::PUTS_WAKES),
        Operation::Get => or_wakes(texts::GETS, texts::GETS_WAKES),
        Operation::TaskDone => or_wakes(texts::TASK_DONE, texts::TASK_DONE_WAKES),
        Operation::Shutdown => texts::SHUTS_DOWN,
        Operation::Acquire if counted => texts::ACQUIRES_PLACE,
        Operation::Acquire => texts::ACQUIRES,
        Operation::Release if counted => or_wakes(texts::RELEASES_PLACE, texts::RELEASES_PLACE_WAKES),
        Operation::Release => or_wakes(texts::RELEASES, texts::RELEASES_WAKES),
        Operation::Set => or_wakes(texts::SETS, texts::SETS_WAKES),
        Operation::Clear => texts::CLEARS,
        Operation::Notify => or_wakes(texts::NOTIFIES, texts::NOTIFIES_WAKES),
        Operation::Arrive => texts::ARRIVES,
        Operation::Trip => texts::TRIPS,
        Operation::Reset | Operation::Abort => texts::ABORTS,
        Operation::AddMember if kind == Some(ObjectKind::Executor) => texts::SUBMITS_JOB,
        Operation::AddMember => texts::ADDS_MEMBER,
        Operation::Enter if kind == Some(ObjectKind::TaskGroup) => texts::ENTERS_GROUP,
        Operation::Enter if kind == Some(ObjectKind::Timeout) && used.text.is_some() => texts::ENTERS_TIMEOUT,
        Operation::Enter => texts::ENTERS,
        Operation::Leave if kind == Some(ObjectKind::Timeout) && used.value == 1 => texts::LEAVES_EXPIRED,
        Operation::Leave => texts::LEAVES,
        Operation::Expire => texts::INTERNAL_EXPIRES,
        Operation::Reschedule => texts::RESCHEDULES,
        Operation::StartJob => texts::STARTS_JOB,
        Operation::State => texts::STATE,
    };
    stage.say(
        template,
        &[
            ("who", who.into()),
            ("what", stage.object(used.object)),
            ("item", code(stage.text(used.text))),
            ("text", Fill::Text(text)),
            ("delay", code(stage.text(used.text))),
            ("count", count.into()),
            ("all", facts.map_or(0, |facts| facts.number.max(0) as u32).into()),
            ("other", if used.future.is_some() { stage.future(used.future) } else { chips(stage, &all_woken) }),
        ],
    )
}

fn callbacks(stage: &Stage, effects: &Effects, who: &Chip) -> Option<Sentence> {
    let me = ("who", Fill::from(who));
    let label = |handle: HandleId| {
        let label = stage.facts().handle(handle).map_or(TextId::NONE, |facts| facts.label);
        ("what", code(stage.handle_label(&label)))
    };
    if let Some((handle, _, due)) = effects.timers.iter().find(|(_, kind, _)| *kind == HandleKind::Callback) {
        return Some(stage.say(texts::CALL_LATER, &[me, label(*handle), ("time", stage.time(*due))]));
    }
    if let Some(handle) = effects.pushed.first() {
        return Some(stage.say(texts::CALL_SOON, &[me, label(*handle)]));
    }
    let dropped = effects
        .dropped
        .iter()
        .find(|handle| stage.facts().handle(**handle).is_some_and(|facts| facts.kind == HandleKind::Callback))?;
    Some(stage.say(texts::DROPS_TIMER, &[me, label(*dropped)]))
}

fn others(stage: &Stage, effects: &Effects, who: &Chip) -> Option<Sentence> {
    let me = ("who", Fill::from(who));
    if let Some(future) = effects.done.first() {
        let what = ("what", stage.future(*future));
        return Some(match effects.woken[..] {
            [] => stage.say(texts::SETS_RESULT, &[me, what]),
            ref woken => stage.say(texts::SETS_RESULT_WAKES, &[me, what, ("other", names(stage, woken))]),
        });
    }
    if let Some(command) = effects.process {
        let command = super::super::cast::one_line(&stage.log.text(command)).into_owned();
        return Some(stage.say(texts::PROCESS_STARTS, &[me, ("what", code(command))]));
    }
    if let Some(thread) = effects.threads.first() {
        return Some(stage.say(texts::STARTS_THREAD, &[me, ("other", stage.thread(*thread).into())]));
    }
    if effects.loop_created && !effects.loop_started {
        return Some(stage.say(texts::MAKES_LOOP, &[me]));
    }
    if effects.asks_input {
        return Some(stage.say(texts::ASKS_INPUT, &[me]));
    }
    if let Some(value) = effects.caught {
        return Some(stage.say(texts::CATCHES, &[me, ("value", code(stage.text(value)))]));
    }
    let (object, _, number, label) = *effects.made.first()?;
    let mut kind = stage.text(label).to_string();
    if number > 0 {
        kind.extend(["(", &number.to_string(), ")"]);
    }
    Some(stage.say(texts::MAKES, &[me, ("what", stage.object(object)), ("kind", code(kind))]))
}
