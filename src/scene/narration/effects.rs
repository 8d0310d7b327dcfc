//! The events of one stop, sorted by what a sentence could say of them.

use crate::scene::stage::Stage;
use crate::trace::*;

/// An operation on an object, with who did it.
#[derive(Clone, Copy, Debug)]
pub struct Use {
    pub object: ObjectId,
    pub operation: Operation,
    pub value: i32,
    pub text: TextId,
    pub future: FutureId,
}

#[derive(Clone, Copy, Debug)]
pub struct Ended {
    pub task: TaskId,
    pub how: StepEnd,
    pub future: FutureId,
    pub text: TextId,
}

/// What happened within a stop.
#[derive(Debug, Default)]
pub struct Effects {
    pub ended: Vec<Ended>,
    /// Steps that began, with the line at which the task stood.
    pub begun: Vec<(TaskId, HandleId, Resume, u32)>,
    pub created: Vec<TaskId>,
    /// Tasks that entered the ready queue, the new ones and those that gave way excepted.
    pub woken: Vec<TaskId>,
    pub outputs: Vec<(Stream, u32, u32)>,
    pub cancels: Vec<FutureId>,
    pub uses: Vec<Use>,
    pub made: Vec<(ObjectId, ObjectKind, i32, TextId)>,
    pub blocked: Option<(ThreadId, Purpose, ObjectId, When, TextId)>,
    pub done: Vec<FutureId>,
    /// Callbacks of the program's: pushed, and set as timers.
    pub pushed: Vec<HandleId>,
    pub timers: Vec<(HandleId, HandleKind, u64)>,
    pub fired: Vec<HandleId>,
    pub dropped: Vec<HandleId>,
    pub raised: Option<TextId>,
    pub caught: Option<TextId>,
    pub threads: Vec<ThreadId>,
    pub ready_threads: Vec<ThreadId>,
    pub loop_started: bool,
    pub loop_created: bool,
    pub asks_input: bool,
    pub process: Option<TextId>,
    /// The event of a finding of the interpreter's.
    pub finding: Option<EventId>,
}

impl Effects {
    pub fn of(stage: &Stage, step: u32) -> Effects {
        let mut effects = Effects::default();
        for index in stage.recording.events_of(step) {
            effects.add(stage, EventId(index), stage.log.entry(index as usize));
        }
        let head = EventId(stage.recording.stop(step).head);
        if matches!(stage.log.get(head).map(|head| head.event), Some(Event::HandleTaken { .. })) {
            // What the loop's look at its sockets has put into the queue is nothing that the taken one does.
            effects.pushed.retain(|handle| stage.facts().handle(*handle).is_none_or(|facts| facts.made > head));
        }
        let Effects { woken, created, ended, .. } = &mut effects;
        woken.retain(|task| {
            !created.contains(task) && !ended.iter().any(|end| end.task == *task && end.how == StepEnd::Yields)
        });
        effects
    }

    fn add(&mut self, stage: &Stage, id: EventId, entry: &Entry) {
        match entry.event {
            Event::StepEnded { task, how, future, text, .. } => self.ended.push(Ended { task, how, future, text }),
            Event::StepBegan { task, handle, resume } => self.begun.push((task, handle, resume, entry.line as u32)),
            Event::TaskCreated { task, .. } if stage.facts().task(task).is_none_or(|facts| !facts.internal) => {
                self.created.push(task);
            }
            Event::HandlePushed { handle, kind, task, .. } => match kind {
                HandleKind::TaskStep if stage.facts().task(task).is_none_or(|facts| !facts.internal) => {
                    self.woken.push(task);
                }
                HandleKind::Callback => self.pushed.push(handle),
                _ => {}
            },
            Event::TimerSet { handle, kind, when, .. } => self.timers.push((handle, kind, when.ns())),
            Event::TimerFired { handle } => self.fired.push(handle),
            Event::HandleCancelled { handle } => self.dropped.push(handle),
            Event::Output { stream, start, length } => self.outputs.push((stream, start, length)),
            Event::CancelRequested { future, .. } => self.cancels.push(future),
            Event::ObjectUsed { object, operation, value, text, future } => {
                self.uses.push(Use { object, operation, value, text, future });
            }
            Event::ObjectCreated { object, kind, number, label } => self.made.push((object, kind, number, label)),
            Event::ThreadBlocked { thread, why, object, until, label } if why != Purpose::Select => {
                self.blocked = Some((thread, why, object, until, label));
            }
            Event::ThreadReady { thread } => self.ready_threads.push(thread),
            Event::ThreadStarted { thread, .. } => self.threads.push(thread),
            Event::FutureDone { future, .. } => self.done.push(future),
            Event::ExceptionRaised { text } => self.raised = Some(text),
            Event::ExceptionCaught { text } => self.caught = Some(text),
            Event::LoopStarted { .. } => self.loop_started = true,
            Event::LoopCreated { .. } => self.loop_created = true,
            Event::Diagnostic { .. } => self.finding = Some(id),
            Event::InputAsked { .. } => self.asks_input = true,
            Event::ProcessStarted { command, .. } => self.process = Some(command),
            _ => {}
        }
    }

    /// The operation of this kind, if there was one.
    pub fn used(&self, operation: Operation) -> Option<&Use> {
        self.uses.iter().find(|used| used.operation == operation)
    }
}
