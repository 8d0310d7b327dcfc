//! What every scene needs of a recording: its log, its cast, the source, the language; and the words for its things.

use super::cast::{Cast, one_line, shared};
use super::model::*;
use super::pieces::without_comment;
use super::say::{self, Fill, Template, say};
use super::{terms, texts};
use crate::compiler::lines::numbered;
use crate::player::{Facts, Recording, World};
use crate::trace::*;
use std::rc::Rc;

/// A recording set up for showing. Cheap to make; a `Cast` is made once for a recording.
#[derive(Clone, Copy)]
pub struct Stage<'a> {
    pub log: &'a Log,
    pub recording: &'a Recording,
    pub cast: &'a Cast,
    /// The main file, to quote its lines.
    pub source: &'a str,
    pub lang: Lang,
}

impl<'a> Stage<'a> {
    pub fn facts(&self) -> &'a Facts {
        self.recording.facts()
    }

    pub fn say(&self, template: Template, fills: &[(&str, Fill)]) -> Sentence {
        let mut sentence = say(self.lang, template, fills);
        if let Some(Part::Who(chip)) = sentence.0.first_mut()
            && &*chip.label == texts::THE_PROGRAM.of(self.lang)
        {
            (chip.label, chip.full) =
                (texts::THE_PROGRAM_FIRST.of(self.lang).into(), texts::THE_PROGRAM_FIRST.of(self.lang).into());
        }
        sentence
    }

    /// A text without places, or a sentence as plain text.
    pub fn words(&self, template: Template, fills: &[(&str, Fill)]) -> Rc<str> {
        self.say(template, fills).plain().into()
    }

    pub fn text(&self, id: TextId) -> Rc<str> {
        shared(&self.log.text(id))
    }

    /// A text of the engine's in the language, if it is one of these templates in English.
    pub fn retold(&self, templates: &[Template], id: TextId) -> Rc<str> {
        let said = self.text(id);
        say::retold(self.lang, templates, &said).unwrap_or(said)
    }

    /// A line of the source without indentation and comment; empty if there is none.
    pub fn source_line(&self, line: u32) -> &'a str {
        without_comment(numbered(self.source, line).unwrap_or_default()).trim()
    }

    /// Who runs a line at a step: a task, a callback of the loop's, else the thread.
    pub fn line_actor(&self, world: &World, event: &LineEvent) -> Chip {
        if let Some(chip) = self.task(event.task) {
            return chip;
        }
        let running = world.loops.iter().filter(|now| now.thread == event.thread).find_map(|now| now.running);
        match running.filter(|handle| self.facts().handle(*handle).is_some_and(|of| of.kind == HandleKind::Callback)) {
            Some(handle) => self.handle_chip(handle),
            None => self.thread(event.thread),
        }
    }

    pub fn task(&self, task: TaskId) -> Option<Chip> {
        self.cast.task(self.facts(), task).cloned()
    }

    /// A thread by its name; while it is the only one, it is the program.
    pub fn thread(&self, thread: ThreadId) -> Chip {
        if self.facts().threads.len() <= 1 {
            return super::cast::chip(Who::Thread(thread), texts::THE_PROGRAM.of(self.lang), None);
        }
        self.cast.thread(thread).cloned().unwrap_or_else(|| {
            super::cast::chip(Who::Thread(thread), &["thread ", &thread.0.to_string()].concat(), None)
        })
    }

    /// The task, else the thread, that an event is of.
    pub fn who(&self, task: TaskId, thread: ThreadId) -> Chip {
        self.task(task).unwrap_or_else(|| self.thread(thread))
    }

    pub fn actor(&self, entry: &Entry) -> Chip {
        self.who(entry.task, entry.thread)
    }

    /// The same, but of what a callback of the loop's did: the callback.
    pub fn actor_or_callback(&self, entry: &Entry) -> Chip {
        match self.log.get(entry.cause).map(|cause| cause.event) {
            Some(Event::HandleTaken { handle }) if entry.task.is_none() => self.handle_chip(handle),
            _ => self.actor(entry),
        }
    }

    /// A future: the task that it is, else its name, else what it is for.
    pub fn future(&self, future: FutureId) -> Fill {
        if let Some(chip) = self.task(future.as_task()) {
            return chip.into();
        }
        let name = self.facts().future_name(future);
        if name.is_some() {
            return say::code(self.text(name));
        }
        match self.facts().purpose(self.log, future) {
            Some((purpose, object, _)) if object.is_some() && names_its_object(purpose) => self.object(object),
            Some((Purpose::Plain, _, TextId::NONE)) if let Some(call) = library_call(self, future) => say::code(call),
            Some((purpose, object, label)) => self.wait_words(purpose, object, label),
            None => Fill::Text(texts::A_FUTURE.of(self.lang).into()),
        }
    }

    /// A barrier's waiters wait at its inner condition.
    pub fn is_barrier(&self, object: ObjectId) -> bool {
        self.facts().object(object).is_some_and(|facts| facts.kind == ObjectKind::Barrier)
    }

    /// An object's name: the first variable that held it, else its kind; numbered if there are several of that name.
    pub fn object_name(&self, object: ObjectId) -> Rc<str> {
        let Some(facts) = self.facts().object(object) else { return shared("?") };
        if facts.name.is_some() {
            let name = self.text(facts.name);
            let number = || (facts.namesakes + 1).to_string();
            return if self.facts().is_shared(facts.name) { [&name, " #", &number()].concat().into() } else { name };
        }
        if facts.internal {
            return "asyncio.run".into();
        }
        let alike = |other: &&crate::player::ObjectFacts| {
            other.kind == facts.kind && other.name.is_none() && other.label == facts.label && !other.internal
        };
        let all = &self.facts().objects;
        let several = all.iter().filter(alike).nth(1).is_some();
        let number = all[..object.index()].iter().filter(alike).count() + 1;
        // `asyncio.as_completed` says more than its kind.
        let label = self.log.text(facts.label);
        let call = label.rsplit('.').next().unwrap_or("");
        let is_call = matches!(facts.kind, ObjectKind::Gather | ObjectKind::Wait | ObjectKind::Timeout);
        let kind = match call {
            "" => terms::kind(facts.kind).of(self.lang),
            call if is_call => call,
            "ProcessPoolExecutor" => texts::KIND_PROCESS_POOL.of(self.lang),
            _ => terms::kind(facts.kind).of(self.lang),
        };
        if several { [kind, " ", &number.to_string()].concat().into() } else { kind.into() }
    }

    pub fn object(&self, object: ObjectId) -> Fill {
        match self.facts().object(object) {
            Some(facts) if facts.name.is_none() => Fill::Text(self.object_name(object)),
            _ => say::code(self.object_name(object)),
        }
    }

    /// What a wait is for, in few words: `sleep(2)`, `queue.get()`, `lock`.
    pub fn wait_words(&self, purpose: Purpose, object: ObjectId, label: TextId) -> Fill {
        say::code(wait_label(self, purpose, object, label))
    }

    pub fn time(&self, ns: u64) -> Fill {
        Fill::Text(say::seconds(ns).into())
    }

    /// What a handle calls, as the program would write it; long fractions are cut.
    pub fn handle_label(&self, label: &TextId) -> Rc<str> {
        let text = self.log.text(*label);
        match text.split_once('(').and_then(|(call, rest)| Some((call, rest.strip_suffix(')')?))) {
            Some((call, delay)) => [super::cast::short_name(call), "(", &say::short_delay(delay), ")"].concat().into(),
            None => shared(super::cast::short_name(&text)),
        }
    }

    /// A callback or task step, by its handle.
    pub fn handle_chip(&self, handle: HandleId) -> Chip {
        let Some(facts) = self.facts().handle(handle) else {
            return super::cast::chip(Who::Callback(handle), "?", None);
        };
        let concerned = self.task(facts.task).or_else(|| self.task(facts.because));
        match (facts.kind, concerned) {
            (HandleKind::TaskStep | HandleKind::Internal, Some(chip)) => chip,
            _ => super::cast::chip(Who::Callback(handle), super::cast::short_name(&self.log.text(facts.label)), None),
        }
    }

    /// The task whose step the taken handle of an event runs.
    pub fn handle_task(&self, taken: EventId) -> Option<TaskId> {
        match self.log.get(taken)?.event {
            Event::HandleTaken { handle } => Some(self.facts().handle(handle)?.task).filter(|task| task.is_some()),
            _ => None,
        }
    }

    /// Does a task of this world run now?
    pub fn running(&self, world: &World) -> Option<Chip> {
        world.running_task().and_then(|task| self.task(task))
    }
}

