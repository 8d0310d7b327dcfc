//! A recording as the page holds it: the run's log with its index, at one moment of the run's growth.

use super::engine::Engine;
use super::shared::Shared;
use crate::player::{Granularity, Pace, Place, PlaceError, Recording, World};
use crate::scene::{AxisKind, Cast, ConsoleRow, Lang, TimelinePlan};
use crate::session::Options;
use crate::trace::Log;
use std::cell::RefCell;
use std::rc::Rc;

/// What grows while the run computes: shared by all `Shown` of one run.
pub struct Tape {
    pub engine: RefCell<Engine>,
    options: Shared<Options>,
    recording: RefCell<Recording>,
    /// The world that was looked at last: the next one is most often a step on.
    latest: RefCell<Option<(u32, World)>>,
}

impl Tape {
    pub fn new(engine: Engine, options: Shared<Options>) -> Tape {
        Tape {
            engine: RefCell::new(engine),
            options,
            recording: RefCell::new(Recording::new()),
            latest: RefCell::new(None),
        }
    }

    /// Indexes what the log has gained: little at a time, so that it is no long work at once.
    pub fn index(&self) {
        self.recording.borrow_mut().extend(self.engine.borrow().log());
    }
}

/// The tape up to a last step. Two of the same run and length are the same.
pub struct Shown {
    pub run: u32,
    pub source: Rc<str>,
    pub options: Shared<Options>,
    /// Play it from its start once it is there.
    pub play: bool,
    pub last: u32,
    pub clock_advances: bool,
    /// What has been made beforehand of what shows all of it.
    pub prepared: Option<Prepared>,
    tape: Rc<Tape>,
}

/// The plan of the timeline and the rows of the output, made in slices, and what they were made for.
pub struct Prepared {
    pub lang: Lang,
    pub axis: AxisKind,
    pub unfolded: Rc<[Rc<str>]>,
    pub cast: Shared<Cast>,
    /// How much had been named then: with no more, the cast is the same.
    pub namings: u32,
    pub plan: Shared<TimelinePlan>,
    pub console: Rc<[ConsoleRow]>,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Shown) -> bool {
        self.run == other.run && self.last == other.last && Rc::ptr_eq(&self.tape, &other.tape)
    }
}

impl Shown {
    /// Indexes what the log has gained, and stands for all of it.
    pub fn of(tape: &Rc<Tape>, run: u32, source: Rc<str>, play: bool) -> Shown {
        let engine = tape.engine.borrow();
        let mut recording = tape.recording.borrow_mut();
        recording.extend(engine.log());
        let clock_advances = engine.log().advances().iter().any(|(_, ns)| *ns > 0);
        let options = tape.options.clone();
        let last = recording.last_step();
        Shown { run, source, options, play, last, clock_advances, prepared: None, tape: tape.clone() }
    }

    /// A whole recording from its log.
    #[cfg(test)]
    pub fn fixed(run: u32, source: Rc<str>, log: Log) -> Shown {
        let tape = Tape::new(Engine::fixed(log), Shared::new(Options::default()));
        Shown::of(&Rc::new(tape), run, source, true)
    }

    /// What it consists of, each to be called until it says that there is no more of it.
    #[cfg(target_arch = "wasm32")]
    pub fn into_pieces(self) -> Vec<Box<dyn FnMut() -> bool>> {
        fn whole<T: 'static>(part: T) -> Box<dyn FnMut() -> bool> {
            let mut part = Some(part);
            Box::new(move || {
                drop(part.take());
                false
            })
        }
        let mut pieces = Vec::new();
        if let Some(Prepared { cast, plan, console, .. }) = self.prepared {
            pieces.extend([whole(cast), whole(plan), whole(console)]);
        }
        // An earlier state of the same run may still be there: the last one has the tape.
        if let Ok(Tape { engine, recording, latest, .. }) = Rc::try_unwrap(self.tape) {
            let (mut engine, mut recording) = (engine.into_inner(), recording.into_inner());
            pieces.extend([whole(latest), Box::new(move || recording.let_go()), Box::new(move || engine.let_go())]);
        }
        pieces
    }

    /// Looks at log and index.
    pub fn read<R>(&self, look: impl FnOnce(&Log, &Recording) -> R) -> R {
        look(self.tape.engine.borrow().log(), &self.tape.recording.borrow())
    }

    /// The world just after a step.
    pub fn world(&self, step: u32) -> World {
        let mut latest = self.tape.latest.borrow_mut();
        let world = self.read(|log, recording| match latest.take() {
            Some((at, mut world)) if at <= step => {
                recording.advance(log, &mut world, step);
                world
            }
            _ => recording.world_at(log, step),
        });
        *latest = Some((step, world.clone()));
        world
    }

    pub fn time_ns(&self, step: u32) -> u64 {
        self.read(|log, recording| recording.time_of(log, step))
    }

    /// The last step at which the clock reads no more than this.
    pub fn step_at_time(&self, ns: u64) -> u32 {
        self.read(|log, recording| {
            let advances = log.advances();
            let next = advances.partition_point(|(_, at)| *at <= ns);
            advances.get(next).map_or(self.last, |(id, _)| recording.step_of(*id).saturating_sub(1)).min(self.last)
        })
    }

    /// The end of a step, in events and lines of the log.
    pub fn place_of(&self, step: u32) -> (u32, u32) {
        self.read(|_, recording| {
            let stop = recording.stop(step);
            (stop.events, stop.lines)
        })
    }

    pub fn pace(&self, step: u32, grain: Granularity) -> Pace {
        self.read(|log, recording| recording.pace(log, step, grain))
    }

    /// One stop of the granularity on, or back.
    pub fn stop_from(&self, step: u32, grain: Granularity, forward: bool) -> u32 {
        self.read(|_, recording| {
            if forward { recording.step_after(step, grain).min(self.last) } else { recording.step_before(step, grain) }
        })
    }

    /// The step at which a place of the run stands, or the nearest one.
    pub fn resolve(&self, place: &str) -> Result<u32, PlaceError> {
        self.read(|log, recording| Place::parse(place)?.resolve(log, recording))
    }

    /// The next step that runs the line, after the given one; else the first of all.
    pub fn run_to_line(&self, line: u32, after: u32) -> Option<u32> {
        self.read(|log, recording| {
            let runs = |step: &u32| recording.line_of(log, *step).is_some_and(|at| at.line as u32 == line);
            (after + 1..=self.last).find(runs).or_else(|| (0..=after.min(self.last)).find(runs))
        })
    }

    /// The trace as JSON Lines.
    pub fn json_lines(&self) -> String {
        self.read(|log, _| log.to_json_lines())
    }
}
