//! The page's state and the one pure function that changes it. No DOM, no clock, no session in here: what happens
//! outside arrives as an action, so that all of it is tested natively.

use super::lessons::Lesson;
use super::parts::Parts;
pub use super::problem::{Ended, Problem, ProblemKind};
use super::shared::Shared;
use super::shown::Shown;
use crate::player::Granularity;
use crate::scene::{AxisKind, Lang, Who};
use crate::session::Options;
use crate::trace::{EndReason, TaskId, ThreadId};
use std::rc::Rc;

/// The speeds on offer, in tenths; the last one is «instantly».
pub const SPEEDS: [u32; 8] = [1, 2, 5, 10, 20, 50, 100, u32::MAX];

/// The tabs of a phone; an embed's timeline has one too.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tab {
    Output,
    Code,
    Loop,
    Objects,
    Task,
    Timeline,
}

impl Tab {
    pub const ALL: [Tab; 5] = [Tab::Output, Tab::Code, Tab::Loop, Tab::Objects, Tab::Task];

    pub fn word(self) -> &'static str {
        match self {
            Tab::Output => "output",
            Tab::Code => "code",
            Tab::Loop => "loop",
            Tab::Objects => "objects",
            Tab::Task => "task",
            Tab::Timeline => "timeline",
        }
    }
}

/// What «Why here?» is asked about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// A line of output, by its number from 1.
    Output(u32),
    /// A task that runs at a step.
    Running(TaskId, u32),
    /// A thread that runs its own code at a step.
    Thread(ThreadId, u32),
    /// Not why, but what came before: the last sentences.
    Before,
}

#[derive(Clone, PartialEq)]
pub struct Page {
    pub lang: Lang,
    pub dark: bool,
    /// What an embed shows; None: the whole page.
    pub parts: Option<Parts>,
    /// What the program is run with.
    pub options: Shared<Options>,
    /// The text in the editor.
    pub code: Rc<str>,
    pub lesson: Option<Rc<Lesson>>,
    /// Rises each time the text is set from outside the editor.
    pub code_version: u32,
    /// The recording that is looked at: the last program that could start.
    pub shown: Option<Rc<Shown>>,
    /// The program waits for a line of input.
    pub asking: bool,
    /// The run that computes now, if any.
    pub computing: Option<u32>,
    pub ended: Option<Rc<Ended>>,
    /// Why the text in the editor could not start; the recording is then of an earlier text.
    pub refused: Option<Rc<Problem>>,
    pub step: u32,
    /// So many steps of the longer kept run after this one's end; see `compare.rs`.
    pub over: u32,
    pub playing: bool,
    /// The part that is played.
    pub bounds: (u32, u32),
    /// Stay on the last recorded step while the run computes.
    pub following: bool,
    pub grain: Granularity,
    /// An index into `SPEEDS`.
    pub speed: usize,
    /// None until chosen: clock if the clock advances, else steps.
    pub axis: Option<AxisKind>,
    /// The plot's width in widths of its window.
    pub zoom: f64,
    /// Groups of sisters whose lanes are shown one by one, by their labels.
    pub unfolded: Rc<[Rc<str>]>,
    /// The timeline keeps the playhead and the lane that runs in view.
    pub follow: bool,
    /// Only lanes with this text are shown, if there is any.
    pub search: Rc<str>,
    /// The task or thread that the inspector shows; None: the one that runs.
    pub chosen: Option<Who>,
    /// The question whose answer is shown.
    pub why: Option<Why>,
    /// The reader is asked who runs next: nothing that lies after the step is shown.
    pub guess: bool,
    /// What the reader answered, if the answer is shown: was it right?
    pub guessed: Option<bool>,
    /// A run that is kept, to be seen on one clock with later ones.
    pub beside: Option<Rc<Shown>>,
    pub tab: Tab,
    /// The output that was seen when the output tab was last left: a badge tells of more.
    pub seen_lines: usize,
    pub keys: bool,
    pub help: bool,
    /// A message to the reader.
    pub told: Option<Rc<str>>,
}