/// Waits that are best named by what they wait at.
fn names_its_object(purpose: Purpose) -> bool {
    use Purpose::*;
    matches!(
        purpose,
        Lock | Semaphore | Event | Condition | Barrier | Gather | TaskGroup | Wait | AsCompleted | QueueGet | QueuePut
    )
}

/// The label of a waiting segment: what for, as the program would write it.
pub(super) fn wait_label(stage: &Stage, purpose: Purpose, object: ObjectId, label: TextId) -> Rc<str> {
    let text = stage.log.text(label);
    let named = object.is_some() && stage.facts().object(object).is_some_and(|facts| facts.name.is_some());
    let name = || if named { stage.object_name(object) } else { shared("") };
    let method = |plain: &str, method: &str| -> Rc<str> {
        if named { [&name(), ".", method].concat().into() } else { plain.into() }
    };
    match purpose {
        Purpose::Sleep => ["sleep(", &say::short_delay(&text), ")"].concat().into(),
        Purpose::QueueGet => method("queue.get", "get"),
        Purpose::QueuePut => method("queue.put", "put"),
        Purpose::QueueJoin => method("queue.join", "join"),
        Purpose::Condition if stage.is_barrier(object) => method("barrier.wait", "wait"),
        Purpose::Condition => method("condition.wait", "wait"),
        Purpose::Event => method("event.wait", "wait"),
        Purpose::Barrier => method("barrier.wait", "wait"),
        Purpose::Lock | Purpose::Semaphore if named => name(),
        Purpose::Lock | Purpose::Semaphore if object.is_some() => stage.object_name(object),
        Purpose::Gather | Purpose::Wait | Purpose::AsCompleted | Purpose::TaskGroup if object.is_some() => {
            stage.object_name(object)
        }
        Purpose::Signal if !text.is_empty() => [&*text, "()"].concat().into(),
        Purpose::ThreadJoin if !text.is_empty() => [&*text, ".join"].concat().into(),
        Purpose::Process if !text.is_empty() => one_line(&stage.retold(terms::OUTSIDE, label)).into(),
        Purpose::Job | Purpose::Wrapped if let Some(job) = stage.cast.job(label) => job.clone(),
        Purpose::Job if text.is_empty() => texts::NO_JOB.of(stage.lang).into(),
        Purpose::Plain | Purpose::Job | Purpose::Wrapped | Purpose::File | Purpose::Request if !text.is_empty() => {
            text.into()
        }
        other => other.as_str().into(),
    }
}

