//! A kept run beside the one that is shown, on one clock.

use super::shared::Shared;
use super::state::Page;
use super::texts::{fill, texts};
use super::timeline::{Beside, RowRef, row_refs};
use super::views::{Moment, instants};
use crate::scene::{self, AxisKind, Cast, Stage, TimelinePlan, seconds};
use std::rc::Rc;
use yew::prelude::*;

/// The kept run on the clock of both.
pub struct Kept {
    cast: Cast,
    plan: Shared<TimelinePlan>,
    rows: Vec<RowRef>,
}

#[hook]
pub fn use_kept(page: &Page) -> Option<Shared<Kept>> {
    let depends = (page.beside.clone(), page.shown.clone(), page.lang, page.unfolded.clone());
    let kept = use_memo(depends, |(beside, shown, lang, unfolded)| {
        let (beside, shown) = (beside.as_ref()?, shown.as_ref()?);
        let instants = instants(shown);
        let (cast, plan) = beside.read(|log, recording| {
            let cast = Cast::of(log, recording);
            let stage = Stage { log, recording, cast: &cast, source: &beside.source, lang: *lang };
            let plan = scene::timeline_plan_beside(&stage, AxisKind::Clock, unfolded, &instants);
            (cast, plan)
        });
        let ends = [beside, shown].map(|run| seconds(run.time_ns(run.last)));
        let mut rows = vec![RowRef::Divide(fill(texts(*lang).kept_run, &[&ends[0], &ends[1]]).into())];
        let slim = |row: &RowRef| matches!(row, RowRef::Thread(thread) if thread.slim);
        rows.extend(row_refs(&plan).into_iter().filter(|row| !slim(row)));
        Some(Shared::new(Kept { cast, plan: Shared::new(plan), rows }))
    });
    (*kept).clone()
}

/// The rows of both runs, and how the kept one stands at the playhead, which `moment` has; beyond this run's end `moment`
/// gets the playhead, the clock and the sentence of the kept one.
pub fn with_kept(
    page: &Page,
    kept: &Kept,
    rows: &Shared<Vec<RowRef>>,
    moment: &mut Rc<Moment>,
) -> Option<(Shared<Vec<RowRef>>, Beside)> {
    let (beside, now) = (page.beside.as_ref()?, moment.timeline.clone()?);
    let beyond = page.tail().filter(|_| page.over > 0).map(|(_, from)| from + page.over);
    let step = beyond.unwrap_or_else(|| scene::step_at(&kept.plan.knots, now.playhead)).min(beside.last);
    let world = beside.world(step);
    let kept_now = beside.read(|log, recording| {
        let stage = Stage { log, recording, cast: &kept.cast, source: &beside.source, lang: page.lang };
        if beyond.is_some() {
            let mut moved = (**moment).clone();
            let narration = scene::narrate(&stage, &world, step);
            moved.timeline = Some(Shared::new(scene::TimelineNow {
                playhead: scene::x_of(&kept.plan.knots, step),
                ..(*now).clone()
            }));
            moved.sentence = narration.now.plain().into();
            moved.narration = Some(narration);
            moved.clock = scene::clock(&world).to_string().into();
            *moment = Rc::new(moved);
        }
        scene::timeline_now(&stage, &kept.plan, &world, step)
    });
    let both = rows.iter().chain(&kept.rows).cloned().collect();
    let beside = Beside { plan: kept.plan.clone(), now: Shared::new(kept_now), first: rows.len() };
    Some((Shared::new(both), beside))
}
