//! What the page draws, from the recording: parts that hold for the whole run, and parts of one step.

use super::hurried::hurried;
use super::search::found;
use super::shared::Shared;
use super::shown::{Prepared, Shown};
use super::state::{Page, Why};
use super::timeline::{RowRef, row_refs};
use super::transport::Tick;
use crate::player::World;
use crate::scene::{self, *};
use crate::trace::TaskId;
use std::rc::Rc;
use yew::prelude::*;

/// The same for every step of a recording.
#[derive(Clone, PartialEq)]
pub struct Whole {
    pub cast: Option<Shared<Cast>>,
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
    /// Each with its thread's name.
    pub loops: Shared<Vec<(LoopView, Rc<str>)>>,
    pub threads: Option<Shared<ThreadsView>>,
    pub objects: Shared<Vec<ObjectView>>,
    pub inspector: Option<Shared<Inspector>>,
    pub marks: Shared<EditorMarks>,
    pub clock: AttrValue,
    pub sentence: AttrValue,
}

#[hook]
pub fn use_whole(page: &Page) -> Rc<Whole> {
    // What things are called depends on the recording alone.
    let cast = use_memo(page.shown.clone(), |shown| {
        let made = |shown: &Rc<Shown>| shown.prepared.as_ref().map(|prepared| prepared.cast.clone());
        shown.as_ref().map(|shown| made(shown).unwrap_or_else(|| Shared::new(shown.read(Cast::of))))
    });
    use_memo(
        (page.shown.clone(), page.lang, page.axis(), page.unfolded.clone(), page.beside.clone()),
        move |(shown, lang, axis, unfolded, beside)| match (shown, &*cast) {
            (Some(shown), Some(cast)) => {
                let fits = |made: &&Prepared| {
                    made.lang == *lang && made.axis == *axis && made.unfolded == *unfolded && beside.is_none()
                };
                let prepared = shown.prepared.as_ref().filter(fits).map(|made| made.plan.clone());
                let console = shown.prepared.as_ref().map(|made| made.console.clone());
                shown.read(|log, recording| {
                    let stage = Stage { log, recording, cast, source: &shown.source, lang: *lang };
                    let plan = prepared.unwrap_or_else(|| {
                        let beside = beside.as_ref().map(|beside| instants(beside)).unwrap_or_default();
                        Shared::new(scene::timeline_plan_beside(&stage, *axis, unfolded, &beside))
                    });
                    let console = console.unwrap_or_else(|| scene::console(&stage, 0, usize::MAX).into());
                    whole(&stage, cast, plan, console)
                })
            }
            _ => Whole::empty(),
        },
    )
}

pub fn instants(shown: &Shown) -> Vec<ClockInstant> {
    shown.read(scene::clock_instants)
}

impl Whole {
    fn empty() -> Whole {
        Whole {
            cast: None,
            plan: None,
            rows: Shared::new(Vec::new()),
            console: Rc::from([]),
            ticks: Rc::default(),
            found: Shared::new(Vec::new()),
            events: 0,
            end_ns: 0,
        }
    }
}

fn whole(stage: &Stage, cast: &Shared<Cast>, plan: Shared<TimelinePlan>, console: Rc<[ConsoleRow]>) -> Whole {
    let Stage { log, recording, .. } = *stage;
    Whole {
        cast: Some(cast.clone()),
        rows: Shared::new(row_refs(&plan)),
        plan: Some(plan),
        console,
        ticks: Rc::new(ticks(scene::scrub_marks(stage), recording.last_step())),
        found: Shared::new(scene::diagnostics(stage)),
        events: log.len() as u32,
        end_ns: log.now(),
    }
}

#[hook]
pub fn use_moment(page: &Page, whole: &Rc<Whole>) -> Rc<Moment> {
    let before = use_mut_ref(|| None::<Rc<Moment>>);
    let whole = whole.clone();
    let depends = (page.shown.clone(), page.step, page.lang, page.axis(), page.chosen, page.beside.is_some());
    let moment = use_memo(depends, |(shown, step, lang, _, chosen, _)| {
        let (Some(shown), Some(plan), Some(cast)) = (shown, &whole.plan, &whole.cast) else { return Moment::empty() };
        let world = shown.world(*step);
        let mut moment = shown.read(|log, recording| {
            let stage = Stage { log, recording, cast, source: &shown.source, lang: *lang };
            moment(&stage, plan, &world, *step, *chosen)
        });
        if let Some(before) = &*before.borrow() {
            moment.keep_equal(before);
        }
        moment
    });
    *before.borrow_mut() = Some(moment.clone());
    moment
}