/// The label of what blocks a thread: the call, as the program would write it.
pub(super) fn block_label(stage: &Stage, why: Purpose, object: ObjectId, label: TextId) -> Rc<str> {
    match why {
        Purpose::Sleep => ["time.", &wait_label(stage, why, object, label)].concat().into(),
        _ => wait_label(stage, why, object, label),
    }
}

/// What a task waits for at a moment, as a label: the future's purpose, or the task waited for.
pub(super) fn future_label(stage: &Stage, future: FutureId) -> Rc<str> {
    if let Some(chip) = stage.task(future.as_task()) {
        return chip.label;
    }
    let name = stage.facts().future_name(future);
    match stage.facts().purpose(stage.log, future) {
        Some((Purpose::Plain, ..)) | None if name.is_some() => stage.text(name),
        Some((Purpose::Plain, _, TextId::NONE)) if let Some(call) = library_call(stage, future) => call,
        Some((purpose, object, label)) => wait_label(stage, purpose, object, label),
        None => "future".into(),
    }
}

/// The library's function in which a task waits for a future that says nothing of itself: the one that the program called,
/// or, in a task of the library's own, the one that its first function called.
fn library_call(stage: &Stage, future: FutureId) -> Option<Rc<str>> {
    let frames = stage.log.chain_of(stage.facts().chain(future));
    let of_program = |(name, _): &(TextId, u16)| stage.log.codes().iter().any(|code| code.qualname == *name);
    let caller = frames.iter().rposition(of_program).unwrap_or(0);
    let (called, _) = frames.get(caller + 1)?;
    // Without its class, as bars are narrow; what a statement calls (`__aenter__`) has its class's name.
    let name = stage.log.text(*called);
    let mut words = name.rsplit('.');
    let function = words.next().unwrap_or_default();
    let class = words
        .next()
        .filter(|class| function.starts_with("__") && function.ends_with("__") && !class.starts_with(['_', '<']));
    Some(shared(class.unwrap_or(function)))
}
