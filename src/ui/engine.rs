//! What the page needs of a session: start, slices, stop, the log; and how it ended, in the page's terms.

use super::state::{Ended, Problem, ProblemKind};
use crate::compiler::ErrorKind;
use crate::objects::interp::Stop;
use crate::scene::Who;
use crate::session::{FrameView, Options, Session, Status, SyntaxError};
#[cfg(test)]
use crate::trace::EndReason;
use crate::trace::Log;
use crate::vm::format_syntax_error;

pub struct Engine {
    run: Run,
}

enum Run {
    Session(Box<Session>),
    /// A run that is over, from its log.
    #[cfg(test)]
    Over(Log),
}

pub enum Progress {
    Running,
    Ended(Ended),
}

impl Engine {
    /// Err: the program does not compile.
    pub fn start(source: &str, options: &Options) -> Result<Engine, Problem> {
        match Session::new(source, options.clone()) {
            Ok(session) => Ok(Engine { run: Run::Session(Box::new(session)) }),
            Err(error) => Err(refusal(&error)),
        }
    }

    #[cfg(test)]
    pub fn fixed(log: Log) -> Engine {
        Engine { run: Run::Over(log) }
    }

    pub fn log(&self) -> &Log {
        match &self.run {
            Run::Session(session) => session.log(),
            #[cfg(test)]
            Run::Over(log) => log,
        }
    }

    /// Runs at most about `fuel` instructions' cost.
    pub fn advance(&mut self, fuel: u64) -> Progress {
        match &mut self.run {
            Run::Session(session) => match session.advance(fuel) {
                Status::Running => Progress::Running,
                Status::Ended(ending) => {
                    // The log holds the same text; what the terminal program would print is not wanted here.
                    drop(session.take_output());
                    let problem = ending.stop.as_ref().and_then(unsupported);
                    Progress::Ended(Ended { reason: ending.reason, exit_code: ending.exit_code, problem })
                }
            },
            #[cfg(test)]
            Run::Over(_) => Progress::Ended(Ended { reason: EndReason::Finished, exit_code: 0, problem: None }),
        }
    }

    /// See [`Session::wants_library`] and [`Session::wants_names`].
    pub fn wants_texts(&mut self) -> (Option<&'static str>, bool) {
        match &mut self.run {
            Run::Session(session) => (session.wants_library(), session.wants_names()),
            #[cfg(test)]
            Run::Over(_) => (None, false),
        }
    }

    /// See [`Session::wants_input`].
    pub fn wants_input(&mut self) -> bool {
        match &mut self.run {
            Run::Session(session) => session.wants_input(),
            #[cfg(test)]
            Run::Over(_) => false,
        }
    }

    /// See [`Session::let_go`].
    pub fn let_go(&mut self) -> bool {
        match &mut self.run {
            Run::Session(session) => session.let_go(),
            #[cfg(test)]
            Run::Over(_) => false,
        }
    }

    /// Ends the run at its next slice.
    pub fn stop(&mut self) {
        match &mut self.run {
            Run::Session(session) => session.stop(),
            #[cfg(test)]
            Run::Over(_) => {}
        }
    }
}

/// CPython's words for it, and its place.
fn refusal(error: &SyntaxError) -> Problem {
    let unsupported = error.kind == ErrorKind::NotSupported;
    Problem {
        kind: if unsupported { ProblemKind::NotSupported } else { ProblemKind::Syntax },
        message: if unsupported { error.message.clone() } else { format!("{}: {}", error.kind.name(), error.message) },
        printed: format_syntax_error(error),
        line: error.line,
        column: error.column.saturating_sub(1),
        end_column: if error.end_line == error.line { error.end_column.saturating_sub(1) } else { 0 },
        way_round: String::new(),
    }
}

/// A missing feature of ours; None: the run ended in another way.
fn unsupported(stop: &Stop) -> Option<Problem> {
    match stop {
        Stop::NotSupported { what, instead, line, .. } => Some(Problem {
            kind: ProblemKind::NotSupported,
            message: what.clone(),
            printed: String::new(),
            line: *line,
            column: 0,
            end_column: 0,
            way_round: instead.clone().unwrap_or_default(),
        }),
        _ => None,
    }
}

/// A second run of the same program, brought to a step to look inside: the run is deterministic, so what it holds there
/// is what the first one held.
pub struct Lens {
    session: Box<Session>,
    /// How far it has been brought, in events and lines of the trace.
    at: (u32, u32),
    ended: bool,
}

impl Lens {
    /// None: the program does not compile.
    pub fn start(source: &str, options: &Options) -> Option<Lens> {
        // The run it repeats kept within its memory; how much other runs use now must not end this one.
        let options = Options { meter: None, ..options.clone() };
        let session = Session::new(source, options).ok()?;
        Some(Lens { session: Box::new(session), at: (0, 0), ended: false })
    }

    /// A run only goes forward.
    pub fn can_reach(&self, place: (u32, u32)) -> bool {
        self.at <= place
    }