pub enum Action {
    /// The reader typed.
    Edited(Rc<str>),
    /// `setCode` or Reset.
    SetCode(Rc<str>),
    Lesson(Rc<Lesson>),
    /// A run with this number begins to compute.
    Started(u32),
    /// What the run has recorded so far.
    Recorded(Rc<Shown>),
    /// The run has ended; its recording came before.
    Ended(u32, Rc<Ended>),
    /// The text could not start.
    Refused(u32, Rc<Problem>),
    /// A reader's own move: pauses.
    Go(u32),
    ToEnd,
    /// Playing moves on.
    Tick(u32),
    Play,
    Pause,
    Grain(Granularity),
    Speed(usize),
    Axis(AxisKind),
    Zoom(f64),
    Unfold(Rc<str>),
    Fold,
    /// Whether the timeline follows what runs: the other way from now on.
    Follow,
    Search(Rc<str>),
    Choose(Option<Who>),
    Why(Option<Why>),
    Guess(bool),
    /// The task that was guessed to run next, and the one that does, from a step on.
    Guessed(TaskId, TaskId, u32),
    /// Keeps the run that is shown for comparison, or lets go of the kept one.
    Beside(bool),
    /// As before the first run.
    Forget,
    Tab(Tab),
    Seen(usize),
    Lang(Lang),
    Dark(bool),
    Parts(Parts),
    Options(Shared<Options>),
    Bounds(u32, u32),
    Keys(bool),
    Help(bool),
    Tell(Rc<str>),
    Asks(bool),
    CloseNotice,
}

impl Page {
    pub fn new(lang: Lang, dark: bool) -> Page {
        let lesson = Rc::new(Lesson::first());
        Page {
            lang,
            dark,
            parts: None,
            options: Shared::new(Options::default()),
            code: lesson.code.clone(),
            lesson: Some(lesson),
            code_version: 0,
            shown: None,
            asking: false,
            computing: None,
            ended: None,
            refused: None,
            step: 0,
            over: 0,
            playing: false,
            bounds: (0, u32::MAX),
            following: false,
            grain: Granularity::Line,
            speed: 3,
            axis: None,
            zoom: 1.0,
            unfolded: Rc::from([]),
            follow: true,
            search: "".into(),
            chosen: None,
            why: None,
            guess: false,
            guessed: None,
            beside: None,
            tab: Tab::Output,
            seen_lines: 0,
            keys: true,
            help: false,
            told: None,
        }
    }

    /// The number of the last recorded step.
    pub fn last(&self) -> u32 {
        self.shown.as_ref().map_or(0, |shown| shown.last)
    }

    /// The step at which playing ends.
    pub fn stop_at(&self) -> u32 {
        self.end().min(self.bounds.1)
    }

    /// There may be more to play once it is computed.
    fn plays_on(&self) -> bool {
        self.computing.is_some() && self.bounds.1 > self.last()
    }

