//! What the page draws, from the recording: parts that hold for the whole run, and parts of one step.

use super::lane::seconds;
use super::shared::Shared;
use super::state::Page;
use super::timeline::RowRef;
use super::transport::Tick;
use crate::scene::*;
use std::rc::Rc;
use yew::prelude::*;

/// The same for every step of a recording.
#[derive(Clone, PartialEq)]
pub struct Whole {
    pub plan: Option<Shared<TimelinePlan>>,
    pub rows: Shared<Vec<RowRef>>,
    pub console: Rc<[ConsoleRow]>,
    pub ticks: Rc<Vec<Tick>>,
    pub found: Shared<Vec<DiagnosticView>>,
    pub events: u32,
    pub end_ns: u64,
}

/// What a step shows.
#[derive(Clone, PartialEq)]
pub struct Moment {
    pub timeline: Option<Shared<TimelineNow>>,
    pub narration: Option<Narration>,
    pub loops: Shared<Vec<LoopView>>,
    pub threads: Option<Shared<ThreadsView>>,
    pub objects: Shared<Vec<ObjectView>>,
    pub inspector: Option<Shared<Inspector>>,
    pub marks: Shared<EditorMarks>,
    pub clock: AttrValue,
    pub sentence: AttrValue,
}

#[hook]
pub fn use_whole(page: &Page) -> Rc<Whole> {
    use_memo((page.shown.clone(), page.lang, page.axis()), |(shown, _, _)| Whole {
        plan: None,
        rows: Shared::new(Vec::new()),
        console: Rc::from([]),
        ticks: Rc::default(),
        found: Shared::new(Vec::new()),
        events: 0,
        end_ns: shown.as_ref().map_or(0, |shown| shown.time_ns(shown.last)),
    })
}

#[hook]
pub fn use_moment(page: &Page, _whole: &Whole) -> Rc<Moment> {
    use_memo((page.shown.clone(), page.step, page.lang, page.axis(), page.chosen), |(shown, step, _, _, _)| Moment {
        timeline: None,
        narration: None,
        loops: Shared::new(Vec::new()),
        threads: None,
        objects: Shared::new(Vec::new()),
        inspector: None,
        marks: Shared::new(EditorMarks::default()),
        clock: seconds(shown.as_ref().map_or(0, |shown| shown.time_ns(*step))).into(),
        sentence: AttrValue::default(),
    })
}