    /// Goes on towards the place; true once it is there, or the run has ended.
    pub fn bring_to(&mut self, place: (u32, u32), fuel: u64) -> bool {
        if self.at != place {
            self.at = place;
            self.session.halt_after(place.0, place.1);
        }
        if !self.ended && !self.session.has_halted() {
            self.ended = matches!(self.session.advance(fuel), Status::Ended(_));
            drop(self.session.take_output());
        }
        self.ended || self.session.has_halted()
    }

    /// See [`Session::let_go`].
    pub fn let_go(&mut self) -> bool {
        self.session.let_go()
    }

    pub fn frames_of(&mut self, who: Who) -> Vec<FrameView> {
        match who {
            Who::Task(task) => self.session.frames_of(task),
            Who::Thread(thread) => self.session.frames_of_thread(thread),
            Who::Callback(_) | Who::Other(_) => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROGRAM: &str = "import asyncio\n\nasync def work(name):\n    for n in range(3):\n        await asyncio.sleep(1)\n\nasync def main():\n    await asyncio.gather(work('a'), work('b'))\n\nasyncio.run(main())\n";

    fn recorded() -> Session {
        let mut session = Session::new(PROGRAM, Options::default()).unwrap();
        while session.advance(1_000) == Status::Running {}
        session
    }

    fn locals(lens: &mut Lens, place: (u32, u32), who: Who) -> String {
        while !lens.bring_to(place, 50) {}
        let frames = lens.frames_of(who);
        frames[0].locals.iter().map(|(name, value)| format!("{name}={value} ")).collect()
    }

    #[test]
    fn a_second_run_shows_the_locals_that_the_first_one_had_at_a_step() {
        let session = recorded();
        let recording = crate::player::Recording::of(session.log());
        let task = Who::Task(recording.facts().tasks[1].task);
        let mut lens = Lens::start(PROGRAM, &Options::default()).unwrap();
        for (time, expected) in [(0, "name='a' n=0 "), (1, "name='a' n=1 "), (2, "name='a' n=2 ")] {
            let last = (0..recording.last_step())
                .rev()
                .find(|step| recording.time_of(session.log(), *step) == time * 1_000_000_000)
                .unwrap();
            let stop = recording.stop(last);
            assert_eq!(locals(&mut lens, (stop.events, stop.lines), task), expected);
        }
        assert!(!lens.can_reach((0, 0)));
    }

    #[test]
    fn a_threads_frames_are_the_programs_own_while_it_waits_as_well() {
        let source = "import threading, time\n\ndef rest(n):\n    time.sleep(n)\n\ndef work(n):\n    rest(n)\n\nfor n in (5, 2):\n    threading.Thread(target=work, args=(n,)).start()\ntime.sleep(1)\nprint('here')\n";
        let mut session = Session::new(source, Options::default()).unwrap();
        while session.advance(1_000) == Status::Running {}
        let recording = crate::player::Recording::of(session.log());
        let stop = recording.stop(recording.console()[0].step);
        let mut lens = Lens::start(source, &Options::default()).unwrap();
        while !lens.bring_to((stop.events, stop.lines), 50) {}
        let seen = |lens: &mut Lens, thread: usize| {
            let frames = lens.frames_of(Who::Thread(recording.facts().threads[thread].thread));
            frames.iter().map(|frame| format!("{} {} ", frame.name, frame.line)).collect::<String>()
        };
        assert_eq!(seen(&mut lens, 1), "work 7 rest 4 ");
        assert_eq!(seen(&mut lens, 2), "work 7 rest 4 ");
        let frames = lens.frames_of(Who::Thread(recording.facts().threads[2].thread));
        assert_eq!(frames[1].locals, [("n".into(), "2".to_string())]);
    }

    #[test]
    fn a_running_tasks_frames_are_all_the_programs_own() {
        let source = "import asyncio\n\ndef down(n):\n    return down(n - 1) if n else 0\n\nasync def main():\n    print(sorted([2, 1], key=down))\n    await asyncio.sleep(1)\n\nasyncio.run(main())\n";
        let mut session = Session::new(source, Options::default()).unwrap();
        while session.advance(1_000) == Status::Running {}
        let recording = crate::player::Recording::of(session.log());
        let task = recording.facts().tasks[0].task;
        let mut lens = Lens::start(source, &Options::default()).unwrap();
        let mut seen = Vec::new();
        for step in 0..=recording.last_step() {
            let world = recording.world_at(session.log(), step);
            if world.running_task() != Some(task) {
                continue;
            }
            while !lens.bring_to((world.events, world.lines), 50) {}
            let frames = lens.frames_of(Who::Task(task));
            let told = |frame: &FrameView| {
                let locals: String = frame.locals.iter().map(|(_, value)| format!("({value})")).collect();
                format!("{}:{}{locals}", frame.name, frame.line)
            };
            seen.push(frames.iter().map(told).collect::<Vec<_>>().join(" "));
        }
        let deeper = ["main:7", "main:7 down:4(2)", "main:7 down:4(2) down:4(1)"];
        assert!(seen.windows(3).any(|three| three == deeper), "{seen:#?}");
        assert!(seen.contains(&"main:7 down:4(1)".to_string()), "{seen:#?}");
    }
}