    /// The text in the editor is not the one whose recording is shown.
    pub fn stale(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.source != self.code)
    }

    pub fn axis(&self) -> AxisKind {
        let advances = self.shown.as_ref().is_some_and(|shown| shown.clock_advances);
        if self.beside.is_some() {
            return AxisKind::Clock;
        }
        self.axis.unwrap_or(if advances { AxisKind::Clock } else { AxisKind::Steps })
    }

    /// The page after the action.
    pub fn after(&self, action: Action) -> Page {
        let mut page = self.clone();
        match action {
            Action::Edited(code) => {
                page.code = code;
                page.playing = false;
            }
            Action::SetCode(code) => page.set_code(code),
            Action::Lesson(lesson) => {
                page.set_code(lesson.code.clone());
                page.lesson = Some(lesson);
            }
            Action::Started(run) => {
                page.computing = Some(run);
                page.over = 0;
                page.asking = false;
                page.refused = None;
                page.ended = None;
                page.playing = false;
                page.following = false;
            }
            Action::Recorded(shown) => page.take(shown),
            Action::Ended(run, ended) if page.computing == Some(run) => {
                page.computing = None;
                page.asking = false;
                if ended.reason == EndReason::Stopped {
                    page.playing = false;
                    page.stand(page.last());
                }
                page.following = false;
                page.ended = Some(ended);
            }
            Action::Refused(run, problem) if page.computing == Some(run) => {
                page.computing = None;
                page.refused = Some(problem);
            }
            Action::Ended(..) | Action::Refused(..) => {}
            Action::Go(step) => {
                (page.playing, page.following, page.guess) = (false, false, false);
                page.stand(step);
            }
            Action::ToEnd => {
                (page.playing, page.guess) = (false, false);
                page.following = page.computing.is_some();
                page.stand(page.end());
            }
            Action::Tick(step) => {
                if page.playing {
                    page.stand(step.min(page.stop_at()));
                    page.playing = page.at() < page.stop_at() || page.plays_on();
                }
            }
            Action::Play => {
                page.following = false;
                page.guess = false;
                if page.at() >= page.stop_at() && !page.plays_on() {
                    page.stand(page.bounds.0);
                }
                page.playing = page.last() > 0 || page.computing.is_some();
            }
            Action::Pause => page.playing = false,
            Action::Grain(grain) => page.grain = grain,
            Action::Speed(speed) => page.speed = speed.min(SPEEDS.len() - 1),
            Action::Axis(axis) => page.axis = Some(axis),
            Action::Zoom(zoom) => page.zoom = zoom.clamp(1.0, 64.0),
            Action::Unfold(label) => page.unfolded = page.unfolded.iter().cloned().chain([label]).collect(),
            Action::Fold => page.unfolded = Rc::from([]),
            Action::Follow => page.follow = !page.follow,
            Action::Search(text) => page.search = text,
            // What is chosen already is let go.
            Action::Choose(who) => page.chosen = who.filter(|_| page.chosen != who),
            Action::Why(why) => {
                page.why = why;
                page.guessed = None;
            }
            Action::Guess(guess) => {
                page.guess = guess && page.shown.is_some();
                page.why = None;
                page.playing = false;
            }
            Action::Guessed(guess, task, step) => {
                page.guess = false;
                page.guessed = Some(guess == task);
                page.why = Some(Why::Running(task, step));
                page.stand(step);
            }
            Action::Beside(keep) => {
                page.beside = page.shown.clone().filter(|_| keep);
                page.over = 0;
            }
            Action::Forget => {
                (page.shown, page.computing, page.ended, page.why) = (None, None, None, None);
                (page.step, page.over, page.playing, page.guess) = (0, 0, false, false);
            }
            Action::Tab(tab) => page.tab = tab,
            Action::Seen(lines) => page.seen_lines = lines,
            Action::Lang(lang) => page.lang = lang,
            Action::Dark(dark) => page.dark = dark,
            Action::Parts(parts) => page.parts = Some(parts),
            Action::Options(options) => page.options = options,
            Action::Bounds(from, to) => page.bounds = (from, to.max(from)),
            Action::Keys(keys) => page.keys = keys,
            Action::Help(help) => page.help = help,
            Action::Asks(asking) => {
                page.asking = asking;
                // The question stands in the output.
                page.tab = if asking { Tab::Output } else { page.tab };
            }
            Action::Tell(text) => page.told = Some(text),
            Action::CloseNotice => {
                page.told = None;
                page.refused = None;
                page.ended = None;
            }
        }
        page
    }

    fn set_code(&mut self, code: Rc<str>) {
        self.code = code;
        self.code_version += 1;
        self.playing = false;
        self.refused = None;
        self.lesson = self.lesson.take().filter(|lesson| lesson.code == self.code);
    }

    /// A run's first recording is played from its start; later ones of the same run only grow.
    fn take(&mut self, shown: Rc<Shown>) {
        if self.computing != Some(shown.run) {
            return;
        }
        let grows = self.shown.as_ref().is_some_and(|old| old.run == shown.run);
        if !grows {
            self.step = 0;
            self.bounds = (0, u32::MAX);
            self.playing = shown.play;
            self.ended = None;
            self.chosen = None;
            self.unfolded = Rc::from([]);
            self.search = "".into();
            self.why = None;
            self.guess = false;
            self.axis = None;
            self.zoom = 1.0;
            self.seen_lines = 0;
        }
        self.shown = Some(shown);
        // A run that starts again, with a line more of input, is for a while shorter than it was.
        self.step = self.step.min(self.last());
        if self.following {
            self.step = self.last();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::fixtures;

    fn shown(run: u32) -> Rc<Shown> {
        let fixture = fixtures::producer_consumer();
        Rc::new(Shown::fixed(run, fixture.source.into(), fixture.log))
    }

    fn ended(reason: EndReason) -> Rc<Ended> {
        Rc::new(Ended { reason, exit_code: 0, problem: None })
    }

    fn begun() -> Page {
        Page::new(Lang::En, false).after(Action::Started(1)).after(Action::Recorded(shown(1)))
    }

    fn after_a_run() -> Page {
        begun().after(Action::Ended(1, ended(EndReason::Finished)))
    }

    #[test]
    fn a_run_is_played_from_its_first_step() {
        let page = after_a_run();
        assert!(page.playing && page.step == 0 && page.last() > 50 && page.computing.is_none());
    }

    #[test]
    fn a_readers_own_move_pauses_and_never_leaves_the_recording() {
        let page = after_a_run().after(Action::Go(1_000_000));
        assert!(!page.playing && page.step == page.last());
        assert_eq!(page.after(Action::Go(3)).step, 3);
    }

    #[test]
    fn playing_ends_at_the_last_step_and_begins_anew_from_there() {
        let page = after_a_run();
        let last = page.last();
        let page = page.after(Action::Tick(last));
        assert!(!page.playing && page.step == last);
        let page = page.after(Action::Play);
        assert!(page.playing && page.step == 0);
    }

    #[test]
    fn a_refused_program_leaves_the_last_good_run_in_sight() {
        let page = after_a_run().after(Action::Go(7)).after(Action::Edited("def".into())).after(Action::Started(2));
        let problem = Problem {
            kind: ProblemKind::Syntax,
            message: "SyntaxError: invalid syntax".into(),
            printed: String::new(),
            line: 1,
            column: 0,
            end_column: 3,
            way_round: String::new(),
        };
        let page = page.after(Action::Refused(2, Rc::new(problem)));
        assert!(page.refused.is_some() && page.stale() && page.step == 7 && page.shown.as_ref().unwrap().run == 1);
    }

    #[test]
    fn what_an_outdated_run_says_does_not_count() {
        let page = after_a_run().after(Action::Started(3));
        let page = page.after(Action::Recorded(shown(2))).after(Action::Ended(2, ended(EndReason::Stopped)));
        assert_eq!((page.computing, page.shown.as_ref().unwrap().run), (Some(3), 1));
    }

    #[test]
    fn a_stopped_run_stands_on_its_last_step() {
        let page = begun().after(Action::Ended(1, ended(EndReason::Stopped)));
        assert!(!page.playing && page.step == page.last());
    }

    #[test]
    fn to_the_end_follows_while_the_run_computes() {
        let page = begun().after(Action::ToEnd);
        assert!(page.following && page.step == page.last());
        assert!(!page.after(Action::Ended(1, ended(EndReason::Finished))).following);
        assert!(!page.after(Action::Go(2)).following);
    }

    #[test]
    fn the_text_of_a_lesson_is_known_as_that_lesson() {
        let lesson = Rc::new(Lesson::first());
        let page = Page::new(Lang::En, false).after(Action::Lesson(lesson.clone()));
        assert_eq!(page.code, lesson.code);
        let page = page.after(Action::Edited("x".into()));
        assert_eq!(page.lesson, Some(lesson.clone()));
        assert_eq!(page.after(Action::SetCode(lesson.code.clone())).lesson, Some(lesson));
        assert_eq!(page.after(Action::SetCode("y".into())).lesson, None);
    }
}