/// One sentence for the steps that playing passes quickly.
#[hook]
pub fn use_hurried(page: &Page, whole: &Rc<Whole>) -> Option<Narration> {
    let cast = whole.cast.clone();
    let told = use_memo((page.shown.clone(), hurried(page), page.lang), |(shown, steps, lang)| {
        let (shown, steps, cast) = (shown.as_ref()?, steps.clone()?, cast?);
        Some(shown.read(|log, recording| {
            let stage = Stage { log, recording, cast: &cast, source: &shown.source, lang: *lang };
            scene::gathered(&stage, steps)
        }))
    });
    (*told).clone()
}

/// The scrubber has room for so many marks.
const MOST_TICKS: u32 = 250;

/// Marks of the clock give way first, then those that would stand on another.
fn ticks(marks: Vec<ScrubMark>, last: u32) -> Vec<Tick> {
    let crowded = marks.len() as u32 > MOST_TICKS;
    let mut free = 0;
    let kept = marks.into_iter().filter(|mark| !crowded || mark.kind != MarkKind::Advance).filter(|mark| {
        let room = !crowded || mark.step >= free;
        if room {
            free = mark.step + last / MOST_TICKS;
        }
        room
    });
    kept.map(tick).collect()
}

fn tick(mark: ScrubMark) -> Tick {
    let class = match mark.kind {
        MarkKind::Output => "output",
        MarkKind::Advance => "advance",
        MarkKind::Failure => "error",
        MarkKind::Diagnostic => "warning",
    };
    Tick { step: mark.step, class }
}

fn moment(stage: &Stage, plan: &TimelinePlan, world: &World, step: u32, chosen: Option<Who>) -> Moment {
    let narration = scene::narrate(stage, world, step);
    let named = |view: LoopView| {
        let row = plan.rows.iter().find_map(|row| match row {
            Row::Thread(thread) if thread.thread == view.thread => Some(thread.name.clone()),
            _ => None,
        });
        (view, row.unwrap_or_default())
    };
    let loops: Vec<_> = scene::loops(stage, world).into_iter().map(named).collect();
    // A program without asyncio, at whatever step.
    let threads_only = !plan.rows.iter().any(|row| matches!(row, Row::Lane(_) | Row::Group(_))) && loops.is_empty();
    let timeline = scene::timeline_now(stage, plan, world, step);
    let runs = world.running_task().map(Who::Task);
    let told = || narration.who.as_ref().map(|chip| chip.who).filter(|who| threads_only || matches!(who, Who::Task(_)));
    let outside = || scene::runs_outside(stage, world).map(Who::Thread);
    let next = || timeline.next.or_else(|| stage.facts().tasks.first().map(|first| first.task)).map(Who::Task);
    let inside = chosen.or(runs).or_else(told).or_else(outside).or_else(next);
    Moment {
        inspector: inside.and_then(|who| scene::inspector(stage, world, who)).map(Shared::new),
        timeline: Some(Shared::new(timeline)),
        sentence: narration.now.plain().into(),
        narration: Some(narration),
        threads: threads_only.then(|| Shared::new(scene::threads(stage, world))),
        loops: Shared::new(loops),
        objects: Shared::new(scene::objects(stage, world, step)),
        marks: Shared::new(scene::editor_marks(stage, world, step)),
        clock: scene::clock(world).to_string().into(),
    }
}

impl Moment {
    fn empty() -> Moment {
        Moment {
            timeline: None,
            narration: None,
            loops: Shared::new(Vec::new()),
            threads: None,
            objects: Shared::new(Vec::new()),
            inspector: None,
            marks: Shared::new(EditorMarks::default()),
            clock: seconds(0).into(),
            sentence: AttrValue::default(),
        }
    }

    /// Parts that are as they were keep their pointers, so that their components need not draw again.
    fn keep_equal(&mut self, before: &Moment) {
        keep(&mut self.loops, &before.loops);
        keep(&mut self.objects, &before.objects);
        keep(&mut self.marks, &before.marks);
        if let (Some(now), Some(before)) = (&mut self.inspector, &before.inspector) {
            keep(now, before);
        }
    }
}

fn keep<T: PartialEq>(now: &mut Shared<T>, before: &Shared<T>) {
    if **now == **before {
        *now = before.clone();
    }
}

/// The timeline's rows: all, or the lanes that are looked for.
#[hook]
pub fn use_rows(page: &Page, whole: &Rc<Whole>, moment: &Rc<Moment>) -> Shared<Vec<RowRef>> {
    let now = moment.timeline.clone().filter(|_| !page.search.is_empty());
    let depends = (whole.rows.clone(), whole.plan.clone(), now, page.search.clone(), page.lang);
    let rows = use_memo(depends, |(rows, plan, now, search, lang)| match (plan, now) {
        (Some(plan), Some(now)) => Shared::new(found(plan, now, search, *lang)),
        _ => rows.clone(),
    });
    (*rows).clone()
}

/// The answer to the question that is asked: cause after cause with its time.
#[hook]
pub fn use_answer(page: &Page, whole: &Rc<Whole>) -> Option<Shared<Vec<(Because, u64)>>> {
    let whole = whole.clone();
    let step = if page.why == Some(Why::Before) { page.step } else { 0 };
    let answer = use_memo((page.shown.clone(), page.lang, page.why, step), move |(shown, lang, why, step)| {
        let (Some(shown), Some(cast), Some(why)) = (shown, &whole.cast, why) else { return None };
        shown.read(|log, recording| {
            let stage = Stage { log, recording, cast, source: &shown.source, lang: *lang };
            let chain = match *why {
                Why::Output(number) => scene::why_output(&stage, number),
                Why::Running(task, step) => scene::why_running(&stage, task, step),
                Why::Thread(thread, step) => scene::why_thread(&stage, thread, step),
                Why::Before => scene::told_before(&stage, *step, REMEMBERED),
            };
            let timed = chain.into_iter().map(|because| (recording.time_of(log, because.step), because));
            Some(Shared::new(timed.map(|(ns, because)| (because, ns)).collect()))
        })
    });
    (*answer).clone()
}

/// So many sentences can be read again.
const REMEMBERED: u32 = 40;

/// With more tasks than these nobody is asked who runs next.
const MOST_ASKED: usize = 200;

/// Who could run next, and who does from which step on: if it is worth a question.
#[derive(Clone, PartialEq)]
pub struct Guess {
    pub choices: Vec<Chip>,
    pub next: TaskId,
    pub step: u32,
}

#[hook]
pub fn use_guess(page: &Page, whole: &Rc<Whole>, moment: &Moment) -> Option<Guess> {
    let cast = whole.cast.clone();
    // Among very many it is no question for a reader.
    let few = moment.timeline.as_ref().is_some_and(|now| now.lanes.len() <= MOST_ASKED);
    let depends = (page.shown.clone().filter(|_| few && !page.playing), page.step, page.lang);
    let guess = use_memo(depends, move |(shown, step, lang)| {
        let (shown, cast) = (shown.as_ref()?, cast.as_ref()?);
        let world = shown.world(*step);
        shown.read(|log, recording| {
            let stage = Stage { log, recording, cast, source: &shown.source, lang: *lang };
            let (next, step) = scene::runs_next(&stage, &world, *step)?;
            let choices = scene::could_run(&stage, &world, next);
            (choices.len() > 1).then_some(Guess { choices, next, step })
        })
    });
    (*guess).clone()
}

/// What stands before a step, for a reader who shall guess what comes: no lines, no findings, no marks after it.
pub fn until(whole: &Whole, step: u32) -> Whole {
    let past = whole.console.partition_point(|row| row.step <= step);
    let plan = whole.plan.as_ref().map(|plan| scene::plan_until(plan, step));
    Whole {
        console: whole.console[..past].into(),
        cast: whole.cast.clone(),
        rows: Shared::new(plan.as_ref().map(row_refs).unwrap_or_default()),
        plan: plan.map(Shared::new),
        events: whole.events,
        end_ns: whole.end_ns,
        ..Whole::empty()
    }
}

/// What can be asked at a step: why a line was printed now, else why this task runs now, or of several threads this one.
pub fn question(whole: &Whole, moment: &Moment, step: u32) -> Option<Why> {
    let at = whole.console.partition_point(|row| row.step < step);
    let printed = whole.console.get(at).filter(|row| row.step == step).map(|row| Why::Output(row.number));
    let runs = moment.timeline.as_ref().and_then(|timeline| timeline.running).map(|task| Why::Running(task, step));
    let threads = moment.timeline.as_ref().filter(|_| step > 0).map_or(&[][..], |timeline| &timeline.threads);
    // What the main thread does where there are tasks is the loop's.
    let of_loop = moment.timeline.as_ref().is_some_and(|timeline| !timeline.lanes.is_empty());
    let mut own = threads.iter().skip(usize::from(of_loop));
    let thread = own.find(|(_, state)| *state == ThreadState::Running && threads.len() > 1);
    printed.or(runs).or(thread.map(|(thread, _)| Why::Thread(*thread, step)))
}
